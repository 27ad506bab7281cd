/* The best of several designs: the one that was planted is found, with fewer runs than it takes to make every
 * mean as sure; what is said of it; and that runs can be broken off in any round and continued to the same
 * bytes. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char scenario[] = GROUNDSWELL_SOURCE "/tests/determinism/best.yaml";

/* The longer an assembly is, the more it decides: three hours are far ahead, one is far behind. */
static const char planted[] =
    "title: Four lengths\nlasts: 3 d\nsites: [{name: Square, people: 20}]\nproposals: {per_day: 12 /d}\n"
    "record_people: yes\n"
    "headline: decided\nbest: {worth: 20 %, most: 60}\n"
    "designs:\n"
    "  short: {calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]}\n"
    "  long: {calendar: [{every: 1 d, at: \"18:00\", hold: general-assembly, for: 3 h}]}\n"
    "  nearly as long: {calendar: [{every: 1 d, at: \"18:00\", hold: general-assembly, for: 165 min}]}\n"
    "  middle: {calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h}]}\n";

static json_t *json_said(const char *out)
{
    json_t *json = json_loads(out, 0, NULL);
    assert_non_null(json);
    return json;
}

/* The runs of a design, by what `compare --json` says. */
static long runs_of(const json_t *json, const char *name)
{
    size_t place;
    json_t *design;
    json_array_foreach(json_object_get(json_object_get(json, "best"), "designs"), place,
                       design) if (strcmp(json_string_value(json_object_get(design, "design")), name) ==
                                   0) return (long)json_integer_value(json_object_get(design, "runs"));
    fail_msg("no design is called %s", name);
    return 0;
}

static void run_planted(const char *file, const char *setting)
{
    session_write("planted.yaml", planted);
    struct said run = GROUNDSWELL("run", "planted.yaml", "-o", file, "-q", "--set", setting);
    assert_int_equal(run.status, 0);
}

static void the_planted_design_is_found(void **state)
{
    (void)state;
    run_planted("more.h5", "best.worth=20 %");
    run_planted("less.h5", "best.of=people_hours_per_decision");
    run_planted("short.h5", "best={of: people_hours, worth: 5 %}");
    assert_says(GROUNDSWELL("compare", "more.h5").out,
                "\xE2\x80\x9Clong\xE2\x80\x9D is the best of 4 by `decided`, or "
                "within 20 % of it (95 % sure); ");
    struct said summary = GROUNDSWELL("summary", "short.h5");
    assert_says(summary.out,
                "\xE2\x80\x9Cshort\xE2\x80\x9D is the best of 4 by `people_hours`, or within 5 % of it");
}

static void who_is_out_is_run_no_further(void **state)
{
    (void)state;
    run_planted("more.h5", "best.worth=5 %");
    struct said compared = GROUNDSWELL("compare", "more.h5", "--json");
    json_t *json = json_said(compared.out);
    json_t *best = json_object_get(json, "best");
    assert_string_equal(json_string_value(json_object_get(best, "of")), "decided");
    const long few = runs_of(json, "short"), many = runs_of(json, "long");
    assert_true(few >= 10 && few < runs_of(json, "middle") && runs_of(json, "middle") < many);
    assert_int_equal(json_integer_value(json_object_get(json, "replications")), many);
    json_t *first = json_array_get(json_object_get(json, "ranking"), 0);
    assert_string_equal(json_string_value(json_object_get(first, "design")),
                        json_string_value(json_object_get(best, "design")));
    json_decref(json);

    /* No run that was not made is counted, nor taken for one without a value. */
    json = json_said(GROUNDSWELL("summary", "more.h5", "--json").out);
    json_t *designs = json_object_get(json, "designs");
    json_t *decided = json_object_get(json_object_get(json_array_get(designs, 0), "measures"), "decided");
    assert_int_equal(json_integer_value(json_object_get(decided, "used")), few);
    assert_int_equal(json_integer_value(json_object_get(decided, "missing")), 0);
    json_decref(json);
    struct said rows =
        session_shell("\"$G\" export more.h5 -o tables >&2 && grep -c '^short,.*,decided,' "
                      "tables/runs.csv && cut -d, -f1,2 tables/courses.csv | grep '^short,' | "
                      "sort -u | wc -l && cut -d, -f1,2 tables/histograms.csv | grep '^short,' | "
                      "sort -u | wc -l");
    char wanted[64];
    snprintf(wanted, sizeof wanted, "%ld\n%ld\n%ld\n", few, few, few);
    assert_string_equal(rows.out, wanted);
    struct said all = GROUNDSWELL("compare", "more.h5");
    snprintf(wanted, sizeof wanted, "%ld to %ld runs of each design", few, many);
    assert_says(all.out, wanted);
    snprintf(wanted, sizeof wanted, " of %ld paired runs", few);
    assert_says(all.out, wanted);
}

/* The runs are those of a plain run of as many: what is decided on the way changes no number. */
static void the_runs_are_those_of_as_many_replications(void **state)
{
    (void)state;
    run_planted("more.h5", "best.worth=5 %");
    json_t *some = json_said(GROUNDSWELL("summary", "more.h5", "--json").out);
    char number[32];
    snprintf(number, sizeof number, "%ld", runs_of(some, "short"));
    struct said plain = GROUNDSWELL("run", "planted.yaml", "-o", "plain.h5", "-q", "-r", number);
    assert_int_equal(plain.status, 0);
    assert_null(strstr(plain.out, "is the best of"));
    json_t *ten = json_said(GROUNDSWELL("summary", "plain.h5", "--json").out);
    json_t *here = json_object_get(json_array_get(json_object_get(some, "designs"), 0), "measures");
    json_t *there = json_object_get(json_array_get(json_object_get(ten, "designs"), 0), "measures");
    assert_true(json_equal(here, there));
    assert_true(json_is_null(json_object_get(ten, "best")));
    json_decref(some);
    json_decref(ten);
}

static void where_the_most_comes_first_it_says_who_is_in(void **state)
{
    (void)state;
    session_write("planted.yaml", planted);
    struct said run = GROUNDSWELL("run", "planted.yaml", "-o", "most.h5", "-q", "--set", "best.worth=0.5 %",
                                  "--set", "best.most=12");
    assert_int_equal(run.status, 0);
    assert_says(run.out,
                "Stopped at 12 runs, the most allowed, before it was decided which of 4 designs is the "
                "best by `decided`: ");
    assert_says(run.out, " are still in, \xE2\x80\x9C");
    assert_says(run.out, "(wanted: the best, or within 0.5 % of it, 95 % sure)");
    struct said json = GROUNDSWELL("compare", "most.h5", "--json");
    assert_says(json.out, "\"decided\": false");
}

static void designs_that_are_alike_are_said_to_be(void **state)
{
    (void)state;
    session_write(
        "alike.yaml",
        "title: Alike\nlasts: 1 d\nsites: [{name: Square, people: 20}]\nproposals: {per_day: 6 /d}\n"
        "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
        "replications: 20\nbest: {of: people_hours}\ndesigns: {one: {}, other: {}}\n");
    struct said run = GROUNDSWELL("run", "alike.yaml", "-o", "alike.h5");
    assert_int_equal(run.status, 0);
    assert_says(run.out, "2 designs x 10 replications, 20 runs");
    assert_says(run.out, "No design is the best by `people_hours`: all 2 are alike in every run.");
    assert_says(run.err, "note: `best` says how often each design is run (10 times at first), so this is not "
                         "looked at");
}

/* A measure that some runs lack tells nothing of a design: in half an hour nothing is decided. */
static void a_design_without_a_value_is_left_out(void **state)
{
    (void)state;
    char text[sizeof planted + 200];
    snprintf(text, sizeof text,
             "%s  nothing: {calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 5 "
             "min}]}\n",
             planted);
    session_write("nothing.yaml", text);
    struct said run = GROUNDSWELL("run", "nothing.yaml", "-o", "nothing.h5", "-q", "--set",
                                  "best.of=people_hours_per_decision");
    assert_int_equal(run.status, 0);
    assert_says(run.out, "because some run of ");
    struct said compared = GROUNDSWELL("compare", "nothing.h5", "--json");
    json_t *json = json_said(compared.out);
    json_t *nothing = json_array_get(json_object_get(json_object_get(json, "best"), "designs"), 4);
    assert_string_equal(json_string_value(json_object_get(nothing, "state")), "without values");
    assert_int_equal(runs_of(json, "nothing"), 10);
    json_decref(json);
}

static void check_says_the_least_and_the_most(void **state)
{
    (void)state;
    struct said check = GROUNDSWELL("check", scenario);
    assert_says(check.out, "4 designs, 10 to 60 replications, 2 worlds, 104 to 352 runs in all");
}

/* A limit on the size of files, in blocks of 512 bytes, breaks the run off at the same byte every time. */
static void it_is_continued_from_any_round(void **state)
{
    (void)state;
    enum { STEPS = 6 };
    assert_int_equal(GROUNDSWELL("run", scenario, "-o", "whole.h5", "-q", "--threads", "2").status, 0);
    static const int limits[STEPS] = {200, 500, 900, 1300, 1700, 2100};
    int broken_off = 0;
    for (int i = 0; i < STEPS; i++) {
        char command[400], part[32];
        snprintf(part, sizeof part, "part-%d.h5", limits[i]);
        snprintf(command, sizeof command, "ulimit -f %d; exec \"$G\" run '%s' -o %s -q", limits[i], scenario,
                 part);
        struct said said = session_shell(command);
        if (said.status == 0)
            continue;
        assert_int_equal(said.status, 74);
        assert_false(session_there(part));
        assert_int_equal(GROUNDSWELL("resume", part, "--threads", i % 2 == 0 ? "1" : "3", "-q").status, 0);
        assert_true(session_same_bytes(part, "whole.h5"));
        broken_off++;
    }
    assert_true(broken_off >= 3);
    struct said again = GROUNDSWELL("run", "whole.h5", "--again", "-q");
    assert_says(again.out, "has the same bytes as whole.h5");
}

/* Who says how many there are to be has them: `-r`, `--replication` and `extend`; rows of people too. */
static void the_command_line_says_how_many_there_are(void **state)
{
    (void)state;
    run_planted("grown.h5", "best.worth=5 %");
    struct said few = GROUNDSWELL("run", "planted.yaml", "-o", "few.h5", "-r", "5");
    assert_int_equal(few.status, 0);
    assert_says(few.out, "4 designs x 5 replications, 20 runs");
    assert_says(few.err, "so `best` is not looked at");
    struct said one = GROUNDSWELL("run", "planted.yaml", "-o", "one.h5", "--replication", "17");
    assert_says(one.out, "4 designs x 1 replication, 4 runs");
    assert_null(strstr(one.err, "best"));
    assert_int_equal(
        GROUNDSWELL("run", "planted.yaml", "-o", "many.h5", "-r", "70", "-q", "--set", "best.worth=5 %")
            .status,
        0);
    struct said extended = GROUNDSWELL("extend", "grown.h5", "-r", "70", "-q");
    assert_says(extended.out, "of them were there");
    assert_true(session_same_bytes("grown.h5", "many.h5"));
    struct said part = GROUNDSWELL("run", "planted.yaml", "-o", "part.h5", "--part", "1/2");
    assert_int_equal(part.status, 64);
    assert_says(part.err, "cannot be run in parts: with `precision`, `best`");
}

static void the_order_is_drawn_and_told_in_the_report(void **state)
{
    (void)state;
    run_planted("more.h5", "best.worth=5 %");
    struct said drawn = GROUNDSWELL("plot", "more.h5", "ranking", "-o", "ranking.svg");
    assert_int_equal(drawn.status, 0);
    assert_says(drawn.out, "\xE2\x80\x9Cshort\xE2\x80\x9D 1"); /* its mean begins so: between 1 and 2 */
    assert_says(drawn.out, ", out after ");
    struct said terminal = GROUNDSWELL("plot", "more.h5", "ranking", "--terminal");
    assert_says(terminal.out, "out after ");
    assert_int_equal(GROUNDSWELL("report", "more.h5", "-o", "page").status, 0);
    struct said page = session_shell("cat page/index.html | grep -A1 '<h2>Which is best' ");
    assert_says(page.out, "is the best of 4 by <code>decided</code>, or within 5");

    /* Files in which nothing was looked for have an order too, and no part of the report on it. */
    assert_int_equal(GROUNDSWELL("run", "planted.yaml", "-o", "plain.h5", "-r", "8", "-q").status, 0);
    drawn = GROUNDSWELL("plot", "plain.h5", "ranking", "-o", "plain.svg");
    assert_int_equal(drawn.status, 0);
    assert_says(drawn.out, ", 8 runs");
    assert_null(strstr(drawn.out, "out after"));
    assert_int_equal(GROUNDSWELL("report", "plain.h5", "-o", "plain").status, 0);
    assert_string_equal(session_shell("grep -c 'Which is best' plain/index.html").out, "0\n");
    struct said many = GROUNDSWELL("plot", "plain.h5", "backlog_at", "--kind", "ranking", "-o", "no.svg");
    assert_int_equal(many.status, 64);
    assert_says(many.err, "`backlog_at` is not one number a run, so designs have no order by it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_planted_design_is_found),
        cmocka_unit_test(who_is_out_is_run_no_further),
        cmocka_unit_test(the_runs_are_those_of_as_many_replications),
        cmocka_unit_test(where_the_most_comes_first_it_says_who_is_in),
        cmocka_unit_test(designs_that_are_alike_are_said_to_be),
        cmocka_unit_test(a_design_without_a_value_is_left_out),
        cmocka_unit_test(check_says_the_least_and_the_most),
        cmocka_unit_test(it_is_continued_from_any_round),
        cmocka_unit_test(the_command_line_says_how_many_there_are),
        cmocka_unit_test(the_order_is_drawn_and_told_in_the_report),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
