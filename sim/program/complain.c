#include "program/complain.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "base/fold.h"
#include "program/visible.h"

static const char *const red = "\033[1;31m", *const bold = "\033[1m", *const normal = "\033[0m";

static void in_colour(struct text *out, enum paint paint, const char *code)
{
    if (paint == PAINT_COLOUR)
        text_say(out, code);
}

static void shown(struct text *out, const char *string)
{
    text_add_visible(out, string, strlen(string), BREAKS_SHOWN);
}

/* The caret stands under the character of that column, however wide the characters before it are. */
static void caret_line(struct text *out, const struct place *where, enum paint paint)
{
    const char *at = where->excerpt;
    size_t left = strlen(at);
    int caret = where->caret > 0 ? where->caret : where->column;
    for (int column = 1; column < caret; column++) {
        size_t sequence = 1;
        int columns = left == 0 ? 1 : visible_columns(at, left, &sequence);
        for (int i = 0; i < columns; i++)
            text_say(out, " ");
        at += left == 0 ? 0 : sequence;
        left -= left == 0 ? 0 : sequence;
    }
    in_colour(out, paint, red);
    text_say(out, "^");
    for (int i = 1; i < where->width && left > 0; i++) {
        size_t sequence;
        visible_columns(at, left, &sequence);
        at += sequence;
        left -= sequence;
        if (left > 0)
            text_say(out, "~");
    }
    in_colour(out, paint, normal);
    text_say(out, "\n");
}

/* The columns of the place before a sentence. */
static size_t head_width(const struct place *where)
{
    struct text head = {0};
    if (where->file == NULL)
        text_say(&head, "groundswell: ");
    else
        shown(&head, where->file);
    if (where->file != NULL)
        text_say(&head, ": ");
    if (where->file != NULL && where->line > 0)
        text_print(&head, ":%d:%d", where->line, where->column > 0 ? where->column : 1);
    size_t width = text_width(head.bytes);
    text_free(&head);
    return width;
}

/* A sentence and its end, folded where the page has a width. */
static void shown_folded(struct text *out, const char *sentence, size_t used)
{
    enum { INDENT = 2 };
    struct text words = {0};
    shown(&words, sentence);
    const char *bytes = words.bytes == NULL ? "" : words.bytes;
    if (out->columns > 0 && text_width(bytes) + used > out->columns)
        fold_words(out, bytes, used, INDENT, out->columns);
    else
        text_print(out, "%s\n", bytes);
    text_free(&words);
}

static void one_complaint(struct text *out, const struct complaint *complaint, enum paint paint)
{
    const struct place *where = &complaint->where;
    in_colour(out, paint, bold);
    if (where->file == NULL)
        text_say(out, "groundswell:");
    else
        shown(out, where->file);
    if (where->file != NULL && where->line > 0)
        text_print(out, ":%d:%d", where->line, where->column > 0 ? where->column : 1);
    text_say(out, where->file == NULL ? " " : ": ");
    in_colour(out, paint, normal);
    shown_folded(out, complaint->sentence, head_width(where));
    if (where->excerpt != NULL && where->column > 0) {
        text_say(out, "    ");
        shown(out, where->excerpt);
        text_say(out, "\n    ");
        caret_line(out, where, paint);
    }
    if (complaint->hint != NULL) {
        text_say(out, "  ");
        shown_folded(out, complaint->hint, 2);
    }
}

void complaints_text(const struct trouble *trouble, enum paint paint, struct text *out)
{
    for (size_t i = 0; i < trouble->count; i++)
        one_complaint(out, &trouble->complaints[i], paint);
    if (trouble->dropped > 0)
        text_print(out, "groundswell: and %zu more of this kind\n", trouble->dropped);
}

void complain(const struct trouble *trouble, const struct screen *screen)
{
    struct text out = {.columns = screen->margin};
    complaints_text(trouble, screen->paint, &out);
    if (out.length > 0)
        fwrite(out.bytes, 1, out.length, stderr);
    fflush(stderr);
    text_free(&out);
}

static json_t *as_json(const char *string)
{
    if (string == NULL)
        return json_null();
    struct text valid = {0};
    text_add_utf8(&valid, string, strlen(string));
    json_t *json = json_stringn(valid.bytes == NULL ? "" : valid.bytes, valid.length);
    text_free(&valid);
    return json;
}

json_t *complaints_json(const struct trouble *trouble)
{
    json_t *all = json_array();
    for (size_t i = 0; i < trouble->count; i++) {
        const struct complaint *complaint = &trouble->complaints[i];
        json_array_append_new(all, json_pack("{s:o,s:i,s:i,s:o,s:o}", "file", as_json(complaint->where.file),
                                             "line", complaint->where.line, "column", complaint->where.column,
                                             "sentence", as_json(complaint->sentence), "hint",
                                             as_json(complaint->hint)));
    }
    return all;
}

int exit_status(enum status status)
{
    switch (status) {
    case STATUS_FINE:
        return EX_OK;
    case STATUS_USAGE:
        return EX_USAGE;
    case STATUS_BAD_INPUT:
        return EX_DATAERR;
    case STATUS_NO_INPUT:
        return EX_NOINPUT;
    case STATUS_BUG:
        return EX_SOFTWARE;
    case STATUS_LIMIT:
        return EX_OSERR;
    case STATUS_NO_OUTPUT:
        return EX_CANTCREAT;
    case STATUS_OUTPUT_LOST:
        return EX_IOERR;
    case STATUS_INTERRUPTED:
        return EX_TEMPFAIL;
    }
    return EX_SOFTWARE;
}
