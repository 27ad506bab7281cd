/* Mistakes in records and forums that a table of fields cannot find; and to which sites records go. */
#include <string.h>

#include "checking.h"
#include "gathering/gathering.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"
#include "records/records.h"

/* --- where records go --- */

static bool is_word(const struct node *to, const char *word)
{
    return to->kind == NODE_SCALAR && strcmp(to->text, word) == 0;
}

/* Sites of a kind go by the name of the kind. */
static bool names_site(const struct node *to, const char *name)
{
    if (to == NULL || is_word(to, "nowhere"))
        return false;
    if (to->kind != NODE_LIST)
        return is_word(to, "all") || is_word(to, name);
    for (const struct node *one = to->first; one != NULL; one = one->next)
        if (is_word(one, name))
            return true;
    return false;
}

static void check_site(const struct checking *checking, const struct node *name)
{
    struct place_range sites;
    if (name->kind != NODE_SCALAR || *name->text == '\0')
        node_trouble(checking->trouble, name,
                     "`to` is `all`, `nowhere`, the name of a site, or a list of several: `[North, South]`");
    else
        places_find(checking, name, name->text, "write `all` for all sites", &sites);
}

static void check_to(const struct checking *checking, const struct node *to)
{
    if (is_word(to, "all") || is_word(to, "nowhere"))
        return;
    if (to->kind != NODE_LIST)
        check_site(checking, to);
    else if (to->first == NULL)
        node_trouble(checking->trouble, to, "this list names no site; write `nowhere`");
    for (const struct node *one = to->kind == NODE_LIST ? to->first : NULL; one != NULL; one = one->next)
        check_site(checking, one);
}

void records_complete(struct scenario *scenario, struct arena *arena)
{
    const struct field_list *kinds = scenario_settings(scenario, &site_section);
    const struct site_settings *sites = kinds->items;
    struct record_settings *settings = scenario_filled(scenario, &record_section);
    bool *goes_to = ARENA_NEW(arena, bool, scenario->places.count + 1);
    size_t next = 0;
    for (size_t kind = 0; kind < kinds->count; kind++)
        for (int64_t number = 0; number < sites[kind].count; number++)
            goes_to[next++] = names_site(settings->to, sites[kind].name);
    settings->goes_to = goes_to;
}

/* --- forums --- */

static void check_forums(const struct checking *checking, const struct node *places)
{
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct field_list *asked = checking_settings(checking, &inquiry_section);
    const struct site_settings *sites = list->items;
    struct node *place = places->first;
    for (size_t i = 0; i < list->count && place != NULL; i++, place = place->next) {
        const struct node *forum = node_at(place, "forum");
        if (forum == NULL || !sites[i].forum || told_about(checking->trouble, place))
            continue;
        if (!sites[i].online)
            node_trouble(checking->trouble, forum, "a forum is at a site that is online (`online: yes`)");
        else if (asked->count == 0)
            node_trouble(checking->trouble, forum,
                         "a forum has a thread for each inquiry, and there are no `inquiries`");
    }
}

void records_check(const struct checking *checking)
{
    struct node *records = node_at(checking->tree, "records");
    const struct node *places = node_at(checking->tree, "sites");
    if (places == NULL || told_about(checking->trouble, places))
        return;
    check_forums(checking, places);
    const struct node *to = records == NULL ? NULL : node_at(records, "to");
    if (to != NULL && !told_about(checking->trouble, records))
        check_to(checking, to);
}

/* --- what is there --- */

static bool leaves_record(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].record)
            return true;
    return false;
}

static bool any_line_leaves_record(const struct field_list *calendar)
{
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (lines[i].method != NULL && leaves_record(lines[i].method))
            return true;
    return false;
}

static bool any_site_has_forum(const struct field_list *places)
{
    const struct site_settings *sites = places->items;
    for (size_t i = 0; i < places->count; i++)
        if (sites[i].forum)
            return true;
    return false;
}

bool records_are_expected(const struct checking *checking)
{
    return checking->scenario->wishes.records ||
           any_line_leaves_record(checking_settings(checking, &calendar_section));
}

bool records_are_kept(const struct scenario *scenario)
{
    return scenario->wishes.records || any_line_leaves_record(scenario_settings(scenario, &calendar_section));
}

bool records_have_forum(const struct scenario *scenario)
{
    return any_site_has_forum(scenario_settings(scenario, &site_section));
}

/* A design that cuts off the records or the forum of another one keeps its settings: no mistake. */
void records_note(const struct checking *checking)
{
    const struct node *records = node_at(checking->tree, "records"),
                      *forum = node_at(checking->tree, "forum");
    bool kept = records_are_expected(checking);
    bool posted = any_site_has_forum(checking_settings(checking, &site_section));
    if (records != NULL && !kept && !posted)
        checking_note(checking, records,
                      "note: there is nothing to read: no stage of a method leaves a record (`record: yes`), "
                      "and no site has a forum");
    if (forum != NULL && !posted)
        checking_note(checking, forum, "note: nobody posts: no site has a forum (`forum: yes`)");
}
