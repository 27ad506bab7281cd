/* What a strategy group keeps of what it is told: small cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "strategy/strategy_parts.h"

enum { HERE, THERE };

static struct known_group known_of(uint32_t site, uint32_t group, uint32_t at, uint64_t done, sim_time seen)
{
    return (struct known_group){.site = site, .group = group, .at = at, .done = done, .seen = seen};
}

static void groups_of_one_number_at_two_sites_are_two(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct group_overview overview = {0};
    struct known_group here = known_of(HERE, 3, 5, 0, 10), there = known_of(THERE, 3, 6, 0, 10);
    assert_true(overview_learn(&overview, &here, &arena));
    assert_true(overview_learn(&overview, &there, &arena));
    assert_int_equal(overview.count, 2);
    assert_int_equal(overview_find(&overview, HERE, 3)->at, 5);
    assert_int_equal(overview_find(&overview, THERE, 3)->at, 6);
    assert_null(overview_find(&overview, THERE, 4));
    arena_free(&arena);
}

static void older_news_do_not_replace_newer_ones(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct group_overview overview = {0};
    struct known_group now = known_of(THERE, 1, 7, 0, 20), before = known_of(THERE, 1, 2, 0, 10),
                       later = known_of(THERE, 1, NO_ITEM, 0, 30);
    overview_learn(&overview, &now, &arena);
    assert_false(overview_learn(&overview, &before, &arena));
    assert_int_equal(overview_find(&overview, THERE, 1)->at, 7);
    assert_false(overview_learn(&overview, &later, &arena));
    assert_int_equal(overview_find(&overview, THERE, 1)->at, NO_ITEM);
    assert_int_equal(overview.count, 1);
    arena_free(&arena);
}

static void what_was_done_stays_done_whoever_tells_of_it(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct group_overview overview = {0};
    struct known_group now = known_of(THERE, 1, 7, 0x5, 20), before = known_of(THERE, 1, 2, 0x8, 10);
    overview_learn(&overview, &now, &arena);
    overview_learn(&overview, &before, &arena);
    assert_int_equal(overview_find(&overview, THERE, 1)->done, 0xD);
    arena_free(&arena);
}

static void more_groups_than_there_was_room_for_are_all_kept(void **state)
{
    enum { MANY = 100 };
    (void)state;
    struct arena arena = {0};
    struct group_overview overview = {0};
    for (uint32_t group = 0; group < MANY; group++) {
        struct known_group known = known_of(THERE, group, group % NO_ITEM, 0, 1);
        assert_true(overview_learn(&overview, &known, &arena));
    }
    assert_int_equal(overview.count, MANY);
    for (uint32_t group = 0; group < MANY; group++)
        assert_int_equal(overview_find(&overview, THERE, group)->at, group % NO_ITEM);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_of_one_number_at_two_sites_are_two),
        cmocka_unit_test(older_news_do_not_replace_newer_ones),
        cmocka_unit_test(what_was_done_stays_done_whoever_tells_of_it),
        cmocka_unit_test(more_groups_than_there_was_room_for_are_all_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
