/* Who comes, who leaves, who comes back, and in whose count they are. */
#include <string.h>

#include "knowledge/start.h"
#include "moments.h"
#include "people/people_parts.h"
#include "yard.h"

static void people_arrive_at_the_instants_that_were_drawn_ahead(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 30, 10 * SIM_DAY);
    yard.settings.arrivals.per_hour = 20.0 / 24;
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    assert_true(people->arriving > 100);
    assert_int_equal(people->count, 30 + people->arriving);
    for (uint32_t i = 0; i < people->arriving; i++) {
        uint32_t person = 30 + i;
        assert_true(i == 0 || people->own->arrivals[i - 1] <= people->own->arrivals[i]);
        assert_false(person_is_here(people, person));
        run_until(yard.run, people->own->arrivals[i] + 1);
        assert_int_equal(people->standing.of_person[person], STANDING_NEWCOMER);
        assert_int_equal(people->standing.since[person], people->own->arrivals[i]);
        assert_int_equal(people_here(people), 31 + i);
    }
    assert_int_equal(people->arrived, people->arriving);
    assert_true(everybody_is_here(people));
    yard_close(&yard);
}

static uint32_t arrivals_of(uint64_t seed, sim_time fades, const struct climate *climate, double factor)
{
    struct yard yard;
    yard_prepare(&yard, 2, 10 * SIM_DAY);
    yard.settings.arrivals.per_hour = 4.0 / 24;
    yard.settings.arrivals.fades = fades;
    yard.population.climate = climate;
    yard.population.arrival_factor = factor;
    yard_open(&yard, seed);
    uint32_t arriving = people_of(&yard.parts)->arriving;
    yard_close(&yard);
    return arriving;
}

enum { SEEDS = 400 };

/* Mean and variance over many seeds; four standard errors of slack. */
static void assert_poisson(sim_time fades, const struct climate *climate, double factor, double mean)
{
    double sum = 0, squares = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double count = arrivals_of(seed, fades, climate, factor);
        sum += count;
        squares += count * count;
    }
    double found = sum / SEEDS, variance = (squares - sum * sum / SEEDS) / (SEEDS - 1);
    assert_near(found, mean, 4 * sqrt(mean / SEEDS));
    assert_near(variance / mean, 1.0, 4 * sqrt(2.0 / SEEDS + 1.0 / (SEEDS * mean)));
}

static void arrivals_are_a_poisson_process(void **state)
{
    (void)state;
    assert_poisson(0, NULL, 1, 40);
    assert_poisson(0, NULL, 0.25, 10);
}

static void arrivals_fade_with_their_half_life(void **state)
{
    (void)state;
    double mean = 4 * 2 / M_LN2 * (1 - exp2(-5)); /* per day times half-life over ln 2 */
    assert_poisson(2 * SIM_DAY, NULL, 1, mean);
    struct arrival_settings settings = {.per_hour = 4.0 / 24, .fades = 2 * SIM_DAY};
    assert_near(arrivals_expected(&settings, NULL, 1, 10 * SIM_DAY), mean, 1e-9);
}

static const struct spike press[] = {
    {.from = 4 * SIM_DAY, .lasts = SIM_DAY, .half_life = 2 * SIM_DAY, .factor = 5}};
static const struct climate talked_about = {.own[CLIMATE_ARRIVALS] = {press, 1}};

static void a_climate_multiplies_arrivals(void **state)
{
    (void)state;
    double more = 4 * 4 * (1 + 2 / M_LN2 * (1 - exp2(-2.5))); /* four times the rate, for so long */
    assert_poisson(0, &talked_about, 1, 40 + more);
    struct arrival_settings settings = {.per_hour = 4.0 / 24};
    assert_near(arrivals_expected(&settings, &talked_about, 1, 10 * SIM_DAY), 40 + more, 0.1);
}

static void a_better_climate_adds_people_and_takes_nobodys_place(void **state)
{
    (void)state;
    struct yard plain, famous;
    yard_prepare(&plain, 2, 10 * SIM_DAY);
    plain.settings.arrivals.per_hour = 4.0 / 24;
    yard_prepare(&famous, 2, 10 * SIM_DAY);
    famous.settings.arrivals.per_hour = 4.0 / 24;
    famous.population.climate = &talked_about;
    yard_open(&plain, 3);
    yard_open(&famous, 3);
    const struct people *few = people_of(&plain.parts), *many = people_of(&famous.parts);
    assert_true(many->arriving > few->arriving);
    for (uint32_t i = 0, j = 0; i < few->arriving; i++) {
        while (j < many->arriving && many->own->arrivals[j] != few->own->arrivals[i])
            j++;
        assert_true(j < many->arriving);
    }
    yard_close(&plain);
    yard_close(&famous);
}

static void who_comes_later_knows_nothing_of_what_was_there_before(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 30, 10 * SIM_DAY);
    yard.settings.arrivals.per_hour = 20.0 / 24;
    yard.settings.knowledge.common_known = 1;
    yard_open(&yard, 1);
    const struct people *people = people_of(&yard.parts);
    struct matter *before = matter_new(knowledge_of(&yard.parts), MATTER_PROPOSAL, 0, NOBODY);
    run_until(yard.run, 5 * SIM_DAY);
    struct matter *since = matter_new(knowledge_of(&yard.parts), MATTER_PROPOSAL, 1, NOBODY);
    assert_int_equal(before->first_knowers[0], 30);
    assert_int_equal(since->first_knowers[0], people_here(people));
    for (uint32_t person = 0; person < people->count; person++) {
        struct facet_set old = facets_known(before, person), new = facets_known(since, person);
        assert_int_equal(facet_count(&old) > 0, person < 30);
        assert_int_equal(facet_count(&new) > 0, person_is_here(people, person));
    }
    /* What few know, they know who are here. */
    for (uint32_t facet = 30; facet < 40; facet++)
        assert_int_equal(since->first_knowers[facet], yard.settings.knowledge.knowers);
    yard_close(&yard);
}

static uint32_t told;
static enum departure told_why;

static void hear_of_it(struct site *site, uint32_t person, uint32_t why)
{
    assert_true(person_is_here(people_of(parts_of(site)), person));
    told++;
    told_why = why;
}

static void hear_of_newcomer(struct site *site, uint32_t person)
{
    assert_int_equal(people_of(parts_of(site))->standing.of_person[person], STANDING_NEWCOMER);
    told++;
}

static void who_leaves_is_in_no_count_and_others_are_told(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 30, 10 * SIM_DAY);
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    static const struct moments hears = {.person_leaves = hear_of_it};
    parts_hear(&yard.parts, &hears);
    told = 0;
    person_leaves(yard.site, 7, LEFT_RAIDED);
    assert_int_equal(told, 1);
    assert_int_equal(told_why, LEFT_RAIDED);
    assert_int_equal(people_here(people), 29);
    assert_int_equal(people->own->standing.departures[LEFT_RAIDED], 1);
    assert_false(person_can_come(people, 7, SIM_DAY));
    assert_true(person_belongs(people, 7));
    assert_false(everybody_is_here(people));
    yard_close(&yard);
}

/* Everybody goes and comes at her own hazards: in the long run a share returns / (drift + returns) is here.
 */
/* Rules that lay out leanings without luck know the people of the start; others repeat them. */
static void leanings_on_a_grid_are_those_of_the_start(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 5, 10 * SIM_DAY);
    yard.settings.arrivals.per_hour = 20.0 / 24;
    yard.settings.people.guest_room = 3;
    for (size_t i = 0; start_rules[i] != NULL; i++)
        if (strcmp(start_rules[i]->name, "grid") == 0)
            yard.settings.knowledge.start = (const struct start_rule *)start_rules[i];
    yard_open(&yard, 1);
    const struct matter *matter = matter_new(knowledge_of(&yard.parts), MATTER_PROPOSAL, 0, NOBODY);
    for (uint32_t person = 0; person < people_of(&yard.parts)->count; person++)
        assert_near((double)matter->leaning[person], 0.25 * (person % 5), 1e-7);
    yard_close(&yard);
}

static void drift_and_return_balance(void **state)
{
    (void)state;
    enum { PEOPLE = 2000 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, 40 * SIM_DAY);
    yard.settings.people.drift = 0.2 / 24;
    yard.settings.people.returns = 0.3 / 24;
    yard_open(&yard, 5);
    struct people *people = people_of(&yard.parts);
    static const struct moments hears = {.person_comes = hear_of_newcomer};
    parts_hear(&yard.parts, &hears);
    told = 0;
    run_until(yard.run, 2 * SIM_DAY);
    double here = 0.6 + 0.4 * exp(-0.5 * 2); /* two states, from all here */
    assert_near((double)people_here(people) / PEOPLE, here, 4 * sqrt(here * (1 - here) / PEOPLE));
    run_until(yard.run, 40 * SIM_DAY);
    assert_near((double)people_here(people) / PEOPLE, 0.6, 4 * sqrt(0.24 / PEOPLE));
    assert_int_equal(told, people->own->standing.returned);
    assert_int_equal(PEOPLE - people_here(people),
                     people->own->standing.departures[LEFT_DRIFTED] - people->own->standing.returned);
    for (uint32_t person = 0; person < PEOPLE; person++)
        if (people->standing.of_person[person] == STANDING_NEWCOMER)
            assert_true(people->standing.since[person] > 0);
    yard_close(&yard);
}

static void cold_that_doubles_leaving_doubles_drift(void **state)
{
    (void)state;
    enum { PEOPLE = 4000 };
    static const struct spike winter[] = {{.from = 2 * SIM_DAY, .lasts = 2 * SIM_DAY, .factor = 2}};
    static const struct climate cold = {.own[CLIMATE_LEAVING] = {winter, 1}};
    struct yard yard;
    yard_prepare(&yard, PEOPLE, 5 * SIM_DAY);
    yard.settings.people.drift = 0.1 / 24;
    yard.population.climate = &cold;
    yard_open(&yard, 5);
    run_until(yard.run, 4 * SIM_DAY);
    double here = exp(-0.1 * 2 - 0.2 * 2);
    assert_near((double)people_here(people_of(&yard.parts)) / PEOPLE, here,
                4 * sqrt(here * (1 - here) / PEOPLE));
    yard_close(&yard);
}

/* Two hours of meetings every day for four weeks: once the load has settled at 2 h a day, half of what the
 * hazard is given for, half of the hazard. */
static void burn_out_is_in_proportion_to_the_hours_in_meetings(void **state)
{
    (void)state;
    enum { PEOPLE = 4000, DAYS = 28, WARM = 40 };
    struct yard yard;
    yard_prepare(&yard, PEOPLE, (WARM + DAYS + 1) * SIM_DAY);
    yard.settings.people.burn_out = 1e-12;
    yard.settings.people.burn_out_load = 4;
    yard.settings.people.burn_out_memory = 2 * SIM_DAY;
    yard_open(&yard, 9);
    for (int day = 1; day <= WARM + DAYS; day++) {
        yard.settings.people.burn_out = day <= WARM ? 1e-12 : 0.1 / 24;
        run_until(yard.run, day * SIM_DAY);
        for (uint32_t person = 0; person < PEOPLE; person++)
            if (person_is_here(people_of(&yard.parts), person))
                person_met(yard.site, person, 2 * SIM_HOUR);
        run_until(yard.run, day * SIM_DAY + 1);
    }
    double here = exp(-0.1 * 2 / 4 * DAYS);
    double found = (double)people_here(people_of(&yard.parts)) / PEOPLE;
    assert_near(found, here, 4 * sqrt(here * (1 - here) / PEOPLE));
    assert_int_equal(people_of(&yard.parts)->own->standing.departures[LEFT_BURNT_OUT],
                     PEOPLE - people_here(people_of(&yard.parts)));
    yard_close(&yard);
}

static void who_is_away_comes_home_as_she_went(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 4, SIM_DAY);
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    person_stand_as(people, 2, STANDING_NEWCOMER);
    person_goes_away(yard.site, 1);
    person_goes_away(yard.site, 2);
    assert_int_equal(people_here(people), 2);
    person_comes_home(yard.site, 1);
    person_comes_home(yard.site, 2);
    assert_int_equal(people->standing.of_person[1], STANDING_OCCUPIER);
    assert_int_equal(people->standing.of_person[2], STANDING_NEWCOMER);
    yard_close(&yard);
}

static void a_guest_is_who_she_is_at_home(void **state)
{
    (void)state;
    struct yard home, away;
    yard_prepare(&home, 10, SIM_DAY);
    yard_prepare(&away, 6, SIM_DAY);
    home.population.site = 3;
    away.settings.people.guest_room = 2;
    yard_open(&home, 1);
    yard_open(&away, 1);
    struct people *people = people_of(&away.parts), *there = people_of(&home.parts);
    uint32_t guest = guest_comes(away.site, 3, 8);
    assert_int_equal(guest, 6);
    assert_int_equal(people->standing.of_person[guest], STANDING_GUEST);
    assert_float_equal(people->voice.propensity[guest], there->voice.propensity[8], 0);
    assert_float_equal(people->voice.shyness[guest], there->voice.shyness[8], 0);
    assert_memory_equal(interests_of(people, guest), interests_of(there, 8), people->topics * sizeof(float));
    struct facet_set skills = skills_draw(knowledge_of(&away.parts), 8, 3, interests_of(people, guest));
    struct facet_set known = facets_known(knowledge_commons(knowledge_of(&home.parts)), 8);
    assert_memory_equal(&skills, &known, sizeof known);
    assert_false(person_belongs(people, guest));
    assert_int_equal(guest_comes(away.site, 3, 1), 7);
    assert_int_equal(guest_comes(away.site, 3, 2), NOBODY); /* no room */
    yard_close(&home);
    yard_close(&away);
}

static void the_place_of_a_guest_remembers_nothing_of_her(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 6, SIM_DAY);
    yard.settings.people.guest_room = 1;
    yard_open(&yard, 1);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    struct matter *over = matter_new(knowledge, MATTER_QUESTION, QUESTIONS_FROM, NOBODY);
    struct matter *open = matter_new(knowledge, MATTER_PROPOSAL, 0, NOBODY);
    struct matter *last = matter_new(knowledge, MATTER_PROPOSAL, 1, NOBODY);
    matter_release(knowledge, over);
    matter_release(knowledge, last);
    uint32_t guest = guest_comes(yard.site, 3, 8);
    open->known[guest * open->words] = 5;
    open->leaning[guest] = 0.9F;
    knowledge_commons(knowledge)->known[guest * open->words] = 3;
    guest_goes(yard.site, guest);
    knowledge_forget(knowledge, guest);
    assert_int_equal(open->known[guest * open->words], 0);
    assert_int_equal(knowledge_commons(knowledge)->known[guest * open->words], 0);
    assert_float_equal(open->leaning[guest], open->first[guest], 0);
    assert_int_equal(guest_comes(yard.site, 2, 4), guest);
    yard_close(&yard);
}

static void speaking_time_is_kept_by_how_long_one_has_been_here(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, 4, 60 * SIM_DAY);
    yard_open(&yard, 1);
    struct people *people = people_of(&yard.parts);
    static const struct {
        sim_time here;
        int tenure;
    } known[] = {{0, 0},           {SIM_DAY - 1, 0},  {SIM_DAY, 1},      {3 * SIM_DAY, 2},
                 {7 * SIM_DAY, 3}, {29 * SIM_DAY, 4}, {30 * SIM_DAY, 5}, {59 * SIM_DAY, 5}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        int64_t before = people->own->books.spoke_by_tenure[known[i].tenure];
        person_spoke(people, 1, SIM_MINUTE, known[i].here);
        assert_int_equal(people->own->books.spoke_by_tenure[known[i].tenure], before + SIM_MINUTE);
    }
    assert_int_equal(people->books.spoke[1], 8 * SIM_MINUTE);
    yard_close(&yard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_arrive_at_the_instants_that_were_drawn_ahead),
        cmocka_unit_test(arrivals_are_a_poisson_process),
        cmocka_unit_test(arrivals_fade_with_their_half_life),
        cmocka_unit_test(a_climate_multiplies_arrivals),
        cmocka_unit_test(a_better_climate_adds_people_and_takes_nobodys_place),
        cmocka_unit_test(who_comes_later_knows_nothing_of_what_was_there_before),
        cmocka_unit_test(who_leaves_is_in_no_count_and_others_are_told),
        cmocka_unit_test(leanings_on_a_grid_are_those_of_the_start),
        cmocka_unit_test(drift_and_return_balance),
        cmocka_unit_test(cold_that_doubles_leaving_doubles_drift),
        cmocka_unit_test(burn_out_is_in_proportion_to_the_hours_in_meetings),
        cmocka_unit_test(who_is_away_comes_home_as_she_went),
        cmocka_unit_test(a_guest_is_who_she_is_at_home),
        cmocka_unit_test(the_place_of_a_guest_remembers_nothing_of_her),
        cmocka_unit_test(speaking_time_is_kept_by_how_long_one_has_been_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
