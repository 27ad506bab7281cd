/* What a table of minutes says, row by row, session by session and proposal by proposal. For these files
 * alone. */
#ifndef OBSERVED_MINUTES_PARTS_H
#define OBSERVED_MINUTES_PARTS_H

#include "observed/minutes.h"
#include "scenario/sheet.h"

enum minutes_column {
    COLUMN_DATE,
    COLUMN_ITEM,
    COLUMN_OUTCOME,
    COLUMN_MINUTES,
    COLUMN_PRESENT,
    COLUMN_AMENDMENTS,
    MINUTES_COLUMNS
};
extern const char *const minutes_columns[MINUTES_COLUMNS]; /* their names */

enum minutes_outcome {
    OUTCOME_UNSAID,
    OUTCOME_PASSED,
    OUTCOME_TABLED,
    OUTCOME_FAILED,
    OUTCOME_WITHDRAWN,
    OUTCOME_NO_PROPOSAL, /* an announcement, a report: nothing was to be decided */
    MINUTES_OUTCOMES
};
enum minutes_block { BLOCK_UNSAID, BLOCK_NOBODY, BLOCK_SOMEBODY };

/* --- words --- */

struct minutes_word {
    const char *word; /* as minutes_form makes it */
    int meaning;
};
struct minutes_list {
    const struct minutes_word *words;
    size_t count;
};
struct minutes_kind {
    enum minutes_outcome outcome;
    enum minutes_block block;
};
struct minutes_words {
    struct minutes_list columns;  /* enum minutes_column */
    struct minutes_list outcomes; /* place in `kinds` */
    const struct minutes_kind *kinds;
    struct minutes_list months;   /* 1 to 12 */
    struct minutes_list beside;   /* days of the week, and what else stands in a date */
    struct minutes_list switches; /* 0: no, 1: yes */
    struct minutes_list units;    /* how many minutes it is */
};

/* Small letters, one blank for what stands between words; letters beyond ASCII stay as they are. */
const char *minutes_form(const char *words, size_t length, struct arena *arena);
/* -1: not in the list. `form` as minutes_form makes it. */
int minutes_meaning(const struct minutes_list *list, const char *form);
/* The word of the list that may have been meant; NULL: none is near. */
const char *minutes_nearest(const struct minutes_list *list, const char *form, struct arena *arena);

/* --- cells --- */

enum minutes_date_state {
    DATE_KNOWN,
    DATE_OPEN, /* the day or the month stands first */
    DATE_NOT_READ,
};
struct minutes_date {
    enum minutes_date_state state;
    int64_t day;
    int year, first, second; /* of one with a slash or dash: two numbers before the year */
    bool slashed;
    const char *why; /* it is not read: a sentence */
};
struct minutes_date minutes_date_read(const char *words, const struct minutes_words *list,
                                      struct arena *arena);
/* DATE_KNOWN or DATE_NOT_READ, where it is known what stands first. */
struct minutes_date minutes_date_settle(struct minutes_date date, bool day_first);

/* NULL, or a sentence that says why it cannot be read. `commas`: a comma is a decimal comma. */
const char *minutes_length_read(const char *words, bool commas, const struct minutes_words *list,
                                struct arena *arena, double *minutes);
const char *minutes_count_read(const char *words, double most, double *count);
const char *minutes_amendments_read(const char *words, const struct minutes_words *list, struct arena *arena,
                                    double *count);

/* --- what is said --- */

enum { NO_SESSION = -1, NO_PROPOSAL = -1 };

struct minutes_row {
    int64_t day; /* INT64_MIN: not said */
    const char *item;
    enum minutes_outcome outcome;
    enum minutes_block block;
    double minutes, present, amendments; /* NaN: not said */
    long session, proposal;
};

/* All rows of one day. */
struct minutes_session {
    int64_t day;
    double present; /* the most of any row */
    double minutes; /* of all proposals; NaN where one is not said */
    size_t passed, decided;
};

/* All hearings of one proposal. */
struct minutes_proposal {
    const char *item;
    size_t hearings;
    enum minutes_outcome outcome; /* of the last hearing */
    bool outcomes_said;           /* of all its hearings */
    double minutes;               /* of all its hearings; NaN where one is not said */
    double amendments;            /* NaN where one is not said and no other one is above 0 */
    long session;                 /* of the last hearing */
};

struct minutes {
    const char *file;
    bool has[MINUTES_COLUMNS];
    struct minutes_row *rows; /* by day, where they have one */
    size_t row_count;
    struct minutes_session *sessions;
    size_t session_count;
    struct minutes_proposal *proposals;
    size_t proposal_count;
};

/* Whether it is a hearing of a proposal, and no announcement. */
bool minutes_is_hearing(const struct minutes_row *row);
bool minutes_is_decision(enum minutes_outcome outcome);
/* From rows to sessions and proposals. */
void minutes_gather(struct minutes *minutes, struct arena *arena);
/* Days for which the sessions stand: each for the time until the next. */
double minutes_days(const struct minutes *minutes);

#endif
