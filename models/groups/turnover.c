/* How people leave a group, and how they come to one by chance.
 *
 * Each member leaves at the rate leave_rate * (1 - fit) * (1 + leave_boost * (1 - attention)) * climate *
 * kept, where fit keeps people only if it counts, and other mechanisms say what keeps her besides (moments.h:
 * kept_in_group, 1 at most). Fit, attention and climate change all the time. So a group draws
 * candidates at the highest rate that is possible, members * leave_rate * (1 + leave_boost) * the highest
 * climate of the run, one at a time; and a candidate leaves with the chance (her own rate) / (her share of
 * the highest rate) (thinning, Lewis & Shedler 1979, doi:10.1002/nav.3800260304). When the number of members
 * changes, the next candidate is drawn again; that is no bias, since an exponential time has no memory.
 */
#include "groups/turnover.h"

#include "base/require.h"
#include "groups/fit.h"
#include "groups/numbers.h"
#include "moments.h"
#include "parts.h"

static struct event_ticket expect(struct site *site, struct group *group, double rate, uint32_t kind,
                                  uint32_t purpose)
{
    if (rate <= 0)
        return (struct event_ticket){0};
    struct group_card card = {group->number};
    struct draw draw = draw_for(site_luck(site), purpose, group->luck, group->timers.occasions++);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait >= SIM_NEVER - site_now(site))
        return (struct event_ticket){0};
    return site_schedule(site, site_now(site) + wait, kind, &card, sizeof card);
}

/* The highest factor by which the climate multiplies leaving in this run. */
static double most_climate(struct site *site)
{
    return climate_most(people_of(parts_of(site))->terms.climate, CLIMATE_LEAVING, 0, SIM_NEVER);
}

void group_expect_leaving(struct site *site, struct group *group)
{
    const struct group_settings *settings = groups_of(parts_of(site))->settings;
    double most = settings->membership.leave_rate * (1 + settings->attention.leave_boost) *
                  group->members.count * most_climate(site);
    site_cancel(site, group->timers.leaves);
    group->timers.leaves = expect(site, group, most, EVENT_MEMBER_LEAVES, DRAW_LEAVING);
}

void group_expect_joining(struct site *site, struct group *group)
{
    double rate = groups_of(parts_of(site))->settings->membership.join_rate;
    group->timers.joins = expect(site, group, rate, EVENT_MEMBER_JOINS, DRAW_JOINING);
}

/* Her rate of leaving as a share of the highest. */
static double wish_to_leave(struct site *site, struct group *group, uint32_t person)
{
    const struct group_settings *settings = groups_of(parts_of(site))->settings;
    double boost = settings->attention.leave_boost;
    double attention = group_attention(group, &settings->attention, site_now(site));
    double fit = settings->membership.fit_counts ? group_fit(parts_of(site), group, person) : 0;
    double climate =
        climate_factor(people_of(parts_of(site))->terms.climate, CLIMATE_LEAVING, site_now(site));
    double kept = 1.0;
    ASK(site, kept, kept_in_group, group, person);
    return kept * (1 - fit) * (1 + boost * (1 - attention)) / (1 + boost) * (climate / most_climate(site));
}

void on_member_leaves(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = groups->all.list[card.group];
    require(group_lives(group));
    struct draw draw = draw_for(groups->luck, DRAW_LEAVER, group->luck, group->timers.occasions);
    uint32_t person = group->members.all[draw_below(&draw, group->members.count)];
    if (draw_uniform(&draw) < wish_to_leave(site, group, person))
        group_leave(site, group, person);
    else
        group_expect_leaving(site, group);
}

static bool may_come(const struct parts *parts, uint32_t person)
{
    return person_is_here(people_of(parts), person) && !person_in_group(groups_of(parts), person);
}

/* Somebody without a group, each equally likely; NOBODY when all have one. It tries people at random first;
 * where few are without a group it counts them instead. */
static uint32_t draw_groupless(const struct parts *parts, struct draw *draw)
{
    enum { TRIES = 32 };
    for (int i = 0; i < TRIES; i++) {
        uint32_t person = draw_below(draw, people_of(parts)->count);
        if (may_come(parts, person))
            return person;
    }
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_of(parts)->count; person++)
        count += may_come(parts, person) ? 1 : 0;
    if (count == 0)
        return NOBODY;
    uint32_t which = draw_below(draw, count), person = 0;
    while (!may_come(parts, person) || which-- > 0)
        person++;
    return person;
}

void on_member_joins(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = groups->all.list[card.group];
    require(group_lives(group));
    struct draw draw = draw_for(groups->luck, DRAW_JOINER, group->luck, group->timers.occasions);
    uint32_t person = draw_groupless(parts_of(site), &draw);
    group_expect_joining(site, group);
    if (person != NOBODY)
        group_join(site, group, person);
}
