/* What was recorded, posted and read, and what came of it. */
#include <math.h>

#include "base/sorting.h"
#include "mechanism.h"
#include "places/places.h"
#include "records/records_parts.h"

static const struct record_tally *tally_of(const struct parts *parts)
{
    return &records_of(parts)->tally;
}

static double records_left(const struct parts *parts)
{
    return (double)tally_of(parts)->left;
}

static double records_read(const struct parts *parts)
{
    return (double)tally_of(parts)->records_read;
}

static double reading_hours(const struct parts *parts)
{
    return sim_hours(tally_of(parts)->read_time);
}

/* Of an inquiry that is over, what was learned while it was alive. */
static double learned_by_reading(const struct parts *parts)
{
    const struct records *records = records_of(parts);
    uint64_t learned = 0;
    for (uint32_t i = 0; i < records->count; i++) {
        const struct kept *kept = &records->kept[i];
        if (kept->matter == NULL)
            continue;
        struct matter_growth growth = kept->over ? kept->growth : kept->matter->growth;
        learned += growth.learned - growth.brought;
    }
    return row_ratio((double)records->tally.learned, (double)learned);
}

/* --- the forum --- */

static double posts(const struct parts *parts)
{
    return (double)tally_of(parts)->posts;
}

static double posters(const struct parts *parts)
{
    const struct records *records = records_of(parts);
    uint32_t count = 0;
    for (uint32_t person = 0; records->terms.forum != NULL && person < records->terms.people->count; person++)
        count += records->posters[person].posts > 0 ? 1 : 0;
    return count;
}

/* Posts of each who belongs to the site, and of each guest's place that was used. */
static uint32_t posts_by_person(const struct parts *parts, double *posts)
{
    const struct records *records = records_of(parts);
    uint32_t first_guest = records->terms.people->begun + records->terms.people->arriving, count = 0;
    for (uint32_t person = 0; person < records->terms.people->count; person++)
        if (person_belongs(records->terms.people, person) ||
            (person >= first_guest && records->posters[person].stay > 0))
            posts[count++] = records->posters[person].posts;
    return count;
}

/* The share of the posts that so large a share of the people wrote, those who wrote most; a part of a person
 * counts in part. */
static double top_share(const struct parts *parts, double share)
{
    if (records_of(parts)->terms.forum == NULL)
        return (double)NAN;
    double *posts = knowledge_scratch(knowledge_of(parts)), all = 0, top = 0;
    uint32_t count = posts_by_person(parts, posts);
    sort_numbers(posts, knowledge_more_scratch(knowledge_of(parts)), count);
    for (uint32_t rank = 0; rank < count; rank++) {
        double left = share * count - rank, of_her = posts[count - 1 - rank];
        all += of_her;
        top += of_her * (left >= 1 ? 1.0 : left > 0 ? left : 0.0);
    }
    return row_ratio(top, all);
}

static double top_percent(const struct parts *parts)
{
    return top_share(parts, 0.01);
}

static double top_tenth(const struct parts *parts)
{
    return top_share(parts, 0.1);
}

/* --- levels --- */

static double crossed(const struct parts *parts)
{
    return records_of(parts)->crossing.share;
}

static double days_to_cross(const struct parts *parts)
{
    return records_of(parts)->crossing.days;
}

#define COUNTED "counted"
#define FORUMS  "van Mierlo 2014"

// clang-format off
static const struct measure_row record_rows[] = {
    {.measure = {NAMED("records", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Records", "Records that circles left of what they said", COUNTED)},
     .value = records_left},
    {.measure = {NAMED("records_read", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Records read", "Times that somebody read a record", COUNTED),
                 MANY("had", "records read")},
     .value = records_read},
};

static const struct measure_row forum_rows[] = {
    {.measure = {NAMED("posts", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Posts", "Posts in forums", COUNTED)},
     .value = posts},
    {.measure = {NAMED("posters", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("People who posted", "People who posted in a forum at least once; guests who follow each other in the same place count as one", COUNTED),
                 MANY("had", "people who posted"), .since = SINCE_NOTHING},
     .value = posters},
    {.measure = {NAMED("posts_top_percent", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Posts of the most active 1 %", "Share of the posts that were written by the 1 % of the people who post most", FORUMS), .since = SINCE_NOTHING},
     .value = top_percent},
    {.measure = {NAMED("posts_top_tenth", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Posts of the most active 10 %", "Share of the posts that were written by the 10 % of the people who post most", FORUMS), .since = SINCE_NOTHING},
     .value = top_tenth},
};

static const struct measure_row reading_rows[] = {
    {.measure = {NAMED("reading_hours", "h", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Hours of reading", "Hours that people spent in reading records and posts, added up; they are not in people_hours", COUNTED),
                 MANY("took", "hours of reading")},
     .value = reading_hours},
    {.measure = {NAMED("learned_by_reading", "1", SHARE), RUN_MEAN,
                 SAYS("Share learned by reading", "Share of all that people came to know of inquiries at the site that they learned from a record or post", COUNTED)},
     .value = learned_by_reading},
};

static const struct measure_row level_rows[] = {
    {.measure = {NAMED("crossed_levels", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of what was voiced that came to another level", "Share of the facets and insights voiced or posted anywhere that were voiced or read on two levels or more: the ground, sessions online, forums", COUNTED),
                 MANY("carried", "things to another level"), .since = SINCE_NOTHING},
     .value = crossed},
    {.measure = {NAMED("days_to_cross", "d", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Days to another level", "Days from the first level on which a facet was voiced to the second, of those that came to two", COUNTED),
                 MANY("took", "days from level to level"), .since = SINCE_NOTHING},
     .value = days_to_cross},
};
// clang-format on

static bool anything_is_read(const struct scenario *scenario)
{
    return records_are_kept(scenario) || records_have_forum(scenario);
}

static bool levels_are_there(const struct scenario *scenario)
{
    const struct field_list *places = scenario_settings(scenario, &site_section);
    const struct site_settings *sites = places->items;
    bool ground = false, online = false;
    for (size_t i = 0; i < places->count; i++) {
        ground = ground || !sites[i].online;
        online = online || sites[i].online;
    }
    return records_have_forum(scenario) || (ground && online && records_are_kept(scenario));
}

extern const struct chapter record_chapter, forum_chapter, reading_chapter, level_chapter;
const struct chapter record_chapter = {.needs = "a stage, or a harvest of sparks, with `record: yes`",
                                       .has = records_are_kept,
                                       ROWS(record_rows)};
const struct chapter forum_chapter = {
    .needs = "a site with `forum: yes`", .has = records_have_forum, ROWS(forum_rows)};
const struct chapter reading_chapter = {.needs = "a stage with `record: yes`, or a site with `forum: yes`",
                                        .has = anything_is_read,
                                        ROWS(reading_rows)};
const struct chapter level_chapter = {
    .needs = "a stage with `record: yes` at sites of which some are online, or a site with `forum: yes`",
    .has = levels_are_there,
    ROWS(level_rows)};
