#include "record/merge.h"

#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/require.h"
#include "base/shell.h"
#include "record/journal.h"
#include "record/outcome_parts.h"

struct merge {
    const char *named; /* the results file, as the user calls it */
    uint64_t of;
    char **names;              /* by part; NULL: it is not there */
    struct journal **journals; /* by part; NULL: it is not there or cannot be read */
    uint64_t first;            /* of the parts that can be read */
    const struct run_order *orders;
    uint64_t runs;
};

static struct place place_of(const char *path)
{
    return (struct place){.file = path};
}

/* --- finding them --- */

/* The file that the results are written to, links followed: its parts lie beside it. For the caller to free.
 */
static char *resolved(const char *target)
{
    char *path = realpath(target, NULL);
    return path == NULL ? must_copy(target) : path;
}

static enum status take_part(struct merge *merge, const char *path, const struct record_part *part,
                             struct trouble *trouble)
{
    if (merge->of == 0) {
        merge->of = part->of;
        merge->names = must_allocate(part->of, sizeof *merge->names);
        merge->journals = must_allocate(part->of, sizeof(struct journal *));
    }
    if (merge->of != part->of) {
        unsigned long long one = merge->of, other = part->of;
        trouble_add(trouble, STATUS_BAD_INPUT, place_of(merge->named),
                    "there are parts of %llu and parts of %llu here, and they do not belong together",
                    one < other ? one : other, one < other ? other : one);
        trouble_hint(trouble, "move those away that are not to be merged");
        return STATUS_BAD_INPUT;
    }
    merge->names[part->number - 1] = part_name(path, part);
    return STATUS_FINE;
}

static enum status find_in(struct merge *merge, DIR *folder, const char *path, struct trouble *trouble)
{
    char *copy = must_copy(path);
    const char *base = basename(copy);
    enum status status = STATUS_FINE;
    for (const struct dirent *entry; status == STATUS_FINE && (entry = readdir(folder)) != NULL;) {
        struct record_part part;
        size_t length;
        if (part_in_name(entry->d_name, &part, &length) && length == strlen(base) &&
            memcmp(entry->d_name, base, length) == 0)
            status = take_part(merge, path, &part, trouble);
    }
    free(copy);
    return status;
}

static enum status find_parts(struct merge *merge, struct trouble *trouble)
{
    char *path = resolved(merge->named), *copy = must_copy(path);
    DIR *folder = opendir(dirname(copy));
    int error = errno;
    enum status status = folder == NULL ? limit_trouble(trouble, STATUS_NO_INPUT, place_of(merge->named),
                                                        error, "the folder of this file cannot be read")
                                        : find_in(merge, folder, path, trouble);
    if (folder != NULL)
        closedir(folder);
    free(copy);
    free(path);
    if (status != STATUS_FINE || merge->of > 0)
        return status;
    struct text word = {0};
    shell_path(&word, merge->named);
    trouble_add(trouble, STATUS_NO_INPUT, place_of(merge->named), "there are no parts of this file");
    trouble_hint(
        trouble,
        "`groundswell run SCENARIO -o %s --part 1/4` carries out the first of four parts, and leaves "
        "it here",
        word.bytes);
    text_free(&word);
    return STATUS_NO_INPUT;
}

/* --- whether they belong together --- */

static enum status open_part(struct merge *merge, uint64_t i, struct trouble *trouble)
{
    const char *name = merge->names[i];
    enum status status = journal_look(name, &merge->journals[i], trouble);
    if (status == STATUS_BAD_INPUT) {
        trouble_add(trouble, status, place_of(name), "this is no part of a run, or its beginning is damaged");
        trouble_hint(trouble, "remove it, and carry out this part anew with `--part %llu/%llu`",
                     (unsigned long long)i + 1, (unsigned long long)merge->of);
    }
    if (status != STATUS_FINE)
        return status;
    const struct record_part *part = &journal_heading(merge->journals[i])->part;
    if (part->number == i + 1 && part->of == merge->of)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_BAD_INPUT, place_of(name),
                       "this file was made as part %llu of %llu and has the name of part %llu of %llu",
                       (unsigned long long)part->number, (unsigned long long)part->of,
                       (unsigned long long)i + 1, (unsigned long long)merge->of);
}

static void compare_parts(const struct merge *merge, struct trouble *trouble)
{
    const struct heading *first = merge_heading(merge);
    for (uint64_t i = merge->first + 1; i < merge->of; i++) {
        if (merge->journals[i] == NULL)
            continue;
        const char *other = heading_difference(first, journal_heading(merge->journals[i]));
        if (other == NULL)
            continue;
        trouble_add(trouble, STATUS_BAD_INPUT, place_of(merge->names[i]),
                    "this part was begun with %s than %s, so they do not belong together", other,
                    merge->names[merge->first]);
        trouble_hint(trouble, "move those away that are not to be merged");
    }
}

enum status merge_open(const char *target, struct merge **result, struct trouble *trouble)
{
    struct merge *merge = must_allocate(1, sizeof *merge);
    merge->named = target;
    enum status status = find_parts(merge, trouble);
    if (status == STATUS_FINE) {
        for (uint64_t i = 0; i < merge->of; i++)
            if (merge->names[i] != NULL)
                open_part(merge, i, trouble);
        while (merge->first < merge->of && merge->journals[merge->first] == NULL)
            merge->first++;
        if (trouble->count == 0)
            compare_parts(merge, trouble);
        status = trouble_status(trouble);
    }
    if (status != STATUS_FINE) {
        merge_close(merge);
        merge = NULL;
    }
    *result = merge;
    return status;
}

void merge_close(struct merge *merge)
{
    if (merge == NULL)
        return;
    for (uint64_t i = 0; i < merge->of; i++) {
        journal_close(merge->journals[i]);
        free(merge->names[i]);
    }
    free(merge->journals);
    free(merge->names);
    free(merge);
}

const struct heading *merge_heading(const struct merge *merge)
{
    return journal_heading(merge->journals[merge->first]);
}

uint64_t merge_parts(const struct merge *merge)
{
    return merge->of;
}

/* --- whether all is there --- */

/* A run that is there is whole: its checksum holds, it is the one that stands at this place, and a run can
 * leave this. */
static bool run_fits(const struct journal *journal, const struct outcome_layout *layout,
                     const struct record_plan *plan, const struct run_order *order,
                     const struct text *payload)
{
    const enum outcome_part kept = plan_keeps(plan, order);
    uint64_t *rows = must_allocate(layout->shape->table_count, sizeof *rows);
    bool fits = journal_peeked_is(journal, order) &&
                outcome_decode_rows(layout, kept, payload->bytes, payload->length, rows) &&
                (kept != OUTCOME_WHOLE || outcome_rows_fit(layout, payload->bytes, rows));
    free(rows);
    return fits;
}

static void tell_damage(const struct merge *merge, uint64_t i, uint64_t run, struct trouble *trouble)
{
    struct text word = {0};
    shell_path(&word, merge->names[i]);
    trouble_add(trouble, STATUS_BAD_INPUT, place_of(merge->names[i]), "run %llu of this part is damaged",
                (unsigned long long)run + 1);
    trouble_hint(trouble, "`groundswell resume %s` carries it out again, with those after it", word.bytes);
    text_free(&word);
}

/* How many runs of the part are there. */
static uint64_t runs_there(struct merge *merge, uint64_t i, const struct record_plan *plan,
                           const struct outcome_layout *layout, struct trouble *trouble)
{
    struct journal *journal = merge->journals[i];
    struct text payload = {0};
    uint64_t there = 0;
    for (uint64_t run = i; run < merge->runs; run += merge->of, there++) {
        bool found = journal_peek(journal, there, &payload);
        if (found && run_fits(journal, layout, plan, &merge->orders[run], &payload)) {
            journal_keep(journal);
            continue;
        }
        if (found || journal_damaged(journal))
            tell_damage(merge, i, there, trouble);
        break;
    }
    journal_rewind(journal);
    text_free(&payload);
    return there;
}

/* "part 4", "parts 4 and 9", "parts 2, 4 to 7 and 9" of those whose `missing` is true. */
static void say_parts(const bool *missing, uint64_t of, struct text *text)
{
    uint64_t left = 0, said = 0;
    for (uint64_t i = 0; i < of; i++)
        left += missing[i];
    text_say(text, left == 1 ? "part " : "parts ");
    for (uint64_t i = 0; i < of; i++) {
        if (!missing[i])
            continue;
        uint64_t end = i;
        while (end + 1 < of && missing[end + 1])
            end++;
        if (end < i + 2) /* "4 to 5" says no more than "4, 5" */
            end = i;
        left -= end - i + 1;
        text_say(text, said++ == 0 ? "" : left == 0 ? " and " : ", ");
        text_print(text, "%llu", (unsigned long long)i + 1);
        if (end > i)
            text_print(text, " to %llu", (unsigned long long)end + 1);
        i = end;
    }
}

/* What to do about the first part that is not there, and about the first that lacks runs. */
static void hint_at_missing(const struct merge *merge, const bool *missing, const uint64_t *lacks,
                            struct trouble *trouble)
{
    uint64_t gone = 0, begun = 0;
    while (gone < merge->of && !missing[gone])
        gone++;
    while (begun < merge->of && (missing[begun] || lacks[begun] == 0))
        begun++;
    struct text hint = {0};
    if (gone < merge->of) {
        text_print(&hint, "`%s -o ", merge_heading(merge)->command);
        shell_path(&hint, merge->named);
        text_print(&hint, " --part %llu/%llu` carries out part %llu", (unsigned long long)gone + 1,
                   (unsigned long long)merge->of, (unsigned long long)gone + 1);
    }
    if (begun < merge->of) {
        text_say(&hint, gone < merge->of ? "; `groundswell resume " : "`groundswell resume ");
        shell_path(&hint, merge->names[begun]);
        text_print(&hint, "` continues part %llu", (unsigned long long)begun + 1);
    }
    trouble_hint(trouble, "%s", hint.bytes);
    text_free(&hint);
}

static enum status tell_missing(const struct merge *merge, const bool *missing, const uint64_t *lacks,
                                struct trouble *trouble)
{
    struct text text = {0};
    uint64_t gone = 0;
    for (uint64_t i = 0; i < merge->of; i++)
        gone += missing[i];
    if (gone > 0) {
        say_parts(missing, merge->of, &text);
        text_print(&text, " of %llu %s missing", (unsigned long long)merge->of, gone == 1 ? "is" : "are");
    }
    for (uint64_t i = 0; i < merge->of; i++) {
        if (missing[i] || lacks[i] == 0)
            continue;
        const bool begins = text.length == 0;
        const struct record_part part = {i + 1, merge->of};
        text_print(&text, "%s%llu of %llu runs of part %llu", begins ? "" : ", ",
                   (unsigned long long)lacks[i], (unsigned long long)part_runs(&part, merge->runs),
                   (unsigned long long)i + 1);
        if (begins)
            text_print(&text, " of %llu %s missing", (unsigned long long)merge->of,
                       lacks[i] == 1 ? "is" : "are");
    }
    if (text.length > 0) {
        trouble_add(trouble, STATUS_INTERRUPTED, place_of(merge->named), "%s", text.bytes);
        hint_at_missing(merge, missing, lacks, trouble);
    }
    text_free(&text);
    return trouble_status(trouble);
}

static enum status look_for_runs(struct merge *merge, const struct record_plan *plan, struct trouble *trouble)
{
    struct outcome_layout layout;
    outcome_layout_begin(&layout, &plan->shape);
    bool *missing = must_allocate(merge->of, sizeof *missing);
    uint64_t *lacks = must_allocate(merge->of, sizeof *lacks);
    for (uint64_t i = 0; i < merge->of; i++) {
        const struct record_part part = {i + 1, merge->of};
        const uint64_t runs = part_runs(&part, merge->runs);
        missing[i] = merge->journals[i] == NULL && runs > 0; /* one without runs is not missed */
        if (merge->journals[i] != NULL)
            lacks[i] = runs - runs_there(merge, i, plan, &layout, trouble);
    }
    enum status status = trouble_status(trouble); /* what is damaged is said alone */
    if (status == STATUS_FINE)
        status = tell_missing(merge, missing, lacks, trouble);
    free(lacks);
    free(missing);
    outcome_layout_free(&layout);
    return status;
}

enum status merge_judge(struct merge *merge, const struct record_plan *plan, const struct run_order *orders,
                        uint64_t count, struct trouble *trouble)
{
    const struct heading own = heading_of(plan);
    const char *other = heading_difference(merge_heading(merge), &own);
    if (other != NULL)
        return trouble_add(trouble, STATUS_BAD_INPUT, place_of(merge->names[merge->first]),
                           "these parts cannot be merged: what they were begun with gives %s here", other);
    merge->orders = orders;
    merge->runs = count;
    return look_for_runs(merge, plan, trouble);
}

enum status merge_append(struct merge *merge, uint64_t kept, struct record *record, struct trouble *trouble)
{
    struct text payload = {0};
    enum status status = STATUS_FINE;
    for (uint64_t run = 0; run < merge->runs && status == STATUS_FINE; run++) {
        struct journal *journal = merge->journals[run % merge->of];
        if (!journal_peek(journal, run / merge->of, &payload) ||
            !journal_peeked_is(journal, &merge->orders[run]))
            status = trouble_add(trouble, STATUS_BAD_INPUT, place_of(merge->names[run % merge->of]),
                                 "this part was changed while it was merged");
        else
            journal_keep(journal);
        if (status == STATUS_FINE && run >= kept)
            status = record_append_encoded(record, &payload, trouble);
    }
    text_free(&payload);
    return status;
}
