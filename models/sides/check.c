/* Mistakes in sides that a table of fields cannot find. */
#include <math.h>
#include <string.h>

#include "checking.h"
#include "knowledge/knowledge.h"
#include "places/places.h"
#include "scenario/quote.h"
#include "sides/sides.h"

static void find_site(const struct checking *checking, struct side_kind *kind, struct node *given)
{
    struct place_range sites;
    if (!places_find(checking, node_at(given, "site"), kind->site,
                     "leave `site` out for a side that is at all sites", &sites))
        return;
    kind->first = sites.first;
    kind->beyond = sites.beyond;
}

/* The shares of the sides that are at the site with this number; `what` names it where sites differ. */
static void check_shares_at(const struct checking *checking, const struct node *list,
                            const struct side_settings *settings, uint32_t site, const char *what)
{
    const double rounding = 0.005; /* three sides of 33.3 % are all */
    const struct side_kind *kinds = settings->kinds.items;
    double sum = 0;
    for (size_t i = 0; i < settings->kinds.count; i++)
        sum += site >= kinds[i].first && site < kinds[i].beyond ? kinds[i].share : 0;
    if (fabs(sum - 1) > rounding && !told_about(checking->trouble, list))
        node_key_trouble(checking->trouble, list, "the shares of the sides%s add up to %g %%, not to 100 %%",
                         what, sum * 100);
}

static void check_shares(const struct checking *checking, const struct node *list,
                         const struct side_settings *settings)
{
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    const struct side_kind *kinds = settings->kinds.items;
    bool differ = false;
    for (size_t i = 0; i < settings->kinds.count; i++)
        differ = differ || kinds[i].site != NULL;
    if (settings->kinds.count == 1)
        node_key_trouble(checking->trouble, list,
                         "one side alone is none: name two at least, or leave them out");
    uint32_t site = 0;
    for (size_t i = 0; settings->kinds.count > 1 && i < places->count; i++) {
        const char *what =
            differ ? arena_print(checking->arena, " at `%s`", quote_of(sites[i].name).text) : "";
        check_shares_at(checking, list, settings, site, what);
        site += (uint32_t)sites[i].count;
    }
}

static void check_names(const struct checking *checking, const struct node *list,
                        const struct side_settings *settings)
{
    const struct side_kind *kinds = settings->kinds.items;
    for (size_t i = 1; i < settings->kinds.count; i++)
        for (size_t j = 0; j < i; j++)
            if (kinds[i].name != NULL && kinds[j].name != NULL && strcmp(kinds[i].name, kinds[j].name) == 0) {
                node_trouble(checking->trouble, node_at(list_element(list, i), "name"),
                             "two sides have this name; each needs its own");
                return;
            }
}

static void check_backlash(const struct checking *checking, struct node *sides,
                           const struct side_settings *settings)
{
    const struct node *given = node_at(sides, node_at(sides, "backlash") != NULL ? "backlash" : "contact");
    if (given != NULL && !told_about(checking->trouble, given) && settings->contact * settings->backlash > 1)
        node_key_trouble(checking->trouble, given,
                         "contact %g times backlash %g is more than 1: a turn that jars would take more than "
                         "all warmth",
                         settings->contact, settings->backlash);
}

/* Without sides nothing else of the section is read. */
static void check_idle(const struct checking *checking, struct node *sides)
{
    for (const struct node *given = sides->first; given != NULL; given = given->next) {
        if (given->key == NULL || strcmp(given->key, "kinds") == 0 || told_about(checking->trouble, given))
            continue;
        node_key_trouble(checking->trouble, given, "`%s` is read with `sides.kinds` only", given->key);
        return;
    }
}

/* How people lean at first is said twice where all matters are contested. */
static void check_start(const struct checking *checking, const struct side_settings *settings)
{
    const struct node *start = node_at(node_at(checking->tree, "knowledge"), "start");
    if (start != NULL && !told_about(checking->trouble, start) && settings->contested_proposals >= 1 &&
        settings->contested_questions >= 1)
        node_key_trouble(checking->trouble, start,
                         "`start` is not read where all proposals and questions are contested: sides say how "
                         "people lean");
}

void sides_check(const struct checking *checking)
{
    struct side_settings *settings = checking_filled(checking, &side_section);
    struct node *sides = node_at(checking->tree, "sides");
    if (sides == NULL)
        return;
    struct node *list = node_at(sides, "kinds");
    if (list == NULL || node_count(list) == 0) {
        check_idle(checking, sides);
        return;
    }
    if (told_about(checking->trouble, list) || !is_sound(checking, "sites"))
        return;
    struct side_kind *kinds = settings->kinds.items;
    for (size_t i = 0; i < settings->kinds.count; i++)
        find_site(checking, &kinds[i], list_element(list, i));
    if (told_about(checking->trouble, list))
        return;
    check_shares(checking, list, settings);
    check_names(checking, list, settings);
    check_backlash(checking, sides, settings);
    check_start(checking, settings);
}
