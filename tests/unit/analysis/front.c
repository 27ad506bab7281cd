/* Weeks that were chosen, in a file: which are proposed, and what is said of them, from planted numbers. */
#include "unit/analysis/near.h"
#include "unit/analysis/weeks_made.h"

#include "analysis/report/report.h"
#include "analysis/words/front_text.h"

static void says(const struct opened *opened, const char *part)
{
    if (opened->out.bytes == NULL || strstr(opened->out.bytes, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, opened->out.bytes == NULL ? "" : opened->out.bytes);
}

static void assert_held(const struct front *front, size_t held, enum held_as as, size_t finalist)
{
    assert_true(held < front->held_count);
    assert_int_equal(front->held[held].as, as);
    assert_int_equal(front->held[held].week + 1, finalist);
}

/* --- what is proposed --- */

static void weeks_are_no_plausible_worlds(void **state)
{
    (void)state;
    struct opened opened;
    const struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.results->worlds->count, 0);
    assert_int_equal(opened.results->worlds->factor_count, 0);
    assert_int_equal(results_any_worlds(opened.results)->count, WEEKS);
    assert_int_equal(opened.results->choice->finalist_count, FINALISTS);
    assert_true(opened.results->choice->is_paired);
    close_chosen(&opened);
}

static void the_front_is_that_of_weeks_that_surely_keep_the_limits(void **state)
{
    (void)state;
    struct opened opened;
    const struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    const struct front *front = opened.front;
    assert_int_equal(front->kept, KEEPS_SURELY);
    assert_int_equal(front->weeks[4].keeps, KEEPS_NOT);
    assert_int_equal(front->front_count, 3);
    assert_int_equal(front->on_front[0], 0);
    assert_int_equal(front->on_front[1], 2);
    assert_int_equal(front->on_front[2], 1);
    assert_false(front->weeks[3].is_on_front);
    assert_int_equal(front->held_count, 3);
    assert_held(front, 0, HELD_AS_FIRST, 1);
    assert_held(front, 1, HELD_AS_NEXT, 2);
    assert_held(front, 2, HELD_AS_BETWEEN, 3);
    close_chosen(&opened);
}

/* 30 and its range, 29.3 to 30.7: at most 31 is kept surely, 30.5 perhaps, 29 not. */
static void the_worse_end_of_the_range_decides(void **state)
{
    (void)state;
    static const double most[] = {31, 30.5, 29};
    static const enum keeps keeps[] = {KEEPS_SURELY, KEEPS_PERHAPS, KEEPS_NOT};
    for (size_t i = 0; i < 3; i++) {
        struct opened opened;
        struct chosen chosen = usual();
        chosen.most[2] = most[i];
        open_chosen(&opened, &chosen);
        assert_int_equal(opened.front->weeks[5].keeps, keeps[i]);
        assert_int_equal(opened.front->weeks[0].keeps, KEEPS_SURELY);
        assert_held(opened.front, 0, HELD_AS_FIRST, i == 0 ? 6 : 1);
        close_chosen(&opened);
    }
}

static void where_no_week_surely_keeps_the_limits_that_is_said(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    chosen.most[2] = 20.2;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->kept, KEEPS_PERHAPS);
    assert_held(opened.front, 0, HELD_AS_FIRST, 1);
    front_say_kept(&opened.out, opened.front);
    says(&opened, "No week surely keeps your limits (");
    close_chosen(&opened);
    chosen.most[2] = 10;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->kept, KEEPS_NOT);
    assert_held(opened.front, 0, HELD_AS_FIRST, 5);
    front_say_kept(&opened.out, opened.front);
    says(&opened, "No week keeps your limits (");
    says(&opened, "what follows does not keep them either");
    close_chosen(&opened);
}

/* The search saw twice as many decided: no number of it is among those that are told. */
static void numbers_are_of_fresh_runs_alone(void **state)
{
    (void)state;
    struct opened opened, other;
    struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    const struct front_number *best = &opened.front->weeks[0].numbers[0];
    assert_near(best->mean.value, 10, 1e-12);
    assert_int_equal(best->mean.used, RUNS);
    const double *loaded =
        results_load_worlds(opened.results, opened.results->choice->asked[0].measure, &opened.trouble);
    double values[RUNS], sum = 0;
    results_world_values(opened.results, opened.results->choice->asked[0].measure, loaded,
                         opened.results->choice->finalists[0].tried, 0, ALL_SITES, values);
    for (size_t i = 0; i < RUNS; i++)
        sum += values[i];
    assert_near(sum / RUNS, 20, 1e-12);
    for (size_t i = 0; i < SEARCHED; i++)
        chosen.decided[i] = chosen.silent[i] = chosen.sessions[i] = -7;
    open_chosen(&other, &chosen);
    struct text one = {0}, two = {0};
    front_lines(opened.front, &one);
    front_lines(other.front, &two);
    assert_string_equal(one.bytes, two.bytes);
    text_free(&one);
    text_free(&two);
    close_chosen(&opened);
    close_chosen(&other);
}

/* Against run i of the scenario itself, and no other run. */
static void weeks_are_set_against_the_scenario_run_by_run(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    double base[FIXTURE_REPLICATIONS], fresh[RUNS];
    const size_t measure = opened.results->choice->asked[0].measure;
    results_run_values(opened.results, measure, 0, 0, ALL_SITES, base);
    for (size_t i = 0; i < RUNS; i++)
        fresh[i] = 10 + noise(SEARCHED, i);
    const struct estimate expected =
        estimate_difference(fresh, base, RUNS, opened.results->measures[measure].bounds, USUAL_CONFIDENCE);
    const struct contrast *contrast = &opened.front->weeks[0].numbers[0].contrast;
    assert_near(contrast->difference.value, expected.value, 1e-12);
    assert_near(contrast->difference.low, expected.low, 1e-12);
    assert_near(contrast->difference.high, expected.high, 1e-12);
    assert_int_equal(contrast->verdict, VERDICT_HIGHER);
    close_chosen(&opened);
    chosen.luck[SEARCHED + 1] = 3;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->weeks[0].numbers[0].contrast.verdict, VERDICT_UNKNOWN);
    close_chosen(&opened);
}

static void of_one_goal_the_best_is_held_and_those_that_cannot_be_told_from_it(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    chosen.asked[1] = "sessions";
    chosen.kinds[1] = 2;
    chosen.most[1] = 31;
    chosen.asked_count = 2;
    chosen.most[1] = 29;
    chosen.decided[SEARCHED + 2] = 9.9;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->held_count, 1);
    assert_held(opened.front, 0, HELD_AS_FIRST, 1);
    assert_true(front_say_alike(&opened.out, opened.front));
    assert_string_equal(opened.out.bytes,
                        "finalist 3 cannot be told from it: it is not clearly worse, run by run");
    close_chosen(&opened);
    chosen.decided[SEARCHED + 2] = 5;
    open_chosen(&opened, &chosen);
    assert_false(front_say_alike(&opened.out, opened.front));
    close_chosen(&opened);
}

static void a_week_that_is_best_in_both_is_held_once(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    chosen.silent[SEARCHED] = .07;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->front_count, 1);
    assert_int_equal(opened.front->held_count, 1);
    assert_true(opened.front->held[0].is_best_of_both);
    close_chosen(&opened);
}

static void a_run_without_a_value_is_left_out_and_counted(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    chosen.missing = 1;
    open_chosen(&opened, &chosen);
    const struct estimate *mean = &opened.front->weeks[0].numbers[0].mean;
    assert_int_equal(mean->used, RUNS - 1);
    assert_int_equal(mean->missing, 1);
    assert_near(mean->value, 10 - 1.0 / (RUNS - 1), 1e-12);
    close_chosen(&opened);
}

/* A limit without a range: as many runs as can bear a claim, all of one value. */
static void a_limit_on_a_bound_is_kept_surely_by_enough_runs(void **state)
{
    (void)state;
    const struct results_asked limit = {0, ASKED_LIMIT, NAN, 0.3};
    struct estimate mean = {.value = 0, .low = NAN, .high = NAN, .used = 6, .certainty = CERTAINTY_POINT};
    assert_int_equal(front_keeps(&limit, &mean, true, 0.95), KEEPS_SURELY);
    assert_int_equal(front_keeps(&limit, &mean, false, 0.95), KEEPS_PERHAPS);
    mean.used = 5;
    assert_int_equal(front_keeps(&limit, &mean, true, 0.95), KEEPS_PERHAPS);
    mean.value = 0.31;
    assert_int_equal(front_keeps(&limit, &mean, true, 0.95), KEEPS_NOT);
    mean = (struct estimate){.value = NAN, .certainty = CERTAINTY_NONE};
    assert_int_equal(front_keeps(&limit, &mean, true, 0.95), KEEPS_NOT);
}

/* --- words --- */

static void weeks_are_named_after_what_they_are_best_in(void **state)
{
    (void)state;
    struct opened opened;
    const struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    front_text(opened.front, &opened.out);
    says(&opened, "The open settings make 9 different weeks; 6 of them were tried, in 72 runs. 1 was left "
                  "out, since it "
                  "contradicts itself. The 6 best, the finalists, were then run anew, 12 times each");
    says(&opened, "(finalist 1)\n  Assembly: every day.\n  Circles: <never>.\n");
    says(&opened, "In between (finalist 3)\n  Three.\n");
    says(&opened, "    calendar: three\n");
    says(&opened, ": 10 (95 % range 9.3");
    says(&opened, "4 of 6 finalists do.");
    close_chosen(&opened);
}

static void the_page_escapes_what_a_week_says(void **state)
{
    (void)state;
    struct opened opened;
    const struct chosen chosen = usual();
    open_chosen(&opened, &chosen);
    assert_int_equal(report_page(opened.results, &(struct report_request){0}, &opened.out, &opened.trouble),
                     STATUS_FINE);
    says(&opened, "<h2>Three weeks you could hold</h2>");
    says(&opened, "<li>Circles: &lt;never&gt;.</li>");
    says(&opened, "<pre class=\"copy\">calendar: three\n</pre>");
    says(&opened, "<h3>All finalists</h3>");
    assert_null(strstr(opened.out.bytes, "plausible worlds"));
    close_chosen(&opened);
}

static void nothing_is_held_where_nobody_has_a_value(void **state)
{
    (void)state;
    struct opened opened;
    struct chosen chosen = usual();
    for (size_t i = 0; i < WEEKS; i++)
        chosen.decided[i] = NAN;
    open_chosen(&opened, &chosen);
    assert_int_equal(opened.front->held_count, 0);
    front_text(opened.front, &opened.out);
    says(&opened, "No week has a value of every goal.");
    opened.out.length = 0;
    assert_int_equal(report_page(opened.results, &(struct report_request){0}, &opened.out, &opened.trouble),
                     STATUS_FINE);
    says(&opened, "<h2>Weeks you could hold</h2>");
    close_chosen(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_are_no_plausible_worlds),
        cmocka_unit_test(the_front_is_that_of_weeks_that_surely_keep_the_limits),
        cmocka_unit_test(the_worse_end_of_the_range_decides),
        cmocka_unit_test(where_no_week_surely_keeps_the_limits_that_is_said),
        cmocka_unit_test(numbers_are_of_fresh_runs_alone),
        cmocka_unit_test(weeks_are_set_against_the_scenario_run_by_run),
        cmocka_unit_test(of_one_goal_the_best_is_held_and_those_that_cannot_be_told_from_it),
        cmocka_unit_test(a_week_that_is_best_in_both_is_held_once),
        cmocka_unit_test(a_run_without_a_value_is_left_out_and_counted),
        cmocka_unit_test(a_limit_on_a_bound_is_kept_surely_by_enough_runs),
        cmocka_unit_test(weeks_are_named_after_what_they_are_best_in),
        cmocka_unit_test(the_page_escapes_what_a_week_says),
        cmocka_unit_test(nothing_is_held_where_nobody_has_a_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
