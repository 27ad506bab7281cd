/* Exact numbers of what people need and give, and of how the two find each other. */
#include <math.h>

#include "exact.h"

double need_told(const double *with)
{
    double fits = with[0] * with[2], learn = with[3];
    return 1 - pow(1 - fits * learn, with[1] - 1);
}

double both_told(const double *with)
{
    double missed = (1 - with[2]) * (1 - with[2]);
    return 1 - pow(1 - with[0] * (1 - missed), with[1] - 1);
}

/* How many different people one has sat with follows a chain: in each round so many of those not yet met are
 * drawn. */
double need_in_new_company(const double *with)
{
    enum { MOST = 256 };
    int others = (int)with[0] - 1, drawn = (int)with[1] - 1;
    double chance[MOST] = {1};
    for (int round = 0; round < (int)with[3]; round++) {
        double next[MOST] = {0};
        for (int met = 0; met <= others; met++)
            for (int more = 0; chance[met] > 0 && more <= drawn && more <= others - met; more++)
                if (drawn - more <= met)
                    next[met + more] += chance[met] * ways_to_choose(others - met, more) *
                                        ways_to_choose(met, drawn - more) / ways_to_choose(others, drawn);
        for (int met = 0; met <= others; met++)
            chance[met] = next[met];
    }
    double unmet = 0;
    for (int met = 0; met <= others; met++)
        unmet += chance[met] * pow(1 - with[2], met);
    return 1 - unmet;
}

double reach_on_mesh(const double *with)
{
    return 8 * with[0] + 16 * with[0] * with[0];
}

double reach_on_tree(const double *with)
{
    double keep = with[0], home = 4 * (1 - (1 - keep) * (1 - keep));
    double of_member = home + 4 * pow(keep, 2) + 16 * pow(keep, 3);
    double of_host = home + 4 * keep + 16 * pow(keep, 2);
    return 0.8 * of_member + 0.2 * of_host;
}

double card_finds(const double *with)
{
    double step = with[1] / (with[0] - 1), stays = 1 - with[2];
    return stays * step / (1 - stays * (1 - step));
}

double needs_waiting(const double *with)
{
    double life = with[1] / log(2);
    return with[0] * life * (1 - life / with[2] * (1 - exp(-with[2] / life)));
}
