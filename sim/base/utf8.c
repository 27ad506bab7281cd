#include "base/text.h"

#include <string.h>

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

uint32_t utf8_point(const char *bytes, size_t sequence)
{
    static const unsigned char first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & first_bits[sequence];
    for (size_t i = 1; i < sequence; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

struct range {
    uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t point)
{
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

bool utf8_is_hidden(uint32_t point)
{
    static const struct range hidden[] = {
        {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
        {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200B},   {0x200E, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
    };
    return is_in(hidden, sizeof hidden / sizeof hidden[0], point);
}

bool utf8_is_odd_blank(uint32_t point)
{
    static const struct range blanks[] = {{0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A},
                                          {0x202F, 0x202F}, {0x205F, 0x205F}, {0x2800, 0x2800},
                                          {0x3000, 0x3000}};
    return is_in(blanks, sizeof blanks / sizeof blanks[0], point);
}

static void add_escaped(struct text *text, uint32_t point)
{
    if (point < 0x10000)
        text_print(text, "\\u%04x", (unsigned)point);
    else /* a pair of surrogates (RFC 8259, section 7) */
        text_print(text, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((point - 0x10000) >> 10)),
                   (unsigned)(0xDC00 + ((point - 0x10000) & 0x3FF)));
}

/* Of one byte there are only line ends and blanks between values: within strings they are escaped already. */
void text_add_json(struct text *text, const char *json)
{
    size_t length = strlen(json), plain = 0;
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(json + i, length - i);
        uint32_t point = utf8_point(json + i, sequence);
        if (sequence > 1 && utf8_is_hidden(point)) {
            text_add(text, json + plain, i - plain);
            add_escaped(text, point);
            plain = i + sequence;
        }
        i += sequence == 0 ? 1 : sequence;
    }
    text_add(text, json + plain, length - plain);
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
