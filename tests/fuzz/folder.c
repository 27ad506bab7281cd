#include "folder.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/require.h"

/* In memory where there is such a place: a disk would take its time over every file. */
static char folder[] = "/dev/shm/groundswell-fuzz-XXXXXX";

static void remove_folder(void)
{
    char line[128];
    snprintf(line, sizeof line, "rm -rf -- '%s'", folder);
    if (system(line) != 0)
        perror(folder);
}

const char *fuzz_folder(void)
{
    bool is_made = strchr(folder, 'X') == NULL || access(folder, F_OK) == 0;
    if (!is_made) {
        if (mkdtemp(folder) == NULL) {
            strcpy(folder, "/tmp/groundswell-fuzz-XXXXXX");
            require(mkdtemp(folder) != NULL);
        }
        atexit(remove_folder);
    }
    return folder;
}

void fuzz_write(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "w");
    require(file != NULL);
    require(fwrite(bytes, 1, length, file) == length);
    require(fclose(file) == 0);
}
