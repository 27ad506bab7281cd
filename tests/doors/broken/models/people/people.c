#include "base/require.h"
#include "gathering/gathering.h"
#include "people/people_parts.h"
#include "places/places_parts.h"
#include "random/draw.h"
static const struct measure_row row = {.measure = {NAMED("never_spoke", "1", SHARE)}};
static bool talks(const struct stage *stage)
{
    return stage->verb == &verb_converse;
}
static void on_arrival(struct people *people)
{
    fprintf(stderr, "here is somebody");
    people->all = must_grow(people->all, ++people->count, sizeof *people->all);
    people->mood = 1 - exp(-1.0);
    people->names = malloc(sizeof *people->names);
}

void person_hosts(struct circle *circle, unsigned person)
{
    bool same = circle->host == person;
    circle->host = same ? circle->host : person;
}
