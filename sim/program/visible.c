#include "program/visible.h"

#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

static uint32_t code_point(const char *bytes, size_t sequence)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & lead_bits[sequence];
    for (size_t i = 1; i < sequence; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

/* Unicode 15: controls C0, DEL and C1, line and paragraph separators, directional marks, the byte order mark.
 */
static bool hidden(uint32_t point)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0, 0x1F},        {0x7F, 0x9F},   {0x200E, 0x200F}, {0x2028, 0x202E},
                  {0x2066, 0x2069}, {0x61C, 0x61C}, {0xFEFF, 0xFEFF}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

void text_add_visible(struct text *text, const char *bytes, size_t length, enum breaks breaks)
{
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(bytes + i, length - i);
        if (sequence == 0) {
            text_print(text, "\\x%02x", (unsigned char)bytes[i++]);
            continue;
        }
        uint32_t point = code_point(bytes + i, sequence);
        if (point == '\n' || point == '\t')
            text_say(text,
                     breaks == BREAKS_KEPT ? (point == '\n' ? "\n" : "\t") : (point == '\n' ? "\\n" : " "));
        else if (hidden(point))
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
    int columns = wcwidth((wchar_t)code_point(bytes, *sequence));
    return columns < 0 ? 1 : columns;
}
