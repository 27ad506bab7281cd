/* Who blocks a call for consensus: by distance from the proposal and tension, one chance a person. */
#ifndef DECISIONS_BLOCKS_H
#define DECISIONS_BLOCKS_H

#include "decisions/decisions_parts.h"

/* How many block, of all who sit in the circle except the presenter; drawn anew at each hearing. */
uint32_t blocks_count(struct site *site, struct circle *circle, const struct hearing *hearing);

#endif
