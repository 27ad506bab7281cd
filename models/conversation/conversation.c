/* The circles of a site taken together: their settings, their books, and who sits where. */
#include "conversation/conversation_parts.h"
#include "conversation/rules.h"

struct conversation *conversation_new(const struct conversation_settings *settings,
                                      const struct opinion_settings *opinions, struct people *people,
                                      uint32_t words, const struct luck *luck, struct arena *arena)
{
    struct conversation *conversation = ARENA_NEW(arena, struct conversation, 1);
    *conversation = (struct conversation){
        .settings = settings,
        .opinions = opinions,
        .people = people,
        .luck = luck,
        .arena = arena,
        .words = words,
        .sits.circle = ARENA_NEW(arena, uint32_t, people->count),
        .sits.seat = ARENA_NEW(arena, uint32_t, people->count),
        .sits.behind = ARENA_NEW(arena, bool, people->count),
        .tally.size_time = ARENA_NEW(arena, double, SIZE_BINS + 1),
        .apart.size_time = ARENA_NEW(arena, double, SIZE_BINS + 1),
    };
    return conversation;
}

void conversation_gets_heed(struct conversation *conversation, const struct heed *heed)
{
    conversation->heed = heed;
}

const struct conversation_settings *conversation_settings(const struct conversation *conversation)
{
    return conversation->settings;
}

double conversation_argument_weight(const struct conversation *conversation)
{
    const struct opinion_settings *opinions = conversation->opinions;
    return opinions->influence->argues ? opinions->argument_weight : 0.0;
}

const struct tally *conversation_tally(const struct conversation *conversation)
{
    return &conversation->tally;
}

const struct tally *conversation_tally_apart(const struct conversation *conversation)
{
    return &conversation->apart;
}

uint32_t conversation_circles(const struct conversation *conversation)
{
    return conversation->circles.count;
}

struct circle *conversation_circle(const struct conversation *conversation, uint32_t index)
{
    return conversation->circles.all[index];
}

uint32_t seat_of(const struct conversation *conversation, uint32_t person)
{
    return conversation->sits.seat[person];
}

bool person_sits_behind(const struct conversation *conversation, uint32_t person)
{
    return conversation->sits.behind[person];
}

struct circle *circle_of(struct conversation *conversation, uint32_t person)
{
    uint32_t where = conversation->sits.circle[person];
    return where == 0 ? NULL : conversation->circles.all[where - 1];
}
