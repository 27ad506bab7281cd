/* What the files of this folder share with each other and with nobody else: the state of a site. */
#ifndef HOSTS_HOSTS_PARTS_H
#define HOSTS_HOSTS_PARTS_H

#include "base/sim_time.h"
#include "gathering/gathering.h"
#include "hosts/hosts.h"

/* What is kept of each person. Written by hosts.c. */
struct host_persons {
    float *skill;
    sim_time *hosted;  /* so far, circles that are closed */
    uint32_t *holding; /* number of the circle that she holds now; 0: none */
};

/* A circle of a facilitated stage, from the moment that its people sit; of the conversation, by index. */
struct held_circle {
    uint32_t number; /* of the circle; 0: it is in no facilitated stage */
    uint32_t host;   /* NOBODY: nobody */
    sim_time since;  /* with this host */
};

/* Counted up to when circles closed or changed hosts. Written by hosts.c. */
struct host_tally {
    int64_t circle_time, held_time; /* of circles of facilitated stages; of these, with a host */
    double skill_time;              /* hours with a host, times her skill */
    uint64_t rounds, full_rounds;   /* rounds of facilitated stages; of these, with a host for each circle */
};

struct host_rank;

struct hosts {
    const struct host_settings *settings;
    const struct luck *luck;
    struct people *people;
    struct arena *arena;
    struct host_persons persons;
    struct held_circle *circles; /* by index of the circle in the conversation */
    uint32_t room;
    struct host_rank *ranks; /* of the people of a session, as they are asked; room for everybody */
    struct host_tally tally;
    double sampled_time, sampled_skill; /* hours with a host, and times her skill, at the last sample */
};

struct setup;
struct hosts *hosts_new(const struct host_settings *settings, const struct setup *setup);
/* People who hold circles take their seats, before the others do. */
void hosts_take_seats(struct site *site, const struct session *session);
/* Everybody sits: circles that nobody holds yet are given one of those who sit in them. */
void hosts_look_round(struct site *site, const struct session *session);
/* A host got up: somebody of those who sit in the circle takes over. */
void hosts_hand_over(struct site *site, struct circle *circle, uint32_t person);
void hosts_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
void hosts_are_sampled(struct site *site, sim_time instant);
/* At the end of a run: the books of circles that are still open are brought up to date. */
void hosts_settle(struct site *site, sim_time ends);
/* Requires that nobody held two circles at a time. */
void hosts_check_books(struct site *site);

#endif
