/* What is said of plausible worlds, from numbers made by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/words/response_text.h"
#include "analysis/words/worlds_json.h"
#include "analysis/words/worlds_text.h"

enum { FACTORS = 3, WORLDS = 8 };

static const char *designs[] = {"assembly", "circles"}, *answers[] = {"no", "yes"};
static const struct results_factor factors[FACTORS] = {
    {.path = "talk.facet",
     .meaning = "How long one thing takes",
     .unit = "min",
     .least = 0.2,
     .most = 3,
     .usual = 1},
    {.path = "sites[0].people",
     .meaning = "How many come",
     .unit = "",
     .least = 10,
     .most = 90,
     .usual = NAN,
     .observable = true},
    {.path = "talk.stack",
     .meaning = "Whether hands are counted",
     .unit = "",
     .least = 0,
     .most = 1,
     .choices = {answers, 2}},
};
static const size_t runs[WORLDS] = {6, 6, 6, 6, 6, 6, 12, 12};
static const struct results_worlds worlds = {.by = WORLDS_SAMPLE,
                                             .count = WORLDS,
                                             .groups = 1,
                                             .factor_count = FACTORS,
                                             .most_runs = 12,
                                             .factors = factors,
                                             .runs = runs};
static const struct results_measure measures[] = {
    {.name = "decided", .unit = "h-1", .meaning = "Decided", .better = DIRECTION_MORE}};
static const char *sites[] = {"Square"};
static const struct results results = {.designs = {designs, 2},
                                       .sites = {sites, 1},
                                       .measures = measures,
                                       .measure_count = 1,
                                       .worlds = &worlds};

static const struct worlds_of_design circles = {
    .design = 1,
    .worlds = WORLDS,
    .ahead = 5,
    .clearly_ahead = 4,
    .behind = 2,
    .clearly_behind = 1,
    .by_ratio = true,
    .spread = {0.9, 1.8, 3.14},
    .is_separated = true,
    .split = {.first = {.factor = 0, .at = 0.61, .below = false, .above = true},
              .worlds = 8,
              .larger = 5,
              .right = 7,
              .right_of_first = 7},
};

static struct worlds_told told_of(const struct worlds_of_design *one)
{
    return (struct worlds_told){.results = &results, .designs = one, .design_count = 1};
}

static void in_how_many_worlds_a_design_is_ahead(void **state)
{
    (void)state;
    struct text out = {0};
    const struct worlds_told told = told_of(&circles);
    assert_true(say_in_how_many_worlds(&out, &told, 1));
    assert_string_equal(
        out.bytes,
        "“circles” is ahead of “assembly” in 5 of 8 plausible worlds (clearly in 4; clearly behind in 1)");
    assert_false(say_in_how_many_worlds(&out, &told, 0));
    text_free(&out);
}

static void by_how_much(void **state)
{
    (void)state;
    struct text out = {0};
    struct worlds_of_design one = circles;
    struct worlds_told told = told_of(&one);
    say_spread_of_worlds(&out, &told, &one);
    assert_string_equal(out.bytes,
                        "1.8 times “assembly” in the middle world, and 0.90 to 3.1 times in 8 of 10 worlds");
    text_free(&out);
    one.by_ratio = false;
    one.spread = (struct spread_of_worlds){-0.2, 0.1, 0.45};
    say_spread_of_worlds(&out, &told, &one);
    assert_string_equal(
        out.bytes,
        "0.100 per hour more than “assembly” in the middle world, and 0.200 per hour less to 0.450 per hour "
        "more in 8 of 10 worlds");
    text_free(&out);
}

static void assert_separates(const struct split *split, const char *expected)
{
    struct text out = {0};
    struct worlds_of_design one = circles;
    const struct worlds_told told = told_of(&one);
    one.is_separated = split != NULL;
    if (split != NULL)
        one.split = *split;
    say_what_separates(&out, &told, &one);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
}

static void what_separates_the_worlds(void **state)
{
    (void)state;
    struct split split = circles.split;
    assert_separates(
        &split,
        "what separates the worlds of “circles” best: how long one thing takes (`talk.facet`). “circles” is "
        "ahead where `talk.facet` is at least 0.61 min, and not elsewhere: right in 7 of 8 worlds, where "
        "always "
        "saying “ahead” would be right in 5");
    split.has_above = true;
    split.right_of_first = 6;
    split.above = (struct cut){.factor = 1, .at = 40, .below = true, .above = false};
    assert_separates(&split, "what separates the worlds of “circles” best: how long one thing takes "
                             "(`talk.facet`); then how many come (`people`). “circles” is ahead where "
                             "`talk.facet` is at least 0.61 min and `people` is below 40, and not elsewhere: "
                             "right in 7 of 8 worlds (`talk.facet` alone in 6), where always saying “ahead” "
                             "would be right in 5");
    split.has_below = true;
    split.below = (struct cut){.factor = 2, .is_choice = true, .at = 1, .below = true, .above = false};
    assert_separates(
        &split,
        "what separates the worlds of “circles” best: how long one thing takes (`talk.facet`); then whether "
        "hands are counted (`talk.stack`); then how many come (`people`). “circles” is ahead where "
        "`talk.facet` is below 0.61 min and `talk.stack` is yes, or where `talk.facet` is at least 0.61 min "
        "and "
        "`people` is below 40, and not elsewhere: right in 7 of 8 worlds (`talk.facet` alone in 6), where "
        "always "
        "saying “ahead” would be right in 5");
    assert_separates(NULL, "“circles” is not ahead in 3 worlds alone: too few to say what sets them apart");
}

static void a_design_may_be_on_one_side_in_all_worlds(void **state)
{
    (void)state;
    struct worlds_of_design one = circles;
    struct text out = {0};
    one.is_separated = false;
    one.ahead = one.worlds;
    struct worlds_told told = told_of(&one);
    say_what_separates(&out, &told, &one);
    assert_string_equal(out.bytes, "“circles” is ahead in all worlds");
    out.length = 0;
    one.ahead = 0;
    say_what_separates(&out, &told, &one);
    assert_string_equal(out.bytes, "“circles” is ahead in no world");
    out.length = 0;
    one.worlds = 0;
    say_what_separates(&out, &told, &one);
    assert_string_equal(out.bytes, "nothing can be said about “circles”");
    text_free(&out);
}

static void two_numbers_of_which_one_can_be_counted(void **state)
{
    (void)state;
    struct text out = {0};
    struct worlds_of_design one = circles;
    const struct worlds_told told = told_of(&one);
    assert_true(say_what_to_find_out(&out, &told, &one));
    assert_string_equal(out.bytes,
                        "`talk.facet` cannot be counted or timed, and of the numbers that can, none "
                        "separates these worlds");
    text_free(&out);
    one.split.has_above = true;
    one.split.above = (struct cut){.factor = 1, .at = 40, .below = true, .above = false};
    assert_true(say_what_to_find_out(&out, &told, &one));
    assert_string_equal(out.bytes,
                        "what you could find out: count or time `people` where you are; `talk.facet` "
                        "cannot be counted or timed");
    text_free(&out);
}

static void a_measure_that_nobody_judges_has_more_or_less(void **state)
{
    (void)state;
    struct text out = {0};
    const struct results_measure plain[] = {{.name = "held", .unit = "1", .meaning = "Held"}};
    struct results neither = results;
    neither.measures = plain;
    struct worlds_told told = told_of(&circles);
    told.results = &neither;
    assert_true(say_in_how_many_worlds(&out, &told, 1));
    assert_string_equal(
        out.bytes,
        "“circles” has more than “assembly” in 5 of 8 plausible worlds (clearly in 4; clearly less in 1)");
    text_free(&out);
}

static void the_block_says_how_many_worlds_and_runs_there_are(void **state)
{
    (void)state;
    struct text out = {0};
    const struct worlds_told told = told_of(&circles);
    worlds_text(&told, &out);
    assert_non_null(strstr(
        out.bytes,
        "Does the answer hold? 8 plausible worlds: in each, 3 numbers were changed at once within what is "
        "plausible, and every design was run 6 to 12 times.\n"));
    assert_non_null(strstr(out.bytes, "circles      5        4       2        1"));
    text_free(&out);
}

static void factors_that_do_not_matter_are_listed(void **state)
{
    (void)state;
    struct text out = {0};
    const struct estimate large = {
        .value = 2, .low = 1, .high = 3, .used = 9, .certainty = CERTAINTY_INTERVAL};
    const struct effect effects[FACTORS] = {
        {.absolute = {.value = 0, .used = 9, .certainty = CERTAINTY_POINT}},
        {.mean = -2, .absolute = large, .sd = 1},
        {.absolute = {.value = 0, .used = 9, .certainty = CERTAINTY_POINT}},
    };
    const struct worlds_response response = {
        .design = 1, .is_contrast = true, .varies = true, .effects = effects};
    size_t order[FACTORS];
    worlds_rank(&response, FACTORS, order);
    assert_int_equal(order[0], 1);
    assert_true(say_factors_that(&out, &results, &response, MATTERS_NOT_AT_ALL));
    assert_string_equal(out.bytes, "`talk.facet`, `talk.stack`");
    assert_false(say_factors_that(&out, &results, &response, MATTERS_HARDLY));
    text_free(&out);
    const struct worlds_told told = {.results = &results, .responses = &response, .response_count = 1};
    worlds_text(&told, &out);
    assert_non_null(strstr(out.bytes, "- Decided, per hour, “circles” minus “assembly”:\n"));
    assert_non_null(strstr(out.bytes, "  These numbers do not matter at all: `talk.facet`, `talk.stack`.\n"));
    text_free(&out);
}

static void where_nothing_varies_that_is_said(void **state)
{
    (void)state;
    struct text out = {0};
    const struct worlds_response response = {.design = 1, .varies = false};
    const struct worlds_told told = {.results = &results, .responses = &response, .response_count = 1};
    worlds_text(&told, &out);
    assert_non_null(strstr(out.bytes, "- Decided, per hour, “circles”: nothing varies\n"));
    text_free(&out);
}

static void json_has_shares_spread_and_separation(void **state)
{
    (void)state;
    const struct worlds_told told = told_of(&circles);
    json_t *json = worlds_json(&told), *design = json_array_get(json_object_get(json, "designs"), 0);
    assert_int_equal(json_integer_value(json_object_get(design, "clearly_ahead")), 4);
    assert_string_equal(json_string_value(json_object_get(json_object_get(design, "spread"), "of")), "ratio");
    assert_string_equal(json_string_value(json_object_get(json_object_get(design, "separation"), "factor")),
                        "talk.facet");
    assert_int_equal(
        json_array_size(json_object_get(json_array_get(json_object_get(json, "factors"), 2), "choices")), 2);
    json_decref(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_how_many_worlds_a_design_is_ahead),
        cmocka_unit_test(by_how_much),
        cmocka_unit_test(what_separates_the_worlds),
        cmocka_unit_test(a_design_may_be_on_one_side_in_all_worlds),
        cmocka_unit_test(two_numbers_of_which_one_can_be_counted),
        cmocka_unit_test(a_measure_that_nobody_judges_has_more_or_less),
        cmocka_unit_test(the_block_says_how_many_worlds_and_runs_there_are),
        cmocka_unit_test(factors_that_do_not_matter_are_listed),
        cmocka_unit_test(where_nothing_varies_that_is_said),
        cmocka_unit_test(json_has_shares_spread_and_separation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
