#include "inquiries/insights.h"

#include "base/require.h"
#include "inquiries/inquiries_parts.h"
#include "random/draw.h"

static uint32_t first_insight(const struct inquiry *inquiry)
{
    return (uint32_t)inquiry->settings->facets;
}

bool inquiry_has_insights(const struct inquiry *inquiry)
{
    return inquiry->settings->insights > 0;
}

/* --- of what each is put together --- */

static void add_part(struct insight_plan *plan, uint32_t insight, uint32_t facet)
{
    facet_add(&plan->parts[insight], facet);
    plan->of_facet[facet][insight / 64] |= UINT64_C(1) << (insight % 64);
}

static void draw_parts(struct inquiry *inquiry, uint32_t insight)
{
    const struct inquiry_settings *settings = inquiry->settings;
    uint32_t aspects = (uint32_t)settings->aspects, all[MOST_ASPECTS];
    struct draw draw = draw_for(inquiry->luck, DRAW_INSIGHT_PARTS, inquiry->number, insight);
    for (uint32_t aspect = 0; aspect < aspects; aspect++)
        all[aspect] = aspect;
    draw_shuffle(&draw, all, aspects);
    for (uint32_t i = 0; i < settings->parts; i++)
        add_part(inquiry->plan, insight, all[i] + aspects * draw_below(&draw, aspect_size(settings, all[i])));
}

void inquiry_draw_insights(struct inquiry *inquiry, struct arena *arena)
{
    if (inquiry->settings->insights == 0)
        return;
    inquiry->plan = ARENA_NEW(arena, struct insight_plan, 1);
    for (uint32_t insight = 0; insight < inquiry->settings->insights; insight++)
        draw_parts(inquiry, insight);
}

/* --- who notices it --- */

static bool contains(const struct facet_set *set, const struct facet_set *other)
{
    uint64_t missing = 0;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        missing |= other->word[word] & ~set->word[word];
    return missing == 0;
}

/* Insights that have one of these facets as a part. */
static void insights_of(const struct inquiry *inquiry, const struct facet_set *facets,
                        uint64_t insights[INSIGHT_WORDS])
{
    for (uint32_t i = 0; i < INSIGHT_WORDS; i++)
        insights[i] = 0;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        for (uint64_t bits = facets->word[word]; bits != 0; bits &= bits - 1) {
            const uint64_t *of = inquiry->plan->of_facet[word * 64 + (uint32_t)__builtin_ctzll(bits)];
            for (uint32_t i = 0; i < INSIGHT_WORDS; i++)
                insights[i] |= of[i];
        }
}

bool insights_need(const struct inquiry *inquiry, uint32_t facet)
{
    uint64_t any = 0;
    for (uint32_t word = 0; word < INSIGHT_WORDS; word++)
        any |= inquiry->plan->of_facet[facet][word];
    return any != 0;
}

struct facet_set insights_within_reach(const struct inquiry *inquiry, const struct facet_set *known,
                                       const struct facet_set *fresh)
{
    struct facet_set within = {{0}};
    uint64_t insights[INSIGHT_WORDS];
    if (inquiry->plan == NULL)
        return within;
    insights_of(inquiry, fresh, insights);
    for (uint32_t word = 0; word < INSIGHT_WORDS; word++)
        for (uint64_t bits = insights[word]; bits != 0; bits &= bits - 1) {
            uint32_t insight = word * 64 + (uint32_t)__builtin_ctzll(bits);
            uint32_t facet = first_insight(inquiry) + insight;
            if (!facet_in(known, facet) && contains(known, &inquiry->plan->parts[insight]))
                facet_add(&within, facet);
        }
    return within;
}

bool insight_is_seen(const struct inquiry *inquiry, uint32_t person, uint32_t insight)
{
    const uint32_t stride = UINT32_C(0x9E3779B1); /* odd and large: sites do not share what is drawn */
    struct draw draw = draw_for(inquiry->luck, DRAW_INSIGHT_SEEN, inquiry->number * MOST_FACETS + insight,
                                person + inquiry->site * stride);
    return draw_uniform(&draw) < inquiry->settings->notice;
}

void insight_is_noticed(struct inquiry *inquiry, uint32_t insight)
{
    require(insight >= first_insight(inquiry));
    facet_add(&inquiry->books.sources, insight);
}

void inquiry_is_told(struct inquiry *inquiry, uint32_t facet)
{
    facet_add(&inquiry->books.sources, facet);
}

static void notice_at_first(struct inquiry *inquiry, uint32_t person)
{
    struct facet_set known = facets_known(inquiry->matter, person);
    struct facet_set within = insights_within_reach(inquiry, &known, &all_facets);
    for (uint32_t i = 0, count = facet_count(&within); i < count; i++) {
        uint32_t insight = facet_pick(&within, i);
        if (!insight_is_seen(inquiry, person, insight))
            continue;
        matter_learn(inquiry->matter, person, insight);
        insight_is_noticed(inquiry, insight);
    }
}

void inquiry_begins_with_insights(struct inquiry *inquiry)
{
    for (uint32_t insight = 0; insight < inquiry->settings->insights; insight++)
        matter_is_favoured(inquiry->matter, first_insight(inquiry) + insight);
    for (uint32_t person = 0; person < inquiry->people->count; person++)
        if (person_is_here(inquiry->people, person))
            notice_at_first(inquiry, person);
}
