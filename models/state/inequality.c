#include <math.h>

#include "base/same.h"
#include "base/sorting.h"
#include "state/inequality.h"

double inequality_gini(double *values, double *room, uint32_t count)
{
    double sum = 0, weighted = 0;
    sort_numbers(values, room, count);
    for (uint32_t i = 0; i < count; i++) {
        sum += values[i];
        weighted += (2.0 * i - count + 1.0) * values[i];
    }
    return sum > 0 ? fmax(0, weighted / (count * sum)) : NAN; /* of equal values rounding may leave -3e-17 */
}

double effective_share(const double *values, uint32_t count)
{
    double sum = 0, entropy = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += values[i];
    if (!(sum > 0))
        return NAN;
    for (uint32_t i = 0; i < count; i++)
        if (values[i] > 0)
            entropy -= values[i] / sum * same_log(values[i] / sum);
    return fmin(1, same_exp(entropy) / count);
}
