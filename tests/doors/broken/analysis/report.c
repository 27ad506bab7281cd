#include <omp.h>

static const char *const name = "town-meeting";
