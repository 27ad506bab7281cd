/* How the numbers of several sites become one (results.h). */
#include <math.h>
#include <string.h>

#include "analysis/file/results_file.h"

/* CF cell_methods are pairs "axis: method", perhaps several of them. */
enum over_sites results_over_sites_of(const char *cell_methods)
{
    static const char sum[] = "time: sum";
    const char *at = strstr(cell_methods, sum);
    char after = at == NULL ? 'x' : at[sizeof sum - 1];
    return after == '\0' || after == ' ' ? SITES_SUM : SITES_MEAN;
}

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

struct bounds results_bounds(struct bounds of_one, enum over_sites over_sites, size_t sites)
{
    if (!(of_one.least < of_one.most) || (!isfinite(of_one.least) && isfinite(of_one.most)))
        return (struct bounds)UNBOUNDED;
    if (over_sites == SITES_SUM && sites > 1)
        return of_one.least >= 0 ? (struct bounds)FROM_ZERO : (struct bounds)UNBOUNDED;
    return of_one;
}
