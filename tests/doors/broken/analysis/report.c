#include <omp.h>

static const char *const name = "town-meeting";
static const char price[] = "never_spoke";
