/* A session as it happened, as a picture: a bar for each circle, coloured by who speaks. */
#ifndef ANALYSIS_FOLLOWED_PICTURE_H
#define ANALYSIS_FOLLOWED_PICTURE_H

#include "analysis/figures/figure.h"
#include "analysis/figures/picture.h"
#include "analysis/words/followed_text.h"

/* The bar of a circle, with who spoke longest below it, below what the picture has. */
void followed_bar(struct picture *picture, const struct said_stage *stage, const struct said_circle *circle);

/* All of the session in one picture. */
enum status followed_figure(const struct followed_told *told, enum figure_format format, struct text *out,
                            struct trouble *trouble);

#endif
