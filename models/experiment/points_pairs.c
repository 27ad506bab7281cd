#include "experiment/points_pairs.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

/* The square is cut into as many equal rectangles as there are rows, in all ways that halve its sides; the
 * surplus of each over the one point that it should have is squared. 0: as even as can be, a (0, m, 2)-net.
 * `room` has place for the rows. */
static double unevenness(const double *first, const double *second, size_t rows, size_t width, uint32_t *room)
{
    double sum = 0;
    for (size_t wide = 2, high = rows / 2; high > 1; wide *= 2, high /= 2) {
        memset(room, 0, rows * sizeof *room);
        for (size_t row = 0; row < rows; row++) {
            size_t column = (size_t)(first[row * width] * (double)wide),
                   line = (size_t)(second[row * width] * (double)high);
            room[column * high + line]++;
        }
        for (size_t cell = 0; cell < rows; cell++)
            sum += ((double)room[cell] - 1) * ((double)room[cell] - 1);
    }
    return sum / (double)rows;
}

/* Two axes change coordinates where their squares are then more even together, until it helps nowhere.
 * `uneven` has a row for each axis and a column for each coordinate; `taken`: by axis. */
static void change_places(const double *uneven, size_t axes, size_t *taken)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < axes; i++)
            for (size_t j = 0; j < i; j++) {
                const double *mine = uneven + i * axes, *its = uneven + j * axes;
                double now = mine[taken[i]] * mine[taken[i]] + its[taken[j]] * its[taken[j]],
                       then = mine[taken[j]] * mine[taken[j]] + its[taken[i]] * its[taken[i]];
                if (then >= now)
                    continue;
                size_t kept = taken[i];
                taken[i] = taken[j];
                taken[j] = kept;
                changed = true;
            }
    }
}

static void move_coordinates(double *sequence, size_t rows, size_t axes, const size_t *taken)
{
    double *kept = must_allocate(axes, sizeof *kept);
    for (size_t row = 0; row < rows; row++) {
        double *second = sequence + row * 2 * axes + axes;
        memcpy(kept, second, axes * sizeof *kept);
        for (size_t axis = 0; axis < axes; axis++)
            second[axis] = kept[taken[axis]];
    }
    free(kept);
}

void points_pair_evenly(double *sequence, size_t rows, size_t axes)
{
    double *uneven = must_allocate(axes * axes, sizeof *uneven);
    uint32_t *room = must_allocate(rows, sizeof *room);
    size_t *taken = must_allocate(axes, sizeof *taken);
    for (size_t i = 0; i < axes; i++) {
        taken[i] = i;
        for (size_t j = 0; j < axes; j++)
            uneven[i * axes + j] = unevenness(sequence + i, sequence + axes + j, rows, 2 * axes, room);
    }
    change_places(uneven, axes, taken);
    move_coordinates(sequence, rows, axes, taken);
    free(taken);
    free(room);
    free(uneven);
}
