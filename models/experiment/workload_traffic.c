/* What goes between sites: letters, links and calls, visits. */
#include "experiment/workload_parts.h"

/* A letter is sent, sorted and worked; somebody who travels leaves, comes, and goes home. */
enum { EVENTS_PER_LETTER = 2, EVENTS_PER_TRIP = 8, CARDS_PER_CALL = 6, TALKERS = 2 };

static double sites_of(const struct scenario *scenario)
{
    const struct site_settings *sites = scenario->sites.items;
    double count = 0;
    for (size_t i = 0; i < scenario->sites.count; i++)
        count += (double)sites[i].count;
    return count;
}

static double hours_of(const struct scenario *scenario)
{
    return sim_hours(scenario->lasts);
}

static void traffic_add(struct weighing *weighing, double steps, double bytes, const struct node *where)
{
    weighing->sum.steps += steps;
    weighing->sum.bytes += bytes;
    workload_bear(&weighing->steps, steps, where);
    workload_bear(&weighing->memory, bytes, where);
}

/* Every site may tell all others at once that it has taken up what spreads. */
void weigh_adoption(struct weighing *weighing, struct node *tree)
{
    const struct scenario *scenario = weighing->scenario;
    const struct adoption_settings *adoption = &scenario->adoption;
    if (adoption->rule->begin == NULL)
        return;
    double sites = sites_of(scenario), told = (double)adoption->told;
    double each = told > 0 && told < sites - 1 ? told : sites - 1;
    double reviews = adoption->rule->compares ? 1 + hours_of(scenario) / sim_hours(adoption->every) : 0;
    double tries = (adoption->innovation + adoption->imitation) * hours_of(scenario);
    double changes = 1 + reviews + (adoption->rule->compares ? tries : 0);
    double letters = sites * each * (reviews + (adoption->spread_number > 0 ? changes : 0));
    traffic_add(weighing, STEPS_PER_EVENT * (EVENTS_PER_LETTER * letters + sites * (reviews + tries)),
                sites * each * BYTES_PER_LETTER, tree == NULL ? NULL : node_at(tree, "adoption"));
}

/* Working groups that a site may have in its time: those at first, and one for every few people who come to
 * it. */
static double groups_expected(const struct scenario *scenario, const struct site_settings *site)
{
    const struct group_settings *groups = &scenario->groups;
    double found = GROUPS_EACH * entries_of(scenario, site) / (double)groups->founding.size;
    return (double)groups->start.groups + (groups->founding.announce > 0 ? found : 0);
}

void weigh_links(struct weighing *weighing, struct node *tree)
{
    const struct scenario *scenario = weighing->scenario;
    const struct link_settings *links = &scenario->links;
    const struct site_settings *sites = scenario->sites.items;
    if (!links->form->seeks || !scenario->groups.form)
        return;
    double seeks_each = links->per_hour * hours_of(scenario), steps = 0, bytes = 0;
    double of_call = 0;
    if (links->calls.method != NULL)
        of_call = session_load_of(scenario, &links->calls, TALKERS).steps +
                  (1 + hours_of(scenario) / sim_hours(links->calls.every)) * STEPS_PER_EVENT *
                      (CARDS_PER_CALL * EVENTS_PER_LETTER + EVENTS_PER_TRIP);
    for (size_t i = 0; i < scenario->sites.count; i++) {
        double groups = groups_expected(scenario, &sites[i]), alike = (double)sites[i].count;
        double seeks = groups * seeks_each;
        double living =
            links->most > 0 && groups * (double)links->most < seeks ? groups * (double)links->most : seeks;
        steps += alike * (seeks * (3 * EVENTS_PER_LETTER * STEPS_PER_EVENT + 2 * groups) + living * of_call);
        bytes += alike * seeks * (sizeof(struct link) + BYTES_PER_LETTER);
    }
    traffic_add(weighing, steps, bytes, tree == NULL ? NULL : node_at(tree, "links"));
}

void weigh_visits(struct weighing *weighing, struct node *tree)
{
    const struct scenario *scenario = weighing->scenario;
    const struct site_settings *sites = scenario->sites.items;
    double each = (scenario->visits.per_hour + scenario->visits.online_per_hour) * hours_of(scenario);
    double people = 0;
    for (size_t i = 0; i < scenario->sites.count; i++)
        people += (double)sites[i].count * entries_of(scenario, &sites[i]);
    if (each > 0)
        traffic_add(weighing, people * each * EVENTS_PER_TRIP * STEPS_PER_EVENT, people * BYTES_PER_LETTER,
                    tree == NULL ? NULL : node_at(tree, "visits"));
}
