/* The insides of observed: what its file says, before and after names have become numbers. */
#ifndef MODELS_OBSERVED_PARTS_H
#define MODELS_OBSERVED_PARTS_H

#include "observed/observed.h"
#include "observed/observed_names.h"

/* --- as written --- */

struct written_group {
    const char *name, *site; /* NULL: the file does not say */
    int64_t members;         /* 0: the file does not say */
    const struct node *topics, *effort, *facets;
};

struct written_problem {
    const char *name;
    const struct node *needs;
};

struct written_person {
    const char *name;
    const struct node *effort;
};

/* What the file says at first, and what each moment says anew. */
struct written_changes {
    struct field_list groups, problems, people;
    const struct node *gone, *links, *dependencies;
};

struct written_moment {
    const struct node *at;
    struct written_changes changes;
};

struct written_movement {
    const char *title, *source;
    const struct node *sites, *topics, *facets;
    struct written_changes first;
    struct field_list moments;
};

extern const struct section observed_section;

/* When something was: on a day of the calendar, or so long after the beginning. */
struct when {
    bool dated;
    int64_t day; /* since 1 January 1970 */
    sim_time at;
};
/* STATUS_BAD_INPUT with trouble when the node says no time. */
enum status observing_when(const struct node *node, struct when *when, struct trouble *trouble);

/* --- on the way to states --- */

enum presence { PRESENCE_NONE, PRESENCE_HERE, PRESENCE_GONE };

/* A group as it is after the moments that were read so far. */
struct known_group {
    enum presence presence;
    uint32_t site;
    int64_t members;       /* 0: the file does not say */
    struct efforts shares; /* of its members, by topic; empty where it gives hours */
    bool gives_hours;
    struct efforts topics, work;
    struct number_set facets;
};

/* Lists that a moment replaces as a whole: each as the last moment that has it says. */
struct latest {
    struct edges links, dependencies; /* between groups by number; in a state, by their places */
    const struct number_set *problems;
    size_t problem_count;
    const struct efforts *people;
    size_t person_count;
};

struct observing {
    struct arena *arena;
    struct trouble *trouble;
    struct names sites, topics, work, facets, groups;
    enum names_manner topics_manner;
    struct known_group *known;      /* by number of the group */
    const struct node *first_group; /* decides what effort is counted in; NULL: none yet */
    enum effort_unit unit;
    struct latest latest;
};

/* Learns the names of groups, and the facets that they know, from changes that observing_take will take over
 * later. `tree` is where they stand. Reports groups that stand there twice. */
void observing_meet(struct observing *observing, const struct written_changes *changes, struct node *tree);
/* Takes the changes over, and reports what is wrong with them. */
void observing_take(struct observing *observing, const struct written_changes *changes, struct node *tree);

/* The movement that a tree tells of, however the tree was made; NULL with trouble. */
struct observed_movement *observed_of_tree(struct node *tree, struct arena *arena, struct trouble *trouble);

/* Takes over what the file says of a group. */
void observing_take_group(struct observing *observing, const struct written_group *group, struct node *node);
/* Hours by topic and, where `work` is not NULL, by item of work. */
void observing_hours(struct observing *observing, const struct node *node, struct efforts *topics,
                     struct efforts *work);

/* The movement as it is now; it counts the names that the file has said so far. */
struct movement_state observing_state(const struct observing *observing);

#endif
