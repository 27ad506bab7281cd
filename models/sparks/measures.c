/* What came up, who heard of it, who was active on it, and what came of that. */
#include <math.h>

#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "sparks/sparks_parts.h"
#include "sparks/table.h"

static const struct spark_tally *tally_of(const struct parts *parts)
{
    return &sparks_of(parts)->tally;
}

/* --- where they come from --- */

static double proposed(const struct parts *parts)
{
    return (double)tally_of(parts)->proposed;
}

static double announced(const struct parts *parts)
{
    return (double)tally_of(parts)->by_state[SPARK_ANNOUNCED];
}

static double stale(const struct parts *parts)
{
    return (double)tally_of(parts)->by_state[SPARK_STALE];
}

static double refused(const struct parts *parts)
{
    return (double)(tally_of(parts)->by_state[SPARK_REFUSED] + tally_of(parts)->by_state[SPARK_OBJECTED]);
}

static double days_to_announcement(const struct parts *parts)
{
    return row_ratio(tally_of(parts)->announcement_hours / 24, announced(parts));
}

/* --- who hears and is active --- */

static double people_who(const struct parts *parts, uint8_t what)
{
    const struct sparks *sparks = sparks_of(parts);
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_ever(sparks->terms.people); person++)
        count += (sparks->persons.hearers[person].ever & what) != 0 ? 1 : 0;
    return count;
}

static double reach(const struct parts *parts)
{
    return people_who(parts, EVER_HEARD);
}

static double found_something(const struct parts *parts)
{
    return row_ratio(people_who(parts, EVER_ACTIVE), people_ever(people_of(parts)));
}

static double heard(const struct parts *parts)
{
    return (double)tally_of(parts)->heard;
}

static double missed(const struct parts *parts)
{
    const struct spark_tally *tally = tally_of(parts);
    return row_ratio((double)tally->missed, (double)(tally->missed + tally->heard));
}

static double taken(const struct parts *parts)
{
    return (double)tally_of(parts)->taken;
}

static double outside(const struct parts *parts)
{
    return (double)tally_of(parts)->outside;
}

/* --- what they do --- */

static double talks(const struct parts *parts)
{
    return (double)tally_of(parts)->talks;
}

static double actions(const struct parts *parts)
{
    return (double)tally_of(parts)->actions;
}

static double acting(const struct parts *parts)
{
    return (double)tally_of(parts)->acting;
}

static double hours(const struct parts *parts)
{
    return tally_of(parts)->session_hours + tally_of(parts)->other_hours;
}

static double brought(const struct parts *parts)
{
    return (double)tally_of(parts)->brought;
}

/* --- at one moment --- */

static double live_now(const struct parts *parts)
{
    const struct sparks *sparks = sparks_of(parts);
    uint32_t count = 0;
    for (uint32_t i = 0; i < sparks->heard.count; i++)
        count += local_at(sparks, i)->active > 0 ? 1 : 0;
    return count;
}

/* How often two people of the site, drawn by lot with replacement, are active on the same spark. */
static double concert_now(const struct parts *parts)
{
    const struct sparks *sparks = sparks_of(parts);
    double people = people_here(sparks->terms.people), squared = 0;
    for (uint32_t i = 0; i < sparks->heard.count; i++)
        squared += (double)local_at(sparks, i)->active * local_at(sparks, i)->active;
    return row_ratio(squared, people * people);
}

static double active_now(const struct parts *parts)
{
    return (double)sparks_active(tally_of(parts));
}

/* --- cascades --- */

static double cascades_with(const struct parts *parts, uint32_t bin)
{
    return (double)sparks_of(parts)->cascades.bins[bin];
}

#define OF_WHOLE(function_, member_)                                                                         \
    static double function_(const struct parts *parts)                                                       \
    {                                                                                                        \
        return sparks_of(parts)->whole.member_;                                                              \
    }

OF_WHOLE(cascades_alone, alone)
OF_WHOLE(cascades_of_hundred, hundred)
OF_WHOLE(cascade_mean, mean)
OF_WHOLE(generations, steps)
OF_WHOLE(virality, virality)
OF_WHOLE(concert, concert)
OF_WHOLE(effective, effective)
OF_WHOLE(largest, largest)
OF_WHOLE(harvest_coverage, harvest_coverage)
OF_WHOLE(harvest_insights, harvest_insights)
OF_WHOLE(contributed, contributed)

#define COUNTED "counted"
#define GOEL    "Goel, Watts & Goldstein 2012, doi:10.1145/2229012.2229058"
#define GOEL_16 "Goel et al. 2016, doi:10.1287/mnsc.2015.2158"
#define SQUARES "inverse Simpson index: Jost 2006, doi:10.1111/j.2006.0030-1299.14714.x"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("sparks_proposed", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Sparks", "Sparks that came up", COUNTED)},
     .value = proposed},
    {.measure = {NAMED("sparks_announced", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Sparks announced", "Sparks that were announced", COUNTED), MANY("announced", "sparks")},
     .value = announced},
    {.measure = {NAMED("sparks_stale", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Sparks too late", "Sparks that waited for approval until they were stale", COUNTED), MANY("lost", "sparks that waited too long")},
     .value = stale},
    {.measure = {NAMED("sparks_refused", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Sparks refused", "Sparks that the assembly did not pass, or that a reader objected to", COUNTED)},
     .value = refused},
    {.measure = {NAMED("days_to_announcement", "d", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Days to the announcement", "Days from when a spark came up to its announcement, of those announced", COUNTED), MANY("took", "days to the announcement")},
     .value = days_to_announcement},
    {.measure = {NAMED("spark_reach", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("People reached", "People of the movement who heard of a spark at least once", COUNTED), MANY("reached", "people"), .since = SINCE_NOTHING},
     .value = reach},
    {.measure = {NAMED("sparks_heard", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Sparks heard", "Times that somebody of the movement heard of a spark and had room for it", COUNTED), MANY("had", "sparks heard")},
     .value = heard},
    {.measure = {NAMED("sparks_missed", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("Sparks not noticed", "Share of the times that a spark came to somebody who did not notice it, since she had others in mind", "Weng et al. 2012, doi:10.1038/srep00335")},
     .value = missed},
    {.measure = {NAMED("spark_active", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Active on a spark", "Times that somebody of the movement became active on a spark", COUNTED), MANY("made active", "people")},
     .value = taken},
    {.measure = {NAMED("spark_outside", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Active outside", "People of the public who became active on a spark", COUNTED), MANY("made active", "people of the public")},
     .value = outside},
    {.measure = {NAMED("found_something", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Found something", "Share of the people who ever were at the site that were active on a spark at least once", COUNTED), .since = SINCE_NOTHING},
     .value = found_something},
    {.measure = {NAMED("spark_talks", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Talks", "Talks of people who were active on the same spark", COUNTED), MANY("led to", "talks")},
     .value = talks},
    {.measure = {NAMED("actions", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Actions", "Times that enough people of a site were active on a spark, and acted", "a threshold, after Granovetter 1978"), MANY("led to", "actions")},
     .value = actions},
    {.measure = {NAMED("people_acting", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("People acting", "People in these actions, added up", COUNTED), MANY("brought", "people to actions")},
     .value = acting},
    {.measure = {NAMED("sparks_hours", "h", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Hours for sparks", "Person-hours in sessions that sparks asked for, and in doing what they asked; they are not in people_hours", COUNTED), MANY("took", "hours for sparks")},
     .value = hours},
    {.measure = {NAMED("cascades_alone", "1", SHARE), RUN_POINT,
                 SAYS("Cascades of one", "Share of the cascades that end where they began, of all sites together", GOEL), .since = SINCE_NOTHING},
     .value = cascades_alone},
    {.measure = {NAMED("cascades_of_hundred", "1", SHARE), RUN_POINT,
                 SAYS("Cascades of a hundred", "Share of the cascades of 100 people or more, of all sites together", GOEL), .since = SINCE_NOTHING},
     .value = cascades_of_hundred},
    {.measure = {NAMED("cascade_size", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS("People in a cascade", "People in a cascade, on average, of all sites together", GOEL), MANY("had", "people in a cascade"), .since = SINCE_NOTHING},
     .value = cascade_mean},
    {.measure = {NAMED("generations", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS("Generations", "Most steps from who began a spark, or heard its announcement, to who became active on it; mean over the sparks that anybody was active on", GOEL), MANY("went", "steps from person to person"), .since = SINCE_NOTHING},
     .value = generations},
    {.measure = {NAMED("structural_virality", "1", FROM_ZERO), RUN_POINT,
                 SAYS("Structural virality", "Mean distance of two people in the tree of a spark, whose root is the announcement; mean over sparks with two or more", GOEL_16), .since = SINCE_NOTHING},
     .value = virality},
    {.measure = {NAMED("concert", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Concert", "Sum over sparks of the square of the share of all people who are active on it, looked at once a day, on average", SQUARES), .since = SINCE_NOTHING},
     .value = concert},
    {.measure = {NAMED("effective_sparks", "1", FROM_ZERO), RUN_POINT,
                 SAYS("Effective number of sparks", "1 over the sum over sparks of the square of its share of those who are active, once a day, on average", SQUARES), .since = SINCE_NOTHING},
     .value = effective},
    {.measure = {NAMED("largest_concert", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Largest concert", "Largest share of all people who were active on one spark at the same time, looked at once a day", COUNTED), .since = SINCE_NOTHING},
     .value = largest},
};

static const struct measure_row course_rows[] = {
    {.measure = {NAMED("sparks_live_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("Live sparks", "Sparks on which somebody at the site is active", COUNTED)},
     .value = live_now},
    {.measure = {NAMED("spark_active_at", "1", FROM_ZERO), AT_SUM,
                 SAYS("Active people", "People who are active on a spark; on two of them they count twice", COUNTED)},
     .value = active_now},
    {.measure = {NAMED("concert_at", "1", FROM_ZERO), AT_POINT, MORE,
                 SAYS("Concert", "Sum over sparks of the square of the share of the people of the site who are active on it", SQUARES)},
     .value = concert_now},
};

static const struct measure_row size_rows[] = {
    {.measure = {NAMED("cascade_sizes", "1", FROM_ZERO), BINS_POINT("cascade_people", CASCADE_BINS, 1),
                 SAYS("Cascades by size", "Cascades that began at the site, by the people in them; the last bin holds all larger ones", GOEL), .since = SINCE_NOTHING},
     .bin = cascades_with},
};

static const struct measure_row guest_rows[] = {
    {.measure = {NAMED("sparks_brought", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Brought by guests", "Times that somebody who was active on a spark came as a guest from another site, or came back", COUNTED)},
     .value = brought},
};

static const struct measure_row harvest_rows[] = {
    {.measure = {NAMED("harvest_coverage", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of an inquiry that came in", "Share of the facets of inquiries that sparks are about that somebody contributed before they were due, at any site", COUNTED), .since = SINCE_NOTHING},
     .value = harvest_coverage},
    {.measure = {NAMED("harvest_insights", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of the insights that came in", "The same, of their insights", COUNTED), .since = SINCE_NOTHING},
     .value = harvest_insights},
    {.measure = {NAMED("spark_contributed", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Who contributes", "Share of those who became active on a spark of an inquiry that contributed to it at least once", COUNTED), .since = SINCE_NOTHING},
     .value = contributed},
};
// clang-format on

static const struct table *const tables[] = {&spark_table, NULL};

static void write_sparks(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct sparks *sparks = sparks_of(parts);
    for (uint32_t i = 0; sparks != NULL && i < sparks->count; i++) {
        const struct spark *spark = &sparks->own[i];
        if (spark->proposed < parts->measured_from)
            continue;
        const struct spark_row row = {
            .number = i,
            .kind = spark->kind,
            .route = spark->route,
            .state = spark->state,
            .topic = spark->concept.common > 0 ? 0 : concept_topic(&spark->concept) + 1,
            .proposed = spark->proposed,
            .announced = spark->announced,
            .heard = spark->totals.heard,
            .active = spark->totals.taken,
            .size = spark->totals.size,
            .steps = spark->totals.steps,
            .virality = spark->totals.size > 1 ? spark_virality(&spark->totals) : (double)NAN,
        };
        spark_write(outcome, site, &row);
    }
}

#define NEEDS "`sparks: {routes: ...}`"

static bool sparks_travel(const struct scenario *scenario)
{
    const struct spark_settings *settings = scenario_settings(scenario, &spark_section);
    return sparks_come(scenario) && settings->travel && scenario->wishes.travel;
}

extern const struct chapter spark_guest_chapter, spark_chapter, spark_course_chapter, cascade_chapter,
    spark_harvest_chapter;
const struct chapter spark_chapter = {
    .needs = NEEDS, .has = sparks_come, ROWS(rows), .tables = tables, .write = write_sparks};
const struct chapter spark_course_chapter = {.needs = NEEDS, .has = sparks_come, ROWS(course_rows)};
const struct chapter cascade_chapter = {.needs = NEEDS, .has = sparks_come, ROWS(size_rows)};
const struct chapter spark_guest_chapter = {
    .needs = "sparks that travel (`sparks.travel`)", .has = sparks_travel, ROWS(guest_rows)};
const struct chapter spark_harvest_chapter = {
    .needs = "a kind of spark with an `inquiry`", .has = sparks_have_inquiry, ROWS(harvest_rows)};
