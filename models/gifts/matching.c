/* How a need and a gift come together, and what follows. */
#include "base/require.h"
#include "chronicle.h"
#include "gathering/gathering.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "parts.h"
#include "random/draw.h"

struct asking_card {
    uint32_t need, person;
    uint32_t gift; /* for which she is asked */
};

/* Whether she would help with this need: one answer, whenever she is asked. */
static bool is_generous(const struct gifts *gifts, uint32_t person, uint32_t need)
{
    double generosity = gifts->terms.settings->generosity;
    if (generosity >= 1)
        return true;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_GENEROSITY, gift_luck(gifts, person), need);
    return draw_uniform(&draw) < generosity;
}

static bool is_guest(const struct gifts *gifts, uint32_t person)
{
    return person != NOBODY && !person_belongs(gifts->terms.people, person);
}

void need_is_met(struct site *site, uint32_t number, uint32_t helper, enum channel channel)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct need *need = need_of(gifts, number);
    struct gift_tally *tally = &gifts->tally;
    need_closes(site, need, NEED_MET);
    need->helper = helper;
    need->by = helper == NOBODY ? need->by : travel_home_of(gifts->terms.parts, helper);
    need->of = need->owner == NOBODY ? need->of : travel_home_of(gifts->terms.parts, need->owner);
    tally->with_guests += is_guest(gifts, helper) || is_guest(gifts, need->owner) ? 1 : 0;
    need->channel = (uint8_t)channel;
    tally->by[channel]++;
    tally->waited += need->closed - need->arose;
    chronicle_tell(site, TOLD_NEED_MET, helper, number, channel);
    if (need->group > 0) {
        lacks_found(site, need, channel);
        return;
    }
    tally->early_met += need->arose <= gifts->terms.ends - NEED_HAD_TIME ? 1 : 0;
    tally->of_people++;
    tally->waited_people += need->closed - need->arose;
}

static void meet(struct site *site, uint32_t number, struct gift *gift, enum channel channel)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct need *need = need_of(gifts, number);
    struct gift_tally *tally = &gifts->tally;
    gift->uses--;
    tally->uses++;
    need_is_met(site, number, gift->owner, channel);
    bool both_live_here =
        need->owner != NOBODY && !is_guest(gifts, need->owner) && !is_guest(gifts, gift->owner);
    if (both_live_here && gathering_keeps_partners(parts_of(site))) {
        tally->known_pairs++;
        tally->across += gathering_were_partners(parts_of(site), need->owner, gift->owner) ? 0 : 1;
    }
    struct asking_card card = {number, gift->owner, 0};
    site_schedule(site, site_now(site) + gifts->terms.settings->arrange, EVENT_HELP_IS_GIVEN, &card,
                  sizeof card);
}

bool need_is_met_by(struct site *site, uint32_t number, uint32_t person, enum channel channel)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct need *need = need_of(gifts, number);
    if (need->state != NEED_OPEN || need->owner == person || !takes_part(gifts, person))
        return false;
    struct gift *gift = gift_fitting(gifts, person, need->type, site_now(site));
    if (gift == NULL || !is_generous(gifts, person, number))
        return false;
    meet(site, number, gift, channel);
    return true;
}

static bool takes(struct site *site, uint32_t need, struct gift *gift, enum channel channel)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    if (need_of(gifts, need)->type != gift->type || !is_generous(gifts, gift->owner, need))
        return false;
    meet(site, need, gift, channel);
    return true;
}

/* For herself, or for one of her groups. */
bool gift_is_taken_by(struct site *site, uint32_t number, uint32_t person, enum channel channel)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    struct gift *gift = gift_of(gifts, number);
    if (!gift_is_open(gift, site_now(site)) || gift->owner == person || !takes_part(gifts, gift->owner))
        return false;
    for (uint32_t need = gifts->persons[person].first_need; need > 0; need = need_of(gifts, need)->next)
        if (takes(site, need, gift, channel))
            return true;
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        uint32_t need = lacks_of_person(site, person, which);
        if (need > 0 && takes(site, need, gift, channel))
            return true;
    }
    return false;
}

/* --- naming --- */

/* Who would say no in any case is not asked. */
static void ask(struct site *site, uint32_t need, uint32_t gift)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    const uint32_t person = gift_of(gifts, gift)->owner;
    if (need_of(gifts, need)->owner == person || !is_generous(gifts, person, need))
        return;
    struct asking_card card = {need, person, gift};
    site_schedule(site, site_now(site) + site_lookahead(site), EVENT_PERSON_ASKED, &card, sizeof card);
}

void on_person_asked(struct site *site, const struct event *event)
{
    struct asking_card card;
    event_read(event, &card, sizeof card);
    const struct gifts *gifts = gifts_of(parts_of(site));
    bool has_gone = is_guest(gifts, card.person) && !gift_is_open(gift_of(gifts, card.gift), site_now(site));
    if (!has_gone) /* else another guest may be in her place */
        need_is_met_by(site, card.need, card.person, BY_NAME);
}

static void name_whom_it_concerns(struct site *site, struct thing thing, uint32_t person)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    uint32_t other = mind_fitting(gifts, person, thing, site_now(site));
    if (other == 0)
        return;
    uint32_t need = thing.is_gift ? other : thing.number, gift = thing.is_gift ? thing.number : other;
    ask(site, need, gift);
}

void person_learns_of_help(struct site *site, struct thing thing, uint32_t person)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (gifts->minds.room == 0)
        return;
    name_whom_it_concerns(site, thing, person);
    mind_keeps(gifts, person, thing, site_now(site));
}

void need_looks_for_help(struct site *site, uint32_t need)
{
    name_whom_it_concerns(site, (struct thing){need, false}, need_of(gifts_of(parts_of(site)), need)->owner);
}

void gift_looks_for_use(struct site *site, uint32_t gift)
{
    name_whom_it_concerns(site, (struct thing){gift, true}, gift_of(gifts_of(parts_of(site)), gift)->owner);
}

/* --- what was agreed is done --- */

static bool is_gone(const struct people *people, uint32_t person)
{
    return people->standing.of_person[person] == STANDING_GONE;
}

void on_help_is_given(struct site *site, const struct event *event)
{
    struct asking_card card;
    event_read(event, &card, sizeof card);
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct need *need = need_of(gifts, card.need);
    require(need->state == NEED_MET && need->helper == card.person);
    bool owner_is_gone = need->owner != NOBODY && is_gone(gifts->terms.people, need->owner);
    if (owner_is_gone || is_gone(gifts->terms.people, need->helper)) {
        gifts->tally.fell_through++;
        return;
    }
    if (is_guest(gifts, need->helper))
        gifts->tally.given_by_guests += need->help;
    else
        gifts->persons[need->helper].given += need->help;
    gifts->tally.given += need->help;
    chronicle_tell(site, TOLD_HELP_GIVEN, need->helper, card.need, sim_hours(need->help));
}
