#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/conversation_parts.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "conversation/seats.h"
#include "moments.h"
#include "parts.h"

/* How often a circle was used keys the draws of its pieces, so each book reuses only circles of its own. */
static struct circle **spares(struct conversation *conversation, const struct tally *tally)
{
    return tally == &conversation->tally ? &conversation->circles.spare : &conversation->circles.spare_apart;
}

static struct circle *circle_memory(struct conversation *conversation, const struct tally *tally)
{
    struct circle **spare = spares(conversation, tally);
    struct circle *circle = *spare;
    if (circle != NULL) {
        *spare = circle->spare;
        return circle;
    }
    struct circle_pool *circles = &conversation->circles;
    if (circles->count == circles->room) {
        circles->room = circles->room == 0 ? 16 : circles->room * 2;
        circles->all = arena_grow(conversation->arena, circles->all, circles->count, circles->room,
                                  sizeof(struct circle *));
    }
    circle = ARENA_NEW(conversation->arena, struct circle, 1);
    circle->id.index = circles->count;
    circles->all[circles->count++] = circle;
    return circle;
}

static struct circle *open_counted(struct conversation *conversation, struct tally *tally, uint32_t luck,
                                   uint32_t room, sim_time now)
{
    struct circle *circle = circle_memory(conversation, tally);
    *circle = (struct circle){
        .id = {.index = circle->id.index,
               .generation = circle->id.generation + 1,
               .number = ++conversation->circles.numbered,
               .group = circle->id.index,
               .luck = luck},
        .open = true,
        .host = NOBODY,
        .held = {.by = NOBODY},
        .about = all_facets,
        .channel = {.turn = {.speaker = NOBODY},
                    .last = NOBODY,
                    .before_last = NOBODY,
                    .queue = circle->channel.queue,
                    .queue_room = circle->channel.queue_room},
        .computed = {.felt = now},
        .books = {.tally = tally, .changed = now},
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
    struct circle *other = open_counted(conversation, circle->books.tally, luck, room, now);
    other->matter = circle->matter;
    other->manner = circle->manner;
    other->held = circle->held;
    other->held.by = NOBODY;
    other->held.skill = 0.0F;
    other->guide = circle->guide;
    other->id.group = circle->id.group;
    other->process = circle->process;
    other->about = circle->about;
    other->talk.voiced = circle->talk.voiced;
    return other;
}

/* Books the time that the circle has lasted at its present size. */
static void circle_account(struct circle *circle, sim_time now)
{
    struct tally *tally = circle->books.tally;
    sim_time span = now - circle->books.changed;
    uint32_t size = circle->seats.count;
    tally->seat_time += span * (int64_t)size;
    if (size == 1)
        tally->alone_time += span;
    if (size > 0)
        tally->size_time[size <= SIZE_BINS ? size - 1 : SIZE_BINS] += sim_hours(span);
    circle->books.changed = now;
}

static void circle_feel(struct conversation *conversation, struct circle *circle, sim_time now)
{
    seats_feel(conversation->people, &circle->seats, now - circle->computed.felt);
    circle->computed.felt = now;
}

void circle_hush(struct site *site, struct circle *circle)
{
    if (!circle->channel.busy)
        return;
    site_cancel(site, circle->channel.ending);
    circle->channel.busy = false;
    if (circle->channel.turn.speaker != NOBODY)
        circle->books.tally->cut++;
    circle->channel.turn.speaker = NOBODY;
}

void circle_begin_stage(struct circle *circle, const struct manner *manner, const struct guide *guide)
{
    circle->manner = manner;
    circle->guide = guide;
    circle->talk.turns_before = circle->talk.turns;
    circle_is_written_down(circle);
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (circle->seats.wish.spoken[i] > 0)
            circle->seats.wish.spoken[i] = SPOKE_BEFORE;
}

sim_time circle_rest(const struct site *site, const struct circle *circle)
{
    return circle->channel.busy ? circle->channel.turn.began + circle->channel.turn.length - site_now(site)
                                : 0;
}

void circle_drop_hand(struct circle *circle, uint32_t person)
{
    for (uint32_t i = 0; i < circle->channel.queued; i++)
        if (circle->channel.queue[i] == person) {
            memmove(&circle->channel.queue[i], &circle->channel.queue[i + 1],
                    (circle->channel.queued - i - 1) * sizeof *circle->channel.queue);
            circle->channel.queued--;
            return;
        }
}

/* Somebody gets up from a circle in which all is felt and booked up to now. */
static void seat_empty(struct site *site, struct conversation *conversation, struct circle *circle,
                       uint32_t seat)
{
    const uint32_t person = circle->seats.person[seat];
    seat_store(conversation, circle, seat, site_now(site));
    if (circle->seats.wish.hand[seat] > 0)
        circle_drop_hand(circle, person);
    conversation->sits.circle[person] = 0;
    circle->behind -= conversation->sits.behind[person] ? 1 : 0;
    conversation->sits.behind[person] = false;
    seat_move(conversation, &circle->seats, seat, circle->seats.count - 1);
    circle->seats.count--;
    if (circle->channel.last == person)
        circle->channel.last = NOBODY;
    if (circle->channel.before_last == person)
        circle->channel.before_last = NOBODY;
    chronicle_tell(site, TOLD_CIRCLE_LEFT, person, circle->id.number, NAN);
}

void circle_leave(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    sim_time now = site_now(site);
    require(circle_of(conversation, person) == circle);
    if (circle_hears(circle, person))
        circle_hush(site, circle);
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    seat_empty(site, conversation, circle, conversation->sits.seat[person]);
    if (circle->held.by == person) {
        circle->held.by = NOBODY;
        circle->held.skill = 0.0F;
        MOMENT(site, holder_leaves, circle, person);
    }
}

void circle_close(struct site *site, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    sim_time now = site_now(site);
    require(circle->open);
    circle_hush(site, circle);
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    while (circle->seats.count > 0)
        seat_empty(site, conversation, circle, circle->seats.count - 1);
    seats_give_back(conversation, &circle->seats);
    circle->open = false;
    struct circle **spare = spares(conversation, circle->books.tally);
    circle->spare = *spare;
    *spare = circle;
}

void circle_join(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    sim_time now = site_now(site);
    require(circle->open && conversation->sits.circle[person] == 0);
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    if (circle->seats.count == circle->seats.room)
        seats_enlarge(conversation, &circle->seats);
    uint32_t seat = circle->seats.count++;
    circle->seats.person[seat] = person;
    circle->seats.joined.at[seat] = now;
    conversation->sits.circle[person] = circle->id.index + 1;
    conversation->sits.seat[person] = seat;
    person_rest(conversation->people, person, now);
    seat_load(conversation, circle, seat);
    circle->computed.size = 0; /* where somebody else has just left, the size alone would not tell */
    seat_weigh(conversation->opinions, &circle->seats, seat);
    MOMENT(site, person_sits_down, circle, person);
    chronicle_tell(site, TOLD_CIRCLE_ENTERED, person, circle->id.number, NAN);
}

/* --- those behind --- */

void circle_join_behind(struct site *site, struct circle *circle, uint32_t person)
{
    require(circle->manner->facilitated);
    conversation_of(parts_of(site))->sits.behind[person] = true;
    circle->behind++;
    circle_join(site, circle, person);
}

/* What she wants to say is weighed anew before the next turn. */
void circle_comes_forward(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(circle_of(conversation, person) == circle && person_sits_behind(conversation, person));
    conversation->sits.behind[person] = false;
    circle->behind--;
    circle->computed.size = 0;
}

void circle_goes_behind(struct site *site, struct circle *circle, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(circle->manner->facilitated && circle_of(conversation, person) == circle);
    require(!person_sits_behind(conversation, person) && !circle_hears(circle, person));
    conversation->sits.behind[person] = true;
    circle->behind++;
    circle->computed.size = 0;
    circle_drop_hand(circle, person);
    circle->seats.wish.hand[conversation->sits.seat[person]] = 0.0F;
}

void circle_settle(struct conversation *conversation, struct circle *circle, sim_time now)
{
    circle_feel(conversation, circle, now);
    circle_account(circle, now);
    for (uint32_t seat = 0; seat < circle->seats.count; seat++) {
        seat_store(conversation, circle, seat, now);
        circle->seats.joined.at[seat] = now;
        circle->seats.joined.turns[seat] = circle->talk.turns;
    }
}

void circle_take_up(struct conversation *conversation, struct circle *circle, struct matter *matter)
{
    for (uint32_t seat = 0; seat < circle->seats.count; seat++)
        seat_store_matter(conversation, circle, seat);
    circle->matter = matter;
    circle->talk.voiced = circle->talk.said = (struct facet_set){{0}};
    circle->talk.dull = 0;
    for (uint32_t seat = 0; seat < circle->seats.count; seat++)
        seat_load_matter(conversation, circle, seat);
    circle_weigh(conversation, circle);
}

bool circle_is_talked_out(const struct conversation *conversation, const struct circle *circle)
{
    return circle->talk.dull >= conversation->settings->lull;
}

/* --- what others do to a circle --- */

void circle_belongs_to(struct circle *circle, void *process, const struct facet_set *about)
{
    circle->process = process;
    circle->about = *about;
}

void circle_follows(struct circle *circle, const struct guide *guide)
{
    circle->guide = guide;
}

void circle_gets_host(struct circle *circle, uint32_t person)
{
    circle->host = person;
}

void circle_is_held(struct circle *circle, const struct circle_holding *held)
{
    circle->held = *held;
    circle->computed.size = 0; /* her wish to speak is another now */
}

void circle_loses_matter(struct circle *circle)
{
    circle->matter = NULL;
}

void circle_takes_as_voiced(struct circle *circle, const struct facet_set *facets)
{
    circle->talk.voiced = *facets;
}

void circle_is_written_down(struct circle *circle)
{
    circle->talk.said = (struct facet_set){{0}};
}

void circle_livens_up(struct circle *circle)
{
    circle->talk.dull = 0;
}

void circle_wins_over(struct circle *circle, float shift)
{
    struct seat_minds *mind = &circle->seats.mind;
    for (uint32_t i = 0; i < circle->seats.count; i++)
        if (mind->opinion[i] < 0.5F)
            mind->leaning[i] = fminf(1.0F, mind->leaning[i] + shift);
}

/* --- opinions --- */

void circle_weigh(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    const struct matter *matter = circle->matter;
    if (matter != NULL) {
        struct facet_set in_favour = facets_for(matter);
        for (uint32_t i = 0; i < seats->count; i++) {
            struct facet_set known = seat_facets(seats, conversation->words, i);
            known = facet_and(&known, &in_favour);
            seats->mind.agreed[i] = (float)facet_count(&known);
        }
    }
    seats_weigh(conversation->opinions, seats);
}

void circle_show(struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    if (seats->count == 0)
        return;
    memcpy(seats->lane, seats->mind.opinion, seats->count * sizeof(float));
    conversation->opinions->influence->shown(conversation->opinions, seats, seats->lane);
    seats_weigh(conversation->opinions, seats);
}

uint32_t circle_waves(const struct conversation_settings *settings, uint32_t members)
{
    if (settings->amplified || members < settings->wave_from)
        return 0;
    return members < settings->two_waves_from ? 1 : members < settings->three_waves_from ? 2 : 3;
}
