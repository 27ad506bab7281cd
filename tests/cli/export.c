/* `groundswell export`: what lies in the folder, and what is never done to one. */
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *said_of(const char *path)
{
    static char text[1 << 20];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

static void made(void)
{
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-o", "small.h5", "-q").status, 0);
}

static void test_a_table_is_a_file_described_in_the_metadata(void **state)
{
    (void)state;
    made();
    struct said said = GROUNDSWELL("export", "small.h5", "-o", "tables");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "described in csv-metadata.json");
    assert_says(said_of("tables/runs.csv"), "design,replication,measure,value\r\n");
    assert_says(said_of("tables/courses.csv"), "design,replication,site,measure,time,value\r\n");
    assert_says(said_of("tables/settings.csv"), "setting,value,unit,given,ground,source\r\n");
    assert_says(said_of("tables/csv-metadata.json"), "\"@context\"");
    assert_says(said_of("tables/csv-metadata.json"), "\"url\": \"proposal.csv\"");
    assert_int_equal(GROUNDSWELL("export", "small.h5").status, 0);
    assert_true(session_there("small-csv/runs.csv"));
}

static void test_a_table_can_be_asked_for_alone(void **state)
{
    (void)state;
    made();
    assert_int_equal(GROUNDSWELL("export", "small.h5", "--table", "runs", "-o", "one").status, 0);
    assert_true(session_there("one/runs.csv"));
    assert_false(session_there("one/settings.csv"));
    struct said said = GROUNDSWELL("export", "small.h5", "--table", "run", "-o", "two");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "has no table `run`");
    assert_says(said.err, "did you mean `runs`?");
    assert_false(session_there("two"));
}

static void test_an_earlier_export_and_an_empty_folder_are_replaced(void **state)
{
    (void)state;
    made();
    assert_int_equal(mkdir("tables", 0777), 0);
    assert_int_equal(GROUNDSWELL("export", "small.h5", "-o", "tables/").status, 0);
    assert_int_equal(GROUNDSWELL("export", "small.h5", "-o", "tables", "--table", "runs").status, 0);
    assert_true(session_there("tables/runs.csv"));
    assert_false(session_there("tables/settings.csv"));
    struct said said = session_shell("ls -d tables.*");
    assert_int_not_equal(said.status, 0); /* nothing is left beside it */
}

static void test_a_folder_with_anything_else_is_left_as_it_is(void **state)
{
    (void)state;
    made();
    assert_int_equal(GROUNDSWELL("export", "small.h5", "-o", "tables").status, 0);
    session_write("tables/mine.csv", "precious\n");
    struct said said = GROUNDSWELL("export", "small.h5", "-o", "tables");
    assert_int_equal(said.status, 73);
    assert_says(said.err, "`mine.csv`");
    assert_string_equal(said_of("tables/mine.csv"), "precious\n");
    session_write("plain", "a file\n");
    said = GROUNDSWELL("export", "small.h5", "-o", "plain");
    assert_int_equal(said.status, 73);
    assert_says(said.err, "not a folder");
    said = GROUNDSWELL("export", "small.h5", "-o", "nowhere/tables");
    assert_int_equal(said.status, 73);
}

static void test_what_is_no_results_file_is_refused(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("export", "small.yaml", "-o", "tables");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "is not a results file");
    assert_int_equal(GROUNDSWELL("export", "gone.h5").status, 66);
    assert_false(session_there("tables"));
}

static void test_a_full_disk_leaves_nothing(void **state)
{
    (void)state;
    made();
    struct said said = session_shell("ulimit -f 4; exec \"$G\" export small.h5 -o tables");
    assert_int_equal(said.status, 74);
    assert_says(said.err, "could not be written");
    said = session_shell("ls -d tables*");
    assert_int_not_equal(said.status, 0);
}

static void test_a_signal_leaves_nothing(void **state)
{
    (void)state;
    made();
    struct said said =
        session_shell("timeout --preserve-status -s INT 0.02 \"$G\" export small.h5 -o tables; s=$?; "
                      "if [ -e tables ]; then exit 0; fi; ls -d tables.* && exit 1; exit $((s == 0))");
    assert_int_equal(said.status, 0); /* whole, or not there at all */
}

/* A text of the scenario that a spreadsheet would carry out. */
static void test_formulas_are_harmless(void **state)
{
    (void)state;
    session_write("evil.yaml", "title: \"=HYPERLINK(\\\"http://x\\\",\\\"a\\\")\"\n"
                               "question: \"+1, red\\n\\\"quoted\\\"\"\n"
                               "lasts: 1 d\nreplications: 1\nsites: [{name: \"'camp\", people: 10}]\n"
                               "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n");
    struct said said = GROUNDSWELL("run", "evil.yaml", "-o", "evil.h5", "-q");
    assert_int_equal(said.status, 0);
    assert_int_equal(GROUNDSWELL("export", "evil.h5", "-o", "tables").status, 0);
    const char *about = said_of("tables/about.csv");
    assert_says(about, "title,\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"\r\n");
    assert_says(about, "question,\"'+1, red\n\"\"quoted\"\"\"\r\n");
    assert_says(said_of("tables/runs_by_site.csv"), ",''camp,");
    assert_says(said_of("tables/settings.csv"), ",\"'=HYPERLINK(");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define EACH(test) cmocka_unit_test_setup_teardown(test, session_begin, session_end)
        EACH(test_a_table_is_a_file_described_in_the_metadata),
        EACH(test_a_table_can_be_asked_for_alone),
        EACH(test_an_earlier_export_and_an_empty_folder_are_replaced),
        EACH(test_a_folder_with_anything_else_is_left_as_it_is),
        EACH(test_what_is_no_results_file_is_refused),
        EACH(test_a_full_disk_leaves_nothing),
        EACH(test_a_signal_leaves_nothing),
        EACH(test_formulas_are_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
