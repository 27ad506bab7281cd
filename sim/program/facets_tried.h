/* How complex a proposal is: as many facets as make it take as many minutes as somebody says it does. Found
 * by trying, since the more facets it has, the longer it is heard. */
#ifndef PROGRAM_FACETS_TRIED_H
#define PROGRAM_FACETS_TRIED_H

#include "program/command.h"

struct facets_wanted {
    double minutes; /* that a proposal takes */
    const void *asker;
    /* Writes a scenario of at most MOST_PEOPLE_TRIED people, with this line in its `proposals`. */
    void (*write)(const void *asker, const char *facets, struct text *out);
};

enum { MOST_PEOPLE_TRIED = 1000, USUAL_FACETS = 20 };

struct facets_tried {
    int facets;
    double minutes; /* that a proposal of so many takes; NaN: hardly any is heard, and so it is a guess */
};

enum status facets_try(struct call *call, const struct facets_wanted *wanted, struct facets_tried *tried);

/* "; the model cannot do it faster" where it comes not near enough, or "". */
const char *facets_doubt(const struct facets_wanted *wanted, const struct facets_tried *tried);

#endif
