#include "groups/tasks.h"

#include <math.h>

#include "base/require.h"
#include "groups/numbers.h"
#include "knowledge/commons.h"
#include "moments.h"
#include "parts.h"

/* Items are numbered over all topics and sites: common ones first, topic by topic, then
 * those of each site. */
static uint32_t item_number(const struct groups *groups, uint32_t site, const struct group *group,
                            bool common, uint32_t which)
{
    const struct work_settings *settings = &groups->settings->work;
    if (common)
        return group->topic * MOST_COMMON_ITEMS + which;
    uint64_t local =
        ((uint64_t)site * groups->topics + group->topic) * (uint64_t)settings->local_items + which;
    uint64_t number = (uint64_t)groups->topics * MOST_COMMON_ITEMS + local;
    require(number < UINT32_MAX);
    return (uint32_t)number;
}

static uint64_t all_common(const struct work_settings *settings)
{
    return settings->common_items >= 64 ? UINT64_MAX : (UINT64_C(1) << settings->common_items) - 1;
}

static uint32_t pick_bit(uint64_t bits, struct draw *draw)
{
    uint32_t count = (uint32_t)__builtin_popcountll(bits);
    for (uint32_t skip = draw_below(draw, count); skip > 0; skip--)
        bits &= bits - 1;
    return (uint32_t)__builtin_ctzll(bits);
}

/* What it has in hand beside the lane that is free. */
static bool is_in_hand(const struct group *group, uint32_t item)
{
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        if (group->work.lanes[i].state != TASK_NONE && group->work.lanes[i].task.item == item)
            return true;
    return false;
}

static uint64_t common_in_hand(const struct group *group)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < group->work.lane_count; i++) {
        const struct task_lane *lane = &group->work.lanes[i];
        if (lane->state != TASK_NONE && lane->task.common)
            bits |= UINT64_C(1) << (lane->task.item % MOST_COMMON_ITEMS);
    }
    return bits;
}

static uint32_t pick_item(const struct item_advice *advice, struct draw *draw)
{
    return advice->named != NO_ITEM ? advice->named : pick_bit(advice->open, draw);
}

/* Content and needs belong to the item, whichever group does it. Where items differ much, an item of a site
 * may be drawn as small as nothing: without a least a group would do it over and over. */
static void look_at_item(struct site *site, const struct group *group, struct task *task)
{
    const struct parts *parts = parts_of(site);
    const struct work_settings *settings = &groups_of(parts)->settings->work;
    struct draw draw = draw_for(site_luck(site), DRAW_WORK, task->item, 0);
    task->content = fmax(draw_gamma(&draw, sim_hours(settings->content), settings->content_cv),
                         sim_hours(settings->content_least));
    task->left = task->content;
    task->needs = (struct facet_set){{0}};
    if (knowledge_commons(knowledge_of(parts)) == NULL)
        return;
    struct facet_set topic = topic_facets(knowledge_of(parts), group->topic);
    for (int64_t i = 0; i < settings->needs && facet_count(&topic) > 0; i++) {
        facet_add(&task->needs, facet_pick(&topic, draw_below(&draw, facet_count(&topic))));
        topic = facet_without(&topic, &task->needs);
    }
}

/* An item of the site may be in hand already: then the next one that is not, if there is any. */
static uint32_t local_item(const struct groups *groups, uint32_t site, const struct group *group,
                           uint32_t drawn)
{
    uint32_t items = (uint32_t)groups->settings->work.local_items;
    for (uint32_t i = 0; i < items; i++) {
        uint32_t item = item_number(groups, site, group, false, (drawn + i) % items);
        if (!is_in_hand(group, item))
            return item;
    }
    return item_number(groups, site, group, false, drawn);
}

bool task_choose(struct site *site, struct group *group, struct task_lane *lane)
{
    const struct groups *groups = groups_of(parts_of(site));
    const struct work_settings *settings = &groups->settings->work;
    const struct category_settings *category = &groups->settings->category[group->category];
    struct group_work *work = &group->work;
    struct draw draw = draw_for(site_luck(site), DRAW_TASK, group->luck, work->tasks++);
    lane->chosen = work->tasks;
    bool common = draw_uniform(&draw) < category->common;
    bool approval = draw_uniform(&draw) < category->approval;

    uint64_t unsolved = all_common(settings) & ~work->memory.solved & ~common_in_hand(group);
    uint64_t untaken = unsolved & ~work->memory.taken;
    struct item_advice advice = {unsolved, untaken != 0 ? untaken : unsolved, NO_ITEM};
    if (common && unsolved != 0)
        MOMENT(site, common_item_is_sought, group, &advice);
    require((advice.open & ~unsolved) == 0);
    bool is_common = common && advice.open != 0;
    uint32_t which =
        is_common ? pick_item(&advice, &draw) : draw_below(&draw, (uint32_t)settings->local_items);
    uint32_t item = is_common ? item_number(groups, site_index(site), group, true, which)
                              : local_item(groups, site_index(site), group, which);
    lane->task.common = is_common;
    lane->task.item = item;
    look_at_item(site, group, &lane->task);
    return approval;
}
