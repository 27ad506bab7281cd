/* A session as it happened, in words, and with a bar for each circle. */
#ifndef ANALYSIS_FOLLOWED_TEXT_H
#define ANALYSIS_FOLLOWED_TEXT_H

#include "analysis/numbers/followed.h"
#include "base/text.h"

/* What is told of, beside the session itself. */
struct followed_told {
    const struct followed_session *session;
    const struct followed_stage_words *stages; /* of the method, by number */
    size_t stage_count;
    const char *scenario, *design, *site, *method; /* titles and names */
    long number, replication;
    int first_weekday; /* of the day on which the scenario begins */
};

/* Circles that are shown one by one in a stage; the others are told of together. */
enum { CIRCLES_SHOWN = 6, SPEAKERS_NAMED = 3, STEPS_NAMED = 8 };

/* "Session 4 of Liberty Plaza, run 17 of the design ..., Sunday, day 7, at 10:00: Open Space decides". */
void followed_say_heading(const struct followed_told *told, struct text *out);
/* "129 came, 3 later, 118 stayed to the end; ...". */
void followed_say_sums(const struct followed_told *told, struct text *out);
/* "10:25 to 11:25, first session (round 1): circles talk". */
void followed_say_stage(const struct followed_told *told, const struct said_stage *stage, struct text *out);
/* What happened in the stage beside its circles; "" for nothing. */
void followed_say_beside(const struct said_stage *stage, struct text *out);
/* "circle 3, 12 people, on proposal 14: person 17 spoke 12 min in 9 turns, ...; 6 facets new to the circle".
 */
void followed_say_circle(const struct said_stage *stage, const struct said_circle *circle, struct text *out);
/* Circles beyond the first `shown` of a stage, together; "" where there are none. */
void followed_say_others(const struct said_stage *stage, size_t shown, struct text *out);

/* The whole session for a terminal. */
void followed_say(const struct followed_told *told, size_t width, struct text *out);

#endif
