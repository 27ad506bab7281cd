/* Whether bytes are a drawing in the format that was asked for.
 *
 * A program that ends with status 0 need not have drawn anything: another program may be called gnuplot, a
 * terminal may be missing, a disk may have been full half way. A figure that is not there would leave a hole
 * in a page, which nobody notices.
 */
#ifndef ANALYSIS_DRAWN_H
#define ANALYSIS_DRAWN_H

#include "analysis/figures/figure.h"
#include "base/text.h"

/* What is wrong with it, in a few words; NULL when it is whole and shows something. SVG: that of gnuplot,
 * with a mark in it; PNG: all its parts up to the last, readable by libpng, with pixels of more than one
 * colour; PDF: with a page, up to its end mark; text: at least one letter or line, and nothing that steers a
 * terminal. */
const char *drawn_flaw(enum figure_format format, const struct text *drawing);

#endif
