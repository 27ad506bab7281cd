/* What goes between sites: what it needs, and what is given in vain. */
#include "checking.h"
#include "network/links.h"
#include "network/network.h"
#include "people/people.h"
#include "places/places.h"

struct place_counts {
    size_t all, online;
};

static struct place_counts count_places(const struct checking *checking)
{
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct place_counts counts = {0, 0};
    for (size_t i = 0; i < list->count; i++) {
        counts.all += (size_t)sites[i].count;
        counts.online += sites[i].online ? (size_t)sites[i].count : 0;
    }
    return counts;
}

/* A person who travels needs a place as a guest. */
static void check_room(const struct checking *checking, const struct node *where)
{
    const struct people_settings *people = checking_settings(checking, &people_section);
    if (people->guest_room > 0)
        return;
    node_key_trouble(checking->trouble, where,
                     "this needs places for guests at the sites, and there are none");
    trouble_hint(checking->trouble, "say how many in `people.guest_room`");
}

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
        check_room(checking, calls);
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
    else if (count_places(checking).all < 2 && settings->own_site <= 0)
        node_trouble(checking->trouble, form,
                     "there is one site, and no seek stays at it (`own_site: 0 %%`)");
    else if (settings->form->merges && settings->own_site < 1)
        check_room(checking, form);
    if (checking->trouble->count == before)
        check_calls(checking, node_at(links, "calls"));
}

static void check_visits(const struct checking *checking, struct node *visits)
{
    const struct visit_settings *settings = checking_settings(checking, &visit_section);
    struct place_counts places = count_places(checking);
    const struct node *there = node_at(visits, "per_day"), *online = node_at(visits, "online_per_day");
    if (there != NULL && settings->per_hour > 0) {
        if (places.all - places.online < 2)
            node_trouble(checking->trouble, there, "there is no other site to visit");
        else
            check_room(checking, there);
    }
    if (online != NULL && settings->online_per_hour > 0) {
        if (places.online == 0)
            node_trouble(checking->trouble, online, "no site is online: `sites: [{..., online: yes}]`");
        else
            check_room(checking, online);
    }
}

void network_check(const struct checking *checking)
{
    static const char *const keys[] = {"links", "visits", "experts", "sites", "groups", "people"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (node_at(checking->tree, keys[i]) != NULL &&
            told_about(checking->trouble, node_at(checking->tree, keys[i])))
            return;
    const struct link_settings *settings = checking_settings(checking, &link_section);
    if (settings->form == NULL)
        return;
    check_links(checking, node_at(checking->tree, "links"));
    check_visits(checking, node_at(checking->tree, "visits"));
}
