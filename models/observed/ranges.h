/* How sure a number is that was counted or averaged in a record: its range at a confidence such as .95.
 *
 * A share has the range of Wilson (1927, doi:10.1080/01621459.1927.10502953): it stays between 0 and 1, and
 * its coverage is near what it says even for few cases (Brown, Cai & DasGupta 2001). A mean or a quantile has
 * a bootstrap range: the values are drawn again, with replacement, many times (Efron 1979), and the range is
 * that of what comes out, from one percentile to another. These lie somewhat farther out than the confidence
 * says, since the plain range is too narrow for few values ("expanded percentile" of Hesterberg 2015,
 * doi:10.1080/00031305.2015.1089789). Seeded: the same values give the same range.
 */
#ifndef OBSERVED_RANGES_H
#define OBSERVED_RANGES_H

#include <stddef.h>
#include <stdint.h>

struct observed_range {
    double least, most;
};

/* Of `hits` in `of` cases, of > 0. */
struct observed_range ranges_share(double hits, double of, double confidence);

/* Of the mean of count >= 2 values. `purpose` makes the luck of one measure differ from that of another. */
struct observed_range ranges_mean(const double *values, size_t count, double confidence, uint32_t purpose);
/* Of the value that a `share` of them lie below. */
struct observed_range ranges_quantile(const double *values, size_t count, double share, double confidence,
                                      uint32_t purpose);

/* The value that a `share` of count >= 1 values lie below, between neighbours in proportion (type 7 of
 * Hyndman & Fan 1996). */
double ranges_quantile_of(const double *values, size_t count, double share);

#endif
