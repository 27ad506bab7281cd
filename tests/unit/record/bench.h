/* A folder of its own for each test, and the moves that all tests of the record make. */
#ifndef BENCH_H
#define BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "unit/record/sample.h"
#include "unit/record/whole.h"

struct bench {
    char folder[64], target[128], journal[128];
    struct trouble trouble;
};

static inline int bench_begin(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    snprintf(bench->folder, sizeof bench->folder, "/tmp/groundswell-record-XXXXXX");
    if (mkdtemp(bench->folder) == NULL)
        return -1;
    snprintf(bench->target, sizeof bench->target, "%s/out.h5", bench->folder);
    snprintf(bench->journal, sizeof bench->journal, "%s/out.h5.partial", bench->folder);
    *state = bench;
    return 0;
}

static inline int bench_end(void **state)
{
    struct bench *bench = *state;
    unlink(bench->target);
    unlink(bench->journal);
    int left = rmdir(bench->folder); /* fails when a test left anything else behind */
    trouble_free(&bench->trouble);
    free(bench);
    return left;
}

#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

static inline bool exists(const char *path)
{
    struct stat facts;
    return lstat(path, &facts) == 0;
}

static inline struct text bytes_of(const char *path)
{
    struct text bytes = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char piece[4096];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        text_add(&bytes, piece, got);
    fclose(file);
    return bytes;
}

static inline void put_bytes(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* Makes the file at `path` one that may be replaced by results: an older results file. */
static inline void put_old_results(const char *path)
{
    static const char old[] = "\x89HDF\r\n\x1a\n old: " MARK_OF_RESULTS ", " MARK_OF_RESULTS_TOO;
    put_bytes(path, old, sizeof old);
}

static inline bool same_bytes(const struct text *a, const struct text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static inline struct record *open_record(struct bench *bench, const struct record_plan *plan, bool resume,
                                         uint64_t *done)
{
    struct record *record;
    enum status status = open_whole(plan, bench->target, resume ? RECORD_RESUMED : RECORD_ANEW, &record, done,
                                    &bench->trouble);
    if (status != STATUS_FINE)
        print_error("%s\n", bench->trouble.complaints[0].sentence);
    assert_int_equal(status, STATUS_FINE);
    return record;
}

static inline void append_runs(struct bench *bench, const struct record_plan *plan, struct record *record,
                               uint64_t from, uint64_t to)
{
    struct outcome *outcome = outcome_new(&plan->shape);
    for (uint64_t run = from; run < to; run++) {
        sample_fill(plan, (unsigned)run, outcome);
        assert_int_equal(record_append(record, outcome, &bench->trouble), STATUS_FINE);
    }
    outcome_free(outcome);
}

static inline uint64_t runs_of(const struct record_plan *plan)
{
    uint64_t runs = 0;
    for (size_t i = 0; i < plan->variant_count; i++)
        runs += plan->variants[i].replications * plan->design_count;
    return runs;
}

/* Does all that is left of a plan, from wherever it stands, and returns the file. */
static inline struct text completed(struct bench *bench, const struct record_plan *plan, bool resume)
{
    uint64_t done;
    struct record *record = open_record(bench, plan, resume, &done);
    append_runs(bench, plan, record, done, runs_of(plan));
    assert_int_equal(record_finish(record, 1, &bench->trouble), STATUS_FINE);
    assert_false(exists(bench->journal));
    return bytes_of(bench->target);
}

static inline void assert_told(struct bench *bench, enum status expected, enum status status,
                               const char *words)
{
    assert_int_equal(status, expected);
    assert_true(bench->trouble.count > 0);
    const struct complaint *last = &bench->trouble.complaints[bench->trouble.count - 1];
    assert_int_equal(last->status, expected);
    if (strstr(last->sentence, words) == NULL)
        print_error("told: %s\n", last->sentence);
    assert_non_null(strstr(last->sentence, words));
    assert_null(strchr(last->sentence, '\n'));
}

#endif
