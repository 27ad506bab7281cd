/* The heap of a queue: four children a node. A part of queue.c, which alone includes it.
 *
 * Keys move, and with each the slot of its event; an open place is where no key is yet.
 */
#ifndef KERNEL_QUEUE_HEAP_H
#define KERNEL_QUEUE_HEAP_H

#include "kernel/queue.h"

enum {
    CHILDREN = 4,
    DEEP = 256, /* keys from here on may be out of the nearest cache */
};

/* Stands after the last key, so that every node can look at four children. Later than any event. */
#define NO_KEY (~(event_key)0)

/* The earliest of the four keys from `first` on. Which one it is cannot be guessed, so
 * nothing here branches. */
static inline size_t earliest_child(const event_key *keys, size_t first)
{
    size_t left = first + (keys[first + 1] < keys[first]);
    size_t right = first + 2 + (keys[first + 3] < keys[first + 2]);
    size_t swap = -(size_t)(keys[right] < keys[left]);
    return left ^ ((left ^ right) & swap);
}

/* The earliest key below the top; of one key alone it is known where it is. */
static inline size_t second(const struct queue *queue)
{
    return queue->count <= 2 ? 1 : earliest_child(queue->keys, 1);
}

/* Puts a key in at place `at` or below, where the heap has an open place at `at`. */
static inline void sink(struct queue *queue, size_t at, event_key key, uint32_t slot)
{
    event_key *keys = queue->keys;
    uint32_t *slots = queue->slots;
    for (size_t first; (first = CHILDREN * at + 1) < queue->count;) {
        size_t below = CHILDREN * first + 1;
        if (first > DEEP && below + CHILDREN * CHILDREN <= queue->count) {
            /* whichever child it will be, its children are on the way, with their slots: sixteen, of which
             * the last may lie on the next line */
            for (size_t line = 0; line < CHILDREN; line++)
                __builtin_prefetch(&keys[below + CHILDREN * line]);
            __builtin_prefetch(&slots[below]);
            __builtin_prefetch(&slots[below + CHILDREN * CHILDREN - 1]);
        }
        size_t child = earliest_child(keys, first);
        if (key <= keys[child])
            break;
        keys[at] = keys[child];
        slots[at] = slots[child];
        at = child;
    }
    keys[at] = key;
    slots[at] = slot;
}

/* The same for the open top. What comes up is wanted at the next pop. */
static inline void sink_from_top(struct queue *queue, event_key key, uint32_t slot)
{
    event_key *keys = queue->keys;
    uint32_t *slots = queue->slots;
    if (queue->count > 1) {
        const size_t child = second(queue);
        if (key > keys[child]) {
            keys[0] = keys[child];
            slots[0] = slots[child];
            __builtin_prefetch(&queue->bodies[slots[0]]);
            sink(queue, child, key, slot);
            return;
        }
    }
    keys[0] = key;
    slots[0] = slot;
}

static inline void rise(struct queue *queue, size_t at, event_key key, uint32_t slot)
{
    event_key *keys = queue->keys;
    uint32_t *slots = queue->slots;
    while (at > 0) {
        size_t parent = (at - 1) / CHILDREN;
        if (keys[parent] <= key)
            break;
        keys[at] = keys[parent];
        slots[at] = slots[parent];
        at = parent;
    }
    keys[at] = key;
    slots[at] = slot;
}

/* Makes a heap of keys in no order, in O(n). */
static inline void pile(struct queue *queue)
{
    const size_t count = queue->count;
    for (size_t i = count / CHILDREN + 1; i-- > 0;) {
        if (i < count)
            sink(queue, i, queue->keys[i], queue->slots[i]);
    }
}

#endif
