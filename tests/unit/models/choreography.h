/* A session of the calendar in a house, for tests of who sits with whom. */
#ifndef UNIT_MODELS_CHOREOGRAPHY_H
#define UNIT_MODELS_CHOREOGRAPHY_H

#include "house.h"

static inline struct conversation *talk_of(struct house *house)
{
    return conversation_of(&house->hall.parts);
}

static inline struct circle *sits_in(struct house *house, uint32_t person)
{
    return circle_of(talk_of(house), person);
}

static inline bool inside(struct house *house, uint32_t person)
{
    return sits_in(house, person) != NULL && !person_sits_behind(talk_of(house), person);
}

/* All in one session of the calendar, which begins at once. */
static inline struct session *open_with(struct house *house, const char *stages)
{
    house_prepare(house);
    house->hall.settings.conversation.turn_cv = 0;
    house->hall.settings.conversation.gap_circle = 0;
    house_hold(house, house_line(house, stages), 0);
    house_open(house);
    run_until(house->hall.run, 1);
    return house_session(house, 0);
}

static inline void finish(struct house *house)
{
    house_check_books(house);
    house_close(house);
}

#endif
