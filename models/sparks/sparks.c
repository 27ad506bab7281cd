/* The life of a spark of this site: it comes up, waits, is announced or dropped. */
#include "sparks/sparks.h"

#include <math.h>

#include "agenda/agenda.h"
#include "base/require.h"
#include "chronicle.h"
#include "groups/groups.h"
#include "places/sites.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

/* Proposals of sparks draw from numbers of their own. */
enum { SPARK_PROPOSALS_FROM = 0x78000000, SPARK_PROPOSALS = 0x05000000 };

/* --- coming up --- */

static uint32_t draw_kind(const struct sparks *sparks, struct draw *draw)
{
    const struct spark_kind *kinds = sparks->terms.kinds;
    double all = 0, sum = 0;
    for (uint32_t kind = 0; kind < sparks->terms.kind_count; kind++)
        all += kinds[kind].share;
    double at = draw_uniform(draw) * all;
    uint32_t last = 0;
    for (uint32_t kind = 0; kind < sparks->terms.kind_count; kind++) {
        sum += kinds[kind].share;
        last = kinds[kind].share > 0 ? kind : last;
        if (at < sum)
            return kind;
    }
    return last;
}

uint32_t spark_proposed(struct site *site, uint32_t route, const struct spark_concept *idea, uint32_t group)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_settings *settings = sparks->terms.settings;
    if (sparks->count == sparks->room) {
        uint32_t room = sparks->room == 0 ? 16 : 2 * sparks->room;
        sparks->own = arena_grow(sparks->terms.arena, sparks->own, sparks->count, room, sizeof *sparks->own);
        sparks->room = room;
    }
    uint32_t number = sparks->count++;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_KIND, number);
    uint32_t kind = draw_kind(sparks, &draw);
    bool is_common = draw_uniform(&draw) < settings->anchor;
    sparks->own[number] = (struct spark){
        .concept = is_common ? concept_common((uint32_t)settings->breadth) : *idea,
        .kind = (uint8_t)kind,
        .route = (uint8_t)route,
        .state = SPARK_STAYS,
        .proposed = site_now(site),
        .announced = -1,
        .group = group,
    };
    sparks->tally.proposed++;
    sparks->tally.by_state[SPARK_STAYS]++;
    chronicle_tell(site, TOLD_SPARK_FOUND, number, route, kind);
    return number;
}

void spark_stands(struct site *site, uint32_t number, enum spark_state state)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark *spark = &sparks->own[number];
    sparks->tally.by_state[spark->state]--;
    sparks->tally.by_state[state]++;
    spark->state = (uint8_t)state;
    chronicle_tell(site, TOLD_SPARK_STANDS, number, CHRONICLE_NOBODY, state);
}

static struct spark_card card_of(const struct sparks *sparks, uint32_t number)
{
    const struct spark *spark = &sparks->own[number];
    return (struct spark_card){
        .origin = sparks->terms.site,
        .number = number,
        .concept = spark->concept,
        .kind = spark->kind,
        .way = WAY_SITE,
        .parent_site = NOBODY,
        .parent = NOBODY,
    };
}

/* --- announcing --- */

/* Who is away at another site is active there and not here, where sparks travel. */
static bool can_begin(const struct sparks *sparks, uint32_t person)
{
    bool must_be_here = sparks->terms.settings->travel;
    return takes_part(sparks, person) && (!must_be_here || person_is_here(sparks->terms.people, person));
}

void spark_begun_by(struct site *site, uint32_t number, const uint32_t *starters, uint32_t count)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark_card card = card_of(sparks, number);
    card.way = WAY_BEGAN;
    uint32_t local = spark_of_card(sparks, &card);
    for (uint32_t i = 0; i < count; i++)
        if (can_begin(sparks, starters[i]))
            person_begins_spark(site, local, starters[i], &card);
}

static bool is_heard_by(const struct spark_route *route, enum audience audience)
{
    return (route->audiences & (UINT64_C(1) << AUDIENCE_ALL | UINT64_C(1) << audience)) != 0;
}

static void send_to_sites(struct site *site, const struct spark_card *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_reach *reach = &sparks->terms.settings->reach;
    if (reach->sites <= 0 || sparks->terms.sites < 2)
        return;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_SITES, sparks->tally.announcements);
    struct site_choice choice = {
        .sites = sparks->terms.sites, .own = sparks->terms.site, .most = (uint32_t)reach->other_sites};
    struct spark_card told = *card;
    told.way = WAY_OTHER_SITE;
    sites_choose(&choice, &draw);
    for (uint32_t i = 0; i < choice.count; i++) {
        sparks->tally.sent++;
        sparks->tally.sent_late += site_now(site) + site_lookahead(site) >= sparks->terms.ends ? 1 : 0;
        site_tell(site, site_chosen(&choice, i), EVENT_SPARK_COMES, &told, sizeof told);
    }
}

void spark_announced(struct site *site, uint32_t number, uint32_t route, const uint32_t *starters,
                     uint32_t count)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_settings *settings = sparks->terms.settings;
    const struct spark_route *from = (const struct spark_route *)settings->routes.items + route;
    struct spark_card card = card_of(sparks, number);
    sparks->own[number].announced = site_now(site);
    spark_stands(site, number, SPARK_ANNOUNCED);
    sparks->tally.announcement_hours += sim_hours(site_now(site) - sparks->own[number].proposed);
    spark_begun_by(site, number, starters, count);
    if (is_heard_by(from, AUDIENCE_SITE))
        spark_is_heard(site, &card, settings->reach.site);
    if (is_heard_by(from, AUDIENCE_SITES))
        send_to_sites(site, &card);
    double outside = is_heard_by(from, AUDIENCE_CONTACTS)
                         ? settings->reach.contacts * people_here(sparks->terms.people)
                         : 0;
    outside += is_heard_by(from, AUDIENCE_PUBLIC) ? settings->reach.of_public : 0;
    outside_hears(site, spark_of_card(sparks, &card), outside);
    sparks->tally.announcements++;
}

/* --- waiting for approval --- */

static void account(struct spark_queue *queue, sim_time now)
{
    queue->area += (now - queue->changed) * (int64_t)queue->count;
    queue->changed = now;
}

void spark_waits(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark_queue *queue = &sparks->queue;
    struct spark *spark = &sparks->own[number];
    const struct group *group = group_numbered(groups_of(parts_of(site)), spark->group);
    uint32_t id = SPARK_PROPOSALS_FROM + (number + sparks->terms.site * SITE_STRIDE) % SPARK_PROPOSALS;
    account(queue, site_now(site));
    if (queue->count == queue->room) {
        uint32_t room = queue->room == 0 ? 8 : 2 * queue->room;
        queue->waiting =
            arena_grow(sparks->terms.arena, queue->waiting, queue->count, room, sizeof *queue->waiting);
        queue->room = room;
    }
    queue->waiting[queue->count++] = number;
    spark_stands(site, number, SPARK_WAITS);
    spark->item =
        agenda_submit_by(site, agenda_of(parts_of(site)), id, group->members.all, group->members.count)
            ->number;
    sim_time until = site_now(site) + sparks->terms.settings->stale;
    if (until < sparks->terms.ends)
        site_schedule(site, until, EVENT_SPARK_STALE, &number, sizeof number);
}

void spark_leaves_queue(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark_queue *queue = &sparks->queue;
    uint32_t place = 0;
    account(queue, site_now(site));
    while (place < queue->count && queue->waiting[place] != number)
        place++;
    require(place < queue->count);
    for (queue->count--; place < queue->count; place++)
        queue->waiting[place] = queue->waiting[place + 1];
    queue->stays += site_now(site) - sparks->own[number].proposed;
}

void sparks_hear_decision(struct site *site, const struct item *item)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t place = 0;
    while (place < sparks->queue.count && sparks->own[sparks->queue.waiting[place]].item != item->number)
        place++;
    if (place == sparks->queue.count)
        return;
    uint32_t number = sparks->queue.waiting[place];
    const struct group *group = group_numbered(groups_of(parts_of(site)), sparks->own[number].group);
    spark_leaves_queue(site, number);
    if (item->outcome != ITEM_PASSED)
        spark_stands(site, number, SPARK_REFUSED);
    else
        spark_announced(site, number, sparks->own[number].route, group->members.all,
                        group_lives(group) ? group->members.count : 0);
}

void on_spark_stale(struct site *site, const struct event *event)
{
    uint32_t number;
    event_read(event, &number, sizeof number);
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark *spark = &sparks->own[number];
    if (spark->state != SPARK_WAITS)
        return;
    spark_leaves_queue(site, number);
    spark_stands(site, number, SPARK_STALE);
    struct agenda *agenda = agenda_of(parts_of(site));
    agenda_drop(site, agenda, agenda_item(agenda, spark->item));
}
