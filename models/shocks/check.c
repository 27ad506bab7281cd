/* Which sites the shocks of a scenario come to, and shocks that make no sense. */
#include <string.h>

#include "checking.h"
#include "places/places.h"
#include "shocks/shocks.h"

enum { MOST_SHOCKS = 20000 };

static void find_sites(const struct checking *checking, struct shock_settings *shock, struct node *entry)
{
    struct place_range sites;
    if (!places_find(checking, node_at(entry, "site"), shock->site,
                     "leave `site` out for a shock that comes to all sites", &sites))
        return;
    shock->first = sites.first;
    shock->beyond = sites.beyond;
}

static void check_entry(const struct checking *checking, const struct shock_settings *shock,
                        struct node *entry)
{
    bool dated = node_at(entry, "at") != NULL, random = node_at(entry, "per_day") != NULL;
    if (dated && random)
        node_trouble(checking->trouble, entry, "a shock comes either `at` an instant or `per_day`, not both");
    else if (!dated && !random)
        node_trouble(checking->trouble, entry,
                     "this shock never comes; say when (`at: 10 d`) or how often (`per_day: 0.02 /d`)");
    static const char *const of_closing[] = {"closed_for", "leave", "scattered"};
    for (size_t i = 0; i < sizeof of_closing / sizeof of_closing[0]; i++) {
        const struct node *given = node_at(entry, of_closing[i]);
        if (given != NULL && node_at(entry, "closes") != NULL && shock->closes <= 0)
            node_trouble(checking->trouble, given, "`%s` does nothing where `closes` is 0 %%", of_closing[i]);
    }
}

void shocks_check(const struct checking *checking)
{
    static const char *const lists[SHOCK_KINDS] = {"raids", "cold", "media"};
    const struct shocks_settings *settings = checking_settings(checking, &shocks_section);
    struct node *section = node_at(checking->tree, "shocks");
    const struct node *sites = node_at(checking->tree, "sites");
    if (section == NULL || sites == NULL || told_in_reading(checking, section) ||
        told_in_reading(checking, sites))
        return;
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++) {
        struct shock_settings *shocks = settings->of[kind].items;
        const struct node *list = node_at(section, lists[kind]);
        struct node *entry = list == NULL ? NULL : list->first;
        for (size_t i = 0; i < settings->of[kind].count && entry != NULL; i++, entry = entry->next) {
            find_sites(checking, &shocks[i], entry);
            check_entry(checking, &shocks[i], entry);
        }
    }
    double expected = shocks_expected(settings, checking->lasts);
    if (expected > MOST_SHOCKS)
        node_key_trouble(checking->trouble, section,
                         "about %.0f shocks would come in a run, more than %d, the most there can be",
                         expected, (int)MOST_SHOCKS);
}
