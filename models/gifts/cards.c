/* Cards with needs that go from hand to hand. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "mechanism.h"
#include "parts.h"
#include "random/draw.h"

struct card_card {
    uint32_t card, need;
};

/* Places in a standing arrangement are drawn once; who arrives later takes the next place. */
static void draw_places(struct cards *cards, const struct setup *setup)
{
    const struct people *people = people_of(setup->parts);
    cards->sits = ARENA_NEW(setup->arena, uint32_t, people->count);
    cards->sitting = ARENA_NEW(setup->arena, uint32_t, people->count);
    for (uint32_t person = 0; person < people->count; person++)
        cards->sitting[person] = person;
    struct draw draw = draw_for(setup->luck, DRAW_STANDING, site_index(setup->site), 0);
    draw_shuffle(&draw, cards->sitting, people->begun);
    for (uint32_t place = 0; place < people->count; place++)
        cards->sits[cards->sitting[place]] = place;
}

struct cards cards_new(const struct card_settings *settings, const struct setup *setup)
{
    struct cards cards = {.settings = settings->use > 0 ? settings : NULL};
    if (cards.settings == NULL)
        return cards;
    if (settings->along->standing)
        draw_places(&cards, setup);
    return cards;
}

/* --- one card --- */

static struct draw draw_of_try(const struct gifts *gifts, const struct card *card, uint32_t which)
{
    return draw_for(gifts->terms.luck, DRAW_CARD_PASSES, person_luck(gifts->terms.people, card->need),
                    2 * card->tries + which);
}

static void expect_try(struct site *site, uint32_t number)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    const struct card *card = card_at(&gifts->cards, number);
    struct draw draw = draw_of_try(gifts, card, 0);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, sim_hours(gifts->cards.settings->hop)));
    struct card_card told = {number, card->need};
    site_schedule(site, site_now(site) + wait, EVENT_CARD_PASSES, &told, sizeof told);
}

void card_is_written(struct site *site, uint32_t need)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct cards *cards = &gifts->cards;
    uint32_t owner = need_of(gifts, need)->owner;
    if (cards->settings == NULL || !lives_here(gifts, owner) ||
        gifts->persons[owner].cards >= cards->settings->hand)
        return;
    struct draw draw =
        draw_for(gifts->terms.luck, DRAW_CARD_WRITTEN, person_luck(gifts->terms.people, owner), need);
    if (draw_uniform(&draw) >= cards->settings->use)
        return;
    uint32_t number = gifts_pool_adds(&cards->all, gifts->terms.arena, sizeof(struct card)) - 1;
    *card_at(cards, number) = (struct card){.need = need, .holder = owner};
    gifts->persons[owner].cards++;
    chronicle_tell(site, TOLD_CARD_WRITTEN, owner, need, NAN);
    expect_try(site, number);
}

static void card_ends(struct site *site, struct card *card, enum card_state state)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct cards *cards = &gifts->cards;
    require(card->state == CARD_PASSES && gifts->persons[card->holder].cards > 0);
    card->state = (uint8_t)state;
    gifts->persons[card->holder].cards--;
    if (state == CARD_LOST)
        chronicle_tell(site, TOLD_CARD_LOST, card->holder, card->need, NAN);
    cards->lost += state == CARD_LOST ? 1 : 0;
    cards->away += state == CARD_AWAY ? 1 : 0;
}

/* Who gets it meets the need, or keeps it in mind until she hands the card on. */
static void hand_over(struct site *site, struct card *card, uint32_t to)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct cards *cards = &gifts->cards;
    gifts->persons[card->holder].cards--;
    gifts->persons[to].cards++;
    card->holder = to;
    card->hops++;
    chronicle_tell(site, TOLD_CARD_PASSED, to, card->need, card->hops);
    if (need_is_met_by(site, card->need, to, BY_CARD)) {
        cards->matches++;
        cards->match_hops += card->hops;
        card_ends(site, card, CARD_AWAY);
    } else if (need_of(gifts, card->need)->owner != to) {
        person_learns_of_help(site, (struct thing){card->need, false}, to);
    }
}

void on_card_passes(struct site *site, const struct event *event)
{
    struct card_card told;
    event_read(event, &told, sizeof told);
    struct gifts *gifts = gifts_of(parts_of(site));
    struct cards *cards = &gifts->cards;
    struct card *card = card_at(cards, told.card);
    __builtin_prefetch(need_of(gifts, told.need)); /* while the card is looked at */
    if (card->state != CARD_PASSES)
        return;
    if (need_of(gifts, card->need)->state != NEED_OPEN) {
        card_ends(site, card, CARD_AWAY);
        return;
    }
    struct draw draw = draw_of_try(gifts, card, 1);
    card->tries++;
    uint32_t to = lives_here(gifts, card->holder) ? passing_next_holder(site, card->holder, &draw) : NOBODY;
    if (to != NOBODY && gifts->persons[to].cards < cards->settings->hand) {
        if (draw_uniform(&draw) < cards->settings->loss)
            card_ends(site, card, CARD_LOST);
        else
            hand_over(site, card, to);
    }
    if (card->state == CARD_PASSES)
        expect_try(site, told.card);
}

void cards_let_go(struct site *site, uint32_t person)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    const struct cards *cards = &gifts->cards;
    for (uint32_t i = 0; gifts->persons[person].cards > 0 && i < cards->all.count; i++)
        if (card_at(cards, i)->state == CARD_PASSES && card_at(cards, i)->holder == person)
            card_ends(site, card_at(cards, i), CARD_LOST);
}
