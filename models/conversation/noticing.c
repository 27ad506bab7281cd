#include "conversation/noticing.h"

#include <string.h>

#include "conversation/conversation_parts.h"
#include "conversation/hearing.h"
#include "conversation/seats.h"
#include "inquiries/insights.h"

static size_t facet_words(const struct conversation *conversation, const struct circle *circle)
{
    return 2 * (size_t)conversation->words * circle->seats.room;
}

const uint32_t *seats_remember(struct conversation *conversation, const struct circle *circle)
{
    const struct matter *matter = circle->matter;
    if (matter == NULL || matter->inquiry == NULL || circle->channel.turn.said == 0 ||
        !inquiry_has_insights(matter->inquiry))
        return NULL;
    size_t words = facet_words(conversation, circle);
    if (words > conversation->before.room) {
        conversation->before.facets = ARENA_NEW(conversation->arena, uint32_t, words);
        conversation->before.room = words;
    }
    memcpy(conversation->before.facets, circle->seats.mind.facets, words * sizeof(uint32_t));
    return conversation->before.facets;
}

static struct facet_set fresh_in(const struct conversation *conversation, const struct circle *circle,
                                 uint32_t seat, const uint32_t *before)
{
    struct facet_set fresh = {{0}};
    for (uint32_t word = 0; word < 2 * conversation->words; word++) {
        size_t at = (size_t)word * circle->seats.room + seat;
        uint64_t added = circle->seats.mind.facets[at] & ~before[at];
        fresh.word[word / 2] |= added << (word % 2 * SEAT_WORD_BITS);
    }
    return fresh;
}

void seats_notice(struct conversation *conversation, struct circle *circle, const uint32_t *before)
{
    for (uint32_t seat = 0; before != NULL && seat < circle->seats.count; seat++) {
        struct facet_set fresh = fresh_in(conversation, circle, seat, before);
        if (facet_count(&fresh) == 0)
            continue;
        struct inquiry *inquiry = circle->matter->inquiry;
        struct facet_set known = seat_facets(&circle->seats, conversation->words, seat);
        struct facet_set within = insights_within_reach(inquiry, &known, &fresh);
        for (uint32_t i = 0, count = facet_count(&within); i < count; i++) {
            uint32_t insight = facet_pick(&within, i);
            if (!insight_is_seen(inquiry, circle->seats.person[seat], insight))
                continue;
            seat_learn(circle, seat, insight);
            seat_weigh(conversation->opinions, &circle->seats, seat);
            insight_is_noticed(inquiry, insight);
        }
    }
}
