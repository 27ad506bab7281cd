/* What is counted of the working groups of a site and of their work. */
#ifndef GROUPS_TALLY_H
#define GROUPS_TALLY_H

#include <stdint.h>

#include "groups/groups.h"

/* Memberships and ends, as groups.c counts them. */
struct membership_tally {
    uint64_t ends[GROUP_ENDS]; /* of groups, by enum group_end */
    uint64_t begun;            /* memberships: of founders, of those who joined, of those there at first */
    uint64_t left;             /* memberships that ended because the member left */
    uint64_t ended;            /* memberships that ended with their group */
};

struct founding_tally {
    uint64_t called_for; /* times that somebody called for a group */
    uint64_t refused;    /* calls that enough people answered, and the rules of founding did not allow */
};

/* People who came during the run, and visits of people without a group. */
struct newcomer_tally {
    uint64_t came, found;  /* came during the run; of these, those who found or founded a first group */
    double to_first_group; /* hours from arrival to the first group, added up over `found` */
    uint64_t visits, in_vain;
    uint64_t converted; /* visitors who joined */
};

struct meeting_tally {
    uint64_t held, nobody_came, with_progress;
    double hours, person_hours; /* of meetings, and of all who were there */
    uint64_t sat_in;            /* meetings that a visitor sat in at, each visitor by herself */
    double interjection_hours;  /* floor time of visitors */
};

struct groups_tally {
    struct membership_tally membership;
    struct founding_tally founding;
    struct newcomer_tally newcomers;
    struct meeting_tally meetings;
};

/* What tasks that are done took, in days, added up. */
struct flow_tally {
    double lead;   /* from asked for to finished */
    double cycle;  /* from begun to finished */
    double worked; /* of that, while somebody was at work */
};

/* Person-hours at speed 1: what is gained = what was set + what was added - what is left or was given up. */
struct content_tally {
    double set;    /* of tasks that were taken up */
    double again;  /* added later: to be done again */
    double gained; /* by work */
    double lost;   /* left of tasks that were dropped */
};

struct work_tally {
    uint64_t done, common, approved; /* tasks; of them on common items, and with approval */
    uint64_t dropped;                /* refused, moot, or left by a group that dissolved */
    uint64_t learned;                /* facets, in practice */
    double hours;                    /* that people put in */
    double on_conditions;            /* of them, for what conditions add */
    double in_vain;                  /* of them, on tasks that were dropped */
    double speed;                    /* (1 + experience)^learning, added up over tasks when they were done */
    double skill;                    /* share of what they needed that some member knew, added up likewise */
    struct flow_tally flow;
    struct content_tally content;
};

#endif
