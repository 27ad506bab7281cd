#include "law.h"

/* Units: hours told in lengths of an item of half an hour, in minutes, in days. */
#define ITEM   0.5
#define MINUTE (1.0 / 60)
#define DAY    24.0
/* A pause of a minute, in items; pauses in hours. */
#define SHORT_PAUSE (1.0 / 30)
/* 32-bit opinions, and sums in another order. */
#define ROUNDING 1e-6

#define QUEUE     "Pollaczek 1930, Khinchine 1932"
#define PAUSE     "Fuhrmann & Cooper 1985"
#define REPORT    "W/k + k t, least at sqrt(W/t)"
#define BALES     "Bales et al. 1951"
#define ABA       "Stasser & Taylor 1991"
#define SAMPLE    "Stasser & Titus 1987, exact"
#define CAFE      "exact; Brown & Isaacs 2005"
#define CHAIN     "exact, Markov chain"
#define FJ        "Friedkin & Johnsen 1999"
#define PAIRS     "Deffuant et al. 2000"
#define HK        "Hegselmann & Krause 2002"
#define WALK      "binomial, Ehrenfest 1907"
#define HEARD     "exact"
#define CAMP      "Poisson process"
#define MARKOV    "exact, two states"
#define BASS      "Bass 1969"
#define CROWDS    "Granovetter 1978"
#define GROUPS    "exact, birth and death"
#define CONTACT   "exact; Paluck, Green & Green 2019"
#define FADING    "exact; Santoro & Broockman 2022"
#define POOLED    "exact; Vinokur & Burnstein 1974"
#define URNS      "exact; de Moivre 1718"
#define LOTS      "exact, hypergeometric"
#define WORK      "exact, arithmetic"
#define DESIGN    "exact; Jin & Levitt 1996"
#define GIANT     "Erdos & Renyi 1960"
#define PRODUCT   "exact, product of shares"
#define TURNS     "exact, product over turns"
#define PARTY     "Coleman & James 1961"
#define BOWL      "exact"
#define SIGNED    "exact, binomial"
#define POSTS     "exact, Poisson-lognormal"
#define BOREL     "exact, Borel 1942"
#define HARRIS    "exact, branching process: Harris 1963"
#define RACE      "exact, exponential times"
#define INTERESTS "counted in people drawn for the theory"
#define ADVICE    "exact, urns with a share of free draws"
#define ORDER     "exact, Renyi 1953"
#define BOARD     "exact, Poisson process"
#define TOLD      "exact, product over listeners"
#define STEPS     "exact, random walk"

// clang-format off
const struct law laws[] = {
    {"single-server-queue", "exponential lengths", "hours_to_decision", WHOLE, ITEM, time_to_decision, {0.8, 1, SHORT_PAUSE}, 0.002, 0.05, "M/M/1 at a load of .8: time to decision, in items (5, and half the pause)", QUEUE},
    {"single-server-queue", "lengths of cv one half", "hours_to_decision", WHOLE, ITEM, time_to_decision, {0.8, 0.5, SHORT_PAUSE}, 0.002, 0.04, "M/G/1, cv one half (3.5)", QUEUE},
    {"single-server-queue", "equal lengths", "hours_to_decision", WHOLE, ITEM, time_to_decision, {0.8, 0, SHORT_PAUSE}, 0.002, 0.03, "M/D/1 (3)", QUEUE},
    {"single-server-queue", "exponential lengths", "backlog", WHOLE, 1, items_open, {0.8, 1, SHORT_PAUSE}, 0.002, 0.06, "M/M/1: open items (4)", "Little 1961"},
    {"warm-up", "as it is", "backlog", WHOLE, 1, items_open, {0.8, 1, SHORT_PAUSE}, 0.002, 0.1, "M/M/1 that began empty, measured from day 20 on: open items (4)", "Little 1961"},
    {"server-vacations", "pause of 1 min", "wait", WHOLE, 1, wait_with_pauses, {1, 0.5, 1, MINUTE}, 0.001, 0.05, "M/M/1 with pauses of 1 min: hours to the first hearing", PAUSE},
    {"server-vacations", "pause of 2 h", "wait", WHOLE, 1, wait_with_pauses, {1, 0.5, 1, 2}, 0.001, 0.02, "with pauses of 2 h", PAUSE},
    {"server-vacations", "pause of 8 h", "wait", WHOLE, 1, wait_with_pauses, {1, 0.5, 1, 8}, 0.001, 0.02, "with pauses of 8 h", PAUSE},
    {"server-vacations", "pause of 2 h and cv one half", "wait", WHOLE, 1, wait_with_pauses, {1, 0.5, 0.5, 2}, 0.001, 0.02, "with pauses of 2 h, cv one half", PAUSE},
    {"five-a-day", "as it is", "wait", WHOLE, DAY, bulk_wait, {4, 5}, 0.002, 0.02, "Four items a day, five a day at most: days to the first hearing", "Bailey 1954"},
    {"batch-of-a-session", "room for one", "wait", WHOLE, DAY, session_wait, {0.8, 1, 1.0 / 36}, 0.002, 0.08, "Sessions that end with their last item, .8 a day for each place: days to the first hearing with room for 1", "Bailey 1954"},
    {"batch-of-a-session", "room for three", "wait", WHOLE, DAY, session_wait, {2.4, 3, 1.0 / 36}, 0.002, 0.04, "with room for 3", "Bailey 1954"},
    {"batch-of-a-session", "room for four", "wait", WHOLE, DAY, session_wait, {3.2, 4, 1.0 / 36}, 0.002, 0.03, "with room for 4", "Bailey 1954"},
    {"batch-of-a-session", "room for five", "wait", WHOLE, DAY, session_wait, {4, 5, 1.0 / 36}, 0.002, 0.03, "with room for 5", "Bailey 1954"},
    {"objections", "objection of 20 %", "visits", WHOLE, 1, visits_needed, {0.2}, 0.0005, 0.01, "Objection of 20 %: hearings of an item", "geometric"},
    {"objections", "objection of 50 %", "visits", WHOLE, 1, visits_needed, {0.5}, 0.0005, 0.01, "Objection of 50 %: hearings of an item", "geometric"},
    {"objections", "objection of 50 %", "decided_on_visit", 0, 1, decided_on_visit, {0.5, 1}, 0.0005, 0.02, "share decided on the first visit", "geometric"},
    {"objections", "objection of 50 %", "decided_on_visit", 4, 1, decided_on_visit, {0.5, 5}, 0.0005, 0.08, "share decided on the fifth visit", "geometric"},

    {"report-back", "2 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 2}, ROUNDING, 1e-5, "600 min of work and reports of 3 min: minutes with 2 circles", REPORT},
    {"report-back", "5 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 5}, ROUNDING, 1e-5, "with 5 circles", REPORT},
    {"report-back", "10 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 10}, ROUNDING, 1e-5, "with 10 circles", REPORT},
    {"report-back", "13 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 13}, ROUNDING, 1e-5, "with 13 circles", REPORT},
    {"report-back", "14 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 14}, ROUNDING, 1e-5, "with 14 circles, the least", REPORT},
    {"report-back", "15 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 15}, ROUNDING, 1e-5, "with 15 circles", REPORT},
    {"report-back", "20 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 20}, ROUNDING, 1e-5, "with 20 circles", REPORT},
    {"report-back", "30 circles", "session_length", WHOLE, MINUTE, report_back, {600, 3, 30}, ROUNDING, 1e-5, "with 30 circles", REPORT},

    {"participation", "six people", "floor_returns", WHOLE, 1, published, {0.467}, 0.015, 0.03, "Six people, defaults: P(ABA)", ABA},
    {"participation", "four people", "floor_returns", WHOLE, 1, published, {0.626}, 0.015, 0.03, "Four people, defaults: P(ABA)", ABA},
    {"participation", "six people", "turn_gini", WHOLE, 1, published, {0.374}, 0.015, 0.05, "Six people, defaults: Gini of turns", BALES},
    {"participation", "six people", "turns_by_rank", 0, 1, published, {0.4302}, 0, 0, "Six people, defaults: share of the turns of the first", BALES},
    {"participation", "six people", "turns_by_rank", 1, 1, published, {0.1872}, 0, 0, "of the second", BALES},
    {"participation", "six people", "turns_by_rank", 2, 1, published, {0.1420}, 0, 0, "of the third", BALES},
    {"participation", "six people", "turns_by_rank", 3, 1, published, {0.1104}, 0, 0, "of the fourth", BALES},
    {"participation", "six people", "turns_by_rank", 4, 1, published, {0.0743}, 0, 0, "of the fifth", BALES},
    {"participation", "six people", "turns_by_rank", 5, 1, published, {0.0559}, 0, 0, "of the sixth", BALES},

    {"collective-sampling", "all shared, one round", "question_voiced", WHOLE, 1, share_voiced, {4, 16, 0, 1}, 0, 0.02, "Four people say what they know, 16 facets that all know, one round: share voiced", SAMPLE},
    {"collective-sampling", "all shared, five rounds", "question_voiced", WHOLE, 1, share_voiced, {4, 16, 0, 5}, 0, 0.02, "five rounds", SAMPLE},
    {"collective-sampling", "none shared, one round", "question_voiced", WHOLE, 1, share_voiced, {4, 0, 16, 1}, 0, 0.02, "16 facets that one knows, one round", SAMPLE},
    {"collective-sampling", "none shared, five rounds", "question_voiced", WHOLE, 1, share_voiced, {4, 0, 16, 5}, 0, 0.02, "five rounds", SAMPLE},
    {"collective-sampling", "half shared, one round", "question_voiced", WHOLE, 1, share_voiced, {4, 8, 8, 1}, 0, 0.02, "8 of each, one round", SAMPLE},
    {"collective-sampling", "half shared, five rounds", "question_voiced", WHOLE, 1, share_voiced, {4, 8, 8, 5}, 0, 0.02, "five rounds", SAMPLE},

    {"world-cafe-mixing", "one round", "partners", WHOLE, 1, partners_met, {40, 4, 1}, ROUNDING, 1e-5, "40 people at tables of 4, seated anew: others met in one round", CAFE},
    {"world-cafe-mixing", "two rounds", "partners", WHOLE, 1, partners_met, {40, 4, 2}, 0, 0.005, "in two rounds", CAFE},
    {"world-cafe-mixing", "three rounds", "partners", WHOLE, 1, partners_met, {40, 4, 3}, 0, 0.005, "in three rounds", CAFE},
    {"world-cafe-mixing", "four rounds", "partners", WHOLE, 1, partners_met, {40, 4, 4}, 0, 0.005, "in four rounds", CAFE},
    {"world-cafe-mixing", "four sessions in an hour", "partners", WHOLE, 1, partners_met, {40, 4, 4}, 0, 0.005, "in four sessions of one hour", CAFE},
    {"world-cafe-mixing", "three rounds with hosts", "partners", WHOLE, 1, partners_with_hosts, {40, 4, 3}, 0, 0.005, "in three rounds, hosts staying", CAFE},
    {"gossip", "one round", "question_reach", WHOLE, 1, people_reached, {40, 4, 1}, ROUNDING, 1e-5, "What one of 40 people knows: people who know it after one round", CHAIN},
    {"gossip", "two rounds", "question_reach", WHOLE, 1, people_reached, {40, 4, 2}, 0, 0.02, "after two rounds", CHAIN},
    {"gossip", "three rounds", "question_reach", WHOLE, 1, people_reached, {40, 4, 3}, 0, 0.02, "after three rounds", CHAIN},
    {"gossip", "four rounds", "question_reach", WHOLE, 1, people_reached, {40, 4, 4}, 0, 0.005, "after four rounds", CHAIN},

    {"insights-in-a-cafe", "before any talk", "insights_noticed", WHOLE, 1, insights_met, {40, 4, 0}, 0, 0.25, "Insights of two facets, each known to one of 40 people by lot: share that somebody has at first", CAFE},
    {"insights-in-a-cafe", "one round", "insights_noticed", WHOLE, 1, insights_met, {40, 4, 1}, 0, 0.12, "after one round at tables of 4 that tell all", CAFE},
    {"insights-in-a-cafe", "two rounds", "insights_noticed", WHOLE, 1, insights_met, {40, 4, 2}, 0, 0.035, "after two rounds, seated anew", CAFE},
    {"insights-in-a-cafe", "two rounds of 24 people", "insights_noticed", WHOLE, 1, insights_met, {24, 4, 2}, 0, 0.03, "24 people, two rounds", CAFE},
    {"insights-in-a-cafe", "two rounds of 100 at tables of five", "insights_noticed", WHOLE, 1, insights_met, {100, 5, 2}, 0, 0.035, "100 people at tables of 5, two rounds", CAFE},
    {"insights-in-a-cafe", "three rounds at fixed tables", "insights_noticed", WHOLE, 1, insights_met, {40, 4, 1}, 0, 0.12, "40 people who stay at their tables of 4, three rounds", CAFE},
    {"insights-in-a-cafe", "a plenary", "insights_noticed", WHOLE, 1, published, {1}, ROUNDING, 1e-5, "a plenary of 40 that tells all", "exact"},
    {"parts-in-one-head", "two parts", "insights_noticed", WHOLE, 1, parts_at_first, {0.1, 2, 40}, 0, 0.02, "40 people who know each facet with chance .1 and do not talk: share of insights of 2 facets that somebody has", "binomial"},
    {"parts-in-one-head", "three parts", "insights_noticed", WHOLE, 1, parts_at_first, {0.1, 3, 40}, 0, 0.06, "insights of 3 facets", "binomial"},
    {"parts-in-one-head", "three parts of 100 people", "insights_noticed", WHOLE, 1, parts_at_first, {0.2, 3, 100}, 0, 0.012, "of 3 facets, 100 people, chance .2", "binomial"},

    {"who-posts", "people who differ", "posters", WHOLE, 1, people_who_post, {9.038, 2, 20000}, 0, 0.01, "20,000 people who post 9.038 times on average, rates lognormal with sd 2: people who ever post", POSTS},
    {"who-posts", "people who differ", "posts_top_percent", WHOLE, 1, posts_of_top, {9.038, 2, 0.01}, 0, 0.08, "share of the posts of the most active 1 %", POSTS},
    {"who-posts", "people who differ", "posts_top_tenth", WHOLE, 1, posts_of_top, {9.038, 2, 0.1}, 0, 0.03, "of the most active 10 %", POSTS},
    {"who-posts", "people who are alike", "posters", WHOLE, 1, people_who_post, {9.038, 0, 20000}, 0, 0.0005, "where all are alike: people who ever post", POSTS},
    {"who-posts", "people who are alike", "posts_top_percent", WHOLE, 1, posts_of_top, {9.038, 0, 0.01}, 0, 0.01, "share of the posts of the most active 1 %", POSTS},
    {"who-posts", "people who differ as in four networks", "posters", WHOLE, 1, people_who_post, {9.038, 2.99, 20000}, 0, 0.02, "sd 2.99: people who ever post", POSTS},
    {"who-posts", "people who differ as in four networks", "posts_top_percent", WHOLE, 1, posts_of_top, {9.038, 2.99, 0.01}, 0.02, 0.12, "share of the posts of the most active 1 % (found: 74.7 %)", "van Mierlo 2014; exact, Poisson-lognormal"},
    {"who-posts", "people who differ as in four networks", "posts_top_tenth", WHOLE, 1, posts_of_top, {9.038, 2.99, 0.1}, 0.01, 0.03, "of the most active 10 % (found: 98.7 %)", "van Mierlo 2014; exact, Poisson-lognormal"},
    {"who-reads-the-board", "for a day", "records_read", WHOLE, 1000, came_by, {0.2, 1}, 0, 0.05, "1000 people who come by every fifth day on average: share that read what hangs for a day", BOARD},
    {"who-reads-the-board", "for five days", "records_read", WHOLE, 1000, came_by, {0.2, 5}, 0, 0.02, "for five days", BOARD},
    {"who-reads-the-board", "for fifteen days", "records_read", WHOLE, 1000, came_by, {0.2, 15}, 0, 0.01, "for fifteen days", BOARD},
    {"who-reads-the-board", "for five days", "inquiry_coverage", WHOLE, 1, know_by_reading, {0.5, 0.3, 0.2, 5}, 0, 0.01, "what half knew before, for five days: share that knows it, three in ten who read it keep it", BOARD},

    {"cascades", "people who are alike", "cascades_alone", WHOLE, 1, never_post, {0.8, 0}, 0, 0.01, "Each active person makes .8 others active: cascades of one", BOREL},
    {"cascades", "people who are alike", "cascades_of_hundred", WHOLE, 1, cascades_from, {0.8, 0, 100}, 0, 0.2, "cascades of 100 people or more", BOREL},
    {"cascades", "people who are alike", "cascade_size", WHOLE, 1, cascade_mean, {0.8}, 0, 0.02, "people in a cascade", BOREL},
    {"cascades", "people who differ as in four networks", "cascades_alone", WHOLE, 1, never_post, {0.2, 2.99}, 0, 0.003, ".2 others, lognormal with sd 2.99: cascades of one (found: 95 %)", "Goel et al. 2012; exact, Poisson-lognormal"},
    {"cascades", "people who differ as in four networks", "cascades_of_hundred", WHOLE, 1, cascades_from, {0.2, 2.99, 100}, 0, 0.3, "cascades of 100 people or more (found: .025 %)", "Goel et al. 2016; exact, Dwass 1969"},
    {"levels", "from the ground", "cascade_size", WHOLE, 1, people_of_levels, {0}, 0.002, 0.04, "Three levels that pass sparks on to each other: people that one on the ground leads to", HARRIS},
    {"levels", "from a call", "cascade_size", WHOLE, 1, people_of_levels, {1}, 0.002, 0.04, "that one on a call leads to", HARRIS},
    {"levels", "from the forum", "cascade_size", WHOLE, 1, people_of_levels, {2}, 0.002, 0.05, "that one in the forum leads to", HARRIS},
    {"levels", "on the ground alone", "cascade_size", WHOLE, 1, cascade_mean, {0.3}, 0.002, 0.03, "where nothing leaves the ground", HARRIS},
    {"deadline", "no deadline", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 0, 0}, 0, 0.02, "Half-life of interest 10 d, .05 a day: share that ever contributes", RACE},
    {"deadline", "no hurry", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 21, 0}, 0, 0.02, "that contributes before a deadline after 21 d", RACE},
    {"deadline", "hurry 1", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 21, 1}, 0, 0.02, "twice as often in the last 7 d", RACE},
    {"deadline", "hurry 2", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 21, 2}, 0, 0.02, "three times as often", RACE},
    {"deadline", "hurry 4", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 21, 4}, 0, 0.02, "five times as often", RACE},
    {"deadline", "break-even", "spark_contributed", WHOLE, 1, who_contributes, {0.05, 10, 0, 0}, 0, 0.02, "2.0617 times as often: as without a deadline", RACE},
    {"fit-of-an-anchor", "over twelve topics", "found_something", WHOLE, 1, published, {0.6675}, 0, 0.01, "A concept that is flat over all 12 topics: share of the people whom it fits", INTERESTS},
    {"fit-of-an-anchor", "over six", "found_something", WHOLE, 1, published, {0.302}, 0.002, 0.03, "over six of them", INTERESTS},
    {"fit-of-an-anchor", "over three", "found_something", WHOLE, 1, published, {0.201}, 0.003, 0.03, "over three", INTERESTS},
    {"fit-of-an-anchor", "over one", "found_something", WHOLE, 1, published, {0.1145}, 0.001, 0.03, "over one", INTERESTS},
    {"needs-told", "all keep what they hear", "needs_met", WHOLE, 1, need_told, {0.05, 15, 1, 1}, 0, 0.03, "A need told to 14 others, of whom one in 20 can help: share met (.5123)", TOLD},
    {"needs-told", "half of it", "needs_met", WHOLE, 1, need_told, {0.05, 15, 0.5, 1}, 0, 0.05, "where listeners keep half (.2984)", TOLD},
    {"needs-told", "half of it, and offers are told too", "needs_met", WHOLE, 1, both_told, {0.05, 15, 0.5}, 0, 0.04, "where offers are told too (.4144)", TOLD},
    {"needs-told", "half of those who hear of it help", "needs_met", WHOLE, 1, need_told, {0.05, 15, 1, 0.5}, 0, 0.05, "where half of those who could help do", TOLD},
    {"needs-told", "circles of ten, one in a thousand can help", "needs_met", WHOLE, 1, need_told, {0.001, 10, 1, 1}, 0, 0.12, "100 needs told in 10 circles of 10, one in 1000 can help: share met", TOLD},
    {"needs-told", "one circle of all, one in a thousand can help", "needs_met", WHOLE, 0.1, need_told, {0.001, 100, 1, 1}, 0, 0.12, "10 of them told to all in the same time: share met of these 10 (so circles meet .95 times as many)", TOLD},
    {"needs-told", "circles of ten, one in a hundred can help", "needs_met", WHOLE, 1, need_told, {0.01, 10, 1, 1}, 0, 0.04, "one in 100 can help: in circles", TOLD},
    {"needs-told", "one circle of all, one in a hundred can help", "needs_met", WHOLE, 0.1, need_told, {0.01, 100, 1, 1}, 0, 0.03, "told to all (1.37 times as many in circles)", TOLD},
    {"needs-told", "circles of ten, one in ten can help", "needs_met", WHOLE, 1, need_told, {0.1, 10, 1, 1}, 0, 0.02, "one in 10 can help: in circles", TOLD},
    {"needs-told", "one circle of all, one in ten can help", "needs_met", WHOLE, 0.1, need_told, {0.1, 100, 1, 1}, 0.0001, 0.001, "told to all (6.13 times as many in circles)", TOLD},
    {"needs-in-new-company", "one circle", "needs_met", WHOLE, 1, need_in_new_company, {60, 15, 0.05, 1}, 0, 0.04, "60 people, circles of 15 drawn by lot, one in 20 can help: share met after one circle (.5123)", TOLD},
    {"needs-in-new-company", "two circles", "needs_met", WHOLE, 1, need_in_new_company, {60, 15, 0.05, 2}, 0, 0.04, "after two circles (.7173)", TOLD},
    {"needs-in-new-company", "three circles", "needs_met", WHOLE, 1, need_in_new_company, {60, 15, 0.05, 3}, 0, 0.04, "after three circles (.8134)", TOLD},
    {"needs-in-new-company", "four circles", "needs_met", WHOLE, 1, need_in_new_company, {60, 15, 0.05, 4}, 0, 0.04, "after four circles (.8641)", TOLD},
    {"needs-on-mesh-and-tree", "mesh, all is kept", "need_reach", WHOLE, 1, reach_on_mesh, {1}, ROUNDING, 1e-5, "25 people in circles of 5 and then in other company: others who know of a need, all is kept", TOLD},
    {"needs-on-mesh-and-tree", "mesh, eight in ten", "need_reach", WHOLE, 1, reach_on_mesh, {0.8}, 0, 0.04, "eight in ten is kept", TOLD},
    {"needs-on-mesh-and-tree", "mesh, half", "need_reach", WHOLE, 1, reach_on_mesh, {0.5}, 0, 0.04, "half is kept", TOLD},
    {"needs-on-mesh-and-tree", "mesh, three in ten", "need_reach", WHOLE, 1, reach_on_mesh, {0.3}, 0, 0.04, "three in ten is kept", TOLD},
    {"needs-on-mesh-and-tree", "tree, all is kept", "need_reach", WHOLE, 1, reach_on_tree, {1}, ROUNDING, 1e-5, "circles of 5, one of their hosts, and home again: all is kept", TOLD},
    {"needs-on-mesh-and-tree", "tree, eight in ten", "need_reach", WHOLE, 1, reach_on_tree, {0.8}, 0, 0.04, "eight in ten is kept", TOLD},
    {"needs-on-mesh-and-tree", "tree, half", "need_reach", WHOLE, 1, reach_on_tree, {0.5}, 0, 0.04, "half is kept", TOLD},
    {"needs-on-mesh-and-tree", "tree, three in ten", "need_reach", WHOLE, 1, reach_on_tree, {0.3}, 0, 0.04, "three in ten is kept", TOLD},
    {"needs-that-lapse", "nobody can help", "needs_open", WHOLE, 1, needs_waiting, {100.0 / 7, 7, 60}, 0, 0.04, "100 people with a need a week that lapses, half of them in a week: open needs over 60 days from none", "Little 1961"},
    {"cards-that-get-lost", "two of fifty can help", "needs_met", WHOLE, 1, card_finds, {50, 2, 0.02}, 0, 0.03, "A card among 50 people, lost in one of 50 hands, 2 can help: share met (.6667)", STEPS},
    {"cards-that-get-lost", "five of fifty can help", "needs_met", WHOLE, 1, card_finds, {50, 5, 0.02}, 0, 0.02, "5 can help (.8333)", STEPS},
    {"cards-that-get-lost", "two of two hundred can help", "needs_met", WHOLE, 1, card_finds, {200, 2, 0.02}, 0, 0.03, "2 of 200 can help (.3300)", STEPS},
    {"cards-on-mesh-and-tree", "among all", "card_hops", WHOLE, 1, published, {24}, 0, 0.06, "A card among 25 people, of whom one can help: hands until it finds her", STEPS},
    {"cards-on-mesh-and-tree", "on a mesh", "card_hops", WHOLE, 1, published, {80.0 / 3}, 0, 0.06, "where everybody sits in two circles of five (26.667)", STEPS},
    {"cards-on-mesh-and-tree", "on a tree", "card_hops", WHOLE, 1, published, {56}, 0, 0.09, "in five circles of five whose hosts are a sixth", STEPS},

    {"friedkin-johnsen", "as it is", "person_leaning", 0, 0.01, published, {60.020849}, ROUNDING, 1e-5, "Opinions of four people that began at 25, 25, 75, 85: the first", FJ},
    {"friedkin-johnsen", "as it is", "person_leaning", 1, 0.01, published, {59.983966}, ROUNDING, 1e-5, "the second", FJ},
    {"friedkin-johnsen", "as it is", "person_leaning", 2, 0.01, published, {75}, ROUNDING, 1e-5, "the third", FJ},
    {"friedkin-johnsen", "as it is", "person_leaning", 3, 0.01, published, {74.986205}, ROUNDING, 1e-5, "the fourth", FJ},
    {"deffuant", "confidence .1", "question_clusters", WHOLE, 1, published, {4.4}, 0.03, 0.10, "Pairs of 1000 people, confidence .1: clusters", PAIRS},
    {"deffuant", "confidence .15", "question_clusters", WHOLE, 1, published, {2.9}, 0.03, 0.10, "confidence .15", PAIRS},
    {"deffuant", "confidence .2", "question_clusters", WHOLE, 1, published, {2.0}, 0.03, 0.08, "confidence .2", PAIRS},
    {"deffuant", "confidence .3", "question_clusters", WHOLE, 1, published, {1.0}, 0.03, 0.06, "confidence .3", PAIRS},
    {"hegselmann-krause", "confidence .05", "question_clusters", WHOLE, 1, published, {9}, ROUNDING, 1e-5, "All of 101 people, confidence .05: clusters", HK},
    {"hegselmann-krause", "confidence .1", "question_clusters", WHOLE, 1, published, {3}, ROUNDING, 1e-5, "confidence .1", HK},
    {"hegselmann-krause", "confidence .15", "question_clusters", WHOLE, 1, published, {3}, ROUNDING, 1e-5, "confidence .15", HK},
    {"hegselmann-krause", "confidence .2", "question_clusters", WHOLE, 1, published, {1}, ROUNDING, 1e-5, "confidence .2", HK},

    {"circle-sizes", "at once", "circle_sizes", 0, 1, circles_of_size, {25, 0.2, 1}, 0.001, 0.08, "30 people walk between 5 circles: share of circles of 1", WALK},
    {"circle-sizes", "at once", "circle_sizes", 2, 1, circles_of_size, {25, 0.2, 3}, 0.001, 0.02, "of 3", WALK},
    {"circle-sizes", "at once", "circle_sizes", 5, 1, circles_of_size, {25, 0.2, 6}, 0.001, 0.02, "of 6", WALK},
    {"circle-sizes", "at once", "circle_sizes", 8, 1, circles_of_size, {25, 0.2, 9}, 0.001, 0.02, "of 9", WALK},
    {"circle-sizes", "at once", "circle_sizes", 11, 1, circles_of_size, {25, 0.2, 12}, 0.001, 0.08, "of 12", WALK},
    {"circle-sizes", "at once", "alone", WHOLE, 1, time_alone, {25, 0.2}, 0.001, 0.08, "share of the time that people sit alone", WALK},
    {"circle-sizes", "after a pause", "circle_sizes", 0, 1, circles_of_size, {25, 0.1, 1}, 0.001, 0.03, "walks of a minute: share of circles of 1", WALK},
    {"circle-sizes", "after a pause", "circle_sizes", 2, 1, circles_of_size, {25, 0.1, 3}, 0.001, 0.02, "of 3", WALK},
    {"circle-sizes", "after a pause", "circle_sizes", 5, 1, circles_of_size, {25, 0.1, 6}, 0.001, 0.03, "of 6", WALK},
    {"circle-sizes", "after a pause", "circle_size", WHOLE, 1, published, {3.5}, 0.001, 0.01, "mean size", WALK},
    {"circle-sizes", "after a pause", "alone", WHOLE, 1, time_alone, {25, 0.1}, 0.001, 0.03, "share of the time that people sit alone", WALK},

    {"merging-circles", "pairs", "question_reach", WHOLE, 1, published, {2}, ROUNDING, 1e-5, "What one of 64 people knows, told in pairs: people who know it", BOWL},
    {"merging-circles", "circles of four", "question_reach", WHOLE, 1, published, {4}, ROUNDING, 1e-5, "when two pairs became one circle", BOWL},
    {"merging-circles", "circles of eight", "question_reach", WHOLE, 1, published, {8}, ROUNDING, 1e-5, "and two of these one", BOWL},
    {"merging-circles", "circles of sixteen", "question_reach", WHOLE, 1, published, {16}, ROUNDING, 1e-5, "and once more", BOWL},
    {"other-company", "one round", "partners", WHOLE, 1, published, {4}, ROUNDING, 1e-5, "25 people in circles of 5, then in other company: others met in one round", BOWL},
    {"other-company", "two rounds", "partners", WHOLE, 1, published, {8}, ROUNDING, 1e-5, "in two rounds, as many as there can be", BOWL},
    {"fishbowl", "forty people, five chairs", "inside", WHOLE, 1, people_inside, {40, 5, 0.25, 120}, 0, 0.02, "40 people, five chairs in the middle, one changes hands every fourth of 120 turns: people who sat there", BOWL},
    {"fishbowl", "a chair changes hands every other turn", "inside", WHOLE, 1, people_inside, {40, 5, 0.5, 120}, 0, 0.02, "every other turn", BOWL},
    {"fishbowl", "hundred people, six chairs", "inside", WHOLE, 1, people_inside, {100, 6, 0.25, 90}, 0, 0.03, "100 people, six chairs, every fourth of 90 turns", BOWL},
    {"mingling", "who is alone joins twice as fast as others leave", "circle_sizes", 0, 1, circles_made, {100, 2, 1}, 0.001, 0.01, "100 people make circles themselves, who is alone joins twice as fast as others leave: share of circles of 1", PARTY},
    {"mingling", "who is alone joins twice as fast as others leave", "circle_sizes", 1, 1, circles_made, {100, 2, 2}, 0.001, 0.01, "of 2", PARTY},
    {"mingling", "who is alone joins twice as fast as others leave", "circle_sizes", 2, 1, circles_made, {100, 2, 3}, 0.001, 0.02, "of 3", PARTY},
    {"mingling", "who is alone joins twice as fast as others leave", "circle_sizes", 3, 1, circles_made, {100, 2, 4}, 0.001, 0.03, "of 4", PARTY},
    {"mingling", "who is alone joins twice as fast as others leave", "circle_size", WHOLE, 1, circles_made, {100, 2, 0}, 0.001, 0.01, "mean size (1.648 = 1.5 ln 3)", PARTY},
    {"mingling", "twenty times as fast", "circle_sizes", 0, 1, circles_made, {100, 20, 1}, 0.001, 0.02, "twenty times as fast: share of circles of 1", PARTY},
    {"mingling", "twenty times as fast", "circle_sizes", 3, 1, circles_made, {100, 20, 4}, 0.001, 0.02, "of 4", PARTY},
    {"mingling", "twenty times as fast", "circle_sizes", 6, 1, circles_made, {100, 20, 7}, 0.001, 0.05, "of 7", PARTY},
    {"mingling", "twenty times as fast", "circle_size", WHOLE, 1, circles_made, {100, 20, 0}, 0.001, 0.01, "mean size (3.197 = 1.05 ln 21)", PARTY},
    {"commitments", "three in ten sign", "signed", WHOLE, 1, published, {3}, 0, 0.04, "Ten people, one call, 30 % sign and 53 % of them turn up: who signed", SIGNED},
    {"commitments", "three in ten sign", "turned_up", WHOLE, 1, people_turned_up, {10, 0.3, 0.53, 3}, 0, 0.08, "who turned up, where three or more signed", SIGNED},
    {"commitments", "three in ten sign", "groups_committed", WHOLE, 1, call_becomes_group, {10, 0.3, 0.53, 3}, 0, 0.09, "working groups born of it", SIGNED},
    {"commitments", "half of them sign", "turned_up", WHOLE, 1, people_turned_up, {10, 0.5, 0.53, 3}, 0, 0.05, "50 % sign: who turned up", SIGNED},
    {"commitments", "half of them sign", "groups_committed", WHOLE, 1, call_becomes_group, {10, 0.5, 0.53, 3}, 0, 0.05, "working groups", SIGNED},
    {"who-turns-up-works", "half turn up", "work_hours", WHOLE, 240, people_turned_up, {10, 1, 0.53, 3}, 0, 0.06, "Ten members sign for the tasks of their group and 53 % turn up: who works on them, by hours worked", SIGNED},
    {"who-turns-up-works", "nine in ten sign, half turn up", "work_hours", WHOLE, 240, people_turned_up, {10, 0.9, 0.53, 3}, 0, 0.07, "90 % sign", SIGNED},
    {"who-turns-up-works", "half turn up, in parts", "work_hours", WHOLE, 240, people_turned_up, {10, 1, 0.53, 3}, 0, 0.06, "each on a part of her own", SIGNED},

    {"advised-topics", "nobody asks", "items_done", WHOLE, 1, items_taken_with_advice, {40, 50, 0}, 0, 0.015, "40 groups take one of 50 items each, by lot: items taken", ADVICE},
    {"advised-topics", "one in four asks", "items_done", WHOLE, 1, items_taken_with_advice, {40, 50, 0.25}, 0, 0.015, "one in four asks somebody who knows what is taken", ADVICE},
    {"advised-topics", "every second asks", "items_done", WHOLE, 1, items_taken_with_advice, {40, 50, 0.5}, 0, 0.015, "every second asks", ADVICE},
    {"advised-topics", "three in four ask", "items_done", WHOLE, 1, items_taken_with_advice, {40, 50, 0.75}, 0, 0.01, "three in four ask", ADVICE},
    {"advised-topics", "all ask", "items_done", WHOLE, 1, items_taken_with_advice, {40, 50, 1}, ROUNDING, 1e-5, "all ask", ADVICE},
    {"advised-topics", "nobody of twelve asks", "items_done", WHOLE, 1, items_taken_with_advice, {12, 12, 0}, 0, 0.03, "Twelve groups and twelve items, nobody asks", ADVICE},
    {"advised-topics", "one in four of twelve asks", "items_done", WHOLE, 1, items_taken_with_advice, {12, 12, 0.25}, 0, 0.03, "one in four asks", ADVICE},
    {"advised-topics", "every second of twelve asks", "items_done", WHOLE, 1, items_taken_with_advice, {12, 12, 0.5}, 0, 0.025, "every second asks", ADVICE},
    {"advised-topics", "three in four of twelve ask", "items_done", WHOLE, 1, items_taken_with_advice, {12, 12, 0.75}, 0, 0.02, "three in four ask", ADVICE},
    {"advised-topics", "all of twelve ask", "items_done", WHOLE, 1, items_taken_with_advice, {12, 12, 1}, ROUNDING, 1e-5, "all ask", ADVICE},
    {"best-of-k", "nothing known", "worth_named", WHOLE, 1, best_of_several, {1}, 0, 0.06, "Worth (mean 1) of the item that is named by who knows nothing of the question of strategy", ORDER},
    {"best-of-k", "one facet of nine", "worth_named", WHOLE, 1, best_of_several, {2}, 0, 0.05, "by who knows a ninth, and takes the better of two", ORDER},
    {"best-of-k", "three facets of nine", "worth_named", WHOLE, 1, best_of_several, {4}, 0, 0.035, "a third, the best of four", ORDER},
    {"best-of-k", "all nine", "worth_named", WHOLE, 1, best_of_several, {10}, 0, 0.025, "all of it, the best of ten", ORDER},

    {"two-crowds", "thresholds from 0 to 99", "adopters", WHOLE, 0.01, published, {100}, ROUNDING, 1e-5, "Thresholds 0, 1, 2 ... 99: sites that act", CROWDS},
    {"two-crowds", "a 2 in place of the 1", "adopters", WHOLE, 0.01, published, {1}, ROUNDING, 1e-5, "a 2 in place of the 1", CROWDS},
    {"bass", "as it is", "adopters_at", 0, 1, bass_share, {0.03, 0.38, 3.0963}, 0.005, 0.06, "p .03 and q .38, 1000 sites: share that took it up after 3.0963", BASS},
    {"bass", "as it is", "adopters_at", 1, 1, bass_share, {0.03, 0.38, 6.1926}, 0.005, 0.035, "after 6.1926, the peak (.4605)", BASS},
    {"bass", "as it is", "adopters_at", 2, 1, bass_share, {0.03, 0.38, 9.2889}, 0.005, 0.02, "after 9.2889", BASS},
    {"bass", "as it is", "practice_changed_after", WHOLE, 1, bass_mean_time, {0.03, 0.38}, 0.005, 0.025, "mean time at which they did", BASS},
    {"random-links", "links for good", "giant_component", 2, 1, giant_share, {1.5}, 0.002, 0.03, "2000 groups with 1.5 links each: share of them in the giant component", GIANT},
    {"random-links", "links for good", "giant_component", 3, 1, giant_share, {2}, 0.002, 0.012, "with 2 links", GIANT},
    {"random-links", "links for good", "giant_component", 5, 1, giant_share, {3}, 0.002, 0.008, "with 3 links", GIANT},
    {"random-links", "links that fade", "links_at", 1, 1, links_living, {0.1, 5, 5, 2}, 0.003, 0.025, "Links that fade with a half-life of 5 d: living links of a site with two groups after 5 d", "exact, M/M/inf"},
    {"random-links", "links that fade", "links_at", 5, 1, links_living, {0.1, 5, 15, 2}, 0.003, 0.025, "after 15 d", "exact, M/M/inf"},

    {"group-lifetimes", "three members, rho 2.8", "group_lifetime_of_ended", WHOLE, 1, days_of_group, {3, 2.8, 14, 3}, 0.001, 0.025, "Working groups of 3 that people come to at 2.8 times the rate at which one leaves: days to fewer than 3 (11.13)", GROUPS},
    {"group-lifetimes", "five members, rho 2.8", "group_lifetime_of_ended", WHOLE, 1, days_of_group, {5, 2.8, 14, 3}, 0.001, 0.02, "of 5 (22.94)", GROUPS},
    {"group-lifetimes", "three members, rho 5", "group_lifetime_of_ended", WHOLE, 1, days_of_group, {3, 5, 14, 3}, 0.001, 0.03, "of 3, at 5 times the rate (29.10)", GROUPS},
    {"group-lifetimes", "five members, rho 5", "group_lifetime_of_ended", WHOLE, 1, days_of_group, {5, 5, 14, 3}, 0.001, 0.02, "of 5, at 5 times the rate (52.69)", GROUPS},
    {"occupied-topics", "12 groups on 12 topics", "topics_covered", WHOLE, 1, topics_taken, {12, 12}, 0.0005, 0.02, "12 groups take one of 12 topics by lot: topics taken", URNS},
    {"occupied-topics", "40 groups on 12 topics", "topics_covered", WHOLE, 1, topics_taken, {40, 12}, 0.0005, 0.01, "40 groups, 12 topics", URNS},
    {"occupied-topics", "100 groups on 64 topics", "topics_covered", WHOLE, 1, topics_taken, {100, 64}, 0.0005, 0.01, "100 groups, 64 topics", URNS},

    {"parts-in-hand", "one in hand", "part_days", WHOLE, 1, part_is_finished, {4, 1, 1}, ROUNDING, 1e-5, "One member, four parts of a day: days until a part is finished with one in hand (2.5)", WORK},
    {"parts-in-hand", "two in hand", "part_days", WHOLE, 1, part_is_finished, {4, 2, 1}, ROUNDING, 1e-5, "with two in hand (3)", WORK},
    {"parts-in-hand", "four in hand", "part_days", WHOLE, 1, part_is_finished, {4, 4, 1}, ROUNDING, 1e-5, "with four (4)", WORK},
    {"parts-in-hand", "four in hand", "cycle_days", WHOLE, 1, published, {4}, ROUNDING, 1e-5, "days that the task takes, however many are in hand", WORK},
    {"tasks-at-once", "one at once", "lead_days", WHOLE, 1, part_is_finished, {4, 1, 1}, ROUNDING, 1e-5, "Four tasks of a day: days from planning a task to its end with one at once (2.5)", WORK},
    {"tasks-at-once", "two at once", "lead_days", WHOLE, 1, part_is_finished, {4, 2, 1}, ROUNDING, 1e-5, "with two at once (3)", WORK},
    {"tasks-at-once", "four at once", "lead_days", WHOLE, 1, part_is_finished, {4, 4, 1}, ROUNDING, 1e-5, "with four (4)", WORK},
    {"tasks-at-once", "two at once", "cycle_days", WHOLE, 1, published, {2}, ROUNDING, 1e-5, "days from beginning a task to its end, with two at once", WORK},
    {"tasks-at-once", "two at once in parts, two in hand", "lead_days", WHOLE, 1, part_is_finished, {4, 2, 1}, ROUNDING, 1e-5, "two at once where two members work on parts of their own", WORK},
    {"word-in-time", "parts of half a day and word every day", "without_word", WHOLE, 1, no_word_in_time, {0.5, 1, 0}, 0.002, 0.02, "Two parts of half a day that bear on each other, word every day: finished before any word (.5)", WORK},
    {"word-in-time", "parts of half a day and word every week", "without_word", WHOLE, 1, no_word_in_time, {0.5, 7, 0}, 0.002, 0.01, "word every week (.9286)", WORK},
    {"word-in-time", "parts of two days and word every three days", "without_word", WHOLE, 1, no_word_in_time, {2, 3, 0}, 0.002, 0.03, "parts of two days, word every three days (.3333)", WORK},
    {"word-in-time", "parts of two days and word every week", "without_word", WHOLE, 1, no_word_in_time, {2, 7, 0}, 0.002, 0.01, "word every week (.7143)", WORK},
    {"word-in-time", "signals that reach one in two", "without_word", WHOLE, 1, no_word_in_time, {0.5, 7, 0.5}, 0.002, 0.03, "parts of half a day, word every week, and signals both ways that reach one in two", WORK},
    {"word-in-time", "half of a part set back", "cycle_days", WHOLE, 1, pair_of_parts_takes, {0.5, 0.5, 0.25}, 0.001, 0.02, "Only such signals, and half of a part is set back without word: days that a task takes", DESIGN},
    {"word-in-time", "half of a part set back", "rework_share", WHOLE, 1, pair_of_parts_again, {0.5, 0.25}, 0.001, 0.04, "share of its work that is done again", DESIGN},
    {"approval-after", "before", "tasks_per_member_day", WHOLE, 1, tasks_a_day, {0.5, 4.5, 0, 0}, 0.003, 0.004, "Half a day of waiting for the approval, 4.5 days of work: tasks a day", PRODUCT},
    {"approval-after", "after and nothing sent back", "tasks_per_member_day", WHOLE, 1, tasks_a_day, {0, 4.5, 0, 0}, 0.003, 0.004, "approval after the work, nothing sent back", PRODUCT},
    {"approval-after", "after and one in five sent back", "tasks_per_member_day", WHOLE, 1, tasks_a_day, {0, 4.5, 0.2, 0.5}, 0.003, 0.01, "one in five sent back and half of it done again: break-even", PRODUCT},
    {"approval-after", "after and two in five sent back", "tasks_per_member_day", WHOLE, 1, tasks_a_day, {0, 4.5, 0.4, 0.5}, 0.003, 0.01, "two in five: slower than before", PRODUCT},
    {"approval-after", "after and one in five sent back", "rework_share", WHOLE, 1, published, {0.1}, 0.003, 0.05, "one in five: share of the work that is done again", PRODUCT},

    {"coming-and-going", "steady arrivals", "arrived", WHOLE, 1, people_arrived, {20, 0, 68}, 0, 0.01, "20 arrivals a day for 68 days: people", CAMP},
    {"coming-and-going", "steady arrivals", "arrived", DISPERSION, 1, published, {1}, 0, 0.26, "variance over mean", CAMP},
    {"coming-and-going", "fading arrivals", "arrived", WHOLE, 1, people_arrived, {20, 17, 68}, 0, 0.015, "arrivals that halve in 17 days: people", CAMP},
    {"coming-and-going", "fading arrivals", "arrived", DISPERSION, 1, published, {1}, 0, 0.26, "variance over mean", CAMP},
    {"coming-and-going", "attendance that halves in 17 d", "heads_at", HALF_LIFE, 1, published, {17}, 0.008, 0.02, "attendance that halves in 17 days: days, fitted to head counts", "exact; New York 2011"},
    {"coming-and-going", "attendance that halves in 17 d", "heads_at", 67, 1, published, {400 * 0.0637767}, 0.001, 0.08, "heads after 67.5 days", "exact"},
    {"coming-and-going", "drift and return", "people_here_at", 4, 1, people_still_here, {400, 0.1, 0.05, 5}, 0, 0.02, "People who drift at .1 a day and return at .05: here after 5 days", MARKOV},
    {"coming-and-going", "drift and return", "people_here_at", 66, 1, people_still_here, {400, 0.1, 0.05, 67}, 0, 0.03, "after 67 days", MARKOV},
    {"coming-and-going", "two hours a day", "left_burnt_out", WHOLE, 1, people_burnt_out, {400, 0.05, 7, 68}, 0, 0.01, "Two hours of meetings a day: burnt out", "exact"},

    {"hosts-who-come", "10 of 100 in 4 circles", "hosted", WHOLE, 1, circles_with_host, {100, 10, 40, 4}, 0, 0.01, "10 of 100 people can host, 40 come, 4 circles: share of the circles with a host", LOTS},
    {"hosts-who-come", "10 of 100 in 4 circles", "all_hosted", WHOLE, 1, all_with_host, {100, 10, 40, 4}, 0, 0.02, "share of the sessions with a host for every circle", LOTS},
    {"hosts-who-come", "20 of 100 in 4 circles", "hosted", WHOLE, 1, circles_with_host, {100, 20, 40, 4}, 0, 0.002, "20 of 100 people can host: circles", LOTS},
    {"hosts-who-come", "20 of 100 in 4 circles", "all_hosted", WHOLE, 1, all_with_host, {100, 20, 40, 4}, 0, 0.005, "sessions", LOTS},
    {"hosts-who-come", "6 of 60 in 6 circles", "hosted", WHOLE, 1, circles_with_host, {60, 6, 30, 6}, 0, 0.01, "6 of 60 people can host, 30 come, 6 circles: circles", LOTS},
    {"hosts-who-come", "6 of 60 in 6 circles", "all_hosted", WHOLE, 1, all_with_host, {60, 6, 30, 6}, 0, 0.25, "sessions", LOTS},
    {"hosts-who-come", "nobody, and every turn strays", "question_voiced", WHOLE, 1, published, {0}, 0, 0.001, "Nobody can host, and every turn strays: share of a question that is voiced", HEARD},
    {"hosts-who-come", "a novice in each circle", "strayed", WHOLE, 1, published, {0.3 * (1 - 0.2)}, 0, 0.02, "Hosts of skill .2, and 30 % of the turns stray where there is none: turns that stray", HEARD},
    {"hosts-who-come", "one who practises", "host_skill_at", 0, 1, skill_in_practice, {0.8, 0.02, 1.0 / 6, 24}, ROUNDING, 1e-5, "One who hosts 10 min every hour, with training of 2 %: her skill on the first day", HEARD},
    {"hosts-who-come", "one who practises", "host_skill_at", 19, 1, skill_in_practice, {0.9569263427128619, 0.02, 1.0 / 6, 24}, ROUNDING, 1e-5, "on the twentieth", HEARD},

    {"what-each-knows", "6 people know 10 each", "question_voiced", WHOLE, 1, known_to_any, {6, 10, 40}, 0, 0.01, "6 people know 10 of 40 facets each, and say all they know: share voiced", HEARD},
    {"what-each-knows", "6 people know 5 each", "question_voiced", WHOLE, 1, known_to_any, {6, 5, 40}, 0, 0.02, "6 people know 5 each", HEARD},
    {"what-each-knows", "12 people know 5 each", "question_voiced", WHOLE, 1, known_to_any, {12, 5, 40}, 0, 0.01, "12 people know 5 each", HEARD},
    {"what-each-knows", "6 people know 10 each", "question_coverage", WHOLE, 1, published, {0.25}, ROUNDING, 1e-5, "6 people know 10 each: share that one knows", HEARD},
    {"warmth", "circles of 4", "turns_across", WHOLE, 1, turns_from_across, {4}, ROUNDING, 1e-5, "Half and half in circles of 4: share of the turns heard that come from the other side", HEARD},
    {"warmth", "circles of 8", "turns_across", WHOLE, 1, turns_from_across, {8}, ROUNDING, 1e-5, "of 8", HEARD},
    {"warmth", "circles of 14", "turns_across", WHOLE, 1, turns_from_across, {14}, ROUNDING, 1e-5, "of 14", HEARD},
    {"warmth", "10 friendly turns", "warmth_gain", WHOLE, 1, warmth_of_friends, {10, 0.005, 0.3, 0}, ROUNDING, 1e-5, "Warmth that began at .30 gains by 10 friendly turns of the other side", CONTACT},
    {"warmth", "30 friendly turns", "warmth_gain", WHOLE, 1, warmth_of_friends, {30, 0.005, 0.3, 0}, ROUNDING, 1e-5, "by 30 (.0977, d = .39)", CONTACT},
    {"warmth", "60 friendly turns", "warmth_gain", WHOLE, 1, warmth_of_friends, {60, 0.005, 0.3, 0}, ROUNDING, 1e-5, "by 60", CONTACT},
    {"warmth", "every third turn jars", "warmth_gain", WHOLE, 1, warmth_with_jars, {20, 0.005, 0.3, 1}, ROUNDING, 1e-5, "by 60 of which every third jars (to .39567), and for those between by 40 friendly ones: mean", CONTACT},
    {"warmth", "a debate", "jarred", WHOLE, 1, published, {0.5}, 0.001, 0.04, "Sides that lean .75 and .25 (sd .10): share of the turns across that jar", "exact, normal"},
    {"warmth", "30 friendly turns that fade", "warmth_at", 0, 1, warmth_after, {30, 0.005, 0.3, 1}, 0.0002, 0.0003, "Warmth 30 days after 30 friendly turns", FADING},
    {"warmth", "30 friendly turns that fade", "warmth_at", 2, 1, warmth_after, {30, 0.005, 0.3, 3}, 0.0002, 0.0003, "90 days after them", FADING},
    {"arguments-of-a-side", "like-minded, bias 1", "side_gap", WHOLE, 1, gap_of_like_minded, {1, 6, 0.1, 0.65}, 0, 0.04, "Six who lean .65 pool their arguments, known alike to both sides: their opinion less that of six who lean .35", POOLED},
    {"arguments-of-a-side", "like-minded, bias 2", "side_gap", WHOLE, 1, gap_of_like_minded, {2, 6, 0.1, 0.65}, 0, 0.02, "known twice as often on the side that they speak for (inward: under .30)", POOLED},
    {"arguments-of-a-side", "like-minded, bias 2.2376", "side_gap", WHOLE, 1, gap_of_like_minded, {2.2376, 6, 0.1, 0.65}, 0, 0.02, "2.2376 times as often (neither: .30)", POOLED},
    {"arguments-of-a-side", "like-minded, bias 4", "side_gap", WHOLE, 1, gap_of_like_minded, {4, 6, 0.1, 0.65}, 0, 0.02, "4 times as often (outward: above .30)", POOLED},
    {"arguments-of-a-side", "three and three, bias 4", "side_gap", WHOLE, 1, published, {0.15}, ROUNDING, 1e-5, "the same in circles of three and three", POOLED},
    {"arguments-of-a-side", "like-minded, bias 4", "question_coverage", WHOLE, 1, arguments_pooled, {4, 6, 0.1}, 0, 0.01, "share of all arguments that six of one side know together (12.97 of 20 for, 4.35 of 20 against)", POOLED},
    {"arguments-of-a-side", "three and three, bias 4", "question_coverage", WHOLE, 1, published, {0.47562}, 0.00002, 0.01, "three and three", POOLED},

    {"conservation-of-hearings", "circle of 2", "hearings_per_person_hour", WHOLE, 1, turns_heard, {60, 2}, 0.0005, 0.01, "Turns of a minute: heard in an hour in a circle of 2", HEARD},
    {"conservation-of-hearings", "circle of 5", "hearings_per_person_hour", WHOLE, 1, turns_heard, {60, 5}, 0.0005, 0.01, "of 5", HEARD},
    {"conservation-of-hearings", "ten circles of 5", "hearings_per_person_hour", WHOLE, 1, turns_heard, {60, 5}, 0.0005, 0.01, "in ten circles of 5", HEARD},
    {"conservation-of-hearings", "circle of 12", "hearings_per_person_hour", WHOLE, 1, turns_heard, {60, 12}, 0.0005, 0.01, "in a circle of 12", HEARD},
    {"conservation-of-hearings", "circle of 50, amplified", "hearings_per_person_hour", WHOLE, 1, turns_heard, {60, 50}, 0.0005, 0.01, "of 50, amplified", HEARD},
    {"conservation-of-hearings", "circle of 50, people's mic", "hearings_per_person_hour", WHOLE, 1, turns_heard, {30, 50}, 0.0005, 0.01, "of 50, people's mic", HEARD},

    {"feelings-round", "six people", "tension", WHOLE, 1, tension_left, {6, 1}, ROUNDING, 1e-5, "A go-round of 6 people about feelings: share of the tension left", PRODUCT},
    {"feelings-round", "ten people", "tension", WHOLE, 1, tension_left, {10, 1}, ROUNDING, 1e-5, "of 10", PRODUCT},
    {"feelings-round", "fifteen people", "tension", WHOLE, 1, tension_left, {15, 1}, ROUNDING, 1e-5, "of 15", PRODUCT},
    {"feelings-round", "ten people, two rounds", "tension", WHOLE, 1, tension_left, {10, 2}, ROUNDING, 1e-5, "two rounds of 10", PRODUCT},
    {"feelings-round", "ten people, two rounds of stories", "tension", WHOLE, 1, tension_left, {10, 0}, ROUNDING, 1e-5, "two rounds of 10 about stories, not feelings", PRODUCT},
    {"silence", "silence that calms", "tension", WHOLE, 0.6, left_in_silence, {0.01, 30}, 0.0001, 0.0002, "Half an hour of silence: share of the tension left", "exact"},
    {"silence", "waiting", "tension", WHOLE, 0.6, left_in_silence, {0, 30}, 0.0001, 0.0002, "half an hour of waiting", "exact"},
    {"silence", "silence that shows one's own mind", "question_opinion", WHOLE, 1, opinion_in_silence, {0.2, 1, 0.02, 30}, ROUNDING, 1e-5, "Half an hour of silence about what all that one knows speaks for: opinion that began at .2", "exact"},
    {"silence", "silence that calms", "question_opinion", WHOLE, 1, opinion_in_silence, {0.2, 1, 0, 30}, ROUNDING, 1e-5, "without an own mind", "exact"},

    {"insights-in-silence", "five people", "insight_reach", WHOLE, 1, noticed_in_silence, {0.0126, 20, 1}, 0, 0.04, "Twenty minutes of silence at .0126 a minute: share of the insights of which she knows all parts that one notices", "exact; Sio & Ormerod 2009"},
    {"insights-in-silence", "five people", "insights_noticed", WHOLE, 1, noticed_in_silence, {0.0126, 20, 5}, 0, 0.03, "that somebody of 5 notices", "exact; Sio & Ormerod 2009"},
    {"insights-in-silence", "fifteen people", "insights_noticed", WHOLE, 1, noticed_in_silence, {0.0126, 20, 15}, 0, 0.01, "somebody of 15", "exact; Sio & Ormerod 2009"},
    {"informants", "an informant at each of eight tables", "inquiry_voiced", WHOLE, 1, parts_at_first, {0.1, 1, 8}, 0, 0.02, "An informant who knows a tenth at each of 8 tables: share of what is outside that is told", LOTS},
    {"informants", "an informant at each of eight tables", "inquiry_coverage", WHOLE, 1, parts_at_first, {0.1, 1, 1}, ROUNDING, 1e-5, "share of it that one knows afterwards", "exact"},
    {"informants", "four informants in one circle", "inquiry_coverage", WHOLE, 1, parts_at_first, {0.25, 1, 4}, 0, 0.02, "4 informants in one circle who know a quarter each: share of it that one knows afterwards", LOTS},
    {"informants", "places for two of the four", "inquiry_coverage", WHOLE, 1, parts_at_first, {0.25, 1, 2}, 0, 0.02, "where there are places for 2 of the 4", LOTS},

    {"ties-of-a-pair", "two people, thirty turns", "tie_sum", WHOLE, 1, ties_grown, {0.05, 30, 1}, 0.00005, 0.0001, "Two people who talk for 30 turns: their tie (.7854)", TURNS},
    {"ties-of-a-pair", "two people, a half-life later", "tie_sum", WHOLE, 0.5, ties_grown, {0.05, 30, 1}, 0.0005, 0.001, "half of it after a half-life, in halves", TURNS},
    {"ties-of-a-pair", "five people, twelve rounds", "tie_sum", WHOLE, 4, ties_grown, {0.05 / 4, 24, 1}, 0.00005, 0.0001, "Twelve go-rounds of 5 people: each tie (.2606)", TURNS},
    {"ties-of-a-pair", "ten people, six rounds", "tie_sum", WHOLE, 9, ties_grown, {0.05 / 9, 12, 1}, 0.00005, 0.0001, "six go-rounds of 10 (.0647)", TURNS},
    {"ties-of-a-pair", "ten people, six rounds, no dilution", "tie_sum", WHOLE, 9, ties_grown, {0.05, 12, 1}, 0.00005, 0.0001, "where listeners take nothing from each other", TURNS},
    {"ties-of-a-pair", "ten people, two rounds of feelings", "tie_sum", WHOLE, 9, ties_grown, {0.1 / 9, 4, 1}, 0.00005, 0.0001, "two go-rounds of 10 about feelings", TURNS},
    {"ties-of-a-pair", "ten people, two rounds of stories", "tie_sum", WHOLE, 9, ties_grown, {0.1 / 9, 4, 1}, 0.00005, 0.0001, "two go-rounds of 10 about stories", TURNS},
    {"ties-of-a-group", "no ties", "group_lifetime_of_ended", WHOLE, 1, days_to_first, {5, 0.5 / 7, 0, 0}, 0.001, 0.03, "Days until the first of a group of 5 leaves", GROUPS},
    {"ties-of-a-group", "ties of .3", "group_lifetime_of_ended", WHOLE, 1, days_to_first, {5, 0.5 / 7, 1, 0.3}, 0.003, 0.03, "where each is tied by .3 to the 4 others: 1/.3012 times as long", GROUPS},
    {"ties-of-a-group", "ties of .3 that hold twice", "group_lifetime_of_ended", WHOLE, 1, days_to_first, {5, 0.5 / 7, 2, 0.3}, 0.005, 0.03, "where ties hold twice as much", GROUPS},
    {"ties-that-keep-people", "no ties", "left_drifted", WHOLE, 1, pairs_drifted, {200, 0.1, 1, 10}, 0.001, 0.02, "Of 200 pairs that drift at .1 a day: people who left in 10 days", GROUPS},
    {"ties-that-keep-people", "ties that keep little", "left_drifted", WHOLE, 1, pairs_drifted, {200, 0.1, 0.790078, 10}, 0.001, 0.02, "where a tie of .7854 multiplies by exp(-.3 * .7854)", GROUPS},
    {"ties-that-keep-people", "ties that keep much", "left_drifted", WHOLE, 1, pairs_drifted, {200, 0.1, 0.455944, 10}, 0.001, 0.03, "by exp(-.7854)", GROUPS},
};

const struct null_scenario null_scenarios[] = {
    {"single-server-queue", 600}, {"warm-up", 4000}, {"server-vacations", 300},     {"five-a-day", 1000},    {"batch-of-a-session", 800}, {"objections", 300},
    {"report-back", 0},           {"participation", 40000},      {"collective-sampling", 40000}, {"world-cafe-mixing", 20000},
    {"gossip", 30000},            {"friedkin-johnsen", 0},       {"deffuant", 3200},       {"hegselmann-krause", 0},
    {"circle-sizes", 600},        {"conservation-of-hearings", 2000},
    {"two-crowds", 0},            {"bass", 1200},              {"group-lifetimes", 1200},      {"occupied-topics", 40000},
    {"coming-and-going", 6000},
    {"parts-in-hand", 0},         {"tasks-at-once", 0},         {"word-in-time", 200},         {"approval-after", 100},
    {"feelings-round", 0}, {"silence", 0}, {"ties-of-a-pair", 0}, {"ties-of-a-group", 4000}, {"ties-that-keep-people", 2000},
    {"random-links", 600},        {"hosts-who-come", 1000},     {"what-each-knows", 10000},
    {"warmth", 4000},             {"arguments-of-a-side", 40000},
    {"insights-in-a-cafe", 2000},  {"parts-in-one-head", 20000},
    {"merging-circles", 0},       {"other-company", 0},        {"fishbowl", 8000},        {"mingling", 100},
    {"who-posts", 120},            {"who-reads-the-board", 400},
    {"cascades", 100},             {"levels", 60},             {"deadline", 100},            {"fit-of-an-anchor", 100},
    {"needs-told", 10000},        {"needs-in-new-company", 3000}, {"needs-on-mesh-and-tree", 3000}, {"needs-that-lapse", 400},
    {"cards-that-get-lost", 4000}, {"cards-on-mesh-and-tree", 3000},
    {"advised-topics", 6000},      {"best-of-k", 60000},
    {"commitments", 40000},       {"who-turns-up-works", 4000}, {"insights-in-silence", 4000}, {"informants", 4000},
};
// clang-format on

const size_t law_count = sizeof laws / sizeof laws[0];
const size_t null_scenario_count = sizeof null_scenarios / sizeof null_scenarios[0];
