#include "decisions/blocks.h"

#include "base/same.h"
#include "decisions/numbers.h"
#include "parts.h"

static double block_chance(const struct decision_settings *settings, float opinion, float tension)
{
    double distance = 1.0 - (double)opinion + settings->block_tension * (double)tension;
    double logistic =
        1.0 / (1.0 + same_exp(-settings->block_steepness * (distance - settings->block_distance)));
    return settings->block_base + settings->block_most * logistic;
}

uint32_t blocks_count(struct site *site, struct circle *circle, const struct hearing *hearing)
{
    const struct seats *seats = &circle->seats;
    const struct item *item = hearing->item;
    uint32_t blocks = 0;
    draw_lanes(site_luck(site), DRAW_BLOCK, item->matter->id, item->heard.visits, seats->lane, seats->count);
    for (uint32_t i = 0; i < seats->count; i++)
        if (seats->person[i] != hearing->presenter &&
            !circle_has_behind(conversation_of(parts_of(site)), circle, seats->person[i]) &&
            (double)seats->lane[i] < block_chance(decisions_of(parts_of(site))->settings,
                                                  seats->mind.opinion[i], seats->body.tension[i]))
            blocks++;
    return blocks;
}
