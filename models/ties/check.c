/* What ties need, and what is given in vain. A design may switch a cause off, if it says so itself. */
#include "checking.h"
#include "ties/ties.h"

/* What is read only where something else is given. */
static const struct vain {
    const char *key;
    const char *section, *cause; /* where the cause is given */
    const char *why;
} vain[] = {
    {"holds", "groups", "form", "`holds` keeps people in working groups: it is read with `groups.form` only"},
    {"finds", "groups", "form", "`finds` is about working groups: it is read with `groups.form` only"},
    {"stays", "people", "drift",
     "`stays` keeps people from drifting away: it is read with `people.drift` only"},
};

static void check_causes(const struct checking *checking, struct node *ties)
{
    for (size_t i = 0; i < sizeof vain / sizeof vain[0]; i++) {
        const struct node *given = node_at(ties, vain[i].key);
        const struct node *cause = node_at(node_at(checking->tree, vain[i].section), vain[i].cause);
        if (given != NULL && cause == NULL && !told_about(checking->trouble, given))
            node_key_trouble(checking->trouble, given, "%s", vain[i].why);
    }
}

void ties_check(const struct checking *checking)
{
    struct node *ties = node_at(checking->tree, "ties");
    if (ties == NULL || !is_sound(checking, "ties"))
        return;
    if (node_at(ties, "gain") == NULL && node_count(ties) > 0)
        node_key_trouble(checking->trouble, ties->first,
                         "without `gain` there are no ties, and `%s` is not read", ties->first->key);
    else
        check_causes(checking, ties);
}
