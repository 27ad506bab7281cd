/* Numbers of a run, as they lie in the journal. */
#include "base/require.h"
#include "record/results.h"

void results_read(struct results *results, uint64_t run, uint64_t start, void *bytes, size_t length)
{
    require(run < results->runs->runs);
    if (results->status == STATUS_FINE)
        results->status = journal_read(results->journal, results->runs->starts[run] + start, bytes, length,
                                       results->trouble);
}
