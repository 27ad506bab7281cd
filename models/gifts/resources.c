/* What tasks of working groups lack. */
#include "agenda/agenda.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "parts.h"

struct lack *lacks_of_group(struct gifts *gifts, uint32_t group)
{
    struct lacks *lacks = &gifts->lacks;
    if (group >= lacks->room) {
        uint32_t room = lacks->room == 0 ? 16 : lacks->room;
        while (room <= group)
            room *= 2;
        lacks->of_group =
            arena_grow(gifts->terms.arena, lacks->of_group, lacks->room, room, sizeof *lacks->of_group);
        lacks->room = room;
    }
    return &lacks->of_group[group];
}

/* Nobody needs the purchase any more. */
static void withdraw(struct site *site, struct lack *lack)
{
    if (lack->item != NULL && lack->item->open)
        agenda_drop(site, agenda_of(parts_of(site)), lack->item);
    lack->item = NULL;
}

void gifts_task_is_put_down(struct site *site, const struct group *group)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    if (gifts->lacks.settings == NULL)
        return;
    struct lack *lack = lacks_of_group(gifts, group->number);
    if (lack->need > 0)
        need_lapses(site, lack->need);
    lack->need = 0;
    withdraw(site, lack);
}

double gifts_pace_of_work(struct site *site, const struct group *group)
{
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    bool lacking = group->number < lacks->room && lacks->of_group[group->number].need > 0;
    return lacking ? lacks->settings->short_pace : 1;
}

void gifts_group_changes(struct site *site, const struct group *group, uint32_t before)
{
    (void)before;
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    const struct item *item = group->number < lacks->room ? lacks->of_group[group->number].item : NULL;
    if (item != NULL && item->open)
        item_stays_with(item, group->members.all, group->members.count);
}

void lacks_found(struct site *site, const struct need *need, enum channel channel)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct lack *lack = lacks_of_group(gifts, need->group - 1);
    lack->need = 0;
    withdraw(site, lack);
    gifts->lacks.found++;
    gifts->lacks.bought += channel == BY_PURCHASE ? 1 : 0;
    gifts->lacks.waited += need->closed - need->arose;
    work_look_up(site, group_numbered(groups_of(parts_of(site)), need->group - 1));
}

uint32_t lacks_of_person(struct site *site, uint32_t person, uint32_t which)
{
    const struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    if (lacks->settings == NULL || !lacks->settings->ask->circle)
        return 0;
    const struct group *group = group_of_person(groups_of(parts_of(site)), person, which);
    return group != NULL && group->number < lacks->room ? lacks->of_group[group->number].need : 0;
}
