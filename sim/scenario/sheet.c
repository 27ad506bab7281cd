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

static const char *end_of_text(const struct cursor *cursor)
{
    return cursor->document->text + cursor->document->length;
}

static const char *end_of_line(const struct cursor *cursor, const char *from)
{
    const char *newline = memchr(from, '\n', (size_t)(end_of_text(cursor) - from));
    return newline == NULL ? end_of_text(cursor) : newline;
}

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

/* Passes what stands between quotes, over the ends of lines too; false where they are not closed. */
static bool pass_quoted(struct cursor *cursor)
{
    for (pass_byte(cursor); cursor->at < end_of_text(cursor);) {
        const bool quote = *cursor->at == '"',
                   twice = quote && cursor->at + 1 < cursor->end && cursor->at[1] == '"';
        if (quote && !twice)
            return true;
        if (cursor->at == cursor->end) {
            cursor->at++;
            cursor->end = end_of_line(cursor, cursor->at);
            cursor->line++;
            cursor->column = 1;
            continue;
        }
        if (twice)
            pass_byte(cursor);
        pass_byte(cursor);
    }
    return false;
}

/* A cell between these two places, with each of its doubled quotes once. */
static struct node *quoted_node(const struct cursor *from, const struct cursor *to)
{
    char *text = arena_take(from->arena, (size_t)(to->at - from->at) + 1, 1);
    size_t length = 0;
    for (const char *at = from->at + 1; at < to->at; at++) {
        text[length++] = *at;
        at += *at == '"' ? 1 : 0;
    }
    struct cursor ends = *from;
    ends.column = to->line == from->line ? to->column + 1 : from->column + 1;
    struct node *node = cell_node(&ends, from->column, text, length);
    node->quoted = true;
    return node;
}

static struct node *quoted_cell(struct cursor *cursor)
{
    const struct cursor begins = *cursor;
    const struct position where = {begins.line, begins.column, 1};
    if (!pass_quoted(cursor)) {
        *cursor = begins; /* what follows may be whole */
        document_trouble(cursor->trouble, cursor->document, where, "these quotes are never closed");
        return NULL;
    }
    struct node *node = quoted_node(&begins, cursor);
    pass_byte(cursor);
    pass_blanks(cursor);
    if (cursor->at == cursor->end || *cursor->at == cursor->between)
        return node;
    const struct position behind = {cursor->line, cursor->column, 1};
    if (cursor->line == begins.line)
        document_trouble(cursor->trouble, cursor->document, behind,
                         "a cell in quotes ends with them; double the quotes that belong to it");
    else
        document_trouble(cursor->trouble, cursor->document, where,
                         "these quotes are not closed on their line, and something stands behind the next "
                         "ones, in line %d",
                         cursor->line);
    *cursor = begins;
    return NULL;
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
    const char *from = cursor->end == NULL ? cursor->document->text : cursor->end + 1;
    for (; from < end_of_text(cursor); from = cursor->end + 1) {
        cursor->at = from;
        cursor->end = end_of_line(cursor, from);
        cursor->line++;
        cursor->column = 1;
        for (const char *at = from; at < cursor->end; at++)
            if (*at != ' ' && *at != '\t')
                return true;
    }
    return false;
}

/* What stands between cells: what is most often in the line of names, outside of quotes. */
static char between_names(const struct cursor *cursor)
{
    static const char known[] = ",;\t";
    size_t counts[sizeof known] = {0}, best = 0;
    bool quoted = false;
    for (const char *at = cursor->at; at < cursor->end; at++) {
        const char *separator = quoted ? NULL : strchr(known, *at);
        quoted = quoted != (*at == '"');
        if (separator != NULL)
            counts[separator - known]++;
    }
    for (size_t i = 1; i < sizeof known - 1; i++)
        best = counts[i] > counts[best] ? i : best;
    return known[best];
}

static bool check_names(const struct node *names, bool all_named, struct trouble *trouble)
{
    size_t before = trouble->count;
    for (const struct node *name = names->first; name != NULL; name = name->next) {
        if (name->text[0] == '\0' && all_named)
            node_trouble(trouble, name, "a column has no name here");
        if (name->text[0] == '\0')
            continue;
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

/* What is wrong with a row is said in `of_rows`, which may be that of all else. */
static bool read_rows(struct cursor *cursor, struct sheet *sheet, struct trouble *trouble,
                      struct trouble *of_rows)
{
    struct node **end = &sheet->rows->first;
    size_t cells = 0;
    cursor->trouble = of_rows;
    while (next_line(cursor)) {
        struct node *row = cells_of_line(cursor);
        if (row == NULL || !name_cells(row, sheet->names, of_rows))
            continue;
        *end = row;
        end = &row->next;
        cells += node_count(row);
        if (cells > MOST_NODES) {
            node_trouble(trouble, row, "more than %d cells are too much for one table", (int)MOST_NODES);
            return false;
        }
    }
    return true;
}

bool sheet_read_good_rows(const char *file, const char *text, size_t length, struct sheet *sheet,
                          struct arena *arena, struct trouble *trouble, struct trouble *of_rows)
{
    struct document *document = document_new(file, text, length, arena, trouble);
    struct cursor cursor = {.document = document, .arena = arena, .trouble = trouble};
    if (document == NULL)
        return false;
    if (!next_line(&cursor)) {
        document_trouble(trouble, document, (struct position){0}, "this table is empty");
        return false;
    }
    sheet->between = cursor.between = between_names(&cursor);
    sheet->names = cells_of_line(&cursor);
    if (sheet->names == NULL || !check_names(sheet->names, trouble == of_rows, trouble))
        return false;
    sheet->rows = cell_node(&cursor, 1, "", 0);
    sheet->rows->kind = NODE_LIST;
    return read_rows(&cursor, sheet, trouble, of_rows);
}

bool sheet_read(const char *file, const char *text, size_t length, struct sheet *sheet, struct arena *arena,
                struct trouble *trouble)
{
    size_t before = trouble->count;
    return sheet_read_good_rows(file, text, length, sheet, arena, trouble, trouble) &&
           trouble->count == before;
}
