/* Names of a file as numbers from 0, in the order in which they were first told. Private to observed.
 *
 * Kept in a balanced tree, not in a hash: a file made to do harm finds no bad case.
 */
#ifndef MODELS_OBSERVED_NAMES_H
#define MODELS_OBSERVED_NAMES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/trouble.h"
#include "scenario/name.h"
#include "scenario/node.h"
#include "state/state.h"

#define NO_NUMBER UINT32_MAX

/* What becomes of a name that was not told before. */
enum names_manner {
    NAMES_OPEN,   /* it is a new one */
    NAMES_CLOSED, /* it is a mistake */
};

struct names {
    const char *what;    /* "topic": for sentences */
    const char *missing; /* "there is no topic" */
    const char *advice;  /* where a missing name is like no other; or NULL */
    void *tree;
    const char **list;
    uint32_t count, room;
    struct arena *arena;
    struct name_book book; /* those that a reader of the file sees */
};

void names_free(struct names *names);

uint32_t names_find(const struct names *names, const char *text); /* NO_NUMBER when it was not told */
uint32_t names_add(struct names *names, const char *text);        /* the same number for the same name */

/* Adds a name that a reader of the file sees, and tells where it cannot be read or looks like another one. */
uint32_t names_meet(struct names *names, const char *text, const struct node *node, enum name_place place,
                    struct trouble *trouble);

/* The number of the name in `node`. NO_NUMBER, and the mistake told, where there is no name
 * or not this one. */
uint32_t names_number(struct names *names, enum names_manner manner, const struct node *node,
                      struct trouble *trouble);
/* The same for the key of `node`. */
uint32_t names_key_number(struct names *names, enum names_manner manner, const struct node *node,
                          struct trouble *trouble);

/* The names in a list: their numbers in ascending order. A name that stands there twice is told. Without a
 * list, or with nothing in its place, none. */
struct number_set names_numbers(struct names *names, enum names_manner manner, const struct node *list,
                                struct trouble *trouble);

#endif
