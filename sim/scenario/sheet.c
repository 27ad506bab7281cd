#include "scenario/sheet.h"

#include <string.h>

#include "scenario/document.h"
#include "scenario/quote.h"

/* Where the reader is. */
struct cursor {
    const struct document *document;
    struct arena *arena;
    struct trouble *trouble;
    const char *at, *end; /* of the line */
    int line, column;
    char between; /* cells */
};

static void pass_byte(struct cursor *cursor)
{
    bool continues = ((unsigned char)cursor->at[0] & 0xC0) == 0x80;
    cursor->column += continues ? 0 : 1;
    cursor->at++;
}

static void pass_blanks(struct cursor *cursor)
{
    while (cursor->at < cursor->end && (*cursor->at == ' ' || *cursor->at == '\t') &&
           *cursor->at != cursor->between)
        pass_byte(cursor);
}

static struct node *cell_node(const struct cursor *cursor, int column, const char *text, size_t length)
{
    struct node *node = ARENA_NEW(cursor->arena, struct node, 1);
    *node = (struct node){
        .kind = NODE_SCALAR,
        .document = cursor->document,
        .line = cursor->line,
        .column = column,
        .width = cursor->column > column ? cursor->column - column : 1,
        .text = arena_text(cursor->arena, text, length),
    };
    return node;
}

static struct node *plain_cell(struct cursor *cursor)
{
    const char *begins = cursor->at, *ends = begins;
    int column = cursor->column;
    struct cursor last = *cursor;
    while (cursor->at < cursor->end && *cursor->at != cursor->between) {
        bool blank = *cursor->at == ' ' || *cursor->at == '\t';
        pass_byte(cursor);
        if (!blank) {
            ends = cursor->at;
            last = *cursor;
        }
    }
    return cell_node(&last, column, begins, (size_t)(ends - begins));
}

static struct node *quoted_cell(struct cursor *cursor)
{
    int column = cursor->column;
    char *text = arena_take(cursor->arena, (size_t)(cursor->end - cursor->at) + 1, 1);
    size_t length = 0;
    pass_byte(cursor);
    for (;;) {
        if (cursor->at == cursor->end) {
            struct position where = {cursor->line, column, 1};
            document_trouble(cursor->trouble, cursor->document, where,
                             "these quotes are not closed on their line");
            return NULL;
        }
        bool quote = *cursor->at == '"',
             twice = quote && cursor->at + 1 < cursor->end && cursor->at[1] == '"';
        if (quote && !twice)
            break;
        if (twice)
            pass_byte(cursor);
        text[length++] = *cursor->at;
        pass_byte(cursor);
    }
    pass_byte(cursor);
    struct node *node = cell_node(cursor, column, text, length);
    node->quoted = true;
    pass_blanks(cursor);
    if (cursor->at < cursor->end && *cursor->at != cursor->between) {
        struct position where = {cursor->line, cursor->column, 1};
        document_trouble(cursor->trouble, cursor->document, where,
                         "a cell in quotes ends with them; double the quotes that belong to it");
        return NULL;
    }
    return node;
}

/* The next cell of the line, NULL with trouble; the cursor stands at what is behind it. */
static struct node *next_cell(struct cursor *cursor)
{
    pass_blanks(cursor);
    return cursor->at < cursor->end && *cursor->at == '"' ? quoted_cell(cursor) : plain_cell(cursor);
}

/* All cells of the line as a list; NULL with trouble. */
static struct node *cells_of_line(struct cursor *cursor)
{
    struct node *list = cell_node(cursor, 1, "", 0);
    struct node **end = &list->first;
    list->kind = NODE_LIST;
    for (;;) {
        struct node *cell = next_cell(cursor);
        if (cell == NULL)
            return NULL;
        *end = cell;
        end = &cell->next;
        if (cursor->at == cursor->end)
            return list;
        pass_byte(cursor);
    }
}

/* Begins at the next line that holds something; false at the end of the text. */
static bool next_line(struct cursor *cursor)
{
    const char *text_ends = cursor->document->text + cursor->document->length;
    const char *from = cursor->end == NULL ? cursor->document->text : cursor->end + 1;
    for (; from < text_ends; from = cursor->end + 1) {
        const char *newline = memchr(from, '\n', (size_t)(text_ends - from));
        cursor->at = from;
        cursor->end = newline == NULL ? text_ends : newline;
        cursor->line++;
        cursor->column = 1;
        for (const char *at = from; at < cursor->end; at++)
            if (*at != ' ' && *at != '\t')
                return true;
    }
    return false;
}

/* What stands between cells: what the line of names has. */
static char between_names(const struct cursor *cursor)
{
    size_t length = (size_t)(cursor->end - cursor->at);
    if (memchr(cursor->at, ',', length) != NULL)
        return ',';
    return memchr(cursor->at, ';', length) != NULL    ? ';'
           : memchr(cursor->at, '\t', length) != NULL ? '\t'
                                                      : ',';
}

static bool check_names(const struct node *names, struct trouble *trouble)
{
    size_t before = trouble->count;
    for (const struct node *name = names->first; name != NULL; name = name->next) {
        if (name->text[0] == '\0')
            node_trouble(trouble, name, "a column has no name here");
        for (const struct node *other = names->first; other != name; other = other->next)
            if (strcmp(other->text, name->text) == 0)
                node_trouble(trouble, name, "the column `%s` stands here twice", quote_of(name->text).text);
    }
    return trouble->count == before;
}

/* Makes a map of the cells of a row: each under the name of its column, the empty ones left out. */
static bool name_cells(struct node *row, const struct node *names, struct trouble *trouble)
{
    if (node_count(row) != node_count(names)) {
        node_trouble(trouble, row, "this row has %zu of the %zu cells that the names above ask for",
                     node_count(row), node_count(names));
        return false;
    }
    struct node **end = &row->first, *cell = row->first;
    row->kind = NODE_MAP;
    for (const struct node *name = names->first; name != NULL; name = name->next, cell = cell->next) {
        if (cell->text[0] == '\0' && !cell->quoted)
            continue;
        cell->key = name->text;
        cell->key_line = name->line;
        cell->key_column = name->column;
        *end = cell;
        end = &cell->next;
    }
    *end = NULL;
    return true;
}

bool sheet_read(const char *file, const char *text, size_t length, struct sheet *sheet, struct arena *arena,
                struct trouble *trouble)
{
    struct document *document = document_new(file, text, length, arena, trouble);
    struct cursor cursor = {.document = document, .arena = arena, .trouble = trouble};
    size_t before = trouble->count, cells = 0;
    if (document == NULL)
        return false;
    if (!next_line(&cursor)) {
        document_trouble(trouble, document, (struct position){0}, "this table is empty");
        return false;
    }
    cursor.between = between_names(&cursor);
    sheet->names = cells_of_line(&cursor);
    if (sheet->names == NULL || !check_names(sheet->names, trouble))
        return false;
    sheet->rows = cell_node(&cursor, 1, "", 0);
    sheet->rows->kind = NODE_LIST;
    struct node **end = &sheet->rows->first;
    while (next_line(&cursor)) {
        struct node *row = cells_of_line(&cursor);
        if (row == NULL || !name_cells(row, sheet->names, trouble))
            continue;
        *end = row;
        end = &row->next;
        cells += node_count(row);
        if (cells > MOST_NODES) {
            node_trouble(trouble, row, "more than %d cells are too much for one table", (int)MOST_NODES);
            return false;
        }
    }
    return trouble->count == before;
}
