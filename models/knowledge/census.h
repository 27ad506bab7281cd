/* How knowledge of and opinions on a matter are spread over the people who are at a site. */
#ifndef KNOWLEDGE_CENSUS_H
#define KNOWLEDGE_CENSUS_H

#include "knowledge/knowledge.h"

/* Those over whom is counted: all who are here. Of a matter that keeps minds only of who has met it
 * (knowledge/met.h), those of them who are here, each for herself, and of the others about PANEL_OTHERS by
 * lot, each of whom stands for `weight` people. They are drawn in runs of people whose numbers follow each
 * other, one run in each part of the site (stratified clusters, Cochran 1977, Sampling Techniques, 5 and 9).
 */
struct panel {
    uint32_t count, each_one; /* the first so many stand for themselves */
    double weight;            /* for how many people each of the rest stands */
    double people;            /* for how many all stand together */
    uint32_t words;           /* of a person's bit set */
    const float *leaning;
    const uint64_t *known; /* count x words */
};

enum { PANEL_OTHERS = 1024 };

/* The memory of panels; written by panel.c. */
struct panel_room {
    uint32_t room;
    float *leaning;
    uint64_t *known;
    double *weights; /* NULL until they are needed */
};

struct census {
    double coverage; /* mean share of the facets that a person knows */
    double common;   /* share of the facets that at least 80 % of the people know */
    double reach;    /* mean number of people who know a facet */
};

/* NaN where nobody is here. */
struct census matter_census(const struct panel *panel, const struct matter *matter);

/* Opinion of somebody who is in no circle: leaning and arguments together, with the weight of arguments. */
double person_opinion(const struct matter *matter, uint32_t person, double argument_weight);

/* Opinions, and for how many people each of them counts. */
struct opinions {
    double *all;
    double *weights; /* NULL: each counts once */
    uint32_t count;
    double people; /* the sum of the weights */
};

/* Leanings alone; opinions as person_opinion has them. There is room for one number a person in `all`. They
 * last as long as the panel, and until the next ones are asked for. */
struct opinions panel_leanings(struct knowledge *knowledge, const struct panel *panel, double *all);
struct opinions panel_opinions(struct knowledge *knowledge, const struct panel *panel,
                               const struct matter *matter, double argument_weight, double *all);
/* From the lowest to the highest; `room` is for as many. The first `each_one` count once, all others alike.
 */
void opinion_sort(struct opinions *opinions, uint32_t each_one, double *room);

/* 1 - 2 n^-2 sum sum |x_i - x_j|: 1 for consensus, 1/3 for uniform opinions, 0 for two poles. They must be
 * sorted. People for whom one of a panel stands are taken to think as she does. */
double opinion_agreement(const struct opinions *opinions);

struct opinion_spread {
    double mean, deviation; /* standard deviation over all of them */
    double extreme;         /* share below .2 or above .8 */
};

/* NaN where there is none. */
struct opinion_spread opinion_spread(const struct opinions *opinions);

/* Opinions further apart than `gap` from their next belong to different clusters; clusters under `least` (a
 * share of all) are not counted. They must be sorted. */
uint32_t opinion_clusters(const struct opinions *opinions, double gap, double least);

#endif
