/* Sets of facets. */
#include "base/require.h"
#include "knowledge/knowledge.h"

uint32_t facet_count(const struct facet_set *set)
{
    uint32_t count = 0;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        count += (uint32_t)__builtin_popcountll(set->word[word]);
    return count;
}

uint32_t facet_pick(const struct facet_set *set, uint32_t index)
{
    for (uint32_t word = 0; word < FACET_WORDS; word++) {
        uint64_t bits = set->word[word];
        uint32_t here = (uint32_t)__builtin_popcountll(bits);
        if (index >= here) {
            index -= here;
            continue;
        }
        for (; index > 0; index--)
            bits &= bits - 1;
        return word * 64 + (uint32_t)__builtin_ctzll(bits);
    }
    require(index < facet_count(set)); /* never: it was beyond the set */
    return 0;
}

struct facet_set facet_and(const struct facet_set *a, const struct facet_set *b)
{
    struct facet_set both;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        both.word[word] = a->word[word] & b->word[word];
    return both;
}

struct facet_set facet_or(const struct facet_set *a, const struct facet_set *b)
{
    struct facet_set either;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        either.word[word] = a->word[word] | b->word[word];
    return either;
}

struct facet_set facet_without(const struct facet_set *a, const struct facet_set *b)
{
    struct facet_set rest;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        rest.word[word] = a->word[word] & ~b->word[word];
    return rest;
}
