/* The public: people whom nobody knows one by one, who never are too many, and are counted only. Each who
 * becomes active tells others like people of the movement do, and all of them are of the public.
 *
 * A cascade is followed at once, the first child of each before the second one, so that only the line from
 * who began it to who is followed has to be kept. */

#include "base/same.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

struct tree_place {
    uint32_t left; /* people she tells who will be active, not followed yet */
    uint32_t size; /* active because of her so far, she among them */
    uint32_t height;
};

/* Of those whom she tells as many as take it up: a thinned Poisson number is Poisson. */
static uint32_t told_by(const struct spark_settings *settings, struct draw *draw)
{
    double mean = settings->passes * settings->uptake, sd = settings->pass_sd;
    if (sd > 0)
        mean *= same_exp(sd * draw_normal(draw) - sd * sd / 2);
    return mean > 0 ? (uint32_t)draw_poisson(draw, mean) : 0;
}

static void push(struct sparks *sparks, uint32_t depth, uint32_t left)
{
    struct tree_stack *stack = &sparks->stack;
    if (depth == stack->room) {
        uint32_t room = stack->room == 0 ? 64 : 2 * stack->room;
        stack->all = arena_grow(sparks->terms.arena, stack->all, stack->room, room, sizeof *stack->all);
        stack->room = room;
    }
    stack->all[depth] = (struct tree_place){left, 1, 0};
}

/* She is done: she counts for who told her. */
static void pop(struct sparks *sparks, uint32_t depth, struct outside_tree *tree)
{
    const struct tree_place *done = &sparks->stack.all[depth];
    tree->below += done->size;
    tree->below_squared += (double)done->size * done->size;
    if (depth == 0) {
        tree->size = done->size;
        tree->height = done->height;
        return;
    }
    struct tree_place *above = &sparks->stack.all[depth - 1];
    above->size += done->size;
    above->height = done->height + 1 > above->height ? done->height + 1 : above->height;
}

struct outside_tree outside_cascade(struct site *site)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct draw draw = spark_draw(sparks, DRAW_SPARK_PUBLIC, sparks->tally.cascades++);
    struct outside_tree tree = {0};
    push(sparks, 0, told_by(sparks->terms.settings, &draw));
    for (uint32_t depth = 0; !site_is_stopping(site);) {
        if (sparks->stack.all[depth].left > 0) {
            sparks->stack.all[depth].left--;
            push(sparks, ++depth, told_by(sparks->terms.settings, &draw));
            site_charge(site, 1);
            continue;
        }
        pop(sparks, depth, &tree);
        if (depth-- == 0)
            break;
    }
    sparks->tally.outside += tree.size;
    return tree;
}

void outside_hears(struct site *site, uint32_t local, double mean)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    double takers = mean * sparks->terms.settings->uptake;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_HEARD, sparks->tally.hearings++);
    uint64_t count = takers > 0 ? draw_poisson(&draw, takers) : 0;
    struct local_spark *spark = local_at(sparks, local);
    for (uint64_t i = 0; i < count && !site_is_stopping(site); i++) {
        struct outside_tree tree = outside_cascade(site);
        if (tree.size == 0)
            break;
        cascade_counts(&sparks->cascades, tree.size);
        spark->outside += tree.size;
        spark->below += tree.below;
        spark->below_squared += tree.below_squared;
        spark->steps = tree.height > spark->steps
                           ? (uint16_t)(tree.height < UINT16_MAX ? tree.height : UINT16_MAX)
                           : spark->steps;
    }
}
