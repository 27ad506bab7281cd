/* A session: people who come together and go through the stages of a method.
 *
 * Sessions of one site go on side by side: an assembly of the calendar, meetings of working groups, a call of
 * two delegates. Each has its own people, circles, postings, luck and clock, and a person is in one session
 * at most (`people->at`), so that what one does changes no number of another with other people. Events carry
 * the slot of a session and its number: a slot is used again, a number never.
 *
 * The sessions of the calendar share slot 0 and do not overlap; all others are convened
 * (gathering/convening.h) and have books of their own.
 */
#ifndef GATHERING_SESSION_H
#define GATHERING_SESSION_H

#include "gathering/method.h"
#include "people/people.h"

struct calendar_entry;

/* Who convened a session. What the number `owner` means is the convener's own. */
enum session_owner {
    OWNER_NONE, /* the calendar */
    OWNER_GROUP,
    OWNER_LINK,
};

struct posting {
    struct matter *matter; /* NULL once it is decided and gone */
    uint32_t slot;
};

struct report {
    struct matter *matter;
    struct facet_set voiced;
    uint32_t host;
};

struct gathering_tally {
    uint64_t sessions, heads; /* heads: people who came, over all sessions */
    int64_t session_time;     /* microseconds */
    int64_t people_time;      /* presence */
    uint64_t moves, postings, reports;
    uint64_t went_home;     /* out of energy */
    uint64_t stayed_for;    /* sessions that somebody stayed to the end of */
    double energy_at_close; /* mean of each of these, summed */
};

/* Where a session comes from; set when it opens. */
struct session_origin {
    uint32_t of_calendar;   /* counts those of the calendar from 1; 0: convened */
    uint32_t in_hour;       /* sessions of the calendar that opened before it in the same hour */
    uint32_t owner_kind;    /* enum session_owner */
    uint32_t owner;         /* the convener's own */
    struct matter *own;     /* what it was convened about; may be NULL */
    struct facet_set about; /* facets of its matters that are talked about */
    const struct calendar_entry *entry;
    uint32_t luck; /* entity of its draws */
};

/* The stage that it is in; written by session.c and stage.c. */
struct session_at {
    uint32_t stage, round;
    uint32_t serial; /* names the stage and round that a timer belongs to; never repeats in a slot */
    sim_time until;  /* SIM_NEVER when the stage has no end of its own */
};

/* Who is present; written by attending.c. */
struct session_here {
    uint32_t *people;
    uint32_t count, room;
    sim_time presence; /* of those who have left, added up */
};

/* Its circles; written by circles.c. */
struct session_circles {
    struct circle **all;
    uint32_t count, room;
    uint32_t *hosts; /* of the circles of the round before; NOBODY where she left */
    uint32_t host_count;
    uint32_t opened; /* so far */
};

/* What was announced, and the slots over which it is spread. */
struct session_market {
    struct posting *postings;
    uint32_t room, posted;
    uint32_t slot, slots; /* the one that is on; all */
};

/* Reports of circles that were closed. */
struct session_harvest {
    struct report *reports;
    uint32_t count;
    uint32_t reported; /* of these, or of what is announced in a market */
};

/* Questions that it asks. */
struct session_asked {
    struct matter *question; /* that all circles share */
    uint32_t count;          /* where it was convened */
};

/* What was done in it. */
struct session_books {
    uint64_t moves;
    uint64_t taken_up;     /* proposals, in this round of the stage */
    uint64_t turns, novel; /* of circles that were closed; novel: something new to its circle was said */
};

struct session_timers {
    struct event_ticket stage, session, move;
};

struct session {
    bool open;
    uint32_t slot;
    uint32_t number;       /* counts the sessions of a site from 1 */
    sim_time opened, ends; /* ends 0: when the method is done */
    struct session_origin origin;
    struct session_at at;
    struct session_here here;
    struct session_circles circles;
    struct session_market market;
    struct session_harvest harvest;
    struct session_asked asked;
    struct session_books books;
    struct gathering_tally *tally; /* where it is counted */
    struct session_timers timers;
    struct session *spare;
};

const struct stage *session_stage(const struct session *session);
/* The session that a circle belongs to; NULL for one that was opened outside sessions. */
static inline struct session *circle_session(const struct circle *circle)
{
    return circle->process;
}

static inline bool session_has(const struct people *people, const struct session *session, uint32_t person)
{
    return people->at[person] == session->slot + 1;
}

/* Time that people have spent in it so far, added up. */
sim_time session_presence(struct site *site, const struct session *session);
/* Somebody who is free comes later, and sits down in a circle where there are some. */
void session_join(struct site *site, struct session *session, uint32_t person);
/* Somebody goes, even in the midst of her turn, which is then heard by nobody. A session that fewer than two
 * are left in is over (in an event of its own, so the session is still there afterwards). */
void session_leave(struct site *site, struct session *session, uint32_t person);

struct circle *session_open_circle(struct site *site, struct session *session, struct matter *matter,
                                   const struct guide *guide, uint32_t room);
/* Those who fell apart into circles of their own sit down together again. */
void session_gather_pieces(struct site *site, struct session *session, struct circle *circle);
/* Closes all circles of the session, keeping what they would report and who was their host. */
void session_close_circles(struct site *site, struct session *session);
/* Seats everybody by the stage's seating rule. */
void session_seat(struct site *site, struct session *session);
/* A proposal is taken up in one of its circles. */
void session_takes_up(struct session *session);
/* The verb has nothing more to do in this stage. */
void session_stage_done(struct site *site, struct session *session);
/* The stage lasts until `instant`. */
void session_end_stage_at(struct site *site, struct session *session, sim_time instant);
/* The session is over now, whatever was going on. Not from inside of what goes on in it. */
void session_break_off(struct site *site, struct session *session);
void session_send_tired_home(struct site *site, struct session *session);
uint32_t session_presenter(struct site *site, const struct session *session, const struct matter *matter);
struct matter *session_ask(struct site *site, struct session *session);
/* A circle of those now open, drawn by interest and novelty (or uniformly), for somebody who walks. */
struct circle *session_choose_circle(struct site *site, struct session *session, uint32_t person,
                                     struct draw *draw);
void session_start_moving(struct site *site, struct session *session);

#endif
