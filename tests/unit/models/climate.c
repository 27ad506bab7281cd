#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "people/climate.h"

enum { HERE = 3, ELSEWHERE = 4 };

static double attendance(const struct climate *climate, sim_time now)
{
    return climate_factor(climate, CLIMATE_ATTENDANCE, now);
}

static struct climate climate_with(const struct spike *own, uint32_t count)
{
    return (struct climate){.site = HERE, .own[CLIMATE_ATTENDANCE] = {own, count}};
}

static void without_a_climate_nothing_is_multiplied(void **state)
{
    (void)state;
    const struct climate calm = {.site = HERE};
    assert_true(attendance(NULL, SIM_DAY) == 1.0);
    assert_true(attendance(&calm, SIM_DAY) == 1.0);
    assert_true(climate_most(NULL, CLIMATE_ARRIVALS, 0, SIM_DAY) == 1.0);
}

static void what_a_spike_adds_halves_after_it_has_lasted(void **state)
{
    (void)state;
    const struct spike raid = {10 * SIM_DAY, SIM_DAY, 3 * SIM_DAY, 3.0, HERE};
    struct climate climate = climate_with(&raid, 1);
    assert_true(attendance(&climate, 10 * SIM_DAY - 1) == 1.0);
    assert_true(attendance(&climate, 10 * SIM_DAY) == 3.0);
    assert_true(attendance(&climate, 11 * SIM_DAY - 1) == 3.0);
    assert_true(attendance(&climate, 11 * SIM_DAY) == 3.0);
    assert_true(attendance(&climate, 14 * SIM_DAY) == 2.0);
    assert_true(attendance(&climate, 17 * SIM_DAY) == 1.5);
    assert_true(climate_factor(&climate, CLIMATE_ARRIVALS, 10 * SIM_DAY) == 1.0);
}

static void cold_without_a_half_life_ends_at_once(void **state)
{
    (void)state;
    const struct spike cold = {SIM_DAY, 2 * SIM_DAY, 0, 0.5, HERE};
    struct climate climate = climate_with(&cold, 1);
    assert_true(attendance(&climate, SIM_DAY) == 0.5);
    assert_true(attendance(&climate, 3 * SIM_DAY - 1) == 0.5);
    assert_true(attendance(&climate, 3 * SIM_DAY) == 1.0);
}

static void of_several_the_highest_and_the_lowest_count(void **state)
{
    (void)state;
    const struct spike spikes[] = {{0, SIM_WEEK, 0, 3.0, HERE},
                                   {SIM_DAY, SIM_WEEK, 0, 2.0, HERE},
                                   {2 * SIM_DAY, SIM_DAY, 0, 0.5, HERE},
                                   {2 * SIM_DAY, SIM_DAY, 0, 0.8, HERE}};
    struct climate climate = climate_with(spikes, 4);
    assert_true(attendance(&climate, SIM_DAY) == 3.0);
    assert_true(attendance(&climate, 2 * SIM_DAY) == 1.5);
    assert_true(attendance(&climate, SIM_WEEK) == 2.0);
}

static void what_reaches_all_sites_is_passed_over_where_it_began(void **state)
{
    (void)state;
    const struct spike news[] = {{0, SIM_DAY, 0, 3.0, HERE}, {0, SIM_DAY, 0, 2.0, ELSEWHERE}};
    struct climate climate = {.site = HERE, .of_all[CLIMATE_ATTENDANCE] = {news, 2}};
    assert_true(attendance(&climate, 0) == 2.0);
    climate.site = ELSEWHERE;
    assert_true(attendance(&climate, 0) == 3.0);
}

static void nowhere_between_two_instants_is_it_higher_than_said(void **state)
{
    (void)state;
    const struct spike spikes[] = {{4 * SIM_DAY, SIM_DAY, 2 * SIM_DAY, 5.0, HERE},
                                   {6 * SIM_DAY, SIM_DAY, SIM_DAY, 0.0, HERE},
                                   {9 * SIM_DAY, 0, 5 * SIM_DAY, 3.0, HERE}};
    struct climate climate = climate_with(spikes, 3);
    for (sim_time from = 0; from < 14 * SIM_DAY; from += 7 * SIM_HOUR)
        for (sim_time to = from; to < 14 * SIM_DAY; to += 5 * SIM_HOUR) {
            double most = climate_most(&climate, CLIMATE_ATTENDANCE, from, to);
            for (sim_time now = from; now <= to; now += SIM_HOUR)
                assert_true(attendance(&climate, now) <= most);
        }
    assert_true(climate_most(&climate, CLIMATE_ATTENDANCE, 0, 4 * SIM_DAY) == 5.0);
    assert_true(climate_most(&climate, CLIMATE_ATTENDANCE, 0, 4 * SIM_DAY - 1) == 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_climate_nothing_is_multiplied),
        cmocka_unit_test(what_a_spike_adds_halves_after_it_has_lasted),
        cmocka_unit_test(cold_without_a_half_life_ends_at_once),
        cmocka_unit_test(of_several_the_highest_and_the_lowest_count),
        cmocka_unit_test(what_reaches_all_sites_is_passed_over_where_it_began),
        cmocka_unit_test(nowhere_between_two_instants_is_it_higher_than_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
