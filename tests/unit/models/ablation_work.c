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

/* Ten groups whose tasks all wait for the assembly, among people who come and go. */
#define WAITING                                                                                              \
    "sites[0].people=150", "people.drift=0.03 /d", "arrivals.per_day=4 /d", "lasts=60 d", "groups.form=yes", \
        "groups.start.groups=10", "groups.start.members=6", "groups.founding.announce=0 %",                  \
        "groups.meetings.hold=working-group", "groups.work.content=20 h"

/* What comes of the assembly comes back to it: groups that wait lose their members, and propose less. */
static void a_slow_assembly_loses_groups_and_what_they_would_have_done(void **state)
{
    (void)state;
    struct seen slow = CAMP(WAITING, ALL_ASK, "calendar[0].every=7 d"), fast = CAMP(WAITING, ALL_ASK);
    assert_less(&fast, &slow, "time_waiting");
    assert_less(&slow, &fast, "meetings_with_progress");
    assert_less(&slow, &fast, "groups_living");
    assert_less(&fast, &slow, "groups_ended");
    assert_less(&fast, &slow, "ended_waiting");
    assert_less(&slow, &fast, "members_per_group");
    assert_true(2 * seen_value(&slow, "tasks_done") < seen_value(&fast, "tasks_done"));
    assert_less(&slow, &fast, "proposals_of_groups");
}

static void without_leaving_for_want_of_attention_waiting_costs_no_group(void **state)
{
    (void)state;
    struct seen with = CAMP(WAITING, ALL_ASK, "calendar[0].every=7 d"),
                without = CAMP(WAITING, ALL_ASK, "calendar[0].every=7 d", "groups.attention.leave_boost=0",
                               "groups.attention.attraction=0");
    assert_less(&with, &without, "groups_living");
    assert_less(&without, &with, "ended_waiting");
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
        cmocka_unit_test(a_slow_assembly_loses_groups_and_what_they_would_have_done),
        cmocka_unit_test(without_leaving_for_want_of_attention_waiting_costs_no_group),
        cmocka_unit_test(work_stops_where_what_was_allowed_is_talked_over_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
