/* How the program and its results are cited: with the facts of CITATION.cff, and what made the file. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 512 };

/* The value of a line of CITATION.cff, without quotation marks; "" where there is none. */
static void in_the_citation_file(const char *key, char *value)
{
    char line[LONGEST];
    size_t length = strlen(key);
    *value = '\0';
    FILE *file = fopen(GROUNDSWELL_SOURCE "/CITATION.cff", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, key, length) == 0) {
            const char *begins = line + length + (line[length] == '"' ? 1 : 0);
            snprintf(value, LONGEST, "%.*s", (int)strcspn(begins, "\"\n"), begins);
        }
    fclose(file);
}

/* What --version calls the commit. */
static void the_commit(char *commit)
{
    struct said said = GROUNDSWELL("--version");
    const char *at = strstr(said.out, "commit ");
    assert_non_null(at);
    at += strlen("commit ");
    snprintf(commit, LONGEST, "%.*s", (int)strcspn(at, "\n"), at);
}

static json_t *json_of(const char *text)
{
    json_t *all = json_loads(text, 0, NULL);
    assert_non_null(all);
    assert_int_equal(json_array_size(all), 1);
    return all;
}

static const char *string_in(const json_t *json, const char *name)
{
    const char *string = json_string_value(json_object_get(json, name));
    if (string == NULL)
        fail_msg("there is no \"%s\"", name);
    return string;
}

static void the_citation_says_what_the_citation_file_says(void **state)
{
    (void)state;
    char title[LONGEST], author[LONGEST], version[LONGEST], doi[LONGEST], commit[LONGEST];
    in_the_citation_file("title: ", title);
    in_the_citation_file("  - name: ", author);
    in_the_citation_file("version: ", version);
    in_the_citation_file("doi: ", doi);
    the_commit(commit);
    assert_string_not_equal(title, "");
    assert_string_not_equal(version, "");
    const char *const forms[][2] = {
        {"cite", NULL}, {"cite", "--bibtex"}, {"cite", "--cff"}, {"cite", "--json"}};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct said said =
            session_run((const char *const[]){GROUNDSWELL_PROGRAM, forms[i][0], forms[i][1], NULL});
        assert_int_equal(said.status, 0);
        assert_string_equal(said.err, "");
        assert_says(said.out, title);
        assert_says(said.out, author);
        assert_says(said.out, version);
        assert_says(said.out, doi);
        assert_says(said.out, strcmp(commit, "unknown") == 0 ? "" : commit);
    }
}

static void a_bibliography_can_read_it(void **state)
{
    (void)state;
    char version[LONGEST];
    in_the_citation_file("version: ", version);
    struct said said = GROUNDSWELL("cite", "--json");
    json_t *all = json_of(said.out), *entry = json_array_get(all, 0);
    assert_string_equal(string_in(entry, "type"), "software");
    assert_string_equal(string_in(entry, "version"), version);
    json_decref(all);
    said = GROUNDSWELL("cite", "--bibtex");
    assert_int_equal(strncmp(said.out, "@software{groundswell,\n  author  = {", 35), 0);
    assert_string_equal(said.out + strlen(said.out) - 4, "}\n}\n");
}

/* The printed file is the one in the source, but for the commit, which no file can hold that is in it. */
static void the_citation_file_is_printed_with_the_commit(void **state)
{
    (void)state;
    struct said said =
        session_shell("\"" GROUNDSWELL_PROGRAM "\" cite --cff | grep -v -e ^commit: -e ^version: >printed && "
                      "grep -v ^version: \"" GROUNDSWELL_SOURCE "/CITATION.cff\" | cmp - printed");
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, 0);
}

static void a_results_file_says_what_made_it(void **state)
{
    (void)state;
    char commit[LONGEST];
    the_commit(commit);
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "--seed", "20111015", "-r", "3").status, 0);
    struct said said = GROUNDSWELL("cite", "small.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "Runs of the scenario \"A small camp\" (small.yaml) with seed 20111015, ");
    assert_says(said.out, "3 replications of each.\n");
    assert_says(said.out, commit);
    assert_says(said.out, "groundswell run small.h5 --again\n");
    said = GROUNDSWELL("cite", "small.h5", "--json");
    json_t *all = json_of(said.out), *custom = json_object_get(json_array_get(all, 0), "custom");
    assert_string_equal(string_in(custom, "seed"), "20111015");
    assert_string_equal(string_in(custom, "scenario"), "A small camp");
    assert_string_equal(string_in(custom, "scenario_file"), "small.yaml");
    assert_int_equal(json_integer_value(json_object_get(json_array_get(json_object_get(custom, "designs"), 0),
                                                        "replications")),
                     3);
    json_decref(all);
    said = GROUNDSWELL("cite", "small.h5", "--bibtex");
    assert_says(said.out, "with seed 20111015");
    said = GROUNDSWELL("cite", "small.h5", "--cff");
    assert_says(
        said.out,
        "message: \"If you use these results, please cite the program that made them. Runs of the scenario "
        "\\\"A small camp\\\" (small.yaml) with seed 20111015");
}

/* TeX would take these for its own, and YAML would end the line. */
static void a_title_cannot_break_out_of_its_form(void **state)
{
    (void)state;
    static const char title[] = "title=100 % {of} \\it & $5 \"#1\" a_b~c^d";
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q", "-r", "1", "--set", title, "-o", "odd.h5").status,
                     0);
    struct said said = GROUNDSWELL("cite", "odd.h5", "--bibtex");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "100 \\% \\{of\\} \\textbackslash{}it \\& \\$5 \"\\#1\" "
                          "a\\_b\\textasciitilde{}c\\textasciicircum{}d");
    said = GROUNDSWELL("cite", "odd.h5", "--cff");
    assert_says(said.out, "100 % {of} \\\\it & $5 \\\"#1\\\" a_b~c^d\\\"");
    said = GROUNDSWELL("cite", "odd.h5", "--json");
    json_decref(json_of(said.out));
}

static void what_has_no_runs_is_refused(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("cite", "small.yaml");
    assert_int_equal(said.status, 64);
    assert_string_equal(said.err,
                        "groundswell: small.yaml is no results file: a scenario has no runs to cite yet\n");
    said = GROUNDSWELL("cite", "nowhere.h5");
    assert_int_equal(said.status, 66);
    session_write("broken.h5", "no results\n");
    said = GROUNDSWELL("cite", "broken.h5");
    assert_int_equal(said.status, 65);
    assert_string_equal(said.out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_citation_says_what_the_citation_file_says),
        cmocka_unit_test(a_bibliography_can_read_it),
        cmocka_unit_test(the_citation_file_is_printed_with_the_commit),
        cmocka_unit_test(a_results_file_says_what_made_it),
        cmocka_unit_test(a_title_cannot_break_out_of_its_form),
        cmocka_unit_test(what_has_no_runs_is_refused),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
