/* The same for gifts, sparks, shared work and strategy. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "exact.h"
#include "unit/analysis/near.h"

#define FORM(form, ...) (form((const double[MOST_NUMBERS]){__VA_ARGS__}))

static void cascades_of_people_who_are_alike_are_borel_distributed(void **state)
{
    (void)state;
    assert_near(FORM(cascades_from, 0.8, 0, 2), 1 - exp(-0.8), 1e-9);
    assert_near(FORM(cascades_from, 0.8, 0, 3), 1 - exp(-0.8) - 0.8 * exp(-1.6), 1e-9);
    double smaller = 0; /* Borel: e^(-mn) (mn)^(n-1) / n! */
    for (int n = 1; n < 100; n++)
        smaller += exp(-0.8 * n + (n - 1) * log(0.8 * n) - lgamma(n + 1.0));
    assert_near(FORM(cascades_from, 0.8, 0, 100), 1 - smaller, 1e-9);
    assert_near(FORM(cascade_mean, 0.8), 5, 1e-12);
}

/* As the theory has it from 600,000 cascades; found by Goel et al.: .05 and .00025. */
static void where_people_differ_as_in_forums_five_of_a_hundred_cascades_go_on(void **state)
{
    (void)state;
    assert_near(FORM(cascades_from, 0.2, 2.99, 2), 1 - FORM(never_post, 0.2, 2.99), 1e-6);
    assert_near(FORM(cascades_from, 0.2, 2.99, 2), 0.047, 2e-3);
    assert_near(FORM(cascades_from, 0.2, 2.99, 100), 0.00023, 3e-4);
}

/* (I - M)^-1, computed for the theory by other means. */
static void three_levels_make_2_66_of_one_on_the_ground(void **state)
{
    (void)state;
    assert_near(FORM(people_of_levels, 0), 2.6625, 1e-4);
    assert_near(FORM(people_of_levels, 1), 2.9769, 1e-4);
    assert_near(FORM(people_of_levels, 2), 2.8302, 1e-4);
}

static void a_deadline_breaks_even_where_people_hurry_by_106_percent(void **state)
{
    (void)state;
    assert_near(FORM(who_contributes, 0.05, 10, 0, 0), 0.4191, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 0), 0.3849, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 1), 0.4174, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 2), 0.4412, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 4), 0.4718, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 1e9), 0.5284, 5e-5);
    assert_near(FORM(who_contributes, 0.05, 10, 21, 1.0617), FORM(who_contributes, 0.05, 10, 0, 0), 5e-5);
}

static void with_two_of_four_parts_in_hand_they_are_finished_after_3_days_on_average(void **state)
{
    (void)state;
    assert_near(FORM(part_is_finished, 4, 1, 1), 2.5, 1e-12);
    assert_near(FORM(part_is_finished, 4, 2, 1), 3.0, 1e-12);
    assert_near(FORM(part_is_finished, 4, 4, 1), 4.0, 1e-12);
    assert_near(FORM(part_is_finished, 3, 2, 2), (4 + 4 + 6) / 3.0, 1e-12);
}

static void a_part_of_two_days_is_finished_before_a_weekly_word_with_71_43_percent(void **state)
{
    (void)state;
    assert_near(FORM(no_word_in_time, 2, 7, 0), 0.7143, 5e-5);
    assert_near(FORM(no_word_in_time, 8, 7, 0), 0, 1e-12);
    assert_near(FORM(no_word_in_time, 0, 7, 0.9), 0.01, 1e-12);
}

static void approval_after_breaks_even_where_what_is_done_again_is_the_share_of_waiting(void **state)
{
    (void)state;
    assert_near(FORM(tasks_a_day, 0.5, 4.5, 0, 0), FORM(tasks_a_day, 0, 4.5, 0.2, 0.5), 1e-12);
    assert_near(FORM(pair_of_parts_takes, 2, 1, 1), 4, 1e-12);
    assert_near(FORM(pair_of_parts_again, 1, 1), 1.0 / 3, 1e-12);
}

static void a_need_told_to_14_others_is_met_by_half_and_one_in_three_keeps_half(void **state)
{
    (void)state;
    assert_near(FORM(need_told, 0.05, 15, 1, 1), 0.5123, 5e-5);
    assert_near(FORM(need_told, 0.05, 15, 0.5, 1), 0.2984, 5e-5);
    assert_near(FORM(both_told, 0.05, 15, 0.5), 0.4144, 5e-5);
    assert_near(FORM(need_told, 0.5, 2, 0.5, 0.5), 0.125, 1e-12);
}

static void circles_meet_more_needs_than_one_of_all_unless_helpers_are_rare(void **state)
{
    (void)state;
    const double chance[] = {0.001, 0.003, 0.01, 0.03, 0.1},
                 times[] = {0.9506, 1.0369, 1.3722, 2.5213, 6.126};
    for (int i = 0; i < 5; i++)
        assert_near(10 * FORM(need_told, chance[i], 10, 1, 1) / FORM(need_told, chance[i], 100, 1, 1),
                    times[i], 1e-4);
}

static void new_company_meets_half_then_72_81_and_86_of_a_hundred_needs(void **state)
{
    (void)state;
    const double met[] = {0.5123, 0.7173, 0.8134, 0.8641};
    for (int rounds = 1; rounds <= 4; rounds++)
        assert_near(FORM(need_in_new_company, 60, 15, 0.05, rounds), met[rounds - 1], 1e-4);
}

static void a_mesh_reaches_more_than_a_tree_where_relays_lose(void **state)
{
    (void)state;
    assert_near(FORM(reach_on_mesh, 1), 24, 1e-12);
    assert_near(FORM(reach_on_tree, 1), 24, 1e-12);
    assert_near(FORM(reach_on_mesh, 0.5), 8, 1e-12);
    assert_near(FORM(reach_on_tree, 0.5), 0.8 * 6 + 0.2 * 9, 1e-12);
}

static void two_helpers_of_fifty_get_two_thirds_of_the_cards(void **state)
{
    (void)state;
    assert_near(FORM(card_finds, 50, 2, 0.02), 2.0 / 3, 1e-12);
    assert_near(FORM(card_finds, 50, 5, 0.02), 5.0 / 6, 1e-12);
    assert_near(FORM(card_finds, 200, 2, 0.02), 0.33, 1e-4);
}

static void open_needs_are_those_that_arise_in_a_life_once_time_is_long(void **state)
{
    (void)state;
    assert_near(FORM(needs_waiting, 10, log(2), 1e9), 10, 1e-6);
    assert_near(FORM(needs_waiting, 10, 1e5, 2), 10,
                1e-3); /* hardly any lapses: on average half of what arose */
}

static void of_50_items_40_groups_take_40_when_all_ask_and_27_point_7_when_nobody_does(void **state)
{
    (void)state;
    assert_near(FORM(items_taken_with_advice, 40, 50, 0), 27.715, 5e-4);
    assert_near(FORM(items_taken_with_advice, 40, 50, 0.5), 33.103, 5e-4);
    assert_near(FORM(items_taken_with_advice, 40, 50, 1), 40, 1e-12);
    assert_near(FORM(items_taken_with_advice, 12, 12, 0.25), 8.625, 5e-4);
}

static void the_best_of_ten_is_worth_nearly_three_of_one(void **state)
{
    (void)state;
    assert_near(FORM(best_of_several, 1), 1, 1e-12);
    assert_near(FORM(best_of_several, 4), 2.083333, 1e-6);
    assert_near(FORM(best_of_several, 10), 2.928968, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cascades_of_people_who_are_alike_are_borel_distributed),
        cmocka_unit_test(where_people_differ_as_in_forums_five_of_a_hundred_cascades_go_on),
        cmocka_unit_test(three_levels_make_2_66_of_one_on_the_ground),
        cmocka_unit_test(a_deadline_breaks_even_where_people_hurry_by_106_percent),
        cmocka_unit_test(with_two_of_four_parts_in_hand_they_are_finished_after_3_days_on_average),
        cmocka_unit_test(a_part_of_two_days_is_finished_before_a_weekly_word_with_71_43_percent),
        cmocka_unit_test(approval_after_breaks_even_where_what_is_done_again_is_the_share_of_waiting),
        cmocka_unit_test(a_need_told_to_14_others_is_met_by_half_and_one_in_three_keeps_half),
        cmocka_unit_test(circles_meet_more_needs_than_one_of_all_unless_helpers_are_rare),
        cmocka_unit_test(new_company_meets_half_then_72_81_and_86_of_a_hundred_needs),
        cmocka_unit_test(a_mesh_reaches_more_than_a_tree_where_relays_lose),
        cmocka_unit_test(two_helpers_of_fifty_get_two_thirds_of_the_cards),
        cmocka_unit_test(open_needs_are_those_that_arise_in_a_life_once_time_is_long),
        cmocka_unit_test(of_50_items_40_groups_take_40_when_all_ask_and_27_point_7_when_nobody_does),
        cmocka_unit_test(the_best_of_ten_is_worth_nearly_three_of_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
