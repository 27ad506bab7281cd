/* How many leave, and why: small cases worked out by hand. */
#include "people/people_parts.h"
#include "yard.h"

enum { PEOPLE = 4000 };

static const struct spike winter[] = {{.from = 0, .lasts = 100 * SIM_DAY, .factor = 3}};
static const struct climate cold = {.own[CLIMATE_LEAVING] = {winter, 1}};

static void open_yard(struct yard *yard, double drift, const struct climate *climate)
{
    yard_prepare(yard, PEOPLE, 100 * SIM_DAY);
    yard->settings.people.drift = drift;
    yard->population.climate = climate;
    yard_open(yard, 5);
}

/* Six days with four hours of meetings each. Who burnt out is in `gone`. */
static void meet_for_six_days(double burn_out, const struct climate *climate, bool *gone)
{
    struct yard yard;
    yard_prepare(&yard, PEOPLE, 100 * SIM_DAY);
    yard.settings.people.burn_out = burn_out;
    yard.population.climate = climate;
    yard_open(&yard, 5);
    for (int day = 1; day <= 6; day++) {
        run_until(yard.run, day * SIM_DAY);
        for (uint32_t person = 0; person < PEOPLE; person++)
            if (person_is_here(people_of(&yard.parts), person))
                person_met(yard.site, person, 4 * SIM_HOUR);
        run_until(yard.run, day * SIM_DAY + 1);
    }
    uint32_t count = 0;
    for (uint32_t person = 0; person < PEOPLE; person++) {
        gone[person] = !person_is_here(people_of(&yard.parts), person);
        count += gone[person] ? 1 : 0;
    }
    assert_int_equal(people_of(&yard.parts)->own->standing.departures[LEFT_BURNT_OUT], count);
    yard_close(&yard);
}

/* The same people leave, each on the same draw, as with three times the hazard in fair weather. */
static void cold_hastens_burn_out_by_exactly_its_factor(void **state)
{
    (void)state;
    static bool in_cold[PEOPLE], thrice[PEOPLE], fair[PEOPLE];
    meet_for_six_days(0.05 / 24, &cold, in_cold);
    meet_for_six_days(3 * 0.05 / 24, NULL, thrice);
    meet_for_six_days(0.05 / 24, NULL, fair);
    uint32_t cold_count = 0, fair_count = 0;
    for (uint32_t person = 0; person < PEOPLE; person++) {
        assert_int_equal(in_cold[person], thrice[person]);
        assert_true(in_cold[person] || !fair[person]); /* nobody stays because of the cold */
        cold_count += in_cold[person] ? 1 : 0;
        fair_count += fair[person] ? 1 : 0;
    }
    assert_true(fair_count > 100 && cold_count > 2 * fair_count);
}

/* A first meeting of four hours makes a load of 4 x 24 / m hours a day, m the memory in hours. It weighs on
 * her from then on: at the second, a day later, she leaves with probability 1 - exp(-h E / l), where E is the
 * load times m (1 - exp(-24 / m)) and l the load of which the hazard h is given. */
static void after_a_day_the_first_meeting_has_burnt_out_as_many_as_its_load_says(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, PEOPLE, 100 * SIM_DAY);
    yard.settings.people.burn_out = 0.3 / 24;
    yard.settings.people.burn_out_load = 4;
    yard.settings.people.burn_out_memory = 2 * SIM_DAY;
    yard_open(&yard, 5);
    for (int day = 1; day <= 2; day++) {
        run_until(yard.run, day * SIM_DAY);
        for (uint32_t person = 0; person < PEOPLE; person++)
            person_met(yard.site, person, 4 * SIM_HOUR);
        run_until(yard.run, day * SIM_DAY + 1);
        if (day == 1)
            assert_int_equal(people_here(people_of(&yard.parts)), PEOPLE);
    }
    double exposure = 4 * 24.0 / 48 * 48 * (1 - exp(-24.0 / 48)), here = exp(-0.3 / 24 * exposure / 4);
    assert_near((double)people_here(people_of(&yard.parts)) / PEOPLE, here,
                4 * sqrt(here * (1 - here) / PEOPLE));
    yard_close(&yard);
}

/* Drift of .1 a day for four days: exp(-.4) stay. */
static void as_many_drift_away_as_their_hazard_says(void **state)
{
    (void)state;
    struct yard yard;
    open_yard(&yard, 0.1 / 24, NULL);
    run_until(yard.run, 4 * SIM_DAY);
    double here = exp(-0.4);
    assert_near((double)people_here(people_of(&yard.parts)) / PEOPLE, here,
                4 * sqrt(here * (1 - here) / PEOPLE));
    assert_int_equal(people_of(&yard.parts)->own->standing.departures[LEFT_DRIFTED],
                     PEOPLE - people_here(people_of(&yard.parts)));
    yard_close(&yard);
}

/* In a cold that makes leaving three times as likely, one of three who leave would have left anyway. */
static void of_those_who_leave_in_the_cold_two_of_three_leave_because_of_it(void **state)
{
    (void)state;
    struct yard yard;
    open_yard(&yard, 0.1 / 24, &cold);
    run_until(yard.run, 4 * SIM_DAY);
    const struct people *people = people_of(&yard.parts);
    double left = PEOPLE - people_here(people), here = exp(-1.2);
    assert_near(1 - left / PEOPLE, here, 4 * sqrt(here * (1 - here) / PEOPLE));
    assert_near((double)people->own->standing.departures[LEFT_COLD] / left, 2.0 / 3,
                4 * sqrt(2.0 / 9 / left));
    assert_int_equal(
        people->own->standing.departures[LEFT_COLD] + people->own->standing.departures[LEFT_DRIFTED], left);
    yard_close(&yard);
}

/* Half of them are on a visit, and come home to a place that nobody is left in. */
static void who_is_away_or_gone_cannot_leave(void **state)
{
    (void)state;
    struct yard yard;
    open_yard(&yard, 10.0 / 24, NULL);
    const struct people *people = people_of(&yard.parts);
    for (uint32_t person = 0; person < PEOPLE / 2; person++)
        person_goes_away(yard.site, person);
    run_until(yard.run, 4 * SIM_DAY);
    assert_int_equal(people_here(people), 0);
    assert_int_equal(people->own->standing.departures[LEFT_DRIFTED], PEOPLE / 2);
    for (uint32_t person = 0; person < PEOPLE; person++)
        assert_int_equal(people->standing.of_person[person],
                         person < PEOPLE / 2 ? STANDING_AWAY : STANDING_GONE);
    yard_close(&yard);
}

/* All 4,000 are gone; of them 1 - exp(-.4) are back after two days at .2 a day, each once. */
static void as_many_come_back_as_their_hazard_says_and_nobody_else(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, PEOPLE, 100 * SIM_DAY);
    yard.settings.people.returns = 0.2 / 24;
    yard_open(&yard, 5);
    const struct people *people = people_of(&yard.parts);
    for (uint32_t person = 0; person < PEOPLE; person++)
        person_leaves(yard.site, person, LEFT_RAIDED);
    run_until(yard.run, 2 * SIM_DAY);
    double back = 1 - exp(-0.4);
    assert_near((double)people_here(people) / PEOPLE, back, 4 * sqrt(back * (1 - back) / PEOPLE));
    assert_int_equal(people->own->standing.returned, people_here(people));
    yard_close(&yard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cold_hastens_burn_out_by_exactly_its_factor),
        cmocka_unit_test(after_a_day_the_first_meeting_has_burnt_out_as_many_as_its_load_says),
        cmocka_unit_test(as_many_drift_away_as_their_hazard_says),
        cmocka_unit_test(of_those_who_leave_in_the_cold_two_of_three_leave_because_of_it),
        cmocka_unit_test(who_is_away_or_gone_cannot_leave),
        cmocka_unit_test(as_many_come_back_as_their_hazard_says_and_nobody_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
