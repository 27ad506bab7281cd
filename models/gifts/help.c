/* The table of needs that were met: one row each, where the scenario asks for rows of people. */
#include <math.h>

#include "gifts/gifts_parts.h"
#include "mechanism.h"
#include "scenario.h"

/* In the order of enum channel. */
#define CHANNEL_WORDS "circle assembly name card board donation purchase"

// clang-format off
static const struct column help_columns[] = {
    {"arose", "h", "Time at which the need arose, since the scenario began", COLUMN_REAL, NULL},
    {"at", "h", "Time at which it was met", COLUMN_REAL, NULL},
    {"channel", "1", "How need and help found each other", COLUMN_FLAG, CHANNEL_WORDS},
    {"helper", "1", "The person who helps, by her number within her site; missing where it was a donation or a purchase", COLUMN_WHOLE, NULL},
    {"owner", "1", "The person whose need it is, likewise; missing where it is of a working group", COLUMN_WHOLE, NULL},
    {"hours", "h", "How long the help takes", COLUMN_REAL, NULL},
    {"helper_site", "1", "index into the dimension site, from 0, of where the helper is at home; missing where there is none", COLUMN_WHOLE, NULL},
    {"owner_site", "1", "The same of the person whose need it is", COLUMN_WHOLE, NULL},
};
// clang-format on

static const struct table help_table = {"need_met",
                                        "One row a need that was met, where the scenario asks for it",
                                        help_columns, sizeof help_columns / sizeof help_columns[0]};

static double known(bool is_person, uint32_t number)
{
    return is_person ? number : (double)NAN;
}

static void write_help(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct gifts *gifts = gifts_of(parts);
    for (uint32_t i = 0; gifts != NULL && i < gifts->needs.count; i++) {
        const struct need *need = need_of(gifts, i + 1);
        if (need->state != NEED_MET || need->closed < parts->measured_from)
            continue;
        const bool helped = need->helper != NOBODY, owned = need->owner != NOBODY;
        const double row[] = {
            sim_hours(need->arose),         sim_hours(need->closed),       need->channel,
            known(helped, need->by.person), known(owned, need->of.person), sim_hours(need->help),
            known(helped, need->by.site),   known(owned, need->of.site)};
        _Static_assert(sizeof row / sizeof row[0] == sizeof help_columns / sizeof help_columns[0],
                       "a value for each column");
        outcome_add(outcome, &help_table, site, row);
    }
}

static bool help_is_recorded(const struct scenario *scenario)
{
    return scenario->rows.people && gifts_are_there(scenario);
}

static const struct table *const tables[] = {&help_table, NULL};
extern const struct chapter help_chapter;
const struct chapter help_chapter = {.needs = "needs, and rows of people (`record_people: yes`)",
                                     .has = help_is_recorded,
                                     .tables = tables,
                                     .write = write_help};
