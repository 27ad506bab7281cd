#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "analysis/plain/plain.h"
#include "record/layout.h"

const struct hdf_facts *results_facts(struct results *results, const char *variable)
{
    const struct names all = results->file->variables.names;
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.names[i], variable) == 0)
            return &results->file->facts[i];
    return NULL;
}

const char *results_attribute(struct results *results, const char *object, const char *name)
{
    const bool is_root = strcmp(object, "/") == 0;
    const struct hdf_facts *facts = is_root ? &results->file->root : results_facts(results, object);
    return facts == NULL ? "" : hdf_text_of(facts, name);
}

enum status results_list(struct results *results, const char *variable, size_t least, struct names *names,
                         struct trouble *trouble)
{
    struct hdf_shape shape;
    *names = (struct names){0};
    if (!hdf_shape(results->file->id, variable, &shape)) {
        if (least == 0)
            return STATUS_FINE;
        return results_unfit(results, trouble, "this results file lacks its variable `%s`", variable);
    }
    if (shape.kind != HDF_STRINGS || shape.rank != 1 || shape.lengths[0] < least ||
        shape.lengths[0] > MOST_NAMES)
        return results_unfit(results, trouble, "variable `%s` of this results file should be a list of names",
                             variable);
    names->count = shape.lengths[0];
    names->names = ARENA_NEW(&results->arena, const char *, names->count);
    if (!hdf_strings(results->file->id, variable, &results->arena, names->names))
        return results_unfit(results, trouble,
                             "variable `%s` of this results file cannot be read: it is damaged", variable);
    return STATUS_FINE;
}

enum status results_numbers(struct results *results, const char *variable, size_t most, double **numbers,
                            size_t *count, struct trouble *trouble)
{
    struct hdf_shape shape;
    if (!hdf_shape(results->file->id, variable, &shape))
        return results_unfit(results, trouble, "this results file lacks its variable `%s`", variable);
    if (shape.kind != HDF_NUMBERS || shape.rank != 1 || shape.lengths[0] > most)
        return results_unfit(results, trouble,
                             "variable `%s` of this results file should be a list of numbers", variable);
    *count = shape.lengths[0];
    *numbers = ARENA_NEW(&results->arena, double, *count);
    if (!hdf_numbers(results->file->id, variable, *numbers, *count))
        return results_unfit(results, trouble,
                             "variable `%s` of this results file cannot be read: it is damaged", variable);
    return STATUS_FINE;
}

double results_number(struct results *results, const char *variable)
{
    struct hdf_shape shape;
    double number = NAN;
    if (!hdf_shape(results->file->id, variable, &shape) || shape.kind != HDF_NUMBERS || shape.rank != 0 ||
        !hdf_numbers(results->file->id, variable, &number, 1))
        return NAN;
    return number;
}

bool results_is_place(double number, size_t count)
{
    return number >= 0 && number < (double)count && number == floor(number);
}

enum status results_read_names(struct results *results, struct trouble *trouble)
{
    double *numbers = NULL;
    enum status status = results_list(results, LAYOUT_DESIGN, 1, &results->designs, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, LAYOUT_SITE, 1, &results->sites, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, LAYOUT_DESIGN_MEANING, 0, &results->design_meanings, trouble);
    if (status == STATUS_FINE)
        status = results_numbers(results, LAYOUT_REPLICATION, MOST_NAMES, &numbers,
                                 &results->most_replications, trouble);
    if (status == STATUS_FINE && numbers != NULL && results->most_replications > 0)
        results->first_replication = fabs(numbers[0]) < INT32_MAX ? (int64_t)numbers[0] : 1;
    if (status == STATUS_FINE) {
        status = results_numbers(results, LAYOUT_TIME, MOST_NAMES, &numbers, &results->time_count, trouble);
        results->times = numbers;
    }
    if (status == STATUS_FINE && results->most_replications == 0)
        return results_unfit(results, trouble, "this results file holds no runs");
    if (status == STATUS_FINE && results->design_meanings.count != 0 &&
        results->design_meanings.count != results->designs.count)
        return results_unfit(results, trouble,
                             "`design_meaning` and `design` of this results file differ in length");
    return status;
}

static enum direction direction_of(const char *better)
{
    if (strcmp(better, LAYOUT_BETTER_MORE) == 0)
        return DIRECTION_MORE;
    return strcmp(better, LAYOUT_BETTER_LESS) == 0 ? DIRECTION_LESS : DIRECTION_NEITHER;
}

static struct bounds bounds_of(const struct results *results, const struct hdf_facts *facts,
                               enum over_sites over_sites)
{
    return results_bounds((struct bounds){hdf_number_of(facts, LAYOUT_VALID_MIN, -INFINITY),
                                          hdf_number_of(facts, LAYOUT_VALID_MAX, INFINITY)},
                          over_sites, results->sites.count);
}

/* Numbers in all, or 0 when there are more than this program reads. */
static size_t volume(const struct hdf_shape *shape)
{
    size_t product = 1;
    for (unsigned i = 0; i < shape->rank; i++)
        if (__builtin_mul_overflow(product, shape->lengths[i], &product) || product > MOST_NUMBERS)
            return 0;
    return product;
}

static enum status read_bins(struct results *results, struct results_measure *measure,
                             struct trouble *trouble)
{
    double *numbers = NULL;
    size_t count = 0;
    enum status status = results_numbers(results, measure->bin_name, MOST_NAMES, &numbers, &count, trouble);
    if (status != STATUS_FINE)
        return status;
    if (count != measure->length)
        return results_unfit(results, trouble, "measure `%s` and its dimension `%s` differ in length",
                             measure->name, measure->bin_name);
    int32_t *bins = ARENA_NEW(&results->arena, int32_t, count);
    for (size_t i = 0; i < count; i++)
        bins[i] = fabs(numbers[i]) < INT32_MAX ? (int32_t)numbers[i] : INT32_MAX;
    measure->bins = bins;
    return STATUS_FINE;
}

static const char *dimension_of(struct results *results, const char *variable, unsigned axis)
{
    return hdf_dimension(results->file->id, &results->file->variables, variable, axis, &results->arena);
}

/* Measures of sites lie over (design, replication, site) and perhaps one more; those of the movement as a
 * whole over the same without the site. */
static bool is_measure(struct results *results, const char *name, const struct hdf_shape *shape)
{
    const char *last = shape->rank == 2 ? dimension_of(results, name, 1) : NULL;
    return shape->rank == 3 || shape->rank == 4 || (last != NULL && strcmp(last, LAYOUT_REPLICATION) == 0);
}

static bool is_of_movement(struct results *results, const char *name, const struct hdf_shape *shape)
{
    const char *last = shape->rank == 3 ? dimension_of(results, name, 2) : NULL;
    return shape->rank == 2 || (last != NULL && strcmp(last, LAYOUT_SITE) != 0);
}

static enum status read_measure(struct results *results, const char *name, const struct hdf_facts *facts,
                                struct results_measure *measure, struct trouble *trouble)
{
    const struct hdf_shape *shape = &facts->shape;
    const bool of_movement = is_of_movement(results, name, shape);
    const unsigned runs = of_movement ? 2 : 3; /* dimensions of a measure of whole runs */
    *measure = (struct results_measure){
        .name = name,
        .unit = hdf_text_of(facts, LAYOUT_UNITS),
        .meaning = hdf_text_of(facts, LAYOUT_LONG_NAME),
        .source = hdf_text_of(facts, LAYOUT_SOURCE),
        .phrase = {hdf_text_of(facts, LAYOUT_TITLE), hdf_text_of(facts, LAYOUT_VERB),
                   hdf_text_of(facts, LAYOUT_NOUN), hdf_text_of(facts, LAYOUT_EQUAL),
                   hdf_text_of(facts, LAYOUT_LESS)},
        .role = hdf_text_of(facts, LAYOUT_ROLE),
        .section = hdf_text_of(facts, LAYOUT_SECTION),
        .is_asked = results_names_word(hdf_text_of(&results->file->root, LAYOUT_SHOW), name),
        .is_price = strcmp(hdf_text_of(facts, LAYOUT_SHOWN), LAYOUT_SHOWN_PRICE) == 0,
        .is_course = strcmp(hdf_text_of(facts, LAYOUT_SHOWN), LAYOUT_SHOWN_COURSE) == 0,
        .better = direction_of(hdf_text_of(facts, LAYOUT_BETTER)),
        .over_sites = results_over_sites_of(hdf_text_of(facts, LAYOUT_CELL_METHODS)),
        .extent = EXTENT_RUN,
        .of_movement = of_movement,
        .sites = of_movement ? 1 : results->sites.count,
        .length = shape->rank > runs ? shape->lengths[runs] : 1,
    };
    measure->bounds = bounds_of(results, facts, measure->over_sites);
    if (measure->meaning[0] == '\0')
        measure->meaning = name;
    if (shape->kind != HDF_NUMBERS || shape->lengths[0] != results->designs.count ||
        shape->lengths[1] != results->most_replications ||
        (!of_movement && shape->lengths[2] != results->sites.count))
        return results_unfit(results, trouble,
                             "measure `%s` does not have the shape (design, replication, site)", name);
    if (volume(shape) == 0 && measure->length != 0)
        return results_unfit(results, trouble, "measure `%s` is larger than this program reads", name);
    if (shape->rank == runs)
        return STATUS_FINE;
    measure->bin_name = dimension_of(results, name, runs);
    if (measure->bin_name == NULL)
        return results_unfit(results, trouble, "the last dimension of measure `%s` has no name", name);
    if (strcmp(measure->bin_name, LAYOUT_TIME) != 0) {
        measure->extent = EXTENT_BIN;
        return read_bins(results, measure, trouble);
    }
    measure->extent = EXTENT_TIME;
    measure->bin_name = NULL;
    if (measure->length != results->time_count)
        return results_unfit(results, trouble, "measure `%s` and `time` differ in length", name);
    return STATUS_FINE;
}

static enum status read_run_numbers(struct results *results, size_t index, struct trouble *trouble)
{
    size_t count = results->designs.count * results->most_replications * results->measures[index].sites;
    double *numbers = ARENA_TO_FILL(&results->arena, double, count);
    results->file->run[index] = numbers;
    if (!hdf_numbers(results->file->id, results->measures[index].name, numbers, count))
        return results_unfit(results, trouble, "measure `%s` cannot be read: the file is damaged",
                             results->measures[index].name);
    return STATUS_FINE;
}

static void read_precision(struct results *results)
{
    const char *reached = results_attribute(results, "/", LAYOUT_PRECISION_REACHED);
    results->precision = (struct results_precision){
        .of = results_attribute(results, "/", LAYOUT_PRECISION_OF),
        .within = strtod(results_attribute(results, "/", LAYOUT_PRECISION_WITHIN), NULL),
        .reached = *reached == '\0' ? NAN : strtod(reached, NULL),
        .most = strtod(results_attribute(results, "/", LAYOUT_PRECISION_MOST), NULL),
        .first = strtod(results_attribute(results, "/", LAYOUT_PRECISION_FIRST), NULL),
    };
}

enum status results_read_measures(struct results *results, struct trouble *trouble)
{
    results->file->variables = hdf_variables(results->file->id, &results->arena);
    const struct names all = results->file->variables.names;
    results->file->facts = ARENA_NEW(&results->arena, struct hdf_facts, all.count);
    for (size_t i = 0; i < all.count; i++)
        hdf_facts(results->file->id, all.names[i], &results->arena, &results->file->facts[i]);
    struct results_measure *measures = ARENA_NEW(&results->arena, struct results_measure, all.count);
    results->measures = measures;
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < all.count && status == STATUS_FINE; i++) {
        const struct hdf_facts *facts = &results->file->facts[i];
        if (!facts->is_variable || !is_measure(results, all.names[i], &facts->shape))
            continue;
        status = read_measure(results, all.names[i], facts, &measures[results->measure_count], trouble);
        results->measure_count++;
    }
    results->file->run = ARENA_NEW(&results->arena, double *, results->measure_count);
    results->file->variant_run = ARENA_NEW(&results->arena, double *, results->measure_count);
    results->file->loaded = ARENA_NEW(&results->arena, double *, results->measure_count);
    results->file->courses = ARENA_NEW(&results->arena, double *, results->measure_count);
    for (size_t i = 0; i < results->measure_count && status == STATUS_FINE; i++)
        if (measures[i].extent == EXTENT_RUN)
            status = read_run_numbers(results, i, trouble);
    if (status != STATUS_FINE)
        return status;
    results->assumed = strtoul(results_attribute(results, "/", LAYOUT_ASSUMED), NULL, 10);
    results->assumed_tried = strtoul(results_attribute(results, "/", LAYOUT_ASSUMED_TRIED), NULL, 10);
    results->measured_from = strtod(results_attribute(results, "/", LAYOUT_FROM), NULL);
    read_precision(results);
    const char *headline = results_attribute(results, "/", LAYOUT_HEADLINE);
    results->headline = results_find_measure(results, headline);
    if (results->headline == NOT_FOUND || measures[results->headline].extent != EXTENT_RUN)
        return results_unfit(results, trouble,
                             "the measure `%s` that this results file is about is not in it", headline);
    return STATUS_FINE;
}

static enum status read_axes(struct results *results, struct results_variant *variants,
                             struct trouble *trouble)
{
    size_t axes = results->axes.count, cells = axes * results->variant_count;
    struct hdf_shape values, texts;
    int64_t file = results->file->id;
    if (axes == 0)
        return STATUS_FINE;
    if (!hdf_shape(file, LAYOUT_VARIANTS "/" LAYOUT_AXIS_VALUE, &values) ||
        !hdf_shape(file, LAYOUT_VARIANTS "/" LAYOUT_AXIS_TEXT, &texts) || values.kind != HDF_NUMBERS ||
        texts.kind != HDF_STRINGS || values.rank != 2 || texts.rank != 2 ||
        values.lengths[0] != results->variant_count || texts.lengths[0] != results->variant_count ||
        values.lengths[1] != axes || texts.lengths[1] != axes || cells > MOST_NUMBERS)
        return results_unfit(results, trouble, "the variants in this results file lack their axes");
    double *numbers = ARENA_NEW(&results->arena, double, cells);
    const char **strings = ARENA_NEW(&results->arena, const char *, cells);
    if (!hdf_numbers(file, LAYOUT_VARIANTS "/" LAYOUT_AXIS_VALUE, numbers, cells) ||
        !hdf_strings(file, LAYOUT_VARIANTS "/" LAYOUT_AXIS_TEXT, &results->arena, strings))
        return results_unfit(results, trouble,
                             "the axes of the variants cannot be read: the file is damaged");
    for (size_t i = 0; i < results->variant_count; i++) {
        variants[i].numbers = numbers + i * axes;
        variants[i].texts = strings + i * axes;
    }
    return STATUS_FINE;
}

/* Whether the courses of a measure at variants are there, in the shape that they have to have. */
static enum status look_at_courses(struct results *results, size_t measure, const char *path,
                                   struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    struct hdf_shape shape;
    if (!hdf_shape(results->file->id, path, &shape))
        return STATUS_FINE;
    size_t rank = facts->of_movement ? 4 : 5;
    if (shape.kind != HDF_NUMBERS || shape.rank != rank || shape.lengths[0] != results->variant_count ||
        shape.lengths[1] != results->designs.count || shape.lengths[2] != results->most_replications ||
        (!facts->of_movement && shape.lengths[3] != results->sites.count) ||
        shape.lengths[rank - 1] != facts->length || volume(&shape) > MOST_NUMBERS)
        return results_unfit(results, trouble,
                             "`%s` does not have the shape (variant, design, replication, site, time)", path);
    results->keeps_courses = true;
    return STATUS_FINE;
}

static enum status read_variant_measures(struct results *results, struct trouble *trouble)
{
    for (size_t i = 0; i < results->measure_count; i++) {
        struct hdf_shape shape;
        const char *path = arena_print(&results->arena, "variants/%s", results->measures[i].name);
        if (results->measures[i].extent == EXTENT_TIME &&
            look_at_courses(results, i, path, trouble) != STATUS_FINE)
            return STATUS_BAD_INPUT;
        if (results->measures[i].extent != EXTENT_RUN || !hdf_shape(results->file->id, path, &shape))
            continue;
        size_t count = volume(&shape);
        const bool of_movement = results->measures[i].of_movement;
        if (shape.kind != HDF_NUMBERS || shape.rank != (of_movement ? 3 : 4) || count == 0 ||
            shape.lengths[0] != results->variant_count || shape.lengths[1] != results->designs.count ||
            shape.lengths[2] != results->most_replications ||
            (!of_movement && shape.lengths[3] != results->sites.count))
            return results_unfit(results, trouble,
                                 "`%s` does not have the shape (variant, design, replication, site)", path);
        results->file->variant_run[i] = ARENA_TO_FILL(&results->arena, double, count);
        if (!hdf_numbers(results->file->id, path, results->file->variant_run[i], count))
            return results_unfit(results, trouble, "`%s` cannot be read: the file is damaged", path);
    }
    return STATUS_FINE;
}

static enum status read_variant_columns(struct results *results, struct results_variant *variants,
                                        const struct names *labels, struct trouble *trouble)
{
    double *kinds = NULL, *replications = NULL;
    size_t kind_count = 0, replication_count = 0;
    enum status status =
        results_numbers(results, LAYOUT_VARIANTS "/" LAYOUT_KIND, MOST_NAMES, &kinds, &kind_count, trouble);
    if (status == STATUS_FINE)
        status = results_numbers(results, LAYOUT_VARIANTS "/" LAYOUT_REPLICATIONS, MOST_NAMES, &replications,
                                 &replication_count, trouble);
    if (status != STATUS_FINE)
        return status;
    if (kind_count != labels->count || replication_count != labels->count)
        return results_unfit(results, trouble, "the variants in this results file differ in length");
    for (size_t i = 0; i < labels->count; i++) {
        if (!(kinds[i] >= VARIANT_SCENARIO && kinds[i] <= VARIANT_SWEEP) ||
            !(replications[i] >= 0 && replications[i] <= (double)results->most_replications))
            return results_unfit(results, trouble,
                                 "variant %zu in this results file is of no known kind or size", i);
        variants[i].label = labels->names[i];
        variants[i].kind = (enum variant_kind)kinds[i];
        variants[i].replications = (size_t)replications[i];
    }
    return STATUS_FINE;
}

enum status results_read_variants(struct results *results, struct trouble *trouble)
{
    struct names labels = {0};
    if (hdf_has_group(results->file->id, LAYOUT_VARIANTS)) {
        enum status status = results_list(results, LAYOUT_VARIANTS "/" LAYOUT_VARIANT, 1, &labels, trouble);
        if (status == STATUS_FINE)
            status = results_list(results, LAYOUT_VARIANTS "/" LAYOUT_AXIS, 0, &results->axes, trouble);
        if (status != STATUS_FINE)
            return status;
    }
    results->variant_count = labels.count > 0 ? labels.count : 1;
    struct results_variant *variants =
        ARENA_NEW(&results->arena, struct results_variant, results->variant_count);
    results->variants = variants;
    variants[0] = (struct results_variant){.label = "", .replications = results->most_replications};
    results->replications = results->most_replications;
    if (labels.count == 0)
        return STATUS_FINE;
    enum status status = read_variant_columns(results, variants, &labels, trouble);
    if (status == STATUS_FINE)
        status = read_axes(results, variants, trouble);
    results->replications = variants[0].replications;
    return status == STATUS_FINE ? read_variant_measures(results, trouble) : status;
}
