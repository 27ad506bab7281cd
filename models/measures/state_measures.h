/* Rows of the measures of a state, and of a course of states: what each is called, means and comes from. */
#ifndef MEASURES_STATE_MEASURES_H
#define MEASURES_STATE_MEASURES_H

#include "measures/course.h"
#include "rows.h"

/* First those at every moment (MEASURE_TIME), then those of all moments (MEASURE_RUN). */
extern const struct measure_row state_measures[];
extern const size_t state_measure_count;

#endif
