/* Working groups without anything that they do: members who come and go, and ends. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../aborts.h"
#include "groups/groups_parts.h"
#include "groups/knowing.h"
#include "groups/numbers.h"
#include "groups/turnover.h"
#include "mechanism.h"
#include "near.h"
#include "numbering.h"
#include "parts.h"
#include "unit/models/camp_settings.h"

extern const struct mechanism groups_mechanism;

enum { TOPICS_HERE = 7, MOST_PEOPLE_HERE = 30000 };

struct square {
    struct arena arena;
    struct trouble trouble;
    struct camp_settings settings;
    struct model model;
    struct run *run;
    struct site *site;
    struct parts parts;
};

static void prepare(struct square *square)
{
    *square = (struct square){0};
    struct camp_settings *settings = &square->settings;
    section_bind(&people_section, NULL, &settings->people, &square->arena, &square->trouble);
    section_bind(&tension_section, NULL, &settings->tension, &square->arena, &square->trouble);
    section_bind(&group_section, NULL, &settings->groups, &square->arena, &square->trouble);
    settings->groups.form = true;
    settings->groups.work.hours = 0; /* see work.c */
}

static void open_square(struct square *square, uint32_t people, sim_time ends)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_MEMBER_LEAVES] = on_member_leaves,
        [EVENT_MEMBER_JOINS] = on_member_joins,
        [EVENT_GROUP_DISSOLVES] = on_group_dissolves,
    };
    const struct camp_settings *settings = &square->settings;
    square->model = (struct model){handlers, EVENT_KINDS};
    struct run_plan plan = {
        .model = &square->model, .sites = 1, .ends = ends, .lookahead = SIM_HOUR, .seed = 3};
    square->run = run_new(&plan);
    square->site = run_site(square->run, 0);
    const struct luck *luck = site_luck(square->site);
    struct parts *parts = &square->parts;
    const struct population population = {
        .people = &settings->people, .tension = &settings->tension, .count = people, .ends = ends};
    parts->state[PEOPLE_NUMBER] = people_new(&population, luck, &square->arena);
    parts->state[GROUPS_NUMBER] =
        groups_new(&settings->groups, TOPICS_HERE, people_of(parts), luck, &square->arena);
    parts_hear(parts, &groups_mechanism.hears);
    site_attach(square->site, parts);
    groups_start(square->site);
}

static void close_square(struct square *square)
{
    run_free(square->run);
    trouble_free(&square->trouble);
    arena_free(&square->arena);
}

static void nobody_leaves(struct square *square)
{
    prepare(square);
    square->settings.groups.membership.leave_rate = 0;
}

static void a_person_is_in_two_groups_at_most(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 10, SIM_WEEK);
    const struct groups *groups = groups_of(&square.parts);
    const uint32_t founders[] = {0, 1, 2}, others[] = {2, 3, 4};
    struct group *first = group_found(square.site, 1, founders, 3);
    assert_true(person_has_place(groups, 2));
    const struct group *second = group_found(square.site, 1, others, 3);
    assert_false(person_has_place(groups, 2));
    assert_true(group_has(groups, first, 2) && group_has(groups, second, 2));
    assert_false(group_has(groups, first, 3));
    group_leave(square.site, first, 2);
    assert_true(person_has_place(groups, 2) && person_in_group(groups, 2));
    groups_settle(square.site, 0);
    close_square(&square);
}

static void who_is_in_a_group_knows_of_it_and_others_do_not(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 100, SIM_WEEK);
    const uint32_t founders[] = {0, 64, 99};
    struct group *group = group_found(square.site, 0, founders, 3);
    group_join(square.site, group, 63);
    group_leave(square.site, group, 64);
    uint32_t knowing = 0;
    for (uint32_t person = 0; person < 100; person++)
        knowing += person_knows_of_group(groups_of(&square.parts), person, group) ? 1 : 0;
    assert_int_equal(knowing, 4);
    assert_true(person_knows_of_group(groups_of(&square.parts), 64, group)); /* nobody forgets */
    close_square(&square);
}

static void a_group_with_too_few_dissolves_after_three_days_unless_somebody_joins(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 20, 30 * SIM_DAY);
    const uint32_t few[] = {0, 1, 2}, others[] = {3, 4, 5};
    struct group *ends = group_found(square.site, 0, few, 3), *stays = group_found(square.site, 0, others, 3);
    run_until(square.run, SIM_DAY);
    group_leave(square.site, ends, 0);
    group_leave(square.site, stays, 3);
    run_until(square.run, 3 * SIM_DAY);
    group_join(square.site, stays, 7);
    run_until(square.run, 4 * SIM_DAY);
    assert_true(group_lives(ends));
    run_until(square.run, 20 * SIM_DAY);
    assert_int_equal(ends->end, GROUP_TOO_FEW);
    assert_int_equal(ends->ended, 4 * SIM_DAY);
    assert_true(group_lives(stays) && stays->members.too_few_since == -1);
    assert_false(person_in_group(groups_of(&square.parts), 1));
    assert_int_equal(groups_of(&square.parts)->tally.membership.ended, 2);
    groups_settle(square.site, 20 * SIM_DAY);
    assert_near(stays->members.time, 24 * (3 + 2 * 2 + 17 * 3), 1e-9);
    assert_near(ends->members.time, 24 * (3 + 3 * 2), 1e-9);
    close_square(&square);
}

static void a_group_that_everybody_leaves_ends_at_once(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 5, SIM_WEEK);
    const uint32_t founders[] = {0, 1};
    struct group *group = group_found(square.site, 0, founders, 2); /* too few from the first */
    assert_true(group_lives(group));
    group_leave(square.site, group, 0);
    group_leave(square.site, group, 1);
    assert_int_equal(group->end, GROUP_TOO_FEW);
    assert_int_equal(groups_of(&square.parts)->all.living, 0);
    close_square(&square);
}

/* Three founders for ten days, four for ten more, three for the eight that are left: 94 member-days. */
static void its_first_four_weeks_have_books_of_their_own(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 10, 12 * SIM_WEEK);
    const uint32_t founders[] = {0, 1, 2};
    struct group *group = group_found(square.site, 1, founders, 3);
    run_until(square.run, 10 * SIM_DAY);
    group_join(square.site, group, 5);
    run_until(square.run, 20 * SIM_DAY);
    group_leave(square.site, group, 5);
    run_until(square.run, 40 * SIM_DAY);
    group_join(square.site, group, 6);
    run_until(square.run, 50 * SIM_DAY);
    group_leave(square.site, group, 6);
    assert_near(group->members.youth.member_time, 94 * 24, 1e-9);
    assert_int_equal(group->members.youth.joins, 1);
    assert_int_equal(group->members.youth.leaves, 1);
    assert_int_equal(group->members.joins, 2);
    close_square(&square);
}

static void attention_halves_in_its_half_life_and_progress_brings_half_of_the_rest_back(void **state)
{
    (void)state;
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 5, 30 * SIM_DAY);
    const uint32_t founders[] = {0, 1, 2};
    struct group *group = group_found(square.site, 0, founders, 3);
    const struct attention_settings *settings = &square.settings.groups.attention;
    run_until(square.run, 10 * SIM_DAY);
    assert_near(group_attention(group, settings, site_now(square.site)), .5, 1e-12);
    group_progress(square.site, group);
    assert_near(group->attention.level, .75, 1e-12);
    run_until(square.run, 20 * SIM_DAY);
    assert_near(group_attention(group, settings, site_now(square.site)), .375, 1e-12);
    close_square(&square);
}

static void members_of_a_group_that_fits_nobody_stay_fourteen_days_in_the_mean(void **state)
{
    (void)state;
    struct square square;
    prepare(&square);
    square.settings.groups.attention.leave_boost = 0;
    square.settings.groups.membership.fit_counts = false;
    square.settings.groups.membership.death_below = 1;
    square.settings.groups.start = (struct group_start_settings){1, 4000};
    open_square(&square, 4000, 1000 * SIM_DAY);
    run_until(square.run, 14 * SIM_DAY);
    const struct group *group = groups_of(&square.parts)->all.list[0];
    assert_near(group->members.count / 4000.0, exp(-1), 4 * sqrt(exp(-1) * (1 - exp(-1)) / 4000));
    run_until(square.run, 1000 * SIM_DAY);
    assert_int_equal(group->members.leaves, 4000);
    assert_near(group->members.time / 24 / 4000, 14, 4 * 14 / sqrt(4000));
    close_square(&square);
}

/* Each level n takes (1 / (n nu)) [1 + sum over j of the product over i <= j of rho / (n + i)] to go down. */
static double days_to_below_three(int members, double rho)
{
    double days = 0;
    for (int n = 3; n <= members; n++) {
        double sum = 1, product = 1;
        for (int j = 1; j < 200; j++)
            sum += product *= rho / (n + j);
        days += 14.0 / n * sum;
    }
    return days;
}

static void mean_lifetime(int members, double rho, double expected)
{
    enum { GROUPS = 1500 };
    struct square square;
    prepare(&square);
    square.settings.groups.attention.leave_boost = 0;
    square.settings.groups.membership.fit_counts = false;
    square.settings.groups.membership.death_after = 0;
    square.settings.groups.membership.join_rate = rho / 14 / 24;
    square.settings.groups.start = (struct group_start_settings){GROUPS, members};
    open_square(&square, MOST_PEOPLE_HERE, 3000 * SIM_DAY);
    run_until(square.run, 3000 * SIM_DAY);
    const struct groups *groups = groups_of(&square.parts);
    assert_int_equal(groups->all.living, 0);
    double sum = 0, squares = 0;
    for (uint32_t i = 0; i < groups->all.count; i++) {
        double days = sim_days(groups->all.list[i]->ended - groups->all.list[i]->born);
        sum += days;
        squares += days * days;
    }
    double mean = sum / GROUPS, error = sqrt((squares / GROUPS - mean * mean) / GROUPS);
    assert_near(days_to_below_three(members, rho), expected, .005);
    assert_near(mean, expected, 4 * error);
    groups_settle(square.site, 3000 * SIM_DAY);
    close_square(&square);
}

static void groups_live_as_long_as_the_chain_of_births_and_deaths_says(void **state)
{
    (void)state;
    mean_lifetime(3, 2.8, 11.13);
    mean_lifetime(5, 2.8, 22.94);
    mean_lifetime(3, 5, 29.10);
    mean_lifetime(5, 5, 52.69);
}

static void groups_spread_over_topics_and_categories_by_lot(void **state)
{
    (void)state;
    enum { GROUPS = 7000 };
    struct square square;
    nobody_leaves(&square);
    square.settings.groups.start = (struct group_start_settings){GROUPS, 3};
    open_square(&square, MOST_PEOPLE_HERE, SIM_DAY);
    const struct groups *groups = groups_of(&square.parts);
    double topics[TOPICS_HERE] = {0}, categories[GROUP_CATEGORIES] = {0};
    for (uint32_t i = 0; i < groups->all.count; i++) {
        topics[groups->all.list[i]->topic]++;
        categories[groups->all.list[i]->category]++;
    }
    for (int i = 0; i < TOPICS_HERE; i++)
        assert_near(topics[i], 1000, 4 * sqrt(1000));
    for (int i = 0; i < GROUP_CATEGORIES; i++) {
        double share = square.settings.groups.category[i].share;
        assert_near(categories[i], GROUPS * share, 4 * sqrt(GROUPS * share * (1 - share)));
    }
    close_square(&square);
}

static void a_scenario_without_groups_has_none(void **state)
{
    (void)state;
    struct square square;
    prepare(&square);
    square.settings.groups.form = false;
    open_square(&square, 5, SIM_DAY);
    assert_null(groups_of(&square.parts));
    groups_settle(square.site, SIM_DAY);
    close_square(&square);
}

/* A hundred whom nothing keeps: within a month more than half have left, and then the climate turns. */
static void in_a_climate_in_which_nobody_leaves_nobody_does(void **state)
{
    (void)state;
    const struct spike calm = {30 * SIM_DAY, SIM_WEEK * 100, 0, 0.0, 0};
    const struct climate climate = {.own[CLIMATE_LEAVING] = {&calm, 1}, .site = 0};
    struct square square;
    prepare(&square);
    square.settings.groups.membership.fit_counts = false;
    square.settings.groups.membership.death_below = 1;
    open_square(&square, 100, 400 * SIM_DAY);
    people_of(&square.parts)->terms.climate = &climate;
    uint32_t founders[100];
    for (uint32_t i = 0; i < 100; i++)
        founders[i] = i;
    const struct group *group = group_found(square.site, 0, founders, 100);
    run_until(square.run, 30 * SIM_DAY);
    uint32_t left = group->members.count;
    assert_in_range(left, 1, 50);
    run_until(square.run, 400 * SIM_DAY);
    assert_int_equal(group->members.count, left);
    close_square(&square);
}

static void join_twice(void)
{
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 5, SIM_DAY);
    const uint32_t founders[] = {0, 1, 2};
    group_join(square.site, group_found(square.site, 0, founders, 3), 1);
}

static void lose_a_membership(void)
{
    struct square square;
    nobody_leaves(&square);
    open_square(&square, 5, SIM_DAY);
    const uint32_t founders[] = {0, 1, 2};
    group_found(square.site, 0, founders, 3)->members.count--;
    groups_settle(square.site, SIM_DAY);
}

static void books_that_do_not_balance_end_the_run(void **state)
{
    (void)state;
    assert_true(aborts(join_twice));
    assert_true(aborts(lose_a_membership));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_is_in_two_groups_at_most),
        cmocka_unit_test(who_is_in_a_group_knows_of_it_and_others_do_not),
        cmocka_unit_test(a_group_with_too_few_dissolves_after_three_days_unless_somebody_joins),
        cmocka_unit_test(a_group_that_everybody_leaves_ends_at_once),
        cmocka_unit_test(its_first_four_weeks_have_books_of_their_own),
        cmocka_unit_test(attention_halves_in_its_half_life_and_progress_brings_half_of_the_rest_back),
        cmocka_unit_test(members_of_a_group_that_fits_nobody_stay_fourteen_days_in_the_mean),
        cmocka_unit_test(groups_live_as_long_as_the_chain_of_births_and_deaths_says),
        cmocka_unit_test(groups_spread_over_topics_and_categories_by_lot),
        cmocka_unit_test(a_scenario_without_groups_has_none),
        cmocka_unit_test(in_a_climate_in_which_nobody_leaves_nobody_does),
        cmocka_unit_test(books_that_do_not_balance_end_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
