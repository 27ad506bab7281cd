/* What the files of this folder write. Everybody else sees the same arrays through people.h, read-only. */
#ifndef PEOPLE_PEOPLE_PARTS_H
#define PEOPLE_PEOPLE_PARTS_H

#include "people/people.h"

/* Speaking time is kept by how long the speaker has been here: under 1, 3, 7, 14, 30 days, and longer. */
enum { TENURES = 6 };

/* Written when people come and go (standing.c, arrivals.c, leaving.c). */
struct own_standing {
    uint32_t count[STANDINGS];
    uint8_t *of_person;
    uint8_t *was; /* standing before a person went away */
    sim_time *since;
    uint64_t changes; /* of anybody's standing, so far */
    uint64_t departures[DEPARTURES];
    uint64_t returned;
    uint64_t drifts, returns; /* candidates so far: they number the draws */
};

/* Written when a person comes (people.c). */
struct own_voice {
    float *propensity;
    float *shyness;
};

/* Written when a person rests, and when she stands up from a seat (people.c). */
struct own_body {
    float *energy;
    float *tension;
    sim_time *touched;
};

/* Written when a person did something (people.c). */
struct own_books {
    int64_t *spoke;
    uint32_t *turns;
    uint32_t *heard;
    int64_t *seated;
    int64_t *attended;
    uint32_t *sessions;
    int64_t spoke_by_tenure[TENURES];
};

/* How much of a person's time meetings take; written by leaving.c. */
struct own_strain {
    float *load;       /* hours of meetings per day, smoothed; NULL: nobody burns out */
    sim_time *weighed; /* when the load was last computed */
    uint32_t *met;     /* meetings weighed */
};

struct people_own {
    sim_time *arrivals; /* one instant for each person who arrives */
    struct own_standing standing;
    struct own_voice voice;
    struct own_body body;
    uint32_t *at;
    struct own_books books;
    uint8_t *presence;
    struct own_strain strain;
    float *interest;
};

#endif
