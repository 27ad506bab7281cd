/* What is measured of a run, and how it gets into the record.
 *
 * A measure is one small function and one row of a table. Rows come in chapters (rows.h): the record
 * keeps those that some design of the scenario has need of, and the ledger writes what the record keeps and
 * this design has; the rest stays missing. Formulas stand in models/README.md.
 */
#ifndef MEASURES_LEDGER_H
#define MEASURES_LEDGER_H

#include "base/arena.h"
#include "kernel/run.h"
#include "measures/numbers.h"
#include "parts.h"
#include "record/outcome.h"

struct matter;
struct chapter;
struct chapter_list;

struct ledger_settings {
    sim_time ends;
    sim_time sample_every;
    bool people;       /* write a row for each person */
    uint64_t chapters; /* that mean something for this design; the others stay missing */
};

/* Sums over proposals, made once at the end of a run. */
struct item_sums {
    double submitted, ever_decided; /* ever: also those that are open again */
    /* Of those whose decision stands at the end. */
    double decided, passed, amended, conditions, blocks, in_circle;
    double undone; /* once passed, and open again, failed or withdrawn at the end */
    double open_time, wait,
        waited; /* hours to decision; hours to the first hearing, and how many were heard */
    double visits, touch;
    double voiced, coverage, common, agreement, recorded;
    double correct, regret;
    double voiced_by_knowers[8], facets_by_knowers[8];
    double visits_of[8]; /* decided after 1, 2 ... hearings */
};

/* Where a chapter begins in the record; OUTCOME_ABSENT: no row of it is written. */
struct ledger_chapter {
    const struct chapter *chapter;
    size_t first;
    bool has; /* this design */
};

struct ledger {
    const struct ledger_settings *settings;
    struct outcome *outcome;
    struct arena *arena;
    uint32_t sampled;
    sim_time before;                        /* the sample before the one being taken */
    uint64_t sessions_before, heads_before; /* at the sample before */
    struct item_sums items;
    /* Questions that were closed: sums over them. */
    double questions, question_voiced, question_coverage, question_common, question_agreement,
        question_clusters, question_reach, question_opinion;
    float *leaning;                  /* of the last question, by person */
    struct ledger_chapter *chapters; /* in the order of the record */
    size_t chapter_count;
};

/* NULL where the scenario does not have it. */
PART(ledger, MEASURES_NUMBER)

struct ledger *ledger_new(const struct ledger_settings *settings, const struct chapter_list *list,
                          struct outcome *outcome, struct arena *arena);
/* Schedules the samples. */
void ledger_start(struct site *site);
void ledger_question_closes(struct site *site, const struct matter *matter);
/* Checks what must be conserved, then writes all measures of the site. */
void ledger_finish(struct site *site);
void on_sample(struct site *site, const struct event *event);

/* Sampling instants of a run: every `sample_every`, and the end. */
uint32_t ledger_times(const struct ledger_settings *settings, struct arena *arena, sim_time **times);

/* Gini coefficient of `count` values that are not negative (0 all equal, (n-1)/n one has all). Sorts them. */
double inequality_gini(double *values, uint32_t count);
/* exp of Shannon's entropy of the shares, divided by their number. */
double effective_share(const double *values, uint32_t count);

#endif
