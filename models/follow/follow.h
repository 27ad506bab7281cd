/* One session of the calendar, followed from beginning to end: who sat where, who spoke how long, what was
 * new to a circle, what was decided. It looks on and changes nothing.
 */
#ifndef FOLLOW_FOLLOW_H
#define FOLLOW_FOLLOW_H

#include "follow/numbers.h"
#include "parts.h"
#include "scenario/field.h"

struct follow_settings {
    int64_t session;  /* of the calendar of the site, from 1; 0: none */
    const char *site; /* NULL: the first one */
    uint32_t site_number;
};

extern const struct section follow_section;

/* New ones go to the end, as their words do: the numbers stand in files. */
enum followed_kind {
    FOLLOWED_SESSION_BEGINS, /* who: the line of the calendar, from 0; amount: people who came */
    FOLLOWED_STAGE_BEGINS,   /* who: people there */
    FOLLOWED_SITS_DOWN,      /* who: the person */
    FOLLOWED_TURN,           /* who: the speaker; amount: hours; facets: new to the circle */
    FOLLOWED_TURN_STRAYS,    /* the same, of a turn that has to do with something else */
    FOLLOWED_CIRCLE_CLOSES,  /* who: its host, if any; amount: people in it; facets: voiced in it so far */
    FOLLOWED_POSTED,         /* who: announcements in a market that is over */
    FOLLOWED_CONSENSUS,      /* who: the proposal; amount: blocks */
    FOLLOWED_DECIDED,        /* who: the proposal; amount: 1 passed, 2 failed, 3 withdrawn */
    FOLLOWED_TABLED,         /* who: the proposal */
    FOLLOWED_SESSION_ENDS,   /* who: people who stayed */
    FOLLOWED_KINDS
};
#define FOLLOWED_WORDS                                                                                       \
    "session_begins stage_begins sits_down turn turn_strays circle_closes posted consensus_called decided "  \
    "tabled session_ends"

/* What a circle talks about. */
enum followed_about { ABOUT_NOTHING, ABOUT_PROPOSAL, ABOUT_QUESTION, ABOUT_INQUIRY };
#define FOLLOWED_ABOUT_WORDS "nothing proposal question inquiry"

/* What is kept at a site (follow_parts.h). NULL where nothing is followed. */
struct follow;
PART(follow, FOLLOW_NUMBER)

#endif
