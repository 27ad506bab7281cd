/* Who hears, moves, comes again and commits herself, switched off piece by piece. */
#include "ablation.h"

#define TALK                                                                                                 \
    "people.attendance=100 %", "people.leave_below=0 %", "proposals.per_day=0 /d", "gathering.partners=yes"
/* Groups that stay as they are, and do nothing. */
#define GROUPS                                                                                               \
    "groups.form=yes", "groups.work.hours=0 h", "groups.start.groups=8", "groups.start.members=6",           \
        "groups.membership.leave_rate=0 /d", "groups.newcomers.conversion=0 %",                              \
        "groups.founding.announce=0 %"

static void those_around_who_hear_nothing_learn_nothing_and_rest(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=bowl-that-hears"),
                without = CAMP(TALK, "calendar[0].hold=bowl-that-hears-nothing");
    assert_less(&without, &with, "question_coverage");
    assert_less(&with, &without, "energy");
    assert_is(&with, "circle_size", 60, 1e-9);
    assert_is(&without, "circle_size", 6, 1e-9);
    assert_same(&with, &without, "inside");
    assert_same(&with, &without, "people_hours");
}

static void without_conferring_nobody_hears_what_groups_know(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, GROUPS, "calendar[0].hold=council-that-confers"),
                without = CAMP(TALK, GROUPS, "calendar[0].hold=council-that-does-not");
    assert_less(&without, &with, "question_voiced");
    assert_less(&without, &with, "question_coverage");
    assert_is(&without, "circle_size", 8, 1e-9);
    assert_less(&without, &with, "session_hours"); /* conferring takes its time */
}

static void without_the_empty_chair_those_in_the_middle_stay(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=bowl-with-a-chair"),
                without = CAMP(TALK, "calendar[0].hold=bowl-that-hears");
    assert_is(&without, "inside", 6, 0);
    assert_true(seen_value(&with, "inside") > 20);
    assert_less(&without, &with, "question_voiced"); /* others know something else */
    assert_same(&with, &without, "people_hours");
}

static void who_does_not_mingle_keeps_her_company(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=party"),
                without = CAMP(TALK, "calendar[0].hold=no-party");
    assert_less(&without, &with, "partners");
    assert_is(&without, "circle_size", 6, 1e-9);
    assert_is(&without, "alone", 0, 0);
    assert_true(seen_value(&with, "alone") > 0);
    assert_same(&with, &without, "people_hours");
}

static void company_by_lot_meets_again(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "lasts=1 d", "calendar[0].hold=in-other-company"),
                without = CAMP(TALK, "lasts=1 d", "calendar[0].hold=by-lot-again");
    assert_less(&without, &with, "partners");
    assert_is(&with, "partners", 4 * 5, 0.5);
    assert_same(&with, &without, "circle_size");
}

static void a_second_round_that_repeats_tells_less_that_is_new(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=going-on", "conversation.repeat=0 %"),
                without = CAMP(TALK, "calendar[0].hold=once-more", "conversation.repeat=0 %");
    assert_less(&without, &with, "question_voiced");
    assert_less(&with, &without, "novel_turns"); /* what is told again counts as new to the round */
    assert_same(&with, &without, "people_hours");
}

static void where_all_are_called_more_people_come_once(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].who=same", "calendar[0].returns=100 %"),
                without = CAMP("calendar[0].who=all");
    assert_less(&with, &without, "ever_came");
    assert_same(&with, &without, "sessions");
}

static void without_signing_a_meeting_leads_to_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, GROUPS, "groups.start.groups=0", "calendar[0].hold=circles-that-commit"),
                without = CAMP(TALK, GROUPS, "groups.start.groups=0", "calendar[0].hold=circles-that-commit",
                               "commit.sign=0 %");
    assert_true(seen_value(&with, "groups_committed") > 3);
    assert_is(&with, "groups_born", seen_value(&with, "groups_committed"), 0);
    assert_is(&without, "signed", 0, 0);
    assert_is(&without, "groups_committed", 0, 0);
    assert_is(&without, "groups_born", 0, 0);
    assert_same(&with, &without, "people_hours");
}

static void where_all_turn_up_more_groups_are_born(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, GROUPS, "groups.start.groups=0", "lasts=1 d",
                            "calendar[0].hold=circles-that-commit"),
                without = CAMP(TALK, GROUPS, "groups.start.groups=0", "lasts=1 d",
                               "calendar[0].hold=circles-that-commit", "commit.follow_through=100 %"),
                never = CAMP(TALK, GROUPS, "groups.start.groups=0", "lasts=1 d",
                             "calendar[0].hold=circles-that-commit", "commit.follow_through=0 %");
    assert_same(&with, &without, "signed");
    assert_less(&with, &without, "turned_up");
    assert_true(seen_value(&without, "turned_up") <= seen_value(&without, "signed"));
    assert_is(&never, "groups_born", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_around_who_hear_nothing_learn_nothing_and_rest),
        cmocka_unit_test(without_conferring_nobody_hears_what_groups_know),
        cmocka_unit_test(without_the_empty_chair_those_in_the_middle_stay),
        cmocka_unit_test(who_does_not_mingle_keeps_her_company),
        cmocka_unit_test(company_by_lot_meets_again),
        cmocka_unit_test(a_second_round_that_repeats_tells_less_that_is_new),
        cmocka_unit_test(where_all_are_called_more_people_come_once),
        cmocka_unit_test(without_signing_a_meeting_leads_to_nothing),
        cmocka_unit_test(where_all_turn_up_more_groups_are_born),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
