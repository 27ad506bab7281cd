/* How knowledge of and opinions on a matter are spread over the people who are at a site. */
#ifndef KNOWLEDGE_CENSUS_H
#define KNOWLEDGE_CENSUS_H

#include "knowledge/knowledge.h"

struct census {
    double coverage; /* mean share of the facets that a person knows */
    double common;   /* share of the facets that at least 80 % of the people know */
    double reach;    /* mean number of people who know a facet */
};

/* Over those who are here now; NaN where nobody is. */
struct census matter_census(const struct matter *matter, const struct people *people);

/* Opinion of somebody who is in no circle: leaning and arguments together, with the weight of arguments. */
double person_opinion(const struct matter *matter, uint32_t person, double argument_weight);

/* 1 - 2 n^-2 sum sum |x_i - x_j|: 1 for consensus, 1/3 for uniform opinions, 0 for two poles. `opinions` must
 * be sorted (base/sorting.h). */
double opinion_agreement(const double *opinions, uint32_t count);

struct opinion_spread {
    double mean, deviation; /* standard deviation over all of them */
    double extreme;         /* share below .2 or above .8 */
};

/* NaN where there is none. */
struct opinion_spread opinion_spread(const double *opinions, uint32_t count);

/* Opinions further apart than `gap` from their next belong to different clusters; clusters under `least` (a
 * share of all) are not counted. `opinions` must be sorted. */
uint32_t opinion_clusters(const double *opinions, uint32_t count, double gap, double least);

#endif
