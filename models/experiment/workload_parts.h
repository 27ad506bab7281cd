/* The insides of the estimate: shared by the files that weigh the parts of a scenario. */
#ifndef MODELS_WORKLOAD_PARTS_H
#define MODELS_WORKLOAD_PARTS_H

#include "experiment/workload.h"

/* Bytes and steps, roughly and from above; counted in the structs that hold them and with the benchmark. */
enum {
    BYTES_PER_PERSON = 512,  /* people, seats, scratch */
    BYTES_PER_MATTER = 2048, /* matter, item, row of results */
    BYTES_PER_CIRCLE = 8192, /* circle, hearing, the least seats there are */
    BYTES_PER_SITE = 131072, /* queue of events, tallies */
    STEPS_PER_EVENT = 300,   /* queue, draws */
    STEPS_PER_LEANING = 150, /* draws of one person for one matter */
    STEPS_PER_FACET = 3,     /* of one person and matter */
    STEPS_PER_SEAT = 30,     /* taken in one round */
    STEPS_PER_CHOICE = 50,   /* one circle weighed by one person */
    BYTES_PER_LETTER = 192,  /* an event under way between sites, with room to grow */
};

/* What there is of one line of the calendar at one site. */
struct session_load {
    double sessions;
    double hours; /* of one */
    double present;
    double questions; /* at once */
    double postings;  /* of questions and proposals, in a market */
    double slots;     /* over which they are spread */
    double circles;   /* of the stage with the most */
    double steps;     /* of all sessions */
};

/* The part of a scenario that asks for the most, and where it stands. */
struct burden {
    double amount;
    const struct node *where;
};

struct weighing {
    const struct scenario *scenario;
    struct workload sum;
    struct burden memory, steps;
};

/* Entries for people at a site: those of the start, all who arrive (five standard deviations more than are
 * expected), and guests. */
double entries_of(const struct scenario *scenario, const struct site_settings *site);
double bytes_per_matter(const struct scenario *scenario, double people);
double steps_per_matter(const struct scenario *scenario, double people);
/* All sessions of an entry at a site with so many people. */
struct session_load session_load_of(const struct scenario *scenario, const struct calendar_entry *entry,
                                    double people);
/* The heaviest part is named to the user. `where` NULL: nobody named it. */
void workload_bear(struct burden *heaviest, double amount, const struct node *where);

struct weighing workload_weigh(const struct scenario *scenario, struct node *tree);
void weigh_groups(struct weighing *weighing, struct node *tree);
/* What goes between sites; `tree` NULL: nobody will be told. */
void weigh_adoption(struct weighing *weighing, struct node *tree);
void weigh_links(struct weighing *weighing, struct node *tree);
void weigh_visits(struct weighing *weighing, struct node *tree);

#endif
