#include "knowledge/commons.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "knowledge/knowledge_parts.h"
#include "knowledge/numbers.h"
#include "parts.h"
#include "people/interests.h"

enum { COMMONS_ID = 0x7FFFFFFF };

uint32_t commons_facets(const struct people *people)
{
    if (people->interest == NULL)
        return 0;
    return (uint32_t)(people->terms.interest_settings->topics *
                      people->terms.interest_settings->facets_per_topic);
}

struct facet_set topic_facets(const struct knowledge *knowledge, uint32_t topic)
{
    uint32_t each = (uint32_t)knowledge->people->terms.interest_settings->facets_per_topic;
    struct facet_set set = {{0}};
    for (uint32_t facet = topic * each; facet < (topic + 1) * each; facet++)
        facet_add(&set, facet);
    return set;
}

/* The last ones of each topic. */
static bool is_expert(const struct interest_settings *settings, uint32_t facet)
{
    double each = (double)settings->facets_per_topic;
    double common = each - floor(settings->expert_share * each + 0.5);
    return facet % (uint32_t)settings->facets_per_topic >= common;
}

struct facet_set expert_facets(const struct knowledge *knowledge)
{
    struct facet_set set = {{0}};
    for (uint32_t facet = 0; facet < commons_facets(knowledge->people); facet++)
        if (is_expert(knowledge->people->terms.interest_settings, facet))
            facet_add(&set, facet);
    return set;
}

struct facet_set skills_draw(const struct knowledge *knowledge, uint32_t person, uint32_t home,
                             const float *interests)
{
    const struct interest_settings *settings = knowledge->people->terms.interest_settings;
    uint32_t facets = commons_facets(knowledge->people);
    uint32_t each = (uint32_t)settings->facets_per_topic;
    struct facet_set set = {{0}};
    float lanes[MOST_KNOW_HOW];
    draw_lanes(knowledge->luck, DRAW_SKILL, person, home, lanes, facets);
    for (uint32_t facet = 0; facet < facets; facet++)
        if (!is_expert(settings, facet) &&
            (double)lanes[facet] < settings->skill * (double)interests[facet / each])
            facet_add(&set, facet);
    return set;
}

static uint32_t words_of(const struct matter *commons)
{
    return commons == NULL ? 0 : commons->words < COMMONS_WORDS ? commons->words : COMMONS_WORDS;
}

void commons_pack(const struct matter *commons, uint32_t person, uint64_t words[COMMONS_WORDS])
{
    for (uint32_t i = 0; i < words_of(commons); i++)
        words[i] = commons->known[(size_t)person * commons->words + i];
}

void commons_unpack(struct matter *commons, uint32_t person, const uint64_t words[COMMONS_WORDS])
{
    for (uint32_t i = 0; i < words_of(commons); i++)
        commons->known[(size_t)person * commons->words + i] |= words[i];
}

static void count_knowers(struct matter *commons, const struct people *people)
{
    for (uint32_t facet = 0; facet < commons->facets; facet++) {
        uint32_t knowers = 0;
        for (uint32_t person = 0; person < people->count; person++) {
            uint64_t word = commons->known[(size_t)person * commons->words + facet / 64];
            knowers += person_is_here(people, person) && (word >> (facet % 64)) & 1 ? 1 : 0;
        }
        commons->first_knowers[facet] = knowers < UINT16_MAX ? (uint16_t)knowers : UINT16_MAX;
    }
}

struct matter *commons_new(struct knowledge *knowledge)
{
    const struct people *people = knowledge->people;
    uint32_t facets = commons_facets(people);
    if (facets == 0)
        return NULL;
    require(facets <= MOST_KNOW_HOW && facets <= knowledge->words * 64);
    struct matter *commons = matter_blank(knowledge, MATTER_COMMONS, COMMONS_ID, facets);
    for (uint32_t facet = 0; facet < facets; facet++)
        facet_add(&commons->pro, facet);
    for (uint32_t person = 0; person < people->count; person++) {
        commons->interest[person] = 1.0F;
        commons->leaning[person] = commons->first[person] = 1.0F;
        if (person >= people->begun + people->arriving)
            continue; /* a guest brings her own */
        struct facet_set skills =
            skills_draw(knowledge, person, people->terms.site, interests_of(people, person));
        memcpy(&commons->known[(size_t)person * commons->words], skills.word,
               commons->words * sizeof skills.word[0]);
    }
    count_knowers(commons, people);
    return commons;
}
