/* What `explain` prints: every setting, rule and method, from the tables that read them. */
#ifndef SCENARIO_EXPLAIN_H
#define SCENARIO_EXPLAIN_H

#include "base/text.h"
#include "scenario/field.h"

/* Explains the setting, section or choice called `name` ("retention", "conversation",
 * "conversation.retention", "progressive-stack"). False when nothing has that name. `all`, when not NULL,
 * receives every name that could be explained, for "did you mean" and completion. */
bool explain(const struct section *root, const char *name, struct text *out);
size_t explain_names(const struct section *root, struct arena *arena, const char ***all);

/* What a name means: one of the three is there. The path is where it stands; of a choice, where it is used.
 */
struct finding {
    const char *path;
    const struct field *field;
    const struct section *section;
    const struct choice *choice;
};
/* In the order in which `explain` tells them. Into `arena`; returns the count. */
size_t explain_find(const struct section *root, const char *name, struct arena *arena, struct finding **all);
/* Appends a row for each, with all its fields, to an array. `file`: which files `root` describes, "scenario".
 */
struct json_t;
void explain_json(const struct section *root, const char *name, const char *file, struct json_t *rows);

/* A Markdown table of the section: name, default, range, unit, meaning, source and ground. */
void explain_table(const struct section *section, struct text *out);
/* The same for the section called `name`, or for the choices of the setting called so: name, meaning and
 * source. False when there is neither. */
bool explain_table_of(const struct section *root, const char *name, struct text *out);
/* A cell of a Markdown table, with the bar that ends it. */
void explain_cell(struct text *out, const char *words);

/* Every section and setting for a manual page, the root below `heading`. */
void explain_roff(const struct section *root, const char *heading, struct text *out);

/* JSON Schema (2020-12) of files described by `root`, for editors. `title` and `id` are put in. Units are
 * patterns, choices are enums with descriptions, FIELD_TREE is any object. */
void schema_write(const struct section *root, const char *title, struct text *out);

#endif
