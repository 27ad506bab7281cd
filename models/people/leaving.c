/* Drift, return and burn-out.
 *
 * Drift and return are hazards of each person. One event a site is pending for each of the two: it comes with
 * the hazard of all entries together, points at one of them, and changes nothing where that person is not
 * there to leave or to return. Nothing has to be drawn again when people come and go, and the luck of
 * candidate number i is the same in all designs.
 */
#include "people/leaving.h"

#include "base/same.h"
#include "moments.h"
#include "parts.h"
#include "people/numbers.h"
#include "people/people_parts.h"

static uint32_t own_people(const struct people *people)
{
    return people->begun + people->arriving;
}

static void schedule_candidate(struct site *site, uint32_t kind, struct draw *draw, double hazard)
{
    const struct people *people = people_of(parts_of(site));
    if (hazard <= 0)
        return;
    sim_time wait = sim_time_from_hours(draw_exponential(draw, 1.0 / (hazard * own_people(people))));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, kind, NULL, 0);
}

static double most_drift(const struct people *people)
{
    return people->terms.settings->drift * climate_most(people->terms.climate, CLIMATE_LEAVING, 0, SIM_NEVER);
}

static void schedule_drift(struct site *site)
{
    struct people *people = people_of(parts_of(site));
    struct draw draw =
        draw_for(people->terms.luck, DRAW_DRIFT, people->terms.site, (uint32_t)people->own->standing.drifts);
    schedule_candidate(site, EVENT_PERSON_DRIFTS, &draw, most_drift(people));
}

/* A candidate who would leave in fair climate too drifts; the others leave because of the cold. */
void on_person_drifts(struct site *site, const struct event *event)
{
    struct people *people = people_of(parts_of(site));
    struct draw draw = draw_for(people->terms.luck, DRAW_DRIFTER, people->terms.site,
                                (uint32_t)people->own->standing.drifts++);
    uint32_t person = draw_below(&draw, own_people(people));
    double kept = 1.0;
    ASK(site, kept, kept_here, person);
    double fair = people->terms.settings->drift * kept;
    double hazard = fair * climate_factor(people->terms.climate, CLIMATE_LEAVING, event->time);
    double height = draw_uniform(&draw) * most_drift(people);
    if (height < hazard && person_is_here(people, person))
        person_leaves(site, person, height < fair ? LEFT_DRIFTED : LEFT_COLD);
    schedule_drift(site);
}

static void schedule_return(struct site *site)
{
    struct people *people = people_of(parts_of(site));
    struct draw draw = draw_for(people->terms.luck, DRAW_RETURN, people->terms.site,
                                (uint32_t)people->own->standing.returns);
    schedule_candidate(site, EVENT_PERSON_RETURNS, &draw, people->terms.settings->returns);
}

void on_person_returns(struct site *site, const struct event *event)
{
    (void)event;
    struct people *people = people_of(parts_of(site));
    struct draw draw = draw_for(people->terms.luck, DRAW_RETURNER, people->terms.site,
                                (uint32_t)people->own->standing.returns++);
    uint32_t person = draw_below(&draw, own_people(people));
    if (people->standing.of_person[person] == STANDING_GONE) {
        people->own->standing.returned++;
        person_enters(site, person);
    }
    schedule_return(site);
}

void leaving_start(struct site *site)
{
    schedule_drift(site);
    schedule_return(site);
}

/* --- burn-out --- */

void burn_out_make_room(struct people *people, struct arena *arena)
{
    struct own_strain *strain = &people->own->strain;
    strain->load = ARENA_NEW(arena, float, people->count);
    strain->weighed = ARENA_NEW(arena, sim_time, people->count);
    strain->met = ARENA_NEW(arena, uint32_t, people->count);
}

/* The load is the hours of meetings per day, smoothed exponentially. Her hazard is in proportion to it, and
 * is estimated for the time since her last meeting when the next one is over. */
void person_met(struct site *site, uint32_t person, sim_time length)
{
    struct people *people = people_of(parts_of(site));
    const struct people_settings *settings = people->terms.settings;
    if (settings->burn_out <= 0)
        return;
    struct own_strain *strain = &people->own->strain;
    sim_time now = site_now(site);
    double memory = sim_hours(settings->burn_out_memory);
    double left = same_exp(-sim_hours(now - strain->weighed[person]) / memory);
    double load = (double)strain->load[person];
    double exposure = load * memory * (1.0 - left);
    strain->load[person] = (float)(load * left + sim_hours(length) * 24.0 / memory);
    strain->weighed[person] = now;
    double hazard = settings->burn_out * climate_factor(people->terms.climate, CLIMATE_LEAVING, now);
    struct draw draw =
        draw_for(people->terms.luck, DRAW_BURN_OUT, person_luck(people, person), strain->met[person]++);
    if (draw_uniform(&draw) < -same_expm1(-hazard * exposure / settings->burn_out_load))
        site_schedule(site, now, EVENT_PERSON_BURNS_OUT, &person, sizeof person);
}

void on_person_burns_out(struct site *site, const struct event *event)
{
    uint32_t person;
    event_read(event, &person, sizeof person);
    const struct people *people = people_of(parts_of(site));
    if (person_belongs(people, person) && person_is_here(people, person))
        person_leaves(site, person, LEFT_BURNT_OUT);
}
