#ifndef INSTEAD_GSL_STATISTICS_DOUBLE_H
#define INSTEAD_GSL_STATISTICS_DOUBLE_H

#include <stddef.h>

double gsl_stats_mean(const double *numbers, size_t stride, size_t count);
double gsl_stats_variance(const double *numbers, size_t stride, size_t count);
double gsl_stats_variance_m(const double *numbers, size_t stride, size_t count, double mean);
double gsl_stats_sd_m(const double *numbers, size_t stride, size_t count, double mean);
double gsl_stats_covariance(const double *one, size_t one_stride, const double *other, size_t other_stride,
                            size_t count);
double gsl_stats_quantile_from_sorted_data(const double *sorted, size_t stride, size_t count, double share);

#endif
