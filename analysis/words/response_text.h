/* What a response of walks or rows of worlds depends on, in words and as a table. */
#ifndef ANALYSIS_RESPONSE_TEXT_H
#define ANALYSIS_RESPONSE_TEXT_H

#include "analysis/numbers/worlds.h"

/* What a response is: "“circles”" or "“circles” minus “assembly”". */
void say_response(struct text *out, const struct worlds_told *told, const struct worlds_response *response);
/* Factors by how much they matter: "not at all", "hardly"; their list with commas. False where there is none.
 */
bool say_factors_that(struct text *out, const struct results *results, const struct worlds_response *response,
                      enum matters matters);
/* Of those that matter, the ones that can be counted or timed, the most important first: at most five. False
 * where there is none. */
bool say_observable_that_matter(struct text *out, const struct results *results,
                                const struct worlds_response *response);
/* A share as people write it, within 0 and 100 %: "68 %". */
void say_share(struct text *out, double share);

/* Its range likewise: "45 to 59 %". */
void say_share_range(struct text *out, const struct estimate *estimate);

/* Its lines in the block of a comparison. */
void response_lines(const struct worlds_told *told, const struct worlds_response *response, struct text *out);

#endif
