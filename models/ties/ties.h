/* Ties: how well people of one site have come to know each other by listening.
 *
 * A tie is one thing between two people, with a strength from 0 to 1. When one of them speaks and the other
 * hears it in a circle of n, it grows by gain / (n - 1)^dilution of what is missing to 1, times `disclosure`
 * where the turn is about feelings. It halves in every half-life. A person keeps `most` ties: a new one is
 * made only where it is stronger than the weakest of each end that has no room, and these give way.
 *
 * All ties halve at the same pace, so which of two is the stronger changes only when one of them grows. A tie
 * is kept as its weight, strength times 2^(time / half-life), which does not change while it fades: nothing
 * has to be brought up to date, and weights are compared as they are.
 *
 * A turn costs one pass over the ties of the speaker, which grow first, and one over the seats for as long as
 * a new tie could find room with her.
 *
 * A tie stays at the site where the two talked. Somebody who leaves keeps it there while it fades, and finds
 * what is left of it when she comes back; so does a guest (strangers.h). No draw is made.
 *
 * What holds, and is required at the end of a run: each tie is listed once at both of its ends and nowhere
 * else; it lies between two people, who have no other one; it is at most 1; nobody has more than `most`; ties
 * made = ties that gave way + ties that are left.
 */
#ifndef TIES_TIES_H
#define TIES_TIES_H

#include "parts.h"
#include "people/people.h"
#include "scenario/field.h"
#include "ties/numbers.h"

struct circle;
struct group;
struct turn;

struct tie_settings {
    double gain;       /* share of what is missing to 1, by a turn between two; 0: there are no ties */
    double dilution;   /* exponent of the listeners among whom a turn is shared out */
    double disclosure; /* factor for turns about feelings, stories, and thanks */
    sim_time half_life;
    int64_t most; /* a person */
    double holds; /* in a group: rate of leaving times exp(-holds * sum of ties to fellow members) */
    double stays; /* at the site: hazard of drifting away times exp(-stays * sum of ties to people here) */
    double finds; /* chance that a tie of strength 1 to a member tells of a group at a visit */
};

extern const struct section tie_section;

/* From this strength on a tie counts in measures of who is tied with whom. */
#define STRONG_TIE 0.2

enum { MOST_TIES = 64 };

struct checking;
/* Reports what the table cannot say (checking.h). */
void ties_check(const struct checking *checking);

/* The ties of one site (ties_parts.h). */
struct ties;

/* NULL where the scenario has no ties. */
PART(ties, TIES_NUMBER)

struct ties *ties_new(const struct tie_settings *settings, uint32_t people, struct arena *arena);

/* How strong the tie between two people is; 0 where there is none. */
double tie_between(const struct ties *ties, uint32_t one, uint32_t other, sim_time now);
/* The sum of the ties of a person to all people who are here, and to the members of a group. */
double ties_to_people_here(const struct parts *parts, uint32_t person, sim_time now);
/* The person at this point of that sum: somebody who is here, drawn by the strength of her tie. NOBODY: the
 * sum is less. */
uint32_t ties_person_at(const struct parts *parts, uint32_t person, sim_time now, double at);
double ties_to_members(const struct parts *parts, const struct group *group, uint32_t person, sim_time now);

/* The two talked with each other: their tie grows by this share of what is missing to 1, or begins. */
void tie_grows(struct ties *ties, uint32_t one, uint32_t other, double share, sim_time now);

/* A turn was heard: the ties of its speaker with all who heard it grow. */
void ties_hear_turn(struct site *site, const struct circle *circle, const struct turn *turn);

/* What ties do (moments.h). */
double ties_keep_here(struct site *site, uint32_t person);
double ties_keep_in_group(struct site *site, const struct group *group, uint32_t person);
double ties_tell_of_group(struct site *site, const struct group *group, uint32_t person);

/* At the end of a run: what has to hold. */
void ties_settle(struct site *site, sim_time ends);

#endif
