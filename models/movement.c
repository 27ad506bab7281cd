#include "movement.h"

#include <stdlib.h>

#include "chronicle.h"
#include "conversation/rules.h"
#include "groups/groups.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/turnover.h"
#include "measures/sites_state.h"
#include "network/adoption.h"
#include "network/calls.h"
#include "network/experts.h"
#include "network/links.h"
#include "network/merging.h"
#include "network/visits.h"
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/presence.h"
#include "shocks/shocks.h"

// clang-format off
static handler *const handlers[EVENT_KINDS] = {
    [EVENT_PERSON_ARRIVES] = on_person_arrives,
    [EVENT_PERSON_DRIFTS] = on_person_drifts,
    [EVENT_PERSON_BURNS_OUT] = on_person_burns_out,
    [EVENT_PERSON_RETURNS] = on_person_returns,
    [EVENT_CHANNEL_FREE] = on_channel_free,
    [EVENT_SESSION_OPENS] = on_session_opens,
    [EVENT_STAGE_ENDS] = on_stage_ends,
    [EVENT_SESSION_ENDS] = on_session_ends,
    [EVENT_PERSON_MOVES] = on_person_moves,
    [EVENT_PERSON_JOINS] = on_person_joins,
    [EVENT_PROPOSAL_ARRIVES] = on_proposal_arrives,
    [EVENT_MATTER_REOPENS] = on_matter_reopens,
    [EVENT_PERSON_LOOKS] = on_person_looks,
    [EVENT_GROUP_MEETS] = on_group_meets,
    [EVENT_MEMBER_LEAVES] = on_member_leaves,
    [EVENT_MEMBER_JOINS] = on_member_joins,
    [EVENT_GROUP_DISSOLVES] = on_group_dissolves,
    [EVENT_TASK_DONE] = on_task_done,
    [EVENT_SITE_TOLD] = on_site_told,
    [EVENT_SITE_REVIEWS] = on_site_reviews,
    [EVENT_SITE_TRIES] = on_site_tries,
    [EVENT_GROUP_SEEKS] = on_group_seeks,
    [EVENT_LINK_SOUGHT] = on_link_sought,
    [EVENT_LINK_MADE] = on_link_made,
    [EVENT_LINK_ENDED] = on_link_ended,
    [EVENT_LINK_FADES] = on_link_fades,
    [EVENT_LINK_CALLS] = on_link_calls,
    [EVENT_LINK_INVITED] = on_link_invited,
    [EVENT_LINK_TOLD] = on_link_told,
    [EVENT_GROUP_CALLED] = on_group_called,
    [EVENT_TRAVELLER_COMES] = on_traveller_comes,
    [EVENT_GUEST_LEAVES] = on_guest_leaves,
    [EVENT_PERSON_VISITS] = on_person_visits,
    [EVENT_EXPERT_COMES] = on_expert_comes,
    [EVENT_SHOCK] = on_shock,
    [EVENT_SAMPLE] = on_sample,
};
// clang-format on

static const struct model model = {handlers, EVENT_KINDS};

static struct population population_of(const struct scenario *scenario, const struct site_settings *place,
                                       uint32_t site)
{
    return (struct population){
        .people = &scenario->people,
        .tension = &scenario->tension,
        .arrivals = &scenario->arrivals,
        .presence = &scenario->presence,
        .interests = scenario->interests.kept || scenario->groups.form ? &scenario->interests : NULL,
        .site = site,
        .count = (uint32_t)place->people,
        .arrival_factor = place->arrivals,
        .online = place->online,
        .first_day = scenario->starts_on->number,
        .ends = scenario->lasts,
    };
}

/* A session that somebody convened is about to close: whose it is hears of it. */
static void session_closes(struct site *site, const struct session *session)
{
    if (session->owner_kind == OWNER_GROUP)
        meeting_closes(site, session);
    else if (session->owner_kind == OWNER_LINK)
        call_closes(site, session);
}

static struct parts *parts_new(const struct scenario *scenario, struct site *site, struct shocks *shocks,
                               const struct ledger_settings *ledger, struct outcome *outcome,
                               struct arena *arena)
{
    const struct site_settings *place =
        (const struct site_settings *)scenario->places.items + site_index(site);
    const struct luck *luck = site_luck(site);
    struct population population = population_of(scenario, place, site_index(site));
    struct parts *parts = ARENA_NEW(arena, struct parts, 1);
    parts->shocks = shocks == NULL ? NULL : &shocks[site_index(site)];
    population.climate = shocks == NULL ? NULL : &parts->shocks->climate;
    parts->people = people_new(&population, luck, arena);
    parts->knowledge =
        knowledge_new(&scenario->knowledge, parts->people, (uint32_t)scenario->proposals.facets, luck, arena);
    parts->conversation = conversation_new(&scenario->conversation, &scenario->opinions, parts->people,
                                           parts->knowledge->words, luck, arena);
    parts->gathering = gathering_new(&scenario->gathering, scenario->calendar, scenario->starts_on->number,
                                     parts->people, arena);
    parts->gathering->question_closes = ledger_question_closes;
    parts->gathering->session_closes = session_closes;
    parts->agenda = agenda_new(&scenario->proposals, parts->knowledge, scenario->lasts, arena);
    parts->agenda->decides = work_decided;
    parts->agenda->reopens = work_reopened;
    parts->decisions = decisions_new(&scenario->decisions, arena);
    parts->groups =
        groups_new(&scenario->groups, (uint32_t)scenario->interests.topics, parts->people, luck, arena);
    struct adoption_start start = {(uint32_t)scenario->places.count, (uint32_t)place->threshold,
                                   scenario->lookahead};
    parts->adoption = adoption_new(&scenario->adoption, &start, luck, arena);
    parts->gathering->practice = place->practice_number;
    parts->network =
        network_new(&(struct network_plan){&scenario->links, &scenario->visits, &scenario->experts,
                                           scenario->map, scenario->lookahead, scenario->lasts},
                    parts, luck, site_index(site), arena);
    parts->ledger = ledger_new(ledger, outcome, arena);
    parts->chronicle = scenario->record_events ? chronicle_new(arena) : NULL;
    return parts;
}

/* Runs to the end, in stretches between which it is asked whether to break off, and the movement as a whole
 * is looked at when that is due (`whole` NULL: never). Stretches change no result, but a window of several
 * sites ends with its stretch, so stretches are long against the lookahead. */
static bool run_in_stretches(struct run *run, const struct run_plan *plan, const struct run_terms *terms,
                             struct whole *whole)
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

static void finish(struct run *run, const struct run_plan *plan, struct parts *const *parts,
                   const struct arena *arenas, struct whole *whole, struct run_tally *tally)
{
    for (uint32_t i = 0; i < plan->sites; i++)
        ledger_finish(run_site(run, i));
    if (whole != NULL)
        whole_sample(whole);
    network_settle(parts, plan->sites);
    for (uint32_t i = 0; i < plan->sites; i++) {
        struct site *site = run_site(run, i);
        const struct tally *talk = &parts_of(site)->conversation->tally;
        const struct tally *apart = &parts_of(site)->conversation->apart;
        tally->turns += talk->turns + apart->turns;
        tally->hearings += talk->hearings + apart->hearings;
        tally->participants += parts_of(site)->people->count;
        tally->bytes += arenas[i].taken;
    }
    tally->events = run_events(run);
    tally->bytes += run_bytes(run);
}

bool movement_run(const struct scenario *scenario, uint64_t replication, const struct run_terms *terms,
                  struct outcome *outcome, struct run_tally *tally)
{
    struct ledger_settings ledger = {scenario->lasts, scenario->sample_every, scenario->record_people,
                                     scenario_has(scenario) | NEED_COMING};
    struct run_plan plan = {
        .model = &model,
        .sites = (uint32_t)scenario->places.count,
        .ends = scenario->lasts,
        .lookahead = scenario->lookahead,
        .seed = (uint64_t)scenario->seed,
        .replication = replication,
        .threads = terms->threads,
    };
    struct run *run = run_new(&plan);
    /* A site takes memory while other threads are at other sites. */
    struct arena *arenas = must_allocate(plan.sites, sizeof *arenas);
    struct parts **parts = must_allocate(plan.sites, sizeof *parts);
    *tally = (struct run_tally){0};
    struct shocks *shocks = shocks_foresee(&scenario->shocks, plan.sites, plan.ends, plan.lookahead,
                                           site_luck(run_site(run, 0)), &arenas[0]);
    for (uint32_t i = 0; i < plan.sites; i++) {
        struct site *site = run_site(run, i);
        parts[i] = parts_new(scenario, site, shocks, &ledger, outcome, &arenas[i]);
        site_attach(site, parts[i]);
        people_start(site);
        agenda_start(site);
        gathering_start(site);
        groups_start(site);
        adoption_start(site);
        network_start(site);
        shocks_start(site);
        ledger_start(site);
    }
    const struct movement_frame frame = frame_of(scenario, run, &arenas[0]);
    struct whole *whole =
        whole_new(&ledger, sites_state, &frame, (struct sites_view){parts, plan.sites}, outcome, &arenas[0]);
    bool finished = run_in_stretches(run, &plan, terms, whole);
    if (finished)
        finish(run, &plan, parts, arenas, whole, tally);
    run_free(run);
    for (uint32_t i = 0; i < plan.sites; i++)
        arena_free(&arenas[i]);
    free(arenas);
    free(parts);
    return finished;
}
