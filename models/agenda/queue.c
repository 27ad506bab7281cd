/* The open proposals in the order in which they will be heard, and how many there are over time. */
#include <string.h>

#include "agenda/agenda_parts.h"
#include "base/require.h"

void queue_make_room(struct agenda *agenda, uint32_t room)
{
    struct agenda_queue *queue = &agenda->queue;
    queue->items = arena_grow(agenda->arena, queue->items, queue->count, room, sizeof *queue->items);
}

/* The number of open proposals times the distance from the middle of the second half, integrated over the
 * part of that half that passed since the last change. */
static double lever_of(const struct agenda *agenda, sim_time now)
{
    const struct agenda_queue *queue = &agenda->queue;
    sim_time from = queue->changed > queue->trend_from ? queue->changed : queue->trend_from;
    if (now <= from)
        return 0;
    double middle = sim_hours(queue->trend_from + agenda->ends) / 2;
    double mean = sim_hours(from + now) / 2;
    return queue->count * sim_hours(now - from) * (mean - middle);
}

static void queue_account(struct agenda *agenda, sim_time now)
{
    struct agenda_queue *queue = &agenda->queue;
    queue->lever += lever_of(agenda, now);
    queue->area += (now - queue->changed) * (int64_t)queue->count;
    queue->changed = now;
}

static void put_in(struct agenda_queue *queue, const struct item *item, uint32_t place)
{
    memmove(&queue->items[place + 1], &queue->items[place], (queue->count - place) * sizeof *queue->items);
    queue->items[place] = item->number;
    queue->count++;
}

static void take_out(struct agenda_queue *queue, const struct item *item)
{
    uint32_t place = 0;
    while (place < queue->count && queue->items[place] != item->number)
        place++;
    require(place < queue->count);
    queue->count--;
    memmove(&queue->items[place], &queue->items[place + 1], (queue->count - place) * sizeof *queue->items);
}

void queue_enter(struct agenda *agenda, struct item *item, sim_time now)
{
    queue_account(agenda, now);
    item->open = true;
    item->times.entered = now;
    put_in(&agenda->queue, item, agenda->queue.count);
}

void queue_leave(struct agenda *agenda, const struct item *item, sim_time now)
{
    queue_account(agenda, now);
    take_out(&agenda->queue, item);
    agenda->queue.stays += now - item->times.entered;
    agenda_own(agenda, item)->open = false;
}

void queue_send_back(struct agenda *agenda, const struct item *item, bool before_new_ones)
{
    struct agenda_queue *queue = &agenda->queue;
    take_out(queue, item);
    uint32_t place = queue->count;
    if (before_new_ones)
        for (place = 0; place < queue->count; place++)
            if (agenda_in_queue(agenda, place)->heard.visits == 0)
                break;
    put_in(queue, item, place);
}

uint32_t agenda_queued(const struct agenda *agenda)
{
    return agenda->queue.count;
}

const struct item *agenda_in_queue(const struct agenda *agenda, uint32_t place)
{
    return agenda->items.all[agenda->queue.items[place]];
}

const struct item *agenda_next(const struct agenda *agenda, uint32_t session)
{
    for (uint32_t place = 0; place < agenda->queue.count; place++) {
        const struct item *item = agenda_in_queue(agenda, place);
        if (item->heard.not_in != session && !item->heard.now)
            return item;
    }
    return NULL;
}

void agenda_settle(struct agenda *agenda, sim_time now)
{
    const struct agenda_queue *queue = &agenda->queue;
    queue_account(agenda, now);
    int64_t still_open = 0;
    for (uint32_t place = 0; place < queue->count; place++)
        still_open += now - agenda_in_queue(agenda, place)->times.entered;
    require(queue->area == queue->stays + still_open); /* Little's law, by counting */
}

int64_t agenda_open_time(const struct agenda *agenda)
{
    return agenda->queue.area;
}

/* The line of least squares through N(t) over a span L has the slope 12 / L^3 times the integral of
 * N(t) (t - middle). */
double agenda_trend(const struct agenda *agenda)
{
    double span = sim_hours(agenda->ends - agenda->queue.trend_from);
    return 24 * 12 * agenda->queue.lever / (span * span * span);
}
