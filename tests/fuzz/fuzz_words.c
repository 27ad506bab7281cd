/* Any bytes at all, taken for the words of a command line, one a line: the first names the command. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "program/commands.h"
#include "program/complain.h"
#include "sentences.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* What was typed is quoted as it is, and made showable when it is printed. */
static void check_shown(const struct trouble *trouble)
{
    struct text shown = {0};
    complaints_text(trouble, PAINT_PLAIN, &shown);
    check_showable(shown.bytes);
    text_free(&shown);
}

static void read_words(const struct command *command, int count, char **words)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct options options = {0};
    enum status status = options_read(command, count, words, &arena, &options, &trouble);
    require((status == STATUS_FINE) == (trouble.count == 0));
    if (status == STATUS_FINE && options.wish == WISH_COMMAND)
        require(options.argument_count >= command->least && options.argument_count <= command->most);
    check_shown(&trouble);
    trouble_free(&trouble);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { MOST_WORDS = 32 };
    char *words[MOST_WORDS + 1];
    int count = 0;
    char *text = must_allocate(length + 1, 1);
    memcpy(text, bytes, length);
    for (char *word = text; word != NULL && count < MOST_WORDS;) {
        char *end = strchr(word, '\n');
        words[count++] = word;
        if (end != NULL)
            *end++ = '\0';
        word = end;
    }
    words[count] = NULL;
    const struct command *command = command_named(&all_commands, words[0]);
    if (command == NULL) {
        struct trouble trouble = {0};
        require(command_unknown(&all_commands, words[0], &trouble) != STATUS_FINE);
        check_shown(&trouble);
        trouble_free(&trouble);
    } else {
        read_words(command, count, words);
    }
    free(text);
    return 0;
}
