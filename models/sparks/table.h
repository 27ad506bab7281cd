/* The table of sparks. The caller fills in a plain struct, and spark_write writes it as a row. */
#ifndef SPARKS_TABLE_H
#define SPARKS_TABLE_H

#include "base/sim_time.h"
#include "record/outcome.h"

/* Words of enum spark_state, in the order of its numbers. */
#define SPARK_STATE_WORDS "waits stays harvested announced stale refused objected"

struct spark_row {
    uint32_t number, kind, route, state, topic;
    sim_time proposed, announced; /* announced: below 0, it was not */
    uint64_t heard, active, size;
    uint32_t steps;
    double virality; /* NaN: fewer than two are in its tree */
};

extern const struct table spark_table;
void spark_write(struct outcome *outcome, uint32_t site, const struct spark_row *row);

#endif
