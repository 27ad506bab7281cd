/* Sessions outside the calendar: a meeting of a working group, a call of two delegates.
 *
 * They hold the same conversations and the same methods as an assembly. A person who is called by name comes,
 * unless she is in another session, not here, unable to come now, or too tired; attendance is not drawn.
 * Convened sessions overlap each other and those of the calendar. They are counted in books of their own
 * (`gathering_tally_convened`, `conversation->apart`).
 */
#ifndef GATHERING_CONVENING_H
#define GATHERING_CONVENING_H

#include "gathering/gathering.h"

struct convening {
    const struct calendar_entry *entry; /* method, and for how long at most; lasts as long as the session */
    const uint32_t *people;             /* in the order in which they come in; nobody twice */
    uint32_t count;
    uint32_t luck; /* of its draws: different for all convenings of this kind at this site */
    struct matter
        *matter; /* for stages with `matter: own`; may be NULL; the convener keeps and releases it */
    const struct facet_set *about; /* only these facets of any matter are talked about; NULL: all */
    enum session_owner
        owner_kind; /* with `owner`: the listener to session_closes reads them in session->origin */
    uint32_t owner;
};

/* Opens the session now. If fewer than two people come, nothing changes and the result is false. */
bool gathering_convene(struct site *site, const struct convening *convening);

#endif
