/* Following a session as a mechanism (mechanism.h). */
#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "follow/follow_parts.h"
#include "gathering/gathering.h"
#include "mechanism.h"
#include "places/places.h"

static bool is_asked_for(const struct scenario *scenario)
{
    const struct follow_settings *settings = scenario_settings(scenario, &follow_section);
    return settings->session > 0;
}

static void *follow_create(const struct setup *setup)
{
    const struct follow_settings *settings = setup_settings(setup, &follow_section);
    bool here = settings->session > 0 && site_index(setup->site) == settings->site_number;
    return here && gathering_of(setup->parts) != NULL ? follow_new(settings, setup->arena) : NULL;
}

/* Whether `name` is one of several sites of a kind, "camp 3": which, from 0. */
static bool is_numbered(const char *name, const struct site_settings *kind, uint32_t *which)
{
    if (kind->name == NULL || kind->count < 2)
        return false;
    size_t length = strlen(kind->name);
    if (strncmp(name, kind->name, length) != 0 || name[length] != ' ')
        return false;
    char *end;
    unsigned long number = strtoul(name + length + 1, &end, 10);
    *which = (uint32_t)number - 1;
    return *end == '\0' && end != name + length + 1 && number >= 1 && number <= (unsigned long)kind->count;
}

static void find_site(const struct checking *checking, struct follow_settings *settings, struct node *given)
{
    const struct field_list *kinds = checking_settings(checking, &site_section);
    const struct site_settings *sites = kinds->items;
    struct place_range range;
    uint32_t next = 0, which;
    for (size_t i = 0; i < kinds->count; i++) {
        if (is_numbered(settings->site, &sites[i], &which)) {
            settings->site_number = next + which;
            return;
        }
        next += (uint32_t)sites[i].count;
    }
    if (places_find(checking, node_at(given, "site"), settings->site, "leave `site` out for the first one",
                    &range))
        settings->site_number = range.first;
}

static void follow_check(const struct checking *checking)
{
    struct follow_settings *settings = checking_filled(checking, &follow_section);
    struct node *given = node_at(checking->tree, "follow");
    if (given == NULL || !is_sound(checking, "follow"))
        return;
    if (settings->site != NULL && settings->session == 0)
        node_key_trouble(checking->trouble, node_at(given, "site"),
                         "`follow.site` needs `follow.session`: which session of the site is followed");
    else if (settings->site != NULL)
        find_site(checking, settings, given);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "follow", 0, LEFT_OUT), MEANS("A session that is followed turn by turn"), INSIDE(&follow_section)}, .in_use = is_asked_for},
};
// clang-format on

static const struct chapter *const chapters[] = {&follow_chapter, NULL};

extern const struct mechanism follow_mechanism;
const struct mechanism follow_mechanism = {
    .choice = {"follow", "one session, followed turn by turn, where a scenario asks for it",
               "models/README.md, follow"},
    .number = FOLLOW_NUMBER,
    SECTIONS(sections),
    .hears = {.stage_begins = follow_stage_begins,
              .person_sits_down = follow_sits_down,
              .turn_heard = follow_hears_turn,
              .circle_closes = follow_circle_closes,
              .consensus_is_called = follow_consensus,
              .proposal_decided = follow_decided,
              .proposal_is_tabled = follow_tabled,
              .calendar_session_closes = follow_session_closes},
    .chapters = chapters,
    .check = follow_check,
    .create = follow_create,
};
