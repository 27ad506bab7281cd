#include "observed/observed.h"

#include <string.h>

#include "checking.h"
#include "observed/date.h"
#include "observed/observed_parts.h"
#include "scenario/quote.h"
#include "state/state_measures.h"

enum { MOST_GROUPS = 10000 };

/* Measuring walks all groups for everything that the file says of a group: two billion steps are a few
 * seconds. */
static const double most_steps = 2e9;

/* --- the file --- */

static struct observing observing_begin(struct arena *arena, struct trouble *trouble)
{
    return (struct observing){
        .arena = arena,
        .trouble = trouble,
        .sites = {.what = "site", .missing = "there is no site", .arena = arena},
        .topics = {.what = "topic", .missing = "`topics` does not list", .arena = arena},
        .work = {.what = "item of work", .arena = arena},
        .facets = {.what = "facet",
                   .missing = "no group ever knows the facet",
                   .advice = "where that is so, list it under `facets`",
                   .arena = arena},
        .groups = {.what = "group", .missing = "there is no group", .arena = arena},
        .topics_manner = NAMES_OPEN,
    };
}

static void observing_end(struct observing *observing)
{
    struct names *all[] = {&observing->sites, &observing->topics, &observing->work, &observing->facets,
                           &observing->groups};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        names_free(all[i]);
}

static void take_lists(struct observing *observing, const struct written_movement *written)
{
    struct trouble *trouble = observing->trouble;
    names_numbers(&observing->sites, NAMES_OPEN, written->sites, trouble);
    if (written->sites != NULL && observing->sites.count == 0 && !told_about(trouble, written->sites))
        node_key_trouble(trouble, written->sites, "a movement has a site at least");
    names_numbers(&observing->topics, NAMES_OPEN, written->topics, trouble);
    if (observing->topics.count > 0)
        observing->topics_manner = NAMES_CLOSED;
    names_numbers(&observing->facets, NAMES_OPEN, written->facets, trouble);
}

/* Steps that measuring the state takes, roughly. */
static double steps_of(const struct movement_state *state)
{
    size_t told = state->group_count + 2 * (state->links.count + state->dependencies.count);
    for (uint32_t i = 0; i < state->group_count; i++)
        told += state->groups[i].facets.count + state->groups[i].topics.count;
    for (size_t i = 0; i < state->problem_count; i++)
        told += state->problems[i].count;
    return (double)told * state->group_count + state->sites + state->topics + state->facets;
}

struct series {
    struct movement_state *states;
    sim_time *times;
    size_t count;
    double steps;
    struct when first;
};

/* --- when --- */

enum status observing_when(const struct node *node, struct when *when, struct trouble *trouble)
{
    static const struct field field = {
        .name = "at", .kind = FIELD_DURATION, .usual = "", .least = 0, .most = 0, .unit = "d"};
    *when = (struct when){0};
    if (node->kind != NODE_SCALAR || !date_looks_like(node->text))
        return field_parse(&field, node, &when->at, trouble);
    when->dated = date_read(node->text, &when->day);
    return when->dated
               ? STATUS_FINE
               : node_trouble(trouble, node,
                              "there is no day `%s`; write a date with four, two and two digits, as in "
                              "2011-09-17",
                              quote_of(node->text).text);
}

/* The instant of a moment: since the first date where moments have dates. */
static enum status moment_time(struct series *series, const struct node *at, sim_time *instant,
                               struct trouble *trouble)
{
    struct when when;
    if (at == NULL || observing_when(at, &when, trouble) != STATUS_FINE)
        return STATUS_BAD_INPUT;
    if (series->count == 0)
        series->first = when;
    if (when.dated != series->first.dated)
        return node_trouble(trouble, at, "the first moment has %s; give all moments dates, or none",
                            series->first.dated ? "a date" : "no date");
    *instant = when.dated ? (when.day - series->first.day) * SIM_DAY : when.at;
    if (series->count > 0 && *instant <= series->times[series->count - 1])
        return node_trouble(trouble, at, "`at` must be later than at the moment before");
    return STATUS_FINE;
}

static enum status series_add(struct series *series, const struct observing *observing, sim_time at,
                              const struct node *node)
{
    const struct movement_state state = observing_state(observing);
    series->steps += steps_of(&state);
    if (series->steps > most_steps)
        return node_key_trouble(observing->trouble, node,
                                "%u groups, with what the file says of them, are too much to be measured, "
                                "here or together with the moments before",
                                state.group_count);
    series->times[series->count] = at;
    series->states[series->count++] = state;
    return STATUS_FINE;
}

/* Reads all moments, and stops at one with which the movement is too large. */
static void take_moments(struct observing *observing, const struct written_movement *written,
                         struct node *tree, struct series *series)
{
    const struct written_moment *moments = written->moments.items;
    struct node *list = node_at(tree, "moments"), *node = list == NULL ? NULL : list->first;
    observing_take(observing, &written->first, tree);
    if (written->moments.count == 0)
        series_add(series, observing, 0, tree);
    for (size_t i = 0; i < written->moments.count && node != NULL; i++, node = node->next) {
        sim_time at = series->count == 0 ? 0 : series->times[series->count - 1];
        moment_time(series, moments[i].at, &at, observing->trouble);
        observing_take(observing, &moments[i].changes, node);
        if (series_add(series, observing, at, node) != STATUS_FINE)
            return;
    }
}

static void meet_all(struct observing *observing, const struct written_movement *written, struct node *tree)
{
    const struct written_moment *moments = written->moments.items;
    struct node *list = node_at(tree, "moments"), *node = list == NULL ? NULL : list->first;
    observing_meet(observing, &written->first, tree);
    for (size_t i = 0; i < written->moments.count && node != NULL; i++, node = node->next)
        observing_meet(observing, &moments[i].changes, node);
    observing->known = ARENA_NEW(observing->arena, struct known_group, (size_t)observing->groups.count + 1);
}

/* --- measuring --- */

static size_t count_of(enum measure_shape shape)
{
    size_t count = 0;
    for (size_t i = 0; i < STATE_MEASURES; i++)
        count += state_measures[i].measure.shape == shape ? 1 : 0;
    return count;
}

/* Measures of a moment; in the list they stand before those of the whole course. */
static struct measured *observed_measure(struct course *course, sim_time at,
                                         const struct movement_state *state, struct arena *arena)
{
    struct measured *values = ARENA_NEW(arena, struct measured, count_of(MEASURE_TIME));
    struct arena scratch = {0};
    const struct state_view view = state_view_of(state, state_terms_of(1), &scratch);
    course_take(course, at, &view);
    for (size_t i = 0; i < count_of(MEASURE_TIME); i++)
        values[i] = state_measures[i].state != NULL ? state_measures[i].state(&view)
                                                    : state_measures[i].course(course);
    arena_free(&scratch);
    return values;
}

static struct observed_movement *measure_all(const struct observing *observing,
                                             const struct written_movement *written, struct series *series)
{
    struct arena *arena = observing->arena;
    struct observed_movement *movement = ARENA_NEW(arena, struct observed_movement, 1);
    struct observed_moment *moments = ARENA_NEW(arena, struct observed_moment, series->count + 1);
    struct measured *of_course = ARENA_NEW(arena, struct measured, count_of(MEASURE_RUN));
    struct course course = course_begin();
    for (size_t i = 0; i < series->count; i++) {
        struct movement_state *state = &series->states[i];
        /* the same for all moments, so that they can be compared */
        state->topics = observing->topics.count;
        moments[i] = (struct observed_moment){series->times[i], state->group_count, state->links.count,
                                              observed_measure(&course, series->times[i], state, arena)};
    }
    for (size_t i = 0; i < count_of(MEASURE_RUN); i++)
        of_course[i] = state_measures[count_of(MEASURE_TIME) + i].course(&course);
    *movement = (struct observed_movement){
        .title = written->title,
        .source = written->source == NULL ? "" : written->source,
        .unit = observing->unit,
        .sites = observing->sites.count,
        .topics = observing->topics.count,
        .dated = series->first.dated,
        .first_day = series->first.day,
        .moments = moments,
        .moment_count = series->count,
        .course = of_course,
    };
    return movement;
}

/* Mistakes in the text were reported before, mistakes in the fields are now; whatever can be understood is
 * read all the same, so that all mistakes are reported at once. */
struct observed_movement *observed_of_tree(struct node *tree, struct arena *arena, struct trouble *trouble)
{
    struct written_movement *written = ARENA_NEW(arena, struct written_movement, 1);
    struct observed_movement *movement = NULL;
    struct trouble own = {0};
    if (tree == NULL)
        return NULL;
    section_bind(&observed_section, tree, written, arena, &own);
    struct observing observing = observing_begin(arena, &own);
    const size_t most = written->moments.count + 1;
    struct series series = {
        ARENA_NEW(arena, struct movement_state, most), ARENA_NEW(arena, sim_time, most), 0, 0, {0}};
    take_lists(&observing, written);
    meet_all(&observing, written, tree);
    if (observing.groups.count > MOST_GROUPS)
        node_key_trouble(&own, tree, "%u groups are more than %d, the most there can be",
                         observing.groups.count, (int)MOST_GROUPS);
    else
        take_moments(&observing, written, tree, &series);
    trouble_sort(&own, 0);
    bool sound = own.count == 0 && trouble->count == 0;
    trouble_move(trouble, &own);
    if (sound)
        movement = measure_all(&observing, written, &series);
    observing_end(&observing);
    return movement;
}

struct observed_movement *observed_read_file(const char *path, struct arena *arena, struct trouble *trouble)
{
    return observed_of_tree(node_read_file(path, arena, trouble), arena, trouble);
}

struct observed_movement *observed_read(const char *name, const char *text, size_t length,
                                        struct arena *arena, struct trouble *trouble)
{
    return observed_of_tree(node_read(name, text, length, arena, trouble), arena, trouble);
}

char *observed_when(const struct observed_movement *movement, const struct observed_moment *moment,
                    char *text, size_t room)
{
    if (movement->dated)
        return date_text(movement->first_day + moment->at / SIM_DAY, text, room);
    sim_time_text(moment->at, text, room);
    return text;
}

/* --- what the measures are --- */

static size_t measures_of(enum measure_shape shape, struct arena *arena,
                          const struct measure *const **measures)
{
    const struct measure **all = ARENA_NEW(arena, const struct measure *, count_of(shape));
    size_t count = 0;
    for (size_t i = 0; i < STATE_MEASURES; i++)
        if (state_measures[i].measure.shape == shape)
            all[count++] = &state_measures[i].measure;
    *measures = all;
    return count;
}

size_t observed_measures(struct arena *arena, const struct measure *const **measures)
{
    return measures_of(MEASURE_TIME, arena, measures);
}

size_t observed_course_measures(struct arena *arena, const struct measure *const **measures)
{
    return measures_of(MEASURE_RUN, arena, measures);
}

static size_t labels_of(const struct measure *const *measures, size_t count, struct arena *arena,
                        const struct measure_label **labels)
{
    struct measure_label *all = ARENA_NEW(arena, struct measure_label, count);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct measure_label){measures[i]->name, measures[i]->unit};
    *labels = all;
    return count;
}

size_t observed_labels(struct arena *arena, const struct measure_label **labels)
{
    const struct measure *const *measures;
    size_t count = observed_measures(arena, &measures);
    return labels_of(measures, count, arena, labels);
}

size_t observed_course_labels(struct arena *arena, const struct measure_label **labels)
{
    const struct measure *const *measures;
    size_t count = observed_course_measures(arena, &measures);
    return labels_of(measures, count, arena, labels);
}
