#include "state/differentiation.h"
#include "base/same.h"

#include <math.h>

static const char *const no_effort = "nobody puts any effort into any topic";

/* Shannon's entropy of the shares of `values`, which add up to `sum` > 0. */
static double entropy(const double *values, size_t count, double sum)
{
    double bits = 0;
    for (size_t i = 0; i < count; i++)
        if (values[i] > 0)
            bits -= values[i] / sum * same_log(values[i] / sum);
    return bits;
}

static double sum_of(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum;
}

static void add_efforts(double *onto, struct efforts efforts)
{
    for (size_t i = 0; i < efforts.count; i++)
        onto[efforts.items[i].on] += efforts.items[i].much;
}

/* Effort of all groups on each topic. */
static double *effort_on_topics(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    double *effort = ARENA_NEW(view->arena, double, (size_t)state->topics + 1);
    for (uint32_t i = 0; i < state->group_count; i++)
        add_efforts(effort, state->groups[i].topics);
    return effort;
}

struct measured topic_variety(const struct state_view *view)
{
    const uint32_t topics = view->state->topics;
    const double *effort = effort_on_topics(view);
    double sum = sum_of(effort, topics);
    return sum > 0 ? measured(same_exp(entropy(effort, topics, sum))) : not_defined(no_effort);
}

struct measured topic_count(const struct state_view *view)
{
    const double *effort = effort_on_topics(view);
    double count = 0;
    for (uint32_t topic = 0; topic < view->state->topics; topic++)
        count += effort[topic] > 0 ? 1 : 0;
    return count > 0 ? measured(count) : not_defined(no_effort);
}

struct measured topic_dominance(const struct state_view *view)
{
    const uint32_t topics = view->state->topics;
    const double *effort = effort_on_topics(view);
    double sum = sum_of(effort, topics), squares = 0;
    for (uint32_t topic = 0; topic < topics && sum > 0; topic++)
        squares += effort[topic] / sum * (effort[topic] / sum);
    return sum > 0 ? measured(1 / squares) : not_defined(no_effort);
}

struct measured differentiation(const struct state_view *view)
{
    if (view->state->topics < 2)
        return not_defined("there is one topic only");
    struct measured variety = topic_variety(view);
    if (variety.why != NULL)
        return variety;
    return measured(fmax(0, (variety.value - 1) / ((double)view->state->topics - 1)));
}

struct measured variety_of_all_sites(const struct state_view *view)
{
    return topic_variety(view);
}

/* Groups site by site, so that memory is one row of topics and not sites x topics. */
static uint32_t *groups_by_site(const struct state_view *view, size_t **first)
{
    const struct movement_state *state = view->state;
    uint32_t *order = ARENA_NEW(view->arena, uint32_t, (size_t)state->group_count + 1);
    *first = ARENA_NEW(view->arena, size_t, (size_t)state->sites + 2);
    for (uint32_t i = 0; i < state->group_count; i++)
        (*first)[state->groups[i].site + 2]++;
    for (uint32_t site = 0; site < state->sites; site++)
        (*first)[site + 2] += (*first)[site + 1];
    for (uint32_t i = 0; i < state->group_count; i++)
        order[(*first)[state->groups[i].site + 1]++] = i;
    return order;
}

/* Effort of some groups, and the entropy of its spread over topics times that effort. */
struct spread {
    double effort;
    double weighted;
};

/* `on_topics` is all zeros before and after. */
static struct spread spread_of(const struct movement_state *state, const uint32_t *groups, size_t count,
                               double *on_topics)
{
    struct spread spread = {0};
    for (size_t i = 0; i < count; i++) {
        struct efforts topics = state->groups[groups[i]].topics;
        add_efforts(on_topics, topics);
        for (size_t j = 0; j < topics.count; j++)
            spread.effort += topics.items[j].much;
    }
    for (size_t i = 0; i < count; i++) {
        struct efforts topics = state->groups[groups[i]].topics;
        for (size_t j = 0; j < topics.count; j++) {
            double *much = &on_topics[topics.items[j].on];
            if (*much > 0)
                spread.weighted -= *much * same_log(*much / spread.effort);
            *much = 0;
        }
    }
    return spread;
}

struct measured variety_within_sites(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    double *on_topics = ARENA_NEW(view->arena, double, (size_t)state->topics + 1);
    struct spread sum = {0};
    size_t *first;
    const uint32_t *order = groups_by_site(view, &first);
    for (uint32_t site = 0; site < state->sites; site++) {
        struct spread here = spread_of(state, order + first[site], first[site + 1] - first[site], on_topics);
        sum.effort += here.effort;
        sum.weighted += here.weighted;
    }
    return sum.effort > 0 ? measured(same_exp(sum.weighted / sum.effort)) : not_defined(no_effort);
}

struct measured variety_between_sites(const struct state_view *view)
{
    struct measured within = variety_within_sites(view), all = variety_of_all_sites(view);
    return all.why == NULL ? measured(all.value / within.value) : all;
}

/* I(who; topic) = H(topic) - H(topic | who); the second is the mean entropy of each one's own effort. */
static struct measured division(const struct state_view *view, const struct efforts *own, size_t count)
{
    const uint32_t topics = view->state->topics;
    double *effort = ARENA_NEW(view->arena, double, (size_t)topics + 1);
    double weighted = 0;
    for (size_t i = 0; i < count; i++) {
        double sum = 0, bits = 0;
        for (size_t j = 0; j < own[i].count; j++)
            sum += own[i].items[j].much;
        for (size_t j = 0; j < own[i].count; j++)
            if (own[i].items[j].much > 0)
                bits -= own[i].items[j].much * same_log(own[i].items[j].much / sum);
        weighted += bits;
        add_efforts(effort, own[i]);
    }
    double all = sum_of(effort, topics);
    if (!(all > 0))
        return not_defined(no_effort);
    double whole = entropy(effort, topics, all);
    if (!(whole > 0))
        return not_defined("all effort goes into one topic, so there is nothing to divide");
    /* rounding may carry the difference just below 0 */
    return measured(fmax(0, (whole - weighted / all) / whole));
}

struct measured division_of_labour(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    if (state->person_count > 0)
        return division(view, state->people, state->person_count);
    struct efforts *own = ARENA_NEW(view->arena, struct efforts, (size_t)state->group_count + 1);
    for (uint32_t i = 0; i < state->group_count; i++)
        own[i] = state->groups[i].topics;
    return division(view, own, state->group_count);
}
