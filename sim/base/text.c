#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

static void text_reserve(struct text *text, size_t more)
{
    size_t needed = text->length + more + 1;
    if (needed <= text->room)
        return;
    size_t room = text->room < 64 ? 64 : text->room;
    while (room < needed)
        room *= 2;
    text->bytes = must_grow(text->bytes, room, 1);
    text->room = room;
}

void text_add(struct text *text, const char *bytes, size_t length)
{
    text_reserve(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_say(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_print(struct text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    require(length >= 0);
    text_reserve(text, (size_t)length);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
    text->length += (size_t)length;
    va_end(again);
    va_end(arguments);
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}

static int is_continuation(char byte)
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
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
        (first == 0xF4 && second > 0x8F))
        return 0;
    return need;
}

void text_add_utf8(struct text *text, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(bytes + i, length - i);
        if (sequence == 0) {
            text_add(text, "\xEF\xBF\xBD", 3);
            i++;
        } else {
            text_add(text, bytes + i, sequence);
            i += sequence;
        }
    }
}
