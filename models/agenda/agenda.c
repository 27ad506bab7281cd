/* The life of a proposal: submitted, returned, decided, reopened, dropped, forgotten. */
#include <math.h>

#include "agenda/agenda_parts.h"
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
        .settings = settings,
        .knowledge = knowledge,
        .arena = arena,
        .ends = ends,
        .queue = {.trend_from = ends / 2},
    };
    return agenda;
}

void agenda_measures_from(struct agenda *agenda, sim_time from)
{
    agenda->queue.trend_from = from + (agenda->ends - from) / 2;
}

static void agenda_make_room(struct agenda *agenda)
{
    struct agenda_items *items = &agenda->items;
    if (items->count < items->room)
        return;
    items->room = items->room == 0 ? 64 : items->room * 2;
    items->all = arena_grow(agenda->arena, items->all, items->count, items->room, sizeof *items->all);
    items->over = arena_grow(agenda->arena, items->over, items->over_count, items->room, sizeof *items->over);
    queue_make_room(agenda, items->room);
}

/* Of the people who are here, the one with the most interest in the matter makes the proposal. */
static uint32_t proposer_of(const struct agenda *agenda, const struct matter *matter,
                            const struct people *people)
{
    const float *interests = matter_interests(agenda->knowledge, matter);
    uint32_t most = NOBODY;
    for (uint32_t person = 0; person < people->count; person++)
        if (person_is_here(people, person) && (most == NOBODY || interests[person] > interests[most]))
            most = person;
    return most;
}

static const struct item *put_on(struct site *site, struct agenda *agenda, struct matter *matter,
                                 uint32_t group)
{
    sim_time now = site_now(site);
    agenda_make_room(agenda);
    struct item *item = ARENA_NEW(agenda->arena, struct item, 1);
    uint32_t number = agenda->items.count++;
    *item = (struct item){
        .matter = matter,
        .number = number,
        .group = group,
        .times = {.submitted = now, .decided = -1, .left = -1},
        .heard = {.first = -1},
        .record = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN},
    };
    matter_goes_on_agenda(item->matter, number);
    agenda->items.all[number] = item;
    queue_enter(agenda, item, now);
    return item;
}

static void tell_of(struct site *site, const struct item *item)
{
    chronicle_tell(site, TOLD_PROPOSAL_SUBMITTED, item->number, item->matter->proposer, NAN);
}

/* What somebody who is here wants to propose. */
static struct matter *think_up(struct site *site, struct agenda *agenda)
{
    uint32_t id = (agenda->items.given++ + site_index(site) * SITE_STRIDE) % QUESTIONS_FROM;
    struct matter *matter = matter_new(agenda->knowledge, MATTER_PROPOSAL, id, NOBODY);
    matter_gets_proposer(matter, proposer_of(agenda, matter, people_of(parts_of(site))));
    return matter;
}

const struct item *agenda_submit(struct site *site, struct agenda *agenda)
{
    const struct item *item = put_on(site, agenda, think_up(site, agenda), NOBODY);
    tell_of(site, item);
    return item;
}

const struct item *agenda_submit_inquiry(struct site *site, struct agenda *agenda,
                                         const struct matter *inquiry, uint32_t id)
{
    struct matter *matter = matter_copy(agenda->knowledge, inquiry, MATTER_PROPOSAL, id);
    const struct item *item = put_on(site, agenda, matter, NOBODY);
    matter_gets_proposer(item->matter, proposer_of(agenda, item->matter, people_of(parts_of(site))));
    tell_of(site, item);
    return item;
}

void agenda_submit_draft(struct site *site, struct agenda *agenda, struct matter *matter)
{
    tell_of(site, put_on(site, agenda, matter, NOBODY));
}

const struct item *agenda_submit_of(struct site *site, struct agenda *agenda, uint32_t id, uint32_t group,
                                    const uint32_t *members, uint32_t count)
{
    require(id >= GROUPS_FROM && count > 0);
    struct matter *matter = matter_new(agenda->knowledge, MATTER_PROPOSAL, id, NOBODY);
    const struct item *item = put_on(site, agenda, matter, group);
    item_stays_with(item, members, count);
    tell_of(site, item);
    return item;
}

const struct item *agenda_submit_by(struct site *site, struct agenda *agenda, uint32_t id,
                                    const uint32_t *people, uint32_t count)
{
    const struct item *item =
        put_on(site, agenda, matter_new(agenda->knowledge, MATTER_PROPOSAL, id, NOBODY), NOBODY);
    matter_gets_proposer(item->matter, proposer_of(agenda, item->matter, people_of(parts_of(site))));
    item_stays_with(item, people, count);
    tell_of(site, item);
    return item;
}

void item_stays_with(const struct item *item, const uint32_t *members, uint32_t count)
{
    struct matter *matter = item->matter;
    uint32_t most = 0;
    if (item->over || count == 0)
        return;
    for (uint32_t i = 0; i < count; i++) {
        if (members[i] == matter->proposer)
            return;
        if (matter_interest(matter, members[i]) > matter_interest(matter, members[most]))
            most = i;
    }
    matter_gets_proposer(matter, members[most]);
}

static void schedule_arrival(struct site *site, struct agenda *agenda)
{
    if (agenda->settings->per_hour <= 0)
        return;
    struct draw draw = draw_for(site_luck(site), DRAW_ARRIVAL, site_index(site), agenda->items.arrived);
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

/* The proposal waits for endorsers (drafts.c). */
static void keep_in_mind(struct agenda *agenda, struct matter *matter, sim_time now)
{
    matter_goes_on_agenda(matter, NOT_ON_AGENDA);
    struct agenda_drafts *drafts = &agenda->drafts;
    if (drafts->count == drafts->room) {
        drafts->room = drafts->room == 0 ? 16 : drafts->room * 2;
        drafts->all =
            arena_grow(agenda->arena, drafts->all, drafts->count, drafts->room, sizeof *drafts->all);
    }
    drafts->all[drafts->count++] = (struct draft){matter, now};
}

void on_proposal_arrives(struct site *site, const struct event *event)
{
    (void)event;
    struct agenda *agenda = agenda_of(parts_of(site));
    if (agenda->settings->endorsers > 0)
        keep_in_mind(agenda, think_up(site, agenda), site_now(site));
    else
        agenda_submit(site, agenda);
    agenda->items.arrived++;
    schedule_arrival(site, agenda);
}

const struct item *agenda_item_of(const struct agenda *agenda, const struct matter *matter)
{
    if (matter == NULL || matter->kind != MATTER_PROPOSAL || matter->number == NOT_ON_AGENDA)
        return NULL;
    return agenda->items.all[matter->number];
}

void agenda_return(struct site *site, struct agenda *agenda, const struct item *item, uint32_t session)
{
    struct item_hearings *heard = &agenda_own(agenda, item)->heard;
    heard->not_in = session;
    heard->now = false;
    agenda->books.tablings++;
    chronicle_tell(site, TOLD_PROPOSAL_TABLED, item->number, CHRONICLE_NOBODY, NAN);
    MOMENT(site, proposal_is_tabled, item);
    queue_send_back(agenda, item, agenda->settings->old_first);
}

static void item_over(struct agenda *agenda, struct item *item)
{
    item->over = true;
    agenda->items.over[agenda->items.over_count++] = item->number;
}

/* A passed proposal is reopened after an exponential time; false: not in this run. */
static bool schedule_reopening(struct site *site, const struct agenda *agenda, const struct item *item)
{
    sim_time now = site_now(site);
    if (agenda->settings->reopening <= 0)
        return false;
    struct draw draw = draw_for(site_luck(site), DRAW_REOPENING, item->matter->id, item->decisions.times);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1.0 / agenda->settings->reopening));
    if (wait >= agenda->ends - now)
        return false;
    site_schedule(site, now + wait, EVENT_MATTER_REOPENS, &item->number, sizeof item->number);
    return true;
}

void agenda_dispose(struct site *site, struct agenda *agenda, const struct item *decided,
                    enum outcome_of_item outcome)
{
    struct item *item = agenda_own(agenda, decided);
    struct agenda_books *books = &agenda->books;
    sim_time now = site_now(site);
    queue_leave(agenda, item, now);
    item->heard.now = false;
    item->outcome = outcome;
    books->disposed[outcome]++;
    books->standing[outcome]++;
    if (item->decisions.times++ == 0) {
        item->times.decided = now;
        books->first_decisions++;
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
    struct item *item = agenda->items.all[number];
    if (item->moot) {
        item_over(agenda, item);
        return;
    }
    agenda->books.standing[item->outcome]--;
    agenda->books.reopened++;
    item->decisions.reopened++;
    chronicle_tell(site, TOLD_PROPOSAL_REOPENED, item->number, CHRONICLE_NOBODY, NAN);
    queue_enter(agenda, item, site_now(site));
    MOMENT(site, proposal_reopens, item);
}

void agenda_drop(struct site *site, struct agenda *agenda, const struct item *item)
{
    agenda_own(agenda, item)->moot = true;
    if (item->open && !item->heard.now)
        agenda_let_go(site, agenda, item);
}

void agenda_let_go(struct site *site, struct agenda *agenda, const struct item *moot)
{
    struct item *item = agenda_own(agenda, moot);
    require(item->moot && item->open);
    sim_time now = site_now(site);
    queue_leave(agenda, item, now);
    agenda->books.moot++;
    chronicle_tell(site, TOLD_PROPOSAL_DROPPED, item->number, CHRONICLE_NOBODY, NAN);
    item->heard.now = false;
    item_over(agenda, item);
    if (item->decisions.times > 0) {
        agenda->books.standing[item->outcome]++;
        return;
    }
    item->outcome = ITEM_WITHDRAWN;
    item->times.left = now;
}

void agenda_forget(struct site *site, struct agenda *agenda, matter_is_spoken_of *is_spoken_of)
{
    struct agenda_items *items = &agenda->items;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < items->over_count; i++) {
        struct matter *matter = items->all[items->over[i]]->matter;
        if (matter != NULL && is_spoken_of(parts_of(site), matter))
            items->over[kept++] = items->over[i];
        else if (matter != NULL)
            matter_forget(agenda->knowledge, matter);
    }
    items->over_count = kept;
}

uint64_t agenda_decided(const struct agenda *agenda)
{
    const uint64_t *standing = agenda->books.standing;
    return standing[ITEM_PASSED] + standing[ITEM_FAILED] + standing[ITEM_WITHDRAWN];
}

const struct proposal_settings *agenda_settings(const struct agenda *agenda)
{
    return agenda->settings;
}

const struct agenda_books *agenda_books(const struct agenda *agenda)
{
    return &agenda->books;
}

uint32_t agenda_count(const struct agenda *agenda)
{
    return agenda->items.count;
}

const struct item *agenda_item(const struct agenda *agenda, uint32_t number)
{
    return agenda->items.all[number];
}

uint32_t agenda_count_of_groups(const struct agenda *agenda)
{
    return agenda->items.count - (agenda->items.given - agenda->drafts.count);
}
