#include "base/sorting.h"

#include <string.h>

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, PASSES = 6, SHORT_LIST = 64 };

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

/* Where the numbers of each digit begin; 0 when they all share it. */
static int count_digits(const double *numbers, uint32_t count, uint32_t shift, uint32_t starts[DIGITS])
{
    memset(starts, 0, DIGITS * sizeof *starts);
    for (uint32_t i = 0; i < count; i++)
        starts[(bits_of(numbers[i]) >> shift) % DIGITS]++;
    if (starts[(bits_of(numbers[0]) >> shift) % DIGITS] == count)
        return 0;
    uint32_t sum = 0;
    for (uint32_t digit = 0; digit < DIGITS; digit++) {
        uint32_t here = starts[digit];
        starts[digit] = sum;
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
    for (uint32_t pass = 0; pass < PASSES; pass++) {
        uint32_t shift = pass * DIGIT_BITS;
        if (!count_digits(from, count, shift, starts))
            continue;
        for (uint32_t i = 0; i < count; i++)
            to[starts[(bits_of(from[i]) >> shift) % DIGITS]++] = from[i];
        double *swap = from;
        from = to;
        to = swap;
    }
    if (from != numbers)
        memcpy(numbers, from, count * sizeof *numbers);
}
