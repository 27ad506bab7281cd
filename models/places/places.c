#include "places/places.h"

#include "mechanism.h"
#include "places/sites.h"

static struct site_place place_of(const struct site_settings *site, int64_t number)
{
    const struct site_place centre = {(double)site->people, site->east, site->north, site->online};
    return site_scatter(centre, site->around, (uint32_t)number, (uint32_t)site->count);
}

void places_complete(struct scenario *scenario, struct arena *arena)
{
    const struct field_list *kinds = scenario_settings(scenario, &site_section);
    const struct site_settings *sites = kinds->items;
    size_t count = 0, next = 0;
    for (size_t i = 0; i < kinds->count; i++)
        count += (size_t)sites[i].count;
    struct site_settings *places = ARENA_NEW(arena, struct site_settings, count);
    struct site_place *map = ARENA_NEW(arena, struct site_place, count);
    const char **names = ARENA_NEW(arena, const char *, count);
    for (size_t i = 0; i < kinds->count; i++)
        for (int64_t number = 1; number <= sites[i].count; number++) {
            map[next] = place_of(&sites[i], number - 1);
            places[next] = sites[i];
            places[next].count = 1;
            if (sites[i].count > 1)
                places[next].name = arena_print(arena, "%s %lld", sites[i].name, (long long)number);
            names[next] = places[next].name;
            next++;
        }
    scenario->places = (struct scenario_places){.count = (uint32_t)count,
                                                .all = places,
                                                .names = names,
                                                .map = site_map_of(map, (uint32_t)count, arena)};
}

const struct site_settings *setup_place(const struct setup *setup)
{
    return setup->scenario->places.all + site_index(setup->site);
}
