/* The units of durations and rates. Private to this room. */
#ifndef SCENARIO_UNITS_H
#define SCENARIO_UNITS_H

#include <stddef.h>

#include "base/sim_time.h"

struct unit {
    const char *name; /* "min", "/d" */
    sim_time length;  /* of the unit, or of the time that a rate is per */
};

enum { DURATION_UNIT_COUNT = 7, RATE_UNIT_COUNT = 5 };
extern const struct unit duration_units[DURATION_UNIT_COUNT]; /* from the largest */
extern const struct unit rate_units[RATE_UNIT_COUNT];

/* By its name or spelled out: "d", "days"; "/d", "per day", "/day", "a day". NULL when there is none. */
const struct unit *duration_unit(const char *name, size_t length);
const struct unit *rate_unit(const char *name);

double rate_per_hour(double count, const struct unit *unit);

#endif
