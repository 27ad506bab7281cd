/* What strategy groups know, what comes of their advice, and what the work is worth. */
#include <math.h>

#include "mechanism.h"
#include "strategy/strategy_parts.h"

static const struct strategy_tally *tally_of(const struct parts *parts)
{
    return &strategy_of(parts)->tally;
}

static const struct strategy_found *found_at(const struct parts *parts)
{
    return &strategy_of(parts)->found;
}

static double work_hours(const struct parts *parts)
{
    double hours = 0;
    for (uint32_t i = 0; i < groups_count(groups_of(parts)); i++)
        hours += group_numbered(groups_of(parts), i)->work.books.effort;
    return hours;
}

static double overview(const struct parts *parts)
{
    return row_ratio(found_at(parts)->overview_sum, found_at(parts)->looks);
}

static double items_done(const struct parts *parts)
{
    return (double)found_at(parts)->items;
}

static double worth_done(const struct parts *parts)
{
    return found_at(parts)->worth;
}

static double worth_per_hour(const struct parts *parts)
{
    return row_ratio(found_at(parts)->worth, work_hours(parts));
}

static double done_twice(const struct parts *parts)
{
    double tasks = (double)found_at(parts)->tasks;
    return row_ratio(tasks - (double)found_at(parts)->items, tasks);
}

static double advised(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->heeded, (double)tally_of(parts)->asked);
}

static double worth_named(const struct parts *parts)
{
    return row_ratio(tally_of(parts)->named_worth, (double)tally_of(parts)->named);
}

static double told_from_elsewhere(const struct parts *parts)
{
    return (double)tally_of(parts)->brought;
}

static double delegates(const struct parts *parts)
{
    return (double)tally_of(parts)->came;
}

static double overview_now(const struct parts *parts)
{
    return found_at(parts)->overview;
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("overview", "1", SHARE), ABOUT_MOVEMENT, RUN_MEAN, MORE,
                 SAYS("Share of the working groups that strategy groups know of", "Share of all living working groups of the movement that a strategy group knows of, mean over strategy groups and moments", COUNTED),
                 MUCH("had", "overview of working groups")},
     .value = overview},
    {.measure = {NAMED("items_done", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Items of common work done", "Items of common work that were done, each counted once in the whole movement, at the site that did it first", COUNTED),
                 MANY("did", "items of common work")},
     .value = items_done},
    {.measure = {NAMED("worth_done", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Worth of the common work done", "Worth of the items of common work that were done, each counted once in the whole movement; 1 each where all are worth the same", COUNTED),
                 MUCH("brought", "worth by common work")},
     .value = worth_done},
    {.measure = {NAMED("worth_per_hour", "h-1", FROM_ZERO), ABOUT_MOVEMENT, RUN_MEAN, MORE,
                 SAYS("Worth of the common work done in an hour of work", "The same by the hours that members of working groups worked on tasks", COUNTED),
                 MUCH("brought", "worth in an hour of work")},
     .value = worth_per_hour},
    {.measure = {NAMED("done_twice", "1", SHARE), ABOUT_MOVEMENT, RUN_MEAN, LESS,
                 SAYS("Share of common tasks that had been done before", "Share of the common tasks done at a site whose item had been done before, there or elsewhere", COUNTED),
                 MUCH("did", "common work that had been done before")},
     .value = done_twice},
    {.measure = {NAMED("advised", "1", SHARE), ABOUT_MOVEMENT, RUN_MEAN,
                 SAYS("Share of common tasks on which advice was asked", "Times that a group about to take up a common item asked a strategy group that was there, by all times that one was about to", COUNTED)},
     .value = advised},
    {.measure = {NAMED("worth_named", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_MEAN, MORE,
                 SAYS("Worth of the items that advisers name", "Worth of the items that strategy groups named to those who asked, mean", "best of several exponentials: 1 + 1/2 + ... + 1/k")},
     .value = worth_named},
    {.measure = {NAMED("told_from_elsewhere", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Groups that strategy groups heard of from elsewhere", "Times that a strategy group heard of a working group for the first time by a call or a community", COUNTED),
                 MANY("heard of", "working groups from elsewhere")},
     .value = told_from_elsewhere},
    {.measure = {NAMED("community_delegates", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Delegates at communities", "Delegates of other sites who came to a session to which groups of all sites send one", COUNTED),
                 MANY("had", "delegates at communities")},
     .value = delegates},
    {.measure = {NAMED("overview_at", "1", SHARE), ABOUT_MOVEMENT, AT_POINT, MORE,
                 SAYS("Share of the working groups that strategy groups know of", "Share of all living working groups of the movement that a strategy group knows of, mean over strategy groups", COUNTED)},
     .value = overview_now},
    {.measure = {NAMED("worth_done_by", "1", FROM_ZERO), ABOUT_MOVEMENT, AT_SUM, MORE,
                 SAYS("Worth of the common work done so far", "Worth of the items of common work done so far, each counted once in the whole movement", COUNTED)},
     .value = worth_done},
};
// clang-format on

extern const struct chapter strategy_chapter;
const struct chapter strategy_chapter = {
    .needs = "strategy groups at work (`strategy`, or delegates of all sites)",
    .has = strategy_is_at_work,
    ROWS(rows),
};
