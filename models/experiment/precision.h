/* Runs until the means are known well enough (`precision` of a scenario).
 *
 * The scenario itself is looked at after its replications, 30 at least, and then at 1.5 times as many each
 * time, all designs alike: 30, 45, 68, 102 ... It is enough when half of the 95 % range of every design's
 * mean (Student's t) is within the wished share of that mean. Who looks after every run stops by luck: the
 * range then holds the truth far less often than it says. With looks that are so far apart, and none below
 * 30, it holds it about as often as that of a fixed number of runs (tests/unit/worlds/precision.c).
 */
#ifndef EXPERIMENT_PRECISION_H
#define EXPERIMENT_PRECISION_H

#include "experiment/experiment_parts.h"

/* Numbers that come one by one. */
struct precision_mean {
    double count, mean, squares; /* squares: of the distances from the mean, summed */
};

enum { PRECISION_FEWEST = 30 }; /* replications at the first look, and values that a mean is judged by */

void precision_add(struct precision_mean *mean, double value);
/* Half of the 95 % range of the mean; infinite with fewer than two values. */
double precision_half(const struct precision_mean *mean);
/* The same as a share of the mean: infinite where the mean is zero and the values differ, or where there are
 * fewer values than can be judged. */
double precision_share(const struct precision_mean *mean);
/* How many replications there are at the look after this one. */
uint32_t precision_next(uint32_t runs, uint32_t most);

/* Reads `precision`. NULL where the scenario asks for none, where the command line says how many replications
 * there are, or with trouble. Needs the settings of all designs. */
struct record_precision *precision_find(const struct experiment *experiment, struct trouble *trouble);
/* Whether more runs are needed than there are; remembers in the plan how well the means are known. */
bool precision_wants_more(const struct experiment *experiment, const struct record *record);

#endif
