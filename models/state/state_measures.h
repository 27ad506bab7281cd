/* Rows of the measures of a state, and of a course of states: what each is called, means and comes from. */
#ifndef STATE_STATE_MEASURES_H
#define STATE_STATE_MEASURES_H

#include "rows.h"
#include "state/course.h"

/* First those at every moment (MEASURE_TIME), then those of all moments (MEASURE_RUN). */
enum { STATE_MEASURES = 31 };
extern const struct measure_row state_measures[STATE_MEASURES];

#endif
