#include "analysis/plain/fold.h"

#include <stdbool.h>
#include <string.h>

#include "analysis/plain/plain.h"
#include "analysis/plain/table.h"
#include "base/require.h"

size_t fold_width(int columns)
{
    return columns < FOLD_LEAST ? FOLD_LEAST : columns > FOLD_MOST ? FOLD_MOST : (size_t)columns;
}

static size_t width_of(const char *bytes, size_t length)
{
    char word[256];
    if (length >= sizeof word)
        return length;
    memcpy(word, bytes, length);
    word[length] = '\0';
    return text_width(word);
}

void say_folded(struct text *out, const char *words, size_t at, size_t indent, size_t width)
{
    struct text plain = {0};
    say_plain(&plain, words);
    bool is_first = true;
    for (const char *word = plain.bytes; word != NULL && *word != '\0';) {
        size_t length = strcspn(word, " "), wide = width_of(word, length);
        if (!is_first && at + 1 + wide > width) {
            text_print(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (!is_first) {
            text_say(out, " ");
            at++;
        }
        text_add(out, word, length);
        at += wide;
        is_first = false;
        word += length;
        word += strspn(word, " ");
    }
    text_say(out, "\n");
    text_free(&plain);
}
