/* Which sites the shocks of a scenario come to, and what cannot be meant. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"

enum { MOST_SHOCKS = 20000 };

struct shock_place {
    const struct scenario *scenario;
    struct trouble *trouble;
};

static void say_nearest_site(const struct shock_place *place, const char *name)
{
    const struct site_settings *sites = place->scenario->sites.items;
    size_t count = 0;
    const char **names = must_allocate(place->scenario->sites.count + 1, sizeof *names);
    for (size_t i = 0; i < place->scenario->sites.count; i++)
        if (sites[i].name != NULL)
            names[count++] = sites[i].name;
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(place->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(place->trouble, "leave `site` out for a shock that comes to all sites");
    free(names);
}

/* Sites of a kind stand one after the other; the name of the kind means all of them. */
static void find_sites(const struct shock_place *place, struct shock_settings *shock, struct node *entry)
{
    const struct site_settings *sites = place->scenario->sites.items;
    uint32_t next = 0;
    bool found = false;
    for (size_t i = 0; i < place->scenario->sites.count; i++) {
        uint32_t beyond = next + (uint32_t)sites[i].count;
        if (!found && shock->site != NULL && sites[i].name != NULL &&
            strcmp(shock->site, sites[i].name) == 0) {
            shock->first = next;
            shock->beyond = beyond;
            found = true;
        }
        next = beyond;
    }
    if (shock->site == NULL)
        shock->beyond = next;
    else if (!found) {
        node_trouble(place->trouble, node_at(entry, "site"), "there is no site of this name");
        say_nearest_site(place, shock->site);
    }
}

static void check_entry(const struct shock_place *place, const struct shock_settings *shock,
                        struct node *entry)
{
    bool dated = node_at(entry, "at") != NULL, random = node_at(entry, "per_day") != NULL;
    if (dated && random)
        node_trouble(place->trouble, entry, "a shock comes either `at` an instant or `per_day`, not both");
    else if (!dated && !random)
        node_trouble(place->trouble, entry,
                     "this shock never comes; say when (`at: 10 d`) or how often (`per_day: 0.02 /d`)");
    static const char *const of_closing[] = {"closed_for", "leave", "scattered"};
    for (size_t i = 0; i < sizeof of_closing / sizeof of_closing[0]; i++) {
        const struct node *given = node_at(entry, of_closing[i]);
        if (given != NULL && node_at(entry, "closes") != NULL && shock->closes <= 0)
            node_trouble(place->trouble, given, "`%s` does nothing where `closes` is 0 %%", of_closing[i]);
    }
}

void shocks_find(struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    static const char *const lists[SHOCK_KINDS] = {"raids", "cold", "media"};
    struct node *section = node_at(tree, "shocks");
    const struct node *sites = node_at(tree, "sites");
    if (section == NULL || sites == NULL || told_about(trouble, section) || told_about(trouble, sites))
        return;
    struct shock_place place = {scenario, trouble};
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++) {
        struct shock_settings *shocks = scenario->shocks.of[kind].items;
        const struct node *list = node_at(section, lists[kind]);
        struct node *entry = list == NULL ? NULL : list->first;
        for (size_t i = 0; i < scenario->shocks.of[kind].count && entry != NULL; i++, entry = entry->next) {
            find_sites(&place, &shocks[i], entry);
            check_entry(&place, &shocks[i], entry);
        }
    }
    double expected = shocks_expected(&scenario->shocks, scenario->lasts);
    if (expected > MOST_SHOCKS)
        node_key_trouble(trouble, section,
                         "about %.0f shocks would come in a run, more than %d, the most there can be",
                         expected, (int)MOST_SHOCKS);
}
