/* Needs and gifts of people who go to another site for a while.
 *
 * They go where their owner goes, and are in the books of one site at a time: so a need is met once, and no
 * site changes another one. At home a need that is away is as if it were not there: nobody meets it, and a
 * card with it is put away. What was met or lapsed elsewhere does not come back; what did neither is open
 * again. What a guest could not take along, as there was no place for her, is sent home at once.
 */
#include "base/require.h"
#include "gifts/gifts_parts.h"
#include "parts.h"

struct carried_need {
    uint32_t home, person, at_home;
    uint16_t type;
    sim_time help, arose, lapses;
};

struct carried_gift {
    uint32_t home, person, at_home;
    uint32_t uses;
    uint16_t type;
    sim_time lapses;
};

static bool arrives_late(struct site *site)
{
    return site_now(site) + site_lookahead(site) >= gifts_of(parts_of(site))->terms.ends;
}

static void send_need(struct site *site, uint32_t to, const struct carried_need *card)
{
    struct gift_tally *tally = &gifts_of(parts_of(site))->tally;
    tally->sent++;
    tally->sent_late += arrives_late(site) ? 1 : 0;
    site_tell(site, to, EVENT_NEED_CARRIED, card, sizeof *card);
}

static void send_gift(struct site *site, uint32_t to, const struct carried_gift *card)
{
    struct gift_tally *tally = &gifts_of(parts_of(site))->tally;
    tally->sent++;
    tally->sent_late += arrives_late(site) ? 1 : 0;
    tally->uses_late += arrives_late(site) ? card->uses : 0;
    site_tell(site, to, EVENT_GIFT_CARRIED, card, sizeof *card);
}

/* --- going --- */

static void need_goes(struct site *site, uint32_t number, uint32_t to, const struct guest_home *who)
{
    struct need *need = need_of(gifts_of(parts_of(site)), number);
    const struct carried_need card = {
        .home = who->site,
        .person = who->person,
        .at_home = who->site == site_index(site) ? number : need->at_home,
        .type = need->type,
        .help = need->help,
        .arose = need->arose,
        .lapses = need->lapses,
    };
    need_closes(site, need, NEED_AWAY);
    send_need(site, to, &card);
}

static void gift_goes(struct site *site, uint32_t number, uint32_t to, const struct guest_home *who)
{
    struct gift *gift = gift_of(gifts_of(parts_of(site)), number);
    const struct carried_gift card = {
        .home = who->site,
        .person = who->person,
        .at_home = who->site == site_index(site) ? number : gift->at_home,
        .uses = gift->uses,
        .type = gift->type,
        .lapses = gift->lapses,
    };
    gift->brought -= gift->uses;
    gift->uses = 0;
    send_gift(site, to, &card);
}

static void gifts_go(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    uint32_t gift = gift_next_open(gifts, person, 0, site_now(site));
    while (gift > 0) {
        uint32_t next = gift_next_open(gifts, person, gift, site_now(site));
        gift_goes(site, gift, to, who);
        gift = next;
    }
    gifts->persons[person].first_gift = 0;
    gifts->persons[person].types = 0;
}

void gifts_traveller_goes(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (!gifts->terms.settings->travel)
        return;
    while (gifts->persons[person].first_need > 0)
        need_goes(site, gifts->persons[person].first_need, to, who);
    gifts_go(site, person, to, who);
    if (who->site == site_index(site))
        return;
    mind_is_empty(gifts, person); /* the next guest in this place begins without it */
    gifts->persons[person].seen = 0;
}

/* --- arriving --- */

/* At home, where she has left for good. */
static bool is_gone(const struct gifts *gifts, uint32_t person)
{
    return gifts->terms.people->standing.of_person[person] == STANDING_GONE;
}

/* The number that it has here; one that this site does not know yet gets one. */
static uint32_t need_here(struct site *site, const struct carried_need *card, uint32_t person)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (card->home == site_index(site) && card->at_home > 0)
        return card->at_home;
    uint32_t number = need_added_away(gifts, person, card->type, site_now(site));
    struct need *need = need_of(gifts, number);
    need->at_home = card->at_home;
    need->help = card->help;
    need->arose = card->arose;
    need->lapses = card->lapses;
    return number;
}

void on_need_carried(struct site *site, const struct event *event)
{
    struct carried_need card;
    event_read(event, &card, sizeof card);
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct guest_home who = {card.home, card.person};
    const uint32_t person = travel_place_of(parts_of(site), &who);
    gifts->tally.come++;
    if (person == NOBODY) {
        send_need(site, who.site, &card);
        return;
    }
    uint32_t number = need_here(site, &card, person);
    need_opens(site, number);
    if (is_gone(gifts, person))
        need_lapses(site, number);
    else
        stock_meets(site, number);
}

void on_gift_carried(struct site *site, const struct event *event)
{
    struct carried_gift card;
    event_read(event, &card, sizeof card);
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct guest_home who = {card.home, card.person};
    const bool is_known = card.home == site_index(site) && card.at_home > 0;
    const uint32_t person = travel_place_of(parts_of(site), &who);
    gifts->tally.come++;
    if (person == NOBODY) {
        send_gift(site, who.site, &card);
        return;
    }
    uint32_t number = is_known ? card.at_home : gifts_add_away(gifts, person, card.type);
    struct gift *gift = gift_of(gifts, number);
    require(gift->owner == person && gift->uses == 0);
    gift->at_home = card.home == site_index(site) ? 0 : card.at_home;
    gift->uses = card.uses;
    gift->brought += card.uses;
    gift->lapses = is_gone(gifts, person) ? site_now(site) : card.lapses;
    gift_goes_last(gifts, number);
}
