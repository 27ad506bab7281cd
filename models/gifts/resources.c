/* What tasks of working groups lack. */
#include "agenda/agenda.h"
#include "base/require.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "parts.h"

struct lack *lacks_of_task(struct gifts *gifts, const struct group *group, uint32_t lane)
{
    struct lacks *lacks = &gifts->lacks;
    lacks->lanes = group->work.lane_count; /* the same for all groups */
    uint32_t place = group->number * lacks->lanes + lane;
    if (place >= lacks->room) {
        uint32_t room = lacks->room == 0 ? 16 : lacks->room;
        while (room <= place)
            room *= 2;
        lacks->of_task =
            arena_grow(gifts->terms.arena, lacks->of_task, lacks->room, room, sizeof *lacks->of_task);
        lacks->room = room;
    }
    return &lacks->of_task[place];
}

/* The same, to be read; NULL: nothing was ever lacking there. */
static const struct lack *lack_seen(const struct lacks *lacks, uint32_t group, uint32_t lane)
{
    uint32_t place = group * lacks->lanes + lane;
    return lane < lacks->lanes && place < lacks->room ? &lacks->of_task[place] : NULL;
}

/* Nobody needs the purchase any more. */
static void withdraw(struct site *site, struct lack *lack)
{
    if (lack->item != NULL && lack->item->open)
        agenda_drop(site, agenda_of(parts_of(site)), lack->item);
    lack->item = NULL;
}

void gifts_task_is_put_down(struct site *site, const struct group *group, const struct task_lane *lane)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (gifts->lacks.settings == NULL)
        return;
    struct lack *lack = lacks_of_task(gifts, group, lane->number);
    if (lack->need > 0)
        need_lapses(site, lack->need);
    lack->need = 0;
    withdraw(site, lack);
}

double gifts_pace_of_work(struct site *site, const struct group *group, const struct task_lane *lane)
{
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    const struct lack *lack = lack_seen(lacks, group->number, lane->number);
    return lack != NULL && lack->need > 0 ? lacks->settings->short_pace : 1;
}

void gifts_group_changes(struct site *site, const struct group *group, uint32_t before)
{
    (void)before;
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    const struct lack *lack = NULL;
    for (uint32_t lane = 0; (lack = lack_seen(lacks, group->number, lane)) != NULL; lane++)
        if (lack->item != NULL && lack->item->open)
            item_stays_with(lack->item, group->members.all, group->members.count);
}

void lacks_found(struct site *site, const struct need *need, enum channel channel)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct group *group = group_numbered(groups_of(parts_of(site)), need->group - 1);
    uint32_t lane = 0;
    for (uint32_t number;
         (number = lacks_of_task(gifts, group, lane)->need) == 0 || need_of(gifts, number) != need;)
        lane++;
    require(lane < group->work.lane_count);
    struct lack *lack = lacks_of_task(gifts, group, lane);
    lack->need = 0;
    withdraw(site, lack);
    gifts->lacks.found++;
    gifts->lacks.bought += channel == BY_PURCHASE ? 1 : 0;
    gifts->lacks.waited += need->closed - need->arose;
    work_look_up(site, group);
}

uint32_t lacks_of_person(struct site *site, uint32_t person, uint32_t which)
{
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    if (lacks->settings == NULL || !lacks->settings->ask->circle)
        return 0;
    const struct group *group = group_of_person(groups_of(parts_of(site)), person, which);
    const struct lack *lack = NULL;
    for (uint32_t lane = 0; group != NULL && (lack = lack_seen(lacks, group->number, lane)) != NULL; lane++)
        if (lack->need > 0)
            return lack->need;
    return 0;
}
