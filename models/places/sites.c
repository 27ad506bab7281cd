#include "places/sites.h"

#include <math.h>

#include "base/require.h"
#include "base/same.h"

/* --- where they are --- */

struct site_place site_scatter(struct site_place centre, double around, uint32_t number, uint32_t count)
{
    const double golden_angle = 2.399963229728653;
    if (count < 2)
        return centre;
    double distance = around * sqrt((number + 0.5) / count);
    centre.east += distance * same_cos(number * golden_angle);
    centre.north += distance * same_sin(number * golden_angle);
    return centre;
}

/* --- one of them --- */

struct site_map *site_map_of(const struct site_place *places, uint32_t count, struct arena *arena)
{
    struct site_map *map = ARENA_NEW(arena, struct site_map, 1);
    uint32_t *those_online = ARENA_NEW(arena, uint32_t, count);
    double *up_to = ARENA_NEW(arena, double, count), sum = 0;
    *map = (struct site_map){.places = places, .count = count, .those_online = those_online, .up_to = up_to};
    for (uint32_t i = 0; i < count; i++) {
        if (places[i].east != places[0].east || places[i].north != places[0].north)
            map->placed = true;
        if (places[i].online)
            those_online[map->online++] = i;
        else
            sum += places[i].people;
        up_to[i] = sum;
    }
    map->meeting = count - map->online;
    return map;
}

static double weight_of(const struct site_map *map, uint32_t own, uint32_t other, double nearness)
{
    const struct site_place *here = &map->places[own], *there = &map->places[other];
    if (other == own || there->online)
        return 0;
    if (nearness == 0)
        return there->people;
    double east = here->east - there->east, north = here->north - there->north;
    return there->people * same_pow(1 + sqrt(east * east + north * north), -nearness);
}

/* The first of `count` sums in ascending order that is above `at`; the last one where none is. */
static uint32_t first_above(const double *up_to, uint32_t count, double at)
{
    uint32_t from = 0, to = count - 1;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (up_to[middle] > at)
            to = middle;
        else
            from = middle + 1;
    }
    return from;
}

enum { BLOCK = 32 };

static uint32_t blocks_of(const struct site_map *map)
{
    return (map->count + BLOCK - 1) / BLOCK;
}

static double weight_in(const struct site_view *view, uint32_t other)
{
    return weight_of(view->map, view->own, other, view->nearness);
}

/* up_to[b] is the sum of the blocks up to b, itself among them. */
static void weigh_blocks(struct site_view *view)
{
    view->up_to = ARENA_NEW(view->arena, double, blocks_of(view->map));
    double sum = 0;
    for (uint32_t other = 0; other < view->map->count; other++)
        view->up_to[other / BLOCK] = sum += weight_in(view, other);
}

static uint32_t draw_by_nearness(struct site_view *view, struct draw *draw)
{
    const struct site_map *map = view->map;
    if (view->up_to == NULL)
        weigh_blocks(view);
    const uint32_t blocks = blocks_of(map);
    double at = draw_uniform(draw) * view->up_to[blocks - 1];
    uint32_t block = first_above(view->up_to, blocks, at), last = view->own;
    double sum = block == 0 ? 0 : view->up_to[block - 1];
    for (uint32_t other = block * BLOCK; other < map->count; other++) {
        double weight = weight_in(view, other);
        if (weight <= 0)
            continue;
        last = other;
        sum += weight;
        if (sum > at)
            break;
    }
    return last;
}

uint32_t site_draw(struct site_view *view, struct draw *draw)
{
    const struct site_map *map = view->map;
    const uint32_t own = view->own;
    bool own_meets = !map->places[own].online;
    if (map->meeting == (own_meets ? 1u : 0u))
        return own;
    if (view->nearness != 0)
        return draw_by_nearness(view, draw);
    double people = map->up_to[map->count - 1], own_people = own_meets ? map->places[own].people : 0;
    double at = draw_uniform(draw) * (people - own_people);
    at += at < map->up_to[own] - own_people ? 0 : own_people;
    return first_above(map->up_to, map->count, at);
}

uint32_t site_draw_online(const struct site_map *map, uint32_t own, struct draw *draw)
{
    bool own_online = map->places[own].online;
    uint32_t others = map->online - (own_online ? 1 : 0);
    if (others == 0)
        return own;
    uint32_t index = draw_below(draw, others);
    for (uint32_t i = 0; own_online && i <= index; i++)
        index += map->those_online[i] == own ? 1 : 0;
    return map->those_online[index];
}

/* --- some of them --- */

static bool is_drawn(const struct site_choice *choice, uint32_t number)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->drawn[i] == number)
            return true;
    return false;
}

void sites_choose(struct site_choice *choice, struct draw *draw)
{
    uint32_t others = choice->sites - 1;
    require(choice->own < choice->sites && choice->most <= MOST_CHOSEN);
    choice->all = choice->most == 0 || choice->most >= others;
    choice->count = 0;
    if (choice->all) {
        choice->count = others;
        return;
    }
    for (uint32_t last = others - choice->most; last < others; last++) {
        uint32_t number = draw_below(draw, last + 1);
        choice->drawn[choice->count] = is_drawn(choice, number) ? last : number;
        choice->count++;
    }
}

/* Numbers of the other sites leave out the site's own. */
uint32_t site_chosen(const struct site_choice *choice, uint32_t index)
{
    uint32_t number = choice->all ? index : choice->drawn[index];
    return number < choice->own ? number : number + 1;
}
