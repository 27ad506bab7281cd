/* What a person knows, and what she learns otherwise than in talk: in work, from a record, from an expert, by
 * herself.
 *
 * While she sits in a circle on the matter, her seat holds what she knows, so all functions look there. Of an
 * inquiry they keep the books (inquiries/insights.h), and who learns the last part of an insight may notice
 * it.
 */
#ifndef CONVERSATION_TELLING_H
#define CONVERSATION_TELLING_H

#include "conversation/conversation.h"

struct facet_set person_knows(struct conversation *conversation, const struct matter *matter,
                              uint32_t person);
/* She hears a facet or an insight that need not be known here yet. True when it was new to her. */
bool person_learns(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet);
/* The same of what she learned at another site: what she could notice then, she noticed there or did not. */
bool person_brings(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet);

/* Each insight of which she knows all parts, and not the insight itself, she notices with this chance, as in
 * a silence: a new draw each time, whatever became of the first. Returns how many she noticed. `draw` belongs
 * to who asks. */
uint32_t person_notices(struct conversation *conversation, struct matter *matter, uint32_t person,
                        double chance, struct draw *draw);

#endif
