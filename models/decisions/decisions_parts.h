/* What the files of this folder share with each other and with nobody else: the state of a site, and the
 * steps of a hearing. */
#ifndef DECISIONS_DECISIONS_PARTS_H
#define DECISIONS_DECISIONS_PARTS_H

#include "decisions/decisions.h"

enum hearing_phase {
    HEARING_OVER,
    HEARING_FIXED,
    PRESENTING,
    DISCUSSING,
    CONFERRING, /* delegates talk with their groups; their circle is empty */
    AMENDING,
    CHECKING,
    CALLING,
    COUNTING
};

/* A proposal that is being heard in a circle. Begun by hearing.c, which takes it from step to step; ended by
 * ending.c. */
struct hearing {
    enum hearing_phase phase;
    const struct item *item; /* NULL: over */
    uint32_t presenter;
    bool from_outside, from_behind; /* the presenter sat in no circle, or behind this one, and came forward */
    bool conferred;                 /* the delegates have been with their groups */
    uint32_t
        concern; /* the facet that an amendment answers; NOTHING_NEW: it answers a person who is far away */
    uint32_t blocks;
    sim_time began, presented, box_ends; /* `presented`: how long, so far */
    sim_time opened;                     /* when its discussion began; -1: it did not yet */
};

/* Sums over proposals, made once at the end of a run by books.c: a flat list, since all are of one kind and
 * have one writer. */
struct item_sums {
    /* Of all. */
    double submitted;
    double touch;        /* hours of channel time spent on them */
    double wait, waited; /* hours to the first hearing, and how many were heard */
    /* Of those decided at least once. */
    double ever_decided;
    double open_time; /* hours to the first decision */
    double undone;    /* once passed, and open again, failed or withdrawn at the end */
    /* Of those whose decision stands at the end. */
    double decided, blocks, in_circle;
    double visits;
    double visits_of[8]; /* how many were decided after 1, 2 ... hearings; the last: or more */
    /* Of those, the passed ones. */
    double passed, amended, conditions;
    /* Of those whose decision stands, the ones with a record. */
    double recorded, voiced, coverage, common, agreement, correct, regret;
    /* Of these, the passed ones. */
    double accepted, opinion, spread;
};

struct hearing_memory;

/* What is kept of hearings that are over. Written by memory.c. */
struct hearing_memories {
    struct hearing_memory **of_item; /* by number; NULL: no hearing of it is over */
    uint32_t room;
    int64_t floor_time;   /* of hearings that are not the first: of all turns */
    int64_t repeats_time; /* of those by people who were at none before, of what was told in one */
};

/* Votes, written by hearing.c. */
struct vote_books {
    uint64_t present, abstained;
};

struct decisions {
    const struct decision_settings *settings;
    struct arena *arena;
    struct hearing **hearings; /* by index of the circle */
    uint32_t room;
    uint64_t calls, calls_blocked; /* for consensus; written by hearing.c */
    struct vote_books votes;
    struct hearing_memories memories;
    struct item_sums sums;
};

/* The hearing of a circle, which may be over. */
struct hearing *hearing_of(struct site *site, const struct circle *circle);

/* --- hearing.c --- */

/* The circle takes up the proposal. The hearing may be over when this returns. */
void hearing_begin(struct site *site, struct circle *circle, const struct item *item);
/* The channel of the circle is free again: the hearing, which is not over, takes its next step. */
void hearing_goes_on(struct site *site, struct circle *circle, struct hearing *hearing,
                     const struct turn *ended);
/* The time of a hearing of fixed length is up. */
void hearing_fixed_ends(struct site *site, struct circle *circle, struct hearing *hearing);

/* --- ending.c: each of these ends a hearing, and nothing is taken up after it --- */

void hearing_dispose(struct site *site, struct circle *circle, struct hearing *hearing,
                     enum outcome_of_item outcome, double favour);
/* The proposal goes back to the agenda, or is withdrawn if it was heard often enough; too few people cannot
 * decide even that. */
void hearing_table(struct site *site, struct circle *circle, struct hearing *hearing);
/* The proposal is moot: it leaves the agenda. */
void hearing_lets_go(struct site *site, struct circle *circle, struct hearing *hearing);
/* The session ends: the proposal is heard on another day. So much was left of a hearing of fixed length. */
void hearing_cut(struct site *site, struct circle *circle, struct hearing *hearing, sim_time rest);
/* Whether too few sit here for anything to be decided. People may have gone home since the hearing began. */
bool hearing_has_too_few(struct site *site, const struct circle *circle);

#endif
