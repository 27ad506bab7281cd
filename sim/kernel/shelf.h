/* Memory for the queues of a chunk: blocks of few sizes from large pieces, and what is given back is given
 * out again.
 *
 * Tens of thousands of short queues are looked up all over memory. In large pieces, which ask for large
 * pages, that finds its pages a quarter faster than in blocks from malloc. Used by one thread at a time.
 */
#ifndef KERNEL_SHELF_H
#define KERNEL_SHELF_H

#include <stdbool.h>
#include <stddef.h>

struct shelf;

/* Pieces are of `piece` bytes, a power of two. */
struct shelf *shelf_new(size_t piece);
void shelf_free(struct shelf *shelf); /* with all blocks; NULL is fine */
size_t shelf_bytes(const struct shelf *shelf);
/* Whether blocks of this size come from the shelf; larger ones would waste the ends of pieces. False for
 * NULL. */
bool shelf_holds(const struct shelf *shelf, size_t bytes);
/* Blocks begin on a cache line. Of all sizes above one power of two and up to the next, only
 * one may be used. */
void *shelf_take(struct shelf *shelf, size_t bytes);
void shelf_return(struct shelf *shelf, void *block, size_t bytes);

#endif
