/* What a table of stages cannot say of who sits in the middle, around it, as before, or in new company. */
#include "gathering/choreography.h"

#include "checking.h"

static bool seats_people(const struct stage *stage)
{
    return stage->verb->talks || stage->verb->decides;
}

static void check_around(const struct stage *stage, const struct seated *before, struct node *node,
                         struct trouble *trouble)
{
    const struct node *outer = node_at(node, "outer"), *size = node_at(node, "inner_size");
    bool behind = stage->outer->hears || (stage->seating->seat == NULL && before->behind);
    if (outer != NULL && !stage->seating->around)
        node_key_trouble(trouble, outer,
                         "`outer` needs a `seating` with people around the circle, such as `inner` or "
                         "`delegates`");
    else if (behind && !stage->facilitated)
        node_trouble(trouble, node,
                     "people who hear from behind need a circle that is held together (`facilitated: yes`)");
    if (size != NULL && !stage->seating->lots_middle)
        node_key_trouble(trouble, size, "`inner_size` needs `seating: inner`");
}

static void check_confer(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    const struct node *confer = node_at(node, "confer");
    if (confer == NULL || stage->confer <= 0)
        return;
    if (!stage->seating->delegates_talk || !seats_people(stage))
        node_key_trouble(
            trouble, confer,
            "`confer` needs `seating: delegates`, in a stage with `do: converse` or `do: decide`");
    else if (!stage->facilitated)
        node_key_trouble(trouble, confer,
                         "`confer` needs a circle that is held together (`facilitated: yes`)");
}

static void check_chairs(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    if (!stage->movement->chairs)
        return;
    if (!stage->verb->talks || !stage->seating->lots_middle || !stage->facilitated)
        node_trouble(
            trouble, node,
            "`movement: empty-chair` needs `do: converse` and `seating: inner`, and a circle that is "
            "held together");
    else if (stage->join_rate <= 0 && node_at(node, "join_rate") == NULL)
        node_trouble(trouble, node,
                     "`movement: empty-chair` needs a `join_rate`: how often somebody takes the chair");
}

static void check_mingling(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    if (!stage->movement->mingles)
        return;
    bool rates = node_at(node, "leave_rate") != NULL && node_at(node, "join_rate") != NULL;
    if (!stage->verb->talks || stage->seating->around || stage->matter->posted || !stage->facilitated)
        node_trouble(trouble, node,
                     "`movement: mingle` makes circles of its own: it needs `do: converse`, nobody around a "
                     "circle, no posted matters, and `facilitated: yes`");
    else if (!rates)
        node_trouble(trouble, node,
                     "`movement: mingle` needs a `leave_rate`, of who stands with others, and a `join_rate`, "
                     "of who stands alone");
    else if (stage->turns_each > 0)
        node_trouble(
            trouble, node,
            "`turns_each` counts the turns of circles that last; with `movement: mingle` they do not");
}

static void check_company(const struct stage *stage, const struct seated *before, struct node *node,
                          struct trouble *trouble)
{
    static const char *const keys[] = {"circles", "circle_size"};
    const struct seating_rule *seating = stage->seating;
    if (seating->from_before && !before->in_circles)
        node_trouble(trouble, node, "`seating: %s` needs a stage with several circles before this one",
                     seating->choice.name);
    for (size_t i = 0; seating->own_sizes && i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *key = node_at(node, keys[i]);
        if (key != NULL)
            node_key_trouble(trouble, key, "`%s` has no use with `seating: %s`, which knows its circles",
                             keys[i], seating->choice.name);
    }
    if (stage->host_stays && (seating->around || seating->own_sizes || seating->in_new_company))
        node_trouble(trouble, node,
                     "`host_stays` needs a `seating` that draws circles anew, such as `random`");
}

/* A circle of hosts leaves no trace: those of before stay the circles that all go back to. */
static void check_repeats(const struct stage *stage, struct node *node, struct trouble *trouble)
{
    const struct node *repeats = node_at(node, "repeats");
    if (repeats == NULL || stage->repeats)
        return;
    if (stage->times == 1)
        node_key_trouble(trouble, repeats,
                         "`repeats: no` says what a second round does, and there is one round (`times`)");
    else if (stage->seating->from_before && stage->seating->in_one)
        node_key_trouble(trouble, repeats,
                         "`repeats: no` cannot be with `seating: %s`: each of its rounds begins anew",
                         stage->seating->choice.name);
}

void choreography_check(const struct stage *stage, const struct seated *before, struct node *node,
                        struct trouble *trouble)
{
    check_around(stage, before, node, trouble);
    check_confer(stage, node, trouble);
    check_chairs(stage, node, trouble);
    check_mingling(stage, node, trouble);
    check_company(stage, before, node, trouble);
    check_repeats(stage, node, trouble);
}

void choreography_seats(const struct stage *stage, struct seated *seated)
{
    if (stage->verb == NULL || !seats_people(stage) || stage->seating->seat == NULL)
        return;
    seated->in_circles = seated->in_circles || !stage->seating->in_one;
    seated->behind = stage->outer->hears;
}

bool method_has_a_middle(const struct method *method)
{
    const struct stage *stages = method == NULL ? NULL : method->stages.items;
    for (size_t i = 0; stages != NULL && i < method->stages.count; i++)
        if (stages[i].seating->around && (stages[i].outer->hears || !stages[i].seating->delegates_talk))
            return true;
    return false;
}
