/* Plausible worlds in which the weeks of a search are run: one for each run. */
#include <string.h>

#include "base/require.h"
#include "experiment/choice.h"
#include "experiment/points.h"
#include "experiment/worlds.h"

struct choice_worlds {
    struct worlds worlds;    /* what they differ in */
    struct points searched;  /* by run of a week in the search */
    struct points finalists; /* by run of a finalist */
};

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

struct choice_worlds *choice_worlds_find(const struct experiment *experiment, const struct worlds *open,
                                         struct trouble *trouble)
{
    const struct node *over = node_at(experiment->whole, "over");
    const struct scenario *first = experiment->settings[0];
    const size_t before = trouble->count;
    if (over == NULL || node_is_empty(over))
        return NULL;
    struct choice_worlds *choice = ARENA_NEW(experiment->arena, struct choice_worlds, 1);
    factors_find(experiment, &choice->worlds, trouble);
    leave_out_open(&choice->worlds, open, trouble);
    const size_t count = choice->worlds.plan.factor_count;
    if (trouble->count == before && count == 0)
        node_trouble(trouble, over, "there is nothing that worlds could differ in");
    if (trouble->count > before)
        return NULL;
    /* of another seed, so that the finalists meet worlds that the search did not have */
    const uint64_t seed = (uint64_t)first->runs.seed, other = seed ^ UINT64_C(0x9E3779B97F4A7C15);
    choice->finalists =
        points_sample(count, (size_t)first->compared.search.fresh_replications, seed, experiment->arena);
    choice->searched = points_sample(count, SEARCH_MOST_RUNS, other, experiment->arena);
    return choice;
}

size_t choice_worlds_numbers(const struct choice_worlds *choice)
{
    return choice == NULL ? 0 : choice->worlds.plan.factor_count;
}

const double *choice_worlds_positions(const struct choice_worlds *choice, bool searched, uint32_t run,
                                      const struct worlds **worlds)
{
    const struct points *points = searched ? &choice->searched : &choice->finalists;
    require(run < points->count);
    *worlds = &choice->worlds;
    return points->at + run * points->axes;
}

bool choice_worlds_try(const struct choice_worlds *choice, const char *path, size_t length)
{
    for (size_t i = 0; i < choice_worlds_numbers(choice); i++) {
        const char *factor = choice->worlds.factors[i].path;
        if (strlen(factor) == length && strncmp(factor, path, length) == 0)
            return true;
    }
    return false;
}
