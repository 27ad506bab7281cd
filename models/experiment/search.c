#include "experiment/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/numbers.h"
#include "experiment/search_order.h"
#include "random/draw.h"

enum {
    FEWEST_BRED = 20,       /* weeks of a generation */
    MOST_BRED = 100,        /* (Deb et al. 2002 have 100) */
    RUNS_TO_BREED = 50,     /* one week of a generation for so many runs of the search */
    BREEDING_TENTHS = 6,    /* of the runs; the others go to the best of all */
    MOST_ONCE = 4,          /* runs of a week in the last generations */
    WIDER = 8,              /* weeks that are halved, for each finalist */
    TRIES = 20,             /* to breed a week that was not tried yet */
    MUTATION_STEP_HALF = 2, /* every second mutation goes one level up or down */
};
static const double crossover = 0.9; /* share of weeks with two parents (Deb et al. 2002) */

enum search_phase { PHASE_BREED, PHASE_HALVE, PHASE_DONE };

struct search {
    struct search_task task;
    struct arena *arena;
    struct luck luck;
    enum search_phase phase;
    struct search_week *weeks; /* tried, in the order in which they were asked for */
    uint32_t *levels;          /* of each */
    size_t count, room;
    size_t *places; /* from a hash to the week behind it, 0: none; twice as many as weeks */
    size_t place_count;
    uint64_t used;
    uint32_t generation;
    size_t *alive; /* the parents, or the weeks that are not out yet */
    size_t alive_count;
    size_t *bred; /* weeks of the generation that is under way: parents and children */
    size_t bred_count;
    struct search_order *orders;
    size_t order_count;
};

double search_lattice(const struct search_task *task)
{
    double weeks = 1;
    for (size_t i = 0; i < task->choice_count; i++)
        weeks *= task->levels[i];
    return weeks;
}

bool search_tries_all(const struct search_task *task)
{
    return task->weeks <= SEARCH_TRIES_ALL && task->weeks <= (double)task->runs &&
           search_lattice(task) <= SEARCH_LOOKS_AT;
}

size_t search_most_weeks(const struct search_task *task)
{
    return (size_t)fmin(task->weeks, (double)task->runs);
}

struct search *search_new(const struct search_task *task, struct arena *arena)
{
    require(task->choice_count > 0 && task->choice_count <= SEARCH_MOST_CHOICES);
    require(task->asked_count > 0 && task->asked_count <= SEARCH_MOST_ASKED);
    struct search *search = ARENA_NEW(arena, struct search, 1);
    const size_t room = search_most_weeks(task) + 1;
    *search = (struct search){
        .task = *task,
        .arena = arena,
        .luck = luck_of(task->seed, 0),
        .phase = search_tries_all(task) ? PHASE_HALVE : PHASE_BREED,
        .weeks = ARENA_NEW(arena, struct search_week, room),
        .levels = ARENA_NEW(arena, uint32_t, room * task->choice_count),
        .room = room - 1,
        .places = ARENA_NEW(arena, size_t, 2 * room),
        .place_count = 2 * room,
        .alive = ARENA_NEW(arena, size_t, room),
        .bred = ARENA_NEW(arena, size_t, room),
        .orders = ARENA_NEW(arena, struct search_order, room),
    };
    return search;
}

/* --- weeks --- */

const uint32_t *search_levels(const struct search *search, size_t week)
{
    return search->levels + week * search->task.choice_count;
}

size_t search_weeks(const struct search *search)
{
    return search->count;
}

/* Where a week stands among the places, or would stand. */
static size_t place_of(const struct search *search, const uint32_t *levels)
{
    const uint64_t prime = UINT64_C(0x100000001B3); /* of FNV-1a */
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < search->task.choice_count; i++)
        hash = (hash ^ levels[i]) * prime;
    size_t place = (size_t)(hash % search->place_count);
    while (search->places[place] > 0 && memcmp(search_levels(search, search->places[place] - 1), levels,
                                               search->task.choice_count * sizeof *levels) != 0)
        place = (place + 1) % search->place_count;
    return place;
}

static bool is_known(const struct search *search, const uint32_t *levels)
{
    return search->places[place_of(search, levels)] > 0;
}

static void settle_levels(const struct search *search, uint32_t *levels)
{
    if (search->task.settle != NULL)
        search->task.settle(search->task.self, levels);
}

static bool is_possible(const struct search *search, const uint32_t *levels)
{
    return search->task.possible == NULL || search->task.possible(search->task.self, levels);
}

/* A week that is possible and not known; its number. */
static size_t add_week(struct search *search, const uint32_t *levels)
{
    require(search->count < search->room);
    const size_t week = search->count++;
    memcpy(search->levels + week * search->task.choice_count, levels,
           search->task.choice_count * sizeof *levels);
    search->places[place_of(search, levels)] = week + 1;
    return week;
}

static void ask(struct search *search, size_t week, uint32_t until)
{
    struct search_week *asked = &search->weeks[week];
    if (asked->runs >= until)
        return;
    search->orders[search->order_count++] = (struct search_order){week, asked->runs, until};
    search->used += until - asked->runs;
    asked->runs = until;
}

void search_tell(struct search *search, size_t week, const double *values)
{
    struct search_week *told = &search->weeks[week];
    for (size_t i = 0; i < search->task.asked_count; i++)
        if (!isnan(values[i])) {
            told->sums[i] += values[i];
            told->counts[i]++;
        }
}

/* The best `want` of the weeks in `list`, best first, in place; their number. */
static size_t choose_best(struct search *search, size_t *list, size_t count, size_t want)
{
    search_sort(search->weeks, search->task.asked, search->task.asked_count, list, count);
    return count < want ? count : want;
}

/* --- halving --- */

static void try_all(struct search *search)
{
    uint32_t levels[SEARCH_MOST_CHOICES] = {0}, settled[SEARCH_MOST_CHOICES];
    const uint64_t lattice = (uint64_t)search_lattice(&search->task);
    for (uint64_t week = 0; week < lattice; week++) {
        memcpy(settled, levels, sizeof levels);
        settle_levels(search, settled);
        if (memcmp(settled, levels, sizeof levels) == 0 && is_possible(search, levels))
            search->alive[search->alive_count++] = add_week(search, levels);
        for (size_t i = 0; i < search->task.choice_count && ++levels[i] == search->task.levels[i]; i++)
            levels[i] = 0;
    }
}

/* How often the number must be halved until there are no more than the finalists. */
static uint64_t halvings(const struct search *search)
{
    uint64_t count = 0;
    for (size_t left = search->alive_count; left > search->task.finalists; left = (left + 1) / 2)
        count++;
    return count;
}

/* The same share of the runs that are left goes to each halving. */
static void ask_alive(struct search *search)
{
    const uint64_t left = search->task.runs - search->used;
    const double times = (double)search->alive_count * (double)halvings(search);
    if (left < search->alive_count)
        return;
    const uint64_t each = (uint64_t)fmax(1, floor((double)left / fmax(1, times)));
    for (size_t i = 0; i < search->alive_count; i++) {
        const uint64_t until = search->weeks[search->alive[i]].runs + each;
        ask(search, search->alive[i], until < SEARCH_MOST_RUNS ? (uint32_t)until : SEARCH_MOST_RUNS);
    }
}

/* The better half goes on. */
static void halve(struct search *search)
{
    const size_t half = (search->alive_count + 1) / 2;
    search->alive_count = choose_best(search, search->alive, search->alive_count,
                                      half < search->task.finalists ? search->task.finalists : half);
}

/* Asks for the next halving, until the finalists are left. Where no more runs can be paid for, or all have
 * enough, nothing is asked. */
static void halve_on(struct search *search)
{
    if (search->count == 0)
        try_all(search);
    while (search->alive_count > search->task.finalists) {
        ask_alive(search);
        if (search->order_count > 0)
            return;
        halve(search);
    }
    search->alive_count = choose_best(search, search->alive, search->alive_count, search->task.finalists);
    search->phase = PHASE_DONE;
}

/* --- breeding --- */

static size_t generation_size(const struct search *search)
{
    const uint64_t size = search->task.runs / RUNS_TO_BREED;
    return size < FEWEST_BRED ? FEWEST_BRED : size > MOST_BRED ? MOST_BRED : (size_t)size;
}

static uint64_t breeding_runs(const struct search *search)
{
    return search->task.runs / 10 * BREEDING_TENTHS;
}

/* Runs of a week in this generation: more as the search goes on. */
static uint32_t runs_now(const struct search *search)
{
    return 1 + (uint32_t)(search->used * (MOST_ONCE - 1) / (breeding_runs(search) + 1));
}

static void draw_levels(const struct search *search, struct draw *draw, uint32_t *levels)
{
    for (size_t i = 0; i < search->task.choice_count; i++)
        levels[i] = draw_below(draw, search->task.levels[i]);
}

/* A parent: of two drawn by lot the one that stands before the other. The best stand first. */
static const uint32_t *draw_parent(const struct search *search, struct draw *draw)
{
    const uint32_t count = (uint32_t)search->alive_count;
    const uint32_t one = draw_below(draw, count), other = draw_below(draw, count);
    return search_levels(search, search->alive[one < other ? one : other]);
}

static uint32_t mutated(struct draw *draw, uint32_t level, uint32_t levels)
{
    const bool up = draw_below(draw, 2) == 1;
    if (draw_below(draw, MUTATION_STEP_HALF) == 0 && (up ? level + 1 < levels : level > 0))
        return up ? level + 1 : level - 1;
    const uint32_t other = draw_below(draw, levels - 1);
    return other < level ? other : other + 1;
}

static void breed_one(const struct search *search, struct draw *draw, uint32_t *levels)
{
    const size_t count = search->task.choice_count;
    const uint32_t *mother = draw_parent(search, draw), *father = draw_parent(search, draw);
    const bool mixed = draw_uniform(draw) < crossover;
    for (size_t i = 0; i < count; i++) {
        levels[i] = mixed && draw_below(draw, 2) == 1 ? father[i] : mother[i];
        if (draw_uniform(draw) < 1.0 / (double)count)
            levels[i] = mutated(draw, levels[i], search->task.levels[i]);
    }
}

/* A week that can be and was not tried; false where none was found. */
static bool new_week(struct search *search, struct draw *draw, uint32_t *levels)
{
    for (int i = 0; i < TRIES; i++) {
        if (search->alive_count == 0 || i >= TRIES / 2)
            draw_levels(search, draw, levels);
        else
            breed_one(search, draw, levels);
        settle_levels(search, levels);
        if (!is_known(search, levels) && is_possible(search, levels))
            return true;
    }
    return false;
}

/* The parents once more, where they have fewer runs than the generation, and children. */
static void breed(struct search *search)
{
    const uint32_t runs = runs_now(search);
    const size_t size = generation_size(search);
    uint32_t levels[SEARCH_MOST_CHOICES];
    search->bred_count = 0;
    for (size_t i = 0; i < search->alive_count; i++) {
        search->bred[search->bred_count++] = search->alive[i];
        ask(search, search->alive[i], runs);
    }
    for (size_t child = 0; child < size && search->count < search->room; child++) {
        struct draw draw = draw_for(&search->luck, DRAW_BREED, (uint32_t)child, search->generation);
        if (!new_week(search, &draw, levels))
            break;
        search->bred[search->bred_count] = add_week(search, levels);
        ask(search, search->bred[search->bred_count++], runs);
    }
    search->generation++;
}

static void breed_told(struct search *search)
{
    search->alive_count = choose_best(search, search->bred, search->bred_count, generation_size(search));
    memcpy(search->alive, search->bred, search->alive_count * sizeof *search->alive);
}

/* Whether another generation can be paid for: a generation runs its parents and children, at most. */
static bool may_breed(const struct search *search)
{
    return search->used + 2 * generation_size(search) * runs_now(search) <= breeding_runs(search) &&
           search->count < search->room;
}

/* The best of all weeks that were tried. */
static void begin_halving(struct search *search)
{
    const size_t wide = WIDER * search->task.finalists;
    for (size_t i = 0; i < search->count; i++)
        search->bred[i] = i;
    search->alive_count = choose_best(search, search->bred, search->count, wide);
    memcpy(search->alive, search->bred, search->alive_count * sizeof *search->alive);
    search->phase = PHASE_HALVE;
}

size_t search_next(struct search *search, const struct search_order **orders)
{
    const bool told = search->order_count > 0;
    search->order_count = 0;
    if (told && search->phase == PHASE_HALVE)
        halve(search);
    else if (told && search->phase == PHASE_BREED)
        breed_told(search);
    if (search->phase == PHASE_BREED && (search->count == 0 || may_breed(search)))
        breed(search);
    if (search->phase == PHASE_BREED && search->order_count == 0)
        begin_halving(search);
    if (search->phase == PHASE_HALVE)
        halve_on(search);
    *orders = search->orders;
    return search->order_count;
}

size_t search_finalists(const struct search *search, const size_t **weeks)
{
    require(search->phase == PHASE_DONE);
    *weeks = search->alive;
    return search->alive_count;
}
