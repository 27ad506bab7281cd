/* Methods in words, folded to a width that a terminal and a printed page have (method_words.h). */
#include "program/method_words.h"

#include <string.h>

#include "base/fold.h"

enum { WIDTH = 100, FURTHER = 2 };

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

static void fold(struct text *out, const char *words, size_t at, size_t indent)
{
    fold_words(out, words, at, indent, WIDTH);
}

static void say_line(struct text *out, const char *label, const char *words, struct arena *arena)
{
    if (!is_given(words))
        return;
    text_print(out, "%*s", FURTHER, "");
    fold(out, arena_print(arena, "%s%s", label, words), FURTHER, FURTHER + FURTHER);
}

static void say_lines(struct text *out, const char *sheet, struct arena *arena)
{
    while (*sheet != '\0') {
        size_t length = strcspn(sheet, "\n"), blanks = strspn(sheet, " ");
        text_print(out, "    %*s", (int)blanks, "");
        fold(out, arena_text(arena, sheet + blanks, length - blanks), 4 + blanks, 4 + blanks + 4);
        sheet += length + (sheet[length] == '\n' ? 1 : 0);
    }
}

void method_say(struct text *out, const struct method_listing *method)
{
    struct arena arena = {0};
    const char *who = method->deciders == NULL ? "nobody; nothing is decided" : method->deciders;
    text_print(out, "%s: %s\n", method->name, method->title);
    text_print(out, "  a method; hold it with `hold: %s` in a calendar\n", method->name);
    say_line(out, "who decides: ", who, &arena);
    say_line(out, "", method->meaning, &arena);
    say_line(out, "recommended for: ", method->recommended_for, &arena);
    say_line(out, "source: ", method->source, &arena);
    text_say(out, "  stages:\n");
    say_lines(out, method->sheet, &arena);
    text_print(out, "  file: %s\n", method->path);
    arena_free(&arena);
}

static void list_one(struct text *out, const struct method_listing *method, size_t name_width)
{
    struct arena arena = {0};
    const char *means = is_given(method->meaning) ? method->meaning : method->title;
    text_print(out, "  %-*s  ", (int)name_width, method->name);
    const char *who = method->deciders == NULL ? "Decides nothing."
                                               : arena_print(&arena, "Who decides: %s.", method->deciders);
    fold(out, arena_print(&arena, "%s %s", who, means), name_width + 4, name_width + 4);
    arena_free(&arena);
}

void methods_say(struct text *out, const struct method_listing *methods, size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++)
        longest = strlen(methods[i].name) > longest ? strlen(methods[i].name) : longest;
    const char *between = "";
    for (const struct choice *const *use = methods_in_order(); *use != NULL; use++) {
        bool any = false;
        for (size_t i = 0; i < count; i++) {
            if (methods[i].use != *use)
                continue;
            if (!any)
                text_print(out, "%sFor %s\n", between, (*use)->meaning);
            any = true;
            between = "\n";
            list_one(out, &methods[i], longest);
        }
    }
}
