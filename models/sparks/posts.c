/* Sparks that stay with those who found them are posted, and who comes by reads the newest ones. */
#include <math.h>

#include "random/draw.h"
#include "sparks/sparks_parts.h"

static struct draw draw_of_reading(const struct sparks *sparks, uint32_t which)
{
    return spark_draw(sparks, DRAW_SPARK_READ, 2 * (uint64_t)sparks->posts.drawn + which);
}

/* Candidates come at the rate of everybody who may ever be here, and each names a person. */
static void expect_reader(struct site *site)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    double rate = sparks->terms.settings->reads_per_hour * sparks->terms.people->count;
    struct draw draw = draw_of_reading(sparks, 0);
    if (rate <= 0)
        return;
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < sparks->terms.ends - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_SPARKS_READ, NULL, 0);
}

void post_spark(struct site *site, uint32_t number)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark_posts *posts = &sparks->posts;
    if (posts->count == posts->room) {
        uint32_t room = posts->room == 0 ? 16 : 2 * posts->room;
        posts->all = arena_grow(sparks->terms.arena, posts->all, posts->count, room, sizeof *posts->all);
        posts->room = room;
    }
    posts->all[posts->count++] = number;
    if (!posts->somebody_comes)
        expect_reader(site);
    posts->somebody_comes = true;
}

static void read_post(struct site *site, uint32_t person, uint32_t number, struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct spark *spark = &sparks->own[number];
    struct spark_card card = {
        .origin = sparks->terms.site,
        .number = number,
        .concept = spark->concept,
        .kind = spark->kind,
        .way = WAY_POST,
        .parent_site = NOBODY,
        .parent = NOBODY,
    };
    spark->reads++;
    sparks->tally.read++;
    if (spark->local == 0)
        spark->local = spark_of_card(sparks, &card) + 1;
    person_hears_spark(site, spark->local - 1, person, &card, draw);
    if (sparks->own[number].state == SPARK_HARVESTED && draw_uniform(draw) < sparks->terms.settings->object)
        spark_stands(site, number, SPARK_OBJECTED);
}

/* All of them are asked for before the first one is looked at: with many sites none is in a cache. */
static void posts_are_expected(const struct sparks *sparks, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < count; i++)
        __builtin_prefetch(&sparks->own[sparks->posts.all[i]].local);
    for (uint32_t i = first; i < count; i++) {
        uint32_t local = sparks->own[sparks->posts.all[i]].local;
        if (local > 0)
            __builtin_prefetch(local_at(sparks, local - 1));
    }
}

/* The newest ones that she has not seen, a page at most. */
static void read_posts(struct site *site, uint32_t person, struct draw *draw)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    uint32_t page = (uint32_t)sparks->terms.settings->page;
    uint32_t first = sparks->persons.hearers[person].read, count = sparks->posts.count;
    first = count - first > page ? count - page : first;
    sparks->persons.hearers[person].read = count;
    posts_are_expected(sparks, first, count);
    for (uint32_t i = first; i < count; i++)
        read_post(site, person, sparks->posts.all[i], draw);
}

void on_sparks_read(struct site *site, const struct event *event)
{
    (void)event;
    struct sparks *sparks = sparks_of(parts_of(site));
    struct draw draw = draw_of_reading(sparks, 1);
    uint32_t person = draw_below(&draw, sparks->terms.people->count);
    sparks->posts.drawn++;
    if (takes_part(sparks, person) && person_is_here(sparks->terms.people, person) &&
        person_is_free(sparks->terms.people, person))
        read_posts(site, person, &draw);
    expect_reader(site);
}
