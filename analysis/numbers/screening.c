#include "analysis/numbers/screening.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

static const double hardly = 0.05; /* of the largest */

/* What moved from one world to the next, and how far; `factors` where nothing or more than one thing did. */
static size_t moved_factor(const double *from, const double *to, size_t factors, double *step)
{
    size_t moved = factors;
    for (size_t i = 0; i < factors; i++) {
        if (from[i] == to[i])
            continue;
        if (moved != factors)
            return factors;
        moved = i;
        *step = to[i] - from[i];
    }
    return moved;
}

/* The effects of all walks, by factor; NaN where there is none. */
static double *all_effects(const double *positions, const double *responses, size_t factors, size_t walks)
{
    double *all = must_allocate(factors * walks + 1, sizeof *all);
    for (size_t i = 0; i < factors * walks; i++)
        all[i] = NAN;
    for (size_t walk = 0; walk < walks; walk++)
        for (size_t i = 0; i < factors; i++) {
            const size_t world = walk * (factors + 1) + i;
            double step = 1;
            size_t moved =
                moved_factor(positions + world * factors, positions + (world + 1) * factors, factors, &step);
            if (moved < factors)
                all[moved * walks + walk] = (responses[world + 1] - responses[world]) / step;
        }
    return all;
}

static struct effect effect_of(const double *effects, size_t walks, double confidence)
{
    double *sizes = must_allocate(walks + 1, sizeof *sizes), sum = 0, squares = 0, count = 0;
    for (size_t i = 0; i < walks; i++) {
        sizes[i] = fabs(effects[i]);
        sum += isfinite(effects[i]) ? effects[i] : 0;
        count += isfinite(effects[i]) ? 1 : 0;
    }
    for (size_t i = 0; i < walks; i++)
        squares += isfinite(effects[i]) ? pow(effects[i] - sum / count, 2) : 0;
    const struct effect effect = {
        .mean = sum / count,
        .absolute = estimate_mean(sizes, walks, (struct bounds){0, INFINITY}, confidence),
        .sd = count > 1 ? sqrt(squares / (count - 1)) : NAN,
    };
    free(sizes);
    return effect;
}

bool effects_of(const double *positions, const double *responses, size_t factors, size_t walks,
                double confidence, struct effect *effects)
{
    double *all = all_effects(positions, responses, factors, walks);
    bool any = false;
    for (size_t i = 0; i < factors; i++) {
        effects[i] = effect_of(all + i * walks, walks, confidence);
        any = any || effects[i].absolute.used > 0;
    }
    free(all);
    return any;
}

enum matters effect_matters(const struct effect *effects, size_t factors, size_t which)
{
    double largest = 0;
    const struct estimate *own = &effects[which].absolute;
    if (own->used == 0)
        return MATTERS_UNKNOWN;
    if (own->value == 0)
        return own->used < FEWEST_EFFECTS ? MATTERS_UNKNOWN : MATTERS_NOT_AT_ALL;
    for (size_t i = 0; i < factors; i++)
        largest = effects[i].absolute.used > 0 ? fmax(largest, effects[i].absolute.value) : largest;
    const double upper = own->certainty == CERTAINTY_INTERVAL ? own->high : INFINITY;
    return upper < hardly * largest ? MATTERS_HARDLY : MATTERS;
}
