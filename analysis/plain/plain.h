/* Numbers and texts in plain words. */
#ifndef ANALYSIS_PLAIN_H
#define ANALYSIS_PLAIN_H

#include "base/text.h"

/* Three significant digits, an exponent only below 0.00001: 0.0123, 3.05, 67, 12,300; "no value" for NaN,
 * "never" for infinity. */
void say_number(struct text *out, double number);
/* Three significant digits, and whole from ten on: of people and proposals. */
void say_count(struct text *out, double count);
/* "3.1" as in "3.1 times as many" */
void say_times(struct text *out, double ratio);
void say_percent(struct text *out, double share); /* 0.352 -> "35 %" */
/* "2.81 to 3.49"; around zero both with the digits of the larger one: "-0.001 to 0.398" */
void say_range(struct text *out, double low, double high);
/* "1 run of each design", "40 runs of each design" */
void say_size(struct text *out, size_t runs);
/* "about 400": a number of runs, rounded up to two digits */
void say_runs(struct text *out, double runs);
/* Whether a UTF-8 sequence is a control character or one that turns the direction of writing: such things of
 * a scenario are shown as spaces, so that they can neither steer a terminal nor disguise a text. */
bool unshowable(const char *bytes, size_t length);
/* Text of a scenario on one line, made showable. */
void say_plain(struct text *out, const char *text);
/* A character, or a text on one line, as character data of HTML and SVG: the five characters of markup as
 * entities. */
void plain_character(struct text *out, const char *bytes, size_t length);
void plain_markup(struct text *out, const char *text);
/* The same within a sentence: without the capital that it begins with, unless that is a name in capitals. */
void say_within(struct text *out, const char *text);
/* " h-1" -> " per hour"; "" for the unit 1. With a space in front. */
void say_unit(struct text *out, const char *unit);
/* "per hour", "in days", "" for the unit 1: for an axis. NULL where there is no word for it. */
const char *unit_of_axis(const char *unit);

#endif
