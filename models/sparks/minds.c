/* What a person has in mind: a few sparks, on which she is active or of which she heard. */
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "parts.h"
#include "sparks/sparks_parts.h"

struct mind *spark_minds(const struct sparks *sparks, uint32_t person)
{
    return &sparks->persons.minds[(size_t)person * (size_t)sparks->terms.settings->attention];
}

uint32_t spark_second(sim_time instant)
{
    return (uint32_t)(instant / SIM_SECOND) & ~IS_ACTIVE;
}

static void take_out(const struct sparks *sparks, struct mind *minds, uint32_t place)
{
    uint32_t last = (uint32_t)sparks->terms.settings->attention - 1;
    memmove(&minds[place], &minds[place + 1], (last - place) * sizeof *minds);
    minds[last] = (struct mind){0, 0};
}

uint32_t spark_minds_kept(const struct sparks *sparks, uint32_t person, sim_time now)
{
    struct mind *minds = spark_minds(sparks, person);
    uint32_t kept = 0, most = (uint32_t)sparks->terms.settings->attention, second = spark_second(now);
    for (uint32_t i = 0; i < most && minds[i].spark != 0; i++)
        if ((minds[i].word & IS_ACTIVE) != 0 || minds[i].word > second)
            minds[kept++] = minds[i];
    for (uint32_t i = kept; i < most && minds[i].spark != 0; i++)
        minds[i] = (struct mind){0, 0};
    return kept;
}

bool spark_in_mind(const struct sparks *sparks, uint32_t person, uint32_t local)
{
    const struct mind *minds = spark_minds(sparks, person);
    for (uint32_t i = 0; i < sparks->terms.settings->attention && minds[i].spark != 0; i++)
        if (minds[i].spark == local + 1)
            return true;
    return false;
}

void spark_oldest_gives_way(struct site *site, uint32_t person)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct mind *minds = spark_minds(sparks, person), oldest = minds[0];
    take_out(sparks, minds, 0);
    if ((oldest.word & IS_ACTIVE) != 0)
        spark_fades(site, (oldest.word & ~IS_ACTIVE) - 1);
}

void spark_fades(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning *one = burning_at(sparks, number);
    struct mind *minds = spark_minds(sparks, one->person);
    require(one->burns);
    one->burns = false;
    local_at(sparks, one->spark)->active--;
    sparks->tally.faded++;
    chronicle_tell(site, TOLD_SPARK_FADES, one->person, local_at(sparks, one->spark)->number,
                   local_at(sparks, one->spark)->origin);
    for (uint32_t i = 0; i < sparks->terms.settings->attention; i++)
        if (minds[i].spark == one->spark + 1 && minds[i].word == (IS_ACTIVE | (number + 1)))
            take_out(sparks, minds, i);
}

void sparks_person_leaves(struct site *site, uint32_t person, uint32_t why)
{
    (void)why;
    struct sparks *sparks = sparks_of(parts_of(site));
    if (!takes_part(sparks, person))
        return;
    while (spark_minds(sparks, person)[0].spark != 0)
        spark_oldest_gives_way(site, person);
}
