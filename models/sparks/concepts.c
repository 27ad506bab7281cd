/* What a spark is about. Weights are kept in 255 parts of the largest one, so that a spark fits into what
 * goes to another site. */
#include <math.h>

#include "people/interests.h"
#include "sparks/sparks_parts.h"

enum { WEIGHT_PARTS = 255 };

struct spark_concept concept_common(uint32_t breadth)
{
    return (struct spark_concept){.common = (uint8_t)breadth};
}

struct spark_concept concept_of_topic(uint32_t topic)
{
    return (struct spark_concept){.topic = {(uint8_t)topic}, .weight = {WEIGHT_PARTS}};
}

/* The topics that weigh most, the first ones of equals. */
static struct spark_concept concept_of_weights(const float *weights, uint32_t topics)
{
    struct spark_concept idea = {0};
    uint64_t taken = 0;
    float most = 0;
    for (uint32_t place = 0; place < CONCEPT_TOPICS && place < topics; place++) {
        uint32_t best = topics;
        for (uint32_t topic = 0; topic < topics; topic++)
            if ((taken >> topic & 1) == 0 && (best == topics || weights[topic] > weights[best]))
                best = topic;
        taken |= UINT64_C(1) << best;
        most = place == 0 ? weights[best] : most;
        idea.topic[place] = (uint8_t)best;
        idea.weight[place] = most > 0 ? (uint8_t)lrintf(weights[best] / most * WEIGHT_PARTS) : 0;
    }
    if (idea.weight[0] == 0)
        idea.weight[0] = WEIGHT_PARTS;
    return idea;
}

struct spark_concept concept_of_people(const struct people *people, const uint32_t *persons, uint32_t count)
{
    float sum[MOST_TOPICS] = {0};
    if (people->interest == NULL)
        return concept_of_topic(0);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t topic = 0; topic < people->topics; topic++)
            sum[topic] += interests_of(people, persons[i])[topic];
    return concept_of_weights(sum, people->topics);
}

double concept_fits(const struct spark_concept *idea, const struct people *people, uint32_t person)
{
    double along = 0, length = 0;
    if (people->interest == NULL)
        return 1;
    const float *interests = interests_of(people, person);
    for (uint32_t topic = 0; topic < idea->common; topic++)
        along += (double)interests[topic];
    for (uint32_t i = 0; idea->common == 0 && i < CONCEPT_TOPICS; i++) {
        double weight = idea->weight[i];
        along += weight > 0 ? weight * (double)interests[idea->topic[i]] : 0;
        length += weight * weight;
    }
    return along / sqrt(idea->common > 0 ? idea->common : length);
}

uint32_t concept_topic(const struct spark_concept *idea)
{
    return idea->common > 0 ? 0 : idea->topic[0];
}

/* Of 64 topics the last one shares its bit with the first. */
uint64_t concept_bit(const struct spark_concept *idea)
{
    enum { OWN_TOPICS = 63 };
    return UINT64_C(1) << (idea->common > 0 ? OWN_TOPICS : idea->topic[0] % OWN_TOPICS);
}
