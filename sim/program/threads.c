#include "program/threads.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "base/require.h"
#include "program/options.h"

enum { LONGEST_PATH = PATH_MAX };

/* Bytes of address space that a thread is sure to want besides its stack, for a small run. */
static const size_t room_to_work = (size_t)8 << 20;

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

/* Threads that are begun to see whether they can be, and wait until that is known. */
struct trial {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    bool over;
    pthread_t *threads;
    void **rooms;
    int begun;
};

static void *stay(void *given)
{
    struct trial *trial = given;
    pthread_mutex_lock(&trial->lock);
    while (!trial->over)
        pthread_cond_wait(&trial->moved, &trial->lock);
    pthread_mutex_unlock(&trial->lock);
    return NULL;
}

static void *take_room(size_t size)
{
    void *room = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return room == MAP_FAILED ? NULL : room;
}

/* "512", "512k", "8M" or "1g" as OMP_STACKSIZE has it, kilobytes where no unit stands; 0
 * for anything else. */
static size_t stack_wished(void)
{
    const char *wish = getenv("OMP_STACKSIZE"), units[] = "bkmg";
    char *end;
    if (wish == NULL || !isdigit((unsigned char)*wish))
        return 0;
    unsigned long number = strtoul(wish, &end, 10);
    const char *unit = *end == '\0' ? units + 1 : strchr(units, tolower((unsigned char)*end));
    size_t size = number;
    for (const char *step = units; unit != NULL && step < unit; step++)
        if (__builtin_mul_overflow(size, (size_t)1024, &size))
            return SIZE_MAX;
    return unit == NULL ? 0 : size;
}

/* pthread_create says EAGAIN when memory is lacking, too. */
static int why_none(const pthread_attr_t *kind, int error)
{
    size_t stack = 0;
    pthread_attr_getstacksize(kind, &stack);
    void *room = take_room(stack);
    if (room == NULL)
        return ENOMEM;
    munmap(room, stack);
    return error;
}

static int begin_another(struct trial *trial, const pthread_attr_t *kind)
{
    void *room = take_room(room_to_work);
    if (room == NULL)
        return ENOMEM;
    int error = pthread_create(&trial->threads[trial->begun], kind, stay, trial);
    if (error != 0) {
        error = why_none(kind, error);
        munmap(room, room_to_work);
        return error;
    }
    trial->rooms[trial->begun++] = room;
    return 0;
}

static void end_trial(struct trial *trial)
{
    pthread_mutex_lock(&trial->lock);
    trial->over = true;
    pthread_cond_broadcast(&trial->moved);
    pthread_mutex_unlock(&trial->lock);
    for (int i = 0; i < trial->begun; i++) {
        pthread_join(trial->threads[i], NULL);
        munmap(trial->rooms[i], room_to_work);
    }
}

/* Threads that this process has, as the limits count them; 0 where the system does not say. */
static int threads_counted(void)
{
    FILE *file = fopen("/proc/self/status", "re");
    char line[256];
    int count = 0;
    while (file != NULL && count == 0 && fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "Threads: %d", &count) != 1)
            count = 0;
    if (file != NULL)
        fclose(file);
    return count;
}

/* The system counts a thread for a moment after it was joined; where the limit is reached, it would refuse
 * the next one. */
static void wait_until_counted(int threads)
{
    enum { MOST_WAITS = 1000 };
    const struct timespec pause = {0, 1000000};
    for (int i = 0; i < MOST_WAITS && threads > 0 && threads_counted() > threads; i++)
        nanosleep(&pause, NULL);
}

int threads_granted(int wanted, int *why)
{
    *why = 0;
    if (wanted <= 1)
        return 1;
    struct trial trial = {.lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER};
    trial.threads = must_allocate((size_t)wanted, sizeof *trial.threads);
    trial.rooms = must_allocate((size_t)wanted, sizeof *trial.rooms);
    pthread_attr_t kind;
    pthread_attr_init(&kind);
    if (stack_wished() > 0)
        pthread_attr_setstacksize(&kind, stack_wished());
    /* The caller needs room too, beside theirs. */
    void *room = take_room(room_to_work);
    *why = room == NULL ? ENOMEM : 0;
    const int before = threads_counted();
    while (*why == 0 && trial.begun < wanted - 1)
        *why = begin_another(&trial, &kind);
    end_trial(&trial);
    wait_until_counted(before);
    if (room != NULL)
        munmap(room, room_to_work);
    pthread_attr_destroy(&kind);
    free(trial.threads);
    free(trial.rooms);
    return trial.begun + 1;
}

#ifdef OPENMP_IS_INSIDE
/* Before the set-up of the runtime, which is without a number and so comes after all that have one. */
__attribute__((constructor(101))) static void choose_to_sleep(void)
{
    setenv("OMP_WAIT_POLICY", "passive", 0);
}

void threads_wait_quietly(char **argv)
{
    (void)argv;
}
#else
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
#endif
