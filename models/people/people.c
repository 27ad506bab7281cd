#include "people/people.h"

#include <math.h>

#include "base/require.h"
#include "parts.h"

struct people *people_new(const struct people_settings *settings, const struct tension_settings *tension,
                          uint32_t count, uint32_t site, const struct luck *luck, struct arena *arena)
{
    struct people *people = ARENA_NEW(arena, struct people, 1);
    *people = (struct people){
        .settings = settings,
        .tension_settings = tension,
        .count = count,
        .propensity = ARENA_NEW(arena, float, count),
        .shyness = ARENA_NEW(arena, float, count),
        .energy = ARENA_NEW(arena, float, count),
        .tension = ARENA_NEW(arena, float, count),
        .touched = ARENA_NEW(arena, sim_time, count),
        .at = ARENA_NEW(arena, uint32_t, count),
        .spoke = ARENA_NEW(arena, int64_t, count),
        .turns = ARENA_NEW(arena, uint32_t, count),
        .heard = ARENA_NEW(arena, uint32_t, count),
        .seated = ARENA_NEW(arena, int64_t, count),
        .attended = ARENA_NEW(arena, int64_t, count),
        .sessions = ARENA_NEW(arena, uint32_t, count),
    };
    for (uint32_t person = 0; person < count; person++) {
        struct draw propensity = draw_for(luck, DRAW_PROPENSITY, person, site);
        people->propensity[person] = (float)exp(settings->talk_sd * draw_normal(&propensity));
        struct draw shyness = draw_for(luck, DRAW_SHYNESS, person, site);
        people->shyness[person] =
            settings->shyness > 0 ? (float)draw_exponential(&shyness, settings->shyness) : 0.0F;
        people->energy[person] = 1.0F;
    }
    return people;
}

double decay_factor(sim_time half_life, sim_time span)
{
    if (half_life <= 0)
        return span > 0 ? 0.0 : 1.0;
    return exp2(-(double)span / (double)half_life);
}

void person_rest(struct people *people, uint32_t person, sim_time now)
{
    require(now >= people->touched[person]);
    sim_time span = now - people->touched[person];
    if (span == 0)
        return;
    double missing = 1.0 - (double)people->energy[person];
    people->energy[person] = (float)(1.0 - missing * exp(-people->settings->recovery * sim_hours(span)));
    people->tension[person] *= (float)decay_factor(people->tension_settings->half_life, span);
    people->touched[person] = now;
}
