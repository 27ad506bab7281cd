/* Exact numbers of sparks: cascades as branching processes, and races with a deadline. */
#include <math.h>

#include "exact.h"

enum { MOST_SIZE = 128 };

/* --- cascades --- */

/* Chances of 0, 1, 2 ... others: Poisson with a lognormal mean, normal z by the trapezoid rule. */
static void chances_of_others(double mean, double sd, int count, double *chance)
{
    enum { STEPS = 4000, WIDTH = 9 };
    double from = -WIDTH, until = sd + WIDTH, step = (until - from) / STEPS;
    for (int k = 0; k < count; k++)
        chance[k] = 0;
    for (int i = 0; i <= STEPS; i++) {
        double z = from + i * step, rate = mean * exp(sd * z - sd * sd / 2);
        double weight = exp(-z * z / 2) / sqrt(2 * M_PI) * step * (i == 0 || i == STEPS ? 0.5 : 1.0);
        double term = exp(-rate);
        for (int k = 0; k < count; k++) {
            chance[k] += weight * term;
            term *= rate / (k + 1);
        }
    }
}

/* The chance that so many people make one less active: of the power of the generating function of one, by the
 * recurrence of Miller (Knuth, The Art of Computer Programming, 4.7). */
static double one_less(const double *chance, int people)
{
    double power[MOST_SIZE];
    power[0] = pow(chance[0], people);
    for (int m = 1; m < people; m++) {
        power[m] = 0;
        for (int k = 1; k <= m; k++)
            power[m] += ((double)k * people - m + k) * chance[k] * power[m - k];
        power[m] /= m * chance[0];
    }
    return power[people - 1];
}

/* The whole progeny: Dwass 1969, doi:10.2307/3212112. */
double cascades_from(const double *with)
{
    double chance[MOST_SIZE], smaller = 0;
    int size = (int)with[2];
    chances_of_others(with[0], with[1], size, chance);
    for (int people = 1; people < size; people++)
        smaller += one_less(chance, people) / people;
    return 1 - smaller;
}

double cascade_mean(const double *with)
{
    return 1 / (1 - with[0]);
}

/* One more generation after the other, until nothing is added. */
double people_of_levels(const double *with)
{
    enum { LEVELS = 3, GENERATIONS = 500 };
    const double makes[LEVELS][LEVELS] = {{0.3, 0.1, 0.2}, {0.2, 0.2, 0.3}, {0.1, 0.05, 0.5}};
    double now[LEVELS] = {0}, all = 0;
    now[(int)with[0]] = 1;
    for (int generation = 0; generation < GENERATIONS; generation++) {
        double next[LEVELS] = {0};
        for (int from = 0; from < LEVELS; from++) {
            all += now[from];
            for (int to = 0; to < LEVELS; to++)
                next[to] += now[from] * makes[from][to];
        }
        for (int level = 0; level < LEVELS; level++)
            now[level] = next[level];
    }
    return all;
}

/* --- a deadline --- */

/* Who contributes before she loses interest, within so many days. */
static double race(double gives, double goes, double days)
{
    return gives / (gives + goes) * (1 - exp(-(gives + goes) * days));
}

double who_contributes(const double *with)
{
    const double hurry = 7;
    double gives = with[0], goes = log(2) / with[1], due = with[2];
    if (due <= 0)
        return gives / (gives + goes);
    double still = exp(-(gives + goes) * (due - hurry));
    return race(gives, goes, due - hurry) + still * race(gives * (1 + with[3]), goes, hurry);
}
