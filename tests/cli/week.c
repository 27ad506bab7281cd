/* Weeks, and one session followed, as people meet them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "session.h"

#define BUSY                                                                                                 \
    "title: 'A <busy> \"week\"'\nlasts: 42 d\nstarts_on: saturday\nreplications: 2\n"                        \
    "sites: [{name: Square, people: 60}, {name: camp, people: 30, count: 2}]\n"                              \
    "proposals: {per_day: 3 /d, facets: 6}\n"                                                                \
    "groups: {form: yes, meetings: {hold: working-group, every: 2 d, for: 90 min}}\n"                        \
    "designs:\n"                                                                                             \
    "  every day:\n    calendar:\n"                                                                          \
    "      - {every: 1 d, at: \"19:00\", hold: general-assembly, for: 150 min, except: [saturday, "          \
    "sunday]}\n"                                                                                             \
    "      - {every: 14 d, on: Sunday, at: 10am, hold: open-space-decides, for: 6 h, attendance: 80 %}\n"    \
    "  once:\n    calendar:\n"                                                                               \
    "      - {at: \"9:00\", on: tuesday, hold: world-cafe}\n"                                                \
    "      - {every: 1 week, on: [wednesday, friday], at: 7:30 pm, hold: spokes-council, for: 2 hours, "     \
    "who: "                                                                                                  \
    "delegates}\n"

static void a_week_says_all_that_a_calendar_does(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    struct said said = session_shell("\"$G\" week busy.yaml | tr -s ' \\n' ' '");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "General Assembly: every day at 19:00, not on Saturday and Sunday, for 2 h 30 min");
    assert_says(said.out, "Open Space decides: every 2 weeks on Sunday at 10:00, for 6 h");
    assert_says(said.out, "Week 1 of 2; it repeats every 2 weeks");
    assert_says(said.out, "of whom about 80 % come; at each of 3 sites; about 96 in all");
    assert_says(said.out, "once on Tuesday at 9:00");
    assert_says(said.out, "every Wednesday and Friday at 19:30, for 2 h");
    assert_says(said.out, "who decides: the delegates of the working groups");
    assert_says(said.out, "one delegate of each working group");
    assert_says(said.out, "Each working group meets every 2 d, for 90 min at most (`working-group`).");
    assert_says(said.out, " 19:00 aaaaaaaaa");
}

static void a_week_of_one_design_is_asked_by_its_name(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    struct said said = GROUNDSWELL("week", "busy.yaml", "--design", "once");
    assert_int_equal(said.status, 0);
    assert_null(strstr(said.out, "every day"));
    said = GROUNDSWELL("week", "busy.yaml", "--design", "onec");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "busy.yaml has no design called `onec`\n  did you mean `once`?");
}

static void results_keep_the_week_of_the_scenario(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    assert_int_equal(GROUNDSWELL("run", "busy.yaml", "-q").status, 0);
    struct said before = GROUNDSWELL("week", "busy.yaml"), after = GROUNDSWELL("week", "busy.h5");
    assert_int_equal(after.status, 0);
    assert_string_equal(after.out, before.out);
    struct said plotted = GROUNDSWELL("plot", "busy.h5", "week", "--terminal");
    assert_int_equal(plotted.status, 0);
    assert_says(plotted.out, "Week 1 of 2; it repeats every 2 weeks");
    assert_int_equal(GROUNDSWELL("plot", "busy.h5", "week").status, 0);
    assert_true(session_there("week.svg"));
    assert_int_equal(GROUNDSWELL("plot", "busy.h5", "week", "-o", "week.png").status, 0);
    assert_int_equal(GROUNDSWELL("plot", "busy.h5", "week").status, 0); /* our own picture is replaced */
}

static void the_report_says_what_was_compared(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    assert_int_equal(GROUNDSWELL("report", "busy.yaml", "-q", "-o", "page").status, 0);
    struct said said = session_shell("cat page/index.html | tr '\\n' ' ' | head -c 60000");
    assert_says(said.out, "What was compared");
    assert_says(said.out, "Who decides: all together.");
    assert_says(said.out, "person-hours a week in the runs");
    assert_null(strstr(said.out, "<busy>"));
}

/* --- one session --- */

static void a_session_is_followed_stage_by_stage(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    struct said said = GROUNDSWELL("follow", "busy.yaml", "--design", "every day", "--session", "1",
                                   "--replication", "2", "-q");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "Open Space decides: session 1 at Square, run 2 of the design");
    assert_says(said.out, "10:00 to 10:10 arrive");
    assert_says(said.out, "People walked from one circle to another");
    assert_says(said.out, "circle 3, ");
    assert_says(said.out, "person ");
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "every day", "--site", "camp 2", "-q");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "at camp 2, run 1");
}

/* A results file keeps all that the run is made of. */
static void results_are_followed_like_their_scenario(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    assert_int_equal(GROUNDSWELL("run", "busy.yaml", "-q").status, 0);
    struct said one =
        GROUNDSWELL("follow", "busy.yaml", "--design", "once", "--session", "2", "-q", "--json");
    struct said other =
        GROUNDSWELL("follow", "busy.h5", "--design", "once", "--session", "2", "-q", "--json");
    assert_int_equal(one.status, 0);
    assert_string_equal(one.out, other.out);
    json_t *json = json_loads(one.out, 0, NULL);
    assert_non_null(json);
    double minutes = 0;
    size_t i, j;
    json_t *stage, *circle;
    json_array_foreach(json_object_get(json, "stages"), i, stage)
        json_array_foreach(json_object_get(stage, "circles"), j, circle) minutes +=
        json_number_value(json_object_get(circle, "minutes_spoken"));
    double all = json_number_value(json_object_get(json, "minutes_spoken"));
    assert_true(all > 1 && minutes > all - 1e-6 && minutes < all + 1e-6);
    json_decref(json);
}

static void a_session_is_drawn(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    static const char *const files[] = {"s.svg", "s.png", "s.html"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct said said = GROUNDSWELL("follow", "busy.yaml", "--design", "every day", "-q", "--session", "1",
                                       "-o", files[i]);
        assert_int_equal(said.status, 0);
        assert_true(session_there(files[i]));
    }
    struct said said = session_shell("cat s.html s.svg");
    assert_null(strstr(said.out, "<busy>"));
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "every day", "-q", "-o", "s.gif");
    assert_int_equal(said.status, 64);
    session_write("mine.svg", "<svg/>");
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "every day", "-q", "-o", "mine.svg");
    assert_int_equal(said.status, 73);
}

static void what_cannot_be_followed_is_said(void **state)
{
    (void)state;
    session_write("busy.yaml", BUSY);
    struct said said = GROUNDSWELL("follow", "busy.yaml", "-q");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "busy.yaml has several designs: say which one, with `--design NAME`");
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "once", "--session", "999", "-q");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "there is no session 999 in run 1 of the design `once`");
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "once", "--replication", "3", "-q");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "there is no run 3: the scenario has 2 of each design");
    said = GROUNDSWELL("follow", "busy.yaml", "--design", "once", "--site", "capm", "-q");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "did you mean `camp`?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_week_says_all_that_a_calendar_does, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_week_of_one_design_is_asked_by_its_name, session_begin,
                                        session_end),
        cmocka_unit_test_setup_teardown(results_keep_the_week_of_the_scenario, session_begin, session_end),
        cmocka_unit_test_setup_teardown(the_report_says_what_was_compared, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_session_is_followed_stage_by_stage, session_begin, session_end),
        cmocka_unit_test_setup_teardown(results_are_followed_like_their_scenario, session_begin, session_end),
        cmocka_unit_test_setup_teardown(a_session_is_drawn, session_begin, session_end),
        cmocka_unit_test_setup_teardown(what_cannot_be_followed_is_said, session_begin, session_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
