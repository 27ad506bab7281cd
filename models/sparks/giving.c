/* Who is active on a spark of an inquiry contributes to it, until it is due.
 *
 * She comes to contribute at a rate that is raised in the time before the deadline. Between its two values
 * the rate does not change, so a wait that would go beyond the first part is drawn anew from there. */
#include <math.h>

#include "conversation/telling.h"
#include "inquiries/inquiries.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

struct giving_card {
    uint32_t burning;
};

static uint32_t inquiry_of_spark(const struct sparks *sparks, uint32_t local)
{
    return sparks->terms.kinds[local_at(sparks, local)->kind].inquiry_number;
}

static uint32_t inquiry_of(const struct sparks *sparks, uint32_t burning)
{
    return inquiry_of_spark(sparks, burning_at(sparks, burning)->spark);
}

/* When people begin to hurry, and when it is over; SIM_NEVER: never. */
struct deadline {
    sim_time hurry, over;
};

static struct deadline deadline_of(const struct spark_settings *settings, const struct matter *matter)
{
    sim_time due = inquiry_settings(matter->inquiry)->due;
    if (due == 0)
        return (struct deadline){SIM_NEVER, SIM_NEVER};
    return (struct deadline){due - settings->urgent, due};
}

static void expect_giving(struct site *site, uint32_t burning, const struct matter *matter)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_settings *settings = sparks->terms.settings;
    struct deadline deadline = deadline_of(settings, matter);
    struct draw draw = spark_draw(sparks, DRAW_SPARK_GIVES, 2 * sparks->tally.contributions++);
    double calm = settings->contributes_per_hour, hurried = calm * (1 + settings->urgency);
    sim_time now = site_now(site), at = now;
    if (calm <= 0)
        return;
    if (now < deadline.hurry) {
        sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / calm));
        at = wait < deadline.hurry - now ? now + wait : deadline.hurry;
    }
    if (at >= deadline.hurry) {
        sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / hurried));
        at = wait < deadline.over - at ? at + wait : deadline.over;
    }
    struct giving_card card = {burning};
    struct event_ticket ticket = {0};
    if (at < deadline.over && at < sparks->terms.ends)
        ticket = site_schedule(site, at, EVENT_SPARK_GIVES, &card, sizeof card);
    if (sparks->rests != NULL)
        rest_at(sparks, burning)->gives = ticket;
}

void giving_begins(struct site *site, uint32_t burning)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t inquiry = inquiry_of(sparks, burning);
    const struct matter *matter = inquiry == 0 ? NULL : inquiry_matter(inquiries_of(parts_of(site)), inquiry);
    if (matter == NULL)
        return;
    sparks->harvest[inquiry - 1].active++;
    expect_giving(site, burning, matter);
}

void giving_goes_on(struct site *site, uint32_t burning)
{
    uint32_t inquiry = inquiry_of(sparks_of(parts_of(site)), burning);
    const struct matter *matter = inquiry == 0 ? NULL : inquiry_matter(inquiries_of(parts_of(site)), inquiry);
    if (matter != NULL)
        expect_giving(site, burning, matter);
}

/* Something that she knows and that has not come in at this site; nothing new where there is none. */
static void give(struct site *site, uint32_t person, struct matter *matter, struct spark_harvest *harvest)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct draw draw = spark_draw(sparks, DRAW_SPARK_GIVES, 2 * sparks->tally.contributions++ + 1);
    struct facet_set known = person_knows(conversation_of(parts_of(site)), matter, person);
    struct facet_set missing = facet_without(&known, &harvest->given);
    uint32_t count = facet_count(&missing);
    if (count > 0)
        facet_add(&harvest->given, facet_pick(&missing, draw_below(&draw, count)));
    sparks->tally.contributed++;
}

static void gives_now(struct spark_harvest *harvest, struct burning *one)
{
    harvest->gave += one->gave ? 0 : 1;
    one->gave = true;
}

void on_spark_gives(struct site *site, const struct event *event)
{
    struct giving_card card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning *one = burning_at(sparks, card.burning);
    uint32_t inquiry = inquiry_of(sparks, card.burning);
    struct matter *matter = inquiry_matter(inquiries_of(parts_of(site)), inquiry);
    if (!one->burns || matter == NULL)
        return;
    struct spark_harvest *harvest = &sparks->harvest[inquiry - 1];
    gives_now(harvest, one);
    give(site, one->person, matter, harvest);
    expect_giving(site, card.burning, matter);
}

/* --- in talks --- */

void giving_in_talk(struct sparks *sparks, uint32_t local, const struct facet_set *said)
{
    struct spark_harvest *harvest = &sparks->harvest[inquiry_of_spark(sparks, local) - 1];
    harvest->given = facet_or(&harvest->given, said);
}

/* If she is active on it still. */
void giving_by(struct sparks *sparks, uint32_t local, uint32_t person)
{
    const struct mind *minds = spark_minds(sparks, person);
    for (uint32_t i = 0; i < sparks->terms.settings->attention && minds[i].spark != 0; i++)
        if (minds[i].spark == local + 1 && (minds[i].word & IS_ACTIVE) != 0) {
            sparks->tally.contributed++;
            gives_now(&sparks->harvest[inquiry_of_spark(sparks, local) - 1],
                      burning_at(sparks, (minds[i].word & ~IS_ACTIVE) - 1));
        }
}
