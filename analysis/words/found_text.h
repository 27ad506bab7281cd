/* What was simulated against the historical record, in words and as a block of a comparison. */
#ifndef ANALYSIS_FOUND_TEXT_H
#define ANALYSIS_FOUND_TEXT_H

#include "analysis/numbers/found.h"

const char *fit_name(enum fit fit); /* "too low" */
/* "5 of 7 fit" */
void fits_text(const struct fits *fits, struct text *out);
/* "4.5", and "3 to 6" or nothing */
void say_found(struct text *out, const struct results *results, const struct results_found *found);
void say_found_range(struct text *out, const struct results *results, const struct results_found *found);
/* How a record is spoken of: one of minutes is the reader's own. */
struct record_words {
    const char *title;             /* "What the record says" */
    const char *the, *say, *allow; /* "the record", "says", "allows" */
};
const struct record_words *record_words(const struct results *results);
/* The block of a comparison; nothing when the scenario names no such number. */
void found_text(const struct results *results, double confidence, struct text *out);

#endif
