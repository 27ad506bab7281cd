/* The people of a site, put together: who is there at first, who will come, and what they bring. */
#include "parts.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/people_parts.h"
#include "people/presence.h"

static void make_room(struct people_own *own, uint32_t count, struct arena *arena)
{
    own->standing.of_person = ARENA_NEW(arena, uint8_t, count);
    own->standing.was = ARENA_NEW(arena, uint8_t, count);
    own->standing.since = ARENA_NEW(arena, sim_time, count);
    own->voice.propensity = ARENA_NEW(arena, float, count);
    own->voice.shyness = ARENA_NEW(arena, float, count);
    own->body.energy = ARENA_NEW(arena, float, count);
    own->body.tension = ARENA_NEW(arena, float, count);
    own->body.touched = ARENA_NEW(arena, sim_time, count);
    own->at = ARENA_NEW(arena, uint32_t, count);
    own->books.spoke = ARENA_NEW(arena, int64_t, count);
    own->books.turns = ARENA_NEW(arena, uint32_t, count);
    own->books.heard = ARENA_NEW(arena, uint32_t, count);
    own->books.seated = ARENA_NEW(arena, int64_t, count);
    own->books.attended = ARENA_NEW(arena, int64_t, count);
    own->books.sessions = ARENA_NEW(arena, uint32_t, count);
}

/* Lets everybody read what this folder writes. */
static void show_arrays(struct people *people)
{
    const struct people_own *own = people->own;
    people->standing = (struct people_standing){own->standing.count, own->standing.of_person,
                                                own->standing.since, &own->standing.changes};
    people->voice = (struct people_voice){own->voice.propensity, own->voice.shyness};
    people->body = (struct people_body){own->body.energy, own->body.tension, own->body.touched};
    people->at = own->at;
    people->books = (struct people_books){.spoke = own->books.spoke,
                                          .turns = own->books.turns,
                                          .heard = own->books.heard,
                                          .seated = own->books.seated,
                                          .attended = own->books.attended,
                                          .sessions = own->books.sessions};
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
        .own = ARENA_NEW(arena, struct people_own, 1),
    };
    if (population->arrivals != NULL)
        arrivals_draw(people, population, arena);
    people->count = people->begun + people->arriving + (uint32_t)population->people->guest_room;
    struct people_own *own = people->own;
    make_room(own, people->count, arena);
    show_arrays(people);
    for (uint32_t person = 0; person < people->count; person++) {
        person_draw_voice(people, person, person, people->terms.site);
        if (person < people->begun)
            own->body.tension[person] = (float)population->tension->start;
        own->standing.of_person[person] = (uint8_t)first_standing(people, person);
        own->standing.count[own->standing.of_person[person]]++;
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
