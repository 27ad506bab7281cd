#include "base/sorting.h"

#include <string.h>

/* Short lists are sorted by insertion; for those that are not long, counting eleven bits of each number at a
 * time would cost more than the list itself. */
enum { SHORT_LIST = 64, LONG_LIST = 2048, FEW_BITS = 8, MANY_BITS = 11, DIGITS = 1 << MANY_BITS, BITS = 64 };

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

static void sort_by_insertion(double *numbers, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        double number = numbers[i];
        uint32_t place = i;
        for (; place > 0 && numbers[place - 1] > number; place--)
            numbers[place] = numbers[place - 1];
        numbers[place] = number;
    }
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

void sort_numbers(double *numbers, double *room, uint32_t count)
{
    if (count <= SHORT_LIST) {
        sort_by_insertion(numbers, count);
        return;
    }
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
