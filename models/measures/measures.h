/* What the files of this room share. */
#ifndef MEASURES_MEASURES_H
#define MEASURES_MEASURES_H

#include "measures/ledger.h"
#include "rows.h"

/* Chapters of this room: of what every run has, of people who come and go, of the movement as a whole. */
extern const struct chapter run_chapter, course_chapter, people_chapter, state_chapter;
extern const struct table proposal_table, person_table;
extern const struct table *const ledger_tables[]; /* these, up to NULL */
void ledger_tables_write(struct outcome *outcome, uint32_t site, const struct parts *parts);

/* What has to be dealt with in sessions before a number of the whole run can move. */
enum subject { SUBJECT_ANY, SUBJECT_PROPOSALS, SUBJECT_QUESTIONS };
enum subject measure_subject(const struct measure *measure);

/* Speaking times in hours of those who came at least once; the count goes to `people`. Into scratch of
 * knowledge. */
double *speaking_hours(const struct parts *parts, uint32_t *people);

#endif
