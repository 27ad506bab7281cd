/* Keys of events that are far from being due, of a site that has very many.
 *
 * A heap of a million keys is looked up all over memory. Where a queue has so many events, its heap holds
 * those before a horizon, and later ones lie here: in buckets of equal spans of time, each in no order, a
 * chain of blocks that is written at its end. When the heap has run out, the next bucket becomes the heap.
 * Buckets reach as far as nine of ten keys did when they were planned; what is later than all of them lies
 * in one more, and is dealt out when all are empty (a calendar queue, Brown 1988, whose days are heaps).
 *
 * How keys are dealt out cannot be seen from outside: the order of keys is total, and all in a bucket are
 * later than all in the heap.
 */
#ifndef KERNEL_LATER_H
#define KERNEL_LATER_H

#include <stddef.h>
#include <stdint.h>

#include "kernel/queue.h"

struct later;

/* For at most `most` keys. */
struct later *later_new(uint32_t most);
void later_free(struct later *later); /* NULL is fine */
size_t later_bytes(const struct later *later);
uint32_t later_count(const struct later *later);
/* Plans buckets, all of which must be empty, for `count` keys (at least one). Returns the horizon: keys of an
 * earlier time stay in the heap. It may be later than any time. */
uint64_t later_plan(struct later *later, const event_key *keys, uint32_t count);
/* The time of the key is not before the horizon. */
void later_put(struct later *later, event_key key, uint32_t slot);
/* Takes out the keys of the next bucket and says how many; the horizon moves behind it. When only those are
 * left that are later than all buckets, takes these: they are not before the horizon, and it must be planned
 * anew. */
uint32_t later_take(struct later *later, event_key *keys, uint32_t *slots, uint64_t *horizon);
/* Takes out whatever is left, and says how many. */
uint32_t later_take_all(struct later *later, event_key *keys, uint32_t *slots);

#endif
