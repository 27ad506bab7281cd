/* From a table to rows: which column is which, what its cells say, and what cannot be used. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "observed/date.h"
#include "observed/minutes_parts.h"
#include "scenario/quote.h"

enum { LONGEST_DAY = 24 };
static const double most_present = 1e6;

/* Which of two numbers with a slash between is the day, by the dates of which only one reading is a day. */
enum written_order { ORDER_OPEN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST, ORDER_BOTH };

struct reading {
    const struct minutes_words *words;
    struct arena *arena;
    struct trouble *trouble, *unused;
    struct sheet sheet;
    const struct node *column[MINUTES_COLUMNS]; /* name of each; NULL: not there */
    struct minutes *minutes;
    enum written_order order;
    size_t cells, without_date, without_item;
    const struct node *first_without_date, *first_without_item;
};

/* --- columns --- */

static void say_not_known(struct reading *reading, const struct node *name, const char *form)
{
    if (*form == '\0') {
        node_trouble(reading->unused, name, "this column has no name, and is not used");
        return;
    }
    node_trouble(reading->unused, name, "no such column is known, so `%s` is not used",
                 quote_of(name->text).text);
    const char *near = minutes_nearest(&reading->words->columns, form, reading->arena);
    if (near != NULL)
        trouble_hint(reading->unused, "did you mean `%s`?", near);
}

static bool find_columns(struct reading *reading)
{
    size_t found = 0;
    struct trouble unused = {0}, *all = reading->unused;
    reading->unused = &unused; /* of no interest where nothing is known */
    for (const struct node *name = reading->sheet.names->first; name != NULL; name = name->next) {
        const char *form = minutes_form(name->text, strlen(name->text), reading->arena);
        const int column = minutes_meaning(&reading->words->columns, form);
        if (column < 0) {
            say_not_known(reading, name, form);
        } else if (reading->column[column] != NULL) {
            node_trouble(reading->unused, name, "`%s` says %s already, so this column is not used",
                         quote_of(reading->column[column]->text).text, minutes_columns[column]);
        } else {
            reading->column[column] = name;
            reading->minutes->has[column] = true;
            found++;
        }
    }
    reading->unused = all;
    if (found > 0)
        trouble_move(reading->unused, &unused);
    trouble_free(&unused);
    if (found == 0)
        node_trouble(reading->trouble, reading->sheet.names->first,
                     "no column of this table is known; its first line names them: date, item, outcome, "
                     "minutes, present, amendments, or some of these");
    return found > 0;
}

/* The cell of the row in this column; NULL where it says nothing. */
static const struct node *cell_of(const struct reading *reading, const struct node *row,
                                  enum minutes_column column)
{
    const struct node *name = reading->column[column];
    for (const struct node *cell = row->first; name != NULL && cell != NULL; cell = cell->next)
        if (cell->key == name->text)
            return cell->text[strspn(cell->text, " \t\n")] == '\0' ? NULL : cell;
    return NULL;
}

/* --- dates --- */

static void find_order(struct reading *reading)
{
    bool day_first = false, month_first = false;
    for (const struct node *row = reading->sheet.rows->first; row != NULL; row = row->next) {
        const struct node *cell = cell_of(reading, row, COLUMN_DATE);
        if (cell == NULL)
            continue;
        const struct minutes_date date = minutes_date_read(cell->text, reading->words, reading->arena);
        if (date.state != DATE_KNOWN || !date.slashed || date.first == date.second)
            continue;
        day_first = day_first || date.first > date.second;
        month_first = month_first || date.second > date.first;
    }
    reading->order = day_first && month_first ? ORDER_BOTH
                     : day_first              ? ORDER_DAY_FIRST
                     : month_first            ? ORDER_MONTH_FIRST
                                              : ORDER_OPEN;
}

/* A date of two readings, and nothing in its column that says which. */
static void say_open(struct reading *reading, const struct node *cell, struct minutes_date date)
{
    char one[LONGEST_DAY], other[LONGEST_DAY];
    date_text(minutes_date_settle(date, true).day, one, sizeof one);
    date_text(minutes_date_settle(date, false).day, other, sizeof other);
    node_trouble(reading->unused, cell, "this may be %s or %s%s; write it in this way", one, other,
                 reading->order == ORDER_BOTH ? ", since other dates here are written both ways" : "");
}

static int64_t day_of(struct reading *reading, const struct node *cell)
{
    struct minutes_date date = minutes_date_read(cell->text, reading->words, reading->arena);
    if (reading->order == ORDER_DAY_FIRST || reading->order == ORDER_MONTH_FIRST)
        date = minutes_date_settle(date, reading->order == ORDER_DAY_FIRST);
    if (date.state == DATE_KNOWN)
        return date.day;
    if (date.state == DATE_OPEN)
        say_open(reading, cell, date);
    else
        node_trouble(reading->unused, cell, "%s", date.why);
    return INT64_MIN;
}

/* --- the cells of a row --- */

static void take_outcome(struct reading *reading, const struct node *cell, struct minutes_row *row)
{
    const char *form = minutes_form(cell->text, strlen(cell->text), reading->arena);
    const int kind = minutes_meaning(&reading->words->outcomes, form);
    if (kind >= 0) {
        row->outcome = reading->words->kinds[kind].outcome;
        row->block = reading->words->kinds[kind].block;
        return;
    }
    node_trouble(reading->unused, cell,
                 "no such outcome is known; write passed, tabled, failed or withdrawn");
    const char *near = minutes_nearest(&reading->words->outcomes, form, reading->arena);
    if (near != NULL)
        trouble_hint(reading->unused, "did you mean `%s`?", near);
}

static void take_number(struct reading *reading, const struct node *cell, enum minutes_column column,
                        double *value)
{
    const char *why = column == COLUMN_MINUTES
                          ? minutes_length_read(cell->text, reading->sheet.between != ',', reading->words,
                                                reading->arena, value)
                      : column == COLUMN_PRESENT
                          ? minutes_count_read(cell->text, most_present, value)
                          : minutes_amendments_read(cell->text, reading->words, reading->arena, value);
    if (why == NULL)
        return;
    *value = NAN;
    node_trouble(reading->unused, cell, "%s", why);
}

static void take_row(struct reading *reading, const struct node *node, struct minutes_row *row)
{
    const struct node *cells[MINUTES_COLUMNS];
    bool empty = true;
    for (size_t i = 0; i < MINUTES_COLUMNS; i++) {
        cells[i] = cell_of(reading, node, (enum minutes_column)i);
        empty = empty && cells[i] == NULL;
        reading->cells += cells[i] == NULL ? 0 : 1;
    }
    *row = (struct minutes_row){.day = INT64_MIN,
                                .minutes = NAN,
                                .present = NAN,
                                .amendments = NAN,
                                .session = NO_SESSION,
                                .proposal = NO_PROPOSAL};
    if (empty)
        return;
    if (cells[COLUMN_DATE] != NULL)
        row->day = day_of(reading, cells[COLUMN_DATE]);
    else if (reading->without_date++ == 0)
        reading->first_without_date = node;
    if (cells[COLUMN_ITEM] != NULL)
        row->item = minutes_form(cells[COLUMN_ITEM]->text, strlen(cells[COLUMN_ITEM]->text), reading->arena);
    else if (reading->without_item++ == 0)
        reading->first_without_item = node;
    if (cells[COLUMN_OUTCOME] != NULL)
        take_outcome(reading, cells[COLUMN_OUTCOME], row);
    if (cells[COLUMN_MINUTES] != NULL)
        take_number(reading, cells[COLUMN_MINUTES], COLUMN_MINUTES, &row->minutes);
    if (cells[COLUMN_PRESENT] != NULL)
        take_number(reading, cells[COLUMN_PRESENT], COLUMN_PRESENT, &row->present);
    if (cells[COLUMN_AMENDMENTS] != NULL)
        take_number(reading, cells[COLUMN_AMENDMENTS], COLUMN_AMENDMENTS, &row->amendments);
}

static bool says_something(const struct minutes_row *row)
{
    return row->day != INT64_MIN || row->item != NULL || row->outcome != OUTCOME_UNSAID ||
           !isnan(row->minutes) || !isnan(row->present) || !isnan(row->amendments);
}

static void say_left_out(struct reading *reading)
{
    if (reading->column[COLUMN_DATE] != NULL && reading->without_date > 0)
        node_trouble(reading->unused, reading->first_without_date,
                     "%zu row%s without a date, here first, belong%s to no session; each row needs its own",
                     reading->without_date, reading->without_date == 1 ? "" : "s",
                     reading->without_date == 1 ? "s" : "");
    if (reading->column[COLUMN_ITEM] != NULL && reading->without_item > 0)
        node_trouble(reading->unused, reading->first_without_item,
                     "%zu row%s without an item, here first, belong%s to no proposal", reading->without_item,
                     reading->without_item == 1 ? "" : "s", reading->without_item == 1 ? "s" : "");
}

static bool read_all_rows(struct reading *reading)
{
    struct minutes *minutes = reading->minutes;
    minutes->rows = ARENA_NEW(reading->arena, struct minutes_row, node_count(reading->sheet.rows) + 1);
    find_order(reading);
    for (const struct node *node = reading->sheet.rows->first; node != NULL; node = node->next) {
        take_row(reading, node, &minutes->rows[minutes->row_count]);
        minutes->row_count += says_something(&minutes->rows[minutes->row_count]) ? 1 : 0;
    }
    say_left_out(reading);
    if (minutes->row_count > 0)
        return true;
    node_trouble(reading->trouble, reading->sheet.names->first,
                 reading->cells == 0 ? "this table names its columns and has no row that says something"
                                     : "no cell of this table can be used");
    return false;
}

static const char *without_folders(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static const struct minutes *minutes_of_sheet(const char *name, struct reading *reading)
{
    struct minutes *minutes = ARENA_NEW(reading->arena, struct minutes, 1);
    minutes->file = without_folders(arena_text(reading->arena, name, strlen(name)));
    reading->minutes = minutes;
    if (!find_columns(reading) || !read_all_rows(reading))
        return NULL;
    minutes_gather(minutes, reading->arena);
    trouble_sort(reading->unused, 0);
    return minutes;
}

const struct minutes *minutes_read_file(const char *path, const struct minutes_words *words,
                                        struct arena *arena, struct trouble *trouble, struct trouble *unused)
{
    struct reading reading = {.words = words, .arena = arena, .trouble = trouble, .unused = unused};
    if (!sheet_read_good_rows_file(path, &reading.sheet, arena, trouble, unused))
        return NULL;
    return minutes_of_sheet(strcmp(path, "-") == 0 ? "standard input" : path, &reading);
}

const struct minutes *minutes_read(const char *name, const char *text, size_t length,
                                   const struct minutes_words *words, struct arena *arena,
                                   struct trouble *trouble, struct trouble *unused)
{
    struct reading reading = {.words = words, .arena = arena, .trouble = trouble, .unused = unused};
    if (!sheet_read_good_rows(name, text, length, &reading.sheet, arena, trouble, unused))
        return NULL;
    return minutes_of_sheet(name, &reading);
}
