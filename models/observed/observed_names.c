#include "observed/observed_names.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/quote.h"

struct name {
    const char *text;
    uint32_t number;
};

static int by_text(const void *a, const void *b)
{
    const struct name *one = a, *other = b;
    return strcmp(one->text, other->text);
}

static void nothing_to_free(void *name)
{
    (void)name; /* in the arena */
}

void names_free(struct names *names)
{
    if (names->tree != NULL)
        tdestroy(names->tree, nothing_to_free);
    free(names->list);
    name_book_free(&names->book);
    names->tree = NULL;
    names->list = NULL;
}

uint32_t names_find(const struct names *names, const char *text)
{
    const struct name key = {.text = text};
    const struct name *const *found = tfind(&key, &names->tree, by_text);
    return found == NULL ? NO_NUMBER : (*found)->number;
}

uint32_t names_add(struct names *names, const char *text)
{
    enum { FIRST_ROOM = 64 };
    uint32_t known = names_find(names, text);
    if (known != NO_NUMBER)
        return known;
    if (names->count == names->room) {
        names->room = names->room == 0 ? FIRST_ROOM : 2 * names->room;
        names->list = must_grow(names->list, names->room, sizeof *names->list);
    }
    struct name *name = ARENA_NEW(names->arena, struct name, 1);
    *name = (struct name){text, names->count};
    if (tsearch(name, &names->tree, by_text) == NULL)
        out_of_memory(1, sizeof *name);
    names->list[names->count] = text;
    return names->count++;
}

uint32_t names_meet(struct names *names, const char *text, const struct node *node, enum name_place place,
                    struct trouble *trouble)
{
    uint32_t known = names_find(names, text);
    if (known != NO_NUMBER)
        return known;
    names->book.arena = names->arena;
    if (name_check(text, node, place, trouble) == STATUS_FINE)
        name_book_add(&names->book, 0, text, node, place, trouble);
    return names_add(names, text);
}

static void tell_unknown(const struct names *names, const char *text, struct trouble *trouble)
{
    if (trouble->closed || name_book_hint(&names->book, 0, text, trouble))
        return;
    const char *nearest = nearest_word(text, names->list, names->count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", quote_of(nearest).text);
    else if (names->advice != NULL)
        trouble_hint(trouble, "%s", names->advice);
}

static uint32_t number_of(struct names *names, enum names_manner manner, const struct node *node,
                          enum name_place place, struct trouble *trouble)
{
    const char *text = place == NAME_IS_KEY ? node->key : node->text;
    return manner == NAMES_OPEN ? names_meet(names, text, node, place, trouble) : names_find(names, text);
}

uint32_t names_number(struct names *names, enum names_manner manner, const struct node *node,
                      struct trouble *trouble)
{
    if (node->kind != NODE_SCALAR || node_is_empty(node) || node->text[0] == '\0') {
        node_trouble(trouble, node, "the name of a %s must stand here, but %s does", names->what,
                     node->kind == NODE_LIST  ? "a list"
                     : node->kind == NODE_MAP ? "a map of keys and values"
                                              : "nothing");
        return NO_NUMBER;
    }
    uint32_t number = number_of(names, manner, node, NAME_IS_VALUE, trouble);
    if (number == NO_NUMBER) {
        node_trouble(trouble, node, "%s `%s`", names->missing, quote_of(node->text).text);
        tell_unknown(names, node->text, trouble);
    }
    return number;
}

uint32_t names_key_number(struct names *names, enum names_manner manner, const struct node *node,
                          struct trouble *trouble)
{
    if (node->key[0] == '\0') {
        node_key_trouble(trouble, node, "the name of a %s must stand here, but nothing does", names->what);
        return NO_NUMBER;
    }
    uint32_t number = number_of(names, manner, node, NAME_IS_KEY, trouble);
    if (number == NO_NUMBER) {
        node_key_trouble(trouble, node, "%s `%s`", names->missing, quote_of(node->key).text);
        tell_unknown(names, node->key, trouble);
    }
    return number;
}

struct mention {
    uint32_t number;
    uint32_t order;
    const struct node *node;
};

static int by_number_and_order(const void *a, const void *b)
{
    const struct mention *one = a, *other = b;
    if (one->number != other->number)
        return one->number < other->number ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

/* Writes each number once, in ascending order, and returns how many; reports names that stand there twice. */
static size_t each_once(const struct names *names, struct mention *mentions, size_t count, uint32_t *numbers,
                        struct trouble *trouble)
{
    size_t kept = 0;
    qsort(mentions, count, sizeof *mentions, by_number_and_order);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || mentions[i].number != mentions[i - 1].number)
            numbers[kept++] = mentions[i].number;
        else
            node_trouble(trouble, mentions[i].node, "the %s `%s` stands here twice", names->what,
                         quote_of(mentions[i].node->text).text);
    }
    return kept;
}

struct number_set names_numbers(struct names *names, enum names_manner manner, const struct node *list,
                                struct trouble *trouble)
{
    if (list == NULL || node_is_empty(list))
        return (struct number_set){0};
    if (list->kind != NODE_LIST) {
        node_trouble(trouble, list, "a list of names must stand here, as in [this %s, another %s]",
                     names->what, names->what);
        return (struct number_set){0};
    }
    size_t count = 0;
    struct mention *mentions = must_allocate(node_count(list) + 1, sizeof *mentions);
    for (const struct node *child = list->first; child != NULL; child = child->next) {
        uint32_t number = names_number(names, manner, child, trouble);
        if (number == NO_NUMBER)
            continue;
        mentions[count] = (struct mention){number, (uint32_t)count, child};
        count++;
    }
    uint32_t *numbers = ARENA_NEW(names->arena, uint32_t, count + 1);
    size_t kept = each_once(names, mentions, count, numbers, trouble);
    free(mentions);
    return (struct number_set){numbers, kept};
}
