/* Sites with very many events: what lies in buckets comes out as if all had lain in one heap. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "kernel/queue.h"
#include "random/draw.h"

enum { MOST = 400000, PENDING = 40000 };

static const sim_time latest = INT64_MAX - 1;

/* Delays of pushed events after the instant that is being worked. */
enum shape { EVEN, ALL_AT_ONCE, TWO_CLUMPS, ONE_FAR_AWAY, RARE_AND_LONG, NEAR_THE_END_OF_TIME, SHAPES };

static sim_time delay_of(enum shape shape, struct draw *draw, uint64_t serial)
{
    const sim_time little = draw_below(draw, 1000000);
    switch (shape) {
    case EVEN:
        return little;
    case ALL_AT_ONCE:
        return 0;
    case TWO_CLUMPS:
        return serial % 2 == 0 ? little / 1000 : 500000000 + little / 1000;
    case ONE_FAR_AWAY:
        return serial == 17 ? latest / 2 : little;
    case RARE_AND_LONG:
        return draw_below(draw, 20) == 0 ? little * 1000000 : little;
    case NEAR_THE_END_OF_TIME:
        return serial < PENDING ? latest - (sim_time)PENDING * 3000000 + little : little;
    case SHAPES:
        break;
    }
    return 0;
}

/* What was pushed: each comes out once, or was cancelled. */
struct known {
    sim_time time[MOST];
    struct event_ticket ticket[MOST];
    bool pending[MOST];
    uint64_t pushed, count;
};

static void push(struct queue *queue, struct known *known, sim_time time)
{
    const uint64_t serial = known->pushed++;
    /* ties come out in an order that is not that of pushing */
    known->time[serial] = time;
    known->ticket[serial] = queue_push(queue, time, serial ^ 1, (uint32_t)serial, &serial, sizeof serial);
    known->pending[serial] = true;
    known->count++;
}

static void cancel_any(struct queue *queue, struct known *known, struct draw *draw)
{
    const uint32_t serial = draw_below(draw, (uint32_t)known->pushed);
    assert_int_equal(queue_cancel(queue, known->ticket[serial]), known->pending[serial]);
    known->count -= known->pending[serial];
    known->pending[serial] = false;
}

/* Not before the one that came before it. */
static void check(struct known *known, const struct event *event, const struct event *before)
{
    uint64_t serial;
    memcpy(&serial, event->payload, sizeof serial);
    assert_true(serial < known->pushed && known->pending[serial]);
    assert_true(event->time == known->time[serial] && event->order == (serial ^ 1));
    assert_true(event->time > before->time || (event->time == before->time && event->order > before->order));
    known->pending[serial] = false;
    known->count--;
}

static void drive(struct queue *queue, struct known *known, enum shape shape, uint64_t events)
{
    struct luck luck = luck_of(31, (uint64_t)shape);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    struct event event, before = {.time = -1};
    for (uint64_t i = 0; i < PENDING; i++)
        push(queue, known, delay_of(shape, &draw, known->pushed));
    while (known->pushed < events && known->count > 0) {
        if (draw_below(&draw, 10) == 0)
            cancel_any(queue, known, &draw);
        if (draw_below(&draw, 50) == 0 && known->count > 0) {
            const sim_time next = queue_next_time(queue);
            assert_false(queue_pop_before(queue, next, &event));
            assert_true(queue_pop_before(queue, next + 1, &event));
            assert_true(event.time == next);
        } else if (!queue_pop(queue, &event)) {
            break;
        }
        check(known, &event, &before);
        before = event;
        /* a tie with what was worked comes out next only if its order is later, so nothing is put at once */
        for (int more = 0; more < 2 && known->count < PENDING && known->pushed < events; more++)
            push(queue, known, event.time + 1 + delay_of(shape, &draw, known->pushed));
        assert_int_equal(queue_length(queue), known->count);
    }
    while (queue_pop(queue, &event)) {
        check(known, &event, &before);
        before = event;
    }
    assert_int_equal(known->count, 0);
    assert_int_equal(queue_length(queue), 0);
    assert_true(queue_next_time(queue) == SIM_NEVER);
}

static struct known *nothing_known(void)
{
    struct known *known = calloc(1, sizeof *known);
    assert_non_null(known);
    return known;
}

static void many_events_come_in_order_whatever_their_times_are_like(void **state)
{
    (void)state;
    for (enum shape shape = EVEN; shape < SHAPES; shape++) {
        struct known *known = nothing_known();
        struct queue *queue = queue_new();
        drive(queue, known, shape, MOST);
        queue_free(queue);
        free(known);
    }
}

/* It has grown once: then there are few, and many again. */
static void a_queue_that_was_long_may_be_short_and_long_again(void **state)
{
    (void)state;
    enum { FEW = 10, TURNS = 3 };
    struct known *known = nothing_known();
    struct queue *queue = queue_new();
    struct event event, before = {.time = -1};
    struct luck luck = luck_of(5, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (int turn = 0; turn < TURNS; turn++) {
        for (int i = 0; i < PENDING; i++)
            push(queue, known, before.time + 1 + delay_of(EVEN, &draw, 0));
        while (known->count > FEW) {
            assert_true(queue_pop(queue, &event));
            check(known, &event, &before);
            before = event;
        }
        for (int i = 0; i < PENDING; i++) {
            assert_true(queue_pop(queue, &event));
            check(known, &event, &before);
            before = event;
            push(queue, known, before.time + 1 + delay_of(EVEN, &draw, 0));
        }
        assert_int_equal(queue_length(queue), FEW);
    }
    queue_free(queue);
    free(known);
}

/* Whatever was cancelled lies among what is later too. */
static void most_of_many_are_cancelled_and_the_others_come(void **state)
{
    (void)state;
    enum { KEPT_EVERY = 10, RESERVED = 60000 }; /* more than there is place for beside those that are there */
    struct known *known = nothing_known();
    struct queue *queue = queue_new();
    struct event event, before = {.time = -1};
    struct luck luck = luck_of(6, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (int i = 0; i < PENDING; i++)
        push(queue, known, delay_of(EVEN, &draw, 0));
    const size_t bytes = queue_bytes(queue);
    for (int i = 0; i < PENDING; i++) {
        if (i % KEPT_EVERY == 0)
            continue;
        assert_true(queue_cancel(queue, known->ticket[i]));
        known->pending[i] = false;
        known->count--;
    }
    assert_int_equal(queue_length(queue), PENDING / KEPT_EVERY);
    for (int i = 0; i < PENDING / 2; i++) /* their places are there again */
        push(queue, known, delay_of(EVEN, &draw, 0));
    assert_int_equal(queue_bytes(queue), bytes);
    queue_reserve(queue, RESERVED);
    const size_t reserved = queue_bytes(queue);
    for (int i = 0; i < RESERVED; i++)
        push(queue, known, delay_of(EVEN, &draw, 0));
    assert_int_equal(queue_bytes(queue), reserved);
    while (queue_pop(queue, &event)) {
        check(known, &event, &before);
        before = event;
    }
    assert_int_equal(known->count, 0);
    queue_free(queue);
    free(known);
}

static void all_of_many_are_cancelled_and_none_comes(void **state)
{
    (void)state;
    struct known *known = nothing_known();
    struct queue *queue = queue_new();
    struct event event;
    for (int i = 0; i < PENDING; i++)
        push(queue, known, i);
    for (int i = PENDING; i-- > 0;)
        assert_true(queue_cancel(queue, known->ticket[i]));
    assert_int_equal(queue_length(queue), 0);
    assert_true(queue_next_time(queue) == SIM_NEVER);
    assert_false(queue_pop_before(queue, SIM_NEVER, &event));
    assert_false(queue_pop(queue, &event));
    queue_free(queue);
    free(known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_events_come_in_order_whatever_their_times_are_like),
        cmocka_unit_test(a_queue_that_was_long_may_be_short_and_long_again),
        cmocka_unit_test(most_of_many_are_cancelled_and_the_others_come),
        cmocka_unit_test(all_of_many_are_cancelled_and_none_comes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
