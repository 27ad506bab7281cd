/* The best week for a camp (`choose`, `goals`, `must`, `search` of a scenario).
 *
 * A week is the scenario with a value for each setting that is open. Weeks are worlds of the record: the
 * first ones are those that the search tries (search.h), and behind them stand the finalists once more, run
 * anew with luck that the search did not have. A number that a search has read off its own winners is too
 * good, since luck is a part of what made them win; so the finalists are judged by their fresh runs alone. A
 * week is bound when one of its runs is made, as every world is.
 *
 * With `over`, no run is made in the world that the scenario describes: run number r of every week has the
 * plausible numbers of world r, as it has the luck of replication r. A week that wins then wins over worlds,
 * and its fresh runs are made in worlds that the search did not have. The week as it is stands behind the
 * finalists and is run in these worlds too.
 */
#ifndef EXPERIMENT_CHOICE_H
#define EXPERIMENT_CHOICE_H

#include "experiment/experiment_parts.h"
#include "experiment/search.h"

/* Reads it, into experiment->choice and experiment->worlds; both stay as they are where the scenario asks for
 * none. Needs the settings of all designs. Every value that is open is bound once, so that what is wrong with
 * it is said, and its method is known. */
void choice_find(struct experiment *experiment, struct trouble *trouble);
const struct record_choice *choice_plan(const struct choice_state *choice);
/* Runs that the search and the finalists take, at most. */
uint64_t choice_runs(const struct experiment *experiment);
/* Puts the runs that come next into the round: of the search, then of the finalists; none when all are made.
 */
void choice_round(struct experiment *experiment, const struct record *record);

/* Plausible worlds for the runs of the weeks, where they are asked for, into `weeks` (choice_worlds.c). */
void choice_worlds_find(const struct experiment *experiment, struct worlds *weeks, struct trouble *trouble);

/* The choices as worlds have them (choice_options.c): false with trouble. */
bool choice_options_find(struct experiment *experiment, struct worlds *worlds, struct trouble *trouble);
/* What a finalist looks like (choice_words.c). */
struct record_finalist choice_words_of(const struct experiment *experiment, size_t world, size_t tried);

#endif
