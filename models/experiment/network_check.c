/* What goes between sites: what it needs, and what is given in vain. */
#include "experiment/experiment_parts.h"

struct place_counts {
    size_t all, online;
};

static struct place_counts count_places(const struct scenario *scenario)
{
    const struct site_settings *sites = scenario->sites.items;
    struct place_counts counts = {0, 0};
    for (size_t i = 0; i < scenario->sites.count; i++) {
        counts.all += (size_t)sites[i].count;
        counts.online += sites[i].online ? (size_t)sites[i].count : 0;
    }
    return counts;
}

/* Whoever travels needs a place to be a guest. */
static void check_room(const struct scenario *scenario, const struct node *where, struct trouble *trouble)
{
    if (scenario->people.guest_room > 0)
        return;
    node_key_trouble(trouble, where, "this needs places for guests at the sites, and there are none");
    trouble_hint(trouble, "say how many in `people.guest_room`");
}

static void check_calls(const struct scenario *scenario, struct node *calls, struct trouble *trouble)
{
    const struct link_settings *links = &scenario->links;
    const struct calendar_entry *entry = &links->calls;
    if (calls == NULL)
        return;
    if (!links->form->seeks || links->form->merges)
        node_key_trouble(trouble, calls, "`calls` are not read with `form: %s`", links->form->choice.name);
    else if (entry->hold == NULL)
        node_key_trouble(trouble, calls, "linked groups call where `hold` names a method, and it is missing");
    else if (entry->lasts > entry->every)
        node_key_trouble(trouble, calls,
                         "a call lasts longer (`for`) than the time to the next one (`every`)");
    else
        check_room(scenario, calls, trouble);
}

static void check_links(const struct scenario *scenario, struct node *links, struct trouble *trouble)
{
    const struct link_settings *settings = &scenario->links;
    const struct node *form = node_at(links, "form");
    size_t before = trouble->count;
    if (form == NULL || !settings->form->seeks)
        return;
    if (!scenario->groups.form)
        node_trouble(trouble, form, "links need working groups: `groups: {form: yes}`");
    else if (count_places(scenario).all < 2 && settings->own_site <= 0)
        node_trouble(trouble, form, "there is one site, and no seek stays at it (`own_site: 0 %%`)");
    else if (settings->form->merges && settings->own_site < 1)
        check_room(scenario, form, trouble);
    if (trouble->count == before)
        check_calls(scenario, node_at(links, "calls"), trouble);
}

static void check_visits(const struct scenario *scenario, struct node *visits, struct trouble *trouble)
{
    struct place_counts places = count_places(scenario);
    const struct node *there = node_at(visits, "per_day"), *online = node_at(visits, "online_per_day");
    if (there != NULL && scenario->visits.per_hour > 0) {
        if (places.all - places.online < 2)
            node_trouble(trouble, there, "there is no other site to visit");
        else
            check_room(scenario, there, trouble);
    }
    if (online != NULL && scenario->visits.online_per_hour > 0) {
        if (places.online == 0)
            node_trouble(trouble, online, "no site is online: `sites: [{..., online: yes}]`");
        else
            check_room(scenario, online, trouble);
    }
}

void network_check(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    static const char *const keys[] = {"links", "visits", "experts", "sites", "groups", "people"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (node_at(tree, keys[i]) != NULL && told_about(trouble, node_at(tree, keys[i])))
            return;
    if (scenario->links.form == NULL)
        return;
    check_links(scenario, node_at(tree, "links"), trouble);
    check_visits(scenario, node_at(tree, "visits"), trouble);
}
