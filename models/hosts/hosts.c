/* Who holds which circle, and what practice does to her skill. */
#include "hosts/hosts_parts.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"
#include "base/same.h"
#include "mechanism.h"
#include "people/people.h"

/* A person of a session as she is asked: the most skilled first, equals by lot. */
struct host_rank {
    float skill;
    double lot;
    uint32_t person;
};

/* --- skill --- */

/* Of those at the start a fixed number can host, each equally likely. The one that a fraction stands for is
 * there or not by lot, so that small sites have their share on average. */
static void choose_at_start(struct hosts *hosts, struct site *site, uint32_t *lot)
{
    uint32_t begun = hosts->people->begun;
    for (uint32_t person = 0; person < begun; person++)
        lot[person] = person;
    struct draw draw = draw_for(hosts->luck, DRAW_CAN_HOST, site_index(site), 0);
    double number = hosts->settings->can_host * begun + draw_uniform(&draw);
    uint32_t count = number < begun ? (uint32_t)number : begun;
    draw_shuffle(&draw, lot, begun);
    for (uint32_t i = 0; i < count; i++)
        hosts->persons.skill[lot[i]] = (float)hosts->settings->skill;
}

static void choose_of_comers(struct hosts *hosts)
{
    const struct people *people = hosts->people;
    for (uint32_t person = people->begun; person < people->begun + people->arriving; person++) {
        struct draw draw = draw_for(hosts->luck, DRAW_COMER_CAN_HOST, person_luck(people, person), 0);
        bool can = draw_uniform(&draw) < hosts->settings->can_host;
        hosts->persons.skill[person] = (float)(can ? hosts->settings->skill : hosts->settings->novice);
    }
}

struct hosts *hosts_new(const struct host_settings *settings, const struct setup *setup)
{
    struct people *people = people_of(setup->parts);
    struct hosts *hosts = ARENA_NEW(setup->arena, struct hosts, 1);
    *hosts = (struct hosts){
        .settings = settings,
        .luck = setup->luck,
        .people = people,
        .arena = setup->arena,
        .persons = {.skill = ARENA_NEW(setup->arena, float, people->count),
                    .hosted = ARENA_NEW(setup->arena, sim_time, people->count),
                    .holding = ARENA_NEW(setup->arena, uint32_t, people->count)},
        .ranks = ARENA_NEW(setup->arena, struct host_rank, people->count),
    };
    for (uint32_t person = 0; person < people->begun; person++)
        hosts->persons.skill[person] = (float)settings->novice;
    choose_at_start(hosts, setup->site, ARENA_NEW(setup->arena, uint32_t, people->begun));
    choose_of_comers(hosts);
    return hosts; /* guests keep a skill of 0: they do not host */
}

double hosts_skill(const struct hosts *hosts, uint32_t person)
{
    return (double)hosts->persons.skill[person];
}

double hosts_skill_after(double skill, double training, double hours)
{
    return 1.0 - (1.0 - skill) * same_pow(1.0 - training, hours);
}

/* --- the books of a circle --- */

static struct held_circle *entry_of(struct hosts *hosts, const struct circle *circle)
{
    uint32_t index = circle->id.index, before = hosts->room;
    if (index >= hosts->room) {
        hosts->room = 2 * index + 16;
        hosts->circles =
            arena_grow(hosts->arena, hosts->circles, before, hosts->room, sizeof *hosts->circles);
        for (uint32_t i = before; i < hosts->room; i++)
            hosts->circles[i] = (struct held_circle){.host = NOBODY};
    }
    require(hosts->circles[index].number == 0 || hosts->circles[index].number == circle->id.number);
    return &hosts->circles[index];
}

/* Time up to now is counted, and who hosted has learned from it. */
static void bring_up_to_date(struct hosts *hosts, struct held_circle *entry, sim_time now)
{
    if (entry->number == 0)
        return;
    sim_time span = now - entry->since;
    entry->since = now;
    hosts->tally.circle_time += span;
    if (entry->host == NOBODY || span == 0)
        return;
    float *skill = &hosts->persons.skill[entry->host];
    hosts->tally.held_time += span;
    hosts->tally.skill_time += sim_hours(span) * (double)*skill;
    hosts->persons.hosted[entry->host] += span;
    *skill = (float)hosts_skill_after((double)*skill, hosts->settings->training, sim_hours(span));
}

static void let_host_go(struct hosts *hosts, struct held_circle *entry)
{
    if (entry->host != NOBODY)
        hosts->persons.holding[entry->host] = 0;
    entry->host = NOBODY;
}

/* How the circle is held from now on; NOBODY: by nobody. */
static void tell_circle(const struct hosts *hosts, struct circle *circle, uint32_t host)
{
    circle_is_held(circle, &(struct circle_holding){
                               .needed = true,
                               .by = host,
                               .skill = host == NOBODY ? 0.0F : hosts->persons.skill[host],
                               .stray = (float)hosts->settings->stray,
                               .slip = (float)hosts->settings->slip,
                               .back = (float)hosts->settings->holds_back,
                           });
}

static void give(struct hosts *hosts, struct circle *circle, uint32_t host, sim_time now)
{
    require(hosts->persons.holding[host] == 0);
    struct held_circle *entry = entry_of(hosts, circle);
    *entry = (struct held_circle){circle->id.number, host, now};
    hosts->persons.holding[host] = circle->id.number;
    tell_circle(hosts, circle, host);
    if (circle->host == NOBODY)
        circle_gets_host(circle, host);
}

/* Where people make circles themselves nobody is asked to host them. */
static bool stage_needs_hosts(const struct session *session)
{
    const struct stage *stage = session_stage(session);
    return stage->facilitated && !stage->movement->mingles;
}

/* --- who is asked --- */

static int by_skill(const void *a, const void *b)
{
    const struct host_rank *one = a, *other = b;
    if (one->skill < other->skill || one->skill > other->skill)
        return one->skill > other->skill ? -1 : 1;
    if (one->lot < other->lot || one->lot > other->lot)
        return one->lot < other->lot ? -1 : 1;
    return one->person < other->person ? -1 : one->person > other->person;
}

static uint32_t rank_people(struct site *site, struct hosts *hosts, const struct session *session)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        if (!(hosts->persons.skill[person] > 0))
            continue;
        struct draw draw = draw_for(site_luck(site), DRAW_HOST_LOT, person_luck(hosts->people, person),
                                    session->origin.luck + session->at.stage * 64u + session->at.round);
        hosts->ranks[count++] = (struct host_rank){hosts->persons.skill[person], draw_uniform(&draw), person};
    }
    qsort(hosts->ranks, count, sizeof *hosts->ranks, by_skill);
    return count;
}

/* The most skilled of those who sit in the circle and are no informants, the first to sit down of equals;
 * NOBODY: none can host. */
static uint32_t best_in_circle(const struct hosts *hosts, const struct circle *circle)
{
    uint32_t best = NOBODY;
    float skill = 0.0F;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (hosts->persons.skill[person] > skill && person_is_here(hosts->people, person)) {
            skill = hosts->persons.skill[person];
            best = person;
        }
    }
    return best;
}

void hosts_take_seats(struct site *site, const struct session *session)
{
    struct parts *parts = parts_of(site);
    struct hosts *hosts = hosts_of(parts);
    if (!stage_needs_hosts(session))
        return;
    uint32_t count = rank_people(site, hosts, session), next = 0;
    site_charge(site, count);
    for (uint32_t i = 0; i < session->circles.count; i++) {
        struct circle *circle = session->circles.all[i];
        while (next < count && circle_of(conversation_of(parts), hosts->ranks[next].person) != NULL)
            next++;
        uint32_t host = best_in_circle(hosts, circle);
        float skill = host == NOBODY ? 0.0F : hosts->persons.skill[host];
        if (next < count && hosts->ranks[next].skill > skill) {
            host = hosts->ranks[next].person;
            circle_join(site, circle, host);
        }
        if (host != NOBODY)
            give(hosts, circle, host, site_now(site));
    }
}

/* A circle of a facilitated stage begins, or goes on with the host it had. */
static bool gets_host(struct hosts *hosts, struct circle *circle, sim_time now)
{
    struct held_circle *entry = entry_of(hosts, circle);
    uint32_t best = entry->host == NOBODY ? best_in_circle(hosts, circle) : entry->host;
    if (entry->host == NOBODY && best != NOBODY) {
        give(hosts, circle, best, now);
        return true;
    }
    entry->number = circle->id.number;
    entry->since = now;
    tell_circle(hosts, circle, entry->host);
    return entry->host != NOBODY;
}

void hosts_look_round(struct site *site, const struct session *session)
{
    struct hosts *hosts = hosts_of(parts_of(site));
    sim_time now = site_now(site);
    bool needs = stage_needs_hosts(session), full = true;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        struct circle *circle = session->circles.all[i];
        struct held_circle *entry = entry_of(hosts, circle);
        bring_up_to_date(hosts, entry, now);
        if (needs) {
            full = gets_host(hosts, circle, now) && full;
            continue;
        }
        let_host_go(hosts, entry);
        entry->number = 0;
        if (session_stage(session)->facilitated)
            circle_is_held(circle, &(struct circle_holding){.by = NOBODY});
        else
            tell_circle(hosts, circle, NOBODY);
    }
    hosts->tally.rounds += needs && session->circles.count > 0 ? 1 : 0;
    hosts->tally.full_rounds += needs && session->circles.count > 0 && full ? 1 : 0;
}

void hosts_hand_over(struct site *site, struct circle *circle, uint32_t person)
{
    struct hosts *hosts = hosts_of(parts_of(site));
    struct held_circle *entry = entry_of(hosts, circle);
    require(entry->host == person);
    bring_up_to_date(hosts, entry, site_now(site));
    let_host_go(hosts, entry);
    uint32_t next = best_in_circle(hosts, circle);
    if (next != NOBODY)
        give(hosts, circle, next, site_now(site));
}

void hosts_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)session;
    struct hosts *hosts = hosts_of(parts_of(site));
    struct held_circle *entry = entry_of(hosts, circle);
    bring_up_to_date(hosts, entry, site_now(site));
    let_host_go(hosts, entry);
    entry->number = 0;
}

/* --- books --- */

void hosts_are_sampled(struct site *site, sim_time instant)
{
    (void)instant;
    struct hosts *hosts = hosts_of(parts_of(site));
    hosts->sampled_time = sim_hours(hosts->tally.held_time);
    hosts->sampled_skill = hosts->tally.skill_time;
}

void hosts_settle(struct site *site, sim_time ends)
{
    struct hosts *hosts = hosts_of(parts_of(site));
    for (uint32_t i = 0; i < hosts->room; i++)
        bring_up_to_date(hosts, &hosts->circles[i], ends);
}

void hosts_check_books(struct site *site)
{
    const struct hosts *hosts = hosts_of(parts_of(site));
    int64_t hosted = 0;
    for (uint32_t person = 0; person < hosts->people->count; person++) {
        require(hosts->persons.hosted[person] <= hosts->people->books.seated[person]);
        hosted += hosts->persons.hosted[person];
    }
    require(hosted == hosts->tally.held_time);
    for (uint32_t i = 0; i < hosts->room; i++)
        require(hosts->circles[i].host == NOBODY || hosts->circles[i].number > 0);
}
