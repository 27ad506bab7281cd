/* The pending events of one site, earliest first.
 *
 * A heap with four children a node over 16-byte keys (time, order) beside a slab of event bodies. Push and pop take
 * O(log n); cancel marks the body in O(1) and the key leaves when it comes to the top.
 */
#ifndef KERNEL_QUEUE_H
#define KERNEL_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

#include "kernel/event.h"

/* Names one pushed event; stays harmless after the event was worked or cancelled. All zeros names none. */
struct event_ticket {
    uint32_t slot; /* 1-based */
    uint32_t generation;
};

struct queue;

struct queue *queue_new(void);
void queue_free(struct queue *queue);
size_t queue_length(const struct queue *queue); /* without cancelled ones */
struct event_ticket queue_push(struct queue *queue, const struct event *event);
/* False when the event was already worked or cancelled. */
bool queue_cancel(struct queue *queue, struct event_ticket ticket);
/* Time of the earliest event, SIM_NEVER when there is none. */
sim_time queue_next_time(struct queue *queue);
/* Takes the earliest event out; false when there is none. */
bool queue_pop(struct queue *queue, struct event *event);

#endif
