#include "chronicle.h"

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
        chronicle->room = chronicle->room == 0 ? FIRST_ROOM : 2 * chronicle->room;
        chronicle->events = arena_grow(chronicle->arena, chronicle->events, chronicle->count, chronicle->room,
                                       sizeof *chronicle->events);
    }
    chronicle->events[chronicle->count++] = *told;
}
