/* The one pass that a turn takes over those who hear it.
 *
 * A seat is read once, changed in registers, and written once: energy drains, tension decays and follows the
 * speaker's, the facet is learned or not, the leaning moves, arguments and leaning make the opinion, and all
 * of it makes the bid for the next turn. An influence rule makes the pass its own by giving its `moved`,
 * which the compiler puts into the loop, so that the loop has no calls and turns into vectors
 * (tests/bench/vectors.sh looks).
 *
 * What is switched off is a factor of 1 or a term of 0, which change no bit. No seat reads another: the order
 * of the loop and the width of the vectors cannot matter. The pass changes the speaker's seat like the
 * others, and the caller restores it.
 */
#ifndef CONVERSATION_HEARING_PASS_H
#define CONVERSATION_HEARING_PASS_H

#include <math.h>

#include "base/vectorised.h"
#include "conversation/conversation.h"

/* Loops over seats take whole vectors of the widest kind: what lies beyond the last seat is memory of the
 * same array (seats.c), which holds numbers that nothing reads. A second loop over the last single seats
 * would cost more than all the vectors of a small circle. */
static inline uint32_t whole_vectors(uint32_t seats)
{
    return (seats + SEATS_AT_ONCE - 1) / SEATS_AT_ONCE * SEATS_AT_ONCE;
}

/* A facet that is said, for those who do not know it. */
struct lesson {
    uint32_t *facets; /* the word of all seats that it is in; NULL when there is nothing to learn */
    uint32_t facet;   /* its bit in the word */
    float retention;
    float favour; /* 1 when it speaks for the matter, else 0 */
};

/* What all who hear a turn have in common. */
struct told {
    float energy_left, tension_left; /* of what was there when they last were true */
    float position, mood;            /* the speaker's opinion and tension */
    float contagion, discord, discord_distance;
    float relieved; /* what talk of feelings leaves of the tension */
    float step, confidence, stubbornness, argument_weight;
    float chill;
    const float *heed; /* how well each seat listens; NULL: all alike */
    struct lesson lesson;
    float hands, unmet; /* wishes to speak during the turn for a bid of 1; tension that each adds in vain */
};

static inline float at_most_1(float x)
{
    return x < 1.0F ? x : 1.0F;
}

/* An opinion from a leaning and the arguments known: `agreed` of `known` speak for the matter. */
static inline float weighed(float leaning, float known, float agreed, float weight)
{
    float all = known > 0.5F ? known : 1.0F;
    float both = (1.0F - weight) * leaning + weight * (agreed / all);
    return known > 0.5F ? both : leaning;
}

static inline float roused(const struct told *told, float tension, float opinion)
{
    float apart = fabsf(told->position - opinion);
    float added = told->contagion * (told->mood - tension);
    return at_most_1(tension + added + (apart >= told->discord_distance ? told->discord : 0.0F));
}

/* The weight for the next turn. */
static inline float bid_of(float talk, float energy, float tension, float urge, float chill)
{
    return talk * energy * (1.0F - chill * tension) * urge;
}

static inline float in_vain(float tension, float bid, float hands, float unmet)
{
    return at_most_1(tension + unmet * at_most_1(hands * bid));
}

/* The facet's bit when it is learned, else 0. Draws lie in (0, 1), so a chance of 0 never and a chance of 1
 * always learns. */
static inline uint32_t learned_at(struct lesson lesson, uint32_t facets, float energy, float lane)
{
    uint32_t drawn = lane < lesson.retention * energy ? lesson.facet : 0;
    return drawn & ~facets;
}

/* Where a leaning goes when the speaker's position is heard. */
typedef float leaning_moved(const struct told *told, float leaning, float first);

static inline __attribute__((always_inline)) void hear_each(const struct seats *seats, const struct told told,
                                                            leaning_moved *moved, bool argues, bool learns,
                                                            bool heeds)
{
    float *restrict energy = seats->body.energy, *restrict tension = seats->body.tension;
    float *restrict leaning = seats->mind.leaning, *restrict opinion = seats->mind.opinion;
    float *restrict known = seats->mind.known, *restrict agreed = seats->mind.agreed,
                    *restrict bid = seats->wish.bid;
    uint32_t *restrict facets = told.lesson.facets;
    const float *restrict talk = seats->wish.talk, *restrict urge = seats->wish.urge,
                          *restrict lane = seats->lane;
    const float *restrict first = seats->mind.first, *restrict heed = told.heed;
    const uint32_t count = whole_vectors(seats->count);
    STEPS_ARE_APART /* the arrays of the seats */
    for (uint32_t i = 0; i < count; i++) {
        float left = energy[i] * told.energy_left;
        float arguments = known[i], for_it = agreed[i];
        if (learns) {
            float heard = heeds ? left * heed[i] : left;
            uint32_t learned = learned_at(told.lesson, facets[i], heard, lane[i]);
            facets[i] |= learned;
            arguments += learned != 0 ? 1.0F : 0.0F;
            for_it += learned != 0 ? told.lesson.favour : 0.0F;
            known[i] = arguments;
            agreed[i] = for_it;
        }
        float felt = roused(&told, tension[i] * told.tension_left, opinion[i]) * told.relieved;
        float leans = moved(&told, leaning[i], first[i]);
        if (heeds) /* in this form a factor of 1 changes no bit */
            leans = heed[i] * leans + (1.0F - heed[i]) * leaning[i];
        float wish = bid_of(talk[i], left, felt, urge[i], told.chill);
        energy[i] = left;
        leaning[i] = leans;
        opinion[i] = argues ? weighed(leans, arguments, for_it, told.argument_weight) : leans;
        bid[i] = wish;
        tension[i] = in_vain(felt, wish, told.hands, told.unmet);
    }
}

/* The pass of a rule: one loop for turns with a facet, one for turns without, and the same two where people
 * do not listen to all alike. `argues`: arguments count in its opinions. */
static inline __attribute__((always_inline)) void
hear_with(const struct seats *seats, const struct told *told, leaning_moved *moved, bool argues)
{
    if (told->heed == NULL && told->lesson.facets != NULL)
        hear_each(seats, *told, moved, argues, true, false);
    else if (told->heed == NULL)
        hear_each(seats, *told, moved, argues, false, false);
    else if (told->lesson.facets != NULL)
        hear_each(seats, *told, moved, argues, true, true);
    else
        hear_each(seats, *told, moved, argues, false, true);
}

#endif
