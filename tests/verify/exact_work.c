/* Exact numbers of work: parts in hand, word in time, and approval after the work. */
#include "exact.h"

#include <math.h>

/* With so many in hand at a time as many are finished together, after as many times the length of one. */
double part_is_finished(const double *with)
{
    int parts = (int)with[0], most = (int)with[1], finished = 0;
    double sum = 0;
    while (finished < parts) {
        int batch = parts - finished < most ? parts - finished : most;
        finished += batch;
        sum += batch * finished * with[2];
    }
    return sum / parts;
}

double no_word_in_time(const double *with)
{
    double missed = (1 - with[2]) * (1 - with[2]);
    return fmax(0, 1 - with[0] / with[1]) * missed;
}

double pair_of_parts_takes(const double *with)
{
    return with[0] * (1 + with[1] * with[2]);
}

double pair_of_parts_again(const double *with)
{
    double again = with[0] * with[1] / 2;
    return again / (1 + again);
}

double tasks_a_day(const double *with)
{
    return (1 - with[2] * with[3]) / (with[0] + with[1]);
}
