/* The insides of an experiment: shared by the files that load, plan and carry it out. */
#ifndef MODELS_EXPERIMENT_PARTS_H
#define MODELS_EXPERIMENT_PARTS_H

#include "checking.h"
#include "experiment/experiment.h"
#include "measures/chapters.h"
#include "mechanisms.h"
#include "scenario/name.h"

/* A setting that a variant changes. */
struct change {
    const struct node *path; /* the scalar that names the setting */
    const struct node *value;
    bool is_first; /* of the values to try */
};

/* Which runs come next (rounds.c). */
enum round_stage { ROUND_LOOKS, ROUND_BEST, ROUND_WORLDS, ROUND_UNCLEAR, ROUND_SEARCH };
struct round_state {
    enum round_stage stage;   /* of what is decided next */
    struct run_order *orders; /* of the round that is under way; room for all runs */
    uint64_t count;
    uint32_t *repeats; /* by world: how often each design is run in it so far */
};

struct worlds;
struct choice_state;
struct best;

struct experiment {
    const struct experiment_request *request;
    struct arena *arena;
    const struct section *table, *method_table; /* of what a scenario and a method may say */
    struct chapter_list chapters;               /* of all mechanisms */
    const char *file;                           /* of the scenario */
    struct node *tree;                          /* of the scenario file */
    struct node *whole;                         /* the same with what the command line sets */
    struct node **designs; /* trees of what differs; NULL when a design changes nothing */
    const char **design_names;
    size_t design_count;
    struct variant *variants;
    struct change *changes; /* of all variants, one variant after the other */
    size_t *first_change;   /* of each variant, and their number at last */
    size_t variant_count;
    const char **axes;
    size_t axis_count;
    struct scenario **settings;  /* variants x designs */
    struct node **trees;         /* the merged tree of each design of variant 0 */
    struct method_file *methods; /* loaded so far */
    size_t method_count, method_bytes;
    struct name_book held;     /* the names by which they are held */
    struct trouble of_methods; /* what is wrong in their files */
    const char **method_names; /* of the library; NULL: not listed yet */
    size_t method_name_count;
    const struct record_shape *known; /* all measures and tables that any record can keep */
    struct record_shape shape;        /* those that this one keeps */
    sim_time *times;
    struct record_plan plan;
    struct worlds *worlds;              /* NULL: none */
    struct choice_state *choice;        /* NULL: worlds are no weeks of a search */
    uint64_t choice_chapters;           /* of the values that are open, each alone */
    struct record_precision *precision; /* NULL: every run is made; else also in the plan */
    struct best *best;                  /* NULL: the best design is not looked for */
    struct round_state rounds;
};

/* A method by one of its names; `method` is NULL when its file was bad. */
struct method_file {
    struct provenance_method kept;
    const struct method *method;
    struct method_file *next;
};

/* Limits of what the record keeps. */
enum { MOST_METHODS_HELD = 1000, MOST_METHOD_BYTES = 64 << 20 /* of all their texts */ };

/* Where a method lies. */
struct method_place {
    const char *path, *folder, *file; /* folder and file as in struct provenance_method */
    const char *text;                 /* NULL: to be read from `path` */
};

/* Looks for a method by its name: among the kept ones where the request has these, else beside the scenario
 * and in the library. False when there is none. */
bool method_find(const struct experiment_request *request, const char *name, struct arena *arena,
                 struct method_place *place);

/* All methods that were found, by name, for the record. */
void plan_methods(const struct experiment *experiment, struct record_plan *plan);

/* The calendars of all designs, for pictures of their weeks. */
void plan_weeks(const struct experiment *experiment, struct record_plan *plan);

/* What is planned in the scenario that is checked, added to `weeks`. */
struct weeks;
void weeks_ask(const struct checking *checking, struct weeks *weeks);

/* Finds the method `name`, reads and checks it; each file once. `where`
 * is the node that names it. NULL with trouble, there or of the methods. */
const struct method *experiment_method(struct experiment *experiment, const struct node *where,
                                       const char *name, struct trouble *trouble);

/* Reads the assumptions and the sweep of the scenario into variants: always the scenario itself, and of the
 * others those that can be understood. */
void experiment_find_variants(struct experiment *experiment, const struct scenario *base,
                              struct trouble *trouble);

/* Whether the section of a setting plays a part in this scenario. */
bool experiment_uses(const struct scenario *scenario, const char *path);
/* Whether a setting is an assumed number that plays a part in this scenario. */
bool assumed_in_use(const struct scenario *scenario, const struct resolved *setting);

/* What a design says of the setting at `path`: its node, or the list that holds it; NULL where it does not
 * speak of it. */
const struct node *design_setting(const struct node *design, const char *path);
/* Whether every design sets it, so that an assumption, which lies under them, changes nothing. */
bool assumption_in_vain(const struct experiment *experiment, const char *path);
/* Notes on assumptions that meet what designs set. */
void layers_note(const struct experiment *experiment);
/* What a check of one design needs to know. */
struct checking checking_of(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                            struct trouble *trouble);
/* Notes on what cannot do what it seems to; all settings are bound and sound. */
void in_vain_note(const struct experiment *experiment);
/* Notes and mistakes of sweeps that do; all settings are bound. */
void layers_check(const struct experiment *experiment, struct trouble *trouble);

/* The scenario with what the command line sets. */
void tree_find_whole(struct experiment *experiment, struct trouble *trouble);
/* The tree of a design in a variant; in a world, of its own in `arena`. */
struct node *tree_of_variant(const struct experiment *experiment, size_t variant, size_t design,
                             struct trouble *trouble);
struct node *tree_of_world(const struct experiment *experiment, size_t world, size_t design,
                           struct arena *arena, struct trouble *trouble);
/* The same of one run in it: the weeks of a search may have plausible numbers of their own in each run. */
struct node *tree_of_run(const struct experiment *experiment, const struct run_order *order,
                         struct arena *arena, struct trouble *trouble);
/* The tree of a design with one setting said anew below it; what is wrong with that is said at `where` (NULL:
 * where worlds are asked for). */
struct node *tree_with(const struct experiment *experiment, const char *path, const char *text,
                       const struct node *where, size_t design, struct arena *arena, struct trouble *trouble);
/* Binds and checks the settings that a tree holds, in the arena of the experiment. */
struct scenario *experiment_bind(struct experiment *experiment, struct node *tree, struct trouble *trouble);
/* The tree with what a variant changes laid over it. */
struct node *experiment_vary(const struct experiment *experiment, size_t variant, struct node *tree,
                             struct trouble *trouble);

/* Whether the command line says how many replications there are: then what decides it on the way, at `map`
 * under `key`, is not looked at, which a note says. */
bool experiment_lays_aside(const struct experiment *experiment, const struct node *map, const char *key);

/* Whether a top-level key is the same for all designs and variants, since the results have room for one. */
bool belongs_to_the_whole(const char *key, size_t length);

/* What cannot be said in a table of fields: each mechanism says what is wrong with its own sections
 * (checking.h), and then sites, names of measures and work without end are looked at. `trouble` holds what
 * was wrong with the fields of this very tree: what was told already is left alone. */
void scenario_check(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                    struct trouble *trouble);
/* Sites and sampling instants of the record. */
void experiment_shape(struct experiment *experiment);
/* Refuses results that are larger than the limit even where no run has a row. */
void results_check(const struct experiment *experiment, struct trouble *trouble);
/* Says of measures that the scenario names, for its headline or as found, that no design
 * has what they need. */
void needs_check(const struct experiment *experiment, struct trouble *trouble);

/* Whether `fit` has what it needs: numbers of the record, a sample of worlds, a design (fitting.c). */
void fitting_check(const struct experiment *experiment, struct trouble *trouble);
/* The chapters (measures/chapters.h) of any of the designs and variants. */
uint64_t experiment_chapters(const struct experiment *experiment);

#endif
