/* Guests who went home: their ties are kept here, where they were made, until they come back or the ties give
 * way to others. Nothing of it travels, so that no site has to know of ties at another. */
#include "base/require.h"
#include "ties/ties_parts.h"

static uint32_t find_stranger(const struct ties *ties, struct guest_home home)
{
    const struct strangers *strangers = &ties->strangers;
    for (uint32_t i = 0; i < strangers->count; i++)
        if (strangers->from[i].site == home.site && strangers->from[i].person == home.person)
            return ties->people + i;
    return NOBODY;
}

static void make_room_for_strangers(struct ties *ties)
{
    struct strangers *strangers = &ties->strangers;
    if (strangers->count < strangers->room)
        return;
    uint32_t more = strangers->room == 0 ? 16 : strangers->room * 2;
    size_t now = (size_t)ties->people + strangers->room, then = (size_t)ties->people + more;
    strangers->from =
        arena_grow(ties->arena, strangers->from, strangers->count, more, sizeof *strangers->from);
    size_t ties_now = now * ties->most, ties_then = then * ties->most;
    ties->of.other = arena_grow(ties->arena, ties->of.other, ties_now, ties_then, sizeof *ties->of.other);
    ties->of.weight = arena_grow(ties->arena, ties->of.weight, ties_now, ties_then, sizeof *ties->of.weight);
    ties->of.back = arena_grow(ties->arena, ties->of.back, ties_now, ties_then, sizeof *ties->of.back);
    ties->of.count = arena_grow(ties->arena, ties->of.count, now, then, sizeof *ties->of.count);
    ties->of.weakest = arena_grow(ties->arena, ties->of.weakest, now, then, sizeof *ties->of.weakest);
    strangers->room = more;
}

static uint32_t new_stranger(struct ties *ties, struct guest_home home)
{
    make_room_for_strangers(ties);
    ties->strangers.from[ties->strangers.count] = home;
    uint32_t who = ties->people + ties->strangers.count++;
    ties->of.count[who] = 0;
    ties->of.weakest[who] = NOT_SOUGHT;
    return who;
}

void stranger_comes_back(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    (void)purpose, (void)number;
    const struct parts *parts = parts_of(site);
    struct ties *ties = ties_of(parts);
    uint32_t known = find_stranger(ties, guest_home_of(travel_of(parts), guest));
    if (known != NOBODY)
        ties_pass_over(ties, known, guest);
}

void guest_becomes_stranger(struct site *site, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    struct ties *ties = ties_of(parts);
    if (people_of(parts)->standing.of_person[person] != STANDING_GUEST || ties->of.count[person] == 0)
        return;
    struct guest_home home = guest_home_of(travel_of(parts), person);
    uint32_t known = find_stranger(ties, home);
    ties_pass_over(ties, person, known != NOBODY ? known : new_stranger(ties, home));
}

uint32_t ties_home_of(const struct parts *parts, uint32_t who)
{
    const struct ties *ties = ties_of(parts);
    const struct people *people = people_of(parts);
    if (is_stranger(ties, who))
        return ties->strangers.from[who - ties->people].site;
    return person_belongs(people, who) ? people->terms.site : guest_home_of(travel_of(parts), who).site;
}
