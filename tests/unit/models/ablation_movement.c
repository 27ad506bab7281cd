/* Duplication, transformation and balkanization are nowhere put in: each goes with the parts that it comes
 * from. */
#include "ablation.h"

/* Four camps with four groups each, who keep together. */
#define CAMPS                                                                                                \
    "sites=[{name: camp, people: 40, count: 4}]", "people.guest_room=12", "groups.form=yes",                 \
        "groups.start.groups=4", "groups.start.members=6", "groups.founding.announce=0 %",                   \
        "groups.newcomers.conversion=0 %", "groups.membership.leave_rate=0 /week",                           \
        "groups.membership.death_below=1", "interests.topics=3", "interests.skill=30 %", "lasts=20 d",       \
        "sample_every=1 d", "proposals.per_day=1 /d"
#define LINKED  CAMPS, "links.form=lateral", "links.per_day=0.5 /d", "links.half_life=0 d"
#define CALLING LINKED, "links.calls.hold=link-call", "links.calls.every=2 d"
#define COMMON(share)                                                                                        \
    "groups.operational.common=" share, "groups.sectorial.common=" share, "groups.strategy.common=" share

static void what_is_done_twice_between_camps_is_common_work(void **state)
{
    (void)state;
    struct seen all = CAMP(CAMPS, COMMON("100 %")), none = CAMP(CAMPS, COMMON("0 %"));
    assert_true(seen_value(&all, "duplication_of_all") > .1);
    assert_less(&none, &all, "duplication_of_all");
    assert_same(&all, &none, "mean_integration");
}

static void linked_groups_do_less_twice(void **state)
{
    (void)state;
    struct seen with = CAMP(CALLING, COMMON("100 %")), without = CAMP(CAMPS, COMMON("100 %"));
    assert_less(&with, &without, "duplication_of_all");
    assert_less(&with, &without, "common_tasks_done");
}

static void without_links_no_group_sees_more_than_its_own(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED), without = CAMP(CAMPS);
    assert_true(seen_value(&with, "mean_transformation") > .05);
    assert_is(&without, "mean_transformation", 0, 0);
    assert_same(&with, &without, "mean_differentiation");
}

static void without_know_how_links_show_nobody_anything(void **state)
{
    (void)state;
    struct seen without = CAMP(LINKED, "interests.skill=0 %");
    assert_true(seen_value(&without, "mean_integration") > .3);
    assert_is(&without, "mean_transformation", 0, 0);
}

static void where_each_group_knows_all_links_add_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED), all = CAMP(LINKED, "interests.skill=100 %", "interests.focus=0");
    assert_less(&all, &with, "mean_transformation");
}

/* Effort differs from day to day, so a fall of differentiation is no rare thing: few days are left to judge
 * by. */
static void where_groups_and_links_last_no_integration_is_lost(void **state)
{
    (void)state;
    struct seen last = CAMP(LINKED), fade = CAMP(LINKED, "links.half_life=4 d", "links.per_day=2 /d");
    assert_is(&last, "mean_balkanization", 0, 0);
    assert_true(seen_value(&fade, "mean_balkanization") > .01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_done_twice_between_camps_is_common_work),
        cmocka_unit_test(linked_groups_do_less_twice),
        cmocka_unit_test(without_links_no_group_sees_more_than_its_own),
        cmocka_unit_test(without_know_how_links_show_nobody_anything),
        cmocka_unit_test(where_each_group_knows_all_links_add_nothing),
        cmocka_unit_test(where_groups_and_links_last_no_integration_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
