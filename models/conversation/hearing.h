/* What a turn does to those who hear it: passes over the arrays of the seats. */
#ifndef CONVERSATION_HEARING_H
#define CONVERSATION_HEARING_H

#include "conversation/conversation.h"

/* Time passes: energy drains and tension decays in all seats. */
void seats_feel(const struct people *people, struct seats *seats, sim_time span);
/* The turn that just ended is heard, `span` after seats were last true. Time passes; everybody who does not
 * know what was said learns it with the chance of retention times energy; everybody hears the speaker's
 * position and mood; bids are made, and what cannot be met raises tension. */
void seats_hear(const struct conversation *conversation, struct circle *circle, sim_time span);
/* The same after a pause: nobody spoke. */
void seats_wait(const struct conversation *conversation, struct circle *circle, sim_time span);
/* Opinions from leanings and arguments: of one seat, of all. */
void seat_weigh(const struct opinion_settings *settings, struct seats *seats, uint32_t i);
void seats_weigh(const struct opinion_settings *settings, struct seats *seats);
/* Weights for the next turn. */
void seats_bid(const struct conversation *conversation, struct circle *circle);

#endif
