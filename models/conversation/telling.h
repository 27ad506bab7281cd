/* What a person knows, and what she learns otherwise than in talk: in work, from a book, from an expert.
 *
 * While she sits in a circle on the matter, her seat holds what she knows, so both functions look there.
 */
#ifndef CONVERSATION_TELLING_H
#define CONVERSATION_TELLING_H

#include "conversation/conversation.h"

struct facet_set person_knows(struct conversation *conversation, const struct matter *matter,
                              uint32_t person);
/* True when it was new to her. */
bool person_learns(struct conversation *conversation, struct matter *matter, uint32_t person, uint32_t facet);

#endif
