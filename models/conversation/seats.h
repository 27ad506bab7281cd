/* Memory of seats, and what goes between a seat and the person on it. */
#ifndef CONVERSATION_SEATS_H
#define CONVERSATION_SEATS_H

#include "conversation/conversation.h"

/* Room for at least `room` seats, kept in classes of powers of two. */
void seats_take(struct conversation *conversation, struct seats *seats, uint32_t room);
void seats_give_back(struct conversation *conversation, struct seats *seats);
/* The same people with more room. */
void seats_enlarge(struct conversation *conversation, struct seats *seats);
/* Fills seat i from the books of its person; stores the seat into them. */
void seat_load(struct conversation *conversation, struct circle *circle, uint32_t i);
void seat_store(struct conversation *conversation, struct circle *circle, uint32_t i, sim_time now);
void seat_load_matter(struct conversation *conversation, struct circle *circle, uint32_t i);
void seat_store_matter(struct conversation *conversation, struct circle *circle, uint32_t i);
/* What the person on seat i knows of the matter. */
struct facet_set seat_facets(const struct seats *seats, uint32_t words, uint32_t i);
/* She learns a facet that she did not know. */
void seat_learn(struct circle *circle, uint32_t i, uint32_t facet);
/* Seat `from` moves to place `to`. */
void seat_move(struct conversation *conversation, struct seats *seats, uint32_t to, uint32_t from);

#endif
