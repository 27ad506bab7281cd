#include "groups/know_how.h"

#include "conversation/telling.h"
#include "groups/numbers.h"
#include "knowledge/commons.h"

struct facet_set group_facets(const struct parts *parts, const struct group *group)
{
    struct facet_set all = {{0}};
    const struct matter *commons = knowledge_commons(knowledge_of(parts));
    for (uint32_t i = 0; commons != NULL && i < group->members.count; i++) {
        struct facet_set known = person_knows(conversation_of(parts), commons, group->members.all[i]);
        all = facet_or(&all, &known);
    }
    return all;
}

static struct facet_set at_hand(const struct parts *parts, const struct group *group, const struct task *task)
{
    struct facet_set known = group_facets(parts, group);
    return facet_and(&known, &task->needs);
}

double task_skill(const struct parts *parts, const struct group *group, const struct task *task)
{
    uint32_t needed = facet_count(&task->needs);
    if (needed == 0)
        return 1.0;
    struct facet_set covered = at_hand(parts, group, task);
    return (double)facet_count(&covered) / needed;
}

uint64_t task_practice(struct site *site, const struct group *group, const struct task_lane *lane)
{
    struct parts *parts = parts_of(site);
    double chance = groups_of(parts)->settings->work.practice;
    if (facet_count(&lane->task.needs) == 0 || chance <= 0)
        return 0;
    uint64_t learned = 0;
    struct facet_set shown = at_hand(parts, group, &lane->task);
    for (uint32_t k = 0; k < facet_count(&shown); k++) {
        uint32_t facet = facet_pick(&shown, k);
        struct draw draw =
            draw_for(site_luck(site), DRAW_PRACTICE, group->luck, lane->chosen * MOST_KNOW_HOW + facet);
        for (uint32_t i = 0; i < group->members.count; i++) {
            uint32_t person = group->members.all[i];
            bool tries = draw_uniform(&draw) < chance && person_is_here(people_of(parts), person);
            if (tries &&
                person_learns(conversation_of(parts), knowledge_commons(knowledge_of(parts)), person, facet))
                learned++;
        }
    }
    return learned;
}

struct facet_set group_talks_about(const struct parts *parts, const struct group *group)
{
    return lanes_in_hand(group) > 0 ? lanes_need(group) : topic_facets(knowledge_of(parts), group->topic);
}

bool groups_tasks_in_hand(struct site *site, const struct session *session, const struct circle *circle,
                          struct facet_set *about)
{
    const struct parts *parts = parts_of(site);
    const struct groups *groups = groups_of(parts);
    *about = (struct facet_set){{0}};
    if (session->origin.owner_kind == OWNER_GROUP) {
        *about = group_talks_about(parts, group_numbered(groups, session->origin.owner));
        return true;
    }
    const uint32_t *people = circle->seats.count > 0 ? circle->seats.person : session->here.people;
    uint32_t count = circle->seats.count > 0 ? circle->seats.count : session->here.count;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t which = 0; which < GROUPS_EACH; which++) {
            const struct group *group = group_of_person(groups, people[i], which);
            struct facet_set hers = {{0}};
            if (group != NULL)
                hers = group_talks_about(parts, group);
            *about = facet_or(about, &hers);
        }
    return true;
}
