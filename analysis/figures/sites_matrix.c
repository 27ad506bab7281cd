#include "analysis/figures/sites_matrix.h"

#include <math.h>
#include <stdlib.h>

/* More would be too small to be seen: several sites of neighbouring sizes share a row. */
enum { MOST_BANDS = 24 };

static double size_of(const double *people, size_t site)
{
    return isfinite(people[site]) ? people[site] : -1;
}

void sites_by_size(const double *people, size_t count, size_t *order)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && size_of(people, order[at - 1]) < size_of(people, i); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

/* Links between two bands, both ways round; those within a band stand on the diagonal. */
static double *count_links(struct drawing *drawing, const struct ties *ties, const double *people,
                           size_t bands)
{
    const size_t count = drawing->results->sites.count;
    size_t *order = ARENA_NEW(&drawing->arena, size_t, count),
           *band = ARENA_NEW(&drawing->arena, size_t, count);
    double *links = ARENA_NEW(&drawing->arena, double, bands *bands);
    sites_by_size(people, count, order);
    for (size_t i = 0; i < count; i++)
        band[order[i]] = i * bands / count;
    for (size_t i = 0; i < ties->count; i++) {
        const struct tie *tie = &ties->items[i];
        const size_t one = band[tie->one], other = band[tie->other];
        links[one * bands + other] += (double)tie->links;
        if (one != other)
            links[other * bands + one] += (double)tie->links;
    }
    return links;
}

void sites_matrix(struct drawing *drawing, const struct square *square, const struct ties *ties,
                  const double *people, const char *colour)
{
    static const double margin = 6, palest = 0.15;
    const size_t count = drawing->results->sites.count, bands = count < MOST_BANDS ? count : MOST_BANDS;
    const double *links = count_links(drawing, ties, people, bands);
    const double side = (square->size - 2 * margin) / (double)bands, left = square->left + margin,
                 top = square->bottom + square->size - margin;
    double most = 0;
    for (size_t i = 0; i < bands * bands; i++)
        most = fmax(most, links[i]);
    for (size_t row = 0; row < bands; row++)
        for (size_t column = 0; column < bands; column++) {
            const double share = sqrt(links[row * bands + column] / most);
            if (!(share > 0))
                continue;
            text_print(&drawing->body,
                       "set object rectangle from first %.2f,%.2f to first %.2f,%.2f front fillcolor rgb "
                       "'%s' fillstyle solid %.2f noborder\n",
                       left + side * (double)column, top - side * (double)(row + 1),
                       left + side * (double)(column + 1), top - side * (double)row, colour,
                       palest + (1 - palest) * share);
        }
}
