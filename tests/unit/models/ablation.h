/* A small camp (camp.yaml), or several with `sites=...`, that is run eight times each way with the same luck,
 * and looked at in the mean: as it is, and with a mechanism switched off.
 *
 *     struct seen with = CAMP("calendar[0].hold=one-circle"), without = CAMP(..., "conversation.retention=0
 * %"); assert_less(&without, &with, "question_coverage"); assert_same_but(&without, &with,
 * "question_coverage", "question_common");
 *
 * A test shows that what should change does, and that what should not is the same to the last bit.
 */
#ifndef TESTS_ABLATION_H
#define TESTS_ABLATION_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/experiment.h"

enum { MOST_PEOPLE = 64, MOST_MEASURES = 256, REPLICATIONS = 8 };

struct seen {
    size_t count;
    const char *name[MOST_MEASURES];
    double value[MOST_MEASURES]; /* NaN where a measure is not of the whole run, or there is nothing to
                                    measure */
    double tension[MOST_PEOPLE]; /* at the end, with record_people=yes */
    double leaning[MOST_PEOPLE];
    size_t people;
};

static inline size_t column_named(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return i;
    fail_msg("there is no column %s_%s", table->name, name);
    return 0;
}

static inline void see_people(struct seen *seen, const struct record_shape *shape,
                              const struct outcome *outcome)
{
    for (size_t which = 0; which < shape->table_count; which++) {
        const struct table *table = shape->tables[which];
        if (strcmp(table->name, "person") != 0)
            continue;
        seen->people = outcome_rows(outcome, which);
        assert_true(seen->people <= MOST_PEOPLE);
        for (size_t row = 0; row < seen->people; row++) {
            seen->tension[row] = outcome_cell(outcome, which, row, column_named(table, "tension"));
            seen->leaning[row] = outcome_cell(outcome, which, row, column_named(table, "leaning"));
        }
    }
}

/* Of one site its number; of several what the summary makes of them: counts are added up, all else is their
 * mean.
 */
static inline double of_all_sites(const struct record_shape *shape, const struct outcome *outcome,
                                  size_t which)
{
    const struct measure *measure = shape->measures[which];
    double sum = 0, count = 0;
    if (shape->sites == 1 || measure->scope == SCOPE_MOVEMENT)
        return outcome_at(outcome, which, 0, 0);
    for (uint32_t site = 0; site < shape->sites; site++) {
        double value = outcome_at(outcome, which, site, 0);
        sum += isnan(value) ? 0 : value;
        count += isnan(value) ? 0 : 1;
    }
    return count == 0 ? (double)NAN : strstr(measure->cell_methods, "time: sum") != NULL ? sum : sum / count;
}

/* Everything seen, names too, is copied out of the arena or lives in tables of the program. */
static inline struct seen camp(const char *const *overrides, size_t count)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct experiment_request request = {
        .path = GROUNDSWELL_SOURCE "/tests/unit/models/camp.yaml",
        .library = GROUNDSWELL_SOURCE "/scenarios",
        .overrides = overrides,
        .override_count = count,
        .replications = REPLICATIONS,
    };
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    if (experiment == NULL)
        fail_msg("%s", trouble.complaints[0].sentence);
    const struct record_shape *shape = &experiment_plan(experiment)->shape;
    struct outcome *outcome = outcome_new(shape);
    struct run_tally tally;
    struct seen seen = {.count = shape->measure_count};
    assert_true(shape->measure_count <= MOST_MEASURES);
    for (uint32_t run = 0; run < REPLICATIONS; run++) {
        outcome_clear(outcome);
        experiment_run(experiment, &(struct run_order){.replication = run}, NULL, outcome, &tally);
        for (size_t i = 0; i < shape->measure_count; i++) {
            bool whole = shape->measures[i]->shape == MEASURE_RUN;
            seen.name[i] = shape->measures[i]->name;
            seen.value[i] += whole ? of_all_sites(shape, outcome, i) / REPLICATIONS : (double)NAN;
        }
    }
    see_people(&seen, shape, outcome);
    outcome_free(outcome);
    trouble_free(&trouble);
    arena_free(&arena);
    return seen;
}

#define CAMP(...)                                                                                            \
    camp((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static inline double seen_value(const struct seen *seen, const char *name)
{
    for (size_t i = 0; i < seen->count; i++)
        if (strcmp(seen->name[i], name) == 0)
            return seen->value[i];
    fail_msg("there is no measure %s", name);
    return 0;
}

static inline bool same_number(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0 || (isnan(a) && isnan(b));
}

static inline bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static inline void all_same_but(const struct seen *a, const struct seen *b, const char *const *but,
                                size_t count)
{
    for (size_t i = 0; i < count; i++)
        seen_value(a, but[i]); /* a name misspelt would except nothing */
    for (size_t i = 0; i < a->count; i++) {
        size_t j = 0;
        while (j < b->count && strcmp(b->name[j], a->name[i]) != 0)
            j++;
        bool other = j < b->count && !same_number(a->value[i], b->value[j]);
        if (other && !is_among(a->name[i], but, count))
            fail_msg("%s is %.17g and %.17g", a->name[i], a->value[i], b->value[j]);
    }
}

/* Every measure of a whole run that both have is the same in both, but for those named. */
#define assert_same_but(a, b, ...)                                                                           \
    all_same_but(a, b, (const char *const[]){__VA_ARGS__},                                                   \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))
#define assert_all_same(a, b) all_same_but(a, b, NULL, 0)

static inline void assert_same(const struct seen *a, const struct seen *b, const char *name)
{
    if (!same_number(seen_value(a, name), seen_value(b, name)))
        fail_msg("%s is %.17g and %.17g", name, seen_value(a, name), seen_value(b, name));
}

static inline void assert_is(const struct seen *seen, const char *name, double value, double error)
{
    if (!(fabs(seen_value(seen, name) - value) <= error))
        fail_msg("%s is %.17g and not %.17g", name, seen_value(seen, name), value);
}

static inline void assert_less(const struct seen *less, const struct seen *more, const char *name)
{
    if (!(seen_value(less, name) < seen_value(more, name)))
        fail_msg("%s is %.17g and not less than %.17g", name, seen_value(less, name), seen_value(more, name));
}

/* What people do on their own account, before anybody says a word: who comes, what is submitted. */
static inline void assert_same_luck(const struct seen *a, const struct seen *b)
{
    assert_same(a, b, "submitted");
    assert_same(a, b, "sessions");
    assert_same(a, b, "ever_came");
}

#endif
