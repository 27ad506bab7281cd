#include "conversation/telling.h"

#include "conversation/conversation_parts.h"
#include "conversation/seats.h"

/* The circle whose seat holds what she knows of the matter now, or NULL. */
static struct circle *sits_on(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    struct circle *circle = circle_of(conversation, person);
    return circle != NULL && circle->matter == matter ? circle : NULL;
}

struct facet_set person_knows(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    const struct circle *circle = sits_on(conversation, matter, person);
    return circle == NULL ? facets_known(matter, person)
                          : seat_facets(&circle->seats, conversation->words, conversation->sits.seat[person]);
}

bool person_learns(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    struct facet_set known = person_knows(conversation, matter, person);
    if (facet_in(&known, facet))
        return false;
    struct circle *circle = sits_on(conversation, matter, person);
    if (circle == NULL)
        return matter_learn(matter, person, facet);
    seat_learn(circle, conversation->sits.seat[person], facet);
    circle_weigh(conversation, circle);
    return true;
}
