/* Which coordinate of its second point an axis takes in rows of a Sobol sequence.
 *
 * Some pairs of coordinates of the sequence fill their square badly: with 256 rows one in ten of those that a
 * row's two points would be to an axis, and an index of that axis would be up to seven times as far off as
 * with points by lot. So coordinates of the second halves change places until the squares are even.
 */
#ifndef EXPERIMENT_POINTS_PAIRS_H
#define EXPERIMENT_POINTS_PAIRS_H

#include <stddef.h>

/* `sequence`: rows x (2 x axes), from 0 to below 1; `rows` a power of two. Moves coordinates of the second
 * half of all rows. */
void points_pair_evenly(double *sequence, size_t rows, size_t axes);

#endif
