#include "scenario/node.h"

#include <string.h>

struct node *node_at(struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (struct node *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0) {
            child->read = true;
            return child;
        }
    return NULL;
}

size_t node_count(const struct node *node)
{
    size_t count = 0;
    for (const struct node *child = node == NULL ? NULL : node->first; child != NULL; child = child->next)
        count++;
    return count;
}

bool node_is_empty(const struct node *node)
{
    static const char *const nothing[] = {"", "~", "null", "Null", "NULL"};
    if (node->kind != NODE_SCALAR || node->quoted)
        return false;
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
        if (strcmp(node->text, nothing[i]) == 0)
            return true;
    return false;
}

enum status nodes_unread(const struct node *root, struct trouble *trouble)
{
    enum status status = STATUS_FINE;
    for (const struct node *child = root->first; child != NULL; child = child->next) {
        enum status told = STATUS_FINE;
        if (child->key != NULL && !child->read)
            told = node_key_trouble(trouble, child, "nobody reads `%s`", child->key);
        else
            told = nodes_unread(child, trouble); /* no deeper than a document may be */
        status = status == STATUS_FINE ? told : status;
    }
    return status;
}
