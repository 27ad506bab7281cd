/* Where the output goes: standard output that cannot take it, JSON that must parse, names made to do harm. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static void results(void)
{
    if (!session_there("small.h5"))
        assert_int_equal(GROUNDSWELL("run", "small.yaml").status, 0);
}

static void a_full_device_is_an_output_error(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" help > /dev/full");
    assert_int_equal(said.status, 74);
    assert_string_equal(
        said.err,
        "groundswell: standard output could not take what there was to say: No space left on device\n");
}

static void a_closed_standard_output_is_an_output_error(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" help >&-");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "standard output");
}

static void results_never_land_in_a_closed_standard_output(void **state)
{
    (void)state;
    struct said said =
        session_shell("\"$G\" run small.yaml -o closed.h5 >&- 2>&- <&-; \"$G\" summary closed.h5 >/dev/null");
    assert_int_equal(said.status, 0);
    results();
    assert_true(session_same_bytes("closed.h5", "small.h5"));
}

static void a_reader_that_goes_away_hears_no_complaint(void **state)
{
    (void)state;
    struct said said = session_shell("\"$G\" help | true");
    assert_string_equal(said.err, "");
}

static json_t *parsed(const struct said *said)
{
    assert_int_equal(said->status, 0);
    json_error_t error;
    json_t *json = json_loads(said->out, JSON_REJECT_DUPLICATES, &error);
    if (json == NULL)
        fail_msg("no JSON: %s at line %d", error.text, error.line);
    return json;
}

static void every_table_is_there_as_json(void **state)
{
    (void)state;
    results();
    static const char *const calls[][4] = {{"compare", "small.h5", "--json"},
                                           {"summary", "small.h5", "--json"},
                                           {"check", "small.yaml", "--json"},
                                           {"methods", "--json"},
                                           {"explain", "--json"},
                                           {"schema", "scenario"},
                                           {"schema", "method"}};
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        struct said said = GROUNDSWELL(calls[i][0], calls[i][1], calls[i][2]);
        json_t *json = parsed(&said);
        assert_true(json_object_size(json) > 0 || json_array_size(json) > 0);
        json_decref(json);
    }
}

static void a_run_tells_its_size_as_json(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "-o", "told.h5", "--json", "--quiet");
    json_t *json = parsed(&said);
    assert_string_equal(json_string_value(json_object_get(json, "file")), "told.h5");
    assert_int_equal(json_integer_value(json_object_get(json, "designs")), 2);
    assert_int_equal(json_integer_value(json_object_get(json, "kept")), 0);
    assert_true(json_integer_value(json_object_get(json, "runs")) >= 8);
    assert_true(json_integer_value(json_object_get(json, "events")) > 0);
    json_decref(json);
    assert_string_equal(said.err, "");
}

static void complaints_come_as_json_too(void **state)
{
    (void)state;
    session_write("wrong.yaml", "title: x\nlasst: 3 d\n");
    struct said said = GROUNDSWELL("check", "wrong.yaml", "small.yaml", "--json");
    assert_int_equal(said.status, 65);
    json_t *json = json_loads(said.out, 0, NULL);
    assert_non_null(json);
    json_t *first = json_array_get(json_object_get(json, "complaints"), 0);
    assert_string_equal(json_string_value(json_object_get(first, "file")), "wrong.yaml");
    assert_true(json_is_false(json_object_get(json_array_get(json_object_get(json, "files"), 0), "sound")));
    assert_true(json_is_true(json_object_get(json_array_get(json_object_get(json, "files"), 1), "sound")));
    json_decref(json);
}

static void names_made_to_do_harm_are_only_names(void **state)
{
    (void)state;
    static const char *const names[] = {"a b.yaml",
                                        "`touch harm`.yaml",
                                        "$(touch harm).yaml",
                                        "'; touch harm;'.yaml",
                                        "\"quoted\".yaml",
                                        "\033[2Jnew\nline.yaml",
                                        "caf\xc3\xa9.yaml",
                                        ("inv\xff"
                                         "alid.yaml"),
                                        "%s%n.yaml",
                                        "-q.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char line[256], path[128];
        snprintf(path, sizeof path, "./%s", names[i]);
        FILE *copy = fopen(path, "w"), *original = fopen("small.yaml", "r");
        assert_non_null(copy);
        assert_non_null(original);
        for (int byte; (byte = getc(original)) != EOF;)
            putc(byte, copy);
        fclose(original);
        fclose(copy);
        struct said said = GROUNDSWELL("run", path, "--replications", "2", "--base-only");
        assert_int_equal(said.status, 0);
        assert_null(strchr(said.out, '\033'));
        snprintf(line, sizeof line, "%.*s.h5", (int)strlen(path) - 5, path);
        assert_true(session_there(line));
        said = GROUNDSWELL("report", line, "-o", "page");
        assert_int_equal(said.status, 0);
        said = GROUNDSWELL("compare", line);
        assert_int_equal(said.status, 0);
        assert_null(strchr(said.out, '\033'));
    }
    assert_false(session_there("harm"));
}

static void a_new_scenario_is_sound_and_never_replaces_one(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("new", "our-camp");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("check", "our-camp.yaml");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("new", "our-camp.yaml");
    assert_int_equal(said.status, 73);
    assert_says(said.err, "our-camp.yaml: there is a file of this name already");
    said = GROUNDSWELL("new", "a\"b\\c: d # e");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("check", "a\"b\\c: d # e.yaml");
    assert_int_equal(said.status, 0);
}

static void a_figure_goes_to_a_file_or_the_terminal(void **state)
{
    (void)state;
    results();
    struct said said = GROUNDSWELL("plot", "small.h5", "-o", "dots.svg");
    assert_int_equal(said.status, 0);
    assert_true(session_there("dots.svg"));
    said = GROUNDSWELL("plot", "small.h5", "--terminal");
    assert_int_equal(said.status, 0);
    assert_true(strlen(said.out) > 200);
    assert_null(strchr(said.out, '\f'));
    assert_null(strstr(said.out, "\\x0c"));
    said = GROUNDSWELL("plot", "small.h5", "decisions_per_huor");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "did you mean `decisions_per_hour`?");
    said = GROUNDSWELL("plot", "small.h5", "-o", "dots.gif");
    assert_int_equal(said.status, 64);
}

/* One design and a sweep of one setting: `run` points to `compare`, which has a sentence and a table. */
static void a_sweep_of_one_design_is_run_compared_and_drawn(void **state)
{
    (void)state;
    session_write("alone.yaml", "title: How much can we take?\n"
                                "lasts: 3 d\n"
                                "replications: 8\n"
                                "variant_replications: 8\n"
                                "sites: [{name: Camp, people: 30}]\n"
                                "proposals: {per_day: 4 /d, facets: 12}\n"
                                "calendar:\n"
                                "  - {every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}\n"
                                "sweep:\n"
                                "  - {set: proposals.per_day, to: [20 /d, 1 /d, 4 /d]}\n");
    struct said said = GROUNDSWELL("run", "alone.yaml", "-o", "alone.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "groundswell compare alone.h5");
    said = GROUNDSWELL("compare", "alone.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, " with proposals.per_day = 1 /d, rising to ");
    assert_says(said.out, " with proposals.per_day = 20 /d\n");
    assert_says(said.out, "  proposals.per_day ");
    assert_null(strstr(said.out, " times ("));
    said = GROUNDSWELL("plot", "alone.h5", "--kind", "line", "-o", "alone.svg");
    assert_int_equal(said.status, 0);
    assert_true(session_there("alone.svg"));
    assert_says(said.out, "Line over the sweep");
    said = GROUNDSWELL("report", "alone.h5", "-o", "page", "--figures", "svg");
    assert_int_equal(said.status, 0);
    assert_true(session_there("page/line-decisions_per_hour.svg"));
    said = GROUNDSWELL("plot", "small.yaml", "--kind", "line", "-o", "none.svg");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "holds no sweep of a single setting, so there is no line to draw");
}

/* What people give each other, and what they send: drawn where the file has it, else refused. */
static void help_and_sparks_are_drawn_where_there_are_any(void **state)
{
    (void)state;
    session_write("help.yaml", "title: Who helps whom?\n"
                               "lasts: 20 d\n"
                               "replications: 2\n"
                               "record_people: yes\n"
                               "sites: [{name: Camp, people: 30}]\n"
                               "proposals: {per_day: 0 /d, facets: 1}\n"
                               "gifts: {needs: 2 /week, gifts: 4 /week}\n"
                               "sparks: {routes: [{by: outside, first: 1 h, every: 1 d}]}\n"
                               "calendar: [{every: 1 d, at: \"18:00\", hold: gift-circle}]\n");
    assert_int_equal(GROUNDSWELL("run", "help.yaml", "-o", "help.h5").status, 0);
    struct said said = GROUNDSWELL("plot", "help.h5", "help", "cascades", "trees");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "help.svg: Who helped whom in one run");
    assert_says(said.out, " by circle");
    assert_says(said.out, "cascades.svg: Sparks by how many people");
    assert_says(said.out, "trees.svg: The largest cascades of sparks in one run as trees: ");
    assert_true(session_there("help.svg") && session_there("cascades.svg") && session_there("trees.svg"));
    said = GROUNDSWELL("plot", "help.h5", "sparks_live_at", "needs_open_at");
    assert_int_equal(said.status, 0);
    assert_true(session_there("sparks_live_at.svg"));
    said = GROUNDSWELL("plot", "small.yaml", "cascades");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "holds no sparks to draw");
    said = GROUNDSWELL("plot", "small.yaml", "help");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "that takes needs that somebody meets, and `record_people: yes`");
    said = GROUNDSWELL("plot", "small.yaml", "trees");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "that takes sparks that somebody hears of, and `record_people: yes`");
}

static void a_missing_file_and_a_wrong_one_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "nowhere.yaml").status, 66);
    assert_int_equal(GROUNDSWELL("compare", "nowhere.h5").status, 66);
    session_write("text.h5", "this is no HDF5 file");
    assert_int_equal(GROUNDSWELL("compare", "text.h5").status, 65);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", "/nowhere/x.h5").status, 73);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", ".").status, 73);
}

static void an_override_outranks_the_file_and_is_checked_like_it(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", "small.yaml", "-o", "o.h5", "--set", "replications=3", "--json",
                                   "-q", "--base-only");
    json_t *json = parsed(&said);
    assert_int_equal(json_integer_value(json_object_get(json, "runs")), 6);
    json_decref(json);
    said = GROUNDSWELL("check", "small.yaml", "--set", "replications=many");
    assert_int_equal(said.status, 65);
    said = GROUNDSWELL("check", "small.yaml", "--set", "nothing");
    assert_int_not_equal(said.status, 0);
}

static void the_number_of_threads_is_said_and_follows_processors_and_wishes(void **state)
{
    (void)state;
    struct said said = session_shell(
        "taskset -c $(taskset -cp $$ | sed 's/.*: //; s/[-,].*//') \"$G\" run small.yaml -o one.h5");
    assert_says(said.out, "on 1 thread in");
    said = session_shell("OMP_NUM_THREADS=3 \"$G\" run small.yaml -o three.h5");
    assert_says(said.out, "on 3 threads in");
    said = session_shell("OMP_NUM_THREADS=3 \"$G\" run small.yaml --threads 2 -o two.h5");
    assert_says(said.out, "on 2 threads in");
    assert_true(session_same_bytes("one.h5", "three.h5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_device_is_an_output_error),
        cmocka_unit_test(a_closed_standard_output_is_an_output_error),
        cmocka_unit_test(results_never_land_in_a_closed_standard_output),
        cmocka_unit_test(a_reader_that_goes_away_hears_no_complaint),
        cmocka_unit_test(every_table_is_there_as_json),
        cmocka_unit_test(a_run_tells_its_size_as_json),
        cmocka_unit_test(the_number_of_threads_is_said_and_follows_processors_and_wishes),
        cmocka_unit_test(complaints_come_as_json_too),
        cmocka_unit_test(names_made_to_do_harm_are_only_names),
        cmocka_unit_test(a_new_scenario_is_sound_and_never_replaces_one),
        cmocka_unit_test(a_figure_goes_to_a_file_or_the_terminal),
        cmocka_unit_test(a_sweep_of_one_design_is_run_compared_and_drawn),
        cmocka_unit_test(help_and_sparks_are_drawn_where_there_are_any),
        cmocka_unit_test(a_missing_file_and_a_wrong_one_are_told_apart),
        cmocka_unit_test(an_override_outranks_the_file_and_is_checked_like_it),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
