/* What has to hold of gifts and needs at the end of a run. */
#include "base/require.h"
#include "gifts/gifts_parts.h"
#include "parts.h"

/* Each need is counted again, as it stands. */
static struct gift_tally counted_again(const struct gifts *gifts, sim_time ends)
{
    struct gift_tally again = {0};
    for (uint32_t i = 0; i < gifts->needs.count; i++) {
        const struct need *need = need_of(gifts, i + 1);
        again.arisen++;
        again.met += need->state == NEED_MET ? 1 : 0;
        again.lapsed += need->state == NEED_LAPSED ? 1 : 0;
        again.waited += need->state == NEED_MET ? need->closed - need->arose : 0;
        again.away += need->state == NEED_AWAY ? 1 : 0;
        again.open_time += need->open_time + (need->state == NEED_OPEN ? ends - need->opened : 0);
        bool by_person = need->state == NEED_MET && need->channel != BY_STOCK && need->channel != BY_PURCHASE;
        require(by_person == (need->helper != NOBODY));
        require(need->helper == NOBODY || need->helper != need->owner);
    }
    for (uint32_t i = 0; i < gifts->gifts.count; i++)
        again.uses += gift_of(gifts, i + 1)->brought - gift_of(gifts, i + 1)->uses;
    return again;
}

static uint64_t open_in_lists(const struct gifts *gifts)
{
    uint64_t open = 0;
    for (uint32_t person = 0; person < gifts->terms.people->count; person++)
        for (uint32_t need = gifts->persons[person].first_need; need > 0; need = need_of(gifts, need)->next) {
            require(need_of(gifts, need)->state == NEED_OPEN && need_of(gifts, need)->owner == person);
            open++;
        }
    for (uint32_t task = 0; task < gifts->lacks.room; task++)
        if (gifts->lacks.of_task[task].need > 0) {
            require(need_of(gifts, gifts->lacks.of_task[task].need)->state == NEED_OPEN);
            open++;
        }
    return open;
}

static void require_cards(const struct gifts *gifts)
{
    const struct cards *cards = &gifts->cards;
    uint64_t passing = 0, in_hand = 0;
    for (uint32_t i = 0; i < cards->all.count; i++)
        passing += card_at(cards, i)->state == CARD_PASSES ? 1 : 0;
    for (uint32_t person = 0; cards->settings != NULL && person < gifts->terms.people->count; person++) {
        require(gifts->persons[person].cards <= cards->settings->hand);
        in_hand += gifts->persons[person].cards;
    }
    require(cards->all.count == passing + cards->lost + cards->away && in_hand == passing);
    require(cards->matches == gifts->tally.by[BY_CARD]);
}

static void require_sources(const struct gifts *gifts)
{
    const uint64_t *by = gifts->tally.by;
    uint64_t left = 0;
    for (int64_t i = 0; i < gifts->terms.settings->types; i++)
        left += gifts->stock.left[i];
    require(left == gifts->stock.waiting && gifts->stock.come == left + by[BY_STOCK]);
    require(gifts->lacks.bought == by[BY_PURCHASE]);
    require(gifts->tally.met == gifts->tally.of_people + gifts->lacks.found);
    require(gifts->notes.settings == NULL ||
            gifts->notes.read_time == (sim_time)gifts->notes.read * gifts->notes.settings->note_length);
}

void gifts_settle(struct site *site, sim_time ends)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct gift_tally *tally = &gifts->tally;
    gifts_count_time(gifts, ends);
    struct gift_tally again = counted_again(gifts, ends);
    uint64_t by = 0;
    sim_time given = 0;
    for (uint32_t i = 0; i < CHANNELS; i++)
        by += tally->by[i];
    for (uint32_t person = 0; person < gifts->terms.people->count; person++)
        given += gifts->persons[person].given;
    require(again.arisen == tally->arisen + tally->brought && again.away == tally->away);
    require(again.met == tally->met && again.lapsed == tally->lapsed);
    require(needs_open(tally) == open_in_lists(gifts));
    require(again.open_time == tally->open_time && again.waited == tally->waited);
    require(by == tally->met && again.uses == tally->uses);
    require(tally->uses + tally->by[BY_STOCK] + tally->by[BY_PURCHASE] == tally->met);
    require(given + tally->given_by_guests == tally->given);
    require_cards(gifts);
    require_sources(gifts);
}

/* What travels is at one site, or under way. */
void gifts_settle_all(struct parts *const *parts, uint32_t sites)
{
    uint64_t sent = 0, come = 0, begun = 0, there = 0;
    for (uint32_t i = 0; i < sites; i++) {
        const struct gifts *gifts = gifts_of(parts[i]);
        const struct gift_tally *tally = &gifts->tally;
        sent += tally->sent - tally->sent_late;
        come += tally->come;
        begun += tally->uses_begun;
        there += tally->uses_late;
        for (uint32_t gift = 1; gift <= gifts->gifts.count; gift++)
            there += gift_of(gifts, gift)->brought;
    }
    require(sent == come && begun == there);
}
