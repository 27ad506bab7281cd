#include "unit/analysis/fixture.h"
#include "unit/analysis/near.h"

#include <jansson.h>

#include "analysis/numbers/compare.h"
#include "analysis/numbers/sweep.h"
#include "analysis/words/comparison.h"
#include "analysis/words/sentence.h"
#include "analysis/words/summary.h"
#include "analysis/words/sweep_text.h"

struct opened {
    struct fixture fixture;
    struct results *results;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

static int open_usual(void **state)
{
    struct opened *opened = calloc(1, sizeof *opened);
    fixture_make(&opened->fixture);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    *state = opened;
    return opened->results == NULL;
}

static int close_usual(void **state)
{
    struct opened *opened = *state;
    results_close(opened->results);
    fixture_remove(&opened->fixture);
    arena_free(&opened->arena);
    trouble_free(&opened->trouble);
    text_free(&opened->out);
    free(opened);
    return 0;
}

static struct comparison *compared(struct opened *opened, const struct compare_request *request)
{
    struct comparison *comparison = compare(opened->results, request, &opened->arena, &opened->trouble);
    assert_non_null(comparison);
    return comparison;
}

static void says(const struct text *text, const char *part)
{
    if (text->bytes == NULL || strstr(text->bytes, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, text->bytes == NULL ? "" : text->bytes);
}

static void the_headline_comes_first_and_its_price_after(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    assert_int_equal(comparison->measures[0], opened->results->headline);
    assert_int_equal(comparison->measure_count, 5);
    assert_int_equal(comparison->contrast_count, 10);
    assert_int_equal(comparison->contrasts[0].verdict, VERDICT_HIGHER);
    assert_int_equal(comparison->contrasts[1].verdict, VERDICT_UNCLEAR);
    assert_near(comparison->contrasts[0].ratio.value, 3, 0.5);
    assert_int_equal(contrast_sign(opened->results, &comparison->contrasts[0]), 1);
    assert_int_equal(contrast_sign(opened->results, &comparison->contrasts[1]), 0);
    /* fewer hours are better, less shared understanding is worse */
    assert_int_equal(contrast_sign(opened->results, &comparison->contrasts[2]), 1);
    assert_int_equal(contrast_sign(opened->results, &comparison->contrasts[4]), -1);
}

/* `sessions` is neither headline nor price. */
static void what_the_scenario_asks_to_show_follows_the_price(void **state)
{
    struct opened *opened = *state;
    results_close(opened->results);
    hid_t file = H5Fopen(opened->fixture.path, H5F_ACC_RDWR, H5P_DEFAULT);
    fixture_attribute(file, "show", "unheard_of sessions voice_gini");
    H5Fclose(file);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    assert_int_equal(comparison->measure_count, 6);
    assert_string_equal(opened->results->measures[comparison->measures[5]].name, "sessions");
}

static void the_sentence_says_how_many_times_and_in_how_many_runs(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    contrast_sentence(opened->results, &comparison->contrasts[0], &opened->out);
    assert_string_equal(
        opened->out.bytes,
        "\xE2\x80\x9Cwith open space\xE2\x80\x9D decided 3.2 times as many proposals per hour as "
        "\xE2\x80\x9C"
        "assembly only\xE2\x80\x9D (95 % range 2.9 to 3.7), ahead in 12 of 12 paired runs");
}

static void less_than_twice_is_said_in_percent(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    contrast_sentence(opened->results, &comparison->contrasts[2], &opened->out);
    says(&opened->out, "took 54 % fewer person-hours for each decision than");
    says(&opened->out, "(95 % range 53 % to 56 %)");
    opened->out.length = 0;
    contrast_sentence(opened->results, &comparison->contrasts[4], &opened->out);
    says(&opened->out, "reached 32 % less shared understanding");
    says(&opened->out, "behind in 12 of 12 paired runs");
}

/* A contrast made by hand: `value` with its range, as a ratio or as an amount. */
static struct contrast made(const struct opened *opened, const char *measure, struct estimate ratio,
                            struct estimate difference)
{
    return (struct contrast){.measure = results_find_measure(opened->results, measure),
                             .design = 1,
                             .confidence = 0.95,
                             .ratio = ratio,
                             .difference = difference,
                             .verdict = VERDICT_LOWER};
}

static const struct estimate no_ratio = {NAN, NAN, NAN, 12, 0, CERTAINTY_NONE};

static void is_said_as(struct opened *opened, const struct contrast *contrast, const char *in_short,
                       const char *shortest, const char *mark)
{
    struct text text = {0};
    contrast_short(opened->results, contrast, &text);
    assert_string_equal(text.bytes, in_short);
    text_free(&text);
    contrast_shortest(opened->results, contrast, &text);
    assert_string_equal(text.bytes, shortest);
    text_free(&text);
    contrast_mark(opened->results, contrast, &text);
    assert_string_equal(text.bytes, mark);
    text_free(&text);
}

/* Whichever form a contrast has, what is said of it is true of the design beside its base. */
static void less_is_said_as_less_and_never_as_a_factor_below_one(void **state)
{
    struct opened *opened = *state;
    const struct estimate two_thirds = {0.663, 0.61, 0.72, 12, 0, CERTAINTY_INTERVAL};
    struct contrast contrast = made(opened, "people_hours_per_decision", two_thirds, two_thirds);
    is_said_as(opened, &contrast, "34 % fewer (95 % range 28 % to 39 %)", "34 % fewer, 28 % to 39 %",
               "\xE2\x88\x92"
               "34 %");
    contrast.ratio = (struct estimate){3.12, 2.9, 3.66, 12, 0, CERTAINTY_INTERVAL};
    is_said_as(opened, &contrast, "3.1 times as many (95 % range 2.9 to 3.7)",
               "3.1 times as many, 2.9 to 3.7", "3.1\xC3\x97");
    contrast.ratio = (struct estimate){1.02, 0.97, 1.08, 12, 0, CERTAINTY_INTERVAL};
    is_said_as(opened, &contrast, "2.0 % more (95 % range 3.0 % fewer to 8.0 % more)",
               "2.0 % more, 3.0 % fewer to 8.0 % more", "+2.0 %");
    contrast = made(opened, "people_hours_per_decision", no_ratio,
                    (struct estimate){-2, -3, -1, 12, 0, CERTAINTY_INTERVAL});
    is_said_as(opened, &contrast, "2 hours less (95 % range 1 to 3)", "2 hours less, 1 to 3",
               "\xE2\x88\x92"
               "2");
    contrast.difference = (struct estimate){2, -1, 5, 12, 0, CERTAINTY_INTERVAL};
    is_said_as(opened, &contrast, "2 hours more (95 % range 1 less to 5 more)",
               "2 hours more, 1 less to 5 more", "+2");
    contrast.difference = (struct estimate){0, -1, 1, 12, 0, CERTAINTY_INTERVAL};
    is_said_as(opened, &contrast, "the same (95 % range 1 less to 1 more)", "the same, 1 less to 1 more",
               "0");
    contrast.difference = (struct estimate){0.5, NAN, NAN, 1, 0, CERTAINTY_POINT};
    is_said_as(opened, &contrast, "0.500 hours more", "0.500 hours more", "+0.500");
}

static void no_clear_difference_comes_with_the_runs_that_would_settle_it(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    const struct contrast *contrast = &comparison->contrasts[1];
    assert_true(contrast->settle > FIXTURE_REPLICATIONS);
    contrast_sentence(opened->results, contrast, &opened->out);
    says(&opened->out, "no clear difference between");
    says(&opened->out, "after 12 paired runs");
    says(&opened->out, "runs in all would be needed to settle it");
}

static void a_comparison_turned_round_gives_the_inverse(void **state)
{
    struct opened *opened = *state;
    const struct results *results = opened->results;
    struct contrast there = contrast_of(results, results->headline, 0, 1, 0, 0.95);
    struct contrast back = contrast_of(results, results->headline, 0, 0, 1, 0.95);
    assert_near(there.ratio.value * back.ratio.value, 1, 1e-12);
    assert_near(there.ratio.low * back.ratio.high, 1, 1e-12);
    assert_near(there.difference.low, -back.difference.high, 1e-12);
    assert_int_equal(there.lead.ahead, back.lead.behind);
}

static void a_design_is_the_same_as_itself(void **state)
{
    struct opened *opened = *state;
    struct contrast contrast = contrast_of(opened->results, opened->results->headline, 0, 1, 1, 0.95);
    assert_int_equal(contrast.verdict, VERDICT_SAME);
    contrast_sentence(opened->results, &contrast, &opened->out);
    says(&opened->out, "are equal in");
}

static void what_was_tried_may_be_no_assumed_number(void **state)
{
    struct opened *opened = *state;
    opened->results->assumed = 69;
    opened->results->assumed_tried = 0;
    say_reach(&opened->out, opened->results);
    assert_string_equal(opened->out.bytes,
                        "Of the 69 assumed numbers that this scenario stands on, none was tried: what was "
                        "tried is known, fitted or a choice of yours.");
    opened->out.length = 0;
    opened->results->assumed_tried = 1;
    say_reach(&opened->out, opened->results);
    says(&opened->out, "1 was tried; the scenario's author chose it.");
}

/* For 99.99 % it takes 15 pairs: 2^(1-15) is the first below .0001. The file has 12. */
static void too_few_pairs_bear_no_claim(void **state)
{
    struct opened *opened = *state;
    struct contrast contrast = contrast_of(opened->results, opened->results->headline, 0, 1, 0, 0.9999);
    assert_int_equal(contrast.verdict, VERDICT_UNKNOWN);
    contrast_sentence(opened->results, &contrast, &opened->out);
    says(&opened->out, "12 paired runs are too few, at least 15 are needed");
    contrast = contrast_of(opened->results, opened->results->headline, 0, 1, 1, 0.9999);
    assert_int_equal(contrast.verdict, VERDICT_UNKNOWN);
}

static void an_assumption_that_turns_the_headline_around_is_told(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    assert_int_equal(comparison->check_count, 4);
    assert_int_equal(comparison->checks[0].contrast.variant, 1);
    assert_int_equal(comparison->checks[0].turn, TURN_AROUND);
    assert_int_equal(comparison->checks[2].turn, TURN_HOLDS);
    comparison_text(comparison, &opened->out);
    says(&opened->out, "digest_ratio = 1    12  with open space  52 % fewer (95 % range ");
    says(&opened->out, "turns around");
    assert_null(strstr(opened->out.bytes, "Too few runs"));
}

/* Opens the file again after a change of one variable, read and written as `count` numbers. */
static void change_numbers(struct opened *opened, const char *variable, size_t count,
                           void (*change)(double *numbers))
{
    results_close(opened->results);
    hid_t file = H5Fopen(opened->fixture.path, H5F_ACC_RDWR, H5P_DEFAULT);
    hid_t dataset = H5Dopen2(file, variable, H5P_DEFAULT);
    double *numbers = calloc(count, sizeof *numbers);
    assert_true(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    change(numbers);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
    free(numbers);
    H5Dclose(dataset);
    H5Fclose(file);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    assert_non_null(opened->results);
}

static void one_run_of_each_alternative(double *replications)
{
    replications[1] = replications[2] = 1;
}

static void an_alternative_with_too_few_runs_is_no_evidence_against_the_answer(void **state)
{
    struct opened *opened = *state;
    change_numbers(opened, "variants/replications", FIXTURE_VARIANTS, one_run_of_each_alternative);
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    assert_int_equal(comparison->checks[2].runs, 1);
    assert_int_equal(comparison->checks[2].turn, TURN_TOO_FEW);
    comparison_text(comparison, &opened->out);
    says(&opened->out, "digest_ratio = 4     1  with open space");
    says(&opened->out, "too few runs to tell");
    says(&opened->out, "with as few of its own, the scenario itself would be unclear too");
}

/* In the second alternative the open space decides what the other assembly decides. */
static void no_gain_in_the_second_alternative(double *numbers)
{
    enum { RUNS = FIXTURE_REPLICATIONS * FIXTURE_SITES, VARIANT = FIXTURE_DESIGNS * RUNS };
    memcpy(numbers + 2 * VARIANT + RUNS, numbers + 2 * VARIANT + 2 * RUNS, RUNS * sizeof *numbers);
}

static void an_answer_that_goes_away_with_as_many_runs_became_unclear(void **state)
{
    struct opened *opened = *state;
    change_numbers(opened, "variants/decisions_per_hour",
                   (size_t)FIXTURE_VARIANTS * FIXTURE_DESIGNS * FIXTURE_REPLICATIONS * FIXTURE_SITES,
                   no_gain_in_the_second_alternative);
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    assert_int_equal(comparison->checks[2].runs, FIXTURE_REPLICATIONS);
    assert_int_equal(comparison->checks[2].turn, TURN_UNCLEAR);
}

/* The file has them as hours (54 % fewer), understanding (32 % less), voices (38 % less), silence (60 %
 * fewer). */
static void what_differs_besides_comes_with_the_largest_first(void **state)
{
    struct opened *opened = *state;
    comparison_text(compared(opened, &(struct compare_request){0}), &opened->out);
    const char *headline = strstr(opened->out.bytes, "- \xE2\x80\x9Cwith open space\xE2\x80\x9D decided");
    const char *silent = strstr(opened->out.bytes, "people who never spoke than");
    const char *hours = strstr(opened->out.bytes, "person-hours for each decision than");
    const char *voices = strstr(opened->out.bytes, "inequality of speaking time than");
    const char *common = strstr(opened->out.bytes, "shared understanding than");
    assert_true(headline != NULL && silent != NULL && hours != NULL && voices != NULL && common != NULL);
    assert_true(headline < silent && silent < hours && hours < voices && voices < common);
    assert_true(common <
                strstr(opened->out.bytes, "\xE2\x80\x9D in person-hours for each decision after 12"));
}

static void names_that_are_not_there_come_with_a_hint(void **state)
{
    struct opened *opened = *state;
    const char *const measures[] = {"decisions_per_hours"};
    struct compare_request request = {.measures = measures, .measure_count = 1};
    assert_null(compare(opened->results, &request, &opened->arena, &opened->trouble));
    assert_string_equal(opened->trouble.complaints[0].hint, "did you mean `decisions_per_hour`?");
    assert_int_equal(opened->trouble.complaints[0].status, STATUS_USAGE);
    request = (struct compare_request){.base = "assembly onyl"};
    assert_null(compare(opened->results, &request, &opened->arena, &opened->trouble));
    assert_string_equal(opened->trouble.complaints[1].hint, "did you mean `assembly only`?");
    const char *const course[] = {"backlog"};
    request = (struct compare_request){.measures = course, .measure_count = 1};
    assert_null(compare(opened->results, &request, &opened->arena, &opened->trouble));
    assert_non_null(strstr(opened->trouble.complaints[2].sentence, "not one number a run"));
}

static void another_design_can_be_the_base(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){.base = "with open space"});
    assert_int_equal(comparison->base, 1);
    assert_int_equal(comparison->contrasts[0].design, 0);
    assert_int_equal(comparison->contrasts[0].verdict, VERDICT_LOWER);
}

static json_t *number_at(json_t *json, const char *a, const char *b)
{
    json_t *found = json_object_get(json_object_get(json, a), b);
    assert_true(json_is_number(found));
    return found;
}

static void the_json_holds_what_the_table_shows(void **state)
{
    struct opened *opened = *state;
    struct comparison *comparison = compared(opened, &(struct compare_request){0});
    comparison_json(comparison, &opened->out);
    json_t *json = json_loads(opened->out.bytes, 0, NULL);
    assert_non_null(json);
    json_t *measure = json_array_get(json_object_get(json, "measures"), 0);
    json_t *contrast = json_array_get(json_object_get(measure, "contrasts"), 0);
    assert_string_equal(json_string_value(json_object_get(measure, "name")), "decisions_per_hour");
    assert_near(json_number_value(number_at(contrast, "ratio", "value")),
                comparison->contrasts[0].ratio.value, 1e-9);
    assert_int_equal(json_integer_value(number_at(contrast, "lead", "ahead")), 12);
    assert_string_equal(json_string_value(json_object_get(contrast, "verdict")), "higher");
    assert_int_equal(json_array_size(json_object_get(json, "assumptions")), 4);
    json_t *map = json_array_get(json_object_get(json, "sweeps"), 0);
    json_t *point = json_array_get(json_object_get(map, "points"), 5);
    assert_string_equal(json_string_value(json_object_get(json_object_get(point, "at"), "proposals.facets")),
                        "60");
    assert_string_equal(json_string_value(json_object_get(point, "ahead")), "with open space");
    assert_true(json_is_true(json_object_get(point, "clear")));
    json_decref(json);
}

static void a_summary_has_every_measure_of_every_design(void **state)
{
    struct opened *opened = *state;
    assert_int_equal(
        summary_json(opened->results, &(struct summary_request){0}, &opened->out, &opened->trouble),
        STATUS_FINE);
    json_t *json = json_loads(opened->out.bytes, 0, NULL);
    json_t *designs = json_object_get(json, "designs");
    assert_int_equal(json_array_size(designs), FIXTURE_DESIGNS);
    json_t *measures = json_object_get(json_array_get(designs, 1), "measures");
    assert_int_equal(json_object_size(measures), 8);
    double values[FIXTURE_REPLICATIONS], sum = 0;
    results_run_values(opened->results, opened->results->headline, 0, 1, ALL_SITES, values);
    for (int i = 0; i < FIXTURE_REPLICATIONS; i++)
        sum += values[i];
    assert_near(json_number_value(number_at(measures, "decisions_per_hour", "mean")),
                sum / FIXTURE_REPLICATIONS, 1e-9);
    json_t *course = json_object_get(measures, "backlog");
    assert_int_equal(json_array_size(json_object_get(course, "values")), FIXTURE_TIMES);
    assert_int_equal(json_array_size(json_object_get(course, "times")), FIXTURE_TIMES);
    assert_int_equal(json_array_size(json_object_get(json, "variants")), FIXTURE_VARIANTS - 1);
    json_decref(json);
    opened->out.length = 0;
    const char *const wrong[] = {"backlok"};
    struct summary_request request = {.measures = wrong, .measure_count = 1};
    assert_int_equal(summary_text(opened->results, &request, &opened->out, &opened->trouble), STATUS_USAGE);
    assert_string_equal(opened->trouble.complaints[0].hint, "did you mean `backlog`?");
}

static void a_sweep_is_a_map_of_leaders(void **state)
{
    struct opened *opened = *state;
    struct sweep_map map;
    assert_true(sweep_map(opened->results, opened->results->headline, 0.95, &opened->arena, &map));
    assert_int_equal(map.axis_count, 2);
    assert_string_equal(map.axes[0].path, "proposals.facets");
    assert_int_equal(map.axes[0].count, 3);
    assert_string_equal(map.axes[1].levels[1], "8 /d");
    assert_int_equal(map.point_count, 6);
    /* at 60 facets and 8 a day the open space decides four times as much */
    const struct sweep_point *last = &map.points[5];
    assert_int_equal(last->levels[0], 2);
    assert_int_equal(last->levels[1], 1);
    assert_int_equal(last->leader, 1);
    assert_true(sweep_is_clear(opened->results, last));
    assert_near(last->contrast.ratio.value, 4, 0.3);
    /* at 5 facets the two assemblies are equal, so nobody leads clearly */
    assert_int_not_equal(map.points[0].leader, 1);
    assert_false(sweep_is_clear(opened->results, &map.points[0]));
    sweep_text(opened->results, &map, &opened->out);
    says(&opened->out, "60                8 /d               with open space");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_headline_comes_first_and_its_price_after, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(what_the_scenario_asks_to_show_follows_the_price, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(the_sentence_says_how_many_times_and_in_how_many_runs, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(less_than_twice_is_said_in_percent, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(less_is_said_as_less_and_never_as_a_factor_below_one, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(no_clear_difference_comes_with_the_runs_that_would_settle_it,
                                        open_usual, close_usual),
        cmocka_unit_test_setup_teardown(a_comparison_turned_round_gives_the_inverse, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(a_design_is_the_same_as_itself, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(what_was_tried_may_be_no_assumed_number, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(too_few_pairs_bear_no_claim, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(an_assumption_that_turns_the_headline_around_is_told, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(an_alternative_with_too_few_runs_is_no_evidence_against_the_answer,
                                        open_usual, close_usual),
        cmocka_unit_test_setup_teardown(an_answer_that_goes_away_with_as_many_runs_became_unclear, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(what_differs_besides_comes_with_the_largest_first, open_usual,
                                        close_usual),
        cmocka_unit_test_setup_teardown(names_that_are_not_there_come_with_a_hint, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(another_design_can_be_the_base, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(the_json_holds_what_the_table_shows, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(a_summary_has_every_measure_of_every_design, open_usual, close_usual),
        cmocka_unit_test_setup_teardown(a_sweep_is_a_map_of_leaders, open_usual, close_usual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
