#ifndef INSTEAD_GSL_SORT_H
#define INSTEAD_GSL_SORT_H

#include <stddef.h>

/* From the least to the most. */
void gsl_sort(double *numbers, size_t stride, size_t count);

#endif
