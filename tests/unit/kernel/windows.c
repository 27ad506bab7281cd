/* Any number of threads gives every site the same history: random small models, drawn here, each of them run
 * in different ways.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "kernel/run.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define IS_WATCHED 1 /* by a sanitizer that makes everything many times slower */
#endif
#endif
#ifdef IS_WATCHED
enum { MODELS = 40 };
#else
enum { MODELS = 240 };
#endif
enum { MOST_SITES = 150, ALARMS = 3, MOST_CHAINS = 4, MOST_HOPS = 6 };
enum { DRAW_MODEL = 1, DRAW_STEP };
enum { CHAIN, ALARM, VISIT, GATHERING, KINDS };

/* What is random about a model. Times are multiples of `grain`, so that with a coarse one ties are
 * everywhere: at one site, between senders, and with the ends of windows. */
struct manners {
    uint32_t sites, chains;
    sim_time ends, lookahead, grain;
    uint32_t steps;                         /* longest delay of a chain, in grains */
    uint32_t remote, cancelling, gathering; /* shares, in percent */
    uint64_t seed;
};

struct diary {
    uint64_t fold;
    uint32_t events;
    const struct manners *manners;
    struct event_ticket alarms[ALARMS];
};

static struct draw note(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    const uint64_t prime = 0x100000001b3;
    const uint64_t words[] = {(uint64_t)event->time, event->order, event->kind, event->payload[0]};
    for (int i = 0; i < 4; i++)
        diary->fold = (diary->fold ^ words[i]) * prime;
    diary->fold ^= diary->fold >> 29;
    return draw_for(site_luck(site), DRAW_STEP, site_index(site), diary->events++);
}

static bool by_lot(struct draw *draw, uint32_t percent)
{
    return draw_below(draw, 100) < percent;
}

static void write_to(struct site *site, struct draw *draw, uint32_t kind, uint32_t to, unsigned char hops)
{
    const struct manners *manners = ((struct diary *)site_state(site))->manners;
    if (to == site_index(site))
        return;
    sim_time earliest = (site_now(site) + manners->lookahead + manners->grain - 1) / manners->grain;
    site_send(site, to, (earliest + draw_below(draw, 2)) * manners->grain, kind, &hops, sizeof hops);
}

/* A chain goes on for ever, sets and puts off alarms, and sends visitors. */
static void on_chain(struct site *site, const struct event *event)
{
    struct diary *diary = site_state(site);
    const struct manners *manners = diary->manners;
    struct draw draw = note(site, event);
    sim_time now = site_now(site);
    site_schedule(site, now + (1 + draw_below(&draw, manners->steps)) * manners->grain, CHAIN, NULL, 0);
    if (by_lot(&draw, manners->cancelling)) {
        struct event_ticket *alarm = &diary->alarms[draw_below(&draw, ALARMS)];
        diary->fold += site_cancel(site, *alarm);
        unsigned char card = (unsigned char)draw_below(&draw, 200);
        *alarm = site_schedule(site, now + draw_below(&draw, 2 * manners->steps) * manners->grain, ALARM,
                               &card, 1);
    }
    if (by_lot(&draw, manners->remote))
        write_to(site, &draw, VISIT, draw_below(&draw, manners->sites),
                 (unsigned char)draw_below(&draw, MOST_HOPS));
    if (by_lot(&draw, manners->gathering)) /* everybody goes to the same place */
        write_to(site, &draw, GATHERING, (uint32_t)(now / manners->lookahead) % manners->sites, 0);
}

/* An alarm is followed by something at the same instant. */
static void on_alarm(struct site *site, const struct event *event)
{
    note(site, event);
    site_schedule(site, site_now(site), GATHERING, event->payload, 1);
}

static void on_visit(struct site *site, const struct event *event)
{
    const struct manners *manners = ((struct diary *)site_state(site))->manners;
    struct draw draw = note(site, event);
    unsigned char hops;
    event_read(event, &hops, sizeof hops);
    if (hops > 0)
        write_to(site, &draw, VISIT, draw_below(&draw, manners->sites), hops - 1);
}

static void on_gathering(struct site *site, const struct event *event)
{
    note(site, event);
}

static handler *const handlers[KINDS] = {
    [CHAIN] = on_chain, [ALARM] = on_alarm, [VISIT] = on_visit, [GATHERING] = on_gathering};
static const struct model model = {handlers, KINDS};

static struct manners manners_of(uint32_t number)
{
    struct luck luck = luck_of(2011, number);
    struct draw draw = draw_for(&luck, DRAW_MODEL, 0, 0);
    struct manners manners = {.sites = 1 + draw_below(&draw, MOST_SITES), .seed = number, .ends = SIM_DAY};
    const sim_time grains[] = {1, SIM_SECOND, 10 * SIM_MINUTE};
    manners.grain = grains[draw_below(&draw, 3)];
    manners.chains = 1 + draw_below(&draw, MOST_CHAINS);
    manners.steps = (uint32_t)(SIM_DAY / 50 / manners.grain) + 1;
    /* from a twentieth of the day to longer than the day */
    manners.lookahead = SIM_DAY / 20 * (1 + draw_below(&draw, 24)) + draw_below(&draw, 2);
    manners.remote = draw_below(&draw, 101);
    manners.cancelling = draw_below(&draw, 101);
    manners.gathering = draw_below(&draw, 2) * draw_below(&draw, 101);
    return manners;
}

struct world {
    struct diary diaries[MOST_SITES];
    uint64_t events;
    struct letters letters;
};

static void live(const struct manners *manners, uint32_t threads, sim_time piece, struct world *world)
{
    const struct run_plan plan = {.model = &model,
                                  .sites = manners->sites,
                                  .ends = manners->ends,
                                  .lookahead = manners->lookahead,
                                  .seed = manners->seed,
                                  .threads = threads,
                                  .spread = SPREAD_ALWAYS};
    struct run *run = run_new(&plan);
    *world = (struct world){0};
    for (uint32_t i = 0; i < manners->sites; i++) {
        struct site *site = run_site(run, i);
        world->diaries[i].manners = manners;
        site_attach(site, &world->diaries[i]);
        for (uint32_t c = 0; i % 3 < 2 && c < manners->chains;
             c++) /* a third of the sites only gets visitors */
            site_schedule(site, (i + c) % 5 * manners->grain, CHAIN, NULL, 0);
    }
    for (sim_time instant = piece; instant < manners->ends; instant += piece)
        run_until(run, instant);
    run_until(run, SIM_NEVER);
    world->events = run_events(run);
    world->letters = run_letters(run);
    run_free(run);
}

static void same(const struct world *a, const struct world *b, uint32_t number, uint32_t threads,
                 sim_time piece)
{
    bool whole = piece >= SIM_DAY; /* pieces cut windows */
    bool same = a->events == b->events && a->letters.all == b->letters.all &&
                (!whole || a->letters.most == b->letters.most);
    for (uint32_t i = 0; i < MOST_SITES; i++)
        same =
            same && a->diaries[i].fold == b->diaries[i].fold && a->diaries[i].events == b->diaries[i].events;
    if (!same)
        fail_msg("model %u differs with %u threads in pieces of %lld", number, threads, (long long)piece);
}

static void every_site_has_one_history_with_any_number_of_threads(void **state)
{
    (void)state;
    const uint32_t threads[] = {1, 2, 3, 8};
    const sim_time pieces[] = {SIM_DAY, 7 * SIM_HOUR, 5 * SIM_HOUR + 1};
    uint64_t events = 0, letters = 0;
    struct world first, other;
    for (uint32_t number = 0; number < MODELS; number++) {
        struct manners manners = manners_of(number);
        live(&manners, 0, SIM_DAY, &first);
        events += first.events;
        letters += first.letters.all;
        for (uint32_t t = 0; t < 4; t++) {
            live(&manners, threads[t], SIM_DAY, &other);
            same(&first, &other, number, threads[t], SIM_DAY);
        }
        sim_time piece = pieces[1 + number % 2];
        live(&manners, threads[number % 4], piece, &other);
        same(&first, &other, number, threads[number % 4], piece);
    }
    assert_true(events > MODELS * 1000 && letters > MODELS * 100); /* or nothing was shown */
}

static void another_seed_gives_another_history(void **state)
{
    (void)state;
    struct manners manners = manners_of(7);
    struct world one, other;
    live(&manners, 2, SIM_DAY, &one);
    manners.seed++;
    live(&manners, 2, SIM_DAY, &other);
    assert_true(one.diaries[0].fold != other.diaries[0].fold);
}

/* Windows that are worked by one thread because they hold little lie between others. */
static void shared_and_lonely_windows_give_the_same(void **state)
{
    (void)state;
    struct world alone, shared;
    struct manners manners = {.sites = 30,
                              .chains = 40,
                              .ends = SIM_DAY,
                              .lookahead = SIM_HOUR,
                              .grain = SIM_SECOND,
                              .steps = 60,
                              .remote = 20,
                              .cancelling = 20,
                              .seed = 5};
    live(&manners, 1, SIM_DAY, &alone);
    const struct run_plan plan = {
        .model = &model, .sites = 30, .ends = SIM_DAY, .lookahead = SIM_HOUR, .seed = 5, .threads = 2};
    struct run *run = run_new(&plan);
    shared = (struct world){0};
    for (uint32_t i = 0; i < plan.sites; i++) {
        shared.diaries[i].manners = &manners;
        site_attach(run_site(run, i), &shared.diaries[i]);
        for (uint32_t c = 0; i % 3 < 2 && c < manners.chains; c++)
            site_schedule(run_site(run, i), (i + c) % 5 * manners.grain, CHAIN, NULL, 0);
    }
    run_until(run, SIM_DAY);
    shared.events = run_events(run);
    shared.letters = run_letters(run);
    assert_int_equal(run_windows(run), 24);
    run_free(run);
    same(&alone, &shared, 0, 2, SIM_DAY);
}

/* Very large and degenerate runs: a token at each of many sites goes round a ring. */
struct ring {
    uint64_t steps;
    uint32_t sites;
};

static void on_token(struct site *site, const struct event *event)
{
    struct ring *ring = site_state(site);
    ring->steps += (uint64_t)event->time / SIM_HOUR + 1;
    site_send(site, (site_index(site) + 1) % ring->sites, event->time + SIM_HOUR, 0, NULL, 0);
}

static uint64_t ring_steps(uint32_t sites, uint32_t threads, sim_time lookahead, sim_time hours,
                           uint64_t *bytes)
{
    handler *const handlers_of_ring[] = {on_token};
    const struct model ring_model = {handlers_of_ring, 1};
    const struct run_plan plan = {.model = &ring_model,
                                  .sites = sites,
                                  .ends = hours * SIM_HOUR,
                                  .lookahead = lookahead,
                                  .threads = threads};
    struct run *run = run_new(&plan);
    struct ring *rings = must_allocate(sites, sizeof *rings);
    for (uint32_t i = 0; i < sites; i++) {
        rings[i].sites = sites;
        site_attach(run_site(run, i), &rings[i]);
        site_schedule(run_site(run, i), 0, 0, NULL, 0);
    }
    run_until(run, SIM_NEVER);
    uint64_t fold = 0;
    for (uint32_t i = 0; i < sites; i++)
        fold = fold * 31 + rings[i].steps;
    assert_int_equal(run_events(run), sites * (uint64_t)hours);
    *bytes = run_bytes(run) / sites;
    free(rings);
    run_free(run);
    return fold;
}

static void a_hundred_thousand_sites_need_little_memory_each(void **state)
{
    (void)state;
    uint64_t bytes;
    uint64_t one = ring_steps(100000, 1, SIM_HOUR, 3, &bytes);
    assert_true(bytes < 2048);
    assert_true(ring_steps(100000, 2, SIM_HOUR, 3, &bytes) == one);
    assert_true(bytes < 2048);
}

/* All events of a window are at one instant; windows of every length hold the same. */
static void all_events_at_one_instant_are_one_window(void **state)
{
    (void)state;
    uint64_t bytes, one = ring_steps(300, 1, SIM_HOUR, 50, &bytes);
    assert_true(ring_steps(300, 3, SIM_HOUR, 50, &bytes) == one);
    assert_true(ring_steps(300, 3, 1, 50, &bytes) == one);
}

static void on_nothing(struct site *site, const struct event *event)
{
    (void)event;
    (*(uint64_t *)site_state(site))++;
}

static void two_million_events_of_one_instant_are_all_worked(void **state)
{
    (void)state;
    enum { EVENTS = 2000000 };
    handler *const nothing[] = {on_nothing};
    const struct model one_kind = {nothing, 1};
    const struct run_plan plan = {.model = &one_kind, .sites = 1, .ends = SIM_HOUR, .threads = 2};
    struct run *run = run_new(&plan);
    uint64_t count = 0;
    site_attach(run_site(run, 0), &count);
    for (int i = 0; i < EVENTS; i++)
        site_schedule(run_site(run, 0), SIM_MINUTE, 0, NULL, 0);
    run_until(run, SIM_NEVER);
    assert_int_equal(count, EVENTS);
    run_free(run);
}

static void a_lookahead_longer_than_the_run_is_one_window(void **state)
{
    (void)state;
    struct manners manners = manners_of(3);
    manners.sites = 5;
    manners.lookahead = SIM_NEVER;
    manners.remote = manners.gathering = 0; /* nothing could ever arrive */
    struct world one, two;
    live(&manners, 1, SIM_DAY, &one);
    live(&manners, 2, SIM_DAY, &two);
    same(&one, &two, 3, 2, SIM_DAY);
    assert_true(one.events > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_site_has_one_history_with_any_number_of_threads),
        cmocka_unit_test(another_seed_gives_another_history),
        cmocka_unit_test(shared_and_lonely_windows_give_the_same),
        cmocka_unit_test(a_hundred_thousand_sites_need_little_memory_each),
        cmocka_unit_test(all_events_at_one_instant_are_one_window),
        cmocka_unit_test(two_million_events_of_one_instant_are_all_worked),
        cmocka_unit_test(a_lookahead_longer_than_the_run_is_one_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
