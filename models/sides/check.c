/* Mistakes in sides that a table of fields cannot find. */
#include <math.h>
#include <string.h>

#include "checking.h"
#include "knowledge/knowledge.h"
#include "sides/sides.h"

static void check_shares(const struct checking *checking, const struct node *list,
                         const struct side_settings *settings)
{
    const double rounding = 0.005; /* three sides of 33.3 % are all */
    const struct side_kind *kinds = settings->kinds.items;
    double sum = 0;
    for (size_t i = 0; i < settings->kinds.count; i++)
        sum += kinds[i].share;
    if (settings->kinds.count == 1)
        node_key_trouble(checking->trouble, list,
                         "one side alone is none: name two at least, or leave them out");
    else if (fabs(sum - 1) > rounding)
        node_key_trouble(checking->trouble, list, "the shares of the sides add up to %g %%, not to 100 %%",
                         sum * 100);
}

static void check_names(const struct checking *checking, const struct node *list,
                        const struct side_settings *settings)
{
    const struct side_kind *kinds = settings->kinds.items;
    for (size_t i = 1; i < settings->kinds.count; i++)
        for (size_t j = 0; j < i; j++)
            if (kinds[i].name != NULL && kinds[j].name != NULL && strcmp(kinds[i].name, kinds[j].name) == 0) {
                node_trouble(checking->trouble, node_at(list_element(list, i), "name"),
                             "two sides have this name; each needs its own");
                return;
            }
}

static void check_backlash(const struct checking *checking, struct node *sides,
                           const struct side_settings *settings)
{
    const struct node *given = node_at(sides, node_at(sides, "backlash") != NULL ? "backlash" : "contact");
    if (given != NULL && !told_about(checking->trouble, given) && settings->contact * settings->backlash > 1)
        node_key_trouble(checking->trouble, given,
                         "contact %g times backlash %g is more than 1: a turn that jars would take more than "
                         "all warmth",
                         settings->contact, settings->backlash);
}

/* Without sides nothing else of the section is read. */
static void check_idle(const struct checking *checking, struct node *sides)
{
    for (const struct node *given = sides->first; given != NULL; given = given->next) {
        if (given->key == NULL || strcmp(given->key, "kinds") == 0 || told_about(checking->trouble, given))
            continue;
        node_key_trouble(checking->trouble, given, "`%s` is read with `sides.kinds` only", given->key);
        return;
    }
}

/* How people lean at first is said twice where all matters are contested. */
static void check_start(const struct checking *checking, const struct side_settings *settings)
{
    const struct node *start = node_at(node_at(checking->tree, "knowledge"), "start");
    if (start != NULL && !told_about(checking->trouble, start) && settings->contested_proposals >= 1 &&
        settings->contested_questions >= 1)
        node_key_trouble(checking->trouble, start,
                         "`start` is not read where all proposals and questions are contested: sides say how "
                         "people lean");
}

void sides_check(const struct checking *checking)
{
    const struct side_settings *settings = checking_settings(checking, &side_section);
    struct node *sides = node_at(checking->tree, "sides");
    if (sides == NULL)
        return;
    struct node *list = node_at(sides, "kinds");
    if (list == NULL || node_count(list) == 0) {
        check_idle(checking, sides);
        return;
    }
    if (told_about(checking->trouble, list))
        return;
    check_shares(checking, list, settings);
    check_names(checking, list, settings);
    check_backlash(checking, sides, settings);
    check_start(checking, settings);
}
