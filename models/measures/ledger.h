/* What is measured of a run, and how it gets into the record.
 *
 * A measure is one small function and one row of a table. Rows come in chapters (measures.h): the record
 * keeps those that some design of the scenario has need of, and the ledger writes what the record keeps and
 * this design has; the rest stays missing. Formulas stand in models/README.md.
 */
#ifndef MEASURES_LEDGER_H
#define MEASURES_LEDGER_H

#include "base/arena.h"
#include "kernel/run.h"
#include "record/outcome.h"

struct parts;
struct matter;

/* What a scenario has to have before some measures and tables mean anything. */
enum need {
    NEED_NOTHING = 0,
    NEED_GROUPS = 1 << 0,    /* working groups */
    NEED_LINKS = 1 << 1,     /* links between groups of several sites */
    NEED_EVENTS = 1 << 2,    /* a chronicle, on request */
    NEED_PRACTICES = 1 << 3, /* practices that sites may hold or not */
    NEED_COMING = 1 << 4,    /* people who come and go */
    NEED_SHOCKS = 1 << 5,    /* what comes from outside */
    NEED_ALL = (1 << 6) - 1,
};
/* "working groups": what is missing where one of `needs` is not in `has`; NULL when nothing is. */
const char *need_missing(unsigned needs, unsigned has);

struct ledger_settings {
    sim_time ends;
    sim_time sample_every;
    bool people;  /* write a row for each person */
    unsigned has; /* bits of enum need */
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

struct ledger {
    const struct ledger_settings *settings;
    struct outcome *outcome;
    struct arena *arena;
    uint32_t sampled;
    sim_time now, before;                   /* of the sample being taken, and of the one before */
    uint64_t sessions_before, heads_before; /* at the sample before */
    struct item_sums items;
    /* Questions that were closed: sums over them. */
    double questions, question_voiced, question_coverage, question_common, question_agreement,
        question_clusters, question_reach, question_opinion;
    float *leaning; /* of the last question, by person */
    size_t *first;  /* where each chapter begins in the record; OUTCOME_ABSENT: left out */
};

struct ledger *ledger_new(const struct ledger_settings *settings, struct outcome *outcome,
                          struct arena *arena);
/* Schedules the samples. */
void ledger_start(struct site *site);
void ledger_question_closes(struct site *site, const struct matter *matter);
/* Checks what must be conserved, then writes all measures of the site. */
void ledger_finish(struct site *site);
void on_sample(struct site *site, const struct event *event);

enum { LEDGER_MEASURES = 256, LEDGER_TABLES = 16 };
/* What is recorded of scenarios that have `has` (bits of enum need), in the order of the record; returns the
 * count, at most `room`. */
size_t ledger_measures(unsigned has, const struct measure **measures, size_t room);
size_t ledger_tables(unsigned has, const struct table **tables, size_t room);
/* What a measure needs: bits of enum need. */
unsigned ledger_needs(const struct measure *measure);
/* Sampling instants of a run: every `sample_every`, and the end. */
uint32_t ledger_times(const struct ledger_settings *settings, struct arena *arena, sim_time **times);

/* Gini coefficient of `count` values that are not negative (0 all equal, (n-1)/n one has all). Sorts them. */
double gini(double *values, uint32_t count);
/* exp of Shannon's entropy of the shares, divided by their number. */
double effective_share(const double *values, uint32_t count);

#endif
