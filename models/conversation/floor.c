#include "conversation/conversation_parts.h"
#include "conversation/rules.h"

#include "base/require.h"

/* A seat with probability in proportion to its bid; seats.count when all bids are zero. */
static uint32_t seat_by_bid(const struct seats *seats, struct draw *draw)
{
    double total = 0;
    for (uint32_t i = 0; i < seats->count; i++)
        total += (double)seats->wish.bid[i];
    if (!(total > 0))
        return seats->count;
    double at = draw_uniform(draw) * total;
    double sum = 0;
    uint32_t last = seats->count;
    for (uint32_t i = 0; i < seats->count; i++) {
        if (seats->wish.bid[i] <= 0)
            continue;
        sum += (double)seats->wish.bid[i];
        last = i;
        if (at < sum)
            break;
    }
    return last;
}

static uint32_t floor_open_next(struct conversation *conversation, struct circle *circle, struct draw *draw)
{
    (void)conversation;
    return seat_by_bid(&circle->seats, draw);
}

static uint32_t take_from_queue(struct conversation *conversation, struct circle *circle, uint32_t position)
{
    uint32_t person = circle->channel.queue[position];
    for (uint32_t i = position + 1; i < circle->channel.queued; i++)
        circle->channel.queue[i - 1] = circle->channel.queue[i];
    circle->channel.queued--;
    uint32_t seat = conversation->sits.seat[person];
    require(circle->seats.person[seat] == person);
    circle->seats.wish.hand[seat] = 0.0F;
    return seat;
}

static uint32_t floor_stack_next(struct conversation *conversation, struct circle *circle, struct draw *draw)
{
    (void)draw;
    return take_from_queue(conversation, circle, 0);
}

static uint32_t floor_progressive_next(struct conversation *conversation, struct circle *circle,
                                       struct draw *draw)
{
    (void)draw;
    const int64_t *spoke = conversation->people->books.spoke;
    uint32_t least = 0;
    for (uint32_t i = 1; i < circle->channel.queued; i++)
        if (spoke[circle->channel.queue[i]] < spoke[circle->channel.queue[least]])
            least = i;
    return take_from_queue(conversation, circle, least);
}

static uint32_t floor_round_next(struct conversation *conversation, struct circle *circle, struct draw *draw)
{
    (void)draw;
    for (uint32_t passed = 0; passed < circle->seats.count; passed++) {
        uint32_t seat = circle->channel.ring++ % circle->seats.count;
        if (!circle_has_behind(conversation, circle, circle->seats.person[seat]))
            return seat;
    }
    return circle->seats.count;
}

/* The piece goes round; a person who does not want to speak before so many listeners passes it on. */
static uint32_t floor_piece_next(struct conversation *conversation, struct circle *circle, struct draw *draw)
{
    const struct seats *seats = &circle->seats;
    for (uint32_t passed = 0; passed < seats->count; passed++) {
        uint32_t seat = circle->channel.ring++ % seats->count;
        float propensity = conversation->people->voice.propensity[seats->person[seat]];
        double willing = (double)(seats->wish.talk[seat] / propensity);
        if (draw_uniform(draw) < willing)
            return seat;
    }
    return seats->count;
}

// clang-format off
static const struct floor_rule floor_open        = {{"open", "speakers select themselves", "Stephan & Mishler 1952; Stasser & Taylor 1991, doi:10.1037/0022-3514.60.5.675"}, false, false, floor_open_next};
static const struct floor_rule floor_stack       = {{"stack", "raised hands queue, first come first; where none is up, speakers select themselves", "facilitation guides of the New York assembly, 2011"}, true, false, floor_stack_next};
static const struct floor_rule floor_progressive = {{"progressive-stack", "raised hands queue, who spoke least comes first; where none is up, speakers select themselves", "facilitation guides of the New York assembly, 2011"}, true, false, floor_progressive_next};
static const struct floor_rule floor_round       = {{"round", "everybody in turn", "Owen 2008, Open Space Technology"}, false, false, floor_round_next};
static const struct floor_rule floor_piece       = {{"talking-piece", "a piece goes round; who holds it speaks or passes it on", "Baldwin 1998, Calling the Circle"}, false, false, floor_piece_next};
static const struct floor_rule floor_mic         = {{"open-mic", "people line up at a microphone, one short turn each", "Oakland forums, 2011-12"}, true, true, floor_stack_next};
// clang-format on

const struct floor_rule *floor_without_hands(void)
{
    return &floor_open;
}

const struct choice *const floor_rules[] = {&floor_open.choice,
                                            &floor_stack.choice,
                                            &floor_progressive.choice,
                                            &floor_round.choice,
                                            &floor_piece.choice,
                                            &floor_mic.choice,
                                            NULL};
