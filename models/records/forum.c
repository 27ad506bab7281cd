/* Who posts what when.
 *
 * A person comes to post at the rate posts * exp(post_sd Z - post_sd^2 / 2), so that the mean over people is
 * `posts`; Z is normal and hers for good. As in talk she now and then tells something that is in the thread
 * already (conversation.repeat), else something that is not; who has nothing of the kind does not post.
 */

#include "base/same.h"
#include "chronicle.h"
#include "conversation/telling.h"
#include "parts.h"
#include "random/draw.h"
#include "records/records_parts.h"
#include "travel/travel.h"

struct post_card {
    uint32_t person, stay;
};

/* --- when --- */

static double rate_of(const struct records *records, uint32_t person, uint32_t home)
{
    const struct forum_settings *forum = records->terms.forum;
    struct draw draw = draw_for(records->terms.luck, DRAW_POST_RATE, person, home);
    double sd = forum->post_sd;
    return forum->posts_per_hour * (sd > 0 ? same_exp(sd * draw_normal(&draw) - sd * sd / 2) : 1.0);
}

static struct draw draw_of_post(const struct records *records, uint32_t person, uint32_t which)
{
    return draw_for(records->terms.luck, DRAW_POST, person_luck(records->terms.people, person),
                    2 * records->posters[person].drawn + which);
}

static void expect_post(struct site *site, uint32_t person)
{
    const struct records *records = records_of(parts_of(site));
    const struct poster *poster = &records->posters[person];
    if (poster->per_hour <= 0)
        return;
    struct draw draw = draw_of_post(records, person, 0);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / poster->per_hour));
    struct post_card card = {person, poster->stay};
    if (wait < records->terms.ends - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_PERSON_POSTS, &card, sizeof card);
}

void forum_start(struct site *site)
{
    const struct records *records = records_of(parts_of(site));
    for (uint32_t person = 0; person < records->terms.people->begun + records->terms.people->arriving;
         person++) {
        records->posters[person].per_hour = rate_of(records, person, records->terms.site);
        expect_post(site, person);
    }
}

void forum_guest_comes(struct site *site, uint32_t guest)
{
    const struct records *records = records_of(parts_of(site));
    struct poster *poster = &records->posters[guest];
    struct guest_home from = guest_home_of(travel_of(parts_of(site)), guest);
    poster->stay++;
    poster->drawn++;
    poster->per_hour = rate_of(records, from.person, from.site);
    expect_post(site, guest);
}

/* --- what --- */

static struct facet_set may_tell(struct site *site, const struct thread *thread, struct matter *matter,
                                 uint32_t person, struct draw *draw)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    struct facet_set known = person_knows(conversation, matter, person);
    struct facet_set old = facet_and(&known, &thread->posted);
    bool repeats = facet_count(&old) > 0 && draw_uniform(draw) < conversation_settings(conversation)->repeat;
    return repeats ? old : facet_without(&known, &thread->posted);
}

static void post(struct site *site, uint32_t inquiry, uint32_t person, uint32_t facet)
{
    struct records *records = records_of(parts_of(site));
    struct kept *kept = &records->kept[inquiry - 1];
    kept->thread.page[kept->thread.posts++ % (uint32_t)records->terms.forum->page] = (uint16_t)facet;
    facet_add(&kept->thread.posted, facet);
    records->posters[person].posts++;
    records->tally.posts++;
    levels_are_posted(kept, facet, site_now(site));
    chronicle_tell(site, TOLD_POSTED, person, inquiry, facet);
    reading_at_forum(site);
}

/* One of the inquiries that are alive, by lot; 0: none is. */
static uint32_t draw_thread(struct site *site, struct draw *draw)
{
    const struct records *records = records_of(parts_of(site));
    uint32_t chosen = 0, found = 0;
    for (uint32_t i = 1; i <= records->count; i++)
        if (records_matter(site, i) != NULL && draw_below(draw, ++found) == 0)
            chosen = i;
    return chosen;
}

static void think_of_post(struct site *site, uint32_t person, struct draw *draw)
{
    const struct records *records = records_of(parts_of(site));
    uint32_t inquiry = draw_thread(site, draw);
    if (inquiry == 0)
        return;
    struct facet_set facets =
        may_tell(site, &records->kept[inquiry - 1].thread, records_matter(site, inquiry), person, draw);
    uint32_t count = facet_count(&facets);
    if (count > 0)
        post(site, inquiry, person, facet_pick(&facets, draw_below(draw, count)));
}

void on_person_posts(struct site *site, const struct event *event)
{
    struct post_card card;
    event_read(event, &card, sizeof card);
    const struct records *records = records_of(parts_of(site));
    const struct people *people = records->terms.people;
    struct poster *poster = &records->posters[card.person];
    bool is_guests = card.person >= people->begun + people->arriving;
    if (poster->stay != card.stay || (is_guests && !person_is_here(people, card.person)))
        return;
    struct draw draw = draw_of_post(records, card.person, 1);
    poster->drawn++;
    if (person_is_here(people, card.person) && person_is_free(people, card.person))
        think_of_post(site, card.person, &draw);
    expect_post(site, card.person);
}
