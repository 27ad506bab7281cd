/* Writes the sample of tests/unit/record/sample.h to the file that is named, for readers in other languages.
 */
#include <stdio.h>

#include "unit/record/sample.h"
#include "unit/record/whole.h"

static int tell(struct trouble *trouble)
{
    for (size_t i = 0; i < trouble->count; i++)
        fprintf(stderr, "%s\n", trouble->complaints[i].sentence);
    trouble_free(trouble);
    return 1;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    struct trouble trouble = {0};
    struct record *record;
    uint64_t done;
    if (open_whole(&sample_plan, arguments[1], RECORD_ANEW, &record, &done, &trouble) != STATUS_FINE)
        return tell(&trouble);
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    for (unsigned run = 0; run < SAMPLE_RUNS && trouble.count == 0; run++) {
        sample_fill(&sample_plan, run, outcome);
        record_append(record, outcome, &trouble);
    }
    outcome_free(outcome);
    if (trouble.count > 0 || record_finish(record, 1, &trouble) != STATUS_FINE)
        return tell(&trouble);
    return 0;
}
