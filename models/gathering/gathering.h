/* When and how people of one site come together: the calendar, and the sessions of the site.
 *
 * `struct gathering`, the state of a site, is known to the files of this folder (gathering_parts.h). */
#ifndef GATHERING_GATHERING_H
#define GATHERING_GATHERING_H

#include "agenda/agenda.h"
#include "gathering/numbers.h"
#include "gathering/session.h"
#include "parts.h"
#include "scenario/weekday.h"

struct gathering_settings {
    double topic_attraction; /* exponent of interest in the choice of a circle */
    double revisit;          /* weight of a circle in which the person has been this round */
    double two_feet;         /* rate per hour at which people change circles, where the method lets them */
    bool partners;           /* keep books of who sat with whom */
};

extern const struct section gathering_section, calendar_section;

struct checking;
/* Numbers the practices of the calendar, and checks what its table cannot (checking.h). */
void gathering_check(const struct checking *checking);

/* One line of the calendar. */
struct calendar_entry {
    sim_time every;
    sim_time at;              /* time of day */
    uint64_t on, except;      /* weekdays: bit i is weekdays_or_none[i]; see weekday_bits */
    const char *hold;         /* the method as named */
    bool held;                /* at all; else it is as if the line were not there */
    sim_time lasts;           /* 0: until the method is done */
    sim_time again_after;     /* in place of `every` and `at`: so long after the last one closed */
    double attendance;        /* 0: as for all people */
    int64_t heads;            /* exactly so many, in place of a share; 0: a share */
    const char *practice;     /* of the sites that hold it; NULL: all do */
    uint32_t practice_number; /* from 1; 0: none */
    const char *inquiry;      /* that it is about; NULL: none */
    uint32_t inquiry_number;  /* from 1; 0: none */
    const struct aspect_rule *aspect;
    const struct calling_rule *who;
    const struct category_rule *category; /* with `who: delegates`: of which groups */
    const struct reach_rule *of;          /* with `who: delegates`: of this site, or of all */
    double returns;                       /* with `who: same`: chance that somebody who came comes again */
    const char *series;          /* of lines whose sessions are one meeting; NULL: the line by itself */
    uint32_t series_number;      /* from 1; 0: nobody asks who came */
    const struct method *method; /* found by its name when the scenario is loaded */
};

enum { MOST_LINES = 200 }; /* of a calendar */

/* The number of the practice of this name in the calendar; 0: there is none, or `name` is NULL. */
uint32_t calendar_practice(const struct field_list *calendar, const char *name);
struct node;
/* Calls `look` for every line of the calendar that names a method which was found, and of which nothing was
 * told. `hold` is the place of the name. */
typedef void held_look(const struct checking *checking, const struct calendar_entry *line,
                       const struct node *hold);
void calendar_each_held(const struct checking *checking, held_look *look);
/* How many practices the lines name. */
uint32_t calendar_practices(const struct field_list *calendar);

struct calling_rule {
    struct choice choice;
    bool delegates; /* only these are called */
    bool same;      /* those who came to the last session of the series */
};

/* Which working groups are meant: all, or those of one category. */
enum { ANY_CATEGORY = -1 };
struct category_rule {
    struct choice choice;
    int category; /* enum group_category (groups/groups.h) */
};

/* Whether groups of other sites send delegates too. Then the line is held at sites that are online alone. */
struct reach_rule {
    struct choice choice;
    bool all;
};
/* Whether delegates of other sites come to the session of this line. */
bool calendar_calls_all_sites(const struct calendar_entry *entry);

/* Which aspects of an inquiry circles talk about where no market says it. */
struct aspect_rule {
    struct choice choice;
    bool in_turn; /* one for all circles, and the next one in the next session */
};

extern const struct choice *const calling_rules[], *const aspect_rules[], *const category_rules[],
                                                                              *const reach_rules[];

/* When entry `calendar` opens next, at or after `from`; SIM_NEVER when never. `first_day` is the weekday of
 * time 0. */
sim_time calendar_next(const struct calendar_entry *entry, int first_day, sim_time from);

/* NULL where the scenario does not have it. */
PART(gathering, GATHERING_NUMBER)

struct gathering *gathering_new(const struct gathering_settings *settings, struct field_list calendar,
                                int first_day, struct people *people, struct arena *arena);
/* Schedules the first session of every line of the calendar. */
void gathering_start(struct site *site);

/* --- what others may ask --- */

/* The practice that the site holds now; 0: none. */
uint32_t gathering_practice(const struct gathering *gathering);
/* Whether books are kept of who sat with whom, and whether these two ever sat in one circle. */
bool gathering_keeps_partners(const struct parts *parts);
bool gathering_were_partners(const struct parts *parts, uint32_t one, uint32_t other);
/* Whether the site would hold the session of this line now: it has the practice of the line, and is online
 * where the line wants that. */
bool gathering_holds(const struct gathering *gathering, const struct calendar_entry *entry);
/* The lines of the calendar, and the weekday of time 0. */
const struct field_list *gathering_calendar(const struct gathering *gathering);
int gathering_first_day(const struct gathering *gathering);
/* How many sessions of the calendar were not held because the place was closed. */
uint64_t gathering_missed(const struct gathering *gathering);
/* What was counted in sessions of the calendar, and in convened ones. */
const struct gathering_tally *gathering_tally(const struct gathering *gathering);
const struct gathering_tally *gathering_tally_convened(const struct gathering *gathering);

/* --- what others may do --- */

/* From now on the site holds the sessions of this practice. */
void gathering_take_practice(struct gathering *gathering, uint32_t practice);
/* The matter is about to be released: what was announced in a market no longer names it. */
void gathering_take_off_walls(struct gathering *gathering, const struct matter *matter);

/* The place is closed: all sessions are over now, and those of the calendar that would open before `until`
 * are not held. Convened sessions are held elsewhere. Must not be called from inside an event of a session,
 * such as the end of a turn. */
void gathering_close_place(struct site *site, sim_time until);

/* Room for one number a person; valid until the next call. */
uint32_t *session_scratch(struct site *site);

/* At the end of a run: the books of sessions that are still open are brought up to date. */
void gathering_settle(struct site *site, sim_time now);

void on_session_opens(struct site *site, const struct event *event);
void on_stage_ends(struct site *site, const struct event *event);
void on_session_ends(struct site *site, const struct event *event);
void on_person_moves(struct site *site, const struct event *event);
void on_person_joins(struct site *site, const struct event *event);

struct checking;
/* Notes on what is no mistake but does not do what a reader of the scenario expects (mechanism.h). */
void gathering_note(const struct checking *checking);

struct weight;
/* Memory before the first event (mechanism.h). */
struct weight gathering_weigh(const struct checking *checking);

#endif
