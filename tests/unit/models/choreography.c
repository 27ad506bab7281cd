/* Who sits in the middle, around it, with whom as before, in new company, or with whom she likes. */
#include "choreography.h"
#include "conversation/talk.h"
#include "conversation/telling.h"
#include "moments.h"

/* --- around a circle --- */

static void those_behind_hear_all_and_say_nothing(void **state)
{
    (void)state;
    static const char *const floors[] = {"open",  "stack",         "progressive-stack",
                                         "round", "talking-piece", "open-mic"};
    for (size_t i = 0; i < sizeof floors / sizeof floors[0]; i++) {
        struct house house;
        char stages[200];
        snprintf(stages, sizeof stages,
                 "{do: converse, lasts: 1 h, seating: inner, inner_size: 4, outer: hears, floor: %s}",
                 floors[i]);
        struct session *session = open_with(&house, stages);
        const struct circle *circle = session->circles.all[0];
        assert_int_equal(circle->seats.count, HALL_PEOPLE);
        assert_int_equal(circle_speakers(circle), 4);
        run_until(house.hall.run, 50 * SIM_MINUTE);
        uint32_t spoke = 0, turns = circle->talk.turns;
        circle_settle(talk_of(&house), session->circles.all[0], site_now(house.hall.site));
        for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
            const struct people *people = people_of(&house.hall.parts);
            assert_int_equal(people->books.turns[person] + people->books.heard[person], turns);
            assert_true(people->books.turns[person] == 0 || inside(&house, person));
            spoke += people->books.turns[person] > 0 ? 1 : 0;
        }
        assert_true(turns >= 3 && spoke >= 2);
        finish(&house);
    }
}

static void who_sits_around_and_hears_nothing_sits_in_no_circle(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(&house, "{do: converse, lasts: 1 h, seating: inner, inner_size: 4}");
    assert_int_equal(session->circles.all[0]->seats.count, 4);
    finish(&house);
}

static void those_behind_learn_what_those_in_front_learn(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.conversation.retention = 1;
    house.hall.settings.people.listening_drain = house.hall.settings.people.speaking_drain = 0;
    house_hold(&house,
               house_line(&house, "{do: converse, lasts: 1 h, seating: inner, inner_size: 4, outer: hears, "
                                  "floor: round, matter: question}"),
               0);
    house_open(&house);
    run_until(house.hall.run, 50 * SIM_MINUTE);
    const struct circle *circle = house_session(&house, 0)->circles.all[0];
    assert_true(facet_count(&circle->talk.voiced) > 10);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        struct facet_set known = person_knows(talk_of(&house), circle->matter, person);
        struct facet_set missed = facet_without(&circle->talk.voiced, &known);
        assert_int_equal(facet_count(&missed), 0);
    }
    finish(&house);
}

static void a_round_counts_the_turns_of_those_in_the_middle(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(
        &house,
        "{do: converse, seating: inner, inner_size: 4, outer: hears, floor: round, turns_each: 3}, {do: "
        "reflect, lasts: 1 h}");
    while (session->at.stage == 0)
        run_until(house.hall.run, site_now(house.hall.site) + SIM_SECOND);
    assert_int_equal(conversation_tally(talk_of(&house))->turns, 12);
    finish(&house);
}

static void who_has_sat_longest_gives_the_chair_back(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(&house, "{do: converse, lasts: 4 h, seating: inner, inner_size: 4, "
                                                "outer: hears, movement: empty-chair, join_rate: 60 /h, "
                                                "floor: round}");
    const struct circle *circle = session->circles.all[0];
    uint32_t order[4], known = 0;
    for (uint32_t i = 0; i < 4; i++)
        order[i] = circle->seats.person[i];
    while (known < 4) { /* the first four go one by one, in their order */
        run_until(house.hall.run, site_now(house.hall.site) + 30 * SIM_SECOND);
        assert_int_equal(circle_speakers(circle), 4);
        while (known < 4 && !inside(&house, order[known]))
            known++;
        for (uint32_t i = known; i < 4; i++)
            assert_true(inside(&house, order[i]));
    }
    run_until(house.hall.run, 3 * SIM_HOUR);
    assert_true(session->books.inside > 12 && session->books.inside <= HALL_PEOPLE);
    finish(&house);
}

static uint32_t odd_or_even(struct site *site, uint32_t person)
{
    (void)site;
    return person == 0 ? NOBODY : person % 2;
}

static void one_side_sits_in_the_middle_and_then_the_other(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house,
               house_line(&house, "{do: converse, lasts: 30 min, times: 2, seating: sides, outer: hears}"),
               0);
    house_open(&house);
    static const struct moments sides = {.side_of = odd_or_even};
    parts_hear(&house.hall.parts, &sides);
    for (uint32_t round = 0; round < 2; round++) {
        run_until(house.hall.run, 10 * SIM_MINUTE + round * 30 * SIM_MINUTE);
        assert_int_equal(house_session(&house, 0)->circles.all[0]->seats.count, HALL_PEOPLE);
        for (uint32_t person = 0; person < HALL_PEOPLE; person++)
            assert_true(inside(&house, person) == (person > 0 && person % 2 == round));
    }
    finish(&house);
}

/* 24 people in three circles, the same in both rounds; who is of no side always sits around. */
static void each_circle_has_a_side_in_its_middle(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house,
               house_line(&house, "{do: converse, lasts: 30 min, times: 2, seating: sides-in-circles, "
                                  "circle_size: 8, outer: hears}"),
               0);
    house_open(&house);
    static const struct moments sides = {.side_of = odd_or_even};
    parts_hear(&house.hall.parts, &sides);
    uint32_t place[HALL_PEOPLE] = {0};
    for (uint32_t round = 0; round < 2; round++) {
        run_until(house.hall.run, 10 * SIM_MINUTE + round * 30 * SIM_MINUTE);
        const struct session *session = house_session(&house, 0);
        assert_int_equal(session->circles.count, HALL_PEOPLE / 8);
        for (uint32_t i = 0; i < session->circles.count; i++) {
            assert_int_equal(session->circles.all[i]->seats.count, 8);
            assert_in_range(circle_speakers(session->circles.all[i]), 3, 4);
            for (uint32_t person = 0; person < HALL_PEOPLE; person++)
                if (sits_in(&house, person) == session->circles.all[i]) {
                    assert_true(round == 0 || place[person] == i);
                    place[person] = i;
                }
        }
        for (uint32_t person = 0; person < HALL_PEOPLE; person++)
            assert_true(inside(&house, person) == (person > 0 && person % 2 == round));
    }
    finish(&house);
}

static void where_nobody_is_of_a_side_all_sit_in_one_circle(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(&house, "{do: converse, lasts: 1 h, seating: sides}");
    assert_int_equal(circle_speakers(session->circles.all[0]), HALL_PEOPLE);
    finish(&house);
}

/* --- as before, and in new company --- */

static void circles_merge_two_by_two_and_the_last_stays(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(
        &house, "{do: converse, lasts: 10 min, seating: random, circle_size: 5}, {do: converse, lasts: 10 "
                "min, times: 3, seating: merge}");
    assert_int_equal(session->circles.count, 5);
    struct circle *before[HALL_PEOPLE];
    uint32_t place[HALL_PEOPLE] = {0};
    for (uint32_t round = 0, circles = 5; round < 3; round++) {
        for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
            before[person] = sits_in(&house, person);
            for (uint32_t i = 0; i < session->circles.count; i++)
                place[person] = session->circles.all[i] == before[person] ? i : place[person];
        }
        circles = (circles + 1) / 2;
        run_until(house.hall.run, (round + 1) * 10 * SIM_MINUTE + SIM_MINUTE);
        assert_int_equal(session->circles.count, circles);
        for (uint32_t person = 0; person < HALL_PEOPLE; person++)
            assert_ptr_equal(sits_in(&house, person), session->circles.all[place[person] / 2]);
    }
    finish(&house);
}

static void who_stays_in_her_circle_turns_to_the_matter_of_the_stage(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(
        &house, "{do: converse, lasts: 10 min, seating: random, circle_size: 6, shares: stories}, {do: "
                "converse, lasts: 10 min, seating: stay, matter: question}");
    struct circle *before[HALL_PEOPLE];
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        before[person] = sits_in(&house, person);
    assert_null(before[0]->matter);
    run_until(house.hall.run, 19 * SIM_MINUTE);
    assert_true(facet_count(&session->circles.all[0]->talk.voiced) > 0);
    for (uint32_t i = 0; i < HALL_PEOPLE; i++)
        for (uint32_t j = 0; j < HALL_PEOPLE; j++)
            assert_true((before[i] == before[j]) == (sits_in(&house, i) == sits_in(&house, j)));
    finish(&house);
}

static void hosts_sit_together_and_then_all_are_back(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(
        &house, "{do: converse, lasts: 10 min, seating: random, circle_size: 6, matter: question}, {do: "
                "converse, lasts: 10 min, seating: hosts}, {do: converse, lasts: 10 min, seating: stay, "
                "matter: question}");
    uint32_t place[HALL_PEOPLE], hosts[4];
    for (uint32_t i = 0; i < 4; i++) {
        hosts[i] = session->circles.all[i]->host;
        for (uint32_t seat = 0; seat < 6; seat++)
            place[session->circles.all[i]->seats.person[seat]] = i;
    }
    run_until(house.hall.run, 9 * SIM_MINUTE);
    struct facet_set voiced = session->circles.all[2]->talk.voiced;
    run_until(house.hall.run, 15 * SIM_MINUTE);
    assert_int_equal(session->circles.count, 1);
    assert_int_equal(session->circles.all[0]->seats.count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_ptr_equal(sits_in(&house, hosts[i]), session->circles.all[0]);
    run_until(house.hall.run, 21 * SIM_MINUTE);
    assert_int_equal(session->circles.count, 4);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_ptr_equal(sits_in(&house, person), session->circles.all[place[person]]);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(session->circles.all[i]->host, hosts[i]);
    struct facet_set lost = facet_without(&voiced, &session->circles.all[2]->talk.voiced);
    assert_true(facet_count(&voiced) > 0);
    assert_int_equal(facet_count(&lost), 0); /* it knows what was said before its host went away */
    finish(&house);
}

static void in_new_company_nobody_sits_with_whom_she_sat(void **state)
{
    (void)state;
    struct house house;
    struct session *session = open_with(
        &house, "{do: converse, lasts: 10 min, seating: random, circle_size: 4}, {do: converse, lasts: 10 "
                "min, times: 3, seating: across, circle_size: 4}");
    bool met[HALL_PEOPLE][HALL_PEOPLE] = {{false}};
    for (uint32_t round = 0; round < 4; round++) {
        run_until(house.hall.run, round * 10 * SIM_MINUTE + SIM_MINUTE);
        assert_int_equal(session->circles.count, 6);
        uint32_t again = 0;
        for (uint32_t one = 0; one < HALL_PEOPLE; one++)
            for (uint32_t other = 0; other < one; other++)
                if (sits_in(&house, one) == sits_in(&house, other)) {
                    again += met[one][other] ? 1 : 0;
                    met[one][other] = true;
                }
        assert_true(again == 0 || round == 3); /* of 24 people at tables of 4, surely in the first rounds */
        for (uint32_t i = 0; i < 6; i++)
            assert_int_equal(session->circles.all[i]->seats.count, 4);
    }
    finish(&house);
}

static void a_second_round_that_repeats_nothing_goes_on_where_the_first_stopped(void **state)
{
    (void)state;
    for (int repeats = 0; repeats <= 1; repeats++) {
        struct house house;
        struct session *session = open_with(
            &house, repeats == 1 ? "{do: converse, lasts: 20 min, times: 2, matter: question}"
                                 : "{do: converse, lasts: 20 min, times: 2, repeats: no, matter: question}");
        run_until(house.hall.run, 19 * SIM_MINUTE);
        struct facet_set first = session->circles.all[0]->talk.voiced;
        run_until(house.hall.run, 20 * SIM_MINUTE + SIM_SECOND);
        struct facet_set missing = facet_without(&first, &session->circles.all[0]->talk.voiced);
        assert_true(facet_count(&first) > 3);
        assert_int_equal(facet_count(&missing), repeats == 1 ? facet_count(&first) : 0);
        finish(&house);
    }
}

/* --- groups and their delegates --- */

static uint32_t three_groups(struct site *site, uint32_t person, uint32_t which)
{
    (void)site;
    return which == 0 && person < 18 ? person / 6 : NOBODY;
}

static uint32_t the_first(struct site *site, const struct session *session, uint32_t group)
{
    (void)site, (void)session;
    return group * 6;
}

static const struct moments groups = {.group_of = three_groups, .delegate_of = the_first};

static void open_council(struct house *house, const char *stages)
{
    house_prepare(house);
    house->hall.settings.proposals.proposer_comes = false;
    house->hall.settings.proposals.waiting = 3;
    house_hold(house, house_line(house, stages), 0);
    house_open(house);
    parts_hear(&house->hall.parts, &groups);
    run_until(house->hall.run, 1);
}

static void a_team_is_a_working_group_and_the_others_sit_together(void **state)
{
    (void)state;
    struct house house;
    open_council(&house, "{do: converse, lasts: 1 h, seating: teams}");
    const struct session *session = house_session(&house, 0);
    assert_int_equal(session->circles.count, 4);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        assert_ptr_equal(sits_in(&house, person), session->circles.all[person / 6]);
    finish(&house);
}

static void delegates_go_to_their_groups_after_each_round_and_come_back(void **state)
{
    (void)state;
    struct house house;
    open_council(&house, "{do: converse, lasts: 10 min, times: 2, seating: delegates, outer: hears, confer: "
                         "3 min, matter: question}, {do: converse, lasts: 1 h, seating: stay}");
    const struct session *session = house_session(&house, 0);
    for (uint32_t round = 0; round < 2; round++) {
        run_until(house.hall.run, round * 13 * SIM_MINUTE + 5 * SIM_MINUTE);
        assert_int_equal(session->circles.count, 1);
        for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
            assert_ptr_equal(sits_in(&house, person), session->circles.all[0]);
            assert_true(inside(&house, person) == (person < 18 && person % 6 == 0));
        }
        run_until(house.hall.run, round * 13 * SIM_MINUTE + 12 * SIM_MINUTE);
        assert_int_equal(session->circles.count, 4);
        for (uint32_t person = 0; person < HALL_PEOPLE; person++)
            assert_ptr_equal(sits_in(&house, person), person < 18 ? sits_in(&house, person / 6 * 6) : NULL);
        assert_true(sits_in(&house, 0) != sits_in(&house, 6));
        assert_true(sits_in(&house, 0)->channel.busy);
    }
    run_until(house.hall.run, 27 * SIM_MINUTE);
    assert_int_equal(session->at.stage, 1);
    assert_int_equal(circle_speakers(session->circles.all[0]), 3);
    finish(&house);
}

/* The opinions of those behind count in no vote: all of them are against, the delegates are in favour. */
static void those_behind_hear_a_proposal_and_do_not_decide_it(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.proposals.proposer_comes = false;
    house.hall.settings.proposals.waiting = 1;
    house.hall.settings.opinions.step = house.hall.settings.opinions.argument_weight = 0;
    house.hall.settings.decisions.time_box = SIM_DAY;
    house_hold(&house,
               house_line(&house, "{do: decide, lasts: 6 h, seating: delegates, outer: hears, confer: 3 min, "
                                  "matter: agenda, decision: majority}"),
               0);
    house_open(&house);
    parts_hear(&house.hall.parts, &groups);
    const struct item *item = agenda_item(agenda_of(&house.hall.parts), 0);
    item->matter->proposer = 20; /* in no group: she comes forward */
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        matter_store_leaning(item->matter, person, person < 18 && person % 6 == 0 ? 1.0F : 0.0F);
    run_until(house.hall.run, SIM_MINUTE);
    assert_true(inside(&house, 20));
    bool conferred = false;
    for (sim_time at = SIM_MINUTE; item->open && at < 5 * SIM_HOUR; at += 30 * SIM_SECOND) {
        run_until(house.hall.run, at);
        conferred = conferred || house_session(&house, 0)->at.confers;
    }
    assert_true(conferred);
    assert_int_equal(item->outcome, ITEM_PASSED); /* by three of four: she herself is against */
    assert_false(inside(&house, 20));
    finish(&house);
}

static void too_few_delegates_decide_nothing_though_many_listen(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.proposals.proposer_comes = false;
    house.hall.settings.proposals.waiting = 3;
    house.hall.settings.decisions.least = 4;
    house_hold(
        &house,
        house_line(&house, "{do: decide, lasts: 6 h, seating: delegates, outer: hears, matter: agenda}"), 0);
    house_open(&house);
    parts_hear(&house.hall.parts, &groups);
    run_until(house.hall.run, 7 * SIM_HOUR);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(agenda_item(agenda_of(&house.hall.parts), i)->heard.visits, 0);
    finish(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_behind_hear_all_and_say_nothing),
        cmocka_unit_test(who_sits_around_and_hears_nothing_sits_in_no_circle),
        cmocka_unit_test(those_behind_learn_what_those_in_front_learn),
        cmocka_unit_test(a_round_counts_the_turns_of_those_in_the_middle),
        cmocka_unit_test(who_has_sat_longest_gives_the_chair_back),
        cmocka_unit_test(one_side_sits_in_the_middle_and_then_the_other),
        cmocka_unit_test(each_circle_has_a_side_in_its_middle),
        cmocka_unit_test(where_nobody_is_of_a_side_all_sit_in_one_circle),
        cmocka_unit_test(circles_merge_two_by_two_and_the_last_stays),
        cmocka_unit_test(who_stays_in_her_circle_turns_to_the_matter_of_the_stage),
        cmocka_unit_test(hosts_sit_together_and_then_all_are_back),
        cmocka_unit_test(in_new_company_nobody_sits_with_whom_she_sat),
        cmocka_unit_test(a_second_round_that_repeats_nothing_goes_on_where_the_first_stopped),
        cmocka_unit_test(a_team_is_a_working_group_and_the_others_sit_together),
        cmocka_unit_test(delegates_go_to_their_groups_after_each_round_and_come_back),
        cmocka_unit_test(those_behind_hear_a_proposal_and_do_not_decide_it),
        cmocka_unit_test(too_few_delegates_decide_nothing_though_many_listen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
