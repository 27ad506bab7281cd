/* What people have in mind of the needs and gifts of others. */
#include <math.h>

#include "gifts/gifts_parts.h"
#include "random/draw.h"

static struct in_mind *place_of(const struct gifts *gifts, uint32_t person, uint32_t place)
{
    const struct minds *minds = &gifts->minds;
    return &minds->places[(size_t)person * minds->room + place];
}

/* The same each time that she hears of it: her memory for this thing. */
static sim_time forgets_at(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    sim_time half_life = gifts->terms.settings->forget;
    if (half_life == 0)
        return SIM_NEVER;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_FORGETTING, gift_luck(gifts, person), tag_of(thing));
    sim_time keeps = sim_time_from_hours(draw_exponential(&draw, sim_hours(half_life) / M_LN2));
    return keeps < SIM_NEVER - now ? now + keeps : SIM_NEVER;
}

static uint16_t type_of(const struct gifts *gifts, struct thing thing)
{
    return thing.is_gift ? gift_of(gifts, thing.number)->type : need_of(gifts, thing.number)->type;
}

void mind_keeps(struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    struct minds *minds = &gifts->minds;
    if (minds->room == 0)
        return;
    struct in_mind kept = {tag_of(thing), type_of(gifts, thing), forgets_at(gifts, person, thing, now)};
    for (uint32_t i = 0; i < minds->room; i++)
        if (place_of(gifts, person, i)->tag == kept.tag) {
            *place_of(gifts, person, i) = kept;
            return;
        }
    *place_of(gifts, person, gifts->persons[person].kept++ % minds->room) = kept;
}

struct thing mind_at(const struct gifts *gifts, uint32_t person, uint32_t place, sim_time now)
{
    uint32_t kept = gifts->persons[person].kept;
    if (place >= kept)
        return no_thing;
    const struct in_mind *found = place_of(gifts, person, (kept - 1 - place) % gifts->minds.room);
    return found->until > now ? thing_of(found->tag) : no_thing;
}

uint32_t mind_fitting(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    uint32_t kept = gifts->persons[person].kept, room = gifts->minds.room;
    uint32_t count = kept < room ? kept : room;
    if (count == 0)
        return 0;
    uint16_t type = type_of(gifts, thing);
    for (uint32_t i = 0, place = (kept - 1) % room; i < count; i++, place = (place == 0 ? room : place) - 1) {
        const struct in_mind *other = place_of(gifts, person, place);
        if (other->type == type && other->tag % 2 != thing.is_gift && other->until > now)
            return other->tag / 2;
    }
    return 0;
}

bool mind_has(const struct gifts *gifts, uint32_t person, struct thing thing, sim_time now)
{
    for (uint32_t i = 0; i < gifts->minds.room; i++)
        if (tag_of(mind_at(gifts, person, i, now)) == tag_of(thing))
            return true;
    return false;
}

void mind_is_empty(struct gifts *gifts, uint32_t person)
{
    for (uint32_t i = 0; i < gifts->minds.room; i++)
        *place_of(gifts, person, i) = (struct in_mind){0};
    gifts->persons[person].kept = 0;
}
