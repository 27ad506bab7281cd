/* Everything that has a name here and can be explained: settings of scenarios and methods, what a file of an
 * observed movement says, methods, measures, and tables of a results file.
 */
#ifndef PROGRAM_NAMED_H
#define PROGRAM_NAMED_H

#include <stddef.h>

#include "base/arena.h"
#include "models/experiment/experiment.h"

/* All that has a name, found once: files of methods are read for it. */
enum { NAMED_ROOTS = 3 };
struct named {
    const struct record_shape *shape;
    const struct section *roots[NAMED_ROOTS];
    struct method_listing *methods;
    size_t method_count;
};
struct named named_all(struct arena *arena);
/* One line on the first thing that a name means; NULL where it means nothing. */
const char *named_meaning(struct arena *arena, const struct named *named, const char *name);

/* Every name, for "did you mean". */
size_t named_names(struct arena *arena, const char ***names);
/* Those of the library that can be read. */
size_t named_methods(struct arena *arena, struct method_listing **methods);
/* Measures of an observed movement: of each moment, and of all together. */
size_t named_observed(struct arena *arena, const struct measure *const **all);

#endif
