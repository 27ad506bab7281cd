/* Two camps with a working group or two: who finds whom, who travels, who comes home. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/experiment.h"

enum { LONGEST = 2000 };

struct world {
    struct arena arena;
    struct trouble trouble;
    const struct record_shape *shape;
    struct outcome *outcome;
};

/* Groups keep together and nobody else comes or goes, but for what `more` says. */
static struct world run(const char *sites, const char *more)
{
    struct world world = {0};
    char text[LONGEST];
    snprintf(text, sizeof text,
             "title: camps\nreplications: 1\nlasts: 20 d\nsample_every: 1 d\nsites: %s\n"
             "proposals: {per_day: 0 /d}\n%s\n",
             sites, more);
    const struct experiment_request request = {.path = "camps.yaml",
                                               .text = text,
                                               .length = strlen(text),
                                               .library = GROUNDSWELL_SOURCE "/scenarios"};
    struct experiment *experiment = experiment_load(&request, &world.arena, &world.trouble);
    if (experiment == NULL)
        fail_msg("%s", world.trouble.complaints[0].sentence);
    world.shape = &experiment_plan(experiment)->shape;
    world.outcome = outcome_new(world.shape);
    struct run_tally tally;
    experiment_run(experiment, &(struct run_order){0}, NULL, world.outcome, &tally);
    return world;
}

static void end(struct world *world)
{
    outcome_free(world->outcome);
    trouble_free(&world->trouble);
    arena_free(&world->arena);
}

static size_t measure_called(const struct world *world, const char *name)
{
    for (size_t i = 0; i < world->shape->measure_count; i++)
        if (strcmp(world->shape->measures[i]->name, name) == 0)
            return i;
    fail_msg("there is no measure %s", name);
    return 0;
}

/* At one site. */
static double at(const struct world *world, const char *name, uint32_t site)
{
    return outcome_at(world->outcome, measure_called(world, name), site, 0);
}

static double at_both(const struct world *world, const char *name)
{
    return at(world, name, 0) + at(world, name, 1);
}

static double at_end(const struct world *world, const char *name, uint32_t site)
{
    return outcome_at(world->outcome, measure_called(world, name), site, world->shape->times - 1);
}

#define TWO_CAMPS "[{name: a, people: 10}, {name: b, people: 10}]"
#define ONE_TOPIC "interests: {topics: 1}\n"
#define ONE_GROUP_EACH                                                                                       \
    ONE_TOPIC "groups: {form: yes, start: {groups: 1, members: 5}, founding: {announce: 0}, newcomers: "     \
              "{conversion: "                                                                                \
              "0}, membership: {leave_rate: 0 /d}, work: {hours: 0 h}}\n"

static void two_groups_keep_one_link_however_often_they_seek(void **state)
{
    (void)state;
    static const char *const delays[] = {"1 min", "1 h", "6 h", "2 d"};
    for (size_t i = 0; i < sizeof delays / sizeof delays[0]; i++) {
        char more[LONGEST];
        snprintf(more, sizeof more,
                 ONE_GROUP_EACH "lookahead: %s\nlinks: {form: lateral, per_day: 10 /d, half_life: 0 d}",
                 delays[i]);
        struct world world = run(TWO_CAMPS, more);
        assert_true(at_both(&world, "links_made") - at_both(&world, "links_ended") == 1);
        assert_true(at_end(&world, "links_at", 0) + at_end(&world, "links_at", 1) == 1);
        end(&world);
    }
}

static void groups_of_three_sites_are_all_linked_in_the_end(void **state)
{
    (void)state;
    struct world world = run("[{name: a, people: 10, count: 3}]",
                             ONE_GROUP_EACH "links: {form: lateral, per_day: 5 /d, half_life: 0 d}");
    double living =
        at_end(&world, "links_at", 0) + at_end(&world, "links_at", 1) + at_end(&world, "links_at", 2);
    assert_true(living == 3);
    size_t giant = measure_called(&world, "giant_component"),
           integration = measure_called(&world, "integration");
    assert_true(outcome_at(world.outcome, giant, 0, world.shape->times - 1) == 1);
    assert_true(outcome_at(world.outcome, integration, 0, world.shape->times - 1) == 1);
    end(&world);
}

static void a_link_ends_with_its_group(void **state)
{
    (void)state;
    /* members leave until nobody is left */
    struct world world =
        run(TWO_CAMPS, ONE_TOPIC
            "groups: {form: yes, start: {groups: 1, members: 3}, founding: {announce: 0}, newcomers: "
            "{conversion: 0}, membership: {leave_rate: 1 /d, fit_counts: no, death_after: 0 d}, work: "
            "{hours: 0 h}}\n"
            "links: {form: lateral, per_day: 90 /d, half_life: 0 d}\nlookahead: 1 min");
    assert_true(at_both(&world, "links_made") >= 1);
    assert_true(at_both(&world, "links_made") == at_both(&world, "links_ended"));
    end(&world);
}

#define CALLS                                                                                                \
    ONE_GROUP_EACH                                                                                           \
    "links: {form: lateral, per_day: 10 /d, half_life: 0 d, calls: {hold: link-call, every: 1 d}}\n"

/* The delegate of the other group is away for the way there, the call of 40 minutes, and the way back. */
static void a_call_a_day_brings_one_guest_a_day_who_goes_home(void **state)
{
    (void)state;
    struct world world = run(TWO_CAMPS, CALLS "people: {guest_room: 1}");
    double calls = at_both(&world, "calls");
    assert_true(calls >= 18 && calls <= 20);
    assert_true(at_both(&world, "guests") == calls);
    assert_true(at_both(&world, "calls_failed") == 0);
    assert_true(fabs(at_both(&world, "call_hours") - calls * 40.0 / 60) < calls * 0.1);
    assert_true(at_end(&world, "guests_at", 0) + at_end(&world, "away_at", 1) <= 2);
    end(&world);
}

static void who_finds_no_place_turns_back_and_the_call_fails(void **state)
{
    (void)state;
    /* visitors take the one place for good */
    struct world world =
        run(TWO_CAMPS, CALLS "people: {guest_room: 1}\nvisits: {per_day: 10 /d, lasts: 300 d}");
    assert_true(at_both(&world, "guests_turned_away") > 10);
    assert_true(at(&world, "guests", 0) == 1 && at(&world, "guests", 1) == 1);
    assert_true(at_both(&world, "calls") == 0);
    assert_true(at_end(&world, "guests_at", 0) == 1 && at_end(&world, "guests_at", 1) == 1);
    end(&world);
}

static void the_smaller_group_goes_over_to_the_larger(void **state)
{
    (void)state;
    struct world world = run(TWO_CAMPS, ONE_GROUP_EACH "people: {guest_room: 9}\n"
                                                       "links: {form: supergroup, per_day: 1 /d, follow: 1}");
    assert_true(at_both(&world, "groups_merged") == 1);
    assert_true(at_both(&world, "guests") == 5);
    double here = at_end(&world, "guests_at", 0), there = at_end(&world, "guests_at", 1);
    assert_true((here == 5 && there == 0) || (here == 0 && there == 5));
    assert_true(at_end(&world, "away_at", 0) == there && at_end(&world, "away_at", 1) == here);
    end(&world);
}

static void people_go_online_where_a_site_is(void **state)
{
    (void)state;
    struct world world = run("[{name: a, people: 10}, {name: net, people: 2, online: yes}]",
                             "people: {guest_room: 10}\nvisits: {online_per_day: 2 /d, online_for: 1 h}");
    assert_true(at(&world, "online_visits", 0) > 100);
    assert_true(at(&world, "online_visits", 1) == 0); /* there is no other */
    assert_true(at(&world, "guests", 0) == 0);
    assert_true(at(&world, "guests", 1) >= at(&world, "online_visits", 0) - 10);
    end(&world);
}

/* What balances is required at the end of every run: here are many, of every kind. */
static void the_books_of_travellers_balance_with_any_delay(void **state)
{
    (void)state;
    static const char *const delays[] = {"30 min", "1 h", "6 h", "3 d"};
    static const char *const forms[] = {"lateral, calls: {hold: link-call, every: 1 d}", "supergroup"};
    for (size_t i = 0; i < sizeof delays / sizeof delays[0]; i++)
        for (size_t form = 0; form < 2; form++) {
            char more[LONGEST];
            snprintf(more, sizeof more,
                     "lookahead: %s\narrivals: {per_day: 3 /d}\npeople: {guest_room: 4, drift: 0.05 /d, "
                     "returns: 0.2 "
                     "/d}\nvisits: {per_day: 0.5 /d, lasts: 5 h, online_per_day: 0.2 /d}\n"
                     "groups: {form: yes, start: {groups: 3, members: 4}, meetings: {hold: working-group, "
                     "every: 1 "
                     "d}}\nlinks: {form: %s, per_day: 1 /d, half_life: 3 d}\nexperts: {per_day: %s}\n"
                     "calendar: [{every: 1 d, at: \"18:00\", hold: general-assembly, for: 2 h}]",
                     delays[i], forms[form], form == 0 ? "1 /d" : "0 /d");
            struct world world =
                run("[{name: a, people: 30, count: 3}, {name: net, people: 15, online: yes}]", more);
            assert_true(at(&world, "guests", 0) > 20);
            end(&world);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_groups_keep_one_link_however_often_they_seek),
        cmocka_unit_test(groups_of_three_sites_are_all_linked_in_the_end),
        cmocka_unit_test(a_link_ends_with_its_group),
        cmocka_unit_test(a_call_a_day_brings_one_guest_a_day_who_goes_home),
        cmocka_unit_test(who_finds_no_place_turns_back_and_the_call_fails),
        cmocka_unit_test(the_smaller_group_goes_over_to_the_larger),
        cmocka_unit_test(people_go_online_where_a_site_is),
        cmocka_unit_test(the_books_of_travellers_balance_with_any_delay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
