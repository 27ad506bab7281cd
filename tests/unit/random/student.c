#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "random/student.h"

static void near(double got, double exact, double allowed)
{
    if (!(fabs(got / exact - 1) <= allowed))
        fail_msg("%.17g, not %.17g", got, exact);
}

/* With one degree it is the tangent of .475 pi, with two 1.9 / sqrt(2 * .95 * .05), with infinitely many the
 * normal's. */
static void few_and_very_many_degrees_have_closed_forms(void **state)
{
    (void)state;
    near(student_range(1), 12.706204736174694, 1e-13);
    near(student_range(2), 4.3026527297494637, 1e-13);
    near(student_range(1e15), 1.9599639845400545, 1e-14);
}

static void all_agree_with_the_distribution_of_gsl(void **state)
{
    (void)state;
    for (double degrees = 1; degrees < 3000; degrees += degrees < 1200 ? 1 : 97) {
        double got = student_range(degrees);
        near(gsl_cdf_tdist_P(got, degrees) - gsl_cdf_tdist_P(-got, degrees), 0.95, 1e-12);
    }
}

static void the_range_is_the_same_on_every_machine(void **state)
{
    (void)state;
    uint64_t folded = 0;
    for (double degrees = 1; degrees < 1500; degrees++) {
        double got = student_range(degrees);
        uint64_t bits;
        memcpy(&bits, &got, sizeof bits);
        folded = (folded ^ bits) * UINT64_C(0x9e3779b97f4a7c15);
    }
    if (folded != UINT64_C(0xeae5374be9890df2))
        fail_msg("%#llx", (unsigned long long)folded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_and_very_many_degrees_have_closed_forms),
        cmocka_unit_test(all_agree_with_the_distribution_of_gsl),
        cmocka_unit_test(the_range_is_the_same_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
