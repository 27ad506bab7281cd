/* What designs have, and what the measures that a scenario names need. */
#include <string.h>

#include "experiment/experiment_parts.h"

/* Whether the number of those who can be met at a site, or of those who meet, changes by itself. */
static bool people_come_and_go(const struct scenario *scenario)
{
    const struct people_settings *people = &scenario->people;
    const struct presence_settings *presence = &scenario->presence;
    return scenario->arrivals.per_hour > 0 || people->attendance_half_life > 0 || people->burn_out > 0 ||
           people->drift > 0 || people->guest_room > 0 ||
           presence->daily + presence->occasional + presence->online > 0 || scenario->groups.form ||
           shocks_entries(&scenario->shocks) > 0;
}

unsigned scenario_has(const struct scenario *scenario)
{
    unsigned has = NEED_NOTHING;
    has |= people_come_and_go(scenario) ? NEED_COMING : 0;
    has |= scenario->groups.form ? NEED_GROUPS : 0;
    has |= network_is_on(&scenario->links, &scenario->visits) ? NEED_LINKS : 0;
    has |= scenario->adoption.practices > 0 ? NEED_PRACTICES : 0;
    has |= shocks_entries(&scenario->shocks) > 0 ? NEED_SHOCKS : 0;
    has |= scenario->record_events ? NEED_EVENTS : 0;
    return has;
}

unsigned experiment_has(const struct experiment *experiment)
{
    unsigned has = NEED_NOTHING;
    for (size_t i = 0; i < experiment->variant_count * experiment->design_count; i++)
        has |= scenario_has(experiment->settings[i]);
    return has;
}

const char *measure_needs(const struct measure *measure)
{
    return need_missing(ledger_needs(measure), NEED_NOTHING);
}

static void check_named(const struct experiment *experiment, const struct node *where,
                        struct trouble *trouble)
{
    const struct record_shape *known = experiment->known;
    if (where == NULL || where->kind != NODE_SCALAR)
        return;
    for (size_t i = 0; i < known->measure_count; i++) {
        if (strcmp(known->measures[i]->name, where->text) != 0)
            continue;
        const char *missing = need_missing(ledger_needs(known->measures[i]), experiment_has(experiment));
        if (missing != NULL)
            node_trouble(trouble, where, "this is measured only with %s, and no design has them", missing);
    }
}

void needs_check(const struct experiment *experiment, struct trouble *trouble)
{
    struct node *tree = experiment->trees[0];
    const struct node *found = node_at(tree, "found");
    check_named(experiment, node_at(tree, "headline"), trouble);
    for (struct node *node = found == NULL ? NULL : found->first; node != NULL; node = node->next)
        check_named(experiment, node_at(node, "measure"), trouble);
}
