#include "program/version.h"

#include "version_found.h" /* written by cmake/version.cmake */

const char *version_number(void)
{
    return GROUNDSWELL_VERSION;
}

const char *version_commit(void)
{
    return FOUND_COMMIT;
}

const char *version_libraries(void)
{
    return FOUND_LIBRARIES;
}

void version_text(struct text *out)
{
    text_print(out, "groundswell %s, commit %s\n", GROUNDSWELL_VERSION, FOUND_COMMIT);
    text_print(out, "libraries: %s\n", FOUND_LIBRARIES);
    text_print(out, "built by %s\n", FOUND_COMPILER);
}
