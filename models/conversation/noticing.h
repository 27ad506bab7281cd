/* Who notices an insight while a turn is heard: those who learned its last part from it
 * (inquiries/insights.h).
 */
#ifndef CONVERSATION_NOTICING_H
#define CONVERSATION_NOTICING_H

#include "conversation/conversation.h"

/* Remembers what the seats know before the turn that has just ended is heard, of what it says. */
void seats_remember(struct conversation *conversation, const struct circle *circle);
/* After it was heard: only those can notice something who know more than before. */
void seats_notice(struct conversation *conversation, struct circle *circle);

#endif
