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

struct chapter;
struct measure_row;
struct chapter_list;

struct ledger_settings {
    sim_time ends;
    sim_time sample_every;
    uint64_t chapters; /* that mean something for this design; the others stay missing */
    sim_time from;     /* what happened before does not count; 0: all does */
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
    struct ledger_chapter *chapters; /* in the order of the record */
    size_t chapter_count;
    const struct parts *before; /* this site as it was at settings->from; NULL: that is the beginning */
};

/* NULL where the scenario does not have it. */
PART(ledger, MEASURES_NUMBER)

/* The site as it was when measuring began, in a run with the same luck that ended then; it outlives the run.
 */
void ledger_measures_since(struct ledger *ledger, const struct parts *before);
/* What the row says of what happened since; `bin` of a histogram. */
double since_value(const struct measure_row *row, struct parts *parts, const struct parts *before,
                   uint32_t bin);

struct setup;
/* Made anew each time, in the arena of the site. */
struct ledger_settings *measures_settings_of(const struct setup *setup, const struct chapter_list *list);
struct ledger *ledger_new(const struct ledger_settings *settings, const struct chapter_list *list,
                          struct outcome *outcome, struct arena *arena);
/* Schedules the samples. */
void ledger_start(struct site *site);
/* Checks what must be conserved, then writes all measures of the site. */
void ledger_finish(struct site *site);
/* After all sites have finished, since rows of a table are in the order of the sites. */
void ledger_write_tables(struct parts *const *parts, uint32_t sites);
void on_sample(struct site *site, const struct event *event);

/* Sampling instants of a run: every `sample_every`, and the end. */
uint32_t ledger_times(const struct ledger_settings *settings, struct arena *arena, sim_time **times);

#endif
