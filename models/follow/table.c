/* The table of what happened in the session that is followed. */
#include <math.h>

#include "follow/follow_parts.h"
#include "people/people.h"
#include "record/outcome.h"
#include "rows.h"
#include "scenario.h"

// clang-format off
static const struct column columns[] = {
    {"time", "h", "Time since the scenario began; of a turn, when it ended", COLUMN_REAL, NULL},
    {"kind", "1", "What happened", COLUMN_FLAG, FOLLOWED_WORDS},
    {"stage", "1", "Stage of the method, from 1", COLUMN_WHOLE, NULL},
    {"round", "1", "Round of the stage, from 1", COLUMN_WHOLE, NULL},
    {"circle", "1", "Circle, numbered from 1 within its site", COLUMN_WHOLE, NULL},
    {"who", "1", "The person or proposal, by its number within the site from 0; of a session that begins, the line of the calendar from 0; of a stage that begins, how many people were there; of one that ends, how many stayed; of a market, how many announcements", COLUMN_WHOLE, NULL},
    {"about", "1", "What the circle talked about", COLUMN_FLAG, FOLLOWED_ABOUT_WORDS},
    {"matter", "1", "Which proposal, question or inquiry that was, by its number", COLUMN_WHOLE, NULL},
    {"amount", "1", "Hours of a turn; people of a session that begins and of a circle that closes; blocks at a call for consensus; of a decision 1 passed, 2 failed, 3 withdrawn", COLUMN_REAL, NULL},
    {"facets", "1", "Of a turn: facets that were new to its circle; of a circle that closes: facets that were said in it", COLUMN_WHOLE, NULL},
};
// clang-format on

static const struct table followed_table = {
    "followed", "One row for each thing that happened in the session that is followed", columns,
    sizeof columns / sizeof columns[0]};

static double number_or_missing(uint32_t number)
{
    return number == NOBODY ? (double)NAN : number;
}

static void write_rows(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct follow *follow = follow_of(parts);
    for (uint32_t i = 0; follow != NULL && i < follow->count; i++) {
        const struct followed *row = &follow->rows[i];
        const double values[] = {sim_hours(row->time),
                                 row->kind,
                                 row->stage,
                                 row->round,
                                 number_or_missing(row->circle),
                                 number_or_missing(row->who),
                                 row->about,
                                 number_or_missing(row->matter),
                                 row->amount,
                                 row->facets};
        _Static_assert(sizeof values / sizeof values[0] == sizeof columns / sizeof columns[0],
                       "a value for each column");
        outcome_add(outcome, &followed_table, site, values);
    }
}

static bool is_asked_for(const struct scenario *scenario)
{
    const struct follow_settings *settings = scenario_settings(scenario, &follow_section);
    return settings->session > 0;
}

static const struct table *const tables[] = {&followed_table, NULL};
const struct chapter follow_chapter = {
    .needs = "`follow.session`", .has = is_asked_for, .tables = tables, .write = write_rows};
