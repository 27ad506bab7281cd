#include "experiment/elimination.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"
#include "base/same.h"

/* A round of fewer runs leaves threads without work; the number is no larger since runs of a system that
 * would be out are made for nothing. It does not depend on the machine: the runs must not. */
enum { RUNS_OF_A_ROUND = 16 };

struct elimination *elimination_begin(const struct elimination_wish *wish, struct arena *arena)
{
    require(wish->systems >= 2 && wish->first >= 3 && wish->worth > 0 && wish->sure < 1);
    const double degrees = wish->first - 1;
    struct elimination *elimination = ARENA_NEW(arena, struct elimination, 1);
    *elimination = (struct elimination){
        .wish = *wish,
        .delta = NAN,
        .spread = degrees * (same_pow(2 * (1 - wish->sure) / (wish->systems - 1), -2 / degrees) - 1),
        .left = wish->systems,
        .in = ARENA_NEW(arena, uint32_t, wish->systems),
        .out = ARENA_NEW(arena, uint32_t, wish->systems),
        .is_absent = ARENA_NEW(arena, bool, wish->systems),
        .sums = ARENA_NEW(arena, double, wish->systems),
        .early = ARENA_NEW(arena, double, (size_t)wish->systems * wish->first),
    };
    for (uint32_t i = 0; i < wish->systems; i++)
        elimination->in[i] = i;
    return elimination;
}

/* --- what came since the last look --- */

static void take_out(struct elimination *elimination, uint32_t system)
{
    elimination->out[system] = elimination->runs;
}

/* Those that are still in, in the order in which they stood. */
static void close_ranks(struct elimination *elimination)
{
    uint32_t left = 0;
    for (uint32_t i = 0; i < elimination->left; i++)
        if (elimination->out[elimination->in[i]] == 0)
            elimination->in[left++] = elimination->in[i];
    elimination->left = left;
}

static void add_values(struct elimination *elimination, uint32_t system, uint32_t from,
                       elimination_value *value, const void *data)
{
    const double sign = elimination->wish.less ? -1 : 1;
    const uint32_t first = elimination->wish.first;
    for (uint32_t run = from; run < elimination->runs; run++) {
        const double number = sign * value(data, system, run);
        elimination->sums[system] += number;
        if (run < first)
            elimination->early[(size_t)system * first + run] = number;
    }
    if (isfinite(elimination->sums[system]))
        return;
    elimination->is_absent[system] = true;
    take_out(elimination, system);
}

static void center_early(struct elimination *elimination, uint32_t system)
{
    const uint32_t first = elimination->wish.first;
    for (uint32_t run = 0; run < first; run++)
        elimination->early[(size_t)system * first + run] -= elimination->sums[system] / first;
}

struct standing {
    double sum;
    uint32_t system;
};

static int compare_standings(const void *one, const void *other)
{
    const struct standing *first = one, *second = other;
    if (first->sum != second->sum)
        return first->sum > second->sum ? -1 : 1;
    return first->system < second->system ? -1 : 1;
}

static void put_in_order(struct elimination *elimination)
{
    struct standing *standings = must_allocate(elimination->left, sizeof *standings);
    for (uint32_t i = 0; i < elimination->left; i++)
        standings[i] = (struct standing){elimination->sums[elimination->in[i]], elimination->in[i]};
    qsort(standings, elimination->left, sizeof *standings, compare_standings);
    for (uint32_t i = 0; i < elimination->left; i++)
        elimination->in[i] = standings[i].system;
    free(standings);
}

/* --- who is out --- */

/* The variance of the difference of two systems in the first stage. */
static double variance_between(const struct elimination *elimination, uint32_t one, uint32_t other)
{
    const uint32_t first = elimination->wish.first;
    const double *here = elimination->early + (size_t)one * first;
    const double *there = elimination->early + (size_t)other * first;
    double squares = 0;
    for (uint32_t run = 0; run < first; run++)
        squares += (here[run] - there[run]) * (here[run] - there[run]);
    return squares / (first - 1);
}

/* By how much a system may lag behind another one, as sums, and still be in. */
static double leeway(const struct elimination *elimination, uint32_t one, uint32_t other)
{
    const double variance = variance_between(elimination, one, other);
    if (!(variance > 0))
        return 0;
    const double leeway = elimination->spread * variance / (2 * elimination->delta) -
                          elimination->delta * elimination->runs / 2;
    return leeway > 0 ? leeway : 0;
}

/* Only those that stand before it can put it out; the best ones mostly do, and are asked first. */
static bool is_beaten(const struct elimination *elimination, uint32_t place)
{
    const uint32_t system = elimination->in[place];
    for (uint32_t i = 0; i < place; i++) {
        const double lag = elimination->sums[elimination->in[i]] - elimination->sums[system];
        if (!(lag > 0))
            return false;
        if (lag > leeway(elimination, elimination->in[i], system))
            return true;
    }
    return false;
}

/* Where nobody has any leeway any more, those that are left have the same sum. */
static bool are_alike(const struct elimination *elimination)
{
    const uint32_t best = elimination->in[0];
    if (elimination->sums[elimination->in[elimination->left - 1]] != elimination->sums[best])
        return false;
    for (uint32_t i = 0; i < elimination->left; i++)
        for (uint32_t j = 0; j < i; j++)
            if (leeway(elimination, elimination->in[j], elimination->in[i]) > 0)
                return false;
    return true;
}

static void end_first_stage(struct elimination *elimination)
{
    for (uint32_t i = 0; i < elimination->left; i++)
        center_early(elimination, elimination->in[i]);
    const double best =
        elimination->left == 0 ? NAN : elimination->sums[elimination->in[0]] / elimination->runs;
    elimination->delta = elimination->wish.worth * (elimination->wish.is_share ? fabs(best) : 1);
}

/* All are judged by those that were in, and then go out together. */
static void judge(struct elimination *elimination)
{
    const uint32_t judged = elimination->left;
    bool *beaten = must_allocate(judged, sizeof *beaten);
    for (uint32_t i = 0; i < judged; i++)
        beaten[i] = is_beaten(elimination, i);
    for (uint32_t i = 0; i < judged; i++)
        if (beaten[i])
            take_out(elimination, elimination->in[i]);
    free(beaten);
    close_ranks(elimination);
}

uint32_t elimination_look(struct elimination *elimination, uint32_t runs, elimination_value *value,
                          const void *data)
{
    const uint32_t before = elimination->left, from = elimination->runs;
    require(from == 0 ? runs == elimination->wish.first : runs > from);
    elimination->runs = runs;
    for (uint32_t i = 0; i < before; i++)
        add_values(elimination, elimination->in[i], from, value, data);
    close_ranks(elimination);
    put_in_order(elimination);
    if (from == 0)
        end_first_stage(elimination);
    judge(elimination);
    elimination->decided = elimination->left <= 1 || are_alike(elimination);
    return before - elimination->left;
}

uint32_t elimination_next(const struct elimination *elimination, uint32_t most)
{
    const uint32_t left = elimination->left > 0 ? elimination->left : 1;
    const uint32_t tenth = (elimination->runs + 9) / 10, filling = (RUNS_OF_A_ROUND + left - 1) / left;
    const uint64_t next = (uint64_t)elimination->runs + (tenth > filling ? tenth : filling);
    return next < most ? (uint32_t)next : most;
}
