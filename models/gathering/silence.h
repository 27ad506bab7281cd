/* Silence: people sit together, and nobody speaks.
 *
 * What a stage of silence does to those who sit through it is a list of effects (silence.c). Each is a
 * function of one person and of how long she sat there; each has a setting of its own, and without any of
 * them silence does what waiting does.
 */
#ifndef GATHERING_SILENCE_H
#define GATHERING_SILENCE_H

#include "gathering/session.h"
#include "scenario/field.h"

struct reflection_settings {
    double calm;       /* per hour: share of the tension that goes */
    double own_mind;   /* per hour: share of the distance to what she knows herself */
    double incubation; /* per hour: hazard of noticing an insight of which she knows all parts */
};

extern const struct section reflection_section;

/* Whether such a stage of a session of the calendar is about something that all who sit there share: not
 * about what was posted, a circle each. */
bool silence_is_about(const struct stage *stage);

/* The stage is over: all effects come over those who are still there, each for as long as she was. */
void silence_ends(struct site *site, struct session *session);

#endif
