/* One thing that happens at one instant at one site.
 *
 * Events of a site are worked in the order (time, source, serial): the sending site and that site's own count
 * of what it has sent. The order is total and never mentions threads, delivery or memory.
 */
#ifndef KERNEL_EVENT_H
#define KERNEL_EVENT_H

#include <stdint.h>
#include <string.h>

#include "base/require.h"
#include "base/sim_time.h"

enum { EVENT_PAYLOAD = 40 };

struct event {
    sim_time time;
    uint64_t order;                       /* source site in the upper 24 bits, serial below */
    uint32_t kind;                        /* which handler of the model */
    uint32_t slot;                        /* the queue's own, 0 in a handler */
    unsigned char payload[EVENT_PAYLOAD]; /* a small card copied by value; no pointer crosses sites */
};

static inline void event_read(const struct event *event, void *card, size_t size)
{
    require(size <= EVENT_PAYLOAD);
    memcpy(card, event->payload, size);
}

#endif
