/* What a table of fields cannot say about a scenario. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"
#include "scenario/name.h"
#include "scenario/quote.h"

enum { MOST_SAMPLES = 100000 };

/* --- measures --- */

static const struct measure *measure_called(const struct experiment *experiment, const char *name)
{
    const struct record_shape *known = experiment->known;
    for (size_t i = 0; i < known->measure_count; i++)
        if (strcmp(known->measures[i]->name, name) == 0)
            return known->measures[i];
    return NULL;
}

static uint32_t measure_number(const struct experiment *experiment, const char *name)
{
    const struct record_shape *known = experiment->known;
    uint32_t number = 0;
    while (number < known->measure_count && strcmp(known->measures[number]->name, name) != 0)
        number++;
    return number;
}

static void say_nearest(const struct experiment *experiment, const char *name, struct trouble *trouble)
{
    const char *names[LEDGER_MEASURES];
    const struct record_shape *known = experiment->known;
    size_t count = 0;
    for (size_t i = 0; i < known->measure_count; i++)
        if (known->measures[i]->shape == MEASURE_RUN)
            names[count++] = known->measures[i]->name;
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(trouble, "`groundswell explain` lists the measures");
}

static void check_measure(const struct experiment *experiment, const struct scenario *scenario,
                          const struct node *where, struct trouble *trouble)
{
    if (where == NULL || where->kind != NODE_SCALAR || told_about(trouble, where))
        return;
    const struct measure *measure = measure_called(experiment, where->text);
    if (measure != NULL && measure->shape == MEASURE_RUN) {
        if (scenario->time.measure_from > 0 && measure_since(measure) == SINCE_NOTHING)
            node_trouble(trouble, where,
                         "`%s` cannot be said of a part of a run, and is left out with `measure_from`",
                         where->text);
        return;
    }
    if (measure != NULL)
        node_trouble(trouble, where, "`%s` is many numbers a run; name a measure that is one", where->text);
    else if (*where->text == '\0')
        node_trouble(trouble, where, "the name of a measure is missing here");
    else
        node_trouble(trouble, where, "there is no measure of this name");
    if (*where->text != '\0')
        say_nearest(experiment, where->text, trouble);
}

static void check_found(const struct experiment *experiment, const struct scenario *scenario,
                        struct node *tree, struct trouble *trouble)
{
    const struct found_number *found = scenario->compared.found.items;
    const struct node *list = node_at(tree, "found");
    struct node *node = list == NULL ? NULL : list->first;
    struct name_book sources = {.arena = experiment->arena}; /* a number is named by its measure and source */
    for (size_t i = 0; i < scenario->compared.found.count && node != NULL; i++, node = node->next) {
        check_measure(experiment, scenario, node_at(node, "measure"), trouble);
        bool range = node_at(node, "least") != NULL || node_at(node, "most") != NULL;
        if (range && !told_about(trouble, node) &&
            (found[i].value < found[i].least || found[i].value > found[i].most))
            node_trouble(trouble, node, "the value does not lie between `least` and `most`");
        if (range && node_at(node, "tolerance") != NULL && !told_about(trouble, node))
            node_trouble(trouble, node_at(node, "tolerance"),
                         "`tolerance` is for a number without a range, and this one has a range");
        const struct node *source = node_at(node, "source");
        if (found[i].measure != NULL && found[i].source != NULL && !told_about(trouble, node))
            name_book_add(&sources, measure_number(experiment, found[i].measure), found[i].source, source,
                          NAME_IS_VALUE, trouble);
    }
    name_book_free(&sources);
}

/* What weeks are judged by. */
static void check_asked(const struct experiment *experiment, const struct scenario *scenario,
                        struct node *tree, struct trouble *trouble)
{
    const struct node *goals = node_at(tree, "goals"), *must = node_at(tree, "must");
    for (struct node *node = goals == NULL ? NULL : goals->first; node != NULL; node = node->next) {
        check_measure(experiment, scenario, node_at(node, "more"), trouble);
        check_measure(experiment, scenario, node_at(node, "less"), trouble);
    }
    for (struct node *node = must == NULL ? NULL : must->first; node != NULL; node = node->next)
        check_measure(experiment, scenario, node_at(node, "measure"), trouble);
}

static void check_show(const struct experiment *experiment, const struct scenario *scenario,
                       struct node *tree, struct trouble *trouble)
{
    const struct node *list = node_at(tree, "show");
    if (list == NULL || node_is_empty(list) || told_about(trouble, list))
        return;
    if (list->kind != NODE_LIST) {
        node_trouble(trouble, list, "`show` needs a list of measures, as in `[voice_gini, wait]`");
        return;
    }
    for (const struct node *node = list->first; node != NULL; node = node->next) {
        if (node->kind != NODE_SCALAR)
            node_trouble(trouble, node, "the name of a measure should stand here");
        check_measure(experiment, scenario, node, trouble);
        for (const struct node *other = list->first; other != node && !told_about(trouble, node);
             other = other->next)
            if (other->kind == NODE_SCALAR && strcmp(other->text, node->text) == 0)
                node_trouble(trouble, node, "`%s` stands here twice", node->text);
    }
}

static void check_samples(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct node *every = node_at(tree, "sample_every"), *lasts = node_at(tree, "lasts");
    const struct node *where = every != NULL ? every : lasts;
    if (where != NULL && scenario->time.sample_every > 0 &&
        scenario->time.lasts / scenario->time.sample_every > MOST_SAMPLES)
        node_trouble(trouble, where,
                     "this makes %lld samples of a run, more than %d; give a longer `sample_every`",
                     (long long)(scenario->time.lasts / scenario->time.sample_every), (int)MOST_SAMPLES);
}

static void check_measured(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct node *from = node_at(tree, "measure_from");
    if (from != NULL && scenario->time.measure_from >= scenario->time.lasts)
        node_trouble(trouble, from, "a run ends before measuring would begin; it lasts %g days",
                     sim_days(scenario->time.lasts));
}

/* --- memory --- */

/* Refuses what would not even fit before anything happens. */
static void check_memory(const struct checking *checking)
{
    const double gigabyte = 1e9, limit = checking->scenario->limits.memory;
    double bytes = 0, most = 0;
    const struct node *where = NULL;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        struct weight weight = {0, NULL};
        if ((*one)->weigh != NULL)
            weight = (*one)->weigh(checking);
        bytes += weight.bytes;
        if (weight.where != NULL && weight.bytes > most)
            where = weight.where;
        most = weight.bytes > most ? weight.bytes : most;
    }
    if (bytes <= limit * gigabyte || where == NULL)
        return;
    node_trouble(
        checking->trouble, where,
        "a run would need about %.*f GB of memory before anything happens in it, most of it for this; "
        "the limit is %g GB",
        bytes / gigabyte < 10 ? 1 : 0, bytes / gigabyte, limit);
    trouble_hint(checking->trouble, "take fewer people or proposals, or raise `limits.memory`");
}

struct checking checking_of(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                            struct trouble *trouble)
{
    return (struct checking){
        .scenario = scenario,
        .tree = tree,
        .arena = experiment->arena,
        .trouble = trouble,
        .told_in_reading = trouble == NULL ? 0 : trouble->count,
        .lasts = scenario->time.lasts,
        .first_day = scenario_first_day(scenario),
    };
}

void scenario_check(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                    struct trouble *trouble)
{
    const struct checking checking = checking_of(experiment, scenario, tree, trouble);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->check != NULL)
            (*one)->check(&checking);
    check_measure(experiment, scenario, node_at(tree, "headline"), trouble);
    check_measure(experiment, scenario, node_at(node_at(tree, "precision"), "of"), trouble);
    check_asked(experiment, scenario, tree, trouble);
    check_measure(experiment, scenario, node_at(node_at(tree, "best"), "of"), trouble);
    check_found(experiment, scenario, tree, trouble);
    check_show(experiment, scenario, tree, trouble);
    if (is_sound(&checking, "lasts") && is_sound(&checking, "sample_every"))
        check_samples(scenario, tree, trouble);
    if (is_sound(&checking, "lasts") && is_sound(&checking, "measure_from"))
        check_measured(scenario, tree, trouble);
    if (trouble->count == 0 && experiment->of_methods.count == 0)
        check_memory(&checking);
}
