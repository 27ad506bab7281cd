/* As many threads as this process may really use. What a control group grants is read from files of the
 * system, which a test cannot make; the processors that the process is bound to it can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sched.h>
#include <stdlib.h>

#include "program/options.h"
#include "program/threads.h"

static void the_environment_is_believed(void **state)
{
    (void)state;
    setenv("OMP_NUM_THREADS", "7", 1);
    assert_int_equal(threads_allowed(), 7);
    setenv("OMP_NUM_THREADS", "5,2", 1); /* runs, sites */
    assert_int_equal(threads_allowed(), 5);
    unsetenv("OMP_NUM_THREADS");
}

static void nonsense_in_the_environment_is_not(void **state)
{
    (void)state;
    int usual = threads_allowed();
    static const char *const nonsense[] = {"", "many", "0", "-3", "99999999999999999999"};
    for (size_t i = 0; i < sizeof nonsense / sizeof nonsense[0]; i++) {
        setenv("OMP_NUM_THREADS", nonsense[i], 1);
        assert_int_equal(threads_allowed(), usual);
    }
    unsetenv("OMP_NUM_THREADS");
    assert_true(usual >= 1 && usual <= MOST_THREADS);
}

static void a_process_bound_to_one_processor_uses_one(void **state)
{
    (void)state;
    cpu_set_t before, one;
    assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
    size_t first = 0;
    while (!CPU_ISSET(first, &before))
        first++;
    CPU_ZERO(&one);
    CPU_SET(first, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(threads_allowed(), 1);
    assert_int_equal(sched_setaffinity(0, sizeof before, &before), 0);
    assert_true(threads_allowed() <= CPU_COUNT(&before));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_is_believed),
        cmocka_unit_test(nonsense_in_the_environment_is_not),
        cmocka_unit_test(a_process_bound_to_one_processor_uses_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
