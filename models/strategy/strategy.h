/* Strategy groups: what they know of who works on what, and what comes of their advice.
 *
 * Each strategy group keeps an overview: of other groups, what they have done and what they are at. Of its
 * own site it knows the groups that some member knows of, and those that told it what they took up. Of other
 * sites it knows what calls and communities told it. A group that is about to take up a common item asks,
 * with a chance, the strategy group of its site that knows of most groups, and then takes up nothing that is
 * known there to be done or under way.
 *
 * Items may differ in what they are worth (exponential, mean 1). An adviser who knows something of the
 * question of strategy names the best of 1 + floor(9 c) open items drawn by lot, c the share of that inquiry
 * that its members know together.
 *
 * A community is a line of the calendar to which groups of all sites send delegates: it is held at a site
 * that is online, and those who hear a delegate speak take home what her group knows.
 *
 * What must hold, and is required at the end of every run: an overview holds no group that never was, nothing
 * is said to be done that nobody did, and every item that was done is credited to one site.
 */
#ifndef STRATEGY_STRATEGY_H
#define STRATEGY_STRATEGY_H

#include "kernel/run.h"
#include "parts.h"
#include "scenario/field.h"
#include "strategy/numbers.h"

struct strategy_settings {
    double advice;       /* chance that a group that is about to take a common item asks */
    double reports;      /* chance that a group tells the strategy groups of its site what it has taken up */
    bool worth;          /* items differ in what they are worth */
    const char *inquiry; /* the question of strategy; NULL: advisers know of nothing but what is taken */
    int64_t tells;       /* groups that a delegate tells of in one turn; 0: all that she knows of */
    sim_time outdated;   /* what was under way so long ago no longer counts; 0: it counts for ever */
    uint32_t inquiry_number; /* from 1; 0: none */
};

extern const struct section strategy_section;

struct checking;
struct scenario;
/* Reports what the table cannot say (checking.h). */
void strategy_check(const struct checking *checking);
/* Whether any strategy group would do anything in this scenario. */
bool strategy_is_at_work(const struct scenario *scenario);
/* Whether a line of its calendar calls delegates of all sites. */
bool strategy_has_community(const struct scenario *scenario);

/* The state of a site is known to this folder alone (strategy_parts.h). NULL where no strategy is at work. */
struct strategy;
PART(strategy, STRATEGY_NUMBER)

#endif
