/* A program may die at any instant: nothing that was finished is lost, and the file does not tell. */
#include "record/record.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include "unit/aborts.h"
#include "unit/record/bench.h"

static void two_recordings_have_the_same_bytes(void **state)
{
    struct bench *bench = *state;
    struct text first = completed(bench, &sample_plan, false);
    struct text second = completed(bench, &sample_plan, false);
    assert_true(first.length > 0 && same_bytes(&first, &second));
    text_free(&first);
    text_free(&second);
}

static void a_run_in_many_pieces_has_the_same_bytes(void **state)
{
    struct bench *bench = *state;
    struct text whole = completed(bench, &sample_plan, false);
    uint64_t done;
    for (uint64_t to = 0; to <= SAMPLE_RUNS; to += 9) {
        struct record *record = open_record(bench, &sample_plan, to > 0, &done);
        assert_int_equal(done, to == 0 ? 0 : to - 9);
        append_runs(bench, &sample_plan, record, done, to);
        assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
        assert_true(exists(bench->journal));
    }
    struct text pieces = completed(bench, &sample_plan, true);
    assert_true(same_bytes(&whole, &pieces));
    text_free(&whole);
    text_free(&pieces);
}

static void a_resumed_run_names_the_command_it_was_begun_with(void **state)
{
    struct bench *bench = *state;
    struct text whole = completed(bench, &sample_plan, false);
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &sample_plan, false, &done), &bench->trouble),
                     STATUS_FINE);
    struct record_plan resumed = sample_plan;
    resumed.command = "groundswell resume out.h5";
    struct text pieces = completed(bench, &resumed, true);
    assert_true(same_bytes(&whole, &pieces));
    text_free(&whole);
    text_free(&pieces);
}

/* 2 designs x 2 variants of 2 and 1 replications: small enough to be cut everywhere, with both kinds of
 * record. */
static const struct variant few_variants[] = {{"", 0, 2, sample_none}, {"a = 4", 1, 1, sample_assumption}};

static struct record_plan few_runs(void)
{
    struct record_plan plan = sample_plan;
    plan.design_count = 2;
    plan.variants = few_variants;
    plan.variant_count = 2;
    return plan;
}

static struct text finished_journal(struct bench *bench, const struct record_plan *plan)
{
    uint64_t done;
    struct record *record = open_record(bench, plan, false, &done);
    append_runs(bench, plan, record, 0, runs_of(plan));
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    return bytes_of(bench->journal);
}

/* Where the files of methods lie is written nowhere but in the journal. */
static void methods_may_lie_elsewhere_when_a_run_goes_on(void **state)
{
    struct bench *bench = *state;
    struct text whole = completed(bench, &sample_plan, false);
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &sample_plan, false, &done), &bench->trouble),
                     STATUS_FINE);
    struct provenance_method methods[] = {sample_methods[0], sample_methods[1]};
    struct record_plan moved = sample_plan;
    methods[0].path = methods[1].path = "/elsewhere";
    methods[1].folder = METHOD_OF_LIBRARY;
    moved.methods = methods;
    struct text pieces = completed(bench, &moved, true);
    assert_true(same_bytes(&whole, &pieces));
    assert_null(memmem(whole.bytes, whole.length, "/usr/share", strlen("/usr/share")));
    text_free(&whole);
    text_free(&pieces);
}

static void a_journal_cut_at_any_byte_keeps_its_whole_runs_and_ends_the_same(void **state)
{
    struct bench *bench = *state;
    const struct record_plan plan = few_runs();
    struct text journal = finished_journal(bench, &plan), whole = {0};
    uint64_t before = 0, done, ends = 0;
    for (size_t length = 0; length <= journal.length; length++) {
        put_bytes(bench->journal, journal.bytes, length);
        struct record *record = open_record(bench, &plan, true, &done);
        assert_true(done == before || done == before + 1);
        append_runs(bench, &plan, record, done, runs_of(&plan));
        struct text again = bytes_of(bench->journal);
        assert_true(same_bytes(&journal, &again)); /* and so all that is made from it */
        text_free(&again);
        if (done == before && length > 0) {
            assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
            continue;
        }
        before = done; /* one run more, or the very first cut: go through to the end */
        assert_int_equal(record_finish(record, 1, &bench->trouble), STATUS_FINE);
        struct text file = bytes_of(bench->target);
        if (ends++ == 0)
            whole = file;
        else
            assert_true(same_bytes(&whole, &file));
        if (ends > 1)
            text_free(&file);
    }
    assert_int_equal(before, runs_of(&plan));
    text_free(&journal);
    text_free(&whole);
}

static void a_damaged_run_and_those_after_it_are_made_again(void **state)
{
    struct bench *bench = *state;
    const struct record_plan plan = few_runs();
    struct text journal = finished_journal(bench, &plan);
    uint64_t done, last = runs_of(&plan);
    for (size_t at = journal.length; at-- > journal.length - 200;) {
        journal.bytes[at] ^= 0x10;
        put_bytes(bench->journal, journal.bytes, journal.length);
        journal.bytes[at] ^= 0x10;
        struct record *record = open_record(bench, &plan, true, &done);
        assert_true(done < last);
        assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    }
    text_free(&journal);
}

static void a_journal_that_ends_in_zeros_holds_no_more_runs(void **state)
{
    struct bench *bench = *state;
    const struct record_plan plan = few_runs();
    uint64_t done;
    struct record *record = open_record(bench, &plan, false, &done);
    append_runs(bench, &plan, record, 0, 3);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    struct text journal = bytes_of(bench->journal), padded = bytes_of(bench->journal);
    const char zeros[100] = {0};
    text_add(&padded, zeros, sizeof zeros);
    put_bytes(bench->journal, padded.bytes, padded.length);
    record = open_record(bench, &plan, true, &done);
    assert_int_equal(done, 3);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    struct text after = bytes_of(bench->journal);
    assert_true(same_bytes(&journal, &after));
    text_free(&journal);
    text_free(&padded);
    text_free(&after);
}

static void a_run_that_is_there_twice_counts_once(void **state)
{
    struct bench *bench = *state;
    const struct record_plan plan = few_runs();
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &plan, false, &done), &bench->trouble), STATUS_FINE);
    struct text journal = bytes_of(bench->journal);
    size_t heading = journal.length;
    struct record *record = open_record(bench, &plan, true, &done);
    append_runs(bench, &plan, record, 0, 1);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    text_free(&journal);
    journal = bytes_of(bench->journal);
    struct text twice = bytes_of(bench->journal);
    text_add(&twice, journal.bytes + heading, journal.length - heading);
    put_bytes(bench->journal, twice.bytes, twice.length);
    record = open_record(bench, &plan, true, &done);
    assert_int_equal(done, 1);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
    text_free(&journal);
    text_free(&twice);
}

static void a_killed_program_loses_no_run_that_was_appended(void **state)
{
    struct bench *bench = *state;
    pid_t child = fork();
    if (child == 0) {
        uint64_t done;
        struct record *record = open_record(bench, &sample_plan, false, &done);
        append_runs(bench, &sample_plan, record, 0, 11);
        raise(SIGKILL);
    }
    int ended;
    waitpid(child, &ended, 0);
    assert_true(WIFSIGNALED(ended));
    uint64_t done;
    struct record *record = open_record(bench, &sample_plan, true, &done);
    assert_int_equal(done, 11);
    assert_int_equal(record_suspend(record, &bench->trouble), STATUS_FINE);
}

static void an_interrupted_run_is_not_written_over(void **state)
{
    struct bench *bench = *state;
    const struct record_plan plan = few_runs();
    struct text journal = finished_journal(bench, &plan);
    struct record *record;
    uint64_t done;
    enum status status = open_whole(&plan, bench->target, RECORD_ANEW, &record, &done, &bench->trouble);
    assert_told(bench, STATUS_NO_OUTPUT, status, "an interrupted run is kept here, with 6 runs done");
    assert_null(record);
    assert_non_null(strstr(bench->trouble.complaints[0].hint, "groundswell resume"));
    struct text after = bytes_of(bench->journal);
    assert_true(same_bytes(&journal, &after));
    text_free(&journal);
    text_free(&after);
}

static void an_interrupted_run_that_did_nothing_yet_is_begun_anew(void **state)
{
    struct bench *bench = *state;
    struct record_plan other = sample_plan;
    other.seed = 1;
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &other, false, &done), &bench->trouble), STATUS_FINE);
    struct text anew = completed(bench, &sample_plan, false), again = completed(bench, &sample_plan, false);
    assert_true(same_bytes(&anew, &again));
    text_free(&anew);
    text_free(&again);
}

static void refused(struct bench *bench, const struct record_plan *plan, const char *words)
{
    struct record *record;
    uint64_t done;
    enum status status = open_whole(plan, bench->target, RECORD_RESUMED, &record, &done, &bench->trouble);
    assert_told(bench, STATUS_NO_OUTPUT, status, words);
    assert_null(record);
}

static void another_plan_is_not_gone_on_with_and_the_difference_is_named(void **state)
{
    struct bench *bench = *state;
    struct text journal = finished_journal(bench, &sample_plan);
    static const char *const other_overrides[] = {"people=301", "title='quoted'"};
    struct record_plan other = sample_plan;
    other.scenario_text = "title: B\n";
    refused(bench, &other, "another text of the scenario");
    other = sample_plan;
    other.seed = 1;
    refused(bench, &other, "another seed");
    other = sample_plan;
    other.overrides = other_overrides;
    refused(bench, &other, "other --set assignments");
    struct provenance_method methods[] = {sample_methods[0], sample_methods[1]};
    methods[1].text = "title: Ours, but otherwise\n";
    other = sample_plan;
    other.methods = methods;
    refused(bench, &other, "other texts of the methods");
    methods[1] = sample_methods[1];
    methods[1].name = "theirs";
    refused(bench, &other, "other texts of the methods");
    other.method_count = 1;
    refused(bench, &other, "other texts of the methods");
    other = sample_plan;
    other.version = "0.2.0";
    refused(bench, &other, "another version of the program");
    other = sample_plan;
    other.libraries = "GSL 2.8";
    refused(bench, &other, "other versions of the libraries");
    other = sample_plan;
    other.variant_count = 2;
    refused(bench, &other, "another number of runs");
    other = sample_plan;
    other.settings = &sample_settings[1];
    other.setting_count = 2;
    refused(bench, &other, "other settings or measures");
    assert_non_null(strstr(bench->trouble.complaints[0].hint, sample_plan.command));
    struct text after = bytes_of(bench->journal);
    assert_true(same_bytes(&journal, &after));
    text_free(&journal);
    text_free(&after);
}

static void a_damaged_heading_is_refused(void **state)
{
    struct bench *bench = *state;
    uint64_t done;
    assert_int_equal(record_suspend(open_record(bench, &sample_plan, false, &done), &bench->trouble),
                     STATUS_FINE);
    struct text heading = bytes_of(bench->journal);
    for (size_t at = 0; at < heading.length; at++) {
        heading.bytes[at] ^= 0x41;
        put_bytes(bench->journal, heading.bytes, heading.length);
        heading.bytes[at] ^= 0x41;
        refused(bench, &sample_plan, "this file is not such or is damaged");
    }
    text_free(&heading);
}

static void a_file_of_somebody_elses_is_left_alone(void **state)
{
    struct bench *bench = *state;
    static const char letter[] =
        "Dear diary, this is no journal of a program, but it is long enough to be one.";
    put_bytes(bench->journal, letter, sizeof letter);
    refused(bench, &sample_plan, "this file is not such or is damaged");
    struct text after = bytes_of(bench->journal);
    assert_string_equal(after.bytes, letter);
    text_free(&after);
}

static void two_programs_do_not_write_the_same_results(void **state)
{
    struct bench *bench = *state;
    uint64_t done;
    struct record *first = open_record(bench, &sample_plan, false, &done), *second;
    enum status status =
        open_whole(&sample_plan, bench->target, RECORD_RESUMED, &second, &done, &bench->trouble);
    assert_told(bench, STATUS_NO_OUTPUT, status, "another groundswell is writing these results");
    assert_int_equal(record_suspend(first, &bench->trouble), STATUS_FINE);
    second = open_record(bench, &sample_plan, true, &done);
    assert_int_equal(record_suspend(second, &bench->trouble), STATUS_FINE);
}

static void append_one_too_many(void)
{
    static struct bench bench = {.target = "/tmp/groundswell-record-too-many.h5"};
    struct record_plan plan = few_runs();
    uint64_t done;
    struct record *record;
    if (open_whole(&plan, bench.target, RECORD_ANEW, &record, &done, &bench.trouble) != STATUS_FINE)
        return;
    unlink("/tmp/groundswell-record-too-many.h5.partial"); /* what dies leaves nothing */
    struct outcome *outcome = outcome_new(&plan.shape);
    for (int run = 0; run < 7; run++)
        record_append(record, outcome, &bench.trouble);
}

static void finish_too_early(void)
{
    static struct bench bench = {.target = "/tmp/groundswell-record-too-early.h5"};
    uint64_t done;
    struct record *record;
    if (open_whole(&sample_plan, bench.target, RECORD_ANEW, &record, &done, &bench.trouble) != STATUS_FINE)
        return;
    unlink("/tmp/groundswell-record-too-early.h5.partial");
    record_finish(record, 1, &bench.trouble);
}

static void runs_too_many_and_too_few_are_bugs(void **state)
{
    (void)state;
    assert_true(aborts(append_one_too_many));
    assert_true(aborts(finish_too_early));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(two_recordings_have_the_same_bytes),
        BENCH_TEST(a_run_in_many_pieces_has_the_same_bytes),
        BENCH_TEST(a_resumed_run_names_the_command_it_was_begun_with),
        BENCH_TEST(methods_may_lie_elsewhere_when_a_run_goes_on),
        BENCH_TEST(a_journal_cut_at_any_byte_keeps_its_whole_runs_and_ends_the_same),
        BENCH_TEST(a_damaged_run_and_those_after_it_are_made_again),
        BENCH_TEST(a_journal_that_ends_in_zeros_holds_no_more_runs),
        BENCH_TEST(a_run_that_is_there_twice_counts_once),
        BENCH_TEST(a_killed_program_loses_no_run_that_was_appended),
        BENCH_TEST(an_interrupted_run_is_not_written_over),
        BENCH_TEST(an_interrupted_run_that_did_nothing_yet_is_begun_anew),
        BENCH_TEST(another_plan_is_not_gone_on_with_and_the_difference_is_named),
        BENCH_TEST(a_damaged_heading_is_refused),
        BENCH_TEST(a_file_of_somebody_elses_is_left_alone),
        BENCH_TEST(two_programs_do_not_write_the_same_results),
        cmocka_unit_test(runs_too_many_and_too_few_are_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
