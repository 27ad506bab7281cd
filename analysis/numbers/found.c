#include "analysis/numbers/found.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/plain/plain.h"
#include "analysis/plain/table.h"
#include "base/require.h"
#include "record/layout.h"

static enum fit fit_of(const struct results_found *found, const struct estimate *mean)
{
    if (mean->certainty == CERTAINTY_NONE)
        return FIT_UNKNOWN;
    if (found->ranged)
        return mean->value < found->least ? FIT_TOO_LOW : mean->value > found->most ? FIT_TOO_HIGH : FIT_GOOD;
    if (mean->certainty != CERTAINTY_INTERVAL)
        return FIT_UNKNOWN;
    return mean->high < found->value ? FIT_TOO_LOW : mean->low > found->value ? FIT_TOO_HIGH : FIT_GOOD;
}

struct found_check found_check(const struct results *results, size_t number, size_t design, double confidence)
{
    require(number < results->provenance.found_count && design < results->designs.count);
    const struct results_found *found = &results->provenance.found[number];
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    size_t count = results_run_values(results, found->measure, 0, design, ALL_SITES, values);
    struct found_check check = {
        found, design, estimate_mean(values, count, results->measures[found->measure].bounds, confidence),
        FIT_UNKNOWN};
    free(values);
    check.fit = fit_of(found, &check.mean);
    return check;
}

struct fits found_fits(const struct results *results, size_t design, double confidence)
{
    struct fits fits = {0};
    for (size_t i = 0; i < results->provenance.found_count; i++) {
        enum fit fit = found_check(results, i, design, confidence).fit;
        fits.judged += fit != FIT_UNKNOWN ? 1 : 0;
        fits.good += fit == FIT_GOOD ? 1 : 0;
    }
    return fits;
}

bool found_in_minutes(const struct results *results)
{
    const struct provenance *made = &results->provenance;
    for (size_t i = 0; i < made->found_count; i++)
        if (strncmp(made->found[i].source, LAYOUT_FROM_MINUTES, sizeof LAYOUT_FROM_MINUTES - 1) != 0)
            return false;
    return made->found_count > 0;
}
