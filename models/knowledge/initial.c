#include "knowledge/initial.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "base/same.h"
#include "base/vectorised.h"
#include "knowledge/knowledge_parts.h"
#include "knowledge/numbers.h"
#include "knowledge/start.h"

enum { AT_ONCE = 256, LANES = INITIAL_LANES };

float initial_interest(const struct knowledge *knowledge, uint32_t matter, uint32_t person)
{
    if (knowledge->settings->interest_sd <= 0)
        return 1.0F;
    struct draw draw = draw_for(knowledge->luck, DRAW_INTEREST, matter, person);
    return same_expf((float)(knowledge->settings->interest_sd * draw_normal(&draw)));
}

VECTORISED static void scale(float *restrict into, const double *restrict numbers, double factor,
                             uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        into[i] = (float)(factor * numbers[i]);
}

float *initial_interest_room(struct knowledge *knowledge)
{
    if (knowledge->interest == NULL)
        knowledge->interest = ARENA_NEW(knowledge->arena, float, knowledge->people->count);
    return knowledge->interest;
}

static struct candidates everybody(const struct knowledge *knowledge)
{
    return (struct candidates){0, 1, knowledge->people->count};
}

static void interests_of(const struct knowledge *knowledge, uint32_t matter, const struct candidates *who,
                         float *interest)
{
    const double sd = knowledge->settings->interest_sd;
    double normals[AT_ONCE];
    if (sd <= 0) {
        for (uint32_t i = 0; i < who->count; i++)
            interest[i] = 1.0F;
        return;
    }
    for (uint32_t from = 0; from < who->count; from += AT_ONCE) {
        uint32_t count = who->count - from < AT_ONCE ? who->count - from : AT_ONCE;
        draw_normals(knowledge->luck, DRAW_INTEREST, matter, who->first + from * who->every, who->every,
                     normals, count);
        scale(interest + from, normals, sd, count);
        same_expfs(interest + from, count);
    }
}

void initial_interests(const struct knowledge *knowledge, uint32_t matter, float *interest)
{
    const struct candidates all = everybody(knowledge);
    interests_of(knowledge, matter, &all, interest);
}

static struct leaning_terms terms_of(const struct knowledge *knowledge, uint32_t matter)
{
    return (struct leaning_terms){knowledge->settings, knowledge->luck, matter, knowledge->people->begun};
}

float initial_leaning(const struct knowledge *knowledge, uint32_t matter, uint32_t person)
{
    const struct leaning_terms terms = terms_of(knowledge, matter);
    double leaning;
    knowledge->settings->start->lean(&terms, person, &leaning, 1);
    return (float)leaning;
}

void initial_leanings(const struct knowledge *knowledge, uint32_t matter, uint32_t first, uint32_t count,
                      float *leanings)
{
    const struct leaning_terms terms = terms_of(knowledge, matter);
    double drawn[AT_ONCE];
    for (uint32_t from = 0; from < count; from += AT_ONCE) {
        uint32_t some = count - from < AT_ONCE ? count - from : AT_ONCE;
        knowledge->settings->start->lean(&terms, first + from, drawn, some);
        for (uint32_t i = 0; i < some; i++)
            leanings[from + i] = (float)drawn[i];
    }
}

/* Valences: a matter's own share of facets in favour is drawn around the merit, then each facet by itself. */
void initial_valence(const struct knowledge *knowledge, struct matter *matter, uint32_t drawn_as)
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
        uint64_t knows = (uint64_t)(lanes[lane] < share) & here[lane]; /* a branch would be guessed wrong */
        known[(size_t)lane * words] |= knows << bit;
        knowers += knows;
    }
    return (uint32_t)knowers;
}

uint32_t initial_give(uint64_t *known, uint32_t words, const uint64_t *here, const float *lanes,
                      uint32_t count, float share, uint32_t facet)
{
    return words == 1 ? give_narrow(known, here, lanes, count, share, facet)
                      : give_wide(known + facet / 64, words, here, lanes, count, share, facet % 64);
}

void initial_lanes(const struct knowledge *knowledge, const struct matter *matter, uint32_t facet,
                   uint32_t first, uint32_t count, float *lanes)
{
    require(first % LANES + count <= LANES);
    draw_some_lanes(knowledge->luck, DRAW_COMMON, matter->id, facet + first / LANES * MOST_FACETS,
                    first % LANES, lanes, count);
}

static uint32_t tell_many(const struct knowledge *knowledge, struct matter *matter, uint32_t facet)
{
    float lanes[LANES];
    uint32_t knowers = 0;
    if (matter->contested)
        return contested_tell_many(knowledge, matter, facet);
    float share = (float)knowledge->settings->common_known;
    const struct people *people = knowledge->people;
    for (uint32_t from = 0, chunk = 0; from < people->count; from += LANES, chunk++) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(knowledge->luck, DRAW_COMMON, matter->id, facet + chunk * MOST_FACETS, lanes, count);
        knowers += initial_give(matter->known + (size_t)from * matter->words, matter->words,
                                knowledge->here + from, lanes, count, share, facet);
    }
    return knowers;
}

/* The first of the sums above `at`, or the last of them all. Where it lies cannot be guessed, so nothing here
 * branches but the loop. */
static inline uint32_t first_above(const double *sums, uint32_t count, double at)
{
    const double *from = sums;
    for (uint32_t left = count; left > 1;) {
        const uint32_t half = left / 2;
        from += half & -(uint32_t)(from[half - 1] <= at);
        left -= half;
    }
    return (uint32_t)(from - sums);
}

/* Draws so many knowers in proportion to interest: `scratch` holds running sums of the interest of those who
 * are here; of a contested matter, for facets that speak for it, and `more_scratch` for the others. */
uint32_t initial_tell_few(const struct knowledge *knowledge, struct matter *matter, uint32_t facet,
                          int64_t knowers, learner *learn)
{
    struct draw draw = draw_for(knowledge->luck, DRAW_KNOWERS, matter->id, facet);
    uint32_t people = knowledge->people->count, here = people_here(knowledge->people), told = 0;
    uint32_t wanted = knowers < here ? (uint32_t)knowers : here;
    bool against = matter->contested && !facet_in(&matter->pro, facet);
    const struct candidates *among = &knowledge->candidates;
    const double *sums = against ? knowledge->more_scratch : knowledge->scratch;
    double total = sums[among->count - 1];
    enum { PATIENCE = 64 };
    for (uint32_t attempt = 0; told < wanted && attempt < wanted * PATIENCE; attempt++) {
        const uint32_t place = first_above(sums, among->count, draw_uniform(&draw) * total);
        const uint32_t person = among->first + place * among->every;
        told += learn(matter, person, facet) ? 1 : 0;
    }
    for (uint32_t person = 0; told < wanted && person < people; person++)
        told += person_is_here(knowledge->people, person) && learn(matter, person, facet) ? 1 : 0;
    return told;
}

/* Everybody who is here gets the same number of facets, each set of so many equally likely. */
uint32_t initial_each(const struct knowledge *knowledge, const struct matter *matter, uint32_t person,
                      uint32_t *facets)
{
    for (uint32_t facet = 0; facet < matter->facets; facet++)
        facets[facet] = facet;
    struct draw draw = draw_for(knowledge->luck, DRAW_EACH, matter->id, person);
    draw_shuffle(&draw, facets, matter->facets);
    return matter->facets < knowledge->settings->each ? matter->facets : (uint32_t)knowledge->settings->each;
}

static void tell_each(const struct knowledge *knowledge, struct matter *matter, uint32_t *knowers)
{
    uint32_t facets[MOST_FACETS];
    for (uint32_t person = 0; person < knowledge->people->count; person++) {
        if (!person_is_here(knowledge->people, person))
            continue;
        uint32_t count = initial_each(knowledge, matter, person, facets);
        for (uint32_t i = 0; i < count; i++)
            knowers[facets[i]] += learn_facet(matter, person, facets[i]) ? 1 : 0;
    }
}

uint32_t initial_common(const struct knowledge *knowledge, const struct matter *matter)
{
    return (uint32_t)floor(knowledge->settings->common_share * matter->facets + 0.5);
}

double initial_knowers(const struct knowledge *knowledge, const struct matter *matter)
{
    return (double)knowledge->settings->knowers * (matter->facets - initial_common(knowledge, matter));
}

static void note_who_is_here(struct knowledge *knowledge)
{
    const struct people *people = knowledge->people;
    const bool all = everybody_is_here(people);
    for (uint32_t person = 0; person < people->count; person++)
        knowledge->here[person] = all || person_is_here(people, person) ? 1 : 0;
}

/* As many of those who are here as are enough. */
static uint32_t enough_candidates(const struct knowledge *knowledge, double knowers)
{
    const double enough = fmax(FEWEST_CANDIDATES, CANDIDATES_EACH * knowers);
    const uint32_t here = people_here(knowledge->people);
    return enough < here ? (uint32_t)enough : here;
}

static struct candidates some_of(const struct knowledge *knowledge, uint32_t matter, uint32_t enough)
{
    const uint32_t people = knowledge->people->count, here = people_here(knowledge->people);
    const uint32_t every = enough == 0 ? 1 : here / enough;
    if (every == 1)
        return everybody(knowledge);
    struct draw draw = draw_for(knowledge->luck, DRAW_CANDIDATES, matter, 0);
    const uint32_t first = draw_below(&draw, every);
    return (struct candidates){first, every, (people - first + every - 1) / every};
}

/* Running sums of the interest of those among them who are here; returns how many are. One interest is
 * `step` after the other. */
static uint32_t sum_up(struct knowledge *knowledge, const struct candidates *who, const float *interest,
                       uint32_t step)
{
    const struct people *people = knowledge->people;
    const bool all = everybody_is_here(people);
    double sum = 0;
    uint32_t here = 0;
    for (uint32_t i = 0; i < who->count; i++) {
        const bool is_here = all || person_is_here(people, who->first + i * who->every);
        knowledge->scratch[i] = sum += is_here ? (double)interest[(size_t)i * step] : 0.0;
        here += is_here ? 1 : 0;
    }
    knowledge->candidates = *who;
    return here;
}

static uint32_t weigh_among(struct knowledge *knowledge, const struct matter *matter,
                            const struct candidates *who, const float *interest)
{
    if (interest != NULL)
        return sum_up(knowledge, who, interest + who->first, who->every);
    float *drawn = initial_interest_room(knowledge);
    interests_of(knowledge, matter->id, who, drawn);
    return sum_up(knowledge, who, drawn, 1);
}

void initial_weigh(struct knowledge *knowledge, const struct matter *matter, double knowers,
                   const float *interest)
{
    const struct candidates all = everybody(knowledge);
    const uint32_t enough = enough_candidates(knowledge, knowers);
    const struct candidates some = matter->contested ? all : some_of(knowledge, matter->id, enough);
    /* Who is here may lie so that few of them are among every so-manieth. */
    if (weigh_among(knowledge, matter, &some, interest) < enough / 2)
        weigh_among(knowledge, matter, &all, interest);
    if (matter->contested)
        contested_weigh(knowledge, interest != NULL ? interest : knowledge->interest);
}

/* Of all facets that only few know. */
static double all_knowers(const struct knowledge *knowledge, const struct matter *matter,
                          const int32_t *counts)
{
    double all = 0;
    if (counts == NULL)
        return initial_knowers(knowledge, matter);
    for (uint32_t facet = 0; facet < matter->facets; facet++)
        all += counts[facet] == KNOWN_TO_MANY ? 0 : counts[facet];
    return all;
}

/* Each facet becomes known to many or to few. `counts` has for each to how many, or KNOWN_TO_MANY; NULL: as
 * the settings have it. */
static void tell_facets(struct knowledge *knowledge, struct matter *matter, const int32_t *counts,
                        uint32_t *knowers)
{
    uint32_t common = initial_common(knowledge, matter);
    note_who_is_here(knowledge);
    initial_weigh(knowledge, matter, all_knowers(knowledge, matter, counts), matter->interest);
    for (uint32_t facet = 0; facet < matter->facets; facet++) {
        bool many = counts == NULL ? facet < common : counts[facet] == KNOWN_TO_MANY;
        int64_t few = counts == NULL ? knowledge->settings->knowers : counts[facet];
        knowers[facet] = many ? tell_many(knowledge, matter, facet)
                              : initial_tell_few(knowledge, matter, facet, few, learn_facet);
    }
}

void initial_draw(struct knowledge *knowledge, struct matter *matter, const struct matter_plan *plan,
                  uint32_t *knowers)
{
    const uint32_t people = knowledge->people->count;
    initial_interests(knowledge, matter->id, matter->interest);
    initial_leanings(knowledge, matter->id, 0, people, matter->leaning);
    memcpy(matter->first, matter->leaning, people * sizeof *matter->first);
    if (matter->contested)
        contested_begin(knowledge, matter);
    if (plan->knower_counts == NULL && knowledge->settings->each > 0)
        tell_each(knowledge, matter, knowers);
    else
        tell_facets(knowledge, matter, plan->knower_counts, knowers);
}
