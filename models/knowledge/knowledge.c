#include "knowledge/knowledge_parts.h"

#include "base/require.h"
#include "knowledge/commons.h"
#include "knowledge/initial.h"
#include "parts.h"

struct knowledge *knowledge_new(const struct knowledge_settings *settings, const struct people *people,
                                uint32_t facets, const struct luck *luck, struct arena *arena)
{
    return knowledge_new_wide(settings, people, facets, 0, luck, arena);
}

struct knowledge *knowledge_new_wide(const struct knowledge_settings *settings, const struct people *people,
                                     uint32_t facets, uint32_t most, const struct luck *luck,
                                     struct arena *arena)
{
    struct knowledge *knowledge = ARENA_NEW(arena, struct knowledge, 1);
    uint32_t know_how = commons_facets(people);
    most = most > facets ? most : facets;
    *knowledge = (struct knowledge){
        .settings = settings,
        .luck = luck,
        .arena = arena,
        .people = people,
        .facets = facets,
        .words = ((most > know_how ? most : know_how) + 63) / 64,
        .scratch = ARENA_NEW(arena, double, people->count),
        .more_scratch = ARENA_NEW(arena, double, people->count),
        .here = ARENA_NEW(arena, uint64_t, people->count),
        .whole_up_to = WHOLE_UP_TO,
    };
    knowledge->commons = commons_new(knowledge);
    return knowledge;
}

const struct knowledge_settings *knowledge_settings(const struct knowledge *knowledge)
{
    return knowledge->settings;
}

uint32_t knowledge_words(const struct knowledge *knowledge)
{
    return knowledge->words;
}

struct matter *knowledge_commons(const struct knowledge *knowledge)
{
    return knowledge->commons;
}

double *knowledge_scratch(struct knowledge *knowledge)
{
    return knowledge->scratch;
}

double *knowledge_more_scratch(struct knowledge *knowledge)
{
    return knowledge->more_scratch;
}

/* Questions for good, proposals until they are heard. On a contested proposal a guest may take the place of
 * somebody from another side: then what she knew at first could not be drawn later. */
static bool keeps_those_who_met(const struct knowledge *knowledge, const struct matter_plan *plan,
                                bool contested)
{
    if (knowledge->people->count <= knowledge->whole_up_to || plan->knower_counts != NULL)
        return false;
    return plan->kind == MATTER_QUESTION || (plan->kind == MATTER_PROPOSAL && !contested);
}

struct matter *matter_planned(struct knowledge *knowledge, const struct matter_plan *plan)
{
    require(plan->facets <= knowledge->words * 64);
    const bool contested = contested_is(knowledge, plan->kind, plan->drawn_as);
    const bool by_whom_met = keeps_those_who_met(knowledge, plan, contested);
    struct matter *matter = by_whom_met ? matter_without_minds(knowledge, plan->kind, plan->id, plan->facets)
                                        : matter_blank(knowledge, plan->kind, plan->id, plan->facets);
    uint32_t knowers[MOST_FACETS] = {0};
    matter->contested = contested;
    initial_valence(knowledge, matter, plan->drawn_as);
    if (by_whom_met)
        met_tell(knowledge, matter, knowers);
    else
        initial_draw(knowledge, matter, plan, knowers);
    for (uint32_t facet = 0; facet < matter->facets; facet++)
        matter->first_knowers[facet] = knowers[facet] < UINT16_MAX ? (uint16_t)knowers[facet] : UINT16_MAX;
    return matter;
}

struct matter *matter_new(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t proposer)
{
    const struct matter_plan plan = {kind, id, id, knowledge->facets, NULL};
    struct matter *matter = matter_planned(knowledge, &plan);
    matter->proposer = proposer;
    return matter;
}
