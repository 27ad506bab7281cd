#include "people/arrivals.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/decay.h"
#include "base/require.h"
#include "base/same.h"
#include "parts.h"
#include "people/leaving.h"
#include "people/numbers.h"
#include "people/people_parts.h"

#define AT(member) offsetof(struct arrival_settings, member)

// clang-format off
static const struct field arrival_fields[] = {
    {FIELD(RATE, "per_day", AT(per_hour), "0 /d"), ALLOWED(0, 1e5), UNIT("d-1"), MEANS("People who come to a site and want to stay, as a Poisson process; 0 /d for none"), ASSUMED("no data; model.md takes 20 a day and site"), GUESSED("0 /d", "100 /d"), OBSERVABLE},
    {FIELD(DURATION, "fades", AT(fades), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("Half-life of that rate; left out, it does not fade"), ASSUMED("no data"), GUESSED("7 d", "90 d"), OBSERVABLE},
    {FIELD(COUNT, "patience", AT(patience), "3"), ALLOWED(1, 1000), MEANS("Visits without finding a working group after which a newcomer leaves"), ASSUMED("no data: a few visits"), GUESSED("1", "8")},
    {FIELD(DURATION, "visit_every", AT(visit_every), "1 d"), ALLOWED(0.1, 8760), UNIT("d"), MEANS("How often a newcomer looks for a working group"), ASSUMED("no data"), GUESSED("6 h", "4 d")},
};
// clang-format on

const struct section arrival_section = {
    "arrivals",
    "People who come during the run, and how long they look for a place.",
    FIELDS(struct arrival_settings, arrival_fields),
};

static double fair_rate(const struct population *population)
{
    return population->arrivals->per_hour * population->arrival_factor;
}

/* The rate at an instant, as a multiple of the rate at the start. */
static double curve(const struct arrival_settings *settings, const struct climate *climate, sim_time at)
{
    double season = settings->fades > 0 ? decay_factor(settings->fades, at) : 1.0;
    return season * climate_factor(climate, CLIMATE_ARRIVALS, at);
}

/* The points of one layer below the curve; into `instants` unless that is NULL. Returns how many. */
static uint32_t draw_layer(const struct population *population, const struct luck *luck, uint32_t layer,
                           sim_time *instants)
{
    struct draw draw = draw_for(luck, DRAW_PERSON_ARRIVES, population->site, layer);
    double mean = 1.0 / fair_rate(population);
    uint32_t count = 0;
    for (sim_time at = 0;;) {
        sim_time wait = sim_time_from_hours(draw_exponential(&draw, mean));
        double height = layer + draw_uniform(&draw);
        if (wait >= population->ends - at)
            return count;
        at += wait;
        if (height >= curve(population->arrivals, population->climate, at))
            continue;
        if (instants != NULL)
            instants[count] = at;
        count++;
    }
}

static int by_instant(const void *a, const void *b)
{
    sim_time one = *(const sim_time *)a, other = *(const sim_time *)b;
    return one < other ? -1 : one > other;
}

void arrivals_draw(struct people *people, const struct population *population, struct arena *arena)
{
    if (fair_rate(population) <= 0)
        return;
    uint32_t layers =
        (uint32_t)ceil(climate_most(population->climate, CLIMATE_ARRIVALS, 0, population->ends));
    for (uint32_t layer = 0; layer < layers; layer++)
        people->arriving += draw_layer(population, people->terms.luck, layer, NULL);
    people->own->arrivals = ARENA_NEW(arena, sim_time, people->arriving);
    uint32_t drawn = 0;
    for (uint32_t layer = 0; layer < layers; layer++)
        drawn += draw_layer(population, people->terms.luck, layer, people->own->arrivals + drawn);
    require(drawn == people->arriving);
    qsort(people->own->arrivals, drawn, sizeof *people->own->arrivals, by_instant);
}

double arrivals_expected(const struct arrival_settings *settings, const struct climate *climate,
                         double factor, sim_time ends)
{
    enum { STEPS = 1024 };
    double sum = settings->per_hour * factor * sim_hours(ends), mean = 0;
    if (climate == NULL && settings->fades <= 0)
        return sum;
    if (climate == NULL) {
        double half_lives = (double)ends / (double)settings->fades;
        return sum * (1.0 - same_exp2(-half_lives)) / (half_lives * M_LN2);
    }
    for (int i = 0; i < STEPS; i++)
        mean += curve(settings, climate, (sim_time)((i + 0.5) / STEPS * (double)ends)) / STEPS;
    return sum * mean;
}

void arrivals_start(struct site *site)
{
    const struct people *people = people_of(parts_of(site));
    if (people->arrived < people->arriving)
        site_schedule(site, people->own->arrivals[people->arrived], EVENT_PERSON_ARRIVES, NULL, 0);
}

void on_person_arrives(struct site *site, const struct event *event)
{
    struct people *people = people_of(parts_of(site));
    uint32_t person = people->begun + people->arrived++;
    people->own->body.touched[person] = event->time;
    person_enters(site, person);
    arrivals_start(site);
}
