/* Which other sites a site turns to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "network/sites.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_others_are_everybody_but_oneself),
        cmocka_unit_test(some_others_are_drawn_without_repetition_each_as_often),
        cmocka_unit_test(who_is_alone_turns_to_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
