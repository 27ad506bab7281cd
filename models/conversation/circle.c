#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "conversation/seats.h"
#include "moments.h"
#include "parts.h"

struct conversation *conversation_new(const struct conversation_settings *settings,
                                      const struct opinion_settings *opinions, struct people *people,
                                      uint32_t words, const struct luck *luck, struct arena *arena)
{
    struct conversation *conversation = ARENA_NEW(arena, struct conversation, 1);
    *conversation = (struct conversation){
        .settings = settings,
        .opinions = opinions,
        .people = people,
        .luck = luck,
        .arena = arena,
        .words = words,
        .where = ARENA_NEW(arena, uint32_t, people->count),
        .seat = ARENA_NEW(arena, uint32_t, people->count),
        .tally.size_time = ARENA_NEW(arena, double, SIZE_BINS + 1),
        .apart.size_time = ARENA_NEW(arena, double, SIZE_BINS + 1),
    };
    return conversation;
}

struct circle *circle_of(struct conversation *conversation, uint32_t person)
{
    uint32_t where = conversation->where[person];
    return where == 0 ? NULL : conversation->circles[where - 1];
}

/* How often a circle was used names draws of its pieces, so those of other books are used apart. */
static struct circle **spares(struct conversation *conversation, const struct tally *tally)
{
    return tally == &conversation->tally ? &conversation->spare : &conversation->spare_apart;
}

static struct circle *circle_memory(struct conversation *conversation, const struct tally *tally)
{
    struct circle **spare = spares(conversation, tally);
    struct circle *circle = *spare;
    if (circle != NULL) {
        *spare = circle->spare;
        return circle;
    }
    if (conversation->count == conversation->room) {
        uint32_t room = conversation->room == 0 ? 16 : conversation->room * 2;
        struct circle **all = ARENA_NEW(conversation->arena, struct circle *, room);
        if (conversation->count > 0)
            memcpy(all, conversation->circles, conversation->count * sizeof *all);
        conversation->circles = all;
        conversation->room = room;
    }
    circle = ARENA_NEW(conversation->arena, struct circle, 1);
    circle->index = conversation->count;
    conversation->circles[conversation->count++] = circle;
    return circle;
}

static struct circle *open_counted(struct conversation *conversation, struct tally *tally, uint32_t luck,
                                   uint32_t room, sim_time now)
{
    struct circle *circle = circle_memory(conversation, tally);
    *circle = (struct circle){
        .index = circle->index,
        .generation = circle->generation + 1,
        .number = ++conversation->numbered,
        .open = true,
        .group = circle->index,
        .luck = luck,
        .host = NOBODY,
        .tally = tally,
        .about = all_facets,
        .last = NOBODY,
        .before_last = NOBODY,
        .turn = {.speaker = NOBODY},
        .queue = circle->queue,
        .queue_room = circle->queue_room,
        .opened = now,
        .changed = now,
        .felt = now,
    };
    seats_take(conversation, &circle->seats, room);
    return circle;
}

struct circle *circle_open(struct conversation *conversation, struct matter *matter,
                           const struct manner *manner, const struct guide *guide, uint32_t luck,
                           uint32_t room, sim_time now)
{
    struct circle *circle = open_counted(conversation, &conversation->tally, luck, room, now);
    circle->matter = matter;
    circle->manner = manner;
    circle->guide = guide;
    return circle;
}

struct circle *circle_open_apart(struct conversation *conversation, struct matter *matter,
                                 const struct manner *manner, const struct guide *guide, uint32_t luck,
                                 uint32_t room, sim_time now)
{
    struct circle *circle = open_counted(conversation, &conversation->apart, luck, room, now);
    circle->matter = matter;
    circle->manner = manner;
    circle->guide = guide;
    return circle;
}

struct circle *circle_open_beside(struct conversation *conversation, const struct circle *circle,
                                  uint32_t luck, uint32_t room, sim_time now)
{
    struct circle *other = open_counted(conversation, circle->tally, luck, room, now);
    other->matter = circle->matter;
    other->manner = circle->manner;
    other->guide = circle->guide;
    other->group = circle->group;
    other->process = circle->process;
    other->about = circle->about;
    other->voiced = circle->voiced;
    return other;
}

/* Books the time that the circle has lasted at its present size. */
static void circle_account(struct circle *circle, sim_time now)
{
    struct tally *tally = circle->tally;
    sim_time span = now - circle->changed;
    uint32_t size = circle->seats.count;
    tally->seat_time += span * (int64_t)size;
    if (size == 1)
        tally->alone_time += span;
    if (size > 0)
        tally->size_time[size <= SIZE_BINS ? size - 1 : SIZE_BINS] += sim_hours(span);
    circle->changed = now;
}

static void circle_feel(struct conversation *conversation, struct circle *circle, sim_time now)
{
    seats_feel(conversation->people, &circle->seats, now - circle->felt);
    circle->felt = now;
}

void circle_hush(struct site *site, struct circle *circle)
{
    if (!circle->busy)
        return;
    site_cancel(site, circle->ending);
    circle->busy = false;
    if (circle->turn.speaker != NOBODY)
        circle->tally->cut++;
    circle->turn.speaker = NOBODY;
}

void circle_begin_stage(struct circle *circle)
{
    circle->turns_before = circle->turns;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (circle->seats.spoken[i] > 0)
            circle->seats.spoken[i] = SPOKE_BEFORE;
}

sim_time circle_rest(const struct site *site, const struct circle *circle)
{
    return circle->busy ? circle->turn.began + circle->turn.length - site_now(site) : 0;
}

static void drop_hand(struct circle *circle, uint32_t person)
{
    for (uint32_t i = 0; i < circle->queued; i++)
        if (circle->queue[i] == person) {
            memmove(&circle->queue[i], &circle->queue[i + 1],
                    (circle->queued - i - 1) * sizeof *circle->queue);
            circle->queued--;
            return;
        }
}

void circle_leave(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    sim_time now = site_now(site);
    require(circle_of(conversation, person) == circle);
    if (circle->busy && circle->turn.speaker == person)
        circle_hush(site, circle);
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    uint32_t seat = conversation->seat[person];
    seat_store(conversation, circle, seat, now);
    if (circle->seats.hand[seat] > 0)
        drop_hand(circle, person);
    conversation->where[person] = 0;
    seat_move(conversation, &circle->seats, seat, circle->seats.count - 1);
    circle->seats.count--;
    if (circle->last == person)
        circle->last = NOBODY;
    if (circle->before_last == person)
        circle->before_last = NOBODY;
    chronicle_tell(site, TOLD_CIRCLE_LEFT, person, circle->number, NAN);
}

void circle_close(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(circle->open);
    circle_hush(site, circle);
    while (circle->seats.count > 0)
        circle_leave(site, circle, circle->seats.person[circle->seats.count - 1]);
    seats_give_back(conversation, &circle->seats);
    circle->open = false;
    struct circle **spare = spares(conversation, circle->tally);
    circle->spare = *spare;
    *spare = circle;
}

void circle_join(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    sim_time now = site_now(site);
    require(circle->open && conversation->where[person] == 0);
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    if (circle->seats.count == circle->seats.room)
        seats_enlarge(conversation, &circle->seats);
    uint32_t seat = circle->seats.count++;
    circle->seats.person[seat] = person;
    circle->seats.joined[seat] = now;
    conversation->where[person] = circle->index + 1;
    conversation->seat[person] = seat;
    person_rest(conversation->people, person, now);
    seat_load(conversation, circle, seat);
    circle->weighed_for = 0; /* where somebody else has just left, the size alone would not tell */
    seat_weigh(conversation->opinions, &circle->seats, seat);
    MOMENT(site, person_sits_down, circle, person);
    chronicle_tell(site, TOLD_CIRCLE_ENTERED, person, circle->number, NAN);
}

void circle_settle(struct conversation *conversation, struct circle *circle, sim_time now)
{
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    for (uint32_t seat = 0; seat < circle->seats.count; seat++) {
        seat_store(conversation, circle, seat, now);
        circle->seats.joined[seat] = now;
        circle->seats.joined_turns[seat] = circle->turns;
    }
}

void circle_take_up(struct conversation *conversation, struct circle *circle, struct matter *matter)
{
    for (uint32_t seat = 0; seat < circle->seats.count; seat++)
        seat_store_matter(conversation, circle, seat);
    circle->matter = matter;
    circle->voiced = (struct facet_set){{0}};
    circle->dull = 0;
    for (uint32_t seat = 0; seat < circle->seats.count; seat++)
        seat_load_matter(conversation, circle, seat);
    circle_weigh(conversation, circle);
}

void circle_weigh(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    const struct matter *matter = circle->matter;
    if (matter != NULL) {
        struct facet_set in_favour = facets_for(matter);
        for (uint32_t i = 0; i < seats->count; i++) {
            struct facet_set known = seat_facets(seats, conversation->words, i);
            known = facet_and(&known, &in_favour);
            seats->agreed[i] = (float)facet_count(&known);
        }
    }
    seats_weigh(conversation->opinions, seats);
}

void circle_show(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    if (seats->count == 0)
        return;
    memcpy(seats->lane, seats->opinion, seats->count * sizeof(float));
    conversation->opinions->influence->shown(conversation->opinions, seats, seats->lane);
    seats_weigh(conversation->opinions, seats);
}

uint32_t circle_waves(const struct conversation_settings *settings, uint32_t members)
{
    if (settings->amplified || members < settings->wave_from)
        return 0;
    return members < settings->two_waves_from ? 1 : members < settings->three_waves_from ? 2 : 3;
}
