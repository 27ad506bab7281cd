/* Memory that is released all at once.
 *
 * Pieces are zeroed (but those of arena_take_to_fill), aligned to 64 bytes when 64 bytes or larger (a cache
 * line; vector loads) and to 16 otherwise. An arena that is all zeros is empty and ready.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
    size_t used;  /* bytes handed out */
    size_t taken; /* bytes taken from the system */
    size_t most;  /* bytes after which `on_full` is called, once, with `owner`; 0: never */
    void (*on_full)(void *owner);
    void *owner;
};

void *arena_take(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));
/* Not zeroed: for large pieces of which the caller writes all that anybody reads. */
void *arena_take_to_fill(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));
char *arena_text(struct arena *arena, const char *text, size_t length) __attribute__((returns_nonnull));
char *arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3), returns_nonnull));
/* Room for `room` pieces, of which the first `count` are those of `old`. The old ones stay until the arena is
 * released, so let room double. */
void *arena_grow(struct arena *arena, const void *old, size_t count, size_t room, size_t size)
    __attribute__((returns_nonnull));
void arena_free(struct arena *arena);

#define ARENA_NEW(arena, type, count)     ((type *)arena_take((arena), (count), sizeof(type)))
#define ARENA_TO_FILL(arena, type, count) ((type *)arena_take_to_fill((arena), (count), sizeof(type)))

#endif
