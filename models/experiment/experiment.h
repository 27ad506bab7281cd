/* From a scenario file to runs that can be carried out in any order, by any number of threads.
 *
 * An experiment is a scenario file with its designs (what is compared), its variants (the scenario itself,
 * stated alternatives of assumed numbers, points of a sweep) and its replications. Every (variant, design)
 * has its own fully bound settings, made by laying trees of YAML over each other: scenario <- assumption <-
 * design <- --set <- point of a sweep. Runs are ordered by variant, then replication, then design; a run is a
 * pure function of its index.
 */
#ifndef MODELS_EXPERIMENT_H
#define MODELS_EXPERIMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/destination.h"
#include "base/trouble.h"
#include "record/record.h"
#include "run_tally.h"
#include "scenario/field.h"

struct experiment_request {
    const char *path; /* of the scenario file; "-" reads standard input */
    const char *text; /* when not NULL, the scenario itself (for resume, fuzzing); `path` is then its name */
    size_t length;
    const char *library;          /* folder with the shipped scenarios and methods */
    const char *const *overrides; /* "path=value", laid over everything */
    size_t override_count;
    int64_t replications; /* 0: as the scenario says */
    /* When not NULL, the methods with their texts, by name (for resume, and for making results again): these
     * are all there are, and no file of a method is read. */
    const struct provenance_method *kept;
    size_t kept_count;
    const char *command;   /* that made the runs first, where it is known; NULL: the caller makes one */
    bool base_only;        /* leave out variants (assumption check and sweep) and worlds */
    bool without_worlds;   /* leave out plausible worlds, a fit, and a search for weeks */
    struct inputs *inputs; /* files that are read are noted here; NULL: nobody asks */
    struct trouble *notes; /* what is no mistake, but worth knowing; NULL: nobody reads them */
};

struct experiment;

/* NULL with trouble when anything is wrong; every mistake of the file and its methods is reported at once.
 * Everything the experiment needs lives in `arena`. */
struct experiment *experiment_load(const struct experiment_request *request, struct arena *arena,
                                   struct trouble *trouble);

/* Shape, names and provenance for the record; version, commit and libraries are left for the caller, and
 * the command, where the request has none. */
struct record_plan *experiment_plan(struct experiment *experiment);

/* How many runs there are, at most. */
uint64_t experiment_runs(const struct experiment *experiment);

/* How many there are at least. */
uint64_t experiment_least_runs(const struct experiment *experiment);

/* Whether it is decided on the way which runs there are, so that they may be fewer. */
bool experiment_decides(const struct experiment *experiment);

/* Runs that come next, once all runs of the rounds before are in the record (NULL for the first, number 0).
 * No runs: there are no more rounds. Lives until the next round is asked for; needs the plan. */
struct round {
    const struct run_order *orders;
    uint64_t count;
};
struct round experiment_round(struct experiment *experiment, size_t number, const struct record *record);

/* Carries out one run (terms NULL: by the caller alone, to the end). False when it was broken off: then the
 * outcome is nothing. Safe to call from many threads at once for different runs and outcomes. */
bool experiment_run(const struct experiment *experiment, const struct run_order *order,
                    const struct run_terms *terms, struct outcome *outcome, struct run_tally *tally);

/* Whether the results of all runs keep within the limit of the scenario, if all have as many rows as this
 * first one. STATUS_BAD_INPUT with a sentence where they do not. */
enum status experiment_check_rows(const struct experiment *experiment, const struct outcome *first,
                                  struct trouble *trouble);
/* Says that this run went over a limit: what it was at, which limit, how to raise it. */
enum status experiment_say_excess(const struct experiment *experiment, const struct run_order *order,
                                  const struct run_excess *excess, struct trouble *trouble);

/* What a scenario file may say, and what a method file may say: for `check`, `explain`, the schema and the
 * manual. */
const struct section *scenario_settings_table(struct arena *arena);
const struct section *method_settings_table(struct arena *arena);

/* All measures and tables that a run records; times and sites are left at 0. */
const struct record_shape *movement_measures(struct arena *arena);
/* What has to be there before a measure is recorded, "working groups"; NULL when it always is. */
const char *measure_needs(const struct measure *measure);

/* Checks a method file alone. */
enum status method_file_check(const char *path, struct arena *arena, struct trouble *trouble);

/* Whether the files of the kept methods still say what they said when they were read: looked for by name, as
 * a run would, and where they lay then. STATUS_BAD_INPUT with a sentence for each that has changed or is
 * gone. Methods that were taken from results lie nowhere, and are passed over. */
enum status methods_unchanged(const struct experiment_request *request, struct arena *arena,
                              struct trouble *trouble);

/* The methods that can be held by name: shipped ones, with title, meaning and source. Returns the count. */
struct method_listing {
    const char *name, *title, *meaning, *source, *path;
    const struct choice *use;
    const char *recommended_for;
    const char *deciders; /* who decides in it; NULL: nothing is decided */
    const char *sheet;    /* its stages as an organizer would read them, in lines (run_sheet.h) */
};
/* The order in which methods are listed: what they are for, up to NULL. */
const struct choice *const *methods_in_order(void);
size_t methods_list(const char *library, struct arena *arena, struct method_listing **methods,
                    struct trouble *trouble);
/* The method of this name alone; false where there is none that can be read. */
bool methods_find(const char *library, const char *name, struct arena *arena, struct method_listing *found);

#endif
