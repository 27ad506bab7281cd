/* Room for many thousands of things, none of which is ever copied. */
#include "sparks/sparks_parts.h"

void *spark_blocks_make_room(struct arena *arena, void *blocks, uint32_t count, uint32_t *room, size_t size)
{
    void **all = blocks;
    if (count % BLOCK != 0)
        return all;
    uint32_t number = count / BLOCK;
    if (number == *room) {
        uint32_t more = *room == 0 ? 4 : 2 * *room;
        all = arena_grow(arena, all, number, more, sizeof *all);
        *room = more;
    }
    all[number] = arena_take(arena, BLOCK, size);
    return all;
}
