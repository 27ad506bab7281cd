/* Figures that are drawn together, by one gnuplot.
 *
 *     figure_plan(results, &request, &batch, trouble);  // of each figure
 *     figure_batch_draw(&batch, trouble);
 *     batch.all[0].job.drawing                          // in the order in which they were planned
 *
 * All zeros is a batch without figures.
 */
#ifndef ANALYSIS_FIGURE_BATCH_H
#define ANALYSIS_FIGURE_BATCH_H

#include "analysis/figures/figure.h"
#include "analysis/figures/gnuplot.h"

struct figure_batch {
    struct figure_drawing {
        struct gnuplot_job job;
        enum figure_format format;
    } * all;
    size_t count, room;
};

/* Adds a figure; `name` outlives the batch. The caller fills its script, or its drawing where it needs no
 * gnuplot, before the next one is added. */
struct gnuplot_job *figure_batch_add(struct figure_batch *batch, const char *name, enum figure_format format);

/* Draws all that have a script. STATUS_NO_OUTPUT with the name of the first one that is not
 * a whole drawing with something in it: a figure never vanishes in silence. */
enum status figure_batch_draw(struct figure_batch *batch, struct trouble *trouble);

void figure_batch_free(struct figure_batch *batch);

#endif
