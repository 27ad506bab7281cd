/* One run: creates the mechanisms of all sites, lets the kernel work, and closes the books. */
#include "movement.h"

#include <stdlib.h>

#include "base/require.h"
#include "checking.h"
#include "conversation/conversation.h"
#include "measures/chapters.h"
#include "measures/sites_state.h"
#include "mechanism.h"

/* Where the settings for a section lie in the struct of the scenario. */
static size_t place_of(const struct section *section)
{
    size_t i = 0;
    while (i < scenario_section.count && scenario_section.fields[i].section != section)
        i++;
    require(i < scenario_section.count); /* the section is one of the scenario's */
    return scenario_section.fields[i].offset;
}

const void *scenario_settings(const struct scenario *scenario, const struct section *section)
{
    return (const char *)scenario + place_of(section);
}

const void *checking_settings(const struct checking *checking, const struct section *section)
{
    return scenario_settings(checking->scenario, section);
}

void *checking_filled(const struct checking *checking, const struct section *section)
{
    return (char *)checking->scenario + place_of(section);
}

bool scenario_keeps_chronicle(const struct scenario *scenario)
{
    return scenario->record_events;
}

const void *setup_settings(const struct setup *setup, const struct section *section)
{
    return scenario_settings(setup->scenario, section);
}

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

static struct setup setup_of(const struct scenario *scenario, struct site *site, struct arena *arena)
{
    return (struct setup){
        .scenario = scenario,
        .site = site,
        .parts = ARENA_NEW(arena, struct parts, 1),
        .luck = site_luck(site),
        .arena = arena,
        .place = (const struct site_settings *)scenario->places.items + site_index(site),
        .sites = (uint32_t)scenario->places.count,
        .first_day = scenario->starts_on->number,
        .facets = (uint32_t)scenario->proposals.facets,
        .keeps_interests = scenario->interests.kept || scenario->groups.form,
        .keeps_chronicle = scenario->record_events,
        .ends = scenario->lasts,
        .lookahead = scenario->lookahead,
        .map = scenario->map,
    };
}

static bool is_there(const struct parts *parts, const struct mechanism *mechanism)
{
    return parts->state[mechanism->number] != NULL;
}

static void create_site(const struct setup *setup)
{
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        setup->parts->state[(*one)->number] = (*one)->create(setup);
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

/* Whether the run has gone over what the scenario allows. Asked at the same instants however many threads
 * there are, so that the answer is the same. */
static bool goes_over(const struct scenario *scenario, const struct run *run, const struct arena *arenas,
                      sim_time reached, struct run_excess *excess)
{
    static const double gigabyte = 1e9;
    const struct limit_settings *limits = &scenario->limits;
    struct run_halt halt;
    if (run_halted(run, &halt))
        *excess =
            (struct run_excess){"events", limits->events, halt.time, halt.site, name_of_event(halt.kind)};
    else if ((double)run_events(run) > limits->events)
        *excess = (struct run_excess){"events", limits->events, reached, run_busiest(run), NULL};
    else if ((double)bytes_of(run, arenas, (uint32_t)scenario->places.count) > limits->memory * gigabyte)
        *excess = (struct run_excess){"memory", limits->memory, reached, run_busiest(run), NULL};
    return excess->limit != NULL;
}

/* Runs to the end, in stretches between which it is asked whether to break off, and the movement as a whole
 * is looked at when that is due (`whole` NULL: never). Stretches change no result, but a window of several
 * sites ends with its stretch, so stretches are long against the lookahead. */
static bool run_in_stretches(struct run *run, const struct run_plan *plan, const struct run_terms *terms,
                             struct whole *whole, const struct guard *guard)
{
    enum { STRETCHES = 256, WINDOWS = 16 };
    sim_time stretch = plan->ends / STRETCHES + 1;
    if (plan->sites > 1 && stretch < WINDOWS * plan->lookahead)
        stretch = WINDOWS * plan->lookahead;
    for (sim_time reached = 0; reached < plan->ends;) {
        if (terms->stop != NULL && terms->stop(terms->asked))
            return false;
        reached = plan->ends - reached > stretch ? reached + stretch : plan->ends;
        reached = whole_due(whole) < reached ? whole_due(whole) : reached;
        run_until(run, reached);
        if (goes_over(guard->scenario, run, guard->arenas, reached, guard->excess))
            return false;
        if (reached == whole_due(whole) && reached < plan->ends)
            whole_sample(whole);
    }
    return true;
}

/* What is the same at all sites and moments, where there are working groups to ask it of. */
static struct movement_frame frame_of(const struct scenario *scenario, struct run *run, struct arena *arena)
{
    if (!scenario->groups.form)
        return (struct movement_frame){0};
    const struct interest_settings *interests = &scenario->interests;
    uint64_t topics = (uint64_t)interests->topics, local = (uint64_t)scenario->groups.work.local_items;
    return (struct movement_frame){
        .topics = (uint32_t)topics,
        .facets = (uint32_t)(interests->topics * interests->facets_per_topic),
        .work_items = (uint32_t)(topics * (MOST_COMMON_ITEMS + scenario->places.count * local)),
        .shared_members = scenario->links.shared_members,
        .problems = problems_draw(&scenario->problems, interests, site_luck(run_site(run, 0)), arena),
        .problem_count = (size_t)scenario->problems.count,
    };
}

static void movement_finish(struct run *run, const struct run_plan *plan, struct parts *const *parts,
                            const struct arena *arenas, struct whole *whole, struct run_tally *tally)
{
    for (uint32_t i = 0; i < plan->sites; i++) {
        for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
            if (is_there(parts[i], *one) && (*one)->settle != NULL)
                (*one)->settle(run_site(run, i), plan->ends);
    }
    if (whole != NULL) /* before the sites write down what they were told of */
        whole_sample(whole);
    for (uint32_t i = 0; i < plan->sites; i++)
        ledger_finish(run_site(run, i));
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if (is_there(parts[0], *one) && (*one)->settle_all != NULL)
            (*one)->settle_all(parts, plan->sites);
    for (uint32_t i = 0; i < plan->sites; i++) {
        struct site *site = run_site(run, i);
        const struct tally *talk = &conversation_of(parts_of(site))->tally;
        const struct tally *apart = &conversation_of(parts_of(site))->apart;
        tally->turns += talk->turns + apart->turns;
        tally->hearings += talk->hearings + apart->hearings;
        tally->participants += people_of(parts_of(site))->count;
    }
    tally->events = run_events(run);
    tally->bytes = bytes_of(run, arenas, plan->sites);
}

bool movement_run(const struct scenario *scenario, uint64_t replication, const struct run_terms *terms,
                  struct outcome *outcome, struct run_tally *tally)
{
    struct ledger_settings ledger = {scenario->lasts, scenario->sample_every, scenario->record_people,
                                     chapters_of(scenario) | chapters_for_all()};
    handler *handlers[EVENT_KINDS] = {NULL};
    const struct model model = {handlers, EVENT_KINDS};
    deal_events(handlers);
    struct run_plan plan = {
        .model = &model,
        .sites = (uint32_t)scenario->places.count,
        .ends = scenario->lasts,
        .lookahead = scenario->lookahead,
        .seed = (uint64_t)scenario->seed,
        .replication = replication,
        .threads = terms->threads,
        .most_events = (uint64_t)scenario->limits.events,
    };
    struct run *run = run_new(&plan);
    /* A site takes memory while other threads are at other sites. */
    struct arena *arenas = must_allocate(plan.sites, sizeof *arenas);
    struct parts **parts = must_allocate(plan.sites, sizeof *parts);
    struct setup *setups = must_allocate(plan.sites, sizeof *setups);
    *tally = (struct run_tally){0};
    for (uint32_t i = 0; i < plan.sites; i++) {
        setups[i] = setup_of(scenario, run_site(run, i), &arenas[i]);
        setups[i].ledger = &ledger;
        setups[i].outcome = outcome;
        parts[i] = setups[i].parts;
    }
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->foresee != NULL)
            (*one)->foresee(setups, plan.sites);
    for (uint32_t i = 0; i < plan.sites; i++)
        create_site(&setups[i]);
    free(setups);
    const struct movement_frame frame = frame_of(scenario, run, &arenas[0]);
    struct whole *whole =
        whole_new(&ledger, sites_state, &frame, (struct sites_view){parts, plan.sites}, outcome, &arenas[0]);
    const struct guard guard = {scenario, arenas, &tally->excess};
    bool finished = run_in_stretches(run, &plan, terms, whole, &guard);
    if (finished)
        movement_finish(run, &plan, parts, arenas, whole, tally);
    run_free(run);
    for (uint32_t i = 0; i < plan.sites; i++)
        arena_free(&arenas[i]);
    free(arenas);
    free(parts);
    return finished;
}
