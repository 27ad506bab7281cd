/* Working groups, the links between them and the places of sites, as the tables of a results file have them.
 *
 * A table may lack rows, and rows may be of any run. What does not fit (a site that is not there, a birth
 * that is no time) is passed over: it is somebody else's file.
 */
#ifndef ANALYSIS_MOVEMENT_H
#define ANALYSIS_MOVEMENT_H

#include "analysis/numbers/estimate.h"

/* The run that is shown where all runs would be too much to look at. */
enum { SHOWN_REPLICATION = 0 };
#define ALL_REPLICATIONS ((size_t)-1)

struct group_life {
    size_t row; /* of the table */
    size_t replication;
    size_t category;    /* its place among the words of the file; NOT_FOUND: not known */
    double born, ended; /* days; ended: the end of the run while it lives */
    bool lives;         /* at the end of the run */
};

struct group_lives {
    struct group_life *items; /* by birth; those of one instant as the table has them */
    size_t count;
};

/* Whether the file has a table of groups with rows, and one of links. */
bool groups_recorded(const struct results *results);
bool links_recorded(const struct results *results);

/* Groups of a design, of one replication or of all, in `arena`. Empty with trouble when
 * they cannot be read. */
struct group_lives movement_groups(struct results *results, size_t design, size_t replication,
                                   struct arena *arena, struct trouble *trouble);
/* The words of the categories, in the order of their numbers. */
struct names movement_categories(const struct results *results, struct arena *arena);
/* How long groups live, those that live at the end as censored. */
struct survival movement_lifetimes(const struct group_lives *lives, struct arena *arena);

/* A pair of different sites and how many links live between them. */
struct tie {
    size_t one, other;
    size_t links;
};

struct ties {
    struct tie *items;
    size_t count;
    size_t links; /* of all of them together */
};

/* Pairs of sites of the shown run that are linked at an instant, in days. */
struct ties movement_ties(struct results *results, size_t design, double instant, struct arena *arena,
                          struct trouble *trouble);

/* Where each site is, in units of its own: 0 to 1 both ways, and how many people are there. */
struct site_spot {
    double across, up;
    double people; /* NaN: not known */
};

/* One a site, in `arena`: as the file's table of places has them in the shown run, and on a circle where it
 * has not. `told` says which. A design of which the table has no row (it has no links) has its sites where
 * the first of the others has them, and says nothing of people. */
struct site_spot *movement_places(struct results *results, size_t design, bool *told, struct arena *arena,
                                  struct trouble *trouble);

/* How many people are at each site in the shown run at a sample of time, into `people`, NaN where it is not
 * known. False where the file does not count them over time. */
bool movement_people(struct results *results, size_t design, size_t sample, double *people,
                     struct trouble *trouble);

/* The last instant of the runs, in days. */
double movement_ends(const struct results *results);

#endif
