#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/experiment_parts.h"
#include "experiment/workload.h"

#define HEAD     "title: A camp\nlasts: 4 d\nseed: 3\n"
#define PEOPLE   "sites: [{name: Square, people: 150}]\n"
#define ASSEMBLY "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}]\n"
#define CIRCLES  "calendar: [{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 6 h}]\n"

enum { STEPS_PER_EVENT = 300 };

/* What is estimated before a run, and what the run then took. */
struct reckoning {
    struct workload load;
    struct run_tally tally;
    struct trouble trouble;
};

static struct reckoning reckon(const char *text)
{
    struct reckoning result = {0};
    struct arena arena = {0};
    struct experiment_request request = {
        .path = "camp.yaml",
        .text = text,
        .length = strlen(text),
        .library = GROUNDSWELL_SOURCE "/scenarios",
        .base_only = true,
    };
    struct experiment *experiment = experiment_load(&request, &arena, &result.trouble);
    if (experiment != NULL) {
        struct outcome *outcome = outcome_new(&experiment_plan(experiment)->shape);
        result.load = workload_of(experiment->settings[0]);
        experiment_run(experiment, 0, NULL, outcome, &result.tally);
        outcome_free(outcome);
    }
    arena_free(&arena);
    return result;
}

static const char *const some[] = {
    HEAD PEOPLE ASSEMBLY,
    HEAD PEOPLE CIRCLES,
    HEAD PEOPLE,
    HEAD PEOPLE CIRCLES "proposals: {per_day: 200 /d}\n",
    HEAD PEOPLE ASSEMBLY "proposals: {waiting: 500, facets: 256}\n",
    HEAD PEOPLE CIRCLES "people: {attendance: 100 %}\ngathering: {partners: yes, two_feet: 20 /h}\n",
    HEAD PEOPLE ASSEMBLY "conversation: {facet_minutes: 5 s, gap_circle: 0 s}\n",
    HEAD "sites: [{name: A, people: 20}, {name: B, people: 200}]\n" ASSEMBLY,
    HEAD "sites: [{name: Room, people: 2}]\ncalendar: [{every: 1 h, hold: forum}]\n",
    HEAD PEOPLE ASSEMBLY "arrivals: {per_day: 300 /d}\n",
    HEAD PEOPLE ASSEMBLY "arrivals: {per_day: 300 /d, fades: 1 d}\n"
                         "people: {guest_room: 500, drift: 2 /d, returns: 2 /d, burn_out: 3 /d}\n"
                         "interests: {kept: yes, topics: 64, facets_per_topic: 2}\n",
    HEAD PEOPLE ASSEMBLY "arrivals: {per_day: 300 /d}\n"
                         "shocks: {media: [{at: 0.5 d, lasts: 1 d, arrivals: 20}]}\n",
    HEAD PEOPLE ASSEMBLY "groups: {form: yes, meetings: {hold: working-group, every: 1 d}}\n",
    HEAD PEOPLE ASSEMBLY "groups: {form: yes, start: {groups: 50, members: 3}}\n",
    "title: A camp\nlasts: 30 d\n" PEOPLE ASSEMBLY "arrivals: {per_day: 30 /d}\n"
    "groups:\n"
    "  form: yes\n"
    "  founding: {announce: 100 %, respond: 100 %, alignment: 0}\n"
    "  newcomers: {mention: 0 %, conversion: 100 %, fit: 0}\n"
    "  meetings: {hold: working-group, every: 12 h, for: 2 h}\n"
    "  membership: {leave_rate: 2 /d, death_after: 0 d}\n"
    "  work: {content: 1 h}\n",
};

static const char *const between_sites[] = {
    "sites: [{name: A, people: 2, count: 40}]\nadoption: {rule: threshold, spread: x}\n",
    "sites: [{name: A, people: 2, count: 40, threshold: 0}]\nadoption: {rule: threshold, spread: x}\n",
    "sites: [{name: A, people: 2, count: 40}]\nadoption: {rule: bass, spread: x, innovation: 3 /d, "
    "imitation: 3 /d}\n",
    "sites: [{name: A, people: 20, count: 5}]\npeople: {guest_room: 20}\nvisits: {per_day: 9 /d, lasts: 1 "
    "h}\n",
    "sites: [{name: A, people: 20, count: 5}]\npeople: {guest_room: 20}\n"
    "groups: {form: yes, start: {groups: 5, members: 3}, work: {hours: 0 h}}\n"
    "links: {form: lateral, per_day: 20 /d, calls: {hold: link-call, every: 1 d}}\n",
};

static void assert_takes_no_more(const char *text)
{
    struct reckoning result = reckon(text);
    assert_int_equal(result.trouble.count, 0);
    double taken = (double)(result.tally.hearings + result.tally.events);
    if (result.load.bytes < (double)result.tally.bytes || result.load.steps < taken)
        fail_msg("%s\nreckoned %g bytes and %g steps, took %g and %g", text, result.load.bytes,
                 result.load.steps, (double)result.tally.bytes, taken);
}

static void a_run_takes_no_more_than_was_reckoned(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        assert_takes_no_more(some[i]);
}

static void what_goes_between_sites_is_reckoned_too(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof between_sites / sizeof between_sites[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, HEAD "%s", between_sites[i]);
        assert_takes_no_more(text);
    }
}

static void what_is_reckoned_is_not_far_above_what_a_run_full_of_talk_takes(void **state)
{
    (void)state;
    struct reckoning result = reckon(HEAD PEOPLE "calendar: [{every: 2 h, hold: forum}]\n"
                                                 "people: {attendance: 100 %, listening_drain: 0 /h}\n"
                                                 "proposals: {per_day: 0 /d}\n");
    assert_true(result.load.bytes < 20 * (double)result.tally.bytes);
    double taken = (double)result.tally.hearings + STEPS_PER_EVENT * (double)result.tally.events;
    assert_true(result.load.steps < 20 * taken);
}

/* The limit lies just below and just above what the same scenario needs. */
static void what_is_over_a_limit_is_refused_and_what_is_under_it_is_not(void **state)
{
    (void)state;
    double steps = reckon(HEAD PEOPLE ASSEMBLY).load.steps;
    for (int above = 0; above < 2; above++) {
        char text[512];
        snprintf(text, sizeof text, HEAD PEOPLE ASSEMBLY "limits: {steps: %.0f}\n",
                 above ? steps * 1.001 : steps * 0.999);
        struct reckoning result = reckon(text);
        assert_int_equal(result.trouble.count, above ? 0 : 1);
        trouble_free(&result.trouble);
    }
}

static void the_part_that_asks_for_the_most_is_named(void **state)
{
    (void)state;
    struct reckoning result = reckon("title: T\nlasts: 1 s\nsites: [{name: A, people: 9000000}]\n");
    assert_int_equal(result.trouble.count, 1);
    const struct complaint *complaint = &result.trouble.complaints[0];
    assert_int_equal(complaint->where.line, 3);
    assert_non_null(strstr(complaint->sentence, "GB of memory"));
    assert_non_null(strstr(complaint->hint, "`limits.memory`"));
    trouble_free(&result.trouble);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_takes_no_more_than_was_reckoned),
        cmocka_unit_test(what_goes_between_sites_is_reckoned_too),
        cmocka_unit_test(what_is_reckoned_is_not_far_above_what_a_run_full_of_talk_takes),
        cmocka_unit_test(what_is_over_a_limit_is_refused_and_what_is_under_it_is_not),
        cmocka_unit_test(the_part_that_asks_for_the_most_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
