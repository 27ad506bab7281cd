/* Which groups last, with pairs counted by hand. */
#include "groups/lasting.h"

#include "groups/groups_parts.h"
#include "near.h"

enum { GROUPS_HERE = 5, END = 200 };

struct stand {
    struct group group[GROUPS_HERE];
    struct group *all[GROUPS_HERE];
    struct groups groups;
    struct parts parts;
};

/* Born at 0; `lived` days, or still alive where it is 0; so many members in youth, and who came and went
 * then. */
static void put(struct stand *stand, uint32_t number, int lived, double members, uint32_t came_and_went)
{
    stand->group[number] = (struct group){
        .number = number,
        .end = lived > 0 ? GROUP_TOO_FEW : GROUP_LIVES,
        .ended = lived > 0 ? lived * SIM_DAY : -1,
        .members.youth = {.joins = came_and_went, .member_time = members * GROUP_YOUTH_DAYS * 24.0},
    };
    stand->all[number] = &stand->group[number];
    stand->groups.all.list = stand->all;
    stand->groups.all.count = number + 1;
    stand->parts.state[GROUPS_NUMBER] = &stand->groups;
    stand->parts.measured_at = END * SIM_DAY;
}

static void the_larger_of_each_pair_that_can_be_ordered_lives_longer_or_not(void **state)
{
    (void)state;
    struct stand stand = {0};
    put(&stand, 0, 40, 3, 0);
    put(&stand, 1, 60, 5, 0);
    put(&stand, 2, 90, 4, 0);
    put(&stand, 3, 0, 4, 0); /* alive: longer than all that ended, and not to be ordered among those alive */
    /* 0-1 +, 0-2 +, 0-3 +, 1-2 -, 1-3 -, 2-3 alike */
    assert_near(lasting_by_size(&stand.parts, LASTING_ALL), 1.0 / 6, 1e-12);
}

static void who_did_not_outlive_her_youth_is_not_asked(void **state)
{
    (void)state;
    struct stand stand = {0};
    put(&stand, 0, 28, 9, 0);
    put(&stand, 1, 60, 5, 0);
    assert_true(isnan(lasting_by_size(&stand.parts, LASTING_ALL)));
    put(&stand, 2, 90, 6, 0);
    assert_near(lasting_by_size(&stand.parts, LASTING_ALL), 1, 1e-12);
}

static void turnover_counts_for_each_member_and_small_groups_are_set_against_small_ones(void **state)
{
    (void)state;
    struct stand stand = {0};
    put(&stand, 0, 40, 4, 4);   /* small, one a member */
    put(&stand, 1, 60, 6, 9);   /* small, one and a half */
    put(&stand, 2, 50, 8, 9);   /* large, somewhat over one */
    put(&stand, 3, 70, 16, 16); /* large, one */
    assert_near(lasting_by_turnover(&stand.parts, LASTING_SMALL), 1, 1e-12);
    assert_near(lasting_by_turnover(&stand.parts, LASTING_LARGE), -1, 1e-12);
}

static void groups_that_are_all_alive_tell_nothing(void **state)
{
    (void)state;
    struct stand stand = {0};
    put(&stand, 0, 0, 4, 4);
    put(&stand, 1, 0, 5, 4);
    assert_true(isnan(lasting_by_turnover(&stand.parts, LASTING_SMALL)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_larger_of_each_pair_that_can_be_ordered_lives_longer_or_not),
        cmocka_unit_test(who_did_not_outlive_her_youth_is_not_asked),
        cmocka_unit_test(turnover_counts_for_each_member_and_small_groups_are_set_against_small_ones),
        cmocka_unit_test(groups_that_are_all_alive_tell_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
