/* The closed forms give the numbers that the literature knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

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

static void of_10_hosts_in_100_people_40_bring_one_for_85_73_percent_of_4_circles(void **state)
{
    (void)state;
    assert_near(FORM(circles_with_host, 100, 10, 40, 4), 0.8573, 5e-5);
    assert_near(FORM(all_with_host, 100, 10, 40, 4), 0.6258, 5e-5);
    assert_near(FORM(circles_with_host, 100, 20, 40, 4), 0.9974, 5e-5);
    assert_near(FORM(all_with_host, 100, 20, 40, 4), 0.9914, 5e-5);
    assert_near(FORM(circles_with_host, 60, 6, 30, 6), 0.5, 1e-9);
    assert_near(FORM(all_with_host, 60, 6, 30, 6), 0.0119, 5e-5);
}

static void of_40_facets_six_people_with_10_each_know_82_20_percent(void **state)
{
    (void)state;
    assert_near(FORM(known_to_any, 6, 10, 40), 0.8220, 5e-5);
    assert_near(FORM(known_to_any, 1, 40, 40), 1, 1e-12);
}

static void an_hour_of_practice_takes_away_its_share_of_what_is_missing(void **state)
{
    (void)state;
    assert_near(FORM(skill_in_practice, 0.8, 0.02, 1, 1), 0.8, 1e-12);
    assert_near(FORM(skill_in_practice, 0.8, 0.02, 1, 2), (0.8 + 0.804) / 2, 1e-12);
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

static void a_go_round_of_six_leaves_77_of_a_hundred_parts_of_the_tension(void **state)
{
    (void)state;
    assert_near(FORM(tension_left, 6, 1), 0.7683, 5e-5);
    assert_near(FORM(tension_left, 10, 1), 0.7087, 5e-5);
    assert_near(FORM(tension_left, 15, 1), 0.6406, 5e-5);
    assert_near(FORM(tension_left, 10, 2), 0.5022, 1e-4);
}

static void silence_takes_half_in_as_many_minutes_as_69_over_its_share_in_hundredths(void **state)
{
    (void)state;
    assert_near(FORM(left_in_silence, 0.01, 69.314718), 0.5, 1e-8);
    assert_near(FORM(opinion_in_silence, 0.2, 1, 0.01, 69.314718), 0.6, 1e-8);
    assert_near(FORM(opinion_in_silence, 0.2, 0.2, 0.01, 30), 0.2, 1e-12);
}

static void one_of_five_notices_in_silence_what_one_alone_hardly_does(void **state)
{
    (void)state;
    assert_near(FORM(noticed_in_silence, 0.0126, 20, 1), 0.2228, 5e-5);
    assert_near(FORM(noticed_in_silence, 0.0126, 20, 5), 0.7163, 5e-5);
}

static void ties_grow_and_hold_as_computed_by_hand(void **state)
{
    (void)state;
    assert_near(FORM(ties_grown, 0.05, 30, 1), 0.7854, 5e-5);
    assert_near(FORM(ties_grown, 0.05 / 4, 24, 1), 0.2606, 5e-5);
    assert_near(FORM(ties_grown, 0.05 / 9, 12, 1), 0.0647, 5e-5);
    assert_near(FORM(days_to_first, 5, 0.1, 0, 0), 2.0, 1e-12);
    assert_near(2.0 / FORM(days_to_first, 5, 0.1, 1, 0.3), 0.3012, 5e-5);
}

/* Two who drift on their own, and two of whom nobody goes while both are there. */
static void pairs_drift_as_two_people_do_or_not_at_all(void **state)
{
    (void)state;
    assert_near(FORM(pairs_drifted, 1, 0.1, 1, 10), 2 - 2 * 0.36787944, 1e-8);
    assert_near(FORM(pairs_drifted, 1, 0.1, 0, 10), 0.0, 1e-12);
    assert_near(FORM(pairs_drifted, 1, 0.1, 0.5, 1e-6 + 10), FORM(pairs_drifted, 1, 0.1, 0.500001, 10), 1e-5);
}

static void thirty_friendly_turns_are_worth_a_d_of_39_and_an_eighth_is_left_after_90_days(void **state)
{
    (void)state;
    assert_near(FORM(turns_from_across, 4), 0.6667, 5e-5);
    assert_near(FORM(turns_from_across, 8), 0.5714, 5e-5);
    assert_near(FORM(turns_from_across, 14), 0.5385, 5e-5);
    assert_near(FORM(warmth_after, 10, 0.005, 0.3, 0), 0.3342, 5e-5);
    assert_near(FORM(warmth_after, 30, 0.005, 0.3, 0), 0.3977, 5e-5);
    assert_near(FORM(warmth_after, 60, 0.005, 0.3, 0), 0.4818, 5e-5);
    assert_near(FORM(warmth_of_friends, 30, 0.005, 0.3, 0) / 0.25, 0.39, 1e-3);
    assert_near(FORM(warmth_of_friends, 30, 0.005, 0.3, 3), FORM(warmth_of_friends, 30, 0.005, 0.3, 0) / 8,
                1e-12);
    /* The mean of .39567 and of 40 friendly turns. */
    assert_near(2 * (FORM(warmth_with_jars, 20, 0.005, 0.3, 1) + 0.3) - FORM(warmth_after, 40, 0.005, 0.3, 0),
                0.39567, 5e-6);
}

static void like_minded_people_move_outward_where_the_bias_is_above_2_2376(void **state)
{
    (void)state;
    assert_near(FORM(gap_of_like_minded, 4, 6, 0.1, 0.65), 2 * 0.6996 - 1, 1e-4);
    assert_near(FORM(gap_of_like_minded, 2, 6, 0.1, 0.65), 2 * 0.6398 - 1, 1e-4);
    assert_near(FORM(gap_of_like_minded, 2.2376, 6, 0.1, 0.65), 0.30, 1e-5);
    assert_near(40 * FORM(arguments_pooled, 4, 6, 0.1), 12.97 + 4.35, 0.01);
}

static void a_chair_that_changes_hands_brings_25_of_forty_people_to_the_middle(void **state)
{
    (void)state;
    assert_near(FORM(people_inside, 40, 5, 0.25, 120), 25.193, 5e-4);
    assert_near(FORM(people_inside, 40, 5, 0.5, 120), 33.774, 5e-4);
    assert_near(FORM(people_inside, 100, 6, 0.25, 90), 26.033, 5e-4);
    assert_near(FORM(people_inside, 10, 9, 1, 1), 10, 1e-12);
}

/* Two people: a pair parts at rate 2, both join at 2 * 2: together two thirds of the time. */
static void two_people_who_mingle_are_as_often_a_circle_as_a_person_is_one(void **state)
{
    (void)state;
    assert_near(FORM(circles_made, 2, 2, 1), 0.5, 1e-12);
    assert_near(FORM(circles_made, 2, 2, 0), 1.5, 1e-12);
}

static void circles_that_many_people_make_follow_a_poisson_distribution_without_its_zero(void **state)
{
    (void)state;
    assert_near(FORM(circles_made, 100, 2, 0), 1.5 * log(3), 5e-4);
    double share = log(3) / 2;
    for (int size = 1; size <= 5; size++) {
        assert_near(FORM(circles_made, 100, 2, size) / share, 1, 2e-2);
        share *= log(3) / (size + 1);
    }
    assert_near(FORM(circles_made, 100, 20, 0), 1.05 * log(21), 2e-3);
}

static void of_three_who_all_sign_half_of_the_calls_become_groups_when_half_turn_up(void **state)
{
    (void)state;
    assert_near(FORM(call_becomes_group, 3, 1, 0.5, 3), 0.5, 1e-12);
    assert_near(FORM(people_turned_up, 3, 1, 0.5, 3), 1.5, 1e-12);
    assert_near(FORM(people_turned_up, 10, 0.3, 1, 0), 3, 1e-12);
    assert_near(FORM(call_becomes_group, 2, 0.5, 1, 3), 0, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_server_at_a_load_of_80_percent_keeps_items_for_5_lengths_or_3_or_3_and_a_half),
        cmocka_unit_test(a_pause_adds_half_of_itself_to_every_wait),
        cmocka_unit_test(one_item_a_day_waits_as_in_a_queue_with_equal_lengths_and_half_a_day),
        cmocka_unit_test(a_session_of_short_items_is_bulk_service),
        cmocka_unit_test(fourteen_circles_report_soonest),
        cmocka_unit_test(of_10_hosts_in_100_people_40_bring_one_for_85_73_percent_of_4_circles),
        cmocka_unit_test(of_40_facets_six_people_with_10_each_know_82_20_percent),
        cmocka_unit_test(an_hour_of_practice_takes_away_its_share_of_what_is_missing),
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
        cmocka_unit_test(a_go_round_of_six_leaves_77_of_a_hundred_parts_of_the_tension),
        cmocka_unit_test(silence_takes_half_in_as_many_minutes_as_69_over_its_share_in_hundredths),
        cmocka_unit_test(one_of_five_notices_in_silence_what_one_alone_hardly_does),
        cmocka_unit_test(ties_grow_and_hold_as_computed_by_hand),
        cmocka_unit_test(pairs_drift_as_two_people_do_or_not_at_all),
        cmocka_unit_test(thirty_friendly_turns_are_worth_a_d_of_39_and_an_eighth_is_left_after_90_days),
        cmocka_unit_test(like_minded_people_move_outward_where_the_bias_is_above_2_2376),
        cmocka_unit_test(a_chair_that_changes_hands_brings_25_of_forty_people_to_the_middle),
        cmocka_unit_test(two_people_who_mingle_are_as_often_a_circle_as_a_person_is_one),
        cmocka_unit_test(circles_that_many_people_make_follow_a_poisson_distribution_without_its_zero),
        cmocka_unit_test(of_three_who_all_sign_half_of_the_calls_become_groups_when_half_turn_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
