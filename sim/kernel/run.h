/* Runs a model on one or many sites, the same way every time.
 *
 * The kernel advances all sites together, one window at a time. A window ends one lookahead after the
 * earliest pending event; what a site sends inside it reaches another site only after it, so the sites need
 * not wait for each other (conservative bounded lag, after Lubachevsky 1989, doi:10.1145/63238.63247). Inside
 * a window a site works through its own queue alone, and different sites may be worked by different threads:
 * every site has the same history with any number of them.
 *
 * A model is a table of handlers, one for each kind of event. A handler sees one site: `site_state(site)` is
 * what the model put there. Handlers print nothing and lock nothing, and what memory they take comes from
 * something that this site alone has, such as an arena (base/arena.h): threads at other sites never wait.
 */
#ifndef KERNEL_RUN_H
#define KERNEL_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "kernel/event.h"
#include "kernel/queue.h"
#include "random/draw.h"

struct site;
struct run;
struct post;

typedef void handler(struct site *site, const struct event *event);

struct model {
    handler *const *handlers;
    uint32_t kinds;
};

enum spread {
    SPREAD_WHERE_IT_PAYS, /* windows that hold too little to share are worked by one thread */
    SPREAD_ALWAYS,        /* for tests and measurements */
};

struct run_plan {
    const struct model *model;
    uint32_t sites;     /* 1 to 2^24 - 1 */
    sim_time ends;      /* events at or after this instant are not worked */
    sim_time lookahead; /* least delay between sites; positive when there are several */
    uint64_t seed;
    uint64_t replication;
    uint32_t threads; /* that may work at sites at once; 0 and 1: none beside the caller. Changes no result */
    enum spread spread;
    /* Of one site: beyond either it halts; 0: any number. A step is an event, or what a handler charges. */
    uint64_t most_events, most_steps;
};

enum halt_reason { HALT_NONE, HALT_EVENTS, HALT_STEPS, HALT_ASKED };

/* Where a site stood when it had worked more than it may, or was asked to stop. */
struct run_halt {
    enum halt_reason reason;
    uint32_t site;
    sim_time time;
    uint32_t kind; /* of the event that was not worked any more */
};

struct run *run_new(const struct run_plan *plan);
void run_free(struct run *run);
struct site *run_site(struct run *run, uint32_t index);
/* Works all events before `instant`, and none at or after `plan.ends`. Can be called in pieces:
 * run_until(t1), run_until(t2) give the same as run_until(t2) alone. */
void run_until(struct run *run, sim_time instant);
/* Whether a site has halted; it works no event from then on. Of several the one with the lowest number, so
 * that any number of threads finds the same. */
bool run_halted(const struct run *run, struct run_halt *halt);
/* The site that has worked the most events, the lowest number of several. */
uint32_t run_busiest(const struct run *run);
uint64_t run_events(const struct run *run);  /* events worked so far */
uint64_t run_steps(const struct run *run);   /* events, and what handlers charged */
uint64_t run_windows(const struct run *run); /* windows so far; 0 with one site */
/* Letters are what sites send to each other. If the sites of a run were shared out to several computers, this
 * much would go between them, and all letters of a window together at its end. The same with any number of
 * threads. What is sent between two calls of run_until counts to the window that follows. */
struct letters {
    uint64_t all;  /* of the windows so far */
    uint64_t most; /* in one window */
};
struct letters run_letters(const struct run *run);
uint64_t
run_bytes(const struct run *run); /* memory the kernel has taken; it never gives any back before run_free */

enum { KERNEL_CACHE_LINE = 64 };

/* What one site needs inside a window, and all that it may change there. Cache lines of its own, so that
 * threads at neighbouring sites do not wait for each other's stores.
 *
 * Declared here only so that what handlers ask for most costs no call; only the kernel touches the fields. */
struct site {
    _Alignas(KERNEL_CACHE_LINE) struct queue queue;
    struct run *run;
    struct post *post; /* where its letters go; NULL: straight into the other's queue */
    void *state;
    sim_time now;
    uint64_t serial; /* of what this site has sent, to itself and to others */
    uint64_t events;
    uint32_t index;
    uint32_t kinds; /* that the model has handlers for */
    uint64_t most;  /* events, less one; 0 once it is to halt */
    uint64_t steps; /* charged by handlers */
    sim_time halted_at;
    uint32_t halted_kind;            /* of the event that was one too many */
    enum halt_reason halted, reason; /* once it has halted; why it is to halt */
};

void site_attach(struct site *site, void *state);
static inline void *site_state(const struct site *site)
{
    return site->state;
}

static inline uint32_t site_index(const struct site *site)
{
    return site->index;
}

/* The instant of the event being worked; between two calls of run_until, the instant reached. */
static inline sim_time site_now(const struct site *site)
{
    return site->now;
}

const struct luck *site_luck(const struct site *site);

/* An event for this very site, now or later. `card` is copied (at most EVENT_PAYLOAD bytes; NULL with size
 * 0). Of events of the same instant that a site scheduled, the one scheduled first is worked first. */
struct event_ticket site_schedule(struct site *site, sim_time at, uint32_t kind, const void *card,
                                  size_t size);
bool site_cancel(struct site *site, struct event_ticket ticket);
/* So many events more will be scheduled: their place is made at once. Changes nothing but the time it takes.
 */
void site_reserve(struct site *site, size_t events);
/* An event for another site, at least one lookahead from now. It cannot be cancelled. */
void site_send(struct site *site, uint32_t to, sim_time at, uint32_t kind, const void *card, size_t size);
/* A handler says that it does as much work as so many events beside its own: people who hear a turn. */
void site_charge(struct site *site, uint64_t steps);
/* The site works no event after this one. A handler that does much in one event can ask for it with
 * site_is_stopping and return early. */
void site_stop(struct site *site);
bool site_is_stopping(const struct site *site);
/* The least delay between sites in this run. */
sim_time site_lookahead(const struct site *site);
/* An event for any site, this one too, that arrives as soon as possible: one lookahead from now. A mechanism
 * that sends this way never sends too early, at any lookahead of a scenario. */
void site_tell(struct site *site, uint32_t to, uint32_t kind, const void *card, size_t size);

#endif
