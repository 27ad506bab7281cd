/* What comes from outside: things that wait for the first need of their type. */
#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

struct stock stock_new(const struct gift_settings *settings, struct arena *arena)
{
    return (struct stock){.left = ARENA_NEW(arena, uint32_t, (size_t)settings->types)};
}

bool stock_meets(struct site *site, uint32_t need)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    uint32_t *left = &gifts->stock.left[need_of(gifts, need)->type];
    if (*left == 0)
        return false;
    (*left)--;
    gifts->stock.waiting--;
    need_is_met(site, need, NOBODY, BY_STOCK);
    return true;
}

/* The oldest open need of this type; 0: there is none. */
static uint32_t oldest_of(const struct gifts *gifts, uint32_t type)
{
    uint32_t oldest = 0;
    for (uint32_t person = 0; person < gifts->terms.people->count; person++)
        for (uint32_t need = gifts->persons[person].first_need; need > 0; need = need_of(gifts, need)->next)
            if (need_of(gifts, need)->type == type && (oldest == 0 || need < oldest))
                oldest = need;
    for (uint32_t task = 0; task < gifts->lacks.room; task++) {
        uint32_t need = gifts->lacks.of_task[task].need;
        if (need > 0 && need_of(gifts, need)->type == type && (oldest == 0 || need < oldest))
            oldest = need;
    }
    return oldest;
}

static void expect_donation(struct site *site)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    double rate = gifts->terms.settings->donations_per_hour;
    if (rate <= 0)
        return;
    struct draw draw =
        draw_for(gifts->terms.luck, DRAW_DONATION, gifts->terms.site, 2 * (uint32_t)gifts->stock.come);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_DONATION, NULL, 0);
}

void stock_start(struct site *site)
{
    expect_donation(site);
}

void on_donation(struct site *site, const struct event *event)
{
    (void)event;
    struct gifts *gifts = gifts_of(parts_of(site));
    struct draw draw =
        draw_for(gifts->terms.luck, DRAW_DONATION, gifts->terms.site, 2 * (uint32_t)gifts->stock.come + 1);
    uint32_t type = gifts_draw_type(gifts, &draw);
    uint32_t need = oldest_of(gifts, type);
    chronicle_tell(site, TOLD_DONATION, CHRONICLE_NOBODY, CHRONICLE_NOBODY, type);
    gifts->stock.come++;
    gifts->stock.left[type]++;
    gifts->stock.waiting++;
    if (need > 0)
        stock_meets(site, need);
    expect_donation(site);
}
