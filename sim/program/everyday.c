#include "program/everyday.h"

#include <ctype.h>
#include <string.h>

#include "base/require.h"
#include "base/text.h"
#include "scenario/node.h"

/* Words that mean the same names. */
struct everyday_row {
    const char **words, **names; /* up to NULL */
};

struct everyday {
    struct everyday_row *rows;
    size_t count;
};

/* Letters with accents in Latin-1, U+00C0 on, without them. */
static char without_accent(uint32_t point)
{
    static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    enum { FIRST = 0xC0 };
    return point < FIRST || point >= FIRST + sizeof plain - 1 ? ' ' : plain[point - FIRST];
}

const char *everyday_form(const char *word, struct arena *arena)
{
    size_t length = strlen(word), used = 0;
    char *form = arena_take(arena, length + 1, 1);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(word + i, length - i);
        char letter = sequence > 1 ? without_accent(utf8_point(word + i, sequence))
                                   : (char)tolower((unsigned char)word[i]);
        if (!isalnum((unsigned char)letter))
            letter = ' ';
        if (letter != ' ' || (used > 0 && form[used - 1] != ' '))
            form[used++] = letter;
        i += sequence == 0 ? 1 : sequence;
    }
    while (used > 0 && form[used - 1] == ' ')
        used--;
    if (used > 3 && form[used - 1] == 's' && form[used - 2] != 's')
        used--;
    form[used] = '\0';
    return form;
}

/* The scalars of a list, up to NULL. */
static const char **texts_of(const struct node *list, struct arena *arena)
{
    const char **texts = ARENA_NEW(arena, const char *, node_count(list) + 1);
    size_t count = 0;
    for (const struct node *child = list == NULL ? NULL : list->first; child != NULL; child = child->next)
        if (child->kind == NODE_SCALAR)
            texts[count++] = child->text;
    return texts;
}

const struct everyday *everyday_read(const char *library, struct arena *arena, struct trouble *trouble)
{
    const char *path = arena_print(arena, "%s/data/everyday-words.yml", library);
    struct node *tree = node_read_file(path, arena, trouble);
    if (tree == NULL)
        return NULL;
    struct everyday *everyday = ARENA_NEW(arena, struct everyday, 1);
    everyday->rows = ARENA_NEW(arena, struct everyday_row, node_count(tree) + 1);
    for (struct node *row = tree->first; row != NULL; row = row->next)
        everyday->rows[everyday->count++] = (struct everyday_row){texts_of(node_at(row, "words"), arena),
                                                                  texts_of(node_at(row, "mean"), arena)};
    return everyday;
}

const char *const *everyday_names(const struct everyday *everyday, const char *word, struct arena *arena)
{
    const char *form = everyday_form(word, arena);
    for (size_t i = 0; i < everyday->count; i++)
        for (const char **at = everyday->rows[i].words; *at != NULL; at++)
            if (strcmp(everyday_form(*at, arena), form) == 0)
                return everyday->rows[i].names;
    return NULL;
}

size_t everyday_words(const struct everyday *everyday, struct arena *arena, const char ***words)
{
    enum { MOST_WORDS = 4096 };
    size_t count = 0;
    *words = ARENA_NEW(arena, const char *, MOST_WORDS);
    for (size_t i = 0; i < everyday->count; i++)
        for (const char **at = everyday->rows[i].words; *at != NULL; at++) {
            require(count < MOST_WORDS);
            (*words)[count++] = *at;
        }
    return count;
}
