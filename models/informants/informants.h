/* Informants: people from outside who sit in the circles of a stage and know what nobody of the movement
 * does.
 *
 * A stage that talks about an inquiry may have so many of them in each circle (`informants`). Each knows a
 * share of the facets that are outside (`informants_know`), drawn by lot; with `informants_side`, of those
 * facets that speak for what this side leans to. She speaks, hears, notices and tires as anybody does, and
 * all that she says is heard and learned by the rules there are. When the circle closes she goes.
 *
 * She sits in a place of guests (`people.guest_room`), as who travels does: so there is nothing about a
 * person that she has not. But she belongs to no site and is not here (STANDING_INFORMANT): she comes to no
 * session, hosts nothing, signs nothing, has no ties, and is counted among no people. Where no place is free
 * she is missing, and that is counted. What must hold at the end of every run: those who came have gone, or
 * still sit there.
 */
#ifndef INFORMANTS_INFORMANTS_H
#define INFORMANTS_INFORMANTS_H

#include <stdbool.h>

#include "base/sim_time.h"
#include "informants/numbers.h"
#include "parts.h"

struct checking;
struct scenario;

/* The state of a site is known to this folder alone (informants_parts.h). NULL where no method of the
 * calendar has informants. */
struct informants;

PART(informants, INFORMANTS_NUMBER)

/* Whether a method of the calendar has such a stage. */
bool informants_are_asked(const struct scenario *scenario);
/* Reports what the tables cannot say (checking.h). */
void informants_check(const struct checking *checking);

#endif
