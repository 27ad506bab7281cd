#include "kernel/run.h"

#include <stdlib.h>

enum { SERIAL_BITS = 40, LARGEST_SITE_COUNT = (1 << 24) - 1, FIRST_LETTERS = 16 };

/* An event on its way to another site. */
struct letter {
    struct event event;
    uint32_t to;
};

/* What one site needs inside a window, and all that it may change there. */
struct site {
    struct run *run; /* read only inside a window */
    struct queue *queue;
    void *state;
    sim_time now;
    uint64_t serial; /* of what this site has sent, to itself and to others */
    uint64_t events;
    uint32_t index;
    uint32_t kinds;         /* that the model has handlers for */
    struct letter *letters; /* sent in this window, not yet delivered */
    size_t letter_count, letter_room;
};

struct run {
    struct run_plan plan;
    struct luck luck;
    sim_time reached; /* everything before it was worked */
    struct site *sites;
};

struct run *run_new(const struct run_plan *plan)
{
    require(plan->sites >= 1 && plan->sites <= LARGEST_SITE_COUNT);
    require(plan->sites == 1 || plan->lookahead > 0);
    require(plan->ends >= 0);
    struct run *run = must_allocate(1, sizeof *run);
    *run = (struct run){.plan = *plan, .luck = luck_of(plan->seed, plan->replication)};
    run->sites = must_allocate(plan->sites, sizeof *run->sites);
    for (uint32_t i = 0; i < plan->sites; i++)
        run->sites[i] =
            (struct site){.run = run, .queue = queue_new(), .index = i, .kinds = plan->model->kinds};
    return run;
}

void run_free(struct run *run)
{
    if (run == NULL)
        return;
    for (uint32_t i = 0; i < run->plan.sites; i++) {
        queue_free(run->sites[i].queue);
        free(run->sites[i].letters);
    }
    free(run->sites);
    free(run);
}

struct site *run_site(struct run *run, uint32_t index)
{
    require(index < run->plan.sites);
    return &run->sites[index];
}

/* Letters go into queues whose order is total, so the order of delivery does not matter. */
static void deliver_letters(struct run *run)
{
    for (uint32_t from = 0; from < run->plan.sites; from++) {
        struct site *site = &run->sites[from];
        for (size_t i = 0; i < site->letter_count; i++) {
            const struct letter *letter = &site->letters[i];
            const struct event *event = &letter->event;
            queue_push(run->sites[letter->to].queue, event->time, event->order, event->kind, event->payload,
                       sizeof event->payload);
        }
        site->letter_count = 0;
    }
}

static sim_time earliest_event(struct run *run)
{
    sim_time earliest = SIM_NEVER;
    for (uint32_t i = 0; i < run->plan.sites; i++) {
        sim_time next = queue_next_time(run->sites[i].queue);
        if (next < earliest)
            earliest = next;
    }
    return earliest;
}

static sim_time window_end(const struct run *run, sim_time earliest, sim_time limit)
{
    if (run->plan.sites == 1 || run->plan.lookahead >= limit - earliest)
        return limit;
    return earliest + run->plan.lookahead;
}

static void work_window(struct site *site, sim_time end)
{
    const struct model *model = site->run->plan.model;
    struct event event;
    while (queue_pop_before(site->queue, end, &event)) {
        site->now = event.time;
        site->events++;
        model->handlers[event.kind](site, &event);
    }
}

void run_until(struct run *run, sim_time instant)
{
    sim_time limit = instant < run->plan.ends ? instant : run->plan.ends;
    if (limit < run->reached)
        return;
    for (;;) {
        deliver_letters(run);
        sim_time earliest = earliest_event(run);
        if (earliest >= limit)
            break;
        sim_time end = window_end(run, earliest, limit);
        /* Within a window a site changes nothing but itself: its queue, its state, its letters, its counts.
         * What it sends arrives at or after `end`, so no site can see whether another was worked before it,
         * after it or at once. */
        for (uint32_t i = 0; i < run->plan.sites; i++)
            work_window(&run->sites[i], end);
    }
    run->reached = limit;
    for (uint32_t i = 0; i < run->plan.sites; i++)
        run->sites[i].now = limit;
}

uint64_t run_events(const struct run *run)
{
    uint64_t events = 0;
    for (uint32_t i = 0; i < run->plan.sites; i++)
        events += run->sites[i].events;
    return events;
}

uint64_t run_bytes(const struct run *run)
{
    uint64_t bytes = sizeof *run + run->plan.sites * sizeof *run->sites;
    for (uint32_t i = 0; i < run->plan.sites; i++)
        bytes += queue_bytes(run->sites[i].queue) + run->sites[i].letter_room * sizeof *run->sites[i].letters;
    return bytes;
}

void site_attach(struct site *site, void *state)
{
    site->state = state;
}

void *site_state(const struct site *site)
{
    return site->state;
}

uint32_t site_index(const struct site *site)
{
    return site->index;
}

sim_time site_now(const struct site *site)
{
    return site->now;
}

const struct luck *site_luck(const struct site *site)
{
    return &site->run->luck;
}

static inline uint64_t next_order(struct site *site)
{
    require(site->serial >> SERIAL_BITS == 0);
    return (uint64_t)site->index << SERIAL_BITS | site->serial++;
}

struct event_ticket site_schedule(struct site *site, sim_time at, uint32_t kind, const void *card,
                                  size_t size)
{
    require(at >= site->now);
    require(kind < site->kinds);
    return queue_push(site->queue, at, next_order(site), kind, card, size);
}

bool site_cancel(struct site *site, struct event_ticket ticket)
{
    return queue_cancel(site->queue, ticket);
}

void site_send(struct site *site, uint32_t to, sim_time at, uint32_t kind, const void *card, size_t size)
{
    require(to < site->run->plan.sites && to != site->index);
    require(kind < site->kinds);
    require(size <= EVENT_PAYLOAD);
    require(at >= site->now && at - site->now >= site->run->plan.lookahead);
    if (site->letter_count == site->letter_room) {
        site->letter_room = site->letter_room == 0 ? FIRST_LETTERS : 2 * site->letter_room;
        site->letters = must_grow(site->letters, site->letter_room, sizeof *site->letters);
    }
    struct letter *letter = &site->letters[site->letter_count++];
    *letter = (struct letter){.event = {.time = at, .order = next_order(site), .kind = kind}, .to = to};
    if (size > 0)
        memcpy(letter->event.payload, card, size);
}
