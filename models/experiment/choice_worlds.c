/* Plausible worlds in which the weeks of a search are run: one for each run. */
#include <string.h>

#include "experiment/choice.h"
#include "experiment/points.h"
#include "experiment/worlds.h"

static bool is_open(const struct worlds *open, const char *path)
{
    for (size_t i = 0; i < open->plan.factor_count; i++)
        if (strcmp(open->factors[i].path, path) == 0)
            return true;
    return false;
}

/* What is open is chosen, and cannot be a plausible number as well; of all that are assumed it is left out.
 */
static void leave_out_open(struct worlds *worlds, const struct worlds *open, struct trouble *trouble)
{
    size_t kept = 0;
    for (size_t i = 0; i < worlds->plan.factor_count; i++) {
        const bool chosen = is_open(open, worlds->factors[i].path);
        if (chosen && worlds->own[i].where != NULL)
            node_trouble(trouble, worlds->own[i].where, "this is open already, under `choose`");
        if (chosen)
            continue;
        worlds->factors[kept] = worlds->factors[i];
        worlds->own[kept++] = worlds->own[i];
    }
    worlds->plan.factor_count = kept;
}

void choice_worlds_find(const struct experiment *experiment, struct worlds *weeks, struct trouble *trouble)
{
    const struct node *over = node_at(experiment->whole, "over");
    const struct scenario *first = experiment->settings[0];
    const size_t before = trouble->count;
    if (over == NULL || node_is_empty(over))
        return;
    struct worlds *worlds = ARENA_NEW(experiment->arena, struct worlds, 1);
    factors_find(experiment, worlds, trouble);
    leave_out_open(worlds, weeks, trouble);
    const size_t count = worlds->plan.factor_count;
    if (trouble->count == before && count == 0)
        node_trouble(trouble, over, "there is nothing that worlds could differ in");
    if (trouble->count > before)
        return;
    /* of another seed, so that the finalists meet worlds that the search did not have */
    const uint64_t seed = (uint64_t)first->runs.seed, other = seed ^ UINT64_C(0x9E3779B97F4A7C15);
    const size_t anew = (size_t)first->compared.search.fresh_replications;
    weeks->within = worlds;
    weeks->anew_within = points_sample(count, anew, seed, experiment->arena).at;
    weeks->search_within = points_sample(count, SEARCH_MOST_RUNS, other, experiment->arena).at;
}
