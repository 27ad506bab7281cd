#include "analysis/numbers/trees.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/numbers/movement.h"

static const char table_name[] = "heard_spark";

enum {
    DESIGN,
    REPLICATION,
    SITE,
    SPARK_SITE,
    SPARK,
    AT,
    WAY,
    ACTIVE,
    NUMBER,
    FROM_SITE,
    FROM_NUMBER,
    GENERATION,
    PEOPLE,
    COLUMNS
};
static const char *const column_names[] = {"design",      "replication", "site",   "spark_site", "spark",
                                           "at",          "way",         "active", "number",     "from_site",
                                           "from_number", "generation",  "people"};

/* Somebody who became active. */
struct member {
    size_t row, site, number;
    size_t parent; /* her place among all; NOT_FOUND: she began a cascade */
    size_t depth;
    size_t size, height; /* people in the movement active because of her, and she; steps below her */
    size_t kept;         /* of them, those below people who stand in the tree */
    size_t place;        /* in the tree; NOT_FOUND: she does not stand there */
    size_t root;
};

struct members {
    struct member *all;
    size_t count;
};

bool trees_recorded(const struct results *results)
{
    const size_t table = results_find_table(results, table_name);
    return table != NOT_FOUND && results->tables[table].rows > 0;
}

struct names trees_ways(const struct results *results, struct arena *arena)
{
    return results_find_flags(results, table_name, "way", arena);
}

/* --- who is there --- */

static bool is_place(double number)
{
    return number >= 0 && number < (double)UINT32_MAX;
}

/* Of the shown run, active, and with all that names her. */
static bool is_member(const struct results *results, const double *const *columns, size_t row, size_t design)
{
    return columns[DESIGN][row] == (double)design && columns[REPLICATION][row] == SHOWN_REPLICATION &&
           columns[ACTIVE][row] == 1 && is_place(columns[SITE][row]) &&
           columns[SITE][row] < (double)results->sites.count && is_place(columns[SPARK_SITE][row]) &&
           columns[SPARK_SITE][row] < (double)results->sites.count && is_place(columns[SPARK][row]) &&
           is_place(columns[NUMBER][row]) && is_place(columns[GENERATION][row]);
}

static int by_number(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    if (a->site != b->site)
        return a->site < b->site ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static struct members members_of(const struct results *results, const double *const *columns, size_t rows,
                                 size_t design, struct arena *arena)
{
    struct members members = {0};
    for (size_t row = 0; row < rows; row++)
        members.count += is_member(results, columns, row, design) ? 1 : 0;
    members.all = ARENA_NEW(arena, struct member, members.count + 1);
    members.count = 0;
    for (size_t row = 0; row < rows; row++)
        if (is_member(results, columns, row, design))
            members.all[members.count++] = (struct member){.row = row,
                                                           .site = (size_t)columns[SITE][row],
                                                           .number = (size_t)columns[NUMBER][row],
                                                           .parent = NOT_FOUND,
                                                           .depth = (size_t)columns[GENERATION][row],
                                                           .size = 1,
                                                           .place = NOT_FOUND};
    if (members.count > 1)
        qsort(members.all, members.count, sizeof *members.all, by_number);
    return members;
}

/* Who told her; only somebody one step nearer to the beginning can have done so, so nobody told herself. */
static size_t teller_of(const struct members *members, const double *const *columns,
                        const struct member *member)
{
    const double site = columns[FROM_SITE][member->row], number = columns[FROM_NUMBER][member->row];
    if (!is_place(site) || !is_place(number))
        return NOT_FOUND;
    const struct member key = {.site = (size_t)site, .number = (size_t)number};
    const struct member *found = bsearch(&key, members->all, members->count, sizeof key, by_number);
    if (found == NULL || found->depth + 1 != member->depth ||
        columns[SPARK_SITE][found->row] != columns[SPARK_SITE][member->row] ||
        columns[SPARK][found->row] != columns[SPARK][member->row])
        return NOT_FOUND;
    return (size_t)(found - members->all);
}

/* --- the trees --- */

static int nearest_first(const void *left, const void *right)
{
    const struct member *const *a = left, *const *b = right;
    if ((*a)->depth != (*b)->depth)
        return (*a)->depth < (*b)->depth ? -1 : 1;
    return ((*a)->row > (*b)->row) - ((*a)->row < (*b)->row);
}

static int largest_first(const void *left, const void *right)
{
    const struct member *const *a = left, *const *b = right;
    if ((*a)->size != (*b)->size)
        return (*a)->size > (*b)->size ? -1 : 1;
    return nearest_first(left, right);
}

/* All in the order of their steps. */
static struct member **join(struct members *members, const double *const *columns, struct arena *arena)
{
    struct member **order = ARENA_NEW(arena, struct member *, members->count + 1);
    for (size_t i = 0; i < members->count; i++) {
        members->all[i].parent = teller_of(members, columns, &members->all[i]);
        members->all[i].root = i;
        order[i] = &members->all[i];
    }
    if (members->count > 1)
        qsort(order, members->count, sizeof(struct member *), nearest_first);
    for (size_t i = members->count; i-- > 0;) {
        if (order[i]->parent == NOT_FOUND)
            continue;
        struct member *teller = &members->all[order[i]->parent];
        teller->size += order[i]->size;
        teller->height = teller->height > order[i]->height ? teller->height : order[i]->height + 1;
    }
    for (size_t i = 0; i < members->count; i++)
        if (order[i]->parent != NOT_FOUND)
            order[i]->root = members->all[order[i]->parent].root;
    return order;
}

/* Who has most people behind her stands there, and so does who told her, who has more. */
static void stand(struct tree *tree, struct members *members, struct member **standing, struct arena *arena)
{
    if (tree->members > tree->count)
        qsort(standing, tree->members, sizeof(struct member *), largest_first);
    if (tree->count > 1)
        qsort(standing, tree->count, sizeof(struct member *), nearest_first);
    tree->persons = ARENA_NEW(arena, struct tree_person, tree->count);
    for (size_t i = 0; i < tree->count; i++) {
        struct member *member = standing[i];
        member->place = i;
        tree->persons[i] = (struct tree_person){.site = member->site, .parent = NOT_FOUND};
        if (member->parent == NOT_FOUND || members->all[member->parent].place == NOT_FOUND)
            continue;
        members->all[member->parent].kept += member->size;
        tree->persons[i].parent = members->all[member->parent].place;
        tree->persons[i].depth = tree->persons[tree->persons[i].parent].depth + 1;
    }
    for (size_t i = 0; i < tree->count; i++)
        tree->persons[i].behind = standing[i]->size - 1 - standing[i]->kept;
}

/* Its people go into `standing`, in the order of their steps. */
static struct tree tree_of(const struct members *members, struct member *const *order,
                           const struct member *root, const double *const *columns, struct member **standing)
{
    static const double hours_a_day = 24;
    const double people = columns[PEOPLE][root->row], way = columns[WAY][root->row];
    struct tree tree = {
        .spark_site = (size_t)columns[SPARK_SITE][root->row],
        .spark = (size_t)columns[SPARK][root->row],
        .site = root->site,
        .way = is_place(way) ? (size_t)way : NOT_FOUND,
        .began = columns[AT][root->row] / hours_a_day,
        .steps = root->height,
        .people = isfinite(people) && people > (double)root->size ? people : (double)root->size,
    };
    for (size_t i = 0; i < members->count; i++)
        if (&members->all[order[i]->root] == root)
            standing[tree.members++] = order[i];
    return tree;
}

struct trees trees_of(struct results *results, size_t design, struct trees_room room, struct arena *arena,
                      struct trouble *trouble)
{
    struct trees trees = {0};
    const double *columns[COLUMNS];
    const size_t table = results_find_table(results, table_name);
    if (table == NOT_FOUND)
        return trees;
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = results_column(results, table, column_names[i], trouble);
        if (columns[i] == NULL)
            return trees;
    }
    struct members members = members_of(results, columns, results->tables[table].rows, design, arena);
    struct member **order = join(&members, columns, arena);
    struct member **roots = ARENA_NEW(arena, struct member *, members.count + 1);
    for (size_t i = 0; i < members.count; i++)
        if (order[i]->parent == NOT_FOUND) {
            trees.alone += order[i]->size == 1 ? 1 : 0;
            roots[trees.cascades++] = order[i];
        }
    if (trees.cascades > 1)
        qsort(roots, trees.cascades, sizeof(struct member *), largest_first);
    trees.items = ARENA_NEW(arena, struct tree, room.trees);
    while (trees.count < room.trees && trees.count < trees.cascades && roots[trees.count]->size > 1) {
        struct tree *tree = &trees.items[trees.count];
        struct member **standing = ARENA_NEW(arena, struct member *, roots[trees.count]->size);
        *tree = tree_of(&members, order, roots[trees.count], columns, standing);
        tree->count = tree->members < room.people ? tree->members : room.people;
        stand(tree, &members, standing, arena);
        trees.count++;
    }
    return trees;
}
