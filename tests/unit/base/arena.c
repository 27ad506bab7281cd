#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/require.h"
#include "unit/aborts.h"

enum { CACHE_LINE = 64, SMALL_ALIGNMENT = 16 };

static int all_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return 0;
    return 1;
}

static void a_piece_to_fill_is_apart_from_others_and_counted(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *before = ARENA_NEW(&arena, char, 100), *piece = ARENA_TO_FILL(&arena, char, 1000);
    memset(piece, 0xFF, 1000);
    char *after = ARENA_NEW(&arena, char, 100);
    assert_int_equal((uintptr_t)piece % CACHE_LINE, 0);
    assert_true(all_zero(before, 100) && all_zero(after, 100));
    assert_int_equal(arena.used, 1200);
    arena_free(&arena);
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *before = NULL;
    size_t size_before = 0;
    for (size_t size = 1; size < 3000; size += 37) {
        char *piece = arena_take(&arena, size, 1);
        assert_int_equal((uintptr_t)piece % (size >= CACHE_LINE ? CACHE_LINE : SMALL_ALIGNMENT), 0);
        assert_true(all_zero(piece, size));
        assert_true(before == NULL || piece + size <= before || piece >= before + size_before);
        memset(piece, 0xFF, size);
        before = piece;
        size_before = size;
    }
    arena_free(&arena);
}

static void the_arena_counts_what_it_hands_out(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_take(&arena, 10, 8);
    ARENA_NEW(&arena, double, 3);
    assert_int_equal(arena.used, 80 + 24);
    assert_true(arena.taken >= arena.used);
    arena_free(&arena);
    assert_int_equal(arena.used, 0);
    assert_int_equal(arena.taken, 0);
    assert_null(arena.blocks);
}

static void a_piece_larger_than_any_block_is_had(void **state)
{
    (void)state;
    struct arena arena = {0};
    size_t size = 40 * 1024 * 1024 + 1;
    char *piece = arena_take(&arena, size, 1);
    piece[size - 1] = 1;
    char *after = arena_take(&arena, 8, 1);
    assert_true(after < piece || after >= piece + size);
    arena_free(&arena);
}

static void nothing_at_all_is_still_a_place(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *one = arena_take(&arena, 0, 8), *other = arena_take(&arena, 5, 0);
    assert_ptr_not_equal(one, other);
    arena_free(&arena);
}

static void texts_are_copied_and_printed(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(arena_text(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_text(&arena, "", 0), "");
    assert_string_equal(arena_print(&arena, "%s[%d]", "sites", 2), "sites[2]");
    arena_free(&arena);
}

static void take_more_than_can_be_counted(void)
{
    struct arena arena = {0};
    arena_take(&arena, SIZE_MAX / 2, 3);
}

static void take_more_than_there_is(void)
{
    struct arena arena = {0};
    arena_take(&arena, SIZE_MAX - 8, 1);
}

static void fail_a_requirement(void)
{
    int apples = 2;
    require(apples == 3);
}

static void meet_a_requirement(void)
{
    int apples = 2;
    require(apples == 2);
}

static void a_grown_piece_begins_with_the_old_one_and_ends_with_zeros(void **state)
{
    (void)state;
    struct arena arena = {0};
    uint32_t *few = arena_grow(&arena, NULL, 0, 2, sizeof *few);
    few[0] = 7;
    few[1] = 9;
    uint32_t *more = arena_grow(&arena, few, 2, 4, sizeof *more);
    assert_int_equal(more[0], 7);
    assert_int_equal(more[1], 9);
    assert_true(all_zero((const char *)&more[2], 2 * sizeof *more));
    arena_free(&arena);
}

static void sizes_beyond_all_memory_abort_instead_of_wrapping_around(void **state)
{
    (void)state;
    assert_true(aborts(take_more_than_can_be_counted));
    assert_true(aborts(take_more_than_there_is));
}

static void a_requirement_aborts_when_it_does_not_hold_and_only_then(void **state)
{
    (void)state;
    assert_true(aborts(fail_a_requirement));
    assert_false(aborts(meet_a_requirement));
}

static void memory_grows_and_keeps_what_it_held(void **state)
{
    (void)state;
    char *memory = must_allocate(4, 1);
    assert_true(all_zero(memory, 4));
    memcpy(memory, "abc", 4);
    memory = must_grow(memory, 1000, 1);
    assert_string_equal(memory, "abc");
    free(memory);
}

static void count_full(void *owner)
{
    ++*(int *)owner;
}

static void an_arena_says_once_that_it_took_more_than_it_was_to(void **state)
{
    (void)state;
    int times = 0;
    struct arena arena = {.most = 1000000, .on_full = count_full, .owner = &times};
    ARENA_NEW(&arena, char, 500000);
    assert_int_equal(times, 0);
    ARENA_NEW(&arena, char, 600000);
    assert_int_equal(times, 1);
    ARENA_NEW(&arena, char, 600000);
    assert_int_equal(times, 1);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arena_says_once_that_it_took_more_than_it_was_to),
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_piece_to_fill_is_apart_from_others_and_counted),
        cmocka_unit_test(the_arena_counts_what_it_hands_out),
        cmocka_unit_test(a_piece_larger_than_any_block_is_had),
        cmocka_unit_test(nothing_at_all_is_still_a_place),
        cmocka_unit_test(texts_are_copied_and_printed),
        cmocka_unit_test(a_grown_piece_begins_with_the_old_one_and_ends_with_zeros),
        cmocka_unit_test(sizes_beyond_all_memory_abort_instead_of_wrapping_around),
        cmocka_unit_test(a_requirement_aborts_when_it_does_not_hold_and_only_then),
        cmocka_unit_test(memory_grows_and_keeps_what_it_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
