/* Numbers of a run, as they lie in the journal. */
#include <math.h>

#include "base/require.h"
#include "record/results.h"

void results_read(struct results *results, uint64_t slot, uint64_t start, void *bytes, size_t length)
{
    require(slot < results->runs->slots && results->runs->starts[slot] != NOT_RUN);
    if (results->status == STATUS_FINE)
        results->status = journal_read(results->journal, results->runs->starts[slot] + start, bytes, length,
                                       results->trouble);
}

void results_read_numbers(struct results *results, uint64_t slot, uint64_t start, double *numbers,
                          size_t count)
{
    if (results->runs->starts[slot] != NOT_RUN)
        results_read(results, slot, start, numbers, count * OUTCOME_WORD);
    else
        for (size_t i = 0; i < count; i++)
            numbers[i] = NAN;
}
