/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets KNOWLEDGE_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef KNOWLEDGE_NUMBERS_H
#define KNOWLEDGE_NUMBERS_H

#include "numbering.h"

enum { KNOWLEDGE_NUMBER = 2, KNOWLEDGE_LUCK = LUCK_OF(KNOWLEDGE_NUMBER) };

/* Beside each: the entity and the occasion. */
// clang-format off
enum knowledge_draw {
    DRAW_INTEREST = 4,         /* matter, person */
    DRAW_LEANING = 5,          /* matter, person */
    DRAW_VALENCE = 6,          /* matter, 0 */
    DRAW_COMMON = 7,           /* matter, facet; one lane a person */
    DRAW_KNOWERS = 8,          /* matter, facet */
    DRAW_SKILL = 44,           /* person, home; one lane a facet of the commons */
    DRAW_EACH = KNOWLEDGE_LUCK + 1, /* matter, person: which facets */
    DRAW_CONTESTED = KNOWLEDGE_LUCK + 16, /* matter, 0: whether it is */
    DRAW_PANEL = KNOWLEDGE_LUCK + 17, /* matter, part of the site: which run is on the panel */
    DRAW_CANDIDATES = KNOWLEDGE_LUCK + 18, /* matter, 0: with whom those begin who may be knowers */
};
// clang-format on

#endif
