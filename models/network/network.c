#include "network/network.h"

#include "base/require.h"
#include "network/calls.h"
#include "network/experts.h"
#include "network/links.h"
#include "network/merging.h"
#include "network/visits.h"
#include "parts.h"

bool network_is_on(const struct link_settings *links, const struct visit_settings *visits)
{
    return links->form->seeks || visits->per_hour > 0 || visits->online_per_hour > 0;
}

struct network *network_new(const struct network_plan *plan, struct parts *parts, const struct luck *luck,
                            uint32_t site, struct arena *arena)
{
    if (!network_is_on(plan->links, plan->visits))
        return NULL;
    struct network *network = ARENA_NEW(arena, struct network, 1);
    *network = (struct network){
        .links = plan->links,
        .visits = plan->visits,
        .experts = plan->experts,
        .map = plan->map,
        .luck = luck,
        .arena = arena,
        .ends = plan->ends,
        .site = site,
    };
    travel_begin(&network->travel, people_of(parts), arena);
    return network;
}

void network_start(struct site *site)
{
    if (network_of(parts_of(site)) != NULL)
        visits_start(site);
}

struct ties *network_ties(struct network *network, uint32_t group)
{
    if (group >= network->ties_room) {
        uint32_t before = network->ties_room, room = before == 0 ? 16 : before;
        while (room <= group)
            room *= 2;
        network->ties = arena_grow(network->arena, network->ties, before, room, sizeof *network->ties);
        network->ties_room = room;
        for (uint32_t i = before; i < room; i++)
            network->ties[i] = (struct ties){.first = NO_LINK};
    }
    return &network->ties[group];
}

/* Ends of links that the groups of a site have, as their own count says. */
static void check_links(const struct parts *parts)
{
    const struct network *network = network_of(parts);
    uint64_t ends = 0;
    for (uint32_t i = 0; groups_of(parts) != NULL && i < groups_of(parts)->count; i++) {
        require(groups_of(parts)->all[i]->links == 0 || group_lives(groups_of(parts)->all[i]));
        ends += groups_of(parts)->all[i]->links;
    }
    require(ends == network->living);
}

void network_settle(struct parts *const *parts, uint32_t sites)
{
    if (network_of(parts[0]) == NULL)
        return;
    for (uint32_t i = 0; i < sites; i++)
        check_links(parts[i]);
    travel_check(parts, sites);
}
