/* Works the windows of a run, alone or on many threads; the only file of the kernel that knows OpenMP. */
#include <omp.h>
#include <stdlib.h>

#include "kernel/run_parts.h"

enum {
    FIRST_LETTERS = 16,
    AHEAD = 4,        /* sites whose memory is on the way while one is worked */
    AHEAD_KEYS = 2,   /* of which their keys */
    AHEAD_EVENT = 1,  /* of which the event itself */
    RESTS = 1000,     /* to find out how long one takes */
    REVIEW_EVERY = 16 /* windows: who has which chunks is looked at now and then, not always */
};

/* A chunk with at least this many seconds of work is worked in parts of a few sites, so that others can help;
 * taking a part costs two visits to a line of memory that others write. */
#define WORTH_PARTS 100e-6
/* As long as it takes to be woken. */
#define WAKING     50e-6
#define MOST_LOOKS 100000
/* How much of the newest measurement goes into a cost, and how many times the old cost it may be at most, so
 * that a pause that the machine forced on a thread does not look like work. */
#define COST_WEIGHT 0.5
#define COST_GROWTH 2.0
enum { MANY_LEFT = 4, PART = 4 /* sites */ };

void box_widen(struct box *box)
{
    box->room = box->room == 0 ? FIRST_LETTERS : 2 * box->room;
    box->letters = must_grow(box->letters, box->room, sizeof *box->letters);
}

/* With more threads than processors the one that is waited for may need this very processor. */
uint32_t windows_spin(uint32_t threads)
{
    if (threads > (uint32_t)omp_get_num_procs())
        return 0;
    double begun = omp_get_wtime();
    for (int i = 0; i < RESTS; i++)
        team_rest();
    double one = (omp_get_wtime() - begun) / RESTS;
    return one > WAKING / MOST_LOOKS ? (uint32_t)(WAKING / one) : MOST_LOOKS;
}

static inline void measure_cost(double *cost, double measured)
{
    if (*cost == 0)
        *cost = measured;
    double believed = measured > COST_GROWTH * *cost ? COST_GROWTH * *cost : measured;
    *cost += COST_WEIGHT * (believed - *cost);
}

/* --- one site, one group, one chunk --- */

static void site_halt(struct site *site, const struct event *event)
{
    if (site->halted != HALT_NONE)
        return;
    site->halted = site->reason == HALT_NONE ? HALT_EVENTS : site->reason;
    site->halted_at = event->time;
    site->halted_kind = event->kind;
}

static inline void work_site(struct site *site, sim_time end)
{
    handler *const *handlers = site->run->plan.model->handlers;
    struct event event;
    while (queue_pop_before(&site->queue, end, &event)) {
        site->now = event.time;
        if (__builtin_expect(site->events++ > site->most, 0)) {
            site_halt(site, &event);
            return;
        }
        handlers[event.kind](site, &event);
    }
}

/* When the site has something to do next: never again where it has halted. */
static inline sim_time next_of(struct site *site)
{
    return site->halted != HALT_NONE ? SIM_NEVER : queue_next_time(&site->queue);
}

/* At most a group of them. */
static void work_sites(struct run *run, uint32_t first, uint32_t count, struct post *post, sim_time end)
{
    struct site *sites = run->sites + first;
    sim_time *next = run->next + first;
    uint32_t due[GROUP + AHEAD], dues = 0;
    for (uint32_t i = 0; i < count; i++) {
        due[dues] = i;
        dues += next[i] < end;
    }
    for (uint32_t i = 0; i < AHEAD; i++)
        due[dues + i] = dues > 0 ? due[dues - 1] : 0;
    for (uint32_t i = 0; i < dues; i++) {
        __builtin_prefetch(&sites[due[i + AHEAD]]);
        queue_expect(&sites[due[i + AHEAD_KEYS]].queue);
        __builtin_prefetch(sites[due[i + AHEAD_KEYS]].state);
        queue_expect_event(&sites[due[i + AHEAD_EVENT]].queue);
        struct site *site = &sites[due[i]];
        site->post = post;
        work_site(site, end);
        next[due[i]] = next_of(site);
    }
}

static void look_over_group(struct run *run, uint32_t first, uint32_t count)
{
    const sim_time *next = run->next + first;
    sim_time earliest = SIM_NEVER;
    for (uint32_t i = 0; i < count; i++)
        earliest = next[i] < earliest ? next[i] : earliest;
    run->group_next[first >> run->group_shift] = earliest;
}

/* `post` and `end`: unless its sites were worked before. */
static inline void go_through_groups(struct run *run, struct chunk *chunk, bool worked, struct post *post,
                                     sim_time end)
{
    sim_time earliest = SIM_NEVER;
    uint32_t group = 1u << run->group_shift;
    for (uint32_t first = chunk->first; first < chunk->beyond; first += group) {
        const sim_time *next = &run->group_next[first >> run->group_shift];
        uint32_t left = chunk->beyond - first, count = left < group ? left : group;
        if (!worked && *next < end)
            work_sites(run, first, count, post, end);
        if (worked || *next < end)
            look_over_group(run, first, count);
        earliest = *next < earliest ? *next : earliest;
    }
    chunk->next = earliest;
}

static void work_chunk(struct run *run, struct chunk *chunk, struct post *post, sim_time end)
{
    go_through_groups(run, chunk, false, post, end);
}

static sim_time window_end(const struct run *run, sim_time earliest)
{
    sim_time lookahead = run->plan.lookahead;
    return lookahead >= run->limit - earliest ? run->limit : earliest + lookahead;
}

static sim_time earliest_event(const struct run *run)
{
    sim_time earliest = SIM_NEVER;
    for (uint32_t i = 0; i < run->chunk_count; i++)
        earliest = run->chunks[i].next < earliest ? run->chunks[i].next : earliest;
    return earliest;
}

/* A window is over, in which so many letters went into posts. */
static void count_window(struct run *run, uint64_t posted)
{
    uint64_t letters = posted + run->brought;
    run->brought = 0;
    run->windows++;
    run->letters.all += letters;
    run->letters.most = letters > run->letters.most ? letters : run->letters.most;
}

/* --- one thread --- */

/* What is sent goes straight into the other's queue: it arrives at or after the end of the window, so it is
 * not worked in it, wherever in the window the other stands. False when windows have come to hold so much
 * that it should be shared; true when all is done. */
static bool work_alone(struct run *run)
{
    bool others = run->plan.threads > 1 && run->worker_count != 1;
    double cost = 0, begun = others ? omp_get_wtime() : 0;
    for (sim_time earliest; (earliest = earliest_event(run)) < run->limit;) {
        sim_time end = window_end(run, earliest);
        for (uint32_t i = 0; i < run->chunk_count; i++) {
            if (run->chunks[i].next < end)
                work_chunk(run, &run->chunks[i], NULL, end);
        }
        count_window(run, 0);
        if (!others)
            continue;
        double now = omp_get_wtime();
        measure_cost(&cost, now - begun);
        begun = now;
        if (cost > WORTH_SHARING)
            return false;
    }
    return true;
}

static void work_one_site(struct run *run)
{
    work_site(&run->sites[0], run->limit);
    run->next[0] = run->group_next[0] = run->chunks[0].next = next_of(&run->sites[0]);
}

/* --- many threads --- */

/* Queues have a total order, so it does not matter in which order letters come into them. */
static void deliver(struct run *run, uint32_t chunk)
{
    for (uint32_t from = 0; from < run->worker_count; from++) {
        const struct box *box = &run->workers[from].posts[1 - run->filling].boxes[chunk];
        const struct event *letters = box->letters;
        uint32_t count = box->count;
        for (uint32_t i = 0; i < count; i++) {
            if (i + AHEAD < count)
                __builtin_prefetch(&run->sites[letters[i + AHEAD].slot]);
            if (i + AHEAD_KEYS < count)
                queue_expect(&run->sites[letters[i + AHEAD_KEYS].slot].queue);
            if (i + AHEAD_EVENT < count)
                queue_expect_place(&run->sites[letters[i + AHEAD_EVENT].slot].queue);
            const struct event *letter = &letters[i];
            site_wake(run, letter->slot, letter->time);
            queue_push(&run->sites[letter->slot].queue, letter->time, letter->order, letter->kind,
                       letter->payload, sizeof letter->payload);
        }
    }
}

static bool take_chunk(struct worker *worker, uint32_t *chunk)
{
    uint32_t place = atomic_fetch_add_explicit(&worker->taken, 1, memory_order_relaxed);
    if (place >= worker->count)
        return false;
    *chunk = worker->list[place];
    return true;
}

/* What one thread has done in this window. */
struct share {
    double begun, now; /* by the clock; 0 where nobody helps */
    uint32_t chunks;
};

/* Whether chunks hold so much in this window, whatever they held in others: the hour of a meeting comes once
 * a day. */
static bool holds_much(const struct share *share, double much)
{
    return share->now - share->begun > much * share->chunks;
}

/* Chunks worth taking come first in a list. */
static bool worth_helping(const struct worker *worker, const struct share *share)
{
    uint32_t place = atomic_load_explicit(&worker->taken, memory_order_relaxed);
    return place < worker->dear || place + MANY_LEFT <= worker->count || holds_much(share, WORTH_TAKING);
}

static void post_open(struct post *post, uint32_t chunks)
{
    for (uint32_t i = 0; i < chunks; i++)
        post->boxes[i].count = 0;
}

/* Works parts of the chunk until all are begun, and says how many of its sites were done here. */
static uint32_t work_parts(struct run *run, struct chunk *chunk, struct post *post)
{
    uint32_t sites = chunk->beyond - chunk->first, done = 0;
    for (uint32_t at; (at = atomic_fetch_add_explicit(&chunk->begun, PART, memory_order_relaxed)) < sites;) {
        uint32_t count = sites - at < PART ? sites - at : PART;
        work_sites(run, chunk->first + at, count, post, run->end);
        done += count;
    }
    return done;
}

static bool worth_parts(const struct run *run, const struct chunk *chunk, const struct share *share)
{
    return run->worker_count > 1 &&
           (chunk->cost > WORTH_PARTS || holds_much(share, WORTH_PARTS) || run->plan.spread == SPREAD_ALWAYS);
}

/* Whether all of it was done here. What happens next in it is looked for when all threads have finished. */
static bool offer_parts(struct run *run, uint32_t me, uint32_t index, struct post *post)
{
    struct chunk *chunk = &run->chunks[index];
    chunk->in_parts = true;
    atomic_store_explicit(&chunk->begun, 0, memory_order_relaxed);
    atomic_store_explicit(&run->workers[me].at, index + 1, memory_order_release);
    return work_parts(run, chunk, post) == chunk->beyond - chunk->first;
}

/* No chunk is left: parts of those that others are at. */
static void help_others(struct run *run, uint32_t me)
{
    struct post *post = &run->workers[me].posts[run->filling];
    for (uint32_t i = 1; i < run->worker_count; i++) {
        struct worker *worker = &run->workers[(me + i) % run->worker_count];
        uint32_t at = atomic_load_explicit(&worker->at, memory_order_acquire);
        if (at > 0)
            work_parts(run, &run->chunks[at - 1], post);
    }
}

/* Whether all of its work was done here. */
static bool work_taken(struct run *run, uint32_t me, uint32_t index, const struct share *share)
{
    struct post *post = &run->workers[me].posts[run->filling];
    struct chunk *chunk = &run->chunks[index];
    deliver(run, index);
    if (chunk->next >= run->end)
        return true;
    if (worth_parts(run, chunk, share))
        return offer_parts(run, me, index, post);
    work_chunk(run, chunk, post, run->end);
    return true;
}

/* The chunks of one's own list first, whose memory is near; then those that others have not come to. */
static void work_share(struct run *run, uint32_t me)
{
    bool measured = run->worker_count > 1;
    double begun = measured ? omp_get_wtime() : 0;
    struct share share = {begun, begun, 0};
    post_open(&run->workers[me].posts[run->filling], run->chunk_count);
    for (uint32_t i = 0; i < run->worker_count; i++) {
        struct worker *worker = &run->workers[(me + i) % run->worker_count];
        for (uint32_t index; (i == 0 || worth_helping(worker, &share)) && take_chunk(worker, &index);
             share.chunks++) {
            bool whole = work_taken(run, me, index, &share);
            if (!measured)
                continue;
            double now = omp_get_wtime();
            if (whole)
                measure_cost(&run->chunks[index].cost, now - share.now);
            share.now = now;
        }
    }
    help_others(run, me);
}

static void put_parts_together(struct run *run)
{
    for (uint32_t i = 0; i < run->chunk_count; i++) {
        if (run->chunks[i].in_parts)
            go_through_groups(run, &run->chunks[i], true, NULL, 0);
        run->chunks[i].in_parts = false;
    }
}

/* The last thread to finish a window decides for all, while they wait: the next window begins at the least of
 * the instants, compared in a fixed order. */
static void plan_window(struct run *run)
{
    put_parts_together(run);
    sim_time earliest = earliest_event(run);
    uint64_t letters = 0;
    for (uint32_t i = 0; i < run->worker_count; i++) {
        struct worker *worker = &run->workers[i];
        struct post *filled = &worker->posts[run->filling];
        earliest = filled->earliest < earliest ? filled->earliest : earliest;
        letters += filled->letters;
        filled->earliest = SIM_NEVER;
        filled->letters = 0;
        atomic_store_explicit(&worker->taken, 0, memory_order_relaxed);
        atomic_store_explicit(&worker->at, 0, memory_order_relaxed);
    }
    run->filling = 1 - run->filling;
    if (run->pace == PACE_DELIVER) {
        run->pace = PACE_DONE;
        return;
    }
    if (run->worker_count > 1 && run->windows % REVIEW_EVERY == 0)
        shares_review(run);
    count_window(run, letters);
    if (earliest >= run->limit || run->alone) {
        run->pace = PACE_DELIVER;
        run->end = INT64_MIN;
    } else {
        run->end = window_end(run, earliest);
    }
}

static void begin_shares(struct run *run, uint32_t workers)
{
    if (run->worker_count != workers) {
        run->worker_count = workers;
        shares_deal(run);
    }
    for (uint32_t i = 0; i < POSTS * run->plan.threads; i++)
        post_open(&run->workers[i / POSTS].posts[i % POSTS], run->chunk_count);
    run->pace = PACE_WORK;
    run->end = window_end(run, earliest_event(run));
}

/* Where only one thread came (nested teams are not allowed, or there are no threads left), it works alone. */
static void begin_together(struct run *run, uint32_t came)
{
    begin_shares(run, came);
    team_gather(run->team, came);
    if (came == 1) {
        run->alone = true;
        run->pace = PACE_DONE;
    }
}

static void work_together(struct run *run)
{
    /* Why the order in which chunks are taken, and by whom, cannot be seen in any result:
     * - Within a window a site changes nothing but itself (its queue, its state, its counts), and only one
     * thread takes the chunk it lies in, or the part of that chunk. Parts are offered after the letters of
     * the chunk were delivered.
     * - What it sends arrives at or after the end of the window, so no site can see in a window whether
     * another was worked before it, after it, or at once.
     * - Events of a site are worked in the order (time, source, serial), which is total and which neither
     * threads nor the order of delivery enter.
     * - Windows begin at a least instant, and a least does not depend on the order in which it is looked for.
     * What clocks decide here is who does something, never what. Threads hand over at the meeting: what one
     * wrote before it, the others may read after it. */
#pragma omp parallel num_threads(run->plan.threads)
    {
#pragma omp single
        begin_together(run, (uint32_t)omp_get_num_threads());

        while (run->pace != PACE_DONE) {
            work_share(run, (uint32_t)omp_get_thread_num());
            if (team_meet(run->team)) {
                plan_window(run);
                team_go(run->team);
            }
        }
    }
}

/* One thread does the shares of all: where queues do not fit into a cache together, letters to many of them
 * are better collected than brought one by one. */
static void work_collecting(struct run *run)
{
    begin_shares(run, 1);
    while (run->pace != PACE_DONE) {
        work_share(run, 0);
        plan_window(run);
    }
}

void windows_work(struct run *run, sim_time limit)
{
    run->limit = limit;
    if (run->plan.sites == 1) {
        work_one_site(run);
        return;
    }
    while (earliest_event(run) < limit) {
        bool one = run->plan.threads <= 1 || run->worker_count == 1;
        if (one && run->plan.sites > MANY_SITES)
            work_collecting(run);
        else if (one || run->alone)
            run->alone = work_alone(run);
        else
            work_together(run);
    }
}
