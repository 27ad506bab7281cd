#include "conversation/telling.h"

#include "conversation/conversation_parts.h"
#include "conversation/seats.h"
#include "inquiries/insights.h"

/* The circle whose seat holds what she knows of the matter now, or NULL. */
static struct circle *sits_on(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    struct circle *circle = circle_of(conversation, person);
    return circle != NULL && circle->matter == matter ? circle : NULL;
}

struct facet_set person_knows(struct conversation *conversation, const struct matter *matter, uint32_t person)
{
    const struct circle *circle = sits_on(conversation, matter, person);
    return circle == NULL ? facets_known(matter, person)
                          : seat_facets(&circle->seats, conversation->words, conversation->sits.seat[person]);
}

/* She knows it from now on. True when it was new to her. */
static bool gains(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    struct facet_set known = person_knows(conversation, matter, person);
    if (facet_in(&known, facet))
        return false;
    struct circle *circle = sits_on(conversation, matter, person);
    if (circle == NULL)
        return matter_learn(matter, person, facet);
    seat_learn(circle, conversation->sits.seat[person], facet);
    circle_weigh(conversation, circle);
    return true;
}

/* Insights that she could notice now that she knows what is in `fresh`. */
static struct facet_set within_reach(struct conversation *conversation, const struct matter *matter,
                                     uint32_t person, const struct facet_set *fresh)
{
    struct facet_set known = person_knows(conversation, matter, person);
    return insights_within_reach(matter->inquiry, &known, fresh);
}

static void notice_once(struct conversation *conversation, struct matter *matter, uint32_t person,
                        uint32_t facet)
{
    struct facet_set fresh = {{0}};
    facet_add(&fresh, facet);
    struct facet_set within = within_reach(conversation, matter, person, &fresh);
    for (uint32_t i = 0, count = facet_count(&within); i < count; i++) {
        uint32_t insight = facet_pick(&within, i);
        if (!insight_is_seen(matter->inquiry, person, insight))
            continue;
        gains(conversation, matter, person, insight);
        insight_is_noticed(matter->inquiry, insight);
    }
}

/* The same, of what need not be known here yet. */
static bool is_told(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    if (!gains(conversation, matter, person, facet))
        return false;
    if (matter->inquiry != NULL)
        inquiry_is_told(matter->inquiry, facet);
    return true;
}

bool person_brings(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    if (!is_told(conversation, matter, person, facet))
        return false;
    matter_is_brought(matter);
    return true;
}

bool person_learns(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet)
{
    if (!is_told(conversation, matter, person, facet))
        return false;
    if (matter->inquiry != NULL)
        notice_once(conversation, matter, person, facet);
    return true;
}

uint32_t person_notices(struct conversation *conversation, struct matter *matter, uint32_t person,
                        double chance, struct draw *draw)
{
    uint32_t noticed = 0;
    if (matter == NULL || matter->inquiry == NULL)
        return 0;
    struct facet_set within = within_reach(conversation, matter, person, &all_facets);
    for (uint32_t i = 0, count = facet_count(&within); i < count; i++) {
        if (draw_uniform(draw) >= chance)
            continue;
        gains(conversation, matter, person, facet_pick(&within, i));
        insight_is_noticed(matter->inquiry, facet_pick(&within, i));
        noticed++;
    }
    return noticed;
}
