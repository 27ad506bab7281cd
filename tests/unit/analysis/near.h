/* Doubles that should be equal up to a tolerance; cmocka's own comparison rounds to float. */
#ifndef TESTS_ANALYSIS_NEAR_H
#define TESTS_ANALYSIS_NEAR_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance)                                                              \
    do {                                                                                                     \
        double is_ = (value), should_ = (expected);                                                          \
        if (!(fabs(is_ - should_) <= (tolerance)))                                                           \
            fail_msg("%s is %.9g, not %.9g", #value, is_, should_);                                          \
    } while (0)

#endif
