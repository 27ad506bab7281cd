#include "people/interests.h"

#include <math.h>
#include <stddef.h>

#include "parts.h"
#include "people/numbers.h"
#include "people/people_parts.h"

#define AT(member) offsetof(struct interest_settings, member)

// clang-format off
static const struct field interest_fields[] = {
    {FIELD(SWITCH, "kept", AT(kept), "no"), MEANS("Whether people care for topics, and know something of them, where nothing else needs it; working groups do")},
    {FIELD(COUNT, "topics", AT(topics), "12"), ALLOWED(1, MOST_TOPICS), MEANS("What there is to care for: kitchen, media, housing ..."), ASSUMED("no data: the lists of working groups of New York name dozens"), PLAUSIBLE("5", "40", "the lists of working groups of New York name dozens")},
    {FIELD(REAL, "focus", AT(focus), "2"), ALLOWED(0, 10), MEANS("How few topics fill a person: coefficient of variation of the gamma weights of her topics; 0 makes all alike"), ASSUMED("no data"), GUESSED("0.5", "4")},
    {FIELD(COUNT, "facets_per_topic", AT(facets_per_topic), "4"), ALLOWED(1, 128), MEANS("What there is to know of a topic: facets of the commons"), ASSUMED("no data"), GUESSED("2", "6")},
    {FIELD(SHARE, "skill", AT(skill), "10 %"), ALLOWED(0, 1), MEANS("Chance that a person knows a facet of a topic at first, times her interest in it"), ASSUMED("no data"), GUESSED("2 %", "30 %")},
    {FIELD(SHARE, "expert_share", AT(expert_share), "0 %"), ALLOWED(0, 1), MEANS("Share of the facets of each topic that nobody knows at first, only experts from outside"), ASSUMED("no data"), GUESSED("0 %", "40 %")},
};
// clang-format on

const struct section interest_section = {
    "interests",
    "What people care for, and what they know how to do.",
    FIELDS(struct interest_settings, interest_fields),
};

void interests_draw(const struct interest_settings *settings, const struct luck *luck, uint32_t person,
                    uint32_t home, float *row)
{
    uint32_t topics = (uint32_t)settings->topics;
    double weight[MOST_TOPICS], sum = 0;
    struct draw draw = draw_for(luck, DRAW_TOPICS, person, home);
    uint32_t one = draw_below(&draw, topics);
    for (uint32_t topic = 0; topic < topics; topic++) {
        weight[topic] = draw_gamma(&draw, 1.0, settings->focus);
        sum += weight[topic] * weight[topic];
    }
    double length = sqrt(sum);
    for (uint32_t topic = 0; topic < topics; topic++) /* weights too small for numbers: one topic is all */
        row[topic] = length > 0 ? (float)(weight[topic] / length) : topic == one ? 1.0F : 0.0F;
}

void interests_new(struct people *people, struct arena *arena)
{
    people->topics = (uint32_t)people->terms.interest_settings->topics;
    people->interest = people->own->interest =
        ARENA_NEW(arena, float, (size_t)people->count * people->topics);
    for (uint32_t person = 0; person < people->begun + people->arriving; person++)
        interests_draw(people->terms.interest_settings, people->terms.luck, person, people->terms.site,
                       &people->own->interest[(size_t)person * people->topics]);
}

float interest_match(const struct people *people, uint32_t a, uint32_t b)
{
    const float *one = interests_of(people, a), *other = interests_of(people, b);
    float match = 0;
    for (uint32_t topic = 0; topic < people->topics; topic++)
        match += one[topic] * other[topic];
    return match;
}

uint32_t person_topic(const struct people *people, uint32_t person)
{
    const float *row = interests_of(people, person);
    uint32_t most = 0;
    for (uint32_t topic = 1; topic < people->topics; topic++)
        if (row[topic] > row[most])
            most = topic;
    return most;
}
