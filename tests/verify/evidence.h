/* What the program itself says about a null scenario: it is run as anybody would run it, and its results are
 * read from the results file and from the summary that it prints.
 *
 * Each scenario has a folder of its own below the working folder, with `results.h5` and `summary.json`.
 */
#ifndef VERIFY_EVIDENCE_H
#define VERIFY_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "law.h"

struct evidence {
    json_t *summary;
    int64_t file;
};

struct finding {
    double mean;           /* over replications; NaN when there is none */
    double standard_error; /* of the mean; 0 for a single run */
};

/* Runs a scenario; `replications` 0: as many as it says itself. False when the program failed. */
bool evidence_make(const char *scenario, int replications);
bool evidence_open(const char *scenario, struct evidence *evidence);
void evidence_close(struct evidence *evidence);
struct finding evidence_find(const struct evidence *evidence, const struct law *law);

#endif
