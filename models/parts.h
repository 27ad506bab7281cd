/* How the mechanisms of one site find each other, without a list of them here.
 *
 * Every site carries one `struct parts`. The state of a mechanism lies there under its number
 * (NAME/numbers.h), and the header of the mechanism says how to ask for it: people_of(parts), in
 * people/people.h. So a mechanism sees those whose headers it includes, and a new one changes nothing here.
 */
#ifndef MODELS_PARTS_H
#define MODELS_PARTS_H

#include "kernel/run.h"
#include "numbering.h"

struct moments;

struct parts {
    void *state[MOST_MECHANISMS]; /* by number; NULL where the scenario does not have the mechanism */
    const struct moments *hears[MOST_MECHANISMS + 1]; /* who listens to moments (moments.h), up to NULL */
    sim_time measured_at,
        measured_before;        /* the instant of the sample that is being taken, and the one before */
    sim_time measured_from;     /* rows of tables about what began before are left out; 0: none are */
    const struct parts *before; /* the site as it was then, while a row is taken that asks; else NULL */
};

static inline struct parts *parts_of(struct site *site)
{
    return site_state(site);
}

/* In the header of a mechanism: NAME_of(parts) is its state, or NULL. */
#define PART(name, number)                                                                                   \
    static inline struct name *name##_of(const struct parts *parts)                                          \
    {                                                                                                        \
        return parts->state[number];                                                                         \
    }

#endif
