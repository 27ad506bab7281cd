#include "base/decay.h"
#include "base/same.h"

double decay_factor(sim_time half_life, sim_time span)
{
    if (half_life <= 0)
        return span > 0 ? 0.0 : 1.0;
    return same_exp2(-(double)span / (double)half_life);
}
