/* The needs and gifts of a site, and the lists of those that are open. */
#include "base/require.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

void gifts_count_time(struct gifts *gifts, sim_time now)
{
    struct gift_tally *tally = &gifts->tally;
    tally->open_time += (sim_time)needs_open(tally) * (now - tally->counted);
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
    needs->all[number - 1].next = 0;
    *link = number;
}

static bool had_time(const struct gifts *gifts, const struct need *need)
{
    return need->arose <= gifts->terms.ends - NEED_HAD_TIME;
}

struct need *need_begins(struct gifts *gifts, uint32_t owner, uint32_t group, uint16_t type, sim_time now)
{
    gifts_count_time(gifts, now);
    uint32_t number = new_need(gifts);
    struct need *need = need_of(gifts, number);
    *need = (struct need){.owner = owner,
                          .group = group,
                          .helper = NOBODY,
                          .arose = now,
                          .opened = now,
                          .lapses = SIM_NEVER,
                          .type = type};
    gifts->tally.arisen++;
    if (owner == NOBODY)
        return need;
    goes_last(&gifts->needs, number, owner);
    gifts->tally.early += had_time(gifts, need) ? 1 : 0;
    return need;
}

uint32_t need_added_away(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time now)
{
    gifts_count_time(gifts, now);
    uint32_t number = new_need(gifts);
    *need_of(gifts, number) =
        (struct need){.owner = owner, .helper = NOBODY, .type = type, .state = NEED_AWAY};
    gifts->tally.brought++;
    gifts->tally.away++;
    return number;
}

struct lapse_card {
    uint32_t need;
};

void need_expects_end(struct site *site, struct need *need, sim_time lapses)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    struct lapse_card card = {(uint32_t)(need - gifts->needs.all) + 1};
    need->lapses = lapses;
    if (lapses < SIM_NEVER)
        need->lapse = site_schedule(site, lapses > site_now(site) ? lapses : site_now(site),
                                    EVENT_NEED_LAPSES, &card, sizeof card);
}

void need_opens(struct site *site, struct need *need)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    require(need->state == NEED_AWAY);
    gifts_count_time(gifts, site_now(site));
    gifts->tally.away--;
    need->state = NEED_OPEN;
    need->opened = site_now(site);
    goes_last(&gifts->needs, (uint32_t)(need - gifts->needs.all) + 1, need->owner);
    gifts->tally.early += had_time(gifts, need) ? 1 : 0;
    need_expects_end(site, need, need->lapses);
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
    need->open_time += need->closed - need->opened;
    site_cancel(site, need->lapse);
    if (need->owner != NOBODY)
        drop_from_list(&gifts->needs, need);
    gifts->tally.met += state == NEED_MET ? 1 : 0;
    gifts->tally.lapsed += state == NEED_LAPSED ? 1 : 0;
    gifts->tally.away += state == NEED_AWAY ? 1 : 0;
    gifts->tally.early -= state == NEED_AWAY && had_time(gifts, need) ? 1 : 0;
}

void on_need_lapses(struct site *site, const struct event *event)
{
    struct lapse_card card;
    event_read(event, &card, sizeof card);
    struct need *need = need_of(gifts_of(parts_of(site)), card.need);
    if (need->state == NEED_OPEN)
        need_closes(site, need, NEED_LAPSED);
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
    const uint32_t uses = (uint32_t)gifts->terms.settings->uses;
    *gift_of(gifts, number) =
        (struct gift){.owner = owner, .uses = uses, .brought = uses, .type = type, .lapses = lapses};
    gifts->tally.uses_begun += uses;
    gift_goes_last(gifts, number);
    return number;
}

uint32_t gifts_add_away(struct gifts *gifts, uint32_t owner, uint16_t type)
{
    uint32_t number = new_gift(gifts);
    *gift_of(gifts, number) = (struct gift){.owner = owner, .type = type};
    return number;
}

void gift_goes_last(struct gifts *gifts, uint32_t number)
{
    uint32_t *link = &gifts->gifts.first[gift_of(gifts, number)->owner];
    gift_of(gifts, number)->next = 0;
    while (*link > 0)
        link = &gift_of(gifts, *link)->next;
    *link = number;
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
