/* What plausible worlds say, in sentences and as a block of a comparison. */
#ifndef ANALYSIS_WORLDS_TEXT_H
#define ANALYSIS_WORLDS_TEXT_H

#include "analysis/numbers/worlds.h"

/* "“circles” is ahead in 71 of 100 plausible worlds (clearly in 60, clearly behind in 12)": of one design;
 * nothing, and false, where the file has no sample of worlds. */
bool say_in_how_many_worlds(struct text *out, const struct worlds_told *told, size_t design);
/* "1.8 times “assembly” in the middle world; less than 0.9 times in 1 of 10, more than 3.1 times in 1 of 10"
 */
void say_spread_of_worlds(struct text *out, const struct worlds_told *told,
                          const struct worlds_of_design *one);
/* "ahead where `conversation.facet_minutes` is at least 0.6 min (how long ...), behind elsewhere: right in
 * 183 of 200 worlds, where always saying “ahead” would be right in 142"; that nothing separates them, where
 * nothing does. */
void say_what_separates(struct text *out, const struct worlds_told *told, const struct worlds_of_design *one);
/* How many worlds there are, and what was changed in them. */
void say_which_worlds(struct text *out, const struct results *results);
/* "`conversation.lull`" with the site in words; and a number of it as people write it, "0.6 min". */
void say_factor(struct text *out, const struct results *results, size_t factor);
void say_factor_value(struct text *out, const struct results *results, size_t factor, double value);
/* Factors by how much they matter: "not at all", "hardly"; their list with commas. False where there is none.
 */
bool say_factors_that(struct text *out, const struct results *results, const struct worlds_response *response,
                      enum matters matters);
/* What a response is: "“circles”" or "“circles” against “assembly”". */
void say_response(struct text *out, const struct worlds_told *told, const struct worlds_response *response);

/* The block of a comparison; nothing where there are no worlds. */
void worlds_text(const struct worlds_told *told, struct text *out);

#endif
