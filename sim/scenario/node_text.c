#include "scenario/node_text.h"

#include <ctype.h>
#include <string.h>

/* Whether a scalar can stand without quotes, everywhere and without being taken for anything else. */
static bool is_plain(const char *text)
{
    const size_t length = strlen(text);
    if (length == 0 || text[0] == ' ' || text[length - 1] == ' ' || strchr("%-", text[0]) != NULL)
        return false;
    for (const char *at = text; *at != '\0'; at++)
        if (!isalnum((unsigned char)*at) && strchr(" _.%/-+", *at) == NULL)
            return false;
    return true;
}

static void say_scalar(struct text *out, const char *text, bool quoted)
{
    if (!quoted && is_plain(text)) {
        text_say(out, text);
        return;
    }
    text_say(out, "\"");
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '\n')
            text_say(out, "\\n");
        else if (*at == '\t')
            text_say(out, "\\t");
        else
            text_print(out, "%s%c", *at == '"' || *at == '\\' ? "\\" : "", *at);
    text_say(out, "\"");
}

static void say_flow(const struct node *node, struct text *out)
{
    const bool map = node->kind == NODE_MAP;
    if (node->kind == NODE_SCALAR) {
        say_scalar(out, node->text, node->quoted);
        return;
    }
    text_say(out, map ? "{" : "[");
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (map) {
            say_scalar(out, child->key, false);
            text_say(out, ": ");
        }
        say_flow(child, out);
        text_say(out, child->next == NULL ? "" : ", ");
    }
    text_say(out, map ? "}" : "]");
}

void node_say(const struct node *node, const char *key, struct text *out)
{
    say_scalar(out, key, false);
    text_say(out, ":");
    if (node->kind == NODE_SCALAR || node->first == NULL) {
        text_say(out, " ");
        say_flow(node, out);
        text_say(out, "\n");
        return;
    }
    text_say(out, "\n");
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        text_say(out, node->kind == NODE_LIST ? "  - " : "  ");
        if (node->kind == NODE_MAP) {
            say_scalar(out, child->key, false);
            text_say(out, ": ");
        }
        say_flow(child, out);
        text_say(out, "\n");
    }
}
