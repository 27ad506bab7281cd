/* Tables of working groups, of the links between them, of the places where sites are, and of events.
 *
 * Whoever has such things fills in a plain struct and hands it over; what was not there is said by the value
 * that the field names, and is missing in the file. A record that does not keep a table takes no rows of it.
 */
#ifndef MEASURES_MOVEMENT_TABLES_H
#define MEASURES_MOVEMENT_TABLES_H

#include "chronicle.h"
#include "record/outcome.h"

/* Words of enum group_category and enum group_end, in the order of their numbers. */
#define GROUP_CATEGORY_WORDS "operational sectorial strategy"
#define GROUP_END_WORDS      "lives too_few merged evicted"

/* One working group, as it was at the end of the run. */
struct group_row {
    uint32_t number; /* within its site */
    uint32_t topic, category, ending;
    sim_time born, ended; /* ended: SIM_NEVER or below 0 while it lives */
    uint32_t founders, most_members;
    uint32_t joined, left; /* after its founding, and before its end */
    double mean_members;   /* over its life; NaN: none */
    uint32_t meetings, tasks;
    double effort;     /* h of people's time on tasks */
    double experience; /* as it counts for speed */
    double waited;     /* h that its tasks waited for approval */
    uint32_t most_links;
};

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

extern const struct table group_table, link_table, place_table, event_table;

void write_group(struct outcome *outcome, uint32_t site, const struct group_row *row);
void write_link(struct outcome *outcome, uint32_t site, const struct link_row *row);
void write_place(struct outcome *outcome, uint32_t site, const struct place_row *row);
/* Links that groups of the site sought, and where it is; nothing where nothing goes between sites. */
void write_network(struct outcome *outcome, const struct parts *parts);
void write_events(struct outcome *outcome, uint32_t site, const struct chronicle *chronicle);

#endif
