/* What the files of this folder share with each other and with nobody else: the state of a site. */
#ifndef AGENDA_AGENDA_PARTS_H
#define AGENDA_AGENDA_PARTS_H

#include "agenda/agenda.h"

/* All items. Written by agenda.c. */
struct agenda_items {
    struct item **all; /* by number */
    uint32_t count, room;
    uint32_t given;   /* that do not come from a working group */
    uint32_t arrived; /* of these, by the exogenous process */
    uint32_t *over;   /* numbers of items that are over, and of which people still know all they knew */
    uint32_t over_count;
};

/* The open ones, and how many they were over time. Written by queue.c. */
struct agenda_queue {
    uint32_t *items; /* numbers, first to be heard first */
    uint32_t count;
    sim_time changed;    /* the sums below are true at this instant */
    int64_t area;        /* open items integrated over time, microseconds */
    int64_t stays;       /* of items that left, microseconds */
    sim_time trend_from; /* the trend of the open items is taken from here to the end of the run */
    double lever;        /* open items, weighted by the time from the middle of that span: items h^2 */
};

struct agenda {
    const struct proposal_settings *settings;
    struct knowledge *knowledge;
    struct arena *arena;
    sim_time ends; /* of the run: what would come back later does not */
    struct agenda_items items;
    struct agenda_queue queue;
    struct agenda_books books; /* written by agenda.c; `hearings` by hearings.c */
};

/* The item as its folder may write it. */
static inline struct item *agenda_own(const struct agenda *agenda, const struct item *item)
{
    return agenda->items.all[item->number];
}

/* Room in the queue for so many items, those already there kept. */
void queue_make_room(struct agenda *agenda, uint32_t room);
/* The item is open from now on, and the last of the queue; or it is open no more. */
void queue_enter(struct agenda *agenda, struct item *item, sim_time now);
void queue_leave(struct agenda *agenda, const struct item *item, sim_time now);
/* The open item gives up its place and goes behind those that were heard before, or to the very end. */
void queue_send_back(struct agenda *agenda, const struct item *item, bool before_new_ones);

#endif
