/* What the states of a movement, one after the other, tell that one state cannot.
 *
 * Unity is the first moment at which integration is .5 or more. It splits duplication: what is wasted while
 * unlinked groups do the same unknown to each other, and what is still wasted afterwards. Balkanization is
 * the part of the integration once reached that is lost again, (M - I) / M with M the running maximum of I.
 * It is defined only where M is .5 or more (otherwise the movement was never unified) and where
 * differentiation has not fallen since M was reached: a movement that shrinks to one topic loses integration,
 * but does not fall apart into camps of its own.
 *
 * Beside these, means over the moments of what is measured at each: one number a run, so that runs can be
 * compared by it. A moment at which a measure is not defined is not among its moments.
 *
 * A course is taken state by state, so that a simulation can take its samples as they come.
 */
#ifndef STATE_COURSE_H
#define STATE_COURSE_H

#include "base/sim_time.h"
#include "state/duplication.h"
#include "state/state.h"

/* The cut between before and after unity: assumed. */
#define UNITY_INTEGRATION 0.5

/* What was measured at several moments: all alike, however far apart. */
struct course_mean {
    double sum;
    size_t count;
    const char *why; /* why it was not defined at the last moment at which it was not */
};

struct course {
    struct measured peak; /* running maximum of integration */
    struct measured differentiation_at_peak;
    sim_time unity; /* SIM_NEVER: not yet */
    struct effort_spent before, after;
    size_t states, integrated; /* taken, and of them those in which integration is defined */
    struct course_mean integration, differentiation, transformation, links_per_group, giant_component,
        balkanization;
    struct measured balkanized; /* at the last state */
};

struct course course_begin(void);

/* Takes the state at `at`, later than those before, and returns the balkanization there. Effort of the state
 * at which unity is reached belongs to the time after it. */
struct measured course_take(struct course *course, sim_time at, const struct state_view *view);

struct measured balkanization_now(const struct course *course);
struct measured duplication_before_unity(const struct course *course);
struct measured duplication_after_unity(const struct course *course);
struct measured time_to_unity(const struct course *course); /* in days */

/* Of the effort of all moments, before unity and after. */
struct measured duplication_of_all(const struct course *course);
struct measured mean_integration(const struct course *course);
struct measured mean_differentiation(const struct course *course);
struct measured mean_transformation(const struct course *course);
struct measured mean_links_per_group(const struct course *course);
struct measured mean_giant_component(const struct course *course);
struct measured mean_balkanization(const struct course *course);

#endif
