/* A machine that grants little: fewer threads, or a sentence with the name of the limit and the status 71. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Threads are counted for each user, and root's are not: somebody who has no process yet, and is allowed
 * `MOST`. */
#define WITH_PROCESSES(MOST, ...)                                                                            \
    (const char *[])                                                                                         \
    {                                                                                                        \
        "/usr/bin/setpriv", "--reuid=64123", "--regid=64123", "--clear-groups", "/usr/bin/prlimit",          \
            "--nproc=" #MOST, GROUNDSWELL_PROGRAM, __VA_ARGS__, NULL                                         \
    }

/* A sanitizer maps terabytes before the program begins. */
#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_CAN_BE_LIMITED = 0 };
#else
enum { MEMORY_CAN_BE_LIMITED = 1 };
#endif

static void only_where_processes_can_be_limited(void)
{
    if (geteuid() != 0 || access("/usr/bin/setpriv", X_OK) != 0 || access("/usr/bin/prlimit", X_OK) != 0)
        skip();
    assert_int_equal(chmod(".", 0777), 0);
    struct said said = session_run(WITH_PROCESSES(8, "--version"));
    if (said.status != 0) /* the program lies where others may not go */
        skip();
}

static void threads_that_cannot_be_had_change_no_byte(void **state)
{
    (void)state;
    only_where_processes_can_be_limited();
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "all.h5", "-t", "4").status, 0);
    struct said said = session_run(WITH_PROCESSES(3, "run", "small.yaml", "-q", "-o", "some.h5", "-t", "8"));
    assert_int_equal(said.status, 0);
    assert_says(said.out, "on 2 threads");
    assert_says(said.err, "2 of 8 threads work");
    assert_says(said.err, "`ulimit -u`: 3");
    said = session_run(WITH_PROCESSES(1, "run", "small.yaml", "-o", "none.h5", "-t", "8"));
    assert_int_equal(said.status, 0);
    assert_says(said.out, "on 1 thread ");
    assert_says(said.err, "no progress is shown");
    assert_true(session_same_bytes("all.h5", "some.h5"));
    assert_true(session_same_bytes("all.h5", "none.h5"));
}

/* Threads of a team of a run end while those of the next one begin. */
static void threads_for_sites_are_fewer_too(void **state)
{
    (void)state;
    only_where_processes_can_be_limited();
    session_write("sites.yaml",
                  "title: Many small camps\n"
                  "lasts: 10 d\n"
                  "replications: 3\n"
                  "sites:\n"
                  "  - {name: Square, people: 20, count: 40}\n"
                  "proposals: {per_day: 4 /d, facets: 8}\n"
                  "designs:\n"
                  "  assembly only:\n"
                  "    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n");
    assert_int_equal(GROUNDSWELL("run", "sites.yaml", "-q", "-o", "all-sites.h5", "-t", "8").status, 0);
    for (int processes = 2; processes <= 20; processes += 3) {
        char limit[32];
        snprintf(limit, sizeof limit, "--nproc=%d", processes);
        const char **words = WITH_PROCESSES(1, "run", "sites.yaml", "-q", "-o", "sites.h5", "-t", "8");
        words[5] = limit;
        struct said said = session_run(words);
        if (said.status != 0)
            fail_msg("%d with %d processes: %s", said.status, processes, said.err);
        assert_true(session_same_bytes("sites.h5", "all-sites.h5"));
    }
}

static void a_run_without_a_thread_for_signals_stops_when_asked(void **state)
{
    (void)state;
    only_where_processes_can_be_limited();
    pid_t child = session_start(WITH_PROCESSES(1, "run", "long.yaml", "-q", "-o", "long.h5", "-t", "4"));
    assert_true(session_grows("long.h5.partial", 20000));
    assert_int_equal(kill(child, SIGINT), 0);
    assert_int_equal(session_wait(child), 75);
    assert_int_equal(GROUNDSWELL("resume", "long.h5", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("run", "long.yaml", "-q", "-o", "whole.h5").status, 0);
    assert_true(session_same_bytes("long.h5", "whole.h5"));
}

/* From too little to load the program, which is not ours to tell, to plenty. */
static void want_of_memory_has_a_sentence_and_loses_nothing(void **state)
{
    (void)state;
    if (!MEMORY_CAN_BE_LIMITED)
        skip();
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "plenty.h5").status, 0);
    size_t wanting = 0, enough = 0;
    for (int megabytes = 30; megabytes <= 120; megabytes += 6) {
        char line[256];
        snprintf(line, sizeof line, "ulimit -v %d; exec \"$G\" run small.yaml -q -o little.h5 -t 4",
                 megabytes * 1000);
        struct said said = session_shell(line);
        if (said.status == 127)
            continue;
        if (said.status == 0) {
            enough++;
            assert_true(session_same_bytes("little.h5", "plenty.h5"));
            continue;
        }
        wanting++;
        if (said.status != 71)
            fail_msg("%d with %d MB: %s", said.status, megabytes, said.err);
        assert_says(said.err, "the limit of memory is reached (`ulimit -v`: ");
        if (session_there("little.h5.partial"))
            assert_int_equal(GROUNDSWELL("resume", "little.h5", "-q").status, 0);
    }
    assert_true(wanting > 0 && enough > 0);
}

static void want_of_open_files_is_no_missing_file(void **state)
{
    (void)state;
    struct said said =
        session_shell("exec 3>&- 4>&- 5>&- 6>&-; ulimit -n 4; exec \"$G\" run small.yaml -q -o few.h5");
    assert_int_equal(said.status, 71);
    assert_says(said.err, "the limit of open files is reached (`ulimit -n`: 4)");
    assert_says(said.err, "raise the limit and continue with `groundswell resume few.h5`");
    assert_int_equal(GROUNDSWELL("resume", "few.h5", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "many.h5").status, 0);
    assert_true(session_same_bytes("few.h5", "many.h5"));
}

/* Every run of the small scenario works more than a hundred events. */
static void a_run_that_goes_over_its_limits_is_broken_off_and_leaves_nothing(void **state)
{
    (void)state;
    static const char *const threads[] = {"1", "2"};
    for (size_t i = 0; i < 2; i++) {
        struct said said = GROUNDSWELL("run", "small.yaml", "-q", "-o", "over.h5", "-t", threads[i], "--set",
                                       "limits.events=100");
        assert_int_equal(said.status, 65);
        assert_says(said.err, "it worked more than 100 events (`limits.events`)");
        assert_says(said.err, "or raise `limits.events`");
        assert_int_not_equal(access("over.h5", F_OK), 0);
        assert_int_not_equal(access("over.h5.partial", F_OK), 0);
    }
    assert_int_equal(
        GROUNDSWELL("run", "small.yaml", "-q", "-o", "under.h5", "--set", "limits.events=1e6").status, 0);
}

/* A calm design, and one that works ten times as many events: the second run goes over, the first is kept. */
/* The more tasks a group has done the faster it is: where learning is steep a task takes less than a
 * microsecond in the end. */
static void work_that_becomes_ever_faster_is_broken_off_with_a_sentence(void **state)
{
    (void)state;
    static const char *const shared_out[] = {"teamwork.assign=together", "teamwork.assign=pull"};
    session_write("fast.yaml",
                  "title: Fast\nlasts: 5 d\nsites: [{name: camp, people: 60}]\n"
                  "groups: {form: yes, start: {groups: 3, members: 6}, work: {content: 1 h, learning: 2},"
                  " operational: {approval: 0 %}, sectorial: {approval: 0 %}, strategy: {approval: 0 %}}\n"
                  "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n");
    for (size_t i = 0; i < sizeof shared_out / sizeof shared_out[0]; i++) {
        struct said said = GROUNDSWELL("run", "fast.yaml", "-q", "-o", "fast.h5", "--set", shared_out[i],
                                       "--set", "limits.events=200000");
        assert_int_equal(said.status, 65);
        assert_says(said.err, "it worked more than 200000 events (`limits.events`)");
    }
}

static void runs_before_one_that_goes_over_a_limit_are_kept_and_continued_with_another(void **state)
{
    (void)state;
    session_write("two.yaml", "title: Two camps\n"
                              "lasts: 5 d\n"
                              "replications: 3\n"
                              "sites: [{name: Square, people: 20}]\n"
                              "proposals: {per_day: 0 /d, facets: 8}\n"
                              "designs:\n"
                              "  calm: {}\n"
                              "  busy:\n"
                              "    calendar: [{every: 1 d, at: \"19:00\", hold: forum, for: 2 h}]\n");
    assert_int_equal(GROUNDSWELL("run", "two.yaml", "-q", "-o", "at-once.h5", "--set", "limits.events=100",
                                 "--set", "limits.events=1e6")
                         .status,
                     0);
    static const char *const threads[] = {"1", "2", "8"};
    for (size_t i = 0; i < 3; i++) {
        struct said said = GROUNDSWELL("run", "two.yaml", "-q", "-o", "two.h5", "-t", threads[i], "--set",
                                       "limits.events=100");
        assert_int_equal(said.status, 65);
        assert_says(said.err, "a run of the design `busy` was broken off");
        assert_says(said.err, "1 of 6 runs were done before; they are kept");
        assert_says(said.err, "`groundswell resume two.h5 --set limits.NAME=...`");
        said = GROUNDSWELL("resume", "two.h5", "-q"); /* meets the same limit, and loses nothing */
        assert_int_equal(said.status, 65);
        assert_says(said.err, "1 of 6 runs were done before; they are kept");
        said = GROUNDSWELL("resume", "two.h5", "-q", "--set", "people.drift=1 /d");
        assert_int_equal(said.status, 64);
        assert_says(said.err, "only limits can be set where runs are continued");
        assert_int_equal(GROUNDSWELL("resume", "two.h5", "-q", "--set", "limits.events=1e6").status, 0);
        assert_true(session_same_bytes("two.h5", "at-once.h5"));
        assert_int_equal(GROUNDSWELL("run", "two.h5", "--again", "-q", "-o", "again.h5").status, 0);
        assert_true(session_same_bytes("again.h5", "at-once.h5"));
        unlink("two.h5");
        unlink("again.h5");
    }
}

/* Whether anything is left to run or not. */
static void what_is_no_limit_is_refused_by_resume_of_a_finished_file_too(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "whole.h5").status, 0);
    struct said said = GROUNDSWELL("resume", "whole.h5", "--set", "people.drift=1 /d");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "only limits can be set where runs are continued");
}

/* The first run shows that the rows of all runs are too many. It is not written, so nothing is kept. */
static void rows_over_the_limit_of_results_leave_nothing(void **state)
{
    (void)state;
    session_write("rows.yaml", "title: Many proposals\n"
                               "lasts: 5 d\n"
                               "replications: 400\n"
                               "sites: [{name: Square, people: 20}]\n"
                               "proposals: {per_day: 100 /d, facets: 8}\n"
                               "designs:\n"
                               "  calm: {}\n"
                               "  busy:\n"
                               "    calendar: [{every: 1 d, at: \"19:00\", hold: forum, for: 2 h}]\n");
    static const char *const threads[] = {"1", "2"};
    for (size_t i = 0; i < 2; i++) {
        struct said said = GROUNDSWELL("run", "rows.yaml", "-q", "-o", "rows.h5", "-t", threads[i], "--set",
                                       "limits.results=0.0125 GB");
        assert_int_equal(said.status, 65);
        assert_says(said.err, "or raise `limits.results`");
        assert_null(strstr(said.err, "they are kept"));
        assert_false(session_there("rows.h5"));
        assert_false(session_there("rows.h5.partial"));
    }
}

/* The partial file keeps the limit that the runs were begun with, so the command that is shown names the new
 * one. */
static void a_stopped_resume_shows_the_limit_that_it_was_given(void **state)
{
    (void)state;
    session_write("lots.yaml", "title: Two camps, often\n"
                               "lasts: 5 d\n"
                               "replications: 20000\n"
                               "sites: [{name: Square, people: 20}]\n"
                               "proposals: {per_day: 0 /d, facets: 8}\n"
                               "designs:\n"
                               "  calm: {}\n"
                               "  busy:\n"
                               "    calendar: [{every: 1 d, at: \"19:00\", hold: forum, for: 2 h}]\n");
    assert_int_equal(
        GROUNDSWELL("run", "lots.yaml", "-q", "-o", "lots.h5", "-t", "1", "--set", "limits.events=100")
            .status,
        65);
    pid_t child = session_start((const char *const[]){GROUNDSWELL_PROGRAM, "resume", "lots.h5", "-q", "--set",
                                                      "limits.events=1e6", NULL});
    assert_true(session_grows("lots.h5.partial", 20000));
    assert_int_equal(kill(child, SIGINT), 0);
    assert_int_equal(session_wait(child), 75);
    char words[4096];
    FILE *file = fopen(".err", "r");
    assert_non_null(file);
    words[fread(words, 1, sizeof words - 1, file)] = '\0';
    fclose(file);
    assert_says(words, "continue with `groundswell resume lots.h5 --set limits.events=1e6`");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_that_cannot_be_had_change_no_byte),
        cmocka_unit_test(threads_for_sites_are_fewer_too),
        cmocka_unit_test(a_run_without_a_thread_for_signals_stops_when_asked),
        cmocka_unit_test(want_of_memory_has_a_sentence_and_loses_nothing),
        cmocka_unit_test(a_run_that_goes_over_its_limits_is_broken_off_and_leaves_nothing),
        cmocka_unit_test(work_that_becomes_ever_faster_is_broken_off_with_a_sentence),
        cmocka_unit_test(runs_before_one_that_goes_over_a_limit_are_kept_and_continued_with_another),
        cmocka_unit_test(what_is_no_limit_is_refused_by_resume_of_a_finished_file_too),
        cmocka_unit_test(rows_over_the_limit_of_results_leave_nothing),
        cmocka_unit_test(a_stopped_resume_shows_the_limit_that_it_was_given),
        cmocka_unit_test(want_of_open_files_is_no_missing_file),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
