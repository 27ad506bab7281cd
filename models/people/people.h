/* The people of one site: who belongs to it when, what they bring, how they feel, what they said and heard.
 *
 * A structure of arrays with one entry for each who will ever be there: those of the start, those who arrive
 * (in the order of their arrival, drawn ahead), and room for guests from other sites. `standing` says who is
 * here now; code that counts people asks `person_is_here`.
 *
 * Energy and tension (both 0 to 1) are true at the instant `touched` while a person is outside a circle;
 * inside one the circle holds them (conversation/conversation.h). Outside meetings energy recovers and
 * tension decays exponentially; both are computed when they are needed, without ticks.
 */
#ifndef PEOPLE_PEOPLE_H
#define PEOPLE_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "parts.h"
#include "people/climate.h"
#include "people/numbers.h"
#include "random/draw.h"
#include "scenario/field.h"

struct site;
struct arrival_settings;
struct presence_settings;
struct interest_settings;

struct people_settings {
    double talk_sd; /* of the logarithm of the propensity to talk */
    double shyness; /* mean, per listener to the power of the audience exponent */
    double audience_exponent;
    double attendance;             /* share who come to a session */
    sim_time attendance_half_life; /* since a person came; 0: it does not decay */
    double attendance_floor;       /* share of the attendance that does not decay */
    double listening_drain;        /* of energy, per hour */
    double speaking_drain;         /* per hour */
    double recovery;               /* of what is missing, per hour outside meetings */
    double leave_below;            /* energy at which a person goes home */
    double burn_out;               /* hazard per hour at the load below */
    double burn_out_load;          /* hours of meetings per day */
    sim_time burn_out_memory;      /* time constant of the load */
    double drift;                  /* hazard per hour of leaving */
    double returns;                /* hazard per hour of coming back */
    int64_t guest_room;
};

struct tension_settings {
    double start; /* of those who are there when the scenario begins */
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

struct checking;
/* Reports mistakes that the tables cannot find (checking.h). */
void people_check(const struct checking *checking);

enum { NOBODY = 0xFFFFFFFFu };

enum standing {
    STANDING_NOT_YET,   /* will arrive */
    STANDING_NEWCOMER,  /* here; came during the run, and is in no working group yet */
    STANDING_OCCUPIER,  /* here; in a working group, or from the start where there are none */
    STANDING_AWAY,      /* at another site, and comes back */
    STANDING_GONE,      /* left; may come back */
    STANDING_SLOT,      /* a guest's place that nobody uses */
    STANDING_GUEST,     /* here; belongs to another site */
    STANDING_INFORMANT, /* in a guest's place, in one circle; belongs to no site, and is not counted as here
                         */
    STANDINGS
};

enum departure { LEFT_PATIENCE, LEFT_BURNT_OUT, LEFT_DRIFTED, LEFT_RAIDED, LEFT_COLD, DEPARTURES };

/* What the people of a site are made from; never changes. */
struct people_terms {
    const struct people_settings *settings;
    const struct tension_settings *tension_settings;
    const struct arrival_settings *arrival_settings;   /* NULL: nobody arrives */
    const struct presence_settings *presence_settings; /* NULL: everybody is resident */
    const struct interest_settings *interest_settings; /* NULL: nobody has interests */
    const struct climate *climate;                     /* NULL: fair */
    const struct luck *luck;
    uint32_t site;
    bool online; /* the site meets online */
    int first_day;
};

/* Who is here. */
struct people_standing {
    const uint32_t *count;    /* of each standing */
    const uint8_t *of_person; /* enum standing */
    const sim_time *since;    /* when a person came, or came back */
    const uint64_t
        *changes; /* of anybody's standing, so far: the same number, and the same people are here */
};

/* How a person talks; drawn when she comes. */
struct people_voice {
    const float *propensity;
    const float *shyness;
};

/* How a person is, true at `touched`; while she sits in a circle, her seat holds the present values. */
struct people_body {
    const float *energy;
    const float *tension;
    const sim_time *touched;
};

/* What a person did, for the measures. */
struct people_books {
    const int64_t *spoke;     /* microseconds of floor held */
    const uint32_t *turns;    /* turns spoken */
    const uint32_t *heard;    /* turns heard */
    const int64_t *seated;    /* microseconds in circles */
    const int64_t *attended;  /* microseconds in sessions */
    const uint32_t *sessions; /* sessions come to */
};

struct people_own;

/* Everybody may read this. What others do to a person has a name below; only the files of this folder write,
 * through `own` (people_parts.h). */
struct people {
    struct people_terms terms;
    uint32_t count;    /* all entries */
    uint32_t begun;    /* at the start: the first ones */
    uint32_t arriving; /* during the run: the next ones; the rest is room for guests */
    uint32_t arrived;  /* of those, so far */
    struct people_standing standing;
    struct people_voice voice;
    struct people_body body;
    const uint32_t *at; /* slot + 1 of the session that a person is in; 0: in none (gathering/session.h) */
    struct people_books books;
    const uint8_t *presence; /* enum presence_kind; NULL: all are resident */
    uint32_t topics;
    const float *interest; /* people x topics, unit length; NULL: not kept */
    struct people_own *own;
};

/* NULL where the scenario does not have it. */
PART(people, PEOPLE_NUMBER)

/* Who there is at a site. The people keep these pointers; a pointer is NULL where a mechanism is off. */
struct population {
    const struct people_settings *people;
    const struct tension_settings *tension;
    const struct arrival_settings *arrivals;
    const struct presence_settings *presence;
    const struct interest_settings *interests;
    const struct climate *climate;
    uint32_t site;
    uint32_t count;        /* at the start */
    double arrival_factor; /* of this site */
    bool online;
    int first_day; /* weekday of time 0, Monday 0 */
    sim_time ends; /* of the run: a person who would arrive later does not count */
};

/* The people are valid as long as the arena. */
struct people *people_new(const struct population *population, const struct luck *luck, struct arena *arena);
/* Schedules the first who arrives, leaves and comes back. */
void people_start(struct site *site);

static inline bool person_is_here(const struct people *people, uint32_t person)
{
    const uint32_t here = 1u << STANDING_NEWCOMER | 1u << STANDING_OCCUPIER | 1u << STANDING_GUEST;
    return (here >> people->standing.of_person[person]) & 1;
}

static inline uint32_t people_here(const struct people *people)
{
    return people->standing.count[STANDING_NEWCOMER] + people->standing.count[STANDING_OCCUPIER] +
           people->standing.count[STANDING_GUEST];
}

/* True when every entry is here: loops need not ask for each. */
static inline bool everybody_is_here(const struct people *people)
{
    return people_here(people) == people->count;
}

/* Those who belong to the site and ever came to it: all but guests and those who are still to arrive. */
static inline uint32_t people_ever(const struct people *people)
{
    return people->begun + people->arrived;
}

static inline bool person_belongs(const struct people *people, uint32_t person)
{
    return person < people_ever(people);
}

/* Changes the books only: no moment is made, so no other mechanism learns of it. */
void person_stand_as(struct people *people, uint32_t person, enum standing standing);

/* Leaves the site, and before that any session that she is in. Not for guests. */
void person_leaves(struct site *site, uint32_t person, enum departure why);
/* For a while: she is at another site, or on her way. */
void person_goes_away(struct site *site, uint32_t person);
void person_comes_home(struct site *site, uint32_t person);
/* Somebody of another site takes a free place, with the traits she has at home, rested and calm. The books of
 * a place (turns, hearings, time) are those of all its guests. NOBODY when there is no place. */
uint32_t guest_comes(struct site *site, uint32_t home, uint32_t person);
void guest_goes(struct site *site, uint32_t guest);
/* Somebody from outside, rested and calm, takes a guest's place. `number` and `luck` key her traits: the same
 * two make the same person. NOBODY when there is no place. */
uint32_t guest_comes_from_outside(struct site *site, uint32_t number, uint32_t luck);
void guest_goes_outside(struct people *people, uint32_t guest);

/* Whether she is here and can come to a session at this hour: a pure function of her kind and the day. */
bool person_can_come(const struct people *people, uint32_t person, sim_time now);

/* What is left of her first zeal to come: 1 at first. */
double attendance_zeal(const struct people *people, uint32_t person, sim_time now);
/* Her chance to come to a session now, where the calendar does not say otherwise. */
double attendance_of(const struct people *people, uint32_t person, sim_time now);
/* True where that is 1 for everybody, and everybody can come. */
bool attendance_is_even(const struct people *people);

/* She was in a session for so long and stood up: her load of meetings rises. If she burns out, an event of
 * its own makes her leave at this instant. */
void person_met(struct site *site, uint32_t person, sim_time length);

/* --- what others do to a person --- */

/* A session calls her under its slot, and no other can; or it lets her go. */
void person_is_called(struct people *people, uint32_t person, uint32_t slot);
void person_is_let_go(struct people *people, uint32_t person);
/* She came to one more session of the calendar. */
void person_came(struct people *people, uint32_t person);
/* She stayed in a session for so long. */
void person_stayed(struct people *people, uint32_t person, sim_time stayed);
/* She held the floor for so long. The time also counts for those who have been here as long as she has. */
void person_spoke(struct people *people, uint32_t person, sim_time length, sim_time now);
/* Sets how she feels now, as the site that she comes from says. */
void person_feels(struct people *people, uint32_t person, float energy, float tension, sim_time now);
/* The same, as her seat in a circle says; she sat there for so long and heard so many turns. */
void person_sat(struct people *people, uint32_t person, float energy, float tension, sim_time sat,
                uint32_t heard, sim_time now);

/* In no session: a person is in one at most. Also true of those who are not here. */
static inline bool person_is_free(const struct people *people, uint32_t person)
{
    return people->at[person] == 0;
}

/* Voice of `person` of site `home`, for the entry `at`, who is rested and calm. */
void person_draw_voice(struct people *people, uint32_t at, uint32_t person, uint32_t home);
/* Brings energy and tension of a person outside circles up to `now`. */
void person_rest(struct people *people, uint32_t person, sim_time now);

/* A number that keys the draws of one person: different for every person of every site. */
static inline uint32_t person_luck_at(uint32_t site, uint32_t person)
{
    const uint32_t stride = UINT32_C(0x9E3779B1); /* its multiples keep far from each other */
    return person + site * stride;
}

static inline uint32_t person_luck(const struct people *people, uint32_t person)
{
    return person_luck_at(people->terms.site, person);
}

struct weight;
/* Memory before the first event (mechanism.h). */
struct weight people_weigh(const struct checking *checking);

#endif
