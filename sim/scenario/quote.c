#include "scenario/quote.h"

#include <stdint.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define UNSEEN      "\xC2\xB7"
#define ELLIPSIS    "\xE2\x80\xA6"

enum { LONGEST_QUOTE = 60 };

static uint32_t code_point(const char *bytes, size_t sequence)
{
    static const unsigned char first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & first_bits[sequence];
    for (size_t i = 1; i < sequence; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

bool quote_is_control(const char *bytes, size_t sequence)
{
    static const struct {
        uint32_t first, last;
    } controls[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},
                    {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}};

    uint32_t point = code_point(bytes, sequence);
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
        if (point >= controls[i].first && point <= controls[i].last)
            return true;
    return false;
}

static size_t shown(const char *bytes, size_t length, const char **as, size_t *as_length)
{
    size_t sequence = utf8_sequence(bytes, length);
    *as_length = sequence;
    if (sequence == 0)
        *as = REPLACEMENT;
    else if (bytes[0] == '\t' || bytes[0] == '\n' || bytes[0] == '\r')
        *as = " ";
    else if (quote_is_control(bytes, sequence))
        *as = UNSEEN;
    else {
        *as = bytes;
        return sequence;
    }
    *as_length = strlen(*as);
    return sequence == 0 ? 1 : sequence;
}

void quote_add(struct text *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length;) {
        const char *as;
        size_t as_length;
        i += shown(bytes + i, length - i, &as, &as_length);
        text_add(out, as, as_length);
    }
}

size_t quote_columns(const char *bytes, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0; i < length; columns++) {
        size_t sequence = utf8_sequence(bytes + i, length - i);
        i += sequence == 0 ? 1 : sequence;
    }
    return columns;
}

struct quote quote_of(const char *words)
{
    struct quote quote;
    size_t length = strlen(words), used = 0, columns = 0;
    for (size_t i = 0; i < length; columns++) {
        const char *as = ELLIPSIS;
        size_t as_length = strlen(ELLIPSIS);
        i = columns == LONGEST_QUOTE ? length : i + shown(words + i, length - i, &as, &as_length);
        memcpy(quote.text + used, as, as_length); /* at most 4 bytes a column */
        used += as_length;
    }
    quote.text[used] = '\0';
    return quote;
}
