/* The queue against a reference too plain to be wrong: an array that is searched from end to end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "kernel/queue.h"
#include "random/draw.h"
#include "unit/aborts.h"

static struct event_ticket push(struct queue *queue, sim_time time, uint64_t order)
{
    return queue_push(queue, time, order, (uint32_t)order, NULL, 0);
}

static void an_empty_queue_has_nothing_to_give(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    struct event event;
    assert_int_equal(queue_length(queue), 0);
    assert_true(queue_next_time(queue) == SIM_NEVER);
    assert_false(queue_pop(queue, &event));
    assert_false(queue_pop_before(queue, SIM_NEVER, &event));
    queue_free(queue);
    queue_free(NULL);
}

static void the_earliest_event_comes_first(void **state)
{
    (void)state;
    const sim_time times[] = {5, 3, 9, 1, 7, 2, 8, 6, 4, 0};
    struct queue *queue = queue_new();
    for (uint64_t i = 0; i < 10; i++)
        push(queue, times[i], i);
    struct event event;
    for (sim_time time = 0; time < 10; time++) {
        assert_int_equal(queue_length(queue), 10 - time);
        assert_int_equal(queue_next_time(queue), time);
        assert_true(queue_pop(queue, &event));
        assert_int_equal(event.time, time);
    }
    assert_false(queue_pop(queue, &event));
    queue_free(queue);
}

static void ties_are_worked_in_their_order_not_in_that_of_pushing(void **state)
{
    (void)state;
    enum { EVENTS = 1000, STEP = 379 }; /* a step without a common divisor visits all */
    struct queue *queue = queue_new();
    for (uint64_t i = 0; i < EVENTS; i++)
        push(queue, 7, i * STEP % EVENTS);
    struct event event;
    for (uint64_t i = 0; i < EVENTS; i++) {
        assert_true(queue_pop(queue, &event));
        assert_int_equal(event.order, i);
    }
    queue_free(queue);
}

static void the_upper_bits_of_time_and_order_count(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    push(queue, SIM_NEVER - 1, 0);
    push(queue, 1, UINT64_MAX);
    push(queue, 1, UINT64_C(1) << 63);
    push(queue, 1, 5);
    push(queue, (sim_time)1 << 62, 0);
    const uint64_t orders[] = {5, UINT64_C(1) << 63, UINT64_MAX, 0, 0};
    const sim_time times[] = {1, 1, 1, (sim_time)1 << 62, SIM_NEVER - 1};
    struct event event;
    for (int i = 0; i < 5; i++) {
        assert_true(queue_pop(queue, &event));
        assert_true(event.time == times[i] && event.order == orders[i]);
    }
    queue_free(queue);
}

static void a_card_comes_out_as_it_went_in(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    unsigned char card[EVENT_PAYLOAD], nothing[EVENT_PAYLOAD] = {0};
    for (int i = 0; i < EVENT_PAYLOAD; i++)
        card[i] = (unsigned char)(i + 1);
    struct event event;
    for (size_t size = EVENT_PAYLOAD + 1; size-- > 0;) { /* in the same slot, over longer cards */
        queue_push(queue, 3, 4, 17, card, size);
        assert_true(queue_pop(queue, &event));
        assert_int_equal(event.kind, 17);
        assert_memory_equal(event.payload, card, size);
        assert_memory_equal(event.payload + size, nothing, EVENT_PAYLOAD - size);
    }
    queue_free(queue);
}

static void a_cancelled_event_is_never_worked(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    struct event event;
    struct event_ticket ticket = push(queue, 1, 1);
    push(queue, 2, 2);
    assert_true(queue_cancel(queue, ticket));
    assert_int_equal(queue_length(queue), 1);
    assert_int_equal(queue_next_time(queue), 2);
    assert_true(queue_pop(queue, &event));
    assert_int_equal(event.order, 2);
    assert_false(queue_pop(queue, &event));
    queue_free(queue);
}

static void a_spent_ticket_cancels_nothing(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    struct event event;
    struct event_ticket worked = push(queue, 1, 1);
    assert_true(queue_pop(queue, &event));
    assert_false(queue_cancel(queue, worked));
    struct event_ticket cancelled = push(queue, 1, 1); /* in the same slot */
    assert_false(queue_cancel(queue, worked));
    assert_true(queue_cancel(queue, cancelled));
    assert_false(queue_cancel(queue, cancelled));
    assert_false(queue_cancel(queue, (struct event_ticket){0}));
    assert_false(queue_cancel(queue, (struct event_ticket){1000, 1}));
    assert_int_equal(queue_length(queue), 0);
    assert_false(queue_pop(queue, &event));
    queue_free(queue);
}

static void an_event_at_the_instant_is_not_before_it(void **state)
{
    (void)state;
    struct queue *queue = queue_new();
    struct event event;
    push(queue, 10, 0);
    assert_false(queue_pop_before(queue, 10, &event));
    assert_int_equal(queue_length(queue), 1);
    assert_true(queue_pop_before(queue, 11, &event));
    push(queue, 10, 1); /* takes the place of the one before; nothing takes the place that it leaves */
    push(queue, 20, 0);
    assert_true(queue_pop_before(queue, 20, &event));
    assert_true(event.time == 10);
    assert_false(queue_pop_before(queue, 20, &event));
    assert_int_equal(queue_length(queue), 1);
    assert_true(queue_pop_before(queue, 21, &event));
    queue_free(queue);
}

static void cancelling_most_events_gives_their_places_back(void **state)
{
    (void)state;
    enum { EVENTS = 10000, ROUNDS = 50, KEPT_EVERY = 10 };
    static struct event_ticket tickets[EVENTS];
    struct queue *queue = queue_new();
    size_t bytes = 0;
    uint64_t order = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < EVENTS; i++) {
            tickets[i] = push(queue, (sim_time)(order * 7919 % 10007), order);
            order++;
        }
        for (int i = 0; i < EVENTS; i++)
            assert_true(i % KEPT_EVERY == 0 || queue_cancel(queue, tickets[i]));
        assert_int_equal(queue_length(queue), EVENTS / KEPT_EVERY);
        struct event event = {0};
        for (sim_time before = 0; queue_pop(queue, &event); before = event.time)
            assert_true(event.time >= before);
        if (round == 0)
            bytes = queue_bytes(queue);
    }
    assert_int_equal(queue_bytes(queue), bytes);
    queue_free(queue);
}

/* The reference: pending events in an array, searched in full. */
enum { MOST_PENDING = 600 };
struct reference {
    struct event events[MOST_PENDING];
    struct event_ticket tickets[MOST_PENDING];
    uint32_t count;
};

static uint32_t reference_earliest(const struct reference *reference)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < reference->count; i++) {
        const struct event *a = &reference->events[i], *b = &reference->events[best];
        if (a->time < b->time || (a->time == b->time && a->order < b->order))
            best = i;
    }
    return best;
}

static void reference_remove(struct reference *reference, uint32_t which)
{
    reference->count--;
    reference->events[which] = reference->events[reference->count];
    reference->tickets[which] = reference->tickets[reference->count];
}

static void push_both(struct queue *queue, struct reference *reference, struct draw *draw, uint64_t order)
{
    sim_time time = draw_below(draw, 1000);
    reference->events[reference->count] =
        (struct event){.time = time, .order = order, .kind = (uint32_t)order};
    reference->tickets[reference->count++] = push(queue, time, order);
}

static void cancel_both(struct queue *queue, struct reference *reference, struct draw *draw)
{
    uint32_t which = draw_below(draw, reference->count);
    assert_true(queue_cancel(queue, reference->tickets[which]));
    assert_false(queue_cancel(queue, reference->tickets[which]));
    reference_remove(reference, which);
}

static void pop_both(struct queue *queue, struct reference *reference)
{
    struct event event;
    if (reference->count == 0) {
        assert_false(queue_pop(queue, &event));
        return;
    }
    uint32_t which = reference_earliest(reference);
    assert_true(queue_pop(queue, &event));
    assert_true(event.time == reference->events[which].time && event.order == reference->events[which].order);
    assert_int_equal(event.kind, reference->events[which].kind);
    assert_false(queue_cancel(queue, reference->tickets[which]));
    reference_remove(reference, which);
}

/* Pushes, pops and cancels in turns of different moods, so that the queue grows, empties, and holds more dead
 * than live. */
static void any_interleaving_gives_what_a_search_of_everything_gives(void **state)
{
    (void)state;
    enum { OPERATIONS = 200000, MOOD_LASTS = 700, MOODS = 4 };
    static const uint32_t push_share[MOODS] = {60, 35, 45, 50}, pop_share[MOODS] = {30, 60, 5, 45};
    static struct reference reference;
    struct queue *queue = queue_new();
    struct luck luck = luck_of(77, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (uint64_t i = 0; i < OPERATIONS; i++) {
        uint32_t mood = (uint32_t)(i / MOOD_LASTS % MOODS), choice = draw_below(&draw, 100);
        if (choice < push_share[mood] && reference.count < MOST_PENDING)
            push_both(queue, &reference, &draw, i * 2654435761u % (1u << 30));
        else if (choice < push_share[mood] + pop_share[mood] || reference.count == 0)
            pop_both(queue, &reference);
        else
            cancel_both(queue, &reference, &draw);
        assert_int_equal(queue_length(queue), reference.count);
        if (i % 3 == 0 && reference.count > 0)
            assert_int_equal(queue_next_time(queue), reference.events[reference_earliest(&reference)].time);
    }
    queue_free(queue);
}

static void push_before_the_beginning(void)
{
    push(queue_new(), -1, 0);
}

static void reserved_places_are_there_and_nothing_that_waited_is_lost(void **state)
{
    (void)state;
    enum { FEW = 3, MANY = 1000 };
    struct queue *queue = queue_new();
    struct event event;
    for (uint64_t i = 0; i <= FEW; i++)
        push(queue, (sim_time)i, i);
    assert_true(queue_pop(queue, &event)); /* the top is open */
    queue_reserve(queue, MANY);
    size_t bytes = queue_bytes(queue);
    for (uint64_t i = 0; i < MANY; i++)
        push(queue, (sim_time)(MANY - i), FEW + 1 + i);
    assert_int_equal(queue_bytes(queue), bytes);
    queue_reserve(queue, 1); /* there is still place */
    assert_int_equal(queue_bytes(queue), bytes);
    assert_int_equal(queue_length(queue), FEW + MANY);
    sim_time before = 0;
    for (size_t i = 0; i < FEW + MANY; i++) {
        assert_true(queue_pop(queue, &event) && event.time >= before);
        before = event.time;
    }
    assert_int_equal(before, MANY);
    queue_free(queue);
}

static void an_event_before_the_beginning_is_refused(void **state)
{
    (void)state;
    assert_true(aborts(push_before_the_beginning));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_queue_has_nothing_to_give),
        cmocka_unit_test(the_earliest_event_comes_first),
        cmocka_unit_test(ties_are_worked_in_their_order_not_in_that_of_pushing),
        cmocka_unit_test(the_upper_bits_of_time_and_order_count),
        cmocka_unit_test(a_card_comes_out_as_it_went_in),
        cmocka_unit_test(a_cancelled_event_is_never_worked),
        cmocka_unit_test(a_spent_ticket_cancels_nothing),
        cmocka_unit_test(an_event_at_the_instant_is_not_before_it),
        cmocka_unit_test(cancelling_most_events_gives_their_places_back),
        cmocka_unit_test(any_interleaving_gives_what_a_search_of_everything_gives),
        cmocka_unit_test(reserved_places_are_there_and_nothing_that_waited_is_lost),
        cmocka_unit_test(an_event_before_the_beginning_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
