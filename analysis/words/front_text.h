/* The weeks that a search left, in words: which could be held, what they bring, and how they were found. */
#ifndef ANALYSIS_FRONT_TEXT_H
#define ANALYSIS_FRONT_TEXT_H

#include "analysis/numbers/front.h"
#include "base/text.h"

/* "most proposals decided", "fewest person-hours", "in between": what a week is held as. */
void front_say_name(struct text *out, const struct front *front, const struct front_held *held);
/* "at most 30", and "hours of sessions at most 30" */
void front_say_bounds(struct text *out, const struct front *front, size_t asked);
void front_say_limit(struct text *out, const struct front *front, size_t asked);
/* "37.1 (95 % range 35.7 to 38.6)": the mean of a number; without a range where there is none. */
void front_say_mean(struct text *out, const struct front *front, const struct front_number *number,
                    size_t asked);
/* "22 % more than the week as it is (95 % range 18 % to 26 %)"; that it is not clear, or the same; nothing,
 * and false, where there are too few pairs of runs. */
bool front_say_change(struct text *out, const struct front *front, const struct front_number *number);
/* "22 % more, 18 % to 26 %", "not clear", "the same": for a table whose heading says against what. */
bool front_say_change_shortly(struct text *out, const struct front *front, const struct front_number *number);
/* Which of the weeks keep the limits, and so which are proposed: a sentence or two; nothing where no limit is
 * asked for. */
void front_say_kept(struct text *out, const struct front *front);
/* How many weeks were tried in how many runs, and that the numbers are of fresh ones: sentences. */
void front_say_search(struct text *out, const struct front *front);
/* What these numbers do not say: sentences. */
void front_say_reach(struct text *out, const struct front *front);
/* "; better in 87 of 120 plausible worlds", where each run was made in one; nothing of a limit. */
void front_say_worlds(struct text *out, const struct front *front, const struct front_number *number);
/* "finalists 2 and 5 cannot be told from it": of one goal; nothing, and false, where there are none. */
bool front_say_alike(struct text *out, const struct front *front);

/* Each line of a text behind `indent`, made showable. */
void front_say_lines(struct text *out, const char *lines, const char *indent);

/* The block of a comparison, and what a run ends with; nothing where no weeks were chosen (NULL). */
void front_text(const struct front *front, struct text *out);
void front_lines(const struct front *front, struct text *out);

#endif
