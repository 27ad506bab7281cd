#include "knowledge/contested.h"

#include "knowledge/knowledge_parts.h"
#include "knowledge/numbers.h"

void knowledge_is_divided(struct knowledge *knowledge, const struct division *division)
{
    knowledge->division = division;
}

bool contested_is(const struct knowledge *knowledge, enum matter_kind kind, uint32_t drawn_as)
{
    const struct division *division = knowledge->division;
    if (division == NULL || kind == MATTER_COMMONS)
        return false;
    double share = kind == MATTER_PROPOSAL ? division->proposals : division->questions;
    struct draw draw = draw_for(knowledge->luck, DRAW_CONTESTED, drawn_as, 0);
    return draw_uniform(&draw) < share;
}

float contested_leaning(const struct knowledge *knowledge, uint32_t matter, uint32_t person)
{
    const struct side_leaning *side = &knowledge->division->leans[knowledge->division->side[person]];
    struct draw draw = draw_for(knowledge->luck, DRAW_LEANING, matter, person);
    double leaning = side->support + side->support_sd * draw_normal(&draw);
    return (float)(leaning < 0 ? 0 : leaning > 1 ? 1 : leaning);
}

void contested_lean(const struct knowledge *knowledge, struct matter *matter, uint32_t person)
{
    matter->leaning[person] = matter->first[person] = contested_leaning(knowledge, matter->id, person);
}

void contested_begin(const struct knowledge *knowledge, struct matter *matter)
{
    for (uint32_t person = 0; person < knowledge->people->count; person++)
        contested_lean(knowledge, matter, person);
}

/* A side that leans neither way knows no more of the one kind than of the other. */
static double weight_of(const struct division *division, uint32_t side, bool pro)
{
    double support = division->leans[side].support;
    bool its_own = pro ? support > 0.5 : support < 0.5;
    return its_own ? division->bias : 1.0;
}

static void sum_up(const struct knowledge *knowledge, const float *interest, bool pro, double *sums)
{
    const struct division *division = knowledge->division;
    double weights[MOST_SIDES], sum = 0;
    for (uint32_t side = 0; side < division->sides; side++)
        weights[side] = weight_of(division, side, pro);
    for (uint32_t person = 0; person < knowledge->people->count; person++)
        sums[person] = sum += person_is_here(knowledge->people, person)
                                  ? (double)interest[person] * weights[division->side[person]]
                                  : 0.0;
}

void contested_weigh(const struct knowledge *knowledge, const float *interest)
{
    sum_up(knowledge, interest, true, knowledge->scratch);
    sum_up(knowledge, interest, false, knowledge->more_scratch);
}

void contested_shares(const struct division *division, const uint32_t *here, bool pro, double share,
                      double *shares)
{
    double people = 0;
    bool full[MOST_SIDES] = {false};
    for (uint32_t side = 0; side < division->sides; side++)
        people += here[side];
    for (uint32_t round = 0; round < division->sides; round++) {
        double left = share * people, weight = 0;
        bool more = false;
        for (uint32_t side = 0; side < division->sides; side++) {
            left -= full[side] ? here[side] : 0.0;
            weight += full[side] ? 0.0 : here[side] * weight_of(division, side, pro);
        }
        for (uint32_t side = 0; side < division->sides; side++) {
            if (!full[side])
                shares[side] = weight > 0 ? left / weight * weight_of(division, side, pro) : 0.0;
            if (!full[side] && shares[side] > 1) {
                shares[side] = 1;
                full[side] = more = true;
            }
        }
        if (!more)
            return;
    }
}

uint32_t contested_tell_many(const struct knowledge *knowledge, struct matter *matter, uint32_t facet)
{
    enum { LANES = 256 };
    float lanes[LANES];
    double shares[MOST_SIDES];
    uint32_t here[MOST_SIDES] = {0}, knowers = 0;
    const struct division *division = knowledge->division;
    const struct people *people = knowledge->people;
    for (uint32_t person = 0; person < people->count; person++)
        here[division->side[person]] += person_is_here(people, person) ? 1 : 0;
    contested_shares(division, here, facet_in(&matter->pro, facet), knowledge->settings->common_known,
                     shares);
    for (uint32_t from = 0, chunk = 0; from < people->count; from += LANES, chunk++) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(knowledge->luck, DRAW_COMMON, matter->id, facet + chunk * MOST_FACETS, lanes, count);
        for (uint32_t lane = 0; lane < count; lane++)
            if ((double)lanes[lane] < shares[division->side[from + lane]] &&
                person_is_here(people, from + lane))
                knowers += learn_facet(matter, from + lane, facet) ? 1 : 0;
    }
    return knowers;
}
