/* What tables say of a movement, between the reading of them and the making of moments. */
#ifndef OBSERVED_TABLES_PARTS_H
#define OBSERVED_TABLES_PARTS_H

#include "observed/observed_parts.h"

/* From an instant on, up to another one that is not in it any more. */
struct span {
    sim_time from, until;
};

struct member_row {
    uint32_t person, group, topic;
    double weight;
    struct span span;
};

struct tie_row {
    uint32_t one, other; /* the smaller number first */
    struct span span;
    bool begun, over; /* both groups were there; one of them went */
};

/* An instant at which something begins or ends, and a cell that says so. */
struct instant {
    sim_time at;
    const struct node *node;
};

struct tables {
    struct arena *arena;
    struct trouble *trouble;
    struct names persons, groups, topics, sites;
    struct node *rows, *tie_rows, *names; /* where they stand; tie_rows: NULL where there are no links */
    bool has_weights;
    struct member_row *members;
    const struct node **group_node, **person_node; /* a cell with the name */
    uint32_t *site;                                /* of each group */
    struct tie_row *ties;
    size_t member_count, tie_count;
    struct instant *instants;
    size_t instant_count;
    struct when first; /* the first time that was read: whether all are dates */
    bool timed;
};

/* What a YAML file would say of all that, each node at the place of a cell. */
struct node *tables_tree(struct tables *tables, const char *title);

#endif
