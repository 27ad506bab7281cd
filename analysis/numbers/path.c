#include "analysis/numbers/path.h"

#include <math.h>
#include <string.h>

#include "analysis/plain/plain.h"

static const double least_balkanization = 0.1;

static bool has_course(const struct results *results, const char *role)
{
    size_t measure = results_find_role(results, role);
    return measure != NOT_FOUND && results->measures[measure].extent == EXTENT_TIME;
}

bool path_recorded(const struct results *results)
{
    return has_course(results, DIFFERENTIATION) && has_course(results, INTEGRATION);
}

/* Courses of a measure in every run of a design, [replication][instant]; all NaN where there is none. */
static double *courses_of(struct results *results, const char *role, size_t design, struct arena *arena,
                          struct trouble *trouble)
{
    const size_t length = results->time_count;
    size_t measure = results_find_role(results, role);
    double *courses = ARENA_NEW(arena, double, results->replications *length + 1);
    const double *loaded = has_course(results, role) ? results_load(results, measure, trouble) : NULL;
    for (size_t i = 0; i < results->replications * length; i++)
        courses[i] = NAN;
    for (size_t i = 0; loaded != NULL && i < results->runs[design]; i++)
        results_course(results, measure, loaded, design, i, ALL_SITES, courses + i * length);
    return courses;
}

/* Mean over the runs that have one at this instant. */
static double mean_at(const struct results *results, const double *courses, size_t instant)
{
    double sum = 0, count = 0;
    for (size_t i = 0; i < results->replications; i++) {
        double value = courses[i * results->time_count + instant];
        sum += isfinite(value) ? value : 0;
        count += isfinite(value) ? 1 : 0;
    }
    return count > 0 ? sum / count : NAN;
}

/* What the path has seen so far. */
struct course {
    struct stop peak; /* where integration was highest */
    bool united;
};

static enum phase phase_at(struct course *course, const struct stop *stop)
{
    const double rounding = 1e-9;
    if (!(stop->integration <= course->peak.integration))
        course->peak = *stop;
    course->united = course->united || stop->integration >= UNITY;
    if (!course->united)
        return PHASE_BEFORE;
    double lost = (course->peak.integration - stop->integration) / course->peak.integration;
    bool fallen = stop->differentiation < course->peak.differentiation - rounding;
    return lost >= least_balkanization && !fallen ? PHASE_FALLING_APART : PHASE_UNITED;
}

struct path path_of(struct results *results, size_t design, struct arena *arena, struct trouble *trouble)
{
    struct path path = {.stops = ARENA_NEW(arena, struct stop, results->time_count + 1)};
    const double *across = courses_of(results, DIFFERENTIATION, design, arena, trouble);
    const double *up = courses_of(results, INTEGRATION, design, arena, trouble);
    struct course course = {.peak = {.integration = NAN}};
    for (size_t i = 0; i < results->time_count; i++) {
        struct stop stop = {results->times[i], mean_at(results, across, i), mean_at(results, up, i),
                            PHASE_BEFORE};
        if (!isfinite(stop.differentiation) || !isfinite(stop.integration))
            continue;
        stop.phase = phase_at(&course, &stop);
        path.stops[path.count++] = stop;
    }
    return path;
}

/* The first stop of the stretch of one phase in which the path ends. */