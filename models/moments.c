#include "moments.h"

#include "base/require.h"

void parts_hear(struct parts *parts, const struct moments *moments)
{
    size_t count = 0;
    while (parts->hears[count] != NULL)
        count++;
    require(count < MOST_MECHANISMS);
    parts->hears[count] = moments;
}
