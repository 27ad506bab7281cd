/* Work done by another process, so that its failure is not ours.
 *
 * The only place that starts processes. Two uses: gnuplot, which draws (analysis/figures/gnuplot.h), and a
 * first reading of a results file by a copy of this program, because HDF5 1.10 can crash, or go round in
 * circles, on bytes that a bad disk or a bad neighbour changed.
 *
 * Every wait has a limit. A child that runs too long, writes too much, or ends and leaves another process
 * with its output in hand is killed, with all that it started (its process group). One that does several
 * pieces of work writes a mark after each, and the limits are of a piece.
 */
#ifndef ANALYSIS_CHILD_H
#define ANALYSIS_CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum child_end {
    CHILD_EXITED,   /* `exit_code` tells how */
    CHILD_KILLED,   /* by the signal `exit_code`, not by us */
    CHILD_SLOW,     /* neither at its end nor at the next mark after `seconds` */
    CHILD_FLOODED,  /* more than `most` bytes */
    CHILD_OUTLIVED, /* it ended, but left a process behind that holds its output */
};

struct child {
    const char *const *arguments; /* program first, sought in PATH; ends with NULL */
    const char *input;            /* its standard input, a file that it may open as /dev/stdin too */
    size_t length;
    const char *mark;           /* ends a piece of its output; NULL: all of it is one */
    size_t pieces;              /* of how many it tells the end by a mark */
    unsigned seconds;           /* that it may take for a piece */
    size_t most;                /* bytes that it may write, in a piece or to its standard error */
    struct text output, errors; /* what it wrote; freed by the caller */
    enum child_end end;
    int exit_code;
};

/* Runs a program to its end. False, with errno set, when it could not be started. It gets no more of the
 * environment than it needs. */
bool child_run(struct child *child);

/* What a copy of this process may use up beyond what it has when it begins. */
struct allowance {
    unsigned seconds; /* of a processor; SLOWEST times as many may pass on a busy machine */
    size_t memory;    /* bytes of address space */
};

enum { SLOWEST = 20 };

enum copy_end {
    COPY_DONE,
    COPY_BROKE,    /* it crashed */
    COPY_SLOW,     /* it used up its seconds */
    COPY_LARGE,    /* it used up its memory */
    COPY_PREVENTED /* the machine did not grant what is allowed: errno tells which limit is reached */
};

/* A copy at work. */
struct copy {
    struct allowance allowance;
    int process; /* not positive where the machine did not grant one */
    int end, why;
    bool confined;
};

/* A copy of this process does `work`; what it writes to stderr is dropped. `work` returns whether it had the
 * memory that it asked for. */
struct copy copy_start(bool (*work)(void *argument, struct text *said), void *argument,
                       struct allowance allowance);
/* Waits for its end. `said` receives the text that it leaves. Once for each copy. */
enum copy_end copy_finish(struct copy *copy, struct text *said);
/* One after the other. */
enum copy_end copy_work(bool (*work)(void *argument, struct text *said), void *argument,
                        struct allowance allowance, struct text *said);

#endif
