/* What people know how to do: one matter of a site that nobody decides on.
 *
 * The commons has a few facets for each topic that people care for (people/interests.h); what a person knows
 * of them is her know-how. She knows a facet at first the more likely the more she cares for its topic, some
 * facets only outside experts know, and the rest is passed on in conversations as anything else is.
 * Everything in it speaks for it and everybody is for it, so that talk about it makes no discord. Facets have
 * the same meaning at all sites.
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
/* Her know-how as words of a bit set, to be sent to another site; and what was sent is added to what her
 * entry knows here. Nothing happens where there is no commons. */
void commons_pack(const struct matter *commons, uint32_t person, uint64_t words[COMMONS_WORDS]);
void commons_unpack(struct matter *commons, uint32_t person, const uint64_t words[COMMONS_WORDS]);
/* What `person` of site `home` knew at first; the same wherever it is asked. */
struct facet_set skills_draw(const struct knowledge *knowledge, uint32_t person, uint32_t home,
                             const float *interests);

#endif
