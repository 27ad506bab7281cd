#include "kernel/shelf.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/require.h"

enum {
    SHELF_LINE = 64,
    SHELF_HUGE_PAGE = 2 * 1024 * 1024,
    CLASSES = 64,        /* of block sizes, by the next power of two */
    BLOCKS_OF_PIECE = 8, /* at least; larger blocks would waste too much of its end */
};

/* A block given back. */
struct spare {
    struct spare *next;
};

/* At the beginning of each piece. */
struct piece {
    _Alignas(SHELF_LINE) struct piece *before;
};

struct shelf {
    struct piece *pieces;
    size_t piece, used; /* bytes of a piece; of the newest */
    size_t count;
    size_t sizes[CLASSES];
    struct spare *spares[CLASSES];
};

struct shelf *shelf_new(size_t piece)
{
    require(piece >= BLOCKS_OF_PIECE * SHELF_LINE && (piece & (piece - 1)) == 0);
    struct shelf *shelf = must_allocate(1, sizeof *shelf);
    shelf->piece = shelf->used = piece;
    return shelf;
}

void shelf_free(struct shelf *shelf)
{
    if (shelf == NULL)
        return;
    for (struct piece *piece = shelf->pieces, *before; piece != NULL; piece = before) {
        before = piece->before;
        free(piece);
    }
    free(shelf);
}

size_t shelf_bytes(const struct shelf *shelf)
{
    return sizeof *shelf + shelf->count * shelf->piece;
}

static void new_piece(struct shelf *shelf)
{
    struct piece *piece = aligned_alloc(shelf->piece, shelf->piece);
    if (piece == NULL)
        out_of_memory(1, shelf->piece);
    if (shelf->piece >= SHELF_HUGE_PAGE) /* only advice: refused, it costs time and nothing else */
        (void)madvise(piece, shelf->piece, MADV_HUGEPAGE);
    piece->before = shelf->pieces;
    shelf->pieces = piece;
    shelf->used = sizeof *piece;
    shelf->count++;
}

bool shelf_holds(const struct shelf *shelf, size_t bytes)
{
    return shelf != NULL && bytes <= shelf->piece / BLOCKS_OF_PIECE;
}

static struct spare **spares_of(struct shelf *shelf, size_t bytes)
{
    int class = CLASSES - __builtin_clzl(bytes - 1);
    if (shelf->sizes[class] == 0)
        shelf->sizes[class] = bytes;
    require(shelf->sizes[class] == bytes);
    return &shelf->spares[class];
}

void *shelf_take(struct shelf *shelf, size_t bytes)
{
    require(shelf_holds(shelf, bytes) && bytes >= sizeof(struct spare));
    struct spare **spares = spares_of(shelf, bytes);
    if (*spares != NULL) {
        struct spare *block = *spares;
        *spares = block->next;
        return block;
    }
    size_t whole = (bytes + SHELF_LINE - 1) / SHELF_LINE * SHELF_LINE;
    if (shelf->piece - shelf->used < whole)
        new_piece(shelf);
    void *block = (unsigned char *)shelf->pieces + shelf->used;
    shelf->used += whole;
    return block;
}

void shelf_return(struct shelf *shelf, void *block, size_t bytes)
{
    require(shelf_holds(shelf, bytes));
    struct spare **spares = spares_of(shelf, bytes);
    struct spare *spare = block;
    spare->next = *spares;
    *spares = spare;
}
