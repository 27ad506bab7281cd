/* What the files of the field tables share. Private to this room. */
#ifndef SCENARIO_FIELD_INNER_H
#define SCENARIO_FIELD_INNER_H

#include "base/text.h"
#include "scenario/field.h"

struct kind_words {
    const char *a_value; /* "a share" */
    const char *example; /* "`5 %` or 0.05"; NULL: none is needed */
};
struct kind_words kind_words(enum field_kind kind);

bool kind_is_scalar(enum field_kind kind);
bool field_has_range(const struct field *field);
bool field_is_required(const struct field *field);  /* usual is NULL */
const char *field_usual(const struct field *field); /* NULL when there is none or it says nothing */

/* A canonical number (shares as 0.05, durations in hours, rates per hour) as a scenario would write it. */
void field_write_number(const struct field *field, double canonical, struct text *out);

/* "0 % to 90 %", "1 to 8 entries", or nothing. */
void field_write_range(const struct field *field, struct text *out);

/* "20 % to 90 % (a guess)", or nothing. */
void field_write_plausible(const struct field *field, struct text *out);

/* The value at `value`, which is a slot of the field's kind. */
void field_write_value(const struct field *field, const void *value, struct text *out);

/* One of the choices, whatever the case of its letters; STATUS_BAD_INPUT with trouble when it is none. */
enum status field_parse_choice(const struct field *field, const struct node *scalar, size_t *which,
                               struct trouble *trouble);

/* Parses `text`; `scalar` is what is blamed. */
enum status field_parse_text(const struct field *field, const char *text, const struct node *scalar,
                             void *value, struct trouble *trouble);

const struct node *map_child(const struct node *map, const char *key);

#endif
