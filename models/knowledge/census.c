#include "knowledge/census.h"

#include <math.h>

static const double common_knowledge_share = 0.8;             /* known by that many is common knowledge */
static const double extreme_below = 0.2, extreme_above = 0.8; /* opinions beyond these are extreme */

struct census matter_census(const struct matter *matter, const struct people *people)
{
    uint64_t knowers[MOST_FACETS] = {0};
    uint64_t known = 0;
    uint32_t here = people_here(people);
    for (uint32_t person = 0; person < people->count; person++) {
        if (!person_is_here(people, person))
            continue;
        for (uint32_t word = 0; word < matter->words; word++) {
            uint64_t bits = matter->known[(size_t)person * matter->words + word];
            known += (uint64_t)__builtin_popcountll(bits);
            for (; bits != 0; bits &= bits - 1)
                knowers[word * 64 + (uint32_t)__builtin_ctzll(bits)]++;
        }
    }
    uint32_t common = 0;
    for (uint32_t facet = 0; facet < matter->facets; facet++)
        common += (double)knowers[facet] >= common_knowledge_share * here ? 1 : 0;
    double facets = matter->facets;
    return (struct census){
        .coverage = (double)known / (facets * here),
        .common = here > 0 ? common / facets : NAN,
        .reach = (double)known / facets,
    };
}

double person_opinion(const struct matter *matter, uint32_t person, double argument_weight)
{
    double leaning = (double)matter->leaning[person];
    struct facet_set known = facets_known(matter, person);
    uint32_t all = facet_count(&known);
    if (all == 0)
        return leaning;
    struct facet_set in_favour = facets_for(matter);
    in_favour = facet_and(&in_favour, &known);
    double arguments = (double)facet_count(&in_favour) / all;
    return (1.0 - argument_weight) * leaning + argument_weight * arguments;
}

/* With sorted x, the sum over all ordered pairs of |x_i - x_j| is 2 sum (2i - n + 1) x_i. */
double opinion_agreement(const double *opinions, uint32_t count)
{
    if (count == 0)
        return NAN;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += (2.0 * i - count + 1.0) * opinions[i];
    return fmin(1, fmax(0, 1.0 - 2.0 * (2.0 * sum) / ((double)count * count)));
}

struct opinion_spread opinion_spread(const double *opinions, uint32_t count)
{
    if (count == 0)
        return (struct opinion_spread){NAN, NAN, NAN};
    double sum = 0, squares = 0;
    uint32_t extreme = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += opinions[i];
    double mean = sum / count;
    for (uint32_t i = 0; i < count; i++) {
        squares += (opinions[i] - mean) * (opinions[i] - mean);
        extreme += opinions[i] < extreme_below || opinions[i] > extreme_above ? 1 : 0;
    }
    return (struct opinion_spread){mean, sqrt(squares / count), (double)extreme / count};
}

uint32_t opinion_clusters(const double *opinions, uint32_t count, double gap, double least)
{
    uint32_t clusters = 0, size = 0;
    for (uint32_t i = 0; i < count; i++) {
        size++;
        if (i + 1 < count && opinions[i + 1] - opinions[i] <= gap)
            continue;
        clusters += (double)size >= least * count ? 1 : 0;
        size = 0;
    }
    return clusters;
}
