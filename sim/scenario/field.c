#include "scenario/field.h"

#include <string.h>

#include "base/require.h"
#include "scenario/field_inner.h"

const char *ground_name(enum ground ground)
{
    switch (ground) {
    case GROUND_CHOICE:
        return "free choice";
    case GROUND_FOUND:
        return "found";
    case GROUND_FITTED:
        return "fitted";
    case GROUND_KNOWN:
        return "known";
    case GROUND_ASSUMED:
        return "assumed";
    }
    require(ground <= GROUND_ASSUMED);
    return "";
}

struct kind_words kind_words(enum field_kind kind)
{
    // clang-format off
    static const struct kind_words words[] = {
        [FIELD_REAL]     = {"a number",               "0.5"},
        [FIELD_COUNT]    = {"a whole number",         "12"},
        [FIELD_SWITCH]   = {"yes or no",              NULL},
        [FIELD_SHARE]    = {"a share",                "`5 %` or 0.05"},
        [FIELD_DURATION] = {"a duration",             "`90 min` or `1 h 30 min`"},
        [FIELD_RATE]     = {"a rate",                 "`4 /d`"},
        [FIELD_CLOCK]    = {"a time of day",          "`19:00`"},
        [FIELD_TEXT]     = {"text",                   NULL},
        [FIELD_NAME]     = {"a name",                 NULL},
        [FIELD_CHOICE]   = {"a name",                 NULL},
        [FIELD_CHOICES]  = {"a name or a list of names", NULL},
        [FIELD_NUMBERS]  = {"a list of numbers",      "[1, 2, 4]"},
        [FIELD_SECTION]  = {"keys and values",        NULL},
        [FIELD_LIST]     = {"a list",                 "lines that begin with `- `"},
        [FIELD_NAMED]    = {"names with keys and values below each", NULL},
        [FIELD_TREE]     = {"keys and values",        NULL},
    };
    // clang-format on
    return words[kind];
}

bool kind_is_scalar(enum field_kind kind)
{
    return kind < FIELD_CHOICES;
}

bool field_has_range(const struct field *field)
{
    return field->least != 0 || field->most != 0;
}

bool field_is_required(const struct field *field)
{
    return field->usual == NULL;
}

const char *field_usual(const struct field *field)
{
    return field->usual == NULL || *field->usual == '\0' ? NULL : field->usual;
}

const struct node *map_child(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (const struct node *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

const char *field_unit(const struct field *field)
{
    return field->unit == NULL ? "1" : field->unit;
}

bool field_is_number(const struct field *field)
{
    return field->kind == FIELD_REAL || field->kind == FIELD_COUNT || field->kind == FIELD_SHARE ||
           field->kind == FIELD_DURATION || field->kind == FIELD_RATE || field->kind == FIELD_CLOCK;
}

bool field_is_uncertain(const struct field *field)
{
    return field_is_number(field) && field->ground != GROUND_CHOICE;
}

bool field_is_observable(const struct field *field)
{
    return field->observable || (field_is_number(field) && field->ground == GROUND_CHOICE);
}
