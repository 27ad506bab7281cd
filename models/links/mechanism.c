/* Links as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "checking.h"
#include "links/calls.h"
#include "links/experts.h"
#include "links/links.h"
#include "links/merging.h"
#include "links/numbers.h"
#include "places/places.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_GROUP_SEEKS, "group seeks", on_group_seeks},
    {EVENT_LINK_SOUGHT, "link sought", on_link_sought},
    {EVENT_LINK_MADE, "link made", on_link_made},
    {EVENT_LINK_ENDED, "link ended", on_link_ended},
    {EVENT_LINK_FADES, "link fades", on_link_fades},
    {EVENT_LINK_CALLS, "link calls", on_link_calls},
    {EVENT_LINK_INVITED, "link invited", on_link_invited},
    {EVENT_LINK_TOLD, "link told", on_link_told},
    {EVENT_GROUP_CALLED, "group called", on_group_called},
    {EVENT_EXPERT_COMES, "expert comes", on_expert_comes},
};
// clang-format on

static void group_is_born(struct site *site, const struct group *group)
{
    links_group_born(site, group);
    experts_group_born(site, group);
}

static void traveller_comes(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    call_begins(site, guest, purpose, number);
    follower_joins(site, guest, purpose, number);
}

static void *links_create(const struct setup *setup)
{
    const struct links_plan plan = {
        .settings = setup_settings(setup, &link_section),
        .experts = setup_settings(setup, &expert_section),
        .map = setup->map,
    };
    return plan.settings->form->seeks ? links_new(&plan, setup->luck, site_index(setup->site), setup->arena)
                                      : NULL;
}

static void links_wish(const struct scenario *scenario, struct wishes *wishes)
{
    const struct link_settings *links = scenario_settings(scenario, &link_section);
    wishes->travel = wishes->travel || links->form->seeks;
    wishes->nearness = links->nearness;
}

extern const struct chapter link_chapter;
static const struct chapter *const chapters[] = {&link_chapter, NULL};

static bool groups_seek(const struct scenario *scenario)
{
    const struct link_settings *links = scenario_settings(scenario, &link_section);
    return links->form->seeks;
}

static bool experts_come(const struct scenario *scenario)
{
    const struct expert_settings *experts = scenario_settings(scenario, &expert_section);
    return experts->per_hour > 0;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "links", 0, LEFT_OUT), MEANS("Links between working groups of different sites"), INSIDE(&link_section)}, .in_use = groups_seek},
    {.field = {FIELD(SECTION, "experts", 0, LEFT_OUT), MEANS("Experts from outside the movement"), INSIDE(&expert_section)}, .in_use = experts_come},
};
// clang-format on

static void calls_held(const struct checking *checking, held_found *found, void *finder)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    struct link_settings *links = checking_filled(checking, &link_section);
    struct node *map = node_at(node_at(checking->tree, "links"), "calls");
    if (map != NULL)
        found(&(struct held_line){map, links->calls.hold, &links->calls.method,
                                  groups->form && links->calls.hold != NULL,
                                  "Delegates of two linked groups call each other", links->calls.every,
                                  links->calls.lasts},
              finder);
}

extern const struct mechanism links_mechanism;
const struct mechanism links_mechanism = {
    .choice = {"links",
               "links between working groups of different sites, calls on them, groups that merge, experts",
               "models/README.md, links"},
    .number = LINKS_NUMBER,
    SECTIONS(sections),
    .held = calls_held,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.group_born = group_is_born,
              .group_ends = links_group_ends,
              .member_parts = follower_parts,
              .session_closes = call_closes,
              .traveller_comes = traveller_comes,
              .traveller_turned_away = call_is_turned_away},
    .chapters = chapters,
    .check = links_check,
    .wish = links_wish,
    .create = links_create,
    .settle = links_settle,
};
