#include "network/sites.h"

#include "base/require.h"

static bool is_drawn(const struct site_choice *choice, uint32_t number)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->drawn[i] == number)
            return true;
    return false;
}

void sites_choose(struct site_choice *choice, struct draw *draw)
{
    uint32_t others = choice->sites - 1;
    require(choice->own < choice->sites && choice->most <= MOST_CHOSEN);
    choice->all = choice->most == 0 || choice->most >= others;
    choice->count = 0;
    if (choice->all) {
        choice->count = others;
        return;
    }
    for (uint32_t last = others - choice->most; last < others; last++) {
        uint32_t number = draw_below(draw, last + 1);
        choice->drawn[choice->count] = is_drawn(choice, number) ? last : number;
        choice->count++;
    }
}

/* Numbers of others leave out one's own. */
uint32_t site_chosen(const struct site_choice *choice, uint32_t index)
{
    uint32_t number = choice->all ? index : choice->drawn[index];
    return number < choice->own ? number : number + 1;
}
