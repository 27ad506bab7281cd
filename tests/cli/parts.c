/* The runs of a scenario carried out in parts and merged: the bytes are those of all runs at once. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOME_RUNS = 20000 /* bytes of a journal that holds its heading and a few runs */ };

static const char rich[] =
    "title: Everything that can be asked\nlasts: 2 d\nreplications: 3\nvariant_replications: 5\n"
    "record_people: yes\nrecord_events: yes\n"
    "sites: [{name: Square, people: 25}, {name: Hill, people: 12}]\nproposals: {per_day: 6 /d}\n"
    "designs:\n  assembly:\n    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
    "  circles:\n    calendar: [{every: 1 d, at: \"10:00\", hold: open-space-decides, for: 2 h}]\n"
    "assumptions: [{set: conversation.retention, to: [20 %, 80 %], why: it is not known}]\n"
    "sweep: [{set: proposals.per_day, to: [2 /d, 12 /d]}]\n"
    "sensitivity: {by: sample, points: 4, replications: 6}\nover: assumed\n";

/* Four parts of small.yaml under this name, each for itself. */
static void make_parts(const char *target)
{
    char line[512];
    snprintf(line, sizeof line,
             "rm -f %1$s*; for i in 1 2 3 4; do \"$G\" run small.yaml -q -o %1$s --part $i/4 || exit 1; done",
             target);
    assert_int_equal(session_shell(line).status, 0);
}

static void make_whole(const char *scenario, const char *target)
{
    if (!session_there(target))
        assert_int_equal(GROUNDSWELL("run", scenario, "-o", target, "-q").status, 0);
}

/* Refused with this status and these words, nothing written, and the parts as they were. */
static void refused(const char *target, int status, const char *words)
{
    char line[512];
    snprintf(line, sizeof line,
             "cat %1$s.part-* >before; \"$G\" merge %1$s; s=$?; cat %1$s.part-* | cmp - before || exit 1; "
             "ls %1$s %1$s.partial 2>/dev/null; exit $s",
             target);
    struct said said = session_shell(line);
    assert_says(said.err, words);
    assert_string_equal(said.out, "");
    assert_int_equal(said.status, status);
}

/* --- what is whole --- */

static void four_parts_in_any_order_give_the_bytes_of_one_run(void **state)
{
    (void)state;
    session_write("rich.yaml", rich);
    make_whole("rich.yaml", "rich.h5");
    static const char *const parts[] = {"3/4", "1/4", "4/4", "2/4"}, *const threads[] = {"1", "8", "2", "3"};
    for (size_t i = 0; i < 4; i++) {
        struct said said =
            GROUNDSWELL("run", "rich.yaml", "-o", "x.h5", "-q", "--part", parts[i], "-t", threads[i]);
        assert_int_equal(said.status, 0);
        assert_says(said.out, "when all parts are there:  groundswell merge x.h5\n");
        assert_false(session_there("x.h5"));
    }
    struct said said = GROUNDSWELL("merge", "x.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "x.h5: 4 parts, ");
    assert_true(session_same_bytes("x.h5", "rich.h5"));
    assert_true(session_there("x.h5.part-1-of-4"));
    assert_false(session_there("x.h5.partial"));
    said = GROUNDSWELL("merge", "x.h5", "--json");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "\"parts\": 4");
    assert_true(session_same_bytes("x.h5", "rich.h5"));
}

static void settings_of_the_command_line_belong_to_the_parts(void **state)
{
    (void)state;
    session_write("rich.yaml", rich);
    struct said said = session_shell(
        "o='--set conversation.retention=\"40 %\" --seed 3 -r 2 --base-only -q'\n"
        "eval \"$G\" run rich.yaml $o -o set.h5 && eval \"$G\" run rich.yaml $o -o y.h5 --part 2/2 && "
        "eval \"$G\" run rich.yaml $o -o y.h5 --part 1/2 && \"$G\" merge y.h5 && cmp y.h5 set.h5");
    assert_int_equal(said.status, 0);
}

static void there_may_be_more_parts_than_runs(void **state)
{
    (void)state;
    assert_int_equal(
        session_shell("\"$G\" run small.yaml -r 2 -q -o four.h5\n"
                      "for i in 1 2 3 4 5; do \"$G\" run small.yaml -r 2 -q -o many.h5 --part $i/7; done")
            .status,
        0);
    struct said said = GROUNDSWELL("merge", "many.h5");
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("many.h5", "four.h5"));
}

/* --- what was interrupted --- */

static void a_part_that_was_stopped_goes_on_to_the_same_bytes(void **state)
{
    (void)state;
    make_whole("long.yaml", "long.h5");
    static const int signals[] = {SIGKILL, SIGINT, SIGTERM};
    assert_int_equal(GROUNDSWELL("run", "long.yaml", "-o", "s.h5", "-q", "--part", "1/2").status, 0);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        assert_int_equal(session_shell("rm -f s.h5 s.h5.part-2-of-2").status, 0);
        pid_t child = session_start((const char *const[]){GROUNDSWELL_PROGRAM, "run", "long.yaml", "-o",
                                                          "s.h5", "-q", "-t", "2", "--part", "2/2", NULL});
        assert_true(session_grows("s.h5.part-2-of-2", SOME_RUNS));
        assert_int_equal(kill(child, signals[i]), 0);
        assert_int_equal(session_wait(child), signals[i] == SIGKILL ? -SIGKILL : 75);
        refused("s.h5", 75,
                " of 400 runs of part 2 of 2 are missing\n  `groundswell resume s.h5.part-2-of-2`");
        struct said said = GROUNDSWELL("run", "long.yaml", "-o", "s.h5", "-q", "--part", "2/2");
        assert_int_equal(said.status, 73);
        assert_says(said.err, "continue with `groundswell resume s.h5.part-2-of-2`");
        assert_int_equal(GROUNDSWELL("resume", "s.h5.part-2-of-2", "-q", "-t", "1").status, 0);
        assert_int_equal(GROUNDSWELL("merge", "s.h5").status, 0);
        assert_true(session_same_bytes("s.h5", "long.h5"));
    }
}

static void a_full_disk_leaves_a_part_that_can_be_gone_on_with(void **state)
{
    (void)state;
    make_whole("long.yaml", "long.h5");
    struct said said = session_shell("ulimit -f 40; exec \"$G\" run long.yaml -o full.h5 -q --part 1/1");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "continue with `groundswell resume full.h5.part-1-of-1`");
    assert_int_equal(GROUNDSWELL("resume", "full.h5.part-1-of-1", "-q").status, 0);
    said = session_shell("ulimit -f 40; exec \"$G\" merge full.h5");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "the parts are kept as they are");
    assert_says(said.err, "`groundswell merge full.h5`");
    assert_string_equal(session_shell("ls full.h5*").out, "full.h5.part-1-of-1\n");
    assert_int_equal(GROUNDSWELL("merge", "full.h5").status, 0);
    assert_true(session_same_bytes("full.h5", "long.h5"));
}

/* What a merge leaves that is killed is the beginning of a journal of all runs. */
static void a_merge_that_was_killed_is_done_again(void **state)
{
    (void)state;
    make_whole("long.yaml", "long.h5");
    assert_int_equal(GROUNDSWELL("run", "long.yaml", "-o", "m.h5", "-q", "--part", "1/1").status, 0);
    struct said said = session_shell("\"$G\" run long.yaml -o m.h5 -q -t 1 & child=$!\n"
                                     "while [ ! -s m.h5.partial ]; do :; done; kill -9 $child; wait $child\n"
                                     "test -s m.h5.partial && exec \"$G\" merge m.h5");
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("m.h5", "long.h5"));
    assert_false(session_there("m.h5.partial"));
}

/* A limit is no reason to run a part anew; the file is that of a run of all which was resumed with it. */
static void a_part_that_went_over_a_limit_goes_on_with_another(void **state)
{
    (void)state;
    struct said said = session_shell(
        "low='-q -r 20 --set limits.events=700'; more='--set limits.events=1e9'\n"
        "\"$G\" run small.yaml $low -o at-once.h5; \"$G\" resume at-once.h5 -q $more || exit 9\n"
        "for i in 1 2; do \"$G\" run small.yaml $low -o over.h5 --part $i/2; done\n"
        "test -s over.h5.part-1-of-2 || exit 8\n"
        "for i in 1 2; do \"$G\" resume over.h5.part-$i-of-2 -q $more || exit 7; done\n"
        "\"$G\" merge over.h5 $more && cmp over.h5 at-once.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.err, "`groundswell resume over.h5.part-2-of-2 --set limits.NAME=...`");
    said = GROUNDSWELL("merge", "over.h5", "--set", "seed=3");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "only limits can be set");
}

/* --- what is missing --- */

static void it_is_said_exactly_what_is_missing(void **state)
{
    (void)state;
    make_parts("gone.h5");
    assert_int_equal(session_shell("mkdir away; mv gone.h5.part-2-of-4 away").status, 0);
    refused(
        "gone.h5", 75,
        "gone.h5: part 2 of 4 is missing\n  `groundswell run small.yaml -o gone.h5 --part 2/4` carries out "
        "part 2\n");
    assert_int_equal(session_shell("mv gone.h5.part-4-of-4 away").status, 0);
    refused("gone.h5", 75, "gone.h5: parts 2 and 4 of 4 are missing\n");
    assert_int_equal(session_shell("truncate -s -1 gone.h5.part-3-of-4").status, 0);
    refused("gone.h5", 75, "gone.h5: parts 2 and 4 of 4 are missing, 1 of 2 runs of part 3\n");
    assert_int_equal(session_shell("mv away/* .").status, 0);
    refused("gone.h5", 75, "gone.h5: 1 of 2 runs of part 3 of 4 is missing\n");
    assert_int_equal(GROUNDSWELL("resume", "gone.h5.part-3-of-4", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("merge", "gone.h5").status, 0);
    make_whole("small.yaml", "small.h5");
    assert_true(session_same_bytes("gone.h5", "small.h5"));
}

static void many_missing_parts_are_said_as_a_range(void **state)
{
    (void)state;
    assert_int_equal(
        session_shell("for i in 1 3 8; do \"$G\" run small.yaml -q -o range.h5 --part $i/8; done").status, 0);
    refused("range.h5", 75, "parts 2 and 4 to 7 of 8 are missing\n");
}

static void where_there_is_no_part_it_is_said_how_to_make_one(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("merge", "nothing.h5");
    assert_int_equal(said.status, 66);
    assert_says(said.err, "nothing.h5: there are no parts of this file\n");
    assert_int_equal(GROUNDSWELL("merge", "no/such/folder.h5").status, 66);
    assert_int_equal(GROUNDSWELL("resume", "nothing.h5.part-1-of-2").status, 66);
}

/* --- what does not belong together --- */

static void with_another_part_2(const char *how, const char *words)
{
    char line[512];
    make_parts("other.h5");
    snprintf(line, sizeof line, "rm other.h5.part-2-of-4; exec \"$G\" run %s -q -o other.h5 --part 2/4", how);
    assert_int_equal(session_shell(line).status, 0);
    refused("other.h5", 65, words);
}

static void parts_of_something_else_are_refused(void **state)
{
    (void)state;
    session_write("rich.yaml", rich);
    with_another_part_2("rich.yaml",
                        "other.h5.part-2-of-4: this part was begun with another text of the scenario "
                        "than other.h5.part-1-of-4, so they do not belong together\n");
    with_another_part_2("small.yaml --set proposals.per_day=5/d", "begun with other --set assignments than ");
    with_another_part_2("small.yaml --seed 8", "begun with other --set assignments than ");
    with_another_part_2("small.yaml -r 5", "begun with other --set assignments than ");
}

static void parts_of_another_seed_are_refused(void **state)
{
    (void)state;
    make_parts("other.h5");
    assert_int_equal(
        session_shell("rm other.h5.part-3-of-4; sed 's/seed: 7/seed: 8/' small.yaml >seed.yaml; exec "
                      "\"$G\" run seed.yaml -q -o other.h5 --part 3/4")
            .status,
        0);
    refused("other.h5", 65,
            "other.h5.part-3-of-4: this part was begun with another text of the scenario than ");
}

static void parts_of_another_number_of_parts_are_refused(void **state)
{
    (void)state;
    make_parts("number.h5");
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "number.h5", "--part", "2/3").status, 0);
    refused("number.h5", 65,
            "number.h5: there are parts of 3 and parts of 4 here, and they do not belong together\n");
}

/* Where the heading keeps the version of the program: after its lengths and counts (heading.h). */
enum { LENGTH_AT = 12, VERSION_AT = 16 + 9 * 8 + 8 };

static uint32_t crc_of(const unsigned char *bytes, size_t length)
{
    uint32_t crc = 0xFFFFFFFFU;
    for (size_t i = 0; i < length; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (0x82F63B78U & (0U - (crc & 1)));
    }
    return ~crc;
}

/* As another version of the program would have written it. */
static void forge_version(const char *path)
{
    static unsigned char bytes[1 << 20];
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    size_t size = fread(bytes, 1, sizeof bytes, file);
    uint32_t length, crc;
    memcpy(&length, bytes + LENGTH_AT, sizeof length);
    assert_true(length <= size);
    memcpy(&crc, bytes + length - sizeof crc, sizeof crc);
    assert_int_equal(crc, crc_of(bytes, length - sizeof crc));
    bytes[VERSION_AT] = '9';
    crc = crc_of(bytes, length - sizeof crc);
    memcpy(bytes + length - sizeof crc, &crc, sizeof crc);
    rewind(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void parts_of_another_build_are_refused(void **state)
{
    (void)state;
    make_parts("build.h5");
    forge_version("build.h5.part-2-of-4");
    refused("build.h5", 65,
            "build.h5.part-2-of-4: this part was begun with another version of the program than "
            "build.h5.part-1-of-4");
    forge_version("build.h5.part-1-of-4");
    forge_version("build.h5.part-3-of-4");
    forge_version("build.h5.part-4-of-4");
    refused("build.h5", 65, "build.h5: these parts were made by another build of the program (version 9");
}

static void a_part_under_the_name_of_another_is_refused(void **state)
{
    (void)state;
    make_parts("named.h5");
    assert_int_equal(session_shell("cp named.h5.part-1-of-4 named.h5.part-2-of-4").status, 0);
    refused("named.h5", 65,
            "named.h5.part-2-of-4: this file was made as part 1 of 4 and has the name of part 2 of 4\n");
    assert_int_equal(GROUNDSWELL("resume", "named.h5.part-2-of-4").status, 65);
    assert_int_equal(
        session_shell("cp named.h5.part-1-of-4 plain.h5.partial; exec \"$G\" resume plain.h5").status, 65);
}

/* --- what is damaged --- */

static void a_damaged_part_is_refused_and_can_be_mended(void **state)
{
    (void)state;
    make_parts("hurt.h5");
    make_whole("small.yaml", "small.h5");
    assert_int_equal(session_shell("s=$(stat -c %s hurt.h5.part-3-of-4); printf '\\377' | dd "
                                   "of=hurt.h5.part-3-of-4 bs=1 seek=$((s - 100)) conv=notrunc 2>/dev/null")
                         .status,
                     0);
    refused("hurt.h5", 65,
            "hurt.h5.part-3-of-4: run 2 of this part is damaged\n  `groundswell resume hurt.h5.part-3-of-4` "
            "carries it out again, with those after it\n");
    assert_int_equal(GROUNDSWELL("resume", "hurt.h5.part-3-of-4", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("merge", "hurt.h5").status, 0);
    assert_true(session_same_bytes("hurt.h5", "small.h5"));
}

static void a_part_without_its_beginning_is_refused(void **state)
{
    (void)state;
    make_parts("head.h5");
    assert_int_equal(session_shell("printf 'not a journal' >head.h5.part-4-of-4").status, 0);
    refused(
        "head.h5", 65,
        "head.h5.part-4-of-4: this is no part of a run, or its beginning is damaged\n  remove it, and carry "
        "out this part anew with `--part 4/4`\n");
    assert_int_equal(session_shell(": >head.h5.part-4-of-4").status, 0);
    refused("head.h5", 65, "head.h5.part-4-of-4: this is no part of a run");
}

/* --- what cannot be run in parts --- */

static void what_is_decided_on_the_way_is_refused(void **state)
{
    (void)state;
    session_write("rich.yaml", rich);
    struct said said = GROUNDSWELL("run", "rich.yaml", "--set", "sensitivity.most_replications=12", "-q",
                                   "-o", "adaptive.h5", "--part", "1/2");
    assert_int_equal(said.status, 64);
    assert_says(said.err,
                "rich.yaml: this scenario cannot be run in parts: with `precision`, `best`, `choose` or "
                "`sensitivity.most_replications`");
    said = GROUNDSWELL("run", "rich.yaml", "--set", "precision={within: 10 %}", "-q", "-o", "adaptive.h5",
                       "--part", "1/2");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "rich.yaml: this scenario cannot be run in parts: with `precision`");
    assert_string_equal(session_shell("ls | grep adaptive").out, "");
}

static void options_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    static const char *const words[] = {"0/4", "5/4", "3", "3/", "/4", "1/1001", "3/4x", "-1/4", "3/4/5", ""};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct said said = GROUNDSWELL("run", "small.yaml", "--part", words[i]);
        assert_int_equal(said.status, 64);
        assert_says(said.err, "as in `--part 3/16`");
    }
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "--part", "1/2", "--replication", "1").status, 64);
    assert_int_equal(GROUNDSWELL("run", "small.h5", "--part", "1/2", "--again").status, 64);
    assert_int_equal(GROUNDSWELL("merge").status, 64);
    assert_string_equal(session_shell("ls | grep '^small.*part'").out, "");
}

static void a_part_is_no_results_file(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "p.h5", "--part", "1/3").status, 0);
    struct said said = GROUNDSWELL("compare", "p.h5.part-1-of-3");
    assert_int_equal(said.status, 65);
    assert_says(said.err,
                "this is a part of the runs: put all parts together with `groundswell merge p.h5`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_parts_in_any_order_give_the_bytes_of_one_run),
        cmocka_unit_test(settings_of_the_command_line_belong_to_the_parts),
        cmocka_unit_test(there_may_be_more_parts_than_runs),
        cmocka_unit_test(a_part_that_was_stopped_goes_on_to_the_same_bytes),
        cmocka_unit_test(a_full_disk_leaves_a_part_that_can_be_gone_on_with),
        cmocka_unit_test(a_part_that_went_over_a_limit_goes_on_with_another),
        cmocka_unit_test(a_merge_that_was_killed_is_done_again),
        cmocka_unit_test(it_is_said_exactly_what_is_missing),
        cmocka_unit_test(many_missing_parts_are_said_as_a_range),
        cmocka_unit_test(where_there_is_no_part_it_is_said_how_to_make_one),
        cmocka_unit_test(parts_of_something_else_are_refused),
        cmocka_unit_test(parts_of_another_seed_are_refused),
        cmocka_unit_test(parts_of_another_number_of_parts_are_refused),
        cmocka_unit_test(parts_of_another_build_are_refused),
        cmocka_unit_test(a_part_under_the_name_of_another_is_refused),
        cmocka_unit_test(a_damaged_part_is_refused_and_can_be_mended),
        cmocka_unit_test(a_part_without_its_beginning_is_refused),
        cmocka_unit_test(what_is_decided_on_the_way_is_refused),
        cmocka_unit_test(options_that_make_no_sense_are_refused),
        cmocka_unit_test(a_part_is_no_results_file),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
