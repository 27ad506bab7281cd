/* The minutes of assemblies as a table: one row for each hearing of a proposal. What can be worked out from
 * them, each with its range, and what cannot, with the reason.
 *
 * Columns are found by their names, in any order; any of them may be missing:
 *
 *     date        on which day; rows of one day are one session
 *     item        which proposal; the same words in several rows are the same proposal, heard again
 *     outcome     passed, tabled, failed, withdrawn, or a word that means one of these
 *     minutes     how long it was heard
 *     present     how many people were there
 *     amendments  how many friendly amendments were made
 *
 * What words mean is data (scenarios/data/minutes.yml). Nothing is guessed: a cell that can be read in two
 * ways is not used, and that is said with its place. An empty cell is one that does not say.
 */
#ifndef OBSERVED_MINUTES_H
#define OBSERVED_MINUTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/trouble.h"

struct minutes;
struct minutes_words;

/* From the file of words. NULL with trouble. */
const struct minutes_words *minutes_words_read(const char *path, struct arena *arena,
                                               struct trouble *trouble);

/* NULL with trouble where there is no table that can be used. What of it is not used (columns, rows, cells)
 * is said in `unused`, each with its place. Lives in `arena`, and so must the words. */
const struct minutes *minutes_read_file(const char *path, const struct minutes_words *words,
                                        struct arena *arena, struct trouble *trouble, struct trouble *unused);
const struct minutes *minutes_read(const char *name, const char *text, size_t length,
                                   const struct minutes_words *words, struct arena *arena,
                                   struct trouble *trouble, struct trouble *unused);

/* A number as a scenario has it under `found`. */
struct minutes_number {
    const char *measure;
    double value, least, most;
    bool ranged; /* false: a single case, of which nobody can say how sure it is */
    const char *source;
};
/* A measure that this table says nothing of. */
struct minutes_gap {
    const char *measure, *why;
};
struct minutes_found {
    const struct minutes_number *numbers;
    size_t count;
    const struct minutes_gap *gaps;
    size_t gap_count;
};
struct minutes_found minutes_found(const struct minutes *minutes, double confidence, struct arena *arena);

/* A mean with its range; NaN where the table does not say. */
struct minutes_mean {
    double mean, least, most;
    size_t count;
};
/* What came in, and what was there to deal with it. NaN where the table does not say. */
struct minutes_load {
    const char *file;                         /* name without folders */
    size_t rows, sessions, proposals;         /* that hold something; days; different ones */
    bool named;                               /* proposals have names; else each row is one */
    bool dated;                               /* at least two days */
    int64_t first_day, last_day;              /* since 1 January 1970 */
    int weekday;                              /* of the first day, Monday 0 */
    double days;                              /* for which the sessions stand */
    double a_day;                             /* proposals */
    struct minutes_mean minutes;              /* that a proposal takes */
    double half_below, half_least, half_most; /* half of them take fewer; its range */
    struct minutes_mean present;              /* people who came to a session */
    double most_present;                      /* at one session */
    double session_minutes;                   /* spent on proposals; nine of ten sessions stay below */
    size_t held[7];                           /* sessions by weekday, Monday first */
};
struct minutes_load minutes_load(const struct minutes *minutes, double confidence);

/* "2011-10-15". */
char *minutes_day(int64_t day, char *text, size_t room);

#endif
