/* The pending events of one site, earliest first.
 *
 * A heap with four children a node over 16-byte keys (time, order) beside a slab of event bodies: the four
 * children lie in one cache line, and only keys move. Push and pop take O(log n). Cancel marks the body in
 * O(1); its key leaves when it comes to the top, or when more than half of the keys are dead and the heap is
 * made anew. The order of keys is total, so neither the shape of the heap nor when it was made anew can be
 * seen from outside.
 *
 * A pop leaves its place at the top open for the next push, which is what a handler mostly does next, or what
 * comes from another site: one descent for both.
 *
 * Once there have been thousands of events at a time, the heap holds only those that are due soon, and the
 * keys of all others lie in buckets (later.h).
 */
#ifndef KERNEL_QUEUE_H
#define KERNEL_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

#include "kernel/event.h"

/* Names one pushed event; stays harmless after the event was worked or cancelled, until its slot was used
 * another 2^31 times. All zeros names none. */
struct event_ticket {
    uint32_t slot; /* 1-based */
    uint32_t generation;
};

/* Time in the upper half, order in the lower: one comparison, without a branch. */
__extension__ typedef unsigned __int128 event_key;

/* Declared here only so that a site can hold its queue by value; only queue.c and the functions below touch
 * the fields. All three arrays lie in one block, keys first: a short queue is a few neighbouring cache lines.
 * A body's `slot` counts how often it was taken and given back: odd while its event is pending. The `order`
 * of a body on the free list is the next one. */
struct queue {
    event_key *keys; /* the heap, the earliest first */
    uint32_t *slots; /* of the bodies, in the order of the keys */
    struct event *bodies;
    struct shelf *shelf; /* where short blocks come from; NULL: from malloc */
    uint32_t count;      /* keys in the heap, with dead ones and the open top */
    uint32_t room;       /* of all three arrays */
    uint32_t dead;       /* keys of cancelled events, wherever they lie */
    uint32_t open;       /* 1 when the top was taken and its place waits for the next push */
    uint32_t used;       /* bodies that were ever taken */
    uint32_t free;       /* 1-based, 0 when there is none */
};

struct shelf;

/* `shelf`, which may be NULL, outlives the queue. */
void queue_begin(struct queue *queue, struct shelf *shelf);
void queue_end(struct queue *queue);
struct queue *queue_new(void);
void queue_free(struct queue *queue); /* NULL is fine */
/* So many events more will be pushed: what the queue keeps is moved once, and not at each doubling. */
void queue_reserve(struct queue *queue, size_t events);
size_t queue_length(const struct queue *queue); /* without cancelled ones */
size_t queue_bytes(const struct queue *queue);  /* memory taken, beside that of its shelf */
/* Copies `size` bytes of `card` (at most EVENT_PAYLOAD; NULL with size 0), the rest of the payload is zero.
 * `time` must not be negative, and no two pending events may have the same time and order. Parts instead of a
 * struct event: they are written once, where they stay. */
struct event_ticket queue_push(struct queue *queue, sim_time time, uint64_t order, uint32_t kind,
                               const void *card, size_t size);
/* False when the event was already worked or cancelled. */
bool queue_cancel(struct queue *queue, struct event_ticket ticket);
/* Asks for the memory that the next pop and push will touch: heads of three levels of the heap, of which it
 * is not known yet which way they will be taken; then, once these are there, the event itself. */
enum { QUEUE_THIRD_LEVEL = 5, QUEUE_FOURTH_LEVEL = 21, QUEUE_CHILDREN = 4 };

static inline void queue_expect(const struct queue *queue)
{
    __builtin_prefetch(&queue->keys[0]);
    __builtin_prefetch(&queue->keys[1]);
    __builtin_prefetch(queue->slots);
    if (queue->count <= QUEUE_THIRD_LEVEL)
        return;
    for (int line = QUEUE_THIRD_LEVEL; line < QUEUE_FOURTH_LEVEL; line += QUEUE_CHILDREN)
        __builtin_prefetch(&queue->keys[line]);
    __builtin_prefetch(&queue->slots[QUEUE_THIRD_LEVEL + 2 * QUEUE_CHILDREN]);
}

static inline void queue_expect_event(const struct queue *queue)
{
    __builtin_prefetch(&queue->bodies[queue->slots[0]]);
}
/* Where the next pushed event will lie. */
static inline void queue_expect_place(const struct queue *queue)
{
    __builtin_prefetch(&queue->bodies[queue->free == 0 ? queue->used : queue->free - 1]);
}

/* Time of the earliest event, SIM_NEVER when there is none. */
sim_time queue_next_time(struct queue *queue);
/* Takes the earliest event out; false when there is none. */
bool queue_pop(struct queue *queue, struct event *event);
/* Takes the earliest event out if it comes before `instant`. */
bool queue_pop_before(struct queue *queue, sim_time instant, struct event *event);

#endif
