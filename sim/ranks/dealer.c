#include "ranks/dealer.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/require.h"
#include "program/run_line.h"
#include "ranks/messages.h"
#include "record/heading.h"

enum {
    RUNS_PER_THREAD = 2, /* that a worker has at once: one under way, one waiting */
};

/* Seconds that workers have to break off what is under way. Who asked for the stop may become impatient:
 * mpirun, for one, kills after a second. */
static const double patience = 0.5;

/* What is known of a worker. */
struct worker_state {
    uint64_t threads, under_way;
};

struct dealer {
    struct crew crew;               /* comes first: a crew is its dealer */
    const struct record_plan *plan; /* of the experiment that is under way */
    int ranks;
    struct worker_state *workers; /* by rank; that of the dealer itself has no threads */
    uint64_t threads, under_way;  /* of all */
    bool stopped;                 /* a worker was asked to stop */
    bool lost;                    /* some did not answer in time */
    struct mailbox *mailbox;
    struct arena texts; /* of runs that went over a limit */
};

static struct dealer *dealer_of(struct crew *crew)
{
    return (struct dealer *)(void *)((char *)crew - offsetof(struct dealer, crew));
}

static void tell_all(struct dealer *dealer, enum message_tag tag, const struct text *bytes)
{
    for (int rank = 1; rank < dealer->ranks; rank++)
        message_send(rank, tag, bytes == NULL ? NULL : bytes->bytes, bytes == NULL ? 0 : bytes->length);
}

/* --- before the first run --- */

static void hear_ready(struct dealer *dealer, const struct message *message, struct trouble *trouble)
{
    struct ready_message ready;
    require(message->tag == MESSAGE_READY && message->length >= sizeof ready);
    memcpy(&ready, message->bytes, sizeof ready);
    dealer->workers[message->rank] = (struct worker_state){.threads = ready.threads};
    dealer->threads += ready.threads;
    if (ready.threads == 0)
        trouble_add(trouble, STATUS_BAD_INPUT, (struct place){0}, "process %d of %d %.*s", message->rank + 1,
                    dealer->ranks, (int)(message->length - sizeof ready), message->bytes + sizeof ready);
}

static void dealer_close(struct crew *crew)
{
    struct dealer *dealer = dealer_of(crew);
    if (!dealer->lost)
        tell_all(dealer, MESSAGE_CLOSE, NULL);
    arena_free(&dealer->texts);
}

static int dealer_open(struct crew *crew, const struct record_plan *plan, int threads,
                       struct trouble *trouble)
{
    struct dealer *dealer = dealer_of(crew);
    const struct experiment_message wish = {(uint64_t)threads};
    const struct heading heading = heading_of(plan);
    struct text bytes = {0}, encoded = {0};
    heading_encode(&heading, &encoded);
    text_add(&bytes, (const char *)&wish, sizeof wish);
    text_add(&bytes, encoded.bytes, encoded.length);
    tell_all(dealer, MESSAGE_EXPERIMENT, &bytes);
    text_free(&encoded);
    text_free(&bytes);
    dealer->plan = plan;
    dealer->threads = 0;
    bool all_can = true;
    unsigned idle = 0;
    for (int answers = 1; answers < dealer->ranks;) {
        struct message message;
        if (!message_take(dealer->mailbox, FROM_ANY_RANK, &message)) {
            message_pause(&idle);
            continue;
        }
        hear_ready(dealer, &message, trouble);
        all_can = all_can && dealer->workers[message.rank].threads > 0;
        answers++;
    }
    if (!all_can)
        dealer_close(crew);
    return all_can ? (int)dealer->threads : 0;
}

/* --- a round --- */

/* The worker with the most room. Runs wait at a worker only while there are enough left for all: near the end
 * of a round each goes to the first that is free. */
static int freest_worker(const struct dealer *dealer, struct run_line *line)
{
    const uint64_t each = run_line_left(line) > RUNS_PER_THREAD * dealer->threads ? RUNS_PER_THREAD : 1;
    int freest = 0;
    uint64_t most = 0;
    for (int rank = 1; rank < dealer->ranks; rank++) {
        const struct worker_state *worker = &dealer->workers[rank];
        const uint64_t room = each * worker->threads;
        if (room > worker->under_way && room - worker->under_way > most) {
            most = room - worker->under_way;
            freest = rank;
        }
    }
    return freest;
}

/* False where no run can be dealt now. */
static bool deal_one(struct dealer *dealer, const struct ensemble *ensemble, struct run_line *line)
{
    const int rank = freest_worker(dealer, line);
    uint64_t index;
    if (rank == 0 || !run_line_try(line, &index))
        return false;
    struct run_slot *slot = run_line_slot(line, index);
    const struct run_order *order = &ensemble->orders[index];
    slot->taken = ensemble->extension != NULL && extension_take(ensemble->extension, order, slot->outcome);
    if (slot->taken) {
        run_line_hand_over(line, index);
        return true;
    }
    struct worker_state *worker = &dealer->workers[rank];
    const uint32_t share = run_line_share(line, dealer->threads);
    const struct order_message message = {
        .index = index,
        .order = *order,
        .threads = share > worker->threads ? (uint32_t)worker->threads : share,
    };
    message_send(rank, MESSAGE_ORDER, &message, sizeof message);
    worker->under_way++;
    dealer->under_way++;
    return true;
}

static const char *kept_text(struct dealer *dealer, const char *text)
{
    return *text == '\0' ? NULL : arena_text(&dealer->texts, text, strlen(text));
}

static void take_back(struct dealer *dealer, const struct ensemble *ensemble, struct run_line *line,
                      const struct message *message)
{
    struct done_message done;
    require(message->tag == MESSAGE_DONE && message->length >= sizeof done);
    memcpy(&done, message->bytes, sizeof done);
    require(done.index < ensemble->runs && dealer->workers[message->rank].under_way > 0);
    dealer->workers[message->rank].under_way--;
    dealer->under_way--;
    if (done.whole == 0) {
        done.tally.excess.limit = kept_text(dealer, done.limit);
        done.tally.excess.event = kept_text(dealer, done.event);
        dealer->stopped = dealer->stopped || done.tally.excess.limit == NULL;
        run_line_give_up(line, done.index, &done.tally.excess);
        return;
    }
    struct run_slot *slot = run_line_slot(line, done.index);
    slot->tally = done.tally;
    require(outcome_decode(slot->outcome, plan_keeps(dealer->plan, &ensemble->orders[done.index]),
                           message->bytes + sizeof done, message->length - sizeof done));
    run_line_hand_over(line, done.index);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Nothing is dealt any more: what is under way is broken off. */
static void break_off(struct dealer *dealer, const struct ensemble *ensemble, struct run_line *line,
                      struct trouble *trouble)
{
    const double until = seconds_now() + patience;
    unsigned idle = 0;
    tell_all(dealer, MESSAGE_STOP, NULL);
    while (dealer->under_way > 0 && seconds_now() < until) {
        struct message message;
        if (message_take(dealer->mailbox, FROM_ANY_RANK, &message))
            take_back(dealer, ensemble, line, &message);
        else
            message_pause(&idle);
    }
    dealer->lost = dealer->under_way > 0;
    for (int rank = 1; rank < dealer->ranks; rank++)
        if (dealer->workers[rank].under_way > 0)
            trouble_add(trouble, STATUS_INTERRUPTED, (struct place){0},
                        "process %d of %d does not answer any more", rank + 1, dealer->ranks);
}

static enum status deal_round(struct crew *crew, const struct ensemble *ensemble,
                              struct ensemble_tally *tally, struct trouble *trouble)
{
    struct dealer *dealer = dealer_of(crew);
    struct run_line *line = run_line_begin(ensemble, tally, trouble, RUNS_PER_THREAD * dealer->threads);
    unsigned idle = 0;
    while ((run_line_open(line) || dealer->under_way > 0) && !dealer->stopped &&
           !watch_asked_to_stop(ensemble->watch)) {
        struct message message;
        bool moved = false;
        while (deal_one(dealer, ensemble, line))
            moved = true;
        while (message_take(dealer->mailbox, FROM_ANY_RANK, &message)) {
            take_back(dealer, ensemble, line, &message);
            moved = true;
        }
        if (moved)
            idle = 0;
        else
            message_pause(&idle);
    }
    if (dealer->under_way > 0)
        break_off(dealer, ensemble, line, trouble);
    return run_line_end(line);
}

/* --- the dealer as a whole --- */

struct dealer *dealer_begin(int ranks)
{
    struct dealer *dealer = must_allocate(1, sizeof *dealer);
    *dealer = (struct dealer){.crew = {dealer_open, deal_round, dealer_close}, .ranks = ranks};
    dealer->workers = must_allocate((size_t)ranks, sizeof *dealer->workers);
    dealer->mailbox = mailbox_new(ranks);
    return dealer;
}

struct crew *dealer_crew(struct dealer *dealer)
{
    return &dealer->crew;
}

bool dealer_end(struct dealer *dealer)
{
    const bool all_answered = !dealer->lost;
    if (all_answered)
        tell_all(dealer, MESSAGE_END, NULL);
    mailbox_free(dealer->mailbox);
    arena_free(&dealer->texts);
    free(dealer->workers);
    free(dealer);
    return all_answered;
}
