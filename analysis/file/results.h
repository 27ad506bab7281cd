/* A results file, opened, checked and readable by name.
 *
 * The only door through which the analysis sees what a run left: one HDF5 file in the layout of
 * sim/record/README.md. Everything that is small is read and checked at once: names, shapes, measures of
 * whole runs, variants, provenance. Arrays over time and histograms are read when asked for. A file that is
 * cut off, is no HDF5, comes from another program, or claims shapes that do not fit together is refused with
 * one sentence; nothing of HDF5 prints.
 *
 * Numbers of several sites become one number a run. What is added up over time (CF cell_methods "time: sum":
 * decisions, person-hours) is added over the sites as well, and is missing where one of them has none. All
 * else (shares, rates, lengths, states) is the mean over the sites that have one, NaN where none has. What
 * only the movement as a whole has is one number already, whichever site is asked for.
 */
#ifndef ANALYSIS_RESULTS_H
#define ANALYSIS_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bounds.h"
#include "base/trouble.h"

enum direction { DIRECTION_NEITHER, DIRECTION_MORE, DIRECTION_LESS };

/* How the numbers of several sites become one. */
enum over_sites { SITES_MEAN, SITES_SUM };

enum extent { EXTENT_RUN, EXTENT_TIME, EXTENT_BIN };

struct names {
    const char **names; /* valid UTF-8, without NUL */
    size_t count;
};

/* How people speak of a measure: as a heading, and where it compares designs ("decided 3.1 times as many
 * proposals per hour"). "" where the file does not say. */
struct phrase {
    const char *title; /* "Proposals decided per hour": short enough for a phone and an axis */
    const char *verb;  /* "decided" */
    const char *noun;  /* "proposals per hour" */
    const char *equal; /* "as many" or "as much" */
    const char *less;  /* "fewer" or "less" */
};

struct results_measure {
    const char *name, *unit, *meaning, *source;
    struct phrase phrase;
    const char *role;     /* what it is to the reader (sim/record/README.md), "" for nothing particular */
    const char *section;  /* of the report: "groups", "movement", "" */
    bool is_asked;        /* the scenario asks that it be shown */
    bool is_price;        /* what a gain on the headline is paid with */
    bool is_course;       /* of the movement, and drawn in the report */
    struct bounds bounds; /* where its numbers can be, those of all sites together too; none where the file
                             does not say */
    enum extent extent;
    enum direction better;
    enum over_sites over_sites;
    bool of_movement;     /* one number of all sites together */
    size_t sites;         /* that have a number of their own: 1 for the movement as a whole */
    size_t length;        /* numbers a (design, replication, site): 1, times or bins */
    const char *bin_name; /* EXTENT_BIN: "circle_size" */
    const int32_t *bins;
};

struct results_column {
    const char *name, *unit, *meaning; /* without the table's name: "decided" */
    const char *flags;                 /* meanings of 0, 1, 2 ... separated by spaces, or NULL */
};

struct results_table {
    const char *name; /* "proposal" */
    size_t rows;
    struct results_column *columns;
    size_t column_count;
};

enum variant_kind { VARIANT_SCENARIO, VARIANT_ASSUMPTION, VARIANT_SWEEP };

struct results_variant {
    const char *label;
    enum variant_kind kind;
    size_t replications;
    const double *numbers; /* one an axis; NaN: not a number or untouched */
    const char **texts;    /* one an axis, "" where untouched */
};

/* How worlds were chosen (sim/record/README.md): at random, in walks that change one factor at a time, row by
 * row for indices of sensitivity, or by a search for the best weeks. */
enum worlds_by { WORLDS_SAMPLE, WORLDS_MORRIS, WORLDS_SOBOL, WORLDS_CHOICE };

/* A setting that worlds differ in. */
struct results_factor {
    const char *path, *meaning, *unit; /* unit: as a scenario writes it, "min", "%", "" */
    double least, most, usual;         /* usual: in the scenario itself, NaN where designs differ in it */
    bool log;                          /* values are spread evenly by their logarithm */
    bool observable;                   /* somebody at the place could count or time it; else it is of minds */
    struct names choices;              /* none: it is a number */
};

/* Share of worlds that is kept where a file does not say. */
#define RESULTS_USUAL_KEEP 0.05

/* The scenario with all factors set anew, many times. */
struct results_worlds {
    enum worlds_by by;
    size_t count;  /* 0: the file has none */
    size_t groups; /* trajectories of factor_count + 1 worlds, or shifts of rows of factor_count + 3; 1 of a
                      sample */
    size_t factor_count, most_runs;
    const struct results_factor *factors;
    const double *positions; /* [world][factor], 0 to 1 */
    const double *values;    /* [world][factor] in the unit of the factor; of choices the place among them */
    const size_t *runs;      /* of each design, by world */
    size_t first_runs;       /* where it was decided on the way how many: runs at the first look; else 0 */
    double fit_keep;         /* share of a sample that is kept because it agrees with the record */
    const char *fit_design;  /* the design that was held there; "": the first */
};

enum asked_kind { ASKED_MORE, ASKED_LESS, ASKED_LIMIT };

/* A number that weeks are judged by. */
struct results_asked {
    size_t measure; /* an EXTENT_RUN */
    enum asked_kind kind;
    double least, most; /* of a limit; NaN: no such bound */
};

/* A week that is left at last. */
struct results_finalist {
    size_t world;         /* of the weeks: its fresh runs */
    size_t tried;         /* of the weeks: what it was in the search */
    const char *sections; /* YAML: the sections of a scenario that hold it */
    const char *words;    /* what is held in it, a line each */
};

/* A search for the best weeks. Weeks are worlds in the file, but no plausible ones: each is the scenario with
 * a value for each setting that is open. The first `searched` of them were tried while looking; the finalists
 * behind them were run anew with luck that the search did not have. */
struct results_choice {
    struct results_worlds weeks; /* its factors are the settings that are open, all of them choices */
    const struct results_asked *asked;
    size_t asked_count; /* at least one, and at least one goal */
    double combinations;
    bool tries_all;
    double search_runs, impossible; /* runs of the search; weeks left out since they contradict themselves */
    size_t searched;
    const struct results_finalist *finalists; /* in the order of the file */
    size_t finalist_count;
    bool is_paired;   /* run i of a finalist has the luck of replication i of the scenario itself */
    size_t plausible; /* numbers that differ from run to run: each run in a plausible world of its own; 0:
                         none */
    size_t
        as_it_is; /* of the weeks: the scenario as it is, in the worlds of the finalists; NOT_FOUND: none */
};

/* A line of the calendar of a design, in the words of the models. */
struct results_line {
    size_t design;
    const char *method, *title, *meaning, *deciders, *when, *who; /* deciders: "" where nothing is decided */
    double hours, heads; /* of one session as planned; NaN: not known beforehand */
};

struct results_session {
    size_t line;
    double begins; /* hours since the scenario began */
};

struct results_meeting {
    size_t design;
    const char *text;
};

/* When which method is held in each design. Empty in files of versions that did not keep it. */
struct results_calendar {
    const struct results_line *lines;
    size_t line_count;
    const struct results_session *sessions; /* by design, then time */
    size_t session_count;
    const struct results_meeting *meetings; /* beside the calendar, of working groups and others */
    size_t meeting_count;
    int first_weekday; /* of the day on which the scenario begins, Monday 0 */
    double looked_at;  /* hours; sessions that begin later are not listed */
    size_t dropped;    /* sessions before that for which the list had no room */
};

struct results_setting {
    const char *path, *value, *unit, *source, *ground;
    const char *meaning; /* "" where the file does not say */
    bool given;
};

/* A number of the historical record that the scenario names. */
struct results_found {
    size_t measure; /* an EXTENT_RUN */
    double value;
    bool ranged;        /* whether the record states a range */
    double least, most; /* where it does */
    double tolerance;   /* where it does not: how far off is still near; 0: not stated */
    const char *source;
};

/* A method that the scenario holds, with its whole text. */
struct results_method {
    const char *name, *folder, *file, *text; /* folder: "own" or "library" */
};

struct provenance {
    const char *scenario_text, *scenario_file, *command;
    const char *seed, *version, *commit, *libraries;
    struct names overrides, assumptions;
    const struct results_method *methods; /* none in files of versions that did not keep them */
    size_t method_count;
    const struct results_setting *settings;
    size_t setting_count;
    const struct results_found *found;
    size_t found_count;
};

/* How well a mean was to be known, where it was decided on the way how many runs there are. */
struct results_precision {
    const char *of;         /* name of a measure; "": every run was asked for */
    double within, reached; /* half of the 95 % range as a share of the mean; NaN: no run has a value */
    double most;            /* replications there could have been */
    double first;           /* replications at the first look; 0: the file does not say */
};

/* What came of looking for the best design, where it was looked for. */
enum best_standing { STANDING_IN, STANDING_OUT, STANDING_ABSENT /* some run has no value of the measure */ };
struct results_best {
    const char *of;     /* name of a measure; "": no design was looked for */
    double worth, sure; /* shares */
    double most;        /* replications of a design there could have been */
    double delta; /* the difference that was worth finding, in the unit of the measure; NaN: not known */
    bool decided;
    size_t leader; /* the design that is ahead; NOT_FOUND: none has a value in every run */
    const enum best_standing *standings; /* by design */
};

struct results_file; /* the open file and what was read of it */
struct waiting;      /* analysis/numbers/proposals.h */

struct results {
    const char *path;
    const char *title, *question;
    bool keeps_courses;            /* variants have measures over time too */
    double measured_from;          /* days; what happened before does not count in measures of whole runs */
    size_t assumed, assumed_tried; /* assumed numbers that the scenario stands on, and those that were tried;
                                      0: not known */
    struct results_precision precision;
    struct results_best best;
    size_t headline; /* index of the measure that the scenario asks about; it is an EXTENT_RUN */
    struct names designs, design_meanings, sites, axes;
    size_t replications;       /* of the scenario itself, of the design that has most */
    const size_t *runs;        /* of each design of it */
    int64_t first_replication; /* its number */
    size_t most_replications;  /* of it and its variants, whichever has most: what arrays over runs need */
    const double *times;       /* days since the scenario began */
    size_t time_count;
    const struct results_measure *measures;
    size_t measure_count;
    const struct results_table *tables;
    size_t table_count;
    const struct results_variant *variants; /* always at least one: number 0 is the scenario itself */
    size_t variant_count;
    const struct results_worlds *worlds; /* plausible ones; never NULL, and empty where there are none */
    const struct results_choice *choice; /* NULL: no weeks were chosen */
    struct results_calendar calendar;
    struct provenance provenance;
    struct waiting **waiting; /* by design, where it was worked out */
    struct arena arena;
    struct results_file *file;
};

/* Whether a file can be read without harm: it is one of Groundswell, is only itself
 * (analysis/file/hdf_sound.h), and a copy of this process read all of it within some seconds and a bounded
 * memory. Everything that opens a results file asks this first. One sentence of trouble: STATUS_NO_INPUT,
 * STATUS_BAD_INPUT, or STATUS_LIMIT when the machine did not grant what it takes to find out. */
enum status results_examine(const char *path, struct trouble *trouble);

/* Examines a file and opens it. NULL with trouble as above. */
struct results *results_open(const char *path, struct trouble *trouble);
/* Opens a file that this process has just written: nobody else can have damaged it, so it is not examined. */
struct results *results_open_own(const char *path, struct trouble *trouble);
void results_close(struct results *results);

#define NOT_FOUND ((size_t)-1)
#define ALL_SITES ((size_t)-1)

/* Indices by name, NOT_FOUND when there is none. */
size_t results_find_measure(const struct results *results, const char *name);
/* The measure that has a role, NOT_FOUND when none has. */
size_t results_find_role(const struct results *results, const char *role);
size_t results_find_design(const struct results *results, const char *name);
size_t results_find_table(const struct results *results, const char *name);
size_t results_find_column(const struct results_table *table, const char *name);
/* The names of what a column of flags can hold, by number; none where it holds something else or is not
 * there.
 */
struct names results_flag_names(const struct results_column *column, struct arena *arena);
struct names results_find_flags(const struct results *results, const char *table, const char *column,
                                struct arena *arena);

/* How many runs both designs have: of the scenario itself, or of a variant. */
size_t results_pairs(const struct results *results, size_t variant, size_t design, size_t other);
/* The fewest runs of any design of the scenario itself. */
size_t results_fewest(const struct results *results);

/* One number a replication (as many as there are of the design in the variant) of an EXTENT_RUN measure, into
 * `values`, which has room for results->most_replications. Returns the count. */
size_t results_run_values(const struct results *results, size_t measure, size_t variant, size_t design,
                          size_t site, double *values);

/* Numbers of any measure of the scenario itself: (design, most_replications, sites, length), last fastest.
 * NULL with trouble when they cannot be read. Belongs to the results. */
const double *results_load(struct results *results, size_t measure, struct trouble *trouble);

/* The worlds of the file, be they plausible ones or weeks: what the next two are about, and who copies a file
 * out. Who speaks of plausible worlds looks at results->worlds, which holds no weeks. */
const struct results_worlds *results_any_worlds(const struct results *results);
/* Numbers of an EXTENT_RUN measure in all of them. NULL with trouble when they cannot be read. */
const double *results_load_worlds(struct results *results, size_t measure, struct trouble *trouble);
/* One number a run of a design in a world, from what results_load_worlds gave, into `values`, which has room
 * for most_runs of these worlds. Returns the count. */
size_t results_world_values(const struct results *results, size_t measure, const double *loaded, size_t world,
                            size_t design, size_t site, double *values);

/* Whether the measure has a value in any run of the scenario itself. */
bool results_any_value(struct results *results, size_t measure);

/* A course of one run of a variant, over all sites, of a file that keeps them. False with trouble where it
 * cannot be read. */
bool results_variant_course(struct results *results, size_t measure, size_t variant, size_t design,
                            size_t replication, double *values, struct trouble *trouble);
/* A course or histogram of one run that was made, `length` numbers, from what results_load gave. */
void results_course(const struct results *results, size_t measure, const double *loaded, size_t design,
                    size_t replication, size_t site, double *values);

/* One number a row of a table's column, NaN where missing. The index columns are named "design",
 * "replication" and "site" (0-based). NULL with trouble when there is none. Belongs to the results. */
const double *results_column(struct results *results, size_t table, const char *column,
                             struct trouble *trouble);

#endif
