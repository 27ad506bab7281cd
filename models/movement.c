/* One run: creates the mechanisms of all sites, lets the kernel work, and closes the books. */
#include "movement.h"

#include <stdlib.h>

#include "base/require.h"
#include "measures/ledger.h"
#include "mechanisms.h"
#include "state/pieces.h"

/* Handlers by event kind; kinds that nobody handles are NULL. */
static void deal_events(handler **handlers)
{
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        for (size_t i = 0; i < (*one)->event_count; i++) {
            const struct event_row *row = &(*one)->events[i];
            require(row->kind < EVENT_KINDS && handlers[row->kind] == NULL);
            handlers[row->kind] = row->handler;
        }
}

/* A run, or what of it came before measuring begins: the same run, ended then. */
struct movement {
    const struct scenario *scenario;
    sim_time ends, from;
    struct outcome *outcome;
    struct run_plan plan;
    struct run *run;
    struct arena *arenas;
    struct setup *setups;
    const struct movement *before; /* NULL: all of the run counts */
};

static struct setup setup_of(const struct movement *movement, struct site *site, struct arena *arena)
{
    const struct scenario *scenario = movement->scenario;
    return (struct setup){
        .scenario = scenario,
        .site = site,
        .parts = ARENA_NEW(arena, struct parts, 1),
        .luck = site_luck(site),
        .arena = arena,
        .sites = scenario->places.count,
        .threads = movement->plan.threads,
        .first_day = scenario_first_day(scenario),
        .ends = movement->ends,
        .lasts = scenario->time.lasts,
        .measured_from = movement->from,
        .lookahead = scenario->time.lookahead,
        .map = scenario->places.map,
        .mechanisms = mechanisms,
    };
}

static bool is_there(const struct parts *parts, const struct mechanism *mechanism)
{
    return parts->state[mechanism->number] != NULL;
}

static void create_site(void *setups, uint32_t worker, uint32_t site)
{
    (void)worker;
    const struct setup *setup = (const struct setup *)setups + site;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->create != NULL)
            setup->parts->state[(*one)->number] = (*one)->create(setup);
}

static void start_site(const struct setup *setup)
{
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if (is_there(setup->parts, *one))
            parts_hear(setup->parts, &(*one)->hears);
    site_attach(setup->site, setup->parts);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if (is_there(setup->parts, *one) && (*one)->start != NULL)
            (*one)->start(setup->site);
}

static const char *name_of_event(uint32_t kind)
{
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        for (size_t i = 0; i < (*one)->event_count; i++)
            if ((*one)->events[i].kind == kind)
                return (*one)->events[i].name;
    return NULL;
}

static uint64_t bytes_of(const struct run *run, const struct arena *arenas, uint32_t sites)
{
    uint64_t bytes = run_bytes(run);
    for (uint32_t i = 0; i < sites; i++)
        bytes += arenas[i].taken;
    return bytes;
}

/* What is looked at between two stretches. */
struct guard {
    const struct scenario *scenario;
    const struct arena *arenas;
    struct run_excess *excess;
};

static const double GIGABYTE = 1e9;

static const char *limit_of(enum halt_reason reason)
{
    return reason == HALT_EVENTS ? "events" : reason == HALT_STEPS ? "steps" : "memory";
}

static double most_of(const struct scenario_limits *limits, enum halt_reason reason)
{
    return reason == HALT_EVENTS ? limits->events : reason == HALT_STEPS ? limits->steps : limits->memory;
}

/* Whether the run has gone over what the scenario allows. Asked at the same instants however many threads
 * there are, so that the answer is the same. */
static bool goes_over(const struct scenario *scenario, const struct run *run, const struct arena *arenas,
                      sim_time reached, struct run_excess *excess)
{
    const struct scenario_limits *limits = &scenario->limits;
    struct run_halt halt;
    if (run_halted(run, &halt)) {
        const char *event = halt.reason == HALT_EVENTS ? name_of_event(halt.kind) : NULL;
        const char *limit = limit_of(halt.reason);
        *excess = (struct run_excess){limit, most_of(limits, halt.reason), halt.time, halt.site, event};
    } else if ((double)run_events(run) > limits->events)
        *excess = (struct run_excess){"events", limits->events, reached, run_busiest(run), NULL};
    else if ((double)run_steps(run) > limits->steps)
        *excess = (struct run_excess){"steps", limits->steps, reached, run_busiest(run), NULL};
    else if ((double)bytes_of(run, arenas, scenario->places.count) > limits->memory * GIGABYTE)
        *excess = (struct run_excess){"memory", limits->memory, reached, run_busiest(run), NULL};
    return excess->limit != NULL;
}

/* --- what looks at all sites at once --- */

struct overviews {
    const struct overview *of[MOST_MECHANISMS];
    void *state[MOST_MECHANISMS];
    size_t count;
};

static struct overviews overviews_begin(const struct setup *setups, uint32_t sites)
{
    struct overviews all = {.count = 0};
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        void *state = (*one)->overview.begin == NULL ? NULL : (*one)->overview.begin(setups, sites);
        if (state == NULL)
            continue;
        all.of[all.count] = &(*one)->overview;
        all.state[all.count++] = state;
    }
    return all;
}

/* The next instant at which anything looks; SIM_NEVER where nothing does. */
static sim_time overviews_due(const struct overviews *all)
{
    sim_time due = SIM_NEVER;
    for (size_t i = 0; i < all->count; i++)
        if (all->of[i]->due(all->state[i]) < due)
            due = all->of[i]->due(all->state[i]);
    return due;
}

static void overviews_look(const struct overviews *all, sim_time now)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->of[i]->due(all->state[i]) == now)
            all->of[i]->look(all->state[i]);
}

/* Runs to the end, in stretches between which it is asked whether to break off, and the movement as a whole
 * is looked at when that is due. Stretches change no result, but a window of several sites ends with its
 * stretch, so stretches are long against the lookahead. */
static bool run_in_stretches(struct run *run, const struct run_plan *plan, const struct run_terms *terms,
                             const struct overviews *overviews, const struct guard *guard, double *share)
{
    enum { STRETCHES = 256, WINDOWS = 16 };
    sim_time stretch = plan->ends / STRETCHES + 1;
    if (plan->sites > 1 && stretch < WINDOWS * plan->lookahead)
        stretch = WINDOWS * plan->lookahead;
    for (sim_time reached = 0; reached < plan->ends;) {
        if (terms->stop != NULL && terms->stop(terms->asked))
            return false;
        sim_time due = overviews_due(overviews);
        reached = plan->ends - reached > stretch ? reached + stretch : plan->ends;
        reached = due < reached ? due : reached;
        run_until(run, reached);
        *share = (double)reached / (double)plan->ends;
        if (goes_over(guard->scenario, run, guard->arenas, reached, guard->excess))
            return false;
        if (reached < plan->ends)
            overviews_look(overviews, reached);
    }
    return true;
}

static void close_site(void *run, uint32_t worker, uint32_t index)
{
    (void)worker;
    struct site *site = run_site(run, index);
    const struct parts *parts = parts_of(site);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if (is_there(parts, *one) && (*one)->close != NULL)
            (*one)->close(site);
}

/* Closes the books of all sites, looks at the whole once more before the sites write down what it told them
 * of, and writes all. */
static void movement_finish(const struct movement *movement, const struct overviews *overviews,
                            struct run_tally *tally)
{
    const struct run_plan *plan = &movement->plan;
    struct parts **parts = must_allocate(plan->sites, sizeof *parts);
    for (uint32_t i = 0; i < plan->sites; i++) {
        parts[i] = movement->setups[i].parts;
        if (movement->before != NULL)
            ledger_measures_since(ledger_of(parts[i]), movement->before->setups[i].parts);
        for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
            if (is_there(parts[i], *one) && (*one)->settle != NULL)
                (*one)->settle(run_site(movement->run, i), plan->ends);
    }
    overviews_look(overviews, plan->ends);
    pieces_share(plan->threads, plan->sites, close_site, movement->run);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if (is_there(parts[0], *one) && (*one)->settle_all != NULL)
            (*one)->settle_all(parts, plan->sites);
    for (uint32_t i = 0; i < plan->sites; i++)
        for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
            if (is_there(parts[i], *one) && (*one)->count != NULL)
                (*one)->count(parts[i], tally);
    free(parts);
}

static void stop_site(void *site)
{
    site_stop(site);
}

/* A site takes memory while other threads are at other sites, so each has an arena of its own. Sites are
 * created by several threads; they start one by one, since what a site schedules the kernel notes in common
 * lists. */
static void set_up(struct movement *movement)
{
    const struct scenario *scenario = movement->scenario;
    uint32_t sites = scenario->places.count;
    movement->setups = must_allocate(sites, sizeof *movement->setups);
    for (uint32_t i = 0; i < sites; i++) {
        struct arena *arena = &movement->arenas[i];
        arena->most = (size_t)(scenario->limits.memory * GIGABYTE);
        arena->on_full = stop_site;
        arena->owner = run_site(movement->run, i);
        movement->setups[i] = setup_of(movement, run_site(movement->run, i), arena);
        movement->setups[i].outcome = movement->outcome;
    }
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->foresee != NULL)
            (*one)->foresee(movement->setups, sites);
    pieces_share(movement->plan.threads, sites, create_site, movement->setups);
    for (uint32_t i = 0; i < sites; i++)
        start_site(&movement->setups[i]);
}

/* The caller has said what it is of, when it ends, where measures go, and what came before. */
static bool carry_out(struct movement *movement, const struct model *model, uint64_t replication,
                      const struct run_terms *terms, struct run_tally *tally)
{
    const struct scenario *scenario = movement->scenario;
    movement->plan = (struct run_plan){
        .model = model,
        .sites = scenario->places.count,
        .ends = movement->ends,
        .lookahead = scenario->time.lookahead,
        .seed = (uint64_t)scenario->runs.seed,
        .replication = replication,
        .threads = terms->threads,
        .most_events = (uint64_t)scenario->limits.events,
        .most_steps = (uint64_t)scenario->limits.steps,
    };
    movement->run = run_new(&movement->plan);
    movement->arenas = must_allocate(movement->plan.sites, sizeof *movement->arenas);
    *tally = (struct run_tally){0};
    set_up(movement);
    const struct overviews overviews = overviews_begin(movement->setups, movement->plan.sites);
    const struct guard guard = {scenario, movement->arenas, &tally->excess};
    bool finished =
        run_in_stretches(movement->run, &movement->plan, terms, &overviews, &guard, &tally->share);
    if (finished)
        movement_finish(movement, &overviews, tally);
    tally->events = run_events(movement->run);
    tally->windows = run_windows(movement->run);
    const struct letters letters = run_letters(movement->run);
    tally->letters = letters.all;
    tally->most_letters = letters.most;
    tally->bytes = bytes_of(movement->run, movement->arenas, movement->plan.sites);
    return finished;
}

static void put_away(struct movement *movement)
{
    run_free(movement->run);
    for (uint32_t i = 0; i < movement->plan.sites; i++)
        arena_free(&movement->arenas[i]);
    free(movement->setups);
    free(movement->arenas);
}

/* What was sampled before measuring began is the same in both. */
static void require_same_run(const struct movement *all, const struct outcome *before)
{
    sim_time every = all->scenario->time.sample_every;
    require(outcome_same_instants(all->outcome, before, (uint32_t)((all->from - 1) / every)));
}

bool movement_run(const struct scenario *scenario, uint64_t replication, const struct run_terms *terms,
                  struct outcome *outcome, struct run_tally *tally)
{
    handler *handlers[EVENT_KINDS] = {NULL};
    const struct model model = {handlers, EVENT_KINDS};
    deal_events(handlers);
    sim_time from = scenario->time.measure_from;
    struct movement all = {
        .scenario = scenario, .ends = scenario->time.lasts, .from = from, .outcome = outcome};
    if (from == 0) {
        bool finished = carry_out(&all, &model, replication, terms, tally);
        put_away(&all);
        return finished;
    }
    struct outcome *nobody_reads = outcome_alike(outcome);
    struct movement before = {.scenario = scenario, .ends = from, .outcome = nobody_reads};
    bool finished = carry_out(&before, &model, replication, terms, tally);
    uint64_t bytes = tally->bytes;
    if (finished) {
        all.before = &before;
        finished = carry_out(&all, &model, replication, terms, tally);
        if (finished)
            require_same_run(&all, nobody_reads);
        tally->bytes += bytes;
        put_away(&all);
    } else
        tally->share *= (double)from / (double)scenario->time.lasts;
    put_away(&before);
    outcome_free(nobody_reads);
    return finished;
}
