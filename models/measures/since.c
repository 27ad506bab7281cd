/* What a row says of a part of a run: from some moment on (rows.h). */
#include <string.h>

#include "measures/ledger.h"
#include "rows.h"

static double taken(const struct measure_row *row, const struct parts *parts, uint32_t bin)
{
    return row->measure.shape == MEASURE_BIN ? row->bin(parts, bin) : row->value(parts);
}

static double by_itself(const struct measure_row *row, struct parts *parts, const struct parts *before,
                        uint32_t bin)
{
    parts->before = before;
    double value = taken(row, parts, bin);
    parts->before = NULL;
    return value;
}

static double more_of_it(const struct measure_row *row, const struct parts *parts, const struct parts *before,
                         uint32_t bin)
{
    double was = taken(row, before, bin);
    return taken(row, parts, bin) - (isnan(was) ? 0 : was);
}

static double mean_of_it(const struct measure_row *row, const struct parts *parts, const struct parts *before,
                         uint32_t bin)
{
    struct row_ratios ratios = {.subtracts = false};
    row_ratios = &ratios;
    taken(row, before, bin);
    ratios.subtracts = true;
    ratios.taken = 0;
    double value = taken(row, parts, bin);
    row_ratios = NULL;
    return value;
}

/* A number that cannot be, since what was counted before was undone after, is missing. */
double since_value(const struct measure_row *row, struct parts *parts, const struct parts *before,
                   uint32_t bin)
{
    const struct measure *measure = &row->measure;
    double value = NAN;
    if (measure_since(measure) == SINCE_NOTHING)
        return value;
    if (row->by_itself)
        value = by_itself(row, parts, before, bin);
    else if (measure_since(measure) == SINCE_STANDS)
        value = taken(row, parts, bin);
    else if (strcmp(measure->cell_methods, "time: mean") == 0)
        value = mean_of_it(row, parts, before, bin);
    else
        value = more_of_it(row, parts, before, bin);
    value = bounds_settle(measure->bounds, value);
    return bounds_hold(measure->bounds, value) ? value : (double)NAN;
}
