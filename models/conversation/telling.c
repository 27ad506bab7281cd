#include "conversation/telling.h"

#include <string.h>

/* Where her knowledge of the matter is held now. */
static uint64_t *words_of(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    const struct circle *circle = circle_of(conversation, person);
    if (circle != NULL && circle->matter == matter)
        return &circle->seats.facets[(size_t)conversation->seat[person] * conversation->words];
    return &matter->known[(size_t)person * matter->words];
}

struct facet_set person_knows(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    struct facet_set set = {{0}};
    memcpy(set.word, words_of(conversation, matter, person), matter->words * sizeof set.word[0]);
    return set;
}

bool person_learns(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    uint64_t *word = words_of(conversation, matter, person) + facet / 64;
    uint64_t bit = UINT64_C(1) << (facet % 64);
    if ((*word & bit) != 0)
        return false;
    *word |= bit;
    struct circle *circle = circle_of(conversation, person);
    if (circle == NULL || circle->matter != matter)
        return true;
    uint32_t seat = conversation->seat[person];
    struct facet_set in_favour = facets_for(matter);
    circle->seats.known[seat]++;
    circle->seats.agreed[seat] += facet_in(&in_favour, facet) ? 1.0F : 0.0F;
    circle_weigh(conversation, circle);
    return true;
}
