/* What all runs of a design together show at each instant of a course, or in each bin of a histogram. */
#ifndef ANALYSIS_COURSE_H
#define ANALYSIS_COURSE_H

#include "analysis/numbers/estimate.h"

/* Mean and interval at every instant or bin, into `means`, which has room for the measure's length. `loaded`:
 * what results_load gave. */
void course_means(const struct results *results, size_t measure, const double *loaded, size_t design,
                  double confidence, struct estimate *means);

/* Whether weekends can be marked: the file knows its weekdays, and the run is one of a few weeks. */
bool course_has_weekends(const struct results *results);

/* Days since the beginning, or what the bin counts. */
double course_place(const struct results *results, const struct results_measure *measure, size_t index);

#endif
