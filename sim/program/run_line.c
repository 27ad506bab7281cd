#include "program/run_line.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/require.h"

/* Slots a worker: enough that a slow run does not keep the other workers waiting, few enough to bound memory.
 */
enum { WINDOW_PER_WORKER = 4 };

/* All of it is touched under `lock`, except the slot of a run under way, which belongs to its worker. */
struct run_line {
    const struct ensemble *ensemble;
    struct ensemble_tally *tally;
    struct trouble *trouble;
    struct run_slot *slots;
    uint64_t slot_count;
    uint64_t runs, taken, recorded, finished;
    enum status status;
    /* The first run that went over a limit: those before it are still recorded. `runs` where none did. */
    uint64_t broken_off;
    struct run_excess excess;
    pthread_mutex_t lock;
    pthread_cond_t moved;
};

struct run_line *run_line_begin(const struct ensemble *ensemble, struct ensemble_tally *tally,
                                struct trouble *trouble, uint64_t workers)
{
    struct run_line *line = must_allocate(1, sizeof *line);
    *line = (struct run_line){.ensemble = ensemble, .tally = tally, .trouble = trouble};
    line->runs = line->broken_off = ensemble->runs;
    line->taken = line->recorded = line->finished = ensemble->done;
    line->slot_count = workers * WINDOW_PER_WORKER;
    line->slots = must_allocate(line->slot_count, sizeof *line->slots);
    for (uint64_t i = 0; i < line->slot_count; i++)
        line->slots[i].outcome = outcome_new(ensemble->shape);
    pthread_mutex_init(&line->lock, NULL);
    pthread_cond_init(&line->moved, NULL);
    return line;
}

static bool is_open(const struct run_line *line)
{
    return line->status == STATUS_FINE && line->broken_off == line->runs && line->taken < line->runs &&
           !watch_asked_to_stop(line->ensemble->watch);
}

static bool is_full(const struct run_line *line)
{
    return line->taken - line->recorded >= line->slot_count;
}

bool run_line_open(struct run_line *line)
{
    pthread_mutex_lock(&line->lock);
    bool open = is_open(line);
    pthread_mutex_unlock(&line->lock);
    return open;
}

bool run_line_take(struct run_line *line, uint64_t *index)
{
    pthread_mutex_lock(&line->lock);
    while (is_open(line) && is_full(line))
        pthread_cond_wait(&line->moved, &line->lock);
    bool some = is_open(line);
    if (some)
        *index = line->taken++;
    pthread_mutex_unlock(&line->lock);
    return some;
}

bool run_line_try(struct run_line *line, uint64_t *index)
{
    pthread_mutex_lock(&line->lock);
    bool some = is_open(line) && !is_full(line);
    if (some)
        *index = line->taken++;
    pthread_mutex_unlock(&line->lock);
    return some;
}

uint64_t run_line_left(struct run_line *line)
{
    pthread_mutex_lock(&line->lock);
    uint64_t left = line->runs - line->finished;
    pthread_mutex_unlock(&line->lock);
    return left;
}

/* Threads go to runs first, because runs never wait for each other. Only where fewer runs are left than there
 * are threads does a run that begins get several, for its sites. */
uint32_t run_line_share(struct run_line *line, uint64_t threads)
{
    pthread_mutex_lock(&line->lock);
    uint64_t left = line->runs - line->finished, under_way = line->taken - line->finished;
    pthread_mutex_unlock(&line->lock);
    if (line->ensemble->shape->sites == 1 || left >= threads)
        return 1;
    return (uint32_t)(threads / left + (under_way <= threads % left));
}

struct run_slot *run_line_slot(struct run_line *line, uint64_t index)
{
    struct run_slot *slot = &line->slots[index % line->slot_count];
    outcome_clear(slot->outcome);
    slot->tally = (struct run_tally){0};
    slot->taken = false;
    return slot;
}

static void add_tally(struct ensemble_tally *tally, const struct run_tally *one)
{
    tally->runs++;
    tally->sum.events += one->events;
    tally->sum.turns += one->turns;
    tally->sum.hearings += one->hearings;
    tally->sum.windows += one->windows;
    tally->sum.letters += one->letters;
    if (one->most_letters > tally->sum.most_letters)
        tally->sum.most_letters = one->most_letters;
    if (one->bytes > tally->sum.bytes)
        tally->sum.bytes = one->bytes;
    if (one->participants > tally->sum.participants)
        tally->sum.participants = one->participants;
}

/* Appends the runs that are next in order. Writing under the lock is fine: a run takes far longer than its
 * record. */
void run_line_hand_over(struct run_line *line, uint64_t index)
{
    pthread_mutex_lock(&line->lock);
    line->slots[index % line->slot_count].ready = true;
    line->finished++;
    watch_count(line->ensemble->watch);
    while (line->status == STATUS_FINE && line->slots[line->recorded % line->slot_count].ready) {
        struct run_slot *slot = &line->slots[line->recorded % line->slot_count];
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

void run_line_give_up(struct run_line *line, uint64_t index, const struct run_excess *excess)
{
    pthread_mutex_lock(&line->lock);
    if (excess->limit != NULL && index < line->broken_off) {
        line->broken_off = index;
        line->excess = *excess;
    }
    pthread_cond_broadcast(&line->moved); /* those who wait for its slot need wait no more */
    pthread_mutex_unlock(&line->lock);
}

enum status run_line_end(struct run_line *line)
{
    enum status status = line->status;
    if (status == STATUS_FINE && line->broken_off < line->runs)
        status = experiment_say_excess(line->ensemble->experiment, &line->ensemble->orders[line->broken_off],
                                       &line->excess, line->trouble);
    else if (status == STATUS_FINE && line->recorded < line->runs)
        status = STATUS_INTERRUPTED;
    for (uint64_t i = 0; i < line->slot_count; i++)
        outcome_free(line->slots[i].outcome);
    free(line->slots);
    pthread_cond_destroy(&line->moved);
    pthread_mutex_destroy(&line->lock);
    free(line);
    return status;
}
