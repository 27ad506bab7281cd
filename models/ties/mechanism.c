/* Ties as a mechanism (mechanism.h). */
#include "mechanism.h"

#include "checking.h"
#include "people/arrivals.h"
#include "places/places.h"
#include "ties/ties_parts.h"

static bool there_are_ties(const struct scenario *scenario)
{
    const struct tie_settings *ties = scenario_settings(scenario, &tie_section);
    return ties->gain > 0;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "ties", 0, LEFT_OUT), MEANS("Ties between people"), INSIDE(&tie_section)}, .in_use = there_are_ties},
};
// clang-format on

static void *ties_create(const struct setup *setup)
{
    const struct tie_settings *settings = setup_settings(setup, &tie_section);
    if (settings->gain <= 0)
        return NULL;
    return ties_new(settings, people_of(setup->parts)->count, setup->arena);
}

/* Each person has a list. */
static struct weight ties_weigh(const struct checking *checking)
{
    const struct tie_settings *settings = checking_settings(checking, &tie_section);
    const struct arrival_settings *arrivals = checking_settings(checking, &arrival_section);
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct weight weight = {0, node_at(checking->tree, "ties")};
    double each = (double)settings->most * (sizeof(uint32_t) + sizeof(double) + sizeof(uint8_t));
    for (size_t i = 0; settings->gain > 0 && i < list->count; i++)
        weight.bytes +=
            (double)sites[i].count * each *
            ((double)sites[i].people + arrivals_expected(arrivals, NULL, sites[i].arrivals, checking->lasts));
    return weight;
}

extern const struct chapter tie_chapter, tie_across_chapter;
static const struct chapter *const chapters[] = {&tie_chapter, &tie_across_chapter, NULL};

extern const struct mechanism ties_mechanism;
const struct mechanism ties_mechanism = {
    .choice = {"ties", "ties between people who hear each other, and what ties hold together",
               "models/README.md, ties"},
    .number = TIES_NUMBER,
    SECTIONS(sections),
    .hears = {.person_stands_up = guest_becomes_stranger,
              .turn_heard = ties_hear_turn,
              .traveller_comes = stranger_comes_back,
              .kept_here = ties_keep_here,
              .kept_in_group = ties_keep_in_group,
              .told_of_group = ties_tell_of_group},
    .chapters = chapters,
    .check = ties_check,
    .weigh = ties_weigh,
    .create = ties_create,
    .settle = ties_settle,
};
