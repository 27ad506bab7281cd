/* The runs of a round in a line: who carries them out takes the next one, and hands it over.
 *
 * Runs that finish early wait in a small window until those before them are in the record; the record
 * therefore always holds a whole prefix, and memory is bounded by the window. All functions may be called
 * from many threads at once.
 */
#ifndef PROGRAM_RUN_LINE_H
#define PROGRAM_RUN_LINE_H

#include "program/run_ensemble.h"

/* Belongs to the one who took the run, until it is handed over or given up. */
struct run_slot {
    struct outcome *outcome;
    struct run_tally tally;
    bool taken; /* from results that were there (extension.h), and not carried out */
    bool ready; /* the line's own */
};

struct run_line;

/* `workers`: how many runs may be under way at once. Several runs of each have room in the window, so that a
 * slow one does not keep the other workers waiting. */
struct run_line *run_line_begin(const struct ensemble *ensemble, struct ensemble_tally *tally,
                                struct trouble *trouble, uint64_t workers);

/* Takes the next run; false when there is none any more. Waits while the window is full: who has the earliest
 * run never waits here, so the line always moves. */
bool run_line_take(struct run_line *line, uint64_t *index);
/* The same without waiting: false also where the window is full. */
bool run_line_try(struct run_line *line, uint64_t *index);
/* Whether there may be another one to take. */
bool run_line_open(struct run_line *line);

/* How many runs are neither in nor waiting to get in, those under way among them. */
uint64_t run_line_left(struct run_line *line);
/* How many threads a run that was just taken should have for its sites, of so many in all. */
uint32_t run_line_share(struct run_line *line, uint64_t threads);

/* The slot of a run that was taken, empty. */
struct run_slot *run_line_slot(struct run_line *line, uint64_t index);
/* Its outcome is in the slot: appends it and those that waited for it to the record. */
void run_line_hand_over(struct run_line *line, uint64_t index);
/* It was broken off. A run that was stopped is carried out again when the runs are continued. After one that
 * went over a limit none is begun, but those before it are finished, so that the same runs are kept and the
 * same sentence is said no matter who carries them out. The texts of `excess` must outlive the line. */
void run_line_give_up(struct run_line *line, uint64_t index, const struct run_excess *excess);

/* Nobody is at work any more. STATUS_INTERRUPTED where runs are left; frees the line. */
enum status run_line_end(struct run_line *line);

#endif
