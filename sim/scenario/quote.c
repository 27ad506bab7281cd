#include "scenario/quote.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define UNSEEN      "\xC2\xB7"
#define ELLIPSIS    "\xE2\x80\xA6"

enum { LONGEST_QUOTE = 60, ESCAPE_SIZE = 16, FIRST_NOT_ASCII = 0x80 };

/* How one character is shown where columns must stay what they are. Returns its length. */
static size_t shown(const char *bytes, size_t length, const char **as, size_t *as_length)
{
    size_t sequence = utf8_sequence(bytes, length);
    if (sequence == 0)
        *as = REPLACEMENT;
    else if (bytes[0] == '\t' || bytes[0] == '\n' || bytes[0] == '\r')
        *as = " ";
    else if (utf8_is_hidden(utf8_point(bytes, sequence)))
        *as = UNSEEN;
    else {
        *as = bytes;
        *as_length = sequence;
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

/* The same where it may take more room, so that one can tell what it is. */
static size_t told(const char *bytes, size_t length, char as[ESCAPE_SIZE], size_t *as_length)
{
    size_t sequence = utf8_sequence(bytes, length);
    uint32_t point = sequence == 0 ? 0 : utf8_point(bytes, sequence);
    if (point >= FIRST_NOT_ASCII && (utf8_is_hidden(point) || utf8_is_odd_blank(point))) {
        *as_length = (size_t)snprintf(as, ESCAPE_SIZE, "\\u{%x}", (unsigned)point);
        return sequence;
    }
    const char *plain;
    size_t used = shown(bytes, length, &plain, as_length);
    memcpy(as, plain, *as_length);
    return used;
}

struct quote quote_of(const char *words)
{
    struct quote quote;
    size_t length = strlen(words), used = 0, columns = 0;
    for (size_t i = 0; i < length; columns++) {
        char as[ESCAPE_SIZE];
        size_t as_length;
        i += told(words + i, length - i, as, &as_length);
        if (columns == LONGEST_QUOTE || used + as_length + sizeof ELLIPSIS > QUOTE_SIZE) {
            as_length = strlen(ELLIPSIS);
            memcpy(as, ELLIPSIS, as_length);
            i = length;
        }
        memcpy(quote.text + used, as, as_length);
        used += as_length;
    }
    quote.text[used] = '\0';
    return quote;
}
