#include "conversation/hearing.h"

#include <math.h>

#include "base/vectorised.h"
#include "conversation/rules.h"
#include "parts.h"

VECTORISED static void scale(float *restrict values, uint32_t count, float factor)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] *= factor;
}

void seats_feel(const struct people *people, struct seats *seats, sim_time span)
{
    if (span <= 0)
        return;
    scale(seats->energy, seats->count, (float)exp(-people->settings->listening_drain * sim_hours(span)));
    scale(seats->tension, seats->count, (float)decay_factor(people->tension_settings->half_life, span));
}

VECTORISED static void add_for_hands(float *restrict tension, const float *restrict hand, uint32_t count,
                                     float added)
{
    for (uint32_t i = 0; i < count; i++) {
        float sum = tension[i] + added * hand[i];
        tension[i] = sum < 1.0F ? sum : 1.0F;
    }
}

VECTORISED static void add_for_bids(float *restrict tension, const float *restrict bid, uint32_t count,
                                    float chance, float added)
{
    for (uint32_t i = 0; i < count; i++) {
        float wanting = chance * bid[i];
        wanting = wanting < 1.0F ? wanting : 1.0F;
        float sum = tension[i] + added * wanting;
        tension[i] = sum < 1.0F ? sum : 1.0F;
    }
}

void seats_bid_in_vain(const struct people *people, struct seats *seats, double rate, sim_time span,
                       bool stacked)
{
    float added = (float)(people->tension_settings->unmet_bid * sim_hours(span));
    if (added <= 0)
        return;
    if (stacked)
        add_for_hands(seats->tension, seats->hand, seats->count, added);
    else
        add_for_bids(seats->tension, seats->bid, seats->count, (float)(rate * sim_hours(span)), added);
}

VECTORISED static void hear_mood(float *restrict tension, const float *restrict opinion, uint32_t count,
                                 float speaker, float mood, float contagion, float discord, float distance)
{
    for (uint32_t i = 0; i < count; i++) {
        float apart = fabsf(speaker - opinion[i]);
        float next = tension[i] + contagion * (mood - tension[i]) + (apart >= distance ? discord : 0.0F);
        tension[i] = next < 1.0F ? next : 1.0F;
    }
}

VECTORISED static void weigh(float *restrict opinion, const float *restrict leaning,
                             const float *restrict known, const float *restrict agreed, uint32_t count,
                             float weight)
{
    for (uint32_t i = 0; i < count; i++) {
        float all = known[i] > 0.5F ? known[i] : 1.0F;
        float arguments = agreed[i] / all;
        float both = (1.0F - weight) * leaning[i] + weight * arguments;
        opinion[i] = known[i] > 0.5F ? both : leaning[i];
    }
}

void seats_weigh(const struct opinion_settings *settings, struct seats *seats)
{
    float weight = settings->influence->argues ? (float)settings->argument_weight : 0.0F;
    weigh(seats->opinion, seats->leaning, seats->known, seats->agreed, seats->count, weight);
}

void seats_hear(const struct conversation *conversation, struct circle *circle, uint32_t speaker)
{
    const struct tension_settings *tension = conversation->people->tension_settings;
    struct seats *seats = &circle->seats;
    float position = seats->opinion[speaker], mood = seats->tension[speaker],
          leaning = seats->leaning[speaker];
    hear_mood(seats->tension, seats->opinion, seats->count, position, mood, (float)tension->contagion,
              (float)tension->discord, (float)tension->discord_distance);
    seats->tension[speaker] = mood;
    if (circle->matter == NULL)
        return;
    conversation->opinions->influence->heard(conversation->opinions, seats, position);
    seats->leaning[speaker] = leaning;
    seats_weigh(conversation->opinions, seats);
}

struct lesson {
    uint32_t count, shift;
    float retention, favour; /* favour: 1 when the facet speaks for the matter, else 0 */
};

/* Draws lie in (0, 1), so a chance of 0 never and a chance of 1 always learns. The words of one seat are
 * apart by the stride; the usual stride of 1 gets a loop of its own, which the compiler can turn into
 * vectors. */
static inline void learn_at(uint64_t *restrict facets, float *restrict known, float *restrict agreed,
                            const float *restrict energy, const float *restrict lane, struct lesson lesson,
                            uint32_t stride)
{
    for (uint32_t i = 0; i < lesson.count; i++) {
        uint64_t word = facets[(size_t)i * stride];
        uint64_t drawn = lane[i] < lesson.retention * energy[i] ? UINT64_C(1) : UINT64_C(0);
        uint64_t learns = drawn & ~(word >> lesson.shift);
        facets[(size_t)i * stride] = word | learns << lesson.shift;
        float learned = (float)(int32_t)learns;
        known[i] += learned;
        agreed[i] += lesson.favour * learned;
    }
}

VECTORISED static void learn_narrow(uint64_t *restrict facets, float *restrict known, float *restrict agreed,
                                    const float *restrict energy, const float *restrict lane,
                                    struct lesson lesson)
{
    learn_at(facets, known, agreed, energy, lane, lesson, 1);
}

static void learn_wide(uint64_t *restrict facets, float *restrict known, float *restrict agreed,
                       const float *restrict energy, const float *restrict lane, struct lesson lesson,
                       uint32_t stride)
{
    learn_at(facets, known, agreed, energy, lane, lesson, stride);
}

void seats_learn(const struct conversation *conversation, struct circle *circle, uint32_t facet,
                 uint32_t occasion)
{
    struct seats *seats = &circle->seats;
    float retention = (float)conversation->settings->retention;
    if (retention <= 0 || circle->matter == NULL)
        return;
    draw_lanes(conversation->luck, DRAW_LEARNING, circle->luck, occasion, seats->lane, seats->count);
    bool favours = facet_in(&circle->matter->pro, facet) || facet_in(&circle->matter->addressed, facet);
    struct lesson lesson = {seats->count, facet % 64, retention, favours ? 1.0F : 0.0F};
    if (conversation->words == 1)
        learn_narrow(seats->facets, seats->known, seats->agreed, seats->energy, seats->lane, lesson);
    else
        learn_wide(seats->facets + facet / 64, seats->known, seats->agreed, seats->energy, seats->lane,
                   lesson, conversation->words);
}

void seats_relieve(const struct people *people, struct seats *seats, uint32_t speaker)
{
    float own = seats->tension[speaker] * (float)(1.0 - people->tension_settings->own_relief);
    scale(seats->tension, seats->count, (float)(1.0 - people->tension_settings->heard_relief));
    seats->tension[speaker] = own;
}

VECTORISED static void bid_plain(float *restrict bid, const float *restrict talk,
                                 const float *restrict energy, const float *restrict tension, uint32_t count,
                                 float chill)
{
    for (uint32_t i = 0; i < count; i++)
        bid[i] = talk[i] * energy[i] * (1.0F - chill * tension[i]);
}

VECTORISED static void bid_urge(float *restrict bid, const uint64_t *restrict facets, uint32_t count,
                                uint64_t unvoiced, float factor)
{
    for (uint32_t i = 0; i < count; i++)
        bid[i] *= (facets[i] & unvoiced) != 0 ? factor : 1.0F;
}

static void bid_urge_wide(const struct conversation *conversation, struct circle *circle, float factor)
{
    struct seats *seats = &circle->seats;
    for (uint32_t i = 0; i < seats->count; i++) {
        uint64_t fresh = 0;
        for (uint32_t word = 0; word < conversation->words; word++)
            fresh |= seats->facets[(size_t)i * conversation->words + word] & circle->about.word[word] &
                     ~circle->voiced.word[word];
        seats->bid[i] *= fresh != 0 ? factor : 1.0F;
    }
}

/* Willingness falls with the audience: computed anew only when the size of the circle changed. */
static void weigh_talk(const struct conversation *conversation, struct circle *circle)
{
    const struct people *people = conversation->people;
    struct seats *seats = &circle->seats;
    if (circle->weighed_for == seats->count)
        return;
    double audience = pow((double)seats->count - 1.0, people->settings->audience_exponent);
    for (uint32_t i = 0; i < seats->count; i++) {
        uint32_t person = seats->person[i];
        seats->talk[i] = people->propensity[person] * expf(-people->shyness[person] * (float)audience);
    }
    circle->weighed_for = seats->count;
}

void seats_bid(const struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    weigh_talk(conversation, circle);
    bid_plain(seats->bid, seats->talk, seats->energy, seats->tension, seats->count,
              (float)conversation->people->tension_settings->chill);
    float factor = (float)(1.0 + conversation->settings->urge);
    if (factor > 1.0F && circle->matter != NULL) {
        if (conversation->words == 1)
            bid_urge(seats->bid, seats->facets, seats->count, circle->about.word[0] & ~circle->voiced.word[0],
                     factor);
        else
            bid_urge_wide(conversation, circle, factor);
    }
    if (circle->manner->floor->once)
        for (uint32_t i = 0; i < seats->count; i++)
            seats->bid[i] *= seats->spoken[i] > 0 ? 0.0F : 1.0F;
}
