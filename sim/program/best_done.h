/* What a run says in the end of the best design, where it was looked for (`best` of a scenario). */
#ifndef PROGRAM_BEST_DONE_H
#define PROGRAM_BEST_DONE_H

#include <jansson.h>

#include "base/text.h"
#include "record/record.h"

/* "10 to 45": how often each design was run, the fewest and the most where they differ. */
void best_done_replications(struct text *out, const struct record_plan *plan);
/* The sentence, as a line; nothing where no best design was looked for. */
void best_done_line(struct text *out, const struct record_plan *plan);
/* The same as an object; NULL where no best design was looked for. */
json_t *best_done_json(const struct record_plan *plan);

#endif
