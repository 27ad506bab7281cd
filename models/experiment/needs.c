/* What designs have, and what the measures that a scenario names need. */
#include <string.h>

#include "experiment/experiment_parts.h"
#include "measures/chapters.h"

uint64_t experiment_chapters(const struct experiment *experiment)
{
    uint64_t set = experiment->choice_chapters;
    for (size_t i = 0; i < experiment->variant_count * experiment->design_count; i++)
        set |= chapters_of(&experiment->chapters, experiment->settings[i]);
    return set;
}

const char *measure_needs(const struct measure *measure)
{
    const struct chapter_list list = chapters_list(mechanisms);
    return chapter_of(&list, measure)->needs;
}

static bool some_design_has(const struct experiment *experiment, const struct chapter *chapter)
{
    for (size_t i = 0; i < experiment->variant_count * experiment->design_count; i++)
        if (chapter->has == NULL || chapter->has(experiment->settings[i]))
            return true;
    for (size_t i = 0; i < experiment->chapters.count; i++)
        if (experiment->chapters.items[i] == chapter && chapter_in(experiment->choice_chapters, i))
            return true;
    return false;
}

static void check_named(const struct experiment *experiment, const struct node *where,
                        struct trouble *trouble)
{
    const struct record_shape *known = experiment->known;
    if (where == NULL || where->kind != NODE_SCALAR)
        return;
    for (size_t i = 0; i < known->measure_count; i++) {
        if (strcmp(known->measures[i]->name, where->text) != 0)
            continue;
        const struct chapter *chapter = chapter_of(&experiment->chapters, known->measures[i]);
        if (!some_design_has(experiment, chapter))
            node_trouble(trouble, where, "this is measured only with %s, and no design has them",
                         chapter->needs);
    }
}

static struct node *first_of(struct node *tree, const char *key)
{
    const struct node *list = node_at(tree, key);
    return list == NULL ? NULL : list->first;
}

void needs_check(const struct experiment *experiment, struct trouble *trouble)
{
    struct node *tree = experiment->trees[0];
    const struct node *found = node_at(tree, "found");
    const struct node *show = node_at(tree, "show");
    check_named(experiment, node_at(tree, "headline"), trouble);
    check_named(experiment, node_at(node_at(tree, "precision"), "of"), trouble);
    for (struct node *node = first_of(tree, "goals"); node != NULL; node = node->next) {
        check_named(experiment, node_at(node, "more"), trouble);
        check_named(experiment, node_at(node, "less"), trouble);
    }
    for (struct node *node = first_of(tree, "must"); node != NULL; node = node->next)
        check_named(experiment, node_at(node, "measure"), trouble);
    check_named(experiment, node_at(node_at(tree, "best"), "of"), trouble);
    for (const struct node *node = show == NULL ? NULL : show->first; node != NULL; node = node->next)
        check_named(experiment, node, trouble);
    for (struct node *node = found == NULL ? NULL : found->first; node != NULL; node = node->next)
        check_named(experiment, node_at(node, "measure"), trouble);
}
