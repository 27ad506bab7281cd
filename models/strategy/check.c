/* What a table of settings cannot say of strategy groups, and of delegates of all sites. */
#include "checking.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "inquiries/inquiries.h"
#include "links/links.h"
#include "places/places.h"
#include "scenario.h"
#include "strategy/strategy.h"
#include "travel/travel.h"

bool strategy_has_community(const struct scenario *scenario)
{
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (calendar_calls_all_sites(&lines[i]))
            return true;
    return false;
}

bool strategy_is_at_work(const struct scenario *scenario)
{
    const struct strategy_settings *strategy = scenario_settings(scenario, &strategy_section);
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form && (strategy->advice > 0 || strategy->reports > 0 || strategy->worth ||
                            strategy_has_community(scenario));
}

/* --- the section --- */

static void check_inquiry(const struct checking *checking, struct node *section)
{
    struct strategy_settings *strategy = checking_filled(checking, &strategy_section);
    const struct node *inquiry = node_at(section, "inquiry");
    strategy->inquiry_number =
        inquiry_number(checking_settings(checking, &inquiry_section), strategy->inquiry);
    if (inquiry == NULL || strategy->inquiry == NULL || told_about(checking->trouble, inquiry))
        return;
    if (strategy->inquiry_number == 0)
        node_trouble(checking->trouble, inquiry, "no inquiry has this name (`inquiries`)");
    else if (!strategy->worth)
        node_key_trouble(
            checking->trouble, inquiry,
            "the question of strategy helps to name items that are worth more, and all are worth "
            "the same here (`worth: no`)");
}

static double share_of_strategy(const struct checking *checking)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    return groups->category[GROUP_STRATEGY].share;
}

static void check_section(const struct checking *checking, struct node *section)
{
    const struct strategy_settings *strategy = checking_settings(checking, &strategy_section);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *advice = node_at(section, "advice"), *reports = node_at(section, "reports");
    const struct node *tells = node_at(section, "tells");
    const struct node *first = strategy->advice > 0 && advice != NULL ? advice : reports;
    bool asks = strategy->advice > 0 || strategy->reports > 0 || strategy->worth;
    if (asks && !groups->form)
        node_trouble(checking->trouble, first != NULL ? first : section,
                     "strategy groups are working groups: `groups: {form: yes}`");
    else if (asks && groups->work.hours == 0)
        node_trouble(checking->trouble, first != NULL ? first : section,
                     "advice is about tasks, and working groups have none here (`groups.work.hours: 0 h`)");
    else if (first != NULL && (strategy->advice > 0 || strategy->reports > 0) &&
             share_of_strategy(checking) <= 0)
        node_trouble(checking->trouble, first,
                     "there is no strategy group to ask (`groups.strategy.share: 0`)");
    if (tells != NULL && !strategy_has_community(checking->scenario))
        node_key_trouble(
            checking->trouble, tells,
            "`tells` is for communities, and no line of the calendar calls delegates of all sites "
            "(`who: delegates, of: all`)");
}

/* --- lines that call delegates --- */

static void check_line(const struct checking *checking, const struct calendar_entry *entry, struct node *line)
{
    const struct node *category = node_at(line, "category"), *of = node_at(line, "of");
    const struct group_settings *groups = checking_settings(checking, &group_section);
    if (category != NULL && !entry->who->delegates)
        node_key_trouble(checking->trouble, category,
                         "`category` says which groups send delegates, and this line calls none "
                         "(`who: delegates`)");
    else if (of != NULL && !entry->who->delegates)
        node_key_trouble(checking->trouble, of,
                         "`of` says which sites send delegates, and this line calls none (`who: delegates`)");
    else if (category != NULL && entry->category->category != ANY_CATEGORY && groups->form &&
             groups->category[entry->category->category].share <= 0)
        node_trouble(checking->trouble, category,
                     "there are no groups of this category (`groups.%s.share: 0`)", category->text);
    if (of == NULL || !calendar_calls_all_sites(entry) || told_about(checking->trouble, line))
        return;
    struct place_counts places = places_count(checking);
    if (places.online == 0)
        node_trouble(checking->trouble, of,
                     "delegates of all sites meet at a site that is online, and there is "
                     "none: `sites: [{..., online: yes}]`");
    else if (places.all < 2)
        node_trouble(checking->trouble, of, "there is no other site that could send delegates");
    else if (entry->again_after > 0)
        node_trouble(checking->trouble, of,
                     "delegates of other sites set out before it begins, and with `again_after` nobody knows "
                     "when that is");
    else
        travel_check_room(checking, of);
}

static void check_lines(const struct checking *checking)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    const struct node *list = node_at(checking->tree, "calendar");
    struct node *line = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < calendar->count && line != NULL; i++, line = line->next)
        if (!told_about(checking->trouble, line) && lines[i].who != NULL && lines[i].category != NULL)
            check_line(checking, &lines[i], line);
}

static void check_links(const struct checking *checking)
{
    const struct link_settings *links = checking_settings(checking, &link_section);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *category = node_at(node_at(checking->tree, "links"), "category");
    if (category == NULL || told_about(checking->trouble, category) || links->form == NULL ||
        links->category == NULL || links->category->category == ANY_CATEGORY)
        return;
    if (links->form->seeks && groups->form && groups->category[links->category->category].share <= 0)
        node_trouble(checking->trouble, category,
                     "there are no groups of this category (`groups.%s.share: 0`)", category->text);
}

void strategy_check(const struct checking *checking)
{
    static const char *const keys[] = {"strategy", "groups", "sites", "people", "inquiries"};
    struct node *section = node_at(checking->tree, "strategy");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (node_at(checking->tree, keys[i]) != NULL &&
            told_about(checking->trouble, node_at(checking->tree, keys[i])))
            return;
    if (section != NULL) {
        check_inquiry(checking, section);
        check_section(checking, section);
    }
    check_lines(checking);
    check_links(checking);
}
