/* Days of the week, as a scenario names them. */
#ifndef SCENARIO_WEEKDAY_H
#define SCENARIO_WEEKDAY_H

#include "scenario/field.h"

struct weekday {
    struct choice choice;
    int number; /* Monday 0 ... Sunday 6, none -1 */
};

extern const struct choice *const weekdays[]; /* Monday to Sunday */
extern const struct choice *const weekdays_or_none[];

/* Days of a set of weekdays_or_none, Monday the lowest bit; "none" is no day. */
unsigned weekday_bits(uint64_t chosen);

#endif
