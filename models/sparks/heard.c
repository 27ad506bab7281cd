/* The table of who heard of which spark from whom: one row each time, where the scenario asks for rows of
 * people. With it everybody can draw the trees of the sparks, and count what the measures say of them. */
#include <math.h>

#include "mechanism.h"
#include "scenario.h"
#include "sparks/sparks_parts.h"

/* In the order of enum spark_way. */
#define SPARK_WAY_WORDS "began site other_site person post"

// clang-format off
static const struct column heard_columns[] = {
    {"spark_site", "1", "index into the dimension site, from 0, of where the spark came up", COLUMN_WHOLE, NULL},
    {"spark", "1", "Number of the spark at that site, as in the table of sparks", COLUMN_WHOLE, NULL},
    {"person", "1", "The person who heard of it, by her number within the site at which she is at home", COLUMN_WHOLE, NULL},
    {"home", "1", "index into the dimension site, from 0, of that site", COLUMN_WHOLE, NULL},
    {"at", "h", "Time at which she did, since the scenario began", COLUMN_REAL, NULL},
    {"way", "1", "How: she began it; by an announcement of her site, or of another one; from a person; from a post", COLUMN_FLAG, SPARK_WAY_WORDS},
    {"active", "1", "Whether she became active on it", COLUMN_FLAG, "no yes"},
    {"number", "1", "Her number among all who ever became active on a spark at the site, from 0; missing where she did not", COLUMN_WHOLE, NULL},
    {"from_site", "1", "index into the dimension site, from 0, of who told her; missing where nobody did", COLUMN_WHOLE, NULL},
    {"from_number", "1", "Number of who told her, as in `number` at that site; missing where nobody did", COLUMN_WHOLE, NULL},
    {"generation", "1", "Steps from person to person since somebody began it or heard an announcement", COLUMN_WHOLE, NULL},
    {"people", "1", "People who became active because of her, in the movement and in the public, and she herself; 0 where she did not", COLUMN_WHOLE, NULL},
};
// clang-format on

static const struct table heard_table = {
    "heard_spark", "One row each time that somebody heard of a spark, where the scenario asks for it",
    heard_columns, sizeof heard_columns / sizeof heard_columns[0]};

static struct heard_row *row_at(const struct heard_rows *rows, uint32_t number)
{
    return &rows->blocks[number / BLOCK][number % BLOCK];
}

void heard_is_noted(struct sparks *sparks, const struct heard_row *row)
{
    struct heard_rows *rows = &sparks->rows;
    if (!rows->kept)
        return;
    rows->blocks = spark_blocks_make_room(sparks->terms.arena, rows->blocks, rows->count, &rows->room,
                                          sizeof(struct heard_row));
    *row_at(rows, rows->count++) = *row;
}

static double known(bool is_known, double number)
{
    return is_known ? number : (double)NAN;
}

static void write_heard(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct sparks *sparks = sparks_of(parts);
    for (uint32_t i = 0; sparks != NULL && i < sparks->rows.count; i++) {
        const struct heard_row *row = row_at(&sparks->rows, i);
        const struct local_spark *spark = local_at(sparks, row->spark);
        const bool active = row->burning > 0, told = row->parent_site != NOBODY;
        const double values[] = {spark->origin,
                                 spark->number,
                                 row->who.person,
                                 row->who.site,
                                 sim_hours(row->at),
                                 row->way,
                                 active,
                                 known(active, row->burning - 1.0),
                                 known(told, row->parent_site),
                                 known(told, row->parent),
                                 row->depth,
                                 active ? burning_at(sparks, row->burning - 1)->below : 0};
        _Static_assert(sizeof values / sizeof values[0] == sizeof heard_columns / sizeof heard_columns[0],
                       "a value for each column");
        outcome_add(outcome, &heard_table, site, values);
    }
}

static bool hearing_is_recorded(const struct scenario *scenario)
{
    return scenario->rows.people && sparks_come(scenario);
}

static const struct table *const tables[] = {&heard_table, NULL};
extern const struct chapter heard_chapter;
const struct chapter heard_chapter = {.needs = "sparks, and rows of people (`record_people: yes`)",
                                      .has = hearing_is_recorded,
                                      .tables = tables,
                                      .write = write_heard};
