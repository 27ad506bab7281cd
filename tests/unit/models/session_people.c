/* Who comes late, who goes early, who speaks for others, and what a meeting is about. */
#include "conversation/talk.h"
#include "house.h"

static const char talk[] = "{do: converse, lasts: 1 h}";

/* Works on until somebody speaks in the circle. */
static void wait_for_a_speaker(struct house *house, const struct circle *circle)
{
    for (sim_time at = site_now(house->hall.site);
         circle->channel.turn.speaker == NOBODY || !circle->channel.busy;)
        run_until(house->hall.run, at += SIM_SECOND);
}

static void who_goes_in_mid_turn_is_heard_by_nobody_and_the_others_talk_on(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    struct parts *parts = &house.hall.parts;
    struct session *session = house_convene(&house, house_line(&house, talk), 0, 5, NULL, NULL);
    run_until(house.hall.run, 10 * SIM_MINUTE);
    struct circle *circle = session->circles.all[0];
    wait_for_a_speaker(&house, circle);
    uint32_t speaker = circle->channel.turn.speaker;
    uint64_t turns = conversation_tally_apart(conversation_of(parts))->turns;
    sim_time now = site_now(house.hall.site);
    session_leave(house.hall.site, session, speaker);
    assert_int_equal(session->here.count, 4);
    assert_true(person_is_free(people_of(parts), speaker));
    assert_null(circle_of(conversation_of(parts), speaker));
    assert_int_equal(people_of(parts)->books.attended[speaker], now);
    assert_int_equal(conversation_tally_apart(conversation_of(parts))->turns, turns);
    assert_int_equal(conversation_tally_apart(conversation_of(parts))->cut, 1);
    assert_true(circle->channel.busy && circle->channel.turn.speaker != speaker);
    run_until(house.hall.run, 30 * SIM_MINUTE);
    assert_true(conversation_tally_apart(conversation_of(parts))->turns > turns);
    run_until(house.hall.run, 2 * SIM_HOUR);
    house_check_books(&house);
    house_close(&house);
}

static void who_goes_while_another_speaks_disturbs_nobody(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    struct session *session = house_convene(&house, house_line(&house, talk), 0, 5, NULL, NULL);
    struct circle *circle = session->circles.all[0];
    wait_for_a_speaker(&house, circle);
    uint32_t speaker = circle->channel.turn.speaker;
    sim_time began = circle->channel.turn.began;
    session_leave(house.hall.site, session, (speaker + 1) % 5);
    assert_true(circle->channel.busy && circle->channel.turn.speaker == speaker &&
                circle->channel.turn.began == began);
    run_until(house.hall.run, 2 * SIM_HOUR);
    house_check_books(&house);
    house_close(&house);
}

static void a_session_that_one_is_left_in_is_over(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    struct session *session = house_convene(&house, house_line(&house, talk), 0, 3, NULL, NULL);
    run_until(house.hall.run, 10 * SIM_MINUTE);
    session_leave(house.hall.site, session, 1);
    run_until(house.hall.run, 20 * SIM_MINUTE);
    assert_true(session->open);
    session_leave(house.hall.site, session, 2);
    run_until(house.hall.run, 20 * SIM_MINUTE + 1);
    assert_false(session->open);
    assert_true(person_is_free(people_of(&house.hall.parts), 0));
    assert_int_equal(gathering_of(&house.hall.parts)->convened.session_time, 20 * SIM_MINUTE);
    assert_int_equal(gathering_of(&house.hall.parts)->convened.people_time, (10 + 20 + 20) * SIM_MINUTE);
    run_until(house.hall.run, 2 * SIM_HOUR);
    house_check_books(&house);
    house_close(&house);
}

/* The others are done: of those who are left, nobody has anybody to talk to. */
static void a_round_ends_though_somebody_went_before_her_turn(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    struct session *session = house_convene(
        &house, house_line(&house, "{do: converse, turns_each: 3, seating: random, circles: 2}"), 0, 5, NULL,
        NULL);
    struct circle *three = session->circles.all[0], *two = session->circles.all[1];
    assert_int_equal(three->seats.count, 3);
    while (two->channel.busy)
        run_until(house.hall.run, site_now(house.hall.site) + SIM_SECOND);
    assert_true(session->open && two->talk.turns == 6 && three->talk.turns < 9);
    session_leave(house.hall.site, session, three->seats.person[0]);
    session_leave(house.hall.site, session, three->seats.person[0]);
    assert_true(session->here.count == 3 && three->seats.count == 1);
    run_until(house.hall.run, SIM_DAY);
    assert_false(session->open);
    house_check_books(&house);
    house_close(&house);
}

static void the_proposer_of_what_is_heard_may_go(void **state)
{
    (void)state;
    for (sim_time after = SIM_MINUTE; after < 40 * SIM_MINUTE; after += 7 * SIM_MINUTE) {
        struct house house;
        house_prepare(&house);
        house.hall.settings.proposals.waiting = 2;
        house_hold(&house, house_line(&house, "{do: decide, matter: agenda, lasts: 2 h}"), 0);
        house_open(&house);
        run_until(house.hall.run, after);
        struct session *session = house_session(&house, 0);
        uint32_t proposer = agenda_item(agenda_of(&house.hall.parts), 0)->matter->proposer;
        if (session_has(people_of(&house.hall.parts), session, proposer))
            session_leave(house.hall.site, session, proposer);
        run_until(house.hall.run, SIM_DAY);
        assert_false(session->open);
        assert_true(agenda_books(agenda_of(&house.hall.parts))->hearings >= 2);
        house_check_books(&house);
        agenda_settle(agenda_of(&house.hall.parts), SIM_DAY);
        house_close(&house);
    }
}

static void who_comes_late_sits_where_there_is_the_most_room(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    struct session *session =
        house_convene(&house, house_line(&house, "{do: converse, lasts: 1 h, seating: random, circles: 3}"),
                      0, 11, NULL, NULL);
    run_until(house.hall.run, 15 * SIM_MINUTE);
    session_join(house.hall.site, session, 20);
    session_join(house.hall.site, session, 21);
    assert_int_equal(session->here.count, 13);
    for (uint32_t i = 0; i < 3; i++)
        assert_true(session->circles.all[i]->seats.count == 4 || session->circles.all[i]->seats.count == 5);
    run_until(house.hall.run, 2 * SIM_HOUR);
    const struct people *people = people_of(&house.hall.parts);
    assert_int_equal(people->books.attended[20], 45 * SIM_MINUTE);
    assert_int_equal(people->books.attended[0], 60 * SIM_MINUTE);
    assert_true(people->books.heard[20] > 0);
    assert_int_equal(gathering_of(&house.hall.parts)->convened.heads, 13);
    house_check_books(&house);
    house_close(&house);
}

static void who_comes_late_to_an_assembly_comes_to_one_session_more(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.people.attendance = 0.5;
    house_hold(
        &house,
        house_line(&house, "{do: arrive, lasts: 10 min}, {do: converse, lasts: 1 h, matter: question}"), 0);
    house_open(&house);
    run_until(house.hall.run, 5 * SIM_MINUTE);
    struct session *assembly = house_session(&house, 0);
    uint32_t late = 0, before = assembly->here.count;
    while (session_has(people_of(&house.hall.parts), assembly, late))
        late++;
    session_join(house.hall.site, assembly, late); /* nobody sits yet */
    assert_null(circle_of(conversation_of(&house.hall.parts), late));
    run_until(house.hall.run, 20 * SIM_MINUTE);
    assert_ptr_equal(circle_of(conversation_of(&house.hall.parts), late), assembly->circles.all[0]);
    assert_int_equal(assembly->circles.all[0]->seats.count, before + 1);
    assert_int_equal(people_of(&house.hall.parts)->books.sessions[late], 1);
    house_check_books(&house);
    house_close(&house);
}

/* --- what it is about --- */

static struct facet_set facets_from(uint32_t first, uint32_t count)
{
    struct facet_set set = {{0}};
    for (uint32_t i = 0; i < count; i++)
        facet_add(&set, first + i);
    return set;
}

static uint32_t voiced_in_a_meeting(const char *content, const struct facet_set *about,
                                    struct facet_set *voiced)
{
    struct house house;
    house_prepare(&house);
    house.hall.settings.knowledge.common_share = 1;
    house.hall.settings.knowledge.common_known = 0.5;
    for (size_t i = 0; content_rules[i] != NULL; i++)
        if (strcmp(content_rules[i]->name, content) == 0)
            house.hall.settings.conversation.content = (const struct content_rule *)content_rules[i];
    house_open(&house);
    struct matter *matter = matter_new(knowledge_of(&house.hall.parts), MATTER_QUESTION, 77, NOBODY);
    house_convene(
        &house,
        house_line(&house,
                   "{do: converse, lasts: 3 h, matter: own, seating: random, circle_size: 4}, {do: harvest}"),
        0, 8, matter, about);
    run_until(house.hall.run, 5 * SIM_HOUR);
    *voiced = matter->heard.voiced;
    house_close(&house);
    return facet_count(voiced);
}

static void a_meeting_about_a_part_of_a_matter_brings_up_nothing_else(void **state)
{
    (void)state;
    static const char *const rules[] = {"new-or-repeat", "with-replacement"};
    const struct facet_set part = facets_from(60, 8); /* over the border of a word */
    for (size_t i = 0; i < 2; i++) {
        struct facet_set voiced;
        assert_true(voiced_in_a_meeting(rules[i], NULL, &voiced) > 30);
        uint32_t count = voiced_in_a_meeting(rules[i], &part, &voiced);
        struct facet_set beside = facet_without(&voiced, &part);
        assert_true(count >= 6 && count <= 8);
        assert_int_equal(facet_count(&beside), 0);
    }
}

static void who_is_given_the_floor_keeps_to_what_it_is_about_too(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.knowledge.common_share = 1;
    house.hall.settings.knowledge.common_known = 1;
    house_open(&house);
    const struct facet_set part = facets_from(60, 8);
    struct matter *matter = matter_new(knowledge_of(&house.hall.parts), MATTER_QUESTION, 77, NOBODY);
    const struct session *session = house_convene(
        &house, house_line(&house, "{do: converse, lasts: 1 h, matter: own}"), 0, 4, matter, &part);
    struct circle *circle = session->circles.all[0];
    circle_hush(house.hall.site, circle);
    circle_give_floor(house.hall.site, circle, 2, SIM_MINUTE, MOST_SAID);
    assert_int_equal(circle->channel.turn.said, 8);
    for (uint32_t i = 0; i < 8; i++)
        assert_true(facet_in(&part, circle->channel.turn.facet[i]));
    house_close(&house);
}

static void a_session_of_the_calendar_is_about_nothing_of_its_own(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house, house_line(&house, "{do: converse, lasts: 1 h, matter: own}"), 0);
    house_open(&house);
    run_until(house.hall.run, 10 * SIM_MINUTE);
    assert_null(house_session(&house, 0)->circles.all[0]->matter);
    assert_true(conversation_tally(conversation_of(&house.hall.parts))->turns > 0);
    house_close(&house);
}

static void what_is_asked_in_a_meeting_is_not_counted_among_the_questions_of_assemblies(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_open(&house);
    house_convene(&house, house_line(&house, "{do: converse, lasts: 1 h, matter: question}"), 0, 5, NULL,
                  NULL);
    assert_true(house_session_of(&house, 0)->asked.question->id >= QUESTIONS_APART_FROM);
    assert_int_equal(gathering_of(&house.hall.parts)->questions.asked, 0);
    house_close(&house);
}

/* --- delegates: persons 0-5 are group 0, 6-11 group 1, 12-17 group 2, others in none; 11 is in group 2 as
 * well --- */

static uint32_t three_groups(struct site *site, uint32_t person, uint32_t which)
{
    (void)site;
    if (which == 0)
        return person < 18 ? person / 6 : NOBODY;
    return which == 1 && person == 11 ? 2 : NOBODY;
}

/* The last of the group in the first session, and so on backwards. */
static uint32_t in_rotation(struct site *site, const struct session *session, uint32_t group)
{
    (void)site;
    return group * 6 + 5 - (session->origin.of_calendar - 1) % 6;
}

static void open_with_groups(struct house *house, const char *stages, int who)
{
    house_prepare(house);
    for (int day = 0; day < 2; day++) {
        struct calendar_entry line = house_line(house, stages);
        line.who = (const struct calling_rule *)calling_rules[who];
        house_hold(house, line, day * SIM_DAY);
    }
    house->hall.settings.proposals.proposer_comes = false;
    house->hall.settings.proposals.waiting = 3;
    house_open(house);
    static const struct moments groups = {.group_of = three_groups, .delegate_of = in_rotation};
    parts_hear(&house->hall.parts, &groups);
}

static void delegates_sit_in_the_middle_and_the_others_hear_nothing(void **state)
{
    (void)state;
    struct house house;
    open_with_groups(&house, "{do: converse, lasts: 1 h, seating: delegates, matter: question}", 0);
    for (uint32_t day = 0; day < 2; day++) {
        run_until(house.hall.run, day * SIM_DAY + 30 * SIM_MINUTE);
        const struct session *council = house_session(&house, 0);
        assert_int_equal(council->here.count, HALL_PEOPLE);
        assert_int_equal(council->circles.count, 1);
        assert_int_equal(council->circles.all[0]->seats.count, 3);
        for (uint32_t group = 0; group < 3; group++)
            assert_ptr_equal(circle_of(conversation_of(&house.hall.parts), group * 6 + 5 - day),
                             council->circles.all[0]);
        run_until(house.hall.run, day * SIM_DAY + 2 * SIM_HOUR);
    }
    const struct people *people = people_of(&house.hall.parts);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        bool sat = person < 18 && person % 6 >= 4;
        assert_true((people->books.heard[person] > 0) == sat);
        assert_int_equal(people->books.attended[person], 2 * SIM_HOUR);
    }
    house_check_books(&house);
    house_close(&house);
}

static void where_delegates_are_called_nobody_else_comes(void **state)
{
    (void)state;
    struct house house;
    open_with_groups(&house, "{do: converse, lasts: 1 h, seating: delegates, matter: question}", 1);
    run_until(house.hall.run, 30 * SIM_MINUTE);
    const struct session *council = house_session(&house, 0);
    const uint32_t delegates[] = {5, 11, 17};
    assert_int_equal(council->here.count, 3);
    assert_memory_equal(council->here.people, delegates, sizeof delegates);
    run_until(house.hall.run, SIM_DAY + 30 * SIM_MINUTE);
    const uint32_t next[] = {4, 10, 16};
    assert_int_equal(council->here.count, 3);
    assert_memory_equal(council->here.people, next, sizeof next);
    house_check_books(&house);
    house_close(&house);
}

static void without_groups_everybody_sits_in_the_circle(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house_hold(&house, house_line(&house, "{do: converse, lasts: 1 h, seating: delegates}"), 0);
    house_open(&house);
    run_until(house.hall.run, 30 * SIM_MINUTE);
    assert_int_equal(house_session(&house, 0)->circles.all[0]->seats.count, HALL_PEOPLE);
    house_close(&house);
}

static void who_presents_comes_forward_and_goes_back(void **state)
{
    (void)state;
    struct house house;
    open_with_groups(&house,
                     "{do: decide, lasts: 6 h, seating: delegates, matter: agenda}, {do: converse, lasts: 1 "
                     "h, seating: stay}",
                     0);
    const struct agenda *agenda = agenda_of(&house.hall.parts);
    for (uint32_t i = 0; i < 3; i++)
        agenda_item(agenda, i)->matter->proposer = 20 + i; /* in no group */
    run_until(house.hall.run, SIM_MINUTE);
    const struct session *council = house_session(&house, 0);
    const struct circle *circle = council->circles.all[0];
    assert_int_equal(circle->seats.count, 4);
    assert_ptr_equal(circle_of(conversation_of(&house.hall.parts), 20), circle);
    while (council->at.stage == 0)
        run_until(house.hall.run, site_now(house.hall.site) + SIM_SECOND);
    assert_int_equal(council->circles.all[0]->seats.count, 3);
    assert_true(people_of(&house.hall.parts)->books.turns[20] > 0);
    run_until(house.hall.run, 8 * SIM_HOUR);
    house_check_books(&house);
    house_close(&house);
}

static void nobody_comes_late_to_the_middle(void **state)
{
    (void)state;
    struct house house;
    open_with_groups(&house, "{do: converse, lasts: 1 h, seating: delegates}", 1);
    run_until(house.hall.run, 10 * SIM_MINUTE);
    struct session *council = house_session(&house, 0);
    session_join(house.hall.site, council, 0);
    assert_int_equal(council->here.count, 4);
    assert_int_equal(council->circles.all[0]->seats.count, 3);
    house_check_books(&house);
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_goes_in_mid_turn_is_heard_by_nobody_and_the_others_talk_on),
        cmocka_unit_test(who_goes_while_another_speaks_disturbs_nobody),
        cmocka_unit_test(a_session_that_one_is_left_in_is_over),
        cmocka_unit_test(a_round_ends_though_somebody_went_before_her_turn),
        cmocka_unit_test(the_proposer_of_what_is_heard_may_go),
        cmocka_unit_test(who_comes_late_sits_where_there_is_the_most_room),
        cmocka_unit_test(who_comes_late_to_an_assembly_comes_to_one_session_more),
        cmocka_unit_test(a_meeting_about_a_part_of_a_matter_brings_up_nothing_else),
        cmocka_unit_test(who_is_given_the_floor_keeps_to_what_it_is_about_too),
        cmocka_unit_test(a_session_of_the_calendar_is_about_nothing_of_its_own),
        cmocka_unit_test(what_is_asked_in_a_meeting_is_not_counted_among_the_questions_of_assemblies),
        cmocka_unit_test(delegates_sit_in_the_middle_and_the_others_hear_nothing),
        cmocka_unit_test(where_delegates_are_called_nobody_else_comes),
        cmocka_unit_test(without_groups_everybody_sits_in_the_circle),
        cmocka_unit_test(who_presents_comes_forward_and_goes_back),
        cmocka_unit_test(nobody_comes_late_to_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
