#include "people/people.h"

#include <math.h>

#include "base/decay.h"
#include "base/require.h"
#include "people/numbers.h"

void person_draw_voice(struct people *people, uint32_t at, uint32_t person, uint32_t home)
{
    const struct people_settings *settings = people->terms.settings;
    struct draw propensity = draw_for(people->terms.luck, DRAW_PROPENSITY, person, home);
    people->voice.propensity[at] = (float)exp(settings->talk_sd * draw_normal(&propensity));
    struct draw shyness = draw_for(people->terms.luck, DRAW_SHYNESS, person, home);
    people->voice.shyness[at] =
        settings->shyness > 0 ? (float)draw_exponential(&shyness, settings->shyness) : 0.0F;
    people->body.energy[at] = 1.0F;
    people->body.tension[at] = 0.0F;
}

void person_rest(struct people *people, uint32_t person, sim_time now)
{
    require(now >= people->body.touched[person]);
    sim_time span = now - people->body.touched[person];
    if (span == 0)
        return;
    double missing = 1.0 - (double)people->body.energy[person];
    double left = exp(-people->terms.settings->recovery * sim_hours(span));
    people->body.energy[person] = (float)(1.0 - missing * left);
    people->body.tension[person] *= (float)decay_factor(people->terms.tension_settings->half_life, span);
    people->body.touched[person] = now;
}

void person_spoke(struct people *people, uint32_t person, sim_time length, sim_time now)
{
    static const sim_time most[TENURES - 1] = {SIM_DAY, 3 * SIM_DAY, 7 * SIM_DAY, 14 * SIM_DAY, 30 * SIM_DAY};
    people->books.spoke[person] += length;
    people->books.turns[person]++;
    if (!person_belongs(people, person))
        return;
    uint32_t tenure = 0;
    while (tenure + 1 < TENURES && now - people->standing.since[person] >= most[tenure])
        tenure++;
    people->books.spoke_by_tenure[tenure] += length;
}
