/* Hosts: who is given which circle, what goes wrong for want of skill, and what practice adds. */
#include "hosts/hosts_parts.h"

#include "conversation/talk.h"
#include "house.h"
#include "near.h"

extern const struct mechanism hosts_mechanism;

/* A house in which nobody can host, until a test says who can. */
struct hosted_house {
    struct house house;
    struct host_settings settings;
    struct hosts *hosts;
};

static void prepare(struct hosted_house *hosted)
{
    house_prepare(&hosted->house);
    hosted->settings = (struct host_settings){.needed = true, .skill = 0.8, .holds_back = 1};
}

static void open_house(struct hosted_house *hosted)
{
    struct hall *hall = &hosted->house.hall;
    house_open(&hosted->house);
    const struct setup setup = {
        .site = hall->site, .parts = &hall->parts, .luck = site_luck(hall->site), .arena = &hall->arena};
    hosted->hosts = hosts_new(&hosted->settings, &setup);
    hall->parts.state[HOSTS_NUMBER] = hosted->hosts;
    parts_hear(&hall->parts, &hosts_mechanism.hears);
}

static void close_house(struct hosted_house *hosted)
{
    hosts_settle(hosted->house.hall.site, site_now(hosted->house.hall.site));
    gathering_settle(hosted->house.hall.site, site_now(hosted->house.hall.site));
    hosts_check_books(hosted->house.hall.site);
    house_close(&hosted->house);
}

static void can(struct hosted_house *hosted, uint32_t person, float skill)
{
    hosted->hosts->persons.skill[person] = skill;
}

static struct session *hold(struct hosted_house *hosted, const char *stages)
{
    return house_convene(&hosted->house, house_line(&hosted->house, stages), 0, HALL_PEOPLE, NULL, NULL);
}

static struct circle *circle_in(struct hosted_house *hosted, uint32_t person)
{
    return circle_of(conversation_of(&hosted->house.hall.parts), person);
}

static uint32_t open_circles(struct hosted_house *hosted)
{
    struct conversation *conversation = conversation_of(&hosted->house.hall.parts);
    uint32_t count = 0;
    for (uint32_t i = 0; i < conversation_circles(conversation); i++)
        count += conversation_circle(conversation, i)->open ? 1 : 0;
    return count;
}

static const char four_circles[] = "{do: converse, lasts: 60 min, seating: random, circles: 4}";

/* --- who hosts --- */

static void the_more_skilled_come_first_and_the_last_circle_stays_without(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    can(&hosted, 3, 0.5F);
    can(&hosted, 9, 0.9F);
    can(&hosted, 20, 0.7F);
    const struct session *session = hold(&hosted, four_circles);
    static const uint32_t hosts[] = {9, 20, 3, NOBODY};
    for (uint32_t i = 0; i < 4; i++) {
        const struct circle *circle = session->circles.all[i];
        assert_int_equal(circle->held.by, hosts[i]);
        assert_int_equal(circle_is_together(circle), hosts[i] != NOBODY);
        assert_true(hosts[i] == NOBODY || circle_in(&hosted, hosts[i]) == circle);
    }
    assert_int_equal(hosted.hosts->tally.rounds, 1);
    assert_int_equal(hosted.hosts->tally.full_rounds, 0);
    close_house(&hosted);
}

static void six_people_fall_apart_where_nobody_hosts_them_and_stay_together_where_somebody_does(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    can(&hosted, 3, 0.5F);
    can(&hosted, 9, 0.9F);
    can(&hosted, 20, 0.7F);
    const struct session *session = hold(&hosted, four_circles);
    run_until(hosted.house.hall.run, 30 * SIM_MINUTE);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(session->circles.all[i]->seats.count, 6);
    assert_true(session->circles.all[3]->seats.count < 6);
    assert_int_equal(open_circles(&hosted), 5);
    run_until(hosted.house.hall.run, 61 * SIM_MINUTE);
    assert_int_equal(open_circles(&hosted), 0);
    close_house(&hosted);
}

static void nobody_hosts_where_the_stage_is_not_facilitated(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    can(&hosted, 3, 0.5F);
    const struct session *session =
        hold(&hosted, "{do: converse, lasts: 60 min, seating: random, circles: 4, facilitated: no}");
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(session->circles.all[i]->held.by, NOBODY);
    run_until(hosted.house.hall.run, 61 * SIM_MINUTE);
    assert_int_equal(hosted.hosts->tally.circle_time, 0);
    close_house(&hosted);
}

static void a_host_goes_on_in_the_next_stage_where_people_stay(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    can(&hosted, 5, 0.5F);
    const struct session *session =
        hold(&hosted, "{do: converse, lasts: 60 min, seating: random, circles: 2}, "
                      "{do: converse, lasts: 60 min, seating: stay}, "
                      "{do: converse, lasts: 60 min, seating: stay, facilitated: no}");
    const struct circle *circle = circle_in(&hosted, 5);
    run_until(hosted.house.hall.run, 90 * SIM_MINUTE);
    assert_int_equal(session->at.stage, 1);
    assert_ptr_equal(circle_in(&hosted, 5), circle);
    assert_int_equal(circle->held.by, 5);
    run_until(hosted.house.hall.run, 130 * SIM_MINUTE);
    assert_int_equal(circle->held.by, NOBODY);
    assert_int_equal(hosted.hosts->persons.hosted[5], 2 * SIM_HOUR);
    assert_int_equal(hosted.hosts->tally.circle_time, 2 * 2 * SIM_HOUR);
    close_house(&hosted);
}

static void a_host_who_stays_at_her_table_hosts_it_again(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        can(&hosted, person, 0.5F);
    const struct session *session = hold(
        &hosted, "{do: converse, lasts: 60 min, times: 3, seating: random, circle_size: 4, host_stays: yes}");
    uint32_t hosts[6];
    for (uint32_t i = 0; i < 6; i++)
        hosts[i] = session->circles.all[i]->held.by;
    run_until(hosted.house.hall.run, 150 * SIM_MINUTE);
    assert_int_equal(session->at.round, 2);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(session->circles.all[i]->held.by, hosts[i]);
    close_house(&hosted);
}

static void where_the_host_goes_the_most_skilled_of_her_circle_takes_over(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    open_house(&hosted);
    can(&hosted, 3, 0.9F);
    can(&hosted, 9, 0.4F);
    can(&hosted, 20, 0.6F);
    struct session *session = hold(&hosted, "{do: converse, lasts: 60 min}");
    const struct circle *circle = session->circles.all[0];
    assert_int_equal(circle->held.by, 3);
    run_until(hosted.house.hall.run, 15 * SIM_MINUTE);
    session_leave(hosted.house.hall.site, session, 3);
    assert_int_equal(circle->held.by, 20);
    assert_near((double)circle->held.skill, 0.6, 1e-6);
    assert_int_equal(hosted.hosts->persons.hosted[3], 15 * SIM_MINUTE);
    session_leave(hosted.house.hall.site, session, 9);
    assert_int_equal(circle->held.by, 20);
    session_leave(hosted.house.hall.site, session, 20);
    assert_int_equal(circle->held.by, NOBODY);
    assert_false(circle_is_together(circle));
    close_house(&hosted);
}

static void a_quarter_of_24_people_are_6_whoever_they_are(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.can_host = 0.25;
    open_house(&hosted);
    uint32_t count = 0;
    for (uint32_t person = 0; person < HALL_PEOPLE; person++)
        count += hosts_skill(hosted.hosts, person) > 0 ? 1 : 0;
    assert_int_equal(count, 6);
    close_house(&hosted);
}

/* --- practice --- */

static void two_hours_of_hosting_leave_81_percent_of_what_is_missing_at_a_training_of_10_percent(void **state)
{
    (void)state;
    assert_near(hosts_skill_after(0.2, 0.1, 2), 1 - 0.8 * 0.81, 1e-12);
    assert_near(hosts_skill_after(0.2, 0, 100), 0.2, 1e-12);
    assert_near(hosts_skill_after(0, 1, 1), 1, 1e-12);
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.training = 0.1;
    open_house(&hosted);
    can(&hosted, 3, 0.2F);
    hold(&hosted, "{do: converse, lasts: 120 min}");
    run_until(hosted.house.hall.run, 3 * SIM_HOUR);
    assert_near(hosts_skill(hosted.hosts, 3), 1 - 0.8 * 0.81, 1e-6);
    close_house(&hosted);
}

/* --- what goes wrong --- */

static struct matter *question_of(struct hosted_house *hosted)
{
    return matter_new(knowledge_of(&hosted->house.hall.parts), MATTER_QUESTION, 1, NOBODY);
}

static void turns_that_stray_carry_nothing_and_move_nobody(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.stray = 1;
    open_house(&hosted);
    struct matter *matter = question_of(&hosted);
    float before[HALL_PEOPLE];
    memcpy(before, matter->leaning, sizeof before);
    struct session *session =
        house_convene(&hosted.house, house_line(&hosted.house, "{do: converse, lasts: 60 min, matter: own}"),
                      0, HALL_PEOPLE, matter, NULL);
    run_until(hosted.house.hall.run, 30 * SIM_MINUTE);
    const struct circle *circle = session->circles.all[0];
    assert_true(circle->talk.turns > 10);
    assert_false(circle_is_talked_out(conversation_of(&hosted.house.hall.parts), circle));
    run_until(hosted.house.hall.run, 61 * SIM_MINUTE);
    assert_true(session->books.turns > 100);
    assert_int_equal(session->books.novel, 0);
    assert_int_equal(facet_count(&matter->heard.voiced), 0);
    assert_memory_equal(before, matter->leaning, sizeof before);
    const struct tally *tally = conversation_tally_apart(conversation_of(&hosted.house.hall.parts));
    assert_int_equal(tally->strayed, tally->turns);
    close_house(&hosted);
}

static void a_host_of_full_skill_lets_nothing_go_wrong(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.stray = hosted.settings.slip = 1;
    open_house(&hosted);
    can(&hosted, 3, 1);
    hold(&hosted, "{do: converse, lasts: 60 min, floor: round}");
    run_until(hosted.house.hall.run, 30 * SIM_MINUTE);
    const struct people *people = people_of(&hosted.house.hall.parts);
    assert_int_equal(open_circles(&hosted), 1);
    assert_int_equal(conversation_tally_apart(conversation_of(&hosted.house.hall.parts))->strayed, 0);
    for (uint32_t person = 1; person < HALL_PEOPLE; person++) {
        int apart = (int)people->books.turns[0] - (int)people->books.turns[person];
        assert_true(apart == 0 || apart == 1); /* the round is kept: nobody is a turn ahead of it */
    }
    close_house(&hosted);
}

static void a_round_is_not_kept_where_every_turn_slips(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.slip = 1;
    hosted.house.hall.settings.conversation.split_above = HALL_PEOPLE;
    open_house(&hosted);
    can(&hosted, 3, 1e-6F);
    hold(&hosted, "{do: converse, lasts: 60 min, floor: round}");
    run_until(hosted.house.hall.run, 59 * SIM_MINUTE);
    const struct people *people = people_of(&hosted.house.hall.parts);
    uint32_t most = 0, least = UINT32_MAX;
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        most = people->books.turns[person] > most ? people->books.turns[person] : most;
        least = people->books.turns[person] < least ? people->books.turns[person] : least;
    }
    assert_true(most > least + 2);
    close_house(&hosted);
}

static void a_large_circle_falls_apart_where_it_slips_and_its_host_stays_with_one_half(void **state)
{
    (void)state;
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.slip = 1;
    hosted.house.hall.settings.conversation.split_above = 12;
    open_house(&hosted);
    can(&hosted, HALL_PEOPLE - 1, 1e-6F); /* who sits in the last seat */
    const struct session *session = hold(&hosted, "{do: converse, lasts: 60 min}");
    const struct circle *circle = session->circles.all[0];
    assert_int_equal(open_circles(&hosted), 2);
    assert_int_equal(circle->seats.count, HALL_PEOPLE / 2);
    assert_ptr_equal(circle_in(&hosted, HALL_PEOPLE - 1), circle);
    assert_int_equal(circle->held.by, HALL_PEOPLE - 1);
    run_until(hosted.house.hall.run, 61 * SIM_MINUTE);
    assert_int_equal(open_circles(&hosted), 0);
    close_house(&hosted);
}

/* Turns in six hours of the most talkative, who hosts. */
static uint32_t turns_of_host(double holds_back)
{
    struct hosted_house hosted;
    prepare(&hosted);
    hosted.settings.holds_back = holds_back;
    open_house(&hosted);
    const struct people *people = people_of(&hosted.house.hall.parts);
    uint32_t host = 0;
    for (uint32_t person = 1; person < HALL_PEOPLE; person++)
        host = people->voice.propensity[person] > people->voice.propensity[host] ? person : host;
    can(&hosted, host, 0.5F);
    hold(&hosted, "{do: converse, lasts: 6 h}");
    run_until(hosted.house.hall.run, 7 * SIM_HOUR);
    uint32_t turns = people->books.turns[host];
    close_house(&hosted);
    return turns;
}

static void who_holds_back_altogether_does_not_speak(void **state)
{
    (void)state;
    assert_int_equal(turns_of_host(0), 0);
    assert_true(turns_of_host(0.2) > 0);
    assert_true(turns_of_host(1) > 2 * turns_of_host(0.2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_more_skilled_come_first_and_the_last_circle_stays_without),
        cmocka_unit_test(six_people_fall_apart_where_nobody_hosts_them_and_stay_together_where_somebody_does),
        cmocka_unit_test(nobody_hosts_where_the_stage_is_not_facilitated),
        cmocka_unit_test(a_host_goes_on_in_the_next_stage_where_people_stay),
        cmocka_unit_test(a_host_who_stays_at_her_table_hosts_it_again),
        cmocka_unit_test(where_the_host_goes_the_most_skilled_of_her_circle_takes_over),
        cmocka_unit_test(a_quarter_of_24_people_are_6_whoever_they_are),
        cmocka_unit_test(
            two_hours_of_hosting_leave_81_percent_of_what_is_missing_at_a_training_of_10_percent),
        cmocka_unit_test(turns_that_stray_carry_nothing_and_move_nobody),
        cmocka_unit_test(a_host_of_full_skill_lets_nothing_go_wrong),
        cmocka_unit_test(a_round_is_not_kept_where_every_turn_slips),
        cmocka_unit_test(a_large_circle_falls_apart_where_it_slips_and_its_host_stays_with_one_half),
        cmocka_unit_test(who_holds_back_altogether_does_not_speak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
