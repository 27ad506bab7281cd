/* Ties: how they grow, fade and give way, what they hold, and who is tied with whom, by hand. */
#include "plaza.h"
#include "ties/ties_parts.h"
#include "travel/travel_parts.h"
#include "unit/analysis/near.h"

extern const struct mechanism ties_mechanism;
extern const struct chapter tie_chapter, tie_across_chapter;

enum { PEOPLE = 8 };

struct knit {
    struct plaza plaza;
    struct tie_settings settings;
    struct ties *ties;
};

/* Ties last for so long that none fades in a test, unless it says so. */
static void knit_prepare(struct knit *knit)
{
    plaza_prepare(&knit->plaza);
    knit->settings = (struct tie_settings){.gain = 0.05,
                                           .dilution = 1,
                                           .disclosure = 2,
                                           .half_life = 36500 * SIM_DAY,
                                           .most = 24,
                                           .holds = 1,
                                           .stays = 0.3,
                                           .finds = 1};
}

static void knit_open(struct knit *knit)
{
    plaza_open(&knit->plaza, PEOPLE);
    struct parts *parts = &knit->plaza.parts;
    knit->ties = ties_new(&knit->settings, people_of(parts)->count, &knit->plaza.arena);
    parts->state[TIES_NUMBER] = knit->ties;
    parts_hear(parts, &ties_mechanism.hears);
}

static void knit_close(struct knit *knit)
{
    ties_settle(knit->plaza.site, site_now(knit->plaza.site));
    plaza_close(&knit->plaza);
}

static void tie(struct knit *knit, uint32_t one, uint32_t other, double strength)
{
    tie_grows(knit->ties, one, other, strength, site_now(knit->plaza.site));
}

static double between(const struct knit *knit, uint32_t one, uint32_t other)
{
    return tie_between(knit->ties, one, other, site_now(knit->plaza.site));
}

static double measured(const struct knit *knit, const struct chapter *chapter, const char *name)
{
    for (size_t i = 0; i < chapter->row_count; i++)
        if (strcmp(chapter->rows[i].measure.name, name) == 0)
            return chapter->rows[i].value(&knit->plaza.parts);
    fail_msg("there is no measure %s", name);
    return 0;
}

static void thirty_turns_of_a_pair_make_a_tie_of_785(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    for (int turn = 0; turn < 30; turn++)
        tie(&knit, 0, 1, 0.05);
    assert_near(between(&knit, 0, 1), 0.785361, 1e-6);
    assert_near(between(&knit, 1, 0), between(&knit, 0, 1), 0);
    assert_near(between(&knit, 0, 2), 0, 0);
    knit_close(&knit);
}

static void a_tie_halves_in_its_half_life_and_grows_from_what_is_left(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.half_life = 10 * SIM_DAY;
    knit_open(&knit);
    tie(&knit, 0, 1, 0.8);
    plaza_wait(&knit.plaza, 24 * 20);
    assert_near(between(&knit, 0, 1), 0.2, 1e-9);
    tie(&knit, 0, 1, 0.5);
    assert_near(between(&knit, 0, 1), 0.6, 1e-9);
    knit_close(&knit);
}

/* 2^1200 is no number: after so many half-lives there is nothing left of a tie, and a new one is as strong as
 * ever. */
static void ties_outlast_any_number_of_half_lives(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.half_life = SIM_HOUR;
    knit_open(&knit);
    sim_time now = 0;
    for (int i = 0; i < 4; i++) {
        tie_grows(knit.ties, 0, 1, 0.8, now);
        tie_grows(knit.ties, 0, 2, 0.5, now);
        now += SIM_HOUR;
        assert_near(tie_between(knit.ties, 0, 1, now), 0.4, 1e-9);
        assert_near(tie_between(knit.ties, 0, 2, now), 0.25, 1e-9);
        now += (i == 1 ? 700 : 1200) * SIM_HOUR;
        assert_near(tie_between(knit.ties, 0, 1, now), 0, 1e-100);
    }
    ties_settle(knit.plaza.site, now);
    plaza_close(&knit.plaza);
}

static void the_weakest_gives_way_to_a_stronger_tie_and_to_no_weaker_one(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.most = 2;
    knit_open(&knit);
    tie(&knit, 0, 1, 0.5);
    tie(&knit, 0, 2, 0.3);
    tie(&knit, 0, 3, 0.3); /* no stronger than the weakest */
    assert_near(between(&knit, 0, 3), 0, 0);
    tie(&knit, 0, 3, 0.4);
    assert_near(between(&knit, 0, 3), 0.4, 1e-12);
    assert_near(between(&knit, 0, 2), 0, 0);
    assert_int_equal(knit.ties->of.count[2], 0); /* it is gone at both ends */
    knit_close(&knit);
}

/* Person 1 has no room for what person 0 has room for. */
static void a_tie_needs_a_place_at_both_of_its_ends(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.most = 1;
    knit_open(&knit);
    tie(&knit, 1, 2, 0.5);
    tie(&knit, 0, 1, 0.4);
    assert_near(between(&knit, 0, 1), 0, 0);
    assert_near(between(&knit, 1, 2), 0.5, 1e-12);
    tie(&knit, 0, 1, 0.6);
    assert_near(between(&knit, 0, 1), 0.6, 1e-12);
    assert_near(between(&knit, 1, 2), 0, 0);
    knit_close(&knit);
}

/* What was the weakest is so no more once it has grown. */
static void which_tie_is_the_weakest_is_looked_for_again_when_it_grows(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.most = 2;
    knit_open(&knit);
    tie(&knit, 0, 1, 0.2);
    tie(&knit, 0, 2, 0.3);
    tie(&knit, 0, 3, 0.1); /* looks for the weakest: the tie with 1 */
    tie(&knit, 0, 1, 0.5); /* .6 now */
    tie(&knit, 0, 3, 0.4);
    assert_near(between(&knit, 0, 1), 0.6, 1e-12);
    assert_near(between(&knit, 0, 2), 0, 0);
    knit_close(&knit);
}

/* In one turn of person 0 the weakest tie of person 1, with person 3, gives way to the new one; the tie of
 * persons 0 and 3 is not the one that went, and grows. */
static void a_tie_that_gives_way_to_the_speaker_is_not_taken_for_one_of_hers(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit.settings =
        (struct tie_settings){.gain = 0.1, .disclosure = 1, .half_life = 36500 * SIM_DAY, .most = 2};
    knit_open(&knit);
    tie(&knit, 0, 3, 0.5);
    tie(&knit, 1, 3, 0.05);
    tie(&knit, 1, 4, 0.3);
    assert_true(plaza_convene(&knit.plaza, 0, 4));
    plaza_wait(&knit.plaza, 1);
    assert_near(between(&knit, 1, 4), 0.3, 1e-6);
    assert_near(between(&knit, 0, 3), 1 - 0.5 * 0.9 * 0.9, 1e-6);
    knit_close(&knit);
}

/* Each of five speaks once: every pair hears each other twice, and each hearing is shared by four. */
static void a_go_round_ties_all_who_sit_in_it(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    assert_true(plaza_convene(&knit.plaza, 0, 5));
    plaza_wait(&knit.plaza, 1);
    for (uint32_t one = 0; one < 5; one++)
        for (uint32_t other = one + 1; other < 5; other++)
            assert_near(between(&knit, one, other), 1 - (1 - 0.05 / 4) * (1 - 0.05 / 4), 1e-6);
    assert_near(between(&knit, 0, 5), 0, 0);
    knit_close(&knit);
}

static void four_ties_of_three_tenths_leave_3012_of_the_rate_of_leaving(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    struct group *group = plaza_found(&knit.plaza, 1, 0, 5);
    for (uint32_t fellow = 1; fellow < 5; fellow++)
        tie(&knit, 0, fellow, 0.3);
    tie(&knit, 0, 6, 0.9); /* no member: holds nothing here */
    assert_near(ties_keep_in_group(knit.plaza.site, group, 0), 0.301194, 1e-6);
    assert_near(ties_keep_in_group(knit.plaza.site, group, 1), 0.740818, 1e-6);
    knit.settings.holds = 0;
    assert_near(ties_keep_in_group(knit.plaza.site, group, 0), 1, 0);
    knit_close(&knit);
}

static void only_ties_to_people_who_are_here_keep_somebody_here(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    tie(&knit, 0, 1, 0.5);
    tie(&knit, 0, 2, 0.25);
    assert_near(ties_keep_here(knit.plaza.site, 0), exp(-0.3 * 0.75), 1e-12);
    person_leaves(knit.plaza.site, 1, LEFT_DRIFTED);
    assert_near(ties_keep_here(knit.plaza.site, 0), exp(-0.3 * 0.25), 1e-12);
    person_stand_as(people_of(&knit.plaza.parts), 1, STANDING_NEWCOMER); /* she is back, and so is the tie */
    assert_near(ties_keep_here(knit.plaza.site, 0), exp(-0.3 * 0.75), 1e-12);
    knit.settings.stays = 0;
    assert_near(ties_keep_here(knit.plaza.site, 0), 1, 0);
    knit_close(&knit);
}

static void each_member_tells_of_her_group_by_herself(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    struct group *group = plaza_found(&knit.plaza, 1, 0, 3);
    tie(&knit, 5, 0, 0.5);
    tie(&knit, 5, 1, 0.5);
    tie(&knit, 5, 6, 0.9); /* no member */
    assert_near(ties_tell_of_group(knit.plaza.site, group, 5), 0.75, 1e-9);
    knit.settings.finds = 0.5;
    assert_near(ties_tell_of_group(knit.plaza.site, group, 5), 0.4375, 1e-9);
    knit.settings.finds = 0;
    assert_near(ties_tell_of_group(knit.plaza.site, group, 5), 0, 0);
    assert_near(ties_tell_of_group(knit.plaza.site, group, 4), 0, 0);
    knit_close(&knit);
}

/* A triangle 0 1 2, a fourth who is tied to 2 and weakly to 0, and four who are tied to nobody. Of five pairs
 * of strong ties at one person three are closed. */
static void a_triangle_with_a_tail_is_measured_by_hand(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    tie(&knit, 0, 1, 0.5);
    tie(&knit, 1, 2, 0.5);
    tie(&knit, 0, 2, 0.5);
    tie(&knit, 2, 3, 0.25);
    tie(&knit, 0, 3, 0.1);
    assert_near(measured(&knit, &tie_chapter, "tie_degree"), 8.0 / PEOPLE, 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_sum"), 2 * 1.85 / PEOPLE, 1e-9);
    assert_near(measured(&knit, &tie_chapter, "tie_component"), 4.0 / PEOPLE, 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_clustering"), 3.0 / 5, 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_component"), 4.0 / PEOPLE, 1e-12); /* marks are clean */
    person_leaves(knit.plaza.site, 2, LEFT_DRIFTED);
    assert_near(measured(&knit, &tie_chapter, "tie_degree"), 2.0 / (PEOPLE - 1), 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_component"), 2.0 / (PEOPLE - 1), 1e-12);
    assert_true(isnan(measured(&knit, &tie_chapter, "tie_clustering")));
    knit_close(&knit);
}

static void where_nobody_is_tied_everybody_is_a_part_of_her_own(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open(&knit);
    assert_near(measured(&knit, &tie_chapter, "tie_component"), 1.0 / PEOPLE, 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_degree"), 0, 0);
    assert_true(isnan(measured(&knit, &tie_across_chapter, "ties_across")));
    knit_close(&knit);
}

/* --- guests --- */

static uint32_t receive(struct knit *knit, uint32_t home, uint32_t person)
{
    struct travel *travel = travel_of(&knit->plaza.parts);
    uint32_t guest = guest_comes(knit->plaza.site, home, person);
    travel->guests[guest - travel->first] = (struct guest){.home = home, .person = person, .stay = 1};
    stranger_comes_back(knit->plaza.site, guest, TRAVEL_VISIT, 0);
    return guest;
}

/* Two guests at a time; the site is number 0. */
static void knit_open_to_guests(struct knit *knit)
{
    knit->plaza.settings.people.guest_room = 2;
    knit_open(knit);
    const struct travel_plan plan = {.ends = 40 * SIM_DAY};
    struct parts *parts = &knit->plaza.parts;
    parts->state[TRAVEL_NUMBER] =
        travel_new(&plan, people_of(parts), site_luck(knit->plaza.site), 0, &knit->plaza.arena);
}

static void a_guest_finds_her_ties_again_and_the_next_in_her_place_does_not(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open_to_guests(&knit);
    uint32_t guest = receive(&knit, 3, 17);
    tie(&knit, 0, guest, 0.5);
    tie(&knit, 1, guest, 0.4);
    guest_goes(knit.plaza.site, guest);
    assert_int_equal(receive(&knit, 3, 18), guest); /* another one of that site */
    assert_near(between(&knit, 0, guest), 0, 0);
    uint32_t back = receive(&knit, 3, 17);
    assert_int_not_equal(back, guest);
    assert_near(between(&knit, 0, back), 0.5, 1e-12);
    assert_near(between(&knit, 1, back), 0.4, 1e-12);
    knit_close(&knit);
}

/* Two ties across, one within, and one between two guests of the same home. Only the last one ends with their
 * leaving: nobody who is here is at an end of it. */
static void ties_across_sites_are_counted_where_they_were_made(void **state)
{
    (void)state;
    struct knit knit;
    knit_prepare(&knit);
    knit_open_to_guests(&knit);
    uint32_t one = receive(&knit, 3, 17), other = receive(&knit, 3, 18);
    tie(&knit, 0, one, 0.5);
    tie(&knit, 1, other, 0.5);
    tie(&knit, 0, 1, 0.5);
    tie(&knit, one, other, 0.5);
    tie(&knit, 2, one, 0.1); /* weak */
    assert_near(measured(&knit, &tie_across_chapter, "ties_across"), 0, 1e-12);
    guest_goes(knit.plaza.site, one);
    guest_goes(knit.plaza.site, other);
    assert_near(measured(&knit, &tie_across_chapter, "ties_across"), 1.0 / 3, 1e-12);
    assert_near(measured(&knit, &tie_chapter, "tie_degree"), 2.0 / PEOPLE, 1e-12);
    person_leaves(knit.plaza.site, 0, LEFT_DRIFTED); /* person 1 is still there, with one of each */
    assert_near(measured(&knit, &tie_across_chapter, "ties_across"), 0, 1e-12);
    knit_close(&knit);
}

/* More strangers than there is room for at first. */
static void forty_strangers_are_all_remembered(void **state)
{
    (void)state;
    enum { STRANGERS = 40 };
    struct knit knit;
    knit_prepare(&knit);
    knit.settings.most = MOST_TIES;
    knit_open_to_guests(&knit);
    for (uint32_t i = 0; i < STRANGERS; i++) {
        uint32_t guest = receive(&knit, 1, i);
        tie(&knit, 0, guest, 0.3 + i / 100.0);
        guest_goes(knit.plaza.site, guest);
    }
    for (uint32_t i = 0; i < STRANGERS; i++) {
        uint32_t guest = receive(&knit, 1, i);
        assert_near(between(&knit, 0, guest), 0.3 + i / 100.0, 1e-9);
        guest_goes(knit.plaza.site, guest);
    }
    assert_near(measured(&knit, &tie_across_chapter, "ties_across"), 1, 1e-12);
    knit_close(&knit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thirty_turns_of_a_pair_make_a_tie_of_785),
        cmocka_unit_test(a_tie_halves_in_its_half_life_and_grows_from_what_is_left),
        cmocka_unit_test(ties_outlast_any_number_of_half_lives),
        cmocka_unit_test(the_weakest_gives_way_to_a_stronger_tie_and_to_no_weaker_one),
        cmocka_unit_test(a_tie_needs_a_place_at_both_of_its_ends),
        cmocka_unit_test(which_tie_is_the_weakest_is_looked_for_again_when_it_grows),
        cmocka_unit_test(a_tie_that_gives_way_to_the_speaker_is_not_taken_for_one_of_hers),
        cmocka_unit_test(a_go_round_ties_all_who_sit_in_it),
        cmocka_unit_test(four_ties_of_three_tenths_leave_3012_of_the_rate_of_leaving),
        cmocka_unit_test(only_ties_to_people_who_are_here_keep_somebody_here),
        cmocka_unit_test(each_member_tells_of_her_group_by_herself),
        cmocka_unit_test(a_triangle_with_a_tail_is_measured_by_hand),
        cmocka_unit_test(where_nobody_is_tied_everybody_is_a_part_of_her_own),
        cmocka_unit_test(a_guest_finds_her_ties_again_and_the_next_in_her_place_does_not),
        cmocka_unit_test(ties_across_sites_are_counted_where_they_were_made),
        cmocka_unit_test(forty_strangers_are_all_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
