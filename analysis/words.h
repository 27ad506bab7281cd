/* Numbers and measures in plain words. */
#ifndef ANALYSIS_WORDS_H
#define ANALYSIS_WORDS_H

#include "analysis/results.h"
#include "base/text.h"

/* Three significant digits, an exponent only below 0.00001: 0.0123, 3.05, 67, 12,300; "no value" for NaN,
 * "never" for infinity. */
void say_number(struct text *out, double number);
/* "3.1" as in "3.1 times as many" */
void say_times(struct text *out, double ratio);
void say_percent(struct text *out, double share); /* 0.352 -> "35 %" */
/* "2.81 to 3.49" */
void say_range(struct text *out, double low, double high);
/* "1 run of each design", "40 runs of each design" */
void say_size(struct text *out, size_t runs);
/* What several sites make of a number, as a line; nothing for one site. */
void say_sites(struct text *out, const struct results *results);
/* "about 400": a number of runs, rounded up to two digits */
void say_runs(struct text *out, double runs);
/* Whether a UTF-8 sequence is a control character or one that turns the direction of writing: such things of
 * a scenario are shown as spaces, so that they can neither steer a terminal nor disguise a text. */
bool unshowable(const char *bytes, size_t length);
/* Text of a scenario on one line, made showable. */
void say_plain(struct text *out, const char *text);
/* The same within a sentence: without the capital that it begins with, unless that is a name in capitals. */
void say_within(struct text *out, const char *text);
/* " h-1" -> " per hour"; "" for the unit 1. With a space in front. */
void say_unit(struct text *out, const char *unit);

/* The path of a setting, with what says nothing left out: "people" for "sites[0].people" where there is one
 * site, "people of Oakland" where there are several. */
void say_setting(struct text *out, const struct results *results, const char *path);
/* The name of a design in quotation marks. */
void say_design(struct text *out, const struct results *results, size_t design);

/* NULL when there is none that compares; then the measure's meaning has to do. */
const struct phrase *phrase_of(const struct results_measure *measure);
/* What a sentence speaks of: "proposals per hour", or the meaning of a measure without a phrase. */
void say_subject(struct text *out, const struct results_measure *measure);
/* The short heading, or the meaning of a measure that has none. */
const char *title_of(const struct results_measure *measure);
/* The heading and its unit, for an axis: "Time from proposal to decision, in hours". */
void say_title(struct text *out, const struct results_measure *measure);
/* What the bins of a dimension count: "people in the circle". */
void say_bins(struct text *out, const char *dimension);

#endif
