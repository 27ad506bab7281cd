/* The movement as a whole, measured at every sampling instant of a run.
 *
 * How integrated a movement is no site can tell: it takes all groups and all links at one moment. So the run
 * pauses at each sampling instant, when every site has worked all that comes before it; somebody describes
 * what is there (state.h), and the measures of a state and of the course of states are taken of the
 * description. Sites are only read, so the pauses change nothing.
 */
#ifndef WHOLE_WHOLE_H
#define WHOLE_WHOLE_H

#include "measures/ledger.h"
#include "state/state_measures.h"

struct sites_view {
    struct parts *const *parts;
    uint32_t count;
    uint32_t threads; /* how many may look at once, 1 or more; changes no number */
};

/* What is the same at all moments of a run. */
struct movement_frame {
    uint32_t topics;
    uint32_t facets;     /* of the commons, topic by topic */
    uint32_t work_items; /* of the whole movement and of all sites */
    bool shared_members; /* whether groups that share a member count as linked */
    const struct number_set *problems;
    size_t problem_count;
};

/* Describes all sites as they are `now`; what it makes lives in `arenas`, one a thread, which go after the
 * moment. */
typedef struct movement_state describe_movement(const struct movement_frame *frame, struct sites_view sites,
                                                sim_time now, struct arena *arenas);

struct whole;

/* NULL when there is nothing to do: nobody describes, or the record keeps no measure of the movement, or this
 * design lacks what they need. */
struct whole *whole_new(const struct ledger_settings *settings, const struct chapter_list *list,
                        describe_movement *describe, const struct movement_frame *frame,
                        struct sites_view sites, struct outcome *outcome, struct arena *arena);
/* The next sampling instant, the end of the run at last; SIM_NEVER with no whole. */
sim_time whole_due(const struct whole *whole);
/* Takes the sample that is due. */
void whole_sample(struct whole *whole);

#endif
