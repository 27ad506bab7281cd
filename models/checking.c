/* What checks have in common: what was told already, and where. */
#include "checking.h"

#include "base/require.h"

#include <string.h>

#include "scenario.h"

struct node *list_element(const struct node *list, size_t index)
{
    struct node *child = list == NULL ? NULL : list->first;
    for (; child != NULL && child->next != NULL && index > 0; index--)
        child = child->next;
    return child;
}

struct span {
    int from_line, from_column, to_line, to_column;
};

static void span_add(struct span *span, int line, int column)
{
    if (line < span->from_line || (line == span->from_line && column < span->from_column))
        span->from_line = line, span->from_column = column;
    if (line > span->to_line || (line == span->to_line && column > span->to_column))
        span->to_line = line, span->to_column = column;
}

static void span_add_node(struct span *span, const struct node *node)
{
    span_add(span, node->line, node->column);
    if (node->key != NULL)
        span_add(span, node->key_line, node->key_column);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        span_add_node(span, child);
}

bool told_about(const struct trouble *trouble, const struct node *node)
{
    if (trouble->count == 0)
        return false;
    struct span span = {node->line, node->column, node->line, node->column};
    span_add_node(&span, node);
    for (size_t i = 0; i < trouble->count; i++) {
        const struct place *where = &trouble->complaints[i].where;
        bool before = where->line < span.from_line ||
                      (where->line == span.from_line && where->column < span.from_column);
        bool behind =
            where->line > span.to_line || (where->line == span.to_line && where->column > span.to_column);
        if (where->file != NULL && strcmp(where->file, node->document->file) == 0 && !before && !behind)
            return true;
    }
    return false;
}

bool told_in_reading(const struct checking *checking, const struct node *node)
{
    struct trouble read = *checking->trouble;
    read.count = checking->told_in_reading;
    return told_about(&read, node);
}

bool is_sound(const struct checking *checking, const char *key)
{
    const struct node *node = node_at(checking->tree, key);
    return node == NULL || !told_about(checking->trouble, node);
}

const void *checking_settings(const struct checking *checking, const struct section *section)
{
    return scenario_settings(checking->scenario, section);
}

void *checking_filled(const struct checking *checking, const struct section *section)
{
    return scenario_filled(checking->scenario, section);
}

void checking_note(const struct checking *checking, const struct node *where, const char *sentence)
{
    struct trouble *notes = checking->notes;
    require(notes != NULL);
    for (size_t i = 0; i < notes->count; i++)
        if (strcmp(notes->complaints[i].sentence, sentence) == 0)
            return;
    node_trouble(notes, where, "%s", sentence);
}
