#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/catalogue.h"
#include "scenario/explain.h"
#include "scenario/field_inner.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define ID_BASE "https://groundswell.invalid/schema/"

#define NUMBER_PATTERN   "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
#define POSITIVE_PATTERN "[+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
#define TIME_WORDS       "secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|wks?|weeks?"
#define PART_PATTERN     "\\s*" POSITIVE_PATTERN "\\s*(us|ms|s|min|h|d|w|" TIME_WORDS ")"
#define DURATION_PATTERN "^" PART_PATTERN "(" PART_PATTERN ")*$"
#define RATE_PATTERN     "^" POSITIVE_PATTERN "\\s*(/|per |an? )\\s*(s|min|h|d|" TIME_WORDS ")$"
#define SHARE_PATTERN    "^" NUMBER_PATTERN "\\s*%?$"
#define CLOCK_PATTERN                                                                                        \
    "^(([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|(0?[1-9]|1[0-2])(:[0-5][0-9])?\\s*[ap]m)$"

static void schema_say(json_t *object, const char *key, const char *words)
{
    json_object_set_new(object, key, json_string(words));
}

static json_t *text_pattern(const char *pattern)
{
    return json_pack("{s:s, s:s}", "type", "string", "pattern", pattern);
}

static json_t *bounded(const char *type, const struct field *field)
{
    json_t *number = json_pack("{s:s}", "type", type);
    if (field_has_range(field)) {
        json_object_set_new(number, "minimum", json_real(field->least));
        json_object_set_new(number, "maximum", json_real(field->most));
    }
    return number;
}

static json_t *either(json_t *one, json_t *other)
{
    return json_pack("{s:[o, o]}", "anyOf", one, other);
}

static json_t *choice_type(const struct field *field)
{
    json_t *list = json_array();
    for (size_t i = 0; field->choices[i] != NULL; i++)
        json_array_append_new(list, json_pack("{s:s, s:s}", "const", field->choices[i]->name, "description",
                                              field->choices[i]->meaning));
    return json_pack("{s:o}", "oneOf", list);
}

/* Sections of one name are distinguished by their place in the catalogue. */
static void definition_name(const struct catalogue *catalogue, const struct section *section,
                            struct text *name)
{
    size_t earlier = 0;
    for (size_t i = 0; i < catalogue->count && catalogue->entries[i].section != section; i++)
        earlier += strcmp(catalogue->entries[i].section->name, section->name) == 0 ? 1 : 0;
    for (const char *at = section->name; *at != '\0'; at++)
        text_add(name, *at == ' ' || *at == '/' || *at == '~' ? "-" : at, 1);
    if (earlier > 0)
        text_print(name, "-%zu", earlier + 1);
}

static json_t *reference(const struct catalogue *catalogue, const struct section *section)
{
    struct text name = {0};
    text_say(&name, "#/$defs/");
    definition_name(catalogue, section, &name);
    json_t *type = json_pack("{s:s}", "$ref", name.bytes);
    text_free(&name);
    return type;
}

static json_t *counted(json_t *type, const struct field *field, const char *least, const char *most)
{
    if (field_has_range(field)) {
        json_object_set_new(type, least, json_integer((json_int_t)field->least));
        json_object_set_new(type, most, json_integer((json_int_t)field->most));
    }
    return type;
}

static json_t *real_type(const struct field *field)
{
    if (strcmp(field_unit(field), "1") == 0)
        return bounded("number", field);
    return either(bounded("number", field), text_pattern("^" NUMBER_PATTERN "\\s*\\S+"));
}

static json_t *field_type(const struct catalogue *catalogue, const struct field *field)
{
    switch (field->kind) {
    case FIELD_REAL:
        return real_type(field);
    case FIELD_COUNT:
        return bounded("integer", field);
    case FIELD_SWITCH:
        return either(json_pack("{s:s}", "type", "boolean"),
                      json_pack("{s:[s, s, s, s]}", "enum", "yes", "no", "on", "off"));
    case FIELD_SHARE:
        return either(bounded("number", field), text_pattern(SHARE_PATTERN));
    case FIELD_DURATION:
        return text_pattern(DURATION_PATTERN);
    case FIELD_RATE:
        return text_pattern(RATE_PATTERN);
    case FIELD_CLOCK:
        return text_pattern(CLOCK_PATTERN);
    case FIELD_TEXT:
    case FIELD_NAME:
        return json_pack("{s:[s, s, s]}", "type", "string", "number", "boolean");
    case FIELD_CHOICE:
        return choice_type(field);
    case FIELD_CHOICES:
        return either(choice_type(field), json_pack("{s:s, s:o, s:i}", "type", "array", "items",
                                                    choice_type(field), "minItems", 1));
    case FIELD_NUMBERS:
        return json_pack("{s:s, s:o}", "type", "array", "items", bounded("number", field));
    case FIELD_SECTION:
        return reference(catalogue, field->section);
    case FIELD_LIST:
        return counted(
            json_pack("{s:s, s:o}", "type", "array", "items", reference(catalogue, field->section)), field,
            "minItems", "maxItems");
    case FIELD_NAMED:
        return counted(json_pack("{s:s, s:o}", "type", "object", "additionalProperties",
                                 reference(catalogue, field->section)),
                       field, "minProperties", "maxProperties");
    case FIELD_TREE:
        return json_pack("{s:[s, s]}", "type", "object", "array");
    }
    require(field->kind <= FIELD_TREE);
    return NULL;
}

static json_t *default_value(const struct field *field)
{
    bool plain = field->kind == FIELD_COUNT || field->kind == FIELD_REAL || field->kind == FIELD_NUMBERS;
    json_t *number = plain ? json_loads(field->usual, JSON_DECODE_ANY, NULL) : NULL;
    return number == NULL ? json_string(field->usual) : number;
}

static json_t *field_schema(const struct catalogue *catalogue, const struct field *field)
{
    json_t *schema = field_type(catalogue, field);
    require(schema != NULL);
    struct text words = {0};
    text_print(&words, "%s.", field->meaning);
    if (field_has_range(field)) {
        text_say(&words, " Range: ");
        field_write_range(field, &words);
        text_say(&words, ".");
    }
    text_print(&words, " Ground: %s", ground_name(field->ground));
    if (field->source != NULL)
        text_print(&words, ", %s", field->source);
    text_say(&words, ".");
    schema_say(schema, "description", words.bytes);
    text_free(&words);
    if (field_usual(field) != NULL)
        json_object_set_new(schema, "default", default_value(field));
    return schema;
}

static json_t *section_schema(const struct catalogue *catalogue, const struct section *section)
{
    json_t *properties = json_object(), *required = json_array();
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        json_object_set_new(properties, field->name, field_schema(catalogue, field));
        if (field_is_required(field))
            json_array_append_new(required, json_string(field->name));
    }
    return json_pack("{s:s, s:s, s:o, s:o, s:b}", "type", "object", "description", section->meaning,
                     "properties", properties, "required", required, "additionalProperties", 0);
}

static void identify(json_t *schema, const char *title)
{
    struct text id = {0};
    text_say(&id, ID_BASE);
    for (const char *at = title; *at != '\0'; at++)
        text_add(&id, *at == ' ' ? "-" : at, 1);
    text_say(&id, ".json");
    schema_say(schema, "$schema", DIALECT);
    schema_say(schema, "$id", id.bytes);
    schema_say(schema, "title", title);
    text_free(&id);
}

/* Keys stay in the order of the tables. */
void schema_write(const struct section *root, const char *title, struct text *out)
{
    struct catalogue *catalogue = catalogue_new(root);
    json_t *schema = json_object(), *definitions = json_object();
    identify(schema, title);
    json_t *body = section_schema(catalogue, root);
    json_object_update_missing(schema, body);
    json_decref(body);
    for (size_t i = 1; i < catalogue->count; i++) {
        struct text name = {0};
        definition_name(catalogue, catalogue->entries[i].section, &name);
        json_object_set_new(definitions, name.bytes,
                            section_schema(catalogue, catalogue->entries[i].section));
        text_free(&name);
    }
    json_object_set_new(schema, "$defs", definitions);
    char *written = json_dumps(schema, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    require(written != NULL);
    text_say(out, written);
    text_say(out, "\n");
    free(written);
    json_decref(schema);
    free(catalogue);
}
