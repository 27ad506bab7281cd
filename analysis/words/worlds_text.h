/* What plausible worlds say, in sentences and as a block of a comparison. */
#ifndef ANALYSIS_WORLDS_TEXT_H
#define ANALYSIS_WORLDS_TEXT_H

#include "analysis/numbers/worlds.h"

/* "“circles” is ahead of “assembly” in 71 of 100 plausible worlds (clearly in 60; clearly behind in 12)": of
 * one design; nothing, and false, where the file has no sample of worlds. */
bool say_in_how_many_worlds(struct text *out, const struct worlds_told *told, size_t design);
/* "1.8 times “assembly” in the middle world, and 0.9 to 3.1 times in 8 of 10 worlds" */
void say_spread_of_worlds(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one);
/* "what separates the worlds of “circles” best: how long one thing takes (`talk.facet`). “circles” is ahead
 * where `talk.facet` is at least 0.6 min, and not elsewhere: right in 183 of 200 worlds, where always saying
 * “ahead” would be right in 142"; that nothing separates them, where nothing does. */
void say_what_separates(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one);
/* The same in short, for a first page: "it hangs most on how long one thing takes (`talk.facet`). “circles”
 * is ahead where ...: right in 183 of 200 worlds"; nothing, and false, where nothing separates them. */
bool say_what_it_hangs_on_most(struct text *out, const struct worlds_told *told,
                               const struct worlds_of_design *one);
/* Whether the numbers that separate the worlds can be counted or timed, and which of those that can is best:
 * nothing, and false, where nothing separates them. */
bool say_what_to_find_out(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one);
/* "0.45 per hour in the middle world, and 0.1 to 1.2 per hour in 8 of 10 worlds": of one design by itself. */
void say_level_of_worlds(struct text *out, const struct worlds_told *told, const struct worlds_level *level);
/* Which numbers separate the worlds above the middle from the others; that nothing does, where nothing does.
 */
void say_what_raises(struct text *out, const struct worlds_told *told, const struct worlds_level *level);
/* How many worlds there are, and what was changed in them. */
void say_which_worlds(struct text *out, const struct results *results);

/* The block of a comparison; nothing where there are no worlds. */
void worlds_text(const struct worlds_told *told, struct text *out);

#endif
