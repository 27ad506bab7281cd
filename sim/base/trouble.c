#include "base/trouble.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

enum { USUAL_MOST = 100 };

static char *copied(const char *text)
{
    if (text == NULL)
        return NULL;
    size_t size = strlen(text) + 1;
    char *copy = must_allocate(size, 1);
    memcpy(copy, text, size);
    return copy;
}

__attribute__((format(printf, 1, 0))) static char *printed(const char *format, va_list arguments)
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

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool told_already(const struct trouble *trouble, struct place where, const char *sentence)
{
    for (size_t i = 0; i < trouble->count; i++) {
        const struct complaint *told = &trouble->complaints[i];
        if (told->where.line == where.line && told->where.column == where.column &&
            same_text(told->where.file, where.file) && same_text(told->sentence, sentence))
            return true;
    }
    return false;
}

bool trouble_full(const struct trouble *trouble)
{
    return trouble->count >= (trouble->most == 0 ? USUAL_MOST : trouble->most);
}

enum status trouble_add(struct trouble *trouble, enum status status, struct place where, const char *format,
                        ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *sentence = printed(format, arguments);
    va_end(arguments);

    bool known = told_already(trouble, where, sentence);
    trouble->closed = known || trouble_full(trouble);
    if (trouble->closed) {
        trouble->dropped += known ? 0 : 1;
        free(sentence);
        return status;
    }
    trouble->complaints = must_grow(trouble->complaints, trouble->count + 1, sizeof *trouble->complaints);
    where.file = copied(where.file);
    where.excerpt = copied(where.excerpt);
    trouble->complaints[trouble->count++] = (struct complaint){status, where, sentence, NULL};
    return status;
}

void trouble_hint(struct trouble *trouble, const char *format, ...)
{
    if (trouble->count == 0 || trouble->closed)
        return;
    va_list arguments;
    va_start(arguments, format);
    char **hint = &trouble->complaints[trouble->count - 1].hint;
    free(*hint);
    *hint = printed(format, arguments);
    va_end(arguments);
}

static bool stands_before(const struct place *a, const struct place *b)
{
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* Where the complaint number `index` goes among those before it: into the order of those of its file. */
static size_t place_among(const struct trouble *trouble, size_t first, size_t index)
{
    const struct complaint *all = trouble->complaints;
    size_t to = index;
    for (size_t i = index; i > first; i--) {
        if (!same_text(all[i - 1].where.file, all[index].where.file))
            continue;
        if (!stands_before(&all[index].where, &all[i - 1].where))
            return i;
        to = i - 1;
    }
    return to;
}

void trouble_sort(struct trouble *trouble, size_t first)
{
    for (size_t i = first + 1; i < trouble->count; i++) {
        size_t to = place_among(trouble, first, i);
        struct complaint moved = trouble->complaints[i];
        memmove(&trouble->complaints[to + 1], &trouble->complaints[to], (i - to) * sizeof moved);
        trouble->complaints[to] = moved;
    }
}

void trouble_move(struct trouble *trouble, struct trouble *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct complaint *complaint = &from->complaints[i];
        trouble_add(trouble, complaint->status, complaint->where, "%s", complaint->sentence);
        if (complaint->hint != NULL)
            trouble_hint(trouble, "%s", complaint->hint);
    }
    trouble->dropped += from->dropped;
    trouble_free(from);
}

enum status trouble_status(const struct trouble *trouble)
{
    for (size_t i = 0; i < trouble->count; i++)
        if (trouble->complaints[i].status != STATUS_FINE)
            return trouble->complaints[i].status;
    return STATUS_FINE;
}
