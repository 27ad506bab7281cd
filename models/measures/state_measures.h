/* Rows of the measures of a state, and of a course of states: what each is called, means and comes from. */
#ifndef MEASURES_STATE_MEASURES_H
#define MEASURES_STATE_MEASURES_H

#include "measures/course.h"
#include "record/outcome.h"

struct state_measure {
    struct measure measure; /* first, so that a pointer to the row is one to the measure */
    struct measured (*value)(const struct state_view *view);
};

struct course_measure {
    struct measure measure;
    struct measured (*value)(const struct course *course);
};

extern const struct state_measure state_measures[];
extern const struct course_measure course_measures[];
extern const struct measure balkanization_measure; /* a state's, but of its course: course_take */
extern const size_t state_measure_count, course_measure_count;

#endif
