/* Names of a file as numbers from 0, in the order in which the file first says them. Private to observed.
 *
 * They lie in a balanced tree, not in a hash table: no file, not even one made to do harm, makes it slow.
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

/* What to do with a name that the file has not said before. */
enum names_manner {
    NAMES_OPEN,   /* it is a new one */
    NAMES_CLOSED, /* it is a mistake */
};

struct names {
    const char *what;    /* "topic": for sentences */
    const char *missing; /* "there is no topic" */
    const char *advice;  /* said where no known name is similar to the missing one; or NULL */
    void *tree;
    const char **list;
    uint32_t count, room;
    struct arena *arena;
    struct name_book book; /* those that a reader of the file sees */
};

void names_free(struct names *names);

/* NO_NUMBER when the file has not said it. */
uint32_t names_find(const struct names *names, const char *text);
/* The same number for the same name. */
uint32_t names_add(struct names *names, const char *text);

/* Adds a name that a reader of the file sees; reports one that cannot be read or looks like another. */
uint32_t names_meet(struct names *names, const char *text, const struct node *node, enum name_place place,
                    struct trouble *trouble);

/* The number of the name in `node`. Where there is no name, or an unknown one, reports it and returns
 * NO_NUMBER. */
uint32_t names_number(struct names *names, enum names_manner manner, const struct node *node,
                      struct trouble *trouble);
/* The same for the key of `node`. */
uint32_t names_key_number(struct names *names, enum names_manner manner, const struct node *node,
                          struct trouble *trouble);

/* The names in a list: their numbers in ascending order. Reports a name that stands there twice. Empty where
 * there is no list. */
struct number_set names_numbers(struct names *names, enum names_manner manner, const struct node *list,
                                struct trouble *trouble);

#endif
