/* The weeks that a search left: what they bring, which limits they keep, and which of them to hold.
 *
 * Everything here is of the finalists' fresh runs alone. The search's own numbers of its winners are too
 * good, since luck is a part of what made them win; no number of the search is read here.
 *
 * - A limit is judged by the worse end of the range of the mean: it is kept surely where the whole range
 * keeps it, perhaps where a part does, not where nothing does. Where there is no range, it is kept surely
 * when as many runs as can bear a claim (fewest_pairs) have the same value and that keeps it; else perhaps.
 * - Weeks are proposed among those that surely keep every limit. Where none does, among those that perhaps
 * do; where none of these is left either, among all: `kept` says which.
 * - Of these the front is what no other one is better than: no worse in the mean of any goal and better in
 *   one. A week without a value of a goal is not among them.
 * - Held are the best by the first goal, the best by the next one, and in between the one whose goals, scaled
 *   from the worst to the best of the front, come nearest to the best of each.
 * - With one goal the best is held, and the others are alike that are not clearly worse, pair by pair.
 * - Each week is set against the scenario as it is run by run, since both have the same luck; where each run
 *   is in a plausible world of its own, both are in the same one, and the worlds are counted in which the
 * week is ahead.
 */
#ifndef ANALYSIS_FRONT_H
#define ANALYSIS_FRONT_H

#include "analysis/numbers/compare.h"

enum keeps { KEEPS_SURELY, KEEPS_PERHAPS, KEEPS_NOT };

/* One of the numbers that weeks are judged by. */
struct front_number {
    struct estimate mean;
    enum keeps keeps;         /* of a limit; a goal is kept surely */
    struct contrast contrast; /* with the scenario as it is, run by run; its verdict is unknown where there
                                 are no pairs. Nothing of the scenario itself. */
    size_t ahead, pairs;      /* runs in which a week is better by a goal, of those that both have */
};

struct front_week {
    const struct front_number *numbers; /* in the order in which they are asked */
    enum keeps keeps;                   /* the limit that it keeps least surely */
    bool has_goals;                     /* a value of each */
    bool is_on_front;
    bool is_alike; /* of one goal: it cannot be told from the best */
};

enum held_as { HELD_AS_FIRST, HELD_AS_NEXT, HELD_AS_BETWEEN };
struct front_held {
    enum held_as as;
    size_t week;
    bool is_best_of_both; /* as the first, and as the next too */
};
enum { FRONT_MOST_HELD = 3 };

struct front {
    const struct results *results;
    const struct results_choice *choice;
    double confidence;
    size_t goals, limits; /* that are asked for */
    size_t first, next;   /* the first goal and the next among what is asked; NOT_FOUND: no next one */
    size_t fewest_runs;   /* fresh ones of a week */
    struct front_week as_it_is;
    const struct front_week *weeks; /* by finalist */
    size_t week_count;
    enum keeps kept;        /* what the weeks that are proposed keep of the limits */
    const size_t *on_front; /* weeks, the best by the first goal first */
    size_t front_count;
    struct front_held held[FRONT_MOST_HELD];
    size_t held_count;
};

/* NULL with trouble where the numbers cannot be read; NULL without where no weeks were chosen. `confidence` 0
 * is the usual one. In `arena`. */
const struct front *front_of(struct results *results, double confidence, struct arena *arena,
                             struct trouble *trouble);

/* Whether a mean keeps a limit; `same`: all of its values are. A goal is kept. */
enum keeps front_keeps(const struct results_asked *asked, const struct estimate *mean, bool same,
                       double confidence);
/* Whether a week is clearly better (1) or clearly worse (-1) by a goal, or neither (0). */
int front_side(const struct results_asked *asked, const struct contrast *contrast);
/* Whether a limit needs no line of its own: a goal is of the same measure, and the week surely keeps it. */
bool front_is_goal_too(const struct front *front, const struct front_week *week, size_t asked);
/* What a week is held as; NOT_FOUND: it is not among those. */
size_t front_held_as(const struct front *front, size_t week);

#endif
