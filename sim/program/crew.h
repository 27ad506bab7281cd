/* Who carries out runs where it is not the threads of this process: other processes, say (sim/ranks).
 *
 * Everything else is as with threads: the caller decides which runs there are, and is the only one that
 * writes. A crew takes the runs of a round along the same line (run_line.h), so nothing that is written
 * depends on who carried them out.
 */
#ifndef PROGRAM_CREW_H
#define PROGRAM_CREW_H

#include "program/run_ensemble.h"

struct crew {
    /* Makes itself ready for the runs of this plan, with so many threads in each process (0: as many as it
     * may use). Returns how many threads there are in all; 0 with a sentence. */
    int (*begin)(struct crew *crew, const struct record_plan *plan, int threads, struct trouble *trouble);
    /* As run_ensemble. Only between begin and end. */
    enum status (*run)(struct crew *crew, const struct ensemble *ensemble, struct ensemble_tally *tally,
                       struct trouble *trouble);
    /* There are no more runs of this plan. Called where `begin` went well. */
    void (*end)(struct crew *crew);
};

#endif
