/* Worlds for the file of fixture.h, with known answers: written by hand, as that file is.
 *
 * Three factors: one that can be timed, one of minds, and one that can be counted and does nothing. "with
 * open space" has twice as much as "assembly only" in some worlds and half as much in the others; "assembly
 * again" has as much. In one world nothing has a value.
 */
#ifndef TESTS_ANALYSIS_WORLDS_MADE_H
#define TESTS_ANALYSIS_WORLDS_MADE_H

#include "unit/analysis/fixture.h"

enum {
    MADE_FACTORS = 3,
    MADE_WORLDS = 60,
    MADE_RUNS = 6,
    MADE_MISSING = 40,
    MADE_WALKS = 8,
    MADE_ROWS = 16,
    MADE_SHIFTS = 4
};

/* Which number decides, in a sample; of OF_ANOTHER the minutes decide on the last design, and on no other
 * one. */
enum deciding { BY_MINUTES, BY_MINDS, BY_NOTHING, OF_ANOTHER, IN_WALKS, IN_ROWS };

static const double made_least[MADE_FACTORS] = {0.2, 0, 10}, made_most[MADE_FACTORS] = {3, 1, 90};

struct made_worlds {
    enum deciding how;
    size_t count, groups, runs;
    double *positions, *values, *numbers; /* numbers: world, design, repeat, site */
};

static inline double *made_place(const struct made_worlds *made, size_t world, size_t factor)
{
    return &made->positions[world * MADE_FACTORS + factor];
}

/* The first factor in even steps, so that as many worlds as one likes are above a value of it. */
static inline void made_sample(const struct made_worlds *made)
{
    for (size_t world = 0; world < made->count; world++) {
        double even = ((double)world + 0.5) / MADE_WORLDS;
        *made_place(made, world, 0) = even;
        *made_place(made, world, 1) = fixture_luck(world + 5000);
        *made_place(made, world, 2) = fixture_luck(world + 9000);
        if (made->how == BY_MINDS) {
            *made_place(made, world, 1) = even;
            *made_place(made, world, 0) = world % 10 == 3 ? 1 - even : even;
        }
    }
}

/* A walk begins at a corner of the levels 0 and 1/3 and changes one factor after the other by 2/3. */
static inline void made_walks(const struct made_worlds *made)
{
    for (size_t world = 0; world < made->count; world++)
        for (size_t factor = 0; factor < MADE_FACTORS; factor++) {
            size_t walk = world / (MADE_FACTORS + 1), step = world % (MADE_FACTORS + 1);
            double begin = fixture_luck(walk * MADE_FACTORS + factor) < 0.5 ? 0 : 1.0 / 3;
            *made_place(made, world, factor) = begin + (step > factor ? 2.0 / 3 : 0);
        }
}

/* Rows of A, B, A with each factor of B, and A with the luck of B. */
static inline void made_rows(const struct made_worlds *made)
{
    for (size_t world = 0; world < made->count; world++)
        for (size_t factor = 0; factor < MADE_FACTORS; factor++) {
            size_t row = world / (MADE_FACTORS + 3), point = world % (MADE_FACTORS + 3);
            bool of_b = point == 1 || point == factor + 2;
            *made_place(made, world, factor) = fixture_luck(row * 50 + factor * 2 + (of_b ? 1 : 0));
        }
}

/* What "with open space" has, of what the assembly has. */
static inline double made_times(const struct made_worlds *made, size_t world)
{
    const double *at = made_place(made, world, 0);
    switch (made->how) {
    case BY_MINUTES:
    case OF_ANOTHER:
        return at[0] > 17.0 / MADE_WORLDS ? 2 : 0.5; /* 43 worlds */
    case BY_MINDS:
        return at[1] > 0.5 ? 2 : 0.5;
    case BY_NOTHING:
        return world % 2 == 0 ? 2 : 0.5;
    case IN_WALKS:
    case IN_ROWS:
        break;
    }
    return 1 + 3 * at[0] + 0.03 * at[1];
}

static inline void made_numbers(const struct made_worlds *made)
{
    for (size_t world = 0; world < made->count; world++)
        for (size_t design = 0; design < FIXTURE_DESIGNS; design++)
            for (size_t run = 0; run < made->runs; run++) {
                const bool sample = made->how < IN_WALKS;
                double base = sample ? 1 + 0.1 * fixture_luck(run) : 1;
                const size_t decided = made->how == OF_ANOTHER ? 2 : 1;
                double number = design == decided ? base * made_times(made, world)
                                : design > 0      ? base + 1e-15 * base /* the same, but for rounding */
                                                  : base;
                made->numbers[(world * FIXTURE_DESIGNS + design) * made->runs + run] =
                    sample && world == MADE_MISSING ? NAN : number;
            }
}

static inline void made_texts(hid_t file)
{
    static const char *const paths[] = {"talk.minutes", "minds.interest", "sites[0].people"};
    static const char *const meanings[] = {"How long one takes to say one thing; 0 min says nothing",
                                           "How much people care for what is said", "How many people come"};
    static const char *const units[] = {"min", "%", ""}, *const choices[] = {"", "", ""};
    static const double spread[] = {0, 0, 0}, observable[] = {1, 0, 1}, usual[] = {1, 0.5, NAN};
    hsize_t count = MADE_FACTORS;
    fixture_strings(file, "worlds/factor", 1, &count, paths);
    fixture_strings(file, "worlds/factor_meaning", 1, &count, meanings);
    fixture_strings(file, "worlds/factor_unit", 1, &count, units);
    fixture_strings(file, "worlds/factor_choices", 1, &count, choices);
    fixture_numbers(file, "worlds/factor_least", 1, &count, made_least);
    fixture_numbers(file, "worlds/factor_most", 1, &count, made_most);
    fixture_numbers(file, "worlds/factor_usual", 1, &count, usual);
    fixture_numbers(file, "worlds/factor_spread", 1, &count, spread);
    fixture_numbers(file, "worlds/factor_observable", 1, &count, observable);
}

static inline void made_write(hid_t file, const struct made_worlds *made)
{
    static const char *const measures[] = {"decisions_per_hour", "people_hours_per_decision",
                                           "common_knowledge",   "voice_gini",
                                           "never_spoke",        "sessions"};
    static const char *const by[] = {"sample", "sample", "sample", "sample", "morris", "sobol"};
    const hsize_t shape[] = {made->count, FIXTURE_DESIGNS, made->runs, FIXTURE_SITES};
    const hsize_t places[] = {made->count, MADE_FACTORS}, repeats = made->runs;
    double *counted = calloc(made->count, sizeof *counted), groups = (double)made->groups;
    made_texts(file);
    fixture_numbers(file, "worlds/position", 2, places, made->positions);
    fixture_numbers(file, "worlds/value", 2, places, made->values);
    for (size_t i = 0; i < made->count; i++)
        counted[i] = (double)made->runs;
    fixture_numbers(file, "worlds/runs", 1, shape, counted);
    for (size_t i = 0; i < made->count; i++)
        counted[i] = (double)i + 1;
    fixture_numbers(file, "worlds/world", 1, shape, counted);
    fixture_numbers(file, "worlds/repeat", 1, &repeats, counted);
    free(counted);
    hid_t world = H5Dopen2(file, "worlds/world", H5P_DEFAULT);
    fixture_attribute(world, "by", by[made->how]);
    H5Dclose(world);
    fixture_number(file, "worlds/world", "groups", groups);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        char name[64];
        snprintf(name, sizeof name, "worlds/%s", measures[i]);
        fixture_numbers(file, name, 4, shape, made->numbers);
    }
}

/* Puts them into a file that is being filled. */
static inline void made_worlds_into(hid_t file, enum deciding how)
{
    struct made_worlds made = {.how = how, .count = MADE_WORLDS, .groups = 1, .runs = MADE_RUNS};
    if (how == IN_WALKS)
        made = (struct made_worlds){how, MADE_WALKS * (MADE_FACTORS + 1), MADE_WALKS, 1, NULL, NULL, NULL};
    if (how == IN_ROWS)
        made = (struct made_worlds){
            how, MADE_SHIFTS * MADE_ROWS * (MADE_FACTORS + 3), MADE_SHIFTS, 1, NULL, NULL, NULL};
    made.positions = calloc(made.count * MADE_FACTORS, sizeof *made.positions);
    made.values = calloc(made.count * MADE_FACTORS, sizeof *made.values);
    made.numbers = calloc(made.count * FIXTURE_DESIGNS * made.runs, sizeof *made.numbers);
    if (how == IN_WALKS)
        made_walks(&made);
    else if (how == IN_ROWS)
        made_rows(&made);
    else
        made_sample(&made);
    for (size_t i = 0; i < made.count * MADE_FACTORS; i++) {
        size_t factor = i % MADE_FACTORS;
        made.values[i] = made_least[factor] + made.positions[i] * (made_most[factor] - made_least[factor]);
        if (factor == 2)
            made.values[i] = round(made.values[i]);
    }
    made_numbers(&made);
    H5Gclose(H5Gcreate2(file, "worlds", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    made_write(file, &made);
    free(made.positions);
    free(made.values);
    free(made.numbers);
}

/* The file of fixture.h with worlds, closed and ready to be read. */
static inline void made_file(struct fixture *fixture, enum deciding how)
{
    static const char *const designs[] = {"assembly only", "with open space", "assembly again"};
    fixture_begin(fixture);
    fixture_fill(fixture, "Assembly or open space?", designs);
    made_worlds_into(fixture->file, how);
    fixture_end(fixture);
}

#endif
