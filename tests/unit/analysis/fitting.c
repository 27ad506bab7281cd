/* The chance that worlds kept at random have a range as narrow, and which chances are rare. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "analysis/numbers/fitting_chance.h"

enum { WORLDS = 200, KEPT = 20 };

static void assert_near(double is, double should, double within)
{
    if (!(fabs(is - should) <= within))
        fail_msg("%.4f, not %.4f", is, should);
}

static void a_quantile_lies_at_n_plus_one_times_the_share(void **state)
{
    (void)state;
    static const double values[] = {1, 2, 4, 8};
    assert_near(fitting_quantile(values, 4, 0.5), 3, 1e-12);
    assert_near(fitting_quantile(values, 4, 0.3), 1.5, 1e-12);
    assert_near(fitting_quantile(values, 4, 0.1), 1, 0);
    assert_near(fitting_quantile(values, 4, 0.9), 8, 0);
    assert_true(isnan(fitting_quantile(values, 0, 0.5)));
}

/* Numbers from 0 to 1, the same in every test. */
static double luck(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

static void ranks_of(double *rank)
{
    for (size_t i = 0; i < WORLDS; i++)
        rank[i] = ((double)i + 0.5) / WORLDS;
}

/* Of worlds that are kept at random, one in ten has a chance below 10 %. */
static void a_chance_is_what_it_says(void **state)
{
    (void)state;
    enum { TIMES = 400 };
    uint64_t seed = 7;
    size_t rare = 0, choices[1] = {0};
    double rank[WORLDS], sum = 0;
    ranks_of(rank);
    for (int time = 0; time < TIMES; time++) {
        bool is_kept[WORLDS] = {false};
        for (size_t kept = 0; kept < KEPT;) {
            const size_t world = (size_t)(luck(&seed) * WORLDS);
            kept += is_kept[world] ? 0 : 1;
            is_kept[world] = true;
        }
        const struct fitting_worlds all = {WORLDS, KEPT, 1, rank, NULL, choices, is_kept};
        double chance;
        fitting_chances(&all, &chance);
        rare += chance < 0.1 ? 1 : 0;
        sum += chance / TIMES;
    }
    assert_near((double)rare / TIMES, 0.1, 4 * sqrt(0.1 * 0.9 / TIMES));
    assert_near(sum, 0.5, 4 * sqrt(1.0 / 12 / TIMES));
}

/* The twenty lowest of two hundred: nothing narrower can be drawn; all of one choice of two as well. */
static void a_narrow_range_and_a_lonely_choice_are_rare(void **state)
{
    (void)state;
    double rank[2 * WORLDS], chances[2];
    size_t choice[2 * WORLDS] = {0}, choices[2] = {0, 2};
    bool is_kept[WORLDS] = {false};
    ranks_of(rank);
    ranks_of(rank + WORLDS);
    for (size_t i = 0; i < WORLDS; i++) {
        is_kept[i] = i < KEPT;
        choice[WORLDS + i] = i < WORLDS / 2 ? 0 : 1;
    }
    const struct fitting_worlds all = {WORLDS, KEPT, 2, rank, choice, choices, is_kept};
    fitting_chances(&all, chances);
    assert_near(chances[0], 1e-4, 1e-9);
    assert_near(chances[1], 1e-4, 1e-9);
    /* As many of each choice are what is most like chance. */
    for (size_t i = 0; i < WORLDS; i++)
        choice[WORLDS + i] = i % 2;
    fitting_chances(&all, chances);
    assert_near(chances[1], 1, 1e-9);
}

static void rare_chances_are_held_together(void **state)
{
    (void)state;
    static const double chances[] = {0.02, 0.001, 0.3, 0.012};
    bool rare[4];
    fitting_rare(chances, 4, 0.05, rare); /* .001 x 4, .012 x 3, .02 x 2 are below .05; .3 is not */
    assert_true(rare[0] && rare[1] && rare[3] && !rare[2]);
    static const double others[] = {0.02, 0.001, 0.3, 0.018};
    fitting_rare(others, 4, 0.05, rare); /* .018 x 3 is not, so that .02 is not looked at */
    assert_true(rare[1] && !rare[0] && !rare[2] && !rare[3]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quantile_lies_at_n_plus_one_times_the_share),
        cmocka_unit_test(a_chance_is_what_it_says),
        cmocka_unit_test(a_narrow_range_and_a_lonely_choice_are_rare),
        cmocka_unit_test(rare_chances_are_held_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
