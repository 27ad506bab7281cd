/* Rows of measures, by their shape, and the chapters that they come in.
 *
 * A chapter holds the measures and tables that mean something only together with what they are about: those
 * of working groups are kept where some design has working groups, and a results file without them does not
 * speak of them. The first chapter needs nothing and is always kept.
 */
#ifndef MEASURES_MEASURES_H
#define MEASURES_MEASURES_H

#include "measures/ledger.h"
#include "parts.h"

struct movement_view;

struct run_measure {
    struct measure measure; /* first, so that a pointer to the row is one to the measure */
    double (*value)(const struct parts *parts);
};

struct bin_measure {
    struct measure measure;
    double (*value)(const struct parts *parts, uint32_t bin);
};

/* Of the movement as a whole (SCOPE_MOVEMENT): MEASURE_TIME at every sampling instant, MEASURE_RUN at the
 * last one. */
struct whole_measure {
    struct measure measure;
    double (*value)(const struct movement_view *view);
};

struct run_rows {
    const struct run_measure *items;
    size_t count;
};

struct bin_rows {
    const struct bin_measure *items;
    size_t count;
};

struct whole_rows {
    const struct whole_measure *items;
    size_t count;
};

/* What is not there is NULL. In the record they follow each other in this order; measures of the movement
 * come after those of all chapters. */
struct chapter {
    unsigned needs; /* bits of enum need: kept where all of them are there */
    const struct run_rows *run, *time;
    const struct bin_rows *bins;
    const struct whole_rows *whole;
    const struct table *const *tables; /* up to NULL */
};

extern const struct chapter *const chapters[];
extern const size_t chapter_count;

extern const struct run_rows run_measures, time_measures;
extern const struct run_rows group_measures, group_time_measures;
extern const struct run_rows work_measures, work_time_measures;
extern const struct run_rows shock_run_measures, shock_time_measures;
extern const struct bin_rows bin_measures;
extern const struct run_rows practice_run_measures, practice_time_measures;
extern const struct run_rows people_run_measures, people_time_measures;
extern const struct bin_rows people_bin_measures;
extern const struct run_rows network_run_measures, network_time_measures;
extern const struct table proposal_table, person_table;

/* What has to be dealt with in sessions before a number of the whole run can move. */
enum subject { SUBJECT_ANY, SUBJECT_PROPOSALS, SUBJECT_QUESTIONS };
enum subject measure_subject(const struct measure *measure);

/* Speaking times in hours of those who came at least once; the count goes to `people`. Into scratch of
 * knowledge. */
double *speaking_hours(const struct parts *parts, uint32_t *people);

/* A row of the table of groups for each group of the site, where the record keeps it. */
void write_groups(struct outcome *outcome, uint32_t site, const struct parts *parts);

#endif
