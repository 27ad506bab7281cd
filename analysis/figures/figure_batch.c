#include "analysis/figures/figure_batch.h"

#include <stdlib.h>

#include "analysis/figures/drawn.h"
#include "base/arena.h"
#include "base/require.h"

struct gnuplot_job *figure_batch_add(struct figure_batch *batch, const char *name, enum figure_format format)
{
    enum { FIRST_ROOM = 16 };
    if (batch->count == batch->room) {
        batch->room = batch->room == 0 ? FIRST_ROOM : 2 * batch->room;
        batch->all = must_grow(batch->all, batch->room, sizeof *batch->all);
    }
    struct figure_drawing *added = &batch->all[batch->count++];
    *added = (struct figure_drawing){.job = {.figure = name}, .format = format};
    return &added->job;
}

enum status figure_batch_draw(struct figure_batch *batch, struct trouble *trouble)
{
    struct arena arena = {0};
    struct gnuplot_job **jobs = ARENA_NEW(&arena, struct gnuplot_job *, batch->count);
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++)
        if (batch->all[i].job.script.length > 0)
            jobs[count++] = &batch->all[i].job;
    enum status status = gnuplot_run_all(jobs, count, GNUPLOT_SECONDS, trouble);
    for (size_t i = 0; i < batch->count && status == STATUS_FINE; i++) {
        const struct gnuplot_job *job = &batch->all[i].job;
        const char *flaw = job->script.length > 0 ? drawn_flaw(batch->all[i].format, &job->drawing) : NULL;
        if (flaw != NULL)
            status = gnuplot_failed(job->figure, flaw, trouble);
    }
    arena_free(&arena);
    return status;
}

void figure_batch_free(struct figure_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        text_free(&batch->all[i].job.script);
        text_free(&batch->all[i].job.drawing);
    }
    free(batch->all);
    *batch = (struct figure_batch){0};
}
