/* Limits of the machine as trouble: a call that failed, and a call that would fail. */
#include <errno.h>

#include "base/limits.h"

enum status limit_trouble(struct trouble *trouble, enum status usual, struct place where, int error,
                          const char *what)
{
    char words[LIMIT_WORDS];
    return trouble_add(trouble, limit_reached(error) ? STATUS_LIMIT : usual, where, "%s: %s", what,
                       limit_words(error, words));
}

enum status limit_memory_for(size_t bytes, const char *what, struct trouble *trouble)
{
    char words[LIMIT_WORDS];
    if (limit_memory_left() >= bytes)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_LIMIT, (struct place){0}, "%s takes up to %zu MB more memory: %s",
                       what, bytes >> 20, limit_words(ENOMEM, words));
}
