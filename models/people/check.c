/* Mistakes in who comes when that a table of fields cannot find. */
#include <string.h>

#include "checking.h"
#include "people/presence.h"
#include "places/places.h"

/* Settings without effect unless one of the causes is given. A design may switch a cause off, if it says so
 * itself. */
static const struct idle {
    const char *path;
    const char *causes[4]; /* up to NULL */
} idle[] = {
    {"arrivals.fades", {"arrivals.per_day"}},
    {"arrivals.patience", {"groups.form"}},
    {"arrivals.visit_every", {"groups.form"}},
    {"people.attendance_floor", {"people.attendance_half_life"}},
    {"people.burn_out_load", {"people.burn_out"}},
    {"people.burn_out_memory", {"people.burn_out"}},
    {"people.returns", {"people.drift", "people.burn_out", "groups.form", "shocks"}},
    {"presence.chance", {"presence.occasional"}},
    {"presence.weekday_from", {"presence.daily", "presence.occasional", "presence.online"}},
    {"presence.weekday_until", {"presence.daily", "presence.occasional", "presence.online"}},
    {"presence.weekend_from", {"presence.daily", "presence.occasional", "presence.online"}},
    {"presence.weekend_until", {"presence.daily", "presence.occasional", "presence.online"}},
    {"interests.topics", {"interests.kept", "groups.form", "sparks.routes"}},
    {"interests.focus", {"interests.kept", "groups.form", "sparks.routes"}},
    {"interests.facets_per_topic", {"interests.kept", "groups.form", "sparks.routes"}},
    {"interests.skill", {"interests.kept", "groups.form", "sparks.routes"}},
    {"interests.expert_share", {"interests.kept", "groups.form", "sparks.routes"}},
};

enum { CAUSES = sizeof idle[0].causes / sizeof idle[0].causes[0] };

static const struct node *given_at(struct node *tree, const char *path)
{
    char section[32];
    size_t length = strcspn(path, ".");
    memcpy(section, path, length);
    section[length] = '\0';
    struct node *node = node_at(tree, section);
    return path[length] == '\0' ? node : node_at(node, path + length + 1);
}

static void check_idle(const struct checking *checking)
{
    for (size_t i = 0; i < sizeof idle / sizeof idle[0]; i++) {
        const struct node *given = given_at(checking->tree, idle[i].path);
        const char *causes = NULL;
        bool read = given == NULL || told_about(checking->trouble, given);
        for (int j = 0; j < CAUSES && idle[i].causes[j] != NULL && !read; j++) {
            read = given_at(checking->tree, idle[i].causes[j]) != NULL;
            causes = causes == NULL ? arena_print(checking->arena, "`%s`", idle[i].causes[j])
                                    : arena_print(checking->arena, "%s or `%s`", causes, idle[i].causes[j]);
        }
        if (!read)
            node_key_trouble(checking->trouble, given, "`%s` is read with %s only", given->key, causes);
    }
}

static void check_presence(const struct checking *checking)
{
    const struct presence_settings *presence = checking_settings(checking, &presence_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    struct node *given = node_at(checking->tree, "presence");
    if (given == NULL || told_about(checking->trouble, given))
        return;
    const double rounding = 1e-9;
    double sum = presence->daily + presence->occasional + presence->online;
    if (sum > 1 + rounding)
        node_key_trouble(checking->trouble, given,
                         "%g %% of the people are daily, occasional or online: more than all", sum * 100);
    bool online = false;
    for (size_t i = 0; i < places->count; i++)
        online = online || sites[i].online;
    if (presence->online > 0 && !online)
        node_trouble(checking->trouble, node_at(given, "online"),
                     "these people would never come: no site meets online (`online: yes`)");
}

static void check_factors(const struct checking *checking)
{
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct node *list = node_at(checking->tree, "sites");
    struct node *site = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < places->count && site != NULL; i++, site = site->next) {
        const struct node *factor = node_at(site, "arrivals");
        if (factor != NULL && given_at(checking->tree, "arrivals.per_day") == NULL &&
            !told_about(checking->trouble, site))
            node_key_trouble(checking->trouble, factor,
                             "`arrivals` of a site is read with `arrivals.per_day` only");
    }
}

void people_check(const struct checking *checking)
{
    check_idle(checking);
    check_presence(checking);
    check_factors(checking);
}
