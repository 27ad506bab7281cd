#include "base/fold.h"

#include <string.h>

enum {
    LEAST_ROOM = 24, /* columns beside an indent; with fewer, lines begin at NARROW_INDENT */
    NARROW_INDENT = 4,
    FURTHER = 2, /* columns by which the rest of a folded line is indented more than its beginning */
};

// clang-format off
/* Unicode 15, East Asian Width W and F, and the marks that combine or show nothing: the blocks that matter. */
static const struct {uint32_t first, last; size_t width;} widths[] = {
    {0x0300, 0x036F, 0}, {0x200B, 0x200F, 0}, {0x202A, 0x202E, 0}, {0x2060, 0x2064, 0}, {0x20D0, 0x20FF, 0},
    {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},
    {0x1100, 0x115F, 2}, {0x2E80, 0xA4CF, 2}, {0xAC00, 0xD7A3, 2}, {0xF900, 0xFAFF, 2}, {0xFE30, 0xFE6F, 2},
    {0xFF00, 0xFF60, 2}, {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2}, {0x1F900, 0x1FAFF, 2},
    {0x20000, 0x3FFFD, 2},
};
// clang-format on

size_t text_width(const char *text)
{
    size_t length = strlen(text), width = 0;
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i), columns = 1;
        uint32_t point = sequence == 0 ? 0 : utf8_point(text + i, sequence);
        for (size_t j = 0; j < sizeof widths / sizeof *widths; j++)
            if (point >= widths[j].first && point <= widths[j].last)
                columns = widths[j].width;
        width += columns;
        i += sequence == 0 ? 1 : sequence;
    }
    return width;
}

size_t fold_columns(const struct text *out, size_t usual)
{
    return out->columns > 0 ? out->columns : usual;
}

static size_t words_width(const char *bytes, size_t length)
{
    char word[256];
    if (length >= sizeof word)
        return length;
    memcpy(word, bytes, length);
    word[length] = '\0';
    return text_width(word);
}

static void begin_line(struct text *out, size_t indent)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = '\0';
    text_print(out, "\n%*s", (int)indent, "");
}

void fold_words(struct text *out, const char *words, size_t used, size_t indent, size_t usual)
{
    const size_t columns = fold_columns(out, usual);
    const bool narrow = out->columns > 0 && columns < indent + LEAST_ROOM && indent > NARROW_INDENT;
    bool fresh = true;
    if (narrow) {
        indent = NARROW_INDENT;
        if (used > indent) {
            begin_line(out, indent);
            used = indent;
        }
    }
    while (*words != '\0') {
        size_t length = strcspn(words, " "), wide = words_width(words, length);
        if (!fresh && used + 1 + wide > columns) {
            begin_line(out, indent);
            used = indent;
        } else if (!fresh) {
            text_say(out, " ");
            used++;
        }
        text_add(out, words, length);
        used += wide;
        fresh = false;
        words += length + strspn(words + length, " ");
    }
    text_say(out, "\n");
}

/* One line, without its end. Blanks within it that are kept stay as they are, since they may align something.
 */
static void fold_line(struct text *out, const char *line, size_t length, size_t columns)
{
    const size_t blanks = strspn(line, " ");
    size_t indent = blanks + FURTHER;
    if (columns < indent + LEAST_ROOM)
        indent = FURTHER;
    size_t at = 0, used = 0;
    while (at < length) {
        size_t gap = strspn(line + at, " "), word = strcspn(line + at + gap, " \n");
        if (gap + at > length)
            gap = length - at;
        if (at + gap + word > length)
            word = length - at - gap;
        size_t wide = words_width(line + at + gap, word);
        if (used > indent && used + gap + wide > columns) {
            begin_line(out, indent);
            used = indent;
        } else {
            text_print(out, "%*s", (int)gap, "");
            used += gap;
        }
        text_add(out, line + at + gap, word);
        used += wide;
        at += gap + word;
    }
}

void fold_lines(struct text *out, const char *lines, size_t length, size_t columns)
{
    for (size_t at = 0; at < length;) {
        const char *end = memchr(lines + at, '\n', length - at);
        size_t here = end == NULL ? length - at : (size_t)(end - lines) - at;
        if (here > columns && words_width(lines + at, here) > columns)
            fold_line(out, lines + at, here, columns);
        else
            text_add(out, lines + at, here);
        if (end != NULL)
            text_say(out, "\n");
        at += here + (end == NULL ? 0 : 1);
    }
}
