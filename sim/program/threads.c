#include "program/threads.h"

#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "program/options.h"

enum { LONGEST_PATH = PATH_MAX };

static int processors_bound(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
        return CPU_COUNT(&set);
    long online = sysconf(_SC_NPROCESSORS_ONLN); /* more processors than a cpu_set_t holds */
    return online < 1 ? 1 : (int)online;
}

/* Processors granted by a control group of version 2 ("200000 100000" or "max 100000"); 0 when it sets no
 * limit. */
static double granted_v2(const char *folder)
{
    char path[LONGEST_PATH + 16], line[64];
    snprintf(path, sizeof path, "%s/cpu.max", folder);
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return 0;
    double quota = 0, period = 0;
    if (fgets(line, sizeof line, file) == NULL || sscanf(line, "%lf %lf", &quota, &period) != 2)
        quota = period = 0;
    fclose(file);
    return period > 0 && quota > 0 ? quota / period : 0;
}

static double number_in(const char *folder, const char *name)
{
    char path[LONGEST_PATH + 32];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "re");
    double number = 0;
    if (file != NULL) {
        if (fscanf(file, "%lf", &number) != 1)
            number = 0;
        fclose(file);
    }
    return number;
}

static double granted_v1(const char *folder)
{
    double quota = number_in(folder, "cpu.cfs_quota_us"), period = number_in(folder, "cpu.cfs_period_us");
    return period > 0 && quota > 0 ? quota / period : 0;
}

/* The least that the group and all groups above it grant. */
static double granted_along(const char *mount, const char *group, double (*granted)(const char *folder))
{
    char folder[LONGEST_PATH];
    if (snprintf(folder, sizeof folder, "%s%s", mount, group) >= (int)sizeof folder)
        return 0;
    double least = 0;
    for (size_t mounted = strlen(mount);;) {
        double here = granted(folder);
        if (here > 0 && (least == 0 || here < least))
            least = here;
        char *slash = strrchr(folder, '/');
        if (slash == NULL || (size_t)(slash - folder) < mounted)
            return least;
        *slash = '\0';
    }
}

static double processors_granted(void)
{
    FILE *groups = fopen("/proc/self/cgroup", "re");
    if (groups == NULL)
        return 0;
    char line[LONGEST_PATH];
    double least = 0;
    while (fgets(line, sizeof line, groups) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *controllers = strchr(line, ':');
        char *group = controllers == NULL ? NULL : strchr(controllers + 1, ':');
        if (group == NULL)
            continue;
        *group++ = '\0';
        double here = 0;
        if (strcmp(controllers + 1, "") == 0)
            here = granted_along("/sys/fs/cgroup", group, granted_v2);
        else if (strstr(controllers + 1, "cpu,") != NULL || strcmp(controllers + 1, "cpu") == 0)
            here = granted_along("/sys/fs/cgroup/cpu", group, granted_v1);
        if (here > 0 && (least == 0 || here < least))
            least = here;
    }
    fclose(groups);
    return least;
}

int threads_allowed(void)
{
    const char *wished = getenv("OMP_NUM_THREADS");
    if (wished != NULL) {
        long threads = strtol(wished, NULL, 10); /* of a list for nested levels, the first counts */
        if (threads >= 1 && threads <= MOST_THREADS)
            return (int)threads;
    }
    int threads = processors_bound();
    double granted = processors_granted();
    if (granted > 0 && granted < threads)
        threads = granted < 1 ? 1 : (int)(granted + 0.5);
    return threads > MOST_THREADS ? MOST_THREADS : threads;
}

void threads_wait_quietly(char **argv)
{
    char self[LONGEST_PATH];
    if (getenv("OMP_WAIT_POLICY") != NULL || setenv("OMP_WAIT_POLICY", "passive", 1) != 0)
        return;
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0)
        return;
    self[length] = '\0';
    execv(self, argv);
}
