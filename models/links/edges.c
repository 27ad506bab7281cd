/* Which groups of all sites are linked, at a moment at which every site stands still. */
#include "links/links_parts.h"
#include "parts.h"

struct edge_list {
    struct link_edge *items;
    size_t count, room;
    struct arena *arena;
};

static void add_edge(struct edge_list *list, struct link_edge edge)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        list->items = arena_grow(list->arena, list->items, list->room, room, sizeof *list->items);
        list->room = room;
    }
    list->items[list->count++] = edge;
}

/* Adds each link once, from the end that asks: that end is made last, when the other one exists. */
static void add_links(struct edge_list *list, struct parts *const *parts, uint32_t site)
{
    const struct links *links = links_of(parts[site]);
    for (uint32_t i = 0; i < links->count; i++) {
        const struct link *link = links->all[i];
        if (link != NULL && link->lives && link->asks &&
            group_lives(group_numbered(groups_of(parts[link->site]), link->other)))
            add_edge(list, (struct link_edge){site, link->group, link->site, link->other});
    }
}

static void add_shared(struct edge_list *list, const struct parts *parts, uint32_t site)
{
    const uint32_t *places = groups_places(groups_of(parts));
    for (uint32_t person = 0; person < people_of(parts)->count; person++, places += GROUPS_EACH)
        for (uint32_t i = 0; i < GROUPS_EACH; i++)
            for (uint32_t j = i + 1; places[i] != 0 && j < GROUPS_EACH; j++)
                if (places[j] != 0)
                    add_edge(list, (struct link_edge){site, places[i] - 1, site, places[j] - 1});
}

struct link_edges link_edges(struct parts *const *parts, uint32_t sites, bool shared, struct arena *arena)
{
    struct edge_list list = {.arena = arena};
    for (uint32_t site = 0; site < sites; site++) {
        if (links_of(parts[site]) != NULL)
            add_links(&list, parts, site);
        if (shared && groups_of(parts[site]) != NULL)
            add_shared(&list, parts[site], site);
    }
    return (struct link_edges){list.items, list.count};
}
