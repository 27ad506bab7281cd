/* The table of people: one row each, where the scenario asks for it. */
#include <math.h>

#include "gathering/gathering_parts.h"
#include "mechanism.h"

// clang-format off
static const struct column person_columns[] = {
    {"number", "1", "The person within the site", COLUMN_WHOLE, NULL},
    {"spoke", "h", "Floor time", COLUMN_REAL, NULL},
    {"turns", "1", "Turns spoken", COLUMN_WHOLE, NULL},
    {"heard", "1", "Turns heard", COLUMN_WHOLE, NULL},
    {"attended", "h", "Time in sessions", COLUMN_REAL, NULL},
    {"sessions", "1", "Sessions come to", COLUMN_WHOLE, NULL},
    {"energy", "1", "Energy when she last came or went", COLUMN_REAL, NULL},
    {"tension", "1", "Tension when she last came or went", COLUMN_REAL, NULL},
    {"leaning", "1", "Social part of the opinion on the last question, in the end", COLUMN_REAL, NULL},
};
// clang-format on

static const struct table person_table = {"person", "One row a person, where the scenario asks for it",
                                          person_columns, sizeof person_columns / sizeof person_columns[0]};

static void write_people(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct people *people = people_of(parts);
    if (!gathering_of(parts)->terms.keeps_people)
        return;
    for (uint32_t person = 0; person < people_ever(people); person++) {
        const double row[] = {
            person,
            sim_hours(people->books.spoke[person]),
            people->books.turns[person],
            people->books.heard[person],
            sim_hours(people->books.attended[person]),
            people->books.sessions[person],
            (double)people->body.energy[person],
            (double)people->body.tension[person],
            gathering_of(parts)->questions.leaning == NULL
                ? NAN
                : (double)gathering_of(parts)->questions.leaning[person],
        };
        outcome_add(outcome, &person_table, site, row);
    }
}

static const struct table *const tables[] = {&person_table, NULL};
extern const struct chapter person_chapter;
const struct chapter person_chapter = {.tables = tables, .write = write_people};
