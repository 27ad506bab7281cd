/* What stands in the tags of a drawing of gnuplot's: read, and written as short as it looks the same. */
#ifndef ANALYSIS_ATTRIBUTES_H
#define ANALYSIS_ATTRIBUTES_H

#include <stdbool.h>

#include "base/text.h"

struct piece {
    const char *at;
    size_t length;
};

bool piece_is(struct piece piece, const char *word);
bool piece_begins(const char *at, const char *word);

/* Takes the next `name="value"` at `*at`, before `end`; false where there is none any more. */
bool attribute_take(const char **at, const char *end, struct piece *name, struct piece *value);
/* The value of one of a tag; NULL where it has none of that name. */
const char *attribute_of(struct piece tag, const char *wanted, struct piece *value);
/* Takes "x,y" at `*at`; false where there is none. */
bool corner_take(const char **at, const char *end, double *x, double *y);

/* A coordinate with one digit; numbers among other letters, likewise; a colour; a path of lines without
 * corners that nobody can see apart. */
void attribute_place(struct text *out, double place);
void attribute_numbers(struct text *out, struct piece value);
void attribute_colour(struct text *out, struct piece value);
void attribute_path(struct text *out, struct piece value);
/* All of a tag but those that the style of a page says or that hold anyway. `prefix` goes before names. */
void attributes_copy(struct text *out, const char *at, const char *end, const char *prefix);

#endif
