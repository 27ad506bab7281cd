#include "analysis/numbers/between.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

/* --- runs that share nothing --- */

struct lot {
    double mean, square_of_error; /* of the mean */
    size_t count, missing;
};

static struct lot lot_of(const double *values, size_t count)
{
    struct lot lot = {NAN, NAN, 0, 0};
    double *kept = must_allocate(count + 1, sizeof *kept);
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i]))
            kept[lot.count++] = values[i];
    lot.missing = count - lot.count;
    if (lot.count > 0)
        lot.mean = gsl_stats_mean(kept, 1, lot.count);
    if (lot.count > 1)
        lot.square_of_error = gsl_stats_variance_m(kept, 1, lot.count, lot.mean) / (double)lot.count;
    free(kept);
    return lot;
}

/* Half of the interval of a difference of two estimates whose errors have these squares. */
static double welch_half(double a, size_t count_a, double b, size_t count_b, double confidence)
{
    double both = a + b;
    if (both <= 0)
        return 0;
    double freedom = both * both / (a * a / ((double)count_a - 1) + b * b / ((double)count_b - 1));
    return gsl_cdf_tdist_Pinv(0.5 + confidence / 2, freedom) * sqrt(both);
}

struct estimate between_difference(const double *a, size_t count_a, const double *b, size_t count_b,
                                   double confidence)
{
    struct lot one = lot_of(a, count_a), other = lot_of(b, count_b);
    size_t used = one.count < other.count ? one.count : other.count;
    struct estimate estimate = {NAN, NAN, NAN, used, one.missing + other.missing, CERTAINTY_NONE};
    if (used == 0)
        return estimate;
    estimate.value = one.mean - other.mean;
    estimate.certainty = CERTAINTY_POINT;
    if (used < 2)
        return estimate;
    double half = welch_half(one.square_of_error, one.count, other.square_of_error, other.count, confidence);
    estimate.low = estimate.value - half;
    estimate.high = estimate.value + half;
    estimate.certainty = CERTAINTY_INTERVAL;
    return estimate;
}

static bool lot_is_clear_of_zero(const struct lot *lot, double confidence)
{
    return lot->count > 1 && lot->mean > gsl_cdf_tdist_Pinv(0.5 + confidence / 2, (double)lot->count - 1) *
                                             sqrt(lot->square_of_error);
}

static bool any_below_zero(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (values[i] < 0)
            return true;
    return false;
}

struct estimate between_ratio(const double *a, size_t count_a, const double *b, size_t count_b,
                              double confidence)
{
    struct lot one = lot_of(a, count_a), other = lot_of(b, count_b);
    size_t used = one.count < other.count ? one.count : other.count;
    struct estimate estimate = {NAN, NAN, NAN, used, one.missing + other.missing, CERTAINTY_NONE};
    if (used == 0 || any_below_zero(a, count_a) || any_below_zero(b, count_b) || !(other.mean > 0))
        return estimate;
    estimate.value = one.mean / other.mean;
    estimate.certainty = CERTAINTY_POINT;
    if (!lot_is_clear_of_zero(&one, confidence) || !lot_is_clear_of_zero(&other, confidence))
        return estimate;
    double half = welch_half(one.square_of_error / (one.mean * one.mean), one.count,
                             other.square_of_error / (other.mean * other.mean), other.count, confidence);
    estimate.low = estimate.value * exp(-half);
    estimate.high = estimate.value * exp(half);
    estimate.certainty = CERTAINTY_INTERVAL;
    return estimate;
}

/* --- what can be compared --- */

static const struct results_setting *setting_at(const struct results *results, const char *path,
                                                size_t *place)
{
    const struct provenance *made = &results->provenance;
    for (size_t i = 0; i < made->setting_count; i++) { /* mostly the one after the last that was found */
        size_t at = (*place + i) % made->setting_count;
        if (strcmp(made->settings[at].path, path) == 0) {
            *place = at + 1;
            return &made->settings[at];
        }
    }
    return NULL;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Of words, of how many runs there are, and of what is run besides the scenario itself: no number that is
 * compared depends on them. */
static bool says_nothing(const char *path)
{
    static const char *const beginnings[] = {"title",
                                             "question",
                                             "headline",
                                             "show",
                                             "replications",
                                             "first_replication",
                                             "variant_replications",
                                             "assumptions",
                                             "sweep",
                                             "sensitivity",
                                             "over",
                                             "found",
                                             "limits.",
                                             "record_people",
                                             "record_events"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins(path, beginnings[i]))
            return true;
    return false;
}

static void find_settings(struct between *between, struct arena *arena)
{
    const struct provenance *a = &between->a->provenance, *b = &between->b->provenance;
    size_t place = 0;
    between->settings = ARENA_NEW(arena, struct between_setting, a->setting_count + b->setting_count + 1);
    for (size_t i = 0; i < a->setting_count; i++) {
        const struct results_setting *other = setting_at(between->b, a->settings[i].path, &place);
        if (says_nothing(a->settings[i].path) ||
            (other != NULL && strcmp(other->value, a->settings[i].value) == 0))
            continue;
        between->settings[between->setting_count++] = (struct between_setting){
            a->settings[i].path, a->settings[i].value, other == NULL ? NULL : other->value};
    }
    for (size_t i = 0; i < b->setting_count; i++)
        if (!says_nothing(b->settings[i].path) && setting_at(between->a, b->settings[i].path, &place) == NULL)
            between->settings[between->setting_count++] =
                (struct between_setting){b->settings[i].path, NULL, b->settings[i].value};
}

/* Runs whose numbers are in both files. */
static size_t shared_runs(const struct results *a, const struct results *b)
{
    int64_t first = a->first_replication > b->first_replication ? a->first_replication : b->first_replication;
    int64_t end_a = a->first_replication + (int64_t)results_fewest(a),
            end_b = b->first_replication + (int64_t)results_fewest(b), end = end_a < end_b ? end_a : end_b;
    return end > first ? (size_t)(end - first) : 0;
}

static const char *why_apart(const struct between *between)
{
    const struct provenance *a = &between->a->provenance, *b = &between->b->provenance;
    if (strcmp(a->seed, b->seed) != 0)
        return "the seeds differ";
    for (size_t i = 0; i < between->setting_count; i++)
        if (begins(between->settings[i].path, "sites[") || begins(between->settings[i].path, "people."))
            return "the sites or their people differ";
    if (strcmp(a->version, b->version) != 0 || strcmp(a->commit, b->commit) != 0)
        return "they were made by different builds of the program";
    return shared_runs(between->a, between->b) == 0 ? "no number of a run is in both" : NULL;
}

/* A measure of the first file in the second; NOT_FOUND with a sentence where it is not the same there. */
static size_t measure_in(const struct results *a, size_t measure, const struct results *b,
                         struct trouble *trouble)
{
    const struct results_measure *one = &a->measures[measure];
    size_t found = results_find_measure(b, one->name);
    if (found == NOT_FOUND)
        trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = b->path},
                    "cannot be compared with %s: `%s` is not measured in it", a->path, one->name);
    else if (b->measures[found].extent != EXTENT_RUN || strcmp(b->measures[found].unit, one->unit) != 0)
        trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = b->path},
                    "cannot be compared with %s: `%s` is measured in another unit or way in it", a->path,
                    one->name);
    else
        return found;
    return NOT_FOUND;
}

/* Places in the first file of what is compared: what was asked for, or the headline and its price. */
static size_t choose(const struct between *between, const struct compare_request *request, size_t *measures,
                     struct trouble *trouble)
{
    const struct results *a = between->a;
    size_t count = 0;
    for (size_t i = 0; i < request->measure_count; i++) {
        size_t found = results_find_measure(a, request->measures[i]);
        if (found == NOT_FOUND || a->measures[found].extent != EXTENT_RUN) {
            trouble_add(trouble, STATUS_USAGE, (struct place){.file = a->path},
                        "has no measure `%s` with one number a run", request->measures[i]);
            return 0;
        }
        measures[count++] = found;
    }
    if (count > 0)
        return count;
    measures[0] = a->headline;
    size_t price = price_measures(a, measures + 1, a->measure_count);
    count = 1;
    for (size_t i = 1; i <= price; i++) { /* what the other lacks of the price is left out */
        struct trouble nobody_hears = {0};
        if (measure_in(a, measures[i], between->b, &nobody_hears) != NOT_FOUND)
            measures[count++] = measures[i];
        trouble_free(&nobody_hears);
    }
    return count;
}

/* --- one measure of one design --- */

static enum verdict side_apart(const struct contrast *contrast)
{
    const bool ratio = contrast->ratio.certainty == CERTAINTY_INTERVAL;
    const struct estimate *shown = ratio ? &contrast->ratio : &contrast->difference;
    const double none = ratio ? 1 : 0;
    if (shown->certainty != CERTAINTY_INTERVAL ||
        contrast->difference.used < fewest_pairs(contrast->confidence))
        return VERDICT_UNKNOWN;
    if (shown->low == none && shown->high == none)
        return VERDICT_SAME;
    return shown->low > none ? VERDICT_HIGHER : shown->high < none ? VERDICT_LOWER : VERDICT_UNCLEAR;
}

/* The values of a design in both files. */
struct sides {
    double *a, *b;
    size_t count_a, count_b;
};

static struct contrast contrast_apart(const struct between *between, const struct contrast_of *what,
                                      const struct sides *sides)
{
    const struct bounds bounds = between->a->measures[what->measure].bounds;
    struct contrast contrast = {
        .measure = what->measure,
        .design = what->design,
        .base = what->base,
        .confidence = what->confidence,
        .mean = estimate_mean(sides->b, sides->count_b, bounds, what->confidence),
        .base_mean = estimate_mean(sides->a, sides->count_a, bounds, what->confidence),
        .difference =
            between_difference(sides->b, sides->count_b, sides->a, sides->count_a, what->confidence),
        .ratio = between_ratio(sides->b, sides->count_b, sides->a, sides->count_a, what->confidence),
        .saved = NAN,
        .settle = NAN,
    };
    contrast.verdict = side_apart(&contrast);
    return contrast;
}

static void fill_row(const struct between *between, size_t measure_a, size_t design_a, size_t design_b,
                     struct between_row *row)
{
    const struct results *a = between->a, *b = between->b;
    struct sides sides = {.a = must_allocate(a->most_replications + 1, sizeof(double)),
                          .b = must_allocate(b->most_replications + 1, sizeof(double))};
    const struct contrast_of what = {measure_a, 0, design_b, design_a, between->confidence};
    sides.count_a = results_run_values(a, measure_a, 0, design_a, ALL_SITES, sides.a);
    sides.count_b = results_run_values(b, row->measure_b, 0, design_b, ALL_SITES, sides.b);
    if (between->why_apart == NULL) {
        int64_t first =
            a->first_replication > b->first_replication ? a->first_replication : b->first_replication;
        row->contrast = contrast_of_values(a, &what, sides.b + (first - b->first_replication),
                                           sides.a + (first - a->first_replication), between->pairs);
    } else {
        row->contrast = contrast_apart(between, &what, &sides);
    }
    free(sides.a);
    free(sides.b);
}

/* Which designs are set against which: of the first file, then of the second. */
static size_t match_designs(struct between *between, size_t base, bool base_given, size_t (*pairs)[2])
{
    size_t count = 0;
    for (size_t i = 0; i < between->b->designs.count && !base_given; i++) {
        size_t same = results_find_design(between->a, between->b->designs.names[i]);
        if (same == NOT_FOUND)
            continue;
        pairs[count][0] = same;
        pairs[count++][1] = i;
    }
    between->by_name = count > 0;
    for (size_t i = 0; i < between->b->designs.count && !between->by_name; i++) {
        pairs[count][0] = base;
        pairs[count++][1] = i;
    }
    return count;
}

static size_t base_of(const struct results *a, const struct compare_request *request, struct trouble *trouble)
{
    if (request->base == NULL)
        return 0;
    size_t base = results_find_design(a, request->base);
    if (base != NOT_FOUND)
        return base;
    trouble_add(trouble, STATUS_USAGE, (struct place){.file = a->path}, "has no design called `%s`",
                request->base);
    const char *near = nearest_word(request->base, a->designs.names, a->designs.count);
    if (near != NULL)
        trouble_hint(trouble, "did you mean `%s`?", near);
    return NOT_FOUND;
}

struct between *between(struct results *a, struct results *b, const struct compare_request *request,
                        struct arena *arena, struct trouble *trouble)
{
    struct between *between = ARENA_NEW(arena, struct between, 1);
    *between = (struct between){.a = a, .b = b};
    between->confidence = request->confidence > 0 ? request->confidence : USUAL_CONFIDENCE;
    size_t base = base_of(a, request, trouble);
    if (base == NOT_FOUND)
        return NULL;
    find_settings(between, arena);
    between->why_apart = why_apart(between);
    between->pairs = shared_runs(a, b);
    size_t *measures = ARENA_NEW(arena, size_t, a->measure_count + request->measure_count + 1);
    size_t(*pairs)[2] = arena_take(arena, b->designs.count, sizeof *pairs);
    between->measure_count = choose(between, request, measures, trouble);
    between->each = match_designs(between, base, request->base != NULL, pairs);
    between->rows = ARENA_NEW(arena, struct between_row, between->measure_count * between->each + 1);
    for (size_t i = 0; i < between->measure_count && trouble->count == 0; i++) {
        size_t in_b = measure_in(a, measures[i], b, trouble);
        for (size_t j = 0; j < between->each && in_b != NOT_FOUND; j++) {
            struct between_row *row = &between->rows[i * between->each + j];
            row->measure_b = in_b;
            fill_row(between, measures[i], pairs[j][0], pairs[j][1], row);
        }
    }
    return trouble->count > 0 ? NULL : between;
}
