#include "record/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"
#include "base/shell.h"
#include "record/disk.h"

struct frame_head {
    uint64_t length, number;
    uint32_t variant, replication, design, zero;
};

enum {
    FRAME_EXTRA = sizeof(struct frame_head) + sizeof(uint32_t), /* bytes of a record besides its payload */
    LOCK_ATTEMPTS = 16, /* each fails only when another program removed the file in between */
};

struct journal {
    int file;
    char *path;
    uint64_t end;  /* of what is kept */
    uint64_t peek; /* length of the record that was read but is not kept yet */
    struct run_order peeked;
    uint64_t size;  /* of the file when it was opened */
    uint64_t begin; /* of the first record; of a journal that is only read */
    char *held;     /* all of it in memory, or NULL */
    struct arena arena;
    struct heading heading;
};

static struct place journal_place(const char *path)
{
    return (struct place){.file = path};
}

static enum status locked(int file, const char *path, struct trouble *trouble)
{
    if (flock(file, LOCK_EX | LOCK_NB) == 0)
        return STATUS_FINE;
    if (errno == EWOULDBLOCK)
        return trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(path),
                           "another groundswell is writing these results at this moment");
    return STATUS_FINE; /* some network file systems cannot lock: the advice is lost, not the run */
}

/* A lock holds on a file, not on a name: a program that finished between our open and our lock has removed
 * the name. */
static bool still_named(int file, const char *path)
{
    struct stat mine, named;
    return fstat(file, &mine) == 0 && stat(path, &named) == 0 && mine.st_dev == named.st_dev &&
           mine.st_ino == named.st_ino;
}

static enum status opened(const char *path, const char *target, int *file, struct trouble *trouble)
{
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
        *file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (*file < 0)
            return limit_trouble(trouble, STATUS_NO_OUTPUT, journal_place(target), errno,
                                 "results cannot be written here");
        enum status status = locked(*file, path, trouble);
        if (status == STATUS_FINE && still_named(*file, path))
            return STATUS_FINE;
        close(*file);
        *file = -1;
        if (status != STATUS_FINE)
            return status;
    }
    return trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(path),
                       "this file vanishes whenever it is created");
}

/* Reads the heading, if there is a whole one. */
static bool heading_read(int file, uint64_t size, struct arena *arena, struct heading *heading,
                         uint64_t *length)
{
    char prefix[HEADING_PREFIX];
    if (size < sizeof prefix || disk_read(file, 0, prefix, sizeof prefix) != 0)
        return false;
    *length = heading_length(prefix);
    if (*length == 0 || *length > size)
        return false;
    char *bytes = must_allocate(*length, 1);
    bool whole = disk_read(file, 0, bytes, *length) == 0 && heading_decode(bytes, *length, arena, heading);
    free(bytes);
    return whole;
}

/* A program that died while it wrote its heading leaves the first bytes of one. They hold no run. */
static bool heading_torn(int file, uint64_t size, const struct text *heading)
{
    if (size >= heading->length)
        return false;
    char *bytes = must_allocate(size, 1);
    bool torn = disk_read(file, 0, bytes, size) == 0 && memcmp(bytes, heading->bytes, size) == 0;
    free(bytes);
    return torn;
}

static enum status journal_begin(struct journal *journal, const char *target, const struct text *heading,
                                 struct trouble *trouble)
{
    int wrong = disk_truncate(journal->file, 0);
    if (wrong == 0)
        wrong = disk_write(journal->file, 0, heading->bytes, heading->length);
    if (wrong == 0)
        wrong = disk_sync(journal->file);
    if (wrong == 0) {
        journal->end = journal->size = heading->length;
        return STATUS_FINE;
    }
    unlink(journal->path);
    return trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(target), "results cannot be written here: %s",
                       strerror(wrong));
}

static uint64_t runs_kept(struct journal *journal)
{
    struct text payload = {0};
    uint64_t runs = 0;
    while (journal_peek(journal, runs, &payload)) {
        journal_keep(journal);
        runs++;
    }
    text_free(&payload);
    return runs;
}

static enum status begin_anew(struct journal *journal, const char *target, const struct heading *heading,
                              const struct text *bytes, struct trouble *trouble)
{
    journal->heading = *heading;
    return journal_begin(journal, target, bytes, trouble);
}

/* The file is there already and is not empty. */
static enum status go_on(struct journal *journal, const char *target, const struct heading *heading,
                         const struct text *bytes, enum journal_start start, struct trouble *trouble)
{
    if (!heading_read(journal->file, journal->size, &journal->arena, &journal->heading, &journal->end)) {
        if (heading_torn(journal->file, journal->size, bytes))
            return begin_anew(journal, target, heading, bytes, trouble);
        trouble_add(
            trouble, STATUS_NO_OUTPUT, journal_place(journal->path),
            "results are kept under this name while they are made, but this file is not such or is damaged");
        trouble_hint(trouble, "remove it, or write the results somewhere else");
        return STATUS_NO_OUTPUT;
    }
    if (start == JOURNAL_GO_ON) {
        enum status status = heading_compare(&journal->heading, heading, journal->path, trouble);
        /* Where `resume` was given a limit, the results name the command that makes all runs again. */
        if (heading->override_count != journal->heading.override_count) {
            journal->heading.command = heading->command;
            journal->heading.overrides = heading->overrides;
            journal->heading.override_count = heading->override_count;
        }
        return status;
    }
    uint64_t runs = runs_kept(journal);
    if (runs == 0)
        return begin_anew(journal, target, heading, bytes, trouble);
    trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(journal->path),
                "an interrupted run is kept here, with %llu run%s done", (unsigned long long)runs,
                runs == 1 ? "" : "s");
    struct text word = {0};
    shell_path(&word, target);
    trouble_hint(trouble, "continue with `groundswell resume %s`, or remove the file to start anew",
                 word.bytes);
    text_free(&word);
    return STATUS_NO_OUTPUT;
}

enum status journal_open(const char *path, const char *target, const struct heading *heading,
                         enum journal_start start, struct journal **result, struct trouble *trouble)
{
    *result = NULL;
    int file;
    enum status status = opened(path, target, &file, trouble);
    if (status != STATUS_FINE)
        return status;

    struct journal *journal = must_allocate(1, sizeof *journal);
    journal->file = file;
    journal->path = must_copy(path);
    struct text bytes = {0};
    heading_encode(heading, &bytes);
    struct stat facts;
    if (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        status = trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(path), "this is not a regular file");
    } else if (facts.st_size == 0) {
        status = begin_anew(journal, target, heading, &bytes, trouble);
    } else {
        journal->size = (uint64_t)facts.st_size;
        status = go_on(journal, target, heading, &bytes, start, trouble);
    }
    text_free(&bytes);
    if (status == STATUS_FINE)
        *result = journal;
    else
        journal_close(journal);
    return status;
}

const struct heading *journal_heading(const struct journal *journal)
{
    return &journal->heading;
}

bool journal_peek(struct journal *journal, uint64_t number, struct text *payload)
{
    struct frame_head head;
    uint64_t left = journal->size - journal->end;
    if (left < FRAME_EXTRA || disk_read(journal->file, journal->end, &head, sizeof head) != 0)
        return false;
    if (head.number != number || head.length > left - FRAME_EXTRA)
        return false;
    text_free(payload);
    payload->bytes = must_allocate(head.length + sizeof(uint32_t) + 1, 1);
    payload->length = head.length;
    payload->room = head.length + 1;
    uint32_t crc;
    if (disk_read(journal->file, journal->end + sizeof head, payload->bytes, head.length + sizeof crc) != 0)
        return false;
    memcpy(&crc, payload->bytes + head.length, sizeof crc);
    if (crc32c(crc32c(0, &head, sizeof head), payload->bytes, head.length) != crc)
        return false;
    journal->peek = head.length + FRAME_EXTRA;
    journal->peeked = (struct run_order){head.variant, head.replication, head.design};
    return true;
}

bool journal_peeked_is(const struct journal *journal, const struct run_order *order)
{
    const struct run_order *peeked = &journal->peeked;
    return peeked->variant == order->variant && peeked->replication == order->replication &&
           peeked->design == order->design;
}

uint64_t journal_length(const struct journal *journal)
{
    return journal->end;
}

uint64_t journal_keep(struct journal *journal)
{
    require(journal->peek > 0);
    uint64_t payload = journal->end + sizeof(struct frame_head);
    journal->end += journal->peek;
    journal->peek = 0;
    return payload;
}

enum status journal_cut(struct journal *journal, struct trouble *trouble)
{
    int wrong = disk_truncate(journal->file, journal->end);
    journal->size = journal->end;
    if (wrong == 0)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_NO_OUTPUT, journal_place(journal->path),
                       "the torn end of this file cannot be cut off: %s", strerror(wrong));
}

enum status journal_append(struct journal *journal, uint64_t number, const struct run_order *order,
                           const struct text *payload, uint64_t *start, int *error, struct trouble *trouble)
{
    const struct frame_head head = {payload->length,    number,        order->variant,
                                    order->replication, order->design, 0};
    struct text frame = {0};
    text_add(&frame, (const char *)&head, sizeof head);
    text_add(&frame, payload->bytes, payload->length);
    uint32_t crc = crc32c(0, frame.bytes, frame.length);
    text_add(&frame, (const char *)&crc, sizeof crc);

    int wrong = disk_write(journal->file, journal->end, frame.bytes, frame.length);
    if (wrong == 0) {
        *start = journal->end + sizeof head;
        journal->end += frame.length;
        journal->size = journal->end;
    } else {
        disk_truncate(journal->file, journal->end); /* best effort: the next opening cuts it off as well */
    }
    text_free(&frame);
    *error = wrong;
    if (wrong == 0)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_OUTPUT_LOST, journal_place(journal->path),
                       "run %llu could not be written: %s", (unsigned long long)number + 1, strerror(wrong));
}

/* Pieces of a file are read one by one with a call of the system for each: tens of thousands for a results
 * file. A long journal is left where it is. */
enum { MOST_HELD = 64 << 20 };

uint64_t journal_held(const struct journal *journal)
{
    return journal->end <= MOST_HELD ? journal->end : 0;
}

void journal_hold(struct journal *journal)
{
    const uint64_t length = journal_held(journal);
    require(journal->held == NULL);
    journal->held = length == 0 ? NULL : malloc(length);
    if (journal->held != NULL && disk_read(journal->file, 0, journal->held, length) != 0) {
        free(journal->held); /* who reads it will hear why */
        journal->held = NULL;
    }
}

enum status journal_read(const struct journal *journal, uint64_t start, void *bytes, size_t length,
                         struct trouble *trouble)
{
    require(start <= journal->end && length <= journal->end - start);
    if (journal->held != NULL) {
        memcpy(bytes, journal->held + start, length);
        return STATUS_FINE;
    }
    int wrong = disk_read(journal->file, start, bytes, length);
    if (wrong == 0)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_OUTPUT_LOST, journal_place(journal->path),
                       "the runs that are kept cannot be read back: %s", strerror(wrong));
}

enum status journal_sync(const struct journal *journal, struct trouble *trouble)
{
    int wrong = disk_sync(journal->file);
    if (wrong == 0)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_OUTPUT_LOST, journal_place(journal->path),
                       "the runs could not be brought to the disk: %s", strerror(wrong));
}

void journal_close(struct journal *journal)
{
    if (journal == NULL)
        return;
    close(journal->file);
    arena_free(&journal->arena);
    free(journal->path);
    free(journal->held);
    free(journal);
}

void journal_remove(struct journal *journal)
{
    unlink(journal->path);
    journal_close(journal);
}

enum status journal_origin(const char *path, struct arena *arena, struct heading *heading, bool *found,
                           struct trouble *trouble)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would wait for its writer */
    *found = file >= 0 || errno != ENOENT;
    if (!*found)
        return STATUS_FINE;
    if (file < 0)
        return limit_trouble(trouble, STATUS_NO_INPUT, journal_place(path), errno,
                             "this file cannot be read");
    struct stat facts;
    uint64_t length;
    bool whole = fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) &&
                 heading_read(file, (uint64_t)facts.st_size, arena, heading, &length);
    close(file);
    if (whole)
        return STATUS_FINE;
    trouble_add(trouble, STATUS_BAD_INPUT, journal_place(path),
                "this is not an interrupted run, or there is nothing in it to continue");
    trouble_hint(trouble, "remove it and start the run anew");
    return STATUS_BAD_INPUT;
}

enum status journal_look(const char *path, struct journal **result, struct trouble *trouble)
{
    *result = NULL;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would wait for its writer */
    if (file < 0)
        return limit_trouble(trouble, STATUS_NO_INPUT, journal_place(path), errno,
                             "this file cannot be read");
    struct journal *journal = must_allocate(1, sizeof *journal);
    journal->file = file;
    journal->path = must_copy(path);
    struct stat facts;
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode)) {
        journal->size = (uint64_t)facts.st_size;
        if (heading_read(file, journal->size, &journal->arena, &journal->heading, &journal->begin)) {
            journal->end = journal->begin;
            *result = journal;
            return STATUS_FINE;
        }
    }
    journal_close(journal);
    return STATUS_BAD_INPUT;
}

bool journal_damaged(const struct journal *journal)
{
    struct frame_head head;
    uint64_t left = journal->size - journal->end;
    return left >= FRAME_EXTRA && disk_read(journal->file, journal->end, &head, sizeof head) == 0 &&
           head.length <= left - FRAME_EXTRA;
}

void journal_rewind(struct journal *journal)
{
    journal->end = journal->begin;
}
