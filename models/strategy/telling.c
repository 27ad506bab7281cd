/* What a group knows goes to strategy groups of other sites: after a call, and home from a community. */
#include "strategy/strategy_parts.h"

/* What one group tells another of a third: it has to fit an event. */
struct told_card {
    uint32_t to; /* group there */
    uint32_t site, group;
    uint16_t topic, at;
    uint64_t done;
    sim_time seen;
};

void strategy_tell_there(struct site *site, uint32_t to, uint32_t group, const struct known_group *known)
{
    struct told_card card = {group, known->site, known->group, (uint16_t)known->topic,
                             0,     known->done, known->seen};
    for (uint32_t i = 0; overview_cards(known->at, i, &card.at); i++)
        site_tell(site, to, EVENT_OVERVIEW_TOLD, &card, sizeof card);
}

void on_overview_told(struct site *site, const struct event *event)
{
    struct told_card card;
    event_read(event, &card, sizeof card);
    struct strategy *strategy = strategy_of(parts_of(site));
    const struct group *group = group_numbered(groups_of(parts_of(site)), card.to);
    if (!group_lives(group) || !is_strategic(group))
        return;
    struct known_group known = {card.site, card.group, card.topic, 0, card.done, card.seen, false};
    if (overview_is_told(overview_kept(strategy, card.to), known, card.at, strategy->arena))
        strategy->tally.brought++;
}

/* Who is no strategy group keeps no overview: it tells of itself alone, and drops what it is told. */
void strategy_call_was_held(struct site *site, const struct group *group, uint32_t other_site,
                            uint32_t other_group)
{
    if (!is_strategic(group)) {
        struct known_group known = overview_known_now(site, group);
        strategy_tell_there(site, other_site, other_group, &known);
        return;
    }
    const struct group_overview *overview = overview_of(site, group);
    for (uint32_t i = 0; i < overview->count; i++)
        if (overview->items[i].site != other_site)
            strategy_tell_there(site, other_site, other_group, &overview->items[i]);
}
