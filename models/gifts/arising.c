/* How needs and gifts arise and lapse. */
#include <math.h>

#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

/* When something lapses that begins now; SIM_NEVER: it does not. */
static sim_time draw_end(struct draw *draw, sim_time half_life, sim_time now)
{
    if (half_life == 0)
        return SIM_NEVER;
    sim_time lasts = sim_time_from_hours(draw_exponential(draw, sim_hours(half_life) / M_LN2));
    return lasts < SIM_NEVER - now ? now + lasts : SIM_NEVER;
}

/* --- needs --- */

static void need_arises(struct site *site, uint32_t owner, struct draw *draw)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct gift_settings *settings = gifts->terms.settings;
    uint16_t type = gifts_draw_type(gifts, draw);
    struct need *need = need_begins(gifts, owner, 0, type, site_now(site));
    need->help = sim_time_from_hours(draw_exponential(draw, sim_hours(settings->help)));
    const uint32_t number = gifts->needs.count;
    need_expects_end(site, number, draw_end(draw, settings->need_half_life, site_now(site)));
    chronicle_tell(site, TOLD_NEED_ARISES, owner, number, type);
    if (stock_meets(site, number))
        return;
    need_looks_for_help(site, number);
    card_is_written(site, number);
    note_is_put_up(site, (struct thing){number, false}, owner);
}

/* --- gifts --- */

static void gift_arises(struct site *site, uint32_t owner, struct draw *draw)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    uint16_t type = gifts_draw_type(gifts, draw);
    sim_time lapses = draw_end(draw, gifts->terms.settings->gift_half_life, site_now(site));
    uint32_t number = gift_begins(gifts, owner, type, lapses);
    gift_looks_for_use(site, number);
    note_is_put_up(site, (struct thing){number, true}, owner);
}

/* --- when --- */

/* Both are Poisson processes of all places together; a place in which nobody can have any draws a blank. */
struct source {
    uint32_t *drawn;
    double per_hour;
    uint32_t event, draw;
    void (*arises)(struct site *site, uint32_t owner, struct draw *draw);
};

static struct source needs_arise(struct gifts *gifts)
{
    return (struct source){&gifts->arising[0], gifts->terms.settings->needs_per_hour, EVENT_NEED_ARISES,
                           DRAW_NEED_ARISES, need_arises};
}

static struct source gifts_arise(struct gifts *gifts)
{
    return (struct source){&gifts->arising[1], gifts->terms.settings->gifts_per_hour, EVENT_GIFT_ARISES,
                           DRAW_GIFT_ARISES, gift_arises};
}

static void expect_next(struct site *site, const struct source *source)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    double rate = source->per_hour * gifts->terms.people->count;
    if (rate <= 0)
        return;
    struct draw draw = draw_for(gifts->terms.luck, source->draw, gifts->terms.site, 2 * *source->drawn);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, source->event, NULL, 0);
}

static void one_arises(struct site *site, const struct source *source)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    struct draw draw =
        draw_for(gifts->terms.luck, source->draw, gifts->terms.site, 2 * (*source->drawn)++ + 1);
    uint32_t owner = draw_below(&draw, gifts->terms.people->count);
    person_is_expected(gifts, owner);
    if (takes_part(gifts, owner))
        source->arises(site, owner, &draw);
    expect_next(site, source);
}

void on_need_arises(struct site *site, const struct event *event)
{
    (void)event;
    struct source source = needs_arise(gifts_of(parts_of(site)));
    one_arises(site, &source);
}

void on_gift_arises(struct site *site, const struct event *event)
{
    (void)event;
    struct source source = gifts_arise(gifts_of(parts_of(site)));
    one_arises(site, &source);
}

/* What people have at the beginning: gifts go round from one end of an order that is drawn, needs from the
 * other. */
static void deal_out(struct site *site)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct gift_settings *settings = gifts->terms.settings;
    uint32_t people = gifts->terms.people->begun;
    if (people == 0 || settings->start_needs + settings->start_gifts == 0)
        return;
    uint32_t *order = ARENA_NEW(gifts->terms.arena, uint32_t, people);
    for (uint32_t person = 0; person < people; person++)
        order[person] = person;
    struct draw lots = draw_for(gifts->terms.luck, DRAW_HAVE_AT_START, gifts->terms.site, 0);
    draw_shuffle(&lots, order, people);
    for (uint32_t i = 0; i < settings->start_gifts; i++) {
        struct draw draw = draw_for(gifts->terms.luck, DRAW_GIFT_AT_START, gifts->terms.site, i);
        gift_arises(site, order[i % people], &draw);
    }
    for (uint32_t i = 0; i < settings->start_needs; i++) {
        struct draw draw = draw_for(gifts->terms.luck, DRAW_NEED_AT_START, gifts->terms.site, i);
        need_arises(site, order[people - 1 - i % people], &draw);
    }
}

void gifts_start(struct site *site)
{
    struct source needs = needs_arise(gifts_of(parts_of(site)));
    struct source gifts = gifts_arise(gifts_of(parts_of(site)));
    deal_out(site);
    expect_next(site, &needs);
    expect_next(site, &gifts);
    stock_start(site);
    notes_start(site);
}

void gifts_let_go(struct site *site, uint32_t person, uint32_t why)
{
    (void)why;
    struct gifts *gifts = gifts_of(parts_of(site));
    while (gifts->persons[person].first_need > 0)
        need_lapses(site, gifts->persons[person].first_need);
    for (uint32_t gift = gifts->persons[person].first_gift; gift > 0; gift = gift_of(gifts, gift)->next)
        gift_of(gifts, gift)->lapses = site_now(site);
    gifts->persons[person].first_gift = 0;
    mind_is_empty(gifts, person);
    cards_let_go(site, person);
}
