/* A YAML document as a tree of nodes that remember where they stood.
 *
 * Read with libfyaml and copied into an arena at once, so that no other file needs to know the library. Duplicate
 * keys, aliases and anchors beyond a small bound, several documents, nesting over 64, files over 4 MiB, bytes that are
 * not UTF-8 and control characters are refused with a sentence. A node that nobody reads is a mistake of the writer;
 * nodes_unread tells it.
 */
#ifndef SCENARIO_NODE_H
#define SCENARIO_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/trouble.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct document {
    const char *file; /* as the user named it; "--set" for overrides of the command line */
    const char *text;
    size_t length;
};

struct node {
    enum node_kind kind;
    bool quoted; /* a scalar in quotes is text even when it looks like a number */
    bool read;   /* somebody asked for it */
    const struct document *document;
    int line, column, width;
    const char *key; /* name within the map it stands in, else NULL */
    int key_line, key_column;
    const char *text; /* scalars only */
    struct node *first; /* children of lists and maps, in their order */
    struct node *next;
};

/* NULL when there is trouble. `text` need not end with NUL. */
struct node *node_read(const char *file, const char *text, size_t length, struct arena *arena, struct trouble *trouble);
/* The same from a file (or "-"): STATUS_NO_INPUT when it cannot be opened, STATUS_BAD_INPUT when it is a directory, a
 * device, too large or not text. */
struct node *node_read_file(const char *path, struct arena *arena, struct trouble *trouble);

/* The child named `key`, marked as read; NULL when there is none or `map` is NULL or no map. */
struct node *node_at(struct node *map, const char *key);
size_t node_count(const struct node *node);

/* A tree in which `over` was laid over `base`: maps merge, anything else replaces. Neither is changed; nodes not
 * touched are shared. Either may be NULL. */
struct node *node_overlay(const struct node *base, const struct node *over, struct arena *arena);

/* `path=value` as on the command line ("site.participants=500", "sites[0].people=40", value in YAML): a tree to lay
 * over; list elements are addressed by [index]. NULL with trouble when it cannot be understood. */
struct node *node_from_assignment(const char *assignment, const struct node *base, struct arena *arena,
                                  struct trouble *trouble);

/* Says something about a node: file, line, column and excerpt are filled in. Returns STATUS_BAD_INPUT. */
enum status node_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
enum status node_key_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
