/* Blocks of a shelf do not overlap, lie on cache lines, and are given out again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "kernel/shelf.h"
#include "unit/aborts.h"

enum { PIECE = 64 * 1024, LINE = 64, BLOCKS = 300 };

static void blocks_do_not_overlap(void **state)
{
    (void)state;
    static const size_t sizes[] = {512, 832, 1536};
    struct shelf *shelf = shelf_new(PIECE);
    unsigned char *blocks[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
        blocks[i] = shelf_take(shelf, sizes[i % 3]);
        assert_int_equal((uintptr_t)blocks[i] % LINE, 0);
        memset(blocks[i], i % 251, sizes[i % 3]);
    }
    for (int i = 0; i < BLOCKS; i++) {
        for (size_t b = 0; b < sizes[i % 3]; b++)
            assert_int_equal(blocks[i][b], i % 251);
    }
    shelf_free(shelf);
    shelf_free(NULL);
}

static void what_is_given_back_is_given_out_again(void **state)
{
    (void)state;
    struct shelf *shelf = shelf_new(PIECE);
    void *small = shelf_take(shelf, 512), *large = shelf_take(shelf, 832);
    size_t bytes = shelf_bytes(shelf);
    for (int i = 0; i < 10000; i++) {
        shelf_return(shelf, small, 512);
        shelf_return(shelf, large, 832);
        assert_ptr_equal(shelf_take(shelf, 832), large);
        assert_ptr_equal(shelf_take(shelf, 512), small);
    }
    assert_int_equal(shelf_bytes(shelf), bytes);
    shelf_free(shelf);
}

static void large_blocks_are_for_others(void **state)
{
    (void)state;
    struct shelf *shelf = shelf_new(PIECE);
    assert_true(shelf_holds(shelf, PIECE / 8));
    assert_false(shelf_holds(shelf, PIECE / 8 + 1));
    assert_false(shelf_holds(NULL, 1));
    shelf_free(shelf);
}

static void two_sizes_of_a_kind(void)
{
    struct shelf *shelf = shelf_new(PIECE);
    shelf_return(shelf, shelf_take(shelf, 520), 520);
    shelf_take(shelf, 1000);
}

static void two_sizes_that_would_be_mixed_up_are_refused(void **state)
{
    (void)state;
    assert_true(aborts(two_sizes_of_a_kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_do_not_overlap),
        cmocka_unit_test(what_is_given_back_is_given_out_again),
        cmocka_unit_test(large_blocks_are_for_others),
        cmocka_unit_test(two_sizes_that_would_be_mixed_up_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
