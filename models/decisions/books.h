/* What became of proposals: sums over them, made once at the end of a run, and their table. */
#ifndef DECISIONS_BOOKS_H
#define DECISIONS_BOOKS_H

#include "decisions/decisions_parts.h"
#include "record/outcome.h"

extern const struct table proposal_table;
/* Makes the sums, at the end of a run. */
void decisions_sum(struct site *site);
void decisions_write_proposals(struct outcome *outcome, uint32_t site, const struct parts *parts);

#endif
