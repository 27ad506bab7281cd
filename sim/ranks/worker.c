#include "ranks/worker.h"

#include <omp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/require.h"
#include "program/carry_out.h"
#include "program/threads.h"
#include "program/version.h"
#include "ranks/messages.h"
#include "record/heading.h"

enum {
    DEALER = 0,
    LOOK_EVERY = 50000000, /* nanoseconds between looks for a wish to stop, while a run is under way */
    TEAM_LEVELS = 2,       /* runs, and sites of a run */
};

/* An experiment that is under way here. */
struct errand {
    const struct experiment *experiment;
    const struct record_plan *plan;
    struct watch *watch;
    atomic_bool stop, closed;
    atomic_uint_fast64_t looked; /* when there was a look for a wish to stop, in nanoseconds */
    pthread_mutex_t lock;        /* of all that is said and heard: one thread talks at a time */
    struct mailbox *mailbox;
};

/* --- an experiment --- */

static bool same_build(const struct heading *heading)
{
    return strcmp(heading->version, version_number()) == 0 &&
           strcmp(heading->commit, version_commit()) == 0 &&
           strcmp(heading->libraries, version_libraries()) == 0;
}

static void say_build(struct text *why)
{
    char host[256] = "";
    gethostname(host, sizeof host - 1);
    text_print(why,
               "(on %s) is another build of the program (version %s, commit %s, %s), and cannot take part",
               host, version_number(), version_commit(), version_libraries());
}

/* False, and a reason, where the worker cannot take part. */
static bool load_experiment(struct call *call, const char *bytes, size_t length, struct errand *errand,
                            struct text *why)
{
    struct heading heading;
    if (!heading_decode(bytes, length, &call->arena, &heading) || !same_build(&heading)) {
        say_build(why);
        return false;
    }
    struct experiment_request *request = ARENA_NEW(&call->arena, struct experiment_request, 1);
    *request = (struct experiment_request){
        .path = heading.scenario_file,
        .text = heading.scenario_text,
        .length = strlen(heading.scenario_text),
        .overrides = heading.overrides,
        .override_count = heading.override_count,
        .base_only = heading.variants == 1, /* left out, or there are none */
        .kept = heading.methods,
        .kept_count = heading.method_count,
        .command = heading.command,
    };
    struct experiment *experiment = experiment_load(request, &call->arena, &call->trouble);
    if (experiment == NULL) {
        text_print(why, "cannot read the scenario: %s",
                   call->trouble.count > 0 ? call->trouble.complaints[0].sentence : "it is refused");
        return false;
    }
    errand->experiment = experiment;
    errand->plan = carry_out_plan(call, request, experiment);
    const struct heading made = heading_of(errand->plan);
    const char *other = heading_difference(&heading, &made);
    if (other != NULL)
        text_print(why, "makes %s of the scenario", other);
    return other == NULL;
}

static int threads_for(uint64_t wished, int share)
{
    int threads = wished > 0 ? (int)wished : threads_allowed(), why;
    if (wished == 0 && getenv("OMP_NUM_THREADS") == NULL && threads > share)
        threads = share;
    return threads_granted(threads, &why);
}

/* --- runs --- */

static uint64_t nanoseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return (uint64_t)now.tv_sec * 1000000000U + (uint64_t)now.tv_nsec;
}

/* What else there is to be heard stays for the thread that is free next: `order` is filled where it was an
 * order. The caller has the lock. */
static bool hear_next(struct errand *errand, struct order_message *order)
{
    struct message message;
    if (!message_take(errand->mailbox, DEALER, &message))
        return false;
    if (message.tag == MESSAGE_STOP)
        atomic_store(&errand->stop, true);
    else if (message.tag == MESSAGE_CLOSE)
        atomic_store(&errand->closed, true);
    else {
        require(message.tag == MESSAGE_ORDER && message.length == sizeof *order);
        memcpy(order, message.bytes, sizeof *order);
        return true;
    }
    return false;
}

/* A wish to stop comes after all orders. While a run is under way its thread looks whether one is there. */
static bool asked_to_stop(const void *given)
{
    struct errand *errand = *(struct errand *const *)given;
    if (atomic_load(&errand->stop) || watch_asked_to_stop(errand->watch))
        return true;
    const uint64_t now = nanoseconds_now();
    if (now - atomic_load(&errand->looked) < LOOK_EVERY || pthread_mutex_trylock(&errand->lock) != 0)
        return false;
    atomic_store(&errand->looked, now);
    if (message_is_there(DEALER, MESSAGE_STOP))
        atomic_store(&errand->stop, true);
    pthread_mutex_unlock(&errand->lock);
    return atomic_load(&errand->stop);
}

static void copy_name(char name[LONGEST_LIMIT_NAME], const char *text)
{
    snprintf(name, LONGEST_LIMIT_NAME, "%s", text == NULL ? "" : text);
}

static void send_back(struct errand *errand, const struct order_message *order, bool whole,
                      const struct run_tally *tally, const struct outcome *outcome, struct text *bytes)
{
    struct done_message done = {.index = order->index, .whole = whole ? 1 : 0, .tally = *tally};
    copy_name(done.limit, tally->excess.limit);
    copy_name(done.event, tally->excess.event);
    done.tally.excess.limit = done.tally.excess.event = NULL;
    bytes->length = 0;
    text_add(bytes, (const char *)&done, sizeof done);
    if (whole)
        outcome_encode(outcome, plan_keeps(errand->plan, &order->order), bytes);
    pthread_mutex_lock(&errand->lock);
    message_send(DEALER, MESSAGE_DONE, bytes->bytes, bytes->length);
    pthread_mutex_unlock(&errand->lock);
}

/* One thread: takes orders until there are no more. */
static void carry_out_orders(struct errand *errand)
{
    struct outcome *outcome = outcome_new(&errand->plan->shape);
    struct text bytes = {0};
    unsigned idle = 0;
    while (!atomic_load(&errand->closed)) {
        struct order_message order;
        pthread_mutex_lock(&errand->lock);
        const bool some = !atomic_load(&errand->closed) && hear_next(errand, &order);
        pthread_mutex_unlock(&errand->lock);
        if (!some) {
            message_pause(&idle);
            continue;
        }
        idle = 0;
        struct run_tally tally = {0};
        const struct run_terms terms = {order.threads, asked_to_stop, &errand};
        outcome_clear(outcome);
        const bool whole = experiment_run(errand->experiment, &order.order, &terms, outcome, &tally);
        send_back(errand, &order, whole, &tally, outcome, &bytes);
    }
    text_free(&bytes);
    outcome_free(outcome);
}

static void work_on(struct errand *errand, int threads)
{
    pthread_mutex_init(&errand->lock, NULL);
    omp_set_max_active_levels(TEAM_LEVELS);
    /* Which thread carries out a run cannot show: each is a pure function of its order, and the dealer
     * records them in theirs. One thread at a time talks to the dealer. */
    if (threads == 1)
        carry_out_orders(errand);
    else
#pragma omp parallel num_threads(threads)
        carry_out_orders(errand);
    pthread_mutex_destroy(&errand->lock);
}

static void take_experiment(struct mailbox *mailbox, const struct message *message, struct watch *watch,
                            int share)
{
    struct experiment_message wish;
    struct call call = {0};
    struct text why = {0};
    require(message->tag == MESSAGE_EXPERIMENT && message->length >= sizeof wish);
    memcpy(&wish, message->bytes, sizeof wish);
    struct errand errand = {.watch = watch, .mailbox = mailbox};
    const bool can =
        load_experiment(&call, message->bytes + sizeof wish, message->length - sizeof wish, &errand, &why);
    const int threads = can ? threads_for(wish.threads, share) : 0;
    const struct ready_message ready = {(uint64_t)threads};
    struct text answer = {0};
    text_add(&answer, (const char *)&ready, sizeof ready);
    text_add(&answer, why.bytes, why.length);
    message_send(DEALER, MESSAGE_READY, answer.bytes, answer.length);
    if (can)
        work_on(&errand, threads);
    text_free(&answer);
    text_free(&why);
    trouble_free(&call.trouble);
    inputs_free(&call.inputs);
    arena_free(&call.arena);
}

void worker_work(int share)
{
    const struct screen screen = screen_look();
    struct watch *watch = watch_begin("runs", NOISE_QUIET, &screen);
    struct mailbox *mailbox = mailbox_new(1); /* of the dealer */
    struct message message;
    unsigned idle = 0;
    for (;;) {
        if (!message_take(mailbox, DEALER, &message)) {
            message_pause(&idle);
            continue;
        }
        idle = 0;
        if (message.tag == MESSAGE_END)
            break;
        if (message.tag == MESSAGE_EXPERIMENT)
            take_experiment(mailbox, &message, watch, share);
        /* else it closes an experiment in which this worker could not take part */
    }
    mailbox_free(mailbox);
    watch_end(watch);
}
