/* What people have in mind of the needs and gifts of others. */
#include <math.h>

#include "gifts/gifts_parts.h"
#include "random/draw.h"

static uint32_t tag_of(struct thing thing)
{
    return thing.number * 2 + (thing.is_gift ? 1 : 0);
}

static struct in_mind *place_of(const struct gifts *gifts, uint32_t person, uint32_t place)
{
    const struct minds *minds = &gifts->minds;
    return &minds->places[(size_t)person * minds->room + place];
}

static bool are_same(struct thing one, struct thing other)
{
    return one.number == other.number && one.is_gift == other.is_gift;
}

/* The same each time that she hears of it: her memory for this thing. */
static sim_time forgets_at(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    sim_time half_life = gifts->terms.settings->forget;
    if (half_life == 0)
        return SIM_NEVER;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_FORGETTING, gift_luck(gifts, person), tag_of(thing));
    sim_time keeps = sim_time_from_hours(draw_exponential(&draw, sim_hours(half_life) / log(2)));
    return keeps < SIM_NEVER - now ? now + keeps : SIM_NEVER;
}

void mind_keeps(struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    struct minds *minds = &gifts->minds;
    if (minds->room == 0)
        return;
    struct in_mind kept = {thing, forgets_at(gifts, person, thing, now)};
    for (uint32_t i = 0; i < minds->room; i++)
        if (are_same(place_of(gifts, person, i)->thing, thing)) {
            *place_of(gifts, person, i) = kept;
            return;
        }
    *place_of(gifts, person, minds->kept[person]++ % minds->room) = kept;
}

struct thing mind_at(const struct gifts *gifts, uint32_t person, uint32_t place, sim_time now)
{
    uint32_t kept = gifts->minds.kept[person];
    if (place >= kept)
        return no_thing;
    const struct in_mind *found = place_of(gifts, person, (kept - 1 - place) % gifts->minds.room);
    return found->until > now ? found->thing : no_thing;
}

bool mind_has(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    for (uint32_t i = 0; i < gifts->minds.room; i++)
        if (are_same(mind_at(gifts, person, i, now), thing))
            return true;
    return false;
}

void mind_is_empty(struct gifts *gifts, uint32_t person)
{
    for (uint32_t i = 0; i < gifts->minds.room; i++)
        *place_of(gifts, person, i) = (struct in_mind){no_thing, 0};
    gifts->minds.kept[person] = 0;
}
