#include "analysis/plain/fold.h"

#include "analysis/plain/plain.h"
#include "base/fold.h"

size_t fold_width(int columns)
{
    return columns < FOLD_LEAST ? FOLD_LEAST : columns > FOLD_MOST ? FOLD_MOST : (size_t)columns;
}

void say_folded(struct text *out, const char *words, size_t at, size_t indent, size_t width)
{
    struct text plain = {0};
    say_plain(&plain, words);
    text_say(&plain, "");
    fold_words(out, plain.bytes, at, indent, width);
    text_free(&plain);
}
