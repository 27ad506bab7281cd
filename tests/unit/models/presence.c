/* Who can come when, what people care for, and what they know how to do. */
#include <string.h>

#include "people/people_parts.h"
#include "yard.h"

/* The scenario begins on a Monday. */
static sim_time at(int day, double hour)
{
    return day * SIM_DAY + (sim_time)(hour * (double)SIM_HOUR);
}

static void without_shares_everybody_can_come_at_any_hour(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 50, SIM_WEEK);
    yard_open(&yard, 1);
    assert_null(people_of(&yard.parts)->presence);
    assert_true(attendance_is_even(people_of(&yard.parts)));
    for (uint32_t person = 0; person < 50; person++)
        assert_true(person_can_come(people_of(&yard.parts), person, at(2, 3)));
    yard_close(&yard);
}

static void daily_people_come_within_their_hours(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 2, SIM_WEEK);
    yard.settings.presence.daily = 1;
    yard_open(&yard, 1);
    static const struct {
        int day;
        double hour;
        bool can;
    } known[] = {{0, 16.99, false},
                 {0, 17, true},
                 {0, 22.99, true},
                 {0, 23, false},
                 {4, 12, false},
                 {5, 12, true},
                 /* Saturday */ {5, 9.99, false},
                 {6, 10, true},
                 {6, 23, false},
                 {7, 12, false}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        assert_int_equal(person_can_come(people_of(&yard.parts), 0, at(known[i].day, known[i].hour)),
                         known[i].can);
    yard_close(&yard);
}

static void hours_may_go_on_after_midnight(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 2, SIM_WEEK);
    yard.settings.presence.daily = 1;
    yard.settings.presence.weekday_until = 2 * SIM_HOUR;
    yard_open(&yard, 1);
    assert_true(person_can_come(people_of(&yard.parts), 0, at(1, 1)));
    assert_false(person_can_come(people_of(&yard.parts), 0, at(1, 2)));
    assert_true(person_can_come(people_of(&yard.parts), 0, at(1, 18)));
    yard_close(&yard);
}

static void occasional_people_come_on_their_share_of_the_days_all_day(void **state)
{
    (void)state;
    enum { PEOPLE = 200, DAYS = 100 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, DAYS * SIM_DAY);
    yard.settings.presence.occasional = 1;
    yard_open(&yard, 1);
    int days = 0;
    for (uint32_t person = 0; person < PEOPLE; person++)
        for (int day = 0; day < DAYS; day++) {
            bool early = person_can_come(people_of(&yard.parts), person, at(day, 18));
            assert_int_equal(person_can_come(people_of(&yard.parts), person, at(day, 22)), early);
            days += early ? 1 : 0;
        }
    assert_near((double)days / (PEOPLE * DAYS), 0.25, 4 * sqrt(0.25 * 0.75 / (PEOPLE * DAYS)));
    yard_close(&yard);
}

static void online_people_come_where_a_site_is_online(void **state)
{
    (void)state;
    for (int online = 0; online < 2; online++) {
        struct yard yard;
        yard_prepare(&yard, 2, SIM_WEEK);
        yard.settings.presence.online = 1;
        yard.population.online = online == 1;
        yard_open(&yard, 1);
        assert_int_equal(person_can_come(people_of(&yard.parts), 0, at(1, 18)), online == 1);
        assert_false(person_can_come(people_of(&yard.parts), 0, at(1, 12)));
        yard_close(&yard);
    }
}

static void shares_of_the_kinds_are_as_given(void **state)
{
    (void)state;
    enum { PEOPLE = 4000 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, SIM_WEEK);
    yard.settings.presence.daily = 0.3;
    yard.settings.presence.occasional = 0.2;
    yard.settings.presence.online = 0.1;
    yard_open(&yard, 1);
    double count[4] = {0};
    for (uint32_t person = 0; person < PEOPLE; person++)
        count[people_of(&yard.parts)->presence[person]] += 1.0 / PEOPLE;
    assert_near(count[PRESENCE_RESIDENT], 0.4, 0.03);
    assert_near(count[PRESENCE_DAILY], 0.3, 0.03);
    assert_near(count[PRESENCE_OCCASIONAL], 0.2, 0.03);
    assert_near(count[PRESENCE_ONLINE], 0.1, 0.03);
    yard_close(&yard);
}

static void attendance_falls_to_a_half_in_its_half_life_and_to_its_floor(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 2, 100 * SIM_DAY);
    yard.settings.people.attendance = 0.6;
    yard.settings.people.attendance_half_life = 17 * SIM_DAY;
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    assert_near(attendance_of(people, 0, 0), 0.6, 1e-12);
    assert_near(attendance_of(people, 0, 17 * SIM_DAY), 0.3, 1e-12);
    assert_near(attendance_of(people, 0, 34 * SIM_DAY), 0.15, 1e-12);
    people->own->standing.since[1] = 17 * SIM_DAY;
    assert_near(attendance_of(people, 1, 34 * SIM_DAY), 0.3, 1e-12);
    yard.settings.people.attendance_floor = 0.5;
    assert_near(attendance_of(people, 0, 17 * SIM_DAY), 0.45, 1e-12);
    assert_false(attendance_is_even(people));
    yard_close(&yard);
}

static void a_climate_moves_attendance_but_never_beyond_all(void **state)
{
    (void)state;
    static const struct spike raid[] = {
        {.from = SIM_DAY, .lasts = SIM_DAY, .half_life = SIM_DAY, .factor = 3}};
    static const struct climate roused = {.own[CLIMATE_ATTENDANCE] = {raid, 1}};
    struct yard yard;
    yard_prepare(&yard, 2, SIM_WEEK);
    yard.population.climate = &roused;
    yard_open(&yard, 1);
    assert_near(attendance_of(people_of(&yard.parts), 0, 0), 0.4, 1e-12);
    assert_near(attendance_of(people_of(&yard.parts), 0, SIM_DAY), 1.0, 1e-12); /* 1.2 */
    assert_near(attendance_of(people_of(&yard.parts), 0, 3 * SIM_DAY), 0.8, 1e-12);
    yard_close(&yard);
}

/* --- interests and the commons --- */

static double mean_focus(double focus, uint32_t people)
{
    struct yard yard;
    yard_prepare(&yard, people, SIM_DAY);
    yard.settings.interests.focus = focus;
    yard_open(&yard, 1);
    double sum = 0;
    for (uint32_t person = 0; person < people; person++) {
        const float *row = interests_of(people_of(&yard.parts), person);
        assert_near((double)interest_match(people_of(&yard.parts), person, person), 1.0, 1e-5);
        uint32_t topic = person_topic(people_of(&yard.parts), person);
        for (uint32_t other = 0; other < people_of(&yard.parts)->topics; other++)
            assert_true(row[other] >= 0 && row[other] <= row[topic]);
        sum += (double)row[topic] / people;
    }
    yard_close(&yard);
    return sum;
}

static void interests_have_unit_length_and_as_many_topics_as_their_focus_lets_them(void **state)
{
    (void)state;
    assert_near(mean_focus(0, 20), sqrt(1.0 / 12), 1e-6); /* all alike */
    double wide = mean_focus(0.5, 200), usual = mean_focus(2, 200), narrow = mean_focus(10, 200);
    assert_true(wide < usual && usual < narrow);
    assert_true(narrow > 0.97);
}

static void like_people_match_and_others_do_not(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 2, SIM_DAY);
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    memset(people->own->interest, 0, 2 * people->topics * sizeof(float));
    people->own->interest[3] = 0.6F;
    people->own->interest[4] = 0.8F;
    people->own->interest[people->topics + 4] = 1.0F;
    assert_near((double)interest_match(people, 0, 1), 0.8, 1e-6);
    assert_int_equal(person_topic(people, 0), 4);
    yard_close(&yard);
}

static void facets_of_topics_make_up_the_commons_without_overlap(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 5, SIM_DAY);
    yard_open(&yard, 1);
    const struct knowledge *knowledge = knowledge_of(&yard.parts);
    struct facet_set all = {{0}};
    for (uint32_t topic = 0; topic < 12; topic++) {
        struct facet_set facets = topic_facets(knowledge, topic);
        assert_int_equal(facet_count(&facets), 4);
        for (uint32_t word = 0; word < FACET_WORDS; word++) {
            assert_int_equal(all.word[word] & facets.word[word], 0);
            all.word[word] |= facets.word[word];
        }
    }
    assert_int_equal(facet_count(&all), knowledge_commons(knowledge)->facets);
    yard_close(&yard);
}

static void who_cares_for_a_topic_knows_more_of_it(void **state)
{
    (void)state;
    enum { PEOPLE = 4000 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, SIM_DAY);
    yard.settings.interests.skill = 0.5;
    yard.settings.interests.expert_share = 0.25;
    yard_open(&yard, 1);
    const struct matter *commons = knowledge_commons(knowledge_of(&yard.parts));
    double expected = 0, known = 0;
    struct facet_set experts = expert_facets(knowledge_of(&yard.parts));
    assert_int_equal(facet_count(&experts), 12); /* one of four each */
    for (uint32_t person = 0; person < PEOPLE; person++) {
        struct facet_set facets = facets_known(commons, person), of_experts = facet_and(&facets, &experts);
        assert_int_equal(facet_count(&of_experts), 0);
        for (uint32_t topic = 0; topic < 12; topic++)
            expected += 3 * 0.5 * (double)interests_of(people_of(&yard.parts), person)[topic];
        known += facet_count(&facets);
    }
    assert_near(known, expected, 4 * sqrt(expected));
    for (uint32_t facet = 3; facet < commons->facets; facet += 4)
        assert_int_equal(commons->first_knowers[facet], 0);
    yard_close(&yard);
}

static void proposals_are_the_same_beside_a_commons_with_more_words(void **state)
{
    (void)state;
    struct yard with, without;
    yard_prepare(&with, 60, SIM_DAY);
    with.settings.interests.facets_per_topic = 8; /* 96 facets, two words */
    yard_prepare(&without, 60, SIM_DAY);
    without.population.interests = NULL;
    yard_open(&with, 1);
    yard_open(&without, 1);
    assert_null(knowledge_commons(knowledge_of(&without.parts)));
    assert_int_equal(knowledge_words(knowledge_of(&without.parts)), 1);
    assert_int_equal(knowledge_words(knowledge_of(&with.parts)), 2);
    const struct matter *one = matter_new(knowledge_of(&with.parts), MATTER_PROPOSAL, 4, NOBODY);
    const struct matter *other = matter_new(knowledge_of(&without.parts), MATTER_PROPOSAL, 4, NOBODY);
    for (uint32_t person = 0; person < 60; person++) {
        struct facet_set a = facets_known(one, person), b = facets_known(other, person);
        assert_memory_equal(&a, &b, sizeof a);
        assert_float_equal(one->leaning[person], other->leaning[person], 0);
    }
    yard_close(&with);
    yard_close(&without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_shares_everybody_can_come_at_any_hour),
        cmocka_unit_test(daily_people_come_within_their_hours),
        cmocka_unit_test(hours_may_go_on_after_midnight),
        cmocka_unit_test(occasional_people_come_on_their_share_of_the_days_all_day),
        cmocka_unit_test(online_people_come_where_a_site_is_online),
        cmocka_unit_test(shares_of_the_kinds_are_as_given),
        cmocka_unit_test(attendance_falls_to_a_half_in_its_half_life_and_to_its_floor),
        cmocka_unit_test(a_climate_moves_attendance_but_never_beyond_all),
        cmocka_unit_test(interests_have_unit_length_and_as_many_topics_as_their_focus_lets_them),
        cmocka_unit_test(like_people_match_and_others_do_not),
        cmocka_unit_test(facets_of_topics_make_up_the_commons_without_overlap),
        cmocka_unit_test(who_cares_for_a_topic_knows_more_of_it),
        cmocka_unit_test(proposals_are_the_same_beside_a_commons_with_more_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
