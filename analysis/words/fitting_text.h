/* Which plausible worlds agree with the record, in sentences and as a block of a comparison. */
#ifndef ANALYSIS_FITTING_TEXT_H
#define ANALYSIS_FITTING_TEXT_H

#include "analysis/numbers/fitting.h"

/* "200 plausible worlds have other values of the numbers that nobody knows for sure. Kept are the 20 that
 * agree best with the 5 numbers in the record"; why none are, where there are too few. */
void say_which_are_kept(struct text *out, const struct fitting *fitting);
/* How far off the kept worlds are, and a warning where they are outside of the ranges. */
void say_how_near(struct text *out, const struct fitting *fitting);
/* "2 to 8 min, and 4.1 min in the middle"; of choices "“yes” in 14 of 20" */
void say_prior_of(struct text *out, const struct fitting *fitting, const struct fitting_number *number);
void say_kept_of(struct text *out, const struct fitting *fitting, const struct fitting_number *number);
/* "no world reaches Hearings tabled: found 20 % (9 to 39 %), and worlds have 45 % to 70 %": false and nothing
 * where some world does. */
bool say_not_reached(struct text *out, const struct fitting *fitting, const struct fitting_found *found);
/* That a number could not be used, and why: false and nothing where it was. */
bool say_not_used(struct text *out, const struct fitting *fitting, const struct fitting_found *found);
/* "in the kept worlds “circles” is ahead of “assembly” in 17 of 20 (clearly in 12), in all worlds in 120 of
 * 200" */
void say_kept_design(struct text *out, const struct fitting *fitting, const struct fitting_design *design);

/* The block of a comparison; nothing where there is no record or no sample of worlds. */
void fitting_text(const struct fitting *fitting, struct text *out);

#endif
