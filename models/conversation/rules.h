/* Rules of a conversation that a scenario or method chooses by name. Add one in its file and in its list. */
#ifndef CONVERSATION_RULES_H
#define CONVERSATION_RULES_H

#include "conversation/conversation.h"

struct told;

/* Who speaks next. */
struct floor_rule {
    struct choice choice;
    bool stacked; /* hands are raised and queue; where none is up, the floor is offered to all */
    bool once;    /* one turn a person */
    /* The seat that gets the floor; circle->seats.count when nobody does. A stacked rule is asked only while
     * a hand is up. `draw` belongs to this turn. */
    uint32_t (*next)(struct conversation *conversation, struct circle *circle, struct draw *draw);
};

/* What a speaker says. */
struct content_rule {
    struct choice choice;
    /* Puts facets into circle->channel.turn for the speaker in `seat`. */
    void (*say)(const struct conversation *conversation, struct circle *circle, uint32_t seat,
                struct draw *draw);
};

/* How listeners move. */
struct influence_rule {
    struct choice choice;
    bool argues; /* facets known weigh in the opinion */
    /* One voice is heard: the pass of hearing_pass.h, with this rule's step. It changes the speaker's own
     * entry like the others; the caller restores it. */
    void (*heard)(const struct seats *seats, const struct told *told);
    /* All positions are shown at once: `shown` has one a seat; result goes to seats->mind.leaning. */
    void (*shown)(const struct opinion_settings *settings, struct seats *seats, const float *shown);
};

extern const struct choice *const floor_rules[];
/* How the floor is offered and taken while nobody's hand is up: speakers select themselves. So a stack
 * decides who waits, and in which order, and not how much is said. */
const struct floor_rule *floor_without_hands(void);
extern const struct choice *const content_rules[];
extern const struct choice *const influence_rules[];

#endif
