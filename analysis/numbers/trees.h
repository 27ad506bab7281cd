/* Cascades of sparks as trees, as the table of who heard of which spark has it.
 *
 * Of the shown run (analysis/numbers/movement.h). A cascade begins with somebody who became active by an
 * announcement or a post, or began the spark, and holds all who are active because of her. People of the
 * public are in no row: they are counted in `people` and stand nowhere in the tree.
 */
#ifndef ANALYSIS_TREES_H
#define ANALYSIS_TREES_H

#include "analysis/numbers/estimate.h"

struct tree_person {
    size_t site;
    size_t parent; /* her place in the tree, before hers; NOT_FOUND: she began it */
    size_t depth;
    size_t behind; /* people active because of her who do not stand in the tree */
};

struct tree {
    size_t spark_site, spark;    /* which spark it is of: its number at its site */
    size_t site;                 /* of who began it */
    size_t way;                  /* how she came to it: its place among the words of the file */
    double began;                /* days */
    size_t members, steps;       /* people of the movement in it, and its most steps, those left out too */
    double people;               /* and those of the public */
    struct tree_person *persons; /* who began it first, nobody before who told her */
    size_t count;
};

struct trees {
    struct tree *items; /* the largest first */
    size_t count;
    size_t cascades, alone; /* of the run; those of one person of the movement */
};

bool trees_recorded(const struct results *results);
/* So many trees, of so many people each. Of a larger cascade those stand in the tree who have most people
 * behind them; the others are counted where they would hang. */
struct trees_room {
    size_t trees, people;
};
/* The largest of a design, of two people or more, in `arena`. Empty with trouble when the table cannot be
 * read. */
struct trees trees_of(struct results *results, size_t design, struct trees_room room, struct arena *arena,
                      struct trouble *trouble);
/* The words for how somebody comes to a spark. */
struct names trees_ways(const struct results *results, struct arena *arena);

#endif
