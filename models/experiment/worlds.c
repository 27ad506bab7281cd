#include "experiment/worlds.h"

#include <math.h>
#include <string.h>

#include "experiment/points.h"

/* --- which worlds --- */

/* A key of another way is a mistake where both stand in the same document. Where `--set` asks for another way
 * than the file does, what the file says for its own is laid aside. */
static void check_keys(const struct experiment *experiment, struct trouble *trouble)
{
    static const struct {
        const char *key;
        bool read[3];
    } keys[] = {{"points", {[BY_SAMPLE] = true, [BY_SOBOL] = true}},
                {"trajectories", {[BY_MORRIS] = true}},
                {"shifts", {[BY_SOBOL] = true}},
                {"replications", {[BY_SAMPLE] = true}},
                {"most_replications", {[BY_SAMPLE] = true}}};
    const struct worlds_way *by = experiment->settings[0]->compared.sensitivity.by;
    struct node *map = node_at(experiment->whole, "sensitivity"), *way = node_at(map, "by");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *node = node_at(map, keys[i].key);
        if (node != NULL && !keys[i].read[by->by] && (way == NULL || way->document == node->document))
            node_key_trouble(trouble, node, "`%s` is not read with `by: %s`", keys[i].key, by->choice.name);
    }
}

static bool is_power_of_two(int64_t number)
{
    return number > 0 && (number & (number - 1)) == 0;
}

/* Whether the points of these factors can be made; their number in `count`. */
static bool can_be_made(const struct experiment *experiment, const struct worlds *worlds, double *count,
                        struct trouble *trouble)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    struct node *map = node_at(experiment->whole, "sensitivity"), *over = node_at(experiment->whole, "over");
    const struct node *where = over == NULL ? map : over, *points = node_at(map, "points");
    const size_t factors = worlds->plan.factor_count;
    if (factors == 0) {
        node_trouble(trouble, where, "there is nothing that worlds could differ in");
        return false;
    }
    if (settings->by->by == BY_SOBOL && factors > SOBOL_MOST_AXES) {
        node_trouble(trouble, where, "`by: sobol` can take %d settings at most, and these are %zu",
                     (int)SOBOL_MOST_AXES, factors);
        trouble_hint(trouble, "find out by `by: morris` which of them matter, and list these in `over`");
        return false;
    }
    if (settings->by->by == BY_SOBOL && !is_power_of_two(settings->points)) {
        node_trouble(trouble, points == NULL ? map : points,
                     "with `by: sobol`, `points` is a power of two, as 128, 256 or 512");
        return false;
    }
    *count = settings->by->by == BY_SAMPLE ? (double)settings->points
             : settings->by->by == BY_MORRIS
                 ? (double)settings->trajectories * (double)(factors + 1)
                 : (double)settings->shifts * (double)settings->points * (double)(factors + 3);
    if (*count <= MOST_WORLDS)
        return true;
    node_trouble(trouble, map, "these would be %.0f worlds, more than %d", *count, (int)MOST_WORLDS);
    return false;
}

static struct points points_of(const struct experiment *experiment, const struct worlds *worlds)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    const uint64_t seed = (uint64_t)experiment->settings[0]->runs.seed;
    const size_t factors = worlds->plan.factor_count;
    if (settings->by->by == BY_SAMPLE)
        return points_sample(factors, (size_t)settings->points, seed, experiment->arena);
    if (settings->by->by == BY_MORRIS)
        return points_morris(factors, (size_t)settings->trajectories, seed, experiment->arena);
    return points_sobol(factors, (size_t)settings->points, (size_t)settings->shifts, seed, experiment->arena);
}

static void place_worlds(const struct experiment *experiment, struct worlds *worlds)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    const struct points points = points_of(experiment, worlds);
    const size_t factors = worlds->plan.factor_count;
    const int64_t most = settings->most_replications > settings->replications ? settings->most_replications
                                                                              : settings->replications;
    double *values = ARENA_NEW(experiment->arena, double, points.count *factors);
    struct arena scratch = {0};
    for (size_t i = 0; i < points.count * factors; i++)
        world_value(worlds, i % factors, points.at[i], &values[i], &scratch);
    arena_free(&scratch);
    worlds->plan.by = settings->by->by;
    worlds->plan.groups = settings->by->by == BY_SAMPLE   ? 1
                          : settings->by->by == BY_MORRIS ? (uint32_t)settings->trajectories
                                                          : (uint32_t)settings->shifts;
    worlds->plan.count = worlds->plan.made = points.count;
    worlds->plan.first = settings->by->by == BY_SAMPLE ? (uint32_t)settings->replications : 1;
    worlds->plan.replications = settings->by->by == BY_SAMPLE ? (uint32_t)most : 1;
    worlds->plan.positions = points.at;
    worlds->plan.values = values;
    worlds->plan.luck = points.luck;
}

struct worlds *worlds_find(const struct experiment *experiment, struct trouble *trouble)
{
    struct node *map = node_at(experiment->whole, "sensitivity"), *over = node_at(experiment->whole, "over");
    const struct node *choose = node_at(experiment->whole, "choose");
    if (experiment->request->base_only || experiment->request->without_worlds ||
        (map == NULL && over == NULL))
        return NULL;
    if (choose != NULL && node_count(choose) > 0)
        return NULL; /* what goes with it, choice.c says */
    if (map == NULL) {
        node_key_trouble(trouble, over,
                         "`over` is read with `sensitivity`, which says how the worlds are chosen");
        return NULL;
    }
    struct worlds *worlds = ARENA_NEW(experiment->arena, struct worlds, 1);
    double count = 0;
    size_t before = trouble->count;
    check_keys(experiment, trouble);
    factors_find(experiment, worlds, trouble);
    if (trouble->count > before || !can_be_made(experiment, worlds, &count, trouble))
        return NULL;
    place_worlds(experiment, worlds);
    return worlds;
}

/* --- whether they can be --- */

/* The factor that stands where something is wrong, as "`conversation.lull` is 3"; "" where no factor stands
 * there. */
static const char *blamed_value(const struct experiment *experiment, size_t world, struct place place)
{
    const struct worlds *worlds = experiment->worlds;
    const size_t count = worlds->plan.factor_count;
    for (size_t i = 0; i < count; i++) {
        const struct node *where = worlds->own[i].where;
        double number;
        if (where == NULL || where->line != place.line || where->column != place.column)
            continue;
        const char *text =
            world_value(worlds, i, worlds->plan.positions[world * count + i], &number, experiment->arena);
        return arena_print(experiment->arena, ", where `%s` is %s", worlds->factors[i].path, text);
    }
    return "";
}

static void say_of_world(const struct experiment *experiment, size_t world, size_t design,
                         struct trouble *trouble)
{
    struct trouble own = {0};
    struct experiment mine = *experiment; /* what is blamed has to last */
    experiment_bind(&mine, tree_of_world(experiment, world, design, mine.arena, &own), &own);
    const struct complaint *complaint = &own.complaints[0];
    trouble_add(trouble, complaint->status, complaint->where, "%s", complaint->sentence);
    trouble_hint(trouble, "this comes with world %zu of `sensitivity`%s; give narrower ranges in `over`%s%s",
                 world + 1, blamed_value(experiment, world, complaint->where),
                 complaint->hint == NULL ? "" : "; ", complaint->hint == NULL ? "" : complaint->hint);
    trouble_free(&own);
}

bool world_can_be(const struct experiment *experiment, size_t world, size_t design)
{
    struct arena arena = {0};
    struct trouble own = {0};
    struct experiment mine = *experiment;
    mine.arena = &arena;
    experiment_bind(&mine, tree_of_world(experiment, world, design, &arena, &own), &own);
    const bool possible = own.count == 0;
    trouble_free(&own);
    arena_free(&arena);
    return possible;
}

/* Nobody chose the ranges of all assumed numbers together, so that some worlds may contradict themselves. */
static bool may_leave_out(const struct worlds *worlds)
{
    return worlds->plan.factor_count > 0 && worlds->own[0].where == NULL;
}

enum { MOST_LEFT_OUT = 4 }; /* one world in so many has to be left */

static void say_left_out(const struct experiment *experiment, const struct worlds *worlds,
                         struct trouble *trouble)
{
    const struct node *where = node_at(experiment->whole, "sensitivity");
    struct trouble *notes = experiment->request->notes;
    if (MOST_LEFT_OUT * (worlds->plan.count - worlds->left_out) < worlds->plan.count)
        node_trouble(trouble, where,
                     "in %zu of %zu worlds the numbers contradict each other; list some of them in `over`",
                     worlds->left_out, worlds->plan.count);
    else if (worlds->left_out > 0 && notes != NULL)
        node_trouble(notes, where,
                     "note: in %zu of %zu worlds the numbers contradict each other; these are left out",
                     worlds->left_out, worlds->plan.count);
}

void worlds_check(const struct experiment *experiment, struct worlds *worlds, struct trouble *trouble)
{
    const size_t designs = experiment->design_count;
    worlds->impossible = ARENA_NEW(experiment->arena, bool, worlds->plan.count);
    for (size_t i = 0; i < worlds->plan.count * designs && i < MOST_TRIED && trouble->count == 0; i++) {
        const size_t world = i / designs;
        if (worlds->impossible[world] || world_can_be(experiment, world, i % designs))
            continue;
        if (may_leave_out(worlds))
            worlds->left_out++;
        else
            say_of_world(experiment, world, i % designs, trouble);
        worlds->impossible[world] = true;
    }
    if (trouble->count == 0)
        say_left_out(experiment, worlds, trouble);
}
