/* Who came from outside, and what people know of what only they could tell. */
#include "informants/informants_parts.h"
#include "mechanism.h"

static double informants_came(const struct parts *parts)
{
    return (double)informants_of(parts)->tally.came;
}

static double informants_missing(const struct parts *parts)
{
    return (double)informants_of(parts)->tally.missing;
}

static double informant_hours(const struct parts *parts)
{
    return sim_hours(informants_sat(informants_of(parts), parts->measured_at));
}

/* Facets from outside that the people who are here know, added up over them. */
static double known_here(const struct people *people, const struct matter *matter,
                         const struct facet_set *outside)
{
    double known = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        if (!person_is_here(people, person))
            continue;
        struct facet_set hers = facets_known(matter, person);
        hers = facet_and(&hers, outside);
        known += facet_count(&hers);
    }
    return known;
}

static double outside_known(const struct parts *parts)
{
    const struct informants *informants = informants_of(parts);
    double known = 0, all = 0;
    for (uint32_t number = 1; number <= inquiries_count(informants->inquiries); number++) {
        const struct matter *matter = inquiry_matter(informants->inquiries, number);
        if (matter == NULL)
            continue;
        struct facet_set outside = inquiry_outside(inquiry_settings(matter->inquiry));
        known += known_here(informants->people, matter, &outside);
        all += (double)facet_count(&outside) * people_here(informants->people);
    }
    return row_ratio(known, all);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("informants", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Seats of informants", "Times that somebody from outside sat down in a circle, for a round", COUNTED),
                 MANY("had", "seats of informants")},
     .value = informants_came},
    {.measure = {NAMED("informants_missing", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Informants without a place", "Times that somebody from outside was to sit in a circle, and no place for guests was free", COUNTED),
                 MANY("had", "informants without a place")},
     .value = informants_missing},
    {.measure = {NAMED("informant_hours", "h", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Hours of informants", "Hours that people from outside spent in circles; they are no person-hours", COUNTED),
                 MANY("took", "hours of informants")},
     .value = informant_hours},
    {.measure = {NAMED("outside_known", "1", SHARE), RUN_POINT, MORE,
                 SAYS("Knowledge of what is outside", "Share of the outside facets of the inquiries that are not over which a person of the site knows", COUNTED),
                 MUCH("reached", "knowledge of what is outside")},
     .value = outside_known},
};
// clang-format on

extern const struct chapter informant_chapter;
const struct chapter informant_chapter = {
    .needs = "a stage with `informants`", .has = informants_are_asked, ROWS(rows)};
