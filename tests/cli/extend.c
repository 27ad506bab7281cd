/* More replications of finished results, and one replication alone: the numbers are those of a run of all. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOME_RUNS = 40000 }; /* bytes of a journal that holds its heading and more than a few runs */

static void same_as_at_once(const char *scenario, const char *few, const char *many)
{
    assert_int_equal(GROUNDSWELL("run", scenario, "-r", few, "-o", "few.h5", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("run", scenario, "-r", many, "-o", "many.h5", "-q").status, 0);
    struct said said = GROUNDSWELL("extend", "few.h5", "-r", many, "-q");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "of them were there)");
    assert_true(session_same_bytes("few.h5", "many.h5"));
}

static void extended_results_have_the_bytes_of_a_run_at_once(void **state)
{
    (void)state;
    same_as_at_once("small.yaml", "3", "7");
    assert_int_equal(GROUNDSWELL("extend", "few.h5", "-r", "9", "-q", "--threads", "1").status, 0);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-r", "9", "-o", "nine.h5", "-q").status, 0);
    assert_true(session_same_bytes("few.h5", "nine.h5"));
}

static void alternatives_sweeps_worlds_and_tables_are_extended_too(void **state)
{
    (void)state;
    session_write(
        "rich.yaml",
        "title: Everything that can be asked\nlasts: 2 d\nreplications: 3\nvariant_replications: "
        "5\nrecord_people: yes\n"
        "record_events: yes\nsites: [{name: Square, people: 25}, {name: Hill, people: 12}]\nproposals: "
        "{per_day: 6 /d}\n"
        "designs:\n  assembly:\n    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 "
        "h}]\n"
        "  circles:\n    calendar: [{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 1 h}]\n"
        "assumptions: [{set: conversation.retention, to: [20 %, 80 %], why: it is not known}]\n"
        "sweep: [{set: proposals.per_day, to: [2 /d, 12 /d]}]\n"
        "sensitivity: {by: sample, points: 4, replications: 6, most_replications: 12}\nover: assumed\n");
    same_as_at_once("rich.yaml", "2", "4");
    same_as_at_once("rich.yaml", "4", "9");
}

/* The settings of the command line belong to the file; so does what was left out. */
static void settings_that_were_given_are_kept(void **state)
{
    (void)state;
    assert_int_equal(session_shell("\"$G\" run small.yaml --set seed=3 -r 2 --base-only -q -o a.h5 && "
                                   "\"$G\" run small.yaml --set seed=3 -r 5 --base-only -q -o b.h5 && "
                                   "\"$G\" extend a.h5 -r 5 -q && cmp a.h5 b.h5")
                         .status,
                     0);
    assert_int_equal(session_shell("\"$G\" run small.yaml --set replications=2 --set seed=3 -q -o c.h5 && "
                                   "\"$G\" run small.yaml --set replications=5 --set seed=3 -q -o d.h5 && "
                                   "\"$G\" extend c.h5 -r 5 -q && cmp c.h5 d.h5")
                         .status,
                     0);
}

static void a_killed_extension_leaves_the_file_and_is_resumed(void **state)
{
    (void)state;
    assert_int_equal(session_shell("\"$G\" run small.yaml -r 30 -q -o few.h5 && cp few.h5 before.h5 && "
                                   "\"$G\" run small.yaml -r 900 -q -o many.h5")
                         .status,
                     0);
    static const int signals[] = {SIGKILL, SIGINT};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        assert_int_equal(session_shell("cp before.h5 few.h5").status, 0);
        pid_t child = session_start((const char *const[]){GROUNDSWELL_PROGRAM, "extend", "few.h5", "-r",
                                                          "900", "-q", "-t", "1", NULL});
        assert_true(session_grows("few.h5.partial", SOME_RUNS));
        assert_int_equal(kill(child, signals[i]), 0);
        assert_int_equal(session_wait(child), signals[i] == SIGKILL ? -SIGKILL : 75);
        assert_true(session_same_bytes("few.h5", "before.h5"));
        assert_int_equal(GROUNDSWELL("extend", "few.h5", "-r", "900").status, 73); /* it is to be resumed */
        assert_int_equal(GROUNDSWELL("resume", "few.h5", "-q").status, 0);
        assert_true(session_same_bytes("few.h5", "many.h5"));
        assert_false(session_there("few.h5.partial"));
    }
}

static void what_cannot_be_extended_is_refused_with_a_sentence(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", "small.h5", "-q").status, 0);
    struct said said = GROUNDSWELL("extend", "small.h5");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "how many replications are there to be in the end?");
    said = GROUNDSWELL("extend", "small.h5", "-r", "4");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "has 4 replications of each design already, and `-r 4` adds none");
    assert_int_equal(GROUNDSWELL("extend", "small.yaml", "-r", "9").status, 65);
    assert_int_equal(GROUNDSWELL("extend", "gone.h5", "-r", "9").status, 66);
    assert_int_equal(session_shell("head -c 20000 small.h5 >cut.h5; exec \"$G\" extend cut.h5 -r 9").status,
                     65);
    assert_false(session_there("cut.h5.partial"));
}

/* --- one alone --- */

#define OF_RUN_3                                                                                             \
    "for t in runs runs_by_site courses histograms proposal; do awk -F, '$2 == 3' \"$d/$t.csv\"; done"

static void one_replication_alone_has_the_numbers_that_it_has_among_all(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--replication", "3", "-q");
    assert_int_equal(said.status, 0);
    assert_true(session_there("small-replication-3.h5"));
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", "all.h5", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("export", "all.h5", "-o", "all", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("export", "small-replication-3.h5", "-o", "one", "-q").status, 0);
    said = session_shell("d=all; { " OF_RUN_3 "; } >a; d=one; { " OF_RUN_3 "; } >b; wc -l <a; cmp a b");
    assert_int_equal(said.status, 0);
    assert_true(atoi(said.out) > 100);
    /* with a row for each event and person, which the others have not */
    assert_false(session_there("all/event.csv"));
    said = session_shell("wc -l <one/event.csv; wc -l <one/person.csv");
    assert_true(atoi(said.out) > 50);
    assert_int_equal(GROUNDSWELL("run", "small-replication-3.h5", "--again", "-q").status, 0);
    assert_true(session_same_bytes("small-replication-3.h5", "small-replication-3-again.h5"));
}

static void a_log_can_be_left_out_and_one_is_not_many(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--replication", "3", "--set", "record_events=no",
                                   "-q", "-o", "x.h5");
    assert_int_equal(said.status, 0);
    assert_int_equal(GROUNDSWELL("export", "x.h5", "-o", "x", "-q").status, 0);
    assert_false(session_there("x/event.csv"));
    assert_true(session_there("x/person.csv"));
    said = GROUNDSWELL("run", "small.yaml", "--replication", "3", "-r", "4");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "give one of the two");
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--replication", "0").status, 64);
}

static void the_seed_names_the_luck(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--seed", "7", "-q", "-o", "seven.h5").status, 0);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--set", "seed=7", "-q", "-o", "set.h5").status, 0);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--seed", "8", "-q", "-o", "eight.h5").status, 0);
    assert_true(session_same_bytes("seven.h5", "set.h5"));
    assert_false(session_same_bytes("seven.h5", "eight.h5"));
    struct said said = GROUNDSWELL("run", "small.yaml", "--seed", "luck");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "`--seed luck` is not a whole number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define EACH(test) cmocka_unit_test_setup_teardown(test, session_begin, session_end)
        EACH(extended_results_have_the_bytes_of_a_run_at_once),
        EACH(alternatives_sweeps_worlds_and_tables_are_extended_too),
        EACH(settings_that_were_given_are_kept),
        EACH(a_killed_extension_leaves_the_file_and_is_resumed),
        EACH(what_cannot_be_extended_is_refused_with_a_sentence),
        EACH(one_replication_alone_has_the_numbers_that_it_has_among_all),
        EACH(a_log_can_be_left_out_and_one_is_not_many),
        EACH(the_seed_names_the_luck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
