/* Who is on which side. */
#include "sides/sides.h"

#include "base/require.h"
#include "mechanism.h"
#include "places/places.h"
#include "sides/sides_parts.h"

static const struct side_kind *kind_of(const struct side_settings *settings, uint32_t side)
{
    return &((const struct side_kind *)settings->kinds.items)[side];
}

/* Its share of the people of a site. */
static double share_at(const struct side_settings *settings, uint32_t side, uint32_t home)
{
    const struct side_kind *kind = kind_of(settings, side);
    return home >= kind->first && home < kind->beyond ? kind->share : 0;
}

/* The side at this place, 0 to 1, of the people of a site. Shares of thirds need not add up to 1 exactly. */
static uint32_t side_at(const struct side_settings *settings, uint32_t home, double at)
{
    uint32_t sides = (uint32_t)settings->kinds.count, last = 0;
    double sum = 0, all = 0;
    for (uint32_t side = 0; side < sides; side++)
        all += share_at(settings, side, home);
    for (uint32_t side = 0; side < sides; side++) {
        double share = share_at(settings, side, home) / all;
        sum += share;
        last = share > 0 ? side : last;
        if (share > 0 && at < sum)
            return side;
    }
    return last;
}

/* The people of a site at the start, dealt from a deck in which each side has its share, to the nearest whole
 * number: half and half is half and half, not by chance. */
static void deal(const struct sides *sides, uint32_t home, uint32_t *deck, uint32_t people)
{
    for (uint32_t i = 0; i < people; i++)
        deck[i] = side_at(sides->settings, home, (i + 0.5) / people);
    struct draw draw = draw_for(sides->places.luck, DRAW_SIDES, home, 0);
    draw_shuffle(&draw, deck, people);
}

/* The side that `person` of site `home` is on; every site finds the same. */
static uint8_t side_at_home(const struct sides *sides, uint32_t home, uint32_t person)
{
    uint32_t people = (uint32_t)sides->places.home[home].people;
    if (person < people) {
        deal(sides, home, sides->places.deck, people);
        return (uint8_t)sides->places.deck[person];
    }
    struct draw draw = draw_for(sides->places.luck, DRAW_SIDE, person, home);
    return (uint8_t)side_at(sides->settings, home, draw_uniform(&draw));
}

/* All who will ever be here, and the places of guests too, until guests take them. */
static void take_sides(struct sides *sides, uint32_t site)
{
    const struct people *people = sides->people;
    deal(sides, site, sides->places.deck, people->begun);
    for (uint32_t person = 0; person < people->count; person++)
        sides->places.side[person] =
            person < people->begun ? (uint8_t)sides->places.deck[person] : side_at_home(sides, site, person);
}

static void tell_how_they_lean(struct sides *sides)
{
    const struct side_settings *settings = sides->settings;
    struct division *division = &sides->division;
    *division = (struct division){
        .side = sides->places.side,
        .sides = (uint32_t)settings->kinds.count,
        .bias = settings->bias,
        .proposals = settings->contested_proposals,
        .questions = settings->contested_questions,
    };
    for (uint32_t side = 0; side < division->sides; side++) {
        const struct side_kind *kind = kind_of(settings, side);
        division->leans[side] = (struct side_leaning){kind->support, kind->support_sd};
        if (kind->support > kind_of(settings, sides->places.highest)->support)
            sides->places.highest = side;
        if (kind->support < kind_of(settings, sides->places.lowest)->support)
            sides->places.lowest = side;
    }
}

/* Guests may come from any site. */
static uint32_t room_of_deck(const struct setup *setup)
{
    const struct people *people = people_of(setup->parts);
    bool guests = people->terms.settings->guest_room > 0;
    uint32_t most = people->begun;
    for (uint32_t i = 0; guests && i < setup->scenario->places.count; i++)
        if (setup->scenario->places.all[i].people > most)
            most = (uint32_t)setup->scenario->places.all[i].people;
    return most;
}

struct sides *sides_new(const struct setup *setup)
{
    const struct side_settings *settings = setup_settings(setup, &side_section);
    if (settings->kinds.count == 0)
        return NULL;
    const struct people *people = people_of(setup->parts);
    struct sides *sides = ARENA_NEW(setup->arena, struct sides, 1);
    *sides = (struct sides){
        .settings = settings,
        .people = people,
        .conversation = conversation_of(setup->parts),
        .places = {.luck = setup->luck,
                   .side = ARENA_NEW(setup->arena, uint8_t, people->count),
                   .deck = ARENA_NEW(setup->arena, uint32_t, room_of_deck(setup)),
                   .home = setup->scenario->places.all},
        .warmth = {.now = ARENA_NEW(setup->arena, double, people->count),
                   .touched = ARENA_NEW(setup->arena, sim_time, people->count),
                   .heed = ARENA_NEW(setup->arena, float, people->count + SEATS_AT_ONCE),
                   .left = 1},
        .heed = {.of_turn = warmth_heed, .keeper = sides},
    };
    take_sides(sides, site_index(setup->site));
    for (uint32_t person = 0; person < people->count; person++)
        sides->warmth.now[person] = settings->warmth;
    tell_how_they_lean(sides);
    knowledge_is_divided(knowledge_of(setup->parts), &sides->division);
    conversation_gets_heed(conversation_of(setup->parts), &sides->heed);
    return sides;
}

void sides_take_in(struct site *site, uint32_t person, uint32_t side)
{
    struct sides *sides = sides_of(parts_of(site));
    sides->places.side[person] = (uint8_t)side;
    sides->warmth.now[person] = sides->settings->warmth;
    sides->warmth.touched[person] = site_now(site);
    knowledge_leans_anew(knowledge_of(parts_of(site)), person);
}

void sides_greet(struct site *site, uint32_t guest, uint32_t home, uint32_t person)
{
    sides_take_in(site, guest, side_at_home(sides_of(parts_of(site)), home, person));
}

uint32_t sides_of_person(const struct sides *sides, uint32_t person)
{
    return sides->places.side[person];
}

void sides_require_laws(struct site *site, sim_time ends)
{
    const struct parts *parts = parts_of(site);
    const struct sides *sides = sides_of(parts);
    const struct side_books *books = &sides->books;
    require(books->heard == conversation_tally(sides->conversation)->hearings +
                                conversation_tally_apart(sides->conversation)->hearings);
    require(books->jarred <= books->across && books->across <= books->heard);
    require(books->passed_both <= books->both && books->both <= books->decided);
    for (uint32_t person = 0; person < sides->people->count; person++) {
        double warmth = sides_warmth(sides, person, ends);
        require(warmth >= 0 && warmth <= 1);
    }
}
