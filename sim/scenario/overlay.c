#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/document.h"
#include "scenario/quote.h"

enum { MOST_STEPS = 32 };

static struct node *shallow_copy(const struct node *node, struct arena *arena)
{
    struct node *copy = ARENA_NEW(arena, struct node, 1);
    *copy = *node;
    copy->next = NULL;
    return copy;
}

static const struct node *child_of(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (const struct node *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

/* Recurses no deeper than a document may be nested. */
struct node *node_overlay(const struct node *base, const struct node *over, struct arena *arena)
{
    if (base == NULL && over == NULL)
        return NULL;
    struct node *merged = shallow_copy(over == NULL ? base : over, arena);
    if (base == NULL || over == NULL || base->kind != NODE_MAP || over->kind != NODE_MAP)
        return merged;
    merged->first = NULL;
    struct node **end = &merged->first;
    for (const struct node *child = base->first; child != NULL; child = child->next) {
        *end = node_overlay(child, child_of(over, child->key), arena);
        end = &(*end)->next;
    }
    for (const struct node *child = over->first; child != NULL; child = child->next)
        if (child_of(base, child->key) == NULL) {
            *end = shallow_copy(child, arena);
            end = &(*end)->next;
        }
    return merged;
}

/* One step of the path `sites[0].people`: into a map by key or into a list by index. */
struct step {
    const char *key; /* NULL: an index */
    size_t index;
    struct position where;
};

struct path {
    struct step steps[MOST_STEPS];
    size_t count;
    const char *end; /* the `=` */
};

static enum status read_index(const struct document *document, struct path *path, const char **at,
                              struct trouble *trouble)
{
    struct step *step = &path->steps[path->count++];
    const char *start = *at + 1;
    char *stop;
    step->where.width = 1;
    step->index = strtoull(start, &stop, 10);
    if (!isdigit((unsigned char)*start) || *stop != ']')
        return document_trouble(trouble, document, step->where,
                                "a place in a list is written `[0]`, `[1]` and so on");
    *at = stop + 1;
    return STATUS_FINE;
}

static enum status read_key(const struct document *document, struct path *path, const char **at,
                            struct arena *arena, struct trouble *trouble)
{
    struct step *step = &path->steps[path->count++];
    const char *start = *at, *stop;
    if (*start == '"') {
        start++;
        stop = start + strcspn(start, "\"\n");
        if (*stop != '"')
            return document_trouble(trouble, document, step->where, "this double quote is never closed");
        *at = stop + 1;
    } else {
        stop = start + strcspn(start, ".[=\n");
        *at = stop;
    }
    if (stop == start)
        return document_trouble(trouble, document, step->where,
                                "a key is missing here, as in `site.people=40`");
    step->key = arena_text(arena, start, (size_t)(stop - start));
    step->where.width = (int)quote_columns(start, (size_t)(stop - start));
    return STATUS_FINE;
}

static enum status read_path(const struct document *document, struct path *path, struct arena *arena,
                             struct trouble *trouble)
{
    const char *at = document->text;
    for (;;) {
        if (path->count == MOST_STEPS)
            return document_trouble(trouble, document, (struct position){0},
                                    "the path is longer than %d steps", MOST_STEPS);
        path->steps[path->count].where =
            (struct position){1, 1 + (int)quote_columns(document->text, (size_t)(at - document->text)), 1};
        enum status status = *at == '[' && path->count > 0 ? read_index(document, path, &at, trouble)
                                                           : read_key(document, path, &at, arena, trouble);
        if (status != STATUS_FINE)
            return status;
        path->end = at;
        if (*at == '=')
            return STATUS_FINE;
        if (*at == '.')
            at++;
        else if (*at != '[')
            return document_trouble(trouble, document, path->steps[path->count - 1].where,
                                    "this must be written `path=value`, as in `site.people=40`");
    }
}

static const struct node *element_of(const struct node *list, size_t index)
{
    const struct node *element = list->first;
    while (element != NULL && index-- > 0)
        element = element->next;
    return element;
}

/* The value in its maps, from the innermost outwards; `bases` are what the steps meet in the base. */
static struct node *wrap(const struct document *document, const struct step *step, const struct node *base,
                         struct node *value, struct arena *arena)
{
    if (step->key != NULL) {
        struct node *map = ARENA_NEW(arena, struct node, 1);
        *map = (struct node){
            .kind = NODE_MAP, .document = document, .line = 1, .column = step->where.column, .width = 1};
        value->key = step->key;
        if (value->document == document) { /* a list of the base keeps the place of its key */
            value->key_line = 1;
            value->key_column = step->where.column;
        }
        map->first = value;
        return map;
    }
    struct node *list = shallow_copy(base, arena);
    list->key = NULL;
    list->first = NULL;
    struct node **end = &list->first;
    size_t index = 0;
    for (const struct node *element = base->first; element != NULL; element = element->next, index++) {
        *end = index == step->index ? node_overlay(element, value, arena) : shallow_copy(element, arena);
        end = &(*end)->next;
    }
    return list;
}

static enum status index_trouble(const struct document *document, const struct step *step,
                                 const struct node *base, struct trouble *trouble)
{
    if (base == NULL || base->kind != NODE_LIST)
        return document_trouble(trouble, document, step->where, "there is no list here to count in");
    return document_trouble(trouble, document, step->where,
                            "there is no [%zu]: the list has %zu, counted from [0]", step->index,
                            node_count(base));
}

/* What each step of the path meets in the base. False with trouble where a list or its place is not there. */
static bool find_bases(const struct document *document, const struct path *path, const struct node *base,
                       const struct node **bases, struct trouble *trouble)
{
    for (size_t i = 0; i < path->count; i++) {
        const struct step *step = &path->steps[i];
        bases[i] = base;
        if (step->key != NULL)
            base = child_of(base, step->key);
        else if (base == NULL || base->kind != NODE_LIST || element_of(base, step->index) == NULL) {
            index_trouble(document, step, base, trouble);
            return false;
        } else
            base = element_of(base, step->index);
    }
    return true;
}

static struct node *wrap_all(const struct document *document, const struct path *path,
                             const struct node *const *bases, struct node *value, struct arena *arena)
{
    for (size_t i = path->count; value != NULL && i-- > 0;)
        value = wrap(document, &path->steps[i], bases[i], value, arena);
    return value;
}

struct node *node_from_assignment(const char *assignment, const struct node *base, struct arena *arena,
                                  struct trouble *trouble)
{
    struct document *document = document_new("--set", assignment, strlen(assignment), arena, trouble);
    struct path *path = ARENA_NEW(arena, struct path, 1);
    const struct node *bases[MOST_STEPS];
    if (document == NULL || read_path(document, path, arena, trouble) != STATUS_FINE ||
        !find_bases(document, path, base, bases, trouble))
        return NULL;
    /* the path is blanked out, so that the places of the value are those of the assignment */
    size_t before = quote_columns(document->text, (size_t)(path->end + 1 - document->text));
    const char *value_text = path->end + 1;
    struct text blanked = {0};
    for (size_t i = 0; i < before; i++)
        text_say(&blanked, " ");
    text_say(&blanked, value_text);
    struct node *value = document_parse(document, blanked.bytes, blanked.length, arena, trouble);
    text_free(&blanked);
    return wrap_all(document, path, bases, value, arena);
}

/* What the path made stands where its value stands. Recurses no deeper than a path is long and a base is
 * nested. */
static void move_to(struct node *node, const struct document *made, const struct node *value)
{
    if (node->document == made) {
        node->document = value->document;
        node->line = node->key_line = value->line;
        node->column = node->key_column = value->column;
        node->width = value->width;
    }
    for (struct node *child = node->first; child != NULL; child = child->next)
        move_to(child, made, value);
}

struct node *node_with(const char *path, struct node *value, const struct node *base, struct arena *arena,
                       struct trouble *trouble)
{
    const char *assignment = arena_print(arena, "%s=", path);
    struct document *document = document_new("--set", assignment, strlen(assignment), arena, trouble);
    struct path *steps = ARENA_NEW(arena, struct path, 1);
    const struct node *bases[MOST_STEPS];
    if (document == NULL || read_path(document, steps, arena, trouble) != STATUS_FINE ||
        !find_bases(document, steps, base, bases, trouble))
        return NULL;
    const struct node place = *value;
    struct node *wrapped = wrap_all(document, steps, bases, value, arena);
    if (wrapped != NULL)
        move_to(wrapped, document, &place);
    return wrapped;
}

/* No deeper than a document may be nested. */
struct node *node_copy(const struct node *node, struct arena *arena)
{
    if (node == NULL)
        return NULL;
    struct node *copy = shallow_copy(node, arena), **end = &copy->first;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        *end = node_copy(child, arena);
        end = &(*end)->next;
    }
    return copy;
}
