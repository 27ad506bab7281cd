#include "kernel/queue.h"

#include <stdlib.h>

#include "base/pages.h"
#include "kernel/later.h"
#include "kernel/queue_heap.h"
#include "kernel/shelf.h"

enum {
    CACHE_LINE = 64,
    LEAD = CHILDREN -
           1, /* unused elements before the top: they put the children of every node on one cache line */
    FIRST_ROOM = 4, /* a hundred thousand sites may have one event each */
    MANY = 8192,    /* events from here on do not lie in a near cache together: a power of two */
    FEW_DEAD = 64,  /* up to here dead keys are not worth the trouble of a new heap */
    KEY_TIME_SHIFT = 64,
};
_Static_assert(sizeof(struct event) == CACHE_LINE, "an event body is one cache line");

static inline event_key key_of(sim_time time, uint64_t order)
{
    return (event_key)(uint64_t)time << KEY_TIME_SHIFT | order;
}

static inline sim_time time_of(event_key key)
{
    return (sim_time)(uint64_t)(key >> KEY_TIME_SHIFT);
}

/* In the elements before the top. */
struct head {
    struct later *later; /* NULL until there have been many events at once */
    uint64_t unused[4];
    uint64_t horizon; /* the heap holds events before it */
};
_Static_assert(sizeof(struct head) == LEAD * sizeof(event_key), "the head lies in front of the top");

static inline struct head *head_of(const struct queue *queue)
{
    return (struct head *)(void *)(queue->keys - LEAD);
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

static unsigned char *block_new(struct shelf *shelf, size_t bytes)
{
    if (shelf_holds(shelf, bytes))
        return shelf_take(shelf, bytes);
    void *block = pages_take(bytes, LARGE_PAGE);
    if (block == NULL)
        out_of_memory(bytes, 1);
    return block;
}

static void block_free(struct queue *queue)
{
    if (queue->room == 0)
        return;
    void *block = head_of(queue);
    later_free(head_of(queue)->later);
    size_t bytes = layout_of(queue->room).bytes;
    if (shelf_holds(queue->shelf, bytes))
        shelf_return(queue->shelf, block, bytes);
    else
        free(block);
}

/* An empty queue without a block looks at this. Nobody reads bodies of it, but their place is asked for. */
static const struct {
    struct head head;
    event_key keys[CHILDREN + 1];
} nothing = {{.horizon = UINT64_MAX}, {NO_KEY, NO_KEY, NO_KEY, NO_KEY, NO_KEY}};

void queue_begin(struct queue *queue, struct shelf *shelf)
{
    *queue = (struct queue){.shelf = shelf,
                            .keys = (event_key *)(uintptr_t)nothing.keys,
                            .bodies = (struct event *)(uintptr_t)nothing.keys};
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

/* Keys, with dead ones. */
static size_t keys_of(const struct queue *queue)
{
    const struct later *later = head_of(queue)->later;
    return queue->count - queue->open + (later == NULL ? 0 : later_count(later));
}

size_t queue_length(const struct queue *queue)
{
    return keys_of(queue) - queue->dead;
}

size_t queue_bytes(const struct queue *queue)
{
    const size_t bytes = queue->room == 0 ? 0 : layout_of(queue->room).bytes;
    const struct later *later = head_of(queue)->later;
    return (shelf_holds(queue->shelf, bytes) ? 0 : bytes) + (later == NULL ? 0 : later_bytes(later));
}

__attribute__((noinline)) static void close_top(struct queue *queue)
{
    uint32_t last = --queue->count;
    event_key key = queue->keys[last];
    uint32_t slot = queue->slots[last];
    queue->keys[last] = NO_KEY;
    if (last > 0)
        sink_from_top(queue, key, slot);
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
    while (queue->dead > 0 && queue->count > 0 && !body_pending(queue, queue->slots[0])) {
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

/* Makes a heap of those of its keys that are early; the others are put away. */
static void spread(struct queue *queue)
{
    struct head *head = head_of(queue);
    const uint32_t count = queue->count;
    uint32_t kept = 0;
    if (count > 0)
        head->horizon = later_plan(head->later, queue->keys, count);
    for (uint32_t i = 0; i < count; i++) {
        const event_key key = queue->keys[i];
        if ((uint64_t)time_of(key) >= head->horizon) {
            later_put(head->later, key, queue->slots[i]);
        } else {
            queue->keys[kept] = key;
            queue->slots[kept++] = queue->slots[i];
        }
    }
    for (uint32_t i = kept; i < count; i++)
        queue->keys[i] = NO_KEY;
    queue->count = kept;
    pile(queue);
}

/* All keys in one array, without the open place and in no order. */
static void gather(struct queue *queue)
{
    struct later *later = head_of(queue)->later;
    if (queue->open)
        close_top(queue);
    if (later != NULL)
        queue->count += later_take_all(later, queue->keys + queue->count, queue->slots + queue->count);
}

/* The heap has run out: what is next of the later ones becomes the heap. False where there are none. */
__attribute__((noinline)) static bool bring(struct queue *queue)
{
    struct head *head = head_of(queue);
    if (head->later == NULL || later_count(head->later) == 0)
        return false;
    if (queue->open)
        close_top(queue);
    require(queue->count == 0);
    queue->count = later_take(head->later, queue->keys, queue->slots, &head->horizon);
    require(queue->count > 0);
    if ((uint64_t)time_of(queue->keys[0]) >= head->horizon)
        spread(queue);
    else
        pile(queue);
    for (uint32_t i = 0; i < queue->count; i++)
        __builtin_prefetch(&queue->bodies[queue->slots[i]], 1, 2);
    return true;
}

/* Makes everything anew without dead keys. */
static void bury(struct queue *queue)
{
    gather(queue);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < queue->count; i++) {
        if (body_pending(queue, queue->slots[i])) {
            queue->keys[kept] = queue->keys[i];
            queue->slots[kept++] = queue->slots[i];
        } else {
            body_release(queue, queue->slots[i]);
        }
    }
    for (uint32_t i = kept; i < queue->count; i++)
        queue->keys[i] = NO_KEY;
    queue->count = kept;
    queue->dead = 0;
    if (head_of(queue)->later != NULL)
        spread(queue);
    else
        pile(queue);
}

static void widen(struct queue *queue, size_t room)
{
    gather(queue);
    const size_t before = queue->room;
    const bool many = head_of(queue)->later != NULL;
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
    *(struct head *)(void *)block =
        (struct head){.later = many ? later_new((uint32_t)room) : NULL, .horizon = UINT64_MAX};
    queue->keys = keys;
    queue->slots = slots;
    queue->bodies = bodies;
    queue->room = (uint32_t)room;
    if (many)
        spread(queue);
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
    size_t room = queue->room, most = keys_of(queue) + events;
    while (room < most)
        room = next_room(room);
    if (room > queue->room)
        widen(queue, room);
}

/* A new body: with every so many it is looked whether there are many events at once. */
__attribute__((noinline)) static uint32_t body_new(struct queue *queue)
{
    if (queue->used == queue->room)
        make_room(queue);
    if (queue->used > 0 && queue->used % MANY == 0 && head_of(queue)->later == NULL) {
        head_of(queue)->later = later_new(queue->room);
        gather(queue);
        spread(queue);
    }
    const uint32_t slot = queue->used++;
    queue->bodies[slot].slot = 1;
    return slot;
}

/* A body to write, odd from now on. */
static inline uint32_t body_take(struct queue *queue)
{
    if (queue->free == 0)
        return body_new(queue);
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
    if (__builtin_expect((uint64_t)time >= head_of(queue)->horizon, 0)) {
        later_put(head_of(queue)->later, key_of(time, order), slot);
    } else if (queue->open) {
        queue->open = 0;
        sink_from_top(queue, key_of(time, order), slot);
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
    if (queue->dead > FEW_DEAD && queue->dead > keys_of(queue) / 2)
        bury(queue);
    return true;
}

/* The first key, or what would be the first if the open top were closed; NO_KEY when there is none. Dead keys
 * must have been dropped. */
static inline event_key first_key(const struct queue *queue)
{
    return queue->keys[queue->open ? second(queue) : 0];
}

/* Leaves an open top open, because the next push may still fill it. */
sim_time queue_next_time(struct queue *queue)
{
    if (queue->dead > 0)
        queue_settle(queue);
    event_key first = first_key(queue);
    if (first != NO_KEY)
        return time_of(first);
    return bring(queue) ? queue_next_time(queue) : SIM_NEVER;
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
    do {
        queue_settle(queue);
    } while (queue->count == 0 && bring(queue));
    if (queue->count == 0)
        return false;
    take_top(queue, event);
    return true;
}

/* The heap has nothing before `instant`. */
static inline bool pop_later(struct queue *queue, sim_time instant, struct event *event)
{
    return __builtin_expect(head_of(queue)->horizon < (uint64_t)instant, 0) && queue->count == queue->open &&
           bring(queue) && queue_pop_before(queue, instant, event);
}

bool queue_pop_before(struct queue *queue, sim_time instant, struct event *event)
{
    if (queue->dead > 0)
        queue_settle(queue);
    if (queue->open) {
        if (first_key(queue) >= key_of(instant, 0))
            return pop_later(queue, instant, event);
        close_top(queue);
    } else if (queue->keys[0] >= key_of(instant, 0)) {
        return pop_later(queue, instant, event);
    }
    take_top(queue, event);
    return true;
}
