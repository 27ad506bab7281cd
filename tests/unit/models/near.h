/* Doubles that agree to within a tolerance: cmocka's own comparison rounds to float. NaN is near nothing. */
#ifndef TESTS_NEAR_H
#define TESTS_NEAR_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance)                                                              \
    do {                                                                                                     \
        const double near_value = (value), near_expected = (expected);                                       \
        if (!(fabs(near_value - near_expected) <= (tolerance)))                                              \
            fail_msg("%s is %.15g, not %.15g", #value, near_value, near_expected);                           \
    } while (0)

#endif
