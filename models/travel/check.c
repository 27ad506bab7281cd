/* What people who travel need, and what is given in vain. */
#include "checking.h"
#include "places/places.h"
#include "travel/travel.h"

/* A person who travels needs a place as a guest. */
void travel_check_room(const struct checking *checking, const struct node *where)
{
    const struct people_settings *people = checking_settings(checking, &people_section);
    if (people->guest_room > 0)
        return;
    node_key_trouble(checking->trouble, where,
                     "this needs places for guests at the sites, and there are none");
    trouble_hint(checking->trouble, "say how many in `people.guest_room`");
}

static void check_visits(const struct checking *checking, struct node *visits)
{
    const struct visit_settings *settings = checking_settings(checking, &visit_section);
    struct place_counts places = places_count(checking);
    const struct node *there = node_at(visits, "per_day"), *online = node_at(visits, "online_per_day");
    if (there != NULL && settings->per_hour > 0) {
        if (places.all - places.online < 2)
            node_trouble(checking->trouble, there, "there is no other site to visit");
        else
            travel_check_room(checking, there);
    }
    if (online != NULL && settings->online_per_hour > 0) {
        if (places.online == 0)
            node_trouble(checking->trouble, online, "no site is online: `sites: [{..., online: yes}]`");
        else
            travel_check_room(checking, online);
    }
}

void travel_check_visits(const struct checking *checking)
{
    struct node *visits = node_at(checking->tree, "visits");
    const struct node *sites = node_at(checking->tree, "sites");
    if (visits != NULL && !told_about(checking->trouble, visits) &&
        (sites == NULL || !told_about(checking->trouble, sites)) && is_sound(checking, "people"))
        check_visits(checking, visits);
}
