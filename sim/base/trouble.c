#include "base/trouble.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

enum { LONGEST_WORD = 63 };

static char *copied(const char *text)
{
    if (text == NULL)
        return NULL;
    size_t size = strlen(text) + 1;
    char *copy = must_allocate(size, 1);
    memcpy(copy, text, size);
    return copy;
}

static char *printed(const char *format, va_list arguments)
{
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0)
        text = copied("(a sentence was lost: not enough memory)");
    return text;
}

void trouble_free(struct trouble *trouble)
{
    for (size_t i = 0; i < trouble->count; i++) {
        free(trouble->complaints[i].sentence);
        free(trouble->complaints[i].hint);
        free((void *)(size_t)trouble->complaints[i].where.file);
        free((void *)(size_t)trouble->complaints[i].where.excerpt);
    }
    free(trouble->complaints);
    *trouble = (struct trouble){0};
}

enum status trouble_add(struct trouble *trouble, enum status status, struct place where, const char *format, ...)
{
    size_t most = trouble->most == 0 ? 100 : trouble->most;
    if (trouble->count >= most) {
        trouble->dropped++;
        return status;
    }
    va_list arguments;
    va_start(arguments, format);
    char *sentence = printed(format, arguments);
    va_end(arguments);

    trouble->complaints = must_grow(trouble->complaints, trouble->count + 1, sizeof *trouble->complaints);
    where.file = copied(where.file);
    where.excerpt = copied(where.excerpt);
    trouble->complaints[trouble->count++] = (struct complaint){status, where, sentence, NULL};
    return status;
}

void trouble_hint(struct trouble *trouble, const char *format, ...)
{
    if (trouble->count == 0 || trouble->dropped > 0)
        return;
    va_list arguments;
    va_start(arguments, format);
    char **hint = &trouble->complaints[trouble->count - 1].hint;
    free(*hint);
    *hint = printed(format, arguments);
    va_end(arguments);
}

enum status trouble_status(const struct trouble *trouble)
{
    return trouble->count == 0 ? STATUS_FINE : trouble->complaints[0].status;
}

/* Levenshtein's distance with swaps of neighbours counted once; words over LONGEST_WORD letters are far from all. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b);
    if (la > LONGEST_WORD || lb > LONGEST_WORD)
        return LONGEST_WORD;
    size_t row[3][LONGEST_WORD + 1];
    for (size_t j = 0; j <= lb; j++)
        row[1][j] = j;
    for (size_t i = 1; i <= la; i++) {
        size_t *before = row[(i - 1 + 1) % 3], *now = row[(i + 1) % 3], *two_before = row[(i - 2 + 1 + 3) % 3];
        now[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t least = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            if (before[j] + 1 < least)
                least = before[j] + 1;
            if (now[j - 1] + 1 < least)
                least = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two_before[j - 2] + 1 < least)
                least = two_before[j - 2] + 1;
            now[j] = least;
        }
    }
    return row[(la + 1) % 3][lb];
}

const char *nearest_word(const char *word, const char *const *known, size_t count)
{
    const char *nearest = NULL;
    size_t least = strlen(word) / 3 + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, known[i]);
        if (distance < least || (distance == least && nearest == NULL && distance <= strlen(word) / 3 + 1)) {
            least = distance;
            nearest = known[i];
        }
    }
    return nearest;
}
