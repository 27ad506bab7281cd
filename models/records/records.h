/* Records and the forum: what was said there and then is read elsewhere and later.
 *
 * A round of a stage with `record: yes` leaves a record: what its circles voiced of the inquiry, each facet
 * or insight lost with `conversation.report_loss`. It hangs at the board of the site for `keeps`, and comes
 * to the boards of the sites in `to` one lookahead later. Each person who is here and in no session comes by
 * at the rate `reads`, and reads the newest record that she has not read yet, of an inquiry drawn by lot
 * among those that have one for her. Each facet takes `read_minutes`, and is learned with `read_retention`.
 * There is no channel: any number read at once. What is scarce is attention.
 *
 * A site with a forum has a thread for each inquiry (forum.c): people post facets there, and read the newest
 * posts in the same way.
 *
 * The board remembers the last 64 records of an inquiry; an older one counts as taken down.
 *
 * Other mechanisms leave records too (record_is_left, `wishes.records`).
 *
 * What must hold, and is required at the end of every run: a record of a stage holds only what was voiced at
 * its site; every record that was sent has come or is under way; the hours of reading are those of all that
 * was read; every post is somebody's.
 */
#ifndef RECORDS_RECORDS_H
#define RECORDS_RECORDS_H

#include "parts.h"
#include "records/numbers.h"
#include "scenario/field.h"

struct record_settings {
    sim_time keeps;
    double reads_per_hour;
    sim_time read_length;  /* of a facet */
    double retention;      /* chance to learn it */
    const struct node *to; /* as written */
    const bool *goes_to;   /* by site of the run; when complete */
};

struct forum_settings {
    double posts_per_hour; /* of a person, on average */
    int64_t page;
    double post_sd; /* of the logarithm of that rate */
};

extern const struct section record_section, forum_section;

struct checking;
struct scenario;
/* Reports what the tables cannot say, and notes settings that nothing reads (checking.h). */
void records_check(const struct checking *checking);
void records_note(const struct checking *checking);
struct weight;
/* Memory before the first event (mechanism.h). */
struct weight records_weigh(const struct checking *checking);
/* To which sites records go. */
void records_complete(struct scenario *scenario, struct arena *arena);
/* Whether a line of the calendar holds a stage that leaves a record; whether a site has a forum. */
bool records_are_expected(const struct checking *checking);
bool records_are_kept(const struct scenario *scenario);
bool records_have_forum(const struct scenario *scenario);

/* The records of a site (records_parts.h). */
struct records;

/* NULL where nobody leaves a record, and no site has a forum. */
PART(records, RECORDS_NUMBER)

/* A record of this inquiry is left here: it hangs at the board, and goes where records go. Nothing happens
 * where it would be empty, where no records are kept, or where the inquiry is over. */
struct facet_set;
void record_is_left(struct site *site, uint32_t inquiry, const struct facet_set *facets);

#endif
