/* How narrow the range of a factor would be in worlds that are kept at random. */
#ifndef ANALYSIS_FITTING_CHANCE_H
#define ANALYSIS_FITTING_CHANCE_H

#include "analysis/numbers/fitting.h"

/* Quantile at (n + 1) times the share (Hyndman and Fan's type 6), of sorted values: between the lowest and
 * the highest of them, a new one of the same kind falls with the chance that the shares say. */
double fitting_quantile(const double *sorted, size_t count, double share);

/* Worlds that can be kept: `order` and `choices` by factor and then world, both of `worlds` numbers. */
struct fitting_worlds {
    size_t worlds, kept, factors;
    const double *rank;    /* [factor][world]: place among the worlds, from 0 to 1 */
    const size_t *choice;  /* [factor][world]; not looked at of numbers */
    const size_t *choices; /* by factor: how many; 0: a number */
    const bool *is_kept;   /* by world */
};

/* The chance, for each factor, that as many worlds drawn at random have a range as narrow, or counts of
 * choices as far from those of all worlds. */
void fitting_chances(const struct fitting_worlds *all, double *chances);

/* Which of these chances are rare, held to `together` for all of them (Holm 1979). */
void fitting_rare(const double *chances, size_t count, double together, bool *rare);

#endif
