/* Exact numbers of what people do to each other: feelings, ties, hosts, sides, and what they write. */
#include "exact.h"

#include <math.h>
#include <stdbool.h>

/* --- feelings, silence, ties --- */

double tension_left(const double *with)
{
    return pow((1 - 0.15) * pow(1 - 0.02, with[0] - 1), with[1]);
}

double left_in_silence(const double *with)
{
    return exp(-with[0] * with[1]);
}

double opinion_in_silence(const double *with)
{
    return with[1] + (with[0] - with[1]) * exp(-with[2] * with[3]);
}

double noticed_in_silence(const double *with)
{
    return 1 - exp(-with[0] * with[1] * with[2]);
}

double ties_grown(const double *with)
{
    return with[2] * (1 - pow(1 - with[0], with[1]));
}

double days_to_first(const double *with)
{
    return exp(with[2] * (with[0] - 1) * with[3]) / (with[0] * with[1]);
}

/* A chain of two steps: from two people to one, from one to nobody. */
double pairs_drifted(const double *with)
{
    double alone = with[1], together = 2 * alone * with[2], days = with[3];
    double two = exp(-together * days);
    double one =
        together == alone ? alone * days * two : together / (alone - together) * (two - exp(-alone * days));
    return with[0] * (2 - 2 * two - one);
}

/* --- advice --- */

double items_taken_with_advice(const double *with)
{
    double by_lot = 1 - with[2];
    return by_lot > 0 ? with[1] / by_lot * (1 - pow(1 - by_lot / with[1], with[0])) : with[0];
}

double best_of_several(const double *with)
{
    double sum = 0;
    for (int i = 1; i <= (int)with[0]; i++)
        sum += 1.0 / i;
    return sum;
}

/* --- who posts and reads --- */

/* Sums over the rates: normal z from -9 to sd + 9, by the trapezoid rule; `most` is the largest count that is
 * not counted: posts of those who write more, and their share of the people. */
struct posting {
    double share, posts;
};

static double poisson_above(double rate, int most)
{
    double term = exp(-rate), sum = term;
    for (int count = 1; count <= most; count++)
        sum += term *= rate / count;
    return most < 0 ? 1.0 : 1.0 - sum;
}

static struct posting posting_above(double mean, double sd, int most)
{
    enum { STEPS = 4000 };
    double from = -9, until = sd + 9, step = (until - from) / STEPS;
    struct posting all = {0, 0};
    for (int i = 0; i <= STEPS; i++) {
        double z = from + i * step, rate = mean * exp(sd * z - sd * sd / 2);
        double weight = exp(-z * z / 2) / sqrt(2 * M_PI) * step * (i == 0 || i == STEPS ? 0.5 : 1.0);
        bool sure = rate > 4.0 * most + 100; /* e^-rate would be 0, and nobody writes so little */
        all.share += weight * (sure ? 1.0 : poisson_above(rate, most));
        all.posts += weight * rate * (sure ? 1.0 : poisson_above(rate, most - 1));
    }
    return all;
}

double never_post(const double *with)
{
    return 1.0 - posting_above(with[0], with[1], 0).share;
}

double people_who_post(const double *with)
{
    return with[2] * (1.0 - never_post(with));
}

/* Of those who write just as much as the last of them, a part. */
double posts_of_top(const double *with)
{
    int few = -1, many = 1;
    while (posting_above(with[0], with[1], many).share > with[2])
        many *= 2;
    while (many - few > 1) {
        int middle = (few + many) / 2;
        if (posting_above(with[0], with[1], middle).share > with[2])
            few = middle;
        else
            many = middle;
    }
    struct posting top = posting_above(with[0], with[1], many);
    return (top.posts + (with[2] - top.share) * many) / with[0];
}

double came_by(const double *with)
{
    return 1.0 - exp(-with[0] * with[1]);
}

double know_by_reading(const double *with)
{
    return with[0] + (1.0 - with[0]) * with[1] * came_by(with + 2);
}

/* --- hosts --- */

/* So many of those who come can host. */
static double chance_of_hosts(const double *with, int hosts)
{
    int people = (int)with[0], can = (int)with[1], come = (int)with[2];
    return ways_to_choose(can, hosts) * ways_to_choose(people - can, come - hosts) /
           ways_to_choose(people, come);
}

double circles_with_host(const double *with)
{
    double share = 0;
    for (int hosts = 0; hosts <= (int)with[1]; hosts++)
        share += chance_of_hosts(with, hosts) * fmin(hosts, with[3]) / with[3];
    return share;
}

double all_with_host(const double *with)
{
    double chance = 0;
    for (int hosts = (int)with[3]; hosts <= (int)with[1]; hosts++)
        chance += chance_of_hosts(with, hosts);
    return chance;
}

double known_to_any(const double *with)
{
    return 1 - pow(1 - with[1] / with[2], with[0]);
}

double skill_in_practice(const double *with)
{
    double missing = 0;
    for (int session = 0; session < (int)with[3]; session++)
        missing += (1 - with[0]) * pow(1 - with[1], with[2] * session);
    return 1 - missing / with[3];
}

/* --- sides --- */

double turns_from_across(const double *with)
{
    return with[0] / 2 / (with[0] - 1);
}

double warmth_of_friends(const double *with)
{
    double missing = 1 - with[2];
    return missing * (1 - pow(1 - with[1], with[0])) * pow(2, -with[3]);
}

double warmth_after(const double *with)
{
    return with[2] + warmth_of_friends(with);
}

double warmth_with_jars(const double *with)
{
    double apart = with[2], between = with[2], contact = with[1];
    for (int round = 0; round < (int)with[0]; round++) {
        apart -= with[3] * contact * apart;
        apart += contact * (1 - apart);
        apart += contact * (1 - apart);
        between += contact * (1 - between);
        between += contact * (1 - between);
    }
    return (apart + between) / 2 - with[2];
}

/* Known to somebody of so many, of the arguments for their side (`own`) or against it; two sides of one size
 * know `share` in the mean, one of them `bias` times as often as the other. */
static double pooled(const double *with, bool own)
{
    double bias = with[0], each = 2 * with[2] / (bias + 1) * (own ? bias : 1);
    return 1 - pow(1 - each, with[1]);
}

double arguments_pooled(const double *with)
{
    return (pooled(with, true) + pooled(with, false)) / 2;
}

/* Each argument that somebody knows is for their side with the same chance, however many there are: so the
 * mean of the share is that chance. */
double gap_of_like_minded(const double *with)
{
    double share = pooled(with, true) / (pooled(with, true) + pooled(with, false));
    double opinion = (with[3] + share) / 2;
    return 2 * opinion - 1;
}
