#include "exact.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

double published(const double *with)
{
    return with[0];
}

double time_to_decision(const double *with)
{
    double load = with[0], cv = with[1], pause = with[2];
    return 1.0 + load * (1.0 + cv * cv) / (2.0 * (1.0 - load)) + pause / 2.0;
}

double items_open(const double *with)
{
    return with[0] * time_to_decision(with);
}

double wait_with_pauses(const double *with)
{
    double rate = with[0], length = with[1], cv = with[2], pause = with[3];
    double square = length * length * (1.0 + cv * cv);
    return rate * square / (2.0 * (1.0 - rate * length)) + pause / 2.0;
}

static double poisson(double mean, int count)
{
    return exp(count * log(mean) - mean - lgamma(count + 1.0));
}

/* The stationary distribution of what is left, Y' = max(Y + A - most, 0), by iteration. */
double bulk_wait(const double *with)
{
    enum { STATES = 400, ARRIVALS = 60, STEPS = 3000 };
    double rate = with[0], left[STATES] = {1.0}, arrive[ARRIVALS];
    int most = (int)with[1];
    for (int a = 0; a < ARRIVALS; a++)
        arrive[a] = poisson(rate, a);
    for (int step = 0; step < STEPS; step++) {
        double next[STATES] = {0};
        for (int y = 0; y < STATES; y++)
            for (int a = 0; a < ARRIVALS; a++) {
                int rest = y + a - most;
                rest = rest < 0 ? 0 : rest >= STATES ? STATES - 1 : rest;
                next[rest] += left[y] * arrive[a];
            }
        memcpy(left, next, sizeof left);
    }
    double mean = 0;
    for (int y = 0; y < STATES; y++)
        mean += y * left[y];
    return (mean + rate / 2.0) / rate;
}

/* A session a day that takes up one item after the other: at most `most` of them, each of the same length,
 * and it ends early when nobody waits. What waits at its opening is a Markov chain (Bailey 1954, with the
 * arrivals during the session); its stationary distribution by iteration, and the mean number that wait,
 * integrated over the day, by Little's law. */
double session_wait(const double *with)
{
    enum { STATES = 200, ARRIVALS = 60, STEPS = 1500, MOST = 8 };
    double rate = with[0], length = with[2], opening[STATES] = {1.0}, mean = 0;
    double in_slot[ARRIVALS], after[MOST + 1][ARRIVALS];
    int most = (int)with[1];
    for (int a = 0; a < ARRIVALS; a++)
        in_slot[a] = poisson(rate * length, a);
    for (int slot = 0; slot <= most; slot++)
        for (int a = 0; a < ARRIVALS; a++)
            after[slot][a] = poisson(rate * (1 - slot * length), a);
    for (int step = 0; step < STEPS; step++) {
        double next[STATES] = {0}, now[STATES];
        memcpy(now, opening, sizeof now);
        mean = 0;
        for (int slot = 0; slot <= most; slot++) {
            double later[STATES] = {0};
            for (int n = 0; n < STATES; n++) {
                if (now[n] < 1e-18)
                    continue;
                bool goes_on = slot < most && n > 0;
                double span = goes_on ? length : 1 - slot * length;
                const double *arrive = goes_on ? in_slot : after[slot];
                int waits = goes_on ? n - 1 : n;
                mean += now[n] * (waits + rate * span / 2) * span;
                for (int a = 0; a < ARRIVALS; a++) {
                    int then = waits + a < STATES ? waits + a : STATES - 1;
                    (goes_on ? later : next)[then] += now[n] * arrive[a];
                }
            }
            memcpy(now, later, sizeof now);
        }
        memcpy(opening, next, sizeof opening);
    }
    return mean / rate;
}

double visits_needed(const double *with)
{
    return 1.0 / (1.0 - with[0]);
}

double decided_on_visit(const double *with)
{
    return (1.0 - with[0]) * pow(with[0], with[1] - 1.0);
}

double report_back(const double *with)
{
    return with[0] / with[2] + with[1] * with[2];
}

double partners_met(const double *with)
{
    double others = with[0] - 1.0, beside = with[1] - 1.0;
    return others * (1.0 - pow(1.0 - beside / others, with[2]));
}

double partners_with_hosts(const double *with)
{
    double people = with[0], table = with[1], rounds = with[2];
    double hosts = people / table, guests = people - hosts;
    double host_meets = guests * (1.0 - pow(1.0 - (table - 1.0) / guests, rounds));
    double guest_meets_hosts = hosts * (1.0 - pow(1.0 - 1.0 / hosts, rounds));
    double guest_meets_guests = (guests - 1.0) * (1.0 - pow(1.0 - (table - 2.0) / (guests - 1.0), rounds));
    return (hosts * host_meets + guests * (guest_meets_hosts + guest_meets_guests)) / people;
}

double ways_to_choose(int of, int count)
{
    if (count < 0 || count > of)
        return 0.0;
    return exp(lgamma(of + 1.0) - lgamma(count + 1.0) - lgamma(of - count + 1.0));
}

/* Chance that exactly `empty` of the tables hold nobody who knows, by inclusion and exclusion. */
static double tables_without(int people, int table, int know, int empty)
{
    int tables = people / table;
    double sum = 0;
    for (int i = empty; i <= tables; i++) {
        double all = ways_to_choose(tables, i) * ways_to_choose(people - table * i, know) /
                     ways_to_choose(people, know);
        sum += ((i - empty) % 2 == 0 ? 1.0 : -1.0) * ways_to_choose(i, empty) * all;
    }
    return sum;
}

double people_reached(const double *with)
{
    enum { MOST_PEOPLE = 100 };
    int people = (int)with[0], table = (int)with[1];
    double know[MOST_PEOPLE + 1] = {0}, mean = 0;
    know[1] = 1.0;
    for (int round = 0; round < (int)with[2]; round++) {
        double next[MOST_PEOPLE + 1] = {0};
        for (int k = 1; k <= people; k++)
            for (int empty = 0; know[k] > 0 && empty <= people / table; empty++)
                next[people - table * empty] += know[k] * tables_without(people, table, k, empty);
        memcpy(know, next, sizeof know);
    }
    for (int k = 0; k <= people; k++)
        mean += k * know[k];
    return mean;
}

/* Two owners sit at one table with chance s. Else two tables full of people know one part each. In the second
 * round those of one of them take some number of tables; none of the others may sit there. */
double parts_met(const double *with)
{
    int people = (int)with[0], table = (int)with[1], tables = people / table;
    double beside = (table - 1.0) / (people - 1.0), apart = 0;
    if (with[2] < 2)
        return with[2] < 1 ? 0.0 : beside;
    for (int empty = 0; empty < tables; empty++)
        apart += tables_without(people, table, table, empty) * ways_to_choose(empty * table, table) /
                 ways_to_choose(people - table, table);
    return beside + (1.0 - beside) * (1.0 - apart);
}

double insights_met(const double *with)
{
    double same = 1.0 / with[0];
    return same + (1.0 - same) * parts_met(with);
}

double parts_at_first(const double *with)
{
    return 1.0 - pow(1.0 - pow(with[0], with[1]), with[2]);
}

struct sampling {
    int people, shared;
    double rounds;
};

/* Sum over how many unshared facets each person knows: `left` are to be dealt to `person` and those after
 * her. `weight` is the chance of what was dealt so far, `missed` the chance that a shared facet was voiced by
 * nobody before her, `said` the unshared facets voiced so far. */
static double deal_facets(const struct sampling *sampling, int person, int left, double weight, double missed,
                          double said)
{
    if (person == sampling->people)
        return left > 0 ? 0.0 : weight * (sampling->shared * (1.0 - missed) + said);
    double sum = 0, share = 1.0 / (sampling->people - person);
    for (int own = 0; own <= left; own++) {
        double rest = left == own ? 1.0 : pow(1.0 - share, left - own);
        double chance = ways_to_choose(left, own) * pow(share, own) * rest;
        int known = sampling->shared + own;
        double miss = known > 0 ? pow(1.0 - 1.0 / known, sampling->rounds) : 1.0;
        sum += deal_facets(sampling, person + 1, left - own, weight * chance, missed * miss,
                           said + own * (1.0 - miss));
    }
    return sum;
}

double share_voiced(const double *with)
{
    struct sampling sampling = {(int)with[0], (int)with[1], with[3]};
    return deal_facets(&sampling, 0, (int)with[2], 1.0, 1.0, 0.0) / (with[1] + with[2]);
}

double circles_of_size(const double *with)
{
    int others = (int)with[0], there = (int)with[2] - 1;
    return ways_to_choose(others, there) * pow(with[1], there) * pow(1.0 - with[1], others - there);
}

double time_alone(const double *with)
{
    return pow(1.0 - with[1], with[0]) / (1.0 + with[0] * with[1]);
}

double people_arrived(const double *with)
{
    double rate = with[0], half = with[1], days = with[2];
    return half > 0 ? rate * half / log(2) * (1.0 - pow(2.0, -days / half)) : rate * days;
}

double people_still_here(const double *with)
{
    double drift = with[1], returns = with[2], both = drift + returns;
    return with[0] * (returns + drift * exp(-both * with[3])) / both;
}

/* After meeting k the load is (1 - q^k) / (1 - q) times that of one meeting, and wears off by q a day. */
double people_burnt_out(const double *with)
{
    double hazard = with[1], kept = exp(-1.0 / with[2]), sum = 0;
    for (int meeting = 1; meeting < (int)with[3]; meeting++)
        sum += 1.0 - pow(kept, meeting);
    return with[0] * (1.0 - exp(-hazard * sum));
}

double people_inside(const double *with)
{
    double around = with[0] - with[1];
    return with[0] - around * pow(1.0 - with[2] / around, with[3]);
}

/* Moves between ways of splitting the people into K circles balance in detail when each way has weight
 * (K - 1)! (b/a)^K: so many ways are there, by Stirling's numbers of the second kind. */
enum { MOST_MINGLING = 100 };

static double ways_to_split(int people, int circles)
{
    static double ways[MOST_MINGLING + 1][MOST_MINGLING + 1];
    if (ways[0][0] < 1) {
        ways[0][0] = 1;
        for (int n = 1; n <= MOST_MINGLING; n++)
            for (int k = 1; k <= n; k++)
                ways[n][k] = k * ways[n - 1][k] + ways[n - 1][k - 1];
    }
    return ways[people][circles];
}

/* Circles of this size, on average and up to a factor that all sizes share. */
static double circles_with(int people, double ratio, int size)
{
    double sum = 0;
    for (int k = 1; k <= people - size + 1; k++)
        sum += exp(lgamma(k) - k * log(ratio)) * ways_to_choose(people, size) *
               ways_to_split(people - size, k - 1);
    return sum;
}

double circles_made(const double *with)
{
    int people = (int)with[0], size = (int)with[2];
    double all = 0, seats = 0;
    for (int i = 1; i <= people; i++) {
        all += circles_with(people, with[1], i);
        seats += i * circles_with(people, with[1], i);
    }
    return size == 0 ? seats / all : circles_with(people, with[1], size) / all;
}

static double binomial(int of, double chance, int count)
{
    return ways_to_choose(of, count) * pow(chance, count) * pow(1.0 - chance, of - count);
}

double people_turned_up(const double *with)
{
    int people = (int)with[0];
    double sum = 0;
    for (int signers = (int)with[3]; signers <= people; signers++)
        sum += binomial(people, with[1], signers) * signers * with[2];
    return sum;
}

double call_becomes_group(const double *with)
{
    int people = (int)with[0];
    double sum = 0;
    for (int signers = (int)with[3]; signers <= people; signers++)
        sum += binomial(people, with[1], signers) *
               (1 - binomial(signers, with[2], 0) - binomial(signers, with[2], 1));
    return sum;
}

double turns_heard(const double *with)
{
    return with[0] * (1.0 - 1.0 / with[1]);
}

/* --- what spreads --- */

double bass_share(const double *with)
{
    double p = with[0], q = with[1], left = exp(-(p + q) * with[2]);
    return (1 - left) / (1 + q / p * left);
}

double bass_mean_time(const double *with)
{
    return log(1 + with[1] / with[0]) / with[1];
}

double days_of_group(const double *with)
{
    double rho = with[1], stay = with[2], days = 0;
    for (int n = (int)with[3]; n <= (int)with[0]; n++) { /* from the least that live on to all members */
        double visits = 1, sum = 1; /* to n, and to each number above it, before the first below n */
        for (int above = 1; visits > 1e-15 * sum; above++)
            sum += visits *= rho / (n + above);
        days += stay / n * sum;
    }
    return days;
}

double topics_taken(const double *with)
{
    return with[1] * (1 - pow(1 - 1 / with[1], with[0]));
}

/* --- links --- */

/* S = 1 - exp(-c S), the greater solution: the map is a contraction near it. */
double giant_share(const double *with)
{
    double share = 1;
    for (int i = 0; i < 10000; i++)
        share = 1 - exp(-with[0] * share);
    return share;
}

double links_living(const double *with)
{
    double rate = log(2) / with[1];
    return with[3] * with[0] / rate * (1 - exp(-rate * with[2]));
}
