/* How the numbers of several sites become one (results.h). */
#include <math.h>

#include "analysis/file/results_file.h"

double results_over_sites(const struct results_measure *measure, const double *numbers, size_t length,
                          size_t index, size_t site)
{
    if (site != ALL_SITES)
        return numbers[site * length + index];
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < measure->sites; i++) {
        double number = numbers[i * length + index];
        if (isfinite(number)) {
            sum += number;
            count++;
        }
    }
    if (measure->over_sites == SITES_SUM)
        return count < measure->sites ? NAN : sum;
    return count == 0 ? NAN : sum / (double)count;
}
