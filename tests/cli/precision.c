/* Runs until it is sure enough: how many there are, what is said of it, and that they can be broken off in
 * any round and continued to the same bytes. */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char scenario[] = GROUNDSWELL_SOURCE "/tests/determinism/precision.yaml";

/* The number that stands behind `word` in what was said; -1 where none does. */
static long number_behind(const char *said, const char *word)
{
    const char *at = strstr(said, word);
    return at == NULL ? -1 : strtol(at + strlen(word), NULL, 10);
}

static struct said run_whole(void)
{
    return GROUNDSWELL("run", scenario, "-o", "whole.h5", "-q", "--threads", "2");
}

/* The figure works the looks out again from the runs: at the last one it comes to what the run has said. */
static void figure_ends_where_the_run_stopped(const char *run_said)
{
    char share[32];
    const char *known = strstr(run_said, "is known to ");
    assert_non_null(known);
    snprintf(share, sizeof share, "%.*s", (int)(strstr(known, " or better") - known) - 12, known + 12);
    struct said drawn = GROUNDSWELL("plot", "whole.h5", "precision", "--terminal");
    assert_int_equal(drawn.status, 0);
    assert_says(drawn.out, "each look, until it was sure enough");
    assert_says(drawn.out, share);
    struct said saved = GROUNDSWELL("plot", "whole.h5", "precision", "-o", "whole.svg");
    assert_says(saved.out, " after 30 runs, ");
}

static void it_stops_at_a_look_and_says_why(void **state)
{
    (void)state;
    struct said run = run_whole();
    assert_int_equal(run.status, 0);
    long runs = number_behind(run.out, "Sure enough after ");
    assert_true(runs == 45 || runs == 68 || runs == 102 || runs == 153 || runs == 230);
    assert_int_equal(number_behind(run.out, "2 designs x "), runs);
    struct said compared = GROUNDSWELL("compare", "whole.h5"), summed = GROUNDSWELL("summary", "whole.h5");
    assert_int_equal(number_behind(compared.out, "Sure enough after "), runs);
    assert_int_equal(number_behind(summed.out, "Sure enough after "), runs);
    struct said json = GROUNDSWELL("compare", "whole.h5", "--json");
    assert_int_equal(number_behind(json.out, "\"replications\": "), runs);
    assert_says(json.out, "\"sure\": true");
    struct said again = GROUNDSWELL("run", "whole.h5", "--again", "-q");
    assert_says(again.out, "has the same bytes as whole.h5");
    figure_ends_where_the_run_stopped(run.out);
}

/* What has no value in any run is no figure, and what is the same in every run is one without ranges. */
static void nothing_and_the_same_are_drawn_as_what_they_are(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", "nothing.h5", "-q", "--base-only", "--set",
                                 "proposals.per_day=0 /d", "--set", "precision.of=hearings_passed")
                         .status,
                     0);
    struct said nothing = GROUNDSWELL("plot", "nothing.h5", "precision", "-o", "nothing.svg");
    assert_int_equal(nothing.status, 65);
    assert_says(nothing.err, "no run has a value of `hearings_passed`");
    assert_int_equal(GROUNDSWELL("report", "nothing.h5", "-o", "nothing").status, 0);
    assert_int_equal(
        GROUNDSWELL("run", scenario, "-o", "same.h5", "-q", "--base-only", "--set", "proposals.per_day=0 /d")
            .status,
        0);
    struct said same = GROUNDSWELL("plot", "same.h5", "precision", "-o", "same.svg");
    assert_int_equal(same.status, 0);
    assert_says(same.out, "assembly: 0 (0 to 0) after 30 runs;");
}

/* How many runs there will be nobody knows, so progress is of a round: 30 replications of two designs and 16
 * runs of other settings, then half as many replications again. */
static void progress_is_of_the_round(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", scenario, "-o", "shown.h5", "--threads", "2");
    assert_int_equal(said.status, 0);
    assert_says(said.err, "round 1: 76 runs; what comes out decides whether more follow\n"
                          "round 2: 30 runs; what comes out decides whether more follow\n");
    assert_null(strstr(said.err, "%"));
}

/* What is there is what a plain run of as many gives: the looks change no number. */
static void the_runs_are_those_of_as_many_replications(void **state)
{
    (void)state;
    struct said run = run_whole();
    char number[32];
    snprintf(number, sizeof number, "%ld", number_behind(run.out, "Sure enough after "));
    struct said plain = GROUNDSWELL("run", scenario, "-o", "plain.h5", "-q", "-r", number);
    assert_int_equal(plain.status, 0);
    assert_null(strstr(plain.out, "Sure enough"));
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", "fixed.h5", "-q", "-r", "6", "--base-only").status,
                     0);
    struct said none = GROUNDSWELL("plot", "fixed.h5", "precision", "-o", "none.svg");
    assert_int_equal(none.status, 65);
    assert_says(none.err, "does not hold how sure it was look by look");
    assert_false(session_there("none.svg"));
    struct said one = GROUNDSWELL("summary", "whole.h5", "--json"),
                other = GROUNDSWELL("summary", "plain.h5", "--json");
    const char *here = strstr(one.out, "\"measures\""), *there = strstr(other.out, "\"measures\"");
    assert_non_null(here);
    assert_non_null(there);
    assert_string_equal(here, there);
}

static void it_stops_at_the_most_and_says_how_sure_it_is(void **state)
{
    (void)state;
    struct said run = GROUNDSWELL("run", scenario, "-o", "most.h5", "-q", "--base-only", "--set",
                                  "precision.within=1 %", "--set", "precision.most=40");
    assert_int_equal(run.status, 0);
    assert_says(run.out, "2 designs x 40 replications, 80 runs");
    assert_says(run.out, "Stopped at 40 runs of each design, the most allowed: the mean of "
                         "`decisions_per_hour` is still \xC2\xB1 ");
    assert_says(run.out, "(wanted: \xC2\xB1 1 %, 95 % sure)");
}

static void check_says_the_least_and_the_most(void **state)
{
    (void)state;
    struct said check = GROUNDSWELL("check", scenario);
    assert_says(check.out, "2 designs, 30 to 300 replications, 5 worlds, 136 to 736 runs in all");
}

/* A limit on the size of files, in blocks of 512 bytes, breaks the run off at the same byte every time. */
static void it_is_continued_from_any_round(void **state)
{
    (void)state;
    enum { STEPS = 6 };
    run_whole();
    static const int limits[STEPS] = {200, 500, 900, 1400, 2000, 2800};
    int broken_off = 0;
    for (int i = 0; i < STEPS; i++) {
        char command[400], part[32];
        snprintf(part, sizeof part, "part-%d.h5", limits[i]);
        snprintf(command, sizeof command, "ulimit -f %d; exec \"$G\" run '%s' -o %s -q", limits[i], scenario,
                 part);
        struct said said = session_shell(command);
        if (said.status == 0)
            continue;
        assert_int_equal(said.status, 74);
        assert_false(session_there(part));
        assert_int_equal(GROUNDSWELL("resume", part, "--threads", i % 2 == 0 ? "1" : "3", "-q").status, 0);
        assert_true(session_same_bytes(part, "whole.h5"));
        broken_off++;
    }
    assert_true(broken_off >= 3);
}

/* Who says how many there are to be has them: `-r`, `--replication` and `extend`. */
static void the_command_line_says_how_many_there_are(void **state)
{
    (void)state;
    run_whole();
    struct said few = GROUNDSWELL("run", scenario, "-o", "few.h5", "-r", "5");
    assert_int_equal(few.status, 0);
    assert_says(few.out, "2 designs x 5 replications");
    assert_says(few.err, "so `precision` is not looked at");
    struct said one = GROUNDSWELL("run", scenario, "-o", "one.h5", "--replication", "17");
    assert_says(one.out, "2 designs x 1 replication, 2 runs");
    assert_null(strstr(one.err, "precision"));
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", "many.h5", "-r", "310", "-q").status, 0);
    struct said extended = GROUNDSWELL("extend", "whole.h5", "-r", "310", "-q");
    assert_says(extended.out, "of them were there");
    assert_true(session_same_bytes("whole.h5", "many.h5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stops_at_a_look_and_says_why),
        cmocka_unit_test(progress_is_of_the_round),
        cmocka_unit_test(nothing_and_the_same_are_drawn_as_what_they_are),
        cmocka_unit_test(the_runs_are_those_of_as_many_replications),
        cmocka_unit_test(it_stops_at_the_most_and_says_how_sure_it_is),
        cmocka_unit_test(check_says_the_least_and_the_most),
        cmocka_unit_test(it_is_continued_from_any_round),
        cmocka_unit_test(the_command_line_says_how_many_there_are),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
