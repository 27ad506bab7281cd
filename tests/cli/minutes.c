/* Minutes as a table: the scenario that is made of them, what is said of what cannot be used, and whether
 * minutes of a run that is known give back what is known of it. */
#include "session.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define EXAMPLE GROUNDSWELL_SOURCE "/scenarios/observed/minutes.csv"

/* A number under `found`; false where it is not there. */
static bool found_in(const char *scenario, const char *measure, double *value, double *least, double *most)
{
    char words[80];
    snprintf(words, sizeof words, "{measure: %s, value: ", measure);
    const char *at = strstr(scenario, words);
    return at != NULL && sscanf(at + strlen(words), "%lf, least: %lf, most: %lf", value, least, most) == 3;
}

/* --- a whole scenario --- */

static void the_example_makes_a_scenario_without_mistakes(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("record", EXAMPLE, "-o", "our-camp.yaml");
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
    assert_says(said.out, "groundswell check our-camp.yaml");
    assert_int_equal(GROUNDSWELL("check", "our-camp.yaml").status, 0);
    assert_int_equal(session_shell("\"$G\" record " EXAMPLE " > printed.yaml").status, 0);
    assert_true(session_same_bytes("our-camp.yaml", "printed.yaml"));
    assert_int_equal(
        session_shell("\"$G\" record - < " EXAMPLE " | sed 's/standard input/minutes.csv/' > piped.yaml")
            .status,
        0);
    assert_true(session_same_bytes("our-camp.yaml", "piped.yaml"));
}

static void its_runs_say_which_worlds_agree_with_the_minutes(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "our-camp.yaml", "-r", "2", "--set", "sensitivity.points=60", "--set",
                                 "sensitivity.replications=1", "--set", "lasts=14 d", "-o", "camp.h5", "-q")
                         .status,
                     0);
    struct said said = GROUNDSWELL("compare", "camp.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "\nWhat your minutes say\n");
    assert_says(said.out, "plausible worlds differ in the numbers that nobody knows for sure. Kept are the ");
    assert_says(said.out, "Against your minutes: does the mean lie in the range that your minutes allow?");
    assert_says(said.out, "    your minutes ");
    assert_null(strstr(said.out, "the record"));
    assert_int_equal(GROUNDSWELL("report", "camp.h5", "-o", "page").status, 0);
    said =
        session_shell("grep -o '<h2>What your minutes say</h2>\\|<h2>How it compares with your minutes</h2>' "
                      "page/index.html");
    assert_string_equal(said.out,
                        "<h2>How it compares with your minutes</h2>\n<h2>What your minutes say</h2>\n");
    said = GROUNDSWELL("plot", "camp.h5", "fit", "--terminal");
    assert_says(said.out, "Upper line");
    assert_null(strstr(said.out, "Grey"));
}

static void any_columns_alone_make_a_scenario(void **state)
{
    (void)state;
    static const char *const columns[] = {"date", "item", "outcome", "minutes", "present", "amendments"};
    static const char *const rows[][6] = {{"2011-10-01", "Tents", "tabled", "20", "40", "0"},
                                          {"2011-10-03", "Tents", "passed", "25", "30", "1"},
                                          {"2011-10-05", "March", "failed", "10", "50", "0"}};
    for (unsigned which = 1; which < 1U << 6; which++) {
        char table[512] = "";
        for (int row = -1; row < 3; row++) {
            const char *between = "";
            for (int i = 0; i < 6; i++)
                if ((which >> i & 1) != 0) {
                    strcat(strcat(table, between), row < 0 ? columns[i] : rows[row][i]);
                    between = ",";
                }
            strcat(table, "\n");
        }
        session_write("some.csv", table);
        struct said said = GROUNDSWELL("record", "some.csv");
        if (said.status != 0 || said.err[0] != '\0')
            fail_msg("%s: %s", table, said.err);
        assert_says(said.out, (which & 1) != 0 ? "starts_on: saturday" : "assumed: the table has no dates");
    }
}

static void what_is_not_used_is_said_and_the_rest_is_used(void **state)
{
    (void)state;
    session_write("odd.csv", "date;item;outcome;minutes;colour\n"
                             "2011-10-01;Tents;pased;1:10;red\n"
                             "2011-10-02;March;passed;12,5;red\n"
                             "03/04/2011;Wind;passed;20;red\n");
    struct said said = GROUNDSWELL("record", "odd.csv", "--confidence", "80%");
    assert_int_equal(said.status, 0);
    assert_says(said.err, "odd.csv:1:27: no such column is known, so `colour` is not used\n");
    assert_says(said.err,
                "odd.csv:2:18: no such outcome is known; write passed, tabled, failed or withdrawn\n"
                "    2011-10-01;Tents;pased;1:10;red\n"
                "                     ^~~~~\n"
                "  did you mean `passed`?\n");
    assert_says(said.err,
                "odd.csv:2:24: this may be hours and minutes or minutes and seconds; write minutes");
    assert_says(said.err, "odd.csv:4:1: this may be 2011-04-03 or 2011-03-04; write it in this way\n");
    assert_says(said.out,
                "#   line 4, column 1: this may be 2011-04-03 or 2011-03-04; write it in this way\n");
    assert_says(said.out, "failed or withdrawn; did you mean `passed`?\n");
    assert_says(said.out, "#   heads: a column is missing: present");
    assert_says(said.out, "80 % range, Wilson");
    said = GROUNDSWELL("record", "odd.csv", "--quiet");
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
}

static void narrower_ranges_are_of_less_confidence(void **state)
{
    (void)state;
    double value, least, most, other, inner_least, inner_most;
    struct said wide = GROUNDSWELL("record", EXAMPLE),
                narrow = GROUNDSWELL("record", EXAMPLE, "--confidence", "80%");
    static const char *const measures[] = {"hearings_passed", "visits", "heads"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        assert_true(found_in(wide.out, measures[i], &value, &least, &most));
        assert_true(found_in(narrow.out, measures[i], &other, &inner_least, &inner_most));
        assert_true(value == other && least < inner_least && inner_most < most);
    }
}

/* --- mistakes --- */

static void files_that_are_no_tables_are_refused(void **state)
{
    (void)state;
    session_write("list.csv", "one\ntwo\n");
    struct said said = GROUNDSWELL("record", "list.csv");
    assert_int_equal(said.status, 65);
    assert_string_equal(said.out, "");
    assert_says(said.err,
                "list.csv:1:1: no column of this table is known; its first line names them: date, item, "
                "outcome, minutes, present, amendments, or some of these\n");
    assert_int_equal(session_shell("printf 'date\\n\\0' > nul.csv; \"$G\" record nul.csv").status, 65);
    assert_int_equal(
        session_shell("head -c 5000000 /dev/zero | tr '\\0' x > huge.csv; \"$G\" record huge.csv").status,
        65);
    assert_int_equal(GROUNDSWELL("record", ".").status, 65);
    assert_int_equal(GROUNDSWELL("record", "nowhere.csv").status, 66);
    assert_int_equal(GROUNDSWELL("record").status, 64);
}

static void nothing_is_written_over(void **state)
{
    (void)state;
    session_write("mine.yaml", "title: mine\n");
    session_write("same.yaml", "title: mine\n");
    struct said said = GROUNDSWELL("record", EXAMPLE, "-o", "mine.yaml");
    assert_int_equal(said.status, 73);
    assert_true(session_same_bytes("mine.yaml", "same.yaml"));
    assert_int_equal(session_shell("cp " EXAMPLE " m.csv && \"$G\" record m.csv -o m.csv").status, 73);
    assert_int_equal(session_shell("\"$G\" record nowhere.csv -o new.yaml").status, 66);
    assert_false(session_there("new.yaml"));
}

/* --- upon a scenario --- */

static const char own[] =
    "# My camp.\ntitle: Mine   # as we call it\nlasts: 14 d\nsites: [{name: Square, people: 60}]\n"
    "proposals: {facets: 30, waiting: 2}   # \xC3\xBC guess\n"
    "designs:\n  today:\n    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h}]\n"
    "  circles:\n    calendar: [{every: 1 d, at: \"19:00\", hold: day-of-circles, for: 2 h}]\n";

static void numbers_are_laid_upon_a_scenario_that_keeps_its_words(void **state)
{
    (void)state;
    session_write("own.yaml", own);
    struct said said = GROUNDSWELL("record", EXAMPLE, "--onto", "own.yaml", "-o", "laid.yaml");
    assert_int_equal(said.status, 0);
    assert_string_equal(said.err, "");
    said = session_shell("cat laid.yaml");
    assert_says(said.out, "# My camp.\ntitle: Mine   # as we call it\nlasts: 14 d\n");
    assert_says(said.out, "proposals: {per_day: 0.9919 /d, facets: ");
    assert_says(said.out, ", waiting: 2}   # \xC3\xBC guess\ndesigns:\n  today:\n");
    assert_null(strstr(said.out, "facets: 30"));
    assert_says(said.out, "\nfound:\n");
    assert_says(said.out, "\nsensitivity: {by: sample, ");
    assert_int_equal(GROUNDSWELL("check", "laid.yaml").status, 0);
    said = GROUNDSWELL("record", EXAMPLE, "--onto", "laid.yaml");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "`found` stands here already; take it out first, so that nothing is lost unseen");
}

static void sections_in_lines_and_missing_ones_are_laid_upon_as_well(void **state)
{
    (void)state;
    static const char *const sections[] = {"proposals:\n  # how many\n  per_day: 4 per day\n  waiting: 2\n",
                                           "", "proposals: {}\n",
                                           "sensitivity: {by: sample, points: 50}\nover: assumed\n"};
    for (size_t i = 0; i < 4; i++) {
        char scenario[1024];
        snprintf(
            scenario, sizeof scenario,
            "title: Mine\nlasts: 14 d\nsites: [{name: Square, people: 60}]\n%scalendar: [{every: 1 d, at: "
            "\"19:00\", hold: general-assembly, for: 2 h}]",
            sections[i]);
        session_write("mine.yaml", scenario);
        assert_int_equal(session_shell("\"$G\" record " EXAMPLE " --onto mine.yaml > laid.yaml").status, 0);
        struct said said = GROUNDSWELL("check", "laid.yaml");
        if (said.status != 0)
            fail_msg("%s: %s", sections[i], said.err);
        said = session_shell("cat laid.yaml");
        assert_says(said.out, "per_day: 0.9919 /d");
        assert_says(said.out, "fit: {keep: 10 %}");
        assert_null(strstr(said.out, "4 per day"));
    }
    session_write("mine.yaml", "title: Mine\nlasts: 14 d\nsites: [{name: Square, people: 60}]\n"
                               "sensitivity: {by: morris}\nover: assumed\n");
    struct said said = GROUNDSWELL("record", EXAMPLE, "--onto", "mine.yaml");
    assert_int_equal(said.status, 0);
    assert_says(said.err,
                "mine.yaml:4:19: `fit` is read with `sensitivity: {by: sample}`, and so it was not added");
    session_write("mine.yaml", "title: Mine\nlasts: 14 d\nsites: [{name: Square, people: 60}]\nproposals:\n");
    said = GROUNDSWELL("record", EXAMPLE, "--onto", "mine.yaml");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "mine.yaml:4:1: nothing stands under `proposals`; take it out first");
    session_write("mine.yaml", "title: Mine\nlasts: 14 d\nsites: [{name: Square, people: 60}]\n"
                               "proposals: {per_day: \"4 /d\", waiting: 1}\n"
                               "designs: {a: {proposals: {per_day: 9 /d}}, b: {}}\n");
    said = GROUNDSWELL("record", EXAMPLE, "--onto", "mine.yaml");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "per_day: 0.9919 /d, waiting: 1}");
    assert_says(said.err,
                "mine.yaml:5:15: this design says itself how proposals are, and keeps what it says");
    session_write("mine.yaml", "title: Mine\nlasts: 14\n");
    assert_int_equal(GROUNDSWELL("record", EXAMPLE, "--onto", "mine.yaml").status, 65);
    assert_int_equal(GROUNDSWELL("record", EXAMPLE, "--onto", "nowhere.yaml").status, 66);
}

/* --- minutes of a run --- */

static const char planted[] =
    "title: Planted\nlasts: 56 d\nreplications: 1\nheadline: decided\nsites: [{name: Square, people: 80}]\n"
    "proposals: {per_day: 4 /d, facets: 20, reopening: 0 /d}\nknowledge: {merit: 0.56}\n"
    "designs:\n  assembly:\n"
    "    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h}]\n";

enum { MOST_CELLS = 40 };

/* One row of the exported table, cut at its commas; no cell of it is in quotes. */
static size_t cut(char *line, char **cells)
{
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at != NULL && count < MOST_CELLS;)
        cells[count++] = strsep(&at, ",");
    return count;
}

static size_t column(char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    fail_msg("%s is not there", name);
    return 0;
}

static void write_hearing(FILE *file, long day, size_t item, const char *outcome, double minutes,
                          const char *amendments)
{
    char date[32];
    const time_t at = (15248 + day) * 86400L; /* 2011-10-01 */
    struct tm parts;
    strftime(date, sizeof date, "%Y-%m-%d", gmtime_r(&at, &parts));
    fprintf(file, "%s,proposal %zu,%s,%.6f,%s\n", date, item, outcome, minutes, amendments);
}

/* All hearings of a proposal but the last end tabled, a day after each other. */
static void write_proposal(FILE *file, size_t item, char *const *names, size_t count, char *const *cells)
{
    const long first = (long)(atof(cells[column(names, count, "first_heard")]) / 24);
    const long visits = atol(cells[column(names, count, "visits")]);
    const double minutes = 60 * atof(cells[column(names, count, "hearing_hours")]) / (double)visits;
    const char *decided = cells[column(names, count, "decided")],
               *amendments = cells[column(names, count, "amendments")];
    for (long i = 0; i < visits; i++)
        if (i < visits - 1 || *decided == '\0')
            write_hearing(file, first + i, item, "tabled", minutes, "0");
        else
            write_hearing(file, (long)(atof(decided) / 24), item, cells[column(names, count, "outcome")],
                          minutes, amendments);
}

static void write_minutes(void)
{
    char head[1024], line[1024], *names[MOST_CELLS], *cells[MOST_CELLS];
    FILE *from = fopen("planted-csv/proposal.csv", "r"), *to = fopen("planted.csv", "w");
    assert_non_null(from);
    assert_non_null(to);
    assert_non_null(fgets(head, sizeof head, from));
    const size_t count = cut(head, names);
    fprintf(to, "date,item,outcome,minutes,amendments\n");
    for (size_t item = 0; fgets(line, sizeof line, from) != NULL; item++) {
        assert_int_equal(cut(line, cells), count);
        write_proposal(to, item, names, count, cells);
    }
    fclose(from);
    assert_int_equal(fclose(to), 0);
}

static void minutes_of_a_run_hold_what_was_measured_in_it(void **state)
{
    (void)state;
    static const char *const exact[] = {"hearings_passed", "hearings_tabled", "hearings_failed", "pass_rate",
                                        "amended",         "visits",          "hearing_hours"},
                             *const near[] = {"passes_per_session", "decisions_per_day"};
    session_write("planted.yaml", planted);
    assert_int_equal(GROUNDSWELL("run", "planted.yaml", "-q").status, 0);
    assert_int_equal(GROUNDSWELL("export", "planted.h5", "--table", "proposal").status, 0);
    write_minutes();
    struct said record = GROUNDSWELL("record", "planted.csv"),
                summary = GROUNDSWELL("summary", "planted.h5", "--json");
    assert_int_equal(record.status, 0);
    assert_string_equal(record.err, "");
    json_t *all = json_loads(summary.out, 0, NULL);
    json_t *measures = json_object_get(json_array_get(json_object_get(all, "designs"), 0), "measures");
    for (size_t i = 0; i < sizeof exact / sizeof *exact + sizeof near / sizeof *near; i++) {
        const bool is_exact = i < sizeof exact / sizeof *exact;
        const char *name = is_exact ? exact[i] : near[i - sizeof exact / sizeof *exact];
        const double own_value = json_number_value(json_object_get(json_object_get(measures, name), "mean"));
        double value, least, most;
        assert_true(found_in(record.out, name, &value, &least, &most));
        if (!(least <= own_value && own_value <= most && least < most))
            fail_msg("%s: %g to %g, and the run has %g", name, least, most, own_value);
        if (is_exact && fabs(value - own_value) > 6e-4 * own_value)
            fail_msg("%s: %g, and the run has %g", name, value, own_value);
    }
    json_decref(all);
}

/* --- tolerances --- */

static void a_tolerance_is_in_the_json_and_in_the_table_of_found_numbers(void **state)
{
    (void)state;
    session_write(
        "near.yaml",
        "title: Near\nlasts: 2 d\nreplications: 1\nsites: [{name: Square, people: 40}]\n"
        "designs:\n  a:\n    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
        "found:\n  - {measure: sessions, value: 2, tolerance: 0.5, source: made}\n"
        "  - {measure: session_length, value: 1, least: 0.5, most: 2, source: made}\n");
    assert_int_equal(GROUNDSWELL("run", "near.yaml", "-q").status, 0);
    struct said said = GROUNDSWELL("compare", "near.h5", "--json");
    json_t *all = json_loads(said.out, 0, NULL),
           *numbers = json_object_get(json_object_get(all, "record"), "numbers");
    assert_true(json_number_value(json_object_get(json_array_get(numbers, 0), "tolerance")) == 0.5);
    assert_true(json_is_null(json_object_get(json_array_get(numbers, 1), "tolerance")));
    json_decref(all);
    assert_int_equal(GROUNDSWELL("export", "near.h5", "--table", "found").status, 0);
    said = session_shell("tr -d '\\r' < near-csv/found.csv");
    assert_string_equal(said.out, "measure,value,least,most,tolerance,source\nsessions,2,,,0.5,made\n"
                                  "session_length,1,0.5,2,,made\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_makes_a_scenario_without_mistakes),
        cmocka_unit_test(its_runs_say_which_worlds_agree_with_the_minutes),
        cmocka_unit_test(any_columns_alone_make_a_scenario),
        cmocka_unit_test(what_is_not_used_is_said_and_the_rest_is_used),
        cmocka_unit_test(narrower_ranges_are_of_less_confidence),
        cmocka_unit_test(files_that_are_no_tables_are_refused),
        cmocka_unit_test(nothing_is_written_over),
        cmocka_unit_test(numbers_are_laid_upon_a_scenario_that_keeps_its_words),
        cmocka_unit_test(sections_in_lines_and_missing_ones_are_laid_upon_as_well),
        cmocka_unit_test(minutes_of_a_run_hold_what_was_measured_in_it),
        cmocka_unit_test(a_tolerance_is_in_the_json_and_in_the_table_of_found_numbers),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
