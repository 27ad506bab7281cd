/* Shocks as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "shocks/numbers.h"
#include "shocks/shocks.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SHOCK, "shock", on_shock},
};
// clang-format on

/* All shocks of a run are drawn before it begins: the people who will come depend on them. */
static void foresee(struct setup *setups, uint32_t sites)
{
    struct shocks *shocks = shocks_foresee(setup_settings(setups, &shocks_section), sites, setups->lasts,
                                           setups->lookahead, setups->luck, setups->arena);
    for (uint32_t i = 0; shocks != NULL && i < sites; i++) {
        setups[i].parts->state[SHOCKS_NUMBER] = &shocks[i];
        setups[i].climate = &shocks[i].climate;
    }
}

static void *shocks_create(const struct setup *setup)
{
    return shocks_of(setup->parts); /* drawn by `foresee` */
}

extern const struct chapter shock_chapter;
static const struct chapter *const chapters[] = {&shock_chapter, NULL};

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "shocks", 0, LEFT_OUT), MEANS("What comes from outside"), INSIDE(&shocks_section)}},
};
// clang-format on

static void shocks_wish(const struct scenario *scenario, struct wishes *wishes)
{
    wishes->turnover = wishes->turnover || shocks_entries(scenario_settings(scenario, &shocks_section)) > 0;
}

extern const struct mechanism shocks_mechanism;
const struct mechanism shocks_mechanism = {
    .choice = {"shocks", "raids, cold and the press: what comes to sites from outside",
               "models/README.md, shocks"},
    .number = SHOCKS_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .foresee = foresee,
    .chapters = chapters,
    .wish = shocks_wish,
    .check = shocks_check,
    .create = shocks_create,
    .start = shocks_start,
};
