#include "ties/ties.h"

#include <math.h>

#include "base/require.h"
#include "conversation/conversation.h"
#include "groups/groups.h"
#include "ties/ties_parts.h"

struct ties *ties_new(const struct tie_settings *settings, uint32_t people, struct arena *arena)
{
    struct ties *ties = ARENA_NEW(arena, struct ties, 1);
    uint32_t most = (uint32_t)settings->most;
    require(most >= 1 && most <= MOST_TIES);
    *ties = (struct ties){
        .settings = settings,
        .arena = arena,
        .people = people,
        .most = most,
        .of = {.list = ARENA_NEW(arena, uint32_t, (size_t)people * most),
               .count = ARENA_NEW(arena, uint8_t, people),
               .weakest = ARENA_NEW(arena, uint8_t, people)},
        .mark = ARENA_NEW(arena, uint32_t, people),
        .sizes = ARENA_NEW(arena, uint32_t, people),
    };
    for (uint32_t who = 0; who < people; who++)
        ties->of.weakest[who] = NOT_SOUGHT;
    return ties;
}

/* --- how strong they are --- */

double ties_rise(const struct ties *ties, sim_time now)
{
    return (double)now / (double)ties->settings->half_life;
}

double tie_strength(const struct tie *tie, double rise)
{
    return exp2(tie->level - rise);
}

static uint32_t *list_of(const struct ties *ties, uint32_t who)
{
    return &ties->of.list[(size_t)who * ties->most];
}

static struct tie *tie_at(const struct ties *ties, uint32_t who, uint32_t place)
{
    return &ties->pool.all[list_of(ties, who)[place] - 1];
}

const struct tie *tie_of(const struct ties *ties, uint32_t who, uint32_t i)
{
    return tie_at(ties, who, i);
}

static int side_of(const struct tie *tie, uint32_t who)
{
    return tie->end[0] == who ? 0 : 1;
}

uint32_t tie_other(const struct tie *tie, uint32_t who)
{
    return tie->end[1 - side_of(tie, who)];
}

static struct tie *tie_found(const struct ties *ties, uint32_t one, uint32_t other)
{
    for (uint32_t i = 0; i < ties->of.count[one]; i++)
        if (tie_other(tie_at(ties, one, i), one) == other)
            return tie_at(ties, one, i);
    return NULL;
}

double tie_between(const struct ties *ties, uint32_t one, uint32_t other, sim_time now)
{
    const struct tie *tie = tie_found(ties, one, other);
    return tie == NULL ? 0 : tie_strength(tie, ties_rise(ties, now));
}

/* --- lists --- */

static uint32_t place_of_weakest(struct ties *ties, uint32_t who)
{
    if (ties->of.weakest[who] == NOT_SOUGHT) {
        uint32_t weakest = 0;
        for (uint32_t i = 1; i < ties->of.count[who]; i++)
            if (tie_at(ties, who, i)->level < tie_at(ties, who, weakest)->level)
                weakest = i;
        ties->of.weakest[who] = (uint8_t)weakest;
    }
    return ties->of.weakest[who];
}

static void put_into_list(struct ties *ties, uint32_t number, int side)
{
    struct tie *tie = &ties->pool.all[number];
    uint32_t who = tie->end[side], place = ties->of.count[who]++;
    require(place < ties->most);
    list_of(ties, who)[place] = number + 1;
    tie->place[side] = (uint8_t)place;
    ties->of.weakest[who] = NOT_SOUGHT;
}

/* The last tie of the list takes the place of the one that goes. */
static void take_out_of_list(struct ties *ties, const struct tie *tie, int side)
{
    uint32_t who = tie->end[side], place = tie->place[side], last = --ties->of.count[who];
    uint32_t *list = list_of(ties, who);
    struct tie *moved = tie_at(ties, who, last);
    moved->place[side_of(moved, who)] = (uint8_t)place;
    list[place] = list[last];
    list[last] = 0;
    ties->of.weakest[who] = NOT_SOUGHT;
}

static uint32_t take_from_pool(struct ties *ties)
{
    struct tie_pool *pool = &ties->pool;
    if (pool->spare > 0) {
        uint32_t number = pool->spare - 1;
        pool->spare = pool->all[number].end[0];
        return number;
    }
    if (pool->count == pool->room) {
        uint32_t room = pool->room == 0 ? 64 : pool->room * 2;
        pool->all = arena_grow(ties->arena, pool->all, pool->count, room, sizeof *pool->all);
        pool->room = room;
    }
    return pool->count++;
}

static void end_weakest(struct ties *ties, uint32_t who)
{
    uint32_t number = list_of(ties, who)[place_of_weakest(ties, who)] - 1;
    struct tie *tie = &ties->pool.all[number];
    for (int side = 0; side < 2; side++) {
        uint32_t end = tie->end[side];
        if (!is_stranger(ties, end) && ties->mark[end] == number + 1)
            ties->mark[end] = 0; /* it was one of the speaker's */
        take_out_of_list(ties, tie, side);
    }
    tie->end[0] = ties->pool.spare;
    ties->pool.spare = number + 1;
    ties->ended++;
}

/* Whether a tie of this level finds room with her, or is stronger than her weakest. */
static bool has_place_for(struct ties *ties, uint32_t who, double level)
{
    return ties->of.count[who] < ties->most || tie_at(ties, who, place_of_weakest(ties, who))->level < level;
}

static void make_room(struct ties *ties, uint32_t who)
{
    if (ties->of.count[who] == ties->most)
        end_weakest(ties, who);
}

/* --- growing --- */

static void tie_begins(struct ties *ties, uint32_t one, uint32_t other, double level)
{
    if (!has_place_for(ties, one, level) || !has_place_for(ties, other, level))
        return;
    make_room(ties, one);
    make_room(ties, other);
    uint32_t number = take_from_pool(ties);
    ties->pool.all[number] = (struct tie){.end = {one, other}, .level = level};
    put_into_list(ties, number, 0);
    put_into_list(ties, number, 1);
    ties->made++;
}

static void tie_gains(const struct ties *ties, struct tie *tie, double share, double rise)
{
    double strength = tie_strength(tie, rise);
    tie->level = log2(strength + share * (1 - strength)) + rise;
    for (int side = 0; side < 2; side++)
        if (ties->of.weakest[tie->end[side]] == tie->place[side])
            ties->of.weakest[tie->end[side]] = NOT_SOUGHT;
}

void tie_grows(struct ties *ties, uint32_t one, uint32_t other, double share, sim_time now)
{
    require(one != other);
    double rise = ties_rise(ties, now);
    struct tie *tie = tie_found(ties, one, other);
    if (tie != NULL)
        tie_gains(ties, tie, share, rise);
    else
        tie_begins(ties, one, other, log2(share) + rise);
}

void ties_pass_over(struct ties *ties, uint32_t from, uint32_t to)
{
    require(ties->of.count[to] == 0);
    while (ties->of.count[from] > 0) {
        uint32_t number = list_of(ties, from)[0] - 1;
        struct tie *tie = &ties->pool.all[number];
        int side = side_of(tie, from);
        take_out_of_list(ties, tie, side);
        tie->end[side] = to;
        put_into_list(ties, number, side);
    }
}

/* --- a turn --- */

/* By how much a turn of this circle brings its speaker and one listener nearer to each other. */
static double share_of_turn(const struct tie_settings *settings, const struct circle *circle)
{
    double share = settings->gain / pow((double)circle->seats.count - 1, settings->dilution);
    enum sharing shares = circle->manner->shares;
    if (shares == SHARE_FEELINGS || shares == SHARE_STORIES || shares == SHARE_THANKS)
        share *= settings->disclosure;
    return fmin(share, 1.0);
}

static void mark_ties_of(struct ties *ties, uint32_t who, bool marked)
{
    for (uint32_t i = 0; i < ties->of.count[who]; i++) {
        uint32_t other = tie_other(tie_at(ties, who, i), who);
        if (!is_stranger(ties, other))
            ties->mark[other] = marked ? list_of(ties, who)[i] : 0;
    }
}

void ties_hear_turn(struct site *site, const struct circle *circle, const struct turn *turn)
{
    struct ties *ties = ties_of(parts_of(site));
    const struct people *people = people_of(parts_of(site));
    uint32_t speaker = turn->speaker;
    if (circle->seats.count < 2 || !person_is_here(people, speaker)) /* not here: from outside */
        return;
    double share = share_of_turn(ties->settings, circle), rise = ties_rise(ties, site_now(site));
    double first = log2(share) + rise;
    mark_ties_of(ties, speaker, true);
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (person == speaker || !person_is_here(people, person))
            continue;
        if (ties->mark[person] > 0)
            tie_gains(ties, &ties->pool.all[ties->mark[person] - 1], share, rise);
        else
            tie_begins(ties, speaker, person, first);
    }
    mark_ties_of(ties, speaker, false);
}

/* --- what they do --- */

double ties_to_people_here(const struct parts *parts, uint32_t person, sim_time now)
{
    const struct ties *ties = ties_of(parts);
    double rise = ties_rise(ties, now), sum = 0;
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        const struct tie *tie = tie_of(ties, person, i);
        uint32_t other = tie_other(tie, person);
        if (!is_stranger(ties, other) && person_is_here(people_of(parts), other))
            sum += tie_strength(tie, rise);
    }
    return sum;
}

uint32_t ties_person_at(const struct parts *parts, uint32_t person, sim_time now, double at)
{
    const struct ties *ties = ties_of(parts);
    double rise = ties_rise(ties, now);
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        const struct tie *tie = tie_of(ties, person, i);
        uint32_t other = tie_other(tie, person);
        if (is_stranger(ties, other) || !person_is_here(people_of(parts), other))
            continue;
        at -= tie_strength(tie, rise);
        if (at < 0)
            return other;
    }
    return NOBODY;
}

static bool is_member(const struct parts *parts, const struct group *group, uint32_t who)
{
    return !is_stranger(ties_of(parts), who) && group_has(groups_of(parts), group, who);
}

double ties_to_members(const struct parts *parts, const struct group *group, uint32_t person, sim_time now)
{
    const struct ties *ties = ties_of(parts);
    double rise = ties_rise(ties, now), sum = 0;
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        const struct tie *tie = tie_of(ties, person, i);
        if (is_member(parts, group, tie_other(tie, person)))
            sum += tie_strength(tie, rise);
    }
    return sum;
}

double ties_keep_here(struct site *site, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    double stays = ties_of(parts)->settings->stays;
    return stays > 0 ? exp(-stays * ties_to_people_here(parts, person, site_now(site))) : 1;
}

double ties_keep_in_group(struct site *site, const struct group *group, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    double holds = ties_of(parts)->settings->holds;
    return holds > 0 ? exp(-holds * ties_to_members(parts, group, person, site_now(site))) : 1;
}

/* Each member to whom she is tied tells her by herself. */
double ties_tell_of_group(struct site *site, const struct group *group, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    const struct ties *ties = ties_of(parts);
    double finds = ties->settings->finds, rise = ties_rise(ties, site_now(site)), nobody = 1;
    for (uint32_t i = 0; i < ties->of.count[person] && finds > 0; i++) {
        const struct tie *tie = tie_of(ties, person, i);
        if (is_member(parts, group, tie_other(tie, person)))
            nobody *= 1 - finds * tie_strength(tie, rise);
    }
    return 1 - nobody;
}

/* --- books --- */

static void require_tie(const struct ties *ties, uint32_t who, uint32_t place, double rise)
{
    const struct tie *tie = tie_of(ties, who, place);
    const double rounding = 1e-9;
    require(tie->end[0] != tie->end[1]);
    require(tie->end[side_of(tie, who)] == who && tie->place[side_of(tie, who)] == place);
    require(isfinite(tie->level) && tie_strength(tie, rise) <= 1 + rounding);
}

/* Nobody has two ties to the same person. */
static void require_different_ends(struct ties *ties, uint32_t who)
{
    for (uint32_t i = 0; i < ties->of.count[who]; i++) {
        uint32_t other = tie_other(tie_of(ties, who, i), who);
        if (is_stranger(ties, other))
            continue;
        require(ties->mark[other] == 0);
        ties->mark[other] = 1;
    }
    mark_ties_of(ties, who, false);
}

void ties_settle(struct site *site, sim_time ends)
{
    struct ties *ties = ties_of(parts_of(site));
    double rise = ties_rise(ties, ends);
    uint64_t listed = 0;
    for (uint32_t who = 0; who < ties->people + ties->strangers.count; who++) {
        require(ties->of.count[who] <= ties->most);
        for (uint32_t i = 0; i < ties->of.count[who]; i++)
            require_tie(ties, who, i, rise);
        require_different_ends(ties, who);
        listed += ties->of.count[who];
    }
    require(listed == 2 * (ties->made - ties->ended));
    ties->over = ends;
}
