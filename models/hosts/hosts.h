/* Hosts are people: it takes somebody of skill to hold a circle together, and there may be too few of them.
 *
 * Without this mechanism a facilitated circle is held by nobody in particular, and well. With it each circle
 * of a facilitated stage is given the most skilled person present who holds no other; equals by lot. She
 * takes her seat before the others do. What goes wrong in a circle goes wrong with a chance in proportion to
 * what its host is missing of full skill (circle->held): a turn has to do with something else, the order of
 * the floor is not kept, a large circle falls apart. She keeps her own wish to speak back. Practice adds to
 * her skill.
 *
 * Somebody of skill 0 cannot host. A circle that nobody holds, because nobody is left or because the stage is
 * not facilitated, falls apart like any circle that is not facilitated, and its skill is 0.
 *
 * A circle that others sit around, or whose delegates confer, stays in one piece without a host, and one that
 * people make themselves (`movement: mingle`) has none.
 *
 * Guests do not host. Circles in which everybody hears one person after the other from a list (an opening, a
 * market, a harvest) need no host.
 *
 * Why nobody holds two circles: she sits in the circle that she holds, and nobody sits in two. The books
 * require it at the end: nobody has hosted longer than she has sat in circles.
 */
#ifndef HOSTS_HOSTS_H
#define HOSTS_HOSTS_H

#include <stdbool.h>

#include "hosts/numbers.h"
#include "parts.h"
#include "scenario/field.h"

struct host_settings {
    bool needed;
    double can_host;   /* share of the people */
    double skill;      /* of these, at first */
    double novice;     /* of the others */
    double stray;      /* chance that a turn carries nothing, at skill 0 */
    double slip;       /* chance a turn that the order of the floor is not kept, at skill 0 */
    double holds_back; /* factor of a host's wish to speak */
    double training;   /* share of the missing skill that an hour of hosting adds */
};

extern const struct section host_section;

/* The state of a site (hosts_parts.h). */
struct hosts;

/* NULL where the scenario does not have it. */
PART(hosts, HOSTS_NUMBER)

/* How well a person who belongs to the site can host now, 0 to 1. */
double hosts_skill(const struct hosts *hosts, uint32_t person);
/* The skill after so many hours of hosting: in each hour it grows by `training` of what is missing. */
double hosts_skill_after(double skill, double training, double hours);

struct checking;
/* Reports what the table cannot say (checking.h). */
void hosts_check(const struct checking *checking);

#endif
