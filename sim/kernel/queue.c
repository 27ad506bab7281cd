#include "kernel/queue.h"

#include <stdlib.h>
#include <sys/mman.h>

enum {
    CHILDREN = 4,
    CACHE_LINE = 64,
    LEAD = CHILDREN -
           1, /* unused elements before the top: they put the children of every node on one cache line */
    HUGE_PAGE = 2 * 1024 * 1024,
    FIRST_ROOM = 64,
    DEEP = 256,    /* keys from here on may be out of the nearest cache */
    FEW_DEAD = 64, /* up to here dead keys are not worth the trouble of a new heap */
    KEY_TIME_SHIFT = 64,
};
_Static_assert(sizeof(struct event) == CACHE_LINE, "an event body is one cache line");

/* Time in the upper half, order in the lower: one comparison, without a branch. */
__extension__ typedef unsigned __int128 event_key;

/* Stands after the last key, so that every node can look at four children. Later than any event. */
#define NO_KEY (~(event_key)0)

/* A body's `slot` counts how often it was taken and given back: odd while its event is pending. The `order`
 * of a body on the free list is the next one. */
struct queue {
    event_key *keys; /* the heap, the earliest first */
    uint32_t *slots; /* of the bodies, in the order of the keys */
    struct event *bodies;
    size_t count;  /* keys, with dead ones and the open top */
    size_t room;   /* of all three arrays */
    size_t dead;   /* keys of cancelled events */
    size_t open;   /* 1 when the top was taken and its place waits for the next push */
    uint32_t used; /* bodies that were ever taken */
    uint32_t free; /* 1-based, 0 when there is none */
};

static inline event_key key_of(sim_time time, uint64_t order)
{
    return (event_key)(uint64_t)time << KEY_TIME_SHIFT | order;
}

static inline sim_time time_of(event_key key)
{
    return (sim_time)(uint64_t)(key >> KEY_TIME_SHIFT);
}

/* Moves `kept` bytes to larger memory that begins on a cache line, and lets the old memory go. Large memory
 * asks for large pages: a million events are looked up all over it, and on small ones half of that time goes
 * to finding pages. */
static void *widen(void *old, size_t kept, size_t bytes)
{
    size_t alignment = bytes < HUGE_PAGE ? CACHE_LINE : HUGE_PAGE;
    size_t rounded = (bytes + alignment - 1) / alignment * alignment;
    void *wider = aligned_alloc(alignment, rounded);
    if (wider == NULL)
        wider = must_allocate(SIZE_MAX / 2, 1); /* says so and aborts */
    if (alignment == HUGE_PAGE)
        (void)madvise(wider, rounded,
                      MADV_HUGEPAGE); /* only advice: refused, it costs time and nothing else */
    if (kept > 0)
        memcpy(wider, old, kept);
    free(old);
    return wider;
}

static void make_room(struct queue *queue)
{
    size_t before = queue->room, room = before == 0 ? FIRST_ROOM : 2 * before;
    require(room < UINT32_MAX);
    size_t taken = before == 0 ? 0 : LEAD + before, wanted = LEAD + room + CHILDREN;
    event_key *keys = before == 0 ? NULL : queue->keys - LEAD;
    uint32_t *slots = before == 0 ? NULL : queue->slots - LEAD;
    queue->keys = (event_key *)widen(keys, taken * sizeof *keys, wanted * sizeof *keys) + LEAD;
    queue->slots = (uint32_t *)widen(slots, taken * sizeof *slots, wanted * sizeof *slots) + LEAD;
    queue->bodies = widen(queue->bodies, before * sizeof *queue->bodies, room * sizeof *queue->bodies);
    for (size_t i = before; i < room + CHILDREN; i++)
        queue->keys[i] = NO_KEY;
    memset(queue->slots + before, 0, (room + CHILDREN - before) * sizeof *slots);
    queue->room = room;
}

struct queue *queue_new(void)
{
    struct queue *queue = must_allocate(1, sizeof *queue);
    make_room(queue);
    return queue;
}

void queue_free(struct queue *queue)
{
    if (queue == NULL)
        return;
    free(queue->keys - LEAD);
    free(queue->slots - LEAD);
    free(queue->bodies);
    free(queue);
}

size_t queue_length(const struct queue *queue)
{
    return queue->count - queue->open - queue->dead;
}

size_t queue_bytes(const struct queue *queue)
{
    size_t wide = LEAD + queue->room + CHILDREN;
    return sizeof *queue + wide * (sizeof *queue->keys + sizeof *queue->slots) +
           queue->room * sizeof *queue->bodies;
}

/* The earliest of the four keys from `first` on. Which one it is cannot be guessed, so nothing here branches.
 */
static inline size_t earliest_child(const event_key *keys, size_t first)
{
    size_t left = first + (keys[first + 1] < keys[first]);
    size_t right = first + 2 + (keys[first + 3] < keys[first + 2]);
    size_t swap = -(size_t)(keys[right] < keys[left]);
    return left ^ ((left ^ right) & swap);
}

/* Puts a key in at place `at` or below, where the heap has an open place at `at`. */
static inline void sink(struct queue *queue, size_t at, event_key key, uint32_t slot)
{
    event_key *keys = queue->keys;
    uint32_t *slots = queue->slots;
    for (size_t first; (first = CHILDREN * at + 1) < queue->count;) {
        size_t below = CHILDREN * first + 1;
        if (first > DEEP && below + CHILDREN * CHILDREN <= queue->count) {
            for (size_t line = 0; line < CHILDREN;
                 line++) /* whichever child it will be, its children are on the way */
                __builtin_prefetch(&keys[below + CHILDREN * line]);
        }
        size_t child = earliest_child(keys, first);
        if (key <= keys[child])
            break;
        keys[at] = keys[child];
        slots[at] = slots[child];
        if (at == 0)
            __builtin_prefetch(
                &queue->bodies[slots[0]]); /* wanted at the next pop, at the other end of the descent */
        at = child;
    }
    keys[at] = key;
    slots[at] = slot;
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

static void close_top(struct queue *queue)
{
    size_t last = --queue->count;
    event_key key = queue->keys[last];
    uint32_t slot = queue->slots[last];
    queue->keys[last] = NO_KEY;
    if (last > 0)
        sink(queue, 0, key, slot);
    queue->open = 0;
}

static inline void body_release(struct queue *queue, uint32_t slot)
{
    queue->bodies[slot].order = queue->free;
    queue->free = slot + 1;
}

static inline bool body_pending(const struct queue *queue, uint32_t slot)
{
    return queue->bodies[slot].slot % 2 == 1;
}

static void drop_dead_top(struct queue *queue)
{
    while (queue->dead > 0 && !body_pending(queue, queue->slots[0])) {
        body_release(queue, queue->slots[0]);
        queue->dead--;
        close_top(queue);
    }
}

/* Makes the first key that of the earliest pending event. */
static inline void settle(struct queue *queue)
{
    if (queue->open)
        close_top(queue);
    if (queue->dead > 0)
        drop_dead_top(queue);
}

/* Makes the heap anew without its dead keys, in O(n). */
static void bury(struct queue *queue)
{
    size_t kept = 0;
    for (size_t i = queue->open; i < queue->count; i++) {
        if (body_pending(queue, queue->slots[i])) {
            queue->keys[kept] = queue->keys[i];
            queue->slots[kept++] = queue->slots[i];
        } else {
            body_release(queue, queue->slots[i]);
        }
    }
    for (size_t i = kept; i < queue->count; i++)
        queue->keys[i] = NO_KEY;
    queue->count = kept;
    queue->open = 0;
    queue->dead = 0;
    for (size_t i = kept / CHILDREN + 1; i-- > 0;) {
        if (i < kept)
            sink(queue, i, queue->keys[i], queue->slots[i]);
    }
}

/* A body to write, odd from now on. */
static inline uint32_t body_take(struct queue *queue)
{
    if (queue->count - queue->open == queue->room)
        make_room(queue);
    if (queue->free == 0) {
        uint32_t slot = queue->used++;
        queue->bodies[slot].slot = 1;
        return slot;
    }
    uint32_t slot = queue->free - 1;
    queue->free = (uint32_t)queue->bodies[slot].order;
    queue->bodies[slot].slot++;
    return slot;
}

struct event_ticket queue_push(struct queue *queue, sim_time time, uint64_t order, uint32_t kind,
                               const void *card, size_t size)
{
    require(time >= 0);
    require(size <= EVENT_PAYLOAD);
    uint32_t slot = body_take(queue);
    struct event *body = &queue->bodies[slot];
    body->time = time;
    body->order = order;
    body->kind = kind;
    memset(body->payload, 0, sizeof body->payload);
    if (size > 0)
        memcpy(body->payload, card, size);
    if (queue->open) {
        queue->open = 0;
        sink(queue, 0, key_of(time, order), slot);
    } else {
        rise(queue, queue->count++, key_of(time, order), slot);
    }
    return (struct event_ticket){slot + 1, body->slot};
}

bool queue_cancel(struct queue *queue, struct event_ticket ticket)
{
    if (ticket.slot == 0 || ticket.slot > queue->used)
        return false;
    struct event *body = &queue->bodies[ticket.slot - 1];
    if (body->slot != ticket.generation || ticket.generation % 2 == 0)
        return false;
    body->slot++;
    queue->dead++;
    if (queue->dead > FEW_DEAD && queue->dead > queue->count / 2)
        bury(queue);
    return true;
}

sim_time queue_next_time(struct queue *queue)
{
    settle(queue);
    return queue->count == 0 ? SIM_NEVER : time_of(queue->keys[0]);
}

static inline void take_top(struct queue *queue, struct event *event)
{
    uint32_t slot = queue->slots[0];
    struct event *body = &queue->bodies[slot];
    *event = *body;
    event->slot = 0; /* which slot it was must not be seen: it depends on how the run was cut into pieces */
    body->slot++;
    body_release(queue, slot);
    queue->open = 1;
}

bool queue_pop(struct queue *queue, struct event *event)
{
    settle(queue);
    if (queue->count == 0)
        return false;
    take_top(queue, event);
    return true;
}

bool queue_pop_before(struct queue *queue, sim_time instant, struct event *event)
{
    settle(queue);
    if (queue->count == 0 || time_of(queue->keys[0]) >= instant)
        return false;
    take_top(queue, event);
    return true;
}
