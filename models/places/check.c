/* Mistakes in sites that a table cannot find: names, how many there are, and designs that have others. */
#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "places/places.h"
#include "scenario.h"
#include "scenario/quote.h"

enum { MOST_SITES = 100000 };

struct named {
    const char *name;
    const struct node *node;
    size_t index;
    bool is_second;
};

static int by_name(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    int order = strcmp(one->name, other->name);
    return order != 0 ? order : one->index < other->index ? -1 : one->index > other->index;
}

static int by_index(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    return one->index < other->index ? -1 : one->index > other->index;
}

/* Whether `name` is that of a place of the kind, such as "Square 2" of three called Square. */
static bool is_one_of(const struct site_settings *kind, const char *name)
{
    size_t length = kind->name == NULL ? 0 : strlen(kind->name);
    char *end;
    if (kind->count <= 1 || length == 0 || strncmp(name, kind->name, length) != 0 || name[length] != ' ' ||
        !(name[length + 1] >= '1' && name[length + 1] <= '9'))
        return false;
    long long number = strtoll(name + length + 1, &end, 10);
    return *end == '\0' && number <= kind->count;
}

/* Looks for a name that ends in a number among the kinds whose names begin the same way: in the order of
 * names they stand next to it, or before. */
static void check_names_of_many(const struct site_settings *sites, const struct named *sorted, size_t count,
                                struct trouble *trouble)
{
    for (size_t i = 0; i < count; i++) {
        const char *blank = strrchr(sorted[i].name, ' ');
        size_t low = 0, high = count, length = blank == NULL ? 0 : (size_t)(blank - sorted[i].name);
        while (low < high) { /* the first that is not before "Square" of "Square 2" */
            size_t middle = (low + high) / 2;
            int order = strncmp(sorted[middle].name, sorted[i].name, length);
            bool before = order < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        const struct site_settings *kind = low < count ? &sites[sorted[low].index] : NULL;
        if (blank != NULL && kind != NULL && strlen(kind->name) == length && is_one_of(kind, sorted[i].name))
            node_trouble(trouble, sorted[i].node, "`%s` is also one of the %lld sites called `%s` in line %d",
                         quote_of(sorted[i].name).text, (long long)kind->count, quote_of(kind->name).text,
                         sorted[low].node->line);
    }
}

static void check_names(const struct checking *checking, const struct field_list *kinds,
                        const struct node *list)
{
    const struct site_settings *sites = kinds->items;
    struct trouble *trouble = checking->trouble;
    struct named *all = ARENA_NEW(checking->arena, struct named, kinds->count);
    size_t count = 0, index = 0;
    for (struct node *node = list->first; node != NULL && index < kinds->count; node = node->next, index++)
        if (sites[index].name != NULL && node_at(node, "name") != NULL)
            all[count++] = (struct named){sites[index].name, node_at(node, "name"), index, false};
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 1; i < count; i++)
        all[i].is_second = strcmp(all[i].name, all[i - 1].name) == 0;
    check_names_of_many(sites, all, count, trouble);
    qsort(all, count, sizeof *all, by_index);
    for (size_t i = 0; i < count; i++)
        if (all[i].is_second)
            node_trouble(trouble, all[i].node, "two sites have this name; each needs its own");
}

static int64_t sites_in_all(const struct field_list *kinds)
{
    const struct site_settings *sites = kinds->items;
    int64_t count = 0;
    for (size_t i = 0; i < kinds->count; i++)
        count += sites[i].count;
    return count;
}

void places_check(const struct checking *checking)
{
    const struct field_list *kinds = checking_settings(checking, &site_section);
    const struct node *list = node_at(checking->tree, "sites");
    struct trouble *trouble = checking->trouble;
    if (list == NULL || told_about(trouble, list))
        return;
    if (kinds->count == 0)
        node_trouble(trouble, list,
                     "a scenario needs a site at least, as in `- {name: Square, people: 100}`");
    else if (sites_in_all(kinds) > MOST_SITES)
        node_key_trouble(trouble, list, "%lld sites are more than %d, the most there can be",
                         (long long)sites_in_all(kinds), (int)MOST_SITES);
    else
        check_names(checking, kinds, list);
}

/* Sites are distinguished by their places, and the results have one name for each. */
void places_check_same(const struct checking *checking, const struct scenario *first)
{
    const struct field_list *here = checking_settings(checking, &site_section);
    const struct field_list *there = scenario_settings(first, &site_section);
    const struct site_settings *ours = here->items, *theirs = there->items;
    struct trouble *trouble = checking->trouble;
    struct node *sites = node_at(checking->tree, "sites");
    if (sites == NULL || told_about(trouble, sites))
        return;
    if (here->count != there->count) {
        node_key_trouble(trouble, sites,
                         "%zu sites stand here and %zu in the first design; all designs have the same",
                         here->count, there->count);
        return;
    }
    for (size_t i = 0; i < there->count; i++)
        if (ours[i].count != theirs[i].count)
            node_trouble(trouble, list_element(sites, i),
                         "there are %lld sites of this kind here and %lld in the first design",
                         (long long)ours[i].count, (long long)theirs[i].count);
        else if (ours[i].name != NULL && theirs[i].name != NULL && strcmp(ours[i].name, theirs[i].name) != 0)
            node_trouble(trouble, list_element(sites, i),
                         "this site has another name in the first design; all designs have the same sites");
}

struct place_counts places_count(const struct checking *checking)
{
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct place_counts counts = {0, 0};
    for (size_t i = 0; i < list->count; i++) {
        counts.all += (size_t)sites[i].count;
        counts.online += sites[i].online ? (size_t)sites[i].count : 0;
    }
    return counts;
}
