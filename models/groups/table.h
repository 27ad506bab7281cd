/* The table of working groups: a plain struct in, a row out. A field says which of its values means that
 * there is nothing to write; the file then has a missing value.
 */
#ifndef GROUPS_TABLE_H
#define GROUPS_TABLE_H

#include "base/sim_time.h"
#include "record/outcome.h"

/* Words of enum group_category and enum group_end, in the order of their numbers. */
#define GROUP_CATEGORY_WORDS "operational sectorial strategy"
#define GROUP_END_WORDS      "lives too_few merged evicted"

struct group_row_members {
    uint32_t founders, most;
    uint32_t joined, left; /* after its founding, and before its end */
    double mean;           /* over its life; NaN: not known */
};

struct group_row_work {
    uint32_t tasks;    /* done */
    double effort;     /* hours that people spent on tasks */
    double experience; /* as it counts for speed */
    double waited;     /* hours that its tasks waited for approval */
};

/* One working group, as it was at the end of the run. */
struct group_row {
    uint32_t number; /* within its site */
    uint32_t topic, category, ending;
    sim_time born, ended; /* ended: SIM_NEVER or below 0 while it lives */
    struct group_row_members members;
    uint32_t meetings;
    struct group_row_work work;
    uint32_t most_links;
};

extern const struct table group_table;
void group_write(struct outcome *outcome, uint32_t site, const struct group_row *row);

#endif
