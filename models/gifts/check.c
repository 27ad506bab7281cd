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

/* --- what is given in vain; a design may switch a cause off, if it says so itself --- */

static void tell_in_vain(const struct checking *checking, const struct node *given, const char *why)
{
    if (given != NULL && !told_about(checking->trouble, given))
        node_key_trouble(checking->trouble, given, "%s", why);
}

/* Needs come from people, or from tasks that lack something. */
static void check_needs(const struct checking *checking)
{
    struct node *tree = checking->tree, *gifts = node_at(tree, "gifts");
    bool of_people = node_at(gifts, "needs") != NULL || node_at(gifts, "start_needs") != NULL;
    bool of_tasks = node_at(node_at(tree, "resources"), "lack") != NULL;
    if (gifts != NULL && gifts->first != NULL && !of_people && !of_tasks)
        node_key_trouble(checking->trouble, gifts->first,
                         "without `needs`, `start_needs` or `resources.lack` nobody needs help, and `%s` is "
                         "not read",
                         gifts->first->key);
    if (!of_people)
        tell_in_vain(checking, node_at(tree, "cards"),
                     "people write their needs on cards: give `gifts.needs` or `gifts.start_needs`");
    if (!of_people)
        tell_in_vain(checking, node_at(tree, "board"),
                     "people put up their needs at the board: give `gifts.needs` or `gifts.start_needs`");
}

static void check_cards(const struct checking *checking)
{
    struct node *cards = node_at(checking->tree, "cards");
    const struct card_settings *settings = checking_settings(checking, &card_section);
    if (cards == NULL || told_about(checking->trouble, cards))
        return;
    if (node_at(cards, "use") == NULL) {
        tell_in_vain(checking, cards->first,
                     "without `use` there are no cards, and nothing else of them is read");
        return;
    }
    if (settings->along->by_ties && node_at(node_at(checking->tree, "ties"), "gain") == NULL)
        tell_in_vain(checking, node_at(cards, "along"),
                     "cards go along ties only where there are ties: give `ties.gain`");
    if (!settings->along->by_ties)
        tell_in_vain(checking, node_at(cards, "reach"), "`reach` is read with `along: ties` only");
    if (!settings->along->standing)
        tell_in_vain(checking, node_at(cards, "circles"),
                     "`circles` is read with `along: mesh` or `along: tree` only");
    if (!settings->along->standing)
        tell_in_vain(checking, node_at(cards, "circle_size"),
                     "`circle_size` is read with `along: mesh` or `along: tree` only");
}

static void check_board(const struct checking *checking)
{
    struct node *board = node_at(checking->tree, "board");
    if (board != NULL && board->first != NULL && node_at(board, "use") == NULL)
        tell_in_vain(checking, board->first,
                     "without `use` there is no board, and nothing else of it is read");
}

static void check_resources(const struct checking *checking)
{
    struct node *resources = node_at(checking->tree, "resources");
    const struct resource_settings *settings = checking_settings(checking, &resource_section);
    if (resources == NULL || resources->first == NULL)
        return;
    struct node *lack = node_at(resources, "lack");
    if (lack == NULL)
        tell_in_vain(checking, resources->first,
                     "without `lack` no task lacks anything, and nothing else of `resources` is read");
    else if (node_at(node_at(checking->tree, "groups"), "form") == NULL)
        tell_in_vain(checking, lack,
                     "tasks are those of working groups: `lack` is read with `groups.form` only");
    else if (!settings->ask->assembly)
        tell_in_vain(checking, node_at(resources, "purchase"),
                     "`purchase` is read where the assembly is asked: `ask: assembly` or `both`");
}

static void check_minds(const struct checking *checking)
{
    const struct gift_settings *settings = checking_settings(checking, &gift_section);
    struct node *gifts = node_at(checking->tree, "gifts");
    static const char *const keys[] = {"retell", "forget"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && settings->minds == 0; i++)
        if (node_at(gifts, keys[i]) != NULL && node_at(gifts, "minds") != NULL)
            tell_in_vain(checking, node_at(gifts, keys[i]),
                         "with `minds: 0` nobody has anything in mind, and this is not read");
}

void gifts_check(const struct checking *checking)
{
    if (!is_sound(checking, "gifts") || !is_sound(checking, "cards") || !is_sound(checking, "board") ||
        !is_sound(checking, "resources"))
        return;
    check_needs(checking);
    check_minds(checking);
    check_cards(checking);
    check_board(checking);
    check_resources(checking);
}

/* --- notes --- */

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

static bool decides(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->decides)
            return true;
    return false;
}

static bool anything_is_decided(const struct checking *checking)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (lines[i].method != NULL && decides(lines[i].method))
            return true;
    return false;
}

void gifts_note(const struct checking *checking)
{
    const struct scenario *scenario = checking->scenario;
    const struct node *line = line_that_tells(checking), *gifts = node_at(checking->tree, "gifts");
    const struct resource_settings *resources = checking_settings(checking, &resource_section);
    if (line != NULL && !gifts_are_there(scenario))
        checking_note(
            checking, line,
            "note: nobody has a need or an offer to tell in it (`gifts.needs`), so nothing is told");
    if (gifts != NULL && line == NULL && anybody_needs(checking_settings(checking, &gift_section)) &&
        !gifts_have_cards(scenario) && !gifts_have_board(scenario) && !gifts_are_donated(scenario))
        checking_note(
            checking, gifts,
            "note: nobody learns of a need: no session tells needs or offers, and there are no cards "
            "and no board");
    struct node *travel = node_at(node_at(checking->tree, "gifts"), "travel");
    if (travel != NULL && gifts_are_there(scenario) && !scenario->wishes.travel &&
        ((const struct gift_settings *)checking_settings(checking, &gift_section))->travel)
        checking_note(checking, travel,
                      "note: nobody goes to another site (`visits`), so no need and no gift travels");
    if (gifts_are_lacked(scenario) && resources->ask->assembly && !anything_is_decided(checking))
        checking_note(checking, node_at(checking->tree, "resources"),
                      "note: what groups ask the assembly for is never decided: no session decides");
}
