/* The shocks of a run, drawn before it begins, and the climate that they make. */
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "parts.h"
#include "shocks/numbers.h"
#include "shocks/shocks.h"

/* A list that grows while shocks are drawn; it is copied into the arena at the end. */
struct shock_list {
    struct shock *all;
    uint32_t count, room;
};

static void list_add(struct shock_list *list, struct shock shock)
{
    if (list->count == list->room) {
        list->room = list->room == 0 ? 8 : 2 * list->room;
        list->all = must_grow(list->all, list->room, sizeof *list->all);
    }
    list->all[list->count++] = shock;
}

static int by_time(const void *a, const void *b)
{
    const struct shock *one = a, *other = b;
    if (one->at != other->at)
        return one->at < other->at ? -1 : 1;
    return one->luck < other->luck ? -1 : one->luck > other->luck;
}

/* --- when they come --- */

/* Different for all shocks of a site: kind and entry are the low part, how often it came the high part. */
static uint32_t shock_luck(enum shock_kind kind, uint32_t entry, uint32_t times)
{
    return kind + SHOCK_KINDS * (entry + SHOCKS_ENTRIES * times);
}

static void draw_entry(struct shock_list *list, const struct shock_settings *settings, enum shock_kind kind,
                       uint32_t entry, uint32_t site, sim_time ends, const struct luck *luck)
{
    struct shock shock = {settings->at, kind, shock_luck(kind, entry, 0), settings};
    if (settings->per_hour <= 0) {
        if (shock.at < ends)
            list_add(list, shock);
        return;
    }
    struct draw draw = draw_for(luck, DRAW_SHOCK, site, shock.luck);
    sim_time at = 0;
    for (uint32_t times = 0;; times++) {
        sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1.0 / settings->per_hour));
        if (wait >= ends - at)
            return;
        at += wait;
        shock.at = at;
        shock.luck = shock_luck(kind, entry, times);
        list_add(list, shock);
    }
}

static void draw_site(struct shock_list *list, const struct shocks_settings *settings, uint32_t site,
                      sim_time ends, const struct luck *luck)
{
    list->count = 0;
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++) {
        const struct shock_settings *entries = settings->of[kind].items;
        for (uint32_t i = 0; i < settings->of[kind].count; i++)
            if (site >= entries[i].first && site < entries[i].beyond)
                draw_entry(list, &entries[i], kind, i, site, ends, luck);
    }
    if (list->count > 1)
        qsort(list->all, list->count, sizeof *list->all, by_time);
}

size_t shocks_entries(const struct shocks_settings *settings)
{
    size_t entries = 0;
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++)
        entries += settings->of[kind].count;
    return entries;
}

double shocks_expected(const struct shocks_settings *settings, sim_time ends)
{
    double expected = 0;
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++) {
        const struct shock_settings *entries = settings->of[kind].items;
        for (size_t i = 0; i < settings->of[kind].count; i++) {
            double sites = entries[i].beyond - entries[i].first;
            expected += sites * (entries[i].per_hour > 0 ? entries[i].per_hour * sim_hours(ends) : 1.0);
        }
    }
    return expected;
}

/* --- the climate that they make --- */

static double factor_of(const struct shock_settings *settings, enum climate_aspect aspect)
{
    const double factors[CLIMATE_ASPECTS] = {[CLIMATE_ARRIVALS] = settings->arrivals,
                                             [CLIMATE_ATTENDANCE] = settings->attendance,
                                             [CLIMATE_LEAVING] = settings->leaving};
    return factors[aspect];
}

static struct spike spike_of(const struct shock *shock, double factor, uint32_t site)
{
    return (struct spike){shock->at, shock->settings->lasts, shock->settings->half_life, factor, site};
}

static struct spikes own_spikes(const struct shocks *shocks, uint32_t site, enum climate_aspect aspect,
                                struct arena *arena)
{
    struct spike *spikes = ARENA_NEW(arena, struct spike, shocks->count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < shocks->count; i++) {
        double factor = factor_of(shocks->all[i].settings, aspect);
        if (factor < 1.0 || factor > 1.0)
            spikes[count++] = spike_of(&shocks->all[i], factor, site);
    }
    return (struct spikes){spikes, count};
}

/* What all sites hear of each other, one lookahead later. */
static struct spikes shared_spikes(const struct shocks *all, uint32_t sites, sim_time lookahead,
                                   struct arena *arena)
{
    uint32_t room = 0, count = 0;
    for (uint32_t site = 0; site < sites; site++)
        room += all[site].count;
    struct spike *spikes = ARENA_NEW(arena, struct spike, room);
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t i = 0; i < all[site].count; i++) {
            const struct shock *shock = &all[site].all[i];
            double factor = shock->settings->elsewhere;
            if (!(factor < 1.0 || factor > 1.0))
                continue;
            spikes[count] = spike_of(shock, factor, site);
            spikes[count++].from += lookahead;
        }
    return (struct spikes){spikes, count};
}

struct shocks *shocks_foresee(const struct shocks_settings *settings, uint32_t sites, sim_time ends,
                              sim_time lookahead, const struct luck *luck, struct arena *arena)
{
    if (shocks_entries(settings) == 0)
        return NULL;
    struct shocks *all = ARENA_NEW(arena, struct shocks, sites);
    struct shock_list list = {0};
    for (uint32_t site = 0; site < sites; site++) {
        draw_site(&list, settings, site, ends, luck);
        struct shock *own = ARENA_NEW(arena, struct shock, list.count);
        if (list.count > 0)
            memcpy(own, list.all, list.count * sizeof *own);
        all[site] = (struct shocks){.all = own, .count = list.count, .climate = {.site = site}};
        for (enum climate_aspect aspect = 0; aspect < CLIMATE_ASPECTS; aspect++)
            all[site].climate.own[aspect] = own_spikes(&all[site], site, aspect, arena);
    }
    free(list.all);
    struct spikes shared = shared_spikes(all, sites, lookahead, arena);
    for (uint32_t site = 0; site < sites; site++)
        all[site].climate.of_all[CLIMATE_ATTENDANCE] = shared;
    return all;
}
