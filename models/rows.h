/* Rows of measures, and the chapters that they come in.
 *
 * A measure is one row: what it is called and means, its unit and bounds, how people speak of it, and the
 * function that takes it. A chapter holds the rows and tables that mean something only together with what
 * they are about: those of working groups are kept where some design has working groups, and a results file
 * without them does not speak of them. A mechanism names its chapters (mechanism.h); the ledger takes them.
 *
 * Fields that a row leaves out are 0: of a site, neither more nor less is better, no sentence.
 */
#ifndef MODELS_ROWS_H
#define MODELS_ROWS_H

#include <math.h>

#include "parts.h"
#include "record/outcome.h"

struct course;
struct measured;
struct scenario;
struct state_view;

/* Where a scenario measures from some moment on (`measure_from`), a row of the whole run is taken twice: of
 * the run as it was at that moment (`parts->before`), and at its end. A sum is the difference of the two; a
 * mean that is one number by another (row_ratio), or made of such, is the difference of the one by that of
 * the other. That is right where both numbers only add up over time. What does not says so: `.since`. What is
 * taken person by person looks at `parts->before` itself, and says so by `.by_itself`. */

/* One of the four functions is there. */
struct measure_row {
    struct measure measure;                     /* first: a pointer to the row is one to the measure */
    double (*value)(const struct parts *parts); /* of a site */
    double (*bin)(const struct parts *parts, uint32_t bin);  /* a histogram of a site */
    struct measured (*state)(const struct state_view *view); /* of the movement, at one moment */
    struct measured (*course)(const struct course *course);  /* of the movement, of all moments so far */
    bool by_itself; /* it takes itself what happened since `parts->before` */
};

/* What sessions have to deal with before the numbers of a chapter can move. */
enum subject { SUBJECT_ANY, SUBJECT_PROPOSALS, SUBJECT_QUESTIONS };

struct chapter {
    const char *needs; /* "working groups": what a scenario must have; NULL: it is always kept */
    bool (*has)(const struct scenario *scenario); /* whether it has that (scenario_settings); NULL: always */
    enum subject subject;
    bool comes_first; /* wherever measures are listed, before those of other mechanisms */
    bool for_all;     /* where one design has it, the others have it too, at its zero: nobody arrived */
    /* All of a site, or all of the movement. In the record, those of the movement follow those of sites. */
    const struct measure_row *rows;
    size_t row_count;
    const struct table *const *tables; /* up to NULL */
    /* Writes the rows of the tables at the end of a run; NULL where the chapter has none. */
    void (*write)(struct outcome *outcome, uint32_t site, const struct parts *parts);
};

/* The numbers that one row divides, in the order in which it does. */
enum { MOST_RATIOS = 16 };
struct row_ratios {
    bool subtracts; /* else it notes them */
    uint32_t noted, taken;
    double of[MOST_RATIOS], to[MOST_RATIOS];
};

/* Set while a row is taken twice (measures/since.c); NULL: else. */
extern _Thread_local struct row_ratios *row_ratios;
double rows_divide_since(struct row_ratios *ratios, double of, double to);

/* One number by another; missing (NaN) where there is nothing to divide by. */
static inline double row_ratio(double of, double to)
{
    if (row_ratios != NULL)
        return rows_divide_since(row_ratios, of, to);
    return to > 0 ? of / to : (double)NAN;
}

/* --- the parts of a row, in their order --- */

/* clang-format off */
#define NAMED(name_, unit_, bounds_) .name = (name_), .unit = (unit_), .bounds = bounds_
/* Cell methods, as in the CF conventions, say what a number is over the time of the run, and so what several
 * sites make of it: "time: sum" is a count or an amount that grows as time passes, which sites add up to;
 * "time: mean" a rate, a share or a mean of what happened; "time: point" a state at the end, or a figure on
 * all that happened until then (a Gini coefficient). Of the last two, sites have a mean. */
#define RUN_SUM   .shape = MEASURE_RUN, .cell_methods = "time: sum"
#define RUN_MEAN  .shape = MEASURE_RUN, .cell_methods = "time: mean"
#define RUN_POINT .shape = MEASURE_RUN, .cell_methods = "time: point"
#define AT_SUM    .shape = MEASURE_TIME, .cell_methods = "time: sum"
#define AT_MEAN   .shape = MEASURE_TIME, .cell_methods = "time: mean"
#define AT_POINT  .shape = MEASURE_TIME, .cell_methods = "time: point"
#define BINS_OVER(dimension, count, first) .shape = MEASURE_BIN, .bin_name = (dimension), .bins = (count), .first_bin = (first)
#define BINS_MEAN(dimension, count, first)  BINS_OVER(dimension, count, first), .cell_methods = "time: mean"
#define BINS_POINT(dimension, count, first) BINS_OVER(dimension, count, first), .cell_methods = "time: point"
#define MORE      .better = BETTER_MORE
#define LESS      .better = BETTER_LESS
#define WHOLE     .scope = SCOPE_MOVEMENT
#define ABOUT_GROUPS   .section = "groups"
#define ABOUT_MOVEMENT .section = "movement"
/* Short heading (NULL: the meaning serves), meaning, source. */
#define SAYS(title_, meaning_, source_) .title = (title_), .meaning = (meaning_), .source = (source_)
/* How designs are compared by it: "decided" 3 times "as many" "proposals". */
#define MANY(verb_, noun_) .verb = (verb_), .noun = (noun_), .equal = "as many", .less = "fewer"
#define MUCH(verb_, noun_) .verb = (verb_), .noun = (noun_), .equal = "as much", .less = "less"
/* clang-format on */

#define ROWS(array) .rows = (array), .row_count = sizeof(array) / sizeof((array)[0])

#endif
