/* A task of a working group lacks something; what the assembly grants is bought. */
#include "agenda/agenda.h"
#include "base/require.h"
#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "parts.h"
#include "random/draw.h"

struct purchase_card {
    uint32_t need;
};

/* The group asks the assembly to buy it. */
static void ask_assembly(struct site *site, const struct group *group, uint32_t task, struct lack *lack)
{
    struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    const uint32_t stride = UINT32_C(0x27D4EB2F); /* odd: keeps proposals of different groups far apart */
    if (!lacks->settings->ask->assembly || group->members.count == 0)
        return;
    uint32_t id = GROUPS_FROM | (group->luck + task * stride);
    lack->item = agenda_submit_of(site, agenda_of(parts_of(site)), id, NOBODY, group->members.all,
                                  group->members.count);
    lacks->asked++;
}

void gifts_task_is_worked(struct site *site, const struct group *group, const struct task_lane *lane)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    const struct resource_settings *settings = gifts->lacks.settings;
    if (settings == NULL)
        return;
    struct lack *lack = lacks_of_task(gifts, group, lane->number);
    if (lack->task == lane->chosen) /* it goes on */
        return;
    require(lack->need == 0);
    lack->task = lane->chosen;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_RESOURCE, group->luck, lack->task);
    if (draw_uniform(&draw) >= settings->lack)
        return;
    uint16_t type = gifts_draw_type(gifts, &draw);
    struct need *need = need_begins(gifts, NOBODY, group->number + 1, type, site_now(site));
    need->help = sim_time_from_hours(draw_exponential(&draw, sim_hours(gifts->terms.settings->help)));
    lack->need = gifts->needs.count;
    gifts->lacks.lacked++;
    chronicle_tell(site, TOLD_NEED_ARISES, NOBODY, lack->need, type);
    if (!stock_meets(site, lack->need))
        ask_assembly(site, group, lane->chosen, lack);
}

static struct lack *lack_before_assembly(struct lacks *lacks, const struct item *item)
{
    for (uint32_t i = 0; i < lacks->room; i++)
        if (lacks->of_task[i].item == item)
            return &lacks->of_task[i];
    return NULL;
}

/* Granted, it is there some days later; refused, the group goes without it, unless somebody has it. */
void gifts_proposal_decided(struct site *site, const struct item *item)
{
    struct lacks *lacks = &gifts_of(parts_of(site))->lacks;
    struct lack *lack = lacks->settings == NULL ? NULL : lack_before_assembly(lacks, item);
    if (lack == NULL)
        return;
    lack->item = NULL;
    struct purchase_card card = {lack->need};
    if (item->outcome == ITEM_PASSED)
        site_schedule(site, site_now(site) + lacks->settings->purchase, EVENT_PURCHASE, &card, sizeof card);
}

void on_purchase(struct site *site, const struct event *event)
{
    struct purchase_card card;
    event_read(event, &card, sizeof card);
    if (need_of(gifts_of(parts_of(site)), card.need)->state == NEED_OPEN)
        need_is_met(site, card.need, NOBODY, BY_PURCHASE);
}
