/* What a limit of the machine is in a complaint, and how much memory one leaves. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/limits.h"

enum status limit_trouble(struct trouble *trouble, enum status usual, struct place where, int error,
                          const char *what)
{
    char words[LIMIT_WORDS];
    return trouble_add(trouble, limit_reached(error) ? STATUS_LIMIT : usual, where, "%s: %s", what,
                       limit_words(error, words));
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

enum status limit_memory_for(size_t bytes, const char *what, struct trouble *trouble)
{
    char words[LIMIT_WORDS];
    if (limit_memory_left() >= bytes)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_LIMIT, (struct place){0}, "%s takes up to %zu MB more memory: %s",
                       what, bytes >> 20, limit_words(ENOMEM, words));
}
