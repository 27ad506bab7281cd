/* Mistakes in inquiries that a table of fields cannot find; and at which sites each is. */
#include <string.h>

#include "checking.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"

uint32_t inquiry_number(const struct field_list *inquiries, const char *name)
{
    const struct inquiry_settings *all = inquiries->items;
    for (size_t i = 0; name != NULL && i < inquiries->count; i++)
        if (all[i].name != NULL && strcmp(all[i].name, name) == 0)
            return (uint32_t)i + 1;
    return 0;
}

/* --- sizes and times --- */

static struct node *where_of(struct node *map, const char *key)
{
    struct node *given = node_at(map, key);
    return given == NULL ? map : given;
}

static void check_sizes(const struct inquiry_settings *settings, struct node *map, struct trouble *trouble)
{
    if (settings->aspects > settings->facets)
        node_trouble(trouble, where_of(map, "aspects"),
                     "%lld aspects need as many facets at least, and there are %lld",
                     (long long)settings->aspects, (long long)settings->facets);
    else if (settings->insights > 0 && settings->parts > settings->aspects)
        node_trouble(trouble, where_of(map, "parts"),
                     "an insight takes %lld facets of different aspects, and there are %lld aspects",
                     (long long)settings->parts, (long long)settings->aspects);
    else if (settings->facets + settings->insights > MOST_FACETS)
        node_trouble(trouble, where_of(map, "insights"),
                     "%lld facets and %lld insights are more than %d together, the most there can be",
                     (long long)settings->facets, (long long)settings->insights, (int)MOST_FACETS);
}

static void check_unread(const struct inquiry_settings *settings, struct node *map, struct trouble *trouble)
{
    static const char *const keys[] = {"parts", "notice"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *given = node_at(map, keys[i]);
        if (given != NULL && settings->insights == 0 && node_at(map, "insights") == NULL)
            node_key_trouble(trouble, given, "`%s` is about insights, and there are none (`insights`)",
                             keys[i]);
    }
    const struct node *endorsers = node_at(map, "endorsers");
    if (endorsers != NULL && settings->becomes != NULL && !settings->becomes->proposes)
        node_key_trouble(trouble, endorsers, "`endorsers` is read with `becomes: proposal` only");
}

static void check_times(const struct checking *checking, const struct inquiry_settings *settings,
                        struct node *map)
{
    struct trouble *trouble = checking->trouble;
    const struct node *due = node_at(map, "due");
    if (settings->begins >= checking->lasts)
        node_trouble(trouble, where_of(map, "begins"), "it begins when the run is over");
    else if (due != NULL && settings->due <= settings->begins)
        node_trouble(trouble, due, "it is `due` before it has begun (`begins`)");
}

/* --- sites --- */

static bool names_site(const struct node *sites, const char *name)
{
    if (sites == NULL)
        return true;
    if (sites->kind == NODE_SCALAR)
        return strcmp(sites->text, name) == 0;
    for (const struct node *one = sites->first; one != NULL; one = one->next)
        if (one->kind == NODE_SCALAR && strcmp(one->text, name) == 0)
            return true;
    return false;
}

static void check_site(const struct checking *checking, const struct node *name)
{
    struct place_range sites;
    if (name->kind != NODE_SCALAR || *name->text == '\0')
        node_trouble(checking->trouble, name,
                     "`sites` is the name of a site, or a list of several: `[North, South]`");
    else
        places_find(checking, name, name->text, "leave `sites` out for an inquiry that is at all sites",
                    &sites);
}

static void check_sites(const struct checking *checking, struct node *map)
{
    const struct node *sites = node_at(map, "sites"), *places = node_at(checking->tree, "sites");
    if (sites == NULL || (places != NULL && told_about(checking->trouble, places)))
        return;
    if (sites->kind != NODE_LIST)
        check_site(checking, sites);
    else if (sites->first == NULL)
        node_trouble(checking->trouble, sites,
                     "an inquiry is at one site at least; leave `sites` out for all");
    for (const struct node *one = sites->kind == NODE_LIST ? sites->first : NULL; one != NULL;
         one = one->next)
        check_site(checking, one);
}

static void check_name(const struct checking *checking, const struct field_list *list, size_t index,
                       struct node *map)
{
    const struct inquiry_settings *all = list->items;
    uint32_t first = inquiry_number(list, all[index].name);
    if (first > 0 && first <= index)
        node_trouble(checking->trouble, where_of(map, "name"), "two inquiries have this name");
}

void inquiries_check(const struct checking *checking)
{
    const struct field_list *list = checking_settings(checking, &inquiry_section);
    const struct inquiry_settings *all = list->items;
    const struct node *inquiries = node_at(checking->tree, "inquiries");
    struct node *map = inquiries == NULL ? NULL : inquiries->first;
    for (size_t i = 0; i < list->count && map != NULL; i++, map = map->next) {
        if (told_about(checking->trouble, map))
            continue;
        check_name(checking, list, i, map);
        check_sizes(&all[i], map, checking->trouble);
        check_unread(&all[i], map, checking->trouble);
        check_times(checking, &all[i], map);
        check_sites(checking, map);
    }
}

void inquiries_complete(struct scenario *scenario, struct arena *arena)
{
    const struct field_list *list = scenario_settings(scenario, &inquiry_section);
    const struct field_list *kinds = scenario_settings(scenario, &site_section);
    const struct site_settings *sites = kinds->items;
    struct inquiry_settings *all = list->items;
    for (size_t i = 0; i < list->count; i++) {
        uint64_t *before = ARENA_NEW(arena, uint64_t, scenario->places.count + 1);
        size_t next = 0;
        for (size_t kind = 0; kind < kinds->count; kind++)
            for (int64_t number = 0; number < sites[kind].count; number++, next++)
                before[next + 1] =
                    before[next] +
                    (names_site(all[i].sites, sites[kind].name) ? (uint64_t)sites[kind].people : 0);
        all[i].before = before;
    }
}
