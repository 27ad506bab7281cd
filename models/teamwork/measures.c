/* What members did apart, and what word between them took. */
#include "mechanism.h"
#include "teamwork/teamwork_parts.h"

static const struct teamwork_tally *tally_of(const struct parts *parts)
{
    return &teamwork_of(parts)->tally;
}

static double parts_finished(const struct parts *parts)
{
    return (double)tally_of(parts)->finished;
}

static double part_days(const struct parts *parts)
{
    return row_ratio(tally_of(parts)->part_days, (double)tally_of(parts)->finished);
}

static double without_word(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->without_word, (double)tally_of(parts)->depended);
}

static double signal_hours(const struct parts *parts)
{
    return (double)tally_of(parts)->signals * sim_hours(teamwork_of(parts)->settings->signal_takes);
}

static double word_hours(const struct parts *parts)
{
    return signal_hours(parts) + groups_meeting_hours(groups_of(parts));
}

static double in_hand_now(const struct parts *parts)
{
    return (double)tally_of(parts)->in_hand;
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("parts_finished", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Parts of tasks finished", "Parts of tasks that members of working groups finished", COUNTED),
                 MANY("finished", "parts of tasks")},
     .value = parts_finished},
    {.measure = {NAMED("part_days", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Days until a part is finished", "Time from when work on a task began until a part of it was finished", COUNTED),
                 MUCH("took", "time until a part was finished")},
     .value = part_days},
    {.measure = {NAMED("without_word", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of dependent parts without word in time", "Share of the times that a part was finished on which one under way bears, in which the two members had had no word", COUNTED)},
     .value = without_word},
    {.measure = {NAMED("signal_hours", "h", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, LESS,
                 SAYS("Hours that signals took", "Hours that signals took of those who got them, added up; they are not in people_hours", COUNTED),
                 MANY("took", "hours of signals")},
     .value = signal_hours},
    {.measure = {NAMED("word_hours", "h", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, LESS,
                 SAYS("Hours that word between members took", "Hours of all who were at meetings of working groups, and hours that signals took", COUNTED),
                 MANY("took", "hours of word between members")},
     .value = word_hours},
    {.measure = {NAMED("parts_in_hand_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_SUM,
                 SAYS("Parts in hand", "Parts of tasks that members have in hand", COUNTED)},
     .value = in_hand_now},
};
// clang-format on

extern const struct chapter teamwork_chapter;
const struct chapter teamwork_chapter = {
    .needs = "`teamwork: {assign: pull}`", .has = teamwork_is_asked_for, ROWS(rows)};
