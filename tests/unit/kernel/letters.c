/* How many letters sites send to each other in a window: the same with any number of threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kernel/run.h"

enum { FEW = 30, MANY = 5000, HOURS = 10, LISTENERS_OF_NEWS = 7 };

static struct run *begin(const struct model *model, uint32_t sites, uint32_t threads)
{
    const struct run_plan plan = {.model = model,
                                  .sites = sites,
                                  .ends = HOURS * SIM_HOUR,
                                  .lookahead = SIM_HOUR,
                                  .threads = threads,
                                  .spread = SPREAD_ALWAYS};
    return run_new(&plan);
}

static void are(struct run *run, uint64_t windows, uint64_t all, uint64_t most)
{
    const struct letters letters = run_letters(run);
    assert_int_equal(run_windows(run), windows);
    assert_int_equal(letters.all, all);
    assert_int_equal(letters.most, most);
}

static uint32_t *sites_of(struct site *site)
{
    return site_state(site);
}

/* A token goes to the next site, every hour. */
static void on_token(struct site *site, const struct event *event)
{
    site_send(site, (site_index(site) + 1) % *sites_of(site), event->time + SIM_HOUR, 0, NULL, 0);
}

static void ring(uint32_t sites, uint32_t threads)
{
    static handler *const handlers[] = {on_token};
    const struct model model = {handlers, 1};
    struct run *run = begin(&model, sites, threads);
    for (uint32_t i = 0; i < sites; i++) {
        site_attach(run_site(run, i), &sites);
        site_schedule(run_site(run, i), 0, 0, NULL, 0);
    }
    are(run, 0, 0, 0);
    run_until(run, 3 * SIM_HOUR);
    are(run, 3, (uint64_t)3 * sites, sites);
    run_until(run, SIM_NEVER);
    are(run, HOURS, (uint64_t)HOURS * sites, sites);
    run_free(run);
}

static void a_token_at_every_site_is_as_many_letters_a_window_as_there_are_sites(void **state)
{
    (void)state;
    for (uint32_t threads = 0; threads <= 4; threads++) {
        ring(FEW, threads);
        ring(MANY, threads); /* where one thread collects letters too */
    }
}

/* In its hour h the first site sends h letters, which nobody answers. */
enum { NEWS, HEARD };

static void on_news(struct site *site, const struct event *event)
{
    for (uint32_t i = 0; i < (uint32_t)(event->time / SIM_HOUR); i++)
        site_send(site, 1 + i % LISTENERS_OF_NEWS, event->time + SIM_HOUR, HEARD, NULL, 0);
}

static void on_heard(struct site *site, const struct event *event)
{
    (void)site, (void)event;
}

static handler *const news_handlers[] = {[NEWS] = on_news, [HEARD] = on_heard};
static const struct model news = {news_handlers, 2};

static void the_window_with_the_most_letters_is_found(void **state)
{
    (void)state;
    for (uint32_t threads = 0; threads <= 4; threads++) {
        struct run *run = begin(&news, 1 + LISTENERS_OF_NEWS, threads);
        for (uint32_t hour = 0; hour < HOURS; hour++)
            site_schedule(run_site(run, 0), hour * SIM_HOUR, NEWS, NULL, 0);
        run_until(run, SIM_NEVER);
        are(run, HOURS, 45, 9); /* 0 + 1 + ... + 9 */
        run_free(run);
    }
}

static void what_is_sent_between_two_calls_counts_to_the_window_that_follows(void **state)
{
    (void)state;
    for (uint32_t threads = 0; threads <= 4; threads++) {
        struct run *run = begin(&news, 1 + LISTENERS_OF_NEWS, threads);
        for (uint32_t to = 1; to <= 3; to++)
            site_send(run_site(run, 0), to, SIM_HOUR, HEARD, NULL, 0);
        are(run, 0, 0, 0);
        run_until(run, 2 * SIM_HOUR);
        are(run, 1, 3, 3);
        site_send(run_site(run, 1), 0, 4 * SIM_HOUR, HEARD, NULL, 0);
        site_schedule(run_site(run, 0), 4 * SIM_HOUR, NEWS, NULL, 0); /* four letters in this window */
        run_until(run, SIM_NEVER);
        are(run, 3, 8, 5);
        run_free(run);
    }
}

/* What a site tells itself goes to no other. */
static void on_thought(struct site *site, const struct event *event)
{
    (void)event;
    site_tell(site, site_index(site), 0, NULL, 0);
}

static void what_a_site_sends_to_itself_is_no_letter(void **state)
{
    (void)state;
    static handler *const handlers[] = {on_thought};
    const struct model model = {handlers, 1};
    for (uint32_t sites = 1; sites <= 2; sites++) {
        struct run *run = begin(&model, sites, 2);
        site_schedule(run_site(run, 0), 0, 0, NULL, 0);
        run_until(run, SIM_NEVER);
        assert_int_equal(run_events(run), HOURS);
        are(run, sites == 1 ? 0 : HOURS, 0, 0);
        run_free(run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_token_at_every_site_is_as_many_letters_a_window_as_there_are_sites),
        cmocka_unit_test(the_window_with_the_most_letters_is_found),
        cmocka_unit_test(what_is_sent_between_two_calls_counts_to_the_window_that_follows),
        cmocka_unit_test(what_a_site_sends_to_itself_is_no_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
