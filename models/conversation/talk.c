/* Plain talk, and circles that fall apart when nobody facilitates them. */
#include "conversation/talk.h"
#include "base/require.h"
#include "conversation/conversation_parts.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "parts.h"

/* How long a circle in which nobody wants to speak stays silent before the floor is offered again. */
static const sim_time silence = SIM_MINUTE;

static struct circle *sibling_with_room(struct conversation *conversation, const struct circle *circle)
{
    for (uint32_t i = 0; i < conversation->circles.count; i++) {
        struct circle *other = conversation->circles.all[i];
        if (other != circle && other->open && other->id.group == circle->id.group && other->seats.count > 0 &&
            other->seats.count < conversation->settings->split_above)
            return other;
    }
    return NULL;
}

void circle_wake(struct site *site, struct circle *circle)
{
    if (circle->channel.busy || circle->seats.count < 2)
        return;
    struct turn none = {.speaker = NOBODY};
    circle->guide->channel_free(site, circle, &none);
}

/* A circle that grew beyond what one channel holds without a facilitator falls into two
 * (Dunbar et al. 1995). */
void circle_fall_apart(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    uint32_t half = circle->seats.count / 2; /* so there is always somebody who does not hold it */
    uint32_t luck = circle->id.luck + (circle->id.generation << 20) + circle->talk.turns;
    struct circle *other = circle_open_beside(conversation, circle, luck, half, site_now(site));
    for (uint32_t i = 0; i < half; i++) {
        uint32_t last = circle->seats.count - 1;
        uint32_t person =
            circle->seats.person[circle->seats.person[last] == circle->held.by ? last - 1 : last];
        circle_leave(site, circle, person);
        circle_join(site, other, person);
    }
    circle_wake(site, other);
}

static bool slips_apart(const struct conversation *conversation, const struct circle *circle)
{
    if (!circle->held.needed || circle_holds_itself(circle))
        return false;
    struct draw draw = draw_for(conversation->luck, DRAW_APART, circle->id.luck, circle->talk.turns);
    return draw_uniform(&draw) < (double)circle->held.slip * (1.0 - (double)circle->held.skill);
}

void circle_talk_on(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    int64_t most = conversation->settings->split_above;
    if (circle_is_together(circle)) {
        if (circle->seats.count > most && slips_apart(conversation, circle))
            circle_fall_apart(site, circle);
    } else {
        while (circle->seats.count > most)
            circle_fall_apart(site, circle);
        struct circle *other = circle->seats.count == 1 ? sibling_with_room(conversation, circle) : NULL;
        if (other != NULL) {
            uint32_t person = circle->seats.person[0];
            circle_leave(site, circle, person);
            circle_join(site, other, person);
            circle_wake(site, other);
        }
    }
    if (circle->channel.busy || circle->seats.count < 2)
        return;
    if (!circle_next_turn(site, circle))
        circle_pause(site, circle, silence);
}

static void talk_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    (void)ended;
    circle_talk_on(site, circle);
}

const struct guide guide_talk = {.channel_free = talk_on};
