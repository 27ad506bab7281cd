#include "chronicle.h"

#include <string.h>

enum { FIRST_ROOM = 64 };

struct chronicle *chronicle_new(struct arena *arena)
{
    struct chronicle *chronicle = ARENA_NEW(arena, struct chronicle, 1);
    chronicle->arena = arena;
    return chronicle;
}

void chronicle_add(struct chronicle *chronicle, const struct happening *told)
{
    if (chronicle->count == chronicle->room) {
        uint32_t room = chronicle->room == 0 ? FIRST_ROOM : 2 * chronicle->room;
        struct happening *events = ARENA_NEW(chronicle->arena, struct happening, room);
        if (chronicle->count > 0)
            memcpy(events, chronicle->events, chronicle->count * sizeof *events);
        chronicle->events = events;
        chronicle->room = room;
    }
    chronicle->events[chronicle->count++] = *told;
}
