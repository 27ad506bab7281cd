/* What happened at a site, event by event, for scenarios that ask for it (`record_events`).
 *
 * Any mechanism may tell of what it does; nobody reads it but the record, so that telling changes no other
 * number. A site that keeps no chronicle pays one comparison an event.
 */
#ifndef MODELS_CHRONICLE_H
#define MODELS_CHRONICLE_H

#include "base/arena.h"
#include "parts.h"

/* New ones go to the end, as their words do: the numbers stand in files. */
enum told_kind {
    TOLD_PROPOSAL_SUBMITTED, /* who: the proposal; other: who proposes it */
    TOLD_PROPOSAL_DECIDED,   /* who: the proposal; amount: 1 passed, 2 failed, 3 withdrawn */
    TOLD_PERSON_ARRIVES,     /* who: the person */
    TOLD_PERSON_LEAVES,      /* who: the person; amount: the reason */
    TOLD_PERSON_RETURNS,
    TOLD_GROUP_BORN,   /* who: the group; amount: founders */
    TOLD_GROUP_ENDS,   /* who: the group; amount: how */
    TOLD_GROUP_JOINED, /* who: the person; other: the group */
    TOLD_GROUP_LEFT,   /* who: the person; other: the group */
    TOLD_LINK_MADE,    /* who: the group; other: the other site */
    TOLD_LINK_ENDS,    /* the same */
    TOLD_LINK_CALL,    /* the same; amount: hours */
    TOLD_TASK_DONE,    /* who: the group; amount: hours */
    TOLD_RAID,         /* amount: factor of attendance */
    TOLD_COLD,         /* the same */
    TOLD_MEDIA,        /* amount: factor of arrivals */
    TOLD_KINDS
};
#define CHRONICLE_WORDS                                                                                      \
    "proposal_submitted proposal_decided person_arrives person_leaves person_returns group_born group_ends " \
    "group_joined group_left link_made link_ends link_call task_done raid cold media"

enum { CHRONICLE_NUMBER = 12 }; /* of the mechanism (numbering.h) */

#define CHRONICLE_NOBODY UINT32_MAX

struct happening {
    sim_time time;
    double amount; /* NaN: none */
    uint32_t who, other;
    enum told_kind kind;
};

struct chronicle {
    struct happening *events; /* in the order in which they were told */
    uint32_t count, room;
    struct arena *arena;
};

struct chronicle *chronicle_new(struct arena *arena);

void chronicle_add(struct chronicle *chronicle, const struct happening *told);

/* Tells of an event at this instant, where a chronicle is kept. */
static inline void chronicle_tell(struct site *site, enum told_kind kind, uint32_t who, uint32_t other,
                                  double amount)
{
    struct chronicle *chronicle = parts_of(site)->chronicle;
    if (chronicle != NULL)
        chronicle_add(chronicle, &(struct happening){site_now(site), amount, who, other, kind});
}

#endif
