#include "conversation/noticing.h"

#include <string.h>

#include "conversation/conversation_parts.h"
#include "conversation/hearing.h"
#include "conversation/seats.h"
#include "inquiries/insights.h"

static void add_facet(struct seats_before *before, uint32_t facet)
{
    uint32_t word = facet / SEAT_WORD_BITS, i = 0;
    while (i < before->words && before->word[i] != word)
        i++;
    if (i == before->words) {
        before->word[i] = word;
        before->mask[i] = 0;
        before->words++;
    }
    before->mask[i] |= UINT32_C(1) << facet % SEAT_WORD_BITS;
}

static void make_room_for(struct conversation *conversation, size_t seats)
{
    struct seats_before *before = &conversation->before;
    if (seats <= before->room)
        return;
    before->facets = ARENA_NEW(conversation->arena, uint32_t, seats * SEAT_WORDS);
    before->more = ARENA_NEW(conversation->arena, uint32_t, seats);
    before->room = seats;
}

void seats_remember(struct conversation *conversation, const struct circle *circle)
{
    const struct matter *matter = circle->matter;
    const struct seats *seats = &circle->seats;
    struct seats_before *before = &conversation->before;
    before->words = 0;
    if (matter == NULL || matter->inquiry == NULL || !inquiry_has_insights(matter->inquiry))
        return;
    for (uint32_t i = 0; i < circle->channel.turn.said; i++)
        if (insights_need(matter->inquiry, circle->channel.turn.facet[i]))
            add_facet(before, circle->channel.turn.facet[i]);
    make_room_for(conversation, seats->room);
    for (uint32_t i = 0; i < before->words; i++)
        memcpy(before->facets + (size_t)i * seats->count,
               seats->mind.facets + (size_t)before->word[i] * seats->room, seats->count * sizeof(uint32_t));
}

/* One pass over all seats for each word, as simple as can be: hardly anybody learns anything. */
static void note_who_knows_more(const struct seats *seats, const struct seats_before *before)
{
    uint32_t *restrict more = before->more;
    memset(more, 0, seats->count * sizeof *more);
    for (uint32_t i = 0; i < before->words; i++) {
        const uint32_t *restrict was = before->facets + (size_t)i * seats->count;
        const uint32_t *restrict is = seats->mind.facets + (size_t)before->word[i] * seats->room;
        uint32_t mask = before->mask[i];
        for (uint32_t seat = 0; seat < seats->count; seat++)
            more[seat] |= is[seat] & ~was[seat] & mask;
    }
}

static struct facet_set fresh_in(const struct seats *seats, const struct seats_before *before, uint32_t seat)
{
    struct facet_set fresh = {{0}};
    for (uint32_t i = 0; i < before->words; i++) {
        uint32_t word = before->word[i];
        uint64_t added = seats->mind.facets[(size_t)word * seats->room + seat] &
                         ~before->facets[(size_t)i * seats->count + seat] & before->mask[i];
        fresh.word[word / 2] |= added << (word % 2 * SEAT_WORD_BITS);
    }
    return fresh;
}

void seats_notice(struct conversation *conversation, struct circle *circle)
{
    const struct seats_before *before = &conversation->before;
    if (before->words == 0)
        return;
    struct inquiry *inquiry = circle->matter->inquiry;
    note_who_knows_more(&circle->seats, before);
    for (uint32_t seat = 0; seat < circle->seats.count; seat++) {
        if (before->more[seat] == 0)
            continue;
        struct facet_set fresh = fresh_in(&circle->seats, before, seat);
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
