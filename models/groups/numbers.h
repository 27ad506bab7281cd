/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets GROUPS_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef GROUPS_NUMBERS_H
#define GROUPS_NUMBERS_H

#include "numbering.h"

enum { GROUPS_NUMBER = 6, GROUPS_LUCK = LUCK_OF(GROUPS_NUMBER) };

// clang-format off
enum groups_event {
    EVENT_PERSON_LOOKS = EVENTS_OF(GROUPS_NUMBER),  /* somebody without a group looks round for one */
    EVENT_GROUP_MEETS,        /* the hour of a meeting */
    EVENT_MEMBER_LEAVES,      /* somebody may leave */
    EVENT_MEMBER_JOINS,       /* somebody comes by chance */
    EVENT_GROUP_DISSOLVES,    /* one has had too few members for too long */
    EVENT_TASK_DONE,          /* a group has done its task */
    EVENT_GROUP_PLANS,        /* the hour of a planning */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum groups_draw {
    DRAW_CATEGORY = 28,        /* group, 0 */
    DRAW_FIRST_MEMBERS = 29,   /* site, 0: of groups that are there at first */
    DRAW_FIRST_TOPIC = 30,     /* group, 0 */
    DRAW_LEAVING = 31,         /* group, occasion: when somebody may leave */
    DRAW_LEAVER = 32,          /* group, occasion: who, and whether */
    DRAW_JOINING = 33,         /* group, occasion: when somebody comes by chance */
    DRAW_JOINER = 34,          /* group, occasion: who */
    DRAW_TASK = 38,            /* group, number of the task */
    DRAW_WORK = 39,            /* item of work, 0 */
    DRAW_PRACTICE = 50,        /* group, task and facet: who learns it in work */
    DRAW_MEETING_HOUR = 52,    /* group, 0: when it meets first; 1: when it plans first */
    DRAW_FIRST_VISIT = 53,     /* person, 0: when somebody who was there at first looks for a group first */
    DRAW_WELCOME = 54,         /* person, visit: whether the desk shows her round */
    DRAW_NOTICE = 55,          /* group, person and visit: whether she sees it by herself */
    DRAW_CONVERSION = 56,      /* person, visit: whether she joins */
    DRAW_MENTION = 57,         /* circle of a session, group and person: whether she hears of it */
    DRAW_ANNOUNCEMENT = 58,    /* circle of a session, person: whether she calls for a group */
    DRAW_RESPONSE = 59,        /* circle and who calls, person: whether she answers */
};
// clang-format on

#endif
