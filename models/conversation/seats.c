#include "conversation/seats.h"

#include <string.h>

#include "base/require.h"
#include "conversation/conversation_parts.h"
#include "conversation/rules.h"

enum { LEAST_ROOM_BITS = 4, /* SEATS_AT_ONCE */ FLOAT_ARRAYS = 13 };

static uint32_t class_of(uint32_t room)
{
    uint32_t bits = LEAST_ROOM_BITS;
    while ((UINT32_C(1) << bits) < room)
        bits++;
    return bits;
}

/* Whole lines of the cache; one more where all arrays would otherwise begin in the same set of it. */
static size_t rounded(size_t bytes)
{
    enum { LINE = 64, WAY = 4096 };
    size_t whole = (bytes + LINE - 1) / LINE * LINE;
    return whole % WAY == 0 ? whole + LINE : whole;
}

static size_t block_size(uint32_t room, uint32_t words)
{
    return (FLOAT_ARRAYS + 2) * rounded(room * sizeof(float)) + rounded(room * sizeof(sim_time)) +
           rounded((size_t)room * words * sizeof(uint64_t));
}

static void *seats_cut(char **block, size_t bytes)
{
    void *piece = *block;
    *block += rounded(bytes);
    return piece;
}

static void seats_lay_out(struct seats *seats, char *block, uint32_t room, uint32_t words)
{
    size_t floats = room * sizeof(float);
    float **arrays[FLOAT_ARRAYS] = {&seats->wish.talk,    &seats->wish.bid,     &seats->body.energy,
                                    &seats->body.tension, &seats->mind.leaning, &seats->mind.first,
                                    &seats->mind.known,   &seats->mind.agreed,  &seats->mind.opinion,
                                    &seats->wish.hand,    &seats->wish.spoken,  &seats->wish.urge,
                                    &seats->lane};
    seats->person = seats_cut(&block, floats); /* first: it also marks the block */
    for (uint32_t i = 0; i < FLOAT_ARRAYS; i++)
        *arrays[i] = seats_cut(&block, floats);
    seats->joined.turns = seats_cut(&block, floats);
    seats->joined.at = seats_cut(&block, room * sizeof(sim_time));
    seats->mind.facets = seats_cut(&block, (size_t)room * words * sizeof(uint64_t));
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
    /* Loops run over empty seats too; a value that shrinks for ever would become denormal, and slow. */
    memset(seats->body.energy, 0, room * sizeof(float));
    memset(seats->body.tension, 0, room * sizeof(float));
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
    float *const to[] = {larger.wish.talk,    larger.wish.bid,   larger.body.energy, larger.body.tension,
                         larger.mind.leaning, larger.mind.first, larger.mind.known,  larger.mind.agreed,
                         larger.mind.opinion, larger.wish.hand,  larger.wish.spoken, larger.wish.urge,
                         larger.lane};
    float *const from[] = {seats->wish.talk,    seats->wish.bid,   seats->body.energy, seats->body.tension,
                           seats->mind.leaning, seats->mind.first, seats->mind.known,  seats->mind.agreed,
                           seats->mind.opinion, seats->wish.hand,  seats->wish.spoken, seats->wish.urge,
                           seats->lane};
    for (uint32_t i = 0; i < FLOAT_ARRAYS; i++)
        memcpy(to[i], from[i], floats);
    memcpy(larger.joined.turns, seats->joined.turns, floats);
    memcpy(larger.joined.at, seats->joined.at, count * sizeof(sim_time));
    for (uint32_t word = 0; word < 2 * words; word++)
        memcpy(larger.mind.facets + (size_t)word * larger.room,
               seats->mind.facets + (size_t)word * seats->room, count * sizeof(uint32_t));
    larger.count = count;
    seats_give_back(conversation, seats);
    *seats = larger;
}

static inline uint64_t seat_word(const struct seats *seats, uint32_t word, uint32_t i)
{
    const uint32_t *half = &seats->mind.facets[2 * (size_t)word * seats->room + i];
    return half[0] | (uint64_t)half[seats->room] << SEAT_WORD_BITS;
}

struct facet_set seat_facets(const struct seats *seats, uint32_t words, uint32_t i)
{
    struct facet_set set = {{0}};
    for (uint32_t word = 0; word < words; word++)
        set.word[word] = seat_word(seats, word, i);
    return set;
}

static void seat_put_facets(const struct seats *seats, uint32_t words, uint32_t i,
                            const struct facet_set *set)
{
    uint32_t *facets = &seats->mind.facets[i];
    for (uint32_t word = 0; word < words; word++, facets += 2 * (size_t)seats->room) {
        facets[0] = (uint32_t)set->word[word];
        facets[seats->room] = (uint32_t)(set->word[word] >> SEAT_WORD_BITS);
    }
}

void seat_learn(struct circle *circle, uint32_t i, uint32_t facet)
{
    struct seats *seats = &circle->seats;
    struct facet_set in_favour = facets_for(circle->matter);
    seats->mind.facets[(size_t)(facet / SEAT_WORD_BITS) * seats->room + i] |= UINT32_C(1)
                                                                              << (facet % SEAT_WORD_BITS);
    seats->mind.known[i] += 1.0F;
    seats->mind.agreed[i] += facet_in(&in_favour, facet) ? 1.0F : 0.0F;
    circle->computed.urged = false;
}

void seat_load_matter(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct seats *seats = &circle->seats;
    struct matter *matter = circle->matter;
    uint32_t person = seats->person[i], words = conversation->words;
    circle->computed.urged = false;
    if (matter == NULL) {
        seat_put_facets(seats, words, i, &(const struct facet_set){{0}});
        seats->mind.leaning[i] = seats->mind.first[i] = seats->mind.opinion[i] = 0.5F;
        seats->mind.known[i] = seats->mind.agreed[i] = 0.0F;
        return;
    }
    require(matter->words == words);
    struct facet_set known = facets_known(matter, person);
    seat_put_facets(seats, words, i, &known);
    seats->mind.leaning[i] = matter_leaning(matter, person);
    seats->mind.first[i] = matter_first_leaning(matter, person);
    struct facet_set in_favour = facets_for(matter);
    in_favour = facet_and(&in_favour, &known);
    seats->mind.known[i] = (float)facet_count(&known);
    seats->mind.agreed[i] = (float)facet_count(&in_favour);
}

void seat_store_matter(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct matter *matter = circle->matter;
    if (matter == NULL)
        return;
    const struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i], words = conversation->words;
    for (uint32_t word = 0; word < words; word++)
        matter_store_word(matter, person, word, seat_word(seats, word, i));
    matter_store_leaning(matter, person, seats->mind.leaning[i]);
}

void seat_load(struct conversation *conversation, struct circle *circle, uint32_t i)
{
    struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i];
    seats->body.energy[i] = conversation->people->body.energy[person];
    seats->body.tension[i] = conversation->people->body.tension[person];
    seats->wish.talk[i] = 0.0F;
    seats->wish.bid[i] = 0.0F;
    seats->wish.hand[i] = 0.0F;
    seats->wish.spoken[i] = 0.0F;
    seats->joined.turns[i] = circle->talk.turns;
    seat_load_matter(conversation, circle, i);
}

void seat_store(struct conversation *conversation, struct circle *circle, uint32_t i, sim_time now)
{
    struct people *people = conversation->people;
    const struct seats *seats = &circle->seats;
    uint32_t person = seats->person[i];
    person_sat(people, person, seats->body.energy[i], seats->body.tension[i], now - seats->joined.at[i],
               circle->talk.turns - seats->joined.turns[i], now);
    seat_store_matter(conversation, circle, i);
}

void seat_move(struct conversation *conversation, struct seats *seats, uint32_t to, uint32_t from)
{
    if (to == from)
        return;
    float *const arrays[] = {seats->wish.talk,    seats->wish.bid,   seats->body.energy, seats->body.tension,
                             seats->mind.leaning, seats->mind.first, seats->mind.known,  seats->mind.agreed,
                             seats->mind.opinion, seats->wish.hand,  seats->wish.spoken, seats->wish.urge};
    for (uint32_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++)
        arrays[i][to] = arrays[i][from];
    seats->person[to] = seats->person[from];
    seats->joined.turns[to] = seats->joined.turns[from];
    seats->joined.at[to] = seats->joined.at[from];
    for (uint32_t word = 0; word < 2 * conversation->words; word++)
        seats->mind.facets[(size_t)word * seats->room + to] =
            seats->mind.facets[(size_t)word * seats->room + from];
    conversation->sits.seat[seats->person[to]] = to;
}
