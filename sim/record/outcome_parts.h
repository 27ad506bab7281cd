/* The inside of an outcome, for the journal and the results file.
 *
 * All numbers of a run lie in one block: first those of the measures of the whole run (the only ones that
 * variants keep, unless they keep courses), then those over time, then histograms, each measure as
 * [site][instant or bin], with one site for the movement as a whole. In a journal the rows of a table lie
 * column by column, so that one column of all runs can be collected without reading the others.
 */
#ifndef RECORD_OUTCOME_PARTS_H
#define RECORD_OUTCOME_PARTS_H

#include "base/text.h"
#include "record/outcome.h"

struct outcome_layout {
    const struct record_shape *shape;
    size_t *starts;        /* of measure i in the block of numbers */
    size_t run_numbers;    /* length of the first part: measures of the whole run */
    size_t course_numbers; /* of that and the next one: measures over time */
    size_t numbers;
};

void outcome_layout_begin(struct outcome_layout *layout, const struct record_shape *shape);
void outcome_layout_free(struct outcome_layout *layout);

/* Numbers of the measure at each site: 1, the sampling instants, or the bins. */
size_t measure_length(const struct record_shape *shape, size_t which);
/* How many sites have numbers of their own: all, or 1 for the movement as a whole. */
size_t measure_sites(const struct record_shape *shape, size_t which);

/* What outcome_encode appends: the numbers; for OUTCOME_WHOLE also the row count of each table (64 bits),
 * then table by table its sites and its columns. Everything is 8 bytes wide, in the machine's order.
 *
 * Whether `length` bytes can be such an encoding; `rows` receives the row count of each table. */
bool outcome_decode_rows(const struct outcome_layout *layout, enum outcome_part part, const char *bytes,
                         size_t length, uint64_t *rows);

/* Whether the rows of such an encoding (of OUTCOME_WHOLE) hold what outcome_row would have taken: a checksum
 * tells damage, not whether a run can leave this. */
bool outcome_rows_fit(const struct outcome_layout *layout, const char *bytes, const uint64_t *rows);

/* How many meanings the flags of a COLUMN_FLAG have. */
size_t column_flags(const struct column *column);

/* Where in the encoding column `column` of table `which` starts, in bytes; column 0 holds the sites. */
uint64_t outcome_column_start(const struct outcome_layout *layout, const uint64_t *rows, size_t which,
                              size_t column);

enum { OUTCOME_WORD = 8 }; /* bytes of each number in the encoding */

#endif
