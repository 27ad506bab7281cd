/* The closed forms give the numbers that the literature knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exact.h"
#include "unit/analysis/near.h"

#define FORM(form, ...) (form((const double[MOST_NUMBERS]){__VA_ARGS__}))

static void a_server_at_a_load_of_80_percent_keeps_items_for_5_lengths_or_3_or_3_and_a_half(void **state)
{
    (void)state;
    assert_near(FORM(time_to_decision, 0.8, 1, 0), 5.0, 1e-12);
    assert_near(FORM(time_to_decision, 0.8, 0, 0), 3.0, 1e-12);
    assert_near(FORM(time_to_decision, 0.8, 0.5, 0), 3.5, 1e-12);
    assert_near(FORM(items_open, 0.8, 1, 0), 4.0, 1e-12);
}

static void a_pause_adds_half_of_itself_to_every_wait(void **state)
{
    (void)state;
    assert_near(FORM(wait_with_pauses, 1, 0.5, 1, 0), 0.5, 1e-12);
    assert_near(FORM(wait_with_pauses, 1, 0.5, 1, 8), 4.5, 1e-12);
}

/* With one item a day the queue is a discrete M/D/1: rho / (2 (1 - rho)) days, and half a day until the next
 * session. */
static void one_item_a_day_waits_as_in_a_queue_with_equal_lengths_and_half_a_day(void **state)
{
    (void)state;
    assert_near(FORM(bulk_wait, 0.8, 1), 2.0 + 0.5, 1e-6);
    assert_near(FORM(bulk_wait, 0.5, 1), 0.5 + 0.5, 1e-9);
}

/* Items that take no time leave nobody to come during the session. */
static void a_session_of_short_items_is_bulk_service(void **state)
{
    (void)state;
    assert_near(FORM(session_wait, 4, 5, 1e-9), FORM(bulk_wait, 4, 5), 1e-6);
    assert_near(FORM(session_wait, 0.8, 1, 1e-9), FORM(bulk_wait, 0.8, 1), 1e-6);
    /* who comes during the session may still find room in it */
    assert_true(FORM(session_wait, 4, 5, 1.0 / 36) < FORM(bulk_wait, 4, 5));
}

static void fourteen_circles_report_soonest(void **state)
{
    (void)state;
    double least = FORM(report_back, 600, 3, 14);
    assert_near(least, 84.857142857, 1e-8);
    for (int circles = 1; circles < 100; circles++)
        assert_true(circles == 14 || FORM(report_back, 600, 3, circles) > least);
}

static void forty_people_meet_8_325_others_in_three_rounds_and_fewer_where_hosts_stay(void **state)
{
    (void)state;
    assert_near(FORM(partners_met, 40, 4, 1), 3.0, 1e-9);
    assert_near(FORM(partners_met, 40, 4, 2), 5.769, 5e-4);
    assert_near(FORM(partners_met, 40, 4, 3), 8.325, 5e-4);
    assert_near(FORM(partners_met, 40, 4, 4), 10.685, 5e-4);
    assert_near(FORM(partners_with_hosts, 40, 4, 3), 8.262, 5e-4);
}

static void one_who_knows_reaches_33_of_forty_people_in_three_rounds(void **state)
{
    (void)state;
    assert_near(FORM(people_reached, 40, 4, 1), 4.0, 1e-9);
    assert_near(FORM(people_reached, 40, 4, 3), 33.345, 1e-3);
    assert_near(FORM(people_reached, 40, 4, 4), 39.896, 1e-3);
    /* Two tables of two: the other one who now knows sits beside an old one in 1 of 3 seatings. */
    assert_near(FORM(people_reached, 4, 2, 2), 2.0 / 3 + 4 * 2.0 / 3, 1e-9);
}

/* As model and essay have it: tenfold between the first round and the second. */
static void two_parts_of_forty_people_meet_in_one_head_in_8_and_76_of_a_hundred_cafes(void **state)
{
    (void)state;
    assert_near(FORM(parts_met, 40, 4, 1), 0.07692, 5e-6);
    assert_near(FORM(parts_met, 40, 4, 2), 0.76174, 5e-6);
    assert_near(FORM(parts_met, 24, 4, 2), 0.91546, 5e-6);
    assert_near(FORM(parts_met, 100, 5, 2), 0.66897, 5e-6);
    assert_near(FORM(parts_met, 4, 4, 1), 1.0, 1e-12); /* one table of all */
    assert_near(FORM(insights_met, 40, 4, 0), 0.0250, 1e-12);
    assert_near(FORM(insights_met, 40, 4, 1), 0.1000, 1e-12);
    assert_near(FORM(insights_met, 40, 4, 2), 0.7677, 5e-5);
    /* Two tables of two that know one part each: they stay apart in one of three seatings. */
    assert_near(FORM(parts_met, 4, 2, 2), 1.0 / 3 + 2.0 / 3 * 2.0 / 3, 1e-12);
}

static void somebody_of_forty_has_two_parts_at_first_in_a_third_of_all_cases(void **state)
{
    (void)state;
    assert_near(FORM(parts_at_first, 0.1, 2, 40), 0.3310, 5e-5);
    assert_near(FORM(parts_at_first, 0.1, 3, 40), 0.0392, 5e-5);
    assert_near(FORM(parts_at_first, 0.2, 3, 100), 0.5521, 5e-5);
}

/* Computed for the theory by other means, of an infinite population. */
static void who_posts_is_poisson_lognormal(void **state)
{
    (void)state;
    assert_near(FORM(never_post, 9.038, 2), 0.3786, 5e-5);
    assert_near(FORM(never_post, 9.038, 0), 0.00012, 5e-6);
    assert_near(FORM(never_post, 9.038, 0), exp(-9.038), 1e-9);
    assert_near(FORM(never_post, 9.038, 2.99), 0.7021, 5e-4);
    assert_near(FORM(posts_of_top, 9.038, 2, 0.01), 0.3728, 5e-5);
    assert_near(FORM(posts_of_top, 9.038, 2, 0.1), 0.7686, 5e-5);
    assert_near(FORM(posts_of_top, 9.038, 2, 1), 1, 1e-6);
}

static void who_comes_by_every_fifth_day_reads_what_hangs_for_five_with_chance_63(void **state)
{
    (void)state;
    assert_near(FORM(came_by, 0.2, 5), 0.632121, 1e-6);
    assert_near(FORM(know_by_reading, 0.5, 1, 0.2, 5), 0.816060, 1e-6);
    assert_near(FORM(know_by_reading, 0.5, 0, 0.2, 5), 0.5, 1e-12);
}

static void what_all_know_and_what_one_knows_follow_their_own_laws(void **state)
{
    (void)state;
    double missed = 15.0 / 16;
    assert_near(FORM(share_voiced, 4, 16, 0, 1), 1.0 - missed * missed * missed * missed, 1e-12);
    double idle = 1.0;
    for (int facet = 0; facet < 16; facet++)
        idle *= 0.75;
    assert_near(FORM(share_voiced, 4, 0, 16, 1), 4.0 / 16 * (1.0 - idle), 1e-12);
    /* One shared facet, one that either of two people knows: she says one of both, the other one the shared.
     */
    assert_near(FORM(share_voiced, 2, 1, 1, 1), (1.0 + 0.5) / 2, 1e-12);
}

static void shares_of_circle_sizes_add_up_and_their_mean_is_people_over_circles(void **state)
{
    (void)state;
    double sum = 0, mean = 0;
    for (int size = 1; size <= 26; size++) {
        sum += FORM(circles_of_size, 25, 0.2, size);
        mean += size * FORM(circles_of_size, 25, 0.2, size);
    }
    assert_near(sum, 1.0, 1e-12);
    assert_near(mean, 30.0 / 5, 1e-12);
    assert_near(FORM(time_alone, 25, 0.2), FORM(circles_of_size, 25, 0.2, 1) / 6, 1e-15);
}

static void an_even_chance_decides_half_a_quarter_an_eighth(void **state)
{
    (void)state;
    assert_near(FORM(visits_needed, 0.5), 2.0, 1e-12);
    assert_near(FORM(decided_on_visit, 0.5, 1), 0.5, 1e-12);
    assert_near(FORM(decided_on_visit, 0.5, 3), 0.125, 1e-12);
    assert_near(FORM(turns_heard, 60, 12), 55.0, 1e-12);
}

static void who_comes_fades_drifts_and_burns_out_by_hand(void **state)
{
    (void)state;
    assert_near(FORM(people_arrived, 20, 0, 68), 1360.0, 1e-9);
    assert_near(FORM(people_arrived, 20, 17, 17), 20 * 17 / log(2) / 2, 1e-9); /* half of all there will be */
    assert_near(FORM(people_still_here, 400, 0.1, 0.05, 0), 400.0, 1e-9);
    assert_near(FORM(people_still_here, 400, 0.1, 0.05, 1000), 400.0 / 3, 1e-9);
    assert_near(FORM(people_burnt_out, 400, 0.05, 7, 1), 0.0, 1e-12); /* nothing weighs before the first */
    double first = 1.0 - exp(-1.0 / 7);
    assert_near(FORM(people_burnt_out, 400, 0.05, 7, 2), 400 * (1.0 - exp(-0.05 * first)), 1e-9);
}

static void most_take_up_what_spreads_when_46_in_100_have(void **state)
{
    (void)state;
    const double p = 0.03, q = 0.38, peak = 6.1926, step = 0.5;
    assert_near(FORM(bass_share, p, q, peak), 0.4605, 5e-5);
    double before = FORM(bass_share, p, q, peak) - FORM(bass_share, p, q, peak - step);
    double after = FORM(bass_share, p, q, peak + step) - FORM(bass_share, p, q, peak);
    assert_near(before, after, 1e-5); /* the curve is even about its peak */
    assert_near(FORM(bass_mean_time, p, q), 6.8815, 5e-5);
}

static void groups_of_three_to_which_people_come_seldom_live_eleven_days(void **state)
{
    (void)state;
    assert_near(FORM(days_of_group, 3, 2.8, 14, 3), 11.13, 5e-3);
    assert_near(FORM(days_of_group, 5, 2.8, 14, 3), 22.94, 5e-3);
    assert_near(FORM(days_of_group, 3, 5, 14, 3), 29.10, 5e-3);
    assert_near(FORM(days_of_group, 5, 5, 14, 3), 52.69, 5e-3);
    assert_near(FORM(days_of_group, 4, 0, 12, 3), 3.0 + 4.0,
                1e-12); /* nobody comes: one after the other goes */
}

static void two_groups_take_one_topic_of_two_half_of_the_time(void **state)
{
    (void)state;
    assert_near(FORM(topics_taken, 2, 2), 1.5, 1e-12);
    assert_near(FORM(topics_taken, 1, 12), 1.0, 1e-12);
}

static void giant_components_have_the_shares_that_the_literature_knows(void **state)
{
    (void)state;
    assert_near(FORM(giant_share, 1.5), 0.5828, 5e-5);
    assert_near(FORM(giant_share, 2), 0.7968, 5e-5);
    assert_near(FORM(giant_share, 3), 0.9405, 5e-5);
}

/* After one half-life there are half of what there will be. */
static void links_that_fade_grow_to_births_over_deaths(void **state)
{
    (void)state;
    double all = FORM(links_living, 0.1, 5, 1000, 2);
    assert_near(all, 2 * 0.1 * 5 / 0.69314718056, 1e-9);
    assert_near(FORM(links_living, 0.1, 5, 5, 2), all / 2, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_server_at_a_load_of_80_percent_keeps_items_for_5_lengths_or_3_or_3_and_a_half),
        cmocka_unit_test(a_pause_adds_half_of_itself_to_every_wait),
        cmocka_unit_test(one_item_a_day_waits_as_in_a_queue_with_equal_lengths_and_half_a_day),
        cmocka_unit_test(a_session_of_short_items_is_bulk_service),
        cmocka_unit_test(fourteen_circles_report_soonest),
        cmocka_unit_test(forty_people_meet_8_325_others_in_three_rounds_and_fewer_where_hosts_stay),
        cmocka_unit_test(one_who_knows_reaches_33_of_forty_people_in_three_rounds),
        cmocka_unit_test(two_parts_of_forty_people_meet_in_one_head_in_8_and_76_of_a_hundred_cafes),
        cmocka_unit_test(somebody_of_forty_has_two_parts_at_first_in_a_third_of_all_cases),
        cmocka_unit_test(who_posts_is_poisson_lognormal),
        cmocka_unit_test(who_comes_by_every_fifth_day_reads_what_hangs_for_five_with_chance_63),
        cmocka_unit_test(what_all_know_and_what_one_knows_follow_their_own_laws),
        cmocka_unit_test(shares_of_circle_sizes_add_up_and_their_mean_is_people_over_circles),
        cmocka_unit_test(an_even_chance_decides_half_a_quarter_an_eighth),
        cmocka_unit_test(who_comes_fades_drifts_and_burns_out_by_hand),
        cmocka_unit_test(most_take_up_what_spreads_when_46_in_100_have),
        cmocka_unit_test(groups_of_three_to_which_people_come_seldom_live_eleven_days),
        cmocka_unit_test(two_groups_take_one_topic_of_two_half_of_the_time),
        cmocka_unit_test(giant_components_have_the_shares_that_the_literature_knows),
        cmocka_unit_test(links_that_fade_grow_to_births_over_deaths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
