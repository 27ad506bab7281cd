/* Contrasts and what an answer hangs on, in sentences. */
#ifndef ANALYSIS_SENTENCE_H
#define ANALYSIS_SENTENCE_H

#include "analysis/numbers/compare.h"

/* "with open space decided 3.1 times as many proposals per hour as assembly only (95 % range 2.8 to 3.5),
 * ahead in 48 of 50 paired runs" */
void contrast_sentence(const struct results *results, const struct contrast *contrast, struct text *out);
/* "ahead in 48 of 50 paired runs" or "behind in ...", with ties and missing pairs named */
void contrast_lead(const struct results *results, const struct contrast *contrast, struct text *out);
/* "pairing saved 41 % of the runs", a few words without a stop; nothing, and false, where that is not clear
 */
bool contrast_saved(const struct contrast *contrast, struct text *out);
/* "3.1 times as many (95 % range 2.8 to 3.5)", "54 % fewer (95 % range 53 % to 56 %)", and where there is no
 * ratio "0.02 less (95 % range 0.01 to 0.03)": true of the design beside its base, whichever is better. */
void contrast_short(const struct results *results, const struct contrast *contrast, struct text *out);
/* "3.1 times as many, 2.8 to 3.5": for a table whose heading says what the range is */
void contrast_shortest(const struct results *results, const struct contrast *contrast, struct text *out);
/* "reached 15 % less shared understanding (95 % range 15 % to 16 %)": without the names of the designs, where
 * both are known. */
void contrast_phrase(const struct results *results, const struct contrast *contrast, struct text *out);
/* "3.1×", "+80 %", "-34 %", "-0.02": for a cell of a map */
void contrast_mark(const struct results *results, const struct contrast *contrast, struct text *out);
const char *verdict_name(enum verdict verdict); /* "unclear" */
const char *turn_name(enum turn turn);          /* "turns around" */
/* How far the check of assumptions reaches: "Of the 62 assumed numbers that this scenario stands on, 2 were
 * tried; its author chose them." Nothing where the file does not know. */
void say_reach(struct text *out, const struct results *results);
/* On what the answer of a design hangs: "the answer on “circles” turns around if: proposals a day
 * (`proposals.per_day`), 1 /d instead of 6 /d; .... It becomes unclear if: ...". At most `most` of each are
 * named (0: all). Nothing where no alternative that was tried changes it. */
void say_what_it_hangs_on(struct text *out, const struct comparison *comparison, size_t design, size_t most);

#endif
