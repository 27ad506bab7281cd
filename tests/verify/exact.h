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
/* {mean, sd of the logarithm, size}: share of the cascades of so many people or more, where each makes a
 * Poisson number of others active, with a lognormal mean; sd 0: Borel 1942. And the mean size, {mean}. */
closed_form cascades_from, cascade_mean;
/* {level of who begins it, from 0}: people of all levels that are active on a spark, where people of three
 * levels make .3 .1 .2, .2 .2 .3 and .1 .05 .5 others active at each. */
closed_form people_of_levels;
/* {a day, half-life in days, days until the deadline (0: there is none), urgency}: share of those who lose
 * interest with that half-life that ever contribute, 1 + urgency times as often in the last 7 days. */
closed_form who_contributes;
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
/* {people, rounds}: share of the tension that is left after go-rounds about feelings, where one's own turn
 * takes 15 % and each turn heard 2 %. */
closed_form tension_left;
/* {a minute, minutes}: what is left of what goes at such a rate. {first, own, a minute, minutes}: where an
 * opinion is that moves from the first to one's own. */
closed_form left_in_silence, opinion_in_silence;
/* {a minute, minutes, people}: chance that somebody of those who know all parts of an insight notices it. */
closed_form noticed_in_silence;
/* {share, turns, others}: strength of all ties of a person, each grown by the share of what is missing in
 * each turn. */
closed_form ties_grown;
/* {members, a day, holds, tie}: days until the first member leaves a group, each at that rate times
 * exp(-holds times the sum of her ties). */
closed_form days_to_first;
/* {pairs, a day, kept, days}: people who drifted away out of pairs. Of a pair each goes at the rate times
 * `kept`; who is left goes at the rate. */
closed_form pairs_drifted;
/* {people, facets that each knows, facets}: share of the facets that anybody knows. */
closed_form known_to_any;
/* {people, of them who can host, who come, circles}: circles that get a host of their own, as a share; and
 * how often all of them do. Of those who come as many can host as of balls drawn without replacement. */
closed_form circles_with_host, all_with_host;
/* {skill at first, training, hours of a session, sessions}: mean skill of who hosts them one after the other,
 * each with the skill that she brings to it. */
closed_form skill_in_practice;
/* {people in a circle}: of the turns that somebody hears, those of the other side, when half are of each side
 * and all speak alike. */
closed_form turns_from_across;
/* {turns, contact, first, half-lives since}: warmth above the first one, after friendly turns of the other
 * side. Contact Paluck, Green & Green 2019; fading Santoro & Broockman 2022. */
closed_form warmth_of_friends;
/* The same numbers: warmth itself. */
closed_form warmth_after;
/* {rounds, contact, first, backlash}: the same in circles of two who stand far apart and two between them, in
 * which each of the four speaks once a round: for the two, the first of three turns across jars. Mean of the
 * four. */
closed_form warmth_with_jars;
/* {bias, people, share, leaning}: opinion of like-minded people who lean so, have pooled all arguments, and
 * weigh them as much as what they lean; of all people `share` know an argument. Less that of the other side.
 */
closed_form gap_of_like_minded;
/* {bias, people, share}: share of all arguments that they then know, half of them being for their side. */
closed_form arguments_pooled;
/* {people, chairs, chance, turns}: people who sat in the middle, when after each turn somebody from around
 * takes a chair with this chance. */
closed_form people_inside;
/* {people, a/b, size}: share of the circles that have this size, when people who stand alone join any other
 * circle at rate a and others leave theirs at rate b; size 0: the mean size. Coleman & James 1961, for so
 * many people. */
closed_form circles_made;
/* {people, sign, turn up, least}: people who turn up, of a call that at least so many signed; the chance that
 * two or more do. */
closed_form people_turned_up, call_becomes_group;
/* {parts, in hand, days}: days until a part is finished, on average, when one member has so many in hand. */
closed_form part_is_finished;
/* {days of a part, days between words, signal}: a part is finished before word came, at a random phase, and
 * neither of two signals reached anybody. */
closed_form no_word_in_time;
/* {days, set back, chance}: days that a task takes of two parts of which the second to be finished is set
 * back by this share with this chance. */
closed_form pair_of_parts_takes;
/* {set back, chance}: share of all its work that is done again. */
closed_form pair_of_parts_again;
/* {days of waiting, days of work, sent back, done again}: tasks that one member gets accepted in a day. */
closed_form tasks_a_day;
/* {groups, items, share}: items that some group has taken when each takes one by lot, but for the share that
 * takes one that is free. */
closed_form items_taken_with_advice;
/* {k}: mean of the largest of k exponential numbers of mean 1. */
closed_form best_of_several;
/* {turns an hour, people}: turns that a person hears in an hour. */
closed_form turns_heard;

/* {chance that one can help, people in a circle, retention, generosity}: chance that a need that is told
 * there is met. */
closed_form need_told;
/* {chance, people, retention}: where offers are told there too. */
closed_form both_told;
/* {people, circle, chance, rounds}: where it is told in one circle after the other, drawn by lot; all is
 * kept. */
closed_form need_in_new_company;
/* {retention}: others who know of a need of one of 25 people, after circles of five and circles across them;
 * after circles of five, one of their hosts, and the same circles again. */
closed_form reach_on_mesh, reach_on_tree;
/* {people, helpers, loss}: chance that a card that goes from hand to hand comes to a helper before it is
 * lost.
 */
closed_form card_finds;
/* {needs a day, half-life, days}: open needs, averaged over these days, where nobody meets any and there were
 * none at first. */
closed_form needs_waiting;

/* In how many ways so many can be taken out of others. */
double ways_to_choose(int of, int count);

#endif
