/* How people find working groups or found them, and what meetings do. */
#include "chronicle.h"
#include "groups/delegates.h"
#include "near.h"
#include "people/people_parts.h"
#include "plaza.h"

/* --- founding --- */

static void calls_are_heard(struct plaza *plaza)
{
    plaza_prepare(plaza);
    plaza->settings.groups.founding.announce = 1;
}

static void three_who_care_for_a_topic_found_a_group_and_all_in_the_circle_know_of_it(void **state)
{
    (void)state;
    struct plaza plaza;
    calls_are_heard(&plaza);
    plaza_open(&plaza, 10);
    for (uint32_t person = 0; person < 10; person++)
        plaza_care(&plaza, person, person < 3 ? 4 : person < 5 ? 1 : person);
    assert_true(plaza_convene(&plaza, 0, 5)); /* three for topic 4, two for topic 1 */
    plaza_wait(&plaza, 1);
    const struct groups *groups = groups_of(&plaza.parts);
    assert_int_equal(groups->all.count, 1);
    const struct group *group = groups->all.list[0];
    assert_int_equal(group->topic, 4);
    assert_int_equal(group->members.founders, 3);
    for (uint32_t person = 0; person < 10; person++) {
        assert_int_equal(group_has(groups, group, person), person < 3);
        assert_int_equal(person_knows_of_group(groups, person, group), person < 5);
    }
    plaza_close(&plaza);
}

static void who_knows_of_a_group_founds_no_second_one_and_who_does_not_does(void **state)
{
    (void)state;
    struct plaza plaza;
    calls_are_heard(&plaza);
    plaza_open(&plaza, 12);
    for (uint32_t person = 0; person < 12; person++)
        plaza_care(&plaza, person, 2);
    struct group *group = plaza_found(&plaza, 2, 0, 3);
    for (uint32_t person = 3; person < 8; person++)
        person_hears_of_group(groups_of(&plaza.parts), person, group);
    plaza_convene(&plaza, 3, 5);
    plaza_wait(&plaza, 1);
    assert_int_equal(groups_of(&plaza.parts)->all.count, 1);
    plaza_convene(&plaza, 7, 5); /* four of them do not know of it */
    plaza_wait(&plaza, 1);
    assert_int_equal(groups_of(&plaza.parts)->all.count, 2);
    const struct group *second = groups_of(&plaza.parts)->all.list[1];
    assert_int_equal(second->topic, 2);
    assert_int_equal(second->members.founders, 4);
    assert_true(person_knows_of_group(groups_of(&plaza.parts), 7, second) &&
                !group_has(groups_of(&plaza.parts), second, 7));
    plaza_close(&plaza);
}

static void those_with_two_groups_found_no_third(void **state)
{
    (void)state;
    struct plaza plaza;
    calls_are_heard(&plaza);
    plaza_open(&plaza, 3);
    for (uint32_t person = 0; person < 3; person++)
        plaza_care(&plaza, person, 2);
    plaza_found(&plaza, 0, 0, 3);
    plaza_found(&plaza, 1, 0, 3);
    plaza_convene(&plaza, 0, 3);
    plaza_wait(&plaza, 1);
    assert_int_equal(groups_of(&plaza.parts)->all.count, 2);
    assert_int_equal(groups_of(&plaza.parts)->tally.founding.called_for, 0);
    plaza_close(&plaza);
}

static uint64_t refused(sim_time until, int64_t most)
{
    struct plaza plaza;
    calls_are_heard(&plaza);
    plaza.settings.groups.founding.until = until;
    plaza.settings.groups.founding.most = most;
    plaza_open(&plaza, 6);
    for (uint32_t person = 0; person < 6; person++)
        plaza_care(&plaza, person, person / 3);
    plaza_convene(&plaza, 0, 3);
    plaza_wait(&plaza, 30);
    plaza_convene(&plaza, 3, 3);
    plaza_wait(&plaza, 1);
    uint64_t refused = groups_of(&plaza.parts)->tally.founding.refused;
    assert_int_equal(groups_of(&plaza.parts)->all.count, refused == 0 ? 2 : 1);
    plaza_close(&plaza);
    return refused;
}

static void founding_can_be_frozen_or_limited_and_what_is_refused_is_counted(void **state)
{
    (void)state;
    assert_int_equal(refused(0, 0), 0);
    assert_int_equal(refused(2 * SIM_DAY, 2), 0);
    assert_int_equal(refused(SIM_DAY, 0), 3); /* each of the three calls in vain */
    assert_int_equal(refused(0, 1), 3);
}

static void groups_are_known_by_those_who_sat_with_a_member_that_spoke(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza.settings.groups.newcomers.mention = 1;
    plaza_open(&plaza, 12);
    struct group *group = plaza_found(&plaza, 2, 0, 3);
    plaza_convene(&plaza, 2, 4);
    plaza_convene(&plaza, 6, 4);
    plaza_wait(&plaza, 1);
    for (uint32_t person = 0; person < 12; person++)
        assert_int_equal(person_knows_of_group(groups_of(&plaza.parts), person, group), person < 6);
    plaza_close(&plaza);
}

/* --- newcomers --- */

static void who_finds_nothing_leaves_at_the_end_of_her_patience_and_who_was_there_first_stays(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza.settings.arrivals.per_hour = 1;
    plaza_open(&plaza, 10);
    const struct people *people = people_of(&plaza.parts);
    plaza_wait(&plaza, 240);
    uint64_t gone = 0;
    for (uint32_t i = 0; i < people->arriving; i++) /* her third visit is two days after the first */
        gone += people->own->arrivals[i] + 2 * SIM_DAY < site_now(plaza.site) ? 1 : 0;
    assert_true(gone > 100);
    assert_int_equal(people->own->standing.departures[LEFT_PATIENCE], gone);
    for (uint32_t person = 0; person < 10; person++)
        assert_true(person_is_here(people, person));
    plaza_close(&plaza);
}

static void the_desk_shows_all_groups_and_without_it_each_is_noticed_by_chance(void **state)
{
    (void)state;
    enum { PEOPLE = 700, GROUPS = 30 };
    for (int desk = 0; desk < 2; desk++) {
        struct plaza plaza;
        plaza_prepare(&plaza);
        plaza.settings.groups.newcomers.welcome = desk;
        plaza.settings.groups.newcomers.notice = .1;
        plaza.settings.groups.start = (struct group_start_settings){GROUPS, 3};
        plaza_open(&plaza, PEOPLE);
        plaza_wait(&plaza, 24); /* everybody without a group has looked round once */
        const struct groups *groups = groups_of(&plaza.parts);
        uint64_t known = 0;
        for (uint32_t i = 0; i < GROUPS; i++)
            for (uint32_t person = 0; person < PEOPLE; person++)
                known += person_knows_of_group(groups, person, groups->all.list[i]) ? 1 : 0;
        double others = (PEOPLE - 3 * GROUPS) * GROUPS;
        double share = ((double)known - 3 * GROUPS) / (PEOPLE * GROUPS - 3.0 * GROUPS);
        double expected = desk == 1 ? others / (PEOPLE * GROUPS - 3.0 * GROUPS) : .1 * 610 / 699;
        assert_near(share, expected, desk == 1 ? 1e-9 : 4 * sqrt(.09 / others));
        plaza_close(&plaza);
    }
}

/* More groups than a word has bits; what people knew of one that ended is not said of the next. */
static void each_of_two_hundred_groups_is_known_to_its_own_people_alone(void **state)
{
    (void)state;
    enum { GROUPS = 200, EACH = 3 };
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_open(&plaza, (GROUPS + 1) * EACH);
    const struct groups *groups = groups_of(&plaza.parts);
    for (uint32_t i = 0; i < GROUPS; i++)
        plaza_found(&plaza, i % 3, i * EACH, EACH);
    group_dissolve(plaza.site, groups->all.list[70], GROUP_EVICTED);
    const struct group *next = plaza_found(&plaza, 0, GROUPS * EACH, EACH);
    for (uint32_t i = 0; i <= GROUPS; i++)
        for (uint32_t person = 0; person < (GROUPS + 1) * EACH; person++)
            assert_int_equal(person_knows_of_group(groups, person, groups->all.list[i]),
                             i != 70 && person / EACH == i);
    knowing_forget(groups, GROUPS * EACH);
    assert_false(person_knows_of_group(groups, GROUPS * EACH, next));
    assert_true(person_knows_of_group(groups, GROUPS * EACH + 1, next));
    plaza_close(&plaza);
}

static void a_visitor_sits_in_at_the_next_meeting_and_then_joins(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.groups.newcomers.notice = plaza.settings.groups.newcomers.conversion = 1;
    plaza.settings.arrivals.per_hour = 1 / 24.0;
    plaza_open(&plaza, 3);
    const struct groups *groups = groups_of(&plaza.parts);
    struct group *group = plaza_found(&plaza, 2, 0, 3);
    for (uint32_t person = 0; person < people_of(&plaza.parts)->count; person++)
        plaza_care(&plaza, person, 2);
    plaza_wait(&plaza, 24 * 20);
    assert_true(people_of(&plaza.parts)->arrived > 5);
    for (uint32_t i = 0; i < people_of(&plaza.parts)->arriving; i++) {
        sim_time came = people_of(&plaza.parts)->own->arrivals[i];
        if (came < site_now(plaza.site) - 3 * SIM_DAY)
            assert_true(group_has(groups, group, 3 + i));
    }
    assert_int_equal(groups->tally.meetings.sat_in, groups->tally.newcomers.converted);
    assert_int_equal(groups->tally.newcomers.found, groups->tally.newcomers.converted);
    assert_int_equal(groups->tally.newcomers.in_vain, 0);
    assert_true(groups->tally.newcomers.to_first_group / (double)groups->tally.newcomers.found > 12);
    assert_true(groups->tally.newcomers.to_first_group / (double)groups->tally.newcomers.found < 36);
    assert_true(groups->tally.meetings.interjection_hours > 0);
    plaza_close(&plaza);
}

static void a_group_that_suits_nobody_has_no_visitors(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.groups.newcomers = (struct newcomer_settings){.welcome = 1, .conversion = 1, .fit = .5};
    plaza_open(&plaza, 10);
    for (uint32_t person = 0; person < 10; person++)
        plaza_care(&plaza, person, person == 9 ? 2 : 1);
    const struct group *group = plaza_found(&plaza, 2, 0, 3);
    plaza_wait(&plaza, 24 * 20);
    assert_int_equal(group->members.count, 4);
    assert_true(group_has(groups_of(&plaza.parts), group, 9));
    assert_int_equal(groups_of(&plaza.parts)->tally.meetings.sat_in, 1);
    plaza_close(&plaza);
}

static void a_full_group_takes_nobody_and_leaves_room_for_another_on_its_topic(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.groups.membership.most = 5;
    plaza.settings.groups.newcomers = (struct newcomer_settings){.welcome = 1, .conversion = 1};
    plaza.settings.groups.founding.respond = 1;
    plaza_open(&plaza, 12);
    for (uint32_t person = 0; person < 12; person++)
        plaza_care(&plaza, person, 2);
    const struct group *group = plaza_found(&plaza, 2, 0, 3);
    plaza_wait(&plaza, 24 * 5);
    assert_int_equal(group->members.count, 5);
    assert_true(groups_of(&plaza.parts)->tally.newcomers.in_vain > 0);
    assert_int_equal(groups_of(&plaza.parts)->all.count, 1);
    plaza.settings.groups.founding.announce = 1;
    plaza_convene(&plaza, 0, 12); /* all know of the group; those without a place found another */
    plaza_wait(&plaza, 2);
    assert_int_equal(groups_of(&plaza.parts)->all.count, 2); /* two of the seven are left over */
    assert_int_equal(groups_of(&plaza.parts)->all.list[1]->topic, 2);
    assert_int_equal(groups_of(&plaza.parts)->all.list[1]->members.founders, 5);
    plaza_close(&plaza);
}

static void a_group_that_has_lost_interest_in_itself_wins_nobody(void **state)
{
    (void)state;
    for (int minds = 0; minds < 2; minds++) {
        struct plaza plaza;
        plaza_prepare(&plaza);
        plaza_let_meet(&plaza);
        plaza.settings.groups.newcomers = (struct newcomer_settings){.welcome = 1, .conversion = 1};
        plaza.settings.groups.attention.half_life = SIM_HOUR;
        plaza.settings.groups.attention.gain = 0;
        plaza.settings.groups.attention.attraction = minds;
        plaza_open(&plaza, 10);
        const struct group *group = plaza_found(&plaza, 2, 0, 3);
        plaza_wait(&plaza, 24 * 6);
        assert_int_equal(group->members.count, minds ? 3 : 10);
        plaza_close(&plaza);
    }
}

static void a_chronicle_tells_of_the_life_of_groups(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_open(&plaza, 8);
    struct chronicle *chronicle = plaza.parts.state[CHRONICLE_NUMBER] = chronicle_new(&plaza.arena);
    struct group *group = plaza_found(&plaza, 2, 0, 3);
    group_join(plaza.site, group, 5);
    group_leave(plaza.site, group, 0);
    group_dissolve(plaza.site, group, GROUP_EVICTED);
    const enum told_kind told[] = {TOLD_GROUP_BORN,    TOLD_GROUP_FOUNDED, TOLD_GROUP_FOUNDED,
                                   TOLD_GROUP_FOUNDED, TOLD_GROUP_JOINED,  TOLD_GROUP_LEFT,
                                   TOLD_GROUP_ENDS};
    const double amounts[] = {3, NAN, NAN, NAN, NAN, NAN, GROUP_EVICTED};
    assert_int_equal(chronicle->count, 7);
    for (uint32_t i = 0; i < 7; i++) {
        assert_int_equal(chronicle->events[i].kind, told[i]);
        assert_true(isnan(amounts[i]) || chronicle->events[i].amount == amounts[i]);
    }
    assert_int_equal(chronicle->events[3].who, 2); /* the last of the founders */
    assert_int_equal(chronicle->events[4].who, 5);
    assert_int_equal(chronicle->events[4].other, group->number);
    plaza_close(&plaza);
}

static void visitors_of_a_group_that_ends_look_elsewhere(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.groups.newcomers = (struct newcomer_settings){.welcome = 1, .conversion = 1};
    plaza.settings.groups.meetings.every = 30 * SIM_DAY;
    plaza_open(&plaza, 8);
    struct group *group = plaza_found(&plaza, 2, 0, 3);
    plaza_wait(&plaza, 24);
    assert_int_equal(group->visitors.count, 5);
    group_dissolve(plaza.site, group, GROUP_EVICTED);
    for (uint32_t person = 0; person < 8; person++)
        assert_int_equal(groups_of(&plaza.parts)->newcomers.sits_in[person], 0);
    plaza_found(&plaza, 1, 0, 3);
    plaza_wait(&plaza, 24);
    assert_int_equal(groups_of(&plaza.parts)->all.list[1]->visitors.count, 5);
    plaza_close(&plaza);
}

static void who_leaves_the_site_leaves_her_groups(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_open(&plaza, 8);
    const struct groups *groups = groups_of(&plaza.parts);
    const struct group *one = plaza_found(&plaza, 0, 0, 4), *other = plaza_found(&plaza, 1, 2, 4);
    person_leaves(plaza.site, 3, LEFT_DRIFTED);
    assert_int_equal(one->members.count, 3);
    assert_int_equal(other->members.count, 3);
    assert_false(person_in_group(groups, 3));
    plaza_wait(&plaza, 48);
    assert_int_equal(groups->newcomers.visits[3], 0); /* she looks for no other */
    plaza_close(&plaza);
}

/* --- meetings --- */

static void a_group_meets_every_two_days_at_an_hour_of_its_own(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.groups.start = (struct group_start_settings){200, 3};
    plaza_open(&plaza, 600);
    double hours = 0;
    const struct groups *groups = groups_of(&plaza.parts);
    for (uint32_t day = 0; day < 30; day++)
        for (uint32_t hour = 0; hour < 24; hour++) {
            uint64_t before = groups->tally.meetings.held;
            plaza_wait(&plaza, 1); /* those that began in this hour end in the next */
            assert_true(hour > 10 || groups->tally.meetings.held == before);
            hours += (double)(groups->tally.meetings.held - before) * hour;
        }
    for (uint32_t i = 0; i < 200; i++)
        assert_true(groups->all.list[i]->meetings.held >= 14 && groups->all.list[i]->meetings.held <= 15);
    assert_near(hours / (double)groups->tally.meetings.held, 16.5, 4 * sqrt(143 / 12.0 / 200));
    assert_near(groups->tally.meetings.hours, (double)groups->tally.meetings.held, 1e-6);
    assert_near(groups->tally.meetings.person_hours, 3 * (double)groups->tally.meetings.held, 1e-6);
    plaza_close(&plaza);
}

static void members_who_are_elsewhere_miss_the_meeting(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.assembly.lasts = 8 * SIM_DAY;
    plaza.assembly.method = plaza_method(&plaza, "{do: converse, floor: open}");
    plaza_open(&plaza, 8);
    const struct group *absent = plaza_found(&plaza, 0, 0, 3), *present = plaza_found(&plaza, 1, 3, 3);
    plaza_convene(&plaza, 0, 2); /* of the three one is left, and one is no meeting */
    plaza_wait(&plaza, 24 * 7);
    assert_int_equal(absent->meetings.held, 0);
    assert_true(present->meetings.held >= 2);
    assert_true(groups_of(&plaza.parts)->tally.meetings.nobody_came >= 2);
    plaza_close(&plaza);
}

static void meetings_teach_and_what_was_learned_feeds_attention(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza.settings.conversation.retention = 1;
    plaza.settings.groups.attention.half_life = 0; /* gone at once, so that what is there is new */
    plaza.settings.groups.attention.gain = .5;
    plaza_open(&plaza, 6);
    struct matter *commons = knowledge_commons(knowledge_of(&plaza.parts));
    memset(commons->known, 0, (size_t)6 * commons->words * sizeof *commons->known);
    struct group *group = plaza_found(&plaza, 3, 0, 3), *waits = plaza_found(&plaza, 3, 3, 3);
    waits->work.lanes[0].state = TASK_WAITS;
    struct facet_set topic = topic_facets(knowledge_of(&plaza.parts), 3);
    uint32_t facet = facet_pick(&topic, 0);
    commons->known[0 + facet / 64] |= UINT64_C(1) << (facet % 64);
    commons->known[3 * commons->words + facet / 64] |= UINT64_C(1) << (facet % 64);
    plaza_wait(&plaza, 24 * 10);
    for (uint32_t person = 0; person < 6; person++) {
        struct facet_set known = facets_known(commons, person);
        assert_true(facet_in(&known, facet) && facet_count(&known) == 1);
    }
    assert_true(group->meetings.held >= 4);
    assert_int_equal(group->meetings.with_progress, 1); /* after that there is nothing to learn */
    assert_int_equal(waits->meetings.with_progress, 0);
    waits->work.lanes[0].state = TASK_NONE;
    plaza_close(&plaza);
}

/* --- delegates --- */

static void delegates_rotate_and_are_those_who_can_come(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_open(&plaza, 9);
    plaza_found(&plaza, 0, 0, 3);
    plaza_found(&plaza, 1, 2, 3);
    assert_int_equal(delegates_group_of(plaza.site, 2, 0), 0);
    assert_int_equal(delegates_group_of(plaza.site, 2, 1), 1);
    assert_int_equal(delegates_group_of(plaza.site, 2, 2), NOBODY);
    assert_int_equal(delegates_group_of(plaza.site, 8, 0), NOBODY);
    static const struct calendar_entry line;
    struct session session = {.slot = 7, .origin.entry = &line};
    uint32_t seen = 0;
    for (session.origin.of_calendar = 1; session.origin.of_calendar <= 3; session.origin.of_calendar++)
        seen |= 1u << delegates_delegate_of(plaza.site, &session, 0);
    assert_int_equal(seen, 7);
    people_of(&plaza.parts)->own->at[1] = 3; /* she is in another session */
    for (session.origin.of_calendar = 1; session.origin.of_calendar <= 3; session.origin.of_calendar++)
        assert_int_not_equal(delegates_delegate_of(plaza.site, &session, 0), 1);
    people_of(&plaza.parts)->own->at[2] = session.slot + 1; /* she is there already */
    for (session.origin.of_calendar = 1; session.origin.of_calendar <= 3; session.origin.of_calendar++)
        assert_int_equal(delegates_delegate_of(plaza.site, &session, 0), 2);
    people_of(&plaza.parts)->own->at[1] = people_of(&plaza.parts)->own->at[2] = 0;
    plaza_close(&plaza);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_who_care_for_a_topic_found_a_group_and_all_in_the_circle_know_of_it),
        cmocka_unit_test(who_knows_of_a_group_founds_no_second_one_and_who_does_not_does),
        cmocka_unit_test(those_with_two_groups_found_no_third),
        cmocka_unit_test(founding_can_be_frozen_or_limited_and_what_is_refused_is_counted),
        cmocka_unit_test(groups_are_known_by_those_who_sat_with_a_member_that_spoke),
        cmocka_unit_test(who_finds_nothing_leaves_at_the_end_of_her_patience_and_who_was_there_first_stays),
        cmocka_unit_test(the_desk_shows_all_groups_and_without_it_each_is_noticed_by_chance),
        cmocka_unit_test(each_of_two_hundred_groups_is_known_to_its_own_people_alone),
        cmocka_unit_test(a_visitor_sits_in_at_the_next_meeting_and_then_joins),
        cmocka_unit_test(a_group_that_suits_nobody_has_no_visitors),
        cmocka_unit_test(a_full_group_takes_nobody_and_leaves_room_for_another_on_its_topic),
        cmocka_unit_test(a_group_that_has_lost_interest_in_itself_wins_nobody),
        cmocka_unit_test(a_chronicle_tells_of_the_life_of_groups),
        cmocka_unit_test(visitors_of_a_group_that_ends_look_elsewhere),
        cmocka_unit_test(who_leaves_the_site_leaves_her_groups),
        cmocka_unit_test(a_group_meets_every_two_days_at_an_hour_of_its_own),
        cmocka_unit_test(members_who_are_elsewhere_miss_the_meeting),
        cmocka_unit_test(meetings_teach_and_what_was_learned_feeds_attention),
        cmocka_unit_test(delegates_rotate_and_are_those_who_can_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
