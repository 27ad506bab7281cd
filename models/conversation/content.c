#include "conversation/conversation_parts.h"
#include "conversation/rules.h"
#include "conversation/seats.h"

/* What the person in the seat knows of what is talked about. */
static struct facet_set facets_of_seat(const struct conversation *conversation, const struct circle *circle,
                                       uint32_t seat)
{
    struct facet_set known = seat_facets(&circle->seats, conversation->words, seat);
    return facet_and(&known, &circle->about);
}

static void say_one(struct circle *circle, const struct facet_set *from, uint32_t count, struct draw *draw)
{
    circle->channel.turn.facet[0] = (uint16_t)facet_pick(from, draw_below(draw, count));
    circle->channel.turn.said = 1;
}

/* What the speaker would say of `unvoiced`: with the chance of advocacy only what fits her own position. */
static struct facet_set advocated(const struct conversation *conversation, const struct circle *circle,
                                  uint32_t seat, struct facet_set unvoiced, struct draw *draw)
{
    if (draw_uniform(draw) >= conversation->settings->advocacy)
        return unvoiced;
    struct facet_set in_favour = facets_for(circle->matter);
    bool supports = circle->seats.mind.opinion[seat] >= 0.5F;
    return supports ? facet_and(&unvoiced, &in_favour) : facet_without(&unvoiced, &in_favour);
}

static void say_new_or_repeat(const struct conversation *conversation, struct circle *circle, uint32_t seat,
                              struct draw *draw)
{
    struct facet_set known = facets_of_seat(conversation, circle, seat);
    struct facet_set voiced = facet_and(&known, &circle->talk.voiced);
    uint32_t old = facet_count(&voiced);
    if (old > 0 && draw_uniform(draw) < conversation->settings->repeat) {
        say_one(circle, &voiced, old, draw);
        return;
    }
    struct facet_set unvoiced = facet_without(&known, &circle->talk.voiced);
    struct facet_set chosen = advocated(conversation, circle, seat, unvoiced, draw);
    uint32_t fresh = facet_count(&chosen);
    if (fresh > 0) {
        say_one(circle, &chosen, fresh, draw);
        circle->channel.turn.is_new = true;
    }
}

static void say_anything_known(const struct conversation *conversation, struct circle *circle, uint32_t seat,
                               struct draw *draw)
{
    struct facet_set known = facets_of_seat(conversation, circle, seat);
    uint32_t count = facet_count(&known);
    if (count == 0)
        return;
    say_one(circle, &known, count, draw);
    circle->channel.turn.is_new = !facet_in(&circle->talk.voiced, circle->channel.turn.facet[0]);
}

static const struct content_rule content_new_or_repeat = {
    .choice = {"new-or-repeat", "now and then something already voiced, else something nobody voiced here",
               "Stasser & Titus 1987, doi:10.1037/0022-3514.53.1.81"},
    .say = say_new_or_repeat,
};

static const struct content_rule content_with_replacement = {
    .choice = {"with-replacement", "any facet the speaker knows, voiced or not",
               "collective information sampling with replacement, after Stasser & Titus 1987"},
    .say = say_anything_known,
};

const struct choice *const content_rules[] = {&content_new_or_repeat.choice, &content_with_replacement.choice,
                                              NULL};
