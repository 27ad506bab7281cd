#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/conversation_parts.h"
#include "conversation/hearing.h"
#include "conversation/noticing.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "conversation/seats.h"
#include "moments.h"
#include "parts.h"

struct ending_card {
    uint32_t circle, generation;
};

static void schedule_ending(struct site *site, struct circle *circle)
{
    struct ending_card card = {circle->id.index, circle->id.generation};
    circle->channel.turn.began = site_now(site);
    circle->channel.busy = true;
    circle->channel.ending = site_schedule(site, circle->channel.turn.began + circle->channel.turn.length,
                                           EVENT_CHANNEL_FREE, &card, sizeof card);
}

void circle_pause(struct site *site, struct circle *circle, sim_time length)
{
    require(!circle->channel.busy);
    circle->channel.turn = (struct turn){.speaker = NOBODY, .length = length > 0 ? length : 1};
    schedule_ending(site, circle);
}

static void queue_up(struct arena *arena, struct circle_channel *channel, uint32_t person)
{
    if (channel->queued == channel->queue_room) {
        channel->queue_room = channel->queue_room == 0 ? 8 : channel->queue_room * 2;
        channel->queue =
            arena_grow(arena, channel->queue, channel->queued, channel->queue_room, sizeof *channel->queue);
    }
    channel->queue[channel->queued++] = person;
}

/* Hands go up as a Poisson process, `hands` per hour and bid; who raises which is drawn in proportion to
 * bids. */
static void raise_hands(struct conversation *conversation, struct circle *circle, sim_time span)
{
    struct seats *seats = &circle->seats;
    double total = 0;
    for (uint32_t i = 0; i < seats->count; i++) {
        seats->wish.bid[i] *= 1.0F - seats->wish.hand[i];
        total += (double)seats->wish.bid[i];
    }
    struct draw draw = draw_for(conversation->luck, DRAW_HANDS, circle->id.luck, circle->talk.turns);
    uint64_t hands =
        total > 0 ? draw_poisson(&draw, conversation->settings->hands * total * sim_hours(span)) : 0;
    for (; hands > 0; hands--) {
        double at = draw_uniform(&draw) * total, sum = 0;
        for (uint32_t i = 0; i < seats->count; i++) {
            sum += (double)seats->wish.bid[i];
            if (at >= sum || seats->wish.hand[i] > 0)
                continue;
            if (seats->wish.bid[i] > 0) {
                seats->wish.hand[i] = 1.0F;
                queue_up(conversation->arena, &circle->channel, seats->person[i]);
            }
            break;
        }
    }
}

/* The open floor: nobody follows herself, and the speaker before last is favoured (Stasser & Taylor 1991). */
static void favour_returns(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    if (circle->channel.last != NOBODY)
        seats->wish.bid[conversation->sits.seat[circle->channel.last]] = 0.0F;
    if (circle->channel.before_last != NOBODY && circle->channel.before_last != circle->channel.last)
        seats->wish.bid[conversation->sits.seat[circle->channel.before_last]] *=
            (float)conversation->settings->recency;
}

static sim_time gap_of(const struct conversation *conversation, const struct circle *circle)
{
    return circle->manner->floor->stacked ? conversation->settings->gap_stack
                                          : conversation->settings->gap_circle;
}

/* How long it takes to pass, for somebody who has nothing to tell. */
static const sim_time passing = SIM_SECOND;

/* How long a turn of hers takes on average where needs or offers are told; 0: she has none to tell. */
static sim_time telling_takes(struct site *site, const struct circle *circle, uint32_t person)
{
    sim_time takes = conversation_of(parts_of(site))->settings->facet_minutes;
    ASK(site, takes, telling_takes, circle, person);
    return takes;
}

static sim_time mean_length(struct site *site, const struct circle *circle, uint32_t speaker)
{
    if (!circle_tells_of_help(circle))
        return conversation_of(parts_of(site))->settings->facet_minutes;
    sim_time takes = telling_takes(site, circle, speaker);
    return takes > 0 ? takes : passing;
}

/* Where needs or offers are told, only who has one wants the floor. */
static void bid_of_those_who_can_tell(struct site *site, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    for (uint32_t i = 0; i < seats->count; i++)
        if (telling_takes(site, circle, seats->person[i]) == 0)
            seats->wish.urge[i] = seats->wish.bid[i] = 0.0F;
    circle->computed.urged = false; /* for the next turn it is computed anew */
}

static sim_time turn_length(struct site *site, struct circle *circle, struct draw *draw)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    const struct conversation_settings *settings = conversation->settings;
    sim_time mean = mean_length(site, circle, circle->channel.turn.speaker);
    double hours = draw_gamma(draw, sim_hours(mean), settings->turn_cv);
    if (circle->manner->cap > 0 && hours > sim_hours(circle->manner->cap))
        hours = sim_hours(circle->manner->cap);
    hours *= 1.0 + circle_waves(settings, circle->seats.count);
    return sim_time_from_hours(hours) + gap_of(conversation, circle);
}

/* An outburst takes floor time; the more tension in the circle, the likelier. */
static sim_time outburst(struct site *site, const struct circle *circle)
{
    const struct conversation *conversation = conversation_of(parts_of(site));
    const struct tension_settings *tension = conversation->people->terms.tension_settings;
    if (tension->outburst <= 0)
        return 0;
    double sum = 0;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        sum += (double)circle->seats.body.tension[i];
    struct draw draw = draw_for(conversation->luck, DRAW_OUTBURST, circle->id.luck, circle->talk.turns);
    if (draw_uniform(&draw) >= tension->outburst * sum / circle->seats.count)
        return 0;
    circle->books.tally->outbursts++;
    chronicle_tell(site, TOLD_OUTBURST, circle->channel.turn.speaker, circle->id.number, NAN);
    return tension->outburst_length;
}

/* What goes wrong in a turn where it takes somebody of skill to hold the circle. The draws are its own, so
 * that all else is as it would be otherwise. */
struct mishap {
    bool strays, slips;
};

static struct mishap mishap_of(const struct conversation *conversation, const struct circle *circle)
{
    if (!circle->held.needed)
        return (struct mishap){false, false};
    struct draw draw = draw_for(conversation->luck, DRAW_STRAY, circle->id.luck, circle->talk.turns);
    double missing = 1.0 - (double)circle->held.skill;
    bool strays = draw_uniform(&draw) < (double)circle->held.stray * missing;
    return (struct mishap){strays, draw_uniform(&draw) < (double)circle->held.slip * missing};
}

/* Who jumps the queue has had her say, and takes her hand down. */
static void jump_queue(struct circle *circle, uint32_t seat)
{
    if (!(circle->seats.wish.hand[seat] > 0))
        return;
    circle_drop_hand(circle, circle->seats.person[seat]);
    circle->seats.wish.hand[seat] = 0.0F;
}

bool circle_next_turn(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    struct seats *seats = &circle->seats;
    require(circle->open && !circle->channel.busy);
    if (seats->count < 2)
        return false;
    struct draw draw = draw_for(conversation->luck, DRAW_TURN, circle->id.luck, circle->talk.turns);
    seats_bid(conversation, circle);
    if (circle_tells_of_help(circle))
        bid_of_those_who_can_tell(site, circle);
    struct mishap mishap = mishap_of(conversation, circle);
    const struct floor_rule *floor = circle->manner->floor;
    if (mishap.slips || (floor->stacked && circle->channel.queued == 0))
        floor = floor_without_hands();
    if (!floor->stacked)
        favour_returns(conversation, circle);
    uint32_t seat = floor->next(conversation, circle, &draw);
    if (seat >= seats->count)
        return false;
    if (mishap.slips)
        jump_queue(circle, seat);
    circle->channel.turn = (struct turn){.speaker = seats->person[seat], .strays = mishap.strays};
    sim_time burst = outburst(site, circle);
    circle->channel.turn.length = turn_length(site, circle, &draw) + burst;
    circle->channel.turn.bursts = burst > 0;
    if (circle->matter != NULL && circle->manner->shares == SHARE_FACETS && !mishap.strays)
        conversation->settings->content->say(conversation, circle, seat, &draw);
    schedule_ending(site, circle);
    return true;
}

void circle_give_floor(struct site *site, struct circle *circle, uint32_t person, sim_time length,
                       uint32_t most)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(circle->open && !circle->channel.busy && circle_of(conversation, person) == circle);
    circle->channel.turn = (struct turn){.speaker = person, .length = length > 0 ? length : 1};
    if (circle->matter != NULL) {
        struct facet_set known =
            seat_facets(&circle->seats, conversation->words, conversation->sits.seat[person]);
        known = facet_and(&known, &circle->about);
        struct facet_set fresh = facet_without(&known, &circle->talk.voiced);
        uint32_t left = facet_count(&fresh);
        struct draw draw = draw_for(conversation->luck, DRAW_REPORT, circle->id.luck, circle->talk.turns);
        most = most < MOST_SAID ? most : MOST_SAID;
        for (; circle->channel.turn.said < most && left > 0; left--) {
            uint32_t facet = facet_pick(&fresh, draw_below(&draw, left));
            fresh.word[facet / 64] &= ~(UINT64_C(1) << (facet % 64));
            circle->channel.turn.facet[circle->channel.turn.said++] = (uint16_t)facet;
            circle->channel.turn.is_new = true;
        }
    }
    schedule_ending(site, circle);
}

static void count_turn(struct conversation *conversation, struct circle *circle)
{
    struct tally *tally = circle->books.tally;
    uint32_t speaker = circle->channel.turn.speaker, size = circle->seats.count;
    uint32_t seat = conversation->sits.seat[speaker];
    person_spoke(conversation->people, speaker, circle->channel.turn.length,
                 circle->channel.turn.began + circle->channel.turn.length);
    circle->seats.joined.turns[seat]++; /* one does not hear oneself */
    circle->talk.turns++;
    tally->turns++;
    tally->hearings += size - 1;
    tally->talk_time += circle->channel.turn.length;
    tally->novel += circle->channel.turn.is_new ? 1 : 0;
    tally->strayed += circle->channel.turn.strays ? 1 : 0;
    circle->talk.novel += circle->channel.turn.is_new ? 1 : 0;
    if (circle->channel.before_last != NOBODY && circle->channel.last != NOBODY) {
        tally->returnable++;
        tally->returns += circle->channel.before_last == speaker ? 1 : 0;
    }
    if (!circle->channel.turn.strays) /* else it says nothing of whether the matter is talked out */
        circle->talk.dull = circle->channel.turn.is_new ? 0 : circle->talk.dull + 1;
    circle->channel.before_last = circle->channel.last;
    circle->channel.last = speaker;
}

void on_channel_free(struct site *site, const struct event *event)
{
    struct ending_card card;
    event_read(event, &card, sizeof card);
    struct conversation *conversation = conversation_of(parts_of(site));
    struct circle *circle = conversation->circles.all[card.circle];
    require(circle->open && circle->id.generation == card.generation && circle->channel.busy);
    circle->channel.busy = false;
    struct turn ended = circle->channel.turn;
    sim_time span = site_now(site) - circle->computed.felt;
    circle->computed.felt = site_now(site);
    if (ended.speaker == NOBODY) {
        seats_wait(conversation, circle, span);
    } else {
        seats_remember(conversation, circle);
        seats_hear(conversation, circle, span);
        seats_notice(conversation, circle);
        count_turn(conversation, circle);
        site_charge(site, circle->seats.count);
        MOMENT(site, turn_heard, circle, &ended);
        chronicle_tell(site, ended.is_new ? TOLD_TURN_NEW : TOLD_TURN, ended.speaker, circle->id.number,
                       sim_hours(ended.length));
    }
    if (circle->manner->floor->stacked)
        raise_hands(conversation, circle, span);
    circle->guide->channel_free(site, circle, &ended);
}
