/* The table of links between groups: a plain struct in, a row out. What was not
 * there is said by the value that the field names, and is missing in the file.
 */
#ifndef LINKS_TABLE_H
#define LINKS_TABLE_H

#include "base/sim_time.h"
#include "record/outcome.h"

/* One link, from the group that made it. Calls go both ways and are told once. */
struct link_row {
    uint32_t group, other_site, other_group;
    sim_time made, ended; /* ended: SIM_NEVER or below 0 while it lives */
    uint32_t calls;
};

extern const struct table link_table;
void link_write(struct outcome *outcome, uint32_t site, const struct link_row *row);

#endif
