#include "links/experts.h"

#include "chronicle.h"
#include "knowledge/commons.h"
#include "links/links_parts.h"
#include "links/numbers.h"
#include "parts.h"

static void expect_expert(struct site *site, const struct group *group)
{
    struct links *links = links_of(parts_of(site));
    double rate = links->experts->per_hour;
    if (rate <= 0)
        return;
    uint32_t looks = links_ties(links, group->number)->looks;
    struct draw draw = draw_for(links->luck, DRAW_EXPERT, group->luck, 2 * looks);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    struct group_card card = {group->number};
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_EXPERT_COMES, &card, sizeof card);
}

void experts_group_born(struct site *site, const struct group *group)
{
    expect_expert(site, group);
}

/* Members who are here learn the facet. */
static uint32_t teach(const struct parts *parts, const struct group *group, uint32_t facet)
{
    struct matter *commons = knowledge_commons(knowledge_of(parts));
    uint32_t learned = 0;
    for (uint32_t i = 0; i < group->members.count; i++) {
        if (!person_is_here(people_of(parts), group->members.all[i]))
            continue;
        matter_learn(commons, group->members.all[i], facet);
        learned++;
    }
    return learned;
}

static void meet(struct site *site, const struct group *group, struct draw *draw)
{
    const struct parts *parts = parts_of(site);
    struct links *links = links_of(parts);
    struct facet_set topic = topic_facets(knowledge_of(parts), group->topic);
    for (uint32_t i = 0; i < group->members.count; i++) {
        struct facet_set known = facets_known(knowledge_commons(knowledge_of(parts)), group->members.all[i]);
        topic = facet_without(&topic, &known);
    }
    links->tally.experts++;
    uint64_t before = links->tally.brought;
    for (int64_t i = 0; i < links->experts->facets && facet_count(&topic) > 0; i++) {
        uint32_t facet = facet_pick(&topic, draw_below(draw, facet_count(&topic)));
        topic.word[facet / 64] &= ~(UINT64_C(1) << (facet % 64));
        links->tally.brought += teach(parts, group, facet) > 0 ? 1 : 0;
    }
    chronicle_tell(site, TOLD_EXPERT_COMES, group->number, CHRONICLE_NOBODY,
                   (double)(links->tally.brought - before));
    work_look_up(site, group);
}

void on_expert_comes(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct links *links = links_of(parts_of(site));
    const struct group *group = group_numbered(groups_of(parts_of(site)), card.group);
    if (!group_lives(group))
        return;
    struct ties *ties = links_ties(links, group->number);
    struct draw draw = draw_for(links->luck, DRAW_EXPERT, group->luck, 2 * ties->looks + 1);
    double external = links_outside(links, group->number);
    ties->looks++;
    if (draw_uniform(&draw) * (external + links->experts->closure) < external)
        meet(site, group, &draw);
    expect_expert(site, group);
}
