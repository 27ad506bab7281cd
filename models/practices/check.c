/* The practices that a scenario speaks of: their numbers, and what is wrong with what is said of them. */
#include <string.h>

#include "checking.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "places/places.h"
#include "practices/adoption.h"

static const struct field_list *lines_of(const struct checking *checking)
{
    return checking_settings(checking, &calendar_section);
}

static const struct field_list *sites_of(const struct checking *checking)
{
    return checking_settings(checking, &site_section);
}

static const struct adoption_settings *settings_of(const struct checking *checking)
{
    return checking_settings(checking, &adoption_section);
}

/* --- numbers --- */

/* The number of a name: that of the calendar, that of another (`same`), or else the next one. */
static uint32_t number_of(const struct checking *checking, const char *name, uint32_t *practices,
                          const char *same, uint32_t number)
{
    uint32_t known = calendar_practice(lines_of(checking), name);
    if (name == NULL || known > 0)
        return known;
    return same != NULL && strcmp(same, name) == 0 ? number : ++*practices;
}

static uint32_t number_of_site(const struct checking *checking, const struct adoption_settings *adoption,
                               const char *name)
{
    uint32_t known = calendar_practice(lines_of(checking), name);
    if (name == NULL || known > 0)
        return name == NULL ? adoption->start_number : known;
    if (adoption->start != NULL && strcmp(adoption->start, name) == 0)
        return adoption->start_number;
    return adoption->spread != NULL && strcmp(adoption->spread, name) == 0 ? adoption->spread_number : 0;
}

/* Practices of the calendar have numbers; those that are named nowhere else get the next ones. */
static void number_practices(const struct checking *checking)
{
    struct adoption_settings *adoption = checking_filled(checking, &adoption_section);
    struct site_settings *sites = sites_of(checking)->items;
    uint32_t practices = calendar_practices(lines_of(checking));
    adoption->in_calendar = practices;
    adoption->start_number = number_of(checking, adoption->start, &practices, NULL, 0);
    adoption->spread_number =
        number_of(checking, adoption->spread, &practices, adoption->start, adoption->start_number);
    adoption->practices = practices;
    for (size_t i = 0; i < sites_of(checking)->count; i++)
        sites[i].practice_number = number_of_site(checking, adoption, sites[i].practice);
}

/* --- what is wrong --- */

/* A name that no line of the calendar knows, where lines have names, is misspelt. */
static void check_name(const struct checking *checking, const struct node *where, uint32_t number)
{
    uint32_t known = calendar_practices(lines_of(checking));
    if (where == NULL || where->kind != NODE_SCALAR || *where->text == '\0' ||
        (number > 0 && number <= known))
        return;
    if (known == 0 && number > 0)
        return;
    node_trouble(checking->trouble, where,
                 known > 0 ? "no line of the calendar has this `practice`"
                           : "neither the calendar nor `adoption` knows this practice");
    const char *names[MOST_LINES];
    const struct calendar_entry *lines = lines_of(checking)->items;
    size_t count = 0;
    for (size_t i = 0; i < lines_of(checking)->count && count < MOST_LINES; i++)
        if (lines[i].practice != NULL)
            names[count++] = lines[i].practice;
    const char *nearest = nearest_word(where->text, names, count);
    if (nearest != NULL)
        trouble_hint(checking->trouble, "did you mean `%s`?", nearest);
}

static bool is_begun_with(const struct checking *checking, uint32_t practice)
{
    const struct site_settings *sites = sites_of(checking)->items;
    for (size_t i = 0; i < sites_of(checking)->count; i++)
        if (sites[i].practice_number == practice)
            return true;
    return false;
}

/* Whether a site may ever come to hold it. */
static bool may_be_held(const struct checking *checking, uint32_t practice)
{
    const struct adoption_settings *adoption = settings_of(checking);
    bool spreads = adoption->rule->spreads && practice == adoption->spread_number;
    bool tried = adoption->rule->compares && adoption->experiment > 0;
    return spreads || tried || is_begun_with(checking, practice);
}

static void check_lines(const struct checking *checking)
{
    const struct calendar_entry *lines = lines_of(checking)->items;
    const struct node *calendar = node_at(checking->tree, "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < lines_of(checking)->count && line != NULL; i++, line = line->next) {
        const struct node *practice = node_at(line, "practice");
        if (practice == NULL || told_about(checking->trouble, line))
            continue;
        if (lines[i].again_after > 0)
            node_trouble(checking->trouble, practice,
                         "a line with `again_after` is the only one, and needs no practice");
        else if (!may_be_held(checking, lines[i].practice_number))
            node_trouble(checking->trouble, practice,
                         "no site ever holds this practice: none begins with it");
    }
}

/* What is given and read by no rule. A design may switch the whole off by `rule: none`. */
static void check_idle(const struct checking *checking, struct node *adoption)
{
    const struct adoption_rule *rule = settings_of(checking)->rule;
    static const struct {
        const char *key;
        bool of_comparison, of_spread;
    } keys[] = {{"every", true, false},     {"sensitivity", true, false}, {"told", true, true},
                {"judge", true, false},     {"experiment", true, false},  {"trial", true, false},
                {"told_best", true, false}, {"innovation", false, true},  {"imitation", false, true},
                {"spread", false, true}};
    if (rule->begin == NULL && node_at(adoption, "rule") != NULL)
        return;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *given = node_at(adoption, keys[i].key);
        bool read = (keys[i].of_comparison && rule->compares) || (keys[i].of_spread && rule->spreads);
        if (given != NULL && !read)
            node_key_trouble(checking->trouble, given, "`%s` is not read with `rule: %s`", keys[i].key,
                             rule->choice.name);
    }
}

static void check_rule(const struct checking *checking, struct node *adoption)
{
    const struct adoption_settings *settings = settings_of(checking);
    const struct site_settings *sites = sites_of(checking)->items;
    const struct node *rule = node_at(adoption, "rule");
    bool alone = sites_of(checking)->count == 1 && sites[0].count == 1;
    bool by_itself = settings->innovation + settings->imitation > 0;
    if (settings->rule->begin == NULL || rule == NULL)
        return;
    if (alone)
        node_trouble(checking->trouble, rule,
                     "there is one site, and nobody from whom it could take over anything");
    else if (!settings->rule->compares && settings->spread_number == 0)
        node_trouble(checking->trouble, rule, "`rule: %s` needs `spread`, the practice that is taken up",
                     rule->text);
    else if (by_itself && settings->spread_number == 0)
        node_trouble(checking->trouble, rule,
                     "`innovation` and `imitation` need `spread`, the practice that is taken up");
    else if (settings->rule->compares && calendar_practices(lines_of(checking)) < 2)
        node_trouble(checking->trouble, rule,
                     "`rule: compare` needs lines of two practices in the calendar at least");
}

/* What is given and judges by nothing, or by what there is none of. */
static void check_judge(const struct checking *checking, struct node *adoption)
{
    const struct adoption_settings *settings = settings_of(checking);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    struct node *judge = node_at(adoption, "judge");
    const struct node *tasks = node_at(judge, "tasks"), *trial = node_at(adoption, "trial");
    double all = 0;
    for (int measure = 0; measure < JUDGED; measure++)
        all += settings->judge.weight[measure];
    if (!settings->rule->compares)
        return;
    if (judge != NULL && all <= 0)
        node_key_trouble(checking->trouble, judge,
                         "all weights are 0, so nothing is better than anything else");
    else if (tasks != NULL && settings->judge.weight[JUDGE_TASKS] > 0 &&
             (!groups->form || groups->work.hours == 0))
        node_trouble(checking->trouble, tasks,
                     "tasks are done by working groups, and there are none here (`groups: {form: yes}`)");
    if (trial != NULL && settings->experiment <= 0)
        node_key_trouble(checking->trouble, trial,
                         "`trial` says how long an experiment lasts, and no site makes any (`experiment`)");
}

void adoption_check(const struct checking *checking)
{
    struct trouble *trouble = checking->trouble;
    const struct adoption_settings *settings = settings_of(checking);
    struct node *adoption = node_at(checking->tree, "adoption");
    const struct node *sites = node_at(checking->tree, "sites");
    number_practices(checking);
    if (settings->rule == NULL || (adoption != NULL && told_about(trouble, adoption)) ||
        (sites != NULL && told_about(trouble, sites)))
        return;
    const struct site_settings *places = sites_of(checking)->items;
    size_t before = trouble->count;
    struct node *site = sites == NULL ? NULL : sites->first;
    for (size_t i = 0; i < sites_of(checking)->count && site != NULL; i++, site = site->next)
        check_name(checking, node_at(site, "practice"), places[i].practice_number);
    if (adoption != NULL) {
        check_name(checking, node_at(adoption, "start"), settings->start_number);
        check_name(checking, node_at(adoption, "spread"), settings->spread_number);
        check_idle(checking, adoption);
        check_rule(checking, adoption);
        check_judge(checking, adoption);
    }
    if (trouble->count == before)
        check_lines(checking);
}
