#include "inquiries/inquiries.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "base/same.h"
#include "chronicle.h"
#include "inquiries/inquiries_parts.h"
#include "inquiries/insights.h"
#include "moments.h"
#include "parts.h"
#include "people/interests.h"

/* Numbers of their matters, and of the proposals that come of them: above those of most questions. */
enum { INQUIRIES_FROM = 0x7F000000, INQUIRY_PROPOSALS_FROM = 0x7E000000 };

struct inquiry_card {
    uint32_t number;
};

static uint32_t id_at(const struct inquiry *inquiry, uint32_t site)
{
    return inquiry->number + site * MOST_INQUIRIES;
}

/* How much each person cares for each aspect; lognormal, as interest in a matter. */
static void draw_aspects(struct inquiry *inquiry, double interest_sd, struct arena *arena)
{
    size_t aspects = (size_t)inquiry->settings->aspects;
    if (inquiry->people->interest != NULL)
        return;
    inquiry->interest = ARENA_NEW(arena, float, inquiry->people->count *aspects);
    for (uint32_t person = 0; person < inquiry->people->count; person++) {
        struct draw draw =
            draw_for(inquiry->luck, DRAW_ASPECT_INTEREST, id_at(inquiry, inquiry->site), person);
        for (size_t aspect = 0; aspect < aspects; aspect++)
            inquiry->interest[person * aspects + aspect] =
                interest_sd > 0 ? same_expf((float)(interest_sd * draw_normal(&draw))) : 1.0F;
    }
}

static struct inquiry *inquiry_new(const struct inquiry_settings *settings, uint32_t number,
                                   const struct people *people, const struct luck *luck, uint32_t site,
                                   struct arena *arena)
{
    struct inquiry *inquiry = ARENA_NEW(arena, struct inquiry, 1);
    *inquiry = (struct inquiry){
        .settings = settings,
        .people = people,
        .luck = luck,
        .number = number,
        .site = site,
        .attended = ARENA_NEW(arena, uint8_t, people->count),
    };
    inquiry_draw_insights(inquiry, arena);
    return inquiry;
}

struct inquiries *inquiries_new(const struct field_list *settings, struct knowledge *knowledge,
                                const struct people *people, const struct luck *luck,
                                struct inquiry_place place, struct arena *arena)
{
    uint32_t site = place.site;
    const struct inquiry_settings *all = settings->items;
    struct inquiries *inquiries = ARENA_NEW(arena, struct inquiries, 1);
    *inquiries = (struct inquiries){
        .knowledge = knowledge,
        .sites = place.sites,
        .count = (uint32_t)settings->count,
        .all = ARENA_NEW(arena, struct inquiry *, settings->count),
    };
    for (uint32_t i = 0; i < inquiries->count; i++)
        if (all[i].before[site + 1] > all[i].before[site]) {
            inquiries->all[i] = inquiry_new(&all[i], i + 1, people, luck, site, arena);
            draw_aspects(inquiries->all[i], knowledge_settings(knowledge)->interest_sd, arena);
        }
    return inquiries;
}

/* --- it begins --- */

/* The last facets of each aspect. */
static bool is_outside(const struct inquiry_settings *settings, uint32_t facet)
{
    uint32_t size = aspect_size(settings, facet % (uint32_t)settings->aspects);
    uint32_t outside = (uint32_t)floor(settings->outside * size + 0.5);
    return facet / (uint32_t)settings->aspects >= size - outside;
}

/* Of so many people who know a facet, each at a site drawn in proportion to its people: how many at this one.
 */
static int32_t knowers_here(const struct inquiry *inquiry, uint32_t sites, int64_t knowers, uint32_t facet)
{
    const uint64_t *before = inquiry->settings->before;
    uint64_t all = before[sites], first = before[inquiry->site], behind = before[inquiry->site + 1];
    if (first == 0 && behind == all)
        return knowers < INT32_MAX ? (int32_t)knowers : INT32_MAX - 1;
    if ((uint64_t)knowers >= all)
        return (int32_t)(behind - first);
    struct draw draw = draw_for(inquiry->luck, DRAW_KNOWER_SITES, inquiry->number, facet);
    int32_t here = 0;
    for (int64_t i = 0; i < knowers; i++) {
        double at = draw_uniform(&draw) * (double)all;
        here += at >= (double)first && at < (double)behind ? 1 : 0;
    }
    return here;
}

static void plan_knowers(const struct inquiry *inquiry, const struct inquiries *inquiries,
                         int32_t *knower_counts)
{
    const struct knowledge_settings *knowledge = knowledge_settings(inquiries->knowledge);
    const struct inquiry_settings *settings = inquiry->settings;
    uint32_t facets = (uint32_t)settings->facets;
    double common = floor(knowledge->common_share * facets + 0.5);
    for (uint32_t facet = 0; facet < facets; facet++)
        knower_counts[facet] = is_outside(settings, facet) ? 0
                               : facet < common
                                   ? KNOWN_TO_MANY
                                   : knowers_here(inquiry, inquiries->sites, knowledge->knowers, facet);
}

static void add_known(struct inquiry *inquiry)
{
    for (uint32_t person = 0; person < inquiry->people->count; person++) {
        struct facet_set known = facets_known(inquiry->matter, person);
        inquiry->books.sources = facet_or(&inquiry->books.sources, &known);
    }
}

static void begin_inquiry(struct inquiries *inquiries, struct inquiry *inquiry)
{
    const struct inquiry_settings *settings = inquiry->settings;
    int32_t knower_counts[MOST_FACETS] = {0}; /* nobody knows an insight */
    plan_knowers(inquiry, inquiries, knower_counts);
    const struct matter_plan plan = {
        .kind = MATTER_INQUIRY,
        .id = INQUIRIES_FROM + id_at(inquiry, inquiry->site),
        .drawn_as = INQUIRIES_FROM + id_at(inquiry, 0),
        .facets = (uint32_t)(settings->facets + settings->insights),
        .knower_counts = knower_counts,
    };
    inquiry->matter = matter_planned(inquiries->knowledge, &plan);
    matter_belongs_to(inquiry->matter, inquiry);
    inquiry_begins_with_insights(inquiry);
    add_known(inquiry);
}

void inquiries_start(struct site *site)
{
    const struct inquiries *inquiries = inquiries_of(parts_of(site));
    for (uint32_t i = 0; i < inquiries->count; i++) {
        const struct inquiry *inquiry = inquiries->all[i];
        struct inquiry_card card = {i + 1};
        if (inquiry == NULL)
            continue;
        site_schedule(site, inquiry->settings->begins, EVENT_INQUIRY_BEGINS, &card, sizeof card);
        if (inquiry->settings->due > 0)
            site_schedule(site, inquiry->settings->due, EVENT_INQUIRY_IS_DUE, &card, sizeof card);
    }
}

static struct inquiry *inquiry_of_card(struct site *site, const struct event *event)
{
    struct inquiry_card card;
    event_read(event, &card, sizeof card);
    return inquiries_of(parts_of(site))->all[card.number - 1];
}

void on_inquiry_begins(struct site *site, const struct event *event)
{
    struct inquiry *inquiry = inquiry_of_card(site, event);
    begin_inquiry(inquiries_of(parts_of(site)), inquiry);
    chronicle_tell(site, TOLD_INQUIRY_BEGINS, inquiry->number, CHRONICLE_NOBODY, NAN);
}

void on_inquiry_is_due(struct site *site, const struct event *event)
{
    struct inquiry *inquiry = inquiry_of_card(site, event);
    MOMENT(site, inquiry_is_due, inquiry->matter);
    inquiry->last = inquiry_census(inquiry);
    inquiry->over = true;
    chronicle_tell(site, TOLD_INQUIRY_IS_DUE, inquiry->number, CHRONICLE_NOBODY, NAN);
}

void inquiries_settle(struct site *site)
{
    const struct inquiries *inquiries = inquiries_of(parts_of(site));
    for (uint32_t i = 0; i < inquiries->count; i++) {
        struct inquiry *inquiry = inquiries->all[i];
        if (inquiry == NULL || inquiry->matter == NULL)
            continue;
        struct facet_set sources = inquiry->books.sources;
        add_known(inquiry);
        require(memcmp(&sources, &inquiry->books.sources, sizeof sources) == 0);
        struct facet_set invented = facet_without(&inquiry->matter->heard.voiced, &sources);
        require(facet_count(&invented) == 0);
    }
}

/* --- what others may ask and do --- */

uint32_t inquiries_count(const struct inquiries *inquiries)
{
    return inquiries == NULL ? 0 : inquiries->count;
}

struct matter *inquiry_matter(const struct inquiries *inquiries, uint32_t number)
{
    if (number == 0 || number > inquiries_count(inquiries))
        return NULL;
    const struct inquiry *inquiry = inquiries->all[number - 1];
    return inquiry == NULL || inquiry->over ? NULL : inquiry->matter;
}

const struct inquiry_settings *inquiry_settings(const struct inquiry *inquiry)
{
    return inquiry->settings;
}

struct facet_set inquiry_aspect(const struct inquiry *inquiry, uint32_t aspect)
{
    const struct inquiry_settings *settings = inquiry->settings;
    struct facet_set set = {{0}};
    for (int64_t facet = aspect; facet < settings->facets; facet += settings->aspects)
        facet_add(&set, (uint32_t)facet);
    struct facet_set facets = set;
    for (uint32_t insight = 0; insight < settings->insights; insight++) {
        struct facet_set both = facet_and(&facets, &inquiry->plan->parts[insight]);
        if (facet_count(&both) > 0)
            facet_add(&set, (uint32_t)settings->facets + insight);
    }
    return set;
}

struct facet_set inquiry_outside(const struct inquiry_settings *settings)
{
    struct facet_set set = {{0}};
    for (uint32_t facet = 0; facet < settings->facets; facet++)
        if (is_outside(settings, facet))
            facet_add(&set, facet);
    return set;
}

static float interest_in_aspect(const struct inquiry *inquiry, uint32_t person, uint32_t aspect)
{
    if (inquiry->interest == NULL)
        return interests_of(inquiry->people, person)[aspect % inquiry->people->topics];
    return inquiry->interest[(size_t)person * (size_t)inquiry->settings->aspects + aspect];
}

/* The lowest facet of an aspect has its number. */
float inquiry_interest(const struct inquiry *inquiry, uint32_t person, const struct facet_set *about)
{
    if (memcmp(about, &all_facets, sizeof all_facets) == 0)
        return inquiry->matter->interest[person];
    return interest_in_aspect(inquiry, person, facet_pick(about, 0));
}

uint32_t inquiry_favourite(const struct inquiry *inquiry, uint32_t person, uint64_t taken)
{
    uint32_t favourite = NOBODY;
    float most = 0;
    for (uint32_t aspect = 0; aspect < inquiry->settings->aspects; aspect++) {
        float interest = interest_in_aspect(inquiry, person, aspect);
        if ((taken >> aspect & 1) != 0 || (favourite != NOBODY && interest <= most))
            continue;
        favourite = aspect;
        most = interest;
    }
    return favourite;
}

uint32_t inquiry_next_aspect(struct inquiry *inquiry)
{
    return inquiry->books.series++ % (uint32_t)inquiry->settings->aspects;
}

void inquiry_is_attended(struct inquiry *inquiry, uint32_t person)
{
    inquiry->attended[person] = 1;
}

void inquiries_forget(struct inquiries *inquiries, uint32_t person)
{
    for (uint32_t i = 0; i < inquiries_count(inquiries); i++)
        if (inquiries->all[i] != NULL)
            inquiries->all[i]->attended[person] = 0;
}

void inquiry_takes_time(struct inquiry *inquiry, sim_time people_time)
{
    inquiry->books.people_time += people_time;
}

bool inquiry_is_endorsed(struct inquiry *inquiry, uint32_t endorsers)
{
    if (!inquiry->settings->becomes->proposes || inquiry->proposed ||
        endorsers < inquiry->settings->endorsers)
        return false;
    inquiry->proposed = true;
    return true;
}

uint32_t inquiry_proposal_id(const struct inquiry *inquiry)
{
    return INQUIRY_PROPOSALS_FROM + id_at(inquiry, inquiry->site);
}
