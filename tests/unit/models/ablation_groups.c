/* The life of working groups, switched off piece by piece. */
#include "ablation.h"

/* People come, found groups and join them; the groups meet and do no work. */
#define LIFE                                                                                                 \
    "groups.form=yes", "groups.work.hours=0 h", "groups.meetings.hold=working-group",                        \
        "groups.newcomers.notice=2 %", "groups.founding.announce=20 %", "interests.topics=8",                \
        "arrivals.per_day=6 /d", "proposals.per_day=2 /d", "lasts=16 d"
/* Groups that are there at first, and nothing but people who leave them. */
#define LEAVING                                                                                              \
    "groups.form=yes", "groups.work.hours=0 h", "groups.founding.announce=0 %",                              \
        "groups.newcomers.conversion=0 %", "groups.start.groups=8", "groups.start.members=6",                \
        "groups.membership.leave_rate=1 /week", "proposals.per_day=1 /d", "lasts=24 d"

static void groups_in_which_nothing_happens_change_nothing_else(void **state)
{
    (void)state;
    struct seen none = CAMP("people.attendance=50 %"),
                idle = CAMP("people.attendance=50 %", "groups.form=yes", "groups.work.hours=0 h",
                            "groups.start.groups=4", "groups.membership.leave_rate=0 /d",
                            "groups.newcomers.conversion=0 %", "groups.founding.announce=0 %");
    for (size_t i = 0; i < none.count; i++)
        assert_same(&none, &idle, none.name[i]);
    assert_is(&idle, "groups_living", 4, 1e-9);
}

static void without_calls_nobody_founds_a_group(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE), without = CAMP(LIFE, "groups.founding.announce=0 %");
    assert_true(seen_value(&with, "groups_born") > 2);
    assert_is(&without, "groups_born", 0, 0);
    assert_is(&without, "in_groups", 0, 0);
}

static void a_call_that_nobody_answers_founds_no_group_unless_one_is_enough(void **state)
{
    (void)state;
    struct seen unanswered = CAMP(LIFE, "groups.founding.respond=0 %"),
                alone = CAMP(LIFE, "groups.founding.respond=0 %", "groups.founding.size=1");
    assert_is(&unanswered, "groups_born", 0, 0);
    assert_true(seen_value(&alone, "groups_born") > 2);
}

static void without_alignment_any_topic_finds_founders(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE), without = CAMP(LIFE, "groups.founding.alignment=0");
    assert_less(&with, &without, "groups_born");
}

static void founding_without_end_and_limit_refuses_nobody(void **state)
{
    (void)state;
    struct seen open = CAMP(LIFE), frozen = CAMP(LIFE, "groups.founding.until=2 d"),
                few = CAMP(LIFE, "groups.founding.most=3");
    assert_is(&open, "groups_refused", 0, 0);
    assert_true(seen_value(&frozen, "groups_refused") > 0);
    assert_true(seen_value(&few, "groups_refused") > 0);
    assert_less(&frozen, &open, "groups_born");
    assert_less(&few, &open, "groups_born");
}

static void without_the_desk_fewer_newcomers_find_a_group(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE), without = CAMP(LIFE, "groups.newcomers.welcome=0 %");
    assert_less(&without, &with, "newcomers_with_group");
    assert_less(&without, &with, "groups_joined");
}

static void without_notice_fewer_newcomers_find_a_group(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE, "groups.newcomers.welcome=0 %", "groups.newcomers.notice=50 %"),
                without = CAMP(LIFE, "groups.newcomers.welcome=0 %", "groups.newcomers.notice=0 %");
    assert_less(&without, &with, "newcomers_with_group");
}

static void without_mention_groups_are_founded_twice(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE, "groups.newcomers.welcome=0 %", "groups.newcomers.mention=100 %"),
                without = CAMP(LIFE, "groups.newcomers.welcome=0 %", "groups.newcomers.mention=0 %");
    assert_less(&with, &without, "groups_born");
}

static void without_conversion_nobody_joins(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE), without = CAMP(LIFE, "groups.newcomers.conversion=0 %");
    assert_true(seen_value(&with, "groups_joined") > 10);
    assert_is(&without, "groups_joined", 0, 0);
}

static void without_a_threshold_every_group_is_good_enough(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE, "groups.newcomers.fit=0.8"), without = CAMP(LIFE, "groups.newcomers.fit=0");
    assert_less(&without, &with, "visits_in_vain");
    assert_less(&with, &without, "groups_joined");
}

static void without_weight_of_skill_those_who_cannot_do_the_work_fit_as_well(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE, "groups.work.hours=1 h", "groups.newcomers.skill_weight=100 %"),
                without = CAMP(LIFE, "groups.work.hours=1 h", "groups.newcomers.skill_weight=0 %");
    assert_less(&without, &with, "visits_in_vain");
    assert_less(&with, &without, "newcomers_with_group");
}

static void without_a_method_groups_do_not_meet(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING, "groups.meetings.hold=working-group"), without = CAMP(LEAVING);
    assert_true(seen_value(&with, "meetings_of_groups") > 20);
    assert_is(&without, "meetings_of_groups", 0, 0);
    assert_is(&without, "interjection_hours", 0, 0);
}

static void without_leaving_no_group_ends(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING), without = CAMP(LEAVING, "groups.membership.leave_rate=0 /d");
    assert_true(seen_value(&with, "groups_ended") > 0);
    assert_is(&without, "groups_left", 0, 0);
    assert_is(&without, "groups_ended", 0, 0);
}

static void where_fit_does_not_count_more_people_leave(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING), without = CAMP(LEAVING, "groups.membership.fit_counts=no");
    assert_less(&with, &without, "groups_left");
}

static void attention_that_speeds_nothing_up_keeps_people_longer(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING), without = CAMP(LEAVING, "groups.attention.leave_boost=0"),
                lasting = CAMP(LEAVING, "groups.attention.half_life=3650 d");
    assert_less(&without, &with, "groups_left");
    assert_less(&lasting, &with, "groups_left");
}

static void without_gain_meetings_hold_nobody(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING, "groups.meetings.hold=working-group", "groups.attention.gain=100 %"),
                without = CAMP(LEAVING, "groups.meetings.hold=working-group", "groups.attention.gain=0 %");
    assert_less(&with, &without, "groups_left");
}

static void without_delay_a_group_of_too_few_is_gone_at_once(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING, "groups.membership.death_after=10 d"),
                without = CAMP(LEAVING, "groups.membership.death_after=0 d"),
                one = CAMP(LEAVING, "groups.membership.death_after=0 d", "groups.membership.death_below=1");
    assert_less(&without, &with, "groups_living");
    assert_less(&without, &one, "groups_living");
}

static void without_chance_nobody_joins_by_it(void **state)
{
    (void)state;
    struct seen with = CAMP(LEAVING, "groups.membership.join_rate=0.5 /d"), without = CAMP(LEAVING);
    assert_true(seen_value(&with, "groups_joined") > 20);
    assert_is(&without, "groups_joined", 0, 0);
    assert_less(&without, &with, "groups_living");
}

static void without_a_limit_groups_grow_larger(void **state)
{
    (void)state;
    struct seen with = CAMP(LIFE, "groups.membership.most=4"),
                without = CAMP(LIFE, "groups.membership.most=0");
    assert_less(&with, &without, "members_per_group");
    assert_less(&without, &with, "groups_born");
}

static void without_patience_newcomers_leave_after_one_visit(void **state)
{
    (void)state;
    struct seen none = CAMP(LIFE, "arrivals.patience=1"), endless = CAMP(LIFE, "arrivals.patience=1000");
    assert_is(&endless, "left_patience", 0, 0);
    assert_true(seen_value(&none, "left_patience") > 10);
    assert_less(&none, &endless, "newcomers_with_group");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_in_which_nothing_happens_change_nothing_else),
        cmocka_unit_test(without_calls_nobody_founds_a_group),
        cmocka_unit_test(a_call_that_nobody_answers_founds_no_group_unless_one_is_enough),
        cmocka_unit_test(without_alignment_any_topic_finds_founders),
        cmocka_unit_test(founding_without_end_and_limit_refuses_nobody),
        cmocka_unit_test(without_the_desk_fewer_newcomers_find_a_group),
        cmocka_unit_test(without_notice_fewer_newcomers_find_a_group),
        cmocka_unit_test(without_mention_groups_are_founded_twice),
        cmocka_unit_test(without_conversion_nobody_joins),
        cmocka_unit_test(without_a_threshold_every_group_is_good_enough),
        cmocka_unit_test(without_weight_of_skill_those_who_cannot_do_the_work_fit_as_well),
        cmocka_unit_test(without_a_method_groups_do_not_meet),
        cmocka_unit_test(without_leaving_no_group_ends),
        cmocka_unit_test(where_fit_does_not_count_more_people_leave),
        cmocka_unit_test(attention_that_speeds_nothing_up_keeps_people_longer),
        cmocka_unit_test(without_gain_meetings_hold_nobody),
        cmocka_unit_test(without_delay_a_group_of_too_few_is_gone_at_once),
        cmocka_unit_test(without_chance_nobody_joins_by_it),
        cmocka_unit_test(without_a_limit_groups_grow_larger),
        cmocka_unit_test(without_patience_newcomers_leave_after_one_visit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
