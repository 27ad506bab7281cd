/* The numbers of this mechanism: of itself and of its events: given once and never again. */
#ifndef MEASURES_NUMBERS_H
#define MEASURES_NUMBERS_H

#include "numbering.h"

enum { MEASURES_NUMBER = 9, MEASURES_LUCK = LUCK_OF(MEASURES_NUMBER) };

// clang-format off
enum measures_event {
    EVENT_SAMPLE = EVENTS_OF(MEASURES_NUMBER),  /* the time to write down the state */
};
// clang-format on

#endif
