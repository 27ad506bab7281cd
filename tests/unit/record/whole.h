/* A record of a plan in which nothing is decided on the way: all its runs are one round. */
#ifndef TESTS_WHOLE_H
#define TESTS_WHOLE_H

#include <stdlib.h>

#include "base/require.h"
#include "record/record.h"

/* Rounds that records still look at; given back when the next one takes the place. */
static struct run_order *whole_rounds[16];

static inline enum status open_whole(const struct record_plan *plan, const char *path,
                                     enum record_start start, struct record **record, uint64_t *done,
                                     struct trouble *trouble)
{
    static size_t next;
    struct run_order **round = &whole_rounds[next++ % (sizeof whole_rounds / sizeof *whole_rounds)];
    *done = 0;
    enum status status = record_open(plan, path, start, record, trouble);
    if (status != STATUS_FINE)
        return status;
    free(*round);
    *round = must_allocate(plan_runs(plan), sizeof **round);
    plan_orders(plan, *round);
    return record_round(*record, *round, plan_runs(plan), done, trouble);
}

#endif
