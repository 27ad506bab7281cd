/* What a table of fields cannot say about a scenario. */
#include <string.h>

#include "experiment_parts.h"
#include "gathering/gathering.h"
#include "knowledge/start.h"
#include "measures/ledger.h"

static struct node *element(struct node *tree, const char *key, size_t index)
{
    struct node *list = node_at(tree, key);
    struct node *child = list == NULL ? NULL : list->first;
    for (; child != NULL && index > 0; index--)
        child = child->next;
    return child != NULL ? child : list != NULL ? list : tree;
}

static bool is_measure(const struct experiment *experiment, const char *name)
{
    for (size_t i = 0; i < experiment->shape.measure_count; i++)
        if (strcmp(experiment->measures[i]->name, name) == 0 && experiment->measures[i]->shape == MEASURE_RUN)
            return true;
    return false;
}

static void check_measure(const struct experiment *experiment, const struct node *where, const char *name,
                          struct trouble *trouble)
{
    if (name == NULL || is_measure(experiment, name))
        return;
    node_trouble(trouble, where, "there is no measure `%s` of a whole run", name);
    const char *names[128];
    size_t count = 0;
    for (size_t i = 0; i < experiment->shape.measure_count; i++)
        if (experiment->measures[i]->shape == MEASURE_RUN)
            names[count++] = experiment->measures[i]->name;
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
}

static void check_line(const struct calendar_entry *line, const struct node *where, struct trouble *trouble)
{
    if (line->again_after > 0 && line->every > 0)
        node_trouble(trouble, where, "a line of the calendar has either `every` or `again_after`, not both");
    if (line->lasts > 0 && line->every > 0 && line->lasts > line->every)
        node_trouble(trouble, where, "the session lasts longer than the time to the next one");
    if (line->on != NULL && line->except != NULL && line->on->number >= 0 && line->on == line->except)
        node_trouble(trouble, where, "the session is held on %s and never on %s", line->on->choice.name,
                     line->except->choice.name);
    bool whole_days = line->every % SIM_DAY == 0;
    if (line->on != NULL && line->on->number >= 0 && line->every > 0 && !whole_days)
        node_trouble(trouble, where, "`on` a weekday needs `every` to be whole days");
}

static bool same_instant(const struct calendar_entry *a, sim_time opens_a, const struct calendar_entry *b,
                         sim_time opens_b)
{
    sim_time least = 1;
    sim_time ends_a = opens_a + (a->lasts > 0 ? a->lasts : least),
             ends_b = opens_b + (b->lasts > 0 ? b->lasts : least);
    return opens_a < ends_b && opens_b < ends_a;
}

/* The calendar repeats with its lines; eight weeks show every pattern of days and weeks. */
static void check_overlap(const struct scenario *scenario, size_t a, size_t b, const struct node *where,
                          struct trouble *trouble)
{
    const struct calendar_entry *lines = scenario->calendar.items;
    const sim_time horizon = scenario->lasts < 8 * SIM_WEEK ? scenario->lasts : 8 * SIM_WEEK;
    int first_day = scenario->starts_on->number;
    enum { MOST_STEPS = 20000 };
    sim_time at_a = calendar_next(&lines[a], first_day, 0), at_b = calendar_next(&lines[b], first_day, 0);
    for (int steps = 0; steps < MOST_STEPS && at_a < horizon && at_b < horizon; steps++) {
        if (same_instant(&lines[a], at_a, &lines[b], at_b)) {
            char day[32];
            node_trouble(trouble, where, "the session overlaps with line %zu of the calendar, first after %s",
                         a + 1, sim_time_text(at_a < at_b ? at_b : at_a, day, sizeof day));
            return;
        }
        if (at_a <= at_b)
            at_a = calendar_next(&lines[a], first_day, at_a + 1);
        else
            at_b = calendar_next(&lines[b], first_day, at_b + 1);
    }
}

static void check_calendar(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct calendar_entry *lines = scenario->calendar.items;
    for (size_t i = 0; i < scenario->calendar.count; i++) {
        const struct node *where = element(tree, "calendar", i);
        check_line(&lines[i], where, trouble);
        if (lines[i].again_after > 0 && scenario->calendar.count > 1)
            node_trouble(trouble, where, "a line with `again_after` must be the only one of the calendar");
        for (size_t j = 0; j < i; j++)
            check_overlap(scenario, j, i, where, trouble);
    }
}

static void check_lists(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct opinion_settings *opinions = &scenario->opinions;
    size_t susceptible = opinions->susceptibility.count, weights = opinions->weights.count;
    struct node *at = node_at(tree, "opinions");
    const struct site_settings *sites = scenario->sites.items;
    for (size_t i = 0; i < scenario->sites.count; i++) {
        size_t people = (size_t)sites[i].people;
        if (weights > 0 && weights != people * people)
            node_trouble(trouble, at, "`weights` has %zu numbers, but %zu people need %zu", weights, people,
                         people * people);
        if (susceptible > 0 && susceptible != people)
            node_trouble(trouble, at, "`susceptibility` has %zu numbers for %zu people", susceptible, people);
        if (scenario->gathering.partners && people > 20000)
            node_trouble(trouble, element(tree, "sites", i),
                         "books of partners can be kept for 20000 people at most");
    }
    bool given =
        scenario->knowledge.start != NULL && strcmp(scenario->knowledge.start->choice.name, "given") == 0;
    if (given && scenario->knowledge.leanings.count == 0)
        node_trouble(trouble, node_at(tree, "knowledge"), "`start: given` needs `leanings`");
}

static void check_sites(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct site_settings *sites = scenario->sites.items;
    if (scenario->sites.count == 0)
        node_trouble(trouble, element(tree, "sites", 0), "a scenario needs at least one site");
    for (size_t i = 0; i < scenario->sites.count; i++)
        for (size_t j = 0; j < i; j++)
            if (sites[i].name != NULL && sites[j].name != NULL && strcmp(sites[i].name, sites[j].name) == 0)
                node_trouble(trouble, element(tree, "sites", i), "two sites are called `%s`", sites[i].name);
}

void scenario_check(const struct experiment *experiment, const struct scenario *scenario, struct node *tree,
                    struct trouble *trouble)
{
    check_sites(scenario, tree, trouble);
    check_calendar(scenario, tree, trouble);
    check_lists(scenario, tree, trouble);
    const struct node *headline = node_at(tree, "headline");
    check_measure(experiment, headline != NULL ? headline : tree, scenario->headline, trouble);
    const struct found_number *found = scenario->found.items;
    for (size_t i = 0; i < scenario->found.count; i++)
        check_measure(experiment, element(tree, "found", i), found[i].measure, trouble);
    if (scenario->lasts / scenario->sample_every > 100000)
        node_trouble(trouble, tree, "`sample_every` asks for more than 100000 samples of a run");
}
