/* Ranges of shares and means against published values and by counting how often they hold the truth. */
#include "observed/ranges.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/draw.h"

static void assert_near(double is, double should, double within)
{
    if (!(fabs(is - should) <= within))
        fail_msg("%.5f, not %.5f", is, should);
}

/* Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3. */
static void a_share_has_the_range_that_is_published(void **state)
{
    (void)state;
    static const struct {
        double hits, of, least, most;
    } published[] = {
        {81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}};
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        const struct observed_range range = ranges_share(published[i].hits, published[i].of, .95);
        assert_near(range.least, published[i].least, .00005);
        assert_near(range.most, published[i].most, .00005);
    }
    assert_true(ranges_share(0, 20, .95).least == 0 && ranges_share(20, 20, .95).most == 1);
    const struct observed_range wide = ranges_share(81, 263, .99), narrow = ranges_share(81, 263, .8);
    assert_true(wide.least < .2553 && .3662 < wide.most && narrow.least > .2553 && narrow.most < .3662);
}

static void the_range_of_a_constant_is_the_constant(void **state)
{
    (void)state;
    static const double fives[] = {5, 5, 5, 5, 5, 5};
    const struct observed_range mean = ranges_mean(fives, 6, .95, 0),
                                half = ranges_quantile(fives, 6, .5, .95, 0);
    assert_true(mean.least == 5 && mean.most == 5);
    assert_true(half.least == 5 && half.most == 5);
}

static void the_same_values_have_the_same_range_and_others_have_luck_of_their_own(void **state)
{
    (void)state;
    static const double values[] = {1, 2, 4, 8, 16, 32, 64, 128};
    const struct observed_range one = ranges_mean(values, 8, .95, 3), again = ranges_mean(values, 8, .95, 3),
                                other = ranges_mean(values, 8, .95, 4);
    assert_true(one.least == again.least && one.most == again.most);
    assert_true(one.least != other.least || one.most != other.most);
    assert_true(1 <= one.least && one.least < 31.875 && 31.875 < one.most && one.most <= 128);
}

/* The median of 1 to 9 is 5; a range of order statistics holds it with .961: the 2nd and the 8th. */
static void half_of_the_values_lie_below_the_median(void **state)
{
    (void)state;
    static const double values[] = {3, 1, 2, 9, 4, 8, 7, 5, 6};
    assert_near(ranges_quantile_of(values, 9, .5), 5, 0);
    assert_near(ranges_quantile_of(values, 9, .9), 8.2, 1e-12);
    const struct observed_range range = ranges_quantile(values, 9, .5, .95, 1);
    assert_near(range.least, 2, 1);
    assert_near(range.most, 8, 1);
}

/* How many of 400 ranges hold the mean of an exponential, 1. */
static int holding(size_t count)
{
    enum { RECORDS = 400, MOST = 60 };
    const struct luck luck = luck_of(7, 0);
    int holds = 0;
    for (uint32_t i = 0; i < RECORDS; i++) {
        double values[MOST];
        struct draw draw = draw_for(&luck, 1, i, (uint32_t)count);
        for (size_t j = 0; j < count; j++)
            values[j] = draw_exponential(&draw, 1);
        const struct observed_range range = ranges_mean(values, count, .95, i);
        holds += range.least <= 1 && 1 <= range.most ? 1 : 0;
    }
    return holds;
}

/* Means of skewed values are hard (a plain percentile range holds 90.0 % at 20, Hesterberg 2015). */
static void ranges_of_means_hold_the_truth_about_as_often_as_they_say(void **state)
{
    (void)state;
    assert_in_range(holding(20), 365, 395);
    assert_in_range(holding(60), 370, 395);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_has_the_range_that_is_published),
        cmocka_unit_test(the_range_of_a_constant_is_the_constant),
        cmocka_unit_test(the_same_values_have_the_same_range_and_others_have_luck_of_their_own),
        cmocka_unit_test(half_of_the_values_lie_below_the_median),
        cmocka_unit_test(ranges_of_means_hold_the_truth_about_as_often_as_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
