/* Worlds of a scenario: what `run` makes of them, and that an experiment whose runs are decided round by
 * round can be broken off in any round and continued to the same bytes. */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define QUIET "--quiet"

/* A limit on the size of files, in blocks of 512 bytes, breaks the run off at the same byte every time. */
static const int limits[] = {100, 300, 700, 1200, 2000};

static void continued_from_anywhere(const char *by)
{
    char scenario[256], whole[64], part[64], command[400];
    snprintf(scenario, sizeof scenario, GROUNDSWELL_SOURCE "/tests/determinism/worlds-%s.yaml", by);
    snprintf(whole, sizeof whole, "%s.h5", by);
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", whole, QUIET).status, 0);
    int broken_off = 0;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        snprintf(part, sizeof part, "%s-%d.h5", by, limits[i]);
        snprintf(command, sizeof command, "ulimit -f %d; exec \"$G\" run '%s' -o %s -q", limits[i], scenario,
                 part);
        struct said said = session_shell(command);
        if (said.status == 0)
            continue;
        assert_int_equal(said.status, 74);
        assert_false(session_there(part));
        assert_int_equal(GROUNDSWELL("resume", part, "--threads", i % 2 == 0 ? "1" : "2", QUIET).status, 0);
        assert_true(session_same_bytes(part, whole));
        broken_off++;
    }
    assert_true(broken_off >= 3);
}

static void a_sample_whose_unclear_worlds_are_run_again_is_continued(void **state)
{
    (void)state;
    continued_from_anywhere("sample");
}

static void walks_are_continued(void **state)
{
    (void)state;
    continued_from_anywhere("morris");
}

static void rows_for_indices_are_continued(void **state)
{
    (void)state;
    continued_from_anywhere("sobol");
}

static void the_base_alone_has_no_worlds(void **state)
{
    (void)state;
    const char *scenario = GROUNDSWELL_SOURCE "/tests/determinism/worlds-morris.yaml";
    struct said said = GROUNDSWELL("run", scenario, "-o", "base.h5", "--base-only");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "base.h5: 2 designs x 4 replications, 8 runs");
}

/* The number that stands before `word` in what was said; -1 where none does. */
static long number_before(const char *said, const char *word)
{
    const char *at = strstr(said, word);
    if (at == NULL)
        return -1;
    while (at > said && strchr(" 0123456789", at[-1]) != NULL)
        at--;
    return strtol(at, NULL, 10);
}

static void check_knows_how_many_runs_there_will_be(void **state)
{
    (void)state;
    static const char *const ways[] = {"morris", "sobol"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char scenario[256], target[64];
        snprintf(scenario, sizeof scenario, GROUNDSWELL_SOURCE "/tests/determinism/worlds-%s.yaml", ways[i]);
        snprintf(target, sizeof target, "counted-%s.h5", ways[i]);
        struct said check = GROUNDSWELL("check", scenario), run = GROUNDSWELL("run", scenario, "-o", target);
        assert_true(number_before(check.out, " worlds") > 0);
        assert_int_equal(number_before(check.out, " worlds"), number_before(run.out, " worlds"));
        assert_true(number_before(check.out, " runs in all") > 0);
        assert_int_equal(number_before(check.out, " runs in all"), number_before(run.out, " runs on"));
        assert_null(strstr(check.out, "at most"));
    }
    struct said check = GROUNDSWELL("check", GROUNDSWELL_SOURCE "/tests/determinism/worlds-sample.yaml");
    assert_says(check.out, "30 worlds, at most 1448 runs in all");
}

static const char groups_of_a_camp[] = "title: A camp with groups\n"
                                       "lasts: 1 d\n"
                                       "sites: [{name: Square, people: 20}]\n"
                                       "groups: {form: yes}\n"
                                       "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: "
                                       "1 h}]\n"
                                       "sensitivity: {by: sample, points: 40, replications: 1}\n"
                                       "over: assumed\n"
                                       "replications: 2\n";

/* Some of these worlds found groups that are too small to live (models/groups/check.c). */
static void worlds_that_contradict_themselves_are_left_out(void **state)
{
    (void)state;
    session_write("groups.yaml", groups_of_a_camp);
    struct said sample = GROUNDSWELL("run", "groups.yaml", "-o", "groups-sample.h5");
    assert_int_equal(sample.status, 0);
    long left_out = number_before(sample.err, " of 40 worlds the numbers contradict each other");
    assert_in_range(left_out, 1, 20);
    assert_int_equal(number_before(sample.out, " runs on"), 2 + 40 - left_out);
    struct said walks = GROUNDSWELL("run", "groups.yaml", "-o", "groups-morris.h5", "--set",
                                    "sensitivity={by: morris, trajectories: 2}");
    assert_int_equal(walks.status, 0);
    assert_says(walks.err, "worlds the numbers contradict each other; these are left out");
    assert_int_equal(GROUNDSWELL("compare", "groups-morris.h5").status, 0);
}

/* Asked for from outside: what the file says for a sample is laid aside; in one document it is a mistake. */
static void another_way_than_that_of_the_file_can_be_asked_for(void **state)
{
    (void)state;
    session_write("file.yaml", groups_of_a_camp);
    assert_int_equal(
        GROUNDSWELL("check", "file.yaml", "--set", "sensitivity={by: morris, trajectories: 2}").status, 0);
    struct said said = GROUNDSWELL("check", "file.yaml", "--set", "sensitivity={by: morris, points: 20}");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "`points` is not read with `by: morris`");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sample_whose_unclear_worlds_are_run_again_is_continued),
        cmocka_unit_test(walks_are_continued),
        cmocka_unit_test(rows_for_indices_are_continued),
        cmocka_unit_test(the_base_alone_has_no_worlds),
        cmocka_unit_test(worlds_that_contradict_themselves_are_left_out),
        cmocka_unit_test(another_way_than_that_of_the_file_can_be_asked_for),
        cmocka_unit_test(check_knows_how_many_runs_there_will_be),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
