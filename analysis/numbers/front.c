#include "analysis/numbers/front.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

/* What is being worked out. */
struct fronting {
    struct results *results;
    struct front *front;
    struct front_week *weeks;
    const double **loaded; /* fresh runs of each number that is asked */
    size_t room;           /* for the runs of a week, or of the scenario as it is */
    struct arena *arena;
};

/* --- numbers --- */

static bool all_same(const double *values, size_t count)
{
    double first = NAN;
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(values[i]))
            continue;
        if (isnan(first))
            first = values[i];
        if (values[i] != first)
            return false;
    }
    return true;
}

static bool within(const struct results_asked *asked, double value)
{
    return !(value < asked->least) && !(value > asked->most);
}

enum keeps front_keeps(const struct results_asked *asked, const struct estimate *mean, bool same,
                       double confidence)
{
    if (asked->kind != ASKED_LIMIT)
        return KEEPS_SURELY;
    if (mean->certainty == CERTAINTY_NONE || isnan(mean->value))
        return KEEPS_NOT;
    if (mean->certainty == CERTAINTY_INTERVAL) {
        if (within(asked, mean->low) && within(asked, mean->high))
            return KEEPS_SURELY;
        return mean->high < asked->least || mean->low > asked->most ? KEEPS_NOT : KEEPS_PERHAPS;
    }
    if (!within(asked, mean->value))
        return KEEPS_NOT;
    return same && mean->used >= fewest_pairs(confidence) ? KEEPS_SURELY : KEEPS_PERHAPS;
}

int front_side(const struct results_asked *asked, const struct contrast *contrast)
{
    const int side = contrast->verdict == VERDICT_HIGHER ? 1 : contrast->verdict == VERDICT_LOWER ? -1 : 0;
    return asked->kind == ASKED_MORE ? side : asked->kind == ASKED_LESS ? -side : 0;
}

/* A number of a week, or of the scenario as it is, from `count` runs. */
static struct front_number number_of(const struct fronting *fronting, size_t asked, const double *values,
                                     size_t count)
{
    const struct results_asked *what = &fronting->front->choice->asked[asked];
    const struct bounds bounds = fronting->results->measures[what->measure].bounds;
    struct front_number number = {.mean = estimate_mean(values, count, bounds, fronting->front->confidence)};
    number.keeps = front_keeps(what, &number.mean, all_same(values, count), fronting->front->confidence);
    return number;
}

static void judge(const struct fronting *fronting, struct front_week *week)
{
    week->has_goals = true;
    for (size_t i = 0; i < fronting->front->choice->asked_count; i++) {
        const struct front_number *number = &week->numbers[i];
        week->keeps = number->keeps > week->keeps ? number->keeps : week->keeps;
        if (fronting->front->choice->asked[i].kind != ASKED_LIMIT && !isfinite(number->mean.value))
            week->has_goals = false;
    }
}

static void count_ahead(const struct results_asked *asked, const double *values, const double *others,
                        size_t pairs, struct front_number *number)
{
    for (size_t i = 0; i < pairs && asked->kind != ASKED_LIMIT; i++) {
        if (isnan(values[i]) || isnan(others[i]))
            continue;
        number->pairs++;
        number->ahead += (asked->kind == ASKED_MORE ? values[i] > others[i] : values[i] < others[i]) ? 1 : 0;
    }
}

/* The runs of the week as it is: those of the scenario itself, or in the worlds of the finalists. */
static size_t values_as_it_is(const struct fronting *fronting, size_t asked, double *values)
{
    const struct results_choice *choice = fronting->front->choice;
    if (choice->as_it_is == NOT_FOUND)
        return results_run_values(fronting->results, choice->asked[asked].measure, 0, 0, ALL_SITES, values);
    return results_world_values(fronting->results, choice->asked[asked].measure, fronting->loaded[asked],
                                choice->as_it_is, 0, ALL_SITES, values);
}

static void number_week(const struct fronting *fronting, size_t week, const double *as_it_is, size_t runs,
                        double *values)
{
    const struct results_choice *choice = fronting->front->choice;
    const size_t world = choice->finalists[week].world;
    struct front_number *numbers = ARENA_NEW(fronting->arena, struct front_number, choice->asked_count);
    for (size_t i = 0; i < choice->asked_count; i++) {
        const size_t measure = choice->asked[i].measure;
        const size_t count = results_world_values(fronting->results, measure, fronting->loaded[i], world, 0,
                                                  ALL_SITES, values);
        const size_t pairs = !choice->is_paired ? 0 : count < runs ? count : runs;
        const struct contrast_of what = {measure, 0, 0, 0, fronting->front->confidence};
        numbers[i] = number_of(fronting, i, values, count);
        const double *others = as_it_is + i * fronting->room;
        numbers[i].contrast = contrast_of_values(fronting->results, &what, values, others, pairs);
        count_ahead(&choice->asked[i], values, others, pairs, &numbers[i]);
    }
    fronting->weeks[week].numbers = numbers;
    judge(fronting, &fronting->weeks[week]);
}

static void number_all(const struct fronting *fronting)
{
    const struct results_choice *choice = fronting->front->choice;
    const size_t room = fronting->room;
    double *as_it_is = must_allocate(choice->asked_count * room + 1, sizeof *as_it_is);
    double *values = must_allocate(choice->weeks.most_runs + 1, sizeof *values);
    struct front_number *numbers = ARENA_NEW(fronting->arena, struct front_number, choice->asked_count);
    size_t runs = 0;
    for (size_t i = 0; i < choice->asked_count; i++) {
        runs = values_as_it_is(fronting, i, as_it_is + i * room);
        numbers[i] = number_of(fronting, i, as_it_is + i * room, runs);
    }
    fronting->front->as_it_is.numbers = numbers;
    judge(fronting, &fronting->front->as_it_is);
    for (size_t week = 0; week < fronting->front->week_count; week++)
        number_week(fronting, week, as_it_is, runs, values);
    free(values);
    free(as_it_is);
}

/* --- the front --- */

static double height(const struct front *front, size_t week, size_t asked)
{
    const double mean = front->weeks[week].numbers[asked].mean.value;
    return front->choice->asked[asked].kind == ASKED_LESS ? -mean : mean;
}

static bool is_goal(const struct front *front, size_t asked)
{
    return front->choice->asked[asked].kind != ASKED_LIMIT;
}

static bool is_eligible(const struct front *front, size_t week)
{
    return front->weeks[week].has_goals && front->weeks[week].keeps <= front->kept;
}

static bool is_better(const struct front *front, size_t one, size_t other)
{
    bool better = false;
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        if (!is_goal(front, i))
            continue;
        if (height(front, one, i) < height(front, other, i))
            return false;
        better = better || height(front, one, i) > height(front, other, i);
    }
    return better;
}

/* By a goal, and where two are equal by the others in their order. */
static bool comes_first(const struct front *front, size_t one, size_t other, size_t by)
{
    if (height(front, one, by) != height(front, other, by))
        return height(front, one, by) > height(front, other, by);
    for (size_t i = 0; i < front->choice->asked_count; i++)
        if (is_goal(front, i) && height(front, one, i) != height(front, other, i))
            return height(front, one, i) > height(front, other, i);
    return one < other;
}

/* The surest way in which any week keeps the limits. */
static enum keeps best_kept(const struct front *front)
{
    enum keeps kept = KEEPS_NOT;
    for (size_t i = 0; i < front->week_count; i++)
        if (front->weeks[i].has_goals && front->weeks[i].keeps < kept)
            kept = front->weeks[i].keeps;
    return kept;
}

static void find_front(const struct fronting *fronting)
{
    struct front *front = fronting->front;
    size_t *on_front = ARENA_NEW(fronting->arena, size_t, front->week_count + 1);
    for (size_t week = 0; week < front->week_count; week++) {
        bool best = is_eligible(front, week);
        for (size_t other = 0; other < front->week_count && best; other++)
            best = !is_eligible(front, other) || !is_better(front, other, week);
        fronting->weeks[week].is_on_front = best;
        if (!best)
            continue;
        size_t at = front->front_count++;
        for (; at > 0 && comes_first(front, week, on_front[at - 1], front->first); at--)
            on_front[at] = on_front[at - 1];
        on_front[at] = week;
    }
    front->on_front = on_front;
}

/* --- what to hold --- */

static void hold_week(struct front *front, enum held_as as, size_t week)
{
    front->held[front->held_count++] = (struct front_held){as, week, false};
}

size_t front_held_as(const struct front *front, size_t week)
{
    for (size_t i = 0; i < front->held_count; i++)
        if (front->held[i].week == week)
            return i;
    return NOT_FOUND;
}

/* How far a week is from the best of each goal, these scaled from the worst to the best of the front. */
static double from_ideal(const struct front *front, size_t week)
{
    double sum = 0;
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        double least = INFINITY, most = -INFINITY;
        for (size_t j = 0; j < front->front_count && is_goal(front, i); j++) {
            least = fmin(least, height(front, front->on_front[j], i));
            most = fmax(most, height(front, front->on_front[j], i));
        }
        if (most > least)
            sum += pow((most - height(front, week, i)) / (most - least), 2);
    }
    return sum;
}

static void hold_between(struct front *front)
{
    size_t nearest = NOT_FOUND;
    for (size_t i = 0; i < front->front_count; i++) {
        const size_t week = front->on_front[i];
        if (front_held_as(front, week) != NOT_FOUND)
            continue;
        if (nearest == NOT_FOUND || from_ideal(front, week) < from_ideal(front, nearest))
            nearest = week;
    }
    if (nearest != NOT_FOUND)
        hold_week(front, HELD_AS_BETWEEN, nearest);
}

static void find_held(struct front *front)
{
    if (front->front_count == 0)
        return;
    hold_week(front, HELD_AS_FIRST, front->on_front[0]);
    if (front->next == NOT_FOUND)
        return;
    size_t best = front->on_front[0];
    for (size_t i = 1; i < front->front_count; i++)
        if (comes_first(front, front->on_front[i], best, front->next))
            best = front->on_front[i];
    if (best == front->on_front[0])
        front->held[0].is_best_of_both = true;
    else
        hold_week(front, HELD_AS_NEXT, best);
    hold_between(front);
}

/* Of one goal: the weeks that are not clearly worse than the best, pair by pair. */
static void find_alike(const struct fronting *fronting)
{
    const struct front *front = fronting->front;
    const struct results_choice *choice = front->choice;
    const struct results_asked *goal = &choice->asked[front->first];
    const size_t room = choice->weeks.most_runs + 1;
    if (front->next != NOT_FOUND || front->held_count == 0)
        return;
    double *values = must_allocate(2 * room, sizeof *values), *best = values + room;
    const size_t runs =
        results_world_values(fronting->results, goal->measure, fronting->loaded[front->first],
                             choice->finalists[front->held[0].week].world, 0, ALL_SITES, best);
    for (size_t week = 0; week < front->week_count; week++) {
        const size_t count =
            results_world_values(fronting->results, goal->measure, fronting->loaded[front->first],
                                 choice->finalists[week].world, 0, ALL_SITES, values);
        const struct contrast_of what = {goal->measure, 0, 0, 0, front->confidence};
        const struct contrast contrast = contrast_of_values(fronting->results, &what, values, best,
                                                            !choice->is_paired ? 0
                                                            : count < runs     ? count
                                                                               : runs);
        fronting->weeks[week].is_alike =
            week != front->held[0].week && is_eligible(front, week) && front_side(goal, &contrast) >= 0;
    }
    free(values);
}

/* --- all of it --- */

static void count_asked(struct front *front)
{
    front->first = front->next = NOT_FOUND;
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        if (!is_goal(front, i)) {
            front->limits++;
            continue;
        }
        front->goals++;
        if (front->first == NOT_FOUND)
            front->first = i;
        else if (front->next == NOT_FOUND)
            front->next = i;
    }
    front->fewest_runs = front->week_count == 0 ? 0 : SIZE_MAX;
    for (size_t i = 0; i < front->week_count; i++) {
        const size_t runs = front->choice->weeks.runs[front->choice->finalists[i].world];
        front->fewest_runs = runs < front->fewest_runs ? runs : front->fewest_runs;
    }
}

const struct front *front_of(struct results *results, double confidence, struct arena *arena,
                             struct trouble *trouble)
{
    const struct results_choice *choice = results->choice;
    if (choice == NULL)
        return NULL;
    struct front *front = ARENA_NEW(arena, struct front, 1);
    struct fronting fronting = {results,
                                front,
                                ARENA_NEW(arena, struct front_week, choice->finalist_count + 1),
                                ARENA_NEW(arena, const double *, choice->asked_count),
                                results->most_replications > choice->weeks.most_runs
                                    ? results->most_replications
                                    : choice->weeks.most_runs,
                                arena};
    *front = (struct front){.results = results,
                            .choice = choice,
                            .confidence = confidence > 0 ? confidence : USUAL_CONFIDENCE,
                            .weeks = fronting.weeks,
                            .week_count = choice->finalist_count};
    for (size_t i = 0; i < choice->asked_count; i++) {
        fronting.loaded[i] = results_load_worlds(results, choice->asked[i].measure, trouble);
        if (fronting.loaded[i] == NULL)
            return NULL;
    }
    count_asked(front);
    number_all(&fronting);
    front->kept = best_kept(front);
    find_front(&fronting);
    find_held(front);
    find_alike(&fronting);
    return front;
}

bool front_is_goal_too(const struct front *front, const struct front_week *week, size_t asked)
{
    const struct results_asked *all = front->choice->asked;
    if (all[asked].kind != ASKED_LIMIT || week->numbers[asked].keeps != KEEPS_SURELY)
        return false;
    for (size_t i = 0; i < front->choice->asked_count; i++)
        if (all[i].kind != ASKED_LIMIT && all[i].measure == all[asked].measure)
            return true;
    return false;
}
