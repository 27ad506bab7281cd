#include "record/record.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/require.h"
#include "base/shell.h"
#include "record/disk.h"
#include "record/journal.h"
#include "record/part.h"
#include "record/results.h"

struct record {
    const struct record_plan *plan;
    struct destination target;
    char *journal_path;
    char *named; /* what is to be resumed, as the user calls it */
    enum record_start start;
    struct outcome_layout layout;
    struct run_index runs;
    uint64_t done;                   /* runs that are in */
    const struct run_order *orders;  /* of this round */
    uint64_t round_begins, expected; /* runs that were in when it began; that are to be in when it ends */
    bool cut;                        /* nothing of an earlier attempt is left to be taken up */
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
    for (size_t i = 0; i < plan_variants(plan); i++)
        require(plan_replications(plan, i) > 0 && plan_replications(plan, i) <= INT32_MAX);
    require_measures(&plan->shape);
}

/* The next run of the round. */
static const struct run_order *next_order(const struct record *record)
{
    require(record->done < record->expected);
    return &record->orders[record->done - record->round_begins];
}

static uint64_t slot_of(const struct record *record, const struct run_order *order)
{
    return run_number(record->plan, order->variant, order->replication, order->design);
}

/* Of the runs of other variants nothing needs to be known but where they lie: they have no rows. */
static void note_run(struct record *record, uint64_t start, const uint64_t *rows)
{
    size_t tables = record->plan->shape.table_count;
    const struct run_order *order = next_order(record);
    uint64_t slot = slot_of(record, order);
    require(record->runs.starts[slot] == NOT_RUN);
    record->runs.starts[slot] = start;
    if (order->variant == 0)
        memcpy(record->runs.rows + slot * tables, rows, tables * sizeof *rows);
    record->done++;
}

/* Takes the whole records that are there and belong to this round. */
static void take_up(struct record *record)
{
    uint64_t *rows = must_allocate(record->plan->shape.table_count, sizeof *rows);
    while (record->done < record->expected && journal_peek(record->journal, record->done, &record->payload) &&
           journal_peeked_is(record->journal, next_order(record)) &&
           outcome_decode_rows(&record->layout, plan_keeps(record->plan, next_order(record)),
                               record->payload.bytes, record->payload.length, rows) &&
           outcome_rows_fit(&record->layout, record->payload.bytes, rows))
        note_run(record, journal_keep(record->journal), rows);
    free(rows);
}

static void record_free(struct record *record)
{
    journal_close(record->journal);
    outcome_layout_free(&record->layout);
    free(record->runs.starts);
    free(record->runs.rows);
    destination_free(&record->target);
    free(record->journal_path);
    free(record->named);
    text_free(&record->payload);
    free(record);
}

/* No run has a slot yet. */
static void index_begin(struct run_index *runs, const struct record_plan *plan)
{
    runs->base_slots = run_number(plan, 1, 0, 0);
    runs->slots = run_number(plan, plan_variants(plan), 0, 0);
    runs->starts = must_allocate(runs->slots, sizeof *runs->starts);
    runs->rows = must_allocate(runs->base_slots, plan->shape.table_count * sizeof *runs->rows);
    for (uint64_t slot = 0; slot < runs->slots; slot++)
        runs->starts[slot] = NOT_RUN;
}

enum status record_open(const struct record_plan *plan, const char *path, enum record_start start,
                        struct record **result, struct trouble *trouble)
{
    require_plan(plan);
    *result = NULL;
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
    record->journal_path =
        plan->part.of > 0 ? part_name(target.path, &plan->part) : disk_name(target.path, DISK_JOURNAL_ENDING);
    record->named = plan->part.of > 0 ? part_name(path, &plan->part) : must_copy(path);
    outcome_layout_begin(&record->layout, &plan->shape);
    index_begin(&record->runs, plan);

    const struct heading heading = heading_of(plan);
    const bool goes_on = start == RECORD_RESUMED || start == RECORD_MERGED;
    status = journal_open(record->journal_path, record->named, &heading,
                          goes_on ? JOURNAL_GO_ON : JOURNAL_ANEW, &record->journal, trouble);
    if (status != STATUS_FINE) {
        record_free(record);
        return status;
    }
    *result = record;
    return STATUS_FINE;
}

enum status record_round(struct record *record, const struct run_order *orders, uint64_t count,
                         uint64_t *kept, struct trouble *trouble)
{
    require(record->done == record->expected);
    record->orders = orders;
    record->round_begins = record->done;
    record->expected += count;
    if (!record->cut)
        take_up(record);
    *kept = record->done - record->round_begins;
    if (*kept == count || record->cut)
        return STATUS_FINE;
    record->cut = true;
    return journal_cut(record->journal, trouble);
}

double record_value(const struct record *record, const struct run_order *order, size_t measure, uint32_t site)
{
    struct trouble nobody_reads = {0};
    uint64_t start = record->runs.starts[slot_of(record, order)];
    double value = NAN;
    require(record->plan->shape.measures[measure]->shape == MEASURE_RUN &&
            site < measure_sites(&record->plan->shape, measure));
    if (start != NOT_RUN &&
        journal_read(record->journal, start + (record->layout.starts[measure] + site) * OUTCOME_WORD, &value,
                     sizeof value, &nobody_reads) != STATUS_FINE)
        value = NAN;
    trouble_free(&nobody_reads);
    return value;
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
    shell_path(&word, record->named);
    if (record->start == RECORD_MERGED)
        trouble_hint(trouble, "the parts are kept as they are: %s with `groundswell merge %s`",
                     remedy(status, error), word.bytes);
    else
        trouble_hint(trouble, "%s are kept in %s: %s with `groundswell resume %s`", what,
                     record->journal_path, remedy(status, error), word.bytes);
    text_free(&word);
}

enum status record_append(struct record *record, const struct outcome *outcome, struct trouble *trouble)
{
    record->payload.length = 0;
    outcome_encode(outcome, plan_keeps(record->plan, next_order(record)), &record->payload);
    return record_append_encoded(record, &record->payload, trouble);
}

enum status record_append_encoded(struct record *record, const struct text *encoded, struct trouble *trouble)
{
    const struct run_order *order = next_order(record);
    uint64_t *rows = must_allocate(record->plan->shape.table_count, sizeof *rows), start = 0;
    int error = 0;
    require(outcome_decode_rows(&record->layout, plan_keeps(record->plan, order), encoded->bytes,
                                encoded->length, rows));
    enum status status =
        journal_append(record->journal, record->done, order, encoded, &start, &error, trouble);
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

/* HDF5 holds the file, and the file is then copied; both are smaller than the journal, which may be in memory
 * too, and some numbers wait to be packed. HDF5 cannot cope with a lack of memory, so the program looks for
 * enough before. */
static size_t memory_of_results(const struct journal *journal)
{
    enum { BESIDES = 8 << 20 };
    const size_t length = (size_t)journal_length(journal);
    const size_t waiting = length < HDF5_MOST_WAITING ? length : HDF5_MOST_WAITING;
    return BESIDES + 2 * length + 2 * waiting + (size_t)journal_held(journal);
}

enum status record_finish(struct record *record, int threads, struct trouble *trouble)
{
    require(record->done == record->expected && record->plan->part.of == 0);
    enum status status = STATUS_OUTPUT_LOST;
    int error = 0;
    char *memory_name = disk_name(record->target.path, "/in-memory"); /* below a file there is no file */
    size_t size;
    void *image = NULL;
    if (limit_memory_for(memory_of_results(record->journal), "putting the results together", trouble) ==
        STATUS_FINE) {
        journal_hold(record->journal);
        image = results_make(record->plan, &record->layout, record->journal, &record->runs, memory_name,
                             threads, &size, trouble);
    }
    if (image == NULL)
        status = trouble_status(trouble);
    else
        status = destination_write(&record->target, image, size, &error, trouble);
    if (status != STATUS_FINE)
        hint_at_what_is_kept(record, "all runs", status, error, trouble);
    if (status == STATUS_FINE || record->start == RECORD_MERGED) {
        journal_remove(record->journal);
        record->journal = NULL;
    }
    free(image);
    free(memory_name);
    record_free(record);
    return status;
}
