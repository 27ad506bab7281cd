/* A session: people who come together and go through the stages of a method.
 *
 * Several sessions of one site may be held at the same time: an assembly of the calendar, meetings of working
 * groups, a call of two delegates. Each has its own people, circles, postings, luck and clock, and a person
 * is in one session at most (`people->at`), so that a session changes no number of another one with other
 * people. Events carry the slot of a session and its number: a slot is used again, a number is not.
 *
 * The sessions of the calendar share slot 0 and do not overlap; all others are convened
 * (gathering/convening.h) and are counted apart.
 */
#ifndef GATHERING_SESSION_H
#define GATHERING_SESSION_H

#include "gathering/method.h"
#include "people/people.h"

struct calendar_entry;

/* Who convened a session. Only the convener knows what the number `owner` means. */
enum session_owner {
    OWNER_NONE, /* the calendar */
    OWNER_GROUP,
    OWNER_LINK,
    OWNER_SPARK,
};

struct posting {
    struct matter *matter; /* NULL: it was decided and released */
    uint32_t slot;
    uint32_t aspect, poster; /* of an inquiry: what of it, and who cares for it; else NOBODY */
};

struct report {
    struct matter *matter;
    struct facet_set voiced;
    uint32_t host;
};

struct gathering_tally {
    uint64_t sessions, heads; /* heads: people who came, over all sessions */
    int64_t session_time;     /* microseconds */
    int64_t people_time;      /* microseconds that people were present, added up */
    uint64_t moves, postings, reports;
    uint64_t went_home;     /* out of energy */
    uint64_t middles;       /* sessions in which people sat in the middle and around */
    uint64_t inside;        /* people who sat in the middle of them at least once, added up */
    uint64_t stayed_for;    /* sessions in which at least one person stayed to the end */
    double energy_at_close; /* mean energy at the end of each of these, added up */
};

/* Where a session comes from. Written when it opens, by opening.c and convening.c. */
struct session_origin {
    uint32_t of_calendar;   /* counts those of the calendar from 1; 0: convened */
    uint32_t in_hour;       /* sessions of the calendar that opened before it in the same hour */
    uint32_t owner_kind;    /* enum session_owner */
    uint32_t owner;         /* a number of the convener */
    struct matter *own;     /* what it was convened about; may be NULL */
    struct facet_set about; /* facets of its matters that are talked about */
    const struct calendar_entry *entry;
    uint32_t luck; /* entity of its draws */
};

/* The stage that it is in. Written by session.c; `until` also by stage.c. */
struct session_at {
    uint32_t stage, round;
    uint32_t serial; /* names the stage and round that a timer belongs to; never repeats in a slot */
    sim_time began;  /* this round of it */
    sim_time until;  /* SIM_NEVER when the stage has no end of its own */
    bool confers;    /* delegates are with their groups; written by conferring.c */
};

/* Who is present. Written by attending.c, and by convening.c where too few come; its room by gathering.c. */
struct session_here {
    uint32_t *people;
    uint32_t count, room;
    sim_time presence; /* time of those who have left, added up */
};

/* Its circles. Written by circles.c; `aside` by company.c. */
struct session_circles {
    struct circle **all;
    uint32_t count, room;
    uint32_t *hosts; /* of the circles of the round before; NOBODY where she left */
    uint32_t host_count;
    uint32_t *callers; /* hosts of the circles that people last sat in, of those rounds that had several */
    uint32_t caller_count;
    uint32_t opened; /* so far */
    bool aside; /* these are closed without a trace: those of before are the circles of the round before */
};

/* What was announced in a market, and the slots over which it is spread. Written by verbs.c; `slots` by
 * session.c. A matter that is released is taken out by gathering.c. */
struct session_market {
    struct posting *postings;
    uint32_t room, posted;
    uint32_t slot, slots; /* the present one; how many */
};

/* Reports of circles that were closed. Written by circles.c; `reported` by verbs.c. */
struct session_harvest {
    struct report *reports;
    uint32_t count;
    uint32_t reported; /* how many were heard; in a market, how many postings were announced */
};

/* Questions that it asks. Written by matters.c (`question`), circles.c (`count`) and inquiring.c (the
 * others). */
struct session_asked {
    struct matter *question;      /* one for all circles; NULL: none was asked */
    uint32_t count;               /* in a convened session: how many so far */
    const struct matter *inquiry; /* that was alive when it opened; NULL: none */
    uint32_t aspect;              /* of the inquiry, where it takes one after the other; else NOBODY */
};

/* What was done in it. Written by moving.c, stage.c and circles.c, a line each; `inside` by around.c. */
struct session_books {
    uint64_t moves;        /* drawn so far; names the next draw */
    uint64_t inside;       /* people who sat in the middle at least once */
    uint32_t chairs;       /* in the middle, taken so far */
    uint64_t taken_up;     /* proposals, in this round of the stage */
    uint64_t turns, novel; /* of circles that were closed; novel: something new to its circle was said */
};

/* Events that it waits for. Written by stage.c, attending.c and moving.c; cancelled by session.c. */
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
    struct gathering_tally *tally; /* of the calendar, or of convened sessions */
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
/* A person who is free comes late, and sits down in a circle if there is one. */
void session_join(struct site *site, struct session *session, uint32_t person);
/* A person goes, even during her turn, which is then heard by nobody. If fewer than two people are left, the
 * session ends, in an event of its own: it is still open when this returns. */
void session_leave(struct site *site, struct session *session, uint32_t person);

struct circle *session_open_circle(struct site *site, struct session *session, struct matter *matter,
                                   const struct guide *guide, uint32_t room);
/* The people of the pieces that a circle fell into sit down together again in this circle. */
void session_gather_pieces(struct site *site, struct session *session, struct circle *circle);
/* Closes all circles of the session, and notes what each would report and who was its host. */
void session_close_circles(struct site *site, struct session *session);
/* Seats everybody by the seating rule of the stage. */
void session_seat(struct site *site, struct session *session);
/* A proposal is taken up in one of its circles. */
void session_takes_up(struct session *session);
/* The verb has nothing more to do in this stage. */
void session_stage_done(struct site *site, struct session *session);
/* The stage lasts until `instant`. */
void session_end_stage_at(struct site *site, struct session *session, sim_time instant);
/* The session ends now, whatever its stage. Must not be called from inside an event of the session, such as
 * the end of a turn. */
void session_break_off(struct site *site, struct session *session);
void session_send_tired_home(struct site *site, struct session *session);
uint32_t session_presenter(struct site *site, const struct session *session, const struct matter *matter);
/* Who calls for what was posted: of an aspect who posted it, else who presents the matter. NOBODY: it is
 * over, she has gone home, or all have. */
uint32_t session_caller(struct site *site, const struct session *session, const struct posting *posting);
struct matter *session_ask(struct site *site, struct session *session);
/* One of its circles, drawn by interest and novelty (or uniformly), for a person who looks for one. */
struct circle *session_choose_circle(struct site *site, struct session *session, uint32_t person,
                                     struct draw *draw);
/* What people here know of the inquiry that the session is about; NULL: it is about none, or that is not
 * alive here. */
struct matter *session_inquiry(struct site *site, const struct session *session);
void session_start_moving(struct site *site, struct session *session);
/* Whether delegates talk with their groups in this stage. They get up and sit down with those of their group
 * who are there, in circles of their own; later they come back. Nothing else changes in the session. */
bool session_confers(struct site *site, const struct session *session);
void session_confer_begin(struct site *site, struct session *session);
void session_confer_end(struct site *site, struct session *session);

#endif
