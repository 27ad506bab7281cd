/* What words of tables mean: read from a file, since no language of minutes is known here. */
#include <ctype.h>
#include <string.h>

#include "observed/minutes_parts.h"
#include "scenario/node.h"

const char *const minutes_columns[MINUTES_COLUMNS] = {"date",    "item",    "outcome",
                                                      "minutes", "present", "amendments"};
static const char *const outcomes[MINUTES_OUTCOMES] = {"unsaid", "passed",    "tabled",
                                                       "failed", "withdrawn", "no proposal"};

enum { MOST_WORDS = 4000, MONTHS = 12, MINUTES_AN_HOUR = 60 };

static bool is_between_words(unsigned char byte)
{
    return byte < 0x80 && !isalnum(byte) && byte != '%' && byte != '#';
}

const char *minutes_form(const char *words, size_t length, struct arena *arena)
{
    char *form = arena_take(arena, length + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)words[i];
        if (!is_between_words(byte))
            form[used++] = (char)tolower(byte);
        else if (used > 0 && form[used - 1] != ' ')
            form[used++] = ' ';
    }
    if (used > 0 && form[used - 1] == ' ')
        used--;
    form[used] = '\0';
    return form;
}

int minutes_meaning(const struct minutes_list *list, const char *form)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->words[i].word, form) == 0)
            return list->words[i].meaning;
    return -1;
}

const char *minutes_nearest(const struct minutes_list *list, const char *form, struct arena *arena)
{
    const char **known = ARENA_NEW(arena, const char *, list->count);
    for (size_t i = 0; i < list->count; i++)
        known[i] = list->words[i].word;
    return nearest_word(form, known, list->count);
}

/* --- reading them --- */

struct words_room {
    struct minutes_word *words;
    size_t count;
    struct arena *arena;
    struct trouble *trouble;
};

static struct words_room words_room(struct arena *arena, struct trouble *trouble)
{
    return (struct words_room){ARENA_NEW(arena, struct minutes_word, MOST_WORDS), 0, arena, trouble};
}

static struct minutes_list words_list(const struct words_room *room)
{
    return (struct minutes_list){room->words, room->count};
}

/* All words of a list of YAML mean the same. */
static void add_words(struct words_room *room, const struct node *list, int meaning)
{
    for (const struct node *word = list == NULL ? NULL : list->first; word != NULL; word = word->next)
        if (word->kind == NODE_SCALAR && room->count < MOST_WORDS)
            room->words[room->count++] =
                (struct minutes_word){minutes_form(word->text, strlen(word->text), room->arena), meaning};
}

static int place_in(const char *const *names, size_t count, const struct node *node)
{
    for (size_t i = 0; node != NULL && node->kind == NODE_SCALAR && i < count; i++)
        if (strcmp(names[i], node->text) == 0)
            return (int)i;
    return -1;
}

static struct minutes_list read_columns(struct node *tree, struct words_room room)
{
    struct node *columns = node_at(tree, "columns");
    for (size_t i = 0; i < MINUTES_COLUMNS; i++) {
        struct node *words = node_at(columns, minutes_columns[i]);
        if (words == NULL)
            node_trouble(room.trouble, tree, "no words for the column `%s`", minutes_columns[i]);
        add_words(&room, words, (int)i);
    }
    return words_list(&room);
}

static struct minutes_list read_outcomes(struct node *tree, struct words_room room,
                                         struct minutes_words *words)
{
    static const char *const blocks[] = {"unsaid", "no", "yes"};
    struct node *list = node_at(tree, "outcomes");
    struct minutes_kind *kinds =
        ARENA_NEW(room.arena, struct minutes_kind, list == NULL ? 1 : node_count(list) + 1);
    int count = 0;
    for (struct node *kind = list == NULL ? NULL : list->first; kind != NULL; kind = kind->next) {
        const int outcome = place_in(outcomes, MINUTES_OUTCOMES, node_at(kind, "is")),
                  block = place_in(blocks, sizeof blocks / sizeof *blocks, node_at(kind, "blocked"));
        if (outcome <= OUTCOME_UNSAID)
            node_trouble(room.trouble, kind,
                         "`is` says passed, tabled, failed, withdrawn or no proposal here");
        kinds[count] = (struct minutes_kind){outcome < 0 ? OUTCOME_UNSAID : (enum minutes_outcome)outcome,
                                             block < 0 ? BLOCK_UNSAID : (enum minutes_block)block};
        add_words(&room, node_at(kind, "words"), count++);
    }
    words->kinds = kinds;
    return words_list(&room);
}

static struct minutes_list read_months(struct node *tree, struct words_room room)
{
    int month = 1;
    const struct node *months = node_at(tree, "months");
    for (const struct node *words = months == NULL ? NULL : months->first; words != NULL; words = words->next)
        add_words(&room, words, month++);
    if (month != MONTHS + 1)
        node_trouble(room.trouble, tree, "`months` has %d lists of words, not twelve", month - 1);
    return words_list(&room);
}

static struct minutes_list read_pair(struct node *tree, struct words_room room, const char *one,
                                     int one_means, const char *other, int other_means)
{
    add_words(&room, node_at(tree, one), one_means);
    add_words(&room, node_at(tree, other), other_means);
    return words_list(&room);
}

const struct minutes_words *minutes_words_read(const char *path, struct arena *arena, struct trouble *trouble)
{
    struct minutes_words *words = ARENA_NEW(arena, struct minutes_words, 1);
    const size_t before = trouble->count;
    struct node *tree = node_read_file(path, arena, trouble);
    if (tree == NULL || trouble->count > before)
        return NULL;
    struct words_room beside = words_room(arena, trouble);
    add_words(&beside, node_at(tree, "beside_dates"), 0);
    words->beside = words_list(&beside);
    words->columns = read_columns(tree, words_room(arena, trouble));
    words->outcomes = read_outcomes(tree, words_room(arena, trouble), words);
    words->months = read_months(tree, words_room(arena, trouble));
    words->switches = read_pair(tree, words_room(arena, trouble), "no", 0, "yes", 1);
    words->units =
        read_pair(tree, words_room(arena, trouble), "minute_units", 1, "hour_units", MINUTES_AN_HOUR);
    return trouble->count > before ? NULL : words;
}
