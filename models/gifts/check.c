/* What gifts need, and what is given in vain. */
#include "checking.h"
#include "gathering/gathering.h"
#include "gifts/gifts.h"
#include "groups/groups.h"
#include "mechanism.h"

static bool anybody_needs(const struct gift_settings *settings)
{
    return settings->needs_per_hour > 0 || settings->start_needs > 0;
}

bool gifts_are_lacked(const struct scenario *scenario)
{
    const struct resource_settings *resources = scenario_settings(scenario, &resource_section);
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return resources->lack > 0 && groups->form && groups->work.hours > 0;
}

bool gifts_are_there(const struct scenario *scenario)
{
    return anybody_needs(scenario_settings(scenario, &gift_section)) || gifts_are_lacked(scenario);
}

bool gifts_have_board(const struct scenario *scenario)
{
    const struct board_settings *board = scenario_settings(scenario, &board_section);
    return gifts_are_there(scenario) && board->use > 0;
}

bool gifts_are_donated(const struct scenario *scenario)
{
    const struct gift_settings *gifts = scenario_settings(scenario, &gift_section);
    return gifts_are_there(scenario) && gifts->donations_per_hour > 0;
}

bool gifts_have_cards(const struct scenario *scenario)
{
    const struct card_settings *cards = scenario_settings(scenario, &card_section);
    return gifts_are_there(scenario) && cards->use > 0;
}

void gifts_check(const struct checking *checking)
{
    struct node *gifts = node_at(checking->tree, "gifts");
    if (gifts == NULL || node_count(gifts) == 0 || !is_sound(checking, "gifts"))
        return;
    if (node_at(gifts, "needs") == NULL && node_at(gifts, "start_needs") == NULL)
        node_key_trouble(checking->trouble, gifts->first,
                         "without `needs` or `start_needs` nobody needs help, and `%s` is not read",
                         gifts->first->key);
}

static bool tells_of_help(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].manner.shares == SHARE_NEEDS || stages[i].manner.shares == SHARE_OFFERS)
            return true;
    return false;
}

/* The line of the calendar in which somebody may tell of needs or offers; NULL: there is none. */
static const struct node *line_that_tells(const struct checking *checking)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    const struct node *list = node_at(checking->tree, "calendar");
    for (size_t i = 0; i < calendar->count && list != NULL; i++)
        if (lines[i].method != NULL && tells_of_help(lines[i].method))
            return list_element(list, i);
    return NULL;
}

void gifts_note(const struct checking *checking)
{
    const struct gift_settings *settings = checking_settings(checking, &gift_section);
    const struct node *line = line_that_tells(checking);
    if (line != NULL && !anybody_needs(settings))
        checking_note(
            checking, line,
            "note: nobody has a need or an offer to tell in it (`gifts.needs`), so nothing is told");
}
