/* The best week for a camp: what is found, that the finalists are run anew, that a search can be broken off
 * and continued to the same bytes, and what a week looks like that is copied. */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char scenario[] = GROUNDSWELL_SOURCE "/tests/determinism/choose.yaml";

/* One open setting of which the outcome is known: sessions cost what they last. */
static const char known[] = "title: A camp that saves hours\n"
                            "lasts: 7 d\n"
                            "replications: 6\n"
                            "sites: [{name: Square, people: 20}]\n"
                            "people: {attendance: 100 %}\n"
                            "calendar:\n"
                            "  - {every: 1 d, at: \"10:00\", hold: talk-of-nothing, for: 2 h}\n"
                            "  - {every: 1 d, at: \"19:00\", hold: talk-of-nothing, for: 2 h}\n"
                            "choose:\n"
                            "  - {set: \"calendar[0].for\", from: 1 h, to: 4 h, step: 1 h}\n"
                            "  - {set: \"calendar[1].for\", from: 1 h, to: 4 h, step: 1 h}\n"
                            "  - {set: \"calendar[1].held\", to: [yes, no]}\n"
                            "goals: [{less: session_hours}]\n"
                            "must: [{measure: session_hours, least: 20.5}]\n"
                            "search: {runs: 200, finalists: 3, fresh_replications: 6}\n";

static struct said run_whole(void)
{
    return GROUNDSWELL("run", scenario, "-o", "whole.h5", "-q", "--threads", "2");
}

/* 7 days of 3 h are 21 h, the least above 20.5, and there are three such weeks. */
static void the_cheapest_week_within_the_limit_is_found(void **state)
{
    (void)state;
    session_write("known.yaml", known);
    struct said check = GROUNDSWELL("check", "known.yaml");
    assert_says(check.out, "a search among 20 weeks");
    struct said run = GROUNDSWELL("run", "known.yaml", "-o", "known.h5", "-q");
    assert_int_equal(run.status, 0);
    assert_says(run.out, "20 of 20 weeks tried and 3 run anew");
    struct said first = GROUNDSWELL("week", "known.h5", "--finalist", "1"),
                second = GROUNDSWELL("week", "known.h5", "--finalist", "2"),
                third = GROUNDSWELL("week", "known.h5", "--finalist", "3");
    assert_says(first.out, "10:00, for 2 h");
    assert_says(first.out, "19:00, for 1 h");
    assert_says(second.out, "10:00, for 1 h");
    assert_says(second.out, "19:00, for 2 h");
    assert_says(third.out, "10:00, for 3 h");
    assert_says(third.out, "held: no");
    assert_says(GROUNDSWELL("compare", "known.h5").out, "Hours of sessions: 21; 25 % less");
}

static void the_same_file_comes_again(void **state)
{
    (void)state;
    assert_int_equal(run_whole().status, 0);
    struct said again = GROUNDSWELL("run", "whole.h5", "--again", "-q");
    assert_says(again.out, "has the same bytes as whole.h5");
}

/* A limit on the size of files, in blocks of 512 bytes, breaks the run off at the same byte every time. */
static void it_is_continued_from_any_round(void **state)
{
    (void)state;
    enum { STEPS = 6 };
    static const int limits[STEPS] = {100, 300, 600, 900, 1300, 1800};
    int broken_off = 0;
    run_whole();
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

/* More runs of the week as it is leave the search what it was. */
static void it_can_be_extended(void **state)
{
    (void)state;
    run_whole();
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", "many.h5", "-r", "9", "-q").status, 0);
    struct said extended = GROUNDSWELL("extend", "whole.h5", "-r", "9", "-q");
    assert_says(extended.out, "of them were there");
    assert_true(session_same_bytes("whole.h5", "many.h5"));
}

static void it_is_not_run_in_parts(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", scenario, "-o", "part.h5", "-q", "--part", "1/2");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "with `precision`, `best`, `choose` or");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cheapest_week_within_the_limit_is_found),
        cmocka_unit_test(the_same_file_comes_again),
        cmocka_unit_test(it_is_continued_from_any_round),
        cmocka_unit_test(it_can_be_extended),
        cmocka_unit_test(it_is_not_run_in_parts),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
