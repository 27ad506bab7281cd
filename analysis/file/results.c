#include "analysis/file/results.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "analysis/file/child.h"
#include "analysis/file/hdf_sound.h"
#include "analysis/file/heap.h"
#include "analysis/file/results_file.h"
#include "analysis/plain/plain.h"
#include "base/limits.h"
#include "base/require.h"
#include "record/layout.h"

/* A first reading may take as long and use as much memory as an honest file of that size could need: numbers
 * are packed to an eighth or so, "not a number" to less than a hundredth. */
enum {
    SECONDS_AT_LEAST = 5,
    BYTES_PER_SECOND = 2 << 20,
    LONGEST_READING = 120 /* seconds */,
    MEMORY_PER_BYTE = 256,
    MEMORY_AT_LEAST = 256 * 1048576
};

static const char journal_ending[] = ".partial";
static const char program_name[] = "Groundswell";

/* FILE.h5.partial is the journal of a run that was interrupted. */
static bool is_journal(const char *path)
{
    size_t length = strlen(path), ending = sizeof journal_ending - 1;
    return length > ending && strcmp(path + length - ending, journal_ending) == 0;
}

/* A sentence may hold names from the file. */
static enum status told(const char *path, enum status status, const char *sentence, struct trouble *trouble)
{
    struct text plain = {0};
    say_plain(&plain, sentence);
    trouble_add(trouble, status, (struct place){.file = path}, "%s", plain.bytes == NULL ? "" : plain.bytes);
    text_free(&plain);
    return status;
}

static enum status unfinished(const char *path, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = path},
                       "this run is unfinished: continue with `groundswell resume %s%.*s`",
                       path[0] == '-' ? "./" : "", (int)(strlen(path) - (sizeof journal_ending - 1)), path);
}

/* The plain facts of the file system come first, so that HDF5 is only asked about regular files. */
static enum status look_at(const char *path, struct trouble *trouble)
{
    struct stat facts;
    if (is_journal(path) && access(path, F_OK) == 0)
        return unfinished(path, trouble);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        int why = errno;
        char *partial = NULL;
        if (why == ENOENT && asprintf(&partial, "%s%s", path, journal_ending) >= 0 &&
            access(partial, F_OK) == 0) {
            enum status status = unfinished(partial, trouble);
            free(partial);
            return status;
        }
        free(partial);
        return limit_trouble(trouble, STATUS_NO_INPUT, (struct place){.file = path}, why, "cannot be opened");
    }
    bool known = fstat(file, &facts) == 0;
    close(file);
    if (known && S_ISDIR(facts.st_mode))
        return told(path, STATUS_NO_INPUT, "is a folder, not a results file", trouble);
    if (!known || !S_ISREG(facts.st_mode))
        return told(path, STATUS_NO_INPUT, "is not a regular file", trouble);
    if (facts.st_size == 0)
        return told(path, STATUS_BAD_INPUT, "is empty", trouble);
    if (!hdf_recognises(path))
        return told(path, STATUS_BAD_INPUT,
                    "is not a results file: results are HDF5 files, written by `groundswell run`", trouble);
    return STATUS_FINE;
}

static bool is_ours(struct results *results)
{
    hdf_facts(results->file->id, "/", &results->arena, &results->file->root);
    const char *source = hdf_text_of(&results->file->root, LAYOUT_SOURCE);
    return strncmp(source, program_name, sizeof program_name - 1) == 0;
}

static enum status read_all(struct results *results, struct trouble *trouble)
{
    enum status status = results_read_names(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_measures(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_tables(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_variants(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_best(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_worlds(results, trouble);
    if (status == STATUS_FINE)
        status = results_read_calendar(results, trouble);
    return status == STATUS_FINE ? results_read_provenance(results, trouble) : status;
}

static double *measure_of_file(struct results *results, size_t measure, struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    size_t count = results->designs.count * results->most_replications * facts->sites * facts->length;
    double *numbers = ARENA_TO_FILL(&results->arena, double, count);
    if (hdf_numbers(results->file->id, facts->name, numbers, count))
        return numbers;
    results_unfit(results, trouble, "measure `%s` cannot be read: the file is damaged", facts->name);
    return NULL;
}

static double *column_of_file(struct results *results, size_t table, size_t column, struct trouble *trouble)
{
    const struct results_table *facts = &results->tables[table];
    const char *name = column < facts->column_count ? facts->columns[column].name
                                                    : index_columns[column - facts->column_count];
    const char *variable = arena_print(&results->arena, "%s_%s", facts->name, name);
    double *numbers = ARENA_TO_FILL(&results->arena, double, facts->rows);
    if (hdf_numbers(results->file->id, variable, numbers, facts->rows))
        return numbers;
    results_unfit(results, trouble, "variable `%s` cannot be read: the file is damaged", variable);
    return NULL;
}

static void close_file(struct results *results)
{
    hdf_close(results->file->id);
}

static const struct results_source from_file = {
    .measure = measure_of_file,
    .worlds = results_read_world_values,
    .courses = results_read_courses,
    .column = column_of_file,
    .close = close_file,
};

/* Bytes: from here on a second copy is worth its start, and so is memory made ready. */
enum { LARGE_FILE = 4 << 20, MOST_PARTS = 2 };

static unsigned long long size_of(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 ? (unsigned long long)facts.st_size : 0;
}

static struct results *open_file(const char *path, struct trouble *trouble)
{
    if (size_of(path) >= LARGE_FILE)
        heap_keep_pieces();
    int64_t id = hdf_open(path);
    if (id < 0) {
        told(path, STATUS_BAD_INPUT, "is damaged or cut off: HDF5 cannot open it", trouble);
        return NULL;
    }
    struct results *results = results_new(path, &from_file);
    results->file->id = id;
    if (is_ours(results))
        return results;
    results_unfit(results, trouble, "is an HDF5 file, but not one of Groundswell");
    results_close(results);
    return NULL;
}

/* What one copy reads: of all numbers those whose turn it is. */
struct rehearsal {
    const char *path;
    size_t part, parts;
};

static bool is_mine(const struct rehearsal *rehearsal, size_t index)
{
    return index % rehearsal->parts == rehearsal->part;
}

/* Reads whatever any part of the analysis could ask for. */
static void read_everything(struct results *results, const struct rehearsal *rehearsal,
                            struct trouble *trouble)
{
    if (read_all(results, trouble) != STATUS_FINE)
        return;
    const size_t measures = results->measure_count;
    for (size_t i = 0; i < measures; i++)
        if (is_mine(rehearsal, i))
            results_load(results, i, trouble);
    for (size_t i = 0; i < measures && results->keeps_courses && trouble->count == 0; i++)
        if (is_mine(rehearsal, i) && results->measures[i].extent == EXTENT_TIME)
            results_load_courses(results, i, trouble);
    for (size_t i = 0; i < measures && results_any_worlds(results)->count > 0 && trouble->count == 0; i++)
        if (is_mine(rehearsal, i) && results->measures[i].extent == EXTENT_RUN)
            results_load_worlds(results, i, trouble);
    for (size_t i = 0; i < results->table_count; i++)
        for (size_t j = 0; j < results->tables[i].column_count; j++)
            if (is_mine(rehearsal, j))
                results_column(results, i, results->tables[i].columns[j].name, trouble);
}

/* Says the first thing that is wrong. False when memory was lacking, so that nothing is known. */
static bool rehearse(void *given, struct text *said)
{
    const struct rehearsal *rehearsal = given;
    struct trouble trouble = {0};
    bool lacked = false;
    struct results *results = open_file(rehearsal->path, &trouble);
    if (results != NULL) {
        hdf_note_want(&lacked);
        const char *flaw = hdf_flaw(results->file->id, &lacked, &results->arena);
        if (flaw != NULL)
            results_unfit(results, &trouble, "%s", flaw);
        else
            read_everything(results, rehearsal, &trouble);
    }
    if (trouble.count > 0)
        text_say(said, trouble.complaints[0].sentence);
    results_close(results);
    trouble_free(&trouble);
    return !lacked;
}

static struct allowance allowance_of(const char *path)
{
    unsigned long long size = size_of(path), seconds = size / BYTES_PER_SECOND + SECONDS_AT_LEAST;
    return (struct allowance){seconds > LONGEST_READING ? LONGEST_READING : (unsigned)seconds,
                              MEMORY_AT_LEAST + (size_t)size * MEMORY_PER_BYTE};
}

/* What a copy found, or how it ended before it could find anything. */
static enum status verdict(const char *path, enum copy_end end, const struct text *said,
                           struct trouble *trouble)
{
    switch (end) {
    case COPY_DONE:
        return said->length > 0 ? told(path, STATUS_BAD_INPUT, said->bytes, trouble) : STATUS_FINE;
    case COPY_BROKE:
        return told(path, STATUS_BAD_INPUT, "is damaged: HDF5 breaks down while reading it", trouble);
    case COPY_SLOW:
        return told(path, STATUS_BAD_INPUT,
                    "is damaged: reading it takes longer than a file of its size can need", trouble);
    case COPY_LARGE:
        return told(path, STATUS_BAD_INPUT,
                    "is damaged: reading it takes more memory than a file of its size can need", trouble);
    case COPY_PREVENTED:
        break;
    }
    return limit_trouble(trouble, STATUS_LIMIT, (struct place){.file = path}, errno, "cannot be read now");
}

/* A large file is read by two copies at once, each of which reads half of the numbers. One that the machine
 * did not grant beside the other begins again alone. */
enum status results_examine(const char *path, struct trouble *trouble)
{
    enum status status = look_at(path, trouble);
    if (status != STATUS_FINE)
        return status;
    const size_t parts = size_of(path) >= LARGE_FILE ? MOST_PARTS : 1;
    const struct allowance allowance = allowance_of(path);
    struct rehearsal rehearsals[MOST_PARTS];
    struct copy copies[MOST_PARTS];
    struct text said[MOST_PARTS] = {{0}};
    enum copy_end ends[MOST_PARTS];
    for (size_t i = 0; i < parts; i++) {
        rehearsals[i] = (struct rehearsal){path, i, parts};
        copies[i] = copy_start(rehearse, &rehearsals[i], allowance);
    }
    for (size_t i = 0; i < parts; i++)
        ends[i] = copy_finish(&copies[i], &said[i]);
    for (size_t i = 0; i < parts; i++) {
        if (ends[i] == COPY_PREVENTED && parts > 1 && status == STATUS_FINE) {
            said[i].length = 0;
            ends[i] = copy_work(rehearse, &rehearsals[i], allowance, &said[i]);
        }
        if (status == STATUS_FINE)
            status = verdict(path, ends[i], &said[i], trouble);
        text_free(&said[i]);
    }
    return status;
}

struct results *results_open(const char *path, struct trouble *trouble)
{
    return results_examine(path, trouble) == STATUS_FINE ? results_open_own(path, trouble) : NULL;
}

struct results *results_open_own(const char *path, struct trouble *trouble)
{
    struct results *results = open_file(path, trouble);
    if (results == NULL || read_all(results, trouble) == STATUS_FINE)
        return results;
    results_close(results);
    return NULL;
}
