/* Runs that are taken out of a finished results file instead of being carried out again, for `extend`.
 *
 * A results file holds every number of every run, so the outcome of a run can be put together from it, bit
 * for bit as the run left it. The runs that it lacks are carried out, and all together become a file with the
 * same bytes as if they had been run at once. That they belong together is made sure: the same build of the
 * program, and one run of the file is carried out once more and compared.
 */
#ifndef PROGRAM_EXTENSION_H
#define PROGRAM_EXTENSION_H

#include "analysis/file/results.h"
#include "models/experiment/experiment.h"

struct extension;

/* Everything that runs are taken from is read at once. NULL with a sentence where the file cannot be
 * extended. Close it with extension_close, which closes the results too. */
struct extension *extension_open(struct results *results, const struct record_shape *shape,
                                 struct trouble *trouble);
void extension_close(struct extension *extension);

/* Whether the file holds this run; then the outcome is filled. From any thread. */
bool extension_take(const struct extension *extension, const struct run_order *order,
                    struct outcome *outcome);

/* Carries out the first run once more: STATUS_BAD_INPUT with a sentence when it is not what the file holds.
 */
enum status extension_try(const struct extension *extension, const struct experiment *experiment,
                          struct trouble *trouble);

#endif
