/* The insides of an experiment: shared by the files that load, plan and carry it out. */
#ifndef MODELS_EXPERIMENT_PARTS_H
#define MODELS_EXPERIMENT_PARTS_H

#include "experiment.h"
#include "measures/ledger.h"
#include "settings.h"

struct experiment {
    const struct experiment_request *request;
    struct arena *arena;
    const char *file, *text; /* of the scenario */
    size_t text_length;
    struct node *tree;     /* of the scenario file, without its designs */
    struct node **designs; /* trees of what differs; NULL when the scenario has none */
    const char **design_names;
    size_t design_count;
    struct variant *variants;
    struct node **variant_trees; /* what each variant sets; NULL for the scenario itself */
    size_t variant_count;
    const char **axes;
    size_t axis_count;
    struct scenario **settings;  /* variants x designs */
    struct node **trees;         /* the merged tree of each design of variant 0 */
    struct method_file *methods; /* loaded so far */
    struct record_shape shape;
    const struct measure *measures[LEDGER_MEASURES];
    sim_time *times;
    struct record_plan plan;
    uint64_t *first_run; /* of each variant */
};

/* A method file that was read; `method` is NULL when it was bad. */
struct method_file {
    const char *path;
    const struct method *method;
    struct method_file *next;
};

/* Finds the method `name` beside the scenario or in the library, reads and checks it; each file once. `where`
 * is the node that names it. NULL with trouble. */
const struct method *experiment_method(struct experiment *experiment, const struct node *where,
                                       const char *name, struct trouble *trouble);

/* Reads the assumptions and the sweep of the scenario into variants. */
enum status experiment_find_variants(struct experiment *experiment, const struct scenario *base,
                                     struct trouble *trouble);

/* What cannot be said in a table of fields: overlaps in the calendar, list lengths, names of measures. */
void scenario_check(const struct experiment *experiment, const struct scenario *scenario, struct node *tree,
                    struct trouble *trouble);

void method_check_stages(const struct method *method, struct node *tree, struct trouble *trouble);

#endif
