/* What the files of this room share. */
#ifndef MEASURES_MEASURES_H
#define MEASURES_MEASURES_H

#include "gathering/gathering.h"
#include "measures/ledger.h"
#include "rows.h"

/* Chapters of this room: what becomes of proposals, sessions, questions, courses and histograms of these,
 * people who come and go, the movement as a whole. */
extern const struct chapter proposal_chapter, session_chapter, question_chapter, course_chapter,
    people_chapter, state_chapter;
extern const struct table proposal_table, person_table;
extern const struct table *const ledger_tables[]; /* these, up to NULL */
void ledger_tables_write(struct outcome *outcome, uint32_t site, const struct parts *parts);

static inline double measures_session_hours(const struct parts *parts)
{
    return sim_hours(gathering_of(parts)->tally.session_time);
}

static inline double measures_people_hours(const struct parts *parts)
{
    return sim_hours(gathering_of(parts)->tally.people_time);
}

/* Speaking times in hours of those who came at least once; the count goes to `people`. Into scratch of
 * knowledge. */
double *speaking_hours(const struct parts *parts, uint32_t *people);

#endif
