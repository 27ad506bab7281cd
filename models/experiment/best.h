/* Which design is the best, with as few runs as can be (`best` of a scenario).
 *
 * Every design is run 10 times; then those that cannot be the best any more are out, and the others are run
 * on, round by round, until one is left or the most is reached. Who is out says `elimination`, and why that
 * is right; replication r of all designs has the same luck, which makes it quick.
 */
#ifndef EXPERIMENT_BEST_H
#define EXPERIMENT_BEST_H

#include "experiment/elimination.h"
#include "experiment/experiment_parts.h"

struct best {
    struct record_best plan;
    uint32_t design_count;
    struct elimination *elimination;
};

/* Reads `best`. NULL where the scenario asks for none, where the command line says how many replications
 * there are, or with trouble. Needs the settings of all designs. */
struct best *best_find(const struct experiment *experiment, struct trouble *trouble);
/* Before the first round: every design is in, and is run as often as the first stage has it. */
void best_begin(struct best *best, struct arena *arena);
/* Whether more runs are needed than there are; remembers in the plan who is out, and who is ahead. */
bool best_wants_more(struct experiment *experiment, const struct record *record);
/* The runs of the next round: some more of each design that is in. Returns how many there are. */
uint64_t best_plan_round(struct best *best, struct run_order *orders);

#endif
