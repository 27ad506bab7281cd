#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/hearing.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "conversation/seats.h"
#include "parts.h"

struct ending_card {
    uint32_t circle, generation;
};

static void schedule_ending(struct site *site, struct circle *circle)
{
    struct ending_card card = {circle->index, circle->generation};
    circle->turn.began = site_now(site);
    circle->busy = true;
    circle->ending =
        site_schedule(site, circle->turn.began + circle->turn.length, EVENT_CHANNEL_FREE, &card, sizeof card);
}

void circle_pause(struct site *site, struct circle *circle, sim_time length)
{
    require(!circle->busy);
    circle->turn = (struct turn){.speaker = NOBODY, .length = length > 0 ? length : 1};
    schedule_ending(site, circle);
}

static void queue_up(struct arena *arena, struct circle *circle, uint32_t person)
{
    if (circle->queued == circle->queue_room) {
        uint32_t larger = circle->queue_room == 0 ? 8 : circle->queue_room * 2;
        uint32_t *queue = ARENA_NEW(arena, uint32_t, larger);
        if (circle->queued > 0)
            memcpy(queue, circle->queue, circle->queued * sizeof *queue);
        circle->queue = queue;
        circle->queue_room = larger;
    }
    circle->queue[circle->queued++] = person;
}

/* Hands go up as a Poisson process, `hands` per hour and bid; who raises which is drawn in proportion to
 * bids. */
static void raise_hands(struct conversation *conversation, struct circle *circle, sim_time span)
{
    struct seats *seats = &circle->seats;
    double total = 0;
    for (uint32_t i = 0; i < seats->count; i++) {
        seats->bid[i] *= 1.0F - seats->hand[i];
        total += (double)seats->bid[i];
    }
    struct draw draw = draw_for(conversation->luck, DRAW_HANDS, circle->luck, circle->turns);
    uint64_t hands =
        total > 0 ? draw_poisson(&draw, conversation->settings->hands * total * sim_hours(span)) : 0;
    for (; hands > 0; hands--) {
        double at = draw_uniform(&draw) * total, sum = 0;
        for (uint32_t i = 0; i < seats->count; i++) {
            sum += (double)seats->bid[i];
            if (at >= sum || seats->hand[i] > 0)
                continue;
            if (seats->bid[i] > 0) {
                seats->hand[i] = 1.0F;
                queue_up(conversation->arena, circle, seats->person[i]);
            }
            break;
        }
    }
}

/* The open floor: nobody follows herself, and the speaker before last is favoured (Stasser & Taylor 1991). */
static void favour_returns(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    if (circle->last != NOBODY)
        seats->bid[conversation->seat[circle->last]] = 0.0F;
    if (circle->before_last != NOBODY && circle->before_last != circle->last)
        seats->bid[conversation->seat[circle->before_last]] *= (float)conversation->settings->recency;
}

static sim_time gap_of(const struct conversation *conversation, const struct circle *circle)
{
    return circle->manner->floor->stacked ? conversation->settings->gap_stack
                                          : conversation->settings->gap_circle;
}

static sim_time turn_length(struct site *site, struct circle *circle, struct draw *draw)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    const struct conversation_settings *settings = conversation->settings;
    double hours = draw_gamma(draw, sim_hours(settings->facet_minutes), settings->turn_cv);
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
        sum += (double)circle->seats.tension[i];
    struct draw draw = draw_for(conversation->luck, DRAW_OUTBURST, circle->luck, circle->turns);
    if (draw_uniform(&draw) >= tension->outburst * sum / circle->seats.count)
        return 0;
    circle->tally->outbursts++;
    chronicle_tell(site, TOLD_OUTBURST, circle->turn.speaker, circle->number, NAN);
    return tension->outburst_length;
}

bool circle_next_turn(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    struct seats *seats = &circle->seats;
    require(circle->open && !circle->busy);
    if (seats->count < 2)
        return false;
    struct draw draw = draw_for(conversation->luck, DRAW_TURN, circle->luck, circle->turns);
    seats_bid(conversation, circle);
    const struct floor_rule *floor = circle->manner->floor;
    if (floor->stacked && circle->queued == 0)
        floor = floor_without_hands();
    if (!floor->stacked)
        favour_returns(conversation, circle);
    uint32_t seat = floor->next(conversation, circle, &draw);
    if (seat >= seats->count)
        return false;
    circle->turn = (struct turn){.speaker = seats->person[seat]};
    circle->turn.length = turn_length(site, circle, &draw) + outburst(site, circle);
    if (circle->matter != NULL && circle->manner->shares == SHARE_FACETS)
        conversation->settings->content->say(conversation, circle, seat, &draw);
    schedule_ending(site, circle);
    return true;
}

void circle_give_floor(struct site *site, struct circle *circle, uint32_t person, sim_time length,
                       uint32_t most)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(circle->open && !circle->busy && circle_of(conversation, person) == circle);
    circle->turn = (struct turn){.speaker = person, .length = length > 0 ? length : 1};
    if (circle->matter != NULL) {
        struct facet_set known = seat_facets(&circle->seats, conversation->words, conversation->seat[person]);
        known = facet_and(&known, &circle->about);
        struct facet_set fresh = facet_without(&known, &circle->voiced);
        uint32_t left = facet_count(&fresh);
        struct draw draw = draw_for(conversation->luck, DRAW_REPORT, circle->luck, circle->turns);
        most = most < MOST_SAID ? most : MOST_SAID;
        for (; circle->turn.said < most && left > 0; left--) {
            uint32_t facet = facet_pick(&fresh, draw_below(&draw, left));
            fresh.word[facet / 64] &= ~(UINT64_C(1) << (facet % 64));
            circle->turn.facet[circle->turn.said++] = (uint16_t)facet;
            circle->turn.is_new = true;
        }
    }
    schedule_ending(site, circle);
}

static void count_turn(struct conversation *conversation, struct circle *circle)
{
    struct tally *tally = circle->tally;
    uint32_t speaker = circle->turn.speaker, size = circle->seats.count;
    uint32_t seat = conversation->seat[speaker];
    person_spoke(conversation->people, speaker, circle->turn.length,
                 circle->turn.began + circle->turn.length);
    circle->seats.joined_turns[seat]++; /* one does not hear oneself */
    circle->turns++;
    tally->turns++;
    tally->hearings += size - 1;
    tally->talk_time += circle->turn.length;
    tally->novel += circle->turn.is_new ? 1 : 0;
    circle->novel += circle->turn.is_new ? 1 : 0;
    if (circle->before_last != NOBODY && circle->last != NOBODY) {
        tally->returnable++;
        tally->returns += circle->before_last == speaker ? 1 : 0;
    }
    circle->dull = circle->turn.is_new ? 0 : circle->dull + 1;
    circle->before_last = circle->last;
    circle->last = speaker;
}

void on_channel_free(struct site *site, const struct event *event)
{
    struct ending_card card;
    event_read(event, &card, sizeof card);
    struct conversation *conversation = conversation_of(parts_of(site));
    struct circle *circle = conversation->circles[card.circle];
    require(circle->open && circle->generation == card.generation && circle->busy);
    circle->busy = false;
    struct turn ended = circle->turn;
    sim_time span = site_now(site) - circle->felt;
    circle->felt = site_now(site);
    if (ended.speaker == NOBODY) {
        seats_wait(conversation, circle, span);
    } else {
        seats_hear(conversation, circle, span);
        count_turn(conversation, circle);
        site_charge(site, circle->seats.count);
        chronicle_tell(site, ended.is_new ? TOLD_TURN_NEW : TOLD_TURN, ended.speaker, circle->number,
                       sim_hours(ended.length));
    }
    if (circle->manner->floor->stacked)
        raise_hands(conversation, circle, span);
    circle->guide->channel_free(site, circle, &ended);
}
