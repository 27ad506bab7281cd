/* Mistakes in what people know that a table of fields cannot find. */
#include <string.h>

#include "checking.h"
#include "knowledge/commons.h"
#include "knowledge/knowledge.h"
#include "knowledge/start.h"
#include "people/interests.h"

static void check_commons(const struct checking *checking)
{
    const struct interest_settings *interests = checking_settings(checking, &interest_section);
    struct node *given = node_at(checking->tree, "interests");
    if (given == NULL || told_about(checking->trouble, given) ||
        interests->topics * interests->facets_per_topic <= MOST_KNOW_HOW)
        return;
    node_key_trouble(
        checking->trouble, given, "%lld topics of %lld facets are more than %d facets, the most there can be",
        (long long)interests->topics, (long long)interests->facets_per_topic, (int)MOST_KNOW_HOW);
}

static void check_leanings(const struct checking *checking)
{
    const struct knowledge_settings *settings = checking_settings(checking, &knowledge_section);
    const struct start_rule *start = settings->start;
    struct node *knowledge = node_at(checking->tree, "knowledge");
    const struct node *given = node_at(knowledge, "start"), *leanings = node_at(knowledge, "leanings");
    bool needed = start != NULL && strcmp(start->choice.name, "given") == 0;
    if (needed && given != NULL && settings->leanings.count == 0)
        node_trouble(checking->trouble, given,
                     "`start: given` needs `leanings`, a list of numbers from 0 to 1");
    if (!needed && leanings != NULL)
        node_key_trouble(checking->trouble, leanings, "`leanings` is read with `start: given` only");
}

/* Either so many facets a person, or so many people a facet. */
static void check_each(const struct checking *checking)
{
    static const char *const others[] = {"common_share", "common_known", "knowers"};
    const struct knowledge_settings *settings = checking_settings(checking, &knowledge_section);
    struct node *knowledge = node_at(checking->tree, "knowledge");
    const struct node *each = node_at(knowledge, "each");
    if (each == NULL)
        return;
    if (settings->each == 0) {
        node_trouble(
            checking->trouble, each,
            "`each` cannot be 0; write `common_share: 0 %%, knowers: 0` where nobody knows anything");
        return;
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        const struct node *other = node_at(knowledge, others[i]);
        if (other != NULL)
            node_key_trouble(checking->trouble, other, "`%s` is not read where `each` is given", others[i]);
    }
}

void knowledge_check(const struct checking *checking)
{
    check_commons(checking);
    if (is_sound(checking, "knowledge")) {
        check_leanings(checking);
        check_each(checking);
    }
}
