/* The schema against documents that our own reader accepts or refuses: first its shape, then, where Python's
 * jsonschema is installed, by a validator that is not ours. */
#include "unit/scenario/reading.h"

#include <jansson.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scenario/explain.h"

static json_t *camp_schema(void)
{
    struct text text = {0};
    schema_write(&camp_section, "camp", &text);
    json_t *schema = json_loads(text.bytes, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(schema);
    text_free(&text);
    return schema;
}

/* The value at a path of keys, which must be there. */
static const json_t *at(const json_t *json, const char *path)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", path);
    char *rest = copy;
    for (const char *key = strsep(&rest, " "); key != NULL; key = strsep(&rest, " ")) {
        json = json_is_array(json) ? json_array_get(json, (size_t)atoi(key)) : json_object_get(json, key);
        if (json == NULL)
            fail_msg("there is no %s in %s", key, path);
    }
    return json;
}

static const char *word_at(const json_t *json, const char *path)
{
    const char *word = json_string_value(at(json, path));
    assert_non_null(word);
    return word;
}

static void the_schema_names_its_dialect_and_title(void **state)
{
    (void)state;
    json_t *schema = camp_schema();
    assert_string_equal(word_at(schema, "$schema"), "https://json-schema.org/draft/2020-12/schema");
    assert_string_equal(word_at(schema, "title"), "camp");
    assert_string_equal(word_at(schema, "description"), "A camp for the tests.");
    json_decref(schema);
}

static void keys_stand_in_the_order_of_the_table(void **state)
{
    (void)state;
    json_t *schema = camp_schema();
    const char *key;
    json_t *value;
    size_t i = 0;
    json_object_foreach(json_object_get(schema, "properties"), key, value)
        assert_string_equal(key, camp_fields[i++].name);
    assert_int_equal(i, camp_section.count);
    json_decref(schema);
}

static void unknown_keys_are_refused_and_needed_ones_required(void **state)
{
    (void)state;
    json_t *schema = camp_schema();
    assert_true(json_is_false(at(schema, "additionalProperties")));
    assert_string_equal(word_at(schema, "required 0"), "title");
    assert_int_equal(json_array_size(at(schema, "required")), 1);
    assert_true(json_is_false(at(schema, "$defs site additionalProperties")));
    json_decref(schema);
}

static void choices_stand_with_their_meanings(void **state)
{
    (void)state;
    json_t *schema = camp_schema();
    assert_string_equal(word_at(schema, "$defs conversation properties floor oneOf 2 const"),
                        "progressive-stack");
    assert_string_equal(word_at(schema, "$defs conversation properties floor oneOf 2 description"),
                        "those who spoke least come first");
    json_decref(schema);
}

static void settings_stand_with_default_range_and_ground(void **state)
{
    (void)state;
    json_t *schema = camp_schema();
    assert_string_equal(
        word_at(schema, "$defs conversation properties retention description"),
        "Share of listeners who keep a facet. Range: 0 % to 100 %. Ground: assumed, no data.");
    assert_string_equal(word_at(schema, "$defs conversation properties retention default"), "50 %");
    assert_true(json_real_value(at(schema, "$defs conversation properties retention anyOf 0 maximum")) == 1);
    assert_int_equal(json_integer_value(at(schema, "properties seed default")), 2011);
    assert_string_equal(word_at(schema, "properties sites items $ref"), "#/$defs/site");
    assert_string_equal(word_at(schema, "properties designs additionalProperties $ref"), "#/$defs/design");
    json_decref(schema);
}

static void the_schema_is_the_same_every_time(void **state)
{
    (void)state;
    struct text one = {0}, other = {0};
    schema_write(&camp_section, "camp", &one);
    schema_write(&camp_section, "camp", &other);
    assert_string_equal(one.bytes, other.bytes);
    text_free(&one);
    text_free(&other);
}

/* Judges documents (in JSON, which is YAML) with Python's jsonschema. `ours` says of each whether our reader
 * takes it: y or n. Exits with 77 when the package is not there, else with the number of the first document
 * judged otherwise, from 1. */
static const char *const judge =
    "import json, sys\n"
    "try:\n"
    "    from jsonschema import Draft202012Validator as validator\n"
    "except ImportError:\n"
    "    sys.exit(77)\n"
    "schema, documents, ours = json.load(open(sys.argv[1])), open(sys.argv[2]).readlines(), sys.argv[3]\n"
    "validator.check_schema(schema)\n"
    "theirs = ''.join('y' if validator(schema).is_valid(json.loads(d)) else 'n' for d in documents)\n"
    "sys.exit(next((i + 1 for i in range(len(ours)) if ours[i] != theirs[i]), 0))\n";

enum { SKIPPED = 77 };

static int judged_elsewhere(const char *schema_file, const char *documents_file, const char *ours)
{
    pid_t child = fork();
    if (child == 0) {
        execlp("python3", "python3", "-c", judge, schema_file, documents_file, ours, (char *)NULL);
        _exit(SKIPPED);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Into a new file, whose name is put in the template. */
static void save(char *template, const struct text *text)
{
    int file = mkstemp(template);
    assert_true(file >= 0);
    assert_int_equal(write(file, text->bytes, text->length), text->length);
    close(file);
}

static void another_validator_judges_as_our_reader_does(void **state)
{
    (void)state;
    // clang-format off
    static const char *const documents[] = {
        "{\"title\": \"x\"}",
        "{}",
        "{\"title\": \"x\", \"lasts\": \"1 h 30 min\", \"seed\": 3, \"points\": [1, 2.5]}",
        "{\"title\": \"x\", \"lasts\": 3}",
        "{\"title\": \"x\", \"lasts\": \"3 hours\"}",
        "{\"title\": \"x\", \"lasts\": \"3 fortnights\"}",
        "{\"title\": \"x\", \"weather\": 1}",
        "{\"title\": \"x\", \"conversation\": {\"retention\": 0.5, \"arrivals\": \"4 /d\", \"floor\": \"open\"}}",
        "{\"title\": \"x\", \"conversation\": {\"retention\": \"5 %\", \"noise\": \"0.1 /listener\"}}",
        "{\"title\": \"x\", \"conversation\": {\"retention\": 1.5}}",
        "{\"title\": \"x\", \"conversation\": {\"arrivals\": \"4 per day\"}}",
        "{\"title\": \"x\", \"conversation\": {\"arrivals\": \"4 days\"}}",
        "{\"title\": \"x\", \"conversation\": {\"floor\": \"stak\"}}",
        "{\"title\": \"x\", \"sites\": [{\"people\": 3, \"amplified\": true}, {\"amplified\": \"no\"}]}",
        "{\"title\": \"x\", \"sites\": [{\"people\": 0}]}",
        "{\"title\": \"x\", \"sites\": [{}, {}, {}, {}]}",
        "{\"title\": \"x\", \"designs\": {\"a b\": {\"calendar\": [{\"hold\": \"y\", \"at\": \"19:00\"}]}}}",
        "{\"title\": \"x\", \"designs\": {\"a b\": {\"calendar\": [{\"at\": \"19:00\"}]}}}",
        "{\"title\": \"x\", \"designs\": {\"a b\": {\"calendar\": [{\"hold\": \"y\", \"at\": \"25:00\"}]}}}",
        "{\"title\": \"x\", \"designs\": {\"a b\": {\"calendar\": [{\"hold\": \"y\", \"at\": \"7:30 pm\"}]}}}",
        "{\"title\": \"x\", \"designs\": {\"a b\": {\"calendar\": [{\"hold\": \"y\", \"at\": \"13 pm\"}]}}}",
    };
    // clang-format on
    struct text ours = {0}, schema = {0}, lines = {0};
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        struct reading_room room;
        read_camp(&room, documents[i]);
        text_say(&ours, room.trouble.count == 0 ? "y" : "n");
        text_print(&lines, "%s\n", documents[i]);
        leave(&room);
    }
    assert_string_equal(ours.bytes, "ynynynnyynynnynnynnyn");
    schema_write(&camp_section, "camp", &schema);

    char schema_file[] = "/tmp/groundswell-schema-XXXXXX",
         documents_file[] = "/tmp/groundswell-documents-XXXXXX";
    save(schema_file, &schema);
    save(documents_file, &lines);
    int verdict = judged_elsewhere(schema_file, documents_file, ours.bytes);
    unlink(schema_file);
    unlink(documents_file);
    text_free(&ours);
    text_free(&schema);
    text_free(&lines);
    if (verdict == SKIPPED) {
        print_message("Python's jsonschema is not installed: skipped\n");
        skip();
    }
    assert_int_equal(verdict, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_names_its_dialect_and_title),
        cmocka_unit_test(keys_stand_in_the_order_of_the_table),
        cmocka_unit_test(unknown_keys_are_refused_and_needed_ones_required),
        cmocka_unit_test(choices_stand_with_their_meanings),
        cmocka_unit_test(settings_stand_with_default_range_and_ground),
        cmocka_unit_test(the_schema_is_the_same_every_time),
        cmocka_unit_test(another_validator_judges_as_our_reader_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
