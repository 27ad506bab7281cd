/* Plain talk: turn after turn, with circles that fall apart when nobody facilitates them. */
#ifndef CONVERSATION_TALK_H
#define CONVERSATION_TALK_H

#include "conversation/conversation.h"

/* Starts the next turn, or a silence when nobody wants the floor; splits or merges an unfacilitated circle
 * first. */
void circle_talk_on(struct site *site, struct circle *circle);
/* Calls the guide of a silent circle, for instance after somebody joined. */
void circle_wake(struct site *site, struct circle *circle);
void circle_fall_apart(struct site *site, struct circle *circle);

#endif
