#include "program/run_ensemble.h"

#include <omp.h>

#include "program/run_line.h"

/* Teams in teams: runs, and sites of a run. */
enum { TEAM_LEVELS = 2 };

static bool asked_to_stop(const void *watch)
{
    return watch_asked_to_stop(watch);
}

static void work_along(struct run_line *line, const struct ensemble *ensemble)
{
    uint64_t index;
    while (run_line_take(line, &index)) {
        struct run_slot *slot = run_line_slot(line, index);
        bool alone = ensemble->each_alone && omp_in_parallel();
        const struct run_terms terms = {alone ? 1 : run_line_share(line, (uint64_t)ensemble->threads),
                                        asked_to_stop, ensemble->watch};
        const struct run_order *order = &ensemble->orders[index];
        slot->taken =
            ensemble->extension != NULL && extension_take(ensemble->extension, order, slot->outcome);
        if (!slot->taken &&
            !experiment_run(ensemble->experiment, order, &terms, slot->outcome, &slot->tally)) {
            run_line_give_up(line, index, &slot->tally.excess);
            return;
        }
        run_line_hand_over(line, index);
    }
}

enum status run_ensemble(const struct ensemble *ensemble, struct ensemble_tally *tally,
                         struct trouble *trouble)
{
    uint64_t left = ensemble->runs - ensemble->done;
    int threads = (uint64_t)ensemble->threads > left ? (int)left : ensemble->threads;
    if (threads < 1)
        threads = 1;
    struct run_line *line = run_line_begin(ensemble, tally, trouble, (uint64_t)threads);

    /* A run depends on nothing but its index (its draws are keyed by what they decide), writes to its own
     * slot only, and is recorded in the order of the indices: which thread carries it out, and when, cannot
     * show. Threads take runs one by one, so a slow design does not leave the others idle. */
    omp_set_max_active_levels(TEAM_LEVELS);
    if (threads ==
        1) /* needs nothing of the OpenMP runtime, which ends the program when it lacks something */
        work_along(line, ensemble);
    else
#pragma omp parallel num_threads(threads)
        work_along(line, ensemble);
    return run_line_end(line);
}
