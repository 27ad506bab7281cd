/* Which design is the best, where it was looked for. */
#ifndef ANALYSIS_BEST_TEXT_H
#define ANALYSIS_BEST_TEXT_H

#include "analysis/file/results.h"
#include "base/text.h"

/* What was looked for and what came of it, of a file or of runs that have just been made. */
struct best_found {
    const struct results_best *best;
    const char *const *designs; /* their names */
    const size_t *runs;         /* of each design */
    size_t count;
};

struct best_found best_found_in(const struct results *results);

/* "“three circles” is the best of 10 by `wait`, or within 5 % of it (95 % sure); 7 of 10 were out after 20
 * runs, all 9 others after 45." Says so where it was not decided, and who is still in. Nothing where no best
 * design was looked for. No line end. */
void say_best(struct text *out, const struct best_found *found);
/* The same of a file, as a line of its own; nothing where no best design was looked for. */
void say_best_line(struct text *out, const struct results *results);
/* What became of one design: "the best", "still in", "out after 20 runs", "no value in some run". */
void say_standing(struct text *out, const struct best_found *found, size_t design);

#endif
