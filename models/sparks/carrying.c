/* What people who go to another site for a while have in mind of sparks, and take along.
 *
 * Who is active on a spark is so at one site at a time, where she is: there she passes it on, talks, acts and
 * contributes. In the tree of the spark she stays the one who she was when she became active; elsewhere a
 * burning that is `carried` stands for her. What a guest could not take along, as there was no place for her,
 * is sent home at once.
 */
#include "base/require.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

/* What she was active on, for `again`, and whether she ever was. */
struct carried_minds {
    uint32_t home, person;
    uint64_t concepts;
    uint32_t ever;
};

struct carried_spark {
    uint32_t home, person;
    uint32_t origin, number;
    struct spark_concept concept;
    uint8_t kind;
    uint32_t forgets; /* a second; 0: she is active on it, and what follows says how */
};

/* Of the spark that came just before. */
struct carried_burning {
    uint32_t home, person;
    uint32_t node_site, node; /* where she became active, and as what number */
    uint32_t left;            /* passings */
    uint16_t depth;
    bool gave, ready;
    sim_time fades;
};

/* --- going --- */

static void send_burning(struct site *site, uint32_t to, const struct carried_burning *card)
{
    struct spark_tally *tally = &sparks_of(parts_of(site))->tally;
    tally->went++;
    tally->went_late +=
        site_now(site) + site_lookahead(site) >= sparks_of(parts_of(site))->terms.ends ? 1 : 0;
    site_tell(site, to, EVENT_BURNING_CARRIED, card, sizeof *card);
}

static void burning_goes(struct site *site, uint32_t number, uint32_t to, const struct guest_home *who)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning *one = burning_at(sparks, number);
    struct burning_rest *rest = rest_at(sparks, number);
    const struct carried_burning card = {
        .home = who->site,
        .person = who->person,
        .node_site = one->carried ? one->parent_site : sparks->terms.site,
        .node = one->carried ? one->parent : number,
        .left = rest->left,
        .depth = one->depth,
        .gave = one->gave,
        .ready = talk_goes_without(sparks, number),
        .fades = rest->fades,
    };
    site_cancel(site, rest->burns);
    site_cancel(site, rest->gives);
    one->burns = false;
    local_at(sparks, one->spark)->active--;
    send_burning(site, to, &card);
}

static void mind_goes(struct site *site, const struct mind *mind, uint32_t to, const struct guest_home *who)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct local_spark *spark = local_at(sparks, mind->spark - 1);
    const bool active = (mind->word & IS_ACTIVE) != 0;
    const uint32_t number = (mind->word & ~IS_ACTIVE) - 1;
    const struct carried_spark card = {
        .home = who->site,
        .person = who->person,
        .origin = spark->origin,
        .number = spark->number,
        .concept = spark->concept,
        .kind = spark->kind,
        .forgets = active ? 0 : mind->word,
    };
    site_tell(site, to, EVENT_SPARK_CARRIED, &card, sizeof card);
    if (active)
        burning_goes(site, number, to, who);
}

void sparks_traveller_goes(struct site *site, uint32_t person, uint32_t to, const struct guest_home *who)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct person_minds *persons = &sparks->persons;
    if (!sparks->terms.settings->travel)
        return;
    const bool goes_home = who->site != sparks->terms.site;
    const struct carried_minds card = {who->site, who->person, persons->hearers[person].concepts,
                                       persons->hearers[person].ever};
    struct mind *minds = spark_minds(sparks, person);
    uint32_t count = spark_minds_kept(sparks, person, site_now(site));
    site_tell(site, to, EVENT_MINDS_CARRIED, &card, sizeof card);
    for (uint32_t i = 0; i < count; i++) {
        mind_goes(site, &minds[i], to, who);
        minds[i] = (struct mind){0, 0};
    }
    if (!goes_home)
        return;
    persons->hearers[person] = (struct hearer){0}; /* the next guest in this place begins without it */
}

/* --- arriving --- */

/* Whether what travels stays here: its owner is here. What a guest could not bring goes home; what finds its
 * owner gone for good is forgotten. */
enum whereabouts { SHE_IS_HERE, SHE_HAS_GONE, SHE_IS_AT_HOME };

static enum whereabouts whereabouts_of(struct site *site, const struct guest_home *who, uint32_t *person)
{
    *person = travel_place_of(parts_of(site), who);
    if (*person == NOBODY)
        return SHE_IS_AT_HOME;
    return person_is_here(sparks_of(parts_of(site))->terms.people, *person) ? SHE_IS_HERE : SHE_HAS_GONE;
}

void on_minds_carried(struct site *site, const struct event *event)
{
    struct carried_minds card;
    event_read(event, &card, sizeof card);
    struct person_minds *persons = &sparks_of(parts_of(site))->persons;
    const struct guest_home who = {card.home, card.person};
    uint32_t person;
    if (whereabouts_of(site, &who, &person) == SHE_IS_AT_HOME) {
        site_tell(site, who.site, EVENT_MINDS_CARRIED, &card, sizeof card);
        return;
    }
    persons->hearers[person].ever |= (uint8_t)card.ever;
    persons->hearers[person].concepts |= card.concepts;
}

/* She heard nothing since she set out, so there is room; unless it comes home after her. */
void on_spark_carried(struct site *site, const struct event *event)
{
    struct carried_spark card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct guest_home who = {card.home, card.person};
    uint32_t person;
    switch (whereabouts_of(site, &who, &person)) {
    case SHE_IS_AT_HOME:
        site_tell(site, who.site, EVENT_SPARK_CARRIED, &card, sizeof card);
        return;
    case SHE_HAS_GONE:
        return;
    case SHE_IS_HERE:
        break;
    }
    const struct spark_card spark = {
        .origin = card.origin, .number = card.number, .concept = card.concept, .kind = card.kind};
    struct mind *minds = spark_minds(sparks, person);
    uint32_t local = spark_of_card(sparks, &spark), place = 0;
    while (place < sparks->terms.settings->attention && minds[place].spark != 0)
        place++;
    if (place < sparks->terms.settings->attention && !spark_in_mind(sparks, person, local))
        minds[place] = (struct mind){local + 1, card.forgets};
}

/* The burning that stands for her here, which burns again or anew. */
static uint32_t burning_here(struct sparks *sparks, const struct carried_burning *card, uint32_t person,
                             uint32_t local)
{
    uint32_t number = card->node;
    if (card->node_site != sparks->terms.site) {
        const struct burning burning = {.spark = local,
                                        .parent_site = card->node_site,
                                        .parent = card->node,
                                        .depth = card->depth,
                                        .carried = true};
        number = burning_added(sparks, &burning);
        sparks->carried++;
    }
    struct burning *one = burning_at(sparks, number);
    require(!one->burns && one->spark == local);
    one->person = person;
    one->burns = true;
    one->gave = card->gave;
    return number;
}

static void goes_on(struct site *site, uint32_t number, const struct carried_burning *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning_card rest = {.number = number, .left = card->left, .fades = card->fades};
    struct draw draw = spark_draw(sparks, DRAW_SPARK_PASS, sparks->tally.passings++);
    burning_expect_next(site, &rest, &draw);
    giving_goes_on(site, number);
    spark_may_act(site, burning_at(sparks, number)->spark);
    if (card->ready)
        spark_is_ready(site, number);
}

void on_burning_carried(struct site *site, const struct event *event)
{
    struct carried_burning card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct guest_home who = {card.home, card.person};
    uint32_t person, last = 0;
    sparks->tally.brought++;
    switch (whereabouts_of(site, &who, &person)) {
    case SHE_IS_AT_HOME:
        send_burning(site, who.site, &card);
        return;
    case SHE_HAS_GONE:
        sparks->tally.faded++;
        return;
    case SHE_IS_HERE:
        break;
    }
    struct mind *minds = spark_minds(sparks, person);
    while (last + 1 < sparks->terms.settings->attention && minds[last + 1].spark != 0)
        last++;
    if (minds[last].spark == 0 || minds[last].word != 0) {
        sparks->tally.faded++; /* there was no room for the spark */
        return;
    }
    uint32_t number = burning_here(sparks, &card, person, minds[last].spark - 1);
    minds[last].word = IS_ACTIVE | (number + 1);
    local_at(sparks, burning_at(sparks, number)->spark)->active++;
    if (card.fades <= site_now(site))
        spark_fades(site, number);
    else
        goes_on(site, number, &card);
}
