/* What the program is checked against: a table of laws, each with the null scenario that isolates it.
 *
 * A law holds when the mean over replications lies within four standard errors and the stated bias of the
 * exact number. By chance alone a true law fails with probability 6e-5; with the fixed seed of the scenario
 * it always fails or never does. So that passing means something, four standard errors and the bias together
 * must not exceed `within`.
 */
#ifndef VERIFY_LAW_H
#define VERIFY_LAW_H

#include <stdbool.h>
#include <stddef.h>

#include "exact.h"

enum {
    WHOLE = -1,
    HALF_LIFE = -2,  /* of a course: least squares through the logarithms, run by run */
    DISPERSION = -3, /* variance over mean between runs, of a measure of the whole run; 1 for Poisson */
};

/* Standard errors of slack. */
#define SLACK 4.0

struct law {
    const char *scenario, *design;
    const char *measure; /* of the whole run, a histogram, or a column of a table */
    int place;           /* bin, instant or row, from 0; or one of the above */
    double unit;         /* everything is told in this many units of the measure */
    closed_form *exact;
    double with[MOST_NUMBERS];
    double bias;   /* known or allowed systematic error, relative to the exact number */
    double within; /* error that is claimed, relative; 0: no claim is made, the number is only told */
    const char *what, *source;
};

struct null_scenario {
    const char *name;
    int long_replications; /* for the long form; 0: the scenario knows no chance */
};

extern const struct law laws[];
extern const size_t law_count;
extern const struct null_scenario null_scenarios[];
extern const size_t null_scenario_count;

#endif
