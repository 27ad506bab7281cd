/* As many threads as this process may really use: the processors it is bound to, and what its control group
 * grants. A group can be made only by somebody with the right to it; elsewhere that test is skipped and says
 * so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* --- a control group of the test's own --- */

enum { PATH_ROOM = 128, OF_THE_GROUP_FAILED = 99 };

static bool put(const char *folder, const char *file, const char *text)
{
    char path[2 * PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    FILE *out = fopen(path, "r+e");
    if (out == NULL)
        return false;
    bool written = fputs(text, out) >= 0;
    return fclose(out) == 0 && written;
}

/* A group that grants `share` of a processor's time, by either version. False where none can be made. */
static bool make_group(char *folder, double share)
{
    char quota[64];
    snprintf(folder, PATH_ROOM, "/sys/fs/cgroup/groundswell-%d", (int)getpid());
    snprintf(quota, sizeof quota, "%d 100000", (int)(share * 100000));
    bool second = access("/sys/fs/cgroup/cgroup.controllers", F_OK) == 0;
    if (second && mkdir(folder, 0755) == 0) {
        if (put(folder, "cpu.max", quota))
            return true;
        rmdir(folder);
    }
    snprintf(folder, PATH_ROOM, "/sys/fs/cgroup/cpu/groundswell-%d", (int)getpid());
    snprintf(quota, sizeof quota, "%d", (int)(share * 100000));
    if (mkdir(folder, 0755) != 0)
        return false;
    if (put(folder, "cpu.cfs_period_us", "100000") && put(folder, "cpu.cfs_quota_us", quota))
        return true;
    rmdir(folder);
    return false;
}

/* threads_allowed() of a child that lives in the group. */
static int allowed_inside(const char *folder)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(put(folder, "cgroup.procs", "0") ? threads_allowed() : OF_THE_GROUP_FAILED);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_group_that_grants_one_processor_gets_one_thread(void **state)
{
    (void)state;
    static const double shares[] = {0.5, 1.0, 1.6};
    int processors = threads_allowed();
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        char folder[PATH_ROOM];
        if (!make_group(folder, shares[i])) {
            print_message(
                "SKIPPED: no right to make a control group here, so nothing is known about its limit\n");
            skip();
        }
        int allowed = allowed_inside(folder);
        assert_int_equal(rmdir(folder), 0);
        if (allowed == OF_THE_GROUP_FAILED) {
            print_message("SKIPPED: no right to enter the control group\n");
            skip();
        }
        int granted = shares[i] < 1.5 ? 1 : 2;
        assert_int_equal(allowed, granted < processors ? granted : processors);
    }
    assert_int_equal(threads_allowed(), processors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_is_believed),
        cmocka_unit_test(nonsense_in_the_environment_is_not),
        cmocka_unit_test(a_process_bound_to_one_processor_uses_one),
        cmocka_unit_test(a_group_that_grants_one_processor_gets_one_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
