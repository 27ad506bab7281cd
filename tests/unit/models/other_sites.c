/* Which other sites a site turns to. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "places/sites.h"

static void all_others_are_everybody_but_oneself(void **state)
{
    (void)state;
    struct luck luck = luck_of(1, 0);
    for (uint32_t own = 0; own < 4; own++) {
        struct site_choice choice = {.sites = 4, .own = own};
        struct draw draw = draw_for(&luck, 1, own, 0);
        sites_choose(&choice, &draw);
        uint32_t seen = 1U << own;
        assert_int_equal(choice.count, 3);
        for (uint32_t i = 0; i < choice.count; i++)
            seen |= 1U << site_chosen(&choice, i);
        assert_int_equal(seen, 0xF);
    }
}

/* Each of 6 others is among 2 chosen with probability 1/3, never twice. */
static void some_others_are_drawn_without_repetition_each_as_often(void **state)
{
    enum { DRAWS = 30000, SITES = 7, OWN = 2 };
    (void)state;
    struct luck luck = luck_of(2, 0);
    uint32_t chosen[SITES] = {0};
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct site_choice choice = {.sites = SITES, .own = OWN, .most = 2};
        struct draw draw = draw_for(&luck, 1, 0, i);
        sites_choose(&choice, &draw);
        assert_int_equal(choice.count, 2);
        assert_int_not_equal(site_chosen(&choice, 0), site_chosen(&choice, 1));
        chosen[site_chosen(&choice, 0)]++;
        chosen[site_chosen(&choice, 1)]++;
    }
    assert_int_equal(chosen[OWN], 0);
    for (uint32_t i = 0; i < SITES; i++)
        assert_true(i == OWN || (chosen[i] > DRAWS / 3 - 450 && chosen[i] < DRAWS / 3 + 450)); /* 5.5 sd */
}

static void who_is_alone_turns_to_nobody(void **state)
{
    (void)state;
    struct luck luck = luck_of(3, 0);
    struct site_choice choice = {.sites = 1, .own = 0};
    struct draw draw = draw_for(&luck, 1, 0, 0);
    sites_choose(&choice, &draw);
    assert_int_equal(choice.count, 0);
}

static void several_sites_lie_evenly_around_their_point(void **state)
{
    enum { SITES = 400 };
    (void)state;
    const struct site_place centre = {100, 10, 20, false};
    struct site_place alone = site_scatter(centre, 50, 0, 1);
    assert_true(alone.east == 10 && alone.north == 20);
    size_t inner = 0;
    double east = 0;
    for (uint32_t i = 0; i < SITES; i++) {
        struct site_place place = site_scatter(centre, 50, i, SITES);
        double away = hypot(place.east - 10, place.north - 20);
        assert_true(away <= 50);
        inner += away < 50 / sqrt(2) ? 1 : 0; /* half of the disc */
        east += (place.east - 10) / SITES;
    }
    assert_int_equal(inner, SITES / 2);
    assert_true(fabs(east) < 1);
}

/* Of three other sites with 10, 20 and 30 people, at equal distances, the last is drawn half of the time;
 * without any others, nobody is. */
static void a_site_is_drawn_by_its_people_and_its_distance(void **state)
{
    enum { DRAWS = 20000 };
    (void)state;
    struct arena arena = {0};
    struct luck luck = luck_of(4, 0);
    const struct site_place places[] = {
        {99, 0, 0, false}, {10, 3, 0, false}, {20, 0, 3, false}, {30, 0, -3, false}, {77, 0, 0, true}};
    const struct site_map *map = site_map_of(places, 5, &arena), *alone = site_map_of(places, 1, &arena);
    struct site_view far = {map, 0, 0, &arena, NULL}, near = {map, 0, 2, &arena, NULL},
                     none = {alone, 0, 0, &arena, NULL}, online = {map, 4, 0, &arena, NULL};
    uint32_t drawn[2][5] = {{0}};
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct draw one = draw_for(&luck, 1, 0, i), other = draw_for(&luck, 2, 0, i);
        drawn[0][site_draw(&far, &one)]++;
        drawn[1][site_draw(&near, &other)]++;
    }
    for (int way = 0; way < 2; way++) {
        assert_int_equal(drawn[way][0] + drawn[way][4], 0);
        assert_true(fabs(drawn[way][3] / (double)DRAWS - 1.0 / 2) < 0.02);
        assert_true(fabs(drawn[way][1] / (double)DRAWS - 1.0 / 6) < 0.02);
    }
    struct draw draw = draw_for(&luck, 3, 0, 0);
    assert_int_equal(site_draw(&none, &draw), 0);
    assert_int_equal(site_draw_online(map, 0, &draw), 4);
    assert_int_equal(site_draw_online(map, 4, &draw), 4); /* itself: there is no other */
    assert_int_not_equal(site_draw(&online, &draw), 4);
    arena_free(&arena);
}

/* A hundred sites in a row, a kilometre apart: those of each block are as likely as a walk over all weights
 * says, the first and the last ones of a block too. */
static void sites_far_down_the_list_are_drawn_as_often_as_their_weights_say(void **state)
{
    enum { SITES = 100, DRAWS = 200000, OWN = 40 };
    (void)state;
    struct arena arena = {0};
    struct luck luck = luck_of(6, 0);
    struct site_place places[SITES];
    double weights[SITES], sum = 0;
    for (int i = 0; i < SITES; i++) {
        places[i] = (struct site_place){.people = 50 + i, .east = i, .online = i % 10 == 9};
        weights[i] = i == OWN || places[i].online ? 0 : places[i].people / (1 + fabs(i - (double)OWN));
        sum += weights[i];
    }
    struct site_view view = {site_map_of(places, SITES, &arena), OWN, 1, &arena, NULL};
    uint32_t drawn[SITES] = {0};
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct draw draw = draw_for(&luck, 1, 0, i);
        drawn[site_draw(&view, &draw)]++;
    }
    double chi = 0; /* 89 sites can be drawn: mean 88, standard deviation 13.3 */
    for (int i = 0; i < SITES; i++) {
        double expected = DRAWS * weights[i] / sum;
        if (weights[i] > 0)
            chi += (drawn[i] - expected) * (drawn[i] - expected) / expected;
        else
            assert_int_equal(drawn[i], 0);
    }
    assert_true(chi > 88 - 4 * 13.3 && chi < 88 + 4 * 13.3);
    arena_free(&arena);
}

/* Weights 1 / (1 + 1)^2 and 1 / (1 + 3)^2 are as 4 to 1. */
static void nearness_weighs_distance(void **state)
{
    enum { DRAWS = 20000 };
    (void)state;
    struct arena arena = {0};
    struct luck luck = luck_of(5, 0);
    const struct site_place places[] = {{10, 0, 0, false}, {10, 1, 0, false}, {10, 0, 3, false}};
    const struct site_map *map = site_map_of(places, 3, &arena);
    struct site_view view = {map, 0, 2, &arena, NULL};
    uint32_t near = 0;
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct draw draw = draw_for(&luck, 1, 0, i);
        near += site_draw(&view, &draw) == 1 ? 1 : 0;
    }
    assert_true(fabs(near / (double)DRAWS - 0.8) < 0.015); /* 5 sd */
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_others_are_everybody_but_oneself),
        cmocka_unit_test(some_others_are_drawn_without_repetition_each_as_often),
        cmocka_unit_test(who_is_alone_turns_to_nobody),
        cmocka_unit_test(several_sites_lie_evenly_around_their_point),
        cmocka_unit_test(a_site_is_drawn_by_its_people_and_its_distance),
        cmocka_unit_test(nearness_weighs_distance),
        cmocka_unit_test(sites_far_down_the_list_are_drawn_as_often_as_their_weights_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
