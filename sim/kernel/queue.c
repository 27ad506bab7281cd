#include "kernel/queue.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "kernel/shelf.h"

enum {
    CHILDREN = 4,
    CACHE_LINE = 64,
    LEAD = CHILDREN -
           1, /* unused elements before the top: they put the children of every node on one cache line */
    HUGE_PAGE = 2 * 1024 * 1024,
    FIRST_ROOM = 4, /* a hundred thousand sites may have one event each */
    DEEP = 256,     /* keys from here on may be out of the nearest cache */
    FEW_DEAD = 64,  /* up to here dead keys are not worth the trouble of a new heap */
    KEY_TIME_SHIFT = 64,
};
_Static_assert(sizeof(struct event) == CACHE_LINE, "an event body is one cache line");

/* Stands after the last key, so that every node can look at four children. Later than any event. */
#define NO_KEY (~(event_key)0)

static inline event_key key_of(sim_time time, uint64_t order)
{
    return (event_key)(uint64_t)time << KEY_TIME_SHIFT | order;
}

static inline sim_time time_of(event_key key)
{
    return (sim_time)(uint64_t)(key >> KEY_TIME_SHIFT);
}

/* Where the three arrays lie in the block of a queue of some room. */
struct layout {
    size_t slots, bodies, bytes;
};

static inline size_t rounded(size_t bytes, size_t step)
{
    return (bytes + step - 1) / step * step;
}

static struct layout layout_of(size_t room)
{
    size_t wide = LEAD + room + CHILDREN;
    struct layout layout = {.slots = wide * sizeof(event_key)};
    layout.bodies = rounded(layout.slots + wide * sizeof(uint32_t), CACHE_LINE);
    layout.bytes = layout.bodies + room * sizeof(struct event);
    return layout;
}

/* Large memory asks for large pages: a million events are looked up all over it, and on small ones half of
 * that time goes to finding pages. */
static unsigned char *block_new(struct shelf *shelf, size_t bytes)
{
    if (shelf_holds(shelf, bytes))
        return shelf_take(shelf, bytes);
    size_t alignment = bytes < HUGE_PAGE ? CACHE_LINE : HUGE_PAGE;
    void *block = aligned_alloc(alignment, rounded(bytes, alignment));
    if (block == NULL)
        out_of_memory(bytes, 1);
    if (alignment == HUGE_PAGE) /* only advice: refused, it costs time and nothing else */
        (void)madvise(block, rounded(bytes, alignment), MADV_HUGEPAGE);
    return block;
}

static void block_free(struct queue *queue)
{
    if (queue->room == 0)
        return;
    void *block = queue->keys - LEAD;
    size_t bytes = layout_of(queue->room).bytes;
    if (shelf_holds(queue->shelf, bytes))
        shelf_return(queue->shelf, block, bytes);
    else
        free(block);
}

static void widen(struct queue *queue, size_t room)
{
    size_t before = queue->room;
    require(room < UINT32_MAX / 2);
    struct layout layout = layout_of(room);
    unsigned char *block = block_new(queue->shelf, layout.bytes);
    event_key *keys = (event_key *)(void *)block + LEAD;
    uint32_t *slots = (uint32_t *)(void *)(block + layout.slots);
    struct event *bodies = (struct event *)(void *)(block + layout.bodies);
    if (before > 0) {
        memcpy(keys, queue->keys, before * sizeof *keys);
        memcpy(slots, queue->slots, before * sizeof *slots);
        memcpy(bodies, queue->bodies, before * sizeof *bodies);
    }
    for (size_t i = before; i < room + CHILDREN; i++)
        keys[i] = NO_KEY;
    memset(slots + before, 0, (room + CHILDREN - before) * sizeof *slots);
    block_free(queue);
    queue->keys = keys;
    queue->slots = slots;
    queue->bodies = bodies;
    queue->room = (uint32_t)room;
}

static inline size_t next_room(size_t room)
{
    return room == 0 ? FIRST_ROOM : 2 * room;
}

/* Apart, like close_top: inside push and pop they would cost registers that these rarely need. */
__attribute__((noinline)) static void make_room(struct queue *queue)
{
    widen(queue, next_room(queue->room));
}

void queue_reserve(struct queue *queue, size_t events)
{
    size_t room = queue->room, most = queue->count - queue->open + events;
    while (room < most)
        room = next_room(room);
    if (room > queue->room)
        widen(queue, room);
}

/* An empty queue without a block looks at this. Nobody reads bodies of it, but their place is asked for. */
static const event_key nothing[CHILDREN + 1] = {NO_KEY, NO_KEY, NO_KEY, NO_KEY, NO_KEY};

void queue_begin(struct queue *queue, struct shelf *shelf)
{
    *queue = (struct queue){.shelf = shelf,
                            .keys = (event_key *)(uintptr_t)nothing,
                            .bodies = (struct event *)(uintptr_t)nothing};
}

void queue_end(struct queue *queue)
{
    block_free(queue);
    queue_begin(queue, queue->shelf);
}

struct queue *queue_new(void)
{
    struct queue *queue = must_allocate(1, sizeof *queue);
    queue_begin(queue, NULL);
    return queue;
}

void queue_free(struct queue *queue)
{
    if (queue == NULL)
        return;
    queue_end(queue);
    free(queue);
}

size_t queue_length(const struct queue *queue)
{
    return queue->count - queue->open - queue->dead;
}

size_t queue_bytes(const struct queue *queue)
{
    size_t bytes = queue->room == 0 ? 0 : layout_of(queue->room).bytes;
    return shelf_holds(queue->shelf, bytes) ? 0 : bytes;
}

/* The earliest of the four keys from `first` on. Which one it is cannot be guessed, so
 * nothing here branches. */
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

__attribute__((noinline)) static void close_top(struct queue *queue)
{
    uint32_t last = --queue->count;
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
static inline void queue_settle(struct queue *queue)
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
    queue->count = (uint32_t)kept;
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

/* The first key, or what would be the first if the open top were closed; NO_KEY when there is none. Dead keys
 * must have been dropped. */
static inline event_key first_key(const struct queue *queue)
{
    return queue->keys[queue->open ? earliest_child(queue->keys, 1) : 0];
}

/* Leaves an open top open, because the next push may still fill it. */
sim_time queue_next_time(struct queue *queue)
{
    if (queue->dead > 0)
        queue_settle(queue);
    event_key first = first_key(queue);
    return first == NO_KEY ? SIM_NEVER : time_of(first);
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
    queue_settle(queue);
    if (queue->count == 0)
        return false;
    take_top(queue, event);
    return true;
}

bool queue_pop_before(struct queue *queue, sim_time instant, struct event *event)
{
    if (queue->dead > 0)
        queue_settle(queue);
    if (queue->open) {
        if (first_key(queue) >= key_of(instant, 0))
            return false;
        close_top(queue);
    } else if (queue->keys[0] >= key_of(instant, 0)) {
        return false;
    }
    take_top(queue, event);
    return true;
}
