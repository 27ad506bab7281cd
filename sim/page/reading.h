/* A scenario as the page shows it, in JSON: what it asks, its weeks, its runs, its text as a tree. */
#ifndef PAGE_READING_H
#define PAGE_READING_H

#include <jansson.h>

#include "base/trouble.h"
#include "record/record.h"
#include "scenario/node.h"

/* Runs of a plan in the order in which a page carries them out: the scenario itself first. NULL where there
 * are none. For free. */
struct run_order *reading_orders(const struct record_plan *plan, size_t *count);

/* [{"line", "column", "width", "of", "sentence", "hint"}]; places count from 1, `of` names what they are in.
 */
json_t *reading_mistakes(const struct trouble *trouble);
/* {"kind", "line", "column", "width", "key", "key_line", "key_column", "text", "quoted", "of": [...]} */
json_t *reading_tree(const struct node *node);
/* Title, question, headline, designs, variants, how many runs, weeks. */
json_t *reading_plan(const struct record_plan *plan);
/* [{"variant", "replication", "design"}] */
json_t *reading_runs(const struct run_order *orders, size_t count);

#endif
