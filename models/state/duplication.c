#include "state/duplication.h"

#include <stdlib.h>

struct contribution {
    uint32_t item, component;
    double effort;
};

static int by_item_and_component(const void *a, const void *b)
{
    const struct contribution *one = a, *other = b;
    if (one->item != other->item)
        return one->item < other->item ? -1 : 1;
    return (one->component > other->component) - (one->component < other->component);
}

static struct contribution *contributions(const struct state_view *view, size_t *count)
{
    const struct movement_state *state = view->state;
    size_t most = 0;
    for (uint32_t i = 0; i < state->group_count; i++)
        most += state->groups[i].work.count;
    struct contribution *all = ARENA_NEW(view->arena, struct contribution, most + 1);
    *count = 0;
    for (uint32_t i = 0; i < state->group_count; i++) {
        struct efforts work = state->groups[i].work;
        for (size_t j = 0; j < work.count; j++)
            all[(*count)++] =
                (struct contribution){work.items[j].on, view->components.of[i], work.items[j].much};
    }
    qsort(all, *count, sizeof *all, by_item_and_component);
    return all;
}

struct effort_spent effort_spent(const struct state_view *view)
{
    size_t count;
    const struct contribution *all = contributions(view, &count);
    struct effort_spent spent = {0};
    for (size_t i = 0; i < count;) {
        const uint32_t item = all[i].item;
        double of_item = 0, most = 0;
        while (i < count && all[i].item == item) {
            const uint32_t component = all[i].component;
            double of_component = 0;
            for (; i < count && all[i].item == item && all[i].component == component; i++)
                of_component += all[i].effort;
            of_item += of_component;
            most = of_component > most ? of_component : most;
        }
        spent.all += of_item;
        spent.duplicate += of_item - most;
    }
    return spent;
}

struct measured duplicate_share(struct effort_spent spent)
{
    return spent.all > 0 ? measured(spent.duplicate / spent.all)
                         : not_defined("no effort on items of work is described");
}

struct measured duplication(const struct state_view *view)
{
    return duplicate_share(effort_spent(view));
}
