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

static uint32_t pick_item(const struct item_advice *advice, struct draw *draw)
{
    return advice->named != NO_ITEM ? advice->named : pick_bit(advice->open, draw);
}

/* Content and needs belong to the item, whichever group does it. Where items differ much, an item of a site
 * may be drawn as small as nothing: without a least a group would do it over and over. */
static void look_at_item(struct site *site, const struct group *group, struct group_work *work)
{
    const struct parts *parts = parts_of(site);
    const struct work_settings *settings = &groups_of(parts)->settings->work;
    struct draw draw = draw_for(site_luck(site), DRAW_WORK, work->task.item, 0);
    work->task.content = fmax(draw_gamma(&draw, sim_hours(settings->content), settings->content_cv),
                              sim_hours(settings->content_least));
    work->task.left = work->task.content;
    work->task.needs = (struct facet_set){{0}};
    if (knowledge_commons(knowledge_of(parts)) == NULL)
        return;
    struct facet_set topic = topic_facets(knowledge_of(parts), group->topic);
    for (int64_t i = 0; i < settings->needs && facet_count(&topic) > 0; i++) {
        facet_add(&work->task.needs, facet_pick(&topic, draw_below(&draw, facet_count(&topic))));
        topic = facet_without(&topic, &work->task.needs);
    }
}

bool task_choose(struct site *site, struct group *group)
{
    const struct groups *groups = groups_of(parts_of(site));
    const struct work_settings *settings = &groups->settings->work;
    const struct category_settings *category = &groups->settings->category[group->category];
    struct group_work *work = &group->work;
    struct draw draw = draw_for(site_luck(site), DRAW_TASK, group->luck, work->tasks++);
    bool common = draw_uniform(&draw) < category->common;
    bool approval = draw_uniform(&draw) < category->approval;

    uint64_t unsolved = all_common(settings) & ~work->memory.solved;
    uint64_t untaken = unsolved & ~work->memory.taken;
    struct item_advice advice = {unsolved, untaken != 0 ? untaken : unsolved, NO_ITEM};
    if (common && unsolved != 0)
        MOMENT(site, common_item_is_sought, group, &advice);
    require((advice.open & ~unsolved) == 0);
    work->task.common = common && advice.open != 0;
    uint32_t which =
        work->task.common ? pick_item(&advice, &draw) : draw_below(&draw, (uint32_t)settings->local_items);
    work->task.item = item_number(groups, site_index(site), group, work->task.common, which);
    look_at_item(site, group, work);
    return approval;
}
