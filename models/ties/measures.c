/* Who is tied with whom. Only ties between two people who are at the site count, and all but their sum count
 * from STRONG_TIE on. */
#include "mechanism.h"
#include "ties/ties_parts.h"

/* The instant of the sample, or the end of the run. */
static sim_time instant(const struct parts *parts)
{
    const struct ties *ties = ties_of(parts);
    return ties->over > 0 ? ties->over : parts->measured_at;
}

static bool is_here(const struct parts *parts, uint32_t who)
{
    return !is_stranger(ties_of(parts), who) && person_is_here(people_of(parts), who);
}

/* The weight from which on a tie is strong at this instant. */
static double strong_weight(const struct parts *parts)
{
    return STRONG_TIE * ties_full_weight(ties_of(parts), instant(parts));
}

/* The other end of a strong tie with somebody here; NOBODY: it is not one. */
static uint32_t strong_with(const struct parts *parts, uint32_t person, uint32_t i, double strong)
{
    const struct ties *ties = ties_of(parts);
    uint32_t other = tie_other(ties, person, i);
    return tie_weight(ties, person, i) >= strong && is_here(parts, other) ? other : NOBODY;
}

static uint32_t degree_of(const struct parts *parts, uint32_t person, double strong)
{
    uint32_t degree = 0;
    for (uint32_t i = 0; i < ties_of(parts)->of.count[person]; i++)
        degree += strong_with(parts, person, i, strong) != NOBODY ? 1 : 0;
    return degree;
}

static double tie_degree(const struct parts *parts)
{
    double strong = strong_weight(parts), sum = 0;
    for (uint32_t person = 0; person < ties_of(parts)->people; person++)
        sum += is_here(parts, person) ? degree_of(parts, person, strong) : 0;
    return row_ratio(sum, people_here(people_of(parts)));
}

static double tie_sum(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t person = 0; person < ties_of(parts)->people; person++)
        sum += is_here(parts, person) ? ties_to_people_here(parts, person, instant(parts)) : 0;
    return row_ratio(sum, people_here(people_of(parts)));
}

/* --- parts of the network: roots of trees (Tarjan 1975), in the marks --- */

static uint32_t root_of(const uint32_t *above, uint32_t person)
{
    while (above[person] != person)
        person = above[person];
    return person;
}

static void join_trees(const struct parts *parts, uint32_t *above)
{
    const struct ties *ties = ties_of(parts);
    double strong = strong_weight(parts);
    for (uint32_t person = 0; person < ties->people; person++)
        above[person] = person;
    for (uint32_t person = 0; person < ties->people; person++)
        for (uint32_t i = 0; is_here(parts, person) && i < ties->of.count[person]; i++) {
            uint32_t other = strong_with(parts, person, i, strong);
            if (other == NOBODY)
                continue;
            uint32_t one = root_of(above, person), two = root_of(above, other);
            above[one > two ? one : two] = one > two ? two : one;
            above[person] = root_of(above, person);
        }
}

static double tie_component(const struct parts *parts)
{
    const struct ties *ties = ties_of(parts);
    uint32_t *above = ties->mark, largest = 0;
    uint32_t *size = ties->sizes;
    join_trees(parts, above);
    for (uint32_t person = 0; person < ties->people; person++)
        if (is_here(parts, person) && ++size[root_of(above, person)] > largest)
            largest = size[root_of(above, person)];
    for (uint32_t person = 0; person < ties->people; person++)
        above[person] = size[person] = 0;
    return row_ratio(largest, people_here(people_of(parts)));
}

/* --- clustering: of two ties of a person, how often the two others are tied (Newman 2003: transitivity) ---
 */

/* Pairs of the ties of `person` whose other ends are tied. */
static double closed_pairs(const struct parts *parts, uint32_t person, double strong)
{
    const struct ties *ties = ties_of(parts);
    double closed = 0;
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        uint32_t other = strong_with(parts, person, i, strong);
        if (other != NOBODY)
            ties->mark[other] = 1;
    }
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        uint32_t other = strong_with(parts, person, i, strong);
        for (uint32_t j = 0; other != NOBODY && j < ties->of.count[other]; j++) {
            uint32_t third = strong_with(parts, other, j, strong);
            closed += third != NOBODY && ties->mark[third] > 0 ? 0.5 : 0;
        }
    }
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        uint32_t other = tie_other(ties, person, i);
        if (!is_stranger(ties, other))
            ties->mark[other] = 0;
    }
    return closed;
}

static double tie_clustering(const struct parts *parts)
{
    double strong = strong_weight(parts), closed = 0, pairs = 0;
    for (uint32_t person = 0; person < ties_of(parts)->people; person++) {
        if (!is_here(parts, person))
            continue;
        double degree = degree_of(parts, person, strong);
        pairs += degree * (degree - 1) / 2;
        closed += degree >= 2 ? closed_pairs(parts, person, strong) : 0;
    }
    return row_ratio(closed, pairs);
}

/* --- across sites --- */

/* Ties of those who are here, also to people who were guests and went home. */
static double ties_across(const struct parts *parts)
{
    const struct ties *ties = ties_of(parts);
    double strong = strong_weight(parts), across = 0, within = 0;
    for (uint32_t person = 0; person < ties->people; person++)
        for (uint32_t i = 0; is_here(parts, person) && i < ties->of.count[person]; i++) {
            uint32_t other = tie_other(ties, person, i);
            if (tie_weight(ties, person, i) < strong || (is_here(parts, other) && other < person))
                continue; /* weak, or counted from its other end */
            bool same = ties_home_of(parts, person) == ties_home_of(parts, other);
            across += same ? 0 : 1;
            within += same ? 1 : 0;
        }
    return row_ratio(across - within, across + within);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("tie_degree", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS("Ties of a person", "Ties of strength .2 or more between two people who are there, for each person, at the end", COUNTED),
                 MANY("made", "ties for each person")},
     .value = tie_degree},
    {.measure = {NAMED("tie_sum", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS("Strength of all ties of a person", "Strength of all ties between a person and the people who are there, added up, on average, at the end", COUNTED)},
     .value = tie_sum},
    {.measure = {NAMED("tie_component", "1", SHARE), RUN_POINT, MORE,
                 SAYS("People tied together", "Share of the people who are there in the largest part of the network that ties of strength .2 or more hold together, at the end", COUNTED)},
     .value = tie_component},
    {.measure = {NAMED("tie_clustering", "1", SHARE), RUN_POINT,
                 SAYS("Ties that close triangles", "Of two ties of strength .2 or more of one person, how often the two others are tied as well, at the end", "Newman 2003, doi:10.1137/S003614450342480")},
     .value = tie_clustering},
    {.measure = {NAMED("tie_degree_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("Ties of a person", "Ties of strength .2 or more between two people who are there, for each person", COUNTED)},
     .value = tie_degree},
    {.measure = {NAMED("tie_component_at", "1", SHARE), AT_POINT,
                 SAYS("People tied together", "Share of the people who are there in the largest part of the network that ties of strength .2 or more hold together", COUNTED)},
     .value = tie_component},
};

static const struct measure_row across_rows[] = {
    {.measure = {NAMED("ties_across", "1", BETWEEN(-1, 1)), RUN_POINT, MORE,
                 SAYS("Ties across sites", "Ties of strength .2 or more between people of different sites less those within one, divided by both together: -1 none across, 1 all across; a tie is counted at the site where the two met", "E-I index, Krackhardt & Stern 1988, doi:10.2307/2786835")},
     .value = ties_across},
};
// clang-format on

static bool there_are_ties(const struct scenario *scenario)
{
    const struct tie_settings *ties = scenario_settings(scenario, &tie_section);
    return ties->gain > 0;
}

static bool people_travel_too(const struct scenario *scenario)
{
    return there_are_ties(scenario) && scenario->wishes.travel;
}

extern const struct chapter tie_chapter, tie_across_chapter;
const struct chapter tie_chapter = {.needs = "ties between people", .has = there_are_ties, ROWS(rows)};
const struct chapter tie_across_chapter = {
    .needs = "ties between people, and guests of other sites", .has = people_travel_too, ROWS(across_rows)};
