#include "kernel/run.h"

#include <stdlib.h>

#include "kernel/run_parts.h"
#include "kernel/shelf.h"

enum { LEAST_PIECE = 64 * 1024, MOST_PIECE = 2 * 1024 * 1024, PIECE_OF_SITE = 2048 };
enum { SERIAL_BITS = 40, LARGEST_SITE_COUNT = (1 << 24) - 1 };

static void *lines(size_t count, size_t size)
{
    void *memory =
        aligned_alloc(2 * KERNEL_CACHE_LINE, (count * size + 2 * KERNEL_CACHE_LINE - 1) /
                                                 (2 * KERNEL_CACHE_LINE) * (2 * KERNEL_CACHE_LINE));
    if (memory == NULL)
        out_of_memory(count, size);
    return memory;
}

static sim_time *nevers(uint32_t count)
{
    sim_time *instants = lines(count, sizeof *instants);
    for (uint32_t i = 0; i < count; i++)
        instants[i] = SIM_NEVER;
    return instants;
}

static void divide_sites(struct run *run)
{
    uint32_t sites = run->plan.sites, usual = sites > MANY_SITES ? MANY_CHUNKS : LEAST_CHUNKS;
    uint32_t most = CHUNKS_PER_THREAD * run->plan.threads;
    while ((sites - 1) >> run->chunk_shift >= (most > usual ? most : usual))
        run->chunk_shift++;
    run->chunk_count = ((sites - 1) >> run->chunk_shift) + 1;
    run->group_shift = run->chunk_shift < GROUP_SHIFT ? run->chunk_shift : GROUP_SHIFT;
    run->next = nevers(sites);
    run->group_next = nevers(((sites - 1) >> run->group_shift) + 1);
    run->chunks = lines(run->chunk_count, sizeof *run->chunks);
    for (uint32_t i = 0; i < run->chunk_count; i++) {
        uint32_t first = i << run->chunk_shift, beyond = (i + 1) << run->chunk_shift;
        run->chunks[i] =
            (struct chunk){.next = SIM_NEVER, .first = first, .beyond = beyond < sites ? beyond : sites};
    }
}

/* Pieces large enough for large pages, but not where there are few sites in a chunk. */
static void put_up_shelves(struct run *run)
{
    size_t piece = LEAST_PIECE;
    while (piece < MOST_PIECE && piece < ((size_t)PIECE_OF_SITE << run->chunk_shift))
        piece *= 2;
    for (uint32_t i = 0; i < run->chunk_count; i++)
        run->chunks[i].shelf = shelf_new(piece);
}

static void hire_workers(struct run *run)
{
    uint32_t threads = run->plan.threads;
    run->workers = lines(threads, sizeof *run->workers);
    run->lists = must_allocate((size_t)threads * run->chunk_count, sizeof *run->lists);
    run->team = team_new(windows_spin(threads));
    for (uint32_t i = 0; i < threads; i++) {
        run->workers[i] = (struct worker){.list = run->lists + (size_t)i * run->chunk_count};
        for (uint32_t p = 0; p < POSTS; p++)
            run->workers[i].posts[p] =
                (struct post){must_allocate(run->chunk_count, sizeof(struct box)), SIM_NEVER, 0};
    }
}

static uint32_t threads_of(const struct run_plan *plan)
{
    uint32_t most = plan->sites < MOST_THREADS ? plan->sites : MOST_THREADS;
    return plan->threads == 0 ? 1 : plan->threads > most ? most : plan->threads;
}

struct run *run_new(const struct run_plan *plan)
{
    require(plan->sites >= 1 && plan->sites <= LARGEST_SITE_COUNT);
    require(plan->sites == 1 || plan->lookahead > 0);
    require(plan->ends >= 0);
    struct run *run = must_allocate(1, sizeof *run);
    *run = (struct run){.plan = *plan, .luck = luck_of(plan->seed, plan->replication)};
    run->plan.threads = threads_of(plan);
    divide_sites(run);
    if (plan->sites > MANY_SITES)
        put_up_shelves(run);
    run->sites = lines(plan->sites, sizeof *run->sites);
    for (uint32_t i = 0; i < plan->sites; i++) {
        run->sites[i] = (struct site){
            .run = run, .index = i, .kinds = plan->model->kinds, .most = plan->most_events - 1 /* 0: any */};
        queue_begin(&run->sites[i].queue, run->chunks[i >> run->chunk_shift].shelf);
    }
    if (run->plan.threads > 1 || plan->sites > MANY_SITES)
        hire_workers(run);
    return run;
}

static void worker_free(struct worker *worker, uint32_t chunks)
{
    for (uint32_t p = 0; p < POSTS; p++) {
        for (uint32_t i = 0; i < chunks; i++)
            free(worker->posts[p].boxes[i].letters);
        free(worker->posts[p].boxes);
    }
}

void run_free(struct run *run)
{
    if (run == NULL)
        return;
    for (uint32_t i = 0; i < run->plan.sites; i++)
        queue_end(&run->sites[i].queue);
    for (uint32_t i = 0; run->workers != NULL && i < run->plan.threads; i++)
        worker_free(&run->workers[i], run->chunk_count);
    for (uint32_t i = 0; i < run->chunk_count; i++)
        shelf_free(run->chunks[i].shelf);
    team_free(run->team);
    free(run->workers);
    free(run->lists);
    free(run->chunks);
    free(run->group_next);
    free(run->next);
    free(run->sites);
    free(run);
}

struct site *run_site(struct run *run, uint32_t index)
{
    require(index < run->plan.sites);
    return &run->sites[index];
}

void run_until(struct run *run, sim_time instant)
{
    sim_time limit = instant < run->plan.ends ? instant : run->plan.ends;
    if (limit < run->reached)
        return;
    windows_work(run, limit);
    run->reached = limit;
    for (uint32_t i = 0; i < run->plan.sites; i++) {
        run->sites[i].now = limit;
        run->sites[i].post = NULL;
    }
}

uint64_t run_events(const struct run *run)
{
    uint64_t events = 0;
    for (uint32_t i = 0; i < run->plan.sites; i++)
        events += run->sites[i].events;
    return events;
}

uint64_t run_steps(const struct run *run)
{
    uint64_t steps = run_events(run);
    for (uint32_t i = 0; i < run->plan.sites; i++)
        steps += run->sites[i].steps;
    return steps;
}

static void site_ask(struct site *site, enum halt_reason reason)
{
    site->reason = site->reason == HALT_NONE ? reason : site->reason;
    site->most = 0;
}

void site_charge(struct site *site, uint64_t steps)
{
    uint64_t most = site->run->plan.most_steps; /* 0: any number */
    site->steps += steps;
    if (most != 0 && site->steps + site->events > most)
        site_ask(site, HALT_STEPS);
}

void site_stop(struct site *site)
{
    site_ask(site, HALT_ASKED);
}

bool site_is_stopping(const struct site *site)
{
    return site->reason != HALT_NONE;
}

bool run_halted(const struct run *run, struct run_halt *halt)
{
    for (uint32_t i = 0; i < run->plan.sites; i++) {
        const struct site *site = &run->sites[i];
        if (site->halted == HALT_NONE)
            continue;
        *halt = (struct run_halt){site->halted, i, site->halted_at, site->halted_kind};
        return true;
    }
    return false;
}

uint32_t run_busiest(const struct run *run)
{
    uint32_t busiest = 0;
    for (uint32_t i = 1; i < run->plan.sites; i++)
        if (run->sites[i].events > run->sites[busiest].events)
            busiest = i;
    return busiest;
}

static uint64_t worker_bytes(const struct worker *worker, uint32_t chunks)
{
    uint64_t bytes = sizeof *worker + chunks * sizeof *worker->list;
    for (uint32_t p = 0; p < POSTS; p++) {
        for (uint32_t i = 0; i < chunks; i++)
            bytes += sizeof(struct box) + worker->posts[p].boxes[i].room * sizeof(struct event);
    }
    return bytes;
}

uint64_t run_bytes(const struct run *run)
{
    uint64_t sites = run->plan.sites;
    uint64_t bytes = sizeof *run + sites * (sizeof *run->sites + sizeof *run->next) +
                     run->chunk_count * sizeof *run->chunks +
                     (((sites - 1) >> run->group_shift) + 1) * sizeof *run->group_next;
    for (uint32_t i = 0; i < run->chunk_count && run->chunks[i].shelf != NULL; i++)
        bytes += shelf_bytes(run->chunks[i].shelf);
    for (uint32_t i = 0; i < sites; i++)
        bytes += queue_bytes(&run->sites[i].queue);
    for (uint32_t i = 0; run->workers != NULL && i < run->plan.threads; i++)
        bytes += worker_bytes(&run->workers[i], run->chunk_count);
    return bytes;
}

uint64_t run_windows(const struct run *run)
{
    return run->windows;
}

struct letters run_letters(const struct run *run)
{
    return run->letters;
}

void site_attach(struct site *site, void *state)
{
    site->state = state;
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
    site_wake(site->run, site->index, at);
    return queue_push(&site->queue, at, next_order(site), kind, card, size);
}

bool site_cancel(struct site *site, struct event_ticket ticket)
{
    return queue_cancel(&site->queue, ticket);
}

void site_reserve(struct site *site, size_t events)
{
    queue_reserve(&site->queue, events);
}

void site_send(struct site *site, uint32_t to, sim_time at, uint32_t kind, const void *card, size_t size)
{
    struct run *run = site->run;
    require(to < run->plan.sites && to != site->index);
    require(kind < site->kinds);
    require(size <= EVENT_PAYLOAD);
    require(at >= site->now && at - site->now >= run->plan.lookahead);
    uint64_t order = next_order(site);
    if (site->post != NULL) {
        struct event *letter = post_letter(site->post, to >> run->chunk_shift, at);
        *letter = (struct event){.time = at, .order = order, .kind = kind, .slot = to};
        if (size > 0)
            memcpy(letter->payload, card, size);
    } else {
        run->brought++;
        site_wake(run, to, at);
        queue_push(&run->sites[to].queue, at, order, kind, card, size);
    }
}

sim_time site_lookahead(const struct site *site)
{
    return site->run->plan.lookahead;
}

void site_tell(struct site *site, uint32_t to, uint32_t kind, const void *card, size_t size)
{
    sim_time at = site->now + site_lookahead(site);
    if (to == site->index)
        site_schedule(site, at, kind, card, size);
    else
        site_send(site, to, at, kind, card, size);
}
