/* The path of a movement: mean differentiation and integration at every sampling instant, and the phase.
 *
 * The phases are those of the mean path itself, by the rules of models/state/course.h: before unity its
 * integration has not come to one half yet; it falls apart where a tenth or more of its highest
 * integration is lost again while differentiation has not fallen; otherwise it is united. The tenth is where
 * the eye begins to see it, and no number of the theory.
 */
#ifndef ANALYSIS_PATH_H
#define ANALYSIS_PATH_H

#include "analysis/file/results.h"
#include "base/text.h"

/* Roles of the measures that make the path. */
#define DIFFERENTIATION "differentiation"
#define INTEGRATION     "integration"

/* From this integration on a movement is one: the cut of models/state/course.h. */
static const double UNITY = 0.5;

enum phase { PHASE_BEFORE, PHASE_UNITED, PHASE_FALLING_APART, PHASES };

struct stop {
    double day;
    double differentiation, integration;
    enum phase phase;
};

struct path {
    struct stop *stops; /* instants at which both are defined in some run */
    size_t count;
};

/* Whether the file has both measures of the movement, over time, with some value. */
bool path_recorded(const struct results *results);
struct path path_of(struct results *results, size_t design, struct arena *arena, struct trouble *trouble);

#endif
