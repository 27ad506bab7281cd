#include "analysis/numbers/differences.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/plain/plain.h"

static bool is_clear(const struct contrast *contrast)
{
    return contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
}

/* How many times the base the design is; infinite where that says nothing. */
static double times_of(const struct contrast *contrast)
{
    if (contrast->ratio.certainty == CERTAINTY_INTERVAL)
        return contrast->ratio.value;
    double times = contrast->mean.value / contrast->base_mean.value;
    return times > 0 && isfinite(times) ? times : INFINITY;
}

bool differs_hardly(const struct contrast *contrast)
{
    return is_clear(contrast) && fabs(times_of(contrast) - 1) < HARDLY_BELOW;
}

bool differs_clearly(const struct contrast *contrast)
{
    return is_clear(contrast) && !differs_hardly(contrast);
}

static int rank_of(const struct contrast *contrast)
{
    return differs_clearly(contrast) ? 0 : differs_hardly(contrast) ? 1 : 2;
}

static int by_size(const void *left, const void *right)
{
    const struct contrast *a = *(const struct contrast *const *)left;
    const struct contrast *b = *(const struct contrast *const *)right;
    const int first = rank_of(a), second = rank_of(b);
    if (first != second)
        return first < second ? -1 : 1;
    const double one = fabs(log(times_of(a))), other = fabs(log(times_of(b)));
    if (first == 0 && one != other)
        return one > other ? -1 : 1;
    return (a > b) - (a < b); /* both are in one array */
}

const struct contrast **differences_by_size(const struct contrast *contrasts, size_t count,
                                            struct arena *arena)
{
    const struct contrast **sorted = ARENA_NEW(arena, const struct contrast *, count + 1);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &contrasts[i];
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_size);
    return sorted;
}
