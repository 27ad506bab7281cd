/* The worlds of a file: what they differ in, and the numbers of their runs. */
#include <math.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "base/require.h"
#include "record/layout.h"

#define OF_WORLDS(name) LAYOUT_WORLDS "/" name

enum spread { SPREAD_LINEAR, SPREAD_LOG, SPREAD_CHOICE };

static enum status lacking(struct results *results, struct trouble *trouble)
{
    return results_unfit(results, trouble, "the worlds in this results file do not fit together");
}

/* The lines of a text. */
static struct names lines_of(const char *text, struct arena *arena)
{
    struct names lines = {0};
    size_t most = 1;
    for (const char *at = text; *at != '\0'; at++)
        most += *at == '\n' ? 1 : 0;
    lines.names = ARENA_NEW(arena, const char *, most);
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        lines.names[lines.count++] = arena_text(arena, at, length);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    return lines;
}

/* Texts and numbers of the factors, each as long as there are factors. */
struct factor_columns {
    struct names paths, meanings, units, choices;
    double *least, *most, *usual, *spread, *observable;
};

static enum status read_columns(struct results *results, struct factor_columns *columns,
                                struct trouble *trouble)
{
    const struct {
        const char *path;
        struct names *names;
    } texts[] = {{OF_WORLDS(LAYOUT_FACTOR), &columns->paths},
                 {OF_WORLDS(LAYOUT_FACTOR_MEANING), &columns->meanings},
                 {OF_WORLDS(LAYOUT_FACTOR_UNIT), &columns->units},
                 {OF_WORLDS(LAYOUT_FACTOR_CHOICES), &columns->choices}};
    const struct {
        const char *path;
        double **numbers;
    } numbers[] = {{OF_WORLDS(LAYOUT_FACTOR_LEAST), &columns->least},
                   {OF_WORLDS(LAYOUT_FACTOR_MOST), &columns->most},
                   {OF_WORLDS(LAYOUT_FACTOR_USUAL), &columns->usual},
                   {OF_WORLDS(LAYOUT_FACTOR_SPREAD), &columns->spread},
                   {OF_WORLDS(LAYOUT_FACTOR_OBSERVABLE), &columns->observable}};
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && status == STATUS_FINE; i++)
        status = results_list(results, texts[i].path, 1, texts[i].names, trouble);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && status == STATUS_FINE; i++) {
        size_t count = 0;
        status = results_numbers(results, numbers[i].path, MOST_NAMES, numbers[i].numbers, &count, trouble);
        if (status == STATUS_FINE && count != columns->paths.count)
            return lacking(results, trouble);
    }
    if (status == STATUS_FINE &&
        (columns->meanings.count != columns->paths.count || columns->units.count != columns->paths.count ||
         columns->choices.count != columns->paths.count))
        return lacking(results, trouble);
    return status;
}

static enum status read_factors(struct results *results, struct results_worlds *worlds,
                                struct trouble *trouble)
{
    struct factor_columns columns = {0};
    enum status status = read_columns(results, &columns, trouble);
    if (status != STATUS_FINE)
        return status;
    struct results_factor *factors = ARENA_NEW(&results->arena, struct results_factor, columns.paths.count);
    for (size_t i = 0; i < columns.paths.count; i++) {
        factors[i] = (struct results_factor){
            .path = columns.paths.names[i],
            .meaning = columns.meanings.names[i],
            .unit = columns.units.names[i],
            .least = columns.least[i],
            .most = columns.most[i],
            .usual = columns.usual[i],
            .log = columns.spread[i] == SPREAD_LOG,
            .observable = columns.observable[i] == 1,
        };
        if (columns.spread[i] == SPREAD_CHOICE)
            factors[i].choices = lines_of(columns.choices.names[i], &results->arena);
        if (!isfinite(factors[i].least) || !isfinite(factors[i].most) ||
            factors[i].least >= factors[i].most ||
            (columns.spread[i] == SPREAD_CHOICE && factors[i].choices.count < 2) ||
            (factors[i].log && factors[i].least <= 0))
            return lacking(results, trouble);
    }
    worlds->factors = factors;
    worlds->factor_count = columns.paths.count;
    return STATUS_FINE;
}

/* A number for each world and factor. */
static enum status read_places(struct results *results, const struct results_worlds *worlds, const char *path,
                               const double **numbers, struct trouble *trouble)
{
    struct hdf_shape shape;
    const size_t cells = worlds->count * worlds->factor_count;
    if (!hdf_shape(results->file->id, path, &shape) || shape.kind != HDF_NUMBERS || shape.rank != 2 ||
        shape.lengths[0] != worlds->count || shape.lengths[1] != worlds->factor_count || cells > MOST_NUMBERS)
        return lacking(results, trouble);
    double *read = ARENA_NEW(&results->arena, double, cells);
    *numbers = read;
    if (!hdf_numbers(results->file->id, path, read, cells))
        return results_unfit(results, trouble, "`%s` cannot be read: the file is damaged", path);
    return STATUS_FINE;
}

static bool places_fit(const struct results_worlds *worlds)
{
    for (size_t i = 0; i < worlds->count * worlds->factor_count; i++) {
        const struct results_factor *factor = &worlds->factors[i % worlds->factor_count];
        double position = worlds->positions[i], value = worlds->values[i];
        if (!(position >= 0 && position <= 1) || !isfinite(value) ||
            (factor->choices.count > 0 && !(value >= 0 && value < (double)factor->choices.count)))
            return false;
    }
    return true;
}

static enum status read_runs(struct results *results, struct results_worlds *worlds, struct trouble *trouble)
{
    double *repeats = NULL, *runs = NULL;
    size_t repeat_count = 0, run_count = 0;
    enum status status =
        results_numbers(results, OF_WORLDS(LAYOUT_REPEAT), MOST_NAMES, &repeats, &repeat_count, trouble);
    if (status == STATUS_FINE)
        status = results_numbers(results, OF_WORLDS(LAYOUT_RUNS), MOST_NAMES, &runs, &run_count, trouble);
    if (status != STATUS_FINE)
        return status;
    size_t *counts = ARENA_NEW(&results->arena, size_t, run_count);
    for (size_t i = 0; i < run_count; i++) {
        if (!(runs[i] >= 0 && runs[i] <= (double)repeat_count))
            return lacking(results, trouble);
        counts[i] = (size_t)runs[i];
    }
    worlds->count = run_count;
    worlds->runs = counts;
    worlds->most_runs = repeat_count;
    return run_count == 0 || repeat_count == 0 ? lacking(results, trouble) : STATUS_FINE;
}

/* Trajectories and shifts have the same number of worlds each, which hangs on the number of factors. */
static enum status read_way(struct results *results, struct results_worlds *worlds, struct trouble *trouble)
{
    struct hdf_facts facts;
    hdf_facts(results->file->id, OF_WORLDS(LAYOUT_WORLD), &results->arena, &facts);
    const char *by = hdf_text_of(&facts, LAYOUT_BY);
    double groups = hdf_number_of(&facts, LAYOUT_GROUPS, 0);
    worlds->by = strcmp(by, LAYOUT_BY_MORRIS) == 0   ? WORLDS_MORRIS
                 : strcmp(by, LAYOUT_BY_SOBOL) == 0  ? WORLDS_SOBOL
                 : strcmp(by, LAYOUT_BY_CHOICE) == 0 ? WORLDS_CHOICE
                                                     : WORLDS_SAMPLE;
    worlds->fit_design = hdf_text_of(&facts, LAYOUT_FIT_DESIGN);
    worlds->fit_keep = hdf_number_of(&facts, LAYOUT_FIT_KEEP, RESULTS_USUAL_KEEP);
    const double first = hdf_number_of(&facts, LAYOUT_FIRST_RUNS, 0);
    if (!(first >= 0 && first <= (double)worlds->most_runs))
        return lacking(results, trouble);
    worlds->first_runs = (size_t)first;
    if (!(worlds->fit_keep > 0 && worlds->fit_keep <= 1))
        return lacking(results, trouble);
    if (!(groups >= 1 && groups <= (double)worlds->count))
        return lacking(results, trouble);
    worlds->groups = (size_t)groups;
    const size_t each = worlds->by == WORLDS_MORRIS  ? worlds->factor_count + 1
                        : worlds->by == WORLDS_SOBOL ? worlds->factor_count + 3
                                                     : 1;
    const size_t rows = worlds->count / each;
    bool fits = worlds->count % each == 0 && rows % worlds->groups == 0 &&
                (worlds->by != WORLDS_MORRIS || rows == worlds->groups);
    return fits ? STATUS_FINE : lacking(results, trouble);
}

/* Weeks of a search are no plausible worlds: here they part, and nowhere else. */
static enum status put_in_place(struct results *results, const struct results_worlds *worlds,
                                struct trouble *trouble)
{
    if (worlds->by == WORLDS_CHOICE)
        return results_read_choice(results, worlds, trouble);
    results->worlds = worlds;
    return STATUS_FINE;
}

enum status results_read_worlds(struct results *results, struct trouble *trouble)
{
    struct results_worlds *worlds = ARENA_NEW(&results->arena, struct results_worlds, 1);
    results->worlds = ARENA_NEW(&results->arena, struct results_worlds, 1);
    if (!hdf_has_group(results->file->id, LAYOUT_WORLDS))
        return STATUS_FINE;
    results->file->worlds = ARENA_NEW(&results->arena, double *, results->measure_count);
    enum status status = read_runs(results, worlds, trouble);
    if (status == STATUS_FINE)
        status = read_factors(results, worlds, trouble);
    if (status == STATUS_FINE)
        status = read_way(results, worlds, trouble);
    if (status == STATUS_FINE)
        status = read_places(results, worlds, OF_WORLDS(LAYOUT_POSITION), &worlds->positions, trouble);
    if (status == STATUS_FINE)
        status = read_places(results, worlds, OF_WORLDS(LAYOUT_VALUE), &worlds->values, trouble);
    if (status == STATUS_FINE && !places_fit(worlds))
        status = lacking(results, trouble);
    return status == STATUS_FINE ? put_in_place(results, worlds, trouble) : status;
}

double *results_read_world_values(struct results *results, size_t measure, struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    const struct results_worlds *worlds = results_any_worlds(results);
    struct hdf_shape shape;
    const char *path = arena_print(&results->arena, LAYOUT_WORLDS "/%s", facts->name);
    size_t count = 1;
    bool huge = __builtin_mul_overflow(worlds->count * results->designs.count,
                                       worlds->most_runs * facts->sites, &count);
    if (huge || !hdf_shape(results->file->id, path, &shape) || shape.kind != HDF_NUMBERS ||
        shape.rank != (facts->of_movement ? 3 : 4) || count > MOST_NUMBERS ||
        shape.lengths[0] != worlds->count || shape.lengths[1] != results->designs.count ||
        shape.lengths[2] != worlds->most_runs ||
        (!facts->of_movement && shape.lengths[3] != results->sites.count)) {
        results_unfit(results, trouble, "`%s` does not have the shape (world, design, repeat, site)", path);
        return NULL;
    }
    double *numbers = ARENA_TO_FILL(&results->arena, double, count);
    if (!hdf_numbers(results->file->id, path, numbers, count)) {
        results_unfit(results, trouble, "`%s` cannot be read: the file is damaged", path);
        return NULL;
    }
    return numbers;
}
