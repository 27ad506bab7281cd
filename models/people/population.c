/* The people of a site, put together: who is there at first, who will come, and what they bring. */
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/people.h"
#include "people/presence.h"

static void people_make_room(struct people *people, struct arena *arena)
{
    uint32_t count = people->count;
    people->standing.of_person = ARENA_NEW(arena, uint8_t, count);
    people->standing.was = ARENA_NEW(arena, uint8_t, count);
    people->standing.since = ARENA_NEW(arena, sim_time, count);
    people->voice.propensity = ARENA_NEW(arena, float, count);
    people->voice.shyness = ARENA_NEW(arena, float, count);
    people->body.energy = ARENA_NEW(arena, float, count);
    people->body.tension = ARENA_NEW(arena, float, count);
    people->body.touched = ARENA_NEW(arena, sim_time, count);
    people->at = ARENA_NEW(arena, uint32_t, count);
    people->books.spoke = ARENA_NEW(arena, int64_t, count);
    people->books.turns = ARENA_NEW(arena, uint32_t, count);
    people->books.heard = ARENA_NEW(arena, uint32_t, count);
    people->books.seated = ARENA_NEW(arena, int64_t, count);
    people->books.attended = ARENA_NEW(arena, int64_t, count);
    people->books.sessions = ARENA_NEW(arena, uint32_t, count);
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
        .terms =
            {
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
            },
        .begun = population->count,
    };
    if (population->arrivals != NULL)
        arrivals_draw(people, population, arena);
    people->count = people->begun + people->arriving + (uint32_t)population->people->guest_room;
    people_make_room(people, arena);
    for (uint32_t person = 0; person < people->count; person++) {
        person_draw_voice(people, person, person, people->terms.site);
        people->standing.of_person[person] = (uint8_t)first_standing(people, person);
        people->standing.count[people->standing.of_person[person]]++;
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
