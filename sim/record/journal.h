/* Finished runs, kept one by one so that a killed program loses none of them.
 *
 * A journal is a heading (record/heading.h) and then one record a run, in the order of the plan:
 *
 *     u64 length of the payload, u64 number of the run, u32 variant, u32 replication, u32 design, u32 zero,
 *     payload, u32 CRC-32C of all of these
 *
 * A record counts when it is whole (its checksum holds and its number is the next one) and of the run that
 * the round, which is decided on the complete rounds before it, has at this place. Writing only ever appends,
 * so whatever instant a program dies at, the file is some whole records and at most one torn one, which the
 * next opening cuts off. An open journal is locked against other programs (flock: advisory, gone when its
 * holder dies).
 */
#ifndef RECORD_JOURNAL_H
#define RECORD_JOURNAL_H

#include "record/heading.h"

struct journal;

enum journal_start { JOURNAL_ANEW, JOURNAL_GO_ON };

/* Opens and locks, or creates, the journal at `path`. JOURNAL_ANEW refuses one that holds runs;
 * JOURNAL_GO_ON refuses one whose heading is not `heading`. `target` is the results file, for the sentences.
 */
enum status journal_open(const char *path, const char *target, const struct heading *heading,
                         enum journal_start start, struct journal **result, struct trouble *trouble);
/* The heading as it was first written: a resumed run keeps the command and file name it was begun with.
 * Limits that were given to `resume` are added to its overrides and its command. */
const struct heading *journal_heading(const struct journal *journal);

/* How many bytes of it are kept. */
uint64_t journal_length(const struct journal *journal);

/* Keeps what there is in memory from now on, where that is little, since it is then read piece by piece: as
 * many bytes as journal_held says, before and after. */
uint64_t journal_held(const struct journal *journal);
void journal_hold(struct journal *journal);

/* Reads the record of run `number` that should come next. False when there is none that is whole. */
bool journal_peek(struct journal *journal, uint64_t number, struct text *payload);
/* Whether the record that was peeked is of this run. */
bool journal_peeked_is(const struct journal *journal, const struct run_order *order);
/* Keeps the record that was peeked; returns where its payload starts. */
uint64_t journal_keep(struct journal *journal);
/* Cuts off what was not kept. */
enum status journal_cut(struct journal *journal, struct trouble *trouble);

/* Appends a record, and tells where its payload starts. What fails leaves the journal as it was, and
 * its errno value in `error`. */
enum status journal_append(struct journal *journal, uint64_t number, const struct run_order *order,
                           const struct text *payload, uint64_t *start, int *error, struct trouble *trouble);
enum status journal_read(const struct journal *journal, uint64_t start, void *bytes, size_t length,
                         struct trouble *trouble);
enum status journal_sync(const struct journal *journal, struct trouble *trouble);

/* The file stays; journal_remove deletes it too, while the lock is still held. */
void journal_close(struct journal *journal);
void journal_remove(struct journal *journal);

/* Opens a journal to be read alone, and kept as it is: its runs are peeked at and kept in turn. No lock,
 * since records that are there do not change. STATUS_BAD_INPUT where it has no whole heading. */
enum status journal_look(const char *path, struct journal **result, struct trouble *trouble);
/* After a peek that found nothing: whether a record stands there all the same, which is damaged. False where
 * there is nothing or the torn end that a killed program leaves. */
bool journal_damaged(const struct journal *journal);
/* Back to the first record. */
void journal_rewind(struct journal *journal);

/* Reads the heading of a journal without locking it. `found` is false, and all is fine, when there is no
 * file. */
enum status journal_origin(const char *path, struct arena *arena, struct heading *heading, bool *found,
                           struct trouble *trouble);

#endif
