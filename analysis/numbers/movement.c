#include "analysis/numbers/movement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/numbers/proposals.h"
#include "base/require.h"

static const double whole_circle = 6.283185307179586;

/* Columns of a table that are needed together. */
enum { MOST_COLUMNS = 8 };

struct rows {
    const struct results_table *table;
    const double *columns[MOST_COLUMNS]; /* in the order of the names asked for */
    double days[MOST_COLUMNS];           /* what one of its unit is in days */
};

static bool has_rows(const struct results *results, const char *name)
{
    size_t table = results_find_table(results, name);
    return table != NOT_FOUND && results->tables[table].rows > 0;
}

bool groups_recorded(const struct results *results)
{
    return has_rows(results, "group");
}

bool links_recorded(const struct results *results)
{
    return has_rows(results, "link");
}

/* False with trouble when a column is not there or cannot be read; without, when there is no such table. */
static bool read_rows(struct results *results, const char *name, const char *const *columns, size_t count,
                      struct rows *rows, struct trouble *trouble)
{
    size_t table = results_find_table(results, name);
    if (table == NOT_FOUND)
        return false;
    rows->table = &results->tables[table];
    for (size_t i = 0; i < count; i++) {
        size_t column = results_find_column(rows->table, columns[i]);
        rows->columns[i] = results_column(results, table, columns[i], trouble);
        if (rows->columns[i] == NULL)
            return false;
        rows->days[i] = column < rows->table->column_count ? days_in(rows->table->columns[column].unit) : 1;
    }
    return true;
}

double movement_ends(const struct results *results)
{
    return results->time_count > 0 ? results->times[results->time_count - 1] : 0;
}

/* --- groups --- */

static int by_birth(const void *left, const void *right)
{
    const struct group_life *a = left, *b = right;
    if (a->born != b->born)
        return a->born < b->born ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

struct group_lives movement_groups(struct results *results, size_t design, size_t replication,
                                   struct arena *arena, struct trouble *trouble)
{
    static const char *const names[] = {"design", "replication", "category", "born", "ended"};
    enum { DESIGN, REPLICATION, CATEGORY, BORN, ENDED, COLUMNS };
    struct group_lives lives = {0};
    struct rows rows;
    if (!read_rows(results, "group", names, COLUMNS, &rows, trouble))
        return lives;
    lives.items = ARENA_NEW(arena, struct group_life, rows.table->rows);
    for (size_t i = 0; i < rows.table->rows; i++) {
        double born = rows.columns[BORN][i] * rows.days[BORN], category = rows.columns[CATEGORY][i];
        double ended = rows.columns[ENDED][i] * rows.days[ENDED];
        double run = rows.columns[REPLICATION][i];
        bool is_shown = replication == ALL_REPLICATIONS || run == (double)replication;
        if (rows.columns[DESIGN][i] != (double)design || !is_shown || !(run >= 0) || !isfinite(born))
            continue;
        lives.items[lives.count++] = (struct group_life){
            .row = i,
            .replication = (size_t)run,
            .category = category >= 0 && category < INT8_MAX ? (size_t)category : NOT_FOUND,
            .born = born,
            .ended = isfinite(ended) ? ended : fmax(born, movement_ends(results)),
            .lives = !isfinite(ended),
        };
    }
    if (lives.count > 1)
        qsort(lives.items, lives.count, sizeof *lives.items, by_birth);
    return lives;
}

struct names movement_categories(const struct results *results, struct arena *arena)
{
    return results_find_flags(results, "group", "category", arena);
}

struct survival movement_lifetimes(const struct group_lives *lives, struct arena *arena)
{
    double *days = ARENA_NEW(arena, double, lives->count);
    bool *ended = ARENA_NEW(arena, bool, lives->count);
    for (size_t i = 0; i < lives->count; i++) {
        days[i] = lives->items[i].ended - lives->items[i].born;
        ended[i] = !lives->items[i].lives;
    }
    return estimate_survival(days, ended, lives->count, arena);
}

/* --- links --- */

static int by_pair(const void *left, const void *right)
{
    const struct tie *a = left, *b = right;
    if (a->one != b->one)
        return a->one < b->one ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

/* Ties of the same pair become one. */
static void join_pairs(struct ties *ties)
{
    size_t kept = 0;
    if (ties->count > 1)
        qsort(ties->items, ties->count, sizeof *ties->items, by_pair);
    for (size_t i = 0; i < ties->count; i++) {
        if (kept > 0 && by_pair(&ties->items[kept - 1], &ties->items[i]) == 0)
            ties->items[kept - 1].links += ties->items[i].links;
        else
            ties->items[kept++] = ties->items[i];
    }
    ties->count = kept;
}

static bool is_site(const struct results *results, double index)
{
    return index >= 0 && index < (double)results->sites.count;
}

struct ties movement_ties(struct results *results, size_t design, double instant, struct arena *arena,
                          struct trouble *trouble)
{
    static const char *const names[] = {"design", "replication", "site", "other_site", "made", "ended"};
    enum { DESIGN, REPLICATION, SITE, OTHER_SITE, MADE, ENDED, COLUMNS };
    struct ties ties = {0};
    struct rows rows;
    if (!read_rows(results, "link", names, COLUMNS, &rows, trouble))
        return ties;
    ties.items = ARENA_NEW(arena, struct tie, rows.table->rows);
    for (size_t i = 0; i < rows.table->rows; i++) {
        double made = rows.columns[MADE][i] * rows.days[MADE];
        double ended = rows.columns[ENDED][i] * rows.days[ENDED];
        double here = rows.columns[SITE][i], there = rows.columns[OTHER_SITE][i];
        if (rows.columns[DESIGN][i] != (double)design || rows.columns[REPLICATION][i] != SHOWN_REPLICATION ||
            !(made <= instant) || ended <= instant || !is_site(results, here) || !is_site(results, there) ||
            here == there)
            continue;
        size_t one = (size_t)fmin(here, there), other = (size_t)fmax(here, there);
        ties.items[ties.count++] = (struct tie){one, other, 1};
    }
    ties.links = ties.count;
    join_pairs(&ties);
    return ties;
}

/* --- places --- */

static void on_a_circle(struct site_spot *spots, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double angle = whole_circle * (0.25 - (double)i / (double)count);
        spots[i].across = count == 1 ? 0.5 : 0.5 + 0.5 * cos(angle);
        spots[i].up = count == 1 ? 0.5 : 0.5 + 0.5 * sin(angle);
    }
}

static double stretched(double where, double least, double most)
{
    return most > least ? (where - least) / (most - least) : 0.5;
}

/* Each direction is stretched on its own: sites that lie along a line would hide each other. */
static void stretch(struct site_spot *spots, size_t count)
{
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        west = fmin(west, spots[i].across);
        east = fmax(east, spots[i].across);
        south = fmin(south, spots[i].up);
        north = fmax(north, spots[i].up);
    }
    for (size_t i = 0; i < count; i++) {
        spots[i].across = stretched(spots[i].across, west, east);
        spots[i].up = stretched(spots[i].up, south, north);
    }
}

/* Columns of the table of places, in the order of their names. */
enum { PLACE_DESIGN, PLACE_REPLICATION, PLACE_SITE, PLACE_EAST, PLACE_NORTH, PLACE_PEOPLE, PLACE_COLUMNS };

/* Rows of a design in the shown run; returns how many. */
static size_t read_places(const struct results *results, const struct rows *rows, size_t design,
                          struct site_spot *spots)
{
    size_t found = 0;
    for (size_t i = 0; i < results->sites.count; i++)
        spots[i] = (struct site_spot){NAN, NAN, NAN};
    for (size_t i = 0; i < rows->table->rows; i++) {
        double site = rows->columns[PLACE_SITE][i];
        if (rows->columns[PLACE_DESIGN][i] != (double)design ||
            rows->columns[PLACE_REPLICATION][i] != SHOWN_REPLICATION || !is_site(results, site))
            continue;
        spots[(size_t)site] = (struct site_spot){rows->columns[PLACE_EAST][i], rows->columns[PLACE_NORTH][i],
                                                 rows->columns[PLACE_PEOPLE][i]};
        found++;
    }
    return found;
}

/* Where the first design that has rows has its sites. */
static void borrow_places(const struct results *results, const struct rows *rows, struct site_spot *spots)
{
    size_t design = 0;
    while (design < results->designs.count && read_places(results, rows, design, spots) == 0)
        design++;
    for (size_t i = 0; i < results->sites.count; i++)
        spots[i].people = NAN;
}

struct site_spot *movement_places(struct results *results, size_t design, bool *told, struct arena *arena,
                                  struct trouble *trouble)
{
    static const char *const names[] = {"design", "replication", "site", "east", "north", "people"};
    const size_t count = results->sites.count;
    struct site_spot *spots = ARENA_NEW(arena, struct site_spot, count);
    struct rows rows;
    for (size_t i = 0; i < count; i++)
        spots[i] = (struct site_spot){NAN, NAN, NAN};
    *told = read_rows(results, "place", names, PLACE_COLUMNS, &rows, trouble);
    if (*told && read_places(results, &rows, design, spots) == 0)
        borrow_places(results, &rows, spots);
    for (size_t i = 0; i < count; i++)
        *told = *told && isfinite(spots[i].across) && isfinite(spots[i].up);
    if (*told)
        stretch(spots, count);
    else
        on_a_circle(spots, count);
    return spots;
}

bool movement_people(struct results *results, size_t design, size_t sample, double *people,
                     struct trouble *trouble)
{
    const size_t measure = results_find_role(results, "here");
    if (measure == NOT_FOUND || results->measures[measure].extent != EXTENT_TIME ||
        results->measures[measure].of_movement || sample >= results->measures[measure].length)
        return false;
    const double *loaded = results_load(results, measure, trouble);
    if (loaded == NULL)
        return false;
    double *course = must_allocate(results->measures[measure].length, sizeof *course);
    for (size_t site = 0; site < results->sites.count; site++) {
        results_course(results, measure, loaded, design, SHOWN_REPLICATION, site, course);
        people[site] = course[sample];
    }
    free(course);
    return true;
}
