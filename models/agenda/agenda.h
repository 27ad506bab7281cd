/* The queue of proposals of a site: those that wait for a hearing, are heard, or wait to return.
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

struct proposal_settings {
    double per_hour;  /* arrivals */
    int64_t facets;   /* of a matter */
    int64_t waiting;  /* on the agenda when the scenario begins */
    bool old_first;   /* returning proposals go before new ones */
    double reopening; /* hazard per hour of a passed proposal */
    bool proposer_comes;
};

extern const struct section proposal_section;

enum outcome_of_item { ITEM_PENDING, ITEM_PASSED, ITEM_FAILED, ITEM_WITHDRAWN };

/* How things stood when an item was decided; NaN before. */
struct item_record {
    double voiced, coverage, common, agreement, value, favour;
};

struct item {
    struct matter *matter;
    uint32_t number;
    enum outcome_of_item outcome;             /* of the last decision; pending before the first */
    bool open;                                /* on the agenda: not decided yet, or reopened */
    sim_time submitted, first_heard, decided; /* decided for the first time; -1: not yet */
    sim_time entered;                         /* the queue, this time (a reopened item enters again) */
    uint32_t visits;                          /* hearings so far */
    uint32_t conditions;
    uint32_t amendments;
    uint32_t times_decided;
    uint32_t times_reopened;
    uint32_t blocks;
    uint32_t group;  /* working group whose task it is about; NOBODY: none's */
    uint32_t not_in; /* session that tabled it: it returns in a later one */
    bool heard_now;  /* taken up in a circle at this moment */
    bool in_circle;  /* decided outside the plenary */
    bool over;       /* decided or left, and will not come back in this run */
    bool moot;       /* nobody has any use for it; it is not heard again, nor reopened */
    sim_time left;   /* the agenda undecided, since it was moot; -1: it did not */
    sim_time touch;  /* channel time spent on it */
    sim_time rest;   /* of a hearing of fixed length that the end of a session cut; 0: none was */
    struct item_record record;
};

struct agenda {
    const struct proposal_settings *settings;
    struct knowledge *knowledge;
    struct arena *arena;
    struct item **items; /* by number */
    uint32_t count, room;
    uint32_t *queue; /* numbers of open items, first to be heard first */
    uint32_t queued;
    uint32_t given;   /* items that do not come from a working group */
    uint32_t arrived; /* of these, by the exogenous process */
    sim_time ends;    /* of the run: what would come back later does not */
    uint32_t *over;   /* numbers of items that are over, and of which people still know all they knew */
    uint32_t over_count;
    sim_time changed;
    int64_t area;        /* open items integrated over time, microseconds */
    int64_t stays;       /* of items that left, microseconds */
    sim_time trend_from; /* the trend of the open items is taken from here to the end */
    double lever;        /* open items, weighted by the time from the middle of that span: items h^2 */
    uint64_t hearings, tablings;
    uint64_t moot;                         /* items that left undecided */
    uint64_t disposed[ITEM_WITHDRAWN + 1]; /* decisions by outcome, of reopened items too */
    uint64_t standing[ITEM_WITHDRAWN +
                      1]; /* items by the decision that stands: reopened ones are not among them */
    uint64_t first_decisions, reopened;
};

/* NULL where the scenario does not have it. */
PART(agenda, AGENDA_NUMBER)

struct agenda *agenda_new(const struct proposal_settings *settings, struct knowledge *knowledge,
                          sim_time ends, struct arena *arena);
/* Puts the first items on and schedules the first arrival. */
void agenda_start(struct site *site);
struct item *agenda_submit(struct site *site, struct agenda *agenda);
/* The proposal of a working group: the most interested of the members proposes it. `id` names its luck and
 * lies at or above GROUPS_FROM, so that proposals of groups shift the luck of no other. */
struct item *agenda_submit_of(struct site *site, struct agenda *agenda, uint32_t id, uint32_t group,
                              const uint32_t *members, uint32_t count);
/* The most interested of the members stands for the open item, where the one who did is not
 * among them any more. */
void item_stays_with(struct item *item, const uint32_t *members, uint32_t count);
/* The next item that may be heard in session number `session`; NULL when there is none. */
struct item *agenda_next(struct agenda *agenda, uint32_t session);
struct item *agenda_item_of(struct agenda *agenda, const struct matter *matter);
/* An open item goes to the end of those that return (or to the very end). */
void agenda_return(struct site *site, struct agenda *agenda, struct item *item, uint32_t session);
void agenda_dispose(struct site *site, struct agenda *agenda, struct item *item,
                    enum outcome_of_item outcome);
/* Nobody has any use for the item any more. It leaves the agenda undecided; where it is being heard, as soon
 * as that circle draws breath: the hearing sees that it is moot and lets it go. One that was decided stays
 * decided, and is not reopened. */
void agenda_drop(struct site *site, struct agenda *agenda, struct item *item);
void agenda_let_go(struct site *site, struct agenda *agenda, struct item *item);
/* Whether some circle or session of the site still speaks of the matter. */
typedef bool matter_is_spoken_of(const struct parts *parts, const struct matter *matter);
/* After a session: people forget what they knew and thought of items that are over, unless somebody still
 * speaks of them. Most of the memory of a run is what people know of open items. */
void agenda_forget(struct site *site, struct agenda *agenda, matter_is_spoken_of *is_spoken_of);
/* Brings the time integral up to date and checks Little's law. */
void agenda_settle(struct agenda *agenda, sim_time now);
/* Items whose last decision stands: passed, failed or withdrawn, and not open again. Each counts once. */
uint64_t agenda_decided(const struct agenda *agenda);
/* Slope of the number of open items over the second half of the run, per day: the least-squares line through
 * that number at every moment. Defined once the agenda is settled. */
double agenda_trend(const struct agenda *agenda);

void on_proposal_arrives(struct site *site, const struct event *event);
void on_matter_reopens(struct site *site, const struct event *event);

struct checking;
struct weight;
/* Memory before the first event (mechanism.h). */
struct weight agenda_weigh(const struct checking *checking);

#endif
