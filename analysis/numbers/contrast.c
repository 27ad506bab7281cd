/* One design against another, by one measure. */
#include <math.h>
#include <stdlib.h>

#include "analysis/numbers/compare.h"
#include "base/require.h"

/* Where an interval lies against the value that means "no difference". */
static enum verdict side_of(const struct estimate *estimate, double none)
{
    if (estimate->certainty != CERTAINTY_INTERVAL)
        return VERDICT_UNKNOWN;
    if (estimate->low > none)
        return VERDICT_HIGHER;
    return estimate->high < none ? VERDICT_LOWER : VERDICT_UNCLEAR;
}

static enum verdict verdict_of(const struct contrast *contrast)
{
    size_t pairs = contrast->lead.ahead + contrast->lead.behind + contrast->lead.tied;
    if (pairs < fewest_pairs(contrast->confidence))
        return VERDICT_UNKNOWN;
    if (contrast->lead.tied == pairs)
        return VERDICT_SAME;
    if (contrast->ratio.certainty == CERTAINTY_INTERVAL)
        return side_of(&contrast->ratio, 1);
    return side_of(&contrast->difference, 0);
}

struct contrast contrast_of_values(const struct results *results, const struct contrast_of *what,
                                   const double *values, const double *base_values, size_t count)
{
    const struct results_measure *measure = &results->measures[what->measure];
    struct contrast contrast = {
        .measure = what->measure,
        .variant = what->variant,
        .design = what->design,
        .base = what->base,
        .confidence = what->confidence,
        .mean = estimate_mean(values, count, measure->bounds, what->confidence),
        .base_mean = estimate_mean(base_values, count, measure->bounds, what->confidence),
        .difference = estimate_difference(values, base_values, count, measure->bounds, what->confidence),
        .ratio = estimate_ratio(values, base_values, count, what->confidence),
        .lead = estimate_lead(values, base_values, count, measure->better),
        .saved = estimate_saved_by_pairing(values, base_values, count, what->confidence),
        .settle = NAN,
    };
    contrast.verdict = verdict_of(&contrast);
    if (contrast.verdict == VERDICT_UNCLEAR)
        contrast.settle = estimate_replications_to_settle(values, base_values, count, what->confidence);
    return contrast;
}

struct contrast contrast_of_first(const struct results *results, size_t measure, size_t variant,
                                  size_t design, size_t base, double confidence, size_t runs)
{
    size_t room = results->most_replications;
    double *values = must_allocate(2 * room + 1, sizeof *values), *base_values = values + room;
    size_t count = results_run_values(results, measure, variant, design, ALL_SITES, values);
    size_t base_count = results_run_values(results, measure, variant, base, ALL_SITES, base_values);
    count = count < runs ? count : runs;
    base_count = base_count < runs ? base_count : runs;
    const struct contrast_of what = {measure, variant, design, base, confidence};
    const struct bounds bounds = results->measures[measure].bounds;
    struct contrast contrast =
        contrast_of_values(results, &what, values, base_values, count < base_count ? count : base_count);
    if (count > base_count)
        contrast.mean = estimate_mean(values, count, bounds, confidence);
    if (base_count > count)
        contrast.base_mean = estimate_mean(base_values, base_count, bounds, confidence);
    free(values);
    return contrast;
}

struct contrast contrast_of(const struct results *results, size_t measure, size_t variant, size_t design,
                            size_t base, double confidence)
{
    return contrast_of_first(results, measure, variant, design, base, confidence, results->most_replications);
}

int contrast_sign(const struct results *results, const struct contrast *contrast)
{
    enum direction better = results->measures[contrast->measure].better;
    int side = contrast->verdict == VERDICT_HIGHER ? 1 : contrast->verdict == VERDICT_LOWER ? -1 : 0;
    return better == DIRECTION_MORE ? side : better == DIRECTION_LESS ? -side : 0;
}
