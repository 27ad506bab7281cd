#include "program/run_ensemble.h"

#include <omp.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/require.h"

/* Slots a thread: enough that a slow run does not keep the other threads waiting, few enough
 * to bound memory. */
enum { WINDOW_PER_THREAD = 4 };
/* Teams in teams: runs, and sites of a run. */
enum { TEAM_LEVELS = 2 };

struct slot {
    struct outcome *outcome;
    struct run_tally tally;
    bool ready, taken;
};

/* All of it is touched under `lock`, except the slot of a run under way, which belongs to the run's
 * thread. */
struct line {
    const struct ensemble *ensemble;
    struct ensemble_tally *tally;
    struct trouble *trouble;
    struct slot *slots;
    uint64_t slot_count;
    uint64_t runs, taken, recorded, finished;
    enum status status;
    /* The first run that went over a limit: those before it are still recorded. `runs` where none did. */
    uint64_t broken_off;
    struct run_excess excess;
    pthread_mutex_t lock;
    pthread_cond_t moved;
};

static bool line_open(const struct line *line)
{
    return line->status == STATUS_FINE && line->broken_off == line->runs && line->taken < line->runs &&
           !watch_asked_to_stop(line->ensemble->watch);
}

/* Threads go to runs first, because runs never wait for each other. Only where fewer runs are left than there
 * are threads does a run that begins get several, for its sites. */
static uint32_t share_of_threads(const struct line *line)
{
    uint64_t left = line->runs - line->finished, threads = (uint64_t)line->ensemble->threads;
    uint64_t under_way = line->taken - line->finished;
    if (line->ensemble->shape->sites == 1 || left >= threads)
        return 1;
    return (uint32_t)(threads / left + (under_way <= threads % left));
}

/* The next run, once its slot is free; false when there is none to take any more. The thread that has the
 * earliest run never waits here, so the line always moves. */
static bool take_run(struct line *line, uint64_t *index, uint32_t *threads)
{
    pthread_mutex_lock(&line->lock);
    while (line_open(line) && line->taken - line->recorded >= line->slot_count)
        pthread_cond_wait(&line->moved, &line->lock);
    bool some = line_open(line);
    if (some) {
        *index = line->taken++;
        *threads = share_of_threads(line);
    }
    pthread_mutex_unlock(&line->lock);
    return some;
}

static void add_tally(struct ensemble_tally *tally, const struct run_tally *one)
{
    tally->runs++;
    tally->sum.events += one->events;
    tally->sum.turns += one->turns;
    tally->sum.hearings += one->hearings;
    if (one->bytes > tally->sum.bytes)
        tally->sum.bytes = one->bytes;
    if (one->participants > tally->sum.participants)
        tally->sum.participants = one->participants;
}

/* Appends the runs that are next in order. Writing under the lock is fine: a run takes far longer than its
 * record. */
static void hand_over(struct line *line, uint64_t index)
{
    pthread_mutex_lock(&line->lock);
    line->slots[index % line->slot_count].ready = true;
    line->finished++;
    while (line->status == STATUS_FINE && line->slots[line->recorded % line->slot_count].ready) {
        struct slot *slot = &line->slots[line->recorded % line->slot_count];
        if (line->recorded == 0 && line->ensemble->first) /* the first run says how many rows there will be */
            line->status = experiment_check_rows(line->ensemble->experiment, slot->outcome, line->trouble);
        if (line->status == STATUS_FINE)
            line->status = record_append(line->ensemble->record, slot->outcome, line->trouble);
        if (line->status != STATUS_FINE)
            break; /* the tally counts runs that are kept, and this one is not */
        add_tally(line->tally, &slot->tally);
        line->tally->taken += slot->taken ? 1 : 0;
        slot->ready = false;
        line->recorded++;
    }
    pthread_cond_broadcast(&line->moved);
    pthread_mutex_unlock(&line->lock);
}

static bool asked_to_stop(const void *watch)
{
    return watch_asked_to_stop(watch);
}

/* A run that was stopped is carried out again when the runs are continued; those who wait for its slot need
 * wait no more. After one that went over a limit none is begun, but those before it are finished, so that the
 * same runs are kept and the same sentence is said with any number of threads. */
static void give_up(struct line *line, uint64_t index, const struct run_excess *excess)
{
    pthread_mutex_lock(&line->lock);
    if (excess->limit != NULL && index < line->broken_off) {
        line->broken_off = index;
        line->excess = *excess;
    }
    pthread_cond_broadcast(&line->moved);
    pthread_mutex_unlock(&line->lock);
}

static void line_work(struct line *line)
{
    uint64_t index;
    uint32_t threads;
    while (take_run(line, &index, &threads)) {
        struct slot *slot = &line->slots[index % line->slot_count];
        outcome_clear(slot->outcome);
        slot->tally = (struct run_tally){0};
        const struct run_terms terms = {threads, asked_to_stop, line->ensemble->watch};
        const struct run_order *order = &line->ensemble->orders[index];
        slot->taken = line->ensemble->extension != NULL &&
                      extension_take(line->ensemble->extension, order, slot->outcome);
        if (!slot->taken &&
            !experiment_run(line->ensemble->experiment, order, &terms, slot->outcome, &slot->tally)) {
            give_up(line, index, &slot->tally.excess);
            return;
        }
        watch_count(line->ensemble->watch);
        hand_over(line, index);
    }
}

enum status run_ensemble(const struct ensemble *ensemble, struct ensemble_tally *tally,
                         struct trouble *trouble)
{
    struct line line = {.ensemble = ensemble, .tally = tally, .trouble = trouble};
    line.runs = ensemble->runs;
    line.taken = line.recorded = line.finished = ensemble->done;
    line.broken_off = line.runs;
    uint64_t left = line.runs - line.taken;
    int threads = (uint64_t)ensemble->threads > left ? (int)left : ensemble->threads;
    if (threads < 1)
        threads = 1;
    line.slot_count = (uint64_t)threads * WINDOW_PER_THREAD;
    line.slots = must_allocate(line.slot_count, sizeof *line.slots);
    for (uint64_t i = 0; i < line.slot_count; i++)
        line.slots[i].outcome = outcome_new(ensemble->shape);
    pthread_mutex_init(&line.lock, NULL);
    pthread_cond_init(&line.moved, NULL);

    /* A run depends on nothing but its index (its draws are keyed by what they decide), writes to its own
     * slot only, and is recorded in the order of the indices: which thread carries it out, and when, cannot
     * show. Threads take runs one by one, so a slow design does not leave the others idle. */
    omp_set_max_active_levels(TEAM_LEVELS);
    if (threads ==
        1) /* needs nothing of the OpenMP runtime, which ends the program when it lacks something */
        line_work(&line);
    else
#pragma omp parallel num_threads(threads)
        line_work(&line);

    for (uint64_t i = 0; i < line.slot_count; i++)
        outcome_free(line.slots[i].outcome);
    free(line.slots);
    pthread_cond_destroy(&line.moved);
    pthread_mutex_destroy(&line.lock);
    if (line.status == STATUS_FINE && line.broken_off < line.runs)
        line.status = experiment_say_excess(ensemble->experiment, &ensemble->orders[line.broken_off],
                                            &line.excess, trouble);
    if (line.status != STATUS_FINE)
        return line.status;
    return line.recorded == line.runs ? STATUS_FINE : STATUS_INTERRUPTED;
}
