/* Any bytes at all, taken for a scenario: text to nodes, nodes to settings, settings to text, and the bytes
 * taken for an assignment of the command line as well. What comes out is held against what must always be
 * true. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/explain.h"
#include "sentences.h"
#include "unit/scenario/camp.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_tree(const struct node *node, int depth)
{
    require(depth <= 64 + 1); /* lists and maps, and a scalar in the last */
    require(node->line >= 1 && node->column >= 1);
    require(node->kind != NODE_SCALAR || node->text != NULL);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        require(node->kind != NODE_SCALAR);
        require((node->kind == NODE_MAP) == (child->key != NULL));
        check_tree(child, depth + 1);
    }
}

static void read_as_scenario(const char *text, size_t length)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct node *root = node_read("fuzz.yaml", text, length, &arena, &trouble);
    require(root != NULL || trouble.count > 0);
    if (root != NULL) {
        struct camp camp;
        check_tree(root, 1);
        struct node *twice = node_overlay(root, root, &arena);
        check_tree(twice, 1);
        enum status status = section_bind(&camp_section, twice, &camp, &arena, &trouble);
        require((status == STATUS_FINE) == (trouble.count == 0));
        if (status == STATUS_FINE) {
            struct resolved *all;
            size_t count = section_resolve(&camp_section, root, &camp, &arena, &all);
            for (size_t i = 0; i < count; i++)
                require(all[i].path != NULL && all[i].value != NULL && all[i].unit != NULL);
        }
    }
    check_sentences(&trouble);
    trouble_free(&trouble);
    arena_free(&arena);
}

static void read_as_assignment(const char *text)
{
    static const char base_text[] =
        "{title: x, sites: [{people: 3}, {}], designs: {a b: {calendar: [{hold: y}]}}}";
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct node *base = node_read("base.yaml", base_text, strlen(base_text), &arena, &trouble);
    struct node *over = node_from_assignment(text, base, &arena, &trouble);
    require(over != NULL || trouble.count > 0);
    if (over != NULL) {
        struct camp camp;
        section_bind(&camp_section, node_overlay(base, over, &arena), &camp, &arena, &trouble);
    }
    check_sentences(&trouble);
    trouble_free(&trouble);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = must_allocate(length + 1, 1);
    memcpy(text, bytes, length);
    read_as_scenario(text, length);
    read_as_assignment(text);
    struct text explained = {0};
    explain(&camp_section, text, &explained);
    text_free(&explained);
    free(text);
    return 0;
}
