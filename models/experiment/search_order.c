#include "experiment/search_order.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

/* A week while it is put into order. Costs: of the goals, less is better. */
struct ordered {
    size_t week;
    double costs[SEARCH_MOST_ASKED];
    double missed; /* by how much the limits are missed, summed as shares of them; infinite: not known */
    size_t front;
    double lonely; /* how far its neighbours in the front are, as shares of what the front spans */
};

struct ordering {
    struct ordered *all;
    size_t count, goals;
};

static double mean_of(const struct search_week *week, size_t which)
{
    return week->counts[which] == 0 ? NAN : week->sums[which] / week->counts[which];
}

static double missed_of(const struct search_asked *limit, double mean)
{
    double missed = 0;
    if (isnan(mean))
        return INFINITY;
    if (!isnan(limit->least) && mean < limit->least)
        missed += (limit->least - mean) / (limit->least == 0 ? 1 : fabs(limit->least));
    if (!isnan(limit->most) && mean > limit->most)
        missed += (mean - limit->most) / (limit->most == 0 ? 1 : fabs(limit->most));
    return missed;
}

static struct ordered ordered_of(const struct search_week *weeks, const struct search_asked *asked,
                                 size_t asked_count, size_t week)
{
    struct ordered ordered = {.week = week};
    size_t goal = 0;
    for (size_t i = 0; i < asked_count; i++) {
        const double mean = mean_of(&weeks[week], i);
        if (!asked[i].is_goal)
            ordered.missed += missed_of(&asked[i], mean);
        else
            ordered.costs[goal++] = isnan(mean) ? INFINITY : asked[i].more ? -mean : mean;
    }
    return ordered;
}

static int number_order(double one, double other)
{
    return (one > other) - (one < other);
}

static int week_order(const struct ordered *one, const struct ordered *other)
{
    return (one->week > other->week) - (one->week < other->week);
}

/* Who is better than a week comes before it. */
static int first_look(const void *a, const void *b)
{
    const struct ordered *one = a, *other = b;
    int order = number_order(one->missed, other->missed);
    for (size_t i = 0; i < SEARCH_MOST_ASKED && order == 0; i++)
        order = number_order(one->costs[i], other->costs[i]);
    return order != 0 ? order : week_order(one, other);
}

static bool is_better(const struct ordering *ordering, const struct ordered *one, const struct ordered *other)
{
    bool better = false;
    if (one->missed != other->missed)
        return one->missed < other->missed;
    for (size_t i = 0; i < ordering->goals; i++) {
        if (one->costs[i] > other->costs[i])
            return false;
        better = better || one->costs[i] < other->costs[i];
    }
    return better || one->week < other->week; /* two weeks that do the same are one week, and one is enough */
}

enum { NOBODY = -1 };

/* Whether a week of the front is better; `before`: by week, who joined its front before it. Those that joined
 * last are the nearest, and mostly decide it. */
static bool is_beaten(const struct ordering *ordering, const ptrdiff_t *before, ptrdiff_t last,
                      const struct ordered *week)
{
    for (ptrdiff_t at = last; at != NOBODY; at = before[at])
        if (is_better(ordering, &ordering->all[at], week))
            return true;
    return false;
}

/* Each week joins the first front of which no week is better (Zhang, Tian, Cheng & Jin 2015). Returns the
 * number of fronts. */
static size_t find_fronts(struct ordering *ordering)
{
    ptrdiff_t *before = must_allocate(2 * ordering->count + 1, sizeof *before);
    ptrdiff_t *last = before + ordering->count;
    size_t fronts = 0, open = 0; /* who misses less is better than all who miss more: theirs are closed */
    for (size_t i = 0; i < ordering->count; i++) {
        struct ordered *week = &ordering->all[i];
        if (i > 0 && ordering->all[i - 1].missed != week->missed)
            open = fronts;
        size_t front = open;
        while (front < fronts && is_beaten(ordering, before, last[front], week))
            front++;
        if (front == fronts)
            last[fronts++] = NOBODY;
        before[i] = last[front];
        last[front] = (ptrdiff_t)i;
        week->front = front;
    }
    free(before);
    return fronts;
}

static int front_order(const void *a, const void *b)
{
    const struct ordered *one = a, *other = b;
    if (one->front != other->front)
        return one->front < other->front ? -1 : 1;
    return week_order(one, other);
}

static int lonely_order(const void *a, const void *b)
{
    const struct ordered *one = a, *other = b;
    if (one->front != other->front)
        return one->front < other->front ? -1 : 1;
    const int order = number_order(other->lonely, one->lonely);
    return order != 0 ? order : week_order(one, other);
}

struct place {
    double cost;
    struct ordered *week;
};

static int place_order(const void *a, const void *b)
{
    const struct place *one = a, *other = b;
    const int order = number_order(one->cost, other->cost);
    return order != 0 ? order : week_order(one->week, other->week);
}

/* The ends of a front are lonelier than all others. */
static void add_distances(struct ordered *front, size_t count, size_t goal, struct place *places)
{
    for (size_t i = 0; i < count; i++)
        places[i] = (struct place){front[i].costs[goal], &front[i]};
    qsort(places, count, sizeof *places, place_order);
    const double span = places[count - 1].cost - places[0].cost;
    places[0].week->lonely = places[count - 1].week->lonely = INFINITY;
    for (size_t i = 1; i + 1 < count && span > 0 && isfinite(span); i++)
        places[i].week->lonely += (places[i + 1].cost - places[i - 1].cost) / span;
}

static void find_lonely(struct ordering *ordering)
{
    struct place *places = must_allocate(ordering->count + 1, sizeof *places);
    size_t next = 0;
    for (size_t first = 0; first < ordering->count; first = next) {
        for (next = first; next < ordering->count && ordering->all[next].front == ordering->all[first].front;)
            next++;
        for (size_t goal = 0; goal < ordering->goals; goal++)
            add_distances(&ordering->all[first], next - first, goal, places);
    }
    free(places);
}

void search_sort(const struct search_week *weeks, const struct search_asked *asked, size_t asked_count,
                 size_t *list, size_t count)
{
    struct ordering ordering = {must_allocate(count + 1, sizeof *ordering.all), count, 0};
    for (size_t i = 0; i < asked_count; i++)
        ordering.goals += asked[i].is_goal ? 1 : 0;
    for (size_t i = 0; i < count; i++)
        ordering.all[i] = ordered_of(weeks, asked, asked_count, list[i]);
    qsort(ordering.all, count, sizeof *ordering.all, first_look);
    find_fronts(&ordering);
    qsort(ordering.all, count, sizeof *ordering.all, front_order);
    find_lonely(&ordering);
    qsort(ordering.all, count, sizeof *ordering.all, lonely_order);
    for (size_t i = 0; i < count; i++)
        list[i] = ordering.all[i].week;
    free(ordering.all);
}
