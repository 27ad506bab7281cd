/* Hosts as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "hosts/hosts_parts.h"

static void *hosts_create(const struct setup *setup)
{
    const struct host_settings *settings = setup_settings(setup, &host_section);
    return settings->needed ? hosts_new(settings, setup) : NULL;
}

static bool hosts_are_needed(const struct scenario *scenario)
{
    const struct host_settings *hosts = scenario_settings(scenario, &host_section);
    return hosts->needed;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "hosts", 0, LEFT_OUT), MEANS("Who holds circles together"), INSIDE(&host_section)}, .in_use = hosts_are_needed},
};
// clang-format on

extern const struct chapter host_chapter;
static const struct chapter *const chapters[] = {&host_chapter, NULL};

extern const struct mechanism hosts_mechanism;
const struct mechanism hosts_mechanism = {
    .choice = {"hosts", "people of skill who hold circles together, where there are enough of them",
               "models/README.md, hosts"},
    .number = HOSTS_NUMBER,
    SECTIONS(sections),
    .hears = {.circles_open = hosts_take_seats,
              .circles_are_seated = hosts_look_round,
              .holder_leaves = hosts_hand_over,
              .circle_closes = hosts_circle_closes,
              .sample_taken = hosts_are_sampled},
    .chapters = chapters,
    .check = hosts_check,
    .create = hosts_create,
    .settle = hosts_settle,
    .close = hosts_check_books,
};
