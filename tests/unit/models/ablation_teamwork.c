/* Parts that members take, word between them, approval after the work, and sprints: switched off piece by
 * piece. */
#include "ablation.h"

/* Eight groups of five who keep together and meet every other day. */
#define TEAMS                                                                                                \
    "groups.form=yes", "groups.start.groups=8", "groups.start.members=5", "groups.founding.announce=0 %",    \
        "groups.newcomers.conversion=0 %", "groups.membership.leave_rate=0 /week",                           \
        "groups.membership.death_below=1", "groups.work.content=20 h", "lasts=12 d",                         \
        "groups.meetings.hold=working-group"
#define NONE_ASK                                                                                             \
    "groups.operational.approval=0 %", "groups.sectorial.approval=0 %", "groups.strategy.approval=0 %"
#define ALL_ASK                                                                                              \
    "groups.operational.approval=100 %", "groups.sectorial.approval=100 %", "groups.strategy.approval=100 %"
#define PULL TEAMS, NONE_ASK, "teamwork.assign=pull", "teamwork.parts=10", "teamwork.coupled=60 %"

static void parts_of_a_task_that_all_work_on_together_change_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, "teamwork.assign=together", "teamwork.parts=10", "teamwork.wip=3"),
                without = CAMP(TEAMS);
    for (size_t i = 0; i < without.count; i++)
        assert_same(&with, &without, without.name[i]);
}

static void parts_that_do_not_bear_on_each_other_are_not_set_back(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL), without = CAMP(PULL, "teamwork.coupled=0 %");
    assert_true(seen_value(&with, "rework_share") > 0.03);
    assert_is(&without, "rework_share", 0, 0);
    assert_less(&without, &with, "cycle_days");
    assert_same(&without, &with, "people_hours");
}

static void without_rework_word_is_missed_and_costs_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL), without = CAMP(PULL, "teamwork.rework=0 %");
    assert_true(seen_value(&without, "without_word") > 0.1);
    assert_is(&without, "rework_share", 0, 0);
    assert_less(&with, &without, "parts_finished");
}

static void without_help_each_works_with_what_she_knows_herself(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL, "teamwork.rework=0 %", "teamwork.help=100 %"),
                without = CAMP(PULL, "teamwork.rework=0 %", "teamwork.help=0 %"),
                alone = CAMP(PULL, "teamwork.rework=0 %", "teamwork.help=0 %", "groups.work.needs=0"),
                helped = CAMP(PULL, "teamwork.rework=0 %", "teamwork.help=100 %", "groups.work.needs=0");
    assert_less(&without, &with, "parts_finished");
    assert_same(&alone, &helped, "parts_finished");
}

static void without_signals_word_comes_late_and_takes_no_minutes(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL, "teamwork.signal=90 %"), without = CAMP(PULL);
    assert_is(&without, "signal_hours", 0, 0);
    assert_less(&without, &with, "signal_hours");
    assert_less(&with, &without, "without_word");
    assert_less(&with, &without, "rework_share");
}

static void signals_that_take_no_time_are_counted_with_no_hours(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL, "teamwork.signal=90 %"),
                without = CAMP(PULL, "teamwork.signal=90 %", "teamwork.signal_minutes=0 min");
    assert_is(&without, "signal_hours", 0, 0);
    assert_same_but(&with, &without, "signal_hours", "word_hours");
}

static void with_one_part_in_hand_parts_are_finished_sooner(void **state)
{
    (void)state;
    struct seen with = CAMP(PULL, "teamwork.coupled=0 %", "teamwork.wip=2"),
                without = CAMP(PULL, "teamwork.coupled=0 %");
    assert_less(&without, &with, "part_days");
}

static void where_approval_comes_after_the_work_no_group_waits(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, ALL_ASK, "groups.work.approval_when=after", "groups.work.unheard=0"),
                without = CAMP(TEAMS, ALL_ASK);
    assert_is(&with, "time_waiting", 0, 0);
    assert_less(&with, &without, "time_waiting");
    assert_less(&without, &with, "work_hours");
    assert_true(seen_value(&with, "finished_heard") > 5);
}

static void what_is_sent_back_and_not_done_again_is_no_more_work(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, ALL_ASK, "groups.work.approval_when=after", "decisions.block_base=0.05",
                            "decisions.most_visits=1", "decisions.condition_cost=0"),
                without =
                    CAMP(TEAMS, ALL_ASK, "groups.work.approval_when=after", "decisions.block_base=0.05",
                         "decisions.most_visits=1", "decisions.condition_cost=0", "groups.work.redo=0 %");
    assert_true(seen_value(&with, "rework_share") > 0.01);
    assert_is(&without, "rework_share", 0, 0);
}

static void a_group_with_much_unheard_asks_before(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, ALL_ASK, "groups.work.approval_when=after", "groups.work.unheard=1",
                            "groups.work.content=4 h"),
                without = CAMP(TEAMS, ALL_ASK, "groups.work.approval_when=after", "groups.work.unheard=0",
                               "groups.work.content=4 h");
    assert_is(&without, "time_waiting", 0, 0);
    assert_true(seen_value(&with, "time_waiting") > 0.1);
    assert_less(&with, &without, "reviews_waiting");
}

static void without_sprints_groups_take_up_the_next_task_at_once(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, NONE_ASK, "groups.meetings.hold=planning", "groups.meetings.every=6 d",
                            "commit.sign=100 %", "commit.follow_through=100 %", "groups.work.sprint=1"),
                without = CAMP(TEAMS, NONE_ASK);
    assert_less(&with, &without, "tasks_done");
    assert_less(&with, &without, "work_hours");
    assert_true(seen_value(&with, "tasks_done") > 3);
    assert_true(seen_value(&with, "tasks_done") <= seen_value(&with, "plannings"));
}

static void a_planning_that_nobody_signs_takes_up_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(TEAMS, NONE_ASK, "groups.meetings.hold=planning", "groups.work.sprint=1",
                            "commit.sign=100 %"),
                without = CAMP(TEAMS, NONE_ASK, "groups.meetings.hold=planning", "groups.work.sprint=1",
                               "commit.sign=0 %");
    assert_true(seen_value(&with, "plannings") > 3);
    assert_is(&without, "plannings", 0, 0);
    assert_is(&without, "tasks_done", 0, 0);
    assert_is(&without, "work_hours", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_a_task_that_all_work_on_together_change_nothing),
        cmocka_unit_test(parts_that_do_not_bear_on_each_other_are_not_set_back),
        cmocka_unit_test(without_rework_word_is_missed_and_costs_nothing),
        cmocka_unit_test(without_help_each_works_with_what_she_knows_herself),
        cmocka_unit_test(without_signals_word_comes_late_and_takes_no_minutes),
        cmocka_unit_test(signals_that_take_no_time_are_counted_with_no_hours),
        cmocka_unit_test(with_one_part_in_hand_parts_are_finished_sooner),
        cmocka_unit_test(where_approval_comes_after_the_work_no_group_waits),
        cmocka_unit_test(what_is_sent_back_and_not_done_again_is_no_more_work),
        cmocka_unit_test(a_group_with_much_unheard_asks_before),
        cmocka_unit_test(without_sprints_groups_take_up_the_next_task_at_once),
        cmocka_unit_test(a_planning_that_nobody_signs_takes_up_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
