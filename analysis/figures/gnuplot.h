/* gnuplot, spoken to safely.
 *
 * gnuplot is a small programming language that can run shell commands: backticks inside double quotes, lines
 * that begin with `!`, system(), file names that begin with `<` or `|`. So text from outside only ever stands
 * in single quotes, in which every quote is doubled, control bytes are spaces and invalid UTF-8 is replaced;
 * data stand in blocks that hold numbers and nothing else; enhanced text is off; no settings of the user are
 * read; its exit status is checked.
 *
 * To start gnuplot takes longer than to draw, so one process draws all figures of a page. After each, the
 * script writes a mark on both streams, which no text from outside can hold, and forgets what was set: each
 * figure is drawn as if it were the only one, and whose turn it was when gnuplot ended is known.
 */
#ifndef ANALYSIS_GNUPLOT_H
#define ANALYSIS_GNUPLOT_H

#include "base/text.h"
#include "base/trouble.h"

/* Adds `text` as a gnuplot string, quotes included. At most `longest` characters are kept (0: all of them);
 * what is cut ends with an ellipsis. */
void gnuplot_quote(struct text *script, const char *text, size_t longest);

/* The same on several lines of about `width` characters, broken at spaces; what does not fit is cut. */
void gnuplot_quote_lines(struct text *script, const char *text, size_t width, size_t lines);

/* Adds a number as data: "NaN" where it is not finite. */
void gnuplot_number(struct text *script, double number);

enum { GNUPLOT_SECONDS = 30 /* for one figure; the largest takes about one */ };

/* A figure to be drawn, and what gnuplot wrote (whether that is a drawing: analysis/figures/drawn.h). */
struct gnuplot_job {
    const char *figure; /* names what is drawn */
    struct text script, drawing;
};

/* Runs the scripts in one process, one after the other, `seconds` at most for each. STATUS_NO_OUTPUT with the
 * name of the first figure that it cannot draw, and gnuplot's own words; or when it does not end in time,
 * writes without end, or leaves a process behind. */
enum status gnuplot_run_all(struct gnuplot_job *const *jobs, size_t count, unsigned seconds,
                            struct trouble *trouble);

/* The same of one script. */
enum status gnuplot_run(const struct text *script, const char *figure, unsigned seconds, struct text *drawing,
                        struct trouble *trouble);

/* The sentence for a figure that could not be drawn; returns STATUS_NO_OUTPUT. */
enum status gnuplot_failed(const char *figure, const char *why, struct trouble *trouble);

#endif
