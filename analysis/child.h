/* Work done by another process, so that its failure is not ours.
 *
 * The only place that starts processes. Two uses: gnuplot, which draws (analysis/gnuplot.h), and a first
 * reading of a results file by a copy of this program, because HDF5 1.10 can crash on bytes that a bad disk
 * or a bad neighbour changed.
 */
#ifndef ANALYSIS_CHILD_H
#define ANALYSIS_CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct child {
    const char *const *arguments; /* program first, sought in PATH; ends with NULL */
    const char *input;            /* its standard input */
    size_t length;
    struct text output, errors; /* what it wrote; freed by the caller */
    int exit_code;              /* -1 when a signal ended it */
};

/* Runs a program to its end. False, with errno set, when it could not be started. It gets no more of the
 * environment than it needs, and its death is not ours: no SIGPIPE. */
bool child_run(struct child *child);

/* What a copy of this process may use up beyond what it has when it begins. */
struct allowance {
    unsigned seconds;
    size_t memory; /* bytes of address space */
};

/* Whether `work` comes to its end, within its allowance, when a copy of this process does it. `said` receives
 * the text that it leaves; what it writes to stderr is dropped. */
bool child_survives(void (*work)(void *argument, struct text *said), void *argument,
                    struct allowance allowance, struct text *said);

#endif
