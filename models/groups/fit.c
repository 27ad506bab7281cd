#include "groups/fit.h"

#include "conversation/telling.h"
#include "parts.h"
#include "people/interests.h"

double group_fit(const struct parts *parts, const struct group *group, uint32_t person)
{
    double interest = (double)interests_of(people_of(parts), person)[group->topic];
    struct facet_set needs = lanes_need(group);
    uint32_t needed = facet_count(&needs);
    if (needed == 0)
        return interest;
    struct facet_set known =
        person_knows(conversation_of(parts), knowledge_commons(knowledge_of(parts)), person);
    struct facet_set useful = facet_and(&known, &needs);
    double weight = groups_of(parts)->settings->newcomers.skill_weight;
    return (1 - weight) * interest + weight * facet_count(&useful) / needed;
}

bool group_suits(const struct parts *parts, const struct group *group, uint32_t person)
{
    const struct group_settings *settings = groups_of(parts)->settings;
    return !settings->membership.fit_counts || group_fit(parts, group, person) >= settings->newcomers.fit;
}
