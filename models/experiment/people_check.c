/* What is wrong with who comes when, beyond a table of fields. */
#include <string.h>

#include "experiment/experiment_parts.h"
#include "knowledge/commons.h"

/* Settings that nobody reads unless something else is there. A design may switch that off, where it says so
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
    {"interests.topics", {"interests.kept", "groups.form"}},
    {"interests.focus", {"interests.kept", "groups.form"}},
    {"interests.facets_per_topic", {"interests.kept", "groups.form"}},
    {"interests.skill", {"interests.kept", "groups.form"}},
    {"interests.expert_share", {"interests.kept", "groups.form"}},
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

static void check_idle(struct node *tree, struct arena *arena, struct trouble *trouble)
{
    for (size_t i = 0; i < sizeof idle / sizeof idle[0]; i++) {
        const struct node *given = given_at(tree, idle[i].path);
        const char *causes = NULL;
        bool read = given == NULL || told_about(trouble, given);
        for (int j = 0; j < CAUSES && idle[i].causes[j] != NULL && !read; j++) {
            read = given_at(tree, idle[i].causes[j]) != NULL;
            causes = causes == NULL ? arena_print(arena, "`%s`", idle[i].causes[j])
                                    : arena_print(arena, "%s or `%s`", causes, idle[i].causes[j]);
        }
        if (!read)
            node_key_trouble(trouble, given, "`%s` is read with %s only", given->key, causes);
    }
}

static void check_presence(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct presence_settings *presence = &scenario->presence;
    const struct site_settings *sites = scenario->sites.items;
    struct node *given = node_at(tree, "presence");
    if (given == NULL || told_about(trouble, given))
        return;
    const double rounding = 1e-9;
    double sum = presence->daily + presence->occasional + presence->online;
    if (sum > 1 + rounding)
        node_key_trouble(trouble, given, "%g %% of the people are daily, occasional or online: more than all",
                         sum * 100);
    bool online = false;
    for (size_t i = 0; i < scenario->sites.count; i++)
        online = online || sites[i].online;
    if (presence->online > 0 && !online)
        node_trouble(trouble, node_at(given, "online"),
                     "these people would never come: no site meets online (`online: yes`)");
}

static void check_commons(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct interest_settings *interests = &scenario->interests;
    struct node *given = node_at(tree, "interests");
    if (given == NULL || told_about(trouble, given) ||
        interests->topics * interests->facets_per_topic <= MOST_KNOW_HOW)
        return;
    node_key_trouble(
        trouble, given, "%lld topics of %lld facets are more than %d facets, the most there can be",
        (long long)interests->topics, (long long)interests->facets_per_topic, (int)MOST_KNOW_HOW);
}

/* A matrix of weights, or a list of susceptibilities, is of those who are there from the start. */
static void check_lists(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    struct node *opinions = node_at(tree, "opinions");
    const char *const keys[] = {"weights", "susceptibility"};
    bool others = scenario->arrivals.per_hour > 0 || scenario->people.guest_room > 0;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && others; i++) {
        const struct node *given = node_at(opinions, keys[i]);
        if (given != NULL && !told_about(trouble, given) && node_count(given) > 0)
            node_key_trouble(trouble, given, "`%s` has no numbers for people who come during the run",
                             keys[i]);
    }
}

static void check_factors(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct node *list = node_at(tree, "sites");
    struct node *site = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < scenario->sites.count && site != NULL; i++, site = site->next) {
        const struct node *factor = node_at(site, "arrivals");
        if (factor != NULL && given_at(tree, "arrivals.per_day") == NULL && !told_about(trouble, site))
            node_key_trouble(trouble, factor, "`arrivals` of a site is read with `arrivals.per_day` only");
    }
}

void people_check(const struct scenario *scenario, struct node *tree, struct arena *arena,
                  struct trouble *trouble)
{
    check_idle(tree, arena, trouble);
    check_presence(scenario, tree, trouble);
    check_commons(scenario, tree, trouble);
    check_lists(scenario, tree, trouble);
    check_factors(scenario, tree, trouble);
}
