/* Who reads what when: at the board of a site, and in its forum. */
#include <math.h>

#include "chronicle.h"
#include "conversation/telling.h"
#include "parts.h"
#include "random/draw.h"
#include "records/records_parts.h"

/* One of the two places where people read: the board or the forum. */
struct shelf {
    struct passing *passing;
    uint32_t event, draw;
    /* Whether there is anything left to read for anybody; whether of this inquiry for her. */
    bool (*has)(const struct records *records, sim_time now);
    bool (*has_for)(const struct records *records, const struct kept *kept, uint32_t person, sim_time now);
    void (*read)(struct site *site, uint32_t inquiry, uint32_t person);
};

/* --- reading --- */

/* She reads a facet, or does so again, and may keep it. */
static void read_facet(struct site *site, struct matter *matter, uint32_t person, uint32_t facet,
                       struct draw *draw)
{
    struct parts *parts = parts_of(site);
    struct records *records = records_of(parts);
    records->tally.facets_read++;
    records->tally.read_time += records->terms.settings->read_length;
    bool keeps = draw_uniform(draw) < records->terms.settings->retention;
    if (keeps && person_learns(conversation_of(parts), matter, person, facet))
        records->tally.learned++;
}

static struct draw draw_of_reading(struct records *records)
{
    return draw_for(records->terms.luck, DRAW_READ_LEARNT, records->terms.site,
                    (uint32_t)records->tally.readings++);
}

static void read_record(struct site *site, uint32_t inquiry, uint32_t person)
{
    struct records *records = records_of(parts_of(site));
    struct kept *kept = &records->kept[inquiry - 1];
    const struct record *record = board_take(records, &kept->board, person, site_now(site));
    struct draw draw = draw_of_reading(records);
    uint32_t count = facet_count(&record->facets);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t facet = facet_pick(&record->facets, i);
        read_facet(site, records_matter(site, inquiry), person, facet, &draw);
        levels_are_read(kept, facet, site_now(site));
    }
    records->tally.records_read++;
    chronicle_tell(site, TOLD_RECORD_READ, person, inquiry, count);
}

/* The newest posts that she has not seen, a page at most. */
static void read_posts(struct site *site, uint32_t inquiry, uint32_t person)
{
    struct records *records = records_of(parts_of(site));
    struct thread *thread = &records->kept[inquiry - 1].thread;
    uint32_t page = (uint32_t)records->terms.forum->page, unread = thread->posts - thread->read[person];
    uint32_t count = unread < page ? unread : page;
    struct draw draw = draw_of_reading(records);
    for (uint32_t post = thread->posts - count; post < thread->posts; post++)
        read_facet(site, records_matter(site, inquiry), person, thread->page[post % page], &draw);
    thread->read[person] = thread->posts;
    chronicle_tell(site, TOLD_FORUM_READ, person, inquiry, count);
}

/* --- coming by --- */

static bool board_has_for(const struct records *records, const struct kept *kept, uint32_t person,
                          sim_time now)
{
    return board_unread(records, &kept->board, person, now) != NULL;
}

static bool forum_has(const struct records *records, sim_time now)
{
    (void)now;
    return records->tally.posts > 0;
}

static bool forum_has_for(const struct records *records, const struct kept *kept, uint32_t person,
                          sim_time now)
{
    (void)records, (void)now;
    return kept->thread.posts > kept->thread.read[person];
}

static struct shelf the_board(struct records *records)
{
    return (struct shelf){&records->at_board, EVENT_BOARD_READ, DRAW_BOARD_READ,
                          board_is_used,      board_has_for,    read_record};
}

static struct shelf the_forum(struct records *records)
{
    return (struct shelf){&records->at_forum, EVENT_FORUM_READ, DRAW_FORUM_READ,
                          forum_has,          forum_has_for,    read_posts};
}

/* Candidates come at the rate of everybody who may ever be here, and each names a person. */
static void expect_reader(struct site *site, const struct shelf *shelf)
{
    const struct records *records = records_of(parts_of(site));
    double rate = records->terms.settings->reads_per_hour * records->terms.people->count;
    shelf->passing->goes_on = rate > 0 && shelf->has(records, site_now(site));
    if (!shelf->passing->goes_on)
        return;
    struct draw draw =
        draw_for(records->terms.luck, shelf->draw, records->terms.site, 2 * (uint32_t)shelf->passing->drawn);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, shelf->event, NULL, 0);
}

/* One of the inquiries that have something for her, by lot; 0: none has. */
static uint32_t draw_inquiry(struct site *site, const struct shelf *shelf, uint32_t person, struct draw *draw)
{
    const struct records *records = records_of(parts_of(site));
    uint32_t chosen = 0, found = 0;
    for (uint32_t i = 0; i < records->count; i++)
        if (records_matter(site, i + 1) != NULL &&
            shelf->has_for(records, &records->kept[i], person, site_now(site)) &&
            draw_below(draw, ++found) == 0)
            chosen = i + 1;
    return chosen;
}

static void somebody_reads(struct site *site, const struct shelf *shelf)
{
    const struct records *records = records_of(parts_of(site));
    struct draw draw = draw_for(records->terms.luck, shelf->draw, records->terms.site,
                                2 * (uint32_t)shelf->passing->drawn + 1);
    uint32_t person = draw_below(&draw, records->terms.people->count);
    shelf->passing->drawn++;
    if (person_is_here(records->terms.people, person) && person_is_free(records->terms.people, person)) {
        uint32_t inquiry = draw_inquiry(site, shelf, person, &draw);
        if (inquiry > 0)
            shelf->read(site, inquiry, person);
    }
    expect_reader(site, shelf);
}

void on_board_read(struct site *site, const struct event *event)
{
    (void)event;
    struct shelf shelf = the_board(records_of(parts_of(site)));
    somebody_reads(site, &shelf);
}

void on_forum_read(struct site *site, const struct event *event)
{
    (void)event;
    struct shelf shelf = the_forum(records_of(parts_of(site)));
    somebody_reads(site, &shelf);
}

void reading_at_board(struct site *site)
{
    struct shelf shelf = the_board(records_of(parts_of(site)));
    if (!shelf.passing->goes_on)
        expect_reader(site, &shelf);
}

void reading_at_forum(struct site *site)
{
    struct shelf shelf = the_forum(records_of(parts_of(site)));
    if (!shelf.passing->goes_on)
        expect_reader(site, &shelf);
}

void reading_forgets(struct records *records, uint32_t guest)
{
    for (uint32_t i = 0; i < records->count; i++) {
        records->kept[i].board.read[guest] = 0;
        if (records->terms.forum != NULL)
            records->kept[i].thread.read[guest] = 0;
    }
}
