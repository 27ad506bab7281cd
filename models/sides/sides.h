/* Sides: people who differ on what matters to them, and how warm they are to each other.
 *
 * Everybody is on one side, for good. On contested matters the sides lean apart at first and know other
 * facets (knowledge/contested.h). Each person has a warmth toward all who are on other sides, from 0 to 1.
 * When she hears one of them, the turn *jars* if it is about a matter on which the two stand far apart, or if
 * it is an outburst; then her warmth falls. Any other turn across sides makes her warmer. Without contact,
 * warmth goes back to where it began. The warmer she is, the more she retains of what other sides say, and
 * the more it moves her.
 *
 * So the model does not say whether contact warms or cools. That is left to what a form of meeting lets
 * people hear from each other: how many turns across sides, and how many of them jar. The form that warmth
 * takes is fitted to what contact does in the mean (Paluck, Green & Green 2019), and its fading to Santoro &
 * Broockman 2022.
 */
#ifndef SIDES_SIDES_H
#define SIDES_SIDES_H

#include "base/sim_time.h"
#include "parts.h"
#include "scenario/field.h"
#include "sides/numbers.h"

struct side_kind {
    const char *name;
    double share;               /* of the people of its sites */
    double support, support_sd; /* leanings at first on contested matters */
    const char *site;           /* NULL: it is at all sites */
    uint32_t first, beyond; /* sites that it is at: from the first to before this one; found by sides_check */
};

struct side_settings {
    struct field_list kinds;                         /* struct side_kind; none: there are no sides */
    double contested_proposals, contested_questions; /* share of these */
    double bias;        /* weight of who is on the side that a facet speaks for */
    double warmth;      /* at first */
    double contact;     /* share of what is missing that a turn adds */
    double backlash;    /* how much more a turn that jars takes */
    sim_time half_life; /* of what contact did; 0: it does not fade */
    double ear;         /* what people take of other sides without any warmth */
};

extern const struct section side_section;

struct checking;
/* Reports mistakes that the tables cannot find (checking.h). */
void sides_check(const struct checking *checking);

/* The sides of one site (sides_parts.h). */
struct sides;

/* NULL where the scenario does not have it. */
PART(sides, SIDES_NUMBER)

/* The side of a person, from 0. */
uint32_t sides_of_person(const struct sides *sides, uint32_t person);
/* Somebody who takes a guest's place is on this side, and as warm as anybody at first. */
void sides_take_in(struct site *site, uint32_t person, uint32_t side);
/* How warm she is to other sides at this instant. */
double sides_warmth(const struct sides *sides, uint32_t person, sim_time now);

#endif
