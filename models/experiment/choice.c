#include "experiment/choice.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "experiment/run_values.h"
#include "experiment/worlds.h"

/* The luck of the search: far from that of the replications, which the finalists have. */
enum { SEARCH_LUCK = 1 << 22 };

struct choice_state {
    struct record_choice plan;
    struct search *search;
    struct search_task task;
    struct record_asked asked[SEARCH_MOST_ASKED];
    struct search_asked judged[SEARCH_MOST_ASKED];
    size_t measures[SEARCH_MOST_ASKED]; /* where they stand in the record */
    const struct search_order *orders;  /* of the search, under way */
    size_t order_count;
    bool finalists_run;
    double *positions, *values;
    uint32_t *luck;
};

const struct record_choice *choice_plan(const struct choice_state *choice)
{
    return &choice->plan;
}

/* --- what is asked --- */

static void add_asked(struct experiment *experiment, const struct node *where, struct record_asked asked,
                      struct trouble *trouble)
{
    struct choice_state *choice = experiment->choice;
    if (choice->plan.asked_count == SEARCH_MOST_ASKED) {
        node_trouble(trouble, where, "goals and limits are more than %d together", (int)SEARCH_MOST_ASKED);
        return;
    }
    choice->asked[choice->plan.asked_count] = asked;
    choice->judged[choice->plan.asked_count++] =
        (struct search_asked){asked.is_goal, asked.more, asked.least, asked.most};
}

static void find_goals(struct experiment *experiment, struct trouble *trouble)
{
    const struct field_list *list = &experiment->settings[0]->compared.goals;
    const struct goal *goals = list->items;
    const struct node *node = node_at(experiment->whole, "goals");
    if (list->count == 0) {
        node_key_trouble(trouble, node_at(experiment->whole, "choose"),
                         "`choose` is read with `goals`, which say what is wished of a week");
        return;
    }
    node = node->first;
    for (size_t i = 0; i < list->count; i++, node = node->next)
        if ((goals[i].more == NULL) == (goals[i].less == NULL))
            node_trouble(trouble, node, "a goal is one of `more` and `less`, with the name of a measure");
        else
            add_asked(experiment, node,
                      (struct record_asked){.measure = goals[i].more == NULL ? goals[i].less : goals[i].more,
                                            .is_goal = true,
                                            .more = goals[i].more != NULL,
                                            .least = NAN,
                                            .most = NAN},
                      trouble);
}

static void find_demands(struct experiment *experiment, struct trouble *trouble)
{
    const struct field_list *list = &experiment->settings[0]->compared.must;
    const struct demand *demands = list->items;
    const struct node *must = node_at(experiment->whole, "must");
    for (size_t i = 0; i < list->count; i++) {
        struct node *node = list_element(must, i);
        const bool least = node_at(node, "least") != NULL, most = node_at(node, "most") != NULL;
        if (!least && !most)
            node_trouble(trouble, node, "a limit needs `least` or `most`");
        else if (least && most && demands[i].least > demands[i].most)
            node_trouble(trouble, node, "`least` is more than `most`, so no week can keep this");
        else
            add_asked(experiment, node,
                      (struct record_asked){.measure = demands[i].measure,
                                            .least = least ? demands[i].least : NAN,
                                            .most = most ? demands[i].most : NAN},
                      trouble);
    }
}

/* --- the weeks --- */

/* Puts a week at a place among the worlds. */
static void place_week(const struct choice_state *choice, const struct worlds *worlds, size_t world,
                       const uint32_t *levels, uint32_t luck)
{
    const size_t count = worlds->plan.factor_count;
    for (size_t i = 0; i < count; i++) {
        choice->positions[world * count + i] = (levels[i] + 0.5) / (double)worlds->factors[i].choice_count;
        choice->values[world * count + i] = levels[i];
    }
    choice->luck[world] = luck;
    worlds->is_anew[world] = luck != SEARCH_LUCK;
}

/* Asked by the search: the week is bound at a place that no week has. */
static bool week_can_be(void *self, const uint32_t *levels)
{
    const struct experiment *experiment = self;
    const size_t nowhere = experiment->worlds->plan.count;
    place_week(experiment->choice, experiment->worlds, nowhere, levels, 0);
    const bool possible = world_can_be(experiment, nowhere, 0);
    experiment->choice->plan.impossible += possible ? 0 : 1;
    return possible;
}

/* Length of the path of the line that a choice holds or not: of "calendar[1].held" that of "calendar[1]."; 0
 * of any other choice. */
static size_t line_of_switch(const struct factor *factor)
{
    const char *last = strrchr(factor->path, '.');
    return last != NULL && strcmp(last, ".held") == 0 ? (size_t)(last - factor->path) + 1 : 0;
}

static bool is_off(const char *value)
{
    static const char *const words[] = {"no", "false", "off"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0)
            return true;
    return false;
}

/* Where a line is not held, nothing else that is chosen for it matters: the first values stand for all. */
static void settle_week(void *self, uint32_t *levels)
{
    const struct experiment *experiment = self;
    const struct record_worlds *plan = &experiment->worlds->plan;
    for (size_t i = 0; i < plan->factor_count; i++) {
        const size_t length = line_of_switch(&plan->factors[i]);
        if (length == 0 || !is_off(plan->factors[i].choices[levels[i]]))
            continue;
        for (size_t other = 0; other < plan->factor_count; other++)
            if (other != i && strncmp(plan->factors[other].path, plan->factors[i].path, length) == 0)
                levels[other] = 0;
    }
}

/* Combinations that are different from each other. */
static double different_weeks(const struct worlds *worlds)
{
    const size_t count = worlds->plan.factor_count;
    double weeks = 1;
    for (size_t i = 0; i < count; i++)
        weeks *= (double)worlds->factors[i].choice_count;
    for (size_t i = 0; i < count; i++) {
        const size_t length = line_of_switch(&worlds->factors[i]);
        const double values = (double)worlds->factors[i].choice_count;
        double off = 0, others = 1;
        for (size_t value = 0; value < worlds->factors[i].choice_count; value++)
            off += is_off(worlds->factors[i].choices[value]) ? 1 : 0;
        for (size_t other = 0; other < count && length > 0; other++)
            if (other != i && strncmp(worlds->factors[other].path, worlds->factors[i].path, length) == 0)
                others *= (double)worlds->factors[other].choice_count;
        weeks *= ((values - off) * others + off) / (values * others);
    }
    return round(weeks);
}

/* Before the search has said which weeks it tries, the places hold some of all: who asks what a run will take
 * tries them. */
static void place_any(const struct choice_state *choice, const struct worlds *worlds)
{
    uint32_t levels[SEARCH_MOST_CHOICES];
    for (size_t world = 0; world < worlds->plan.count; world++) {
        double rank =
            floor(search_lattice(&choice->task) * ((double)world + 0.5) / (double)worlds->plan.count);
        for (size_t i = 0; i < worlds->plan.factor_count; i++) {
            const double values = (double)worlds->factors[i].choice_count;
            levels[i] = (uint32_t)fmod(rank, values);
            rank = floor(rank / values);
        }
        place_week(choice, worlds, world, levels, SEARCH_LUCK);
    }
}

static void find_places(struct experiment *experiment, struct worlds *worlds)
{
    struct choice_state *choice = experiment->choice;
    struct arena *arena = experiment->arena;
    const struct search_settings *search = &experiment->settings[0]->compared.search;
    const size_t factors = worlds->plan.factor_count;
    const size_t places = search_most_weeks(&choice->task) + choice->task.finalists + 1 /* as it is */;
    choice->positions = ARENA_NEW(arena, double, (places + 1) * factors);
    choice->values = ARENA_NEW(arena, double, (places + 1) * factors);
    choice->luck = ARENA_NEW(arena, uint32_t, places + 1);
    worlds->plan = (struct record_worlds){
        .by = BY_CHOICE,
        .groups = 1,
        .factors = worlds->factors,
        .factor_count = factors,
        .count = places,
        .made = places,
        .replications = search->fresh_replications > SEARCH_MOST_RUNS ? (uint32_t)search->fresh_replications
                                                                      : SEARCH_MOST_RUNS,
        .positions = choice->positions,
        .values = choice->values,
        .luck = choice->luck,
    };
    worlds->impossible = ARENA_NEW(arena, bool, places + 1);
    worlds->is_anew = ARENA_NEW(arena, bool, places + 1);
    worlds->as_it_is = NO_WEEK;
    place_any(choice, worlds);
}

static void find_task(struct experiment *experiment, const struct worlds *worlds)
{
    struct choice_state *choice = experiment->choice;
    const struct search_settings *search = &experiment->settings[0]->compared.search;
    uint32_t *levels = ARENA_NEW(experiment->arena, uint32_t, worlds->plan.factor_count);
    for (size_t i = 0; i < worlds->plan.factor_count; i++)
        levels[i] = (uint32_t)worlds->factors[i].choice_count;
    choice->task = (struct search_task){
        .choice_count = worlds->plan.factor_count,
        .levels = levels,
        .asked = choice->judged,
        .asked_count = choice->plan.asked_count,
        .runs = (uint64_t)search->runs,
        .finalists = (size_t)search->finalists,
        .seed = (uint64_t)experiment->settings[0]->runs.seed,
        .weeks = different_weeks(worlds),
        .settle = settle_week,
        .possible = week_can_be,
        .self = experiment,
    };
    choice->plan.weeks = choice->task.weeks;
    choice->plan.tries_all = search_tries_all(&choice->task);
}

/* Each value alone goes with the scenario; whether values go together is tried in some weeks of all. */
static void check_together(const struct experiment *experiment, struct trouble *trouble)
{
    enum { WEEKS_TRIED = 200 };
    const size_t places = experiment->worlds->plan.count;
    const size_t count = (size_t)fmin(fmin(experiment->choice->plan.weeks, WEEKS_TRIED), (double)places);
    for (size_t i = 0; i < count; i++)
        if (world_can_be(experiment, i * (places / count), 0))
            return;
    node_key_trouble(trouble, node_at(experiment->whole, "choose"),
                     "in none of %zu weeks that were tried do the values go together", count);
}

/* What is no part of a search. */
static bool stands_alone(const struct experiment *experiment, struct trouble *trouble)
{
    static const char *const others[] = {"designs", "sensitivity", "fit"};
    const size_t before = trouble->count;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct node *other = node_at(experiment->whole, others[i]);
        if (other != NULL && !node_is_empty(other))
            node_key_trouble(
                trouble, other,
                "`%s` and `choose` do not go together: weeks are compared with each other; `over` "
                "alone has them run in plausible worlds",
                others[i]);
    }
    return trouble->count == before;
}

static void check_keys(const struct experiment *experiment, struct trouble *trouble)
{
    static const char *const keys[] = {"goals", "must", "search"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct node *node = node_at(experiment->whole, keys[i]);
        if (node != NULL && !node_is_empty(node))
            node_key_trouble(trouble, node, "`%s` is read with `choose`, which says what is open", keys[i]);
    }
}

void choice_find(struct experiment *experiment, struct trouble *trouble)
{
    const struct node *choose = node_at(experiment->whole, "choose");
    if (experiment->request->base_only || experiment->request->without_worlds)
        return;
    if (choose == NULL || node_count(choose) == 0) {
        check_keys(experiment, trouble);
        return;
    }
    if (!stands_alone(experiment, trouble))
        return;
    struct worlds *worlds = ARENA_NEW(experiment->arena, struct worlds, 1);
    experiment->choice = ARENA_NEW(experiment->arena, struct choice_state, 1);
    experiment->choice->plan.asked = experiment->choice->asked;
    find_goals(experiment, trouble);
    find_demands(experiment, trouble);
    if (!choice_options_find(experiment, worlds, trouble) || trouble->count > 0)
        return;
    choice_worlds_find(experiment, worlds, trouble);
    if (trouble->count > 0)
        return;
    experiment->choice->plan.plausible = worlds->within == NULL ? 0 : worlds->within->plan.factor_count;
    find_task(experiment, worlds);
    find_places(experiment, worlds);
    experiment->worlds = worlds;
    check_together(experiment, trouble);
}

/* --- rounds --- */

uint64_t choice_runs(const struct experiment *experiment)
{
    const struct search_settings *search = &experiment->settings[0]->compared.search;
    const double most = (double)SEARCH_MOST_RUNS * experiment->choice->plan.weeks;
    const uint64_t runs = most < (double)search->runs ? (uint64_t)most : (uint64_t)search->runs;
    const uint64_t anew = (uint64_t)search->finalists + (experiment->worlds->within == NULL ? 0 : 1);
    return runs + anew * (uint64_t)search->fresh_replications;
}

static void order_runs(struct experiment *experiment, size_t world, uint32_t first, uint32_t until)
{
    struct round_state *rounds = &experiment->rounds;
    for (uint32_t i = first; i < until; i++)
        rounds->orders[rounds->count++] =
            (struct run_order){(uint32_t)(experiment->variant_count + world), i, 0};
}

static void tell_search(const struct experiment *experiment, const struct record *record)
{
    const struct choice_state *choice = experiment->choice;
    double values[SEARCH_MOST_ASKED];
    for (size_t i = 0; i < choice->order_count; i++)
        for (uint32_t run = choice->orders[i].first; run < choice->orders[i].until; run++) {
            const struct run_order order = {(uint32_t)(experiment->variant_count + choice->orders[i].week),
                                            run, 0};
            for (size_t which = 0; which < choice->plan.asked_count; which++)
                values[which] = choice->measures[which] == OUTCOME_ABSENT
                                    ? NAN
                                    : run_value(experiment, record, choice->measures[which], &order);
            search_tell(choice->search, choice->orders[i].week, values);
        }
}

static void begin_search(struct experiment *experiment)
{
    struct choice_state *choice = experiment->choice;
    choice->search = search_new(&choice->task, experiment->arena);
    experiment->worlds->plan.made = 0;
    for (size_t i = 0; i < choice->plan.asked_count; i++)
        choice->measures[i] = run_measure(experiment, choice->asked[i].measure);
}

static void ask_search(struct experiment *experiment)
{
    struct choice_state *choice = experiment->choice;
    struct worlds *worlds = experiment->worlds;
    choice->order_count = search_next(choice->search, &choice->orders);
    while (worlds->plan.made < search_weeks(choice->search)) {
        place_week(choice, worlds, worlds->plan.made, search_levels(choice->search, worlds->plan.made),
                   SEARCH_LUCK);
        worlds->plan.made++;
    }
    choice->plan.searched = worlds->plan.made;
    for (size_t i = 0; i < choice->order_count; i++) {
        const struct search_order *order = &choice->orders[i];
        order_runs(experiment, order->week, order->first, order->until);
        choice->plan.runs += order->until - order->first;
    }
}

/* The week as it is in the worlds of the finalists. Where a setting that is open has another value in it than
 * those that may be chosen, the record holds the first one of these. */
static void ask_as_it_is(struct experiment *experiment)
{
    struct choice_state *choice = experiment->choice;
    struct worlds *worlds = experiment->worlds;
    const struct scenario *first = experiment->settings[0];
    uint32_t levels[SEARCH_MOST_CHOICES];
    for (size_t i = 0; i < worlds->plan.factor_count; i++)
        levels[i] = isnan(worlds->factors[i].usual) ? 0 : (uint32_t)worlds->factors[i].usual;
    choice->plan.has_as_it_is = true;
    choice->plan.as_it_is = worlds->as_it_is = worlds->plan.made++;
    place_week(choice, worlds, choice->plan.as_it_is, levels, (uint32_t)first->runs.first_replication - 1);
    order_runs(experiment, choice->plan.as_it_is, 0, (uint32_t)first->compared.search.fresh_replications);
}

static void ask_finalists(struct experiment *experiment)
{
    struct choice_state *choice = experiment->choice;
    struct worlds *worlds = experiment->worlds;
    const struct scenario *first = experiment->settings[0];
    const size_t *weeks, count = search_finalists(choice->search, &weeks);
    struct record_finalist *finalists = ARENA_NEW(experiment->arena, struct record_finalist, count + 1);
    for (size_t i = 0; i < count; i++) {
        const size_t world = worlds->plan.made++;
        place_week(choice, worlds, world, search_levels(choice->search, weeks[i]),
                   (uint32_t)first->runs.first_replication - 1);
        finalists[i] = choice_words_of(experiment, world, weeks[i]);
        order_runs(experiment, world, 0, (uint32_t)first->compared.search.fresh_replications);
    }
    if (experiment->worlds->within != NULL)
        ask_as_it_is(experiment);
    choice->plan.finalists = finalists;
    choice->plan.finalist_count = count;
    choice->finalists_run = true;
}

void choice_round(struct experiment *experiment, const struct record *record)
{
    struct choice_state *choice = experiment->choice;
    if (choice->finalists_run)
        return;
    if (choice->search == NULL)
        begin_search(experiment);
    else
        tell_search(experiment, record);
    ask_search(experiment);
    if (choice->order_count == 0)
        ask_finalists(experiment);
}
