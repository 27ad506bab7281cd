/* What the table of decisions cannot say. */
#include "checking.h"
#include "decisions/decisions.h"

void decisions_check(const struct checking *checking)
{
    struct node *section = node_at(checking->tree, "decisions");
    const struct node *indifferent = node_at(section, "indifferent");
    if (indifferent != NULL && !told_about(checking->trouble, indifferent) &&
        node_at(section, "abstain") == NULL)
        node_key_trouble(checking->trouble, indifferent,
                         "`indifferent` is read with `decisions.abstain` only");
}
