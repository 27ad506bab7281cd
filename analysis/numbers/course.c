#include "analysis/numbers/course.h"

#include <stdlib.h>

#include "base/require.h"

void course_means(const struct results *results, size_t measure, const double *loaded, size_t design,
                  double confidence, struct estimate *means)
{
    const size_t room = results->runs[design], length = results->measures[measure].length;
    double *course = must_allocate(length + 1, sizeof *course);
    double *values = must_allocate(length * room + 1, sizeof *values);
    for (size_t i = 0; i < room; i++) {
        results_course(results, measure, loaded, design, i, ALL_SITES, course);
        for (size_t j = 0; j < length; j++)
            values[j * room + i] = course[j];
    }
    for (size_t j = 0; j < length; j++)
        means[j] = estimate_mean(values + j * room, room, results->measures[measure].bounds, confidence);
    free(values);
    free(course);
}

double course_place(const struct results *results, const struct results_measure *measure, size_t index)
{
    return measure->extent == EXTENT_TIME ? results->times[index] : measure->bins[index];
}

bool course_has_weekends(const struct results *results)
{
    enum { LEAST_DAYS = 7, MOST_DAYS = 70 };
    const double last = results->time_count == 0 ? 0 : results->times[results->time_count - 1];
    return results->calendar.line_count > 0 && last >= LEAST_DAYS && last <= MOST_DAYS;
}
