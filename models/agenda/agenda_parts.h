/* What the files of this folder share with each other and with nobody else: the state of a site. */
#ifndef AGENDA_AGENDA_PARTS_H
#define AGENDA_AGENDA_PARTS_H

#include "agenda/agenda.h"

/* Number of the matter of a draft. */
enum { NOT_ON_AGENDA = 0xFFFFFFFFu };

/* All proposals. Written by agenda.c. */
struct agenda_items {
    struct item **all; /* by number */
    uint32_t count, room;
    uint32_t given;   /* that do not come from a working group, drafts among them */
    uint32_t arrived; /* of these, after the start */
    uint32_t *over;   /* numbers of proposals that are over and not yet forgotten */
    uint32_t over_count;
};

/* The open proposals, and how many there were over time. Written by queue.c. */
struct agenda_queue {
    uint32_t *items; /* numbers, first to be heard first */
    uint32_t count;
    sim_time changed;    /* the sums below are true at this instant */
    int64_t area;        /* open proposals integrated over time, microseconds */
    int64_t stays;       /* how long those that left were open, microseconds */
    sim_time trend_from; /* the trend is taken from here to the end of the run */
    double lever; /* open proposals, weighted by the time from the middle of that span: proposals h^2 */
};

/* A proposal that waits for endorsers. */
struct draft {
    struct matter *matter;
    sim_time since;
};

/* Begun by agenda.c; endorsed in drafts.c. */
struct agenda_drafts {
    struct draft *all;
    uint32_t count, room;
    uint64_t endorsed; /* so far */
    int64_t waited;    /* by these, microseconds */
};

struct agenda {
    const struct proposal_settings *settings;
    struct knowledge *knowledge;
    struct arena *arena;
    sim_time ends; /* of the run: a proposal that would be reopened later is not */
    struct agenda_items items;
    struct agenda_queue queue;
    struct agenda_drafts drafts;
    struct agenda_books books; /* written by agenda.c; `hearings` by hearings.c */
};

/* The proposal, for the files of this folder to write to. */
static inline struct item *agenda_own(const struct agenda *agenda, const struct item *item)
{
    return agenda->items.all[item->number];
}

/* A proposal that waited has its endorsers, and goes on the agenda. */
void agenda_submit_draft(struct site *site, struct agenda *agenda, struct matter *matter);

/* Room in the queue for so many items, those already there kept. */
void queue_make_room(struct agenda *agenda, uint32_t room);
/* The proposal is open from now on, and the last of the queue; or it is open no more. */
void queue_enter(struct agenda *agenda, struct item *item, sim_time now);
void queue_leave(struct agenda *agenda, const struct item *item, sim_time now);
/* The open proposal goes behind all others, or behind those that were heard before. */
void queue_send_back(struct agenda *agenda, const struct item *item, bool before_new_ones);

#endif
