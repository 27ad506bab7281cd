/* What people know how to do: one matter of a site that nobody decides on.
 *
 * The commons has a few facets for each topic that people care for (people/interests.h); what a person knows
 * of them is her know-how. She knows a facet at first the more likely the more she cares for its topic, some
 * facets only outside experts know, and people learn the rest in conversations, as anything else. Everything
 * in it speaks for it and everybody is for it, so that talk about it makes no discord. Facets have the same
 * meaning at all sites.
 */
#ifndef KNOWLEDGE_COMMONS_H
#define KNOWLEDGE_COMMONS_H

#include "knowledge/knowledge.h"

enum { MOST_KNOW_HOW = 128, COMMONS_WORDS = MOST_KNOW_HOW / 64 };

/* Facets of the commons where people have interests, else 0. */
uint32_t commons_facets(const struct people *people);
/* NULL where people have no interests. */
struct matter *commons_new(struct knowledge *knowledge);
struct facet_set topic_facets(const struct knowledge *knowledge, uint32_t topic);
/* Facets that only experts know at first. */
struct facet_set expert_facets(const struct knowledge *knowledge);
/* commons_pack copies what a person knows, to be sent to another site; commons_unpack adds what was sent to
 * what her entry knows here. Without a commons (NULL) they do nothing. */
void commons_pack(const struct matter *commons, uint32_t person, uint64_t words[COMMONS_WORDS]);
void commons_unpack(struct matter *commons, uint32_t person, const uint64_t words[COMMONS_WORDS]);
/* What `person` of site `home` knew at first; every site draws the same. */
struct facet_set skills_draw(const struct knowledge *knowledge, uint32_t person, uint32_t home,
                             const float *interests);

#endif
