#include "conversation/hearing.h"

#include <math.h>
#include <string.h>

#include "base/decay.h"
#include "base/same.h"
#include "conversation/conversation_parts.h"
#include "conversation/hearing_pass.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "parts.h"

VECTORISED static void scale(float *restrict values, uint32_t count, float factor)
{
    for (uint32_t i = 0; i < whole_vectors(count); i++)
        values[i] *= factor;
}

void seats_feel(const struct people *people, struct seats *seats, sim_time span)
{
    if (span <= 0)
        return;
    scale(seats->body.energy, seats->count,
          (float)same_exp(-people->terms.settings->listening_drain * sim_hours(span)));
    scale(seats->body.tension, seats->count,
          (float)decay_factor(people->terms.tension_settings->half_life, span));
}

VECTORISED static void add_for_hands(float *restrict tension, const float *restrict hand, uint32_t count,
                                     float added)
{
    for (uint32_t i = 0; i < whole_vectors(count); i++)
        tension[i] = at_most_1(tension[i] + added * hand[i]);
}

VECTORISED static void add_for_bids(float *restrict tension, const float *restrict bid, uint32_t count,
                                    float hands, float added)
{
    for (uint32_t i = 0; i < whole_vectors(count); i++)
        tension[i] = in_vain(tension[i], bid[i], hands, added);
}

static float unmet_in(const struct people *people, sim_time span)
{
    return (float)(people->terms.tension_settings->unmet_bid * sim_hours(span));
}

/* Hands stay raised, or bids unmet, during a span: tension rises. */
static void bid_in_vain(const struct conversation *conversation, struct circle *circle, sim_time span)
{
    struct seats *seats = &circle->seats;
    float added = unmet_in(conversation->people, span);
    if (added <= 0)
        return;
    if (circle->manner->floor->stacked)
        add_for_hands(seats->body.tension, seats->wish.hand, seats->count, added);
    else
        add_for_bids(seats->body.tension, seats->wish.bid, seats->count,
                     (float)(conversation->settings->hands * sim_hours(span)), added);
}

static float argument_weight(const struct opinion_settings *settings)
{
    return settings->influence->argues ? (float)settings->argument_weight : 0.0F;
}

VECTORISED static void weigh(float *restrict opinion, const float *restrict leaning,
                             const float *restrict known, const float *restrict agreed, uint32_t count,
                             float weight)
{
    for (uint32_t i = 0; i < whole_vectors(count); i++)
        opinion[i] = weighed(leaning[i], known[i], agreed[i], weight);
}

void seat_weigh(const struct opinion_settings *settings, struct seats *seats, uint32_t i)
{
    seats->mind.opinion[i] = weighed(seats->mind.leaning[i], seats->mind.known[i], seats->mind.agreed[i],
                                     argument_weight(settings));
}

void seats_weigh(const struct opinion_settings *settings, struct seats *seats)
{
    weigh(seats->mind.opinion, seats->mind.leaning, seats->mind.known, seats->mind.agreed, seats->count,
          argument_weight(settings));
}

/* Who holds the circle wants to speak less, and who sits behind it not at all. */
static void keep_back(const struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    for (uint32_t i = 0; i < seats->count; i++) {
        if (seats->person[i] == circle->held.by)
            seats->wish.talk[i] *= circle->held.back;
        if (circle_has_behind(conversation, circle, seats->person[i]))
            seats->wish.talk[i] = 0.0F;
    }
}

/* Willingness falls with the audience, who holds the circle keeps back, and who sits behind does not want the
 * floor: computed anew only when the size of the circle changed, or who holds it. */
static void weigh_talk(const struct conversation *conversation, struct circle *circle)
{
    const struct people *people = conversation->people;
    struct seats *seats = &circle->seats;
    if (circle->computed.size == seats->count)
        return;
    double audience = same_pow((double)seats->count - 1.0, people->terms.settings->audience_exponent);
    for (uint32_t i = 0; i < seats->count; i++) {
        uint32_t person = seats->person[i];
        seats->wish.talk[i] =
            people->voice.propensity[person] * same_expf(-people->voice.shyness[person] * (float)audience);
    }
    if (circle->held.by != NOBODY || circle->behind > 0)
        keep_back(conversation, circle);
    circle->computed.size = seats->count;
}

VECTORISED static void urge_those(float *restrict urge, const uint32_t *restrict facets, uint32_t count,
                                  uint32_t unvoiced, float factor)
{
    for (uint32_t i = 0; i < whole_vectors(count); i++)
        urge[i] = (facets[i] & unvoiced) != 0 ? factor : urge[i];
}

/* A person who knows a facet of what is talked about that was not voiced here wants more to speak: computed
 * anew only when somebody came or something was voiced. What listeners learn has been voiced and changes no
 * wish. */
static void weigh_urge(const struct conversation *conversation, struct circle *circle)
{
    struct seats *seats = &circle->seats;
    struct facet_set unvoiced = facet_without(&circle->about, &circle->talk.voiced);
    if (circle->computed.urged && memcmp(&circle->computed.urged_for, &unvoiced, sizeof unvoiced) == 0)
        return;
    for (uint32_t i = 0; i < seats->count; i++)
        seats->wish.urge[i] = 1.0F;
    float factor = (float)(1.0 + conversation->settings->urge);
    if (factor > 1.0F && circle->matter != NULL)
        for (uint32_t from = 0; from < circle->matter->facets; from += SEAT_WORD_BITS)
            urge_those(seats->wish.urge, seats->mind.facets + (size_t)(from / SEAT_WORD_BITS) * seats->room,
                       seats->count, (uint32_t)(unvoiced.word[from / 64] >> (from % 64)), factor);
    circle->computed.urged = true;
    circle->computed.urged_for = unvoiced;
}

VECTORISED static void bid(const struct seats *seats, float chill)
{
    float *restrict bids = seats->wish.bid;
    const float *restrict talk = seats->wish.talk, *restrict energy = seats->body.energy;
    const float *restrict tension = seats->body.tension, *restrict urge = seats->wish.urge;
    for (uint32_t i = 0; i < whole_vectors(seats->count); i++)
        bids[i] = bid_of(talk[i], energy[i], tension[i], urge[i], chill);
}

static void silence_who_spoke(struct seats *seats)
{
    for (uint32_t i = 0; i < seats->count; i++)
        seats->wish.bid[i] *= seats->wish.spoken[i] >= 1.0F ? 0.0F : 1.0F;
}

void seats_bid(const struct conversation *conversation, struct circle *circle)
{
    weigh_talk(conversation, circle);
    weigh_urge(conversation, circle);
    bid(&circle->seats, (float)conversation->people->terms.tension_settings->chill);
    if (circle->manner->floor->once)
        silence_who_spoke(&circle->seats);
}

void seats_wait(const struct conversation *conversation, struct circle *circle, sim_time span)
{
    seats_feel(conversation->people, &circle->seats, span);
    seats_bid(conversation, circle);
    bid_in_vain(conversation, circle, span);
}

/* --- a turn --- */

static inline __attribute__((always_inline)) void
learn_each(const struct seats *seats, const struct lesson *lesson, const float *restrict heed, bool heeds)
{
    const struct lesson said = *lesson;
    uint32_t *restrict facets = said.facets;
    float *restrict known = seats->mind.known, *restrict agreed = seats->mind.agreed;
    const float *restrict energy = seats->body.energy, *restrict lane = seats->lane;
    const uint32_t count = whole_vectors(seats->count);
    for (uint32_t i = 0; i < count; i++) {
        float heard = heeds ? energy[i] * heed[i] : energy[i];
        uint32_t learned = learned_at(said, facets[i], heard, lane[i]);
        facets[i] |= learned;
        known[i] += learned != 0 ? 1.0F : 0.0F;
        agreed[i] += learned != 0 ? said.favour : 0.0F;
    }
}

VECTORISED static void learn(const struct seats *seats, const struct lesson *lesson)
{
    learn_each(seats, lesson, NULL, false);
}

VECTORISED static void learn_with(const struct seats *seats, const struct lesson *lesson, const float *heed)
{
    learn_each(seats, lesson, heed, true);
}

/* What is learned from facet number `said` of the turn under way, and the draws that decide who learns it. */
static void prepare_lesson(const struct conversation *conversation, const struct circle *circle,
                           uint32_t said, struct lesson *lesson)
{
    const struct seats *seats = &circle->seats;
    uint32_t facet = circle->channel.turn.facet[said];
    draw_lanes(conversation->luck, DRAW_LEARNING, circle->id.luck, circle->talk.turns * MOST_SAID + said,
               seats->lane, whole_vectors(seats->count));
    bool favours = facet_in(&circle->matter->pro, facet) || facet_in(&circle->matter->heard.addressed, facet);
    lesson->facets = seats->mind.facets + (size_t)(facet / SEAT_WORD_BITS) * seats->room;
    lesson->facet = UINT32_C(1) << (facet % SEAT_WORD_BITS);
    lesson->retention = (float)conversation->settings->retention;
    lesson->favour = favours ? 1.0F : 0.0F;
}

/* A single facet is learned within the pass; the many facets of a report are learned before it. */
static void learn_what_is_said(const struct conversation *conversation, struct circle *circle,
                               struct told *told)
{
    struct seats *seats = &circle->seats;
    if (conversation->settings->retention <= 0 || circle->channel.turn.said == 0)
        return;
    if (circle->channel.turn.said == 1) {
        prepare_lesson(conversation, circle, 0, &told->lesson);
        return;
    }
    scale(seats->body.energy, seats->count, told->energy_left);
    told->energy_left = 1.0F;
    for (uint32_t i = 0; i < circle->channel.turn.said; i++) {
        struct lesson lesson;
        prepare_lesson(conversation, circle, i, &lesson);
        if (told->heed == NULL)
            learn(seats, &lesson);
        else
            learn_with(seats, &lesson, told->heed);
    }
}

static bool tells_feelings(const struct circle *circle)
{
    bool feelings = circle->manner->shares == SHARE_FEELINGS || circle->manner->shares == SHARE_THANKS;
    return feelings && !circle->channel.turn.strays;
}

static struct told told_by(const struct conversation *conversation, const struct circle *circle,
                           sim_time span)
{
    const struct people *people = conversation->people;
    const struct tension_settings *tension = people->terms.tension_settings;
    const struct opinion_settings *opinions = conversation->opinions;
    const struct floor_rule *floor = circle->manner->floor;
    uint32_t seat = conversation->sits.seat[circle->channel.turn.speaker];
    bool strays = circle->channel.turn.strays;
    struct told told = {
        .energy_left = (float)same_exp(-people->terms.settings->listening_drain * sim_hours(span)),
        .tension_left = (float)decay_factor(tension->half_life, span),
        .position = circle->seats.mind.opinion[seat],
        .contagion = (float)tension->contagion,
        .discord = strays ? 0.0F : (float)tension->discord,
        .discord_distance = (float)tension->discord_distance,
        .relieved = tells_feelings(circle) ? (float)(1.0 - tension->heard_relief) : 1.0F,
        .step = strays ? 0.0F : (float)opinions->step,
        .confidence = (float)opinions->confidence,
        .stubbornness = (float)opinions->stubbornness,
        .argument_weight = argument_weight(opinions),
        .chill = (float)tension->chill,
        .hands = (float)(conversation->settings->hands * sim_hours(span)),
        .unmet = floor->stacked || floor->once ? 0.0F : unmet_in(people, span),
    };
    told.mood = circle->seats.body.tension[seat] * told.tension_left;
    return told;
}

/* Without a matter there is nothing to have an opinion of. */
static inline float unmoved(const struct told *told, float leaning, float first)
{
    (void)told, (void)first;
    return leaning;
}

VECTORISED static void heard_without_matter(const struct seats *seats, const struct told *told)
{
    hear_with(seats, told, unmoved, false);
}

/* Restores the speaker's own seat after the pass: `energy` and `leaning` are what they were before it. */
static void put_right(const struct conversation *conversation, struct circle *circle, uint32_t seat,
                      const struct told *told, float energy, float leaning)
{
    const struct people_settings *settings = conversation->people->terms.settings;
    struct seats *seats = &circle->seats;
    double more = settings->speaking_drain - settings->listening_drain;
    float tension = told->mood;
    if (tells_feelings(circle))
        tension *= (float)(1.0 - conversation->people->terms.tension_settings->own_relief);
    energy *= told->energy_left;
    energy *= (float)same_exp(-more * sim_hours(circle->channel.turn.length));
    seats->body.energy[seat] = energy;
    seats->mind.leaning[seat] = leaning;
    seats->mind.opinion[seat] =
        weighed(leaning, seats->mind.known[seat], seats->mind.agreed[seat], told->argument_weight);
    seats->wish.bid[seat] =
        bid_of(seats->wish.talk[seat], energy, tension, seats->wish.urge[seat], told->chill);
    seats->body.tension[seat] = in_vain(tension, seats->wish.bid[seat], told->hands, told->unmet);
}

void seats_hear(const struct conversation *conversation, struct circle *circle, sim_time span)
{
    struct seats *seats = &circle->seats;
    const struct floor_rule *floor = circle->manner->floor;
    uint32_t seat = conversation->sits.seat[circle->channel.turn.speaker];
    struct told told = told_by(conversation, circle, span);
    if (conversation->heed != NULL)
        told.heed = conversation->heed->of_turn(conversation->heed->keeper, circle);
    learn_what_is_said(conversation, circle, &told);
    for (uint32_t i = 0; i < circle->channel.turn.said; i++) {
        facet_add(&circle->talk.voiced, circle->channel.turn.facet[i]);
        facet_add(&circle->talk.said, circle->channel.turn.facet[i]);
        matter_voice(circle->matter, circle->channel.turn.facet[i]);
    }
    weigh_talk(conversation, circle);
    weigh_urge(conversation, circle);
    float energy = seats->body.energy[seat], leaning = seats->mind.leaning[seat];
    if (circle->matter != NULL)
        conversation->opinions->influence->heard(seats, &told);
    else
        heard_without_matter(seats, &told);
    put_right(conversation, circle, seat, &told, energy, leaning);
    seats->wish.spoken[seat] += 1.0F;
    if (floor->once)
        silence_who_spoke(seats);
    if (floor->once || floor->stacked)
        bid_in_vain(conversation, circle, span);
}
