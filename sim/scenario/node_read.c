#include <libfyaml.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/document.h"
#include "scenario/quote.h"

/* libfyaml is asked for events, not for its own tree: events come one at a time from a state machine that
 * does not recurse, so depth, aliases and size are judged before anything is built of them. */

/* A list or map that is not closed yet. */
struct level {
    struct node *node;
    struct node **end; /* where the next child goes */
    struct node *last; /* child so far; NULL: none */
    size_t children;
    const char *key; /* of the value that comes next; NULL when a key must come */
    struct position key_at;
    bool bracket; /* written in brackets or braces */
};

struct reader {
    const struct document *document;
    struct arena *arena;
    struct trouble *trouble;
    struct level levels[MOST_DEPTH];
    int depth;
    size_t nodes;
    int lines; /* of the document */
    struct node *root;
    bool documents; /* one has begun */
    bool refused;   /* something cannot be read: no tree comes out */
};

static struct position position_of(struct fy_event *event)
{
    const struct fy_mark *start = fy_event_start_mark(event), *end = fy_event_end_mark(event);
    if (start == NULL || start->line < 0)
        return (struct position){0};
    struct position where = {start->line + 1, start->column + 1, 1};
    if (event->type != FYET_SCALAR)
        return where;
    if (end != NULL && end->line == start->line && end->column > start->column)
        where.width = end->column - start->column;
    enum fy_scalar_style style = fy_token_scalar_style(event->scalar.value);
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED) {
        where.column -= where.column > 1 ? 1 : 0; /* the library leaves the quotes out */
        where.width += 2;
    }
    return where;
}

static void refuse(struct reader *reader, struct position where, const char *sentence)
{
    document_trouble(reader->trouble, reader->document, where, "%s", sentence);
    reader->refused = true;
}

static struct level *innermost(struct reader *reader)
{
    return reader->depth == 0 ? NULL : &reader->levels[reader->depth - 1];
}

static const struct node *with_key(const struct node *map, const char *key)
{
    for (const struct node *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

/* Puts a node where it belongs. A second value of a key is read to its end but hangs nowhere. */
static struct node *node_add(struct reader *reader, enum node_kind kind, struct position where)
{
    struct node *node = ARENA_NEW(reader->arena, struct node, 1);
    *node = (struct node){.kind = kind, .document = reader->document};
    struct level *level = innermost(reader);
    const struct node *twin = NULL;
    if (level != NULL && level->node->kind == NODE_MAP) {
        node->key = level->key;
        node->key_line = level->key_at.line;
        node->key_column = level->key_at.column;
        twin = with_key(level->node, node->key);
        where = where.line == 0 ? level->key_at : where;
        level->key = NULL;
    } else if (where.line == 0) { /* an entry left out stands where its list begins */
        where = level == NULL ? (struct position){1, 1, 1}
                              : (struct position){level->node->line, level->node->column, 1};
    }
    node->line = where.line;
    node->column = where.column;
    node->width = where.width;
    if (twin != NULL) {
        node_key_trouble(reader->trouble, node, "`%s` is given a second time; the first stands in line %d",
                         quote_of(node->key).text, twin->key_line);
    } else if (level != NULL) {
        *level->end = node;
        level->end = &node->next;
        level->last = node;
        level->children++;
    } else {
        reader->root = node;
    }
    if (++reader->nodes > MOST_NODES)
        refuse(reader, where, "more than 200,000 entries, which no scenario needs");
    if (level != NULL && level->node->kind == NODE_MAP && level->children > MOST_KEYS)
        refuse(reader, where, "more than 1000 keys in one map");
    return node;
}

static void open_level(struct reader *reader, struct fy_event *event, struct position where)
{
    enum node_kind kind = event->type == FYET_MAPPING_START ? NODE_MAP : NODE_LIST;
    struct level *level = innermost(reader);
    if (level != NULL && level->node->kind == NODE_MAP && level->key == NULL) {
        refuse(reader, where, "a key must be a word, not a list or a map");
        return;
    }
    struct node *node = node_add(reader, kind, where);
    if (reader->depth == MOST_DEPTH) {
        refuse(reader, where, "lists and maps are nested more than 64 deep");
        return;
    }
    reader->levels[reader->depth++] = (struct level){
        .node = node, .end = &node->first, .bracket = fy_event_get_node_style(event) == FYNS_FLOW};
}

static void close_level(struct reader *reader)
{
    require(reader->depth > 0);
    reader->depth--;
}

/* Escapes in double quotes can bring in what document_new keeps out. */
static bool good_text(struct reader *reader, const char *text, size_t length, struct position where)
{
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i);
        if (sequence == 0 || text_forbids(text + i, sequence)) {
            refuse(reader, where,
                   "text may not hold control characters or half characters, not even as backslash codes");
            return false;
        }
        i += sequence;
    }
    return true;
}

static void take_key(struct reader *reader, struct level *level, const char *text, size_t length,
                     struct position where)
{
    if (where.line == 0)
        where = (struct position){level->node->line, level->node->column, 1};
    if (length == 0)
        refuse(reader, where, "a key is empty");
    else if (length == 2 && memcmp(text, "<<", 2) == 0)
        refuse(reader, where, "merge keys (`<<`) are not read; write the values out");
    level->key = arena_text(reader->arena, text, length);
    level->key_at = where;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* In braces `50,0 %` is two entries, of which the second has no value and begins right after the comma.
 * Nobody means that: it is made one value again, so that the field can say a word on the comma. */
static bool is_rest_of_number(const struct level *level)
{
    const struct node *last = level->last;
    if (level->node->kind != NODE_MAP || !level->bracket || level->key == NULL || last == NULL)
        return false;
    size_t length = last->kind == NODE_SCALAR && !last->quoted ? strlen(last->text) : 0;
    return length > 0 && is_digit(last->text[length - 1]) && is_digit(level->key[0]) &&
           last->line == level->key_at.line && last->column + last->width + 1 == level->key_at.column;
}

static void join_number(struct reader *reader, struct level *level)
{
    struct node *last = level->last;
    last->width += 1 + (int)quote_columns(level->key, strlen(level->key));
    last->text = arena_print(reader->arena, "%s,%s", last->text, level->key);
    level->key = NULL;
}

static void take_scalar(struct reader *reader, struct fy_event *event, struct position where)
{
    size_t length = 0;
    const char *text = event->scalar.value == NULL ? NULL : fy_token_get_text(event->scalar.value, &length);
    if (text == NULL) {
        text = "";
        length = 0;
    }
    if (!good_text(reader, text, length, where))
        return;
    enum fy_scalar_style style = fy_token_scalar_style(event->scalar.value);
    bool quoted = event->scalar.value != NULL && style != FYSS_PLAIN && style != FYSS_ANY;
    /* libfyaml 0.7 has no place for what is left out, 0.8 the one behind the colon: its key is the place. */
    if (length == 0 && !quoted)
        where = (struct position){0};
    struct level *level = innermost(reader);
    if (level != NULL && level->node->kind == NODE_MAP && level->key == NULL) {
        take_key(reader, level, text, length, where);
        return;
    }
    if (length == 0 && !quoted && level != NULL && is_rest_of_number(level)) {
        join_number(reader, level);
        return;
    }
    struct node *node = node_add(reader, NODE_SCALAR, where);
    node->text = arena_text(reader->arena, text, length);
    node->quoted = quoted;
}

/* Where an anchor, alias or tag begins: its sign is not part of the library's token. */
static struct position sign_of(struct fy_token *token)
{
    const struct fy_mark *start = fy_token_start_mark(token);
    if (start == NULL)
        return (struct position){0};
    bool signless = fy_token_get_type(token) != FYTT_TAG && start->column > 0;
    return (struct position){start->line + 1, start->column + (signless ? 0 : 1), 1};
}

static void take_event(struct reader *reader, struct fy_event *event)
{
    struct position where = position_of(event);
    if (fy_event_get_anchor_token(event) != NULL)
        refuse(reader, sign_of(fy_event_get_anchor_token(event)),
               "anchors (`&name`) are not read; write the value out where it is needed");
    else if (fy_event_get_tag_token(event) != NULL)
        refuse(reader, sign_of(fy_event_get_tag_token(event)), "tags (`!name`) are not read");
    switch (event->type) {
    case FYET_DOCUMENT_START:
        if (reader->documents)
            refuse(reader, where, "a second document begins here (`---`); a file holds one");
        reader->documents = true;
        break;
    case FYET_MAPPING_START:
    case FYET_SEQUENCE_START:
        open_level(reader, event, where);
        break;
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        close_level(reader);
        break;
    case FYET_SCALAR:
        take_scalar(reader, event, where);
        break;
    case FYET_ALIAS:
        refuse(reader, sign_of(event->alias.anchor), "aliases (`*name`) are not read; write the value out");
        break;
    case FYET_NONE:
    case FYET_STREAM_START:
    case FYET_STREAM_END:
    case FYET_DOCUMENT_END:
        break;
    }
}

/* A tab in the indentation of the line, or of the next one: libfyaml may stumble over what
 * comes before it. */
static struct position tab_near(const struct document *document, int line)
{
    const char *at = document->text;
    for (int i = 1; i <= line + 1 && at != NULL; i++) {
        size_t spaces = strspn(at, " ");
        if (i >= line && at[spaces] == '\t')
            return (struct position){i, (int)spaces + 1, 1};
        const char *stop = strchr(at, '\n');
        at = stop == NULL ? NULL : stop + 1;
    }
    return (struct position){0};
}

static enum status syntax_trouble(struct reader *reader, struct fy_diag *diag)
{
    void *iterator = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &iterator);
    while (error != NULL && error->type < FYET_ERROR)
        error = fy_diag_errors_iterate(diag, &iterator);
    if (error == NULL)
        return document_trouble(reader->trouble, reader->document, (struct position){0}, "this is not YAML");

    struct position where = {error->line, error->column, 1}, tab = tab_near(reader->document, error->line);
    if (tab.line > 0)
        return document_trouble(reader->trouble, reader->document, tab,
                                "a tab stands in the indentation; YAML wants spaces");
    const struct level *level = innermost(reader);
    struct syntax syntax = syntax_sentence(error->msg);
    bool at_end = error->line > reader->lines;
    if (level != NULL && level->bracket && error->line > level->node->line && (at_end || syntax.outdented)) {
        where = (struct position){level->node->line, level->node->column, 1};
        return at_end ? document_trouble(reader->trouble, reader->document, where,
                                         "this bracket is never closed")
                      : document_trouble(reader->trouble, reader->document, where,
                                         "this bracket is not closed before line %d, which is indented less",
                                         error->line);
    }
    where.column -= where.column > syntax.back ? syntax.back : 0;
    if (syntax.sentence != NULL)
        return document_trouble(reader->trouble, reader->document, where, "%s", syntax.sentence);
    return document_trouble(reader->trouble, reader->document, where, "this is not YAML: %s", error->msg);
}

static int count_lines(const char *text, size_t length)
{
    int lines = length > 0 && text[length - 1] != '\n' ? 1 : 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n' ? 1 : 0;
    return lines;
}

/* Nothing is printed: sentences are collected in the diagnostics object, which has neither a file nor a
 * callback. */
static struct fy_diag *silent_diag(void)
{
    struct fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = NULL;
    config.output_fn = NULL;
    config.level = FYET_ERROR;
    struct fy_diag *diag = fy_diag_create(&config);
    if (diag != NULL)
        fy_diag_set_collect_errors(diag, true);
    return diag;
}

struct node *document_parse(const struct document *document, const char *text, size_t length,
                            struct arena *arena, struct trouble *trouble)
{
    struct reader *reader = must_allocate(1, sizeof *reader);
    *reader = (struct reader){.document = document, .arena = arena, .trouble = trouble};
    reader->lines = count_lines(text, length);
    struct fy_diag *diag = silent_diag();
    struct fy_parse_cfg config = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2 |
                                           FYPCF_JSON_NONE | FYPCF_DISABLE_MMAP_OPT,
                                  .diag = diag};
    struct fy_parser *parser = diag == NULL ? NULL : fy_parser_create(&config);
    if (parser == NULL || fy_parser_set_string(parser, text, length) != 0) {
        refuse(reader, (struct position){0}, "there was not enough memory to read this");
    } else {
        struct fy_event *event;
        while (!reader->refused && (event = fy_parser_parse(parser)) != NULL) {
            take_event(reader, event);
            fy_parser_event_free(parser, event);
        }
        if (!reader->refused && fy_parser_get_stream_error(parser)) {
            syntax_trouble(reader, diag);
            reader->refused = true;
        }
    }
    if (!reader->refused && (reader->root == NULL || node_is_empty(reader->root)))
        refuse(reader, (struct position){0}, "there is no key and no value, only blanks or comments");
    struct node *root = reader->refused ? NULL : reader->root;
    if (parser != NULL)
        fy_parser_destroy(parser);
    if (diag != NULL)
        fy_diag_destroy(diag);
    free(reader);
    return root;
}

struct node *node_read(const char *file, const char *text, size_t length, struct arena *arena,
                       struct trouble *trouble)
{
    struct document *document = document_new(file, text, length, arena, trouble);
    return document == NULL ? NULL
                            : document_parse(document, document->text, document->length, arena, trouble);
}
