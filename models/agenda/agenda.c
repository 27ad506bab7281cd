#include "agenda/agenda.h"

#include <math.h>
#include <string.h>

#include "agenda/numbers.h"
#include "base/require.h"
#include "chronicle.h"
#include "moments.h"
#include "parts.h"
#include "people/people.h"

struct agenda *agenda_new(const struct proposal_settings *settings, struct knowledge *knowledge,
                          sim_time ends, struct arena *arena)
{
    struct agenda *agenda = ARENA_NEW(arena, struct agenda, 1);
    *agenda = (struct agenda){
        .settings = settings, .knowledge = knowledge, .ends = ends, .arena = arena, .trend_from = ends / 2};
    return agenda;
}

static void agenda_make_room(struct agenda *agenda)
{
    if (agenda->count < agenda->room)
        return;
    agenda->room = agenda->room == 0 ? 64 : agenda->room * 2;
    agenda->items =
        arena_grow(agenda->arena, agenda->items, agenda->count, agenda->room, sizeof(struct item *));
    agenda->queue =
        arena_grow(agenda->arena, agenda->queue, agenda->queued, agenda->room, sizeof *agenda->queue);
    agenda->over =
        arena_grow(agenda->arena, agenda->over, agenda->over_count, agenda->room, sizeof *agenda->over);
}

/* The number of open items times the distance from the middle of the second half, integrated over the part of
 * that half that passed since the last change. */
static double lever_of(const struct agenda *agenda, sim_time now)
{
    sim_time from = agenda->changed > agenda->trend_from ? agenda->changed : agenda->trend_from;
    if (now <= from)
        return 0;
    double middle = sim_hours(agenda->trend_from + agenda->ends) / 2;
    double mean = sim_hours(from + now) / 2;
    return agenda->queued * sim_hours(now - from) * (mean - middle);
}

static void agenda_account(struct agenda *agenda, sim_time now)
{
    agenda->lever += lever_of(agenda, now);
    agenda->area += (now - agenda->changed) * (int64_t)agenda->queued;
    agenda->changed = now;
}

static void enqueue(struct agenda *agenda, struct item *item, uint32_t position)
{
    memmove(&agenda->queue[position + 1], &agenda->queue[position],
            (agenda->queued - position) * sizeof *agenda->queue);
    agenda->queue[position] = item->number;
    agenda->queued++;
}

static void dequeue(struct agenda *agenda, const struct item *item)
{
    uint32_t position = 0;
    while (position < agenda->queued && agenda->queue[position] != item->number)
        position++;
    require(position < agenda->queued);
    agenda->queued--;
    memmove(&agenda->queue[position], &agenda->queue[position + 1],
            (agenda->queued - position) * sizeof *agenda->queue);
}

/* The most interested of those who are here makes the proposal. */
static uint32_t proposer_of(const struct matter *matter, const struct people *people)
{
    uint32_t most = NOBODY;
    for (uint32_t person = 0; person < people->count; person++)
        if (person_is_here(people, person) &&
            (most == NOBODY || matter->interest[person] > matter->interest[most]))
            most = person;
    return most;
}

static struct item *put_on(struct site *site, struct agenda *agenda, uint32_t id, uint32_t group)
{
    sim_time now = site_now(site);
    agenda_make_room(agenda);
    agenda_account(agenda, now);
    struct item *item = ARENA_NEW(agenda->arena, struct item, 1);
    uint32_t number = agenda->count++;
    *item = (struct item){
        .number = number,
        .matter = matter_new(agenda->knowledge, MATTER_PROPOSAL, id, NOBODY),
        .group = group,
        .open = true,
        .submitted = now,
        .entered = now,
        .first_heard = -1,
        .decided = -1,
        .left = -1,
        .record = {NAN, NAN, NAN, NAN, NAN, NAN},
    };
    matter_goes_on_agenda(item->matter, number);
    agenda->items[number] = item;
    enqueue(agenda, item, agenda->queued);
    return item;
}

static void tell_of(struct site *site, const struct item *item)
{
    chronicle_tell(site, TOLD_PROPOSAL_SUBMITTED, item->number, item->matter->proposer, NAN);
}

struct item *agenda_submit(struct site *site, struct agenda *agenda)
{
    uint32_t id = (agenda->given++ + site_index(site) * SITE_STRIDE) % QUESTIONS_FROM;
    struct item *item = put_on(site, agenda, id, NOBODY);
    matter_gets_proposer(item->matter, proposer_of(item->matter, people_of(parts_of(site))));
    tell_of(site, item);
    return item;
}

struct item *agenda_submit_of(struct site *site, struct agenda *agenda, uint32_t id, uint32_t group,
                              const uint32_t *members, uint32_t count)
{
    require(id >= GROUPS_FROM && group != NOBODY && count > 0);
    struct item *item = put_on(site, agenda, id, group);
    item_stays_with(item, members, count);
    tell_of(site, item);
    return item;
}

void item_stays_with(struct item *item, const uint32_t *members, uint32_t count)
{
    struct matter *matter = item->matter;
    uint32_t most = 0;
    if (item->over || count == 0)
        return;
    for (uint32_t i = 0; i < count; i++) {
        if (members[i] == matter->proposer)
            return;
        if (matter->interest[members[i]] > matter->interest[members[most]])
            most = i;
    }
    matter_gets_proposer(matter, members[most]);
}

static void schedule_arrival(struct site *site, struct agenda *agenda)
{
    if (agenda->settings->per_hour <= 0)
        return;
    struct draw draw = draw_for(site_luck(site), DRAW_ARRIVAL, site_index(site), agenda->arrived);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1.0 / agenda->settings->per_hour));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_PROPOSAL_ARRIVES, NULL, 0);
}

void agenda_start(struct site *site)
{
    struct agenda *agenda = agenda_of(parts_of(site));
    for (int64_t i = 0; i < agenda->settings->waiting; i++)
        agenda_submit(site, agenda);
    schedule_arrival(site, agenda);
}

void on_proposal_arrives(struct site *site, const struct event *event)
{
    (void)event;
    struct agenda *agenda = agenda_of(parts_of(site));
    agenda_submit(site, agenda);
    agenda->arrived++;
    schedule_arrival(site, agenda);
}

struct item *agenda_next(struct agenda *agenda, uint32_t session)
{
    for (uint32_t i = 0; i < agenda->queued; i++) {
        struct item *item = agenda->items[agenda->queue[i]];
        if (item->not_in != session && !item->heard_now)
            return item;
    }
    return NULL;
}

struct item *agenda_item_of(struct agenda *agenda, const struct matter *matter)
{
    if (matter == NULL || matter->kind != MATTER_PROPOSAL)
        return NULL;
    return agenda->items[matter->number];
}

void agenda_return(struct site *site, struct agenda *agenda, struct item *item, uint32_t session)
{
    item->not_in = session;
    item->heard_now = false;
    agenda->tablings++;
    chronicle_tell(site, TOLD_PROPOSAL_TABLED, item->number, CHRONICLE_NOBODY, NAN);
    dequeue(agenda, item);
    uint32_t position = agenda->queued;
    if (agenda->settings->old_first)
        for (position = 0; position < agenda->queued; position++)
            if (agenda->items[agenda->queue[position]]->visits == 0)
                break;
    enqueue(agenda, item, position);
}

static void item_over(struct agenda *agenda, struct item *item)
{
    item->over = true;
    agenda->over[agenda->over_count++] = item->number;
}

/* A passed proposal comes back after an exponential time; false when that is not in this run. */
static bool schedule_reopening(struct site *site, const struct agenda *agenda, const struct item *item)
{
    sim_time now = site_now(site);
    if (agenda->settings->reopening <= 0)
        return false;
    struct draw draw = draw_for(site_luck(site), DRAW_REOPENING, item->matter->id, item->times_decided);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1.0 / agenda->settings->reopening));
    if (wait >= agenda->ends - now)
        return false;
    site_schedule(site, now + wait, EVENT_MATTER_REOPENS, &item->number, sizeof item->number);
    return true;
}

void agenda_dispose(struct site *site, struct agenda *agenda, struct item *item, enum outcome_of_item outcome)
{
    sim_time now = site_now(site);
    agenda_account(agenda, now);
    dequeue(agenda, item);
    agenda->stays += now - item->entered;
    item->heard_now = false;
    item->open = false;
    item->outcome = outcome;
    agenda->disposed[outcome]++;
    agenda->standing[outcome]++;
    if (item->times_decided++ == 0) {
        item->decided = now;
        agenda->first_decisions++;
    }
    chronicle_tell(site, TOLD_PROPOSAL_DECIDED, item->number, CHRONICLE_NOBODY, outcome);
    if (outcome != ITEM_PASSED || !schedule_reopening(site, agenda, item))
        item_over(agenda, item);
    MOMENT(site, proposal_decided, item);
}

void on_matter_reopens(struct site *site, const struct event *event)
{
    uint32_t number;
    event_read(event, &number, sizeof number);
    struct agenda *agenda = agenda_of(parts_of(site));
    struct item *item = agenda->items[number];
    if (item->moot) {
        item_over(agenda, item);
        return;
    }
    agenda_account(agenda, site_now(site));
    agenda->standing[item->outcome]--;
    agenda->reopened++;
    item->times_reopened++;
    chronicle_tell(site, TOLD_PROPOSAL_REOPENED, item->number, CHRONICLE_NOBODY, NAN);
    item->open = true;
    item->entered = site_now(site);
    enqueue(agenda, item, agenda->queued);
    MOMENT(site, proposal_reopens, item);
}

void agenda_drop(struct site *site, struct agenda *agenda, struct item *item)
{
    item->moot = true;
    if (item->open && !item->heard_now)
        agenda_let_go(site, agenda, item);
}

void agenda_let_go(struct site *site, struct agenda *agenda, struct item *item)
{
    require(item->moot && item->open);
    sim_time now = site_now(site);
    agenda_account(agenda, now);
    dequeue(agenda, item);
    agenda->stays += now - item->entered;
    agenda->moot++;
    chronicle_tell(site, TOLD_PROPOSAL_DROPPED, item->number, CHRONICLE_NOBODY, NAN);
    item->heard_now = false;
    item->open = false;
    item_over(agenda, item);
    if (item->times_decided > 0) {
        agenda->standing[item->outcome]++;
        return;
    }
    item->outcome = ITEM_WITHDRAWN;
    item->left = now;
}

void agenda_forget(struct site *site, struct agenda *agenda, matter_is_spoken_of *is_spoken_of)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < agenda->over_count; i++) {
        struct matter *matter = agenda->items[agenda->over[i]]->matter;
        if (matter != NULL && is_spoken_of(parts_of(site), matter))
            agenda->over[kept++] = agenda->over[i];
        else if (matter != NULL)
            matter_forget(agenda->knowledge, matter);
    }
    agenda->over_count = kept;
}

void agenda_settle(struct agenda *agenda, sim_time now)
{
    agenda_account(agenda, now);
    int64_t still_open = 0;
    for (uint32_t i = 0; i < agenda->queued; i++)
        still_open += now - agenda->items[agenda->queue[i]]->entered;
    require(agenda->area == agenda->stays + still_open); /* Little's law, by counting */
}

uint64_t agenda_decided(const struct agenda *agenda)
{
    return agenda->standing[ITEM_PASSED] + agenda->standing[ITEM_FAILED] + agenda->standing[ITEM_WITHDRAWN];
}

/* The line of least squares through N(t) over a span L has the slope 12 / L^3 times the integral of
 * N(t) (t - middle). */
double agenda_trend(const struct agenda *agenda)
{
    double span = sim_hours(agenda->ends - agenda->trend_from);
    return 24 * 12 * agenda->lever / (span * span * span);
}
