/* Runs that finish in any order reach the record in theirs. The experiment and the record are stand-ins: a
 * run takes as long as its index says, and the record writes down what it is handed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "program/run_ensemble.h"

enum { RUNS = 97, PER_THREAD = 4, NEVER = 1000, STEP = 50000 };

struct experiment {
    uint64_t slow;       /* this run takes far longer than all others */
    uint64_t interrupts; /* this run is when the user presses the keys */
    pthread_mutex_t lock;
    uint64_t begun, furthest_ahead; /* how far a begun run was ahead of the record */
    const struct record *record;
    uint32_t threads[RUNS]; /* that each run was given */
    uint64_t runs;          /* 0: RUNS */
    uint64_t goes_over;     /* 1 + the run that goes over its limits; 0: none does */
};

struct record {
    uint64_t first, count;
    uint64_t fails_at;
    double values[RUNS];
};

enum status experiment_check_rows(const struct experiment *experiment, const struct outcome *first,
                                  struct trouble *trouble)
{
    (void)experiment;
    (void)first;
    (void)trouble;
    return STATUS_FINE;
}

bool experiment_run(const struct experiment *given, const struct run_order *order,
                    const struct run_terms *terms, struct outcome *outcome, struct run_tally *tally)
{
    const uint64_t index = order->replication;
    struct experiment *experiment = (struct experiment *)(uintptr_t)given;
    pthread_mutex_lock(&experiment->lock);
    uint64_t recorded =
        __atomic_load_n(&experiment->record->count, __ATOMIC_SEQ_CST) + experiment->record->first;
    if (index > recorded && index - recorded > experiment->furthest_ahead)
        experiment->furthest_ahead = index - recorded;
    experiment->begun++;
    experiment->threads[index] = terms->threads;
    pthread_mutex_unlock(&experiment->lock);
    long pause = index == experiment->slow ? 200 * STEP : (long)(index * 7919 % 11) * STEP;
    nanosleep(&(struct timespec){0, pause}, NULL);
    if (index == experiment->interrupts) {
        kill(getpid(), SIGINT);
        nanosleep(&(struct timespec){0, 200 * STEP}, NULL);
    }
    outcome_put(outcome, 0, 0, 0, (double)index);
    if (index + 1 == experiment->goes_over) {
        tally->excess = (struct run_excess){.limit = "events", .most = 10};
        return false;
    }
    tally->events = index;
    tally->bytes = index == 3 ? 1000 : 10;
    tally->windows = 2;
    tally->letters = 2 * index;
    tally->most_letters = index;
    return true;
}

enum status experiment_say_excess(const struct experiment *experiment, const struct run_order *order,
                                  const struct run_excess *excess, struct trouble *trouble)
{
    (void)experiment;
    return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){0}, "run %d went over %s",
                       (int)order->replication, excess->limit);
}

enum status record_append(struct record *record, const struct outcome *outcome, struct trouble *trouble)
{
    if (record->first + record->count == record->fails_at)
        return trouble_add(trouble, STATUS_OUTPUT_LOST, (struct place){0}, "the disk is full");
    record->values[record->count] = outcome_at(outcome, 0, 0, 0);
    __atomic_add_fetch(&record->count, 1, __ATOMIC_SEQ_CST);
    return STATUS_FINE;
}

static const struct measure measure = {.name = "m", .unit = "1", .meaning = "m", .shape = MEASURE_RUN};
static const struct measure *const measures[] = {&measure};
static const struct record_shape one_site = {
    .measures = measures, .measure_count = 1, .sites = 1, .times = 1};
static const struct record_shape ten_sites = {
    .measures = measures, .measure_count = 1, .sites = 10, .times = 1};

static enum status carry_out_at(const struct record_shape *shape, struct experiment *experiment,
                                struct record *record, int threads, struct ensemble_tally *tally,
                                struct trouble *trouble)
{
    const struct screen screen = {DEVICE_FILE, PAINT_PLAIN, 80, 0, 0};
    struct watch *watch = watch_begin("runs", NOISE_QUIET, &screen);
    watch_expect(watch, RUNS, 0);
    pthread_mutex_init(&experiment->lock, NULL);
    experiment->record = record;
    struct run_order orders[RUNS];
    for (uint32_t i = 0; i < RUNS; i++)
        orders[i] = (struct run_order){.replication = i};
    const struct ensemble ensemble = {
        .experiment = experiment,
        .shape = shape,
        .record = record,
        .orders = orders,
        .runs = experiment->runs == 0 ? RUNS : experiment->runs,
        .done = record->first,
        .threads = threads,
        .watch = watch,
    };
    enum status status = run_ensemble(&ensemble, tally, trouble);
    watch_end(watch);
    return status;
}

static enum status carry_out(struct experiment *experiment, struct record *record, int threads,
                             struct ensemble_tally *tally, struct trouble *trouble)
{
    return carry_out_at(&one_site, experiment, record, threads, tally, trouble);
}

static void runs_are_recorded_in_their_order_with_any_number_of_threads(void **state)
{
    (void)state;
    static const int threads[] = {1, 2, 8};
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
        struct experiment experiment = {.slow = 5, .interrupts = NEVER};
        struct record record = {.fails_at = NEVER};
        struct ensemble_tally tally = {0};
        struct trouble trouble = {0};
        assert_int_equal(carry_out(&experiment, &record, threads[i], &tally, &trouble), STATUS_FINE);
        assert_int_equal(record.count, RUNS);
        for (uint64_t run = 0; run < RUNS; run++)
            assert_true(record.values[run] == (double)run);
        assert_int_equal(tally.runs, RUNS);
        assert_int_equal(tally.sum.events, RUNS * (RUNS - 1) / 2);
        assert_int_equal(tally.sum.bytes, 1000);
        assert_int_equal(tally.sum.windows, 2 * RUNS);
        assert_int_equal(tally.sum.letters, RUNS * (RUNS - 1));
        assert_int_equal(tally.sum.most_letters, RUNS - 1);
    }
}

/* What each of `runs` runs is given of `threads` threads. */
static void given(const struct record_shape *shape, uint64_t runs, int threads, struct experiment *experiment)
{
    struct record record = {.fails_at = NEVER};
    struct ensemble_tally tally = {0};
    struct trouble trouble = {0};
    *experiment = (struct experiment){.slow = NEVER, .interrupts = NEVER, .runs = runs};
    assert_int_equal(carry_out_at(shape, experiment, &record, threads, &tally, &trouble), STATUS_FINE);
}

static void threads_go_to_runs_first_and_what_is_left_to_sites(void **state)
{
    (void)state;
    struct experiment experiment;
    given(&ten_sites, 1, 8, &experiment);
    assert_int_equal(experiment.threads[0], 8);
    given(&ten_sites, 3, 8, &experiment);
    uint32_t sum = experiment.threads[0] + experiment.threads[1] + experiment.threads[2];
    assert_true(sum >= 8); /* 3 + 3 + 2, or more for one that began when another was over */
    given(&ten_sites, RUNS, 4, &experiment);
    for (uint64_t run = 0; run + 4 < RUNS; run++)
        assert_int_equal(experiment.threads[run], 1);
    given(&one_site, 1, 8, &experiment);
    assert_int_equal(experiment.threads[0], 1); /* nothing to share */
}

static void a_slow_run_holds_up_no_more_than_the_window(void **state)
{
    (void)state;
    struct experiment experiment = {.slow = 0, .interrupts = NEVER};
    struct record record = {.fails_at = NEVER};
    struct ensemble_tally tally = {0};
    struct trouble trouble = {0};
    assert_int_equal(carry_out(&experiment, &record, 2, &tally, &trouble), STATUS_FINE);
    assert_int_equal(record.count, RUNS);
    assert_true(experiment.furthest_ahead < 2 * PER_THREAD);
}

static void runs_that_are_kept_are_not_carried_out_again(void **state)
{
    (void)state;
    struct experiment experiment = {.slow = NEVER, .interrupts = NEVER};
    struct record record = {.first = 90, .fails_at = NEVER};
    struct ensemble_tally tally = {0};
    struct trouble trouble = {0};
    assert_int_equal(carry_out(&experiment, &record, 8, &tally, &trouble), STATUS_FINE);
    assert_int_equal(record.count, RUNS - 90);
    assert_int_equal(experiment.begun, RUNS - 90);
    assert_true(record.values[0] == 90);
}

static void a_full_disk_stops_the_work_and_is_told_once(void **state)
{
    (void)state;
    struct experiment experiment = {.slow = NEVER, .interrupts = NEVER};
    struct record record = {.fails_at = 20};
    struct ensemble_tally tally = {0};
    struct trouble trouble = {0};
    assert_int_equal(carry_out(&experiment, &record, 4, &tally, &trouble), STATUS_OUTPUT_LOST);
    assert_int_equal(record.count, 20);
    assert_int_equal(trouble.count, 1);
    assert_true(experiment.begun < RUNS);
    trouble_free(&trouble);
}

static void a_run_that_goes_over_a_limit_ends_them_all_with_one_sentence(void **state)
{
    (void)state;
    static const int threads[] = {1, 2, 8};
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
        struct experiment experiment = {.slow = NEVER, .interrupts = NEVER, .goes_over = 1 + 40};
        struct record record = {.fails_at = NEVER};
        struct ensemble_tally tally = {0};
        struct trouble trouble = {0};
        assert_int_equal(carry_out(&experiment, &record, threads[i], &tally, &trouble), STATUS_BAD_INPUT);
        assert_int_equal(trouble.count, 1);
        assert_string_equal(trouble.complaints[0].sentence, "run 40 went over events");
        assert_true(record.count <= 40);
        trouble_free(&trouble);
    }
}

static void an_interrupt_ends_with_a_whole_prefix(void **state)
{
    (void)state;
    struct experiment experiment = {.slow = NEVER, .interrupts = 30};
    struct record record = {.fails_at = NEVER};
    struct ensemble_tally tally = {0};
    struct trouble trouble = {0};
    assert_int_equal(carry_out(&experiment, &record, 2, &tally, &trouble), STATUS_INTERRUPTED);
    assert_true(record.count > 30 && record.count < RUNS);
    assert_int_equal(record.count, experiment.begun);
    for (uint64_t run = 0; run < record.count; run++)
        assert_true(record.values[run] == (double)run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_recorded_in_their_order_with_any_number_of_threads),
        cmocka_unit_test(threads_go_to_runs_first_and_what_is_left_to_sites),
        cmocka_unit_test(a_slow_run_holds_up_no_more_than_the_window),
        cmocka_unit_test(runs_that_are_kept_are_not_carried_out_again),
        cmocka_unit_test(a_full_disk_stops_the_work_and_is_told_once),
        cmocka_unit_test(a_run_that_goes_over_a_limit_ends_them_all_with_one_sentence),
        cmocka_unit_test(an_interrupt_ends_with_a_whole_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
