/* The practices that a scenario speaks of: their numbers, and what is wrong with what is said of them. */
#include <string.h>

#include "experiment/experiment_parts.h"

/* --- numbers --- */

struct names {
    const char **all;
    uint32_t count;
};

static uint32_t number_of(const struct names *names, const char *name)
{
    for (uint32_t i = 0; name != NULL && i < names->count; i++)
        if (strcmp(names->all[i], name) == 0)
            return i + 1;
    return 0;
}

static void add_name(struct names *names, const char *name)
{
    if (name != NULL && number_of(names, name) == 0)
        names->all[names->count++] = name;
}

static struct names names_of_calendar(const struct scenario *scenario, struct arena *arena)
{
    enum { AND_TWO_MORE = 2 };
    const struct calendar_entry *lines = scenario->calendar.items;
    size_t count = scenario->calendar.count <= MOST_LINES ? scenario->calendar.count : 0;
    struct names names = {ARENA_NEW(arena, const char *, count + AND_TWO_MORE), 0};
    for (size_t i = 0; i < count; i++)
        add_name(&names, lines[i].practice);
    return names;
}

void practices_number(struct scenario *scenario, struct arena *arena)
{
    struct adoption_settings *adoption = &scenario->adoption;
    struct calendar_entry *lines = scenario->calendar.items;
    struct site_settings *sites = scenario->sites.items;
    struct names names = names_of_calendar(scenario, arena);
    add_name(&names, adoption->start);
    add_name(&names, adoption->spread);
    for (size_t i = 0; i < scenario->calendar.count; i++)
        lines[i].practice_number = number_of(&names, lines[i].practice);
    adoption->practices = names.count;
    adoption->start_number = number_of(&names, adoption->start);
    adoption->spread_number = number_of(&names, adoption->spread);
    for (size_t i = 0; i < scenario->sites.count; i++)
        sites[i].practice_number =
            sites[i].practice == NULL ? adoption->start_number : number_of(&names, sites[i].practice);
}

/* --- what is wrong --- */

static uint32_t of_calendar(const struct scenario *scenario)
{
    const struct calendar_entry *lines = scenario->calendar.items;
    uint32_t most = 0;
    for (size_t i = 0; i < scenario->calendar.count; i++)
        most = lines[i].practice_number > most ? lines[i].practice_number : most;
    return most;
}

/* A name that no line of the calendar knows, where lines have names, is misspelt. */
static void check_name(const struct scenario *scenario, const struct node *where, uint32_t number,
                       struct trouble *trouble)
{
    uint32_t known = of_calendar(scenario);
    if (where == NULL || where->kind != NODE_SCALAR || *where->text == '\0' ||
        (number > 0 && number <= known))
        return;
    if (known == 0 && number > 0)
        return;
    node_trouble(trouble, where,
                 known > 0 ? "no line of the calendar has this `practice`"
                           : "neither the calendar nor `adoption` knows this practice");
    const char *names[MOST_LINES];
    const struct calendar_entry *lines = scenario->calendar.items;
    size_t count = 0;
    for (size_t i = 0; i < scenario->calendar.count && count < MOST_LINES; i++)
        if (lines[i].practice != NULL)
            names[count++] = lines[i].practice;
    const char *nearest = nearest_word(where->text, names, count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
}

static bool is_begun_with(const struct scenario *scenario, uint32_t practice)
{
    const struct site_settings *sites = scenario->sites.items;
    for (size_t i = 0; i < scenario->sites.count; i++)
        if (sites[i].practice_number == practice)
            return true;
    return false;
}

/* Whether a site may ever come to hold it. */
static bool may_be_held(const struct scenario *scenario, uint32_t practice)
{
    const struct adoption_settings *adoption = &scenario->adoption;
    bool spreads = adoption->rule->spreads && practice == adoption->spread_number;
    return spreads || is_begun_with(scenario, practice);
}

static void check_lines(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct calendar_entry *lines = scenario->calendar.items;
    const struct node *calendar = node_at(tree, "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < scenario->calendar.count && line != NULL; i++, line = line->next) {
        const struct node *practice = node_at(line, "practice");
        if (practice == NULL || told_about(trouble, line))
            continue;
        if (lines[i].again_after > 0)
            node_trouble(trouble, practice,
                         "a line with `again_after` is the only one, and needs no practice");
        else if (!may_be_held(scenario, lines[i].practice_number))
            node_trouble(trouble, practice, "no site ever holds this practice: none begins with it");
    }
}

/* What is given and read by no rule. A design may switch the whole off by `rule: none`. */
static void check_idle(const struct scenario *scenario, struct node *adoption, struct trouble *trouble)
{
    const struct adoption_rule *rule = scenario->adoption.rule;
    static const struct {
        const char *key;
        bool of_comparison, of_spread;
    } keys[] = {{"every", true, false},      {"sensitivity", true, false}, {"told", true, true},
                {"innovation", false, true}, {"imitation", false, true},   {"spread", false, true}};
    if (rule->begin == NULL && node_at(adoption, "rule") != NULL)
        return;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *given = node_at(adoption, keys[i].key);
        bool read = (keys[i].of_comparison && rule->compares) || (keys[i].of_spread && rule->spreads);
        if (given != NULL && !read)
            node_key_trouble(trouble, given, "`%s` is not read with `rule: %s`", keys[i].key,
                             rule->choice.name);
    }
}

static void check_rule(const struct scenario *scenario, struct node *adoption, struct trouble *trouble)
{
    const struct adoption_settings *settings = &scenario->adoption;
    const struct site_settings *sites = scenario->sites.items;
    const struct node *rule = node_at(adoption, "rule");
    bool alone = scenario->sites.count == 1 && sites[0].count == 1;
    bool by_itself = settings->innovation + settings->imitation > 0;
    if (settings->rule->begin == NULL || rule == NULL)
        return;
    if (alone)
        node_trouble(trouble, rule, "there is one site, and nobody from whom it could take over anything");
    else if (!settings->rule->compares && settings->spread_number == 0)
        node_trouble(trouble, rule, "`rule: %s` needs `spread`, the practice that is taken up", rule->text);
    else if (by_itself && settings->spread_number == 0)
        node_trouble(trouble, rule,
                     "`innovation` and `imitation` need `spread`, the practice that is taken up");
    else if (settings->rule->compares && of_calendar(scenario) < 2)
        node_trouble(trouble, rule, "`rule: compare` needs lines of two practices in the calendar at least");
}

void practices_check(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    struct node *adoption = node_at(tree, "adoption");
    const struct node *sites = node_at(tree, "sites");
    if (scenario->adoption.rule == NULL || (adoption != NULL && told_about(trouble, adoption)) ||
        (sites != NULL && told_about(trouble, sites)))
        return;
    const struct site_settings *places = scenario->sites.items;
    size_t before = trouble->count;
    struct node *site = sites == NULL ? NULL : sites->first;
    for (size_t i = 0; i < scenario->sites.count && site != NULL; i++, site = site->next)
        check_name(scenario, node_at(site, "practice"), places[i].practice_number, trouble);
    if (adoption != NULL) {
        check_name(scenario, node_at(adoption, "start"), scenario->adoption.start_number, trouble);
        check_name(scenario, node_at(adoption, "spread"), scenario->adoption.spread_number, trouble);
        check_idle(scenario, adoption, trouble);
        check_rule(scenario, adoption, trouble);
    }
    if (trouble->count == before)
        check_lines(scenario, tree, trouble);
}
