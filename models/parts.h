/* How the mechanisms of one site find each other.
 *
 * Every site carries one `struct parts`; a mechanism reads its own part and those of mechanisms lower in the
 * list (people < knowledge < conversation < gathering < decisions < groups < network < shocks < measures).
 * Only incomplete types stand here, so that nobody sees more than it includes.
 */
#ifndef MODELS_PARTS_H
#define MODELS_PARTS_H

#include <stddef.h>

#include "kernel/run.h"
#include "numbering.h"

struct people;
struct knowledge;
struct conversation;
struct gathering;
struct agenda;
struct decisions;
struct groups;
struct adoption;
struct network;
struct shocks;
struct ledger;
struct chronicle;
struct moments;

/* A mechanism's state lies in `state` under its number; those that others are built on have a name too. NULL
 * where the scenario does not have the mechanism. */
struct parts {
    union {
        void *state[MOST_MECHANISMS];
        struct {
            void *nobody;
            struct people *people;
            struct knowledge *knowledge;
            struct conversation *conversation;
            struct gathering *gathering;
            struct decisions *decisions;
            struct groups *groups;
            struct network *network;
            struct shocks *shocks;
            struct ledger *ledger;
            struct agenda *agenda;
            struct adoption *adoption;
            struct chronicle *chronicle;
        };
    };
    sim_time measured_at;                             /* the instant of the sample that is being taken */
    const struct moments *hears[MOST_MECHANISMS + 1]; /* who listens to moments (moments.h), up to NULL */
};
/* The name of a state means the place under this number. */
#define PARTS_NAMES(name, number)                                                                            \
    _Static_assert(offsetof(struct parts, name) == (number) * sizeof(void *), "a state lies under its "      \
                                                                              "number")

static inline struct parts *parts_of(struct site *site)
{
    return site_state(site);
}

#endif
