/* What people care about: a direction in the space of topics.
 *
 * Each person weighs each topic by a gamma variate, and the weights are scaled to unit length: her fit with a
 * topic is her entry for it, the fit of two people the cosine between them. The greater the spread of the
 * weights, the fewer topics a person cares about. Draws are keyed by the person and her home, so that any
 * site she goes to can draw the same interests again.
 */
#ifndef PEOPLE_INTERESTS_H
#define PEOPLE_INTERESTS_H

#include "people/people.h"

struct interest_settings {
    bool kept;
    int64_t topics;
    double focus;             /* cv of the weights */
    int64_t facets_per_topic; /* of the commons */
    double skill;             /* chance of knowing a facet at first, times interest */
    double expert_share;      /* of the facets of a topic, known to nobody at first */
};

enum { MOST_TOPICS = 64 };

extern const struct section interest_section;

/* Makes room for all and draws for those who belong here. */
void interests_new(struct people *people, struct arena *arena);
/* Of `person` of site `home`, into a row of the settings' number of topics. */
void interests_draw(const struct interest_settings *settings, const struct luck *luck, uint32_t person,
                    uint32_t home, float *row);

static inline const float *interests_of(const struct people *people, uint32_t person)
{
    return &people->interest[(size_t)person * people->topics];
}

/* The cosine between them, 0 to 1. */
float interest_match(const struct people *people, uint32_t a, uint32_t b);
/* The topic she cares for most. */
uint32_t person_topic(const struct people *people, uint32_t person);

#endif
