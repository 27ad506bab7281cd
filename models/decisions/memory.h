/* Who was at earlier hearings of a proposal, and what was said there: so it is known how much of a hearing
 * goes to people who come for the first time and tell what was told before. It changes nothing. */
#ifndef DECISIONS_MEMORY_H
#define DECISIONS_MEMORY_H

#include "decisions/decisions_parts.h"

/* A turn of the hearing under way is over. */
void memory_hears(struct site *site, const struct hearing *hearing, const struct turn *turn);
/* The hearing of a proposal ends in this circle, where people still sit. */
void memory_keeps(struct site *site, const struct hearing *hearing, const struct circle *circle);

#endif
