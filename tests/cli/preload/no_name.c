/* Preloaded into the program: no file gets its final name, for the reason that RENAME_ERROR gives. */
#include <errno.h>
#include <stdlib.h>

int rename(const char *old, const char *new);
int linkat(int from, const char *old, int to, const char *new, int flags);

static int fails(void)
{
    const char *error = getenv("RENAME_ERROR");
    errno = error == NULL ? EIO : atoi(error);
    return -1;
}

int rename(const char *old, const char *new)
{
    (void)old;
    (void)new;
    return fails();
}

int linkat(int from, const char *old, int to, const char *new, int flags)
{
    (void)from;
    (void)old;
    (void)to;
    (void)new;
    (void)flags;
    return fails();
}
