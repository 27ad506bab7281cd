#include "record/record.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/require.h"
#include "base/shell.h"
#include "record/disk.h"
#include "record/journal.h"
#include "record/results.h"

struct record {
    const struct record_plan *plan;
    struct destination target;
    char *journal_path;
    enum record_start start;
    struct outcome_layout layout;
    struct run_index runs;
    uint64_t done;
    struct journal *journal;
    struct text payload; /* of the run that is written or read; kept for its room */
};

static bool is_name(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    return name != NULL && name[0] != '\0' && name[strspn(name, letters)] == '\0';
}

static void require_measures(const struct record_shape *shape)
{
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        require(is_name(measure->name));
        require(measure->shape != MEASURE_BIN || (is_name(measure->bin_name) && measure->bins > 0));
        for (size_t other = 0; other < i; other++)
            require(strcmp(measure->name, shape->measures[other]->name) != 0);
    }
    for (size_t i = 0; i < shape->table_count; i++) {
        require(is_name(shape->tables[i]->name));
        for (size_t column = 0; column < shape->tables[i]->count; column++)
            require(is_name(shape->tables[i]->columns[column].name));
    }
}

static void require_plan(const struct record_plan *plan)
{
    require(plan->design_count > 0 && plan->variant_count > 0 && plan->shape.sites > 0);
    for (size_t i = 0; i < plan->variant_count; i++)
        require(plan->variants[i].replications > 0 && plan->variants[i].replications <= INT32_MAX);
    require_measures(&plan->shape);
}

static enum outcome_part part_of(const struct record *record, uint64_t run)
{
    return run < record->runs.base_runs ? OUTCOME_WHOLE : OUTCOME_RUN_MEASURES;
}

/* Of the runs of other variants nothing needs to be known but where they lie: they have no rows. */
static void note_run(struct record *record, uint64_t start, const uint64_t *rows)
{
    size_t tables = record->plan->shape.table_count;
    record->runs.starts[record->done] = start;
    if (record->done < record->runs.base_runs)
        memcpy(record->runs.rows + record->done * tables, rows, tables * sizeof *rows);
    record->done++;
}

/* Takes the whole records that are there and cuts off the rest. */
static enum status take_up(struct record *record, struct trouble *trouble)
{
    uint64_t *rows = must_allocate(record->plan->shape.table_count, sizeof *rows);
    while (record->done < record->runs.runs &&
           journal_peek(record->journal, record->done, &record->payload) &&
           outcome_decode_rows(&record->layout, part_of(record, record->done), record->payload.bytes,
                               record->payload.length, rows) &&
           outcome_rows_fit(&record->layout, record->payload.bytes, rows))
        note_run(record, journal_keep(record->journal), rows);
    free(rows);
    return journal_cut(record->journal, trouble);
}

static void record_free(struct record *record)
{
    journal_close(record->journal);
    outcome_layout_free(&record->layout);
    free(record->runs.starts);
    free(record->runs.rows);
    destination_free(&record->target);
    free(record->journal_path);
    text_free(&record->payload);
    free(record);
}

enum status record_open(const struct record_plan *plan, const char *path, enum record_start start,
                        struct record **result, uint64_t *done, struct trouble *trouble)
{
    require_plan(plan);
    *result = NULL;
    *done = 0;
    struct destination target;
    enum status status = destination_find(path, MADE_RESULTS, plan->inputs, &target, trouble);
    if (status != STATUS_FINE) {
        destination_free(&target);
        return status;
    }

    struct record *record = must_allocate(1, sizeof *record);
    record->plan = plan;
    record->target = target;
    record->start = start;
    record->journal_path = disk_name(target.path, DISK_JOURNAL_ENDING);
    outcome_layout_begin(&record->layout, &plan->shape);
    record->runs.base_runs = run_number(plan, 1, 0, 0);
    record->runs.runs = run_number(plan, plan->variant_count, 0, 0);
    record->runs.starts = must_allocate(record->runs.runs, sizeof *record->runs.starts);
    record->runs.rows =
        must_allocate(record->runs.base_runs, plan->shape.table_count * sizeof *record->runs.rows);

    const struct heading heading = heading_of(plan);
    status = journal_open(record->journal_path, path, &heading,
                          start == RECORD_RESUMED ? JOURNAL_GO_ON : JOURNAL_ANEW, &record->journal, trouble);
    if (status == STATUS_FINE)
        status = take_up(record, trouble);
    if (status != STATUS_FINE) {
        record_free(record);
        return status;
    }
    *result = record;
    *done = record->done;
    return STATUS_FINE;
}

/* What to do about a file that could not be written, before the runs are continued. */
static const char *remedy(enum status status, int error)
{
    if (status == STATUS_LIMIT)
        return "raise the limit and continue";
    if (error == ENOSPC || error == EDQUOT)
        return "free some space and continue";
    if (error == EFBIG)
        return "raise the limit of file sizes (`ulimit -f`) and continue";
    if (status == STATUS_NO_OUTPUT && error == 0)
        return "move that file away and continue";
    return "once this place can be written to, continue";
}

static void hint_at_what_is_kept(const struct record *record, const char *what, enum status status, int error,
                                 struct trouble *trouble)
{
    if (record->start == RECORD_ASIDE) {
        trouble_hint(trouble, "nothing is kept here; TMPDIR names another folder for temporary files");
        return;
    }
    struct text word = {0};
    shell_path(&word, record->target.named);
    trouble_hint(trouble, "%s are kept in %s: %s with `groundswell resume %s`", what, record->journal_path,
                 remedy(status, error), word.bytes);
    text_free(&word);
}

enum status record_append(struct record *record, const struct outcome *outcome, struct trouble *trouble)
{
    require(record->done < record->runs.runs);
    enum outcome_part part = part_of(record, record->done);
    record->payload.length = 0;
    outcome_encode(outcome, part, &record->payload);
    uint64_t *rows = must_allocate(record->plan->shape.table_count, sizeof *rows), start = 0;
    int error = 0;
    require(outcome_decode_rows(&record->layout, part, record->payload.bytes, record->payload.length, rows));
    enum status status =
        journal_append(record->journal, record->done, &record->payload, &start, &error, trouble);
    if (status == STATUS_FINE)
        note_run(record, start, rows);
    else
        hint_at_what_is_kept(record, "the runs before it", status, error, trouble);
    free(rows);
    return status;
}

enum status record_suspend(struct record *record, struct trouble *trouble)
{
    enum status status = journal_sync(record->journal, trouble);
    record_free(record);
    return status;
}

void record_abandon(struct record *record)
{
    journal_remove(record->journal);
    record->journal = NULL;
    record_free(record);
}

/* HDF5 holds the file, and the file is then copied; both are smaller than the journal. HDF5 cannot cope with
 * a lack of memory, so the program looks for enough before. */
static size_t memory_of_results(const struct run_index *runs)
{
    enum { BESIDES = 8 << 20 };
    return BESIDES + 2 * (size_t)(runs->runs == 0 ? 0 : runs->starts[runs->runs - 1]);
}

enum status record_finish(struct record *record, struct trouble *trouble)
{
    require(record->done == record->runs.runs);
    enum status status = STATUS_OUTPUT_LOST;
    int error = 0;
    char *memory_name = disk_name(record->target.path, "/in-memory"); /* below a file there is no file */
    size_t size;
    void *image = NULL;
    if (limit_memory_for(memory_of_results(&record->runs), "putting the results together", trouble) ==
        STATUS_FINE)
        image = results_make(record->plan, &record->layout, record->journal, &record->runs, memory_name,
                             &size, trouble);
    if (image == NULL)
        status = trouble_status(trouble);
    else
        status = destination_write(&record->target, image, size, &error, trouble);
    if (status == STATUS_FINE) {
        journal_remove(record->journal);
        record->journal = NULL;
    } else {
        hint_at_what_is_kept(record, "all runs", status, error, trouble);
    }
    free(image);
    free(memory_name);
    record_free(record);
    return status;
}
