/* The inside of a run: shared by the files that set it up (run.c), work its windows (windows.c) and let its
 * threads meet (team.c).
 *
 * Sites lie in groups, groups in chunks. A chunk is what a thread takes at a time; a group is what it looks
 * over at a time. Each level knows an instant before which nothing happens in it: never later than the
 * earliest event, and exactly that when the window is over. So a window costs no look at the sites that have
 * nothing in it.
 *
 * What a site sends to another in a window goes to the sender's thread: each thread has a post with one box
 * for every chunk. In the next window, the thread that takes a chunk first empties its boxes of all threads.
 * There are two posts a thread, in turns, so that one barrier a window is enough.
 *
 * A chunk that holds much is worked a few sites at a time. A thread that finds no chunk any more takes such
 * parts of what another one is at, so that all finish a window together.
 */
#ifndef KERNEL_RUN_PARTS_H
#define KERNEL_RUN_PARTS_H

#include <stdatomic.h>
#include <stdbool.h>

#include "kernel/run.h"
#include "kernel/team.h"

enum {
    GROUP_SHIFT = 6, /* sites of a group, at most, as a power of two */
    GROUP = 1 << GROUP_SHIFT,
    LEAST_CHUNKS = 16,     /* where there are so many sites; few, because all are visited in every window */
    MANY_CHUNKS = 32,      /* of many sites: so that letters arrive where memory is near */
    CHUNKS_PER_THREAD = 8, /* enough to share out evenly */
    MOST_THREADS = 128,
    MANY_SITES = 4096, /* from here on queues do not fit into a near cache together */
    POSTS = 2,
};

/* From WORTH_SHARING seconds of work in a window it pays to call other threads; below NOT_WORTH_SHARING they
 * are sent away. They meet in less than 1 us, or in about 25 when they have to be woken. The second is of
 * what all threads take for a window, which is more than one thread would: letters change caches. */
#define WORTH_SHARING     30e-6
#define NOT_WORTH_SHARING 28e-6
/* A chunk with at least this many seconds of work is worth taking from another worker's list, although it has
 * to come out of another processor's cache; one with less only where many are left on the list. */
#define WORTH_TAKING 10e-6

/* Letters to the sites of one chunk: events whose `slot` is the site. */
struct box {
    struct event *letters;
    uint32_t count, room;
};

struct post {
    struct box *boxes; /* one a chunk */
    sim_time earliest; /* of its letters */
    uint64_t letters;
};

struct chunk {
    _Alignas(KERNEL_CACHE_LINE) sim_time next;
    struct shelf *shelf; /* of the queues of many sites; or NULL */
    double cost;         /* seconds of work in a window, lately */
    uint32_t first;      /* site */
    uint32_t beyond;     /* its last site */
    atomic_uint begun;   /* sites, where it is worked in parts */
    bool in_parts;       /* in this window */
};

struct worker {
    _Alignas(2 * KERNEL_CACHE_LINE)
        atomic_uint taken; /* of its list, by itself or by others who had finished theirs */
    uint32_t count;
    uint32_t dear;  /* those at the beginning of the list that are worth taking from it */
    uint32_t *list; /* chunks */
    atomic_uint at; /* the chunk that it works in parts, from 1 on; 0: none */
    _Alignas(KERNEL_CACHE_LINE) struct post posts[POSTS]; /* apart from what others look at */
};

enum pace {
    PACE_WORK,
    PACE_DELIVER, /* the last round: letters into queues, so that nothing is under way between two calls */
    PACE_DONE,
};

struct run {
    struct run_plan plan;
    struct luck luck;
    sim_time reached; /* everything before it was worked */
    struct site *sites;
    sim_time *next;       /* of each site: nothing happens before it */
    sim_time *group_next; /* of each group */
    struct chunk *chunks;
    uint32_t chunk_count, chunk_shift, group_shift;
    /* where there are several threads, or many sites; else NULL */
    struct worker *workers;
    uint32_t *lists;
    struct team *team;
    uint32_t worker_count; /* who came */
    uint64_t windows;
    struct letters letters; /* of these windows */
    uint64_t brought;       /* letters that no post has had, since the last window */
    sim_time limit, end;    /* of the call, of the window */
    uint32_t filling;       /* which of the two posts */
    enum pace pace;
    bool alone; /* windows hold too little to share */
};

/* Something happens at the site at `instant`. During its own window this has nothing to say: what it knows is
 * older than any event being worked. */
static inline void site_wake(struct run *run, uint32_t index, sim_time instant)
{
    if (instant >= run->next[index])
        return;
    run->next[index] = instant;
    sim_time *group = &run->group_next[index >> run->group_shift],
             *chunk = &run->chunks[index >> run->chunk_shift].next;
    if (instant < *group)
        *group = instant;
    if (instant < *chunk)
        *chunk = instant;
}

void box_widen(struct box *box);

/* Deals chunks out to the workers; again where the last windows say that shares have become uneven. */
void shares_deal(struct run *run);
void shares_review(struct run *run);

/* How often a thread looks for the others before it sleeps. */
uint32_t windows_spin(uint32_t threads);

/* Works all events before `limit`. */
void windows_work(struct run *run, sim_time limit);

/* A place for a letter to a site of `chunk`, that will arrive at `instant`. */
static inline struct event *post_letter(struct post *post, uint32_t chunk, sim_time instant)
{
    struct box *box = &post->boxes[chunk];
    if (box->count == box->room)
        box_widen(box);
    if (instant < post->earliest)
        post->earliest = instant;
    post->letters++;
    return &box->letters[box->count++];
}

#endif
