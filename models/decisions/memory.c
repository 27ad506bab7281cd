#include "decisions/memory.h"

#include "parts.h"

/* Of the hearings of one proposal that are over. */
struct hearing_memory {
    struct facet_set voiced;
    uint64_t *people; /* who was there at the end of one, a bit each */
};

static struct hearing_memory **memory_at(struct decisions *decisions, uint32_t number)
{
    struct hearing_memories *memories = &decisions->memories;
    if (number >= memories->room) {
        uint32_t room = (number + 16) * 2;
        memories->of_item =
            arena_grow(decisions->arena, memories->of_item, memories->room, room, sizeof *memories->of_item);
        for (uint32_t i = memories->room; i < room; i++)
            memories->of_item[i] = NULL;
        memories->room = room;
    }
    return &memories->of_item[number];
}

static bool tells_again(const struct hearing_memory *memory, const struct turn *turn)
{
    for (uint32_t i = 0; i < turn->said; i++)
        if (facet_in(&memory->voiced, turn->facet[i]))
            return true;
    return false;
}

void memory_hears(struct site *site, const struct hearing *hearing, const struct turn *turn)
{
    struct decisions *decisions = decisions_of(parts_of(site));
    const struct hearing_memory *memory = *memory_at(decisions, hearing->item->number);
    if (memory == NULL || turn->speaker == NOBODY)
        return;
    bool was_there = (memory->people[turn->speaker / 64] >> (turn->speaker % 64)) & 1;
    decisions->memories.floor_time += turn->length;
    decisions->memories.repeats_time += !was_there && tells_again(memory, turn) ? turn->length : 0;
}

void memory_keeps(struct site *site, const struct hearing *hearing, const struct circle *circle)
{
    struct decisions *decisions = decisions_of(parts_of(site));
    struct hearing_memory **memory = memory_at(decisions, hearing->item->number);
    if (decisions->settings->item_length > 0) /* nobody speaks */
        return;
    if (*memory == NULL) {
        size_t words = (people_of(parts_of(site))->count + 63) / 64;
        *memory = ARENA_NEW(decisions->arena, struct hearing_memory, 1);
        (*memory)->people = ARENA_NEW(decisions->arena, uint64_t, words);
    }
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        (*memory)->voiced.word[word] |= circle->talk.voiced.word[word];
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        (*memory)->people[person / 64] |= UINT64_C(1) << (person % 64);
    }
}
