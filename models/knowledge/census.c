#include "knowledge/census.h"

#include <math.h>

static const double common_knowledge_share = 0.8;             /* known by that many is common knowledge */
static const double extreme_below = 0.2, extreme_above = 0.8; /* opinions beyond these are extreme */

enum { EIGHT = 8, WORD_BITS = 64, MOST_IN_A_BYTE = 255 };

/* Each of eight bits as a byte of its own, 0 or 1, the lowest bit in the lowest byte. */
static inline uint64_t bits_apart(uint64_t eight)
{
    const uint64_t one_each = UINT64_C(0x0101010101010101), own_bit = UINT64_C(0x8040201008040201);
    const uint64_t carry = UINT64_C(0x7f7f7f7f7f7f7f7f);
    return ((((eight & 0xff) * one_each & own_bit) + carry) >> (EIGHT - 1)) & one_each;
}

/* How many of at most MOST_IN_A_BYTE people know each of eight facets, from bit `shift` on: a byte each. */
static uint64_t knowers_of_eight(const uint64_t *known, uint32_t words, uint32_t count, uint32_t shift)
{
    uint64_t knowers = 0;
    for (size_t i = 0; i < count; i++)
        knowers += bits_apart(known[i * words] >> shift);
    return knowers;
}

/* `knowers` has room to the next multiple of eight facets. Nobody knows in a pattern that a processor could
 * guess, so it is not asked of each bit whether it is set. */
static void count_knowers(const struct panel *panel, uint32_t from, uint32_t until, uint32_t facets,
                          uint64_t *knowers)
{
    for (uint32_t first = from; first < until; first += MOST_IN_A_BYTE) {
        const uint32_t count = until - first < MOST_IN_A_BYTE ? until - first : MOST_IN_A_BYTE;
        const uint64_t *known = panel->known + (size_t)first * panel->words;
        for (uint32_t facet = 0; facet < facets; facet += EIGHT) {
            uint64_t bytes =
                knowers_of_eight(known + facet / WORD_BITS, panel->words, count, facet % WORD_BITS);
            for (uint32_t i = 0; i < EIGHT; i++, bytes >>= EIGHT)
                knowers[facet + i] += bytes & MOST_IN_A_BYTE;
        }
    }
}

struct census matter_census(const struct panel *panel, const struct matter *matter)
{
    uint64_t once[MOST_FACETS] = {0}, others[MOST_FACETS] = {0};
    count_knowers(panel, 0, panel->each_one, matter->facets, once);
    count_knowers(panel, panel->each_one, panel->count, matter->facets, others);
    double known = 0;
    uint32_t common = 0;
    for (uint32_t facet = 0; facet < matter->facets; facet++) {
        double knowers = (double)once[facet] + panel->weight * (double)others[facet];
        known += knowers;
        common += knowers >= common_knowledge_share * panel->people ? 1 : 0;
    }
    double facets = matter->facets;
    return (struct census){
        .coverage = known / (facets * panel->people),
        .common = panel->people > 0 ? common / facets : NAN,
        .reach = known / facets,
    };
}

static double weight_of(const struct opinions *opinions, uint32_t i)
{
    return opinions->weights == NULL ? 1 : opinions->weights[i];
}

/* With sorted x, the sum over all ordered pairs of |x_i - x_j| is 2 sum (2i - n + 1) x_i. */
double opinion_agreement(const struct opinions *opinions)
{
    if (opinions->count == 0)
        return NAN;
    double sum = 0, below = 0;
    for (uint32_t i = 0; i < opinions->count; i++) {
        double weight = weight_of(opinions, i);
        sum += weight * ((2.0 * below - opinions->people + weight) * opinions->all[i]);
        below += weight;
    }
    return fmin(1, fmax(0, 1.0 - 2.0 * (2.0 * sum) / (opinions->people * opinions->people)));
}

struct opinion_spread opinion_spread(const struct opinions *opinions)
{
    if (opinions->count == 0)
        return (struct opinion_spread){NAN, NAN, NAN};
    double sum = 0, squares = 0, extreme = 0;
    for (uint32_t i = 0; i < opinions->count; i++)
        sum += weight_of(opinions, i) * opinions->all[i];
    double mean = sum / opinions->people;
    for (uint32_t i = 0; i < opinions->count; i++) {
        double away = opinions->all[i] - mean;
        bool is_extreme = (opinions->all[i] < extreme_below) | (opinions->all[i] > extreme_above);
        squares += weight_of(opinions, i) * (away * away);
        extreme += weight_of(opinions, i) * (is_extreme ? 1.0 : 0.0);
    }
    return (struct opinion_spread){mean, sqrt(squares / opinions->people), extreme / opinions->people};
}

uint32_t opinion_clusters(const struct opinions *opinions, double gap, double least)
{
    uint32_t clusters = 0;
    double size = 0;
    for (uint32_t i = 0; i < opinions->count; i++) {
        size += weight_of(opinions, i);
        if (i + 1 < opinions->count && opinions->all[i + 1] - opinions->all[i] <= gap)
            continue;
        clusters += size >= least * opinions->people ? 1 : 0;
        size = 0;
    }
    return clusters;
}
