/* The table of links between groups. The caller fills in a plain struct, and link_write writes it as a row.
 */
#ifndef LINKS_TABLE_H
#define LINKS_TABLE_H

#include "base/sim_time.h"
#include "record/outcome.h"

/* One link, as the group that sought it sees it; a call is counted once. */
struct link_row {
    uint32_t group, other_site, other_group;
    sim_time made, ended; /* ended: SIM_NEVER or below 0 while it lives */
    uint32_t calls;
};

extern const struct table link_table;
void link_write(struct outcome *outcome, uint32_t site, const struct link_row *row);

#endif
