/* What groups do between meetings, switched off piece by piece. */
#include "ablation.h"

/* Eight groups of five who keep together; only what they do is looked at. */
#define CREWS                                                                                                \
    "groups.form=yes", "groups.start.groups=8", "groups.start.members=5", "groups.founding.announce=0 %",    \
        "groups.newcomers.conversion=0 %", "groups.membership.leave_rate=0 /week",                           \
        "groups.membership.death_below=1", "groups.work.content=20 h", "lasts=12 d"
#define ALL_ASK                                                                                              \
    "groups.operational.approval=100 %", "groups.sectorial.approval=100 %", "groups.strategy.approval=100 %"
#define NONE_ASK                                                                                             \
    "groups.operational.approval=0 %", "groups.sectorial.approval=0 %", "groups.strategy.approval=0 %"

static void without_hours_no_task_is_done_and_nothing_asked(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS), without = CAMP(CREWS, "groups.work.hours=0 h");
    assert_true(seen_value(&with, "tasks_done") > 0);
    assert_true(seen_value(&with, "proposals_of_groups") > 0);
    assert_is(&without, "tasks_done", 0, 0);
    assert_is(&without, "work_hours", 0, 0);
    assert_is(&without, "proposals_of_groups", 0, 0);
    assert_is(&without, "time_waiting", 0, 0);
}

static void without_learning_the_last_task_is_as_slow_as_the_first(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, NONE_ASK), without = CAMP(CREWS, NONE_ASK, "groups.work.learning=0");
    assert_is(&without, "speed_of_experience", 1, 0);
    assert_less(&without, &with, "speed_of_experience");
    assert_less(&without, &with, "tasks_done");
    assert_same(&without, &with, "proposals_of_groups");
}

static void without_approval_no_group_waits(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, ALL_ASK), without = CAMP(CREWS, NONE_ASK);
    assert_is(&without, "proposals_of_groups", 0, 0);
    assert_is(&without, "time_waiting", 0, 0);
    assert_is(&without, "approvals_waiting", 0, 0);
    assert_less(&without, &with, "time_waiting");
    assert_less(&without, &with, "backlog");
    assert_less(&with, &without, "tasks_done");
}

static void without_their_cost_conditions_add_no_work(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, ALL_ASK, "decisions.amendment=100 %", "decisions.condition_cost=0.5"),
                without = CAMP(CREWS, ALL_ASK, "decisions.amendment=100 %", "decisions.condition_cost=0");
    assert_is(&without, "work_on_conditions", 0, 0);
    assert_true(seen_value(&with, "work_on_conditions") > 0.2);
    assert_less(&with, &without, "tasks_done");
}

static void without_practice_nobody_learns_in_work(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, NONE_ASK, "groups.work.practice=100 %"),
                without = CAMP(CREWS, NONE_ASK, "groups.work.practice=0 %");
    assert_is(&without, "learned_in_work", 0, 0);
    assert_true(seen_value(&with, "learned_in_work") > 0);
}

static void without_practice_know_how_goes_with_those_who_leave(void **state)
{
    (void)state;
    /* people come and go by chance */
    struct seen with = CAMP("groups.form=yes", "groups.start.groups=8", "groups.start.members=5", NONE_ASK,
                            "groups.founding.announce=0 %", "groups.newcomers.conversion=0 %",
                            "groups.membership.leave_rate=1 /week", "groups.membership.join_rate=0.7 /d",
                            "groups.membership.fit_counts=no", "groups.membership.death_below=1",
                            "interests.skill=50 %", "groups.work.content=20 h", "lasts=60 d",
                            "groups.work.practice=100 %"),
                without = CAMP("groups.form=yes", "groups.start.groups=8", "groups.start.members=5", NONE_ASK,
                               "groups.founding.announce=0 %", "groups.newcomers.conversion=0 %",
                               "groups.membership.leave_rate=1 /week", "groups.membership.join_rate=0.7 /d",
                               "groups.membership.fit_counts=no", "groups.membership.death_below=1",
                               "interests.skill=50 %", "groups.work.content=20 h", "lasts=60 d",
                               "groups.work.practice=0 %");
    assert_less(&without, &with, "know_how_at_hand");
}

static void at_a_full_floor_know_how_counts_for_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, NONE_ASK),
                without = CAMP(CREWS, NONE_ASK, "groups.work.skill_floor=100 %"),
                skilled = CAMP(CREWS, NONE_ASK, "interests.skill=100 %"),
                none_the_better =
                    CAMP(CREWS, NONE_ASK, "groups.work.skill_floor=100 %", "interests.skill=100 %");
    assert_less(&with, &skilled, "tasks_done");
    assert_less(&with, &without, "tasks_done");
    assert_same_but(&without, &none_the_better, "know_how_at_hand", "learned_in_work");
}

static void where_nothing_is_needed_all_know_how_is_at_hand(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, NONE_ASK), without = CAMP(CREWS, NONE_ASK, "groups.work.needs=0");
    assert_true(seen_value(&with, "know_how_at_hand") < 1);
    assert_is(&without, "know_how_at_hand", 1, 0);
    assert_is(&without, "learned_in_work", 0, 0);
}

static void without_common_work_groups_keep_to_their_site(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, NONE_ASK),
                without = CAMP(CREWS, NONE_ASK, "groups.operational.common=0 %",
                               "groups.sectorial.common=0 %", "groups.strategy.common=0 %");
    assert_true(seen_value(&with, "common_tasks_done") > 0);
    assert_is(&without, "common_tasks_done", 0, 0);
}

static void work_stops_where_what_was_allowed_is_talked_over_again(void **state)
{
    (void)state;
    struct seen with = CAMP(CREWS, ALL_ASK, "proposals.reopening=1 /d", "groups.work.approval_lapses=yes"),
                without = CAMP(CREWS, ALL_ASK, "proposals.reopening=1 /d");
    assert_less(&without, &with, "time_waiting");
    assert_less(&with, &without, "tasks_done");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_hours_no_task_is_done_and_nothing_asked),
        cmocka_unit_test(without_learning_the_last_task_is_as_slow_as_the_first),
        cmocka_unit_test(without_approval_no_group_waits),
        cmocka_unit_test(without_their_cost_conditions_add_no_work),
        cmocka_unit_test(without_practice_nobody_learns_in_work),
        cmocka_unit_test(without_practice_know_how_goes_with_those_who_leave),
        cmocka_unit_test(at_a_full_floor_know_how_counts_for_nothing),
        cmocka_unit_test(where_nothing_is_needed_all_know_how_is_at_hand),
        cmocka_unit_test(without_common_work_groups_keep_to_their_site),
        cmocka_unit_test(work_stops_where_what_was_allowed_is_talked_over_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
