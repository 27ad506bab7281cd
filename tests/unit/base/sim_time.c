#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "base/sim_time.h"

static void hours_become_the_nearest_microsecond(void **state)
{
    (void)state;
    assert_true(sim_time_from_hours(1) == SIM_HOUR);
    assert_true(sim_time_from_hours(24) == SIM_DAY);
    assert_true(sim_time_from_hours(1.0 / 60) == SIM_MINUTE);
    assert_true(sim_time_from_hours(1.4 / (double)SIM_HOUR) == 1);
    assert_true(sim_time_from_hours(1.6 / (double)SIM_HOUR) == 2);
}

static void a_positive_span_is_never_lost(void **state)
{
    (void)state;
    assert_true(sim_time_from_hours(1e-30) == 1);
    assert_true(sim_time_from_hours(0) == 0);
    assert_true(sim_time_from_hours(-1) == 0);
}

static void what_is_out_of_reach_is_never(void **state)
{
    (void)state;
    assert_true(sim_time_from_hours(1e300) == SIM_NEVER);
    assert_true(sim_time_from_hours(INFINITY) == SIM_NEVER);
    assert_true(sim_time_from_hours(NAN) == SIM_NEVER);
    assert_true(sim_time_from_hours(2.5e9) == 2500000000 * SIM_HOUR); /* 285,000 years are within reach */
}

static void spans_come_back_in_hours_minutes_and_days(void **state)
{
    (void)state;
    assert_true(sim_hours(90 * SIM_MINUTE) == 1.5);
    assert_true(sim_minutes(SIM_HOUR) == 60);
    assert_true(sim_days(SIM_WEEK) == 7);
}

static void spans_are_written_as_people_say_them(void **state)
{
    (void)state;
    // clang-format off
    const struct {
        sim_time span;
        const char *words;
    } said[] = {
        {0,                         "0 s"},
        {1,                         "1 us"},
        {SIM_SECOND / 4,            "250 ms"},
        {SIM_SECOND * 5 / 2,        "2.5 s"},
        {SIM_MINUTE * 3 / 2,        "90 s"},
        {90 * SIM_MINUTE,           "90 min"},
        {36 * SIM_HOUR,             "36 h"},
        {SIM_DAY,                   "1 d"},
        {30 * SIM_DAY,              "30 d"},
        {1000 * SIM_DAY,            "1000 d"},
        {1441 * SIM_MINUTE,         "1441 min"},
        {-90 * SIM_MINUTE,          "-90 min"},
        {SIM_HOUR + 1,              "1 h"},       /* six digits do not reach a microsecond */
        {SIM_NEVER,                 "never"},
        {INT64_MIN,                 "-1.06752e+08 d"},
    };
    // clang-format on
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        char text[32];
        assert_string_equal(sim_time_text(said[i].span, text, sizeof text), said[i].words);
    }
}

static void a_small_buffer_is_not_overrun(void **state)
{
    (void)state;
    char text[4] = "abc";
    sim_time_text(90 * SIM_MINUTE, text, sizeof text);
    assert_string_equal(text, "90 ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_become_the_nearest_microsecond),
        cmocka_unit_test(a_positive_span_is_never_lost),
        cmocka_unit_test(what_is_out_of_reach_is_never),
        cmocka_unit_test(spans_come_back_in_hours_minutes_and_days),
        cmocka_unit_test(spans_are_written_as_people_say_them),
        cmocka_unit_test(a_small_buffer_is_not_overrun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
