#include "base/decay.h"

#include <math.h>

double decay_factor(sim_time half_life, sim_time span)
{
    if (half_life <= 0)
        return span > 0 ? 0.0 : 1.0;
    return exp2(-(double)span / (double)half_life);
}
