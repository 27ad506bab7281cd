#include "scenario/document.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/quote.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define ELLIPSIS        "\xE2\x80\xA6"

enum { EXCERPT_COLUMNS = 160, EXCERPT_BEFORE = 60 };

static const char *line_start(const struct document *document, int line)
{
    const char *start = document->text, *end = document->text + document->length;
    for (int i = 1; i < line && start < end; i++) {
        const char *stop = memchr(start, '\n', (size_t)(end - start));
        start = stop == NULL ? end : stop + 1;
    }
    return start;
}

static const char *skip_columns(const char *bytes, const char *end, int columns)
{
    for (int i = 0; i < columns && bytes < end; i++) {
        size_t sequence = utf8_sequence(bytes, (size_t)(end - bytes));
        bytes += sequence == 0 ? 1 : sequence;
    }
    return bytes;
}

/* Fills in the source line, or the part of a long one around the column, and the column of it that the caret
 * goes under. A column behind the end of the line, as libfyaml names some at the end of a file, becomes the
 * end. */
static void excerpt_write(const struct document *document, struct place *place, struct text *excerpt)
{
    const char *start = line_start(document, place->line);
    const char *end = document->text + document->length;
    const char *stop = memchr(start, '\n', (size_t)(end - start));
    stop = stop == NULL ? end : stop;
    int columns = (int)quote_columns(start, (size_t)(stop - start));
    if (place->column > columns + 1)
        place->column = columns + 1;

    int skipped = columns > EXCERPT_COLUMNS && place->column > EXCERPT_COLUMNS - EXCERPT_BEFORE
                      ? place->column - EXCERPT_BEFORE
                      : 0;
    const char *from = skip_columns(start, stop, skipped);
    const char *to = skip_columns(from, stop, EXCERPT_COLUMNS);
    text_say(excerpt, skipped > 0 ? ELLIPSIS : "");
    quote_add(excerpt, from, (size_t)(to - from));
    text_say(excerpt, to < stop ? ELLIPSIS : "");
    place->caret = skipped > 0 ? place->column - skipped + 1 : place->column;
    place->excerpt = excerpt->bytes;
}

__attribute__((format(printf, 4, 0))) static enum status tell(struct trouble *trouble,
                                                              const struct document *document,
                                                              struct position where, const char *format,
                                                              va_list arguments)
{
    char *sentence = NULL;
    require(vasprintf(&sentence, format, arguments) >= 0);
    struct text excerpt = {0};
    struct place place = {document->file, where.line, where.column, where.width, NULL, 0};
    bool kept = !trouble_full(trouble);
    if (kept && where.line > 0) /* to find a line takes a walk through the file */
        excerpt_write(document, &place, &excerpt);
    trouble_add(trouble, STATUS_BAD_INPUT, place, "%s", sentence);
    text_free(&excerpt);
    free(sentence);
    return STATUS_BAD_INPUT;
}

enum status document_trouble(struct trouble *trouble, const struct document *document, struct position where,
                             const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    enum status status = tell(trouble, document, where, format, arguments);
    va_end(arguments);
    return status;
}

enum status node_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct position where = {node->line, node->column, node->width};
    enum status status = tell(trouble, node->document, where, format, arguments);
    va_end(arguments);
    return status;
}

enum status node_key_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct position where = {node->line, node->column, node->width};
    if (node->key != NULL)
        where = (struct position){node->key_line, node->key_column,
                                  (int)quote_columns(node->key, strlen(node->key))};
    enum status status = tell(trouble, node->document, where, format, arguments);
    va_end(arguments);
    return status;
}

bool text_forbids(const char *bytes, size_t sequence)
{
    enum { FIRST_PRINTED = 0x20, DELETE = 0x7F, LAST_CONTROL = 0x9F };
    uint32_t point = utf8_point(bytes, sequence);
    bool blank = point == '\t' || point == '\n';
    return !blank && (point < FIRST_PRINTED || (point >= DELETE && point <= LAST_CONTROL));
}

/* Text of which each character takes two or four bytes, without a mark that says so: the first two characters
 * of a scenario are letters, so that their other bytes are zero. */
static const char *wide_text(const char *text, size_t length)
{
    enum { TWO_CHARACTERS = 8 };
    if (length < TWO_CHARACTERS)
        return NULL;
    unsigned zeros = 0;
    for (unsigned i = 0; i < TWO_CHARACTERS; i++)
        zeros |= text[i] == '\0' ? 1U << i : 0;
    if (zeros == 0xEE || zeros == 0x77)
        return "this text is UTF-32; save it as UTF-8";
    return zeros == 0xAA || zeros == 0x55 ? "this text is UTF-16; save it as UTF-8" : NULL;
}

static const char *what_it_is(const char *text, size_t length)
{
    static const struct {
        const char *start;
        size_t length;
        const char *sentence;
    } known[] = {
        {"\x89HDF", 4, "this is an HDF5 file, such as results are kept in, and not a text"},
        {"\xFF\xFE\0\0", 4, "this text is UTF-32; save it as UTF-8"}, /* before UTF-16, as which it begins */
        {"\0\0\xFE\xFF", 4, "this text is UTF-32; save it as UTF-8"},
        {"\xFF\xFE", 2, "this text is UTF-16; save it as UTF-8"},
        {"\xFE\xFF", 2, "this text is UTF-16; save it as UTF-8"},
        {"\x1F\x8B", 2, "this is a compressed file; unpack it first"},
        {"PK\x03\x04", 4, "this is a zip archive; unpack it first"},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (length >= known[i].length && memcmp(text, known[i].start, known[i].length) == 0)
            return known[i].sentence;
    return wide_text(text, length);
}

/* The length of the good character at `bytes`, or 0 when it has no place in a scenario. */
static size_t good_character(const char *bytes, size_t length)
{
    size_t sequence = utf8_sequence(bytes, length);
    return sequence > 0 && text_forbids(bytes, sequence) ? 0 : sequence;
}

static enum status bad_character(const struct document *document, const char *bytes, size_t length,
                                 struct position where, struct trouble *trouble)
{
    if (utf8_sequence(bytes, length) == 0)
        return document_trouble(trouble, document, where,
                                "the byte 0x%02x is not UTF-8 text; save the file as UTF-8",
                                (unsigned)(unsigned char)bytes[0]);
    if (bytes[0] == '\0')
        return document_trouble(trouble, document, where, "a NUL byte stands here, so this is no text");
    return document_trouble(trouble, document, where,
                            "a control character stands here (byte 0x%02x); take it out",
                            (unsigned)(unsigned char)bytes[0]);
}

static enum status check_text(const struct document *document, struct trouble *trouble)
{
    struct position where = {1, 1, 1};
    long brackets = 0;
    for (size_t i = 0; i < document->length;) {
        const char *at = document->text + i;
        size_t sequence = good_character(at, document->length - i);
        if (sequence == 0)
            return bad_character(document, at, document->length - i, where, trouble);
        if (*at == '%' && where.column == 1)
            return document_trouble(trouble, document, where,
                                    "lines that begin with `%%` (YAML directives) are not read");
        brackets += *at == '[' || *at == '{' ? 1 : 0;
        brackets -= *at == ']' || *at == '}' ? 1 : 0;
        if (brackets > MOST_BRACKETS)
            return document_trouble(trouble, document, where, "more than 1000 brackets are open here");
        if (where.column > MOST_COLUMNS)
            return document_trouble(trouble, document, where,
                                    "a line of more than 65,536 characters; break it up");
        where.column = *at == '\n' ? 1 : where.column + 1;
        where.line += *at == '\n' ? 1 : 0;
        i += sequence;
    }
    return STATUS_FINE;
}

struct document *document_new(const char *file, const char *text, size_t length, struct arena *arena,
                              struct trouble *trouble)
{
    struct document *document = ARENA_NEW(arena, struct document, 1);
    *document = (struct document){arena_text(arena, file, strlen(file)), "", 0};
    const char *strange = what_it_is(text, length);
    if (strange == NULL && length > MOST_BYTES)
        strange = "larger than 4 MiB, the most that is read";
    if (strange != NULL) {
        document_trouble(trouble, document, (struct position){0}, "%s", strange);
        return NULL;
    }
    size_t mark = strlen(BYTE_ORDER_MARK);
    size_t start = length >= mark && memcmp(text, BYTE_ORDER_MARK, mark) == 0 ? mark : 0;
    char *copy = arena_take(arena, length + 1, 1);
    for (size_t i = start; i < length; i++) {
        bool pair = text[i] == '\r' && i + 1 < length && text[i + 1] == '\n';
        if (!pair)
            copy[document->length++] = text[i] == '\r' ? '\n' : text[i];
    }
    document->text = copy;
    return check_text(document, trouble) == STATUS_FINE ? document : NULL;
}
