/* Any bytes at all, taken for what an interrupted run left (FILE.h5.partial): as they are; as the inside of a
 * heading whose length and checksum are right; or as changes of runs whose checksums are right. A sentence or
 * some runs come of it, and where all runs are there, a results file. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/require.h"
#include "folder.h"
#include "record/journal.h"
#include "record/outcome_parts.h"
#include "unit/record/sample.h"
#include "unit/record/whole.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { RUNS = 4 /* of the smallest plan */ };

static void add_checksum(struct text *file, size_t from)
{
    uint32_t crc = crc32c(0, file->bytes + from, file->length - from);
    text_add(file, (const char *)&crc, sizeof crc);
}

static void write_heading(const struct record_plan *plan, const uint8_t *inside, size_t length,
                          struct text *file)
{
    struct heading heading = heading_of(plan);
    struct text whole = {0};
    heading_encode(&heading, &whole);
    uint32_t all = (uint32_t)(HEADING_PREFIX + length + sizeof(uint32_t));
    text_add(file, whole.bytes, HEADING_PREFIX - sizeof all); /* what it begins with */
    text_add(file, (const char *)&all, sizeof all);
    text_add(file, (const char *)inside, length);
    add_checksum(file, 0);
    text_free(&whole);
}

/* Four bytes make a change: which run, where (two), what. */
static void write_runs(const struct record_plan *plan, const uint8_t *changes, size_t length,
                       struct text *file)
{
    enum { CHANGE = 4 };
    struct heading heading = heading_of(plan);
    struct outcome *outcome = outcome_new(&plan->shape);
    heading_encode(&heading, file);
    for (uint64_t run = 0; run < RUNS; run++) {
        struct text payload = {0};
        sample_fill(plan, (unsigned)run, outcome);
        outcome_encode(outcome, OUTCOME_WHOLE, &payload);
        for (size_t i = 0; i + CHANGE <= length; i += CHANGE)
            if (changes[i] % RUNS == run)
                payload.bytes[(changes[i + 1] | (size_t)changes[i + 2] << 8) % payload.length] =
                    (char)changes[i + 3];
        size_t from = file->length;
        const uint64_t head[] = {payload.length, run};
        const uint32_t order[] = {0, (uint32_t)(run / plan->design_count),
                                  (uint32_t)(run % plan->design_count), 0};
        text_add(file, (const char *)head, sizeof head);
        text_add(file, (const char *)order, sizeof order);
        text_add(file, payload.bytes, payload.length);
        add_checksum(file, from);
        text_free(&payload);
    }
    outcome_free(outcome);
}

static void look_at_origin(const char *journal)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct heading heading = {0};
    bool found = false;
    enum status status = journal_origin(journal, &arena, &heading, &found, &trouble);
    require(found && (status == STATUS_FINE) == (trouble.count == 0));
    if (status == STATUS_FINE)
        require(heading.scenario_text != NULL && heading.command != NULL && heading.version != NULL);
    trouble_free(&trouble);
    arena_free(&arena);
}

/* Writing a results file takes a hundred times as long as all else: one change is followed to the end, of
 * all else one in a thousand. */
static void go_on(const struct record_plan *plan, const char *target, bool finishes)
{
    struct trouble trouble = {0};
    struct record *record;
    uint64_t done = 0;
    enum status status = open_whole(plan, target, RECORD_RESUMED, &record, &done, &trouble);
    require((status == STATUS_FINE) == (trouble.count == 0) && done <= RUNS);
    if (status == STATUS_FINE && done == RUNS && finishes)
        require(record_finish(record, 1, &trouble) == STATUS_FINE);
    else if (status == STATUS_FINE)
        require(record_suspend(record, &trouble) == STATUS_FINE);
    trouble_free(&trouble);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const struct record_plan plan = sample_least_plan();
    struct text file = {0};
    uint8_t form = length > 0 ? bytes[0] % 3 : 0;
    if (form == 1)
        write_heading(&plan, bytes + 1, length - 1, &file);
    else if (form == 2)
        write_runs(&plan, bytes + 1, length - 1, &file);
    else
        text_add(&file, (const char *)bytes, length);
    char target[256], journal[300];
    snprintf(target, sizeof target, "%s/out.h5", fuzz_folder());
    snprintf(journal, sizeof journal, "%s%s", target, ".partial");
    fuzz_write(journal, file.length == 0 ? "" : file.bytes, file.length);
    look_at_origin(journal);
    enum { ONE_CHANGE = 5, ONE_IN = 1024 };
    size_t place = length < 2 ? 1 : bytes[length - 1] | (size_t)bytes[length - 2] << 8;
    go_on(&plan, target, (form == 2 && length == ONE_CHANGE) || place % ONE_IN == length % ONE_IN);
    text_free(&file);
    return 0;
}
