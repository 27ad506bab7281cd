#include "people/people.h"

#include <math.h>

#include "base/decay.h"
#include "base/require.h"
#include "people/numbers.h"

void person_draw_voice(struct people *people, uint32_t at, uint32_t person, uint32_t home)
{
    const struct people_settings *settings = people->settings;
    struct draw propensity = draw_for(people->luck, DRAW_PROPENSITY, person, home);
    people->propensity[at] = (float)exp(settings->talk_sd * draw_normal(&propensity));
    struct draw shyness = draw_for(people->luck, DRAW_SHYNESS, person, home);
    people->shyness[at] = settings->shyness > 0 ? (float)draw_exponential(&shyness, settings->shyness) : 0.0F;
    people->energy[at] = 1.0F;
    people->tension[at] = 0.0F;
}

void person_rest(struct people *people, uint32_t person, sim_time now)
{
    require(now >= people->touched[person]);
    sim_time span = now - people->touched[person];
    if (span == 0)
        return;
    double missing = 1.0 - (double)people->energy[person];
    people->energy[person] = (float)(1.0 - missing * exp(-people->settings->recovery * sim_hours(span)));
    people->tension[person] *= (float)decay_factor(people->tension_settings->half_life, span);
    people->touched[person] = now;
}

void person_spoke(struct people *people, uint32_t person, sim_time length, sim_time now)
{
    static const sim_time most[TENURES - 1] = {SIM_DAY, 3 * SIM_DAY, 7 * SIM_DAY, 14 * SIM_DAY, 30 * SIM_DAY};
    people->spoke[person] += length;
    if (!person_belongs(people, person))
        return;
    uint32_t tenure = 0;
    while (tenure + 1 < TENURES && now - people->since[person] >= most[tenure])
        tenure++;
    people->spoke_by_tenure[tenure] += length;
}
