/* The results file: which variable lies where. README.md of this room documents the layout for its readers.
 *
 * Nothing but the journal holds all runs. A variable is put together one design at a time (a column of a
 * table: one column at a time), so memory grows with replications x sites x instants, not with the number of
 * variables.
 */
#ifndef RECORD_RESULTS_H
#define RECORD_RESULTS_H

#include "record/hdf5_file.h"
#include "record/journal.h"
#include "record/outcome_parts.h"

/* Where the runs lie in the journal: a slot for each that the plan has at most, as run_number counts them. */
struct run_index {
    uint64_t *starts; /* of each run's payload; NOT_RUN where it was not made */
    uint64_t *rows;   /* of each run of variant 0, one a table */
    uint64_t slots;
    uint64_t base_slots; /* of variant 0 */
};
#define NOT_RUN UINT64_MAX

struct results {
    const struct record_plan *plan;
    const struct outcome_layout *layout;
    const struct journal *journal;
    const struct run_index *runs;
    struct trouble *trouble;
    enum status status;    /* of reading the journal */
    uint32_t replications; /* length of the dimension: the most of any variant */
    struct hdf5_file file;
    struct hdf5_axis *designs, *replication_numbers, *sites, *times;
};

/* The whole file as bytes, for the caller to free; NULL with trouble. `name` is a file name that does not
 * exist. So many threads pack; the bytes are the same with any number. */
void *results_make(const struct record_plan *plan, const struct outcome_layout *layout,
                   const struct journal *journal, const struct run_index *runs, const char *name, int threads,
                   size_t *size, struct trouble *trouble);

/* The chapters, each in a file of its own. */
void results_measures(struct results *results);
void results_tables(struct results *results);
void results_variants(struct results *results);
void results_worlds(struct results *results);
void results_choice(struct results *results);
void results_calendar(struct results *results);
void results_provenance(struct results *results);

/* Reads from the payload of the run in a slot; does nothing once that failed. */
void results_read(struct results *results, uint64_t slot, uint64_t start, void *bytes, size_t length);
/* The same, for numbers; NaN where that run was not made. */
void results_read_numbers(struct results *results, uint64_t slot, uint64_t start, double *numbers,
                          size_t count);
/* The attributes that every measure has. */
void results_describe(struct results *results, hid_t variable, const struct measure *measure);

#endif
