#include "program/library.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *folder_if_there(struct arena *arena, const char *beside, const char *path)
{
    const char *folder = arena_print(arena, "%s/%s", beside, path);
    const char *methods = arena_print(arena, "%s/methods", folder);
    struct stat about;
    return stat(methods, &about) == 0 && S_ISDIR(about.st_mode) ? folder : NULL;
}

const char *library_folder(struct arena *arena, struct trouble *trouble)
{
    const char *wished = getenv("GROUNDSWELL_LIBRARY");
    if (wished != NULL && *wished != '\0')
        return wished;
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length > 0) {
        self[length] = '\0';
        char *slash = strrchr(self, '/');
        if (slash != NULL)
            *slash = '\0';
        const char *const places[] = {"share/groundswell", "../share/groundswell"};
        for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
            const char *folder = folder_if_there(arena, self, places[i]);
            if (folder != NULL)
                return folder;
        }
    }
    trouble_add(trouble, STATUS_NO_INPUT, (struct place){0},
                "the folder with the shipped scenarios and methods is not there");
    trouble_hint(trouble, "set GROUNDSWELL_LIBRARY to it");
    return NULL;
}

const char *library_scenario(const char *library, const char *name, struct arena *arena)
{
    if (strcmp(name, "-") == 0 || access(name, F_OK) == 0 || strchr(name, '/') != NULL || library == NULL)
        return name;
    static const char *const endings[] = {".yaml", ""};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        const char *shipped = arena_print(arena, "%s/%s%s", library, name, endings[i]);
        struct stat about;
        if (stat(shipped, &about) == 0 && S_ISREG(about.st_mode))
            return shipped;
    }
    return name;
}
