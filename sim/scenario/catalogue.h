/* All sections that can be reached from one, each once. Private to this room.
 *
 * explain and the schema walk the same tree of tables; a section that can hold itself (a stage with stages)
 * would make a plain walk endless.
 */
#ifndef SCENARIO_CATALOGUE_H
#define SCENARIO_CATALOGUE_H

#include "scenario/field.h"

enum { MOST_SECTIONS = 128, PATH_SIZE = 256 };

struct entry {
    const struct section *section;
    char path[PATH_SIZE]; /* the first way that leads there, "designs.calendar"; "" for the root */
};

struct catalogue {
    struct entry entries[MOST_SECTIONS];
    size_t count;
};

/* Breadth first, so paths are the shortest. Free it with free(). */
struct catalogue *catalogue_new(const struct section *root);

/* "designs.calendar.every" */
void catalogue_path(const struct entry *entry, const struct field *field, char path[PATH_SIZE]);

#endif
