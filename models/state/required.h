/* Which groups are required to work together: those on a common topic in different sites, and those of which
 * it is declared that they depend on each other. Each pair counts once.
 *
 * They are found for up to 512 groups at a time, the sources: bit i stands for the i-th of them.
 */
#ifndef STATE_REQUIRED_H
#define STATE_REQUIRED_H

#include "state/state.h"
#include "state/wide.h"

/* Memory for one thread, to be used again and again. */
struct requirement {
    const struct movement_state *state;
    const struct graph *dependencies;
    const uint32_t *sources; /* of the piece that was looked at last */
    uint32_t count;
    wide *of_topic, *of_site; /* which of the sources work on it, and there */
    wide *pairs;              /* of each group: with which of the sources it has to work together */
    uint32_t *bit_of; /* of each group: its place among the sources, from 1; NULL: nothing is declared */
};

/* Groups from which something is looked at, in pieces of up to 512, as equal as can be. */
struct sources {
    const uint32_t *groups;
    uint32_t count, pieces;
};
struct sources required_from_all(const struct state_view *view);
/* `count` of them by lot, in no order; the same ones whenever there are as many groups. */
struct sources required_from_sample(const struct state_view *view, uint32_t count);
uint32_t required_in_piece(const struct sources *sources, uint32_t piece);

/* Memory for each thread that may look at the view, the same one whenever it is asked for. */
struct requirement *required_room(const struct state_view *view);
/* Fills `pairs`, and adds to `count` how many there are, each seen from its source. */
void required_find(struct requirement *requirement, const struct sources *sources, uint32_t piece,
                   struct wide_count *found);

#endif
