/* What hangs at a board, and what of it somebody has not read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "records/records_parts.h"

enum { PEOPLE = 3, ANNA = 0, BERTA = 2, KEEPS = 10 };

struct wall {
    struct people people;
    struct record_settings settings;
    struct record records[MOST_HANGING];
    uint64_t read[PEOPLE];
    struct kept kept;
    struct records all;
};

static void put_up(struct wall *wall)
{
    *wall = (struct wall){.people = {.count = PEOPLE}, .settings = {.keeps = KEEPS}};
    wall->kept.board = (struct board){.records = wall->records, .read = wall->read};
    wall->all = (struct records){
        .terms = {.settings = &wall->settings, .people = &wall->people}, .count = 1, .kept = &wall->kept};
}

/* Record number n holds the facet n. */
static void hang(struct wall *wall, uint32_t facet, sim_time now)
{
    struct facet_set facets = {{0}};
    facet_add(&facets, facet);
    board_hang(&wall->all, &wall->kept.board, &facets, now);
}

static void assert_reads(struct wall *wall, uint32_t person, uint32_t facet, sim_time now)
{
    const struct record *record = board_take(&wall->all, &wall->kept.board, person, now);
    assert_non_null(record);
    assert_true(facet_in(&record->facets, facet));
}

static void assert_reads_nothing(struct wall *wall, uint32_t person, sim_time now)
{
    assert_null(board_unread(&wall->all, &wall->kept.board, person, now));
    assert_null(board_take(&wall->all, &wall->kept.board, person, now));
}

static void the_newest_is_read_first_and_each_once(void **state)
{
    (void)state;
    struct wall wall;
    put_up(&wall);
    assert_false(board_is_used(&wall.all, 0));
    assert_reads_nothing(&wall, ANNA, 0);
    hang(&wall, 1, 0);
    hang(&wall, 2, 1);
    assert_reads(&wall, ANNA, 2, 1);
    hang(&wall, 3, 2);
    assert_reads(&wall, ANNA, 3, 2);
    assert_reads(&wall, ANNA, 1, 2);
    assert_reads_nothing(&wall, ANNA, 2);
    assert_reads(&wall, BERTA, 3, 2); /* what another one read is new to her */
}

static void who_only_looks_has_not_read(void **state)
{
    (void)state;
    struct wall wall;
    put_up(&wall);
    hang(&wall, 1, 0);
    assert_non_null(board_unread(&wall.all, &wall.kept.board, ANNA, 0));
    assert_reads(&wall, ANNA, 1, 0);
}

static void what_has_hung_long_enough_is_not_read(void **state)
{
    (void)state;
    struct wall wall;
    put_up(&wall);
    hang(&wall, 1, 0);
    hang(&wall, 2, 5);
    assert_reads(&wall, ANNA, 2, KEEPS);
    assert_reads_nothing(&wall, ANNA, KEEPS);
    assert_reads(&wall, BERTA, 2, KEEPS + 4);
    assert_true(board_is_used(&wall.all, KEEPS + 4));
    assert_false(board_is_used(&wall.all, KEEPS + 5));
    assert_reads_nothing(&wall, BERTA, KEEPS + 5);
}

/* The first is taken down for the sixty-fifth; who read the one has not read the other. */
static void there_is_room_for_sixty_four(void **state)
{
    (void)state;
    struct wall wall;
    put_up(&wall);
    hang(&wall, 0, 0);
    assert_reads(&wall, ANNA, 0, 0);
    for (uint32_t facet = 1; facet <= MOST_HANGING; facet++)
        hang(&wall, facet, 0);
    for (uint32_t facet = MOST_HANGING; facet >= 1; facet--) {
        assert_reads(&wall, ANNA, facet, 0);
        assert_reads(&wall, BERTA, facet, 0);
    }
    assert_reads_nothing(&wall, ANNA, 0);
    assert_reads_nothing(&wall, BERTA, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_is_read_first_and_each_once),
        cmocka_unit_test(who_only_looks_has_not_read),
        cmocka_unit_test(what_has_hung_long_enough_is_not_read),
        cmocka_unit_test(there_is_room_for_sixty_four),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
