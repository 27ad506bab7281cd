#include "program/visible.h"

#include <wchar.h>

void text_add_visible(struct text *text, const char *bytes, size_t length, enum breaks breaks)
{
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(bytes + i, length - i);
        if (sequence == 0) {
            text_print(text, "\\x%02x", (unsigned char)bytes[i++]);
            continue;
        }
        uint32_t point = utf8_point(bytes + i, sequence);
        if (point == '\n' || point == '\t')
            text_say(text,
                     breaks == BREAKS_KEPT ? (point == '\n' ? "\n" : "\t") : (point == '\n' ? "\\n" : " "));
        else if (utf8_is_hidden(point))
            text_print(text, point < 0x80 ? "\\x%02x" : "\\u{%x}", point);
        else
            text_add(text, bytes + i, sequence);
        i += sequence;
    }
}

int visible_columns(const char *bytes, size_t length, size_t *sequence)
{
    *sequence = utf8_sequence(bytes, length);
    if (*sequence == 0) {
        *sequence = 1;
        return 1;
    }
    int columns = wcwidth((wchar_t)utf8_point(bytes, *sequence));
    return columns < 0 ? 1 : columns;
}
