/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets LINKS_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef LINKS_NUMBERS_H
#define LINKS_NUMBERS_H

#include "numbering.h"

enum { LINKS_NUMBER = 7, LINKS_LUCK = LUCK_OF(LINKS_NUMBER) };

// clang-format off
enum links_event {
    EVENT_GROUP_SEEKS = EVENTS_OF(LINKS_NUMBER),        /* a group looks for another one */
    EVENT_LINK_SOUGHT,        /* a group of some site looks for one here */
    EVENT_LINK_MADE,          /* it found one, and that has made its end of the link */
    EVENT_LINK_ENDED,         /* the other end is gone */
    EVENT_LINK_FADES,         /* nobody called for too long */
    EVENT_LINK_CALLS,         /* the time to invite the other group to a call */
    EVENT_LINK_INVITED,       /* an invitation comes */
    EVENT_LINK_TOLD,          /* what the other group knows, and whether it talks */
    EVENT_GROUP_CALLED,       /* a group is to go over to another one */
    EVENT_EXPERT_COMES,       /* a group may meet one */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum links_draw {
    DRAW_SEEKING = 64,         /* group, number of the seek: when */
    DRAW_SEEK = 65,            /* group, number of the seek: at which site */
    DRAW_PARTNER = 66,         /* group that seeks, number of the seek: who is found */
    DRAW_FADING = 67,          /* link, calls so far */
    DRAW_CALL_HOUR = 68,       /* link, 0 */
    DRAW_FOLLOWING = 69,       /* group, person: whether she goes over with it */
    DRAW_EXPERT = 72,          /* group, twice the number of the meeting, and one more: when; whether, and what */
};
// clang-format on

#endif
