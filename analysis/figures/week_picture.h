/* The weeks of a design as a picture: days from left to right, hours downwards, a bar for each session. */
#ifndef ANALYSIS_WEEK_PICTURE_H
#define ANALYSIS_WEEK_PICTURE_H

#include "analysis/figures/picture.h"
#include "analysis/numbers/weeks.h"

/* Adds the weeks below what the picture has. */
void week_picture(struct picture *picture, const struct results_calendar *calendar,
                  const struct weeks_found *found, struct day_span span);
/* The colour of a line: lines that hold the same method have the same one. */
const char *week_colour(const struct results_calendar *calendar, size_t line);
/* What the picture of a design shows, for those who do not see it. */
void week_picture_words(const struct results_calendar *calendar, const char *design,
                        const struct weeks_found *found, struct text *out);

#endif
