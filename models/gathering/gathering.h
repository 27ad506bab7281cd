/* When and how people of one site come together: the calendar, and the sessions that go on side by side. */
#ifndef GATHERING_GATHERING_H
#define GATHERING_GATHERING_H

#include "agenda/agenda.h"
#include "gathering/numbers.h"
#include "gathering/session.h"
#include "parts.h"
#include "scenario/weekday.h"

struct gathering_settings {
    double topic_attraction; /* exponent of interest in the choice of a circle */
    double revisit;          /* weight of a circle where one has been */
    double two_feet;         /* rate per hour at which people change circles, where the method lets them */
    bool partners;           /* keep books of who sat with whom */
};

extern const struct section gathering_section, calendar_section;

struct checking;
/* Numbers the practices of the calendar, and tells what its table cannot (checking.h). */
void gathering_check(const struct checking *checking);

/* One line of the calendar. */
struct calendar_entry {
    sim_time every;
    sim_time at;              /* time of day */
    uint64_t on, except;      /* weekdays: bit i is weekdays_or_none[i]; see weekday_bits */
    const char *hold;         /* the method as named */
    sim_time lasts;           /* 0: until the method is done */
    sim_time again_after;     /* in place of every/at: so long after the last one closed */
    double attendance;        /* 0: as for all people */
    const char *practice;     /* of the sites that hold it; NULL: all do */
    uint32_t practice_number; /* from 1; 0: none */
    const struct calling_rule *who;
    const struct method *method; /* found by its name when the scenario is loaded */
};

enum { MOST_LINES = 200 }; /* of a calendar */

/* The number of the practice that lines of the calendar know by this name; 0: none does. NULL has none. */
uint32_t calendar_practice(const struct field_list *calendar, const char *name);
/* How many practices the lines name. */
uint32_t calendar_practices(const struct field_list *calendar);

struct calling_rule {
    struct choice choice;
    bool delegates; /* only these are called */
};

extern const struct choice *const calling_rules[];

/* When entry `calendar` opens next, at or after `from`; SIM_NEVER when never. `first_day` is the weekday of
 * time 0. */
sim_time calendar_next(const struct calendar_entry *entry, int first_day, sim_time from);

struct stance;

/* Questions that were closed: sums over them. */
struct question_books {
    double questions, question_voiced, question_coverage, question_common, question_agreement,
        question_clusters, question_reach, question_opinion;
    float *leaning; /* of the last one, by person, where rows of people are kept */
};

/* The tally of the calendar when the last sample was taken. */
struct sampled_tally {
    uint64_t sessions, heads;
};

struct gathering {
    const struct gathering_settings *settings;
    struct field_list calendar; /* struct calendar_entry */
    int first_day;
    uint32_t practice; /* that the site holds now; 0: none */
    struct people *people;
    struct arena *arena;
    struct session **sessions; /* by slot; slot 0 is that of the calendar */
    uint32_t session_count, session_room;
    uint32_t numbered;               /* sessions so far */
    sim_time closed_until;           /* no session of the calendar opens before */
    uint64_t missed;                 /* sessions of the calendar that were not held because of it */
    struct session *spare;           /* of those convened */
    struct gathering_tally tally;    /* of the calendar */
    struct gathering_tally convened; /* of all other sessions */
    uint64_t *partners;              /* people x words: who sat with whom; NULL when not kept */
    uint32_t questions;              /* asked so far, in sessions of the calendar */
    sim_time *came;                  /* by person: to the session that she is in */
    uint64_t *visited;               /* by person: circles of this round she sat in, modulo 64 */
    uint32_t *scratch;               /* one entry a person */
    struct stance *stances;
    struct question_books answered;
    struct sampled_tally sampled;
    bool keeps_people; /* the scenario asks for a row for each person */
};

/* NULL where the scenario does not have it. */
PART(gathering, GATHERING_NUMBER)

struct gathering *gathering_new(const struct gathering_settings *settings, struct field_list calendar,
                                int first_day, struct people *people, struct arena *arena);
/* Schedules the first session of every line of the calendar. */
void gathering_start(struct site *site);

/* The place is closed: all sessions are over now, and those of the calendar that would open before `until`
 * are not held. Who is convened meets elsewhere. Not from inside of what goes on in a session. */
void gathering_close_place(struct site *site, sim_time until);

/* At the end of a run: the books of sessions that are still open are brought up to date. */
void gathering_settle(struct site *site, sim_time now);

/* Room for one number, or one stance, a person; valid until the next call. */
uint32_t *session_scratch(struct site *site);
struct stance *session_stances(struct site *site);

void on_session_opens(struct site *site, const struct event *event);
void on_stage_ends(struct site *site, const struct event *event);
void on_session_ends(struct site *site, const struct event *event);
void on_person_moves(struct site *site, const struct event *event);
void on_person_joins(struct site *site, const struct event *event);

struct checking;
/* Notes on what is no mistake and yet does not do what it seems to (mechanism.h). */
void gathering_note(const struct checking *checking);

struct weight;
/* Memory before the first event (mechanism.h). */
struct weight gathering_weigh(const struct checking *checking);

#endif
