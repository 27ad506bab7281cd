/* The group of worlds: what they differ in, and the measures of the whole run of each. */
#include <math.h>
#include <stdlib.h>

#include "base/require.h"
#include "base/text.h"
#include "record/layout.h"
#include "record/results.h"

enum { SPREADS = 3 };
#define SPREAD_WORDS "linear log choice"

struct world_writer {
    struct results *results;
    const struct record_worlds *worlds;
    size_t count;       /* of worlds */
    uint32_t most_runs; /* of a design in a world */
    hid_t group;
    struct hdf5_axis *numbers, *factors, *repeats;
};

static struct hdf5_axis *counted_axis(struct world_writer *writer, const char *name, size_t count,
                                      const char *meaning)
{
    int32_t *entries = must_allocate(count, sizeof *entries);
    for (size_t i = 0; i < count; i++)
        entries[i] = (int32_t)i + 1;
    struct hdf5_file *file = &writer->results->file;
    struct hdf5_axis *axis =
        hdf5_number_axis(file, writer->group, name, count, HDF5_FIXED, H5T_STD_I32LE, entries);
    hdf5_text(file, hdf5_axis_variable(axis), LAYOUT_UNITS, "1");
    hdf5_text(file, hdf5_axis_variable(axis), LAYOUT_LONG_NAME, meaning);
    free(entries);
    return axis;
}

/* One text for each factor. */
typedef const char *factor_text(const struct factor *factor, struct text *room);

static const char *path_of(const struct factor *factor, struct text *room)
{
    (void)room;
    return factor->path;
}

static const char *unit_of(const struct factor *factor, struct text *room)
{
    (void)room;
    return factor->unit;
}

static const char *meaning_of(const struct factor *factor, struct text *room)
{
    (void)room;
    return factor->meaning;
}

/* A line each; "" of numbers. */
static const char *choices_of(const struct factor *factor, struct text *room)
{
    text_say(room, "");
    for (size_t i = 0; i < factor->choice_count; i++)
        text_print(room, "%s%s", i == 0 ? "" : "\n", factor->choices[i]);
    return room->bytes == NULL ? "" : room->bytes;
}

/* The texts, and the room that they may stand in. */
struct factor_texts {
    const char **all;
    struct text *rooms;
};

static struct factor_texts texts_of(const struct record_worlds *worlds, factor_text *of)
{
    struct factor_texts texts = {must_allocate(worlds->factor_count, sizeof *texts.all),
                                 must_allocate(worlds->factor_count, sizeof *texts.rooms)};
    for (size_t i = 0; i < worlds->factor_count; i++)
        texts.all[i] = of(&worlds->factors[i], &texts.rooms[i]);
    return texts;
}

static void texts_free(const struct record_worlds *worlds, struct factor_texts *texts)
{
    for (size_t i = 0; i < worlds->factor_count; i++)
        text_free(&texts->rooms[i]);
    free(texts->rooms);
    free(texts->all);
}

static void write_axes(struct world_writer *writer)
{
    const struct record_worlds *worlds = writer->worlds;
    struct hdf5_file *file = &writer->results->file;
    struct factor_texts paths = texts_of(worlds, path_of);
    writer->numbers = counted_axis(
        writer, LAYOUT_WORLD, writer->count,
        worlds->by == BY_CHOICE ? "week: the scenario with a value for each setting that is open"
                                : "world: the scenario with all factors set anew, each to a plausible value");
    writer->factors =
        hdf5_text_axis(file, writer->group, LAYOUT_FACTOR, worlds->factor_count, HDF5_FIXED, paths.all);
    hdf5_text(file, hdf5_axis_variable(writer->factors), LAYOUT_LONG_NAME, "setting that worlds differ in");
    writer->repeats =
        counted_axis(writer, LAYOUT_REPEAT, writer->most_runs, "run of a design in a world, counted anew");
    texts_free(worlds, &paths);
}

static void write_texts(struct world_writer *writer, const char *name, const char *meaning, factor_text *of)
{
    struct factor_texts texts = texts_of(writer->worlds, of);
    hid_t variable = hdf5_strings(
        &writer->results->file,
        &(struct hdf5_variable){.name = name, .group = writer->group, .axes = {writer->factors}, .rank = 1},
        texts.all);
    hdf5_text(&writer->results->file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(&writer->results->file, variable);
    texts_free(writer->worlds, &texts);
}

/* Numbers over one or two axes. */
static void write_numbers(struct world_writer *writer, const char *name, const char *meaning,
                          struct hdf5_axis *first, struct hdf5_axis *second, const double *numbers)
{
    const double missing = NAN;
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = name,
                                                               .group = writer->group,
                                                               .type = H5T_IEEE_F64LE,
                                                               .filler = &missing,
                                                               .axes = {first, second},
                                                               .rank = second == NULL ? 1 : 2});
    hdf5_write(file, variable, H5T_NATIVE_DOUBLE, numbers);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(file, variable);
}

/* A category for each factor. */
static void write_flags(struct world_writer *writer, const char *name, const char *meaning,
                        const int8_t *flags, size_t kinds, const char *words)
{
    static const int8_t values[SPREADS] = {0, 1, 2};
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = name,
                                                               .group = writer->group,
                                                               .type = H5T_STD_I8LE,
                                                               .axes = {writer->factors},
                                                               .rank = 1});
    hdf5_write(file, variable, H5T_NATIVE_INT8, flags);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, kinds);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, words);
    hdf5_close_variable(file, variable);
}

static void write_categories(struct world_writer *writer)
{
    const struct record_worlds *worlds = writer->worlds;
    int8_t *spreads = must_allocate(2 * worlds->factor_count, sizeof *spreads);
    int8_t *observable = spreads + worlds->factor_count;
    for (size_t i = 0; i < worlds->factor_count; i++) {
        spreads[i] = worlds->factors[i].choices != NULL ? 2 : worlds->factors[i].log ? 1 : 0;
        observable[i] = worlds->factors[i].observable ? 1 : 0;
    }
    write_flags(writer, LAYOUT_FACTOR_SPREAD, "how the values of worlds are spread over the range", spreads,
                SPREADS, SPREAD_WORDS);
    write_flags(writer, LAYOUT_FACTOR_OBSERVABLE,
                "whether somebody at the place could count or time the setting", observable, 2, "no yes");
    free(spreads);
}

static void write_factors(struct world_writer *writer)
{
    const struct record_worlds *worlds = writer->worlds;
    const size_t count = worlds->factor_count;
    double *numbers = must_allocate(3 * count, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = worlds->factors[i].least;
        numbers[count + i] = worlds->factors[i].most;
        numbers[2 * count + i] = worlds->factors[i].usual;
    }
    write_texts(writer, LAYOUT_FACTOR_MEANING, "what the setting means", meaning_of);
    write_texts(writer, LAYOUT_FACTOR_UNIT, "unit of its numbers, as a scenario writes it", unit_of);
    write_texts(writer, LAYOUT_FACTOR_CHOICES, "the values of a setting that is no number, a line each",
                choices_of);
    write_categories(writer);
    write_numbers(writer, LAYOUT_FACTOR_LEAST, "least value that worlds have", writer->factors, NULL,
                  numbers);
    write_numbers(writer, LAYOUT_FACTOR_MOST, "greatest value that worlds have", writer->factors, NULL,
                  numbers + count);
    write_numbers(writer, LAYOUT_FACTOR_USUAL,
                  "value in the scenario itself; missing where designs differ in it", writer->factors, NULL,
                  numbers + 2 * count);
    free(numbers);
}

/* Whether any design of the world was run so often. */
static bool world_was_run(const struct world_writer *writer, size_t world, uint32_t repeat)
{
    const struct record_plan *plan = writer->results->plan;
    for (size_t design = 0; design < plan->design_count; design++)
        if (writer->results->runs->starts[run_number(plan, plan->variant_count + world, repeat, design)] !=
            NOT_RUN)
            return true;
    return false;
}

static bool any_was_run(const struct world_writer *writer, uint32_t repeat)
{
    for (size_t world = 0; world < writer->count; world++)
        if (world_was_run(writer, world, repeat))
            return true;
    return false;
}

static void write_worlds(struct world_writer *writer)
{
    const struct record_worlds *worlds = writer->worlds;
    double *luck = must_allocate(2 * writer->count, sizeof *luck), *runs = luck + writer->count;
    for (size_t i = 0; i < writer->count; i++) {
        luck[i] = worlds->luck[i] + 1;
        for (uint32_t repeat = 0; repeat < writer->most_runs; repeat++)
            runs[i] += world_was_run(writer, i, repeat) ? 1 : 0;
    }
    write_numbers(writer, LAYOUT_POSITION, "where the value stands in the range, from 0 to 1",
                  writer->numbers, writer->factors, worlds->positions);
    write_numbers(
        writer, LAYOUT_VALUE,
        "value of the setting, in the unit of the factor; of a choice its place in the list, from 0",
        writer->numbers, writer->factors, worlds->values);
    write_numbers(writer, LAYOUT_LUCK, "replication whose luck the first run of the world has",
                  writer->numbers, NULL, luck);
    write_numbers(writer, LAYOUT_RUNS, "runs of each design in the world", writer->numbers, NULL, runs);
    free(luck);
}

static void write_measure(struct world_writer *writer, size_t which)
{
    struct results *results = writer->results;
    const struct record_plan *plan = results->plan;
    const double missing = NAN;
    const size_t sites = measure_sites(&plan->shape, which);
    const struct hdf5_variable spec = {
        .name = plan->shape.measures[which]->name,
        .group = writer->group,
        .type = H5T_IEEE_F64LE,
        .filler = &missing,
        .axes = {writer->numbers, results->designs, writer->repeats, results->sites},
        .rank = plan->shape.measures[which]->scope == SCOPE_SITE ? 4 : 3,
    };
    hid_t variable = hdf5_create(&results->file, &spec);
    results_describe(results, variable, plan->shape.measures[which]);
    double *numbers =
        must_allocate(writer->count * plan->design_count * writer->most_runs * sites, sizeof *numbers);
    double *next = numbers;
    for (size_t world = 0; world < writer->count; world++)
        for (size_t design = 0; design < plan->design_count; design++)
            for (uint32_t repeat = 0; repeat < writer->most_runs; repeat++, next += sites)
                results_read_numbers(results, run_number(plan, plan->variant_count + world, repeat, design),
                                     results->layout->starts[which] * OUTCOME_WORD, next, sites);
    hdf5_write(&results->file, variable, H5T_NATIVE_DOUBLE, numbers);
    free(numbers);
    hdf5_close_variable(&results->file, variable);
}

/* How worlds are held against the record, where they are a sample and there is one. */
static void write_fit(struct world_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    const hid_t variable = hdf5_axis_variable(writer->numbers);
    if (plan->found_count == 0 || plan->worlds->by != BY_SAMPLE)
        return;
    hdf5_number(file, variable, LAYOUT_FIT_KEEP, H5T_IEEE_F64LE, &plan->fit);
    hdf5_text(file, variable, LAYOUT_FIT_DESIGN, plan->fit_design == NULL ? "" : plan->fit_design);
}

void results_worlds(struct results *results)
{
    static const char *const by[] = {
        [BY_SAMPLE] = LAYOUT_BY_SAMPLE,
        [BY_MORRIS] = LAYOUT_BY_MORRIS,
        [BY_SOBOL] = LAYOUT_BY_SOBOL,
        [BY_CHOICE] = LAYOUT_BY_CHOICE,
    };
    const struct record_plan *plan = results->plan;
    struct world_writer writer = {
        .results = results,
        .worlds = plan->worlds,
        .count = plan->worlds->made,
        .most_runs = plan->worlds->replications,
        .group = hdf5_group(&results->file, LAYOUT_WORLDS),
    };
    while (plan->choice != NULL && writer.most_runs > 1 && !any_was_run(&writer, writer.most_runs - 1))
        writer.most_runs--;
    const int32_t groups = (int32_t)plan->worlds->groups, first = (int32_t)plan->worlds->first;
    write_axes(&writer);
    hdf5_text(&results->file, hdf5_axis_variable(writer.numbers), LAYOUT_BY, by[plan->worlds->by]);
    hdf5_number(&results->file, hdf5_axis_variable(writer.numbers), LAYOUT_GROUPS, H5T_STD_I32LE, &groups);
    if (plan->choice == NULL && plan->worlds->first < plan->worlds->replications)
        hdf5_number(&results->file, hdf5_axis_variable(writer.numbers), LAYOUT_FIRST_RUNS, H5T_STD_I32LE,
                    &first);
    write_fit(&writer);
    write_factors(&writer);
    write_worlds(&writer);
    for (size_t i = 0; i < plan->shape.measure_count; i++)
        if (plan->shape.measures[i]->shape == MEASURE_RUN)
            write_measure(&writer, i);
    hdf5_close_group(writer.group);
}
