/* On how many levels a facet lives: on the ground (sites where people meet), in sessions of sites that are
 * online, and in forums.
 *
 * Each site notes when a facet was first voiced in one of its circles or read at its board, and when it was
 * posted. What circles voiced is noted when their round is over, or when they close. At the end of the run
 * all sites are compared.
 */
#include <math.h>

#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/sites.h"
#include "records/records_parts.h"

enum level { LEVEL_GROUND, LEVEL_ONLINE, LEVEL_FORUM, LEVELS };

struct levels {
    struct records **records; /* by site */
    uint32_t sites;
    const struct site_map *map;
    sim_time ends;
};

/* --- at a site --- */

struct matter *records_matter(struct site *site, uint32_t number)
{
    const struct parts *parts = parts_of(site);
    struct matter *matter = inquiry_matter(inquiries_of(parts), number);
    if (matter != NULL)
        records_of(parts)->kept[number - 1].matter = matter;
    return matter;
}

void levels_clear(struct first_times *first)
{
    for (uint32_t facet = 0; facet < MOST_FACETS; facet++)
        first->here[facet] = first->posted[facet] = SIM_NEVER;
}

static void earlier(sim_time *time, sim_time now)
{
    *time = now < *time ? now : *time;
}

void levels_are_read(struct kept *kept, uint32_t facet, sim_time now)
{
    earlier(&kept->first.here[facet], now);
}

void levels_are_posted(struct kept *kept, uint32_t facet, sim_time now)
{
    earlier(&kept->first.posted[facet], now);
}

void levels_look(struct site *site)
{
    const struct records *records = records_of(parts_of(site));
    for (uint32_t i = 0; i < records->count; i++) {
        const struct matter *matter = records_matter(site, i + 1);
        struct first_times *first = &records->kept[i].first;
        if (matter == NULL)
            continue;
        struct facet_set fresh = facet_without(&matter->heard.voiced, &first->voiced);
        for (uint32_t at = 0, count = facet_count(&fresh); at < count; at++)
            earlier(&first->here[facet_pick(&fresh, at)], site_now(site));
        first->voiced = matter->heard.voiced;
    }
}

/* --- of all sites --- */

void *levels_begin(const struct setup *setups, uint32_t sites)
{
    struct arena *arena = setups[0].arena;
    if (records_of(setups[0].parts) == NULL)
        return NULL;
    struct levels *levels = ARENA_NEW(arena, struct levels, 1);
    *levels = (struct levels){
        .records = ARENA_NEW(arena, struct records *, sites),
        .sites = sites,
        .map = setups[0].map,
        .ends = setups[0].ends,
    };
    for (uint32_t i = 0; i < sites; i++)
        levels->records[i] = records_of(setups[i].parts);
    return levels;
}

sim_time levels_due(const void *levels)
{
    return ((const struct levels *)levels)->ends;
}

/* When a facet was first on each level. */
static void first_on_levels(const struct levels *levels, uint32_t inquiry, uint32_t facet,
                            sim_time first[LEVELS])
{
    for (uint32_t level = 0; level < LEVELS; level++)
        first[level] = SIM_NEVER;
    for (uint32_t site = 0; site < levels->sites; site++) {
        const struct first_times *times = &levels->records[site]->kept[inquiry].first;
        enum level here = levels->map->places[site].online ? LEVEL_ONLINE : LEVEL_GROUND;
        earlier(&first[here], times->here[facet]);
        earlier(&first[LEVEL_FORUM], times->posted[facet]);
    }
}

/* How long it took from the first level to the second; SIM_NEVER: it is on one or none, see `first`. */
static sim_time time_to_cross(const sim_time times[LEVELS], sim_time *first)
{
    sim_time second = SIM_NEVER;
    *first = SIM_NEVER;
    for (uint32_t level = 0; level < LEVELS; level++) {
        sim_time later = times[level] < *first ? *first : times[level];
        earlier(first, times[level]);
        earlier(&second, later);
    }
    return second == SIM_NEVER ? SIM_NEVER : second - *first;
}

void levels_compare(void *all)
{
    const struct levels *levels = all;
    double voiced = 0, crossed = 0, days = 0;
    for (uint32_t inquiry = 0; inquiry < levels->records[0]->count; inquiry++)
        for (uint32_t facet = 0; facet < MOST_FACETS; facet++) {
            sim_time times[LEVELS], first;
            first_on_levels(levels, inquiry, facet, times);
            sim_time took = time_to_cross(times, &first);
            voiced += first == SIM_NEVER ? 0 : 1;
            crossed += took == SIM_NEVER ? 0 : 1;
            days += took == SIM_NEVER ? 0 : sim_hours(took) / 24;
        }
    for (uint32_t site = 0; site < levels->sites; site++)
        levels->records[site]->crossing =
            (struct crossing){row_ratio(crossed, voiced), row_ratio(days, crossed)};
}
