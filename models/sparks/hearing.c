/* Who hears of a spark, has room for it, and becomes active on it. */
#include <math.h>
#include <string.h>

#include "base/require.h"
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

/* Room for one more block, where the last one is full. */
static void *blocks_make_room(struct arena *arena, void *blocks, uint32_t count, uint32_t *room, size_t size)
{
    void **all = blocks;
    if (count % BLOCK != 0)
        return all;
    uint32_t number = count / BLOCK;
    if (number == *room) {
        uint32_t more = *room == 0 ? 4 : 2 * *room;
        all = arena_grow(arena, all, number, more, sizeof *all);
        *room = more;
    }
    all[number] = arena_take(arena, BLOCK, size);
    return all;
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
        index->blocks = blocks_make_room(sparks->terms.arena, index->blocks, index->count, &index->room,
                                         sizeof(struct local_spark));
        *slot = ++index->count;
        *local_at(sparks, *slot - 1) = (struct local_spark){
            .origin = card->origin, .number = card->number, .concept = card->concept, .kind = card->kind};
    }
    return *slot - 1;
}

/* --- what a person has in mind --- */

static struct mind *minds_of(const struct sparks *sparks, uint32_t person)
{
    return &sparks->persons.minds[(size_t)person * (size_t)sparks->terms.settings->attention];
}

static uint32_t second_of(sim_time instant)
{
    return (uint32_t)(instant / SIM_SECOND) & ~IS_ACTIVE;
}

static void take_out(const struct sparks *sparks, struct mind *minds, uint32_t place)
{
    uint32_t last = (uint32_t)sparks->terms.settings->attention - 1;
    memmove(&minds[place], &minds[place + 1], (last - place) * sizeof *minds);
    minds[last] = (struct mind){0, 0};
}

/* What she has forgotten by now leaves room; returns how many things are left. */
static uint32_t forget(const struct sparks *sparks, struct mind *minds, uint32_t now)
{
    uint32_t kept = 0, most = (uint32_t)sparks->terms.settings->attention;
    for (uint32_t i = 0; i < most && minds[i].spark != 0; i++)
        if ((minds[i].word & IS_ACTIVE) != 0 || minds[i].word > now)
            minds[kept++] = minds[i];
    for (uint32_t i = kept; i < most && minds[i].spark != 0; i++)
        minds[i] = (struct mind){0, 0};
    return kept;
}

static bool has_in_mind(const struct mind *minds, uint32_t count, uint32_t local)
{
    for (uint32_t i = 0; i < count; i++)
        if (minds[i].spark == local + 1)
            return true;
    return false;
}

static void oldest_gives_way(struct site *site, struct mind *minds)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    struct mind oldest = minds[0];
    take_out(sparks, minds, 0);
    if ((oldest.word & IS_ACTIVE) != 0)
        spark_fades(site, (oldest.word & ~IS_ACTIVE) - 1);
}

static void tell(struct site *site, enum told_kind kind, uint32_t local, uint32_t person)
{
    const struct local_spark *spark = local_at(sparks_of(parts_of(site)), local);
    chronicle_tell(site, kind, person, spark->number, spark->origin);
}

void spark_fades(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct burning *one = burning_at(sparks, number);
    struct mind *minds = minds_of(sparks, one->person);
    require(one->burns);
    one->burns = false;
    local_at(sparks, one->spark)->active--;
    sparks->tally.faded++;
    tell(site, TOLD_SPARK_FADES, one->spark, one->person);
    for (uint32_t i = 0; i < sparks->terms.settings->attention; i++)
        if (minds[i].spark == one->spark + 1 && minds[i].word == (IS_ACTIVE | (number + 1)))
            take_out(sparks, minds, i);
}

void sparks_person_leaves(struct site *site, uint32_t person, uint32_t why)
{
    (void)why;
    struct sparks *sparks = sparks_of(parts_of(site));
    if (!person_belongs(sparks->terms.people, person))
        return;
    struct mind *minds = minds_of(sparks, person);
    while (minds[0].spark != 0)
        oldest_gives_way(site, minds);
}

/* --- hearing --- */

static uint32_t add_burning(struct sparks *sparks, uint32_t local, uint32_t person,
                            const struct spark_card *card)
{
    sparks->burning = blocks_make_room(sparks->terms.arena, sparks->burning, sparks->burnt,
                                       &sparks->burning_room, sizeof(struct burning));
    *burning_at(sparks, sparks->burnt) = (struct burning){.spark = local,
                                                          .person = person,
                                                          .parent_site = card->parent_site,
                                                          .parent = card->parent,
                                                          .depth = card->depth,
                                                          .burns = true};
    return sparks->burnt++;
}

static void becomes_active(struct site *site, uint32_t local, uint32_t person, struct mind *mind,
                           const struct spark_card *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t number = add_burning(sparks, local, person, card);
    *mind = (struct mind){local + 1, IS_ACTIVE | (number + 1)};
    local_at(sparks, local)->taken++;
    local_at(sparks, local)->active++;
    sparks->tally.taken++;
    tell(site, TOLD_SPARK_TAKEN, local, person);
    sparks->persons.hearers[person].ever |= EVER_ACTIVE;
    sparks->persons.hearers[person].concepts |= concept_bit(&card->concept);
    burning_begins(site, number);
    giving_begins(site, number);
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

static void note_heard(struct site *site, uint32_t local, uint32_t person)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    local_at(sparks, local)->heard++;
    sparks->tally.heard++;
    sparks->persons.hearers[person].ever |= EVER_HEARD;
    tell(site, TOLD_SPARK_HEARD, local, person);
}

/* Kinds that ask for nothing in common take the time of each, at once. */
static void does_what_it_asks(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, local);
    const struct spark_kind *kind = &sparks->terms.kinds[spark->kind];
    if (kind->asks->acts && !spark->acted && spark->active >= sparks->terms.settings->mass) {
        spark->acted = true;
        sparks->tally.actions++;
        chronicle_tell(site, TOLD_SPARK_ACTED, spark->number, spark->origin, spark->active);
        sparks->tally.acting += spark->active;
        sparks->tally.other_hours += spark->active * sim_hours(kind->takes);
    } else if (!kind->asks->acts && !kind->asks->talks) {
        sparks->tally.other_hours += sim_hours(kind->takes);
    }
}

static void gets_ready(struct site *site, uint32_t local)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct local_spark *spark = local_at(sparks, local);
    if (!sparks->terms.kinds[spark->kind].asks->talks || sparks->terms.talk == NULL)
        return;
    struct burning *one = burning_at(sparks, sparks->burnt - 1);
    one->next = spark->first_ready;
    spark->first_ready = sparks->burnt;
    spark->ready++;
    talk_is_tried(site, local);
}

void person_hears_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card,
                        struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct mind *minds = minds_of(sparks, person);
    sim_time now = site_now(site);
    uint32_t count = forget(sparks, minds, second_of(now));
    if (has_in_mind(minds, count, local))
        return;
    bool is_full = count == sparks->terms.settings->attention;
    if (is_full && draw_uniform(draw) < 0.5) {
        sparks->tally.missed++;
        return;
    }
    if (is_full) {
        oldest_gives_way(site, minds);
        count--;
    }
    note_heard(site, local, person);
    if (takes_it_up(sparks, person, &card->concept, draw_uniform(draw))) {
        becomes_active(site, local, person, &minds[count], card);
        does_what_it_asks(site, local);
        gets_ready(site, local);
        return;
    }
    double mean = sim_hours(sparks->terms.settings->lasts) / M_LN2;
    sim_time forgets = now + (mean > 0 ? sim_time_from_hours(draw_exponential(draw, mean)) : 0);
    forgets = forgets < sparks->terms.ends ? forgets : sparks->terms.ends;
    minds[count] = (struct mind){local + 1, second_of(forgets)};
}

/* What she begins, she takes in; it costs her no chance. */
void person_begins_spark(struct site *site, uint32_t local, uint32_t person, const struct spark_card *card)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct mind *minds = minds_of(sparks, person);
    uint32_t count = forget(sparks, minds, second_of(site_now(site)));
    if (has_in_mind(minds, count, local))
        return;
    if (count == sparks->terms.settings->attention) {
        oldest_gives_way(site, minds);
        count--;
    }
    note_heard(site, local, person);
    becomes_active(site, local, person, &minds[count], card);
    does_what_it_asks(site, local);
}

/* --- many at once --- */

/* Skips those who do not hear of it: the gap to the next one is geometric. */
void spark_is_heard(struct site *site, const struct spark_card *card, double reach)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    const struct people *people = sparks->terms.people;
    struct draw draw = spark_draw(sparks, DRAW_SPARK_HEARD, sparks->tally.hearings++);
    uint32_t local = spark_of_card(sparks, card), count = people_ever(people);
    double scale = reach < 1 ? 1 / log1p(-reach) : 0;
    if (reach <= 0)
        return;
    for (uint64_t person = 0;; person++) {
        if (reach < 1) {
            double gap = log(draw_uniform(&draw)) * scale;
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

uint32_t person_drawn_here(const struct people *people, struct draw *draw)
{
    enum { TRIES = 64 };
    uint32_t count = people_ever(people);
    for (int i = 0; i < TRIES && count > 0; i++) {
        uint32_t person = draw_below(draw, count);
        if (person_is_here(people, person))
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
    uint32_t person = person_drawn_here(sparks->terms.people, &draw);
    if (person != NOBODY)
        person_hears_spark(site, spark_of_card(sparks, &card), person, &card, &draw);
}
