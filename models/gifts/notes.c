/* Needs and gifts at the board of the site, or in its forum. */
#include "chronicle.h"
#include "gifts/gifts_parts.h"
#include "parts.h"
#include "random/draw.h"

struct notes notes_new(const struct board_settings *settings)
{
    return (struct notes){.settings = settings->use > 0 ? settings : NULL};
}

static bool hangs(const struct gifts *gifts, struct thing thing, sim_time now)
{
    return thing.is_gift ? gift_is_open(gift_of(gifts, thing.number), now)
                         : need_of(gifts, thing.number)->state == NEED_OPEN;
}

/* What has ended is taken off; where much still hangs there is more room. */
static void notes_make_room(struct gifts *gifts, sim_time now)
{
    enum { FIRST_ROOM = 32 };
    struct notes *notes = &gifts->notes;
    uint32_t hanging = 0;
    for (uint32_t i = 0; i < notes->count; i++)
        if (hangs(gifts, thing_of(notes->all[i].tag), now))
            notes->all[hanging++] = notes->all[i];
    notes->count = hanging;
    if (4 * hanging <= 3 * notes->room && notes->room > 0)
        return;
    uint32_t room = notes->room == 0 ? FIRST_ROOM : notes->room * 2;
    notes->all = arena_grow(gifts->terms.arena, notes->all, notes->count, room, sizeof *notes->all);
    notes->room = room;
}

void note_is_put_up(struct site *site, struct thing thing, uint32_t owner)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct notes *notes = &gifts->notes;
    if (notes->settings == NULL)
        return;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_NOTE_PUT_UP, gift_luck(gifts, owner), tag_of(thing));
    if (draw_uniform(&draw) >= notes->settings->use)
        return;
    if (notes->count == notes->room)
        notes_make_room(gifts, site_now(site));
    notes->all[notes->count++] = (struct note){tag_of(thing), ++notes->put_up};
}

/* --- reading --- */

/* As a Poisson process of all places together; in a place that is empty nobody comes. */
static void expect_reader(struct site *site)
{
    const struct gifts *gifts = gifts_of(parts_of(site));
    const struct notes *notes = &gifts->notes;
    double rate = notes->settings->reads_per_hour * gifts->terms.people->count;
    if (rate <= 0)
        return;
    struct draw draw = draw_for(gifts->terms.luck, DRAW_NOTES_READ, gifts->terms.site, 2 * notes->drawn);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_NOTES_READ, NULL, 0);
}

void notes_start(struct site *site)
{
    if (gifts_of(parts_of(site))->notes.settings != NULL)
        expect_reader(site);
}

/* She takes a gift as often as she needs it. */
static void learn_from_note(struct site *site, struct thing thing, uint32_t person)
{
    if (!thing.is_gift && need_is_met_by(site, thing.number, person, BY_BOARD))
        return;
    while (thing.is_gift && gift_is_taken_by(site, thing.number, person, BY_BOARD))
        continue;
    if (hangs(gifts_of(parts_of(site)), thing, site_now(site)))
        person_learns_of_help(site, thing, person);
}

static uint32_t owner_of(const struct gifts *gifts, struct thing thing)
{
    return thing.is_gift ? gift_of(gifts, thing.number)->owner : need_of(gifts, thing.number)->owner;
}

/* All of them are asked for before the first one is looked at: with many sites none is in a cache. */
static void notes_are_expected(const struct gifts *gifts, uint32_t from)
{
    const struct notes *notes = &gifts->notes;
    int64_t left = notes->settings->page;
    for (uint32_t i = notes->count; i > 0 && notes->all[i - 1].number > from && left > 0; i--, left--) {
        struct thing thing = thing_of(notes->all[i - 1].tag);
        __builtin_prefetch(thing.is_gift ? (const void *)gift_of(gifts, thing.number)
                                         : (const void *)need_of(gifts, thing.number));
    }
}

/* The newest first, a page of them, and none that she has passed before. */
static void read_notes(struct site *site, uint32_t person, struct draw *draw)
{
    struct gifts *gifts = gifts_of(parts_of(site));
    struct notes *notes = &gifts->notes;
    uint32_t from = gifts->persons[person].seen;
    uint64_t before = notes->read;
    int64_t left = notes->settings->page;
    gifts->persons[person].seen = notes->put_up;
    notes_are_expected(gifts, from);
    for (uint32_t i = notes->count; i > 0 && notes->all[i - 1].number > from && left > 0; i--) {
        struct thing thing = thing_of(notes->all[i - 1].tag);
        if (!hangs(gifts, thing, site_now(site)) || owner_of(gifts, thing) == person)
            continue;
        left--;
        notes->read++;
        notes->read_time += notes->settings->note_length;
        if (draw_uniform(draw) < notes->settings->retention)
            learn_from_note(site, thing, person);
    }
    if (notes->read > before)
        chronicle_tell(site, TOLD_NOTES_READ, person, CHRONICLE_NOBODY, (double)(notes->read - before));
}

void on_notes_read(struct site *site, const struct event *event)
{
    (void)event;
    struct gifts *gifts = gifts_of(parts_of(site));
    struct draw draw =
        draw_for(gifts->terms.luck, DRAW_NOTES_READ, gifts->terms.site, 2 * gifts->notes.drawn++ + 1);
    uint32_t person = draw_below(&draw, gifts->terms.people->count);
    person_is_expected(gifts, person);
    if (takes_part(gifts, person) && person_is_free(gifts->terms.people, person))
        read_notes(site, person, &draw);
    expect_reader(site);
}
