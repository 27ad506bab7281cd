#include "base/sorting.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Short lists are sorted by insertion; for those that are not long, counting eleven bits of each number at a
 * time would cost more than the list itself. */
enum { SHORT_LIST = 64, LONG_LIST = 2048, FEW_BITS = 8, MANY_BITS = 11, DIGITS = 1 << MANY_BITS, BITS = 64 };

/* Numbers that lie about evenly are put into buckets of equal width, one or two into each. Where a number has
 * to pass more than so many of its bucket, on average, they do not lie evenly. */
enum { FEW_NUMBERS = 24, MOST_BUCKETS = 2048, MOST_PASSED = 4 };

/* Which bits of the numbers a pass looks at. */
struct digit {
    uint32_t shift, bits;
};

static uint64_t bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/* False, with the numbers in another order, where they have to pass more than `most` others. */
static bool sort_by_insertion(double *numbers, uint32_t count, uint64_t most)
{
    uint64_t passed = 0;
    for (uint32_t i = 1; i < count && passed <= most; i++) {
        double number = numbers[i];
        uint32_t place = i;
        for (; place > 0 && numbers[place - 1] > number; place--)
            numbers[place] = numbers[place - 1];
        numbers[place] = number;
        passed += i - place;
    }
    return passed <= most;
}

static uint32_t digit_of(double number, struct digit digit)
{
    return (uint32_t)(bits_of(number) >> digit.shift) & ((UINT32_C(1) << digit.bits) - 1);
}

/* Where the numbers of each value of the digit begin; 0 when they all share it. */
static int count_digits(const double *numbers, uint32_t count, struct digit digit, uint32_t starts[DIGITS])
{
    const uint32_t values = UINT32_C(1) << digit.bits;
    memset(starts, 0, values * sizeof *starts);
    for (uint32_t i = 0; i < count; i++)
        starts[digit_of(numbers[i], digit)]++;
    if (starts[digit_of(numbers[0], digit)] == count)
        return 0;
    uint32_t sum = 0;
    for (uint32_t value = 0; value < values; value++) {
        uint32_t here = starts[value];
        starts[value] = sum;
        sum += here;
    }
    return 1;
}

/* Larger numbers never come into an earlier bucket, however the product is rounded. */
static uint32_t bucket_of(double number, double least, double per_width)
{
    return (uint32_t)((number - least) * per_width);
}

/* False, with the numbers in another order, where they do not lie evenly. */
static bool sort_by_buckets(double *numbers, double *room, uint32_t count)
{
    uint32_t starts[MOST_BUCKETS], buckets = FEW_NUMBERS;
    double least = numbers[0], greatest = numbers[0];
    for (uint32_t i = 1; i < count; i++) {
        least = numbers[i] < least ? numbers[i] : least;
        greatest = numbers[i] > greatest ? numbers[i] : greatest;
    }
    while (buckets < count && 2 * buckets <= MOST_BUCKETS)
        buckets *= 2;
    const double per_width = greatest > least ? (buckets - 1) / (greatest - least) : 0;
    if (!(per_width > 0 && per_width < HUGE_VAL))
        return false;
    memset(starts, 0, buckets * sizeof *starts);
    for (uint32_t i = 0; i < count; i++)
        starts[bucket_of(numbers[i], least, per_width)]++;
    for (uint32_t bucket = 0, sum = 0; bucket < buckets; bucket++) {
        const uint32_t here = starts[bucket];
        starts[bucket] = sum;
        sum += here;
    }
    for (uint32_t i = 0; i < count; i++)
        room[starts[bucket_of(numbers[i], least, per_width)]++] = numbers[i];
    memcpy(numbers, room, count * sizeof *numbers);
    return sort_by_insertion(numbers, count, (uint64_t)MOST_PASSED * count);
}

static void sort_by_digits(double *numbers, double *room, uint32_t count)
{
    uint32_t starts[DIGITS];
    double *from = numbers, *to = room;
    const uint32_t bits = count < LONG_LIST ? FEW_BITS : MANY_BITS;
    for (uint32_t shift = 0; shift < BITS; shift += bits) {
        const struct digit digit = {shift, bits};
        if (!count_digits(from, count, digit, starts))
            continue;
        for (uint32_t i = 0; i < count; i++)
            to[starts[digit_of(from[i], digit)]++] = from[i];
        double *swap = from;
        from = to;
        to = swap;
    }
    if (from != numbers)
        memcpy(numbers, from, count * sizeof *numbers);
}

void sort_numbers(double *numbers, double *room, uint32_t count)
{
    if (count > FEW_NUMBERS && sort_by_buckets(numbers, room, count))
        return;
    if (count <= SHORT_LIST)
        sort_by_insertion(numbers, count, UINT64_MAX);
    else
        sort_by_digits(numbers, room, count);
}
