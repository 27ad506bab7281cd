/* To whom a card is passed. */
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"
#include "ties/ties.h"

/* Somebody else who is here, by lot. Where hardly anybody is, she may find nobody this time. */
static uint32_t draw_anybody(const struct gifts *gifts, uint32_t person, struct draw *draw)
{
    enum { MOST_TRIES = 256 };
    for (uint32_t i = 0; i < MOST_TRIES; i++) {
        uint32_t other = draw_below(draw, gifts->terms.people->count);
        person_is_expected(gifts, other);
        if (other != person && lives_here(gifts, other))
            return other;
    }
    return NOBODY;
}

/* Everybody weighs `reach`, and a tie its strength. */
static uint32_t draw_by_ties(struct site *site, uint32_t person, struct draw *draw)
{
    const struct parts *parts = parts_of(site);
    const struct gifts *gifts = gifts_of(parts);
    if (ties_of(parts) == NULL)
        return draw_anybody(gifts, person, draw);
    double ties = ties_to_people_here(parts, person, site_now(site));
    double others = gifts->cards.settings->reach * (people_here(gifts->terms.people) - 1);
    double at = draw_uniform(draw) * (ties + others);
    if (at >= ties)
        return draw_anybody(gifts, person, draw);
    uint32_t other = ties_person_at(parts, person, site_now(site), at);
    return other != NOBODY && lives_here(gifts, other) ? other : NOBODY;
}

/* --- a standing arrangement --- */

/* One of those seen so far, each with the same chance. */
struct choosing {
    const struct gifts *gifts;
    uint32_t person, chosen, seen;
    struct draw *draw;
};

static void look_at_place(struct choosing *choosing, uint32_t place)
{
    const struct gifts *gifts = choosing->gifts;
    if (place >= gifts->terms.people->count)
        return;
    uint32_t other = gifts->cards.sitting[place];
    if (other == choosing->person || !lives_here(gifts, other))
        return;
    if (draw_below(choosing->draw, ++choosing->seen) == 0)
        choosing->chosen = other;
}

static uint32_t draw_in_circles(const struct gifts *gifts, uint32_t person, struct draw *draw)
{
    const struct card_settings *settings = gifts->cards.settings;
    uint32_t circles = (uint32_t)settings->circles, size = (uint32_t)settings->circle_size;
    uint32_t place = gifts->cards.sits[person], first = place / (circles * size) * (circles * size);
    uint32_t circle = (place - first) / size, seat = (place - first) % size;
    struct choosing choosing = {gifts, person, NOBODY, 0, draw};
    for (uint32_t i = 0; i < size; i++)
        look_at_place(&choosing, first + circle * size + i);
    bool second = settings->along->across || (settings->along->hosts_meet && seat == 0);
    for (uint32_t i = 0; second && i < circles; i++)
        if (i != circle)
            look_at_place(&choosing, first + i * size + seat);
    return choosing.chosen;
}

uint32_t passing_next_holder(struct site *site, uint32_t person, struct draw *draw)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    const struct card_way *along = gifts->cards.settings->along;
    if (along->standing)
        return draw_in_circles(gifts, person, draw);
    return along->by_ties ? draw_by_ties(site, person, draw) : draw_anybody(gifts, person, draw);
}
