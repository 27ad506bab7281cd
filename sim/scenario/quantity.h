/* Numbers with units, as a scenario writes them and as the program holds them. Private to this room.
 *
 * What is written can be read back to the very same value: decimals are the shortest that strtod returns to
 * the same double (at most 17 digits, Steele & White 1990), percents are shifted as decimals and not
 * multiplied, durations are whole microseconds. The program is in the C locale.
 */
#ifndef SCENARIO_QUANTITY_H
#define SCENARIO_QUANTITY_H

#include "base/sim_time.h"
#include "base/text.h"

enum fault {
    FAULT_NONE = 0,
    FAULT_NO_NUMBER, /* not a number at all */
    FAULT_TOO_LARGE,
    FAULT_TOO_SMALL, /* so near zero that it would become zero */
    FAULT_NO_UNIT,
    FAULT_WRONG_UNIT,
    FAULT_ORDER, /* "30 min 1 h" */
    FAULT_NEGATIVE,
    FAULT_NOT_WHOLE,
    FAULT_POINT, /* "1.000", which is a thousand or one, for a whole number */
    FAULT_COMMA, /* "50,0 %" */
};

struct reading {
    enum fault fault;
    const char *unit; /* after a wrong unit: where it stands in the text */
    size_t unit_length;
};

struct reading read_real(const char *text, const char *unit, double *value);
struct reading read_count(const char *text, int64_t *value);
struct reading read_share(const char *text, double *value);
struct reading read_duration(const char *text, sim_time *value);
struct reading read_rate(const char *text, double *per_hour);
struct reading read_clock(const char *text, sim_time *since_midnight);

/* Canonical value to text, in the unit of `like` (a value of the same kind, such as a default) where it has
 * one. */
void write_real(struct text *out, double value, const char *like);
void write_share(struct text *out, double value, const char *like);
void write_duration(struct text *out, sim_time value, const char *like);
void write_rate(struct text *out, double per_hour, const char *like);
void write_clock(struct text *out, sim_time since_midnight);

/* The unit that somebody who wrote `word` may have meant ("hours": "h"), or NULL. */
const char *duration_unit_meant(const char *word, size_t length);
const char *rate_unit_meant(const char *word, size_t length);

#define DURATION_UNITS "us, ms, s, min, h, d or w"
#define RATE_UNITS     "/s, /min, /h, /d or /week"

#endif
