/* How large a scenario may be that a page carries out: a phone has little time and memory. */
#ifndef PROGRAM_PAGE_BOUNDS_H
#define PROGRAM_PAGE_BOUNDS_H

#include "base/trouble.h"
#include "record/record.h"

enum {
    PAGE_REPLICATIONS = 200,   /* runs of each design, at most; assumed: dots beyond that say nothing more */
    PAGE_PERSON_DAYS = 200000, /* people times days of a run, at most; assumed: some seconds of a phone */
};

/* STATUS_BAD_INPUT with a sentence where a scenario is larger. */
enum status page_bounds_check(const struct record_plan *plan, struct trouble *trouble);

#endif
