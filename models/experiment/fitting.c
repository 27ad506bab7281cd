/* What `fit` needs: numbers of the record, and a sample of worlds that they can be held against. */
#include <string.h>

#include "experiment/experiment_parts.h"

static bool is_design(const struct experiment *experiment, const char *name)
{
    for (size_t i = 0; i < experiment->design_count; i++)
        if (strcmp(experiment->design_names[i], name) == 0)
            return true;
    return false;
}

/* Whether a number says how far off is still near: by a range or a tolerance. */
static bool any_width(const struct field_list *found)
{
    const struct found_number *numbers = found->items;
    for (size_t i = 0; i < found->count; i++)
        if (numbers[i].most > numbers[i].least || numbers[i].tolerance > 0)
            return true;
    return false;
}

void fitting_check(const struct experiment *experiment, struct trouble *trouble)
{
    const struct scenario_compared *compared = &experiment->settings[0]->compared;
    struct node *fit = node_at(experiment->whole, "fit"),
                *sensitivity = node_at(experiment->whole, "sensitivity");
    if (fit == NULL || experiment->request->base_only || experiment->request->without_worlds)
        return;
    if (compared->found.count == 0)
        node_key_trouble(trouble, fit, "`fit` is read with `found`, which says what the record says");
    else if (!any_width(&compared->found))
        node_key_trouble(trouble, fit,
                         "`fit` needs a number under `found` that has `least` and `most`, or a `tolerance`");
    else if (sensitivity == NULL || compared->sensitivity.by->by != BY_SAMPLE)
        node_key_trouble(trouble, fit,
                         "`fit` is read with `sensitivity: {by: sample}`, whose worlds it keeps");
    else if (compared->fit.design != NULL && !is_design(experiment, compared->fit.design)) {
        node_trouble(trouble, node_at(fit, "design"), "there is no design of this name");
        const char *near =
            nearest_word(compared->fit.design, experiment->design_names, experiment->design_count);
        if (near != NULL)
            trouble_hint(trouble, "did you mean `%s`?", near);
    }
}
