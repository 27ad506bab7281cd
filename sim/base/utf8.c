#include <stdbool.h>

#include "base/text.h"

/* U+FFFD. */
#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t utf8_sequence(const char *bytes, size_t length)
{
    if (length == 0)
        return 0;
    unsigned char first = (unsigned char)bytes[0];
    if (first < 0x80)
        return 1;
    size_t need = first >= 0xC2 && first <= 0xDF   ? 2
                  : first >= 0xE0 && first <= 0xEF ? 3
                  : first >= 0xF0 && first <= 0xF4 ? 4
                                                   : 0;
    if (need == 0 || length < need)
        return 0;
    for (size_t i = 1; i < need; i++)
        if (!is_continuation(bytes[i]))
            return 0;
    unsigned char second = (unsigned char)bytes[1];
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
        return 0;
    return need;
}

void text_add_utf8(struct text *text, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(bytes + i, length - i);
        if (sequence == 0) {
            text_say(text, REPLACEMENT);
            i++;
        } else {
            text_add(text, bytes + i, sequence);
            i += sequence;
        }
    }
}
