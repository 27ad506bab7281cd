/* Who is active on a spark passes it on until she loses interest. */
#include "sparks/sparks_parts.h"
#include "ties/ties.h"

static const struct channel *draw_channel(const struct channels *channels, struct draw *draw)
{
    double at = draw_uniform(draw) * channels->passes;
    uint32_t chosen = 0;
    while (chosen + 1 < channels->count && at >= channels->all[chosen].passes)
        at -= channels->all[chosen++].passes;
    return &channels->all[chosen];
}

/* Each who is here weighs as much as a stranger, and her tie is added to that. */
static uint32_t draw_contact(struct site *site, uint32_t person, struct draw *draw)
{
    const struct parts *parts = parts_of(site);
    const struct people *people = people_of(parts);
    if (ties_of(parts) != NULL) {
        double tied = ties_to_people_here(parts, person, site_now(site));
        double strangers = sparks_of(parts)->terms.settings->strangers * people_here(people);
        double at = draw_uniform(draw) * (tied + strangers);
        if (tied + strangers <= 0)
            return NOBODY;
        if (at < tied)
            return ties_person_at(parts, person, site_now(site), at);
    }
    return person_drawn_here(sparks_of(parts), draw);
}

static void passes_to_person(struct site *site, uint32_t number, const struct spark_card *card,
                             struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t from = burning_at(sparks, number)->person, to = draw_contact(site, from, draw);
    if (to != NOBODY && to != from && takes_part(sparks, to))
        person_hears_spark(site, burning_at(sparks, number)->spark, to, card, draw);
}

static void passes_to_site(struct site *site, uint32_t number, uint32_t to, const struct spark_card *card,
                           struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    if (to == sparks->terms.site) {
        passes_to_person(site, number, card, draw);
        return;
    }
    sparks->tally.sent++;
    sparks->tally.sent_late += site_now(site) + site_lookahead(site) >= sparks->terms.ends ? 1 : 0;
    site_tell(site, to, EVENT_SPARK_PASSED, card, sizeof *card);
}

static void passes_outside(struct site *site, uint32_t number, struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, burning_at(sparks, number)->spark);
    if (draw_uniform(draw) >= sparks->terms.settings->uptake)
        return;
    struct outside_tree tree = outside_cascade(site);
    uint32_t steps = burning_at(sparks, number)->depth + 1U + tree.height;
    burning_at(sparks, number)->below += tree.size;
    spark->outside += tree.size;
    spark->below += tree.below;
    spark->below_squared += tree.below_squared;
    spark->steps = steps > spark->steps ? (uint16_t)(steps < UINT16_MAX ? steps : UINT16_MAX) : spark->steps;
}

static void pass_on(struct site *site, uint32_t number, struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct burning *one = burning_at(sparks, number);
    const struct local_spark *spark = local_at(sparks, one->spark);
    const struct channel *channel = draw_channel(&sparks->channels, draw);
    bool too_deep = one->depth == UINT16_MAX; /* whom she tells begins a cascade of her own */
    struct spark_card card = {
        .origin = spark->origin,
        .number = spark->number,
        .concept = spark->concept,
        .kind = spark->kind,
        .way = WAY_PERSON,
        .depth = too_deep ? 0 : (uint16_t)(one->depth + 1),
        .parent_site = too_deep       ? NOBODY
                       : one->carried ? one->parent_site
                                      : sparks->terms.site,
        .parent = too_deep       ? NOBODY
                  : one->carried ? one->parent
                                 : number,
    };
    uint32_t others = sparks->terms.sites - 1, to;
    sparks->tally.passed++;
    switch (channel->kind) {
    case CHANNEL_OWN:
        passes_to_person(site, number, &card, draw);
        break;
    case CHANNEL_OTHERS:
        to = draw_below(draw, others);
        passes_to_site(site, number, to + (to >= sparks->terms.site ? 1 : 0), &card, draw);
        break;
    case CHANNEL_SITES:
        to = channel->first + draw_below(draw, channel->beyond - channel->first);
        passes_to_site(site, number, to, &card, draw);
        break;
    case CHANNEL_PUBLIC:
        passes_outside(site, number, draw);
        break;
    }
}

void on_spark_burns(struct site *site, const struct event *event)
{
    struct burning_card card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    if (!burning_at(sparks, card.number)->burns)
        return;
    if (card.left == 0) {
        spark_fades(site, card.number);
        return;
    }
    struct draw draw = spark_draw(sparks, DRAW_SPARK_PASS, sparks->tally.passings++);
    pass_on(site, card.number, &draw);
    card.left--;
    if (burning_at(sparks, card.number)->burns)
        burning_expect_next(site, &card, &draw);
}
