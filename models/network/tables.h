/* Tables of links between groups and of the places where sites are: plain structs in, rows out. What was not
 * there is said by the value that the field names, and is missing in the file.
 */
#ifndef NETWORK_TABLES_H
#define NETWORK_TABLES_H

#include "base/sim_time.h"
#include "record/outcome.h"

/* One link, from the group that made it. Calls go both ways and are told once. */
struct link_row {
    uint32_t group, other_site, other_group;
    sim_time made, ended; /* ended: SIM_NEVER or below 0 while it lives */
    uint32_t calls;
};

/* Where a site is. */
struct place_row {
    double east, north; /* km; NaN where the scenario does not say */
    uint32_t people;    /* at the end of the run */
    bool online;
};

extern const struct table link_table, place_table;
void link_write(struct outcome *outcome, uint32_t site, const struct link_row *row);
void place_write(struct outcome *outcome, uint32_t site, const struct place_row *row);

#endif
