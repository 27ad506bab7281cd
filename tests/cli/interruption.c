/* Stopped, killed, short of disk: what was done is kept, and going on gives the bytes of an unbroken run. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define QUIET "--quiet"

enum { SOME_RUNS = 20000 }; /* bytes of a journal that holds its heading and a few runs */

static void run_unbroken(void)
{
    if (!session_there("unbroken.h5"))
        assert_int_equal(GROUNDSWELL("run", "long.yaml", "-o", "unbroken.h5", QUIET).status, 0);
}

static pid_t start_long(const char *target)
{
    return session_start((const char *const[]){GROUNDSWELL_PROGRAM, "run", "long.yaml", "-o", target,
                                               "--threads", "2", QUIET, NULL});
}

static void a_killed_run_goes_on_to_the_same_bytes(void **state)
{
    (void)state;
    run_unbroken();
    pid_t child = start_long("killed.h5");
    assert_true(session_grows("killed.h5.partial", SOME_RUNS));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(session_wait(child), -SIGKILL);
    assert_false(session_there("killed.h5"));

    struct said said = GROUNDSWELL("resume", "killed.h5", QUIET);
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("killed.h5", "unbroken.h5"));
    assert_false(session_there("killed.h5.partial"));
}

static void an_interrupted_run_says_how_to_go_on(int signal, const char *target)
{
    char journal[64], hint[128];
    snprintf(journal, sizeof journal, "%s.partial", target);
    snprintf(hint, sizeof hint, "continue with `groundswell resume %s`", target);
    run_unbroken();
    pid_t child = start_long(target);
    assert_true(session_grows(journal, SOME_RUNS));
    assert_int_equal(kill(child, signal), 0);
    assert_int_equal(session_wait(child), 75);
    assert_false(session_there(target));
    assert_true(session_there(journal));

    struct said said = GROUNDSWELL("run", "long.yaml", "-o", target, QUIET);
    assert_int_equal(said.status, 73);
    assert_says(said.err, "groundswell resume");
    said = GROUNDSWELL("compare", journal);
    assert_int_equal(said.status, 65);
    assert_says(said.err, "groundswell resume");
    said = GROUNDSWELL("resume", journal, QUIET);
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes(target, "unbroken.h5"));
    said = GROUNDSWELL("resume", target, QUIET);
    assert_int_equal(said.status, 0);
    assert_says(said.out, "is complete");
}

static void an_interrupt_from_the_keyboard_keeps_what_was_done(void **state)
{
    (void)state;
    an_interrupted_run_says_how_to_go_on(SIGINT, "interrupted.h5");
}

static void a_request_to_terminate_keeps_what_was_done(void **state)
{
    (void)state;
    an_interrupted_run_says_how_to_go_on(SIGTERM, "terminated.h5");
}

static void the_way_to_go_on_is_told(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" run long.yaml -o told.h5 -q & child=$!\n"
                                     "while [ ! -s told.h5.partial ]; do :; done\n"
                                     "kill -TERM $child; wait $child; echo $?");
    assert_string_equal(said.out, "75\n");
    assert_says(said.err, "they are kept\n  continue with `groundswell resume told.h5`\n");
}

static void a_hang_up_that_is_ignored_stays_ignored(void **state)
{
    (void)state;
    run_unbroken();
    struct said said = session_shell("trap '' HUP\n\"$G\" run long.yaml -o nohup.h5 -q & child=$!\n"
                                     "while [ ! -s nohup.h5.partial ]; do :; done\n"
                                     "kill -HUP $child; wait $child; echo $?");
    assert_says(said.out, "0\n");
    assert_true(session_same_bytes("nohup.h5", "unbroken.h5"));
}

static void a_full_disk_leaves_no_results_file_and_can_be_gone_on_with(void **state)
{
    (void)state;
    run_unbroken();
    /* A limit on the size of files stands for the disk: 40 blocks of 512 bytes. */
    struct said said = session_shell("ulimit -f 40; exec \"$G\" run long.yaml -o full.h5 -q");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "File too large");
    assert_false(session_there("full.h5"));
    said = GROUNDSWELL("resume", "full.h5", QUIET);
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("full.h5", "unbroken.h5"));
}

static const char tried_otherwise[] =
    "title: Tried otherwise\nlasts: 2 d\nreplications: 400\n"
    "sites: [{name: Square, people: 40}]\n"
    "proposals: {per_day: 4 /d, facets: 8}\n"
    "designs:\n"
    "  assembly:\n"
    "    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
    "assumptions: [{set: conversation.digest_ratio, to: [1, 4]}]\n";

static void what_was_left_out_at_first_is_left_out_on_going_on(void **state)
{
    (void)state;
    session_write("tried.yaml", tried_otherwise);
    struct said said = session_shell("\"$G\" run tried.yaml -o whole.h5 --base-only -q\n"
                                     "\"$G\" run tried.yaml -o base.h5 --base-only -q & child=$!\n"
                                     "while [ ! -s base.h5.partial ]; do :; done\n"
                                     "kill -TERM $child; wait $child; echo $?");
    assert_says(said.out, "75\n");
    said = GROUNDSWELL("resume", "base.h5", QUIET);
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("base.h5", "whole.h5"));
}

/* `timeout` and shells tell the program and then its group: one wish, two signals. */
static void one_wish_that_comes_twice_stops_in_order(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" run long.yaml -o twice.h5 -q & child=$!\n"
                                     "while [ ! -s twice.h5.partial ]; do :; done\n"
                                     "kill -TERM $child; kill -TERM $child; kill -TERM $child\n"
                                     "wait $child; echo $?");
    assert_says(said.out, "75\n");
}

/* One run of many hours: nobody waits for its end. */
static void a_long_run_is_broken_off(void **state)
{
    (void)state;
    session_write("years.yaml",
                  "title: Years\nlasts: 3000 d\nreplications: 1\n"
                  "sites: [{name: City, people: 20000}]\n"
                  "proposals: {per_day: 1 /d, facets: 3, reopening: 0 /d}\n"
                  "limits: {memory: 1000 GB, steps: 1e18}\n"
                  "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}]\n");
    struct said said =
        session_shell("timeout --foreground 1 \"$G\" run years.yaml -o years.h5 -q; echo $?; ls years.h5*");
    assert_says(said.out, "years.h5.partial\n");
    assert_says(said.out, "124\n");
}

static void nothing_is_left_of_a_comparison_that_was_stopped(void **state)
{
    (void)state;
    struct said said = session_shell("mkdir tmp; TMPDIR=$PWD/tmp timeout -s INT 1 \"$G\" compare long.yaml "
                                     "--set replications=100000 -q; ls tmp | wc -l");
    assert_string_equal(said.out, "0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_run_goes_on_to_the_same_bytes),
        cmocka_unit_test(an_interrupt_from_the_keyboard_keeps_what_was_done),
        cmocka_unit_test(a_request_to_terminate_keeps_what_was_done),
        cmocka_unit_test(the_way_to_go_on_is_told),
        cmocka_unit_test(a_hang_up_that_is_ignored_stays_ignored),
        cmocka_unit_test(a_full_disk_leaves_no_results_file_and_can_be_gone_on_with),
        cmocka_unit_test(what_was_left_out_at_first_is_left_out_on_going_on),
        cmocka_unit_test(one_wish_that_comes_twice_stops_in_order),
        cmocka_unit_test(a_long_run_is_broken_off),
        cmocka_unit_test(nothing_is_left_of_a_comparison_that_was_stopped),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
