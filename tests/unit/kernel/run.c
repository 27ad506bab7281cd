/* One history, however the run is cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "kernel/run.h"
#include "unit/aborts.h"

enum { MOST_SITES = 8, MOST_LOGGED = 20000 };

/* What a site did: a fold over its events, which any change of order would change. */
struct diary {
    uint64_t fold;
    uint32_t events;
    sim_time last;
    struct event_ticket alarm;
    const struct run_plan *plan;
};

static void note(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    assert_true(event->time >= diary->last);
    assert_true(event->time == site_now(site));
    const uint64_t prime = 0x100000001b3;
    const uint64_t words[] = {(uint64_t)event->time, event->order, event->kind, event->payload[0]};
    for (int i = 0; i < 4; i++)
        diary->fold = (diary->fold ^ words[i]) * prime;
    diary->fold ^= diary->fold >> 29;
    diary->events++;
    diary->last = event->time;
}

/* A ball between two sites. */
static void on_ball(struct site *site, const struct event *event)
{
    note(site, event);
    unsigned char hits;
    event_read(event, &hits, sizeof hits);
    hits++;
    site_send(site, 1 - site_index(site), site_now(site) + SIM_HOUR, 0, &hits, sizeof hits);
}

static void a_ball_goes_to_and_fro_once_a_lookahead(void **state)
{
    (void)state;
    handler *const handlers[] = {on_ball};
    const struct model model = {handlers, 1};
    const struct run_plan plan = {.model = &model, .sites = 2, .ends = 11 * SIM_HOUR, .lookahead = SIM_HOUR};
    struct run *run = run_new(&plan);
    struct diary diaries[2] = {{0}, {0}};
    for (uint32_t i = 0; i < 2; i++)
        site_attach(run_site(run, i), &diaries[i]);
    unsigned char hits = 0;
    site_schedule(run_site(run, 0), 0, 0, &hits, sizeof hits);
    run_until(run, SIM_NEVER);
    assert_int_equal(run_events(run), 11); /* hours 0 to 10; the end itself is not worked */
    assert_int_equal(diaries[0].events, 6);
    assert_int_equal(diaries[1].events, 5);
    assert_int_equal(diaries[0].last, 10 * SIM_HOUR);
    run_free(run);
}

/* People who talk, set alarms, put them off, and write to other sites: everything the kernel can do, by lot.
 */
enum { TALK, ALARM, LETTER, KINDS, PURPOSE = 1 };

static void go_on(struct site *site, struct draw *draw)
{
    struct diary *diary = site_state(site);
    const struct run_plan *plan = diary->plan;
    unsigned char card = (unsigned char)draw_below(draw, 200);
    sim_time now = site_now(site);
    site_schedule(site, now + draw_below(draw, 5) * SIM_MINUTE, TALK, &card,
                  1); /* often at once, often in ties */
    if (draw_below(draw, 3) == 0) {
        site_cancel(site, diary->alarm);
        diary->alarm = site_schedule(site, now + draw_below(draw, 40) * SIM_MINUTE, ALARM, NULL, 0);
    }
    if (plan->sites > 1 && draw_below(draw, 4) == 0) {
        uint32_t to = (site_index(site) + 1 + draw_below(draw, plan->sites - 1)) % plan->sites;
        site_send(site, to, now + plan->lookahead + draw_below(draw, 3) * SIM_MINUTE, LETTER, &card, 1);
    }
}

static void on_talk(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    note(site, event);
    struct draw draw = draw_for(site_luck(site), PURPOSE, site_index(site), diary->events);
    go_on(site, &draw);
}

static void on_alarm(struct site *site, const struct event *event)
{
    note(site, event);
    site_schedule(site, site_now(site), LETTER, NULL, 0);
}

static void on_letter(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    note(site, event);
    diary->fold += event->payload[0];
}

static handler *const village_handlers[KINDS] = {[TALK] = on_talk, [ALARM] = on_alarm, [LETTER] = on_letter};
static const struct model village = {village_handlers, KINDS};

struct world {
    struct run_plan plan;
    struct diary diaries[MOST_SITES];
};

static struct run *begin(struct world *world, const struct run_plan *plan)
{
    *world = (struct world){.plan = *plan};
    struct run *run = run_new(&world->plan);
    for (uint32_t i = 0; i < plan->sites; i++) {
        world->diaries[i].plan = &world->plan;
        site_attach(run_site(run, i), &world->diaries[i]);
        site_schedule(run_site(run, i), i * SIM_SECOND, TALK, NULL, 0);
    }
    return run;
}

static struct run_plan village_plan(uint32_t sites, uint64_t seed, uint64_t replication)
{
    return (struct run_plan){.model = &village,
                             .sites = sites,
                             .ends = SIM_DAY,
                             .lookahead = 10 * SIM_MINUTE,
                             .seed = seed,
                             .replication = replication};
}

static void same_history(const struct world *a, const struct world *b)
{
    for (uint32_t i = 0; i < a->plan.sites; i++) {
        assert_int_equal(a->diaries[i].events, b->diaries[i].events);
        assert_true(a->diaries[i].fold == b->diaries[i].fold);
        assert_true(a->diaries[i].events > 100);
    }
}

static void a_run_in_pieces_is_the_run_in_one_piece(void **state)
{
    (void)state;
    const uint32_t site_counts[] = {1, 2, 5, MOST_SITES};
    const sim_time pieces[] = {7 * SIM_HOUR, 13 * SIM_MINUTE, SIM_SECOND * 59};
    for (uint64_t trial = 0; trial < 20; trial++) {
        const struct run_plan plan = village_plan(site_counts[trial % 4], trial, 0);
        struct world whole, cut;
        struct run *one = begin(&whole, &plan);
        run_until(one, SIM_DAY);
        for (int p = 0; p < 3; p++) {
            struct run *other = begin(&cut, &plan);
            for (sim_time instant = 0; instant < SIM_DAY + pieces[p]; instant += pieces[p])
                run_until(other, instant);
            same_history(&whole, &cut);
            assert_true(run_events(one) == run_events(other));
            run_free(other);
        }
        run_free(one);
    }
}

/* The lookahead only says how long the windows may be; here the model keeps the longer of two delays under
 * both. */
static void on_slow_talk(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    const struct run_plan *plan = diary->plan;
    note(site, event);
    struct draw draw = draw_for(site_luck(site), PURPOSE, site_index(site), diary->events);
    site_schedule(site, site_now(site) + draw_below(&draw, 5) * SIM_MINUTE, TALK, NULL, 0);
    uint32_t to = (site_index(site) + 1 + draw_below(&draw, plan->sites - 1)) % plan->sites;
    site_send(site, to, site_now(site) + SIM_HOUR, LETTER, NULL, 0);
}

static void the_length_of_the_windows_changes_nothing(void **state)
{
    (void)state;
    handler *const handlers[KINDS] = {on_slow_talk, on_alarm, on_letter};
    const struct model slow = {handlers, KINDS};
    const sim_time lookaheads[] = {SIM_HOUR, 17 * SIM_MINUTE, SIM_MINUTE, 1};
    struct world first, other;
    for (int l = 0; l < 4; l++) {
        struct run_plan plan = village_plan(4, 3, 0);
        plan.model = &slow;
        plan.lookahead = lookaheads[l];
        struct world *world = l == 0 ? &first : &other;
        struct run *run = begin(world, &plan);
        run_until(run, SIM_NEVER);
        run_free(run);
        same_history(&first, world);
    }
}

static void seeds_and_replications_differ(void **state)
{
    (void)state;
    struct world a, b, c;
    const struct run_plan plans[] = {village_plan(2, 1, 0), village_plan(2, 2, 0), village_plan(2, 1, 1)};
    struct run *runs[] = {begin(&a, &plans[0]), begin(&b, &plans[1]), begin(&c, &plans[2])};
    for (int i = 0; i < 3; i++) {
        run_until(runs[i], SIM_DAY);
        run_free(runs[i]);
    }
    assert_true(a.diaries[0].fold != b.diaries[0].fold && a.diaries[0].fold != c.diaries[0].fold);
}

static void between_pieces_it_is_the_instant_reached(void **state)
{
    (void)state;
    struct world world;
    const struct run_plan plan = village_plan(2, 1, 0);
    struct run *run = begin(&world, &plan);
    run_until(run, 3 * SIM_HOUR);
    assert_true(site_now(run_site(run, 0)) == 3 * SIM_HOUR && site_now(run_site(run, 1)) == 3 * SIM_HOUR);
    uint64_t events = run_events(run);
    run_until(run, SIM_HOUR); /* it does not go back */
    assert_true(site_now(run_site(run, 0)) == 3 * SIM_HOUR);
    assert_int_equal(run_events(run), events);
    run_free(run);
    run_free(NULL);
}

/* What must not be done. Each leaves the run to the end of its process. */
static struct site *a_site_of(uint32_t sites)
{
    static struct world world;
    const struct run_plan plan = village_plan(sites, 1, 0);
    return run_site(begin(&world, &plan), 0);
}

static void send_below_the_lookahead(void)
{
    site_send(a_site_of(2), 1, 10 * SIM_MINUTE - 1, LETTER, NULL, 0);
}

static void send_with_the_lookahead(void)
{
    site_send(a_site_of(2), 1, 10 * SIM_MINUTE, LETTER, NULL, 0);
}

static void send_to_itself(void)
{
    site_send(a_site_of(2), 0, SIM_HOUR, LETTER, NULL, 0);
}

static void send_to_nowhere(void)
{
    site_send(a_site_of(2), 2, SIM_HOUR, LETTER, NULL, 0);
}

static void schedule_an_unknown_kind(void)
{
    site_schedule(a_site_of(1), 0, KINDS, NULL, 0);
}

static void schedule_in_the_past(void)
{
    struct world world;
    const struct run_plan plan = village_plan(1, 1, 0);
    struct run *run = begin(&world, &plan);
    run_until(run, SIM_HOUR);
    site_schedule(run_site(run, 0), SIM_HOUR - 1, LETTER, NULL, 0);
}

static void carry_too_large_a_card(void)
{
    unsigned char card[EVENT_PAYLOAD + 1] = {0};
    site_schedule(a_site_of(1), 0, LETTER, card, sizeof card);
}

static void run_no_site(void)
{
    run_new(&(struct run_plan){.model = &village, .sites = 0, .ends = SIM_DAY, .lookahead = 1});
}

static void run_two_sites_without_lookahead(void)
{
    run_new(&(struct run_plan){.model = &village, .sites = 2, .ends = SIM_DAY, .lookahead = 0});
}

static void what_would_break_the_order_is_refused(void **state)
{
    (void)state;
    assert_true(aborts(send_below_the_lookahead));
    assert_false(aborts(send_with_the_lookahead));
    assert_true(aborts(send_to_itself));
    assert_true(aborts(send_to_nowhere));
    assert_true(aborts(schedule_an_unknown_kind));
    assert_true(aborts(schedule_in_the_past));
    assert_true(aborts(carry_too_large_a_card));
    assert_true(aborts(run_no_site));
    assert_true(aborts(run_two_sites_without_lookahead));
}

static sim_time letter_came[2];

static void on_told(struct site *site, const struct event *event)
{
    letter_came[site_index(site)] = event->time;
}

static void what_a_site_tells_arrives_one_lookahead_later_also_at_itself(void **state)
{
    (void)state;
    const sim_time lookaheads[] = {SIM_MINUTE, 7 * SIM_HOUR};
    handler *const handlers[] = {on_told};
    const struct model model = {handlers, 1};
    for (size_t i = 0; i < 2; i++) {
        struct run_plan plan = {.model = &model, .sites = 2, .ends = SIM_DAY, .lookahead = lookaheads[i]};
        struct run *run = run_new(&plan);
        letter_came[0] = letter_came[1] = -1;
        assert_int_equal(site_lookahead(run_site(run, 1)), lookaheads[i]);
        site_tell(run_site(run, 0), 0, 0, NULL, 0);
        site_tell(run_site(run, 0), 1, 0, NULL, 0);
        run_until(run, SIM_DAY);
        assert_int_equal(letter_came[0], lookaheads[i]);
        assert_int_equal(letter_came[1], lookaheads[i]);
        run_free(run);
    }
}

/* Site 1 goes on at one instant for ever, site 0 works once an hour. */
static void on_treadmill(struct site *site, const struct event *event)
{
    sim_time pause = site_index(site) == 1 ? 0 : SIM_HOUR;
    site_schedule(site, event->time + pause, site_index(site), NULL, 0);
}

static void a_site_that_works_more_than_it_may_halts_and_the_others_go_on(void **state)
{
    (void)state;
    handler *const handlers[] = {on_treadmill, on_treadmill};
    const struct model model = {handlers, 2};
    for (uint32_t threads = 1; threads <= 2; threads++) {
        struct run_plan plan = {.model = &model,
                                .sites = 2,
                                .ends = SIM_DAY,
                                .lookahead = SIM_HOUR,
                                .threads = threads,
                                .spread = SPREAD_ALWAYS,
                                .most_events = 1000};
        struct run *run = run_new(&plan);
        struct run_halt halt;
        site_schedule(run_site(run, 0), 0, 0, NULL, 0);
        site_schedule(run_site(run, 1), 5 * SIM_HOUR, 1, NULL, 0);
        run_until(run, 4 * SIM_HOUR);
        assert_false(run_halted(run, &halt));
        run_until(run, SIM_DAY);
        assert_true(run_halted(run, &halt));
        assert_int_equal(halt.site, 1);
        assert_int_equal(halt.kind, 1);
        assert_true(halt.time == 5 * SIM_HOUR);
        assert_int_equal(run_busiest(run), 1);
        assert_int_equal(run_events(run), 24 + 1001); /* the last one was not handled */
        run_free(run);
    }
}

/* Charges ten steps each time, an hour apart; site 1 asks to be stopped at the third event. */
static void on_charge(struct site *site, const struct event *event)
{
    site_charge(site, 10);
    if (site_index(site) == 1 && event->time == 2 * SIM_HOUR)
        site_stop(site);
    site_schedule(site, event->time + SIM_HOUR, 0, NULL, 0);
}

static void steps_that_are_charged_before_the_first_event_halt_nothing_while_they_are_few(void **state)
{
    (void)state;
    handler *const handlers[] = {on_charge};
    const struct model model = {handlers, 1};
    const struct run_plan plan = {.model = &model, .sites = 1, .ends = SIM_DAY, .most_steps = 55};
    for (uint64_t steps = 0; steps <= 60; steps += 30) {
        struct run *run = run_new(&plan);
        struct run_halt halt;
        site_charge(run_site(run, 0), steps);
        site_schedule(run_site(run, 0), 0, 0, NULL, 0);
        run_until(run, SIM_HOUR + SIM_HOUR / 2); /* two events of ten steps */
        assert_true(run_halted(run, &halt) == (steps > 55));
        run_free(run);
    }
}

static void a_site_that_charges_more_steps_than_it_may_halts_after_that_event(void **state)
{
    (void)state;
    handler *const handlers[] = {on_charge};
    const struct model model = {handlers, 1};
    const struct run_plan plan = {.model = &model, .sites = 1, .ends = SIM_DAY, .most_steps = 55};
    struct run *run = run_new(&plan);
    struct run_halt halt;
    site_schedule(run_site(run, 0), 0, 0, NULL, 0);
    run_until(run, 5 * SIM_HOUR); /* five events and fifty steps */
    assert_false(run_halted(run, &halt));
    assert_int_equal(run_steps(run), 55);
    run_until(run, SIM_DAY);
    assert_true(run_halted(run, &halt));
    assert_int_equal(halt.reason, HALT_STEPS);
    assert_true(halt.time == 6 * SIM_HOUR);
    run_free(run);
}

static void a_site_that_is_asked_to_stop_works_no_event_after_that_one(void **state)
{
    (void)state;
    handler *const handlers[] = {on_charge};
    const struct model model = {handlers, 1};
    const struct run_plan plan = {.model = &model, .sites = 2, .ends = SIM_DAY, .lookahead = SIM_HOUR};
    struct run *run = run_new(&plan);
    struct run_halt halt;
    site_schedule(run_site(run, 0), 0, 0, NULL, 0);
    site_schedule(run_site(run, 1), 0, 0, NULL, 0);
    assert_false(site_is_stopping(run_site(run, 1)));
    run_until(run, SIM_DAY);
    assert_true(site_is_stopping(run_site(run, 1)));
    assert_true(run_halted(run, &halt));
    assert_int_equal(halt.reason, HALT_ASKED);
    assert_int_equal(halt.site, 1);
    assert_true(halt.time == 3 * SIM_HOUR);
    assert_int_equal(run_events(run), 24 + 4); /* the fourth was not handled */
    run_free(run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_that_are_charged_before_the_first_event_halt_nothing_while_they_are_few),
        cmocka_unit_test(a_site_that_charges_more_steps_than_it_may_halts_after_that_event),
        cmocka_unit_test(a_site_that_is_asked_to_stop_works_no_event_after_that_one),
        cmocka_unit_test(what_a_site_tells_arrives_one_lookahead_later_also_at_itself),
        cmocka_unit_test(a_ball_goes_to_and_fro_once_a_lookahead),
        cmocka_unit_test(a_run_in_pieces_is_the_run_in_one_piece),
        cmocka_unit_test(the_length_of_the_windows_changes_nothing),
        cmocka_unit_test(seeds_and_replications_differ),
        cmocka_unit_test(between_pieces_it_is_the_instant_reached),
        cmocka_unit_test(a_site_that_works_more_than_it_may_halts_and_the_others_go_on),
        cmocka_unit_test(what_would_break_the_order_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
