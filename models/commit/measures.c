/* Who signed for what, and what came of it. */
#include "commit/commit.h"
#include "mechanism.h"

static double signed_for(const struct parts *parts)
{
    return (double)commit_of(parts)->tally.signed_for;
}

static double turned_up(const struct parts *parts)
{
    return (double)commit_of(parts)->tally.turned_up;
}

static double groups_committed(const struct parts *parts)
{
    return (double)commit_of(parts)->tally.groups;
}

static double plannings(const struct parts *parts)
{
    return (double)commit_of(parts)->tally.plannings;
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("signed", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Signed for a call", "Times that somebody signed for a call at the end of a meeting", "counted"),
                 MANY("had", "people who signed for a call")},
     .value = signed_for},
    {.measure = {NAMED("turned_up", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Turned up", "Of those who signed for a call that enough people signed, how many turned up afterwards", "counted"),
                 MANY("had", "people who turned up after they had signed")},
     .value = turned_up},
    {.measure = {NAMED("groups_committed", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Groups that meetings led to", "Working groups that were born of a call at the end of a meeting", "counted"),
                 MANY("led to", "working groups")},
     .value = groups_committed},
    {.measure = {NAMED("plannings", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Plannings of working groups", "Times that enough members of a working group signed for its next tasks", "counted"),
                 MANY("had", "plannings of working groups")},
     .value = plannings},
};
// clang-format on

extern const struct chapter commit_chapter;
const struct chapter commit_chapter = {
    .needs = "a stage with `do: commit`", .has = commit_is_asked_for, ROWS(rows)};
