/* Who sits with whom, given how they sat before: circles that join, hosts together, all as before, people in
 * new company, working groups by themselves. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "parts.h"

/* --- as before --- */

static struct circle *with_the_most_room(const struct session *session)
{
    struct circle *circle = session->circles.all[0];
    for (uint32_t i = 1; i < session->circles.count; i++)
        if (session->circles.all[i]->seats.count < circle->seats.count)
            circle = session->circles.all[i];
    return circle;
}

/* So many circles of the round before (or the rest of them) sit together. Hosts come first, so that they host
 * again; who sat nowhere sits where there is room. */
static void seat_from_before(struct site *site, struct session *session, uint32_t together)
{
    const struct parts *parts = parts_of(site);
    const uint32_t *before = gathering_of(parts)->persons.before;
    uint32_t circles = session->circles.host_count;
    if (circles == 0) {
        seat_plenary(site, session);
        return;
    }
    session_open_circles(site, session, (circles + together - 1) / together);
    for (uint32_t i = 0; i < circles; i++) {
        uint32_t host = session->circles.hosts[i];
        if (host != NOBODY && session_has(people_of(parts), session, host) &&
            circle_of(conversation_of(parts), host) == NULL && before[host] == i + 1)
            session_sit(site, session->circles.all[i / together], host);
    }
    for (int sat = 1; sat >= 0; sat--)
        for (uint32_t i = 0; i < session->here.count; i++) {
            uint32_t person = session->here.people[i];
            if (circle_of(conversation_of(parts), person) != NULL || (before[person] > 0) != (sat == 1))
                continue;
            session_sit(site,
                        sat == 1 ? session->circles.all[(before[person] - 1) / together]
                                 : with_the_most_room(session),
                        person);
        }
}

void seat_merged(struct site *site, struct session *session)
{
    seat_from_before(site, session, 2);
}

/* Each circle goes on where it was before its host went away. */
void seat_as_before(struct site *site, struct session *session)
{
    seat_from_before(site, session, 1);
    for (uint32_t i = 0; i < session->circles.count && i < session->harvest.count; i++)
        if (session->circles.all[i]->matter == session->harvest.reports[i].matter)
            circle_takes_as_voiced(session->circles.all[i], &session->harvest.reports[i].voiced);
}

void seat_hosts_together(struct site *site, struct session *session)
{
    const struct parts *parts = parts_of(site);
    struct circle *circle = session_open_numbered(site, session, 0, session->circles.host_count + 1);
    for (uint32_t i = 0; i < session->circles.host_count; i++) {
        uint32_t host = session->circles.hosts[i];
        if (host != NOBODY && session_has(people_of(parts), session, host) &&
            circle_of(conversation_of(parts), host) == NULL)
            seat_inside(site, session, circle, host);
    }
    seat_around(site, session, circle);
    session->circles.aside = true;
}

void session_goes_on_where_it_stopped(struct site *site, struct session *session)
{
    (void)site;
    uint32_t before = session->harvest.count, now = session->circles.count;
    if (session_stage(session)->repeats || session->at.round == 0 || before == 0 || now == 0)
        return;
    uint32_t together = now < before ? (before + now - 1) / now : 1;
    for (uint32_t i = 0; i < now; i++) {
        struct circle *circle = session->circles.all[i];
        struct facet_set voiced = circle->talk.voiced;
        for (uint32_t j = i * together; j < (i + 1) * together && j < before; j++)
            if (session->harvest.reports[j].matter == circle->matter)
                for (uint32_t word = 0; word < FACET_WORDS; word++)
                    voiced.word[word] |= session->harvest.reports[j].voiced.word[word];
        circle_takes_as_voiced(circle, &voiced);
    }
}

/* --- in new company --- */

void company_begins(struct site *site, const struct session *session)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    const struct method *method = session->origin.entry->method;
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count && gathering->persons.company == NULL; i++)
        if (stages[i].seating->in_new_company)
            gathering->persons.company =
                ARENA_NEW(gathering->arena, struct company, gathering->people->count);
}

static uint32_t remembered(const struct company *company)
{
    return company->count < MOST_COMPANY ? company->count : MOST_COMPANY;
}

static bool have_sat_together(const struct company *one, const struct company *other)
{
    for (uint32_t i = 0; i < remembered(one); i++)
        for (uint32_t j = 0; j < remembered(other); j++)
            if (one->circle[i] == other->circle[j])
                return true;
    return false;
}

/* Circles that are filled on paper first: `room` seats each, of which `count` are taken. */
struct plan {
    const struct company *company;
    uint32_t *seat, *count;
    uint32_t circles, room;
};

/* How many in a circle, not counting `but`, she has sat with. */
static uint32_t known_there(const struct plan *plan, uint32_t person, uint32_t circle, uint32_t but)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < plan->count[circle]; i++) {
        uint32_t other = plan->seat[circle * plan->room + i];
        if (other != person && other != but &&
            have_sat_together(&plan->company[person], &plan->company[other]))
            known++;
    }
    return known;
}

/* The circle where she knows the fewest; of these the smallest. `larger` circles may still get a seat more
 * than the others. */
static uint32_t best_circle(const struct plan *plan, uint32_t person, uint32_t least, uint32_t larger)
{
    uint32_t best = plan->circles, fewest = UINT32_MAX;
    for (uint32_t circle = 0; circle < plan->circles; circle++) {
        if (plan->count[circle] >= least + (larger > 0 ? 1 : 0))
            continue;
        uint32_t known = known_there(plan, person, circle, person);
        if (known < fewest || (known == fewest && plan->count[circle] < plan->count[best])) {
            best = circle;
            fewest = known;
        }
    }
    require(best < plan->circles);
    return best;
}

static void fill_circles(struct plan *plan, const uint32_t *people, uint32_t count)
{
    uint32_t least = count / plan->circles, larger = count % plan->circles;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t circle = best_circle(plan, people[i], least, larger);
        plan->seat[circle * plan->room + plan->count[circle]++] = people[i];
        larger -= plan->count[circle] > least ? 1 : 0;
    }
}

/* She changes places with somebody of another circle if both together then sit with fewer whom they know. */
static bool swaps(struct plan *plan, uint32_t circle, uint32_t place, uint32_t other, uint32_t there)
{
    uint32_t *mine = &plan->seat[circle * plan->room + place],
             *theirs = &plan->seat[other * plan->room + there];
    uint32_t now = known_there(plan, *mine, circle, *mine) + known_there(plan, *theirs, other, *theirs);
    uint32_t then = known_there(plan, *mine, other, *theirs) + known_there(plan, *theirs, circle, *mine);
    if (then >= now)
        return false;
    uint32_t person = *mine;
    *mine = *theirs;
    *theirs = person;
    return true;
}

/* Who sits with somebody she knows looks for a swap, at MOST_TRIES places drawn by lot. */
static void improve(struct plan *plan, struct draw *draw)
{
    enum { MOST_TRIES = 64 };
    for (uint32_t circle = 0; circle < plan->circles && plan->circles > 1; circle++)
        for (uint32_t place = 0; place < plan->count[circle]; place++)
            for (uint32_t tries = 0; tries < MOST_TRIES; tries++) {
                uint32_t person = plan->seat[circle * plan->room + place];
                if (known_there(plan, person, circle, person) == 0)
                    break;
                uint32_t other = draw_below(draw, plan->circles - 1);
                other += other >= circle ? 1 : 0;
                if (plan->count[other] > 0)
                    swaps(plan, circle, place, other, draw_below(draw, plan->count[other]));
            }
}

static uint32_t *room_for_plan(struct gathering *gathering)
{
    if (gathering->scratch.plan == NULL)
        gathering->scratch.plan = ARENA_NEW(gathering->arena, uint32_t, 3 * (size_t)gathering->people->count);
    return gathering->scratch.plan;
}

/* In an order drawn by lot each takes a seat where she knows the fewest; then some swap. */
void seat_in_new_company(struct site *site, struct session *session)
{
    enum { PASSES = 4 };
    struct gathering *gathering = gathering_of(parts_of(site));
    uint32_t *people = session_scratch(site), *seats = room_for_plan(gathering);
    uint32_t count = session->here.count, circles = session_circles_wanted(site, session);
    circles = circles < count ? circles : count;
    struct plan plan = {gathering->persons.company, seats + count, seats, circles,
                        (count + circles - 1) / circles};
    memcpy(people, session->here.people, count * sizeof *people);
    memset(plan.count, 0, circles * sizeof *plan.count);
    struct draw draw = seat_draw(site, session);
    draw_shuffle(&draw, people, count);
    fill_circles(&plan, people, count);
    for (int pass = 0; pass < PASSES; pass++)
        improve(&plan, &draw);
    site_charge(site, count);
    session_open_circles(site, session, circles);
    for (uint32_t circle = 0; circle < circles; circle++)
        for (uint32_t i = 0; i < plan.count[circle]; i++)
            session_sit(site, session->circles.all[circle], plan.seat[circle * plan.room + i]);
}

/* --- working groups --- */

struct key *session_keys(struct gathering *gathering)
{
    if (gathering->scratch.keys == NULL)
        gathering->scratch.keys = ARENA_NEW(gathering->arena, struct key, gathering->people->count);
    return gathering->scratch.keys;
}

static int by_key(const void *a, const void *b)
{
    const struct key *one = a, *other = b;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return one->person < other->person ? -1 : one->person > other->person;
}

struct key *session_by_groups(struct site *site, struct session *session)
{
    struct key *keys = session_keys(gathering_of(parts_of(site)));
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        keys[i] = (struct key){gathering_ask_group(site, person, 0), person};
    }
    qsort(keys, session->here.count, sizeof *keys, by_key);
    return keys;
}

/* Those who are in no group sit in a circle of their own. */
void seat_teams(struct site *site, struct session *session)
{
    const struct key *keys = session_by_groups(site, session);
    uint32_t circles = 0;
    for (uint32_t i = 0; i < session->here.count; i++)
        circles += i == 0 || keys[i].key != keys[i - 1].key ? 1 : 0;
    session_open_circles(site, session, circles);
    uint32_t circle = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        circle += i > 0 && keys[i].key != keys[i - 1].key ? 1 : 0;
        session_sit(site, session->circles.all[circle], keys[i].person);
    }
}
