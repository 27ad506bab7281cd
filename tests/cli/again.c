/* What a scenario pulls in is kept: runs are made again from their results alone, and are continued
 * only with the methods that they were begun with. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char head[] = "title: A camp\nlasts: 4 d\nseed: 7\nreplications: 3\n"
                           "sites: [{name: camp, people: 40}]\n"
                           "proposals: {per_day: 4 /d, facets: 8}\n";
static const char designs[] =
    "designs:\n"
    "  a: {calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]}\n"
    "  b: {calendar: [{every: 1 d, at: \"19:00\", hold: ours, for: 2 h}]}\n"
    "  c: {calendar: [{every: 1 d, at: \"19:00\", hold: theirs/theirs.yaml, for: 2 h}]}\n";
static const char tried[] = "assumptions: [{set: conversation.digest_ratio, to: [1, 4]}]\n";
static const char ours[] = "title: Ours\nmeaning: we talk\nsource: us, \xC3\xA9t\xC3\xA9 2011\nstages:\n"
                           "  - {do: converse, lasts: 60 min}\n"
                           "  - {do: decide, lasts: 30 min, decision: consent}\n";

/* A folder with a scenario, two methods of its own, and a library of its own. */
static void begin_folder(void)
{
    struct said said = session_shell("rm -rf camp; mkdir -p camp/methods camp/theirs && cd camp && "
                                     "cp -r \"$S\"/scenarios library && chmod -R u+w library");
    assert_int_equal(said.status, 0);
    char scenario[2048];
    snprintf(scenario, sizeof scenario, "%s%s%s", head, designs, tried);
    session_write("camp/camp.yaml", scenario);
    session_write("camp/methods/ours.yaml", ours);
    session_write("camp/theirs/theirs.yaml", ours);
}

static void run_in_folder(const char *options)
{
    char line[512];
    snprintf(line, sizeof line,
             "cd camp && GROUNDSWELL_LIBRARY=library \"$G\" run camp.yaml -q -o first.h5 %s", options);
    struct said said = session_shell(line);
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
}

/* Nothing but the results are there. */
static struct said again_elsewhere(const char *options)
{
    char line[512];
    snprintf(line, sizeof line,
             "rm -rf alone && mkdir alone && cp camp/first.h5 alone && rm -rf camp && cd alone && "
             "GROUNDSWELL_LIBRARY=/nowhere \"$G\" run first.h5 --again -q %s",
             options);
    return session_shell(line);
}

static void results_alone_make_their_runs_again(void **state)
{
    (void)state;
    static const char *const runs[] = {
        "",
        "-r 2",
        "--set people.talk_sd=.5 --set seed=11 --set 'designs.b.calendar[0].for=90 min'",
        "--base-only -t 1",
        "--set title=\"it's\" -r 4 --base-only",
    };
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        begin_folder();
        run_in_folder(runs[i]);
        struct said said = again_elsewhere("");
        assert_string_equal(said.err, "");
        assert_int_equal(said.status, 0);
        assert_says(said.out, "first-again.h5 has the same bytes as first.h5\n");
        assert_true(session_same_bytes("alone/first-again.h5", "alone/first.h5"));
    }
}

static void methods_that_have_changed_since_do_not_count(void **state)
{
    (void)state;
    begin_folder();
    run_in_folder("");
    struct said said = session_shell(
        "cd camp && echo 'stages: [' > methods/ours.yaml && sed -i 's/lasts: 60 min/lasts: 47 min/' "
        "theirs/theirs.yaml && "
        "cp theirs/theirs.yaml ours.yaml && cp ours.yaml library/methods/general-assembly.yaml && "
        "echo 'no: scenario' > camp.yaml && GROUNDSWELL_LIBRARY=library \"$G\" run first.h5 --again -o "
        "again.h5 -t 2 -q");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("camp/again.h5", "camp/first.h5"));
}

/* The bytes do not tell from where the program was called, nor under which path it found what it read. */
static void where_things_lie_is_not_in_the_results(void **state)
{
    (void)state;
    begin_folder();
    run_in_folder("");
    struct said said = session_shell("mkdir -p sub && GROUNDSWELL_LIBRARY=$PWD/camp/library \"$G\" run "
                                     "$PWD/camp/camp.yaml -q -o sub/second.h5; "
                                     "grep -c \"$PWD\" camp/first.h5");
    assert_string_equal(said.err, "");
    assert_says(said.out, "\n0\n");
    assert_true(session_same_bytes("sub/second.h5", "camp/first.h5"));
}

static void a_scenario_from_standard_input_and_a_shipped_one_are_made_again(void **state)
{
    (void)state;
    struct said said =
        session_shell("\"$G\" run - -q -o in.h5 < small.yaml && \"$G\" run in.h5 --again -q -o in2.h5 && "
                      "cmp in.h5 in2.h5");
    assert_int_equal(said.status, 0);
    said = session_shell("\"$G\" run first-scenario -q -r 2 --base-only && "
                         "GROUNDSWELL_LIBRARY=/nowhere \"$G\" run first-scenario.h5 --again -q && "
                         "cmp first-scenario.h5 first-scenario-again.h5");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
}

static void other_settings_do_not_go_with_it(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "small.h5").status, 0);
    static const char *const options[][2] = {
        {"--set", "seed=2"}, {"--replications", "3"}, {"--base-only", NULL}, {"-r", "3"}, {"-s", "seed=2"}};
    static const char *const names[] = {"--set", "--replications", "--base-only", "--replications", "--set"};
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        struct said said = session_run((const char *const[]){GROUNDSWELL_PROGRAM, "run", "small.h5",
                                                             "--again", options[i][0], options[i][1], NULL});
        assert_int_equal(said.status, 64);
        assert_says(said.err, "`--again` makes runs as they were made before");
        assert_says(said.err, names[i]);
        assert_string_equal(said.out, "");
    }
    struct said said = GROUNDSWELL("compare", "small.h5", "--again");
    assert_int_equal(said.status, 64);
    assert_false(session_there("small-again.h5"));
}

static void what_is_no_results_file_cannot_be_made_again(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "--again");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "small.yaml: is not a results file");
    said = GROUNDSWELL("run", "nothing.h5", "--again");
    assert_int_equal(said.status, 66);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "small.h5").status, 0);
    said = GROUNDSWELL("run", "small.h5", "--again", "-q", "-o", "small.h5");
    assert_int_equal(said.status, 73);
    assert_says(said.err, "this very file is being read");
    said = GROUNDSWELL("run", "small.h5");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "`groundswell run small.h5 --again` makes its runs again");
}

/* Changes a results file as no run would have left it. Where h5py is not installed the test is skipped. */
static void change_file(const char *path, const char *change)
{
    char line[1024];
    if (session_shell("/usr/bin/python3 -c 'import h5py'").status != 0)
        skip();
    snprintf(line, sizeof line,
             "/usr/bin/python3 -c 'import h5py\nwith h5py.File(\"%s\", \"r+\") as file:\n    %s'", path,
             change);
    struct said said = session_shell(line);
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
}

static void a_file_that_keeps_no_texts_says_which_method_is_missing(void **state)
{
    (void)state;
    begin_folder();
    run_in_folder("");
    change_file("camp/first.h5", "for part in (\"name\", \"folder\", \"file\", \"text\"):\n"
                                 "        del file[\"provenance/method_\" + part]");
    struct said said = session_shell("cd camp && \"$G\" run first.h5 --again -q");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "the text of the method `general-assembly` is not kept with these runs");
    assert_says(said.err, "run the scenario itself, with the method beside it\n");
    assert_false(session_there("camp/first-again.h5"));
}

static void another_build_is_said(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-o", "small.h5").status, 0);
    assert_int_equal(session_shell("cp small.h5 other.h5").status, 0);
    change_file("other.h5", "file.attrs[\"commit\"] = \"0123abc\"");
    struct said said = GROUNDSWELL("run", "other.h5", "--again", "-q", "-o", "made.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.err, "other.h5: these results were made by version ");
    assert_says(said.err, "commit 0123abc (");
    assert_says(said.err, "what is made again may differ from them\n");
    assert_says(said.err, "made.h5 differs from other.h5, which has other bytes\n");
    assert_true(session_same_bytes("made.h5", "small.h5"));
}

/* --- going on --- */

static void stop_a_run(const char *command, const char *target)
{
    char line[512];
    snprintf(line, sizeof line,
             "cd camp && rm -f %s*; GROUNDSWELL_LIBRARY=library \"$G\" %s -o %s -q & child=$!\n"
             "while [ ! -s camp/%s.partial ] && [ ! -s %s.partial ]; do :; done\n"
             "kill -TERM $child; wait $child; echo $?",
             target, command, target, target, target);
    struct said said = session_shell(line);
    assert_string_equal(said.out, "75\n");
}

static struct said go_on_after(const char *change)
{
    char line[512];
    snprintf(line, sizeof line, "cd camp && %s && GROUNDSWELL_LIBRARY=library \"$G\" resume r.h5 -q", change);
    return session_shell(line);
}

static void refused_after(const char *change, const char *file, const char *words)
{
    struct said said = go_on_after(change);
    assert_int_equal(said.status, 65);
    assert_string_equal(said.out, "");
    assert_says(said.err, file);
    assert_says(said.err, words);
    assert_says(said.err, "or remove r.h5.partial and run the scenario anew\n");
    assert_false(session_there("camp/r.h5"));
    assert_true(session_there("camp/r.h5.partial"));
}

#define CHANGED "this method is not as it was when the run was begun"
#define GONE    "this method, which the run was begun with, is not there any more"

static void nobody_goes_on_with_another_method(void **state)
{
    (void)state;
    begin_folder();
    stop_a_run("run camp.yaml -r 400 --base-only", "r.h5");
    refused_after("cp methods/ours.yaml kept && sed -i 's/60 min/47 min/' methods/ours.yaml",
                  "methods/ours.yaml: ", CHANGED);
    refused_after("rm methods/ours.yaml", "/methods/ours.yaml: ", GONE);
    refused_after("echo 'stages: [' > methods/ours.yaml", "methods/ours.yaml: ", CHANGED);
    refused_after("cp kept methods/ours.yaml && mv theirs other", "/theirs/theirs.yaml: ", GONE);
    refused_after("mv other theirs && mv library/methods/general-assembly.yaml ga",
                  "/general-assembly.yaml: ", GONE);
    refused_after("cp kept library/methods/general-assembly.yaml",
                  "library/methods/general-assembly.yaml: ", CHANGED);
    /* another file under the same name, nearer to the scenario */
    refused_after("cp ga library/methods/general-assembly.yaml && cp kept general-assembly.yaml",
                  "general-assembly.yaml: ", CHANGED);
    struct said said = go_on_after("rm general-assembly.yaml");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
    said = session_shell(
        "cd camp && GROUNDSWELL_LIBRARY=library \"$G\" run camp.yaml -r 400 --base-only -q -o whole.h5");
    assert_true(session_same_bytes("camp/r.h5", "camp/whole.h5"));
}

/* Results can lie in another folder than their scenario. */
static void methods_are_found_where_they_were(void **state)
{
    (void)state;
    begin_folder();
    struct said said = session_shell("mkdir -p far && (cd camp && mv library ../far/library)");
    assert_int_equal(said.status, 0);
    said = session_shell("export GROUNDSWELL_LIBRARY=$PWD/far/library\n"
                         "\"$G\" run camp/camp.yaml -r 400 --base-only -q -o far/r.h5 & child=$!\n"
                         "while [ ! -s far/r.h5.partial ]; do :; done\n"
                         "kill -TERM $child; wait $child; cd far && \"$G\" resume r.h5 -q");
    assert_int_equal(said.status, 0);
    assert_true(session_there("far/r.h5"));
}

static void runs_that_are_made_again_can_be_stopped_and_gone_on_with(void **state)
{
    (void)state;
    begin_folder();
    run_in_folder("-r 400 --base-only");
    stop_a_run("run first.h5 --again", "again.h5");
    struct said said = session_shell("cd camp && rm -rf methods theirs library camp.yaml && "
                                     "GROUNDSWELL_LIBRARY=/nowhere \"$G\" resume again.h5 -q");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
    assert_true(session_same_bytes("camp/again.h5", "camp/first.h5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_alone_make_their_runs_again),
        cmocka_unit_test(methods_that_have_changed_since_do_not_count),
        cmocka_unit_test(where_things_lie_is_not_in_the_results),
        cmocka_unit_test(a_scenario_from_standard_input_and_a_shipped_one_are_made_again),
        cmocka_unit_test(other_settings_do_not_go_with_it),
        cmocka_unit_test(what_is_no_results_file_cannot_be_made_again),
        cmocka_unit_test(a_file_that_keeps_no_texts_says_which_method_is_missing),
        cmocka_unit_test(another_build_is_said),
        cmocka_unit_test(nobody_goes_on_with_another_method),
        cmocka_unit_test(methods_are_found_where_they_were),
        cmocka_unit_test(runs_that_are_made_again_can_be_stopped_and_gone_on_with),
    };
    setenv("S", GROUNDSWELL_SOURCE, 1);
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
