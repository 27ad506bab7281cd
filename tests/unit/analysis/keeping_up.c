/* What is called keeping up, and the sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/numbers/keeping_up.h"
#include "analysis/words/keeping_up_text.h"

static struct estimate range(double low, double high)
{
    return (struct estimate){
        .value = (low + high) / 2, .low = low, .high = high, .used = 10, .certainty = CERTAINTY_INTERVAL};
}

/* Six a day come in, so that less than .3 a day is nothing to speak of. */
static void growth_above_a_twentieth_of_what_comes_in_is_falling_behind(void **state)
{
    (void)state;
    const struct estimate grows = range(0.31, 3), shrinks = range(-0.4, 0.1), hardly = range(0.1, 0.29),
                          either = range(0.2, 0.5);
    assert_int_equal(pace_of(&grows, 6), PACE_FALLS_BEHIND);
    assert_int_equal(pace_of(&shrinks, 6), PACE_KEEPS_UP);
    assert_int_equal(pace_of(&hardly, 6), PACE_KEEPS_UP);
    assert_int_equal(pace_of(&either, 6), PACE_UNCLEAR);
}

static void of_one_run_or_of_nothing_nothing_is_said(void **state)
{
    (void)state;
    const struct estimate one = {.value = 3, .used = 1, .certainty = CERTAINTY_POINT}, grows = range(1, 2);
    assert_int_equal(pace_of(&one, 6), PACE_UNKNOWN);
    assert_int_equal(pace_of(&grows, 0), PACE_UNKNOWN);
}

static void the_sentence_names_the_design_the_growth_and_the_counts(void **state)
{
    (void)state;
    const char *names[] = {"assembly only"};
    const struct results results = {.designs = {names, 1}};
    struct keeping_up one = {PACE_FALLS_BEHIND, 182, 82, 100, range(3, 4)};
    struct text said = {0};
    say_keeping_up(&said, &results, 0, &one, 0.95);
    assert_string_equal(said.bytes,
                        "\xE2\x80\x9C"
                        "assembly only\xE2\x80\x9D falls behind by 3.50 a day (95 % range 3 to 4): 182 "
                        "came in, 82 were decided, 100 are open at the end");
    text_free(&said);
    one.pace = PACE_KEEPS_UP;
    one.trend = range(-0.5, 0.1);
    say_keeping_up(&said, &results, 0, &one, 0.95);
    assert_string_equal(said.bytes,
                        "\xE2\x80\x9C"
                        "assembly only\xE2\x80\x9D keeps up (open proposals grow by -0.200 a day, 95 % range "
                        "-0.500 to 0.100): 182 came in, 82 were decided, 100 are open at the end");
    text_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_above_a_twentieth_of_what_comes_in_is_falling_behind),
        cmocka_unit_test(of_one_run_or_of_nothing_nothing_is_said),
        cmocka_unit_test(the_sentence_names_the_design_the_growth_and_the_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
