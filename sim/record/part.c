#include "record/part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record/disk.h"

enum { LONGEST_ENDING = 64 };

static const char beginning[] = ".part-", middle[] = "-of-";

static void write_ending(const struct record_part *part, char *ending)
{
    snprintf(ending, LONGEST_ENDING, "%s%llu%s%llu", beginning, (unsigned long long)part->number, middle,
             (unsigned long long)part->of);
}

char *part_name(const char *path, const struct record_part *part)
{
    char ending[LONGEST_ENDING];
    write_ending(part, ending);
    return disk_name(path, ending);
}

static const char *last_beginning(const char *name)
{
    const char *last = NULL;
    for (const char *at = name; (at = strstr(at, beginning)) != NULL; at++)
        last = at;
    return last;
}

/* What is read is written again and compared, so that there is one way to write a part. */
bool part_in_name(const char *name, struct record_part *part, size_t *length)
{
    const char *at = last_beginning(name);
    if (at == NULL || at == name)
        return false;
    char *end, ending[LONGEST_ENDING];
    part->number = strtoull(at + strlen(beginning), &end, 10);
    if (strncmp(end, middle, strlen(middle)) != 0)
        return false;
    part->of = strtoull(end + strlen(middle), NULL, 10);
    write_ending(part, ending);
    *length = (size_t)(at - name);
    return strcmp(at, ending) == 0 && part->number >= 1 && part->number <= part->of && part->of <= MOST_PARTS;
}

uint64_t part_runs(const struct record_part *part, uint64_t runs)
{
    if (part->of == 0)
        return runs;
    return runs < part->number ? 0 : (runs - part->number) / part->of + 1;
}
