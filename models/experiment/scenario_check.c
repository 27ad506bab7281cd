/* What a table of fields cannot say about a scenario. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"
#include "experiment/workload.h"
#include "measures/chapters.h"
#include "measures/ledger.h"
#include "mechanism.h"
#include "scenario/name.h"
#include "scenario/quote.h"

enum { MOST_SITES = 100000, MOST_SAMPLES = 100000 };

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

static void check_measure(const struct experiment *experiment, const struct node *where,
                          struct trouble *trouble)
{
    if (where == NULL || where->kind != NODE_SCALAR || told_about(trouble, where))
        return;
    const struct measure *measure = measure_called(experiment, where->text);
    if (measure != NULL && measure->shape == MEASURE_RUN)
        return;
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
    const struct found_number *found = scenario->found.items;
    const struct node *list = node_at(tree, "found");
    struct node *node = list == NULL ? NULL : list->first;
    struct name_book sources = {.arena = experiment->arena}; /* a number is told by its measure and source */
    for (size_t i = 0; i < scenario->found.count && node != NULL; i++, node = node->next) {
        check_measure(experiment, node_at(node, "measure"), trouble);
        bool range = node_at(node, "least") != NULL || node_at(node, "most") != NULL;
        if (range && !told_about(trouble, node) &&
            (found[i].value < found[i].least || found[i].value > found[i].most))
            node_trouble(trouble, node, "the value does not lie between `least` and `most`");
        const struct node *source = node_at(node, "source");
        if (found[i].measure != NULL && found[i].source != NULL && !told_about(trouble, node))
            name_book_add(&sources, measure_number(experiment, found[i].measure), found[i].source, source,
                          NAME_IS_VALUE, trouble);
    }
    name_book_free(&sources);
}

static void check_show(const struct experiment *experiment, struct node *tree, struct trouble *trouble)
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
        check_measure(experiment, node, trouble);
        for (const struct node *other = list->first; other != node && !told_about(trouble, node);
             other = other->next)
            if (other->kind == NODE_SCALAR && strcmp(other->text, node->text) == 0)
                node_trouble(trouble, node, "`%s` stands here twice", node->text);
    }
}

/* --- sites --- */

struct named {
    const char *name;
    const struct node *node;
    size_t index;
    bool is_second;
};

static int by_name(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    int order = strcmp(one->name, other->name);
    return order != 0 ? order : one->index < other->index ? -1 : one->index > other->index;
}

static int by_index(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    return one->index < other->index ? -1 : one->index > other->index;
}

/* Whether `name` is that of a place of the kind, such as "Square 2" of three called Square. */
static bool is_one_of(const struct site_settings *kind, const char *name)
{
    size_t length = kind->name == NULL ? 0 : strlen(kind->name);
    char *end;
    if (kind->count <= 1 || length == 0 || strncmp(name, kind->name, length) != 0 || name[length] != ' ' ||
        !(name[length + 1] >= '1' && name[length + 1] <= '9'))
        return false;
    long long number = strtoll(name + length + 1, &end, 10);
    return *end == '\0' && number <= kind->count;
}

/* A name that ends in a number is looked for among the kinds that begin so: those that stand next to it, or
 * before, in the order of names. */
static void check_names_of_many(const struct site_settings *sites, const struct named *sorted, size_t count,
                                struct trouble *trouble)
{
    for (size_t i = 0; i < count; i++) {
        const char *blank = strrchr(sorted[i].name, ' ');
        size_t low = 0, high = count, length = blank == NULL ? 0 : (size_t)(blank - sorted[i].name);
        while (low < high) { /* the first that is not before "Square" of "Square 2" */
            size_t middle = (low + high) / 2;
            int order = strncmp(sorted[middle].name, sorted[i].name, length);
            bool before = order < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        const struct site_settings *kind = low < count ? &sites[sorted[low].index] : NULL;
        if (blank != NULL && kind != NULL && strlen(kind->name) == length && is_one_of(kind, sorted[i].name))
            node_trouble(trouble, sorted[i].node, "`%s` is also one of the %lld sites called `%s` in line %d",
                         quote_of(sorted[i].name).text, (long long)kind->count, quote_of(kind->name).text,
                         sorted[low].node->line);
    }
}

static void check_names(const struct scenario *scenario, const struct node *list, struct trouble *trouble)
{
    const struct site_settings *sites = scenario->sites.items;
    struct named *all = must_allocate(scenario->sites.count, sizeof *all);
    size_t count = 0, index = 0;
    for (struct node *node = list->first; node != NULL && index < scenario->sites.count;
         node = node->next, index++)
        if (sites[index].name != NULL && node_at(node, "name") != NULL)
            all[count++] = (struct named){sites[index].name, node_at(node, "name"), index, false};
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 1; i < count; i++)
        all[i].is_second = strcmp(all[i].name, all[i - 1].name) == 0;
    check_names_of_many(sites, all, count, trouble);
    qsort(all, count, sizeof *all, by_index);
    for (size_t i = 0; i < count; i++)
        if (all[i].is_second)
            node_trouble(trouble, all[i].node, "two sites have this name; each needs its own");
    free(all);
}

static int64_t sites_in_all(const struct scenario *scenario)
{
    const struct site_settings *sites = scenario->sites.items;
    int64_t count = 0;
    for (size_t i = 0; i < scenario->sites.count; i++)
        count += sites[i].count;
    return count;
}

static void check_sites(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct node *list = node_at(tree, "sites");
    if (list == NULL || told_about(trouble, list))
        return;
    if (scenario->sites.count == 0)
        node_trouble(trouble, list,
                     "a scenario needs a site at least, as in `- {name: Square, people: 100}`");
    else if (sites_in_all(scenario) > MOST_SITES)
        node_key_trouble(trouble, list, "%lld sites are more than %d, the most there can be",
                         (long long)sites_in_all(scenario), (int)MOST_SITES);
    else
        check_names(scenario, list, trouble);
}

static void check_samples(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    const struct node *every = node_at(tree, "sample_every"), *lasts = node_at(tree, "lasts");
    const struct node *where = every != NULL ? every : lasts;
    if (where != NULL && scenario->sample_every > 0 &&
        scenario->lasts / scenario->sample_every > MOST_SAMPLES)
        node_trouble(trouble, where,
                     "this makes %lld samples of a run, more than %d; give a longer `sample_every`",
                     (long long)(scenario->lasts / scenario->sample_every), (int)MOST_SAMPLES);
}

void scenario_check(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                    struct trouble *trouble)
{
    const struct checking checking = {
        .scenario = scenario,
        .tree = tree,
        .arena = experiment->arena,
        .trouble = trouble,
        .told_in_reading = trouble->count,
        .lasts = scenario->lasts,
        .first_day = scenario->starts_on == NULL ? -1 : scenario->starts_on->number,
    };
    check_sites(scenario, tree, trouble);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->check != NULL)
            (*one)->check(&checking);
    check_measure(experiment, node_at(tree, "headline"), trouble);
    check_found(experiment, scenario, tree, trouble);
    check_show(experiment, tree, trouble);
    if (is_sound(&checking, "lasts") && is_sound(&checking, "sample_every"))
        check_samples(scenario, tree, trouble);
    if (trouble->count == 0 && experiment->of_methods.count == 0)
        workload_check(experiment, scenario, tree, trouble);
}
