/* How long somebody is active on a spark, and when she passes it on.
 *
 * How long she is active and how many she tells are drawn when she becomes active, each by itself; the times
 * are spread evenly over hers. So there is one pending event for each active person.
 */
#include <math.h>

#include "base/same.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

static void note_rest(struct sparks *sparks, const struct burning_card *card, struct event_ticket ticket)
{
    if (sparks->rests == NULL)
        return;
    struct burning_rest *rest = rest_at(sparks, card->number);
    rest->fades = card->fades;
    rest->left = card->left;
    rest->burns = ticket;
}

/* The first of `left` instants that are spread evenly over the rest of the time. */
void burning_expect_next(struct site *site, const struct burning_card *card, struct draw *draw)
{
    sim_time now = site_now(site), next = card->fades;
    if (card->left > 0) {
        double share = 1 - same_pow(draw_uniform(draw), 1.0 / card->left);
        next = now + (sim_time)(share * (double)(card->fades - now));
    }
    struct event_ticket ticket = {0};
    if (next < sparks_of(parts_of(site))->terms.ends)
        ticket = site_schedule(site, next, EVENT_SPARK_BURNS, card, sizeof *card);
    note_rest(sparks_of(parts_of(site)), card, ticket);
}

static double zeal_of(const struct sparks *sparks, uint32_t person)
{
    double sd = sparks->terms.settings->pass_sd;
    const struct guest_home who = travel_home_of(sparks->terms.parts, person);
    struct draw draw = draw_for(sparks->terms.luck, DRAW_SPARK_ZEAL, person_luck_at(who.site, who.person), 0);
    return sd > 0 ? same_exp(sd * draw_normal(&draw) - sd * sd / 2) : 1.0;
}

void burning_begins(struct site *site, uint32_t number)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    double mean = sim_hours(sparks->terms.settings->lasts) / M_LN2;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_LIFE, number);
    sim_time lasts = mean > 0 ? sim_time_from_hours(draw_exponential(&draw, mean)) : 0;
    sim_time rest = sparks->terms.ends - site_now(site);
    double tells = sparks->channels.passes * zeal_of(sparks, burning_at(sparks, number)->person);
    struct burning_card card = {
        .number = number,
        .left = tells > 0 ? (uint32_t)draw_poisson(&draw, tells) : 0,
        .fades = lasts < SIM_NEVER - site_now(site) ? site_now(site) + lasts : site_now(site) + rest,
    };
    burning_expect_next(site, &card, &draw);
}
