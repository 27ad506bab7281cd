/* No command writes over what it reads, nor over what is not ours; what cannot be written is told truly. */
#include "session.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char essay[] = "An essay of many years.\n";

static void copy(const char *from, const char *to)
{
    char line[256];
    snprintf(line, sizeof line, "cp -- %s %s", from, to);
    assert_int_equal(session_shell(line).status, 0);
}

static void results(void)
{
    if (!session_there("small.h5"))
        assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q").status, 0);
}

static void kept(const char *line, const char *path, const char *original, const char *words)
{
    struct said said = session_shell(line);
    if (said.status != 73 || !session_same_bytes(path, original))
        fail_msg("`%s` ends with %d, and %s is %s:\n%s", line, said.status, path,
                 session_same_bytes(path, original) ? "kept" : "gone", said.err);
    assert_says(said.err, words);
}

static const char own_method[] = "  open space:\n"
                                 "    calendar: [{every: 1 d, at: \"10:00\", hold: mine, for: 2 h}]\n";

/* own.yaml holds mine.yaml, which lies beside it. */
static void write_own(void)
{
    copy(GROUNDSWELL_SOURCE "/scenarios/methods/open-space-decides.yaml", "mine.yaml");
    assert_int_equal(session_shell("sed '/open space:/,$d' small.yaml > own.yaml").status, 0);
    FILE *file = fopen("own.yaml", "a");
    assert_non_null(file);
    fputs(own_method, file);
    fclose(file);
}

static void a_run_does_not_write_over_what_it_reads(void **state)
{
    (void)state;
    static const char *const outputs[] = {
        "own.yaml", "./own.yaml", "to-own", "own-too", "mine.yaml", "to-mine", "../\"${PWD##*/}\"/own.yaml"};
    write_own();
    copy("own.yaml", "own.kept");
    copy("mine.yaml", "mine.kept");
    assert_int_equal(symlink("own.yaml", "to-own") | symlink("mine.yaml", "to-mine"), 0);
    assert_int_equal(link("own.yaml", "own-too"), 0);
    for (size_t i = 0; i < sizeof outputs / sizeof outputs[0]; i++) {
        char line[128];
        snprintf(line, sizeof line, "\"$G\" run own.yaml -q -o %s", outputs[i]);
        kept(line, "own.yaml", "own.kept", "this very file is being read");
        assert_true(session_same_bytes("mine.yaml", "mine.kept"));
    }
    kept("\"$G\" run - -q -o own.yaml < own.yaml", "own.yaml", "own.kept", "this very file is being read");
    copy("own.yaml", "own.h5"); /* whose usual results file has the same name */
    kept("\"$G\" run own.h5 -q", "own.h5", "own.kept", "this very file is being read");
}

static void a_method_of_the_library_is_not_written_over(void **state)
{
    (void)state;
    assert_int_equal(
        session_shell("mkdir -p library && cp -r \"$(dirname \"$G\")/share/groundswell/methods\" "
                      "library && cp library/methods/general-assembly.yaml method.kept")
            .status,
        0);
    kept("GROUNDSWELL_LIBRARY=$PWD/library \"$G\" run small.yaml -q -o library/methods/general-assembly.yaml",
         "library/methods/general-assembly.yaml", "method.kept", "this very file is being read");
}

static void no_command_replaces_what_is_not_ours(void **state)
{
    (void)state;
    static const char *const commands[] = {
        "run small.yaml -q -o essay.h5",
        "plot small.h5 -o essay.svg",
        "plot small.h5 -o essay.png",
        "plot small.h5 -o essay.pdf",
        "report small.h5 -q -o page",
        "report small.h5 -q -o pictures --figures svg",
        "demo -q -r 2 --base-only -o essays",
        "demo -q -r 2 --base-only -o essays-too",
        "schema method -o essay.json",
        "new essay.yaml",
        "plot small.h5 -o small.yaml.svg",
        "run small.yaml -q -o begun.h5",
        "resume half.h5 -q",
    };
    static const char *const outputs[] = {
        "essay.h5",          "essay.svg",
        "essay.png",         "essay.pdf",
        "page/index.html",   "pictures/runs-decisions_per_hour.svg",
        "essays/results.h5", "essays-too/index.html",
        "essay.json",        "essay.yaml",
        "small.yaml.svg",    "begun.h5.partial",
        "half.h5",
    };
    results();
    session_write("essay", essay);
    assert_int_equal(session_shell("mkdir page pictures essays essays-too\n"
                                   "\"$G\" run long.yaml -q -o half.h5 & child=$!\n"
                                   "while [ $(cat half.h5.partial | wc -c) -lt 20000 ]; do :; done\n"
                                   "kill -TERM $child; wait $child; test $? = 75")
                         .status,
                     0);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        char line[160];
        copy("essay", outputs[i]);
        snprintf(line, sizeof line, "\"$G\" %s", commands[i]);
        kept(line, outputs[i], "essay", strstr(commands[i], "begun") ? "is not such" : "it is left as it is");
    }
    assert_int_equal(unlink("half.h5"), 0);
    assert_int_equal(GROUNDSWELL("resume", "half.h5", "-q").status, 0);
}

static void what_we_made_is_made_anew(void **state)
{
    (void)state;
    static const char *const commands[] = {
        "run small.yaml -q -o again.h5",
        "plot small.h5 -o again.svg",
        "plot small.h5 -o again.png",
        "plot small.h5 -o again.pdf",
        "report small.h5 -q -o again --figures svg,png,pdf",
        "schema -o again.json",
    };
    results();
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        char line[160];
        snprintf(line, sizeof line, "\"$G\" %s && \"$G\" %s", commands[i], commands[i]);
        struct said said = session_shell(line);
        assert_string_equal(said.err, "");
        assert_int_equal(said.status, 0);
    }
}

/* One answer for all: what a link leads to is judged, and the link stays. */
static void links_are_followed_by_every_command(void **state)
{
    (void)state;
    static const char *const commands[] = {"run small.yaml -q -o link.h5", "plot small.h5 -o link.svg",
                                           "schema -o link.json", "report small.h5 -q -o linked"};
    static const char *const links[] = {"link.h5", "link.svg", "link.json", "linked/index.html"};
    results();
    session_write("essay", essay);
    assert_int_equal(session_shell("mkdir -p linked && cp essay essay.kept").status, 0);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        char line[160], target[64];
        struct stat facts;
        snprintf(line, sizeof line, "ln -s \"$PWD/essay\" %s && \"$G\" %s", links[i], commands[i]);
        kept(line, "essay", "essay.kept", "it is left as it is");
        snprintf(line, sizeof line, "rm %s; ln -s \"$PWD/nothing\" %s; \"$G\" %s", links[i], links[i],
                 commands[i]);
        kept(line, "essay", "essay.kept", "this symbolic link leads nowhere");
        snprintf(target, sizeof target, "made%zu", i);
        snprintf(line, sizeof line, "rm %s; : > %s; ln -s \"$PWD/%s\" %s; \"$G\" %s", links[i], target,
                 target, links[i], commands[i]);
        assert_int_equal(session_shell(line).status, 0);
        assert_int_equal(lstat(links[i], &facts), 0);
        assert_true(S_ISLNK(facts.st_mode));
        assert_int_equal(stat(target, &facts), 0);
        assert_true(facts.st_size > 0);
    }
}

static void standard_output_is_no_file(void **state)
{
    (void)state;
    static const char *const commands[] = {"run small.yaml", "report small.h5", "plot small.h5", "demo",
                                           "schema"};
    results();
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        char line[128];
        snprintf(line, sizeof line, "\"$G\" %s -o -", commands[i]);
        struct said said = session_shell(line);
        assert_int_equal(said.status, 64);
        assert_says(said.err, "it takes a file, not standard output\n  for a file of this name, write "
                              "`--output ./-`\n");
        assert_false(session_there("-"));
    }
    struct said said =
        session_shell("exec 3>&1; { \"$G\" run small.yaml -q -o /dev/stdout; echo $? >&3; } | cat");
    assert_string_equal(said.out, "73\n");
    assert_string_equal(said.err,
                        "/dev/stdout: results cannot be written here: this is not a regular file\n");
}

static void what_another_run_left_is_not_the_demos_to_remove(void **state)
{
    (void)state;
    assert_int_equal(session_shell("mkdir demo; \"$G\" run long.yaml -q -o demo/results.h5 & child=$!\n"
                                   "while [ $(cat demo/results.h5.partial | wc -c) -lt 20000 ]; do :; done\n"
                                   "kill -TERM $child; wait $child; test $? = 75")
                         .status,
                     0);
    copy("demo/results.h5.partial", "partial.kept");
    kept("\"$G\" demo -q -r 2 --base-only -o demo", "demo/results.h5.partial", "partial.kept",
         "an interrupted run is kept here");
}

static void a_name_that_begins_with_a_dash_can_be_gone_on_with(void **state)
{
    (void)state;
    copy("small.yaml", "./-camp.yaml");
    struct said said = GROUNDSWELL("run", "-q", "--", "-camp.yaml");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "groundswell compare ./-camp.h5\n");
    assert_says(said.out, "groundswell report ./-camp.h5\n");
    said =
        session_shell("\"$G\" $(printf '%s\\n' \"$(rm -f ./-camp.h5; \"$G\" run -q -- -camp.yaml)\" | sed -n "
                      "'s/.*groundswell compare/compare/p')");
    assert_int_equal(said.status, 0);
    said = session_shell("\"$G\" new -- -other | sed -n 's/.*groundswell check \\([^ ]*\\) .*/\\1/p'");
    assert_string_equal(said.out, "./-other.yaml\n");
}

/* Free space would help against none of the first three. */
static void the_advice_fits_what_went_wrong(void **state)
{
    (void)state;
    static const struct {
        int error;
        const char *advice;
    } cases[] = {
        {EIO, "once this place can be written to, continue with"},
        {EXDEV, "once this place can be written to, continue with"},
        {EBUSY, "once this place can be written to, continue with"},
        {ENOSPC, "free some space and continue with"},
        {EDQUOT, "free some space and continue with"},
    };
    for (size_t i = 0; i < 2 * sizeof cases / sizeof cases[0]; i++) {
        char line[512];
        const bool replaces = i % 2 == 1;
        snprintf(
            line, sizeof line,
            "rm -f name.h5*; test %d = 0 || \"$G\" run small.yaml -q -o name.h5 >/dev/null\n"
            "RENAME_ERROR=%d ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=%s \"$G\" run small.yaml -q "
            "-o name.h5; s=$?; ls name.h5*; exit $s",
            replaces, cases[i / 2].error, GROUNDSWELL_NO_NAME);
        struct said said = session_shell(line);
        assert_int_equal(said.status, 74);
        assert_says(said.err, strerror(cases[i / 2].error));
        assert_says(said.err, cases[i / 2].advice);
        assert_string_equal(said.out, replaces ? "name.h5\nname.h5.partial\n" : "name.h5.partial\n");
        said = GROUNDSWELL("resume", "name.h5", "-q");
        assert_int_equal(said.status, 0);
    }
}

static void a_comparison_that_was_stopped_says_one_thing(void **state)
{
    (void)state;
    struct said said =
        session_shell("mkdir tmp; TMPDIR=$PWD/tmp timeout -s INT 1 \"$G\" compare long.yaml --set "
                      "replications=100000 -q");
    assert_says(said.err, " runs; nothing is kept of them\n  `groundswell run` writes a file that can be "
                          "continued\n");
    assert_null(strstr(said.err, "they are kept"));
    assert_null(strstr(said.err, "results.h5"));
    said = session_shell("ulimit -f 40; TMPDIR=$PWD/tmp exec \"$G\" compare long.yaml -q");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "File too large\n  nothing is kept here; TMPDIR names another folder");
    assert_null(strstr(said.err, "resume"));
}

static void a_scenario_is_called_by_its_name(void **state)
{
    (void)state;
    assert_int_equal(session_shell("sed '/open space:/,$d' small.yaml > one.yaml").status, 0);
    struct said said = GROUNDSWELL("compare", "one.yaml", "-q");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "one.yaml: ");
    assert_null(strstr(said.err, "results.h5"));
    said = GROUNDSWELL("plot", "one.yaml", "nothing", "-q", "-o", "x.svg");
    assert_says(said.err, "`groundswell summary one.yaml` lists them");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_does_not_write_over_what_it_reads),
        cmocka_unit_test(a_method_of_the_library_is_not_written_over),
        cmocka_unit_test(no_command_replaces_what_is_not_ours),
        cmocka_unit_test(what_we_made_is_made_anew),
        cmocka_unit_test(links_are_followed_by_every_command),
        cmocka_unit_test(standard_output_is_no_file),
        cmocka_unit_test(what_another_run_left_is_not_the_demos_to_remove),
        cmocka_unit_test(a_name_that_begins_with_a_dash_can_be_gone_on_with),
        cmocka_unit_test(the_advice_fits_what_went_wrong),
        cmocka_unit_test(a_comparison_that_was_stopped_says_one_thing),
        cmocka_unit_test(a_scenario_is_called_by_its_name),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
