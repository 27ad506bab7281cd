/* Names that a file gives: to designs, sites, groups, topics and all else that has a name of its own.
 *
 * The program compares names byte by byte; a reader compares what she sees. So that both tell apart the same
 * things, a name is refused that shows nothing, or holds a character or a blank that nobody sees; and so are
 * two names of one kind that look alike: those that are the same once compatibility forms are composed (NFKC,
 * Unicode UAX 15), upper case is folded, dashes and quotes are made one, and characters that are ignored by
 * default (joiners, variation selectors) are left out. So are names that differ in Greek or Cyrillic letters
 * alone which look just like Latin ones (a, e, o, A, B; a small part of Unicode UTS 39).
 */
#ifndef SCENARIO_NAME_H
#define SCENARIO_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/trouble.h"
#include "scenario/node.h"

enum { LONGEST_NAME = 256 /* characters */ };

/* Where the name stands: `node` is its value, or has it for its key. */
enum name_place { NAME_IS_VALUE, NAME_IS_KEY };

/* Whether any character of `words` can be seen. */
bool name_shows_something(const char *words);

/* STATUS_BAD_INPUT with trouble when the name shows nothing, is too long, or holds what nobody sees. */
enum status name_check(const char *name, const struct node *node, enum name_place place,
                       struct trouble *trouble);

/* Names of one kind, to find those that look alike. All zeros but the arena is an empty book. Kept in a
 * balanced tree: a file made to do harm finds no bad case. */
struct name_book {
    void *tree;
    struct arena *arena;
};

void name_book_free(struct name_book *book); /* the tree; names are in the arena */

/* Adds a name. STATUS_BAD_INPUT with trouble when it looks like another one in the same scope (items of two
 * topics may have one name) without being the same. */
enum status name_book_add(struct name_book *book, uint32_t scope, const char *name, const struct node *node,
                          enum name_place place, struct trouble *trouble);

/* Where a name is not known: the hint that it only looks like one that is. False when none does. */
bool name_book_hint(const struct name_book *book, uint32_t scope, const char *name, struct trouble *trouble);

#endif
