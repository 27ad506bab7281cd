/* The state of the links of a site, and what the files of this folder share with nobody else. */
#ifndef LINKS_LINKS_PARTS_H
#define LINKS_LINKS_PARTS_H

#include "links/links.h"
#include "places/sites.h"

enum { NO_LINK = 0xFFFFFFFFu };

/* One end of a link. */
struct link {
    uint32_t number;                    /* at this site; the same number is never used again */
    uint32_t group;                     /* of this site */
    uint32_t site, other, other_number; /* the other end: its site, group and number */
    uint32_t next;                      /* of the same group; NO_LINK: the last */
    bool asks;                          /* this end's group sought the other */
    bool lives;
    bool calling;                /* it asked, and has no answer yet */
    sim_time made, ended;        /* ended: -1 while it lives */
    uint32_t asked, calls, luck; /* calls asked for; calls held; entity of its draws */
    uint32_t guest;              /* who is here for the call */
    uint64_t solved, taken;      /* what she told of her group's work */
    struct event_ticket fades, next_call;
};

/* What links keep about a group, by its number. */
struct ties {
    uint32_t first;        /* its links; NO_LINK: none */
    uint32_t seeks, looks; /* so far: for partners, for experts */
    uint32_t sent;         /* delegates, so far */
};

struct link_tally {
    uint64_t sought, found;      /* seeks; those that made a link or merged */
    uint64_t made, ended, faded; /* links, at the end that asks */
    uint64_t merged, followed;   /* groups that went to another; their members who went along */
    uint64_t asked, held, no_delegate, nobody_there; /* calls */
    double call_hours;
    uint64_t experts, brought; /* meetings with experts; facets that somebody learned there */
    double link_time;          /* hours, of ended links */
};

struct links {
    const struct link_settings *settings;
    const struct expert_settings *experts;
    struct site_view others;
    const struct luck *luck;
    struct arena *arena;
    uint32_t site;
    struct link **all; /* by number; NULL where a seek found nobody */
    uint32_t count, room, living;
    struct ties *ties; /* by group */
    uint32_t ties_room;
    struct link_tally tally;
};

/* What is kept about a group; room for it is made when it is missing. */
struct ties *links_ties(struct links *links, uint32_t group);
/* Whether a link of the group leads to that other one. */
bool links_join(const struct links *links, uint32_t group, uint32_t site, uint32_t other);
/* Whether the group can keep one more. */
bool links_have_room(const struct links *links, const struct group *group);
/* A number for a link that is about to be made. */
uint32_t links_new_number(struct links *links);
/* Makes this end of a link; the caller has filled in its numbers and the other end. */
struct link *link_make_end(struct site *site, const struct link *end);
/* Tells the other end that this one is gone, or was never made. */
void link_end_there(struct site *site, uint32_t to, uint32_t number);
void link_end_both(struct site *site, struct link *link);

#endif
