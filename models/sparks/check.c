/* What tables of settings cannot say of sparks; and which sites and inquiries names mean. */
#include <math.h>
#include <string.h>

#include "checking.h"
#include "gathering/verbs.h"
#include "groups/groups.h"
#include "inquiries/inquiries.h"
#include "people/interests.h"
#include "places/places.h"
#include "scenario.h"
#include "sparks/sparks.h"

static const struct spark_settings *settings_of(const struct checking *checking)
{
    return checking_settings(checking, &spark_section);
}

static struct node *where_of(struct node *map, const char *key)
{
    struct node *given = node_at(map, key);
    return given == NULL ? map : given;
}

/* --- kinds --- */

static bool has_name_before(const struct spark_kind *kinds, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (kinds[i].name != NULL && kinds[index].name != NULL &&
            strcmp(kinds[i].name, kinds[index].name) == 0)
            return true;
    return false;
}

static void check_kind(const struct checking *checking, struct spark_kind *kinds, size_t index,
                       struct node *map)
{
    const struct field_list *inquiries = checking_settings(checking, &inquiry_section);
    struct spark_kind *kind = &kinds[index];
    kind->inquiry_number = inquiry_number(inquiries, kind->inquiry);
    if (map == NULL || told_about(checking->trouble, map))
        return;
    if (has_name_before(kinds, index))
        node_trouble(checking->trouble, where_of(map, "name"), "two kinds of sparks have this name");
    else if (kind->inquiry != NULL && kind->inquiry_number == 0)
        node_trouble(checking->trouble, where_of(map, "inquiry"), "no inquiry has this name (`inquiries`)");
    else if (node_at(map, "people") != NULL && !kind->asks->talks)
        node_key_trouble(checking->trouble, node_at(map, "people"),
                         "`people` is read with `asks: talk` only");
}

static void check_kinds(const struct checking *checking)
{
    struct field_list *list = checking_filled(checking, &spark_kind_section);
    struct spark_kind *kinds = list->items;
    const struct node *all = node_at(checking->tree, "spark_kinds");
    double shares = 0;
    for (size_t i = 0; i < list->count; i++) {
        check_kind(checking, kinds, i, list_element(all, i));
        shares += kinds[i].share;
    }
    if (shares <= 0 && settings_of(checking)->routes.count > 0 &&
        (all == NULL || !told_about(checking->trouble, all)))
        node_key_trouble(checking->trouble, all == NULL ? node_at(checking->tree, "sparks") : all,
                         "no kind of spark has any `share`, so no spark could be of one");
}

/* --- sessions --- */

static const char *unfit_for_sparks(const struct method *method)
{
    const struct stage *stages = method == NULL ? NULL : method->stages.items;
    for (size_t i = 0; stages != NULL && i < method->stages.count; i++) {
        if (stages[i].verb->decides)
            return "this method decides proposals of the assembly, and a session of a spark cannot";
        if (stages[i].verb->commits)
            return "this method commits people to working groups (`do: commit`), and a session of a spark "
                   "cannot";
        if (stages[i].matter->of_inquiry)
            return "this method talks about the inquiry of a line of the calendar, and a session of a spark "
                   "has none; write `matter: own`";
        if (stages[i].seating->delegates_talk)
            return "this method seats delegates, and nobody sends one to a session of a spark";
        if (stages[i].informants > 0)
            return "this method has informants, and a session of a spark has no line of the calendar that "
                   "they come for";
    }
    return NULL;
}

static void check_hold(const struct checking *checking, const struct node *hold, const struct method *method)
{
    const char *refusal = unfit_for_sparks(method);
    if (hold != NULL && refusal != NULL && !told_about(checking->trouble, hold))
        node_trouble(checking->trouble, hold, "%s", refusal);
}

static bool anything_is_decided(const struct checking *checking)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++) {
        if (lines[i].method == NULL)
            return true; /* nothing is known of it */
        const struct stage *stages = lines[i].method->stages.items;
        for (size_t j = 0; j < lines[i].method->stages.count; j++)
            if (stages[j].verb->decides)
                return true;
    }
    return false;
}

/* --- routes --- */

/* Which keys a route reads. */
static const char *foreign_key(const struct spark_route *route, struct node *map)
{
    static const char *const of_groups[] = {"category", "approval"};
    static const char *const of_anybody[] = {"people", "calls", "asks", "post"};
    static const char *const of_sessions[] = {"hold", "for"};
    static const char *const of_times[] = {"first", "every"};
    for (size_t i = 0; i < sizeof of_groups / sizeof of_groups[0]; i++)
        if (!route->by->by_group && node_at(map, of_groups[i]) != NULL)
            return of_groups[i];
    for (size_t i = 0; i < sizeof of_anybody / sizeof of_anybody[0]; i++)
        if (!route->by->by_anybody && node_at(map, of_anybody[i]) != NULL)
            return of_anybody[i];
    for (size_t i = 0; i < sizeof of_sessions / sizeof of_sessions[0]; i++)
        if (!route->by->by_anybody && !route->by->by_group && node_at(map, of_sessions[i]) != NULL)
            return of_sessions[i];
    for (size_t i = 0; i < sizeof of_times / sizeof of_times[0]; i++)
        if (route->by->by_anybody && node_at(map, of_times[i]) != NULL)
            return of_times[i];
    static const char *const of_harvests[] = {"take", "record"};
    for (size_t i = 0; i < sizeof of_harvests / sizeof of_harvests[0]; i++)
        if (!route->by->harvests && node_at(map, of_harvests[i]) != NULL)
            return of_harvests[i];
    return route->by->by_anybody && node_at(map, "audiences") != NULL ? "audiences" : NULL;
}

static bool anything_is_posted(const struct spark_settings *settings)
{
    const struct spark_route *routes = settings->routes.items;
    for (size_t i = 0; i < settings->routes.count; i++)
        if (routes[i].by != NULL && routes[i].by->by_anybody && routes[i].post > 0)
            return true;
    return false;
}

static void check_by_group(const struct checking *checking, const struct spark_route *route, struct node *map)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    int category = route->category->category;
    if (!groups->form)
        node_trouble(checking->trouble, where_of(map, "by"),
                     "sparks of working groups need working groups: `groups: {form: yes}`");
    else if (category >= 0 && groups->category[category].share <= 0)
        node_trouble(checking->trouble, where_of(map, "category"),
                     "no group is of this category: its `share` is 0 (`groups.%s`)",
                     route->category->choice.name);
    else if (route->approval && !anything_is_decided(checking))
        node_trouble(checking->trouble, where_of(map, "approval"),
                     "sparks wait for approval, and no session of the calendar decides anything");
}

static void check_route(const struct checking *checking, const struct spark_route *route, struct node *map)
{
    const char *foreign = foreign_key(route, map);
    if (foreign != NULL)
        node_key_trouble(checking->trouble, node_at(map, foreign), "`%s` is not read with `by: %s`", foreign,
                         route->by->choice.name);
    else if (route->by->by_group)
        check_by_group(checking, route, map);
    else if (route->by->by_anybody && route->session.hold == NULL)
        node_trouble(checking->trouble, where_of(map, "by"),
                     "people come together where `hold` names a method, and it is missing");
    else if (route->by->by_anybody && route->people > route->asks + 1)
        node_trouble(checking->trouble, where_of(map, "people"),
                     "who calls asks %lld others, so %lld never come together (`asks`)",
                     (long long)route->asks, (long long)route->people);
    else if (route->record && !sparks_have_inquiry(checking->scenario))
        node_trouble(checking->trouble, where_of(map, "record"),
                     "nothing comes in that could hang as a record: no kind of spark has an inquiry "
                     "(`spark_kinds`)");
    else if (route->by->harvests && !route->record && !anything_is_posted(settings_of(checking)))
        node_trouble(checking->trouble, where_of(map, "by"),
                     "there is nothing to harvest: sparks are posted where another route is `by: anybody`, "
                     "with some `post`");
    if (!told_about(checking->trouble, map))
        check_hold(checking, node_at(map, "hold"), route->session.method);
}

static void find_site(const struct checking *checking, struct spark_route *route, struct node *map)
{
    const struct node *places = node_at(checking->tree, "sites");
    struct place_range sites;
    if (route->site == NULL || node_at(map, "site") == NULL || places == NULL ||
        told_about(checking->trouble, places) ||
        !places_find(checking, node_at(map, "site"), route->site, "leave `site` out for all sites", &sites))
        return;
    route->site_first = sites.first;
    route->site_beyond = sites.beyond;
}

static void check_routes(const struct checking *checking, struct node *sparks)
{
    struct spark_settings *settings = checking_filled(checking, &spark_section);
    struct spark_route *routes = settings->routes.items;
    const struct node *list = node_at(sparks, "routes");
    for (size_t i = 0; i < settings->routes.count; i++) {
        struct node *map = list_element(list, i);
        if (map == NULL || told_about(checking->trouble, map) || routes[i].by == NULL)
            continue;
        check_route(checking, &routes[i], map);
        find_site(checking, &routes[i], map);
    }
}

/* --- passing on --- */

static void check_flows(const struct checking *checking, struct node *sparks)
{
    struct spark_settings *settings = checking_filled(checking, &spark_section);
    struct spark_flow *flows = settings->flows.items;
    const struct node *list = node_at(sparks, "flows"), *places = node_at(checking->tree, "sites");
    if (list == NULL || (places != NULL && told_about(checking->trouble, places)))
        return;
    for (size_t i = 0; i < settings->flows.count; i++) {
        struct node *map = list_element(list, i);
        struct place_range from, to;
        if (map == NULL || told_about(checking->trouble, map) ||
            !places_find(checking, node_at(map, "from"), flows[i].from, NULL, &from) ||
            !places_find(checking, node_at(map, "to"), flows[i].to, NULL, &to))
            continue;
        flows[i].from_first = from.first;
        flows[i].from_beyond = from.beyond;
        flows[i].to_first = to.first;
        flows[i].to_beyond = to.beyond;
    }
    static const char *const replaced[] = {"passes", "mix"};
    for (size_t i = 0; i < sizeof replaced / sizeof replaced[0]; i++)
        if (settings->flows.count > 0 && node_at(sparks, replaced[i]) != NULL &&
            !told_about(checking->trouble, node_at(sparks, replaced[i])))
            node_key_trouble(checking->trouble, node_at(sparks, replaced[i]),
                             "`%s` is not read where `flows` say who passes sparks on to whom", replaced[i]);
}

static bool public_hears(const struct spark_settings *settings)
{
    return settings->reach.of_public > 0 || settings->reach.contacts > 0 ||
           (settings->flows.count == 0 && settings->mix.of_public > 0);
}

static void check_passing(const struct checking *checking, struct node *sparks)
{
    const struct spark_settings *settings = settings_of(checking);
    const struct spark_mix *mix = &settings->mix;
    struct node *given = node_at(sparks, "mix");
    if (given != NULL && !told_about(checking->trouble, given) &&
        fabs(mix->own + mix->others + mix->of_public - 1) > 1e-9)
        node_key_trouble(checking->trouble, given,
                         "`own`, `others` and `public` make %g %% together, not 100 %%",
                         (mix->own + mix->others + mix->of_public) * 100);
    struct node *passes =
        node_at(sparks, "passes") != NULL ? node_at(sparks, "passes") : where_of(sparks, "uptake");
    if (public_hears(settings) && settings->passes * settings->uptake >= 1 &&
        !told_about(checking->trouble, passes))
        node_key_trouble(checking->trouble, passes,
                         "each active person makes %g others of the public active, `passes` times `uptake`; "
                         "with 1 or more a cascade there does not end",
                         settings->passes * settings->uptake);
}

/* --- what is given in vain --- */

static void check_vain(const struct checking *checking, struct node *sparks)
{
    const struct interest_settings *interests = checking_settings(checking, &interest_section);
    const struct spark_settings *settings = settings_of(checking);
    static const char *const of_inquiries[] = {"contributes", "urgent", "urgency"};
    struct node *breadth = node_at(sparks, "breadth");
    if (breadth != NULL && node_at(sparks, "anchor") == NULL)
        node_key_trouble(checking->trouble, breadth,
                         "`breadth` is read where sparks take the common concept (`anchor`)");
    else if (settings->anchor > 0 && settings->breadth > interests->topics)
        node_key_trouble(checking->trouble, where_of(sparks, "breadth"),
                         "the common concept cannot be spread over %lld topics, there are %lld "
                         "(`interests.topics`)",
                         (long long)settings->breadth, (long long)interests->topics);
    for (size_t i = 0; i < sizeof of_inquiries / sizeof of_inquiries[0]; i++) {
        const struct node *given = node_at(sparks, of_inquiries[i]);
        if (given != NULL && !sparks_have_inquiry(checking->scenario))
            node_key_trouble(checking->trouble, given,
                             "`%s` is about inquiries, and no kind of spark has one (`spark_kinds`)",
                             of_inquiries[i]);
    }
}

static bool some_talk_about_an_inquiry(const struct scenario *scenario)
{
    const struct field_list *list = scenario_settings(scenario, &spark_kind_section);
    const struct spark_kind *kinds = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (kinds[i].asks != NULL && kinds[i].asks->talks && kinds[i].inquiry != NULL)
            return true;
    return false;
}

static void check_talks(const struct checking *checking, struct node *talks)
{
    const struct spark_talks *settings = &settings_of(checking)->talks;
    struct node *contribute = node_at(talks, "contribute");
    if (contribute != NULL && settings->session.hold == NULL)
        node_key_trouble(checking->trouble, contribute,
                         "nobody talks: `contribute` is read where `hold` names a method");
    else if (contribute != NULL && !some_talk_about_an_inquiry(checking->scenario))
        node_key_trouble(checking->trouble, contribute,
                         "`contribute` is about inquiries, and no kind of spark that asks to talk has one "
                         "(`spark_kinds`)");
    check_hold(checking, node_at(talks, "hold"), settings->session.method);
}

void sparks_check(const struct checking *checking)
{
    struct node *sparks = node_at(checking->tree, "sparks");
    check_kinds(checking);
    if (sparks == NULL || sparks->kind != NODE_MAP || told_about(checking->trouble, sparks))
        return;
    if (node_at(sparks, "routes") == NULL && node_count(sparks) > 0) {
        node_key_trouble(checking->trouble, sparks->first,
                         "without `routes` there are no sparks, and `%s` is not read", sparks->first->key);
        return;
    }
    check_routes(checking, sparks);
    check_flows(checking, sparks);
    check_passing(checking, sparks);
    check_vain(checking, sparks);
    check_talks(checking, node_at(sparks, "talks"));
}

/* --- what is there --- */

bool sparks_come(const struct scenario *scenario)
{
    const struct spark_settings *settings = scenario_settings(scenario, &spark_section);
    return settings->routes.count > 0;
}

bool sparks_have_inquiry(const struct scenario *scenario)
{
    const struct field_list *kinds = scenario_settings(scenario, &spark_kind_section);
    const struct spark_kind *all = kinds->items;
    for (size_t i = 0; sparks_come(scenario) && i < kinds->count; i++)
        if (all[i].inquiry != NULL)
            return true;
    return false;
}

/* A design without sparks keeps the kinds that others have: no mistake. */
void sparks_note(const struct checking *checking)
{
    const struct node *kinds = node_at(checking->tree, "spark_kinds");
    if (kinds != NULL && settings_of(checking)->routes.count == 0)
        checking_note(checking, kinds,
                      "note: there are no sparks (`sparks.routes`) that could be of these kinds");
    if (settings_of(checking)->travel && !checking->scenario->wishes.travel)
        checking_note(checking, node_at(node_at(checking->tree, "sparks"), "travel"),
                      "note: nobody goes to another site (`visits`), so no spark travels");
}
