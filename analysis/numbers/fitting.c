#include "analysis/numbers/fitting.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/numbers/fitting_chance.h"
#include "base/require.h"

static const double together = 0.05;

/* Work on one file. */
struct fitter {
    struct results *results;
    struct fitting *fitting;
    struct fitting_found *found; /* of the fitting */
    struct arena *arena;
    double *distances; /* by world; infinite where a value is missing */
    bool *inside;      /* by world: within the range of every number */
    size_t *placed;    /* the worlds that have a distance */
};

/* Half the width of the range, or the tolerance. */
static double unit_of(const struct results_found *found)
{
    return found->ranged ? (found->most - found->least) / 2 : found->tolerance;
}

static bool is_in_range(const struct results_found *found, double value)
{
    return found->ranged ? value >= found->least && value <= found->most
                         : fabs(value - found->value) <= found->tolerance;
}

enum fitting_lack fitting_lacks(const struct results *results)
{
    bool any = false;
    for (size_t i = 0; i < results->provenance.found_count; i++)
        any = any || unit_of(&results->provenance.found[i]) > 0;
    if (!any)
        return FITTING_NO_RECORD;
    if (results->worlds->count == 0 || results->worlds->by != WORLDS_SAMPLE)
        return FITTING_NO_SAMPLE;
    return worlds_that_were_run(results->worlds) < FITTING_FEWEST ? FITTING_TOO_FEW : FITTING_FINE;
}

/* --- how far worlds are from the record --- */

static double mean_in(const struct fitter *fitter, size_t measure, const double *loaded, size_t world,
                      double *values)
{
    const size_t count = results_world_values(fitter->results, measure, loaded, world,
                                              fitter->fitting->design, ALL_SITES, values);
    double sum = 0;
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i])) {
            sum += values[i];
            known++;
        }
    return known > 0 ? sum / (double)known : NAN;
}

/* The means of all worlds of a measure, into `means`; false with trouble where they cannot be read. */
static bool means_of(const struct fitter *fitter, size_t measure, double *means, struct trouble *trouble)
{
    const struct results_worlds *worlds = fitter->results->worlds;
    const double *loaded = results_load_worlds(fitter->results, measure, trouble);
    if (loaded == NULL)
        return false;
    double *values = must_allocate(worlds->most_runs + 1, sizeof *values);
    for (size_t world = 0; world < worlds->count; world++)
        means[world] = mean_in(fitter, measure, loaded, world, values);
    free(values);
    return true;
}

static struct fitting_found reach_of(const struct results_found *found, const double *means, size_t worlds)
{
    struct fitting_found reach = {
        .found = found, .unit = unit_of(found), .least = INFINITY, .most = -INFINITY};
    for (size_t world = 0; world < worlds; world++) {
        if (!isfinite(means[world]))
            continue;
        reach.worlds++;
        reach.reached += is_in_range(found, means[world]) ? 1 : 0;
        reach.least = fmin(reach.least, means[world]);
        reach.most = fmax(reach.most, means[world]);
    }
    return reach;
}

/* Adds the squares of the distances from each number; a number that no world has a value of is left out. */
static bool measure_distances(struct fitter *fitter, double *means, struct trouble *trouble)
{
    const struct provenance *provenance = &fitter->results->provenance;
    const size_t worlds = fitter->results->worlds->count;
    struct fitting_found *all = ARENA_NEW(fitter->arena, struct fitting_found, provenance->found_count + 1);
    size_t used = 0;
    for (size_t world = 0; world < worlds; world++)
        fitter->inside[world] = true;
    for (size_t i = 0; i < provenance->found_count; i++) {
        double *own = means + i * worlds;
        if (!means_of(fitter, provenance->found[i].measure, own, trouble))
            return false;
        all[i] = reach_of(&provenance->found[i], own, worlds);
        if (!(all[i].unit > 0) || all[i].worlds == 0)
            continue;
        used++;
        for (size_t world = 0; world < worlds; world++) {
            const double off = (own[world] - all[i].found->value) / all[i].unit;
            fitter->inside[world] = fitter->inside[world] && is_in_range(all[i].found, own[world]);
            fitter->distances[world] += isfinite(own[world]) ? off * off : INFINITY;
        }
    }
    for (size_t world = 0; world < worlds; world++)
        fitter->distances[world] = used == 0 || fitter->results->worlds->runs[world] == 0
                                       ? INFINITY
                                       : sqrt(fitter->distances[world] / (double)used);
    fitter->found = all;
    fitter->fitting->found = all;
    fitter->fitting->found_count = provenance->found_count;
    return true;
}

/* --- which are kept --- */

struct far_off {
    double distance;
    size_t world;
};

static int by_distance(const void *left, const void *right)
{
    const struct far_off *a = left, *b = right;
    if (a->distance != b->distance)
        return a->distance < b->distance ? -1 : 1;
    return (a->world > b->world) - (a->world < b->world);
}

static void keep_nearest(struct fitter *fitter)
{
    struct fitting *fitting = fitter->fitting;
    const size_t count = fitter->results->worlds->count;
    struct far_off *all = ARENA_NEW(fitter->arena, struct far_off, count);
    bool *is_kept = ARENA_NEW(fitter->arena, bool, count);
    for (size_t world = 0; world < count; world++) {
        is_kept[world] = false;
        if (!isfinite(fitter->distances[world]))
            continue;
        fitter->placed[fitting->worlds] = world;
        all[fitting->worlds++] = (struct far_off){fitter->distances[world], world};
    }
    fitting->is_kept = is_kept;
    fitting->without = worlds_that_were_run(fitter->results->worlds) - fitting->worlds;
    if (fitting->worlds < FITTING_FEWEST) {
        fitting->lack = FITTING_TOO_FEW;
        return;
    }
    qsort(all, fitting->worlds, sizeof *all, by_distance);
    const double share = fmin(fitting->share, 0.5);
    fitting->kept = (size_t)lround(share * (double)fitting->worlds);
    if (fitting->kept < FITTING_FEWEST_KEPT)
        fitting->kept = FITTING_FEWEST_KEPT;
    const size_t nearest = fitting->kept;
    fitting->nearest = all[0].distance;
    for (size_t i = 0; i < fitting->worlds; i++) {
        if (i >= nearest && !fitter->inside[all[i].world])
            continue;
        is_kept[all[i].world] = true;
        fitting->kept += i >= nearest ? 1 : 0;
        fitting->farthest = all[i].distance;
    }
    fitting->allowed = fitting->kept - nearest;
}

static void count_reached(const struct fitter *fitter, const double *means)
{
    const size_t worlds = fitter->results->worlds->count;
    struct fitting_found *all = fitter->found;
    for (size_t i = 0; i < fitter->fitting->found_count; i++)
        for (size_t world = 0; world < worlds; world++)
            all[i].kept_reached +=
                fitter->fitting->is_kept[world] && is_in_range(all[i].found, means[i * worlds + world]) ? 1
                                                                                                        : 0;
}

/* --- what that says of the factors --- */

static int by_size(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Changes the order of the values. */
static struct fitting_range range_of(double *values, size_t count)
{
    static const double tenth = 0.1, twentieth = 0.05;
    qsort(values, count, sizeof *values, by_size);
    return (struct fitting_range){
        fitting_quantile(values, count, tenth), fitting_quantile(values, count, 0.5),
        fitting_quantile(values, count, 1 - tenth), fitting_quantile(values, count, twentieth),
        fitting_quantile(values, count, 1 - twentieth)};
}

/* Of the worlds that have a distance, or of the kept ones alone. */
enum among { AMONG_ALL, AMONG_KEPT };

static struct fitting_range range_in(const struct fitter *fitter, const double *cells, size_t factor,
                                     enum among among)
{
    const struct fitting *fitting = fitter->fitting;
    double *values = must_allocate(fitting->worlds + 1, sizeof *values);
    size_t count = 0;
    for (size_t i = 0; i < fitting->worlds; i++)
        if (among == AMONG_ALL || fitting->is_kept[fitter->placed[i]])
            values[count++] = cells[fitter->placed[i] * fitting->number_count + factor];
    const struct fitting_range range = range_of(values, count);
    free(values);
    return range;
}

static void count_choices(const struct fitter *fitter, struct fitting_number *number)
{
    const struct fitting *fitting = fitter->fitting;
    const struct results_worlds *worlds = fitter->results->worlds;
    const size_t choices = worlds->factors[number->factor].choices.count;
    size_t *prior = must_allocate(2 * choices + 1, sizeof *prior), *kept = prior + choices;
    for (size_t i = 0; i < fitting->worlds; i++) {
        const size_t world = fitter->placed[i];
        const size_t choice = (size_t)worlds->values[world * worlds->factor_count + number->factor];
        prior[choice]++;
        kept[choice] += fitting->is_kept[world] ? 1 : 0;
    }
    for (size_t i = 1; i < choices; i++)
        number->choice = kept[i] > kept[number->choice] ? i : number->choice;
    number->prior_have = prior[number->choice];
    number->kept_have = kept[number->choice];
    free(prior);
}

static struct fitting_number number_of(const struct fitter *fitter, size_t factor)
{
    const struct results_worlds *worlds = fitter->results->worlds;
    struct fitting_number number = {.factor = factor, .narrower = 1};
    number.prior_at = range_in(fitter, worlds->positions, factor, AMONG_ALL);
    number.kept_at = range_in(fitter, worlds->positions, factor, AMONG_KEPT);
    const double width = number.prior_at.high - number.prior_at.low;
    number.narrower = width > 0 ? (number.kept_at.high - number.kept_at.low) / width : 1;
    if (worlds->factors[factor].choices.count > 0) {
        count_choices(fitter, &number);
        return number;
    }
    number.prior = range_in(fitter, worlds->values, factor, AMONG_ALL);
    number.kept = range_in(fitter, worlds->values, factor, AMONG_KEPT);
    return number;
}

/* Places among the worlds, so that the ranks of all numbers are the same up to their order. */
static void rank_worlds(const struct fitter *fitter, size_t factor, struct far_off *scratch, double *rank)
{
    const size_t worlds = fitter->fitting->worlds, factors = fitter->fitting->number_count;
    for (size_t i = 0; i < worlds; i++)
        scratch[i] =
            (struct far_off){fitter->results->worlds->positions[fitter->placed[i] * factors + factor], i};
    qsort(scratch, worlds, sizeof *scratch, by_distance);
    for (size_t i = 0; i < worlds; i++)
        rank[scratch[i].world] = ((double)i + 0.5) / (double)worlds;
}

static void find_chances(const struct fitter *fitter, double *chances)
{
    const struct results_worlds *worlds = fitter->results->worlds;
    const size_t count = fitter->fitting->worlds, factors = fitter->fitting->number_count;
    double *rank = must_allocate(count * factors + 1, sizeof *rank);
    size_t *choice = must_allocate((count + 1) * factors + 1, sizeof *choice),
           *choices = choice + count * factors;
    bool *is_kept = must_allocate(count + 1, sizeof *is_kept);
    struct far_off *scratch = must_allocate(count + 1, sizeof *scratch);
    for (size_t i = 0; i < count; i++)
        is_kept[i] = fitter->fitting->is_kept[fitter->placed[i]];
    for (size_t factor = 0; factor < factors; factor++) {
        choices[factor] = worlds->factors[factor].choices.count;
        rank_worlds(fitter, factor, scratch, rank + factor * count);
        for (size_t i = 0; i < count && choices[factor] > 0; i++)
            choice[factor * count + i] = (size_t)worlds->values[fitter->placed[i] * factors + factor];
    }
    const struct fitting_worlds all = {count, fitter->fitting->kept, factors, rank, choice, choices, is_kept};
    fitting_chances(&all, chances);
    free(scratch);
    free(is_kept);
    free(choice);
    free(rank);
}

/* Those that the record says something about first, and of these the narrowest. */
static int by_width(const void *left, const void *right)
{
    const struct fitting_number *a = left, *b = right;
    if (a->is_told != b->is_told)
        return a->is_told ? -1 : 1;
    if (a->narrower != b->narrower)
        return a->narrower < b->narrower ? -1 : 1;
    return (a->factor > b->factor) - (a->factor < b->factor);
}

static void tell_numbers(struct fitter *fitter)
{
    const size_t factors = fitter->results->worlds->factor_count;
    struct fitting_number *numbers = ARENA_NEW(fitter->arena, struct fitting_number, factors + 1);
    double *chances = must_allocate(factors + 1, sizeof *chances);
    bool *rare = must_allocate(factors + 1, sizeof *rare);
    fitter->fitting->number_count = factors;
    find_chances(fitter, chances);
    fitting_rare(chances, factors, together, rare);
    for (size_t i = 0; i < factors; i++) {
        numbers[i] = number_of(fitter, i);
        numbers[i].chance = chances[i];
        numbers[i].is_told = rare[i];
        fitter->fitting->told += rare[i] ? 1 : 0;
    }
    qsort(numbers, factors, sizeof *numbers, by_width);
    fitter->fitting->numbers = numbers;
    free(rare);
    free(chances);
}

/* --- what that says of the designs --- */

static void tell_designs(struct fitter *fitter, const struct worlds_told *told)
{
    struct fitting *fitting = fitter->fitting;
    struct fitting_design *designs = ARENA_NEW(fitter->arena, struct fitting_design, told->design_count + 1);
    for (size_t i = 0; i < told->design_count; i++) {
        const struct worlds_of_design *one = &told->designs[i];
        designs[i] = (struct fitting_design){
            .design = one->design, .worlds = one->worlds, .ahead = one->ahead, .behind = one->behind};
        for (size_t world = 0; world < fitter->results->worlds->count; world++) {
            if (!fitting->is_kept[world] || !isfinite(one->contrasts[world].difference.value))
                continue;
            const int side = worlds_side(fitter->results, &one->contrasts[world]),
                      clear = worlds_clear_side(fitter->results, &one->contrasts[world]);
            designs[i].kept++;
            designs[i].kept_ahead += side > 0 ? 1 : 0;
            designs[i].kept_behind += side < 0 ? 1 : 0;
            designs[i].kept_clearly_ahead += clear > 0 ? 1 : 0;
            designs[i].kept_clearly_behind += clear < 0 ? 1 : 0;
        }
    }
    fitting->designs = designs;
    fitting->design_count = told->design_count;
}

static size_t design_of(const struct results *results)
{
    const char *name = results->worlds->fit_design;
    const size_t design = name == NULL || name[0] == '\0' ? NOT_FOUND : results_find_design(results, name);
    return design == NOT_FOUND ? 0 : design;
}

const struct fitting *fitting_of(struct results *results, const struct worlds_told *told, struct arena *arena,
                                 struct trouble *trouble)
{
    struct fitting *fitting = ARENA_NEW(arena, struct fitting, 1);
    *fitting = (struct fitting){.results = results,
                                .lack = fitting_lacks(results),
                                .design = design_of(results),
                                .measure = told->measure,
                                .base = told->base,
                                .share = results->worlds->fit_keep};
    if (fitting->lack != FITTING_FINE)
        return fitting;
    const size_t count = results->worlds->count;
    struct fitter fitter = {.results = results,
                            .fitting = fitting,
                            .arena = arena,
                            .distances = must_allocate(count + 1, sizeof *fitter.distances),
                            .inside = must_allocate(count + 1, sizeof *fitter.inside),
                            .placed = must_allocate(count + 1, sizeof *fitter.placed)};
    double *means = must_allocate(count * results->provenance.found_count + 1, sizeof *means);
    const bool read = measure_distances(&fitter, means, trouble);
    if (read)
        keep_nearest(&fitter);
    if (read && fitting->lack == FITTING_FINE) {
        count_reached(&fitter, means);
        tell_numbers(&fitter);
        tell_designs(&fitter, told);
    }
    free(means);
    free(fitter.placed);
    free(fitter.inside);
    free(fitter.distances);
    return read ? fitting : NULL;
}
