/* A drawing of gnuplot's as a part of a page.
 *
 * gnuplot writes each tick and each dot as a group of its own, with all attributes, and a definition of every
 * mark into every drawing. In a page the marks are defined once (inlined_marks), what every group repeats is
 * said by the style of the page, and neighbours that look alike share a group. What is seen stays the same to
 * a tenth of a pixel. Ink takes the colour of the text around it, so that a drawing reads on light and dark.
 */
#ifndef ANALYSIS_INLINED_H
#define ANALYSIS_INLINED_H

#include "base/text.h"

/* The definitions of the marks, once a page, before the first drawing. */
extern const char inlined_marks[];

/* `drawing`: what gnuplot wrote and drawn_flaw (analysis/figures/drawn.h) found whole. `prefix` makes the
 * names in it differ from those of other drawings; `label` says what is to be seen. */
void inlined_drawing(struct text *page, const struct text *drawing, const char *prefix, const char *label);

#endif
