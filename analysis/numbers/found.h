/* What was simulated against what the historical record says.
 *
 * A scenario can name numbers of the record, each with its source and, where the record allows one, a range.
 * A design fits such a number when the mean of its runs lies within that range. Where no range is stated, it
 * fits when the range of the mean holds the number: then nothing in the runs speaks against it. No setting is
 * fitted to these numbers here; they are only looked at.
 */
#ifndef ANALYSIS_FOUND_H
#define ANALYSIS_FOUND_H

#include "analysis/numbers/estimate.h"
#include "base/text.h"

enum fit {
    FIT_UNKNOWN, /* no value, or one run and no range in the record */
    FIT_GOOD,
    FIT_TOO_LOW,
    FIT_TOO_HIGH,
};

struct found_check {
    const struct results_found *found;
    size_t design;
    struct estimate mean;
    enum fit fit;
};

struct found_check found_check(const struct results *results, size_t number, size_t design,
                               double confidence);

/* Of the numbers that can be judged, how many fit. */
struct fits {
    size_t good, judged;
};
struct fits found_fits(const struct results *results, size_t design, double confidence);

/* Whether all of them were worked out from a table of minutes. */
bool found_in_minutes(const struct results *results);

#endif
