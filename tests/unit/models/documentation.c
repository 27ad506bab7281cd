/* What the documentation promises of settings, rules, measures and mechanisms, held against the code. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/require.h"
#include "experiment/experiment.h"

enum { MOST_SECTIONS = 96, PATH_ROOM = 512 };

struct catalogue {
    const struct section *sections[MOST_SECTIONS];
    size_t count;
};

static void collect(struct catalogue *catalogue, const struct section *section)
{
    for (size_t i = 0; i < catalogue->count; i++)
        if (catalogue->sections[i] == section)
            return;
    assert_true(catalogue->count < MOST_SECTIONS);
    catalogue->sections[catalogue->count++] = section;
    for (size_t i = 0; i < section->count; i++)
        if (section->fields[i].section != NULL)
            collect(catalogue, section->fields[i].section);
}

static struct catalogue all_sections(struct arena *arena)
{
    struct catalogue catalogue = {0};
    collect(&catalogue, scenario_settings_table(arena));
    collect(&catalogue, method_settings_table(arena));
    assert_true(catalogue.count > 10);
    return catalogue;
}

static char *text_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s cannot be read", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long length = ftell(file);
    assert_true(length >= 0);
    rewind(file);
    char *text = must_allocate((size_t)length + 1, 1);
    assert_int_equal(fread(text, 1, (size_t)length, file), length);
    fclose(file);
    return text;
}

static bool says_nothing(const char *words)
{
    return words == NULL || *words == '\0';
}

static void every_table_of_settings_is_sound(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct catalogue catalogue = all_sections(&arena);
    struct text mistakes = {0};
    for (size_t i = 0; i < catalogue.count; i++)
        if (!section_is_sound(catalogue.sections[i], &mistakes))
            fail_msg("%s", mistakes.bytes);
    text_free(&mistakes);
    arena_free(&arena);
}

static void every_setting_says_what_it_means_and_in_which_unit(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct catalogue catalogue = all_sections(&arena);
    for (size_t i = 0; i < catalogue.count; i++) {
        const struct section *section = catalogue.sections[i];
        assert_false(says_nothing(section->meaning));
        for (size_t j = 0; j < section->count; j++)
            if (says_nothing(section->fields[j].meaning) || says_nothing(field_unit(&section->fields[j])))
                fail_msg("%s.%s", section->name, section->fields[j].name);
    }
    arena_free(&arena);
}

/* Weekdays are the one list of names that nobody had to find. */
static void every_rule_has_a_meaning_and_a_source(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct catalogue catalogue = all_sections(&arena);
    size_t rules = 0;
    for (size_t i = 0; i < catalogue.count; i++)
        for (size_t j = 0; j < catalogue.sections[i]->count; j++) {
            const struct field *field = &catalogue.sections[i]->fields[j];
            bool weekday = strcmp(field->name, "on") == 0 || strcmp(field->name, "except") == 0 ||
                           strcmp(field->name, "starts_on") == 0;
            for (size_t k = 0; field->choices != NULL && field->choices[k] != NULL; k++, rules++) {
                const struct choice *choice = field->choices[k];
                if (says_nothing(choice->meaning) || (says_nothing(choice->source) && !weekday))
                    fail_msg("%s: %s", field->name, choice->name);
            }
        }
    assert_true(rules > 40);
    arena_free(&arena);
}

static void every_measure_has_a_unit_a_meaning_and_a_source(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct record_shape *shape = movement_measures(&arena);
    assert_true(shape->measure_count > 50);
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        if (says_nothing(measure->unit) || says_nothing(measure->meaning) || says_nothing(measure->source))
            fail_msg("%s", measure->name);
    }
    for (size_t i = 0; i < shape->table_count; i++)
        for (size_t j = 0; j < shape->tables[i]->count; j++) {
            const struct column *column = &shape->tables[i]->columns[j];
            if (says_nothing(column->unit) || says_nothing(column->meaning))
                fail_msg("%s_%s", shape->tables[i]->name, column->name);
        }
    arena_free(&arena);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void every_mechanism_has_a_section_and_a_page(void **state)
{
    (void)state;
    char *readme = text_of(GROUNDSWELL_SOURCE "/models/README.md");
    DIR *models = opendir(GROUNDSWELL_SOURCE "/models");
    assert_non_null(models);
    size_t mechanisms = 0;
    for (const struct dirent *file = readdir(models); file != NULL; file = readdir(models)) {
        char path[PATH_ROOM], heading[PATH_ROOM];
        snprintf(path, sizeof path, GROUNDSWELL_SOURCE "/models/%s", file->d_name);
        if (file->d_name[0] == '.' || !is_folder(path))
            continue;
        mechanisms++;
        snprintf(heading, sizeof heading, "\n### %s\n", file->d_name);
        if (strstr(readme, heading) == NULL)
            fail_msg("models/README.md has no section on %s", file->d_name);
        snprintf(path, sizeof path, GROUNDSWELL_SOURCE "/models/%s/README.md", file->d_name);
        free(text_of(path));
    }
    closedir(models);
    assert_true(mechanisms >= 6);
    free(readme);
}

/* Tables of settings, rules and measures: each is printed on the page, or stands inside another. */
static void every_table_stands_on_the_page(void **state)
{
    (void)state;
    char *readme = text_of(GROUNDSWELL_SOURCE "/models/README.md");
    struct arena arena = {0};
    struct catalogue catalogue = all_sections(&arena);
    for (size_t i = 0; i < catalogue.count; i++) {
        char marker[PATH_ROOM];
        const char *name = catalogue.sections[i]->name;
        /* a sweep has the fields of the assumptions */
        snprintf(marker, sizeof marker, "<!-- table: %s -->\n",
                 strcmp(name, "sweep") == 0 ? "assumptions" : name);
        if (strstr(readme, marker) == NULL)
            fail_msg("models/README.md has no table of %s", name);
    }
    free(readme);
    arena_free(&arena);
}

static size_t count_in(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        count++;
    return count;
}

/* Every test of a file of ablations stands in the list of the page, and there is no other in it. */
static void every_switch_on_the_page_is_tested_and_every_test_stands_there(void **state)
{
    (void)state;
    char *readme = text_of(GROUNDSWELL_SOURCE "/models/README.md");
    const char *from = strstr(readme, "\n## 8. ");
    assert_non_null(from);
    char *until = strstr(from + 1, "\n## ");
    assert_non_null(until);
    *until = '\0';
    DIR *tests = opendir(GROUNDSWELL_SOURCE "/tests/unit/models");
    assert_non_null(tests);
    size_t tested = 0;
    for (const struct dirent *file = readdir(tests); file != NULL; file = readdir(tests)) {
        char path[PATH_ROOM];
        if (strncmp(file->d_name, "ablation_", strlen("ablation_")) != 0)
            continue;
        snprintf(path, sizeof path, GROUNDSWELL_SOURCE "/tests/unit/models/%s", file->d_name);
        char *source = text_of(path), *rest = source;
        for (const char *at = strstr(rest, "cmocka_unit_test("); at != NULL;
             at = strstr(at + 1, "cmocka_unit_test(")) {
            const char *name = at + strlen("cmocka_unit_test(");
            char cell[PATH_ROOM];
            snprintf(cell, sizeof cell, "| `%.*s` |\n", (int)strcspn(name, ")"), name);
            if (strstr(from, cell) == NULL)
                fail_msg("%s is not in models/README.md", cell);
            tested++;
        }
        free(source);
    }
    closedir(tests);
    size_t rows = count_in(from, " |\n| ") + 1; /* a row ends and the next begins */
    assert_int_equal(rows, tested);
    free(readme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_of_settings_is_sound),
        cmocka_unit_test(every_setting_says_what_it_means_and_in_which_unit),
        cmocka_unit_test(every_rule_has_a_meaning_and_a_source),
        cmocka_unit_test(every_measure_has_a_unit_a_meaning_and_a_source),
        cmocka_unit_test(every_mechanism_has_a_section_and_a_page),
        cmocka_unit_test(every_table_stands_on_the_page),
        cmocka_unit_test(every_switch_on_the_page_is_tested_and_every_test_stands_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
