/* Plain talk, and circles that fall apart when nobody facilitates them. */
#include "conversation/talk.h"
#include "base/require.h"
#include "conversation/conversation_parts.h"
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
    uint32_t half = circle->seats.count / 2;
    uint32_t luck = circle->id.luck + (circle->id.generation << 20) + circle->talk.turns;
    struct circle *other = circle_open_beside(conversation, circle, luck, half, site_now(site));
    for (uint32_t i = 0; i < half; i++) {
        uint32_t person = circle->seats.person[circle->seats.count - 1];
        circle_leave(site, circle, person);
        circle_join(site, other, person);
    }
    circle_wake(site, other);
}

void circle_talk_on(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    if (!circle->manner->facilitated) {
        while (circle->seats.count > conversation->settings->split_above)
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
