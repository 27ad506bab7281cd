/* Weeks that were chosen, as an organizer meets them: said by `run`, compared, drawn, and copied into a
 * scenario that then gives the same numbers. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define HEAD                                                                                                 \
    "title: A camp that chooses\nlasts: 7 d\nreplications: 8\nsites: [{name: Camp, people: 30}]\n"           \
    "proposals: {per_day: 4 /d}\n"
#define CHOICE                                                                                               \
    "calendar:\n"                                                                                            \
    "  - {every: 2 d, at: \"19:00\", hold: general-assembly, for: 2 h}\n"                                    \
    "  - {every: 7 d, on: sunday, at: \"10:00\", hold: open-space-decides, for: 2 h}\n"                      \
    "choose:\n"                                                                                              \
    "  - {set: \"calendar[0].hold\", to: [general-assembly, put-to-the-vote]}\n"                             \
    "  - {set: \"calendar[0].for\", from: 1 h, to: 3 h, step: 1 h}\n"                                        \
    "  - {set: \"calendar[1].held\", to: [yes, no]}\n"
#define SEARCH "search: {runs: 100, finalists: 4, fresh_replications: 8}\n"

static const char two_goals[] = HEAD CHOICE
    "goals: [{more: decided}, {less: people_hours}]\nmust: [{measure: session_hours, most: 13}]\n" SEARCH;
static const char one_goal[] = HEAD CHOICE "goals: [{more: decided}]\n" SEARCH;

static void run_chosen(const char *name, const char *scenario, const char *file)
{
    session_write(name, scenario);
    struct said said = GROUNDSWELL("run", name, "-o", file);
    if (said.status != 0)
        fail_msg("%s", said.err);
    assert_says(said.out, "weeks you could hold:\n- Most proposals decided (finalist ");
    assert_says(said.out, "look at it with:  groundswell compare ");
}

static json_t *json_of(const struct said *said)
{
    assert_int_equal(said->status, 0);
    json_t *all = json_loads(said->out, 0, NULL);
    assert_non_null(all);
    return all;
}

static json_t *choice_of(const char *file)
{
    struct said said = GROUNDSWELL("compare", file, "--json");
    json_t *all = json_of(&said), *choice = json_incref(json_object_get(all, "choice"));
    json_decref(all);
    assert_true(json_is_object(choice));
    return choice;
}

static double mean_of(const json_t *finalist, size_t number)
{
    const json_t *one = json_array_get(json_object_get(finalist, "numbers"), number);
    return json_number_value(json_object_get(json_object_get(one, "mean"), "value"));
}

/* Its fresh runs have the luck of the scenario's own replications: held, the week has the same numbers. */
static void a_week_that_is_copied_gives_the_numbers_of_its_fresh_runs(void **state)
{
    (void)state;
    json_t *choice = choice_of("camp.h5"), *finalists = json_object_get(choice, "finalists");
    assert_in_range(json_array_size(finalists), 2, 4);
    for (size_t i = 0; i < json_array_size(finalists); i++) {
        char number[24], scenario[2048];
        snprintf(number, sizeof number, "%zu", i + 1);
        struct said week = GROUNDSWELL("week", "camp.h5", "--finalist", number);
        assert_int_equal(week.status, 0);
        assert_true(snprintf(scenario, sizeof scenario, HEAD "%s", week.out) < (int)sizeof scenario);
        session_write("held.yaml", scenario);
        assert_int_equal(GROUNDSWELL("run", "held.yaml", "-o", "held.h5", "-q").status, 0);
        struct said said = GROUNDSWELL("summary", "held.h5", "--json");
        json_t *all = json_of(&said);
        json_t *design = json_array_get(json_object_get(all, "designs"), 0);
        json_t *decided = json_object_get(json_object_get(design, "measures"), "decided");
        assert_true(json_number_value(json_object_get(decided, "mean")) ==
                    mean_of(json_array_get(finalists, i), 0));
        json_decref(all);
    }
    json_decref(choice);
}

static void compare_and_summary_say_which_weeks_could_be_held(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("compare", "camp.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "Weeks you could hold\n");
    assert_says(said.out, "all of them were tried, in ");
    assert_says(said.out, "Fewest person-hours (finalist ");
    assert_says(said.out, "    calendar:\n      - {every: 2 d, ");
    assert_says(said.out,
                "Only weeks that surely keep your limits are proposed (hours of sessions at most 13)");
    assert_null(strstr(said.out, "plausible worlds"));
    said = GROUNDSWELL("summary", "camp.h5");
    assert_says(said.out, "weeks you could hold:\n");
    said = GROUNDSWELL("summary", "camp.h5", "-m", "decided");
    assert_null(strstr(said.out, "weeks you could hold"));
    json_t *choice = choice_of("camp.h5");
    assert_int_equal(json_integer_value(json_object_get(choice, "searched")), 12);
    assert_string_equal(json_string_value(json_object_get(choice, "kept")), "surely");
    json_decref(choice);
}

/* All weeks at once, and none of it as a sample of worlds. */
static void weeks_are_drawn_exported_and_shown(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("plot", "camp.h5", "front");
    assert_int_equal(said.status, 0);
    assert_true(session_there("front.svg"));
    assert_says(said.out, "The finalists by two goals");
    assert_int_equal(GROUNDSWELL("plot", "camp.h5", "front", "-o", "front.png").status, 0);
    said = GROUNDSWELL("plot", "camp.h5", "front", "--terminal");
    assert_says(said.out, "the week as it is");
    said = GROUNDSWELL("plot", "camp.h5", "calendar[0].for", "-o", "no.svg");
    assert_int_equal(said.status, 64);
    said = GROUNDSWELL("plot", "camp.h5", "worlds", "-o", "no.svg");
    assert_int_equal(said.status, 65);
    assert_int_equal(GROUNDSWELL("export", "camp.h5", "-o", "tables").status, 0);
    said = session_shell("ls tables; grep -c finalist, tables/weeks.csv; head -2 tables/week_choices.csv");
    assert_says(said.out, "week_asked.csv\nweek_choices.csv\nweek_means.csv\nweek_runs.csv\nweeks.csv\n");
    assert_says(said.out, "week,setting,choice\r\n1,calendar[0].hold,general-assembly\r\n");
    assert_null(strstr(said.out, "world"));
    assert_int_equal(GROUNDSWELL("report", "camp.h5", "-o", "page", "--figures", "svg").status, 0);
    assert_true(session_there("page/front.svg"));
    said = session_shell("grep -c '<pre class=\"copy\">calendar:' page/index.html");
    assert_int_equal(said.status, 0);
}

static void one_goal_has_no_front_to_draw(void **state)
{
    (void)state;
    run_chosen("one.yaml", one_goal, "one.h5");
    struct said said = GROUNDSWELL("plot", "one.h5", "front", "-o", "no.svg");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "holds no weeks that were chosen by two goals or more");
    said = GROUNDSWELL("compare", "one.h5");
    assert_int_equal(said.status, 0);
    assert_null(strstr(said.out, "In between"));
    assert_null(strstr(said.out, "On the front"));
    assert_int_equal(GROUNDSWELL("report", "one.h5", "-o", "page").status, 0);
}

static void a_finalist_that_is_not_there_is_refused(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("week", "camp.h5", "--finalist", "5");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "camp.h5 has 4 finalists, so there is no number 5");
    said = GROUNDSWELL("week", "camp.yaml", "--finalist", "1");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "camp.yaml has no finalists");
    assert_int_equal(GROUNDSWELL("run", "small.yaml", "-q").status, 0);
    said = GROUNDSWELL("week", "small.h5", "--finalist", "1");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "small.h5 has no finalists");
    said = GROUNDSWELL("plot", "small.h5", "front", "-o", "no.svg");
    assert_int_equal(said.status, 65);
}

/* What is copied is folded nowhere, however narrow the terminal is. */
static void what_is_copied_is_not_folded(void **state)
{
    (void)state;
    struct said wide = GROUNDSWELL("week", "camp.h5", "--finalist", "1"),
                narrow = session_shell("COLUMNS=40 \"$G\" week camp.h5 --finalist 1");
    assert_string_equal(wide.out, narrow.out);
}

static void a_file_with_weeks_is_made_again(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "camp.h5", "--again", "-q").status, 0);
    assert_true(session_same_bytes("camp.h5", "camp-again.h5"));
}

/* One run for all tests. */
static int begin(void **state)
{
    const int begun = session_begin(state);
    run_chosen("camp.yaml", two_goals, "camp.h5");
    return begun;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_that_is_copied_gives_the_numbers_of_its_fresh_runs),
        cmocka_unit_test(compare_and_summary_say_which_weeks_could_be_held),
        cmocka_unit_test(weeks_are_drawn_exported_and_shown),
        cmocka_unit_test(one_goal_has_no_front_to_draw),
        cmocka_unit_test(a_finalist_that_is_not_there_is_refused),
        cmocka_unit_test(what_is_copied_is_not_folded),
        cmocka_unit_test(a_file_with_weeks_is_made_again),
    };
    return cmocka_run_group_tests(tests, begin, session_end);
}
