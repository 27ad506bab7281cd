/* What people keep of groups that they looked for, were in and met in: small cases worked out by hand. */
#include "people/people_parts.h"
#include "plaza.h"

/* She was in vain twice, founds a group or joins one, and it ends: she has her whole patience of three again.
 */
static void in_vain_after(bool founds)
{
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza.settings.arrivals.per_hour = 1 / 24.0;
    plaza_open(&plaza, 4);
    struct parts *parts = &plaza.parts;
    run_until(plaza.run, people_of(parts)->own->arrivals[0] + 2 * SIM_DAY - 1);
    const uint32_t newcomer = 4, both[] = {newcomer, 0};
    assert_int_equal(people_of(parts)->standing.of_person[newcomer], STANDING_NEWCOMER);
    assert_int_equal(groups_of(parts)->newcomers.vain[newcomer], PLAZA_PATIENCE - 1);
    struct group *group = founds ? group_found(plaza.site, 1, both, 2) : plaza_found(&plaza, 1, 1, 3);
    if (!founds)
        group_join(plaza.site, group, newcomer);
    assert_int_equal(groups_of(parts)->newcomers.vain[newcomer], 0);
    plaza_wait(&plaza, 24);
    person_stand_as(people_of(parts), newcomer, STANDING_NEWCOMER); /* whose patience counts */
    group_dissolve(plaza.site, group, GROUP_EVICTED);
    plaza_wait(&plaza, 24 * (PLAZA_PATIENCE - 1) + 23);
    assert_true(person_is_here(people_of(parts), newcomer));
    assert_int_equal(groups_of(parts)->newcomers.vain[newcomer], PLAZA_PATIENCE - 1);
    plaza_wait(&plaza, 2);
    assert_int_equal(people_of(parts)->standing.of_person[newcomer], STANDING_GONE);
    plaza_close(&plaza);
}

static void visits_in_vain_are_forgotten_by_who_founds_or_joins_a_group(void **state)
{
    (void)state;
    in_vain_after(true);
    in_vain_after(false);
}

/* Two of the four are in another group too: that one they keep. */
static void a_group_that_ended_has_no_members_and_its_members_are_free(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_open(&plaza, 8);
    const struct groups *groups = groups_of(&plaza.parts);
    struct group *ends = plaza_found(&plaza, 1, 0, 4), *stays = plaza_found(&plaza, 2, 2, 4);
    assert_false(person_has_place(groups, 2));
    plaza_wait(&plaza, 12);
    group_dissolve(plaza.site, ends, GROUP_EVICTED);
    for (uint32_t person = 0; person < 8; person++) {
        assert_false(group_has(groups, ends, person));
        assert_true(person_has_place(groups, person));
        assert_int_equal(group_has(groups, stays, person), person >= 2 && person < 6);
        assert_int_equal(person_in_group(groups, person), person >= 2 && person < 6);
        assert_false(person_knows_of_group(groups, person, ends));
    }
    plaza_wait(&plaza, 12);
    groups_settle(plaza.site, site_now(plaza.site));
    assert_float_equal(ends->members.time, 4 * 12, 1e-9); /* nobody is a member for longer */
    assert_float_equal(stays->members.time, 4 * 24, 1e-9);
    assert_int_equal(
        groups->tally.membership.begun - groups->tally.membership.left - groups->tally.membership.ended, 4);
    plaza_close(&plaza);
}

/* Three members meet for an hour every two days, and nothing is in the calendar. */
static void meetings_of_groups_are_no_sessions_come_to(void **state)
{
    (void)state;
    struct plaza plaza;
    plaza_prepare(&plaza);
    plaza_let_meet(&plaza);
    plaza_open(&plaza, 6);
    const struct group *group = plaza_found(&plaza, 2, 0, 3);
    plaza_wait(&plaza, 24 * 9);
    const struct people *people = people_of(&plaza.parts);
    const struct gathering *gathering = gathering_of(&plaza.parts);
    assert_true(group->meetings.held >= 4);
    for (uint32_t person = 0; person < 6; person++) {
        assert_int_equal(people->books.sessions[person], 0);
        assert_int_equal(people->books.attended[person],
                         person < 3 ? (int64_t)group->meetings.held * SIM_HOUR : 0);
    }
    assert_int_equal(gathering_tally(gathering)->sessions, 0);
    assert_int_equal(gathering_tally(gathering)->heads, 0);
    assert_int_equal(gathering_tally(gathering)->people_time, 0);
    assert_int_equal(gathering_tally_convened(gathering)->sessions, group->meetings.held);
    assert_int_equal(gathering_tally_convened(gathering)->heads, 3 * group->meetings.held);
    assert_int_equal(conversation_tally(conversation_of(&plaza.parts))->turns, 0);
    plaza_close(&plaza);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visits_in_vain_are_forgotten_by_who_founds_or_joins_a_group),
        cmocka_unit_test(a_group_that_ended_has_no_members_and_its_members_are_free),
        cmocka_unit_test(meetings_of_groups_are_no_sessions_come_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
