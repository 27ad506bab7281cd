/* Contested matters: people who are on different sides lean apart on them, and know other things of them.
 *
 * Who is on which side another mechanism knows; it tells of it once (knowledge_is_divided). Without a
 * division no matter is contested, and nothing is drawn. On a contested matter a person leans at first as her
 * side does, and a facet that speaks for a side is known to its people with `bias` times the weight of
 * others: shared arguments are what moves like-minded groups outward (Vinokur & Burnstein 1974).
 */
#ifndef KNOWLEDGE_CONTESTED_H
#define KNOWLEDGE_CONTESTED_H

#include "knowledge/knowledge.h"

enum { MOST_SIDES = 16 };

/* How people of a side lean at first: mean and standard deviation, 0 against to 1 for. */
struct side_leaning {
    double support, support_sd;
};

struct division {
    const uint8_t *side; /* of each person */
    struct side_leaning leans[MOST_SIDES];
    uint32_t sides;
    double bias;
    double proposals, questions; /* share of these that are contested */
};

/* From now on matters may be contested. The division is kept, not copied. */
void knowledge_is_divided(struct knowledge *knowledge, const struct division *division);
/* The person is another one, a guest, and may be on another side: she leans anew on all contested matters. */
void knowledge_leans_anew(struct knowledge *knowledge, uint32_t person);

/* --- for the files of this folder --- */

/* Whether a matter of this kind is contested; `drawn_as` numbers the draw (struct matter_plan). */
bool contested_is(const struct knowledge *knowledge, enum matter_kind kind, uint32_t drawn_as);
/* People lean by the side that they are on; one of them on the matter of this id. */
void contested_begin(const struct knowledge *knowledge, struct matter *matter);
float contested_leaning(const struct knowledge *knowledge, uint32_t matter, uint32_t person);
/* A person leans on a contested matter as her side does at first. */
void contested_lean(const struct knowledge *knowledge, struct matter *matter, uint32_t person);
/* Running sums over the people of their interest, where they are here, times the weight of their side: into
 * `scratch` for facets that speak for the matter, into `more_scratch` for the others. */
void contested_weigh(const struct knowledge *knowledge, const float *interest);
/* A common facet becomes known to the share of the people that it is to be known to, more of them on its own
 * side. Returns to how many. */
uint32_t contested_tell_many(const struct knowledge *knowledge, struct matter *matter, uint32_t facet);

/* The share of each side that knows such a facet, so that `share` of all do: shares go with the weights of
 * the sides, but none is above 1. `here` is how many of each side there are. */
void contested_shares(const struct division *division, const uint32_t *here, bool pro, double share,
                      double *shares);

#endif
