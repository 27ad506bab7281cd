#include "people/people_parts.h"

#include "base/decay.h"
#include "base/require.h"
#include "base/same.h"
#include "people/numbers.h"

void person_draw_voice(struct people *people, uint32_t at, uint32_t person, uint32_t home)
{
    const struct people_settings *settings = people->terms.settings;
    struct people_own *own = people->own;
    struct draw propensity = draw_for(people->terms.luck, DRAW_PROPENSITY, person, home);
    own->voice.propensity[at] = (float)same_exp(settings->talk_sd * draw_normal(&propensity));
    struct draw shyness = draw_for(people->terms.luck, DRAW_SHYNESS, person, home);
    own->voice.shyness[at] =
        settings->shyness > 0 ? (float)draw_exponential(&shyness, settings->shyness) : 0.0F;
    own->body.energy[at] = 1.0F;
    own->body.tension[at] = 0.0F;
}

void person_rest(struct people *people, uint32_t person, sim_time now)
{
    struct own_body *body = &people->own->body;
    require(now >= body->touched[person]);
    sim_time span = now - body->touched[person];
    if (span == 0)
        return;
    double missing = 1.0 - (double)body->energy[person];
    double left = same_exp(-people->terms.settings->recovery * sim_hours(span));
    body->energy[person] = (float)(1.0 - missing * left);
    body->tension[person] *= (float)decay_factor(people->terms.tension_settings->half_life, span);
    body->touched[person] = now;
}

void person_feels(struct people *people, uint32_t person, float energy, float tension, sim_time now)
{
    struct own_body *body = &people->own->body;
    body->energy[person] = energy;
    body->tension[person] = tension;
    body->touched[person] = now;
}

void person_is_called(struct people *people, uint32_t person, uint32_t slot)
{
    people->own->at[person] = slot + 1;
}

void person_is_let_go(struct people *people, uint32_t person)
{
    people->own->at[person] = 0;
}

void person_came(struct people *people, uint32_t person)
{
    people->own->books.sessions[person]++;
}

void person_stayed(struct people *people, uint32_t person, sim_time stayed)
{
    people->own->books.attended[person] += stayed;
}

void person_sat(struct people *people, uint32_t person, float energy, float tension, sim_time sat,
                uint32_t heard, sim_time now)
{
    struct own_books *books = &people->own->books;
    person_feels(people, person, energy, tension, now);
    books->seated[person] += sat;
    books->heard[person] += heard;
}

void person_spoke(struct people *people, uint32_t person, sim_time length, sim_time now)
{
    static const sim_time most[TENURES - 1] = {SIM_DAY, 3 * SIM_DAY, 7 * SIM_DAY, 14 * SIM_DAY, 30 * SIM_DAY};
    struct own_books *books = &people->own->books;
    books->spoke[person] += length;
    books->turns[person]++;
    if (!person_belongs(people, person))
        return;
    uint32_t tenure = 0;
    while (tenure + 1 < TENURES && now - people->standing.since[person] >= most[tenure])
        tenure++;
    books->spoke_by_tenure[tenure] += length;
}
