/* Plausible worlds: the scenario with all its assumed numbers changed at once, each within the range that
 * somebody who knows the field would still believe.
 *
 * What worlds differ in is a factor: a number with a range, or a setting with choices. Which worlds there are
 * is decided by the points (experiment/points.h): a position from 0 to 1 for each factor. A world lies under
 * the designs, as an assumption does: what a design sets stays as it is. It is bound when one of its runs is
 * made, and forgotten after it, so that their number costs no memory.
 */
#ifndef EXPERIMENT_WORLDS_H
#define EXPERIMENT_WORLDS_H

#include "experiment/experiment_parts.h"

enum {
    MOST_WORLDS = 1000000,
    MOST_TRIED = 20000 /* designs in worlds that are bound before the first run */
};

/* A factor, and where its numbers come from. */
struct world_factor {
    const struct field *field;
    double least, most, unit;     /* canonical; unit: one of the factor's */
    const struct node *where;     /* the setting in `over`; NULL: it is one of all that are assumed */
    const struct node *from, *to; /* the ends of the range, or in `to` the list of choices; NULL as `where` */
    bool *used;                   /* by design: it reads the setting, and does not set it itself */
};

struct worlds {
    struct record_worlds plan;
    struct world_factor *own; /* one a factor of the plan */
    struct factor *factors;
    bool *impossible; /* by world: its numbers contradict each other, and it is left out */
    size_t left_out;
    /* Of weeks that are chosen (choice.h): the plausible worlds in which their runs are made, one for each
     * run; NULL: the world that the scenario describes. */
    const struct worlds *within;
    const double *search_within, *anew_within; /* by run: positions of its world, in the search and anew */
    bool *is_anew;                             /* by week: it is no week of the search, but run anew */
    size_t as_it_is;                           /* the week that is the scenario as it is; NO_WEEK: none */
};
#define NO_WEEK SIZE_MAX

/* Reads `sensitivity` and `over`; NULL where the scenario asks for no worlds, or with trouble. Needs the
 * settings of all designs. */
struct worlds *worlds_find(const struct experiment *experiment, struct trouble *trouble);
/* What the worlds differ in, into `worlds`. */
void factors_find(const struct experiment *experiment, struct worlds *worlds, struct trouble *trouble);
/* The value of factor number `which` at a position: `number` as it stands in the file, and the text, in
 * `arena`. */
const char *world_value(const struct worlds *worlds, size_t which, double position, double *number,
                        struct arena *arena);

/* Whether the settings of a design in a world are without contradiction. */
bool world_can_be(const struct experiment *experiment, size_t world, size_t design);
/* Whether every world can be, as far as they are tried before the first run. Of a sample over all assumed
 * numbers those that cannot are left out, with a note; otherwise what is wrong with one is said. */
void worlds_check(const struct experiment *experiment, struct worlds *worlds, struct trouble *trouble);

#endif
