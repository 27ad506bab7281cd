/* How the designs, settings and measures of a file are called. */
#ifndef ANALYSIS_NAMING_H
#define ANALYSIS_NAMING_H

#include "analysis/file/results.h"
#include "analysis/plain/plain.h"

/* NULL when there is none that compares; then the measure's meaning has to do. */
const struct phrase *phrase_of(const struct results_measure *measure);
/* What a sentence speaks of: "proposals per hour", or the meaning of a measure without a phrase. */
void say_subject(struct text *out, const struct results_measure *measure);
/* The short heading, or the meaning of a measure that has none. */
const char *title_of(const struct results_measure *measure);
/* The heading and its unit, for an axis: "Time from proposal to decision, in hours". */
void say_title(struct text *out, const struct results_measure *measure);
/* Shares are shown in percent: what their numbers are multiplied with, 1 for all else. */
double shown_factor(const struct results_measure *measure);
/* How the numbers of a figure are shown whose greatest is `most`: shares in percent, times of more than three
 * days in days. Person-hours stay hours. */
struct shown {
    double factor;
    const char *unit; /* as the file writes units */
};
struct shown shown_up_to(const struct results_measure *measure, double most);
/* A number of it as people write it: "12 %", "183"; and a range of such numbers. */
void say_value(struct text *out, const struct results_measure *measure, double value);
void say_values(struct text *out, const struct results_measure *measure, double low, double high);
/* What the bins of a dimension count: "people in the circle". */
void say_bins(struct text *out, const char *dimension);
/* How often each design was run: "30 runs of each design", or "10 to 45 runs of each design" where they
 * differ.
 */
void say_runs_of(struct text *out, const struct results *results);
/* What several sites make of a number, as a line; nothing for one site. */
void say_sites(struct text *out, const struct results *results);
/* The path of a setting, with what says nothing left out: "people" for "sites[0].people" where there is one
 * site, "people of Oakland" where there are several. */
void say_setting(struct text *out, const struct results *results, const char *path);
/* What it means up to what is only said besides, as part of a sentence, and its name: "proposals a day
 * (`proposals.per_day`)"; the name alone where the file does not say what it means. */
void say_meaning_of_setting(struct text *out, const struct results *results, const char *path);
/* What stands at an axis: its meaning, or its path where the file does not say what it means. */
void say_title_of_setting(struct text *out, const struct results *results, const char *path);
/* The name of a design in quotation marks. */
void say_design(struct text *out, const struct results *results, size_t design);

#endif
