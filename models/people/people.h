/* The people of one site: what they bring, how they feel, and what they said and heard.
 *
 * A structure of arrays with one entry a person. Energy and tension (both 0 to 1) are true at the instant
 * `touched` while a person is outside a circle; inside one the circle holds them
 * (conversation/conversation.h). Off meetings energy recovers and tension decays exponentially, evaluated
 * when somebody looks, never by ticks.
 */
#ifndef PEOPLE_PEOPLE_H
#define PEOPLE_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "random/draw.h"
#include "scenario/field.h"

struct people_settings {
    double talk_sd; /* of the logarithm of the propensity to talk */
    double shyness; /* mean, per listener to the power of the audience exponent */
    double audience_exponent;
    double attendance;      /* share who come to a session */
    double listening_drain; /* of energy, per hour */
    double speaking_drain;  /* per hour */
    double recovery;        /* of what is missing, per hour off meetings */
    double leave_below;     /* energy at which a person goes home */
};

struct tension_settings {
    sim_time half_life;
    double discord;          /* added by a turn of somebody who stands far away */
    double discord_distance; /* of opinions, from which a turn is discordant */
    double unmet_bid;        /* per hour of wanting to speak in vain */
    double contagion;        /* share of the distance to the speaker's tension, per turn */
    double chill;            /* share of the willingness to speak that full tension takes away */
    double outburst;         /* chance per turn that a circle of full tension bursts out */
    sim_time outburst_length;
    double own_relief;   /* share of tension that one's own turn about feelings takes away */
    double heard_relief; /* that listening to such a turn takes away */
};

extern const struct section people_section;
extern const struct section tension_section;

enum { NOBODY = 0xFFFFFFFFu };

struct people {
    const struct people_settings *settings;
    const struct tension_settings *tension_settings;
    uint32_t count;
    float *propensity;
    float *shyness;
    float *energy;
    float *tension;
    sim_time *touched;
    uint32_t *at;       /* slot + 1 of the session that she is in; 0: in none (gathering/session.h) */
    int64_t *spoke;     /* microseconds of floor held */
    uint32_t *turns;    /* turns spoken */
    uint32_t *heard;    /* turns heard */
    int64_t *seated;    /* microseconds in circles */
    int64_t *attended;  /* microseconds in sessions */
    uint32_t *sessions; /* sessions come to */
};

/* All lasts as long as the arena. */
struct people *people_new(const struct people_settings *settings, const struct tension_settings *tension,
                          uint32_t count, uint32_t site, const struct luck *luck, struct arena *arena);

/* In no session: a person is in one at most. */
static inline bool person_is_free(const struct people *people, uint32_t person)
{
    return people->at[person] == 0;
}

/* Whether she is here, and free of what else she does, to come to a session. */
static inline bool person_can_come(const struct people *people, uint32_t person, sim_time now)
{
    (void)people, (void)person, (void)now;
    return true;
}

/* By what her chance to come to a session of the calendar is multiplied now. */
static inline double attendance_factor(const struct people *people, uint32_t person, sim_time now)
{
    (void)people, (void)person, (void)now;
    return 1.0;
}

/* Brings energy and tension of a person outside circles up to `now`. */
void person_rest(struct people *people, uint32_t person, sim_time now);

/* The factor by which an exponential decay with this half-life shrinks over a span. A half-life of 0 means at
 * once. */
double decay_factor(sim_time half_life, sim_time span);

#endif
