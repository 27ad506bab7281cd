/* A movement told in tables: who was in which group from when to when, and which groups were linked. Here
 * they are read; tables_moments.c makes of them what a YAML file would say. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "checking.h"
#include "observed/tables_parts.h"
#include "scenario/quote.h"
#include "scenario/sheet.h"

/* A row stands in the state of each moment at which it holds. */
static const double most_rows_of_moments = 2e6;

/* --- as written --- */

struct membership {
    const char *person, *group, *site, *topic;
    double weight;
    const struct node *from, *until;
};

struct tie {
    const char *group, *other;
    const struct node *from, *until;
};

// clang-format off
#define AT(member) offsetof(struct membership, member)
static const struct field membership_fields[] = {
    {FIELD(NAME, "person", AT(person), MUST_BE_GIVEN), UNIT(""), MEANS("Who")},
    {FIELD(NAME, "group", AT(group), MUST_BE_GIVEN), UNIT(""), MEANS("In which working group")},
    {FIELD(REAL, "weight", AT(weight), "1"), ALLOWED(0, 1e12), UNIT("h"), MEANS("Hours that she gives it between two moments; where the column is not there, members are counted")},
    {FIELD(TREE, "from", AT(from), LEFT_OUT), UNIT(""), MEANS("Since when: a date, or a time since the beginning; left out, from the beginning")},
    {FIELD(TREE, "until", AT(until), LEFT_OUT), UNIT(""), MEANS("When it was over; left out, it was not")},
    {FIELD(NAME, "topic", AT(topic), LEFT_OUT), UNIT(""), MEANS("What she works on there; left out, each group has a topic of its own name")},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), UNIT(""), MEANS("Where the group is; left out, all are at one site")},
};
#undef AT
#define AT(member) offsetof(struct tie, member)
static const struct field tie_fields[] = {
    {FIELD(NAME, "group", AT(group), MUST_BE_GIVEN), UNIT(""), MEANS("One group")},
    {FIELD(NAME, "other", AT(other), MUST_BE_GIVEN), UNIT(""), MEANS("The group that it is linked with, both ways")},
    {FIELD(TREE, "from", AT(from), LEFT_OUT), UNIT(""), MEANS("Since when: a date, or a time since the beginning; left out, from the beginning")},
    {FIELD(TREE, "until", AT(until), LEFT_OUT), UNIT(""), MEANS("When it was over; left out, it was not")},
};
#undef AT
// clang-format on

static const struct section membership_section = {"membership", "Somebody is in a group.",
                                                  FIELDS(struct membership, membership_fields)};
static const struct section tie_section = {"link", "Two groups are linked.", FIELDS(struct tie, tie_fields)};

struct written_tables {
    struct field_list memberships; /* struct membership */
    struct field_list ties;        /* struct tie */
};

static const struct field tables_fields[] = {
    {FIELD(LIST, "memberships", offsetof(struct written_tables, memberships), LEFT_OUT), UNIT(""),
     MEANS("Who was in which group"), INSIDE(&membership_section)},
    {FIELD(LIST, "links", offsetof(struct written_tables, ties), LEFT_OUT), UNIT(""),
     MEANS("Which groups were linked"), INSIDE(&tie_section)},
};

static const struct section tables_section = {"tables", "A movement told in tables.",
                                              FIELDS(struct written_tables, tables_fields)};

/* --- reading --- */

static const struct node *name_in(const struct node *names, const char *name)
{
    for (const struct node *child = names->first; child != NULL; child = child->next)
        if (strcmp(child->text, name) == 0)
            return child;
    return NULL;
}

/* Hangs the rows of a table under the key that says what they are; false with trouble. */
static bool tables_add(struct tables *tables, struct node *root, const char *path)
{
    struct sheet sheet;
    if (!sheet_read_file(path, &sheet, tables->arena, tables->trouble))
        return false;
    bool of_people = name_in(sheet.names, "person") != NULL;
    if (!of_people && name_in(sheet.names, "other") == NULL) {
        node_trouble(tables->trouble, sheet.names->first,
                     "the first line names the columns: `person` and `group`, or `group` and `other`");
        return false;
    }
    sheet.rows->key = of_people ? "memberships" : "links";
    sheet.rows->key_line = sheet.rows->key_column = 1;
    if (node_at(root, sheet.rows->key) != NULL) {
        node_trouble(tables->trouble, sheet.names->first, "a table of %s was given already", sheet.rows->key);
        return false;
    }
    if (of_people) {
        tables->names = sheet.names;
        tables->rows = sheet.rows;
        tables->has_weights = name_in(sheet.names, "weight") != NULL;
    } else {
        tables->tie_rows = sheet.rows;
    }
    sheet.rows->next = root->first;
    root->first = sheet.rows;
    return true;
}

static bool tables_time(struct tables *tables, const struct node *node, sim_time *at)
{
    struct when when;
    if (observing_when(node, &when, tables->trouble) != STATUS_FINE)
        return false;
    if (!tables->timed)
        tables->first = when;
    tables->timed = true;
    if (when.dated != tables->first.dated) {
        node_trouble(tables->trouble, node,
                     "the first time in these tables is %s; give all as dates, or none",
                     tables->first.dated ? "a date" : "no date");
        return false;
    }
    *at = when.dated ? when.day * SIM_DAY : when.at;
    tables->instants[tables->instant_count++] = (struct instant){*at, node};
    return true;
}

static struct span tables_span(struct tables *tables, const struct node *from, const struct node *until)
{
    struct span span = {INT64_MIN, INT64_MAX};
    bool fine = from == NULL || tables_time(tables, from, &span.from);
    fine = (until == NULL || tables_time(tables, until, &span.until)) && fine;
    if (fine && from != NULL && until != NULL && span.until <= span.from)
        node_trouble(tables->trouble, until, "`until` must be later than `from`");
    return span;
}

static void take_site(struct tables *tables, uint32_t group, struct node *row,
                      const struct membership *written)
{
    const struct node *site = node_at(row, "site");
    uint32_t number = names_add(&tables->sites, written->site == NULL ? "here" : written->site);
    if (tables->group_node[group] == NULL)
        tables->site[group] = number;
    else if (tables->site[group] != number)
        node_trouble(tables->trouble, site == NULL ? row : site,
                     "the group `%s` is at `%s` in line %d; a group is at one site",
                     quote_of(written->group).text, quote_of(tables->sites.list[tables->site[group]]).text,
                     tables->group_node[group]->line);
}

static void take_members(struct tables *tables, const struct field_list *list)
{
    const struct membership *written = list->items;
    struct node *row = tables->rows->first;
    for (size_t i = 0; i < list->count && row != NULL; i++, row = row->next) {
        if (told_about(tables->trouble, row))
            continue;
        uint32_t person = names_add(&tables->persons, written[i].person),
                 group = names_add(&tables->groups, written[i].group);
        take_site(tables, group, row, &written[i]);
        if (tables->group_node[group] == NULL)
            tables->group_node[group] = node_at(row, "group");
        if (tables->person_node[person] == NULL)
            tables->person_node[person] = node_at(row, "person");
        const char *topic = written[i].topic == NULL ? written[i].group : written[i].topic;
        tables->members[tables->member_count++] =
            (struct member_row){person, group, names_add(&tables->topics, topic), written[i].weight,
                                tables_span(tables, written[i].from, written[i].until)};
    }
}

static uint32_t known_group(struct tables *tables, const char *name, const struct node *node)
{
    uint32_t group = names_find(&tables->groups, name);
    if (group == NO_NUMBER)
        node_trouble(tables->trouble, node, "nobody is ever in a group `%s`", quote_of(name).text);
    return group;
}

static void take_ties(struct tables *tables, const struct field_list *list)
{
    const struct tie *written = list->items;
    struct node *row = tables->tie_rows == NULL ? NULL : tables->tie_rows->first;
    for (size_t i = 0; i < list->count && row != NULL; i++, row = row->next) {
        if (told_about(tables->trouble, row))
            continue;
        uint32_t one = known_group(tables, written[i].group, node_at(row, "group")),
                 other = known_group(tables, written[i].other, node_at(row, "other"));
        if (one == other && one != NO_NUMBER)
            node_trouble(tables->trouble, row, "this link leads from `%s` to itself",
                         quote_of(written[i].group).text);
        struct span span = tables_span(tables, written[i].from, written[i].until);
        tables->ties[tables->tie_count++] =
            (struct tie_row){one < other ? one : other, one < other ? other : one, span, false, false};
    }
}

static int by_instant(const void *a, const void *b)
{
    const struct instant *one = a, *other = b;
    return (one->at > other->at) - (one->at < other->at);
}

/* Each instant once, in their order. */
static void sort_instants(struct tables *tables)
{
    size_t kept = 0;
    qsort(tables->instants, tables->instant_count, sizeof *tables->instants, by_instant);
    for (size_t i = 0; i < tables->instant_count; i++)
        if (kept == 0 || tables->instants[i].at != tables->instants[kept - 1].at)
            tables->instants[kept++] = tables->instants[i];
    tables->instant_count = kept;
}

static void tables_understand(struct tables *tables, struct node *root)
{
    struct written_tables *written = ARENA_NEW(tables->arena, struct written_tables, 1);
    section_bind(&tables_section, root, written, tables->arena, tables->trouble);
    size_t rows = node_count(tables->rows),
           ties = tables->tie_rows == NULL ? 0 : node_count(tables->tie_rows);
    tables->members = ARENA_NEW(tables->arena, struct member_row, rows + 1);
    tables->group_node = ARENA_NEW(tables->arena, const struct node *, rows + 1);
    tables->person_node = ARENA_NEW(tables->arena, const struct node *, rows + 1);
    tables->site = ARENA_NEW(tables->arena, uint32_t, rows + 1);
    tables->ties = ARENA_NEW(tables->arena, struct tie_row, ties + 1);
    tables->instants = ARENA_NEW(tables->arena, struct instant, 2 * (rows + ties) + 1);
    take_members(tables, &written->memberships);
    if (tables->trouble->count == 0) /* else groups may be missing that are there */
        take_ties(tables, &written->ties);
    sort_instants(tables);
    if ((double)tables->instant_count * (double)(rows + ties) > most_rows_of_moments)
        node_trouble(
            tables->trouble, tables->names->first,
            "%zu rows with %zu different times are too much to be measured; take fewer times, such as "
            "the first days of months",
            rows + ties, tables->instant_count);
}

static const char *without_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static const char *title_of(const char *const *paths, size_t count, struct arena *arena)
{
    const char *first = without_folder(paths[0]);
    return count < 2 ? first : arena_print(arena, "%s and %s", first, without_folder(paths[1]));
}

struct observed_movement *observed_read_tables(const char *const *paths, size_t count, struct arena *arena,
                                               struct trouble *trouble)
{
    struct tables tables = {.arena = arena,
                            .trouble = trouble,
                            .persons = {.what = "person", .arena = arena},
                            .groups = {.what = "group", .arena = arena},
                            .topics = {.what = "topic", .arena = arena},
                            .sites = {.what = "site", .arena = arena}};
    struct node *root = ARENA_NEW(arena, struct node, 1);
    struct observed_movement *movement = NULL;
    bool fine = true;
    root->kind = NODE_MAP;
    for (size_t i = 0; i < count; i++)
        fine = tables_add(&tables, root, paths[i]) && fine;
    if (fine && tables.rows == NULL)
        node_trouble(trouble, tables.tie_rows,
                     "a table of memberships is missing, with the columns `person` and `group`");
    if (fine && tables.rows != NULL) {
        tables_understand(&tables, root);
        if (trouble->count == 0)
            movement = observed_of_tree(tables_tree(&tables, title_of(paths, count, arena)), arena, trouble);
    }
    struct names *all[] = {&tables.persons, &tables.groups, &tables.topics, &tables.sites};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        names_free(all[i]);
    return movement;
}
