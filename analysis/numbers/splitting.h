/* What separates worlds: the threshold of one number that divides those of one side from those of the other
 * best, and a second one within the parts, in the manner of scenario discovery (Bryant & Lempert 2010).
 *
 * A cut divides worlds by one factor: below a threshold or not, or for a factor of choices one choice or
 * another. Each part is then called by the side that most of its worlds are on. The best cut gets most worlds
 * right. With many factors some cut always looks good, so a cut is only said when it would have been right in
 * worlds that it was not made of: the worlds are dealt into ten folds, each fold is foretold by the cut made
 * of the other nine, and that must be right more often than the larger side alone, by more than luck would do
 * (2.5 standard errors of the worlds in which they differ). A second cut has to earn its place beside the
 * first in the same way; where only both together are right more often, both are said.
 */
#ifndef ANALYSIS_SPLITTING_H
#define ANALYSIS_SPLITTING_H

#include <stdbool.h>
#include <stddef.h>

/* Worlds to be separated. */
struct worlds_to_split {
    const double *values;  /* [world][factor] */
    const bool *is_choice; /* by factor: its values are numbers of choices */
    const bool *side;      /* by world */
    size_t worlds, factors;
};

struct cut {
    size_t factor;
    bool is_choice;
    double at;         /* half-way between two worlds; of a choice the choice that is the one part */
    bool below, above; /* side of the part below the threshold (or of that choice), and of the other part */
};

struct split {
    struct cut first;
    bool has_below, has_above; /* whether a part of it is cut again */
    struct cut below, above;
    size_t worlds, larger; /* how many there are, and on the larger side */
    size_t right;          /* worlds that are on the side that the cuts say */
    size_t right_of_first; /* the same for the first cut alone */
};

/* False where no cut is real; then only `worlds` and `larger` hold. */
bool split_worlds(const struct worlds_to_split *all, struct split *split);

/* The side on which the cuts say that a world with these values is. */
bool split_side(const struct split *split, const double *values);

#endif
