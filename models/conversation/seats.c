#include "conversation/seats.h"

#include <string.h>

#include "base/require.h"
#include "conversation/rules.h"

enum { LEAST_ROOM_BITS = 3, FLOAT_ARRAYS = 12 };

static uint32_t class_of(uint32_t room)
{
    uint32_t bits = LEAST_ROOM_BITS;
    while ((UINT32_C(1) << bits) < room)
        bits++;
    return bits;
}

static size_t rounded(size_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

static size_t block_size(uint32_t room, uint32_t words)
{
    return (FLOAT_ARRAYS + 2) * rounded(room * sizeof(float)) + rounded(room * sizeof(sim_time)) +
           rounded((size_t)room * words * sizeof(uint64_t));
}

static void *cut(char **block, size_t bytes)
{
    void *piece = *block;
    *block += rounded(bytes);
    return piece;
}

static void seats_lay_out(struct seats *seats, char *block, uint32_t room, uint32_t words)
{
    size_t floats = room * sizeof(float);
    float **arrays[FLOAT_ARRAYS] = {&seats->talk,    &seats->bid,   &seats->energy, &seats->tension,
                                    &seats->leaning, &seats->first, &seats->known,  &seats->agreed,
                                    &seats->opinion, &seats->hand,  &seats->spoken, &seats->lane};
    seats->person = cut(&block, floats); /* first: it also marks the block */
    for (uint32_t i = 0; i < FLOAT_ARRAYS; i++)
        *arrays[i] = cut(&block, floats);
    seats->joined_turns = cut(&block, floats);
    seats->joined = cut(&block, room * sizeof(sim_time));
    seats->facets = cut(&block, (size_t)room * words * sizeof(uint64_t));
    seats->room = room;
}

void seats_take(struct conversation *conversation, struct seats *seats, uint32_t room)
{
    uint32_t class = class_of(room);
    require(class < 32);
    room = UINT32_C(1) << class;
    void *block = conversation->spare_seats[class];
    if (block != NULL)
        memcpy(&conversation->spare_seats[class], block, sizeof(void *));
    else
        block = arena_take(conversation->arena, block_size(room, conversation->words), 1);
    seats_lay_out(seats, block, room, conversation->words);
    seats->count = 0;
}

void seats_give_back(struct conversation *conversation, struct seats *seats)
{
    uint32_t class = class_of(seats->room);
    memcpy(seats->person, &conversation->spare_seats[class], sizeof(void *));
    conversation->spare_seats[class] = seats->person;
    *seats = (struct seats){0};
}

void seats_enlarge(struct conversation *conversation, struct seats *seats)
{
    struct seats larger = {0};
    uint32_t count = seats->count, words = conversation->words;
    size_t floats = count * sizeof(float);
    seats_take(conversation, &larger, seats->room * 2);
    memcpy(larger.person, seats->person, floats);
    float *const to[] = {larger.talk,    larger.bid,   larger.energy, larger.tension,
                         larger.leaning, larger.first, larger.known,  larger.agreed,
                         larger.opinion, larger.hand,  larger.spoken, larger.lane};
    float *const from[] = {seats->talk,    seats->bid,   seats->energy, seats->tension,
                           seats->leaning, seats->first, seats->known,  seats->agreed,
                           seats->opinion, seats->hand,  seats->spoken, seats->lane};
    for (uint32_t i = 0; i < FLOAT_ARRAYS; i++)
        memcpy(to[i], from[i], floats);
    memcpy(larger.joined_turns, seats->joined_turns, floats);
    memcpy(larger.joined, seats->joined, count * sizeof(sim_time));
    memcpy(larger.facets, seats->facets, (size_t)count * words * sizeof(uint64_t));
    larger.count = count;
    seats_give_back(conversation, seats);
    *seats = larger;
}

void seat_load_matter(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct seats *seats = &circle->seats;
    struct matter *matter = circle->matter;
    uint32_t person = seats->person[i], words = conversation->words;
    uint64_t *facets = &seats->facets[(size_t)i * words];
    if (matter == NULL) {
        memset(facets, 0, words * sizeof *facets);
        seats->leaning[i] = seats->first[i] = seats->opinion[i] = 0.5F;
        seats->known[i] = seats->agreed[i] = 0.0F;
        return;
    }
    require(matter->words == words);
    memcpy(facets, &matter->known[(size_t)person * words], words * sizeof *facets);
    seats->leaning[i] = matter->leaning[person];
    seats->first[i] = matter->first[person];
    struct facet_set known = facets_known(matter, person);
    struct facet_set in_favour = facets_for(matter);
    in_favour = facet_and(&in_favour, &known);
    seats->known[i] = (float)facet_count(&known);
    seats->agreed[i] = (float)facet_count(&in_favour);
}

void seat_store_matter(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct matter *matter = circle->matter;
    if (matter == NULL)
        return;
    const struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i], words = conversation->words;
    memcpy(&matter->known[(size_t)person * words], &seats->facets[(size_t)i * words],
           words * sizeof(uint64_t));
    matter->leaning[person] = seats->leaning[i];
}

void seat_load(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i];
    seats->energy[i] = conversation->people->energy[person];
    seats->tension[i] = conversation->people->tension[person];
    seats->talk[i] = 0.0F;
    seats->bid[i] = 0.0F;
    seats->hand[i] = 0.0F;
    seats->spoken[i] = 0.0F;
    seats->joined_turns[i] = circle->turns;
    seat_load_matter(conversation, circle, i);
}

void seat_store(struct conversation *conversation, struct circle *circle, uint32_t i, sim_time now)
{
    struct people *people = conversation->people;
    const struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i];
    people->energy[person] = seats->energy[i];
    people->tension[person] = seats->tension[i];
    people->touched[person] = now;
    people->seated[person] += now - seats->joined[i];
    people->heard[person] += circle->turns - seats->joined_turns[i];
    seat_store_matter(conversation, circle, i);
}

void seat_move(struct conversation *conversation, struct seats *seats, uint32_t to, uint32_t from)
{
    if (to == from)
        return;
    float *const arrays[] = {seats->talk,    seats->bid,   seats->energy, seats->tension,
                             seats->leaning, seats->first, seats->known,  seats->agreed,
                             seats->opinion, seats->hand,  seats->spoken};
    for (uint32_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++)
        arrays[i][to] = arrays[i][from];
    seats->person[to] = seats->person[from];
    seats->joined_turns[to] = seats->joined_turns[from];
    seats->joined[to] = seats->joined[from];
    uint32_t words = conversation->words;
    memcpy(&seats->facets[(size_t)to * words], &seats->facets[(size_t)from * words],
           words * sizeof(uint64_t));
    conversation->seat[seats->person[to]] = to;
}
