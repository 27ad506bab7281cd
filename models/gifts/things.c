/* The needs and gifts of a site, and the lists of those that are open. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

void gifts_count_time(struct gifts *gifts, sim_time now)
{
    struct gift_tally *tally = &gifts->tally;
    tally->open_time += (sim_time)needs_open(tally) * (now - tally->counted);
    tally->counted = now;
}

uint32_t gifts_pool_adds(struct pool *pool, struct arena *arena, size_t size)
{
    if (pool->count % POOL_BLOCK == 0) {
        uint32_t block = pool->count / POOL_BLOCK;
        if (block == pool->room) {
            pool->room = pool->room == 0 ? 4 : 2 * pool->room;
            pool->blocks = arena_grow(arena, pool->blocks, block, pool->room, sizeof *pool->blocks);
        }
        pool->blocks[block] = arena_take(arena, POOL_BLOCK, size);
    }
    return ++pool->count;
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

static void goes_last(struct gifts *gifts, uint32_t number, uint32_t owner)
{
    uint32_t *link = &gifts->persons[owner].first_need;
    while (*link > 0)
        link = &need_of(gifts, *link)->next;
    need_of(gifts, number)->next = 0;
    *link = number;
}

static bool had_time(const struct gifts *gifts, const struct need *need)
{
    return need->arose <= gifts->terms.ends - NEED_HAD_TIME;
}

struct need *need_begins(struct gifts *gifts, uint32_t owner, uint32_t group, uint16_t type, sim_time now)
{
    gifts_count_time(gifts, now);
    uint32_t number = gifts_pool_adds(&gifts->needs, gifts->terms.arena, sizeof(struct need));
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
    goes_last(gifts, number, owner);
    gifts->tally.early += had_time(gifts, need) ? 1 : 0;
    return need;
}

uint32_t need_added_away(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time now)
{
    gifts_count_time(gifts, now);
    uint32_t number = gifts_pool_adds(&gifts->needs, gifts->terms.arena, sizeof(struct need));
    *need_of(gifts, number) =
        (struct need){.owner = owner, .helper = NOBODY, .type = type, .state = NEED_AWAY};
    gifts->tally.brought++;
    gifts->tally.away++;
    return number;
}

struct lapse_card {
    uint32_t need;
};

/* What would lapse later than the run ends nobody would see. */
void need_expects_end(struct site *site, uint32_t number, sim_time lapses)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    struct need *need = need_of(gifts, number);
    struct lapse_card card = {number};
    need->lapses = lapses;
    if (lapses <= gifts->terms.ends)
        need->lapse = site_schedule(site, lapses > site_now(site) ? lapses : site_now(site),
                                    EVENT_NEED_LAPSES, &card, sizeof card);
}

void need_opens(struct site *site, uint32_t number)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct need *need = need_of(gifts, number);
    require(need->state == NEED_AWAY);
    gifts_count_time(gifts, site_now(site));
    gifts->tally.away--;
    need->state = NEED_OPEN;
    need->opened = site_now(site);
    goes_last(gifts, number, need->owner);
    gifts->tally.early += had_time(gifts, need) ? 1 : 0;
    need_expects_end(site, number, need->lapses);
}

static void drop_from_list(const struct gifts *gifts, const struct need *need)
{
    uint32_t *link = &gifts->persons[need->owner].first_need;
    while (need_of(gifts, *link) != need)
        link = &need_of(gifts, *link)->next;
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
        drop_from_list(gifts, need);
    gifts->tally.met += state == NEED_MET ? 1 : 0;
    gifts->tally.lapsed += state == NEED_LAPSED ? 1 : 0;
    gifts->tally.away += state == NEED_AWAY ? 1 : 0;
    gifts->tally.early -= state == NEED_AWAY && had_time(gifts, need) ? 1 : 0;
}

void on_need_lapses(struct site *site, const struct event *event)
{
    struct lapse_card card;
    event_read(event, &card, sizeof card);
    if (need_of(gifts_of(parts_of(site)), card.need)->state == NEED_OPEN)
        need_lapses(site, card.need);
}

void need_lapses(struct site *site, uint32_t number)
{
    struct need *need = need_of(gifts_of(parts_of(site)), number);
    need_closes(site, need, NEED_LAPSED);
    chronicle_tell(site, TOLD_NEED_LAPSES, need->owner, number, NAN);
}

/* --- gifts --- */

/* A person has few gifts and there are few types: mostly a bit tells that none of hers fits. */
static uint32_t bit_of_type(uint32_t type)
{
    enum { BITS = 32 };
    return UINT32_C(1) << (type % BITS);
}

uint32_t gift_begins(struct gifts *gifts, uint32_t owner, uint16_t type, sim_time lapses)
{
    uint32_t number = gifts_pool_adds(&gifts->gifts, gifts->terms.arena, sizeof(struct gift));
    const uint32_t uses = (uint32_t)gifts->terms.settings->uses;
    *gift_of(gifts, number) =
        (struct gift){.owner = owner, .uses = uses, .brought = uses, .type = type, .lapses = lapses};
    gifts->tally.uses_begun += uses;
    gift_goes_last(gifts, number);
    return number;
}

uint32_t gifts_add_away(struct gifts *gifts, uint32_t owner, uint16_t type)
{
    uint32_t number = gifts_pool_adds(&gifts->gifts, gifts->terms.arena, sizeof(struct gift));
    *gift_of(gifts, number) = (struct gift){.owner = owner, .type = type};
    return number;
}

void gift_goes_last(struct gifts *gifts, uint32_t number)
{
    struct gift *gift = gift_of(gifts, number);
    uint32_t *link = &gifts->persons[gift->owner].first_gift;
    gift->next = 0;
    while (*link > 0)
        link = &gift_of(gifts, *link)->next;
    *link = number;
    gifts->persons[gift->owner].types |= bit_of_type(gift->type);
}

uint32_t gift_next_open(const struct gifts *gifts, uint32_t person, uint32_t after, sim_time now)
{
    uint32_t *link = after == 0 ? &gifts->persons[person].first_gift : &gift_of(gifts, after)->next;
    while (*link > 0 && !gift_is_open(gift_of(gifts, *link), now))
        *link = gift_of(gifts, *link)->next;
    return *link;
}

struct gift *gift_fitting(const struct gifts *gifts, uint32_t person, uint32_t type, sim_time now)
{
    struct of_person *her = &gifts->persons[person];
    if ((her->types & bit_of_type(type)) == 0)
        return NULL;
    uint32_t number = gift_next_open(gifts, person, 0, now), types = 0;
    while (number > 0 && gift_of(gifts, number)->type != type) {
        types |= bit_of_type(gift_of(gifts, number)->type);
        number = gift_next_open(gifts, person, number, now);
    }
    if (number > 0)
        return gift_of(gifts, number);
    her->types = types;
    return NULL;
}
