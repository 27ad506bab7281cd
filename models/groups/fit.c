#include "groups/fit.h"

#include "conversation/telling.h"
#include "parts.h"
#include "people/interests.h"

struct group_fitting group_fitting(const struct parts *parts, uint32_t person)
{
    return (struct group_fitting){
        .parts = parts, .person = person, .interests = interests_of(people_of(parts), person)};
}

double group_fitting_with(struct group_fitting *fitting, const struct group *group)
{
    const struct parts *parts = fitting->parts;
    double interest = (double)fitting->interests[group->topic];
    struct facet_set needs = lanes_need(group);
    uint32_t needed = facet_count(&needs);
    if (needed == 0)
        return interest;
    if (!fitting->asked)
        fitting->known =
            person_knows(conversation_of(parts), knowledge_commons(knowledge_of(parts)), fitting->person);
    fitting->asked = true;
    struct facet_set useful = facet_and(&fitting->known, &needs);
    double weight = groups_of(parts)->settings->newcomers.skill_weight;
    return (1 - weight) * interest + weight * facet_count(&useful) / needed;
}

double group_fitting_at_best(const struct group_fitting *fitting, uint32_t topic)
{
    const double rounding = 1e-9;
    double interest = (double)fitting->interests[topic];
    double weight = groups_of(fitting->parts)->settings->newcomers.skill_weight;
    double skilled = (1 - weight) * interest + weight;
    return (interest > skilled ? interest : skilled) + rounding;
}

double group_fitting_wanted(const struct group_fitting *fitting)
{
    const struct group_settings *settings = groups_of(fitting->parts)->settings;
    return settings->membership.fit_counts ? settings->newcomers.fit : -1;
}

double group_fit(const struct parts *parts, const struct group *group, uint32_t person)
{
    struct group_fitting fitting = group_fitting(parts, person);
    return group_fitting_with(&fitting, group);
}

bool group_suits(const struct parts *parts, const struct group *group, uint32_t person)
{
    struct group_fitting fitting = group_fitting(parts, person);
    double wanted = group_fitting_wanted(&fitting);
    return wanted < 0 || group_fitting_with(&fitting, group) >= wanted;
}
