/* What people know and think of a new matter: for the files of this folder. Each draw has a key of its own,
 * so one person asked for alone is the same as among all. */
#ifndef KNOWLEDGE_INITIAL_H
#define KNOWLEDGE_INITIAL_H

#include "knowledge/knowledge.h"

enum { INITIAL_LANES = 256 };

/* Which facets speak for a matter; `drawn_as` numbers the draws (struct matter_plan). */
void initial_valence(const struct knowledge *knowledge, struct matter *matter, uint32_t drawn_as);
/* What everybody knows and thinks of a matter that keeps the minds of all. `knowers`: how many know each
 * facet. */
void initial_draw(struct knowledge *knowledge, struct matter *matter, const struct matter_plan *plan,
                  uint32_t *knowers);

/* Draws who knows what only few know. First initial_weigh, for so many knowers of all facets together, by the
 * interest of all people, or NULL where it is still to be drawn; then each facet. The function `learn` lets a
 * person know the facet, and says whether that was new to her. Returns how many know it. Where more people
 * are here than are needed, knowers are drawn among some: a systematic sample with a random start (Cochran
 * 1977, Sampling Techniques, chapter 8), of 64 people for each knower, and of no fewer than 2048. */
enum { CANDIDATES_EACH = 64, FEWEST_CANDIDATES = 2048 };
void initial_weigh(struct knowledge *knowledge, const struct matter *matter, double knowers,
                   const float *interest);
typedef bool learner(struct matter *matter, uint32_t person, uint32_t facet);
uint32_t initial_tell_few(const struct knowledge *knowledge, struct matter *matter, uint32_t facet,
                          int64_t knowers, learner *learn);

/* Of one person and a matter of this id; of `count` people from `first` on. */
float initial_interest(const struct knowledge *knowledge, uint32_t matter, uint32_t person);
void initial_interests(const struct knowledge *knowledge, uint32_t matter, float *interest); /* of all */
float *initial_interest_room(struct knowledge *knowledge); /* scratch for that of all */
float initial_leaning(const struct knowledge *knowledge, uint32_t matter, uint32_t person);
void initial_leanings(const struct knowledge *knowledge, uint32_t matter, uint32_t first, uint32_t count,
                      float *leanings);

/* How many facets, the first ones, many know. */
uint32_t initial_common(const struct knowledge *knowledge, const struct matter *matter);
/* How many knowers the others have together, as the settings have it. */
double initial_knowers(const struct knowledge *knowledge, const struct matter *matter);
/* Of each of `count` people from `first` on, a number that is below the share of those who know it, if she
 * knows such a facet. They lie in one piece of INITIAL_LANES. */
void initial_lanes(const struct knowledge *knowledge, const struct matter *matter, uint32_t facet,
                   uint32_t first, uint32_t count, float *lanes);
/* A facet becomes known to those of `count` people for whom `here` is 1 and whose lane is below the share;
 * `known` are the bit sets of all of them, of so many words each. Returns how many these are. */
uint32_t initial_give(uint64_t *known, uint32_t words, const uint64_t *here, const float *lanes,
                      uint32_t count, float share, uint32_t facet);
/* Where everybody knows the same number of facets (`each`): how many, and which, the first of `facets`, which
 * has room for all of the matter. */
uint32_t initial_each(const struct knowledge *knowledge, const struct matter *matter, uint32_t person,
                      uint32_t *facets);

#endif
