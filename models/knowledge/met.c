#include "knowledge/met.h"

#include <string.h>

#include "base/require.h"
#include "base/same.h"
#include "knowledge/initial.h"
#include "knowledge/knowledge_parts.h"
#include "knowledge/start.h"

/* --- who was here when it was made --- */

static uint32_t words_of_crowd(const struct knowledge *knowledge)
{
    return (knowledge->people->count + 63) / 64;
}

static struct crowd *crowd_take(struct knowledge *knowledge)
{
    struct crowd *crowd = knowledge->crowds.spare;
    if (crowd != NULL) {
        knowledge->crowds.spare = crowd->spare;
        return crowd;
    }
    crowd = ARENA_NEW(knowledge->arena, struct crowd, 1);
    crowd->bits = ARENA_NEW(knowledge->arena, uint64_t, words_of_crowd(knowledge));
    return crowd;
}

/* Matters that are made while nobody comes or goes share one. */
static struct crowd *crowd_of_now(struct knowledge *knowledge)
{
    const struct people *people = knowledge->people;
    struct crowd *last = knowledge->crowds.last;
    if (last != NULL && knowledge->crowds.changes == *people->standing.changes) {
        last->users++;
        return last;
    }
    knowledge->crowds.changes = *people->standing.changes;
    struct crowd *crowd = crowd_take(knowledge);
    size_t bytes = words_of_crowd(knowledge) * sizeof *crowd->bits;
    memset(crowd->bits, 0, bytes);
    for (uint32_t person = 0; person < people->count; person++)
        crowd->bits[person / 64] |= (uint64_t)person_is_here(people, person) << (person % 64);
    if (last != NULL && memcmp(crowd->bits, last->bits, bytes) == 0) {
        crowd->spare = knowledge->crowds.spare;
        knowledge->crowds.spare = crowd;
        crowd = last;
    } else {
        crowd->users = 0;
    }
    crowd->users++;
    return knowledge->crowds.last = crowd;
}

static void crowd_leave(struct knowledge *knowledge, struct crowd *crowd)
{
    if (--crowd->users > 0)
        return;
    if (knowledge->crowds.last == crowd)
        knowledge->crowds.last = NULL;
    crowd->spare = knowledge->crowds.spare;
    knowledge->crowds.spare = crowd;
}

static bool was_here(const struct met *met, uint32_t person)
{
    return (met->crowd->bits[person / 64] >> (person % 64)) & 1;
}

/* --- the table of those who met it --- */

static void make_room(struct met *met, uint32_t room)
{
    struct arena *arena = met->knowledge->arena;
    uint32_t words = met->knowledge->words;
    met->person = arena_grow(arena, met->person, met->count, room, sizeof *met->person);
    met->leaning = arena_grow(arena, met->leaning, met->count, room, sizeof *met->leaning);
    met->first = arena_grow(arena, met->first, met->count, room, sizeof *met->first);
    met->known =
        arena_grow(arena, met->known, (size_t)met->count * words, (size_t)room * words, sizeof *met->known);
    met->slots = ARENA_NEW(arena, uint32_t, 2 * (size_t)room);
    met->room = room;
}

/* Fibonacci hashing (Knuth 1998, 6.4); the room is a power of two. */
static uint32_t slot_of(const struct met *met, uint32_t person)
{
    uint32_t mask = 2 * met->room - 1;
    uint32_t slot = (uint32_t)((person * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (met->slots[slot] != 0 && met->person[met->slots[slot] - 1] != person)
        slot = (slot + 1) & mask;
    return slot;
}

/* Her place in the table, or NOBODY. */
static uint32_t place_of(const struct met *met, uint32_t person)
{
    uint32_t taken = met->slots[slot_of(met, person)];
    return taken == 0 ? NOBODY : taken - 1;
}

static void grow(struct met *met)
{
    make_room(met, 2 * met->room);
    for (uint32_t i = 0; i < met->count; i++)
        met->slots[slot_of(met, met->person[i])] = i + 1;
}

struct met *met_begin(struct knowledge *knowledge)
{
    enum { FIRST_ROOM = 32 };
    struct met *met = knowledge->matters.spare_met;
    if (met != NULL) {
        knowledge->matters.spare_met = met->spare;
        memset(met->slots, 0, 2 * (size_t)met->room * sizeof *met->slots);
    } else {
        met = ARENA_NEW(knowledge->arena, struct met, 1);
        met->knowledge = knowledge;
        make_room(met, FIRST_ROOM);
    }
    met->count = 0;
    met->crowd = crowd_of_now(knowledge);
    return met;
}

void met_end(struct knowledge *knowledge, struct met *met)
{
    crowd_leave(knowledge, met->crowd);
    met->spare = knowledge->matters.spare_met;
    knowledge->matters.spare_met = met;
}

/* --- what somebody brings who has not met it --- */

static void lean_at_first(const struct matter *matter, uint32_t first, uint32_t count, float *leanings)
{
    const struct knowledge *knowledge = matter->met->knowledge;
    if (!matter->contested) {
        initial_leanings(knowledge, matter->id, first, count, leanings);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        leanings[i] = contested_leaning(knowledge, matter->id, first + i);
}

static float leans_at_first(const struct matter *matter, uint32_t person)
{
    float leaning;
    lean_at_first(matter, person, 1, &leaning);
    return leaning;
}

static void note_shares(struct matter *matter)
{
    struct met *met = matter->met;
    const struct knowledge *knowledge = met->knowledge;
    uint32_t here[MOST_SIDES] = {0};
    for (uint32_t person = 0; person < knowledge->people->count; person++)
        here[knowledge->division->side[person]] += was_here(met, person) ? 1 : 0;
    for (int pro = 0; pro < 2; pro++)
        contested_shares(knowledge->division, here, pro == 1, knowledge->settings->common_known,
                         met->shares[pro]);
}

/* Of which share a facet that many know is known to such people as her. */
static double share_of(const struct matter *matter, uint32_t person, uint32_t facet)
{
    const struct knowledge *knowledge = matter->met->knowledge;
    if (!matter->contested)
        return (double)(float)knowledge->settings->common_known;
    return matter->met->shares[facet_in(&matter->pro, facet)][knowledge->division->side[person]];
}

/* Each knows as many. */
static void know_each(const struct matter *matter, uint32_t first, uint32_t count, uint64_t *known)
{
    uint32_t facets[MOST_FACETS];
    for (uint32_t i = 0; i < count; i++) {
        uint64_t *words = &known[(size_t)i * matter->words];
        if (!was_here(matter->met, first + i))
            continue;
        uint32_t each = initial_each(matter->met->knowledge, matter, first + i, facets);
        for (uint32_t j = 0; j < each; j++)
            words[facets[j] / 64] |= UINT64_C(1) << (facets[j] % 64);
    }
}

/* Whether she knows a facet that many know: `lane` is hers. */
static bool knows_common(const struct matter *matter, uint32_t person, uint32_t facet, float lane)
{
    return was_here(matter->met, person) && (double)lane < share_of(matter, person, facet);
}

/* Of `count` people, INITIAL_LANES at most, from `first` on. */
static void know_at_first(const struct matter *matter, uint32_t first, uint32_t count, uint64_t *known)
{
    const struct knowledge *knowledge = matter->met->knowledge;
    const uint32_t common = initial_common(knowledge, matter);
    memset(known, 0, (size_t)count * matter->words * sizeof *known);
    if (knowledge->settings->each > 0) {
        know_each(matter, first, count, known);
        return;
    }
    float lanes[INITIAL_LANES];
    uint64_t here[INITIAL_LANES];
    for (uint32_t i = 0; i < count; i++)
        here[i] = was_here(matter->met, first + i) ? 1 : 0;
    for (uint32_t facet = 0; facet < common; facet++) {
        initial_lanes(knowledge, matter, facet, first, count, lanes);
        if (!matter->contested) {
            initial_give(known, matter->words, here, lanes, count, (float)knowledge->settings->common_known,
                         facet);
            continue;
        }
        for (uint32_t i = 0; i < count; i++)
            known[(size_t)i * matter->words + facet / 64] |=
                (uint64_t)knows_common(matter, first + i, facet, lanes[i]) << (facet % 64);
    }
}

void met_draw(const struct matter *matter, uint32_t first, uint32_t count, float *leanings, uint64_t *known)
{
    lean_at_first(matter, first, count, leanings);
    know_at_first(matter, first, count, known);
}

static void count_each(const struct matter *matter, uint32_t *knowers)
{
    const struct knowledge *knowledge = matter->met->knowledge;
    uint32_t facets[MOST_FACETS], least = 0;
    for (uint32_t person = 0; person < knowledge->people->count && least < KNOWER_BINS; person++) {
        if (!was_here(matter->met, person))
            continue;
        uint32_t count = initial_each(knowledge, matter, person, facets);
        for (uint32_t i = 0; i < count; i++)
            knowers[facets[i]] += knowers[facets[i]] < KNOWER_BINS ? 1 : 0;
        least = KNOWER_BINS;
        for (uint32_t facet = 0; facet < matter->facets; facet++)
            least = knowers[facet] < least ? knowers[facet] : least;
    }
}

enum { RUN = 16 };

static void count_common(const struct matter *matter, uint32_t *knowers)
{
    const struct knowledge *knowledge = matter->met->knowledge;
    if (knowledge->settings->each > 0) {
        count_each(matter, knowers);
        return;
    }
    const uint32_t common = initial_common(knowledge, matter);
    const uint32_t people = knowledge->people->count;
    float lanes[RUN];
    for (uint32_t facet = 0; facet < common; facet++)
        for (uint32_t first = 0; first < people && knowers[facet] < KNOWER_BINS; first += RUN) {
            uint32_t count = people - first < RUN ? people - first : RUN;
            initial_lanes(knowledge, matter, facet, first, count, lanes);
            for (uint32_t i = 0; i < count && knowers[facet] < KNOWER_BINS; i++)
                knowers[facet] += knows_common(matter, first + i, facet, lanes[i]) ? 1 : 0;
        }
}

/* --- of anybody --- */

float met_interest(const struct matter *matter, uint32_t person)
{
    return initial_interest(matter->met->knowledge, matter->id, person);
}

const float *met_interests(struct knowledge *knowledge, const struct matter *matter)
{
    float *interest = initial_interest_room(knowledge);
    initial_interests(knowledge, matter->id, interest);
    return interest;
}

bool met_by(const struct matter *matter, uint32_t person)
{
    return place_of(matter->met, person) != NOBODY;
}

float met_leaning(const struct matter *matter, uint32_t person)
{
    uint32_t place = place_of(matter->met, person);
    return place == NOBODY ? leans_at_first(matter, person) : matter->met->leaning[place];
}

float met_first_leaning(const struct matter *matter, uint32_t person)
{
    uint32_t place = place_of(matter->met, person);
    return place == NOBODY ? leans_at_first(matter, person) : matter->met->first[place];
}

void met_copy_known(const struct matter *matter, uint32_t person, uint64_t *words)
{
    uint32_t place = place_of(matter->met, person);
    if (place == NOBODY)
        know_at_first(matter, person, 1, words);
    else
        memcpy(words, &matter->met->known[(size_t)place * matter->words], matter->words * sizeof *words);
}

/* --- she meets it --- */

static uint32_t meets(struct matter *matter, uint32_t person)
{
    struct met *met = matter->met;
    uint32_t slot = slot_of(met, person);
    if (met->slots[slot] != 0)
        return met->slots[slot] - 1;
    if (met->count == met->room) {
        grow(met);
        slot = slot_of(met, person);
    }
    uint32_t place = met->count++;
    met->slots[slot] = place + 1;
    met->person[place] = person;
    met->leaning[place] = met->first[place] = leans_at_first(matter, person);
    know_at_first(matter, person, 1, &met->known[(size_t)place * matter->words]);
    return place;
}

uint64_t *met_known(struct matter *matter, uint32_t person)
{
    uint32_t place = meets(matter, person);
    return &matter->met->known[(size_t)place * matter->words];
}

bool met_learn(struct matter *matter, uint32_t person, uint32_t facet)
{
    uint64_t *word = met_known(matter, person) + facet / 64, bit = UINT64_C(1) << (facet % 64);
    bool is_new = (*word & bit) == 0;
    *word |= bit;
    return is_new;
}

void met_tell(struct knowledge *knowledge, struct matter *matter, uint32_t *knowers)
{
    if (matter->contested)
        note_shares(matter);
    count_common(matter, knowers);
    if (knowledge->settings->each > 0)
        return;
    initial_weigh(knowledge, matter, initial_knowers(knowledge, matter), NULL);
    for (uint32_t facet = initial_common(knowledge, matter); facet < matter->facets; facet++)
        knowers[facet] = initial_tell_few(knowledge, matter, facet, knowledge->settings->knowers, met_learn);
}

void met_lean(struct matter *matter, uint32_t person, float leaning)
{
    uint32_t place = meets(matter, person);
    matter->met->leaning[place] = leaning;
}

/* Who was not here when it was made knows nothing of it, and need not be noted. */
void met_forget(struct matter *matter, uint32_t person)
{
    struct met *met = matter->met;
    if (place_of(met, person) == NOBODY && !was_here(met, person))
        return;
    uint32_t place = meets(matter, person);
    memset(&met->known[(size_t)place * matter->words], 0, matter->words * sizeof *met->known);
    met->leaning[place] = met->first[place];
}

void met_leans_anew(struct matter *matter, uint32_t person)
{
    uint32_t place = place_of(matter->met, person);
    if (place != NOBODY)
        matter->met->leaning[place] = matter->met->first[place] =
            contested_leaning(matter->met->knowledge, matter->id, person);
}
