/* What links need, and what is given in vain. */
#include "checking.h"
#include "links/links.h"
#include "people/people.h"
#include "places/places.h"
#include "travel/travel.h"

static void check_calls(const struct checking *checking, struct node *calls)
{
    const struct link_settings *links = checking_settings(checking, &link_section);
    const struct calendar_entry *entry = &links->calls;
    if (calls == NULL)
        return;
    if (!links->form->seeks || links->form->merges)
        node_key_trouble(checking->trouble, calls, "`calls` are not read with `form: %s`",
                         links->form->choice.name);
    else if (entry->hold == NULL)
        node_key_trouble(checking->trouble, calls,
                         "linked groups call where `hold` names a method, and it is missing");
    else if (entry->lasts > entry->every)
        node_key_trouble(checking->trouble, calls,
                         "a call lasts longer (`for`) than the time to the next one (`every`)");
    else
        travel_check_room(checking, calls);
}

static void check_links(const struct checking *checking, struct node *links)
{
    const struct link_settings *settings = checking_settings(checking, &link_section);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *form = node_at(links, "form");
    size_t before = checking->trouble->count;
    if (form == NULL || !settings->form->seeks)
        return;
    if (!groups->form)
        node_trouble(checking->trouble, form, "links need working groups: `groups: {form: yes}`");
    else if (places_count(checking).all < 2 && settings->own_site <= 0)
        node_trouble(checking->trouble, form,
                     "there is one site, and no seek stays at it (`own_site: 0 %%`)");
    else if (settings->form->merges && settings->own_site < 1)
        travel_check_room(checking, form);
    if (checking->trouble->count == before)
        check_calls(checking, node_at(links, "calls"));
}

void links_check(const struct checking *checking)
{
    static const char *const keys[] = {"links", "experts", "sites", "groups", "people"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (node_at(checking->tree, keys[i]) != NULL &&
            told_about(checking->trouble, node_at(checking->tree, keys[i])))
            return;
    const struct link_settings *settings = checking_settings(checking, &link_section);
    if (settings->form == NULL)
        return;
    check_links(checking, node_at(checking->tree, "links"));
}
