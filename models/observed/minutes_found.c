/* Which measures a table of minutes says something of. Each is a row: what it needs, and a function that
 * finds the cases it is counted or averaged over. */
#include <math.h>
#include <string.h>

#include "observed/date.h"
#include "observed/minutes_parts.h"
#include "observed/ranges.h"
#include "record/layout.h"

enum { LONGEST_DAY = 24 };
static const double percent = 100, minutes_an_hour = 60;

/* What a measure is made of: so many of so many, or the mean of values. */
struct sample {
    const struct minutes *minutes;
    double *values;
    size_t count;
    size_t hits;
    double scale;           /* mean times this */
    const char *one, *many; /* what was counted: "session", "sessions" */
    const char *why;        /* NULL, or why it cannot be said */
};

#define NEEDS(column) (1U << (column))

struct measure_of_minutes {
    const char *name;
    unsigned needs;
    bool share;
    void (*fill)(struct sample *sample); /* NULL: no table says it, because: */
    const char *never;
};

static void take_value(struct sample *sample, double value)
{
    sample->values[sample->count++] = value;
}

static void take_case(struct sample *sample, bool hit)
{
    sample->count++;
    sample->hits += hit ? 1 : 0;
}

static void name_cases(struct sample *sample, const char *one, const char *many)
{
    sample->one = one;
    sample->many = many;
}

/* --- hearings --- */

static void hearings_that(struct sample *sample, enum minutes_outcome one, enum minutes_outcome other)
{
    name_cases(sample, "hearing", "hearings");
    for (size_t i = 0; i < sample->minutes->row_count; i++) {
        const struct minutes_row *row = &sample->minutes->rows[i];
        if (row->outcome != OUTCOME_UNSAID && minutes_is_hearing(row))
            take_case(sample, row->outcome == one || row->outcome == other);
    }
}

static void hearings_that_passed(struct sample *sample)
{
    hearings_that(sample, OUTCOME_PASSED, OUTCOME_PASSED);
}

static void hearings_that_tabled(struct sample *sample)
{
    hearings_that(sample, OUTCOME_TABLED, OUTCOME_TABLED);
}

static void hearings_that_failed(struct sample *sample)
{
    hearings_that(sample, OUTCOME_FAILED, OUTCOME_WITHDRAWN);
}

static void calls_nobody_blocked(struct sample *sample)
{
    name_cases(sample, "outcome", "outcomes");
    for (size_t i = 0; i < sample->minutes->row_count; i++) {
        const struct minutes_row *row = &sample->minutes->rows[i];
        if (row->block != BLOCK_UNSAID)
            take_case(sample, row->block == BLOCK_NOBODY);
        else if (row->outcome == OUTCOME_PASSED)
            sample->why = "an outcome such as `passed` does not say whether anybody blocked; `consensus` and "
                          "`passed by vote` do";
    }
    if (sample->count == 0 && sample->why == NULL)
        sample->why = "no outcome says whether anybody blocked";
}

/* --- proposals --- */

/* Calls `take` for each proposal that is decided in the end; a row without a name is one of its own. */
static void each_decided(struct sample *sample,
                         void (*take)(struct sample *sample, enum minutes_outcome outcome, double amendments))
{
    const struct minutes *minutes = sample->minutes;
    for (size_t i = 0; i < minutes->proposal_count; i++)
        if (minutes_is_decision(minutes->proposals[i].outcome))
            take(sample, minutes->proposals[i].outcome, minutes->proposals[i].amendments);
    for (size_t i = 0; i < minutes->row_count; i++)
        if (minutes->rows[i].proposal == NO_PROPOSAL && minutes_is_decision(minutes->rows[i].outcome))
            take(sample, minutes->rows[i].outcome, minutes->rows[i].amendments);
}

static void take_passed(struct sample *sample, enum minutes_outcome outcome, double amendments)
{
    (void)amendments;
    take_case(sample, outcome == OUTCOME_PASSED);
}

static void decided_that_passed(struct sample *sample)
{
    name_cases(sample, "decided proposal", "decided proposals");
    each_decided(sample, take_passed);
}

static void take_amended(struct sample *sample, enum minutes_outcome outcome, double amendments)
{
    if (outcome == OUTCOME_PASSED && !isnan(amendments))
        take_case(sample, amendments > 0);
}

static void passed_with_amendments(struct sample *sample)
{
    name_cases(sample, "passed proposal", "passed proposals");
    each_decided(sample, take_amended);
}

static void hearings_of_decided(struct sample *sample)
{
    name_cases(sample, "decided proposal", "decided proposals");
    for (size_t i = 0; i < sample->minutes->proposal_count; i++) {
        const struct minutes_proposal *proposal = &sample->minutes->proposals[i];
        if (minutes_is_decision(proposal->outcome) && proposal->outcomes_said)
            take_value(sample, (double)proposal->hearings);
    }
}

static void hours_of_proposals(struct sample *sample)
{
    name_cases(sample, "proposal", "proposals");
    for (size_t i = 0; i < sample->minutes->proposal_count; i++)
        if (!isnan(sample->minutes->proposals[i].minutes))
            take_value(sample, sample->minutes->proposals[i].minutes / minutes_an_hour);
}

/* --- sessions --- */

static void passed_in_sessions(struct sample *sample)
{
    name_cases(sample, "session", "sessions");
    for (size_t i = 0; i < sample->minutes->session_count; i++)
        take_value(sample, (double)sample->minutes->sessions[i].passed);
}

static void decided_in_days(struct sample *sample)
{
    name_cases(sample, "session", "sessions");
    sample->scale = (double)sample->minutes->session_count / minutes_days(sample->minutes);
    if (isnan(sample->scale))
        sample->why = "there are not two sessions, so nobody can say how many there are a day";
    for (size_t i = 0; i < sample->minutes->session_count; i++)
        take_value(sample, (double)sample->minutes->sessions[i].decided);
}

static void people_in_sessions(struct sample *sample)
{
    name_cases(sample, "session", "sessions");
    for (size_t i = 0; i < sample->minutes->session_count; i++)
        if (!isnan(sample->minutes->sessions[i].present))
            take_value(sample, sample->minutes->sessions[i].present);
}

#define OUTCOMES      NEEDS(COLUMN_OUTCOME)
#define NO_LENGTHS    "the table says how long proposals were heard, and not how long sessions were"
#define NO_SUBMISSION "the table does not say when a proposal was submitted"

// clang-format off
static const struct measure_of_minutes rows[] = {
    {"hearings_passed",    OUTCOMES, true, hearings_that_passed, NULL},
    {"hearings_tabled",    OUTCOMES, true, hearings_that_tabled, NULL},
    {"hearings_failed",    OUTCOMES, true, hearings_that_failed, NULL},
    {"pass_rate",          OUTCOMES, true, decided_that_passed, NULL},
    {"amended",            OUTCOMES | NEEDS(COLUMN_AMENDMENTS), true, passed_with_amendments, NULL},
    {"no_vote",            OUTCOMES, true, calls_nobody_blocked, NULL},
    {"passes_per_session", OUTCOMES | NEEDS(COLUMN_DATE), false, passed_in_sessions, NULL},
    {"decisions_per_day",  OUTCOMES | NEEDS(COLUMN_DATE), false, decided_in_days, NULL},
    {"visits",             OUTCOMES | NEEDS(COLUMN_ITEM), false, hearings_of_decided, NULL},
    {"hearing_hours",      NEEDS(COLUMN_MINUTES) | NEEDS(COLUMN_ITEM), false, hours_of_proposals, NULL},
    {"heads",              NEEDS(COLUMN_PRESENT) | NEEDS(COLUMN_DATE), false, people_in_sessions, NULL},
    {"session_length",     0, false, NULL, NO_LENGTHS},
    {"decisions_per_hour", 0, false, NULL, NO_LENGTHS},
    {"wait",               0, false, NULL, NO_SUBMISSION},
    {"hours_to_decision",  0, false, NULL, NO_SUBMISSION},
    {"never_spoke",        0, false, NULL, "the table does not say who spoke"},
};
// clang-format on

enum { ROWS = sizeof rows / sizeof rows[0] };

/* --- a number of a sample --- */

static const char *missing_columns(const struct minutes *minutes, unsigned needs, struct arena *arena)
{
    const char *missing = NULL;
    for (size_t i = 0; i < MINUTES_COLUMNS; i++)
        if ((needs & NEEDS(i)) != 0 && !minutes->has[i])
            missing = missing == NULL ? minutes_columns[i]
                                      : arena_print(arena, "%s, %s", missing, minutes_columns[i]);
    return missing == NULL
               ? NULL
               : arena_print(arena, "%s: %s",
                             strchr(missing, ',') == NULL ? "a column is missing" : "columns are missing",
                             missing);
}

static const char *when_of(const struct minutes *minutes, struct arena *arena)
{
    char first[LONGEST_DAY], last[LONGEST_DAY];
    if (minutes->session_count == 0)
        return "";
    date_text(minutes->sessions[0].day, first, sizeof first);
    date_text(minutes->sessions[minutes->session_count - 1].day, last, sizeof last);
    return minutes->session_count == 1 ? arena_print(arena, ", %s", first)
                                       : arena_print(arena, ", %s to %s", first, last);
}

static const char *source_of(const struct sample *sample, const struct measure_of_minutes *row,
                             double confidence, struct arena *arena)
{
    const char *cases = sample->count == 1 ? sample->one : sample->many;
    const char *counted = row->share ? arena_print(arena, "%zu of %zu %s", sample->hits, sample->count, cases)
                                     : arena_print(arena, "mean of %zu %s", sample->count, cases);
    const char *range = row->share ? "Wilson" : sample->count > 1 ? "bootstrap" : NULL;
    return arena_print(arena, "%s%s in %s%s%s", LAYOUT_FROM_MINUTES, counted, sample->minutes->file,
                       when_of(sample->minutes, arena),
                       range == NULL
                           ? " (one alone: no range)"
                           : arena_print(arena, " (%.4g %% range, %s)", percent * confidence, range));
}

static struct minutes_number number_of(const struct sample *sample, size_t which, double confidence,
                                       struct arena *arena)
{
    const struct measure_of_minutes *row = &rows[which];
    struct minutes_number number = {.measure = row->name,
                                    .ranged = row->share || sample->count > 1,
                                    .source = source_of(sample, row, confidence, arena)};
    if (row->share) {
        const struct observed_range range =
            ranges_share((double)sample->hits, (double)sample->count, confidence);
        number.value = (double)sample->hits / (double)sample->count;
        number.least = range.least;
        number.most = range.most;
        return number;
    }
    for (size_t i = 0; i < sample->count; i++)
        number.value += sample->scale * sample->values[i] / (double)sample->count;
    number.least = number.most = number.value;
    if (sample->count > 1) {
        const struct observed_range range =
            ranges_mean(sample->values, sample->count, confidence, (uint32_t)which);
        number.least = fmin(number.value, sample->scale * range.least);
        number.most = fmax(number.value, sample->scale * range.most);
    }
    return number;
}

/* NULL, or why the table does not say it. */
static const char *try_measure(const struct minutes *minutes, size_t which, double confidence,
                               struct arena *arena, struct minutes_number *number)
{
    const struct measure_of_minutes *row = &rows[which];
    struct sample sample = {.minutes = minutes, .scale = 1};
    if (row->fill == NULL)
        return row->never;
    const char *missing = missing_columns(minutes, row->needs, arena);
    if (missing != NULL)
        return missing;
    sample.values = ARENA_NEW(arena, double, minutes->row_count + 1);
    row->fill(&sample);
    if (sample.why == NULL && sample.count == 0)
        sample.why = arena_print(arena, "there are no %s of which it is said", sample.many);
    if (sample.why == NULL)
        *number = number_of(&sample, which, confidence, arena);
    return sample.why;
}

struct minutes_found minutes_found(const struct minutes *minutes, double confidence, struct arena *arena)
{
    struct minutes_number *numbers = ARENA_NEW(arena, struct minutes_number, ROWS);
    struct minutes_gap *gaps = ARENA_NEW(arena, struct minutes_gap, ROWS);
    struct minutes_found found = {.numbers = numbers, .gaps = gaps};
    for (size_t i = 0; i < ROWS; i++) {
        const char *why = try_measure(minutes, i, confidence, arena, &numbers[found.count]);
        if (why == NULL)
            found.count++;
        else
            gaps[found.gap_count++] = (struct minutes_gap){rows[i].name, why};
    }
    return found;
}
