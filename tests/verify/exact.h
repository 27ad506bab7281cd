/* Closed forms from the literature, each computed from its own formula and from nothing of the simulator.
 *
 * All take their numbers in one array, so that a row of the table of laws can name the form and its numbers.
 */
#ifndef VERIFY_EXACT_H
#define VERIFY_EXACT_H

enum { MOST_NUMBERS = 4 };

typedef double closed_form(const double *with);

/* {value}: what a paper says. */
closed_form published;
/* {load, cv, pause}: time from submission to decision in a queue M/G/1 whose server pauses for a fixed time
 * whenever nothing is left; in lengths of an item. Pollaczek 1930; Fuhrmann & Cooper 1985. */
closed_form time_to_decision;
/* The same numbers: items in the queue and before the server. Little 1961. */
closed_form items_open;
/* {items an hour, hours an item, cv, pause in hours}: hours to the first hearing. */
closed_form wait_with_pauses;
/* {items a day, most a day}: days until an item is taken up, once a day, with Poisson arrivals. Bailey 1954.
 */
closed_form bulk_wait;
closed_form session_wait; /* arrivals a day, items a session, length of an item in days */
/* {objection}: hearings of an item. {objection, visit}: share decided on that visit. */
closed_form visits_needed, decided_on_visit;
/* {work, report, circles}: work / circles + circles * report. */
closed_form report_back;
/* {people, table, rounds}: others that a person has sat with, seated anew by lot; and where hosts stay. */
closed_form partners_met, partners_with_hosts;
/* {people, table, rounds}: people who know what one knew at first, when tables tell each other all. */
closed_form people_reached;
/* {people, table, rounds up to two}: chance that what one person knew and what another one knew is in one
 * head; and that two things are, each known at first to anybody by lot. */
closed_form parts_met, insights_met;
/* {chance, parts, people}: chance that somebody knows all parts, each known to everybody with that chance. */
closed_form parts_at_first;
/* {people, shared, unshared, rounds}: share of the facets voiced when each says in each round any facet she
 * knows; each unshared one is known to one person drawn by lot. Stasser & Titus 1987. */
closed_form share_voiced;
/* {others, chance, size}: share of the circles that hold a host and so many others, each there with that
 * chance. */
closed_form circles_of_size;
/* {others, chance}: share of the time in circles that hosts sit alone. */
closed_form time_alone;
/* {mean, sd of the logarithm of the rates, share of the people}: share of those who never post, where each
 * posts as a Poisson process at a lognormal rate; share of the posts that so large a share of the people
 * wrote, those who wrote most. */
closed_form never_post, posts_of_top;
/* The same: how many of so many people, {mean, sd, people}, post at all. */
closed_form people_who_post;
/* {a day, days}: share of those who came by at least once. {known, kept, a day, days}: share who know what
 * such a share knew before, when those who come by read it and keep it with that chance. */
closed_form came_by, know_by_reading;
/* {p, q, time}: share of those who have taken up what spreads. {p, q}: mean time at which they do. Bass 1969.
 */
closed_form bass_share, bass_mean_time;
/* {members, rho, days that a member stays, least}: days until a group has fewer than the least, when people
 * join it at rho times the rate at which one member leaves. A chain of births and deaths. */
closed_form days_of_group;
/* {groups, topics}: topics that some group has taken, when each takes one by lot. */
closed_form topics_taken;
/* {per day, half-life, days}: people who came, at a rate that halves (half-life 0: does not). */
closed_form people_arrived;
/* {people, drift, returns, time}: of people who were all here at first, and go and come back at these rates.
 */
closed_form people_still_here;
/* {people, hazard times hours of one meeting over the load it is given for, memory, meetings}: of people who
 * meet once a day, those who burnt out by the last meeting. */
closed_form people_burnt_out;
/* {mean degree}: share of the nodes of a large random graph that are in its giant component. Erdos & Renyi
 * 1960. */
closed_form giant_share;
/* {links a day, half-life, day, groups}: links of so many groups that seek so often, from none at first. */
closed_form links_living;
/* {turns an hour, people}: turns that a person hears in an hour. */
closed_form turns_heard;

#endif
