/* Who helped whom, as the table of needs that were met in a results file has it.
 *
 * Of the shown run (analysis/numbers/movement.h). Needs of working groups, donations and purchases have no
 * pair of people and are passed over.
 */
#ifndef ANALYSIS_HELP_H
#define ANALYSIS_HELP_H

#include "analysis/numbers/estimate.h"

/* Of more people than these the first sites are shown, as many as fit; of a single site that does not, who
 * gave and got most help. */
enum { MOST_HELP_SHOWN = 250 };

enum { MOST_CHANNELS = 6 };

/* Somebody who helped or was helped. */
struct help_person {
    size_t site, number;
    size_t given, got; /* times */
    double hours;      /* given */
};

/* `from` helped `to`: places among the people. */
struct help_pair {
    size_t from, to;
    size_t channel; /* its place among the words of the file */
};

struct help {
    struct help_person *people;
    size_t count, left_out; /* people */
    struct help_pair *pairs;
    size_t pair_count;        /* one each time */
    size_t helpers;           /* people who helped at least once, those left out too */
    size_t times;             /* pairs, those left out too */
    size_t by[MOST_CHANNELS]; /* of these, by channel */
};

bool help_recorded(const struct results *results);
/* In `arena`. Empty with trouble when the table cannot be read. */
struct help help_of(struct results *results, size_t design, struct arena *arena, struct trouble *trouble);
/* The words of the channels, in the order of their numbers. */
struct names help_channels(const struct results *results, struct arena *arena);

#endif
