#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/field_inner.h"
#include "scenario/name.h"
#include "scenario/quote.h"

/* What happens to a setting without a default that the file leaves out. */
enum absence {
    ABSENCE_TOLD,
    ABSENCE_ALLOWED, /* the whole section is left out */
};

struct binding {
    struct arena *arena;
    struct trouble *trouble;
};

static void bind_section(const struct binding *binding, const struct section *section, struct node *map,
                         void *settings, enum absence absence);

static void bind_field(const struct binding *binding, const struct field *field, struct node *node,
                       void *slot);

static void bind_default(const struct binding *binding, const struct field *field, void *slot)
{
    const char *usual = field_usual(field);
    if (field->kind == FIELD_SECTION)
        bind_section(binding, field->section, NULL, slot, ABSENCE_ALLOWED);
    if (usual == NULL || field->kind == FIELD_SECTION)
        return;
    struct trouble trouble = {0};
    if (kind_is_scalar(field->kind)) {
        const struct document document = {"(default)", usual, strlen(usual)};
        const struct node blamed = {.kind = NODE_SCALAR, .document = &document, .line = 1, .text = usual};
        field_parse_text(field, usual, &blamed, slot, &trouble);
    } else {
        const struct binding of_default = {binding->arena, &trouble};
        struct node *node = node_read("(default)", usual, strlen(usual), binding->arena, &trouble);
        require(node != NULL);
        bind_field(&of_default, field, node, slot);
    }
    require(trouble.count == 0); /* section_is_sound tells which default is wrong */
    trouble_free(&trouble);
}

static void tell_missing(const struct binding *binding, const struct section *section,
                         const struct field *field, const struct node *map)
{
    if (map == NULL)
        trouble_add(binding->trouble, STATUS_BAD_INPUT, (struct place){0}, "`%s` must be given in %s: %s",
                    field->name, section->name, field->meaning);
    else
        node_key_trouble(binding->trouble, map, "`%s` must be given in %s: %s", field->name, section->name,
                         field->meaning);
}

/* Where no key is near, those that there are may help. */
static void hint_keys(const struct binding *binding, const struct section *section)
{
    enum { FEW = 10 };
    if (section->count > FEW)
        return;
    struct text keys = {0};
    for (size_t i = 0; i < section->count; i++)
        text_print(&keys, "%s`%s`",
                   i == 0                    ? ""
                   : i + 1 == section->count ? " and "
                                             : ", ",
                   section->fields[i].name);
    trouble_hint(binding->trouble, "there are %s", keys.bytes);
    text_free(&keys);
}

static void tell_unknown(const struct binding *binding, const struct section *section,
                         const struct node *child)
{
    node_key_trouble(binding->trouble, child, "unknown key `%s` in %s", quote_of(child->key).text,
                     section->name);
    if (binding->trouble->closed)
        return;
    const char **names = must_allocate(section->count, sizeof *names);
    for (size_t i = 0; i < section->count; i++)
        names[i] = section->fields[i].name;
    const char *near = nearest_word(child->key, names, section->count);
    if (near != NULL)
        trouble_hint(binding->trouble, "did you mean `%s`?", near);
    else
        hint_keys(binding, section);
    free(names);
}

static void check_count(const struct binding *binding, const struct field *field, const struct node *node,
                        size_t count)
{
    bool few = (double)count < field->least;
    if (field_has_range(field) && (few || (double)count > field->most))
        node_key_trouble(binding->trouble, node, "`%s` has %zu entries, but %s %.0f", field->name, count,
                         few ? "it needs at least" : "it can have no more than",
                         few ? field->least : field->most);
}

/* Whether the node is of the kind that the field needs; reports a mistake when it is not. `key:` with nothing
 * behind it is an empty one. */
static bool has_kind(const struct binding *binding, const struct field *field, const struct node *node,
                     enum node_kind kind)
{
    if (node->kind == kind || node_is_empty(node))
        return true;
    const char *example = kind_words(field->kind).example;
    node_trouble(binding->trouble, node, "`%s` must be %s%s%s%s, but %s stands here", field->name,
                 kind_words(field->kind).a_value, example == NULL ? "" : " (", example == NULL ? "" : example,
                 example == NULL ? "" : ")",
                 node->kind == NODE_SCALAR ? "a single value"
                 : node->kind == NODE_LIST ? "a list"
                                           : "a map of keys and values");
    return false;
}

/* The names that the entries of a list give in `field`, or the keys of the entries where that is NULL. */
static void compare_names(const struct binding *binding, const struct field *field, const struct node *list)
{
    struct name_book book = {.arena = binding->arena};
    enum name_place place = field == NULL ? NAME_IS_KEY : NAME_IS_VALUE;
    for (const struct node *child = list->first; child != NULL; child = child->next) {
        const struct node *node = field == NULL ? child : map_child(child, field->name);
        if (node == NULL || (field != NULL && (node->kind != NODE_SCALAR || node_is_empty(node))))
            continue;
        const char *name = field == NULL ? node->key : node->text;
        struct trouble told = {0}; /* what is wrong with a name of a field was reported before */
        if (name_check(name, node, place, field == NULL ? binding->trouble : &told) == STATUS_FINE)
            name_book_add(&book, 0, name, node, place, binding->trouble);
        trouble_free(&told);
    }
    name_book_free(&book);
}

static void bind_wrong_entry(const struct binding *binding, const struct field *field,
                             const struct node *child, void *item)
{
    node_trouble(binding->trouble, child, "each entry of `%s` must be keys and values, such as {%s: ...}",
                 field->name, field->section->count > 0 ? field->section->fields[0].name : "name");
    bind_section(binding, field->section, NULL, item, ABSENCE_ALLOWED);
}

static void bind_elements(const struct binding *binding, const struct field *field, struct node *node,
                          struct field_list *list)
{
    if (!has_kind(binding, field, node, field->kind == FIELD_LIST ? NODE_LIST : NODE_MAP))
        return;
    size_t count = node_count(node);
    check_count(binding, field, node, count);
    char *items = arena_take(binding->arena, count, field->section->size);
    *list = (struct field_list){items, count};
    for (struct node *child = node->first; child != NULL;
         child = child->next, items += field->section->size) {
        child->read = true;
        if (child->kind == NODE_MAP || (field->kind == FIELD_NAMED && node_is_empty(child)))
            bind_section(binding, field->section, child, items, ABSENCE_TOLD);
        else
            bind_wrong_entry(binding, field, child, items);
        if (field->kind == FIELD_NAMED)
            *(const char **)(void *)items = child->key;
    }
    if (field->kind == FIELD_NAMED)
        compare_names(binding, NULL, node);
    for (size_t i = 0; i < field->section->count && field->kind == FIELD_LIST; i++)
        if (field->section->fields[i].kind == FIELD_NAME)
            compare_names(binding, &field->section->fields[i], node);
}

static void bind_numbers(const struct binding *binding, const struct field *field, struct node *node,
                         struct field_list *list)
{
    if (!has_kind(binding, field, node, NODE_LIST))
        return;
    struct field number = *field;
    number.kind = FIELD_REAL;
    number.usual = "";
    size_t count = node_count(node);
    double *items = arena_take(binding->arena, count, sizeof *items);
    *list = (struct field_list){items, count};
    for (struct node *child = node->first; child != NULL; child = child->next) {
        child->read = true;
        field_parse(&number, child, items++, binding->trouble);
    }
}

/* One name, or a list of names that are all held. */
static void bind_choices(const struct binding *binding, const struct field *field, struct node *node,
                         uint64_t *choices)
{
    *choices = 0;
    bool several = node->kind == NODE_LIST;
    if (several && node->first == NULL)
        node_trouble(binding->trouble, node, "the list of `%s` is empty; give it a name or take the line out",
                     field->name);
    for (const struct node *child = several ? node->first : node; child != NULL;
         child = several ? child->next : NULL) {
        size_t which;
        if (field_parse_choice(field, child, &which, binding->trouble) != STATUS_FINE)
            continue;
        if ((*choices >> which & 1) != 0)
            node_trouble(binding->trouble, child, "`%s` stands here twice", field->choices[which]->name);
        *choices |= UINT64_C(1) << which;
    }
}

static void bind_field(const struct binding *binding, const struct field *field, struct node *node,
                       void *slot)
{
    switch (field->kind) {
    case FIELD_SECTION:
        bind_section(binding, field->section, node, slot, ABSENCE_TOLD);
        break;
    case FIELD_LIST:
    case FIELD_NAMED:
        bind_elements(binding, field, node, slot);
        break;
    case FIELD_CHOICES:
        bind_choices(binding, field, node, slot);
        break;
    case FIELD_NUMBERS:
        bind_numbers(binding, field, node, slot);
        break;
    case FIELD_TREE:
        *(const struct node **)slot = node;
        break;
    case FIELD_REAL:
    case FIELD_COUNT:
    case FIELD_SWITCH:
    case FIELD_SHARE:
    case FIELD_DURATION:
    case FIELD_RATE:
    case FIELD_CLOCK:
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_CHOICE:
        if (field_parse(field, node, slot, binding->trouble) != STATUS_FINE)
            bind_default(binding, field, slot);
        break;
    }
}

static bool section_has(const struct section *section, const char *key)
{
    for (size_t i = 0; i < section->count; i++)
        if (strcmp(section->fields[i].name, key) == 0)
            return true;
    return false;
}

/* Continues after every mistake, with the default in place of what could not be read: a later check
 * finds values that a setting can have. Recurses no deeper than sections or the document are nested. */
static void bind_section(const struct binding *binding, const struct section *section, struct node *map,
                         void *settings, enum absence absence)
{
    memset(settings, 0, section->size);
    if (map != NULL && map->kind != NODE_MAP && !node_is_empty(map)) {
        node_trouble(binding->trouble, map, "%s must be keys and values, but %s stands here", section->name,
                     map->kind == NODE_LIST ? "a list" : "a single value");
        map = NULL;
        absence = ABSENCE_ALLOWED;
    }
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        void *slot = (char *)settings + field->offset;
        struct node *child = node_at(map, field->name);
        if (child != NULL)
            bind_field(binding, field, child, slot);
        else if (field_is_required(field) && absence == ABSENCE_TOLD)
            tell_missing(binding, section, field, map);
        else
            bind_default(binding, field, slot);
    }
    for (struct node *child = map == NULL ? NULL : map->first; child != NULL; child = child->next)
        if (!section_has(section, child->key)) {
            child->read = true;
            tell_unknown(binding, section, child);
        }
}

enum status section_bind(const struct section *section, struct node *map, void *settings, struct arena *arena,
                         struct trouble *trouble)
{
    struct binding binding = {arena, trouble};
    size_t told_before = trouble->count;
    if (map != NULL)
        map->read = true;
    bind_section(&binding, section, map, settings, ABSENCE_TOLD);
    trouble_sort(trouble, told_before);
    return trouble_status(trouble);
}
