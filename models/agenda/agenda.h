/* The proposals of a site that wait for a hearing, are heard, or wait to return.
 *
 * Proposals are numbered from 0 and their structs last as long as the run. The open ones stand in a queue,
 * first to be heard first. Other mechanisms read a proposal as a `const struct item` and change it by the
 * functions below alone; `struct agenda`, the state of a site, is known to the files of this folder
 * (agenda_parts.h).
 *
 * Little's law holds by counting and is required at the end of every run: the time integral of the number of
 * open proposals equals the sum of the times they were open, to the microsecond.
 */
#ifndef AGENDA_AGENDA_H
#define AGENDA_AGENDA_H

#include <stdbool.h>
#include <stdint.h>

#include "agenda/numbers.h"
#include "base/arena.h"
#include "kernel/run.h"
#include "knowledge/knowledge.h"
#include "parts.h"
#include "scenario/field.h"

struct circle;
struct session;

struct proposal_settings {
    double per_hour;  /* proposals submitted, or had in mind where they need endorsers */
    int64_t facets;   /* of a matter */
    int64_t waiting;  /* on the agenda when the scenario begins */
    bool old_first;   /* returning proposals go before new ones */
    double reopening; /* hazard per hour of a passed proposal */
    bool proposer_comes;
    int64_t endorsers; /* that a proposal needs in one circle to be submitted; 0: none */
};

extern const struct section proposal_section;

enum outcome_of_item { ITEM_PENDING, ITEM_PASSED, ITEM_FAILED, ITEM_WITHDRAWN };

/* When it came and went. Written by agenda.c. */
struct item_times {
    sim_time submitted;
    sim_time entered; /* the queue, for the last time: a reopened proposal enters again */
    sim_time decided; /* when it was decided for the first time; -1: not yet */
    sim_time left;    /* when it left the agenda undecided, because it was moot; -1: it did not */
};

/* Its hearings. Written by hearings.c; `not_in` by agenda.c. */
struct item_hearings {
    uint32_t visits; /* hearings so far */
    bool now;        /* a circle is hearing it */
    uint32_t not_in; /* the session that tabled it, and does not hear it again */
    sim_time first;  /* when the first one began; -1: not yet */
    sim_time touch;  /* channel time spent on it */
    sim_time rest;   /* left of a hearing of fixed length that the end of a session cut; 0: none was cut */
};

/* What hearings did to it. Written by hearings.c. */
struct item_changes {
    uint32_t conditions;
    uint32_t amendments;
    uint32_t blocks;
};

/* How often it was decided. Written by agenda.c; `in_circle` by hearings.c. */
struct item_decisions {
    uint32_t times;
    uint32_t reopened;
    bool in_circle; /* the last one was made outside the plenary */
};

/* How things stood when a proposal was decided; NaN before. Written by hearings.c. */
struct item_record {
    double voiced, coverage, common, agreement, value, favour;
    double opinion, spread; /* of the people of the site: mean and standard deviation */
};

struct item {
    struct matter *matter; /* NULL: decided and released */
    uint32_t number;
    uint32_t group;               /* working group whose task it is about; NOBODY: of no group */
    enum outcome_of_item outcome; /* of the last decision; pending before the first */
    bool open;                    /* on the agenda: not decided yet, or reopened */
    bool over;                    /* decided or left, and will not come back in this run */
    bool moot;                    /* nobody needs it any more; it is not heard again, nor reopened */
    struct item_times times;
    struct item_hearings heard;
    struct item_changes changes;
    struct item_decisions decisions;
    struct item_record record;
};

/* What was counted, over all proposals of the site. */
struct agenda_books {
    uint64_t hearings, tablings;
    uint64_t moot;                         /* proposals that left undecided */
    uint64_t disposed[ITEM_WITHDRAWN + 1]; /* decisions by outcome, of reopened proposals too */
    uint64_t standing[ITEM_WITHDRAWN + 1]; /* proposals by the decision that stands; none that is open */
    uint64_t first_decisions, reopened;
};

/* NULL where the scenario does not have it. */
PART(agenda, AGENDA_NUMBER)

struct agenda *agenda_new(const struct proposal_settings *settings, struct knowledge *knowledge,
                          sim_time ends, struct arena *arena);
/* The trend of open proposals is that of the second half of what is measured. */
void agenda_measures_from(struct agenda *agenda, sim_time from);
/* Submits the proposals of the start, and schedules the next one. */
void agenda_start(struct site *site);

/* --- what others may ask --- */

const struct proposal_settings *agenda_settings(const struct agenda *agenda);
const struct agenda_books *agenda_books(const struct agenda *agenda);
/* How many proposals there are or were: their numbers are below this. */
uint32_t agenda_count(const struct agenda *agenda);
const struct item *agenda_item(const struct agenda *agenda, uint32_t number);
/* The proposal that the matter belongs to; NULL: it belongs to none. */
const struct item *agenda_item_of(const struct agenda *agenda, const struct matter *matter);
/* How many of the proposals come from working groups. */
uint32_t agenda_count_of_groups(const struct agenda *agenda);
/* How many are open, and the one at this place of the queue, from 0. */
uint32_t agenda_queued(const struct agenda *agenda);
const struct item *agenda_in_queue(const struct agenda *agenda, uint32_t place);
/* The next proposal that may be heard in session number `session`; NULL: there is none. */
const struct item *agenda_next(const struct agenda *agenda, uint32_t session);
/* Proposals that somebody has in mind and that wait for endorsers: how many, and the matter of number `index`
 * from 0. They are no items yet. */
uint32_t agenda_drafts(const struct agenda *agenda);
struct matter *agenda_draft(const struct agenda *agenda, uint32_t index);
/* Proposals whose last decision stands: passed, failed or withdrawn, and not open again. Each counts once. */
uint64_t agenda_decided(const struct agenda *agenda);
/* The number of open proposals, integrated over time: microseconds. True once the agenda is settled. */
int64_t agenda_open_time(const struct agenda *agenda);
/* Slope of the number of open proposals over the second half of the run, per day: the least-squares line
 * through that number at every moment. Defined once the agenda is settled. */
double agenda_trend(const struct agenda *agenda);

/* --- what others may do --- */

const struct item *agenda_submit(struct site *site, struct agenda *agenda);
/* The proposal of a working group: the most interested of the members proposes it. `id` names its luck and
 * lies at or above GROUPS_FROM, so that proposals of groups shift the luck of no other. `group` NOBODY: it is
 * not about their task. */
const struct item *agenda_submit_of(struct site *site, struct agenda *agenda, uint32_t id, uint32_t group,
                                    const uint32_t *members, uint32_t count);
/* The same for people who propose something that is no task of a working group. */
const struct item *agenda_submit_by(struct site *site, struct agenda *agenda, uint32_t id,
                                    const uint32_t *people, uint32_t count);
/* An inquiry becomes a proposal, with all that is known of it now; the most interested proposes it. */
const struct item *agenda_submit_inquiry(struct site *site, struct agenda *agenda,
                                         const struct matter *inquiry, uint32_t id);
/* If the proposer of the open proposal is not among the members, the most interested of them replaces her. */
void item_stays_with(const struct item *item, const uint32_t *members, uint32_t count);
/* A session tables the open proposal: it goes behind those that return, or to the very end. */
void agenda_return(struct site *site, struct agenda *agenda, const struct item *item, uint32_t session);
void agenda_dispose(struct site *site, struct agenda *agenda, const struct item *decided,
                    enum outcome_of_item outcome);
/* Nobody needs the proposal any more. It leaves the agenda undecided: at once, or, where a circle is
 * hearing it, when the hearing sees that it is moot and calls agenda_let_go. One that was decided stays
 * decided, and is not reopened. */
void agenda_drop(struct site *site, struct agenda *agenda, const struct item *item);
void agenda_let_go(struct site *site, struct agenda *agenda, const struct item *moot);
/* Whether some circle or session of the site still talks about the matter. */
typedef bool matter_is_spoken_of(const struct parts *parts, const struct matter *matter);
/* After a session: people forget what they knew and thought of proposals that are over, unless a circle or
 * session still talks about them. Most of the memory of a run is what people know of open proposals. */
void agenda_forget(struct site *site, struct agenda *agenda, matter_is_spoken_of *is_spoken_of);
/* Brings the time integral up to date and checks Little's law. */
void agenda_settle(struct agenda *agenda, sim_time now);

/* --- what hearings do to a proposal (hearings.c) --- */

/* A circle takes it up now. */
void agenda_hearing_begins(struct agenda *agenda, const struct item *item, sim_time now);
/* Its hearing, which began at `began`, is over or cut; so much was left of a hearing of fixed length. */
void agenda_hearing_ends(struct agenda *agenda, const struct item *item, sim_time began, sim_time now);
void agenda_keep_rest(struct agenda *agenda, const struct item *item, sim_time rest);
/* It carries one more amendment, which is a condition; so many people blocked it. */
void agenda_amend(struct agenda *agenda, const struct item *item);
void agenda_block(struct agenda *agenda, const struct item *item, uint32_t blocks);
/* It is about to be decided: whether by one of several circles, and how things stand. */
void agenda_place_decision(struct agenda *agenda, const struct item *item, bool in_circle);
void agenda_record(struct agenda *agenda, const struct item *item, const struct item_record *record);
/* It was decided and cannot come back: what people know of its matter is released. */
void agenda_release(struct agenda *agenda, const struct item *item);

/* A circle is about to close: proposals are submitted that enough of its people endorse (moments.h). */
void agenda_circle_closes(struct site *site, const struct session *session, const struct circle *circle);

void on_proposal_arrives(struct site *site, const struct event *event);
void on_matter_reopens(struct site *site, const struct event *event);

struct checking;
struct weight;
/* Memory before the first event (mechanism.h). */
struct weight agenda_weigh(const struct checking *checking);

#endif
