/* The needs and gifts of a site, and the lists of those that are open. */
#include "base/require.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

void gifts_count_time(struct gifts *gifts, sim_time now)
{
    struct gift_tally *tally = &gifts->tally;
    uint64_t open = tally->arisen - tally->met - tally->lapsed;
    tally->open_time += (sim_time)open * (now - tally->counted);
    tally->counted = now;
}

uint16_t gifts_draw_type(const struct gifts *gifts, struct draw *draw)
{
    const double *weight = gifts->terms.weight;
    uint32_t below = 0, above = (uint32_t)gifts->terms.settings->types - 1;
    double at = draw_uniform(draw) * weight[above];
    while (below < above) {
        uint32_t middle = (below + above) / 2;
        if (at < weight[middle])
            above = middle;
        else
            below = middle + 1;
    }
    return (uint16_t)below;
}

/* --- needs --- */

static uint32_t new_need(struct gifts *gifts)
{
    struct needs *needs = &gifts->needs;
    if (needs->count == needs->room) {
        uint32_t room = needs->room == 0 ? 64 : needs->room * 2;
        needs->all = arena_grow(gifts->terms.arena, needs->all, needs->count, room, sizeof *needs->all);
        needs->room = room;
    }
    return ++needs->count;
}

static void goes_last(struct needs *needs, uint32_t number, uint32_t owner)
{
    uint32_t *link = &needs->first[owner];
    while (*link > 0)
        link = &needs->all[*link - 1].next;
    *link = number;
}

struct need *need_begins(struct gifts *gifts, uint32_t owner, uint32_t group, uint16_t type, sim_time now)
{
    gifts_count_time(gifts, now);
    uint32_t number = new_need(gifts);
    struct need *need = need_of(gifts, number);
    *need = (struct need){.owner = owner, .group = group, .helper = NOBODY, .arose = now, .type = type};
    gifts->tally.arisen++;
    if (owner == NOBODY)
        return need;
    goes_last(&gifts->needs, number, owner);
    gifts->tally.early += now <= gifts->terms.ends - NEED_HAD_TIME ? 1 : 0;
    return need;
}

static void drop_from_list(struct needs *needs, const struct need *need)
{
    uint32_t *link = &needs->first[need->owner];
    while (&needs->all[*link - 1] != need)
        link = &needs->all[*link - 1].next;
    *link = need->next;
}

void need_closes(struct site *site, struct need *need, enum need_state state)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    require(need->state == NEED_OPEN && state != NEED_OPEN);
    gifts_count_time(gifts, site_now(site));
    need->state = (uint8_t)state;
    need->closed = site_now(site);
    site_cancel(site, need->lapse);
    if (need->owner != NOBODY)
        drop_from_list(&gifts->needs, need);
    gifts->tally.met += state == NEED_MET ? 1 : 0;
    gifts->tally.lapsed += state == NEED_LAPSED ? 1 : 0;
}

/* --- gifts --- */

static uint32_t new_gift(struct gifts *gifts)
{
    struct gift_pool *pool = &gifts->gifts;
    if (pool->count == pool->room) {
        uint32_t room = pool->room == 0 ? 64 : pool->room * 2;
        pool->all = arena_grow(gifts->terms.arena, pool->all, pool->count, room, sizeof *pool->all);
        pool->room = room;
    }
    return ++pool->count;
}

uint32_t gift_begins(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time lapses)
{
    uint32_t number = new_gift(gifts);
    *gift_of(gifts, number) = (struct gift){
        .owner = owner, .uses = (uint32_t)gifts->terms.settings->uses, .type = type, .lapses = lapses};
    uint32_t *link = &gifts->gifts.first[owner];
    while (*link > 0)
        link = &gift_of(gifts, *link)->next;
    *link = number;
    return number;
}

uint32_t gift_next_open(const struct gifts *gifts, uint32_t person, uint32_t after, sim_time now)
{
    uint32_t *link = after == 0 ? &gifts->gifts.first[person] : &gift_of(gifts, after)->next;
    while (*link > 0 && !gift_is_open(gift_of(gifts, *link), now))
        *link = gift_of(gifts, *link)->next;
    return *link;
}

struct gift *gift_fitting(const struct gifts *gifts, uint32_t person, uint32_t type, sim_time now)
{
    uint32_t number = gift_next_open(gifts, person, 0, now);
    while (number > 0 && gift_of(gifts, number)->type != type)
        number = gift_next_open(gifts, person, number, now);
    return number > 0 ? gift_of(gifts, number) : NULL;
}
