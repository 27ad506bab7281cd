/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef SPARKS_NUMBERS_H
#define SPARKS_NUMBERS_H

#include "numbering.h"

enum { SPARKS_NUMBER = 30, SPARKS_LUCK = LUCK_OF(SPARKS_NUMBER) };

enum sparks_event {
    EVENT_ROUTE_IS_DUE =
        EVENTS_OF(SPARKS_NUMBER), /* a group chooses, sparks are harvested, one comes from outside */
    EVENT_SPARK_CALLED,           /* somebody may call others together */
    EVENT_SPARK_STALE,            /* it has waited for approval for too long */
    EVENT_SPARK_COMES,            /* an announcement of another site arrives */
    EVENT_SPARK_PASSED,           /* somebody of another site passes a spark on */
    EVENT_SPARK_BURNS,            /* an active person passes it on, or it fades */
    EVENT_SPARK_GIVES,            /* an active person contributes to the inquiry */
    EVENT_SPARKS_READ,            /* somebody may read what was posted */
    EVENT_SILENCE_ENDS,           /* readers have had time to object */
    EVENT_MINDS_CARRIED,          /* what a traveller was active on comes after her */
    EVENT_SPARK_CARRIED,          /* a spark that she has in mind does */
    EVENT_BURNING_CARRIED,        /* and that she is active on it */
};

/* Beside each: the entity and the occasion. */
// clang-format off
enum sparks_draw {
    DRAW_ROUTE_TIME = SPARKS_LUCK + 1, /* site, route: when it is due for the first time */
    DRAW_SPARK_KIND,                   /* site, number of the spark: its kind, and whether it takes the common concept */
    DRAW_SPARK_HEARD,                  /* site, number of the hearing of many: who hears it, and what she makes of it */
    DRAW_SPARK_CALL,                   /* site, twice the number of the candidate, and one more: when; who calls, and whom she asks */
    DRAW_SPARK_POST,                   /* site, number of the spark: whether it is posted */
    DRAW_SPARK_LIFE,                   /* site, number of the active person: for how long, and how many she tells */
    DRAW_SPARK_ZEAL,                   /* person of a site: how many she tells, against others */
    DRAW_SPARK_PASS,                   /* site, number of the passing: when; to whom, and what she makes of it */
    DRAW_SPARK_PUBLIC,                 /* site, number of the cascade among the public */
    DRAW_SPARK_GIVES,                  /* site, number of the contribution: when; what */
    DRAW_SPARK_READ,                   /* site, twice the number of the candidate, and one more: when; who, and what she makes of it */
    DRAW_SPARK_OBJECT,                 /* site, number of the reading of a spark: whether she objects */
    DRAW_SPARK_SITES,                  /* site, number of the announcement: which other sites hear of it */
};
// clang-format on

#endif
