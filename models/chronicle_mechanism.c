/* The chronicle as a mechanism (mechanism.h). */
#include "chronicle.h"
#include "mechanism.h"

/* Whether a scenario asks for a row for each event. */
static bool scenario_keeps_chronicle(const struct scenario *scenario)
{
    return scenario->rows.events;
}

static void *chronicle_create(const struct setup *setup)
{
    return scenario_keeps_chronicle(setup->scenario) ? chronicle_new(setup->arena) : NULL;
}

static void write_all(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    chronicle_write_events(outcome, site, chronicle_of(parts));
}

static const struct table *const tables[] = {&event_table, NULL};
static const struct chapter event_chapter = {
    .needs = "`record_events: yes`", .has = scenario_keeps_chronicle, .tables = tables, .write = write_all};
static const struct chapter *const chapters[] = {&event_chapter, NULL};

extern const struct mechanism chronicle_mechanism;
const struct mechanism chronicle_mechanism = {
    .choice = {"chronicle", "what happened at a site, event by event, where a scenario asks for it", NULL},
    .number = CHRONICLE_NUMBER,
    .chapters = chapters,
    .create = chronicle_create,
};
