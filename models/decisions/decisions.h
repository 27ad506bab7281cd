/* How a circle, small or plenary, comes to a decision on a proposal.
 *
 * present -> discuss (concerns, friendly amendments) -> temperature check -> consensus call -> modified vote
 * -> passed, failed or tabled; when the time box ends: tabled. The same steps in every circle; what differs
 * between processes is who sits in the circle, how many, and what was heard before. `struct decisions`, the
 * state of a site, is known to the files of this folder (decisions_parts.h).
 *
 * Source: the posted minutes of the New York assembly and spokes council, 2011-12 (models/README.md).
 */
#ifndef DECISIONS_DECISIONS_H
#define DECISIONS_DECISIONS_H

#include "decisions/numbers.h"
#include "gathering/gathering.h"
#include "parts.h"

/* One field for each row of settings.c, and written by reading a scenario alone. */
struct decision_settings {
    sim_time time_box;
    sim_time presenting;    /* at most */
    sim_time discussing;    /* until it is put to a decision; 0: until it is talked out */
    sim_time amending;      /* floor time of a friendly amendment */
    sim_time checking;      /* a temperature check, a call for consensus */
    sim_time counting;      /* of a vote, fixed part */
    sim_time counting_each; /* and for each person */
    double amendment;       /* chance that a concern is answered by an amendment */
    double far;             /* opinion below which a person is against whatever she knows */
    double shift;           /* how far an amendment moves those who are against */
    double table_below;     /* share in favour under which a proposal goes back */
    double threshold;       /* of the modified vote, and of `vote` */
    double abstain;         /* chance that somebody indifferent casts no vote */
    double indifferent;     /* distance of an opinion from the middle below which she is that */
    double block_base;      /* per person and call */
    double block_most;      /* added for those far away, at most */
    double block_distance;  /* from which half of it counts */
    double block_steepness;
    double block_tension; /* how far full tension moves that distance */
    double condition_cost;
    int64_t most_visits; /* after so many hearings a proposal is withdrawn */
    int64_t quorum;
    int64_t least;        /* people in a circle, for anything to be decided in it */
    sim_time least_left;  /* of the session, to take up another proposal */
    sim_time item_length; /* fixed length of a hearing, in place of all the above; 0: not fixed */
    double item_cv;
    double objection; /* chance that a hearing of fixed length ends without a decision */
};

extern const struct section decision_section;

struct decision_rule {
    struct choice choice;
    bool calls;       /* for consensus: one block stops it */
    bool votes;       /* when consensus fails, or at once */
    double threshold; /* below 0: as the settings say */
    bool beyond;      /* more than the threshold is needed, and not just as much */
    bool returns;     /* what falls short in the vote goes back to the agenda, and has not failed */
};

/* NULL where the scenario does not have it. */
PART(decisions, DECISIONS_NUMBER)

struct decisions *decisions_new(const struct decision_settings *settings, struct arena *arena);
const struct decision_settings *decisions_settings(const struct decisions *decisions);

extern const struct choice *const decision_rules[];
extern const struct verb verb_decide;

struct checking;
/* Reports what the table cannot say (checking.h). */
void decisions_check(const struct checking *checking);
/* Notes on what is no mistake but does not do what a reader of the scenario expects (mechanism.h). */
void decisions_note(const struct checking *checking);

#endif
