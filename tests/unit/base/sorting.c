#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/sorting.h"

enum { MOST = 5000 };

static int by_size(const void *a, const void *b)
{
    const double *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

static void check(uint32_t count, double (*number)(uint32_t))
{
    static double sorted[MOST], expected[MOST], room[MOST];
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = expected[i] = number(i);
    qsort(expected, count, sizeof *expected, by_size);
    sort_numbers(sorted, room, count);
    assert_memory_equal(sorted, expected, count * sizeof *sorted);
}

static double scattered(uint32_t i)
{
    return (double)(i * UINT32_C(2654435761)) / 4294967296.0;
}

static double of_all_sizes(uint32_t i)
{
    return scattered(i) * (i % 3 == 0 ? 1e-300 : i % 3 == 1 ? 1 : 1e300);
}

static double alike(uint32_t i)
{
    (void)i;
    return 0.25;
}

static double descending(uint32_t i)
{
    return MOST - i;
}

static double few(uint32_t i)
{
    return i % 4;
}

static double half_of_them_crowded(uint32_t i)
{
    return i % 2 == 0 ? scattered(i) : 0.5 + 1e-9 * scattered(i);
}

static double one_of_them_infinite(uint32_t i)
{
    return i == 7 ? HUGE_VAL : scattered(i);
}

static double hardly_apart(uint32_t i)
{
    return 1e-320 * (1 + i % 3);
}

static void numbers_come_out_in_order(void **state)
{
    (void)state;
    static const uint32_t counts[] = {0, 1, 2, 24, 25, 63, 64, 65, 300, 2047, 2048, MOST};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        check(counts[i], scattered);
        check(counts[i], of_all_sizes);
        check(counts[i], alike);
        check(counts[i], descending);
        check(counts[i], few);
        check(counts[i], half_of_them_crowded);
        check(counts[i], one_of_them_infinite);
        check(counts[i], hardly_apart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_come_out_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
