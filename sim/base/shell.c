#include "base/shell.h"

#include <string.h>

void shell_word(struct text *out, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,@%+";
    size_t length = strlen(word);
    if (length > 0 && strspn(word, plain) == length) {
        text_say(out, word);
        return;
    }
    text_say(out, "'");
    for (const char *at = word; *at != '\0'; at++) {
        if (*at == '\'')
            text_say(out, "'\\''");
        else
            text_add(out, at, 1);
    }
    text_say(out, "'");
}

void shell_path(struct text *out, const char *path)
{
    struct text word = {0};
    if (path[0] == '-')
        text_say(&word, "./");
    text_say(&word, path);
    shell_word(out, word.bytes == NULL ? "" : word.bytes);
    text_free(&word);
}
