#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gathering/gathering.h"

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, NO_DAY };

static uint64_t day(int number)
{
    return UINT64_C(1) << number;
}

static struct calendar_entry line(sim_time every, sim_time at, int on, int except)
{
    return (struct calendar_entry){
        .held = true, .every = every, .at = at, .on = day(on), .except = day(except)};
}

static void the_weekdays_count_from_monday(void **state)
{
    (void)state;
    for (int number = MONDAY; number <= SUNDAY; number++) {
        assert_int_equal(((const struct weekday *)weekdays_or_none[number])->number, number);
        assert_ptr_equal(weekdays_or_none[number], weekdays[number]);
        assert_int_equal(weekday_bits(day(number)), 1 << number);
    }
    assert_int_equal(((const struct weekday *)weekdays_or_none[NO_DAY])->number, -1);
    assert_int_equal(weekday_bits(day(NO_DAY)), 0);
}

static void a_daily_session_opens_at_its_hour_and_again_a_day_later(void **state)
{
    (void)state;
    struct calendar_entry daily = line(SIM_DAY, 19 * SIM_HOUR, NO_DAY, NO_DAY);
    assert_int_equal(calendar_next(&daily, MONDAY, 0), 19 * SIM_HOUR);
    assert_int_equal(calendar_next(&daily, MONDAY, 19 * SIM_HOUR), 19 * SIM_HOUR);
    assert_int_equal(calendar_next(&daily, MONDAY, 19 * SIM_HOUR + 1), SIM_DAY + 19 * SIM_HOUR);
}

static void what_is_held_once_is_never_held_again(void **state)
{
    (void)state;
    struct calendar_entry once = line(0, 9 * SIM_HOUR, THURSDAY, NO_DAY);
    assert_int_equal(calendar_next(&once, MONDAY, 0), 3 * SIM_DAY + 9 * SIM_HOUR);
    assert_int_equal(calendar_next(&once, MONDAY, 4 * SIM_DAY), SIM_NEVER);
}

static void a_weekly_session_waits_for_its_weekday_whatever_day_the_scenario_begins_on(void **state)
{
    (void)state;
    struct calendar_entry sundays = line(SIM_WEEK, 10 * SIM_HOUR, SUNDAY, NO_DAY);
    for (int first = MONDAY; first <= SUNDAY; first++) {
        sim_time opens = (SUNDAY - first) * SIM_DAY + 10 * SIM_HOUR;
        assert_int_equal(calendar_next(&sundays, first, 0), opens);
        assert_int_equal(calendar_next(&sundays, first, opens + 1), opens + SIM_WEEK);
    }
}

static void a_daily_session_on_one_weekday_is_weekly(void **state)
{
    (void)state;
    struct calendar_entry tuesdays = line(SIM_DAY, 0, TUESDAY, NO_DAY);
    assert_int_equal(calendar_next(&tuesdays, FRIDAY, 0), 4 * SIM_DAY);
    assert_int_equal(calendar_next(&tuesdays, FRIDAY, 4 * SIM_DAY + 1), 11 * SIM_DAY);
}

/* Saturday and Sunday, every second week, of a run that begins on a Sunday: day 0 and day 6, then 14 and 20.
 */
static void a_session_on_two_weekdays_is_held_as_if_each_had_a_line(void **state)
{
    (void)state;
    struct calendar_entry both = line(2 * SIM_WEEK, 10 * SIM_HOUR, SATURDAY, NO_DAY);
    both.on |= day(SUNDAY);
    static const int days[] = {0, 6, 14, 20, 28, 34};
    sim_time from = 0;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        sim_time opens = calendar_next(&both, SUNDAY, from);
        assert_int_equal(opens, days[i] * SIM_DAY + 10 * SIM_HOUR);
        from = opens + 1;
    }
}

/* Every day but Saturday and Sunday, from a Friday on: days 0, 3, 4, 5, 6, 7, 10. */
static void several_days_can_be_left_out(void **state)
{
    (void)state;
    struct calendar_entry workdays = line(SIM_DAY, 0, NO_DAY, SATURDAY);
    workdays.except |= day(SUNDAY);
    static const int days[] = {0, 3, 4, 5, 6, 7, 10};
    sim_time from = 0;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        sim_time opens = calendar_next(&workdays, FRIDAY, from);
        assert_int_equal(opens, days[i] * SIM_DAY);
        from = opens + 1;
    }
}

static void the_excepted_day_is_passed_over(void **state)
{
    (void)state;
    struct calendar_entry daily = line(SIM_DAY, 19 * SIM_HOUR, NO_DAY, SUNDAY);
    sim_time from = 0;
    int held[7] = {0};
    for (int count = 0; count < 12; count++) {
        sim_time opens = calendar_next(&daily, WEDNESDAY, from);
        held[(opens / SIM_DAY + WEDNESDAY) % 7]++;
        from = opens + 1;
    }
    for (int weekday = MONDAY; weekday < SUNDAY; weekday++)
        assert_int_equal(held[weekday], 2);
    assert_int_equal(held[SUNDAY], 0);
}

static void several_sessions_a_day_all_skip_the_excepted_day(void **state)
{
    (void)state;
    struct calendar_entry hourly = line(8 * SIM_HOUR, 0, NO_DAY, MONDAY);
    assert_int_equal(calendar_next(&hourly, MONDAY, 0), SIM_DAY);
    assert_int_equal(calendar_next(&hourly, MONDAY, SIM_DAY + 1), SIM_DAY + 8 * SIM_HOUR);
    assert_int_equal(calendar_next(&hourly, MONDAY, 6 * SIM_DAY + 16 * SIM_HOUR + 1), 8 * SIM_DAY);
}

static void what_fits_no_day_is_never_held(void **state)
{
    (void)state;
    struct calendar_entry mondays_but_not_on_monday = line(SIM_WEEK, 0, MONDAY, MONDAY);
    assert_int_equal(calendar_next(&mondays_but_not_on_monday, MONDAY, 0), SIM_NEVER);
}

static void sessions_of_every_minute_go_on_when_the_day_left_out_is_over(void **state)
{
    (void)state;
    struct calendar_entry often = line(SIM_MINUTE, 0, NO_DAY, TUESDAY);
    assert_int_equal(calendar_next(&often, MONDAY, SIM_DAY - SIM_MINUTE), SIM_DAY - SIM_MINUTE);
    assert_int_equal(calendar_next(&often, MONDAY, SIM_DAY), 2 * SIM_DAY);
}

static void every_36_hours_leaves_the_day_out_when_it_comes_round(void **state)
{
    (void)state;
    struct calendar_entry odd = line(36 * SIM_HOUR, 0, NO_DAY, TUESDAY);
    int held = 0;
    sim_time last = -1;
    for (sim_time at = calendar_next(&odd, MONDAY, 0); at < 3 * SIM_WEEK;
         at = calendar_next(&odd, MONDAY, at + 1)) {
        assert_true(at > last);
        assert_int_equal(at % (36 * SIM_HOUR), 0);
        assert_int_not_equal(at / SIM_DAY % 7, TUESDAY);
        last = at;
        held++;
    }
    assert_int_equal(held, 12); /* of the 14 in three weeks two are Tuesdays */
}

static void what_falls_on_the_day_left_out_for_ever_is_never_held(void **state)
{
    (void)state;
    struct calendar_entry never = line(2 * SIM_WEEK, 0, NO_DAY, MONDAY);
    assert_true(calendar_next(&never, MONDAY, 0) == SIM_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_weekdays_count_from_monday),
        cmocka_unit_test(a_daily_session_opens_at_its_hour_and_again_a_day_later),
        cmocka_unit_test(what_is_held_once_is_never_held_again),
        cmocka_unit_test(a_weekly_session_waits_for_its_weekday_whatever_day_the_scenario_begins_on),
        cmocka_unit_test(a_daily_session_on_one_weekday_is_weekly),
        cmocka_unit_test(a_session_on_two_weekdays_is_held_as_if_each_had_a_line),
        cmocka_unit_test(several_days_can_be_left_out),
        cmocka_unit_test(the_excepted_day_is_passed_over),
        cmocka_unit_test(several_sessions_a_day_all_skip_the_excepted_day),
        cmocka_unit_test(what_fits_no_day_is_never_held),
        cmocka_unit_test(sessions_of_every_minute_go_on_when_the_day_left_out_is_over),
        cmocka_unit_test(every_36_hours_leaves_the_day_out_when_it_comes_round),
        cmocka_unit_test(what_falls_on_the_day_left_out_for_ever_is_never_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
