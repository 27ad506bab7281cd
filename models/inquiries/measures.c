/* How far inquiries and their insights have come. */
#include <math.h>

#include "inquiries/inquiries_parts.h"
#include "mechanism.h"

typedef double of_inquiry(const struct inquiry *inquiry, const struct inquiry_census *census);

/* The mean over the inquiries of a site that have begun and of which it is known. */
static double mean_of(const struct parts *parts, of_inquiry *value)
{
    const struct inquiries *inquiries = inquiries_of(parts);
    double sum = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < inquiries_count(inquiries); i++) {
        const struct inquiry *inquiry = inquiries->all[i];
        if (inquiry == NULL || inquiry->matter == NULL)
            continue;
        struct inquiry_census census = inquiry_census(inquiry);
        double one = value(inquiry, &census);
        sum += isnan(one) ? 0 : one;
        count += isnan(one) ? 0 : 1;
    }
    return row_ratio(sum, count);
}

#define OF_CENSUS(name, member)                                                                              \
    static double member##_of(const struct inquiry *inquiry, const struct inquiry_census *census)            \
    {                                                                                                        \
        (void)inquiry;                                                                                       \
        return census->member;                                                                               \
    }                                                                                                        \
    static double name(const struct parts *parts)                                                            \
    {                                                                                                        \
        return mean_of(parts, member##_of);                                                                  \
    }

OF_CENSUS(inquiry_voiced, voiced)
OF_CENSUS(inquiry_coverage, coverage)
OF_CENSUS(inquiry_common, common)
OF_CENSUS(inquiry_touched, aspects_touched)
OF_CENSUS(insight_noticed, noticed)
OF_CENSUS(insight_voiced, insights_voiced)
OF_CENSUS(insight_common, insights_common)
OF_CENSUS(insight_reach, reach)

static double insights_an_hour(const struct parts *parts)
{
    const struct inquiries *inquiries = inquiries_of(parts);
    double insights = 0, hours = 0;
    for (uint32_t i = 0; i < inquiries_count(inquiries); i++) {
        const struct inquiry *inquiry = inquiries->all[i];
        if (inquiry == NULL || inquiry->matter == NULL || inquiry->settings->insights == 0)
            continue;
        insights += inquiry_census(inquiry).noticed * (double)inquiry->settings->insights;
        hours += sim_hours(inquiry->books.people_time);
    }
    return row_ratio(insights, hours);
}

#define COUNTED "counted"
#define HIDDEN  "Stasser & Titus 1985"
#define PUT     "recombination: Weitzman 1998"

// clang-format off
static const struct measure_row inquiry_rows[] = {
    {.measure = {NAMED("inquiry_voiced", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of an inquiry that was voiced", "Share of an inquiry's facets that were voiced at the site", HIDDEN),
                 MANY("voiced", "sides of the inquiry")},
     .value = inquiry_voiced},
    {.measure = {NAMED("inquiry_coverage", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Knowledge of an inquiry", "Share of an inquiry's facets that a person of the site knows at its end", HIDDEN),
                 MUCH("reached", "knowledge of the inquiry")},
     .value = inquiry_coverage},
    {.measure = {NAMED("inquiry_common", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Shared understanding of an inquiry", "What most people know about an inquiry: the share of its facets that at least 80 % of the people at the site know at its end", "cut assumed"),
                 MUCH("reached", "shared understanding of the inquiry")},
     .value = inquiry_common},
    {.measure = {NAMED("aspects_touched", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of the aspects of an inquiry that were touched", "Share of an inquiry's aspects of which at least half of the people of the site know a facet", "cut assumed"),
                 MANY("touched", "aspects of the inquiry")},
     .value = inquiry_touched},
};

static const struct measure_row inquiry_course_rows[] = {
    {.measure = {NAMED("inquiry_voiced_by", "1", SHARE), AT_POINT, MORE,
                 SAYS("Share of an inquiry voiced so far", "Share of an inquiry's facets that were voiced at the site so far", HIDDEN)},
     .value = inquiry_voiced},
    {.measure = {NAMED("inquiry_coverage_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Knowledge of an inquiry", "Share of an inquiry's facets that a person of the site knows; of who sits in a session, when she last sat down", HIDDEN)},
     .value = inquiry_coverage},
    {.measure = {NAMED("inquiry_common_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Shared understanding of an inquiry", "What most people know about an inquiry: the share of its facets that at least 80 % of the people at the site know; of who sits in a session, when she last sat down", "cut assumed")},
     .value = inquiry_common},
    {.measure = {NAMED("aspects_touched_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Share of the aspects of an inquiry touched so far", "Share of an inquiry's aspects of which at least half of the people of the site know a facet", "cut assumed")},
     .value = inquiry_touched},
};

static const struct measure_row insight_rows[] = {
    {.measure = {NAMED("insights_noticed", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of insights that somebody has", "Share of an inquiry's insights that somebody of the site knows at its end", PUT),
                 MANY("noticed", "insights")},
     .value = insight_noticed},
    {.measure = {NAMED("insights_voiced", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of insights that were voiced", "Share of an inquiry's insights that were voiced at the site", PUT),
                 MANY("voiced", "insights")},
     .value = insight_voiced},
    {.measure = {NAMED("insights_common", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Share of insights that are shared", "Share of an inquiry's insights that at least 80 % of those who ever came to a session about it know at its end", "cut assumed"),
                 MANY("reached", "shared insights")},
     .value = insight_common},
    {.measure = {NAMED("insight_reach", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Insights that a person has", "Share of an inquiry's insights that a person who ever came to a session about it knows at its end", PUT),
                 MANY("gave a person", "insights")},
     .value = insight_reach},
    {.measure = {NAMED("insights_per_person_hour", "h-1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Insights an hour", "Insights that somebody of the site knows, for each hour that a person spent in sessions about their inquiry", COUNTED),
                 MANY("noticed", "insights per person-hour"), .since = SINCE_NOTHING},
     .value = insights_an_hour},
};

static const struct measure_row insight_course_rows[] = {
    {.measure = {NAMED("insights_noticed_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Share of insights that somebody has", "Share of an inquiry's insights that somebody of the site knows; of who sits in a session, when she last sat down", PUT)},
     .value = insight_noticed},
    {.measure = {NAMED("insights_voiced_by", "1", SHARE), AT_POINT, MORE,
                 SAYS("Share of insights voiced so far", "Share of an inquiry's insights that were voiced at the site so far", PUT)},
     .value = insight_voiced},
    {.measure = {NAMED("insights_common_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Share of insights that are shared", "Share of an inquiry's insights that at least 80 % of those who ever came to a session about it know", "cut assumed")},
     .value = insight_common},
    {.measure = {NAMED("insight_reach_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Insights that a person has", "Share of an inquiry's insights that a person who ever came to a session about it knows", PUT)},
     .value = insight_reach},
    {.measure = {NAMED("insights_per_person_hour_by", "h-1", FROM_ZERO), AT_MEAN, MORE,
                 SAYS("Insights an hour so far", "Insights that somebody of the site knows, for each hour that a person has spent in sessions about their inquiry", COUNTED)},
     .value = insights_an_hour},
};
// clang-format on

static bool something_is_asked(const struct scenario *scenario)
{
    const struct field_list *asked = scenario_settings(scenario, &inquiry_section);
    return asked->count > 0;
}

static bool something_can_be_noticed(const struct scenario *scenario)
{
    const struct field_list *asked = scenario_settings(scenario, &inquiry_section);
    const struct inquiry_settings *all = asked->items;
    for (size_t i = 0; i < asked->count; i++)
        if (all[i].insights > 0)
            return true;
    return false;
}

extern const struct chapter inquiry_chapter, inquiry_course_chapter, insight_chapter, insight_course_chapter;
const struct chapter inquiry_chapter = {
    .needs = "`inquiries`", .has = something_is_asked, ROWS(inquiry_rows)};
const struct chapter inquiry_course_chapter = {
    .needs = "`inquiries`", .has = something_is_asked, ROWS(inquiry_course_rows)};
const struct chapter insight_chapter = {
    .needs = "`inquiries` with insights", .has = something_can_be_noticed, ROWS(insight_rows)};
const struct chapter insight_course_chapter = {
    .needs = "`inquiries` with insights", .has = something_can_be_noticed, ROWS(insight_course_rows)};
