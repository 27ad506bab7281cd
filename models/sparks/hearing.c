/* Who hears of a spark, has room for it, and becomes active on it. */
#include <math.h>

#include "base/same.h"
#include "chronicle.h"
#include "random/draw.h"
#include "sparks/sparks_parts.h"

/* --- what the site has heard of --- */

/* Every bit of the result depends on every bit of the two (the finalizer of MurmurHash3, Appleby 2011). */
static uint32_t place_of(uint32_t origin, uint32_t number)
{
    uint32_t mixed = origin * UINT32_C(0x9E3779B1) + number;
    mixed ^= mixed >> 16;
    mixed *= UINT32_C(0x85EBCA6B);
    mixed ^= mixed >> 13;
    mixed *= UINT32_C(0xC2B2AE35);
    return mixed ^ mixed >> 16;
}

static uint32_t *slot_of(const struct sparks *sparks, uint32_t origin, uint32_t number)
{
    const struct spark_index *index = &sparks->heard;
    uint32_t at = place_of(origin, number) & (index->size - 1);
    while (index->places[at] != 0) {
        const struct local_spark *spark = local_at(sparks, index->places[at] - 1);
        if (spark->origin == origin && spark->number == number)
            break;
        at = (at + 1) & (index->size - 1);
    }
    return &index->places[at];
}

static void make_room(struct sparks *sparks)
{
    enum { FIRST_SIZE = 32 };
    struct spark_index *index = &sparks->heard;
    if (2 * index->count < index->size)
        return;
    index->size = index->size == 0 ? FIRST_SIZE : 2 * index->size;
    index->places = ARENA_NEW(sparks->terms.arena, uint32_t, index->size);
    for (uint32_t i = 0; i < index->count; i++)
        *slot_of(sparks, local_at(sparks, i)->origin, local_at(sparks, i)->number) = i + 1;
}

uint32_t spark_of_card(struct sparks *sparks, const struct spark_card *card)
{
    struct spark_index *index = &sparks->heard;
    make_room(sparks);
    uint32_t *slot = slot_of(sparks, card->origin, card->number);
    if (*slot == 0) {
        index->blocks = spark_blocks_make_room(sparks->terms.arena, index->blocks, index->count, &index->room,
                                               sizeof(struct local_spark));
        *slot = ++index->count;
        *local_at(sparks, *slot - 1) = (struct local_spark){
            .origin = card->origin, .number = card->number, .concept = card->concept, .kind = card->kind};
    }
    return *slot - 1;
}

static void tell_of_spark(struct site *site, enum told_kind kind, uint32_t local, uint32_t person)
{
    const struct local_spark *spark = local_at(sparks_of(parts_of(site)), local);
    chronicle_tell(site, kind, person, spark->number, spark->origin);
}

/* --- hearing --- */

uint32_t burning_added(struct sparks *sparks, const struct burning *burning)
{
    sparks->burning = spark_blocks_make_room(sparks->terms.arena, sparks->burning, sparks->burnt,
                                             &sparks->burning_room, sizeof(struct burning));
    if (sparks->terms.settings->travel)
        sparks->rests = spark_blocks_make_room(sparks->terms.arena, sparks->rests, sparks->burnt,
                                               &sparks->rest_room, sizeof(struct burning_rest));
    *burning_at(sparks, sparks->burnt) = *burning;
    return sparks->burnt++;
}

static uint32_t becomes_active(struct site *site, uint32_t local, uint32_t person, struct mind *mind,
                               const struct spark_card *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct burning burning = {.spark = local,
                                    .person = person,
                                    .parent_site = card->parent_site,
                                    .parent = card->parent,
                                    .depth = card->depth,
                                    .burns = true};
    uint32_t number = burning_added(sparks, &burning);
    *mind = (struct mind){local + 1, IS_ACTIVE | (number + 1)};
    local_at(sparks, local)->taken++;
    local_at(sparks, local)->active++;
    sparks->tally.taken++;
    tell_of_spark(site, TOLD_SPARK_TAKEN, local, person);
    sparks->persons.hearers[person].ever |= EVER_ACTIVE;
    sparks->persons.hearers[person].concepts |= concept_bit(&card->concept);
    burning_begins(site, number);
    giving_begins(site, number);
    return number;
}

/* Whether it fits her is looked at only where it decides. */
static bool takes_it_up(const struct sparks *sparks, uint32_t person, const struct spark_concept *idea,
                        double lot)
{
    const struct spark_settings *settings = sparks->terms.settings;
    const struct person_minds *persons = &sparks->persons;
    double chance = settings->uptake;
    if (persons->concepts_matter && (persons->hearers[person].concepts & concept_bit(idea)) != 0)
        chance *= settings->again;
    if (lot < chance * settings->against || lot >= chance)
        return lot < chance;
    return settings->fit <= 0 || concept_fits(idea, sparks->terms.people, person) >= settings->fit;
}

/* `active`: she has just become so. */
static void note_heard(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card,
                       bool active)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct heard_row row = {
        .spark = local,
        .who = travel_home_of(sparks->terms.parts, person),
        .burning = active ? sparks->burnt : 0,
        .parent_site = card->parent_site,
        .parent = card->parent,
        .depth = card->depth,
        .way = card->way,
        .at = site_now(site),
    };
    local_at(sparks, local)->heard++;
    sparks->tally.heard++;
    sparks->persons.hearers[person].ever |= EVER_HEARD;
    tell_of_spark(site, TOLD_SPARK_HEARD, local, person);
    heard_is_noted(sparks, &row);
}

void spark_may_act(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, local);
    const struct spark_kind *kind = &sparks->terms.kinds[spark->kind];
    if (!kind->asks->acts || spark->acted || spark->active < sparks->terms.settings->mass)
        return;
    spark->acted = true;
    sparks->tally.actions++;
    chronicle_tell(site, TOLD_SPARK_ACTED, spark->number, spark->origin, spark->active);
    sparks->tally.acting += spark->active;
    sparks->tally.other_hours += spark->active * sim_hours(kind->takes);
}

/* Kinds that ask for nothing in common take the time of each, at once. */
static void does_what_it_asks(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct spark_kind *kind = &sparks->terms.kinds[local_at(sparks, local)->kind];
    spark_may_act(site, local);
    if (!kind->asks->acts && !kind->asks->talks)
        sparks->tally.other_hours += sim_hours(kind->takes);
}

void spark_is_ready(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning *one = burning_at(sparks, number);
    struct local_spark *spark = local_at(sparks, one->spark);
    if (!sparks->terms.kinds[spark->kind].asks->talks || sparks->terms.talk == NULL)
        return;
    one->next = spark->first_ready;
    spark->first_ready = number + 1;
    spark->ready++;
    talk_is_tried(site, one->spark);
}

void person_hears_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card,
                        struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct mind *minds = spark_minds(sparks, person);
    sim_time now = site_now(site);
    uint32_t count = spark_minds_kept(sparks, person, now);
    if (spark_in_mind(sparks, person, local))
        return;
    bool is_full = count == sparks->terms.settings->attention;
    if (is_full && draw_uniform(draw) < 0.5) {
        sparks->tally.missed++;
        return;
    }
    if (is_full) {
        spark_oldest_gives_way(site, person);
        count--;
    }
    if (takes_it_up(sparks, person, &card->concept, draw_uniform(draw))) {
        uint32_t number = becomes_active(site, local, person, &minds[count], card);
        note_heard(site, local, person, card, true);
        does_what_it_asks(site, local);
        spark_is_ready(site, number);
        return;
    }
    note_heard(site, local, person, card, false);
    double mean = sim_hours(sparks->terms.settings->lasts) / M_LN2;
    sim_time forgets = now + (mean > 0 ? sim_time_from_hours(draw_exponential(draw, mean)) : 0);
    forgets = forgets < sparks->terms.ends ? forgets : sparks->terms.ends;
    minds[count] = (struct mind){local + 1, spark_second(forgets)};
}

/* What she begins, she takes in; it costs her no chance. */
void person_begins_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct mind *minds = spark_minds(sparks, person);
    uint32_t count = spark_minds_kept(sparks, person, site_now(site));
    if (spark_in_mind(sparks, person, local))
        return;
    if (count == sparks->terms.settings->attention) {
        spark_oldest_gives_way(site, person);
        count--;
    }
    becomes_active(site, local, person, &minds[count], card);
    note_heard(site, local, person, card, true);
    does_what_it_asks(site, local);
}

/* --- many at once --- */

/* Skips those who do not hear of it: the gap to the next one is geometric. */
void spark_is_heard(struct site *site, const struct spark_card *card, double reach)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct people *people = sparks->terms.people;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_HEARD, sparks->tally.hearings++);
    uint32_t local = spark_of_card(sparks, card), count = most_people(sparks);
    double scale = reach < 1 ? 1 / same_log1p(-reach) : 0;
    if (reach <= 0)
        return;
    for (uint64_t person = 0;; person++) {
        if (reach < 1) {
            double gap = same_log(draw_uniform(&draw)) * scale;
            person += gap < (double)count ? (uint64_t)gap : count;
        }
        if (person >= count)
            break;
        if (person_is_here(people, (uint32_t)person))
            person_hears_spark(site, local, (uint32_t)person, card, &draw);
    }
    site_charge(site, (uint64_t)(reach * count));
}

void on_spark_comes(struct site *site, const struct event *event)
{
    struct spark_card card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    sparks->tally.come++;
    spark_is_heard(site, &card, sparks->terms.settings->reach.sites);
}

uint32_t spark_people_to_meet(const struct sparks *sparks)
{
    const struct people *people = sparks->terms.people;
    uint32_t guests = sparks->terms.settings->travel ? people->standing.count[STANDING_GUEST] : 0;
    return people_ever(people) + guests;
}

uint32_t spark_person_to_meet(const struct sparks *sparks, uint32_t number)
{
    const struct people *people = sparks->terms.people;
    uint32_t belong = people_ever(people), guest = people->begun + people->arriving;
    if (number < belong)
        return number;
    for (uint32_t before = number - belong;; guest++)
        if (people->standing.of_person[guest] == STANDING_GUEST && before-- == 0)
            return guest;
}

uint32_t person_drawn_here(const struct sparks *sparks, struct draw *draw)
{
    enum { TRIES = 64 };
    uint32_t count = spark_people_to_meet(sparks);
    for (int i = 0; i < TRIES && count > 0; i++) {
        uint32_t person = spark_person_to_meet(sparks, draw_below(draw, count));
        if (person_is_here(sparks->terms.people, person))
            return person;
    }
    return NOBODY;
}

void on_spark_passed(struct site *site, const struct event *event)
{
    struct spark_card card;
    event_read(event, &card, sizeof card);
    struct sparks *sparks = sparks_of(parts_of(site));
    sparks->tally.come++;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_HEARD, sparks->tally.hearings++);
    uint32_t person = person_drawn_here(sparks, &draw);
    if (person != NOBODY)
        person_hears_spark(site, spark_of_card(sparks, &card), person, &card, &draw);
}
