/* Which of many systems is the best, with as few runs as can be: those that cannot be the best any more are
 * out early. It knows numbers and nothing of designs, records or rounds.
 *
 * The fully sequential procedure of Kim and Nelson (2001, ACM TOMACS 11(3), doi:10.1145/502109.502111) with
 * c = 1. After the first stage, of `first` replications of every system, the variance of the difference of
 * each two systems is estimated, once and for all. A system is out as soon as the sum of its values lags
 * behind that of another one, which was in, by more than
 *     max(0, h2 S2 / (2 delta) - delta r / 2),   h2 = (first - 1) ((2 (1 - sure) / (k - 1))^(-2/(first - 1))
 * - 1) after r replications, where S2 is that variance and delta the difference that is worth finding. Where
 * the best system is ahead of all others by delta or more, it is the one that is left at least as often as
 * `sure` says; else what is left is within delta of the best one as often. The values of a replication may
 * depend on each other across systems: common luck makes S2 small, and the procedure short.
 *
 * It may be looked at after any number of replications that does not depend on values still to come
 * (Jennison, Johnstone and Turnbull 1982), so at the ends of rounds. Rare looks make it no less sure, only a
 * little longer.
 *
 * A system that lacks a value in any replication cannot be judged; it is out, and said to be without values.
 *
 * Memory: first + a few numbers a system. A look costs the square of the number of systems that are in times
 * `first` at most, and the number of systems that go out costs next to nothing.
 */
#ifndef EXPERIMENT_ELIMINATION_H
#define EXPERIMENT_ELIMINATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { ELIMINATION_FIRST = 10 }; /* replications of the first stage, where nobody wishes another number */

struct elimination_wish {
    uint32_t systems; /* 2 or more */
    uint32_t first;   /* replications of the first stage, 3 or more */
    double worth;     /* the difference that is worth finding, in the unit of the values; above 0 */
    bool is_share;    /* ... as a share of the best mean of the first stage, whatever its sign */
    double sure;      /* between 1/systems and 1 */
    bool less;        /* less is better, else more */
};

struct elimination {
    struct elimination_wish wish;
    double delta;    /* what is worth finding, in the unit of the values; NaN before the first look */
    double spread;   /* h2 */
    uint32_t runs;   /* replications of those that are in, at the last look */
    uint32_t left;   /* systems that are in */
    bool decided;    /* one is left, or those that are left are alike to the last digit, or none has values */
    uint32_t *in;    /* the systems that are in, `left` of them, the best mean first, ties by number */
    uint32_t *out;   /* by system: replications after which it was out; 0: it is in */
    bool *is_absent; /* by system: it was out because it lacks a value */
    double *sums;    /* by system, of its values so far; larger is better */
    double *early;   /* by system: the values of the first stage less their mean */
};

/* The value of a system in a replication, both counted from 0; NaN where it has none. */
typedef double elimination_value(const void *data, uint32_t system, uint32_t replication);

/* All systems are in; nothing was looked at. Lives in `arena`. */
struct elimination *elimination_begin(const struct elimination_wish *wish, struct arena *arena);

/* All that are in have `runs` replications: `first` at the first look, more than before at each later one.
 * Takes out who is out now. Asks for the values that came since the last look and for no others. Returns how
 * many went out. */
uint32_t elimination_look(struct elimination *elimination, uint32_t runs, elimination_value *value,
                          const void *data);

/* How many replications of those that are in there should be at the next look, at most `most`: a tenth more
 * than now, and so many that a round has work for the threads of a usual machine. */
uint32_t elimination_next(const struct elimination *elimination, uint32_t most);

#endif
