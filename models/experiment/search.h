/* Looks for good weeks among very many: which weeks to run next, with how many runs, until few are left.
 *
 * A week is a level of each choice; all combinations are a lattice. Where the runs allow it, every week is
 * tried: all once or more, then the better half again, and so on until the finalists are left (sequential
 * halving: Karnin, Koren & Somekh 2013). Where they do not, weeks are bred for a part of the runs (NSGA-II:
 * Deb, Pratap, Agarwal & Meyarivan 2002), later generations with more runs a week; then the best of all that
 * were tried are halved in the same way. All weeks have the same luck in their first run, in their second,
 * and so on.
 *
 * One week is better than another when it is not worse in any goal and better in one; a week that keeps a
 * limit is better than one that does not, and of two that do not the one that misses it by less (Deb 2000).
 * Among weeks of which none is better, those are preferred that differ most from the others.
 *
 * This room knows no scenario and no record. It draws from its own luck; the same answers lead to the same
 * questions.
 */
#ifndef EXPERIMENT_SEARCH_H
#define EXPERIMENT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    SEARCH_MOST_CHOICES = 60,
    SEARCH_MOST_ASKED = 16,     /* goals and limits together */
    SEARCH_MOST_RUNS = 200,     /* of a week in the search: the finalists are run anew in any case */
    SEARCH_TRIES_ALL = 10000,   /* weeks, at most */
    SEARCH_LOOKS_AT = 10000000, /* combinations, at most, where all weeks are tried */
};

/* A number that weeks are judged by: the mean of its runs. */
struct search_asked {
    bool is_goal;       /* else a limit */
    bool more;          /* of a goal: more is better */
    double least, most; /* of a limit; NaN: none */
};

struct search_task {
    size_t choice_count;
    const uint32_t *levels; /* of each choice, two at least */
    const struct search_asked *asked;
    size_t asked_count;
    uint64_t runs; /* of the search, at most */
    size_t finalists;
    uint64_t seed;
    double weeks; /* that are different from each other */
    /* Puts a week into the form in which it is known, where several combinations are the same; NULL: none
     * are. */
    void (*settle)(void *self, uint32_t *levels);
    /* Whether a week can be at all; NULL: each can. */
    bool (*possible)(void *self, const uint32_t *levels);
    void *self;
};

/* Runs of a week that come next: from number `first` up to before `until`. */
struct search_order {
    size_t week; /* in the order in which weeks were first asked for */
    uint32_t first, until;
};

struct search;
/* Everything lives in `arena`. */
struct search *search_new(const struct search_task *task, struct arena *arena);
/* How many combinations there are. */
double search_lattice(const struct search_task *task);
/* Whether every week is tried. */
bool search_tries_all(const struct search_task *task);
/* Weeks that can be asked for, at most. */
size_t search_most_weeks(const struct search_task *task);

/* What is to be run next, once the values of all earlier orders are in. Returns how many orders; 0: the
 * search is over. */
size_t search_next(struct search *search, const struct search_order **orders);
/* A run of a week: one value for each number asked for; NaN: it has none. */
void search_tell(struct search *search, size_t week, const double *values);

/* Levels of a week that was asked for. */
const uint32_t *search_levels(const struct search *search, size_t week);
size_t search_weeks(const struct search *search); /* that were asked for so far */
/* When nothing more is asked: the weeks that are left, best first; their number. */
size_t search_finalists(const struct search *search, const size_t **weeks);

#endif
