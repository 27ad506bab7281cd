/* How the mechanisms of one site find each other, and the lists that they share.
 *
 * Every site carries one `struct parts`; a mechanism reads its own part and those of mechanisms lower in the
 * list (people < knowledge < conversation < gathering < decisions < groups < network < shocks < measures).
 * Only incomplete types stand here, so that nobody sees more than it includes.
 */
#ifndef MODELS_PARTS_H
#define MODELS_PARTS_H

#include "kernel/run.h"

struct people;
struct knowledge;
struct conversation;
struct gathering;
struct agenda;
struct decisions;
struct groups;
struct adoption;
struct network;
struct shocks;
struct ledger;
struct chronicle;

struct parts {
    struct people *people;
    struct knowledge *knowledge;
    struct conversation *conversation;
    struct gathering *gathering;
    struct agenda *agenda;
    struct decisions *decisions;
    struct groups *groups; /* NULL where a scenario forms none */
    struct adoption *adoption;
    struct network *network; /* NULL where nothing goes between sites */
    struct shocks *shocks;   /* NULL: none come */
    struct ledger *ledger;
    struct chronicle *chronicle; /* NULL: none is kept */
};

static inline struct parts *parts_of(struct site *site)
{
    return site_state(site);
}

/* Kinds of events, in the order of the mechanisms that handle them. */
enum event_kind {
    EVENT_PERSON_ARRIVES,   /* people: somebody comes who was not here before */
    EVENT_PERSON_DRIFTS,    /* people: somebody may leave */
    EVENT_PERSON_BURNS_OUT, /* people: somebody has had too many meetings */
    EVENT_PERSON_RETURNS,   /* people: somebody who left may come back */
    EVENT_CHANNEL_FREE,     /* conversation: a turn or a pause of a circle is over */
    EVENT_SESSION_OPENS,    /* gathering: the calendar says so */
    EVENT_STAGE_ENDS,       /* gathering: the time of a stage is over */
    EVENT_SESSION_ENDS,     /* gathering: the time of the session is over */
    EVENT_PERSON_MOVES,     /* gathering: somebody uses her two feet */
    EVENT_PERSON_JOINS,     /* gathering: somebody who walked sits down */
    EVENT_PROPOSAL_ARRIVES, /* decisions: somebody submits a proposal */
    EVENT_MATTER_REOPENS,   /* decisions: a passed matter comes back */
    EVENT_PERSON_LOOKS,     /* groups: somebody without a group looks round for one */
    EVENT_GROUP_MEETS,      /* groups: the hour of a meeting */
    EVENT_MEMBER_LEAVES,    /* groups: somebody may leave */
    EVENT_MEMBER_JOINS,     /* groups: somebody comes by chance */
    EVENT_GROUP_DISSOLVES,  /* groups: one has had too few members for too long */
    EVENT_TASK_DONE,        /* groups: a group has done what it was at */
    EVENT_SITE_TOLD,        /* network: another site tells what it holds */
    EVENT_SITE_REVIEWS,     /* network: a site weighs its practice */
    EVENT_SITE_TRIES,       /* network: a site may take up what spreads */
    EVENT_GROUP_SEEKS,      /* network: a group looks for another one */
    EVENT_LINK_SOUGHT,      /* network: a group of some site looks for one here */
    EVENT_LINK_MADE,        /* network: it found one, and that has made its end of the link */
    EVENT_LINK_ENDED,       /* network: the other end is gone */
    EVENT_LINK_FADES,       /* network: nobody called for too long */
    EVENT_LINK_CALLS,       /* network: the time to invite the other group to a call */
    EVENT_LINK_INVITED,     /* network: an invitation comes */
    EVENT_LINK_TOLD,        /* network: what the other group knows, and whether it talks */
    EVENT_GROUP_CALLED,     /* network: a group is to go over to another one */
    EVENT_TRAVELLER_COMES,  /* network: somebody comes from another site, or home */
    EVENT_GUEST_LEAVES,     /* network: the time to go home */
    EVENT_PERSON_VISITS,    /* network: somebody may set out */
    EVENT_EXPERT_COMES,     /* network: a group may meet one */
    EVENT_SHOCK,            /* shocks: one comes from outside */
    EVENT_SAMPLE,           /* measures: the time to write down the state */
    EVENT_KINDS
};

/* What draws decide (random/draw.h). The entity and the occasion are named beside each. A session that was
 * convened has luck of its own in place of its site and hour. */
enum draw_purpose {
    DRAW_PROPENSITY = 1, /* person, site */
    DRAW_SHYNESS,        /* person, site */
    DRAW_ATTENDANCE,     /* site, hour in which the session opens; one lane a person */
    DRAW_INTEREST,       /* matter, person */
    DRAW_LEANING,        /* matter, person */
    DRAW_VALENCE,        /* matter, 0 */
    DRAW_COMMON,         /* matter, facet; one lane a person */
    DRAW_KNOWERS,        /* matter, facet */
    DRAW_TURN,           /* circle of a session, turn */
    DRAW_OUTBURST,       /* circle of a session, turn */
    DRAW_HANDS,          /* circle of a session, turn */
    DRAW_LEARNING,       /* circle of a session, turn and facet; one lane a seat */
    DRAW_REPORT,         /* circle of a session, turn: which facets */
    DRAW_DIGEST,         /* circle of a session, turn: how many */
    DRAW_LOSS,           /* site and hour of the session, report */
    DRAW_SEATING,        /* site and hour of the session, stage and round */
    DRAW_CHOICE,         /* person, stage and hour of the session */
    DRAW_MOVE,           /* site and hour of the session, number of the move: when, and who */
    DRAW_STEP,           /* person, number of the move and hour of the session: where to */
    DRAW_REST,           /* person, likewise: for how long */
    DRAW_SITTING,        /* person, likewise: where, after a rest */
    DRAW_POSTING,        /* site and hour of the session, person */
    DRAW_ARRIVAL,        /* site, number of the proposal */
    DRAW_ITEM,           /* matter, visit */
    DRAW_AMENDMENT,      /* matter, facet and visit */
    DRAW_BLOCK,          /* matter, visit; one lane a seat */
    DRAW_REOPENING,      /* matter, times decided */
    DRAW_CATEGORY,       /* group, 0 */
    DRAW_FIRST_MEMBERS,  /* site, 0: of groups that are there at first */
    DRAW_FIRST_TOPIC,    /* group, 0 */
    DRAW_LEAVING,        /* group, occasion: when somebody may leave */
    DRAW_LEAVER,         /* group, occasion: who, and whether */
    DRAW_JOINING,        /* group, occasion: when somebody comes by chance */
    DRAW_JOINER,         /* group, occasion: who */
    DRAW_TOLD,           /* site, number of the telling: which sites */
    DRAW_REVIEW,         /* site, number of the review: whether to change; 0: when the first is */
    DRAW_TRY,            /* site, twice the number of the try, and one more: when, and whether */
    DRAW_TASK,           /* group, number of the task */
    DRAW_WORK,           /* item of work, 0 */
    DRAW_PERSON_ARRIVES, /* site, layer: all arrivals of the run */
    DRAW_PRESENCE,       /* person, site: when she can come at all */
    DRAW_FREE_DAY,       /* person of a site, day: whether she can come on it */
    DRAW_TOPICS,         /* person, home: what she cares for */
    DRAW_SKILL,          /* person, home; one lane a facet of the commons */
    DRAW_DRIFT,          /* site, number of the candidate: when */
    DRAW_DRIFTER,        /* site, number of the candidate: who, and whether */
    DRAW_RETURN,         /* site, number of the candidate: when */
    DRAW_RETURNER,       /* site, number of the candidate: who */
    DRAW_BURN_OUT,       /* person of a site, meeting */
    DRAW_PRACTICE,       /* group, task and facet: who learns it in work */
    DRAW_PROBLEM,        /* problem, 0 */
    DRAW_MEETING_HOUR,   /* group, 0: when it meets first */
    DRAW_FIRST_VISIT,    /* person, 0: when somebody of the start looks for a group first */
    DRAW_WELCOME,        /* person, visit: whether the desk shows her round */
    DRAW_NOTICE,         /* group, person and visit: whether she sees it by herself */
    DRAW_CONVERSION,     /* person, visit: whether she joins */
    DRAW_MENTION,        /* circle of a session, group and person: whether she hears of it */
    DRAW_ANNOUNCEMENT,   /* circle of a session, person: whether she calls for a group */
    DRAW_RESPONSE,       /* circle and who calls, person: whether she answers */
    DRAW_SHOCK,          /* site, entry of a list: when it comes */
    DRAW_CLOSING,        /* site, shock: whether the site is closed */
    DRAW_SCATTERING,     /* group, shock: whether it goes on without the place */
    DRAW_EVICTION,       /* person, shock: whether she leaves */
    DRAW_SEEKING,        /* group, number of the seek: when */
    DRAW_SEEK,           /* group, number of the seek: at which site */
    DRAW_PARTNER,        /* group that seeks, number of the seek: who is found */
    DRAW_FADING,         /* link, calls so far */
    DRAW_CALL_HOUR,      /* link, 0 */
    DRAW_FOLLOWING,      /* group, person: whether she goes over with it */
    DRAW_VISITING,       /* site, twice the number of the visit, and one more: when; who, and where to */
    DRAW_GOING_ONLINE,   /* the same of visits to sites that are online */
    DRAW_EXPERT,         /* group, twice the number of the meeting, and one more: when; whether, and what */
};

#endif
