#include "people/people.h"

#include <math.h>

#include "base/require.h"
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/numbers.h"
#include "people/presence.h"

static void people_make_room(struct people *people, struct arena *arena)
{
    uint32_t count = people->count;
    people->standing = ARENA_NEW(arena, uint8_t, count);
    people->was = ARENA_NEW(arena, uint8_t, count);
    people->since = ARENA_NEW(arena, sim_time, count);
    people->propensity = ARENA_NEW(arena, float, count);
    people->shyness = ARENA_NEW(arena, float, count);
    people->energy = ARENA_NEW(arena, float, count);
    people->tension = ARENA_NEW(arena, float, count);
    people->touched = ARENA_NEW(arena, sim_time, count);
    people->at = ARENA_NEW(arena, uint32_t, count);
    people->spoke = ARENA_NEW(arena, int64_t, count);
    people->turns = ARENA_NEW(arena, uint32_t, count);
    people->heard = ARENA_NEW(arena, uint32_t, count);
    people->seated = ARENA_NEW(arena, int64_t, count);
    people->attended = ARENA_NEW(arena, int64_t, count);
    people->sessions = ARENA_NEW(arena, uint32_t, count);
}

void person_draw_voice(struct people *people, uint32_t at, uint32_t person, uint32_t home)
{
    const struct people_settings *settings = people->settings;
    struct draw propensity = draw_for(people->luck, DRAW_PROPENSITY, person, home);
    people->propensity[at] = (float)exp(settings->talk_sd * draw_normal(&propensity));
    struct draw shyness = draw_for(people->luck, DRAW_SHYNESS, person, home);
    people->shyness[at] = settings->shyness > 0 ? (float)draw_exponential(&shyness, settings->shyness) : 0.0F;
    people->energy[at] = 1.0F;
    people->tension[at] = 0.0F;
}

static enum standing first_standing(const struct people *people, uint32_t person)
{
    if (person < people->begun)
        return STANDING_OCCUPIER;
    return person < people->begun + people->arriving ? STANDING_NOT_YET : STANDING_SLOT;
}

struct people *people_new(const struct population *population, const struct luck *luck, struct arena *arena)
{
    struct people *people = ARENA_NEW(arena, struct people, 1);
    *people = (struct people){
        .settings = population->people,
        .tension_settings = population->tension,
        .arrival_settings = population->arrivals,
        .presence_settings = population->presence,
        .interest_settings = population->interests,
        .climate = population->climate,
        .luck = luck,
        .site = population->site,
        .online = population->online,
        .first_day = population->first_day,
        .begun = population->count,
    };
    if (population->arrivals != NULL)
        arrivals_draw(people, population, arena);
    people->count = people->begun + people->arriving + (uint32_t)population->people->guest_room;
    people_make_room(people, arena);
    for (uint32_t person = 0; person < people->count; person++) {
        person_draw_voice(people, person, person, people->site);
        people->standing[person] = (uint8_t)first_standing(people, person);
        people->of[people->standing[person]]++;
    }
    if (population->presence != NULL)
        presence_draw(people, arena);
    if (population->interests != NULL)
        interests_new(people, arena);
    if (population->people->burn_out > 0)
        burn_out_make_room(people, arena);
    return people;
}

void people_start(struct site *site)
{
    arrivals_start(site);
    leaving_start(site);
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

void person_spoke(struct people *people, uint32_t person, sim_time length, sim_time now)
{
    static const sim_time most[TENURES - 1] = {SIM_DAY, 3 * SIM_DAY, 7 * SIM_DAY, 14 * SIM_DAY, 30 * SIM_DAY};
    people->spoke[person] += length;
    if (!person_belongs(people, person))
        return;
    uint32_t tenure = 0;
    while (tenure + 1 < TENURES && now - people->since[person] >= most[tenure])
        tenure++;
    people->spoke_by_tenure[tenure] += length;
}
