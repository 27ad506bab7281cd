/* One session as it happened, put in order: stages, their circles, who spoke how long in each. */
#ifndef ANALYSIS_FOLLOWED_H
#define ANALYSIS_FOLLOWED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* What happened, by the names of the table `followed`. */
enum followed_what {
    SESSION_BEGINS,
    STAGE_BEGINS,
    SITS_DOWN,
    TURN,
    TURN_STRAYS,
    CIRCLE_CLOSES,
    POSTED,
    CONSENSUS_CALLED,
    DECIDED,
    TABLED,
    SESSION_ENDS,
    FOLLOWED_OTHER
};
enum followed_about { TALKS_OF_NOTHING, TALKS_OF_PROPOSAL, TALKS_OF_QUESTION, TALKS_OF_INQUIRY };

enum followed_what followed_named(const char *name);

#define FOLLOWED_NONE (-1L)

struct followed_row {
    double time; /* hours since the scenario began */
    enum followed_what what;
    enum followed_about about;
    long stage, round, circle, who, matter; /* FOLLOWED_NONE: none */
    double amount;
    long facets;
};

struct followed_stage_words {
    const char *title, *meaning, *floor, *passes;
};

/* A turn on the bar of a circle. */
struct said_turn {
    double from, to; /* hours since the scenario began */
    size_t speaker;  /* place among the speakers of the circle */
    long facets;
    bool strays;
    enum followed_about about;
    long matter;
};

struct speaker {
    long person;
    double hours;
    size_t turns;
};

/* Something done with a proposal. */
struct said_step {
    enum followed_what what;
    long proposal;
    double amount, time;
};

/* A circle in one round of a stage. */
struct said_circle {
    long number;          /* within the session, from 1 */
    long at_end;          /* when it closed; FOLLOWED_NONE: it goes on in another round, or to the end */
    bool of_several;      /* it talked about one matter after the other */
    long people;          /* who sat there at any time in this round */
    long facets, strayed; /* new to the circle, in all; turns that strayed */
    double hours;         /* spoken */
    enum followed_about about;
    long matter, host;
    struct said_turn *turns;
    size_t turn_count;
    struct speaker *speakers; /* who spoke longest first */
    size_t speaker_count;
    struct said_step *steps;
    size_t step_count;
};

/* A round of a stage. */
struct said_stage {
    size_t stage, round; /* from 0 */
    double from, to;
    long people, posted;         /* posted: FOLLOWED_NONE where it is no market */
    size_t walks;                /* from one circle of this round to another */
    struct said_circle *circles; /* the largest first */
    size_t circle_count;
};

struct followed_session {
    const struct followed_row *rows;
    size_t row_count;
    struct said_stage *stages;
    size_t stage_count;
    double from, to;
    long came, stayed, late; /* late: sat down after others had begun */
    double hours;            /* spoken in all circles */
    size_t turns, decided;
    bool is_over;
};

/* Puts the rows in order; false where there is no session among them. */
bool followed_find(const struct followed_row *rows, size_t count, struct arena *arena,
                   struct followed_session *session);

#endif
