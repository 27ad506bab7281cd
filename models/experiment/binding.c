/* From a tree to settings that can be run: fields, methods that are held, checks, and what follows from them.
 */
#include "experiment/experiment_parts.h"

struct method_search {
    struct experiment *experiment;
    struct trouble *trouble;
};

/* The method that a line holds, by the name that stands in its map. */
static void find_method(const struct held_line *line, void *finder)
{
    const struct method_search *search = finder;
    const struct node *hold = node_at(line->map, "hold");
    if (line->hold != NULL && hold != NULL)
        *line->method = experiment_method(search->experiment, hold, line->hold, search->trouble);
}

struct scenario *experiment_bind(struct experiment *experiment, struct node *tree, struct trouble *trouble)
{
    struct scenario *scenario = scenario_bind(experiment->table, tree, experiment->arena, trouble);
    struct method_search search = {experiment, trouble};
    const struct checking checking = checking_of(experiment, scenario, tree, trouble);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->held != NULL)
            (*one)->held(&checking, find_method, &search);
    for (const struct mechanism *const *one = mechanisms; *one != NULL && trouble->count == 0; one++)
        if ((*one)->wish != NULL)
            (*one)->wish(scenario, &scenario->wishes);
    scenario_check(experiment, scenario, tree, trouble);
    for (const struct mechanism *const *one = mechanisms; *one != NULL && trouble->count == 0; one++)
        if ((*one)->complete != NULL)
            (*one)->complete(scenario, experiment->arena);
    return scenario;
}
