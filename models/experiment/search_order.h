/* Which of some weeks are better, for the search. */
#ifndef EXPERIMENT_SEARCH_ORDER_H
#define EXPERIMENT_SEARCH_ORDER_H

#include "experiment/search.h"

/* What is known of a week. */
struct search_week {
    uint32_t runs;                      /* asked for */
    double sums[SEARCH_MOST_ASKED];     /* of each number asked for, over the runs that have it */
    uint32_t counts[SEARCH_MOST_ASKED]; /* of these runs */
};

/* Puts the numbers of weeks in `list` into order, best first: by front (weeks of the first are worse than
 * none, those of the second only than some of the first, and so on), then the loneliest of a front; weeks
 * that miss a limit come after all others, by how much they miss it; then the lower
 * number. Of weeks that are the same in all numbers the lower one is better. */
void search_sort(const struct search_week *weeks, const struct search_asked *asked, size_t asked_count,
                 size_t *list, size_t count);

#endif
