/* The world refuses: one clear sentence, nothing under the final name, and the runs are kept. */
#include "record/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "record/record.h"
#include "unit/record/bench.h"

static void refused(struct bench *bench, const char *path, const char *words)
{
    struct record *record;
    uint64_t done;
    enum status status = open_whole(&sample_plan, path, RECORD_ANEW, &record, &done, &bench->trouble);
    assert_told(bench, STATUS_NO_OUTPUT, status, words);
    assert_null(record);
}

static void a_place_where_no_file_can_be_is_refused_at_once(void **state)
{
    struct bench *bench = *state;
    char path[192];
    refused(bench, bench->folder, "this is a directory");
    refused(bench, "", "the name is empty");
    refused(bench, "/dev/null", "this is not a regular file");
    snprintf(path, sizeof path, "%s/no/such/folder/out.h5", bench->folder);
    refused(bench, path, "No such file or directory");
    snprintf(path, sizeof path, "%s/slash/", bench->folder);
    refused(bench, path, "Is a directory");
    put_bytes(bench->target, "x", 1);
    snprintf(path, sizeof path, "%s/out.h5", bench->target);
    refused(bench, path, "Not a directory");
}

static void a_link_that_leads_nowhere_is_refused(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(symlink("/no/such/place", bench->target), 0);
    refused(bench, bench->target, "this symbolic link leads nowhere");
}

static void what_is_no_results_file_is_not_replaced(void **state)
{
    static const char foreign[] = "\x89HDF\r\n\x1a\n and then what another program wrote";
    struct bench *bench = *state;
    put_bytes(bench->target, foreign, sizeof foreign);
    refused(bench, bench->target, "what is there is not a results file that Groundswell made");
    put_bytes(bench->target, "", 0); /* holds nothing */
    struct text file = completed(bench, &sample_plan, false);
    text_free(&file);
}

/* Nothing was there when the run began. */
static void what_comes_there_during_the_run_stays(void **state)
{
    struct bench *bench = *state;
    uint64_t done;
    struct record *record = open_record(bench, &sample_plan, false, &done);
    append_runs(bench, &sample_plan, record, 0, SAMPLE_RUNS);
    put_bytes(bench->target, "an essay", 8);
    enum status status = record_finish(record, 1, &bench->trouble);
    assert_told(bench, STATUS_NO_OUTPUT, status, "it is left as it is");
    assert_non_null(strstr(bench->trouble.complaints[0].hint, "all runs are kept in"));
    assert_non_null(strstr(bench->trouble.complaints[0].hint, "move that file away and continue"));
    struct text essay = bytes_of(bench->target);
    assert_string_equal(essay.bytes, "an essay");
    text_free(&essay);
    unlink(bench->target);
    struct text file = completed(bench, &sample_plan, true);
    text_free(&file);
}

static void a_link_to_results_stays_a_link(void **state)
{
    struct bench *bench = *state;
    char other[128], other_journal[160];
    snprintf(other, sizeof other, "%s/other.h5", bench->folder);
    snprintf(other_journal, sizeof other_journal, "%s.partial", other);
    put_old_results(other);
    assert_int_equal(symlink(other, bench->target), 0);
    struct text file = completed(bench, &sample_plan, false);
    struct stat facts;
    assert_int_equal(lstat(bench->target, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    assert_true(file.length > 3 && !exists(other_journal));
    text_free(&file);
    unlink(other);
}

static void what_is_write_protected_is_refused(void **state)
{
    struct bench *bench = *state;
    if (geteuid() == 0) { /* to whom nothing is protected */
        pid_t child = fork();
        if (child == 0) {
            assert_int_equal(chmod(bench->folder, 0555) | setuid(65534), 0);
            refused(bench, bench->target, "Permission denied");
            _exit(0);
        }
        int ended;
        waitpid(child, &ended, 0);
        assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
        return;
    }
    put_bytes(bench->target, "precious", 8);
    chmod(bench->target, 0444);
    refused(bench, bench->target, "the file that is there is write-protected");
    unlink(bench->target);
    chmod(bench->folder, 0555);
    refused(bench, bench->target, "Permission denied");
    chmod(bench->folder, 0755);
}

static void a_full_device_is_told_by_its_name(void **state)
{
    (void)state;
    int file = open("/dev/full", O_RDWR);
    if (file < 0)
        skip();
    assert_int_equal(disk_write(file, 0, "x", 1), ENOSPC);
    close(file);
}

static void a_file_that_ends_too_early_is_an_error(void **state)
{
    struct bench *bench = *state;
    put_bytes(bench->target, "abc", 3);
    int file = open(bench->target, O_RDONLY);
    char bytes[4];
    assert_int_equal(disk_read(file, 0, bytes, 3), 0);
    assert_int_equal(disk_read(file, 0, bytes, 4), EIO);
    close(file);
}

/* Lets files grow to `most` bytes; returns the bound that held before. */
static rlim_t bound_files(rlim_t most)
{
    struct rlimit bound;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &bound), 0);
    rlim_t before = bound.rlim_cur;
    bound.rlim_cur = most;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &bound), 0);
    return before;
}

static void a_run_that_does_not_fit_leaves_those_before_it(void **state)
{
    struct bench *bench = *state;
    uint64_t done;
    struct record *record = open_record(bench, &sample_plan, false, &done);
    append_runs(bench, &sample_plan, record, 0, 5);
    struct stat facts, after;
    assert_int_equal(stat(bench->journal, &facts), 0);
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    sample_fill(&sample_plan, 5, outcome);
    for (rlim_t more = 0; more < 200; more += 50) {
        rlim_t before = bound_files((rlim_t)facts.st_size + more);
        enum status status = record_append(record, outcome, &bench->trouble);
        bound_files(before);
        assert_told(bench, STATUS_OUTPUT_LOST, status, "run 6 could not be written: File too large");
        assert_int_equal(stat(bench->journal, &after), 0);
        assert_int_equal(after.st_size, facts.st_size);
    }
    outcome_free(outcome);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    record = open_record(bench, &sample_plan, true, &done);
    assert_int_equal(done, 5);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    assert_false(exists(bench->target));
}

static void results_that_do_not_fit_leave_the_old_ones_and_the_runs(void **state)
{
    struct bench *bench = *state;
    struct text whole = completed(bench, &sample_plan, false);
    put_old_results(bench->target);
    struct text before_it = bytes_of(bench->target);
    uint64_t done;
    for (rlim_t room = 0; room < whole.length; room += 20000) {
        struct record *record = open_record(bench, &sample_plan, room > 0, &done);
        append_runs(bench, &sample_plan, record, done, SAMPLE_RUNS);
        rlim_t before = bound_files(room);
        enum status status = record_finish(record, 1, &bench->trouble);
        bound_files(before);
        assert_told(bench, STATUS_OUTPUT_LOST, status, "the results could not be written: File too large");
        assert_non_null(
            strstr(bench->trouble.complaints[bench->trouble.count - 1].hint, "all runs are kept in"));
        assert_true(exists(bench->journal));
        struct text old = bytes_of(bench->target);
        assert_true(same_bytes(&old, &before_it));
        text_free(&old);
    }
    text_free(&before_it);
    struct text again = completed(bench, &sample_plan, true);
    assert_true(same_bytes(&whole, &again));
    text_free(&whole);
    text_free(&again);
}

/* In a child, because a namespace cannot be left again. Exits with 77 where the system does not let us mount.
 */
static void fill_small_disk(struct bench *bench)
{
    char room[32];
    snprintf(room, sizeof room, "size=%d", 8 * 4096);
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("small", bench->folder, "tmpfs", 0, room) != 0)
        _exit(77);
    uint64_t done;
    struct record *record = open_record(bench, &sample_plan, false, &done);
    append_runs(bench, &sample_plan, record, 0, SAMPLE_RUNS);
    enum status status = record_finish(record, 1, &bench->trouble);
    assert_told(bench, STATUS_OUTPUT_LOST, status, "No space left on device");
    assert_true(exists(bench->journal) && !exists(bench->target));
    _exit(0);
}

static void a_full_disk_leaves_the_runs(void **state)
{
    struct bench *bench = *state;
    pid_t child = fork();
    if (child == 0)
        fill_small_disk(bench);
    int ended;
    waitpid(child, &ended, 0);
    assert_true(WIFEXITED(ended));
    if (WEXITSTATUS(ended) == 77)
        skip();
    assert_int_equal(WEXITSTATUS(ended), 0);
}

static void old_results_are_there_until_the_new_ones_are(void **state)
{
    struct bench *bench = *state;
    put_old_results(bench->target);
    struct text before_it = bytes_of(bench->target);
    uint64_t done;
    struct record *record = open_record(bench, &sample_plan, false, &done);
    append_runs(bench, &sample_plan, record, 0, SAMPLE_RUNS);
    struct text old = bytes_of(bench->target);
    assert_true(same_bytes(&old, &before_it));
    text_free(&old);
    text_free(&before_it);
    assert_int_equal(record_finish(record, 1, &bench->trouble), STATUS_FINE);
    struct text file = bytes_of(bench->target);
    assert_true(file.length > 8 && memcmp(file.bytes, "\x89HDF\r\n\x1a\n", 8) == 0);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_place_where_no_file_can_be_is_refused_at_once),
        BENCH_TEST(a_link_that_leads_nowhere_is_refused),
        BENCH_TEST(what_is_no_results_file_is_not_replaced),
        BENCH_TEST(what_comes_there_during_the_run_stays),
        BENCH_TEST(a_link_to_results_stays_a_link),
        BENCH_TEST(what_is_write_protected_is_refused),
        BENCH_TEST(a_full_device_is_told_by_its_name),
        BENCH_TEST(a_file_that_ends_too_early_is_an_error),
        BENCH_TEST(a_run_that_does_not_fit_leaves_those_before_it),
        BENCH_TEST(results_that_do_not_fit_leave_the_old_ones_and_the_runs),
        BENCH_TEST(a_full_disk_leaves_the_runs),
        BENCH_TEST(old_results_are_there_until_the_new_ones_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
