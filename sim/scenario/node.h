/* A YAML document as a tree of nodes that remember where they stood.
 *
 * Read with libfyaml and copied into an arena at once, so that no other file needs to know the library. The
 * subset is what a run sheet needs, and nothing that can surprise: one document of maps with plain keys,
 * lists and scalars. Anchors, aliases, merge keys and tags are refused (an alias bomb is one of them), and so
 * are duplicate keys, nesting over 64, files over 4 MiB, 65,536 characters on a line or 200,000 entries, maps
 * over 1000 keys, bytes that are not UTF-8, control characters, %-directives. Windows line ends and a byte
 * order mark are accepted. A node that nobody reads is a mistake of the writer; nodes_unread tells it.
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
    const char *text; /* line ends are \n; ends with NUL */
    size_t length;
};

struct node {
    enum node_kind kind;
    bool quoted; /* in quotes or a block: the scalar "" is then text, and not a value left out */
    bool read;   /* somebody asked for it */
    const struct document *document;
    int line, column, width;
    const char *key; /* name within the map it stands in, else NULL */
    int key_line, key_column;
    const char *text;   /* scalars only */
    struct node *first; /* children of lists and maps, in their order */
    struct node *next;
};

/* NULL when the text cannot be understood. A duplicate key is reported, and the tree keeps the first, so that
 * later mistakes are reported as well: look at `trouble` before anything is done with the tree. `text` need
 * not end with NUL. */
struct node *node_read(const char *file, const char *text, size_t length, struct arena *arena,
                       struct trouble *trouble);
/* The same from a file (or "-"): STATUS_NO_INPUT when it cannot be opened, STATUS_BAD_INPUT when it is a
 * directory, a device, too large or not text. */
struct node *node_read_file(const char *path, struct arena *arena, struct trouble *trouble);

/* The child named `key`, marked as read; NULL when there is none or `map` is NULL or no map. */
struct node *node_at(struct node *map, const char *key);
size_t node_count(const struct node *node);

/* Whether a scalar says nothing: `key:` with nothing behind it, or null, or ~. */
bool node_is_empty(const struct node *node);

/* Reports every key below `root` that nobody read, but not what stands below such a key. */
enum status nodes_unread(const struct node *root, struct trouble *trouble);

/* A tree in which `over` was laid over `base`: maps merge, anything else replaces. Neither is changed; what
 * lies below nodes that are not touched is shared. Either may be NULL. Each node keeps its own place. What is
 * read of the overlay is not marked in the trees it was made of: ask nodes_unread of the overlay. */
struct node *node_overlay(const struct node *base, const struct node *over, struct arena *arena);

/* `path=value` as on the command line ("site.participants=500", "sites[0].people=40", value in YAML): a tree
 * to lay over; list elements are addressed by [index] from 0 and must be in `base`; a key with dots stands in
 * double quotes. NULL with trouble when it cannot be understood. */
struct node *node_from_assignment(const char *assignment, const struct node *base, struct arena *arena,
                                  struct trouble *trouble);

/* The same for a value that is known: `value` at `path`, as a tree to lay over `base`. */
struct node *node_with(const char *path, struct node *value, const struct node *base, struct arena *arena,
                       struct trouble *trouble);
/* A tree of its own that shares no node with the first. */
struct node *node_copy(const struct node *node, struct arena *arena);

/* Says something about a node, or about its key: file, line, column and excerpt are filled in. Returns
 * STATUS_BAD_INPUT. */
enum status node_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
enum status node_key_trouble(struct trouble *trouble, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
