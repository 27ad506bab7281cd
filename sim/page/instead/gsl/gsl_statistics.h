#include <gsl/gsl_statistics_double.h>
