#include "base/require.h"
#include "gathering/gathering.h"
#include "random/draw.h"
static const struct measure_row row = {.measure = {NAMED("never_spoke", "1", SHARE)}};
static bool talks(const struct stage *stage)
{
    return stage->verb == &verb_converse;
}
