/* From tables to what a YAML file would say of each moment: groups that somebody is in, links, people. Each
 * node stands at the place of the cell that it is from, so that what is wrong is told where it stands. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "observed/tables_parts.h"

/* --- nodes --- */

static struct node *tables_node(const struct tables *tables, enum node_kind kind, const struct node *place,
                                const char *key)
{
    struct node *node = ARENA_NEW(tables->arena, struct node, 1);
    *node = (struct node){
        .kind = kind,
        .document = place->document,
        .line = place->line,
        .column = place->column,
        .width = place->width,
        .key = key,
        .key_line = place->line,
        .key_column = place->column,
        .text = "",
    };
    return node;
}

/* Puts a child behind the others; `last` is the one put in before, or NULL. */
static struct node *tables_put(struct node *parent, struct node *last, struct node *child)
{
    if (last == NULL)
        parent->first = child;
    else
        last->next = child;
    return child;
}

static struct node *tables_scalar(const struct tables *tables, const char *text, const struct node *place,
                                  const char *key)
{
    struct node *node = tables_node(tables, NODE_SCALAR, place, key);
    node->text = text;
    node->quoted = true;
    return node;
}

static struct node *tables_number(const struct tables *tables, double number, const struct node *place,
                                  const char *key)
{
    struct node *node = tables_scalar(tables, arena_print(tables->arena, "%.17g", number), place, key);
    node->quoted = false;
    return node;
}

/* --- what holds at an instant --- */

static bool holds(struct span span, sim_time at)
{
    return span.from <= at && at < span.until;
}

static int by_group(const void *a, const void *b)
{
    const struct member_row *one = *(const struct member_row *const *)a,
                            *other = *(const struct member_row *const *)b;
    if (one->group != other->group)
        return one->group < other->group ? -1 : 1;
    if (one->topic != other->topic)
        return one->topic < other->topic ? -1 : 1;
    return (one->person > other->person) - (one->person < other->person);
}

static int by_person(const void *a, const void *b)
{
    const struct member_row *one = *(const struct member_row *const *)a,
                            *other = *(const struct member_row *const *)b;
    if (one->person != other->person)
        return one->person < other->person ? -1 : 1;
    if (one->topic != other->topic)
        return one->topic < other->topic ? -1 : 1;
    return (one->group > other->group) - (one->group < other->group);
}

static size_t members_at(const struct tables *tables, sim_time at, const struct member_row **here)
{
    size_t count = 0;
    for (size_t i = 0; i < tables->member_count; i++)
        if (holds(tables->members[i].span, at))
            here[count++] = &tables->members[i];
    return count;
}

/* --- one moment --- */

static size_t same_group(const struct member_row *const *here, size_t from, size_t count)
{
    size_t to = from;
    while (to < count && here[to]->group == here[from]->group)
        to++;
    return to;
}

static size_t same_person(const struct member_row *const *here, size_t from, size_t count)
{
    size_t to = from;
    while (to < count && here[to]->person == here[from]->person)
        to++;
    return to;
}

/* Hours by topic, or shares of it, of rows that are in the order of their topics. */
static struct node *by_topic(const struct tables *tables, const struct member_row *const *rows, size_t count,
                             double whole, const struct node *place, const char *key)
{
    struct node *map = tables_node(tables, NODE_MAP, place, key), *last = NULL;
    for (size_t i = 0; i < count;) {
        double much = 0;
        uint32_t topic = rows[i]->topic;
        for (; i < count && rows[i]->topic == topic; i++)
            much += tables->has_weights ? rows[i]->weight : 1;
        last = tables_put(map, last, tables_number(tables, much / whole, place, tables->topics.list[topic]));
    }
    return map;
}

static uint32_t persons_among(const struct member_row *const *rows, size_t count)
{
    const struct member_row **own = must_allocate(count, sizeof *own);
    uint32_t persons = 0;
    memcpy(own, rows, count * sizeof *own);
    qsort(own, count, sizeof *own, by_person);
    for (size_t i = 0; i < count; i++)
        persons += i == 0 || own[i]->person != own[i - 1]->person ? 1 : 0;
    free(own);
    return persons;
}

static struct node *group_map(const struct tables *tables, const struct member_row *const *rows, size_t count)
{
    uint32_t group = rows[0]->group;
    const struct node *place = tables->group_node[group];
    struct node *map = tables_node(tables, NODE_MAP, place, NULL);
    struct node *last =
        tables_put(map, NULL, tables_scalar(tables, tables->groups.list[group], place, "name"));
    last =
        tables_put(map, last, tables_scalar(tables, tables->sites.list[tables->site[group]], place, "site"));
    last = tables_put(map, last, tables_number(tables, persons_among(rows, count), place, "members"));
    if (tables->has_weights)
        tables_put(map, last, by_topic(tables, rows, count, 1, place, "effort"));
    else
        tables_put(map, last, by_topic(tables, rows, count, (double)count, place, "topics"));
    return map;
}

static struct node *person_map(const struct tables *tables, const struct member_row *const *rows,
                               size_t count)
{
    const struct node *place = tables->person_node[rows[0]->person];
    struct node *map = tables_node(tables, NODE_MAP, place, NULL);
    struct node *last =
        tables_put(map, NULL, tables_scalar(tables, tables->persons.list[rows[0]->person], place, "name"));
    tables_put(map, last, by_topic(tables, rows, count, 1, place, "effort"));
    return map;
}

/* `here` comes in the order of groups. Notes which groups are there. */
static struct node *groups_list(const struct tables *tables, const struct member_row *const *here,
                                size_t count, bool *is_here)
{
    struct node *list = tables_node(tables, NODE_LIST, tables->names, "groups"), *last = NULL;
    memset(is_here, 0, tables->groups.count * sizeof *is_here);
    for (size_t i = 0; i < count;) {
        size_t to = same_group(here, i, count);
        is_here[here[i]->group] = true;
        last = tables_put(list, last, group_map(tables, here + i, to - i));
        i = to;
    }
    return list;
}

static struct node *people_list(const struct tables *tables, const struct member_row *const *here,
                                size_t count)
{
    struct node *list = tables_node(tables, NODE_LIST, tables->names, "people"), *last = NULL;
    for (size_t i = 0; i < count;) {
        size_t to = same_person(here, i, count);
        last = tables_put(list, last, person_map(tables, here + i, to - i));
        i = to;
    }
    return list;
}

static struct node *gone_list(const struct tables *tables, const bool *was, const bool *is)
{
    struct node *list = tables_node(tables, NODE_LIST, tables->names, "gone"), *last = NULL;
    for (uint32_t group = 0; group < tables->groups.count; group++)
        if (was[group] && !is[group])
            last = tables_put(
                list, last,
                tables_scalar(tables, tables->groups.list[group], tables->group_node[group], NULL));
    return list;
}

/* --- links --- */

struct pairs {
    struct edge *items;
    size_t count, room;
};

static void pairs_add(struct pairs *pairs, uint32_t one, uint32_t other)
{
    if (one == other)
        return;
    if (pairs->count == pairs->room) {
        pairs->room = pairs->room == 0 ? 64 : pairs->room * 2;
        pairs->items = must_grow(pairs->items, pairs->room, sizeof *pairs->items);
    }
    pairs->items[pairs->count++] = one < other ? (struct edge){one, other} : (struct edge){other, one};
}

static int by_pair(const void *a, const void *b)
{
    const struct edge *one = a, *other = b;
    if (one->one != other->one)
        return one->one < other->one ? -1 : 1;
    return (one->other > other->other) - (one->other < other->other);
}

/* `here` comes in the order of persons: all pairs of groups of one person. */
static void pairs_of_members(const struct member_row *const *here, size_t count, struct pairs *pairs)
{
    for (size_t i = 0; i < count;) {
        size_t to = same_person(here, i, count);
        for (size_t one = i; one < to; one++)
            for (size_t other = i; other < one; other++)
                pairs_add(pairs, here[one]->group, here[other]->group);
        i = to;
    }
}

/* A link is there while both groups are. When one of them goes it is over: a group that comes back has no
 * links. */
static void pairs_of_ties(struct tables *tables, sim_time at, const bool *is_here, struct pairs *pairs)
{
    for (size_t i = 0; i < tables->tie_count; i++) {
        struct tie_row *tie = &tables->ties[i];
        bool both = is_here[tie->one] && is_here[tie->other];
        tie->over = tie->over || (tie->begun && !both);
        if (!holds(tie->span, at) || !both || tie->over)
            continue;
        tie->begun = true;
        pairs_add(pairs, tie->one, tie->other);
    }
}

static struct node *links_list(const struct tables *tables, struct pairs *pairs)
{
    struct node *list = tables_node(tables, NODE_LIST, tables->names, "links"), *last = NULL;
    if (pairs->count > 0)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, by_pair);
    for (size_t i = 0; i < pairs->count; i++) {
        const struct edge *edge = &pairs->items[i];
        if (i > 0 && by_pair(edge, edge - 1) == 0)
            continue;
        const struct node *place = tables->group_node[edge->one];
        struct node *pair = tables_node(tables, NODE_LIST, place, NULL);
        struct node *one =
            tables_put(pair, NULL, tables_scalar(tables, tables->groups.list[edge->one], place, NULL));
        tables_put(pair, one, tables_scalar(tables, tables->groups.list[edge->other], place, NULL));
        last = tables_put(list, last, pair);
    }
    return list;
}

/* --- all moments --- */

/* Puts what holds at the instant into the map: groups, those that are gone, links, people. */
static void moment_fill(struct tables *tables, struct node *map, struct node *last, sim_time at,
                        bool *is_here)
{
    const struct member_row **here = must_allocate(tables->member_count + 1, sizeof *here);
    bool *was = must_allocate((size_t)tables->groups.count + 1, sizeof *was);
    struct pairs pairs = {0};
    memcpy(was, is_here, tables->groups.count * sizeof *was);
    size_t count = members_at(tables, at, here);
    qsort(here, count, sizeof *here, by_group);
    last = tables_put(map, last, groups_list(tables, here, count, is_here));
    struct node *gone = gone_list(tables, was, is_here);
    if (gone->first != NULL)
        last = tables_put(map, last, gone);
    qsort(here, count, sizeof *here, by_person);
    pairs_of_members(here, count, &pairs);
    pairs_of_ties(tables, at, is_here, &pairs);
    last = tables_put(map, last, links_list(tables, &pairs));
    tables_put(map, last, people_list(tables, here, count));
    free(pairs.items);
    free(was);
    free(here);
}

static struct node *names_list(const struct tables *tables, const struct names *names, const char *key)
{
    struct node *list = tables_node(tables, NODE_LIST, tables->names, key), *last = NULL;
    for (uint32_t i = 0; i < names->count; i++)
        last = tables_put(list, last, tables_scalar(tables, names->list[i], tables->names, NULL));
    return list;
}

struct node *tables_tree(struct tables *tables, const char *title)
{
    struct node *root = tables_node(tables, NODE_MAP, tables->names, NULL);
    struct node *last = tables_put(root, NULL, tables_scalar(tables, title, tables->names, "title"));
    bool *is_here = must_allocate((size_t)tables->groups.count + 1, sizeof *is_here);
    last = tables_put(root, last, names_list(tables, &tables->sites, "sites"));
    memset(is_here, 0, (size_t)tables->groups.count + 1);
    if (tables->instant_count == 0) {
        moment_fill(tables, root, last, 0, is_here);
    } else {
        struct node *moments = tables_node(tables, NODE_LIST, tables->names, "moments"), *moment = NULL;
        last = tables_put(root, last, tables_node(tables, NODE_LIST, tables->names, "groups"));
        tables_put(root, last, moments);
        for (size_t i = 0; i < tables->instant_count; i++) {
            const struct node *place = tables->instants[i].node;
            struct node *map = tables_node(tables, NODE_MAP, place, NULL);
            struct node *at = tables_put(map, NULL, tables_scalar(tables, place->text, place, "at"));
            moment = tables_put(moments, moment, map);
            moment_fill(tables, map, at, tables->instants[i].at, is_here);
        }
    }
    free(is_here);
    return root;
}
