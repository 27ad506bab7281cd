/* From what a file says, moment by moment, to states. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/require.h"
#include "checking.h"
#include "observed/observed_parts.h"
#include "scenario/quote.h"

/* --- groups --- */

static void meet_facets(struct observing *observing, const struct node *facets)
{
    const struct node *child = facets == NULL || facets->kind != NODE_LIST ? NULL : facets->first;
    for (; child != NULL; child = child->next)
        if (child->kind == NODE_SCALAR && !node_is_empty(child))
            names_meet(&observing->facets, child->text, child, NAME_IS_VALUE, observing->trouble);
}

/* Whether an element of a list has a name. */
static bool is_named(const char *name)
{
    return name != NULL && name[0] != '\0';
}

static void say_twice(struct observing *observing, struct node *node, const char *what, const char *name)
{
    node_trouble(observing->trouble, node_at(node, "name"), "the %s `%s` stands here twice", what,
                 quote_of(name).text);
}

void observing_meet(struct observing *observing, const struct written_changes *changes, struct node *tree)
{
    const struct written_group *groups = changes->groups.items;
    struct node *list = node_at(tree, "groups"), *node = list == NULL ? NULL : list->first;
    struct names here = {.what = "group", .arena = observing->arena};
    for (size_t i = 0; i < changes->groups.count && node != NULL; i++, node = node->next) {
        if (!is_named(groups[i].name))
            continue;
        if (names_find(&here, groups[i].name) != NO_NUMBER)
            say_twice(observing, node, "group", groups[i].name);
        names_add(&here, groups[i].name);
        const struct node *name = node_at(node, "name");
        if (name == NULL || told_about(observing->trouble, name))
            names_add(&observing->groups, groups[i].name);
        else
            names_meet(&observing->groups, groups[i].name, name, NAME_IS_VALUE, observing->trouble);
        meet_facets(observing, groups[i].facets);
    }
    names_free(&here);
}

static void take_groups(struct observing *observing, const struct field_list *list, struct node *tree)
{
    const struct written_group *groups = list->items;
    struct node *nodes = node_at(tree, "groups"), *node = nodes == NULL ? NULL : nodes->first;
    for (size_t i = 0; i < list->count && node != NULL; i++, node = node->next)
        if (is_named(groups[i].name))
            observing_take_group(observing, &groups[i], node);
}

/* A group that comes back later does not get its old links back. */
static void end_links_of_the_gone(struct observing *observing)
{
    struct edges *links = &observing->latest.links;
    struct edge *left = ARENA_NEW(observing->arena, struct edge, links->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < links->count; i++)
        if (observing->known[links->items[i].one].presence == PRESENCE_HERE &&
            observing->known[links->items[i].other].presence == PRESENCE_HERE)
            left[count++] = links->items[i];
    *links = (struct edges){left, count};
}

static void take_gone(struct observing *observing, const struct node *gone)
{
    struct number_set groups = names_numbers(&observing->groups, NAMES_CLOSED, gone, observing->trouble);
    for (size_t i = 0; i < groups.count; i++) {
        struct known_group *known = &observing->known[groups.items[i]];
        if (known->presence != PRESENCE_HERE)
            node_key_trouble(observing->trouble, gone, "`%s` cannot go: it is not there",
                             quote_of(observing->groups.list[groups.items[i]]).text);
        known->presence = PRESENCE_GONE;
    }
    if (groups.count > 0)
        end_links_of_the_gone(observing);
}

/* --- links and dependencies --- */

enum ends { ENDS_HERE, ENDS_ANYWHEN }; /* whether both groups must be there at this moment */

struct told_edge {
    struct edge edge; /* the smaller number first */
    const struct node *node;
    size_t order;
};

static int by_edge(const void *a, const void *b)
{
    const struct told_edge *one = a, *other = b;
    if (one->edge.one != other->edge.one)
        return one->edge.one < other->edge.one ? -1 : 1;
    if (one->edge.other != other->edge.other)
        return one->edge.other < other->edge.other ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

static uint32_t end_of(struct observing *observing, const struct node *node, enum ends ends)
{
    uint32_t group = names_number(&observing->groups, NAMES_CLOSED, node, observing->trouble);
    if (group == NO_NUMBER || ends == ENDS_ANYWHEN || observing->known[group].presence == PRESENCE_HERE)
        return group;
    node_trouble(observing->trouble, node, "the group `%s` is %s at this moment", quote_of(node->text).text,
                 observing->known[group].presence == PRESENCE_GONE ? "gone" : "not there yet");
    return NO_NUMBER;
}

static enum status edge_of(struct observing *observing, const struct node *pair, const char *what,
                           enum ends ends, struct edge *edge)
{
    if (pair->kind != NODE_LIST || node_count(pair) != 2)
        return node_trouble(observing->trouble, pair, "a %s is a pair of groups, as in [kitchen, medics]",
                            what);
    uint32_t one = end_of(observing, pair->first, ends), other = end_of(observing, pair->first->next, ends);
    if (one == NO_NUMBER || other == NO_NUMBER)
        return STATUS_BAD_INPUT;
    if (one == other)
        return node_trouble(observing->trouble, pair, "this %s leads from `%s` to itself", what,
                            quote_of(pair->first->text).text);
    *edge = one < other ? (struct edge){one, other} : (struct edge){other, one};
    return STATUS_FINE;
}

static struct edges take_edges(struct observing *observing, const struct node *list, const char *what,
                               enum ends ends)
{
    if (node_is_empty(list))
        return (struct edges){0};
    if (list->kind != NODE_LIST) {
        node_trouble(observing->trouble, list, "a list of pairs must stand here, as in [[kitchen, medics]]");
        return (struct edges){0};
    }
    struct told_edge *told = must_allocate(node_count(list) + 1, sizeof *told);
    struct edge *edges = ARENA_NEW(observing->arena, struct edge, node_count(list) + 1);
    size_t count = 0, kept = 0;
    for (const struct node *pair = list->first; pair != NULL; pair = pair->next) {
        told[count] = (struct told_edge){.node = pair, .order = count};
        if (edge_of(observing, pair, what, ends, &told[count].edge) == STATUS_FINE)
            count++;
    }
    qsort(told, count, sizeof *told, by_edge);
    for (size_t i = 0; i < count; i++) {
        const struct edge *edge = &told[i].edge;
        if (i > 0 && edge->one == told[i - 1].edge.one && edge->other == told[i - 1].edge.other)
            node_trouble(observing->trouble, told[i].node, "this %s stands here twice; it goes both ways",
                         what);
        else
            edges[kept++] = *edge;
    }
    free(told);
    return (struct edges){edges, kept};
}

/* --- problems and people --- */

static void take_problems(struct observing *observing, const struct field_list *list, struct node *nodes)
{
    const struct written_problem *problems = list->items;
    struct number_set *needs = ARENA_NEW(observing->arena, struct number_set, list->count + 1);
    struct names here = {.what = "problem", .arena = observing->arena};
    struct node *node = nodes->first;
    for (size_t i = 0; i < list->count && node != NULL; i++, node = node->next) {
        if (!is_named(problems[i].name) || problems[i].needs == NULL)
            continue;
        if (names_find(&here, problems[i].name) != NO_NUMBER)
            say_twice(observing, node, "problem", problems[i].name);
        names_add(&here, problems[i].name);
        needs[i] = names_numbers(&observing->facets, NAMES_CLOSED, problems[i].needs, observing->trouble);
        if (needs[i].count == 0 && !told_about(observing->trouble, problems[i].needs))
            node_trouble(observing->trouble, problems[i].needs, "a problem needs a facet at least");
    }
    names_free(&here);
    observing->latest.problems = needs;
    observing->latest.problem_count = list->count;
}

static void take_people(struct observing *observing, const struct field_list *list, struct node *nodes)
{
    const struct written_person *people = list->items;
    struct efforts *efforts = ARENA_NEW(observing->arena, struct efforts, list->count + 1);
    struct names here = {.what = "person", .arena = observing->arena};
    struct node *node = nodes->first;
    for (size_t i = 0; i < list->count && node != NULL; i++, node = node->next) {
        if (!is_named(people[i].name) || people[i].effort == NULL)
            continue;
        if (names_find(&here, people[i].name) != NO_NUMBER)
            say_twice(observing, node, "person", people[i].name);
        names_add(&here, people[i].name);
        observing_hours(observing, people[i].effort, &efforts[i], NULL);
    }
    names_free(&here);
    observing->latest.people = efforts;
    observing->latest.person_count = list->count;
}

void observing_take(struct observing *observing, const struct written_changes *changes, struct node *tree)
{
    take_groups(observing, &changes->groups, tree);
    take_gone(observing, changes->gone);
    if (changes->links != NULL)
        observing->latest.links = take_edges(observing, changes->links, "link", ENDS_HERE);
    if (changes->dependencies != NULL)
        observing->latest.dependencies =
            take_edges(observing, changes->dependencies, "dependency", ENDS_ANYWHEN);
    struct node *problems = node_at(tree, "problems"), *people = node_at(tree, "people");
    if (problems != NULL)
        take_problems(observing, &changes->problems, problems);
    if (people != NULL)
        take_people(observing, &changes->people, people);
}

/* --- states --- */

/* The edges between groups that are there, by the places of these in the state. */
static struct edges edges_here(const struct observing *observing, struct edges all, const uint32_t *place)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < all.count; i++)
        kept += place[all.items[i].one] != NO_NUMBER && place[all.items[i].other] != NO_NUMBER;
    struct edge *edges = ARENA_NEW(observing->arena, struct edge, kept + 1);
    for (size_t i = 0; i < all.count; i++) {
        uint32_t one = place[all.items[i].one], other = place[all.items[i].other];
        if (one != NO_NUMBER && other != NO_NUMBER)
            edges[count++] = (struct edge){one, other};
    }
    return (struct edges){edges, count};
}

/* The place of each known group among those that are there; `count`: how many are there. */
static uint32_t *places(const struct observing *observing, uint32_t *count)
{
    const uint32_t known = observing->groups.count;
    uint32_t *place = must_allocate((size_t)known + 1, sizeof *place);
    *count = 0;
    for (uint32_t i = 0; i < known; i++)
        place[i] = observing->known[i].presence == PRESENCE_HERE ? (*count)++ : NO_NUMBER;
    return place;
}

struct movement_state observing_state(const struct observing *observing)
{
    uint32_t count, *place = places(observing, &count);
    struct group_state *groups = ARENA_NEW(observing->arena, struct group_state, (size_t)count + 1);
    for (uint32_t i = 0; i < observing->groups.count; i++) {
        const struct known_group *group = &observing->known[i];
        if (place[i] != NO_NUMBER)
            groups[place[i]] = (struct group_state){group->site, group->topics, group->work, group->facets};
    }
    struct movement_state state = {
        .sites = observing->sites.count,
        .topics = observing->topics.count,
        .work_items = observing->work.count,
        .facets = observing->facets.count,
        .groups = groups,
        .group_count = count,
        .links = edges_here(observing, observing->latest.links, place),
        .dependencies = edges_here(observing, observing->latest.dependencies, place),
        .problems = observing->latest.problems,
        .problem_count = observing->latest.problem_count,
        .people = observing->latest.people,
        .person_count = observing->latest.person_count,
    };
    free(place);
    return state;
}
