/* A small plan with everything that a results file can hold, and runs whose every number tells where it
 * belongs.
 *
 * 3 variants (4, 2 and 3 replications), 3 designs, 2 sites, 5 instants, a histogram, measures of the movement
 * as a whole in each shape, a table with rows and one without, and texts as hostile as scenarios can make
 * them. tests/readers checks the same numbers in other languages.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <math.h>
#include <stdint.h>

#include "base/sim_time.h"
#include "record/outcome.h"
#include "record/record.h"

enum { SAMPLE_RUNS = 3 * (4 + 2 + 3), SAMPLE_BASE_RUNS = 3 * 4, SAMPLE_DESIGNS = 3, SAMPLE_BINS = 6 };
enum {
    SAMPLE_DECIDED,
    SAMPLE_BACKLOG,
    SAMPLE_AGREEMENT,
    SAMPLE_CIRCLES,
    SAMPLE_SILENT_CIRCLES,
    SAMPLE_UNITY,
    SAMPLE_INTEGRATION,
    SAMPLE_DISTANCES,
    SAMPLE_MEASURES
};
enum { SAMPLE_PROPOSALS, SAMPLE_SPARKS };

// clang-format off
static const struct measure sample_decided =
    {.name = "decided", .unit = "h-1", .bounds = FROM_ZERO, .meaning = "proposals decided per hour of session", .source = "model", .cell_methods = "time: mean", .shape = MEASURE_RUN, .better = BETTER_MORE, .scope = SCOPE_SITE,
     .title = "Proposals decided", .verb = "decided", .noun = "proposals", .equal = "as many", .less = "fewer", .role = "decided"};
static const struct measure sample_backlog =
    {.name = "backlog", .unit = "1", .bounds = FROM_ZERO, .meaning = "proposals that wait", .source = "model", .cell_methods = "time: point", .shape = MEASURE_TIME, .better = BETTER_LESS, .scope = SCOPE_SITE};
static const struct measure sample_agreement =
    {.name = "agreement", .unit = "1", .bounds = BETWEEN(-1, 1e6), .meaning = "agreement \xE2\x80\x94 1 is consensus", .source = "model", .cell_methods = "", .shape = MEASURE_RUN, .better = BETTER_NEITHER, .scope = SCOPE_SITE, .shown = SHOWN_AS_PRICE};
static const struct measure sample_circles =
    {.name = "circles", .unit = "1", .bounds = FROM_ZERO, .meaning = "circles by size", .source = "model", .cell_methods = "time: sum", .shape = MEASURE_BIN, .better = BETTER_NEITHER, .bin_name = "circle_size", .bins = SAMPLE_BINS, .first_bin = 2, .scope = SCOPE_SITE};
static const struct measure sample_silent =
    {.name = "silent_circles", .unit = "1", .bounds = UNBOUNDED, .meaning = "circles without a word", .source = "model", .cell_methods = "", .shape = MEASURE_BIN, .better = BETTER_LESS, .bin_name = "circle_size", .bins = SAMPLE_BINS, .first_bin = 2, .scope = SCOPE_SITE};
static const struct measure sample_unity =
    {.name = "time_to_unity", .unit = "d", .bounds = FROM_ZERO, .meaning = "first integration of a half", .source = "model", .cell_methods = "time: point", .shape = MEASURE_RUN, .better = BETTER_LESS, .scope = SCOPE_MOVEMENT};
static const struct measure sample_integration =
    {.name = "integration", .unit = "1", .bounds = BETWEEN(0, 1e7), .meaning = "how well those who need each other are linked", .source = "model", .cell_methods = "time: point", .shape = MEASURE_TIME, .better = BETTER_MORE, .scope = SCOPE_MOVEMENT};
static const struct measure sample_distances =
    {.name = "distances", .unit = "1", .bounds = UNBOUNDED, .meaning = "pairs of groups by the steps between them", .source = "model", .cell_methods = "", .shape = MEASURE_BIN, .better = BETTER_NEITHER, .bin_name = "circle_size", .bins = SAMPLE_BINS, .first_bin = 2, .scope = SCOPE_MOVEMENT};
static const struct measure *const sample_measures[] =
    {&sample_decided, &sample_backlog, &sample_agreement, &sample_circles, &sample_silent, &sample_unity, &sample_integration, &sample_distances};

static const struct column sample_proposal_columns[] = {
    {"submitted", "d",   "when it was handed in",  COLUMN_REAL,  0},
    {"visits",    "1",   "sessions that heard it", COLUMN_WHOLE, 0},
    {"fate",      "1",   "what became of it",      COLUMN_FLAG,  "open passed failed"},
    {"instant",   "us",  "when it was decided",    COLUMN_WHOLE, 0},
};
static const struct column sample_spark_columns[] = {
    {"reach", "1", "people reached", COLUMN_WHOLE, 0},
    {"kind",  "1", "kind of spark",  COLUMN_FLAG,  "call party"},
    {"life",  "d", "how long",       COLUMN_REAL,  0},
};
static const struct table sample_proposals = {"proposal", "one proposal each", sample_proposal_columns, 4};
static const struct table sample_sparks = {"spark", "one spark each", sample_spark_columns, 3};
static const struct table *const sample_tables[] = {&sample_proposals, &sample_sparks};

static const char *const sample_overrides[] = {"people=300", "title='quoted'"};
static const char *const sample_designs[] = {"assembly only", "with \"open\" space\nand a line", "\xF0\x9F\x8C\xB1 bad \xFF byte"};
static const char *const sample_design_meanings[] = {"as it was", "", "`rm -rf` <script>"};
static const char *const sample_sites[] = {"Liberty Plaza", ""};
static const sim_time sample_times[] = {0, 6 * SIM_HOUR, 12 * SIM_HOUR, SIM_DAY, 30 * SIM_DAY};
static const char *const sample_axes[] = {"conversation.digest_ratio", "proposals.facets"};
static const struct variant_axis_value sample_none[] = {{NAN, ""}, {NAN, ""}};
static const struct variant_axis_value sample_assumption[] = {{4, "4"}, {NAN, ""}};
static const struct variant_axis_value sample_sweep[] = {{NAN, ""}, {NAN, "many"}};
static const struct variant sample_variants[] = {
    {"", 0, 4, sample_none},
    {"conversation.digest_ratio = 4", 1, 2, sample_assumption},
    {"proposals.facets = many", 2, 3, sample_sweep},
};
static const struct provenance_setting sample_settings[] = {
    {"people",   "300",  "1", "",              "free choice", "people at the place", true},
    {"facets",   "40",   "1", "Stasser, Cruz", "assumed",     "facets of a proposal", false},
    {"question", "\xC3\xA9t\xC3\xA9 \"?\"", "", "", "", "", true},
};
static const struct provenance_method sample_methods[] = {
    {"assembly", "library", "methods/assembly.yaml", "title: Assembly\nstages:\n  - {do: converse, lasts: 1 h}\n", "/usr/share/assembly.yaml"},
    {"ours", "own", "ours.yaml", "title: \"Ours\"\n# \\ caf\xC3\xA9, \xFE is not UTF-8\n", ""},
};
static const char *const sample_assumptions[] = {"nobody tells lies", "the digest ratio is assumed"};

static const struct record_plan sample_plan = {
    .shape = {sample_measures, SAMPLE_MEASURES, sample_tables, 2, 2, 5},
    .title = "A \"title\"\nof two lines, \xE6\x98\xA5",
    .scenario_text = "title: A\n# caf\xC3\xA9, \xFE is not UTF-8\n",
    .scenario_file = "sample.yaml",
    .command = "groundswell run sample.yaml --set people=300",
    .overrides = sample_overrides, .override_count = 2, .methods = sample_methods, .method_count = 2,
    .version = "0.1.0", .commit = "abcdef", .libraries = "GSL 2.7.1, HDF5 1.10.8",
    .seed = 18446744073709551615U,
    .designs = sample_designs, .design_meanings = sample_design_meanings, .design_count = 3,
    .sites = sample_sites, .times = sample_times, .headline = "decided", .question = "",
    .axes = sample_axes, .axis_count = 2, .variants = sample_variants, .variant_count = 3,
    .settings = sample_settings, .setting_count = 3, .assumptions = sample_assumptions, .assumption_count = 2,
};
// clang-format on

/* The smallest plan: one of each, and nothing that can be left out. */
static inline struct record_plan sample_least_plan(void)
{
    struct record_plan plan = sample_plan;
    plan.override_count = plan.method_count = plan.axis_count = plan.setting_count = plan.assumption_count =
        0;
    plan.design_count = plan.variant_count = plan.shape.sites = 1;
    plan.shape.times = 0;
    return plan;
}

struct sample_run {
    unsigned variant, replication, design;
};

/* Runs are ordered by variant, then replication, then design. */
static inline struct sample_run sample_run_of(const struct record_plan *plan, unsigned run)
{
    struct sample_run place = {0};
    while (run >= plan->variants[place.variant].replications * plan->design_count)
        run -= plan->variants[place.variant++].replications * (unsigned)plan->design_count;
    place.replication = run / (unsigned)plan->design_count;
    place.design = run % (unsigned)plan->design_count;
    return place;
}

static inline double sample_number(unsigned measure, struct sample_run run, unsigned site, unsigned index)
{
    return 1e5 * measure + 1e4 * run.variant + 1e3 * run.design + 100 * run.replication + 10 * site + index +
           0.5;
}

/* Run r of variant 0 has r % 3 proposals. The backlog of site 1 at instant 2 stays unset. */
static inline void sample_fill(const struct record_plan *plan, unsigned number, struct outcome *outcome)
{
    struct sample_run run = sample_run_of(plan, number);
    outcome_clear(outcome);
    for (unsigned measure = 0; measure < plan->shape.measure_count; measure++) {
        enum measure_shape shape = plan->shape.measures[measure]->shape;
        unsigned length = shape == MEASURE_RUN ? 1 : shape == MEASURE_TIME ? plan->shape.times : SAMPLE_BINS;
        unsigned sites = plan->shape.measures[measure]->scope == SCOPE_SITE ? plan->shape.sites : 1;
        for (unsigned site = 0; site < sites; site++)
            for (unsigned index = 0; index < length; index++)
                if (shape != MEASURE_TIME || site != 1 || index != 2)
                    outcome_put(outcome, measure, site, index, sample_number(measure, run, site, index));
    }
    for (unsigned row = 0; row < number % 3; row++) {
        const double values[] = {number + row / 4.0, row == 1 ? (double)NAN : number,
                                 row == 1 ? (double)NAN : 1 + row, 1e12 + number};
        outcome_row(outcome, SAMPLE_PROPOSALS, (number + row) % plan->shape.sites, values);
    }
}

#endif
