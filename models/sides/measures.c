/* Whether contact warms or cools, and how far apart sides are. */
#include <math.h>

#include "mechanism.h"
#include "sides/sides_parts.h"

static const struct side_books *books_of(const struct parts *parts)
{
    return &sides_of(parts)->books;
}

/* Mean over the people who are here, of what is above `first`. */
static double warmth_above(const struct parts *parts, double first)
{
    const struct people *people = people_of(parts);
    double sum = 0;
    for (uint32_t person = 0; person < people->count; person++)
        if (person_is_here(people, person))
            sum += sides_warmth(sides_of(parts), person, parts->measured_at) - first;
    return row_ratio(sum, people_here(people));
}

static double warmth(const struct parts *parts)
{
    return warmth_above(parts, 0);
}

static double warmth_gain(const struct parts *parts)
{
    return warmth_above(parts, sides_of(parts)->settings->warmth);
}

static double turns_across(const struct parts *parts)
{
    return row_ratio((double)books_of(parts)->across, (double)books_of(parts)->heard);
}

static double jarred(const struct parts *parts)
{
    return row_ratio((double)books_of(parts)->jarred, (double)books_of(parts)->across);
}

static double side_gap(const struct parts *parts)
{
    return row_ratio(books_of(parts)->gap, books_of(parts)->matters);
}

static double spread_within(const struct parts *parts)
{
    return row_ratio(books_of(parts)->within, books_of(parts)->matters);
}

static double extremity(const struct parts *parts)
{
    return row_ratio(books_of(parts)->extremity, books_of(parts)->matters);
}

static double both_sides(const struct parts *parts)
{
    return row_ratio(books_of(parts)->both, books_of(parts)->decided);
}

static double passed_both(const struct parts *parts)
{
    return row_ratio(books_of(parts)->passed_both, books_of(parts)->passed);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("warmth_at", "1", SHARE), AT_POINT, MORE,
                 SAYS("Warmth across sides", "Warmth toward other sides, from 0 to 1: mean of the people who are there", "Paluck, Green & Green 2019"),
                 MUCH("had", "warmth across sides")},
     .value = warmth},
    {.measure = {NAMED("warmth_gain", "1", BETWEEN(-1, 1)), RUN_POINT, MORE,
                 SAYS("Warmth gained", "Mean warmth toward other sides at the end, less what everybody began with", COUNTED),
                 MUCH("gained", "warmth across sides")},
     .value = warmth_gain},
    {.measure = {NAMED("turns_across", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Turns heard from other sides", "Share of the turns that people heard which came from another side", COUNTED),
                 MANY("heard", "turns of other sides")},
     .value = turns_across},
    {.measure = {NAMED("jarred", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("Turns of other sides that jarred", "Share of the turns heard from other sides that jarred: about a matter on which the two stand far apart, or an outburst", COUNTED),
                 MANY("had", "turns that jarred")},
     .value = jarred},
    {.measure = {NAMED("side_gap", "1", BETWEEN(-1, 1)), RUN_MEAN, LESS,
                 SAYS("Gap between sides", "Mean opinion of the side that leaned most for contested matters at first, less that of the side that leaned least, when such a matter is over", COUNTED),
                 MUCH("ended with", "distance between sides")},
     .value = side_gap},
    {.measure = {NAMED("spread_within", "1", SHARE), RUN_MEAN,
                 SAYS("Differences inside sides", "Standard deviation of opinions inside sides when a contested matter is over", COUNTED)},
     .value = spread_within},
    {.measure = {NAMED("extremity", "1", BETWEEN(0, 0.5)), RUN_MEAN, LESS,
                 SAYS("Distance of opinions from the middle", "Mean distance of opinions from one half when a contested matter is over, at most .5", "Schkade, Sunstein & Hastie 2007"),
                 MUCH("had", "distance from the middle")},
     .value = extremity},
    {.measure = {NAMED("both_sides", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Decisions that all sides favour", "Share of decisions on contested proposals for which at least half of each side is in favour", COUNTED),
                 MANY("made", "decisions on proposals that all sides favour")},
     .value = both_sides},
    {.measure = {NAMED("passed_both", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Passed with all sides", "Of contested proposals that passed, the share for which at least half of each side is in favour", COUNTED),
                 MANY("passed", "proposals with all sides in favour")},
     .value = passed_both},
};
// clang-format on

static bool there_are_sides(const struct scenario *scenario)
{
    const struct side_settings *settings = scenario_settings(scenario, &side_section);
    return settings->kinds.count > 0;
}

extern const struct chapter side_chapter;
const struct chapter side_chapter = {.needs = "`sides: {kinds: [...]}`", .has = there_are_sides, ROWS(rows)};
