/* What is told in circles of needs and offers, and who learns of it there. */
#include "base/require.h"
#include "conversation/conversation.h"
#include "gathering/session.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "parts.h"
#include "random/draw.h"

/* --- what was told here --- */

static struct told_there *told_in(struct gifts *gifts, const struct circle *circle)
{
    uint32_t index = circle->id.index;
    if (index >= gifts->told_room) {
        uint32_t room = gifts->told_room == 0 ? 16 : gifts->told_room;
        while (room <= index)
            room *= 2;
        gifts->told =
            arena_grow(gifts->terms.arena, gifts->told, gifts->told_room, room, sizeof *gifts->told);
        gifts->told_room = room;
    }
    struct told_there *told = &gifts->told[index];
    if (told->circle != circle->id.number) {
        told->circle = circle->id.number;
        told->count = 0;
    }
    return told;
}

static bool was_told(const struct told_there *told, struct thing thing)
{
    for (uint32_t i = 0; i < told->count; i++)
        if (told->things[i].number == thing.number && told->things[i].is_gift == thing.is_gift)
            return true;
    return false;
}

static void note_told(struct gifts *gifts, struct told_there *told, struct thing thing)
{
    if (told->count == told->room) {
        uint32_t room = told->room == 0 ? 8 : told->room * 2;
        told->things = arena_grow(gifts->terms.arena, told->things, told->count, room, sizeof *told->things);
        told->room = room;
    }
    told->things[told->count++] = thing;
}

/* --- what she tells --- */

static struct thing own_need(const struct gifts *gifts, const struct told_there *told, uint32_t person)
{
    for (uint32_t need = gifts->persons[person].first_need; need > 0; need = need_of(gifts, need)->next) {
        struct thing thing = {need, false};
        if (!was_told(told, thing))
            return thing;
    }
    return no_thing;
}

/* What a task of one of her groups lacks. */
static struct thing need_of_group(struct site *site, const struct told_there *told, uint32_t person)
{
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        struct thing thing = {lacks_of_person(site, person, which), false};
        if (thing.number > 0 && !was_told(told, thing))
            return thing;
    }
    return no_thing;
}

static struct thing own_offer(const struct gifts *gifts, const struct told_there *told, uint32_t person,
                              sim_time now)
{
    for (uint32_t gift = gift_next_open(gifts, person, 0, now); gift > 0;
         gift = gift_next_open(gifts, person, gift, now)) {
        struct thing thing = {gift, true};
        if (!was_told(told, thing))
            return thing;
    }
    return no_thing;
}

/* One answer for each thing, person and circle: she is not asked at every turn anew. */
static bool retells(const struct gifts *gifts, const struct circle *circle, uint32_t person,
                    struct thing thing)
{
    double chance = gifts->terms.settings->retell;
    if (chance >= 1 || chance <= 0)
        return chance >= 1;
    uint32_t entity = gift_luck(gifts, person) ^ circle->id.luck;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_RETELLING, entity, tag_of(thing));
    return draw_uniform(&draw) < chance;
}

static struct thing of_others(const struct gifts *gifts, const struct circle *circle,
                              const struct told_there *told, uint32_t person, sim_time now)
{
    bool offers = circle->manner->shares == SHARE_OFFERS;
    for (uint32_t i = 0; i < gifts->minds.room; i++) {
        struct thing thing = mind_at(gifts, person, i, now);
        if (thing.number > 0 && thing.is_gift == offers && !was_told(told, thing) &&
            retells(gifts, circle, person, thing))
            return thing;
    }
    return no_thing;
}

static struct thing has_to_tell(struct site *site, const struct circle *circle, uint32_t person)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    sim_time now = site_now(site);
    if (!takes_part(gifts, person))
        return no_thing;
    const struct told_there *told = told_in(gifts, circle);
    bool needs = circle->manner->shares == SHARE_NEEDS;
    struct thing own = needs ? own_need(gifts, told, person) : own_offer(gifts, told, person, now);
    if (needs && own.number == 0)
        own = need_of_group(site, told, person);
    return own.number > 0 ? own : of_others(gifts, circle, told, person, now);
}

sim_time gifts_telling_takes(struct site *site, const struct circle *circle, uint32_t person)
{
    struct thing thing = has_to_tell(site, circle, person);
    return thing.number > 0 ? gifts_of(parts_of(site))->terms.settings->need_minutes : 0;
}

/* --- who learns of it --- */

static enum channel channel_of(const struct circle *circle)
{
    const struct session *session = circle_session(circle);
    return session != NULL && session_stage(session)->seating->in_one &&
                   !session_stage(session)->seating->from_before
               ? BY_ASSEMBLY
               : BY_CIRCLE;
}

/* As facets are kept: with the chance of retention times energy. */
static void draw_listeners(struct site *site, const struct circle *circle, uint32_t speaker)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct seats *seats = &circle->seats;
    double retention = conversation_settings(conversation_of(parts_of(site)))->retention;
    if (seats->count > gifts->learned_room) {
        gifts->learned_room = 2 * seats->count;
        gifts->learned = ARENA_NEW(gifts->terms.arena, bool, gifts->learned_room);
    }
    struct draw draw = draw_for(gifts->terms.luck, DRAW_HELP_HEARD, circle->id.luck, circle->talk.turns);
    for (uint32_t i = 0; i < seats->count; i++) {
        bool keeps = draw_uniform(&draw) < retention * (double)seats->body.energy[i];
        gifts->learned[i] = keeps && seats->person[i] != speaker && takes_part(gifts, seats->person[i]);
        gifts->tally.learned += gifts->learned[i] ? 1 : 0;
    }
}

/* A need is met once; a gift as often as it has uses. */
static bool is_matched(struct site *site, const struct circle *circle, struct thing thing)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    enum channel channel = channel_of(circle);
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (!gifts->learned[i])
            continue;
        if (!thing.is_gift && need_is_met_by(site, thing.number, person, channel))
            return true;
        while (thing.is_gift && gift_is_taken_by(site, thing.number, person, channel))
            continue;
    }
    return thing.is_gift && !gift_is_open(gift_of(gifts, thing.number), site_now(site));
}

void gifts_hear_turn(struct site *site, const struct circle *circle, const struct turn *turn)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (!circle_tells_of_help(circle) || turn->strays)
        return;
    struct thing thing = has_to_tell(site, circle, turn->speaker);
    if (thing.number == 0)
        return;
    note_told(gifts, told_in(gifts, circle), thing);
    gifts->tally.told++;
    draw_listeners(site, circle, turn->speaker);
    if (is_matched(site, circle, thing))
        return;
    uint32_t owner =
        thing.is_gift ? gift_of(gifts, thing.number)->owner : need_of(gifts, thing.number)->owner;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (gifts->learned[i] && circle->seats.person[i] != owner)
            person_learns_of_help(site, thing, circle->seats.person[i]);
}
