#include "knowledge/knowledge_parts.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "base/same.h"
#include "base/vectorised.h"
#include "knowledge/commons.h"
#include "knowledge/numbers.h"
#include "knowledge/start.h"
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

enum { AT_ONCE = 256 };

static void draw_interest(const struct knowledge *knowledge, struct matter *matter, uint32_t first,
                          uint32_t count)
{
    const double sd = knowledge->settings->interest_sd;
    double normals[AT_ONCE];
    if (sd <= 0) {
        for (uint32_t i = 0; i < count; i++)
            matter->interest[first + i] = 1.0F;
        return;
    }
    draw_normals(knowledge->luck, DRAW_INTEREST, matter->id, first, normals, count);
    for (uint32_t i = 0; i < count; i++)
        matter->interest[first + i] = same_expf((float)(sd * normals[i]));
}

static void draw_interest_and_leaning(const struct knowledge *knowledge, struct matter *matter)
{
    const struct people *people = knowledge->people;
    const struct leaning_terms terms = {knowledge->settings, knowledge->luck, matter->id, people->begun};
    double leanings[AT_ONCE];
    for (uint32_t first = 0; first < people->count; first += AT_ONCE) {
        uint32_t count = people->count - first < AT_ONCE ? people->count - first : AT_ONCE;
        draw_interest(knowledge, matter, first, count);
        knowledge->settings->start->lean(&terms, first, leanings, count);
        for (uint32_t i = 0; i < count; i++)
            matter->leaning[first + i] = matter->first[first + i] = (float)leanings[i];
    }
}

/* Valences: a matter's own share of facets in favour is drawn around the merit, then each facet by itself. */
static void draw_valence(const struct knowledge *knowledge, struct matter *matter, uint32_t drawn_as)
{
    const struct knowledge_settings *settings = knowledge->settings;
    struct draw draw = draw_for(knowledge->luck, DRAW_VALENCE, drawn_as, 0);
    double share = settings->merit + settings->merit_sd * draw_normal(&draw);
    for (uint32_t facet = 0; facet < matter->facets; facet++)
        if (draw_uniform(&draw) < share)
            facet_add(&matter->pro, facet);
}

/* Gives the facet of this bit to those who are here and whose lane falls below the share: the matter is new,
 * so nobody knows it yet. `known` is the word of the first person that it is in. */
VECTORISED static uint32_t give_narrow(uint64_t *restrict known, const uint64_t *restrict here,
                                       const float *restrict lanes, uint32_t count, float share, uint32_t bit)
{
    uint64_t knowers = 0;
    for (uint32_t lane = 0; lane < count; lane++) {
        uint64_t knows = lanes[lane] < share ? here[lane] : UINT64_C(0);
        known[lane] |= knows << bit;
        knowers += knows;
    }
    return (uint32_t)knowers;
}

static uint32_t give_wide(uint64_t *restrict known, uint32_t words, const uint64_t *restrict here,
                          const float *restrict lanes, uint32_t count, float share, uint32_t bit)
{
    uint64_t knowers = 0;
    for (uint32_t lane = 0; lane < count; lane++) {
        uint64_t knows = lanes[lane] < share ? here[lane] : UINT64_C(0);
        known[(size_t)lane * words] |= knows << bit;
        knowers += knows;
    }
    return (uint32_t)knowers;
}

static uint32_t tell_many(const struct knowledge *knowledge, struct matter *matter, uint32_t facet)
{
    enum { LANES = 256 };
    float lanes[LANES];
    uint32_t knowers = 0;
    if (matter->contested)
        return contested_tell_many(knowledge, matter, facet);
    float share = (float)knowledge->settings->common_known;
    const struct people *people = knowledge->people;
    for (uint32_t from = 0, chunk = 0; from < people->count; from += LANES, chunk++) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(knowledge->luck, DRAW_COMMON, matter->id, facet + chunk * MOST_FACETS, lanes, count);
        uint64_t *known = matter->known + (size_t)from * matter->words + facet / 64;
        const uint64_t *here = knowledge->here + from;
        knowers += matter->words == 1
                       ? give_narrow(known, here, lanes, count, share, facet)
                       : give_wide(known, matter->words, here, lanes, count, share, facet % 64);
    }
    return knowers;
}

/* Draws so many knowers in proportion to interest: `scratch` holds running sums of the interest of those who
 * are here; of a contested matter, for facets that speak for it, and `more_scratch` for the others. */
static uint32_t tell_few(const struct knowledge *knowledge, struct matter *matter, uint32_t facet,
                         int64_t knowers)
{
    struct draw draw = draw_for(knowledge->luck, DRAW_KNOWERS, matter->id, facet);
    uint32_t people = knowledge->people->count, here = people_here(knowledge->people), told = 0;
    uint32_t wanted = knowers < here ? (uint32_t)knowers : here;
    bool against = matter->contested && !facet_in(&matter->pro, facet);
    const double *sums = against ? knowledge->more_scratch : knowledge->scratch;
    double total = sums[people - 1];
    enum { PATIENCE = 64 };
    for (uint32_t attempt = 0; told < wanted && attempt < wanted * PATIENCE; attempt++) {
        double at = draw_uniform(&draw) * total;
        uint32_t low = 0, high = people - 1;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (sums[middle] > at)
                high = middle;
            else
                low = middle + 1;
        }
        told += learn_facet(matter, low, facet) ? 1 : 0;
    }
    for (uint32_t person = 0; told < wanted && person < people; person++)
        told += person_is_here(knowledge->people, person) && learn_facet(matter, person, facet) ? 1 : 0;
    return told;
}

/* Everybody who is here gets the same number of facets, each set of so many equally likely. */
static void tell_each(const struct knowledge *knowledge, struct matter *matter, uint32_t *knowers)
{
    uint32_t facets[MOST_FACETS];
    for (uint32_t person = 0; person < knowledge->people->count; person++) {
        if (!person_is_here(knowledge->people, person))
            continue;
        for (uint32_t facet = 0; facet < matter->facets; facet++)
            facets[facet] = facet;
        struct draw draw = draw_for(knowledge->luck, DRAW_EACH, matter->id, person);
        draw_shuffle(&draw, facets, matter->facets);
        for (uint32_t i = 0; i < matter->facets && i < knowledge->settings->each; i++)
            knowers[facets[i]] += learn_facet(matter, person, facets[i]) ? 1 : 0;
    }
}

/* Each facet becomes known to many or to few. `counts` has for each to how many, or KNOWN_TO_MANY; NULL: as
 * the settings have it. */
static void tell_facets(struct knowledge *knowledge, struct matter *matter, const int32_t *counts,
                        uint32_t *knowers)
{
    double sum = 0;
    for (uint32_t person = 0; person < knowledge->people->count; person++) {
        bool here = person_is_here(knowledge->people, person);
        knowledge->here[person] = here ? 1 : 0;
        knowledge->scratch[person] = sum += here ? (double)matter->interest[person] : 0.0;
    }
    if (matter->contested)
        contested_weigh(knowledge, matter);
    uint32_t common = (uint32_t)floor(knowledge->settings->common_share * matter->facets + 0.5);
    for (uint32_t facet = 0; facet < matter->facets; facet++) {
        bool many = counts == NULL ? facet < common : counts[facet] == KNOWN_TO_MANY;
        int64_t few = counts == NULL ? knowledge->settings->knowers : counts[facet];
        knowers[facet] = many ? tell_many(knowledge, matter, facet) : tell_few(knowledge, matter, facet, few);
    }
}

struct matter *matter_planned(struct knowledge *knowledge, const struct matter_plan *plan)
{
    require(plan->facets <= knowledge->words * 64);
    struct matter *matter = matter_blank(knowledge, plan->kind, plan->id, plan->facets);
    uint32_t knowers[MOST_FACETS] = {0};
    draw_interest_and_leaning(knowledge, matter);
    if (contested_is(knowledge, plan->kind, plan->drawn_as))
        contested_begin(knowledge, matter);
    draw_valence(knowledge, matter, plan->drawn_as);
    if (plan->knower_counts == NULL && knowledge->settings->each > 0)
        tell_each(knowledge, matter, knowers);
    else
        tell_facets(knowledge, matter, plan->knower_counts, knowers);
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
