#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pages.h"
#include "base/require.h"

enum {
    LINE = 64,
    SMALL = 16,
    FIRST_BLOCK = 64 * 1024,
    LARGEST_STEP = 16 * 1024 * 1024,
    LARGE_BLOCK = 4 * LARGE_PAGE,
};

struct arena_block {
    struct arena_block *before;
    size_t size; /* of the bytes that follow the first cache line */
    size_t used;
};

static struct arena_block *block_new(struct arena *arena, size_t least)
{
    size_t size = arena->taken < FIRST_BLOCK ? FIRST_BLOCK : arena->taken;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (least > PTRDIFF_MAX - 2 * LINE)
        out_of_memory(least, 1);
    if (size < least)
        size = (least + LINE - 1) / LINE * LINE;
    struct arena_block *block = pages_take(LINE + size, LARGE_BLOCK);
    if (block == NULL)
        out_of_memory(LINE + size, 1);
    *block = (struct arena_block){arena->blocks, size, 0};
    arena->blocks = block;
    arena->taken += LINE + size;
    if (arena->on_full != NULL && arena->taken > arena->most) {
        arena->on_full(arena->owner);
        arena->on_full = NULL;
    }
    return block;
}

/* A piece whose first bytes, `filled` of them, the caller writes; the rest is zeroed, and what lies between
 * it and the next line as well: loops over whole vectors read that. Blocks are zeroed piece by piece, since
 * much of the last one is never taken. */
static void *arena_piece(struct arena *arena, size_t count, size_t size, size_t filled)
{
    size_t bytes;
    require(!__builtin_mul_overflow(count, size, &bytes));
    if (bytes == 0)
        bytes = 1;
    size_t alignment = bytes >= LINE ? LINE : SMALL;
    struct arena_block *block = arena->blocks;
    size_t start = block == NULL ? 0 : (block->used + alignment - 1) / alignment * alignment;
    if (block == NULL || start > block->size || block->size - start < bytes) {
        block = block_new(arena, bytes);
        start = 0;
    }
    block->used = start + bytes;
    arena->used += bytes;
    char *piece = (char *)block + LINE + start;
    size_t end = (start + bytes + LINE - 1) / LINE * LINE;
    memset(piece + filled, 0, (end < block->size ? end : block->size) - start - filled);
    return piece;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    return arena_piece(arena, count, size, 0);
}

void *arena_take_to_fill(struct arena *arena, size_t count, size_t size)
{
    return arena_piece(arena, count, size, count * size);
}

void *arena_grow(struct arena *arena, const void *old, size_t count, size_t room, size_t size)
{
    require(count <= room);
    void *larger = arena_piece(arena, room, size, count * size);
    if (count > 0)
        memcpy(larger, old, count * size);
    return larger;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_piece(arena, length + 1, 1, length);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    require(length >= 0);
    char *text = arena_take(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

void arena_free(struct arena *arena)
{
    struct arena_block *block = arena->blocks;
    while (block != NULL) {
        struct arena_block *before = block->before;
        free(block);
        block = before;
    }
    *arena = (struct arena){0};
}
