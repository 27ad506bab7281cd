#include "state/inequality.h"
#include "unit/analysis/near.h"

static double room[6];

static void equal_voices_have_no_inequality(void **state)
{
    (void)state;
    double values[] = {3, 3, 3, 3};
    assert_near(inequality_gini(values, room, 4), 0.0, 1e-15);
}

static void one_voice_of_four_is_three_quarters_unequal(void **state)
{
    (void)state;
    double values[] = {0, 7, 0, 0};
    assert_near(inequality_gini(values, room, 4), 0.75, 1e-15);
}

/* Acts by rank in groups of six, Bales et al. 1951. */
static void the_acts_of_bales_have_a_gini_coefficient_of_374(void **state)
{
    (void)state;
    double ranked[] = {9167, 3989, 3027, 2352, 1584, 1192}, mixed[] = {2352, 9167, 1192, 3027, 1584, 3989};
    assert_near(inequality_gini(ranked, room, 6), 0.3735551, 1e-7);
    assert_near(inequality_gini(mixed, room, 6), 0.3735551, 1e-7);
}

static void the_gini_coefficient_has_no_unit(void **state)
{
    (void)state;
    double hours[] = {1, 2, 3}, minutes[] = {60, 120, 180};
    assert_near(inequality_gini(hours, room, 3), 2.0 / 9, 1e-15);
    assert_near(inequality_gini(minutes, room, 3), 2.0 / 9, 1e-15);
}

static void where_nobody_spoke_there_is_no_inequality_to_tell(void **state)
{
    (void)state;
    double silence[] = {0, 0};
    assert_true(isnan(inequality_gini(silence, room, 2)));
    assert_true(isnan(inequality_gini(silence, room, 0)));
    assert_true(isnan(effective_share(silence, 2)));
}

static void effective_speakers_are_all_of_equals_and_one_of_a_soloist(void **state)
{
    (void)state;
    const double equal[] = {2, 2, 2, 2, 2}, solo[] = {0, 0, 9, 0, 0}, pair[] = {4, 0, 4, 0};
    assert_near(effective_share(equal, 5), 1.0, 1e-15);
    assert_near(effective_share(solo, 5), 0.2, 1e-15);
    assert_near(effective_share(pair, 4), 0.5, 1e-15);
}

/* Shares 1/2, 1/4, 1/4: entropy 1.5 ln 2, so 2^1.5 effective speakers. */
static void effective_speakers_follow_the_entropy_of_shares(void **state)
{
    (void)state;
    const double values[] = {2, 1, 1};
    assert_near(effective_share(values, 3), 2.8284271247 / 3, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_voices_have_no_inequality),
        cmocka_unit_test(one_voice_of_four_is_three_quarters_unequal),
        cmocka_unit_test(the_acts_of_bales_have_a_gini_coefficient_of_374),
        cmocka_unit_test(the_gini_coefficient_has_no_unit),
        cmocka_unit_test(where_nobody_spoke_there_is_no_inequality_to_tell),
        cmocka_unit_test(effective_speakers_are_all_of_equals_and_one_of_a_soloist),
        cmocka_unit_test(effective_speakers_follow_the_entropy_of_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
