/* The records of one site, as the files of this folder see them. */
#ifndef RECORDS_RECORDS_PARTS_H
#define RECORDS_RECORDS_PARTS_H

#include "knowledge/knowledge.h"
#include "people/people.h"
#include "records/records.h"

struct setup;
struct session;
struct circle;

enum { MOST_HANGING = 64 }; /* records of an inquiry: a bit a person and record says who has read it */

struct record {
    struct facet_set facets;
    sim_time hung;
};

/* Records of one inquiry; the newest has number hung - 1, and lies at that modulo MOST_HANGING. */
struct board {
    struct record *records;
    uint64_t *read; /* by person, a bit a place */
    uint32_t hung;  /* so far */
};

/* Posts on one inquiry; the newest ones are remembered, a page of them. */
struct thread {
    uint16_t *page;          /* facets, by number of the post modulo the length of the page */
    uint32_t *read;          /* by person: posts until the last that she has seen */
    uint32_t posts;          /* so far */
    struct facet_set posted; /* what was ever posted */
};

/* When each facet was first voiced in a circle or read at the board; and when posted. SIM_NEVER: not yet. */
struct first_times {
    sim_time here[MOST_FACETS], posted[MOST_FACETS];
    struct facet_set voiced; /* of those that were voiced, when that was last looked at */
};

/* What is kept of one inquiry. */
struct kept {
    struct board board;
    struct thread thread;
    struct first_times first;
    const struct matter *matter; /* NULL: it has not begun, or is not at this site */
    bool over;
    struct matter_growth growth; /* when it was over */
};

struct poster {
    double per_hour;
    uint32_t posts; /* so far */
    uint32_t drawn; /* posts that were thought of; they name the draws */
    uint32_t
        stay; /* of a guest's place: how many guests came; a post thought of by one before is forgotten */
};

/* Somebody comes by: candidates so far, which name the draws. A record or post must be there before the
 * first one comes. */
struct passing {
    uint64_t drawn;
    bool goes_on;
};

struct record_tally {
    uint64_t left;            /* by circles of this site */
    uint64_t sent, sent_late; /* to other sites; late: they arrive after the end of the run */
    uint64_t come;            /* from other sites */
    uint64_t records_read, readings;
    uint64_t facets_read, learned; /* in records and posts */
    sim_time read_time;
    uint64_t posts;
};

/* What the sites make of it together, when the run is over; missing: nothing was voiced, nothing crossed. */
struct crossing {
    double share, days;
};

/* What was said in circles that have closed in the midst of a round. */
struct noted {
    uint32_t session, serial; /* of the round */
    struct facet_set said;
};

/* What does not change. */
struct record_terms {
    const struct record_settings *settings;
    const struct forum_settings *forum; /* NULL: there is none here */
    const struct people *people;
    const struct luck *luck;
    uint32_t site, sites; /* its number, and how many there are */
    sim_time ends;        /* of the run */
};

struct records {
    struct record_terms terms;
    uint32_t count;
    struct kept *kept; /* by number of the inquiry - 1 */
    struct poster *posters;
    struct noted noted; /* sessions about inquiries follow each other, so of one */
    struct passing at_board, at_forum;
    struct record_tally tally;
    struct crossing crossing;
};

/* --- records.c --- */

void records_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
void records_talked(struct site *site, const struct session *session);
void on_record_comes(struct site *site, const struct event *event);
void records_settle(struct site *site, sim_time ends);
/* Of all sites: what must balance at the end of a run. */
void records_settle_all(struct parts *const *parts, uint32_t sites);

/* --- board.c --- */

/* A record is hung up, in the place of the oldest one where all are taken; nobody has read it. */
void board_hang(const struct records *records, struct board *board, const struct facet_set *facets,
                sim_time now);
/* Whether anything hangs there. */
bool board_is_used(const struct records *records, sim_time now);
/* The newest record of an inquiry that she has not read; NULL: there is none. board_take marks it as read. */
const struct record *board_unread(const struct records *records, const struct board *board, uint32_t person,
                                  sim_time now);
const struct record *board_take(const struct records *records, struct board *board, uint32_t person,
                                sim_time now);

/* --- reading.c --- */

/* There is something to read from now on. */
void reading_at_board(struct site *site);
void reading_at_forum(struct site *site);
/* Another guest has come to this place: she has read nothing. */
void reading_forgets(struct records *records, uint32_t guest);
void on_board_read(struct site *site, const struct event *event);
void on_forum_read(struct site *site, const struct event *event);

/* --- forum.c --- */

/* Everybody who belongs to the site begins to post, at a rate of her own. */
void forum_start(struct site *site);
/* The same for a guest, who has come. */
void forum_guest_comes(struct site *site, uint32_t guest);
void on_person_posts(struct site *site, const struct event *event);

/* --- levels.c --- */

/* The inquiry of this number, while it is alive here; NULL: it is not. */
struct matter *records_matter(struct site *site, uint32_t number);
void levels_clear(struct first_times *first);
/* What was voiced at this site since it was last looked at counts as first voiced now. */
void levels_look(struct site *site);
/* A facet was read at the board; or posted. */
void levels_are_read(struct kept *kept, uint32_t facet, sim_time now);
void levels_are_posted(struct kept *kept, uint32_t facet, sim_time now);
void *levels_begin(const struct setup *setups, uint32_t sites);
sim_time levels_due(const void *levels);
void levels_compare(void *all);

#endif
