#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "base/same.h"
#include "base/same_parts.h"

/* --- the tables --- */

static void each_power_of_the_table_is_the_exact_one(void **state)
{
    (void)state;
    for (int i = 0; i < SAME_STEPS; i++) {
        const struct same_power *power = &same_powers[i];
        long double exact = exp2l((long double)i / SAME_STEPS);
        assert_true(fabsl(exact - power->high - power->low) <= 0x1p-62L);
        assert_true(power->high + power->low == power->high);
    }
}

static void each_logarithm_of_the_table_belongs_to_its_inverse(void **state)
{
    (void)state;
    for (int i = 0; i < SAME_STEPS; i++) {
        const struct same_logarithm *step = &same_logarithms[i];
        long double exact = -logl((long double)step->inverse);
        assert_true(fabsl(exact - step->high - step->low) <= 0x1p-62L);
        double inverse = step->inverse * 0x1p10, high = step->high * 0x1p42;
        assert_true(inverse == floor(inverse) && high == floor(high));
    }
}

/* --- how near they are --- */

enum { POINTS = 100000 };

/* Points that are spread evenly, and of which no two are alike. */
static double point(int i, double from, double to)
{
    const double golden = 0.6180339887498949;
    return from + (to - from) * fmod(i * golden, 1);
}

static double units_off(double got, long double exact)
{
    double nearest = fabs((double)exact);
    return (double)(fabsl(got - exact) / ((long double)nextafter(nearest, (double)INFINITY) - nearest));
}

static void near(double (*ours)(double), long double (*exact)(long double), double from, double to,
                 double allowed)
{
    for (int i = 1; i <= POINTS; i++) {
        double x = point(i, from, to), off = units_off(ours(x), exact(x));
        if (!(off <= allowed))
            fail_msg("at %.17g it is %.4f units of the last place off", x, off);
    }
}

static void powers_of_e_and_2_are_half_a_unit_of_the_last_place_off_at_most(void **state)
{
    (void)state;
    near(same_exp, expl, -1, 0, 0.512);
    near(same_exp, expl, -700, 700, 0.512);
    near(same_exp2, exp2l, -1, 0, 0.512);
    near(same_exp2, exp2l, -1000, 1000, 0.512);
    near(same_expm1, expm1l, -0.06, 0.06, 0.6);
    near(same_expm1, expm1l, -5, 5, 1);
    near(same_expm1, expm1l, -45, 45, 1);
}

static void logarithms_are_half_a_unit_of_the_last_place_off_at_most(void **state)
{
    (void)state;
    near(same_log, logl, 0, 1, 0.512);
    near(same_log, logl, 0.98, 1.02, 0.512);
    near(same_log, logl, 0, 1e12, 0.512);
    near(same_log1p, log1pl, -1, 1, 1.1);
    near(same_log1p, log1pl, -0.01, 0.01, 1.1);
}

static void any_power_is_half_a_unit_of_the_last_place_off_at_most(void **state)
{
    (void)state;
    const double exponents[] = {-2, -0.5, 0.3, 0.7, 1.5, 7, 20};
    for (int i = 1; i <= POINTS; i++) {
        double y = exponents[i % 7], x = point(i, 0, i % 2 ? 2 : 300);
        double off = units_off(same_pow(x, y), powl(x, y));
        if (!(off <= 0.515))
            fail_msg("%.17g to the power of %g is %.4f units of the last place off", x, y, off);
    }
}

/* Of a float there are so few that rounding the exact number to the nearest is nearly always what is done. */
static void float_powers_of_e_are_the_nearest_ones(void **state)
{
    (void)state;
    int others = 0;
    for (int i = 1; i <= POINTS; i++) {
        float x = (float)point(i, -80, 80);
        others += same_expf(x) != (float)expl(x);
    }
    assert_true(others <= 10);
}

/* Also with some beyond what a float can hold among them. */
static void many_powers_of_e_at_once_are_those_of_each(void **state)
{
    (void)state;
    enum { MANY = 77 };
    const float beyond[] = {89, -104, -INFINITY, INFINITY, NAN, 0, -103.9F, 88.7F};
    for (int far = 0; far < 2; far++)
        for (uint32_t count = 0; count <= MANY; count++) {
            float values[MANY + 1], alone[MANY];
            for (uint32_t i = 0; i <= count; i++)
                values[i] =
                    far == 1 && i % 9 == 8 ? beyond[i / 9 % 8] : (float)point((int)i * 13 + 1, -80, 80);
            for (uint32_t i = 0; i < count; i++)
                alone[i] = same_expf(values[i]);
            float next = values[count];
            same_expfs(values, count);
            for (uint32_t i = 0; i < count; i++)
                assert_true(values[i] == alone[i] || (isnan(values[i]) && isnan(alone[i])));
            assert_true(values[count] == next || isnan(next));
        }
}

/* Also with some that are outside of what is done by vectors among them, and with powers that are. */
static void many_powers_at_once_are_those_of_each(void **state)
{
    (void)state;
    enum { MANY = 77 };
    const double beyond[] = {0, 1, 1e-320, 1e-40, INFINITY, NAN, -1, 1e300};
    const double powers[] = {0, 1, -1, 0.5, 1.7, 4, 8, -8, 9, 1e-3, 1e5, 1e70, NAN, -INFINITY};
    for (size_t p = 0; p < sizeof powers / sizeof powers[0]; p++)
        for (int far = 0; far < 2; far++)
            for (uint32_t count = 0; count <= MANY; count++) {
                double values[MANY + 1], alone[MANY];
                for (uint32_t i = 0; i <= count; i++)
                    values[i] = far == 1 && i % 9 == 8 ? beyond[i / 9 % 8]
                                                       : exp2(point((int)(i * 13 + count) + 1, -99, 99));
                for (uint32_t i = 0; i < count; i++)
                    alone[i] = same_pow(values[i], powers[p]);
                double next = values[count];
                same_pows(values, count, powers[p]);
                for (uint32_t i = 0; i < count; i++)
                    assert_true(values[i] == alone[i] || (isnan(values[i]) && isnan(alone[i])));
                assert_true(values[count] == next || isnan(next));
            }
}

static void sines_and_cosines_are_those_of_the_angle(void **state)
{
    (void)state;
    for (int i = 1; i <= POINTS; i++) {
        double x = point(i, -1e5, 1e5);
        assert_true(fabsl(same_sin(x) - sinl(x)) <= 3e-16L && fabsl(same_cos(x) - cosl(x)) <= 3e-16L);
    }
}

static void factorials_are_those_of_the_gamma_function(void **state)
{
    (void)state;
    assert_true(same_log_factorial(0) == 0 && same_log_factorial(1) == 0);
    for (int n = 2; n < 3000; n++) {
        double exact = lgamma(n + 1.0);
        assert_true(fabs(same_log_factorial(n) / exact - 1) <= 1e-14);
    }
}

/* --- where there is no number --- */

static void infinities_zeros_and_nan_are_those_of_the_c_library(void **state)
{
    (void)state;
    const double some[] = {0,     1,   0.5, 2,    3e-320, 5e-324, 1e300,    709.7,
                           709.8, 745, 746, 1024, 1073,   1076,   INFINITY, NAN};
    for (size_t i = 0; i < 2 * (sizeof some / sizeof some[0]); i++) {
        double x = i % 2 ? -some[i / 2] : some[i / 2];
        const double pairs[][2] = {
            {same_exp(x), exp(x)},     {same_exp2(x), exp2(x)},
            {same_expm1(x), expm1(x)}, {same_log(x), log(x)},
            {same_log1p(x), log1p(x)}, {(double)same_expf((float)x), (double)expf((float)x)}};
        for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
            double ours = pairs[p][0], theirs = pairs[p][1];
            bool alike = isnan(theirs) ? isnan(ours)
                         : isinf(theirs) || theirs == 0
                             ? ours == theirs
                             : fabs(ours - theirs) <= 3e-16 * fabs(theirs) + 5e-324;
            if (!alike)
                fail_msg("function %zu of %g: %g, not %g", p, x, ours, theirs);
        }
        for (size_t j = 0; x >= 0 && !signbit(x) && j < 2 * (sizeof some / sizeof some[0]); j++) {
            double y = j % 2 ? -some[j / 2] : some[j / 2], ours = same_pow(x, y), theirs = pow(x, y);
            if (isnan(theirs) ? !isnan(ours) : !(ours == theirs || fabs(ours / theirs - 1) < 4e-16))
                fail_msg("%g to the power of %g: %g, not %g", x, y, ours, theirs);
        }
    }
}

/* --- the same --- */

static uint64_t folded_with(uint64_t folded, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return (folded ^ bits) * UINT64_C(0x9e3779b97f4a7c15) + (bits >> 32);
}

/* Where it fails, something rounds otherwise than IEEE 754 says: a compiler that contracts, say. */
static void they_have_the_same_bits_on_every_machine(void **state)
{
    (void)state;
    uint64_t folded = 0;
    for (int i = 1; i <= POINTS; i++) {
        double x = point(i, -20, 20), y = point(i, 0, 500);
        const double numbers[] = {same_exp(x),
                                  same_exp2(x),
                                  same_expm1(x / 10),
                                  same_log(y),
                                  same_log1p(y / 500),
                                  same_pow(y, x / 10),
                                  same_sin(y),
                                  same_cos(y),
                                  same_log_factorial(floor(y)),
                                  (double)same_expf((float)x)};
        for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++)
            folded = folded_with(folded, numbers[n]);
    }
    if (folded != UINT64_C(0xe7d7d8f30876750b))
        fail_msg("%#llx", (unsigned long long)folded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_power_of_the_table_is_the_exact_one),
        cmocka_unit_test(each_logarithm_of_the_table_belongs_to_its_inverse),
        cmocka_unit_test(powers_of_e_and_2_are_half_a_unit_of_the_last_place_off_at_most),
        cmocka_unit_test(logarithms_are_half_a_unit_of_the_last_place_off_at_most),
        cmocka_unit_test(any_power_is_half_a_unit_of_the_last_place_off_at_most),
        cmocka_unit_test(float_powers_of_e_are_the_nearest_ones),
        cmocka_unit_test(many_powers_of_e_at_once_are_those_of_each),
        cmocka_unit_test(many_powers_at_once_are_those_of_each),
        cmocka_unit_test(sines_and_cosines_are_those_of_the_angle),
        cmocka_unit_test(factorials_are_those_of_the_gamma_function),
        cmocka_unit_test(infinities_zeros_and_nan_are_those_of_the_c_library),
        cmocka_unit_test(they_have_the_same_bits_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
