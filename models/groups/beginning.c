/* The groups that are there at first. */
#include "base/require.h"
#include "groups/groups_parts.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "parts.h"

/* The members of groups that are there at first: nobody is in two of them. */
static void found_first(struct site *site, const struct people *people, struct groups *groups)
{
    uint32_t count = (uint32_t)groups->settings->start.groups;
    uint32_t members = (uint32_t)groups->settings->start.members;
    if (count == 0)
        return;
    require((uint64_t)count * members <= people->begun);
    uint32_t *lot = ARENA_NEW(groups->arena, uint32_t, people->begun);
    for (uint32_t person = 0; person < people->begun; person++)
        lot[person] = person;
    struct draw draw = draw_for(groups->luck, DRAW_FIRST_MEMBERS, site_index(site), 0);
    draw_shuffle(&draw, lot, people->begun);
    for (uint32_t i = 0; i < count; i++) {
        struct draw topic = draw_for(groups->luck, DRAW_FIRST_TOPIC, group_luck(site_index(site), i), 0);
        group_found(site, draw_below(&topic, groups->topics), lot + (size_t)i * members, members);
    }
    groups->all.first = count;
}

void groups_start(struct site *site)
{
    struct parts *parts = parts_of(site);
    if (groups_of(parts) == NULL)
        return;
    found_first(site, people_of(parts), groups_of(parts));
    newcomers_start(site);
}
