/* What a turn does to those who hear it: passes over the arrays of the seats. */
#ifndef CONVERSATION_HEARING_H
#define CONVERSATION_HEARING_H

#include "conversation/conversation.h"

/* Time passes: energy drains and tension decays in all seats. */
void seats_feel(const struct people *people, struct seats *seats, sim_time span);
/* Hands are raised or bids stay unmet during a span: tension rises. `rate` in hands per hour of a bid of 1.
 */
void seats_bid_in_vain(const struct people *people, struct seats *seats, double rate, sim_time span,
                       bool stacked);
/* Everybody hears the speaker's position and mood; the speaker's own seat is put back. */
void seats_hear(const struct conversation *conversation, struct circle *circle, uint32_t speaker);
/* Everybody who does not know the facet learns it with the chance of retention times energy. */
void seats_learn(const struct conversation *conversation, struct circle *circle, uint32_t facet,
                 uint32_t occasion);
/* A turn about feelings: tension is relieved. */
void seats_relieve(const struct people *people, struct seats *seats, uint32_t speaker);
/* Opinions from leanings and arguments. */
void seats_weigh(const struct opinion_settings *settings, struct seats *seats);
/* Weights for the next turn. */
void seats_bid(const struct conversation *conversation, struct circle *circle);

#endif
