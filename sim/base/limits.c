#include "base/limits.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { KILO = 1024 };

static const struct {
    int error, resource;
    const char *limit, *option, *without; /* `without`: said where no limit is set */
    unsigned unit;
} limits[] = {
    {ENOMEM, RLIMIT_AS, "memory", "v", "the machine has no more memory to give", KILO},
    {EMFILE, RLIMIT_NOFILE, "open files", "n", "no more files can be opened", 1},
    {ENFILE, RLIMIT_NOFILE, NULL, NULL, "the machine has too many files open", 1},
    {EAGAIN, RLIMIT_NPROC, "processes and threads", "u",
     "neither the machine nor its container grants more processes or threads", 1},
};
enum { LIMITS = sizeof limits / sizeof *limits };

bool limit_reached(int error)
{
    for (size_t i = 0; i < LIMITS; i++)
        if (limits[i].error == error)
            return true;
    return false;
}

const char *limit_words(int error, char words[LIMIT_WORDS])
{
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    for (size_t i = 0; i < LIMITS; i++) {
        if (limits[i].error != error)
            continue;
        if (limits[i].limit == NULL || getrlimit((unsigned)limits[i].resource, &limit) != 0 ||
            limit.rlim_cur == RLIM_INFINITY)
            return limits[i].without;
        snprintf(words, LIMIT_WORDS, "the limit of %s is reached (`ulimit -%s`: %llu%s)", limits[i].limit,
                 limits[i].option, (unsigned long long)(limit.rlim_cur / limits[i].unit),
                 limits[i].unit == KILO ? " kB" : "");
        return words;
    }
    snprintf(words, LIMIT_WORDS, "%s", strerror(error));
    return words;
}

size_t limit_memory_left(void)
{
    struct rlimit limit;
    unsigned long long pages = 0;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return SIZE_MAX;
    FILE *facts = fopen("/proc/self/statm", "re");
    if (facts == NULL)
        return (size_t)limit.rlim_cur;
    if (fscanf(facts, "%llu", &pages) != 1)
        pages = 0;
    fclose(facts);
    unsigned long long mapped = pages * (unsigned long long)sysconf(_SC_PAGESIZE);
    return mapped < limit.rlim_cur ? (size_t)(limit.rlim_cur - mapped) : 0;
}
