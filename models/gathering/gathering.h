/* Sessions: people come together by the calendar and go through the stages of a method. */
#ifndef GATHERING_GATHERING_H
#define GATHERING_GATHERING_H

#include "gathering/agenda.h"
#include "gathering/method.h"

struct gathering_settings {
    double topic_attraction; /* exponent of interest in the choice of a circle */
    double revisit;          /* weight of a circle where one has been */
    double two_feet;         /* rate per hour at which people change circles, where the method lets them */
    bool partners;           /* keep books of who sat with whom */
};

extern const struct section gathering_section;

/* One line of the calendar. */
struct calendar_entry {
    sim_time every;
    sim_time at; /* time of day */
    const struct weekday *on, *except;
    const char *hold;            /* the method as named */
    sim_time lasts;              /* 0: until the method is done */
    sim_time again_after;        /* in place of every/at: so long after the last one closed */
    double attendance;           /* 0: as for all people */
    const char *practice;        /* of the sites that hold it; NULL: all do */
    uint32_t practice_number;    /* from 1; 0: none */
    const struct method *method; /* found by its name when the scenario is loaded */
};

struct weekday {
    struct choice choice;
    int number; /* Monday 0 ... Sunday 6, none -1 */
};

extern const struct choice *const weekdays[]; /* Monday to Sunday */
extern const struct choice *const weekdays_or_none[];

/* When entry `calendar` opens next, at or after `from`; SIM_NEVER when never. `first_day` is the weekday of
 * time 0. */
sim_time calendar_next(const struct calendar_entry *entry, int first_day, sim_time from);

struct posting {
    struct matter *matter; /* NULL once it is decided and gone */
    uint32_t slot;
};

struct report {
    struct matter *matter;
    struct facet_set voiced;
    uint32_t host;
};

struct session {
    bool open;
    uint32_t number; /* counts the sessions of a site from 1 */
    const struct calendar_entry *entry;
    uint32_t stage, round;
    uint32_t stage_serial; /* names the stage and round that a timer belongs to */
    sim_time opened, ends; /* ends 0: when the method is done */
    sim_time stage_until;  /* SIM_NEVER when the stage has no end of its own */
    uint32_t luck;         /* entity of its draws */
    uint32_t in_hour;      /* sessions that opened before it in the same hour */
    uint32_t circles_opened;
    uint32_t *people; /* who is present */
    uint32_t count;
    struct circle **circles;
    uint32_t circle_count, circle_room;
    uint32_t *hosts; /* of the circles of the round before; NOBODY where she left */
    uint32_t host_count;
    struct posting *postings;
    uint32_t posting_room;
    uint32_t posted, slot, slots;
    struct report *reports;
    uint32_t report_count, reported;
    struct matter *question;
    uint64_t moves;
    uint64_t *visited; /* by person: circles of this round she sat in, modulo 64 */
    struct event_ticket stage_ends, session_ends, next_move;
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

struct stance;

struct gathering {
    const struct gathering_settings *settings;
    struct field_list calendar; /* struct calendar_entry */
    int first_day;
    uint32_t practice; /* that the site holds now; 0: none */
    struct people *people;
    struct arena *arena;
    struct session session;
    struct gathering_tally tally;
    uint64_t *partners; /* people x words: who sat with whom; NULL when not kept */
    uint32_t questions; /* asked so far */
    uint32_t *scratch;  /* one entry a person */
    struct stance *stances;
    /* A question is about to be forgotten: the measures look at it. */
    void (*question_closes)(struct site *site, const struct matter *matter);
};

struct gathering *gathering_new(const struct gathering_settings *settings, struct field_list calendar,
                                int first_day, struct people *people, struct arena *arena);
/* Schedules the first session of every line of the calendar. */
void gathering_start(struct site *site);

/* At the end of a run: the books of a session that is still open are brought up to date. */
void gathering_settle(struct site *site, sim_time now);

const struct stage *session_stage(const struct session *session);
struct circle *session_open_circle(struct site *site, struct matter *matter, const struct guide *guide,
                                   uint32_t room);
/* Those who fell apart into circles of their own sit down together again. */
void session_gather_pieces(struct site *site, struct circle *circle);
/* Closes all circles of the session, keeping what they would report and who was their host. */
void session_close_circles(struct site *site);
/* Seats everybody by the stage's seating rule. */
void session_seat(struct site *site);
/* The verb has nothing more to do in this stage. */
void session_stage_done(struct site *site);
/* The stage lasts until `instant`. */
void session_end_stage_at(struct site *site, sim_time instant);
void session_send_tired_home(struct site *site);
uint32_t session_presenter(struct site *site, const struct matter *matter);
struct matter *session_ask(struct site *site);
/* A circle of those now open, drawn by interest and novelty (or uniformly), for somebody who walks. */
struct circle *session_choose_circle(struct site *site, uint32_t person, struct draw *draw);
void session_start_moving(struct site *site);
/* Room for one number, or one stance, a person; valid until the next call. */
uint32_t *session_scratch(struct site *site);
struct stance *session_stances(struct site *site);

void on_session_opens(struct site *site, const struct event *event);
void on_stage_ends(struct site *site, const struct event *event);
void on_session_ends(struct site *site, const struct event *event);
void on_person_moves(struct site *site, const struct event *event);
void on_person_joins(struct site *site, const struct event *event);

#endif
