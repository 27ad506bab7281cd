/* Sorts numbers that are not negative, in place and without taking memory.
 *
 * Numbers that lie about evenly between the least and the greatest are put into buckets of equal width first.
 * Others are sorted least digit first (radix 2^8, for long lists 2^11) over the bits of the doubles, which
 * are ordered as the numbers are when no sign is set; digits that all numbers share cost one look. Short
 * lists are sorted by insertion.
 */
#ifndef BASE_SORTING_H
#define BASE_SORTING_H

#include <stdint.h>

/* Ascending. `room` holds `count` numbers of scratch. No NaN, no negative number, no -0. */
void sort_numbers(double *numbers, double *room, uint32_t count);

#endif
