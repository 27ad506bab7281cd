#include "ties/ties.h"

#include <math.h>

#include "base/require.h"
#include "base/same.h"
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
        .of = {.other = ARENA_NEW(arena, uint32_t, (size_t)people * most),
               .weight = ARENA_NEW(arena, double, (size_t)people *most),
               .back = ARENA_NEW(arena, uint8_t, (size_t)people * most),
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

static double half_lives(const struct ties *ties, sim_time now)
{
    return (double)now / (double)ties->settings->half_life;
}

double ties_full_weight(const struct ties *ties, sim_time now)
{
    return same_exp2(half_lives(ties, now) - ties->base);
}

/* Before weights become too large for a number, all are counted from now on; what is too weak then is 0. */
static void count_weights_anew(struct ties *ties, sim_time now)
{
    const double most = 500; /* half-lives; 2^1024 is too large */
    double since = half_lives(ties, now) - ties->base;
    if (since < most)
        return;
    double factor = same_exp2(-since);
    for (uint32_t who = 0; who < ties->people + ties->strangers.count; who++)
        for (uint32_t i = 0; i < ties->of.count[who]; i++)
            ties->of.weight[tie_at(ties, who, i)] *= factor;
    ties->base += since;
}

static uint32_t place_in_list(const struct ties *ties, uint32_t who, uint32_t other)
{
    for (uint32_t i = 0; i < ties->of.count[who]; i++)
        if (tie_other(ties, who, i) == other)
            return i;
    return NOBODY;
}

double tie_between(const struct ties *ties, uint32_t one, uint32_t other, sim_time now)
{
    uint32_t place = place_in_list(ties, one, other);
    return place == NOBODY ? 0 : tie_weight(ties, one, place) / ties_full_weight(ties, now);
}

/* --- lists --- */

static uint32_t place_of_weakest(struct ties *ties, uint32_t who)
{
    if (ties->of.weakest[who] == NOT_SOUGHT) {
        const double *weight = &ties->of.weight[tie_at(ties, who, 0)];
        uint32_t weakest = 0;
        for (uint32_t i = 1; i < ties->of.count[who]; i++)
            if (weight[i] < weight[weakest])
                weakest = i;
        ties->of.weakest[who] = (uint8_t)weakest;
    }
    return ties->of.weakest[who];
}

/* The last tie of the list takes the place of the one that goes. */
static void take_out_of_list(struct ties *ties, uint32_t who, uint32_t place)
{
    uint32_t last = --ties->of.count[who];
    size_t to = tie_at(ties, who, place), from = tie_at(ties, who, last);
    ties->of.other[to] = ties->of.other[from];
    ties->of.weight[to] = ties->of.weight[from];
    ties->of.back[to] = ties->of.back[from];
    if (place != last)
        ties->of.back[tie_at(ties, ties->of.other[to], ties->of.back[to])] = (uint8_t)place;
    ties->of.weakest[who] = NOT_SOUGHT;
}

static void make_room(struct ties *ties, uint32_t who)
{
    if (ties->of.count[who] < ties->most)
        return;
    uint32_t place = place_of_weakest(ties, who);
    take_out_of_list(ties, tie_other(ties, who, place), ties->of.back[tie_at(ties, who, place)]);
    take_out_of_list(ties, who, place);
    ties->ended++;
}

/* Whether a tie of this weight finds room with her, or is stronger than her weakest. */
static bool has_place_for(struct ties *ties, uint32_t who, double weight)
{
    return ties->of.count[who] < ties->most || tie_weight(ties, who, place_of_weakest(ties, who)) < weight;
}

static void put_into_list(struct ties *ties, uint32_t who, uint32_t other, uint32_t back, double weight)
{
    uint32_t place = ties->of.count[who]++;
    require(place < ties->most);
    size_t at = tie_at(ties, who, place);
    ties->of.other[at] = other;
    ties->of.weight[at] = weight;
    ties->of.back[at] = (uint8_t)back;
    ties->of.weakest[who] = NOT_SOUGHT;
}

/* --- growing --- */

static void tie_begins(struct ties *ties, uint32_t one, uint32_t other, double weight)
{
    if (!has_place_for(ties, one, weight) || !has_place_for(ties, other, weight))
        return;
    make_room(ties, one);
    make_room(ties, other);
    uint32_t here = ties->of.count[one], there = ties->of.count[other];
    put_into_list(ties, one, other, there, weight);
    put_into_list(ties, other, one, here, weight);
    ties->made++;
}

static void weighs_now(struct ties *ties, uint32_t who, uint32_t place, double weight)
{
    ties->of.weight[tie_at(ties, who, place)] = weight;
    if (ties->of.weakest[who] == place)
        ties->of.weakest[who] = NOT_SOUGHT;
}

static void tie_gains(struct ties *ties, uint32_t who, uint32_t place, double share, double full)
{
    double weight = tie_weight(ties, who, place) * (1 - share) + share * full;
    weighs_now(ties, who, place, weight);
    weighs_now(ties, tie_other(ties, who, place), ties->of.back[tie_at(ties, who, place)], weight);
}

void tie_grows(struct ties *ties, uint32_t one, uint32_t other, double share, sim_time now)
{
    require(one != other);
    count_weights_anew(ties, now);
    double full = ties_full_weight(ties, now);
    uint32_t place = place_in_list(ties, one, other);
    if (place != NOBODY)
        tie_gains(ties, one, place, share, full);
    else
        tie_begins(ties, one, other, share * full);
}

void ties_pass_over(struct ties *ties, uint32_t from, uint32_t to)
{
    require(ties->of.count[to] == 0);
    for (uint32_t i = 0; i < ties->of.count[from]; i++) {
        size_t at = tie_at(ties, from, i);
        put_into_list(ties, to, ties->of.other[at], ties->of.back[at], ties->of.weight[at]);
        ties->of.other[tie_at(ties, ties->of.other[at], ties->of.back[at])] = to;
    }
    ties->of.count[from] = 0;
    ties->of.weakest[from] = NOT_SOUGHT;
}

/* --- a turn --- */

/* By how much a turn of this circle brings its speaker and one listener nearer to each other. */
static double share_of_turn(const struct tie_settings *settings, const struct circle *circle)
{
    double share = settings->gain / same_pow((double)circle->seats.count - 1, settings->dilution);
    enum sharing shares = circle->manner->shares;
    if (shares == SHARE_FEELINGS || shares == SHARE_STORIES || shares == SHARE_THANKS)
        share *= settings->disclosure;
    return fmin(share, 1.0);
}

/* Ties of the speaker with those who sit there grow. Lists all to whom she is tied, marked. */
static uint32_t grow_what_is_there(struct site *site, const struct circle *circle, uint32_t speaker,
                                   double share, double full, uint32_t tied[MOST_TIES])
{
    struct parts *parts = parts_of(site);
    struct ties *ties = ties_of(parts);
    uint32_t count = 0;
    for (uint32_t i = 0; i < ties->of.count[speaker]; i++) {
        uint32_t other = tie_other(ties, speaker, i);
        if (is_stranger(ties, other))
            continue;
        ties->mark[other] = 1;
        tied[count++] = other;
        if (circle_of(conversation_of(parts), other) == circle && person_is_here(people_of(parts), other))
            tie_gains(ties, speaker, i, share, full);
    }
    return count;
}

/* Those who are not tied to her yet, in the order of their seats. Once all her ties are stronger than a new
 * one, and there is no room, no other begins. */
static void begin_new_ones(struct ties *ties, const struct people *people, const struct circle *circle,
                           uint32_t speaker, double weight)
{
    for (uint32_t i = 0; i < circle->seats.count && has_place_for(ties, speaker, weight); i++) {
        uint32_t person = circle->seats.person[i];
        if (person != speaker && ties->mark[person] == 0 && person_is_here(people, person))
            tie_begins(ties, speaker, person, weight);
    }
}

void ties_hear_turn(struct site *site, const struct circle *circle, const struct turn *turn)
{
    struct ties *ties = ties_of(parts_of(site));
    const struct people *people = people_of(parts_of(site));
    uint32_t speaker = turn->speaker, tied[MOST_TIES];
    if (circle->seats.count < 2 || !person_is_here(people, speaker)) /* not here: from outside */
        return;
    count_weights_anew(ties, site_now(site));
    double share = share_of_turn(ties->settings, circle), full = ties_full_weight(ties, site_now(site));
    uint32_t count = grow_what_is_there(site, circle, speaker, share, full, tied);
    begin_new_ones(ties, people, circle, speaker, share * full);
    for (uint32_t i = 0; i < count; i++)
        ties->mark[tied[i]] = 0;
}

/* --- what they do --- */

double ties_to_people_here(const struct parts *parts, uint32_t person, sim_time now)
{
    const struct ties *ties = ties_of(parts);
    double sum = 0;
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        uint32_t other = tie_other(ties, person, i);
        if (!is_stranger(ties, other) && person_is_here(people_of(parts), other))
            sum += tie_weight(ties, person, i);
    }
    return sum / ties_full_weight(ties, now);
}

uint32_t ties_person_at(const struct parts *parts, uint32_t person, sim_time now, double at)
{
    const struct ties *ties = ties_of(parts);
    double left = at * ties_full_weight(ties, now);
    for (uint32_t i = 0; i < ties->of.count[person]; i++) {
        uint32_t other = tie_other(ties, person, i);
        if (is_stranger(ties, other) || !person_is_here(people_of(parts), other))
            continue;
        left -= tie_weight(ties, person, i);
        if (left < 0)
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
    double sum = 0;
    for (uint32_t i = 0; i < ties->of.count[person]; i++)
        if (is_member(parts, group, tie_other(ties, person, i)))
            sum += tie_weight(ties, person, i);
    return sum / ties_full_weight(ties, now);
}

double ties_keep_here(struct site *site, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    double stays = ties_of(parts)->settings->stays;
    return stays > 0 ? same_exp(-stays * ties_to_people_here(parts, person, site_now(site))) : 1;
}

double ties_keep_in_group(struct site *site, const struct group *group, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    double holds = ties_of(parts)->settings->holds;
    return holds > 0 ? same_exp(-holds * ties_to_members(parts, group, person, site_now(site))) : 1;
}

/* Each member to whom she is tied tells her by herself. */
double ties_tell_of_group(struct site *site, const struct group *group, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    const struct ties *ties = ties_of(parts);
    double finds = ties->settings->finds, full = ties_full_weight(ties, site_now(site)), nobody = 1;
    for (uint32_t i = 0; i < ties->of.count[person] && finds > 0; i++)
        if (is_member(parts, group, tie_other(ties, person, i)))
            nobody *= 1 - finds * tie_weight(ties, person, i) / full;
    return 1 - nobody;
}

/* --- books --- */

static void require_tie(const struct ties *ties, uint32_t who, uint32_t place, double full)
{
    size_t here = tie_at(ties, who, place);
    uint32_t other = ties->of.other[here];
    size_t there = tie_at(ties, other, ties->of.back[here]);
    const double rounding = 1e-9;
    require(other != who && ties->of.back[here] < ties->of.count[other]);
    require(ties->of.other[there] == who && ties->of.back[there] == place);
    require(ties->of.weight[there] >= ties->of.weight[here] &&
            ties->of.weight[there] <= ties->of.weight[here]);
    require(ties->of.weight[here] >= 0 && ties->of.weight[here] <= full * (1 + rounding));
}

/* Nobody has two ties to the same person. */
static void require_different_ends(struct ties *ties, uint32_t who)
{
    for (uint32_t i = 0; i < ties->of.count[who]; i++) {
        uint32_t other = tie_other(ties, who, i);
        if (is_stranger(ties, other))
            continue;
        require(ties->mark[other] == 0);
        ties->mark[other] = 1;
    }
    for (uint32_t i = 0; i < ties->of.count[who]; i++)
        if (!is_stranger(ties, tie_other(ties, who, i)))
            ties->mark[tie_other(ties, who, i)] = 0;
}

void ties_settle(struct site *site, sim_time ends)
{
    struct ties *ties = ties_of(parts_of(site));
    double full = ties_full_weight(ties, ends);
    uint64_t listed = 0;
    for (uint32_t who = 0; who < ties->people + ties->strangers.count; who++) {
        require(ties->of.count[who] <= ties->most);
        for (uint32_t i = 0; i < ties->of.count[who]; i++)
            require_tie(ties, who, i, full);
        require_different_ends(ties, who);
        listed += ties->of.count[who];
    }
    require(listed == 2 * (ties->made - ties->ended));
    ties->over = ends;
}
