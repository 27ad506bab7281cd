/* What happened at a site, event by event, for scenarios that ask for it (`record_events`).
 *
 * Any mechanism may tell of what it does; nobody reads it but the record, so that telling changes no other
 * number. A site that keeps no chronicle pays one comparison an event.
 */
#ifndef MODELS_CHRONICLE_H
#define MODELS_CHRONICLE_H

#include "base/arena.h"
#include "parts.h"

/* New ones go to the end, as their words do: the numbers stand in files. */
enum told_kind {
    TOLD_PROPOSAL_SUBMITTED, /* who: the proposal; other: who proposes it */
    TOLD_PROPOSAL_DECIDED,   /* who: the proposal; amount: 1 passed, 2 failed, 3 withdrawn */
    TOLD_PERSON_ARRIVES,     /* who: the person */
    TOLD_PERSON_LEAVES,      /* who: the person; amount: the reason */
    TOLD_PERSON_RETURNS,
    TOLD_GROUP_BORN,      /* who: the group; amount: founders */
    TOLD_GROUP_ENDS,      /* who: the group; amount: how */
    TOLD_GROUP_JOINED,    /* who: the person; other: the group */
    TOLD_GROUP_LEFT,      /* who: the person; other: the group */
    TOLD_LINK_MADE,       /* who: the group; other: the other site */
    TOLD_LINK_ENDS,       /* the same */
    TOLD_LINK_CALL,       /* the same; amount: hours */
    TOLD_TASK_DONE,       /* who: the group; other: the item of work; amount: hours */
    TOLD_RAID,            /* amount: factor of attendance */
    TOLD_COLD,            /* the same */
    TOLD_MEDIA,           /* amount: factor of arrivals */
    TOLD_CIRCLE_ENTERED,  /* who: the person; other: the circle, numbered from 1 within its site */
    TOLD_CIRCLE_LEFT,     /* the same */
    TOLD_TURN,            /* a turn is over; who: the speaker; other: the circle; amount: hours */
    TOLD_TURN_NEW,        /* the same, of one that brought something new to its circle */
    TOLD_OUTBURST,        /* a turn begins that tension lengthens; who: the speaker; other: the circle */
    TOLD_SESSION_BEGINS,  /* who: the session, from 1; other: whose meeting it is; amount: 0 the calendar's, 1
                             a group's, 2 a link's, 3 a spark's */
    TOLD_SESSION_ENDS,    /* who: the session; amount: mean energy of those who stayed, missing: nobody did */
    TOLD_SESSION_ENTERED, /* who: the person; other: the session */
    TOLD_SESSION_LEFT,    /* the same; amount: 1 if she goes home tired, else 0 */
    TOLD_PROPOSAL_REOPENED, /* who: the proposal */
    TOLD_PROPOSAL_DROPPED,  /* who: the proposal, off the agenda since nobody needs it any more */
    TOLD_PROPOSAL_TABLED,   /* who: the proposal */
    TOLD_CONSENSUS_CALLED,  /* who: the proposal; amount: blocks */
    TOLD_QUESTION_CLOSES,   /* amount: mean opinion */
    TOLD_PERSON_AWAY, /* who: the person; other: to which site; amount: 1 to a call, 2 on a visit, 3 online, 4
                         with her group */
    TOLD_PERSON_HOME, /* who: the person */
    TOLD_GUEST_COMES, /* who: her place; other: her site */
    TOLD_GUEST_GOES,  /* the same */
    TOLD_GUEST_TURNED_AWAY, /* other: her site */
    TOLD_GROUP_FOUNDED,     /* who: a founder; other: the group */
    TOLD_GROUP_REFUSED,     /* who: who called for it; other: its topic */
    TOLD_GROUP_VISITED,     /* who: the person, who looks for one */
    TOLD_VISIT_IN_VAIN,     /* who: the person */
    TOLD_VISITOR_HEARD,     /* who: the person; other: the group; amount: hours of the floor in its meeting */
    TOLD_MEETING_MISSED,    /* who: the group, of whom too few could come */
    TOLD_MEETING_PROGRESS,  /* who: the group */
    TOLD_APPROVAL_ASKED,    /* who: the group, whose task waits from now on */
    TOLD_APPROVAL_ENDS, /* who: the group; amount: 0 granted, 1 refused, 2 solved elsewhere, 3 group ended */
    TOLD_TASK_DROPPED,  /* who: the group; other: the item of work; amount: hours */
    TOLD_TASK_WORKED,   /* who: the group; other: the item of work; amount: hours since the last sample */
    TOLD_CALL_FAILED,   /* who: the group, where it is known; other: the other site, likewise */
    TOLD_EXPERT_COMES,  /* who: the group; amount: facets that were new to it */
    TOLD_PRACTICE_CHANGED, /* who: the new one; other: the one before; 0: none */
    TOLD_SITE_CLOSED,      /* amount: hours */
    TOLD_SESSION_MISSED,   /* one of the calendar, since the site is closed */
    TOLD_INQUIRY_BEGINS,   /* who: the inquiry, from 1 */
    TOLD_INQUIRY_IS_DUE,   /* who: the inquiry, from 1 */
    TOLD_INQUIRY_PROPOSED, /* who: the inquiry, from 1; other: the proposal that it becomes */
    TOLD_RECORD_HUNG,      /* who: the inquiry, from 1; other: the site that it is from; amount: facets */
    TOLD_RECORD_READ,      /* who: the person; other: the inquiry, from 1; amount: facets */
    TOLD_FORUM_READ,       /* who: the person; other: the inquiry, from 1; amount: posts */
    TOLD_POSTED,           /* who: the person; other: the inquiry, from 1; amount: the facet */
    TOLD_PART_BEGUN,       /* who: the person; other: the group; amount: the part of its task, from 1 */
    TOLD_PART_FINISHED,    /* the same */
    TOLD_PART_SET_BACK,    /* the same */
    TOLD_WORK_SHOWN,       /* who: the group, which finished a task; other: the item of work; amount: hours */
    TOLD_WORK_HEARD,   /* the same; amount: 0 accepted, 1 under conditions, 2 sent back, 3 the group ended */
    TOLD_NEED_ARISES,  /* who: the person, none where it is of a group; other: the need; amount: its type */
    TOLD_NEED_MET,     /* who: the person who helps; other: the need; amount: how they found each other */
    TOLD_NEED_LAPSES,  /* who: the person, none where it is of a group; other: the need */
    TOLD_HELP_GIVEN,   /* who: the person who helps; other: the need; amount: hours */
    TOLD_CARD_WRITTEN, /* who: the person; other: the need */
    TOLD_CARD_PASSED,  /* who: the person who gets it; other: the need; amount: hands so far */
    TOLD_CARD_LOST,    /* who: the person who had it; other: the need */
    TOLD_NOTES_READ,   /* who: the person; amount: notes at the board */
    TOLD_DONATION,     /* amount: its type */
    TOLD_SPARK_FOUND,  /* who: the spark; other: the route by which it came up; amount: its kind */
    TOLD_SPARK_STANDS, /* who: the spark; amount: 0 it waits, 2 harvested, 3 announced, 4 stale, 5 refused, 6
                          somebody objected */
    TOLD_SPARK_HEARD, /* who: the person; other: the spark, by its number at the site that it is from; amount:
                         that site */
    TOLD_SPARK_TAKEN, /* the same, of who becomes active on it */
    TOLD_SPARK_FADES, /* the same, of who is not active on it any more */
    TOLD_SPARK_ACTED, /* who: the spark, by its number at the site that it is from; other: that site; amount:
                         people who act together */
    TOLD_ADVISED,     /* who: the group; other: the strategy group; amount: the item that it names */
    TOLD_SIGNED,      /* who: the person, who signs for a call at the end of a meeting */
    TOLD_TURNED_UP,   /* who: the person, who signed; other: the group that it led to, where it did */
    TOLD_PLANNED,     /* who: the group, of which enough members signed for its next tasks */
    TOLD_PART_GIVEN_BACK, /* as of a part begun: she works on nothing of her group any more, or left it */
    TOLD_KINDS
};
#define CHRONICLE_WORDS                                                                                      \
    "proposal_submitted proposal_decided person_arrives person_leaves person_returns group_born group_ends " \
    "group_joined group_left link_made link_ends link_call task_done raid cold media "                       \
    "circle_entered circle_left turn turn_new outburst session_begins session_ends session_entered "         \
    "session_left proposal_reopened proposal_dropped proposal_tabled consensus_called question_closes "      \
    "person_away person_home guest_comes guest_goes guest_turned_away group_founded group_refused "          \
    "group_visited visit_in_vain visitor_heard meeting_missed meeting_progress approval_asked "              \
    "approval_ends task_dropped task_worked call_failed expert_comes practice_changed site_closed "          \
    "session_missed inquiry_begins inquiry_is_due inquiry_proposed record_hung "                             \
    "record_read forum_read posted part_begun part_finished part_set_back work_shown work_heard "            \
    "need_arises need_met need_lapses help_given card_written card_passed card_lost notes_read donation "    \
    "spark_found spark_stands spark_heard spark_taken spark_fades spark_acted advised signed "               \
    "turned_up planned part_given_back"

enum { CHRONICLE_NUMBER = 12 }; /* of the mechanism (numbering.h) */

#define CHRONICLE_NOBODY UINT32_MAX

struct happening {
    sim_time time;
    double amount; /* NaN: none */
    uint32_t who, other;
    enum told_kind kind;
};

struct chronicle {
    struct happening *events; /* in the order in which they were told */
    uint32_t count, room;
    struct arena *arena;
};

/* NULL where the scenario does not have it. */
PART(chronicle, CHRONICLE_NUMBER)

struct chronicle *chronicle_new(struct arena *arena);

void chronicle_add(struct chronicle *chronicle, const struct happening *told);

/* Tells of an event at this instant, where a chronicle is kept. */
static inline void chronicle_tell(struct site *site, enum told_kind kind, uint32_t who, uint32_t other,
                                  double amount)
{
    struct chronicle *chronicle = chronicle_of(parts_of(site));
    if (chronicle != NULL)
        chronicle_add(chronicle, &(struct happening){site_now(site), amount, who, other, kind});
}

struct outcome;
extern const struct table event_table;
/* Its rows in the table of events, where the record keeps that. */
void chronicle_write_events(struct outcome *outcome, uint32_t site, const struct chronicle *chronicle);

#endif
