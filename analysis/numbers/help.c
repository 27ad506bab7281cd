#include "analysis/numbers/help.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/numbers/movement.h"

static const char table_name[] = "need_met";

enum { DESIGN, REPLICATION, SITE, HELPER, OWNER, CHANNEL, HOURS, HELPER_SITE, OWNER_SITE, COLUMNS };
/* In files that do not say where people are at home, all are at home where the need was met. */
static const char *const column_names[] = {"design",  "replication", "site",        "helper",    "owner",
                                           "channel", "hours",       "helper_site", "owner_site"};

bool help_recorded(const struct results *results)
{
    const size_t table = results_find_table(results, table_name);
    return table != NOT_FOUND && results->tables[table].rows > 0;
}

struct names help_channels(const struct results *results, struct arena *arena)
{
    return results_find_flags(results, table_name, "channel", arena);
}

/* --- people --- */

static int by_number(const void *left, const void *right)
{
    const struct help_person *a = left, *b = right;
    if (a->site != b->site)
        return a->site < b->site ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_help(const void *left, const void *right)
{
    const struct help_person *a = left, *b = right;
    const size_t one = a->given + a->got, other = b->given + b->got;
    return one != other ? (one > other ? -1 : 1) : by_number(left, right);
}

/* Rows of the same person become one. */
static size_t join_people(struct help_person *people, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(people, count, sizeof *people, by_number);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && by_number(&people[kept - 1], &people[i]) == 0) {
            people[kept - 1].given += people[i].given;
            people[kept - 1].got += people[i].got;
            people[kept - 1].hours += people[i].hours;
        } else {
            people[kept++] = people[i];
        }
    }
    return kept;
}

static size_t place_of(const struct help *help, size_t site, size_t number)
{
    const struct help_person key = {.site = site, .number = number};
    const struct help_person *found =
        help->count == 0 ? NULL : bsearch(&key, help->people, help->count, sizeof key, by_number);
    return found == NULL ? NOT_FOUND : (size_t)(found - help->people);
}

/* People of the first sites, as many whole ones as there is room for; 0: not even one. */
static size_t people_of_whole_sites(const struct help *help)
{
    size_t count = MOST_HELP_SHOWN;
    while (count > 0 && help->people[count - 1].site == help->people[count].site)
        count--;
    return count;
}

static size_t people_of_first_site(const struct help *help)
{
    size_t count = 0;
    while (count < help->count && help->people[count].site == help->people[0].site)
        count++;
    return count;
}

/* Those who are kept are in the order of their numbers again. */
static void leave_out(struct help *help)
{
    if (help->count <= MOST_HELP_SHOWN)
        return;
    const size_t all = help->count;
    help->count = people_of_whole_sites(help);
    if (help->count == 0) {
        qsort(help->people, people_of_first_site(help), sizeof *help->people, by_help);
        help->count = MOST_HELP_SHOWN;
        qsort(help->people, help->count, sizeof *help->people, by_number);
    }
    help->left_out = all - help->count;
}

/* --- rows --- */

static bool is_place(double number)
{
    return number >= 0 && number < (double)UINT32_MAX;
}

/* Whether the row is of the shown run, and of two people. */
static bool is_of_pair(const double *const *columns, size_t row, size_t design)
{
    return columns[DESIGN][row] == (double)design && columns[REPLICATION][row] == SHOWN_REPLICATION &&
           is_place(columns[HELPER_SITE][row]) && is_place(columns[OWNER_SITE][row]) &&
           is_place(columns[HELPER][row]) && is_place(columns[OWNER][row]);
}

static void add_people(struct help *help, const double *const *columns, size_t row)
{
    const size_t from = (size_t)columns[HELPER_SITE][row], to = (size_t)columns[OWNER_SITE][row];
    const double hours = isfinite(columns[HOURS][row]) ? columns[HOURS][row] : 0;
    help->people[help->count++] = (struct help_person){
        .site = from, .number = (size_t)columns[HELPER][row], .given = 1, .hours = hours};
    help->people[help->count++] =
        (struct help_person){.site = to, .number = (size_t)columns[OWNER][row], .got = 1};
    help->times++;
    if (is_place(columns[CHANNEL][row]) && columns[CHANNEL][row] < MOST_CHANNELS)
        help->by[(size_t)columns[CHANNEL][row]]++;
}

static void add_pair(struct help *help, const double *const *columns, size_t row)
{
    const size_t from = place_of(help, (size_t)columns[HELPER_SITE][row], (size_t)columns[HELPER][row]);
    const size_t to = place_of(help, (size_t)columns[OWNER_SITE][row], (size_t)columns[OWNER][row]);
    const double channel = columns[CHANNEL][row];
    if (from != NOT_FOUND && to != NOT_FOUND)
        help->pairs[help->pair_count++] =
            (struct help_pair){from, to, is_place(channel) ? (size_t)channel : NOT_FOUND};
}

struct help help_of(struct results *results, size_t design, struct arena *arena, struct trouble *trouble)
{
    struct help help = {0};
    const double *columns[COLUMNS];
    const size_t table = results_find_table(results, table_name);
    if (table == NOT_FOUND)
        return help;
    for (size_t i = 0; i < COLUMNS; i++) {
        const bool is_there =
            i < HELPER_SITE || results_find_column(&results->tables[table], column_names[i]) != NOT_FOUND;
        columns[i] = is_there ? results_column(results, table, column_names[i], trouble) : columns[SITE];
        if (columns[i] == NULL)
            return help;
    }
    const size_t rows = results->tables[table].rows;
    size_t pairs = 0;
    for (size_t row = 0; row < rows; row++)
        pairs += is_of_pair(columns, row, design) ? 1 : 0;
    help.people = ARENA_NEW(arena, struct help_person, 2 * pairs);
    help.pairs = ARENA_NEW(arena, struct help_pair, pairs);
    for (size_t row = 0; row < rows; row++)
        if (is_of_pair(columns, row, design))
            add_people(&help, columns, row);
    help.count = join_people(help.people, help.count);
    for (size_t i = 0; i < help.count; i++)
        help.helpers += help.people[i].given > 0 ? 1 : 0;
    leave_out(&help);
    for (size_t row = 0; row < rows; row++)
        if (is_of_pair(columns, row, design))
            add_pair(&help, columns, row);
    return help;
}
