/* What the files of this folder share with each other and with nobody else: the state of a site, and the
 * steps of a session. */
#ifndef GATHERING_GATHERING_PARTS_H
#define GATHERING_GATHERING_PARTS_H

#include "gathering/gathering.h"

struct reflection_settings;
struct stance;

/* What the scenario says; it never changes. */
struct gathering_terms {
    const struct gathering_settings *settings;
    const struct reflection_settings *reflection; /* NULL: silence does nothing */
    struct field_list calendar;                   /* struct calendar_entry */
    int first_day;
    bool keeps_people; /* the scenario asks for a row for each person */
};

/* All sessions: those that are open, and those to be used again. Written by gathering.c. */
struct session_pool {
    struct session **all; /* by slot; slot 0 is that of the calendar */
    uint32_t count, room;
    uint32_t numbered;     /* sessions so far */
    struct session *spare; /* of those convened */
};

/* The place where the sessions of the calendar are held. Written by opening.c; `practice` by gathering.c. */
struct gathering_place {
    uint32_t practice;     /* that the site holds now; 0: none */
    bool online;           /* written by mechanism.c */
    sim_time closed_until; /* no session of the calendar opens before */
    uint64_t missed;       /* sessions of the calendar that were not held because of it */
};

/* What is kept of each person. */
struct gathering_persons {
    sim_time *came;     /* when, to the session that she is in; written by attending.c */
    uint64_t *visited;  /* circles she sat in this round, modulo 64; written by moving.c and session.c */
    uint64_t *partners; /* people x words: who sat with whom; NULL: not kept; written by seating.c */
    uint32_t *before;   /* the circle she sat in in the round before, from 1; 0: none; written by circles.c */
    uint32_t *inside;   /* number of the last session in which she sat in the middle; written by around.c */
    uint32_t *chair;    /* when she sat down there: counts up in a session; written by around.c */
    struct company *company; /* NULL: no session needed it so far; written by company.c */
};

/* The last circles that a person sat in in this session, by their numbers; plenaries do not count. */
enum { MOST_COMPANY = 16 };
struct company {
    uint32_t circle[MOST_COMPANY];
    uint32_t count; /* so far; beyond MOST_COMPANY the oldest are forgotten */
};

/* Room for intermediate results; NULL before the first use. */
struct gathering_scratch {
    uint32_t *people; /* one entry a person */
    struct stance *stances;
    struct key *keys;
    uint32_t *plan;  /* three entries a person */
    double *weights; /* `circles` entries: what draws somebody to each circle */
    uint32_t circles;
};

/* Questions of the calendar. Written by circles.c (`asked`) and questions.c. */
struct gathering_questions {
    uint32_t asked; /* so far */
    /* Sums over those that were closed. */
    double closed, voiced, coverage, common, agreement, clusters, reach, opinion, spread, extreme;
    float *leaning; /* on the last one, by person, where rows of people are kept */
};

/* Who came to the last session of each series of the calendar. Written by series.c. */
struct gathering_series {
    uint64_t **came; /* by number of the series: a bit a person; NULL: it was not held yet */
    uint32_t count;
};

/* The tally of the calendar when the last sample was taken. Written by gathering.c. */
struct sampled_tally {
    uint64_t sessions, heads;
};

struct gathering {
    struct gathering_terms terms;
    struct people *people;
    struct arena *arena;
    struct session_pool sessions;
    struct gathering_place place;
    struct gathering_persons persons;
    struct gathering_scratch scratch;
    struct gathering_questions questions;
    struct gathering_series series;
    struct gathering_tally tally;    /* of the calendar; written through session->tally */
    struct gathering_tally convened; /* of all other sessions; written in the same way */
    struct sampled_tally sampled;
};

/* Room for one stance a person; valid until the next call. */
struct stance *session_stances(struct site *site);

/* What timers of a session carry. */
struct stage_card {
    uint32_t slot, session, serial;
};

/* What the event that opens a line of the calendar carries. */
struct opening_card {
    uint32_t line;
};
/* The line opens its session at this instant. */
void calendar_schedule(struct site *site, uint32_t line, sim_time at);

enum leaving { LEAVES, GOES_HOME_TIRED };
/* The person at this place of `here.people` gets up and leaves the session. */
void session_stand_up(struct site *site, struct session *session, uint32_t place, enum leaving why);
/* The session is over at this instant. */
void session_end_at(struct site *site, struct session *session, sim_time instant);

/* Whether a circle may have fallen apart into pieces. */
bool session_may_be_in_pieces(const struct circle *circle);

/* --- sessions about an inquiry (inquiring.c); for others these do nothing --- */

/* A session opens; somebody comes late; it closes, with its people still there, and with all gone. */
void session_inquires(struct site *site, struct session *session);
void session_is_attended(struct site *site, const struct session *session, uint32_t person);
void session_endorses(struct site *site, const struct session *session);
void session_has_inquired(const struct session *session);
/* The run ends in the middle of it. */
void session_still_inquires(struct site *site, const struct session *session);
/* Aspects are posted in its market, at most so many. */
void session_post_aspects(struct site *site, struct session *session, uint32_t most);
/* What a circle of its stage is to talk about is known: of an inquiry, which aspect. */
void session_narrow(const struct session *session, struct circle *circle, uint32_t index);
/* Of working groups, what their tasks need. Nothing where its stage is not about tasks. */
void session_narrow_to_tasks(struct site *site, const struct session *session, struct circle *circle);
/* Who posted what the circle talks about, if she is there; NOBODY: nobody did. */
uint32_t session_poster(struct site *site, const struct session *session, uint32_t circle);
/* An inquiry is due: what people know of it is brought up to date. */
void gathering_counts_inquiry(struct site *site, const struct matter *matter);

/* The posting that a circle of the present slot talks about, from 0; NULL: there is none. */
const struct posting *session_posting(const struct session *session, uint32_t circle);
void session_post(struct session *session, const struct posting *posting);
/* As many circles as the stage says, or as its circle size needs. */
uint32_t session_circles_by_size(const struct session *session);

/* A person, and what she is sorted by. */
struct key {
    uint32_t key, person;
};

/* --- sitting.c, around.c, chairs.c, company.c: what rules of seating are made of --- */

void seat_plenary(struct site *site, struct session *session);
struct draw seat_draw(struct site *site, const struct session *session);
/* She sits down, and hosts the circle where nobody does. */
void session_sit(struct site *site, struct circle *circle, uint32_t person);
void session_open_circles(struct site *site, struct session *session, uint32_t circles);
/* The circle of the stage with this number: about what its stage says that this one talks about. */
struct circle *session_open_numbered(struct site *site, struct session *session, uint32_t index,
                                     uint32_t room);
/* Those who have no seat yet are listed in `people`; returns how many they are. */
uint32_t session_without_seat(struct site *site, const struct session *session, uint32_t *people);
/* As many as the matters, the stage, or its size of circles say. */
uint32_t session_circles_wanted(struct site *site, struct session *session);
/* Who sits in the middle, for `seating: delegates`. */
void seat_the_delegates(struct site *site, struct session *session, struct circle *circle);
/* In the middle of a circle that others sit around; and all who have no seat yet sit around it. */
void seat_inside(struct site *site, struct session *session, struct circle *circle, uint32_t person);
void seat_around(struct site *site, struct session *session, struct circle *circle);
/* She has sat down in the middle. */
void chairs_note(struct site *site, struct session *session, uint32_t person);
/* After each turn a chair may change hands. */
extern const struct guide guide_chairs;
void seat_inner(struct site *site, struct session *session);
void seat_delegates(struct site *site, struct session *session);
void seat_sides(struct site *site, struct session *session);
void seat_sides_in_circles(struct site *site, struct session *session);
void seat_merged(struct site *site, struct session *session);
void seat_hosts_together(struct site *site, struct session *session);
void seat_in_new_company(struct site *site, struct session *session);
void seat_teams(struct site *site, struct session *session);
/* Everybody as in the circles of the round before. */
void seat_as_before(struct site *site, struct session *session);
/* Where a second round does not repeat the first: what was voiced there counts as voiced here. */
void session_goes_on_where_it_stopped(struct site *site, struct session *session);
/* From now on it is noted who sits with whom in a session, where a stage of the method needs it. */
void company_begins(struct site *site, const struct session *session);
/* Those of these people who are in a working group, sorted by their first group, into the keys that are
 * returned; those who are in none, with NOBODY as their group, come last. */
struct key *session_by_groups(struct site *site, struct session *session);
struct key *session_keys(struct gathering *gathering);

/* --- series.c --- */

/* Calls those who came to the last session of its series; false: there was none. `luck` names the draws of
 * the session among those of its site. */
bool series_call(struct site *site, const struct session *session, uint32_t luck);
/* Its people have come in. And one who comes late. */
void series_goes_on(struct gathering *gathering, const struct session *session);
void series_note(struct gathering *gathering, const struct session *session, uint32_t person);
/* Numbers the series of the calendar, and reports what makes no sense in a line (checking.h). */
void series_number(const struct field_list *calendar);
void series_check(const struct calendar_entry *entry, struct node *line, struct trouble *trouble);

/* --- mingling.c --- */

/* At a moment that was drawn for the quickest of those who move: she may be slower. */
void person_mingles(struct site *site, struct session *session, uint32_t person);

/* Whether every circle had as many turns as the stage asks for. */
bool session_has_spoken(const struct session *session);

/* A circle beside those of the stage, in another manner. */
struct circle *session_open_beside(struct site *site, struct session *session, struct matter *matter,
                                   const struct manner *manner, const struct guide *guide, uint32_t room);
/* Closes one of its circles, without a report; the last one takes its place in the list. */
void session_close_circle(struct site *site, struct session *session, uint32_t index);

/* A session that is not open, from the pool. */
struct session *session_take(struct gathering *gathering);
/* An open session goes back to the pool; only `slot`, `number` and `opened` may be asked for after that. */
void session_give_back(struct gathering *gathering, struct session *session);
/* Clears the session but keeps its allocations, and gives it the next number. */
void session_clear(struct gathering *gathering, struct session *session, const struct calendar_entry *entry,
                   sim_time now);
/* The session that an event is meant for; NULL when it is over. */
struct session *session_of_card(struct gathering *gathering, uint32_t slot, uint32_t number);
/* Room for so many people, those already there kept. */
void session_make_room(struct gathering *gathering, struct session *session, uint32_t people);
/* She is called to a session of the calendar, unless she is in another one. */
void session_call(struct people *people, const struct session *session, uint32_t person);
/* A person who is free comes in; the caller has made room. */
void session_enter(struct gathering *gathering, struct session *session, uint32_t person, sim_time now);
/* A person who came late sits down, if the session has circles. */
void session_seat_late(struct site *site, struct session *session, uint32_t person);
/* The working group of a person in place `which`, from 0, and the delegate of a group in this session
 * (moments.h). NOBODY: there is none. */
uint32_t gathering_ask_group(struct site *site, uint32_t person, uint32_t which);
uint32_t gathering_ask_delegate(struct site *site, const struct session *session, uint32_t group);
/* The side that a person is on; NOBODY where there are no sides. */
uint32_t gathering_ask_side(struct site *site, uint32_t person);
/* Whether anybody of these people (NULL: of the first `count` of the site) is in a working group. */
bool anybody_in_a_group(struct site *site, const uint32_t *people, uint32_t count);
/* Whether a person who is free would come now: not if she is too tired, or not here. */
bool person_would_come(struct people *people, uint32_t person, sim_time now);
/* The people have come in: the first stage begins. */
void session_begin(struct site *site, struct session *session);
/* A session has closed: its line opens again after `again_after`, where the line says so. */
void calendar_goes_on(struct site *site, const struct session *session);

/* Whether an open circle, or a posting or report of an open session, is about the matter. */
bool gathering_speaks_of(const struct parts *parts, const struct matter *matter);
/* A person has sat down: whom she sits with is noted, where `partners` is kept. */
void gathering_notes_partners(struct site *site, const struct circle *circle, uint32_t person);
/* The person leaves the session that she is in, if any. */
void gathering_let_go(struct site *site, uint32_t person);

/* A question is about to be forgotten: what people know and think of it is added to the sums. */
void questions_close(struct site *site, const struct matter *matter);
/* A sample was taken: the tally is remembered. */
void gathering_is_sampled(struct site *site, sim_time instant);
/* Requires that circles and people counted the same number of hearings, and the same time in circles. */
void gathering_check_books(struct site *site);

struct checking;
struct weeks;
/* The calendar of a design as planned (weeks.h). */
void gathering_plan(const struct checking *checking, struct weeks *weeks);

#endif
