/* Rows of measures, by their shape. */
#ifndef MEASURES_MEASURES_H
#define MEASURES_MEASURES_H

#include "measures/ledger.h"
#include "parts.h"

struct run_measure {
    struct measure measure; /* first, so that a pointer to the row is one to the measure */
    double (*value)(const struct parts *parts);
};

struct bin_measure {
    struct measure measure;
    double (*value)(const struct parts *parts, uint32_t bin);
};

extern const struct run_measure run_measures[], time_measures[];
extern const struct bin_measure bin_measures[];
extern const size_t run_measure_count, time_measure_count, bin_measure_count;

/* Speaking times in hours of those who came at least once; the count goes to `people`. Into scratch of
 * knowledge. */
double *speaking_hours(const struct parts *parts, uint32_t *people);

#endif
