/* Every table of settings, found by walking from the two that a file is read with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "experiment/experiment.h"

enum { MOST_DEPTH = 8 };

/* Counts the fields below `section`, each table having been found sound. */
static size_t sound_fields(const struct section *section, int depth)
{
    struct text mistakes = {0};
    assert_true(depth < MOST_DEPTH);
    if (!section_is_sound(section, &mistakes))
        fail_msg("%s: %s", section->name, mistakes.bytes);
    text_free(&mistakes);
    size_t count = section->count;
    for (size_t i = 0; i < section->count; i++)
        if (section->fields[i].section != NULL)
            count += sound_fields(section->fields[i].section, depth + 1);
    return count;
}

static void every_table_of_a_scenario_is_sound(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(sound_fields(scenario_settings_table(&arena), 0) > 100);
    arena_free(&arena);
}

static void every_table_of_a_method_is_sound(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(sound_fields(method_settings_table(&arena), 0) > 20);
    arena_free(&arena);
}

static void an_assumed_or_fitted_number_says_what_is_known_about_it(const struct section *section)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        if (field->section != NULL)
            an_assumed_or_fitted_number_says_what_is_known_about_it(field->section);
        else if (field->ground != GROUND_CHOICE && (field->source == NULL || *field->source == '\0'))
            fail_msg("%s.%s has no source", section->name, field->name);
    }
}

static void every_number_has_a_source_or_is_a_free_choice(void **state)
{
    (void)state;
    struct arena arena = {0};
    an_assumed_or_fitted_number_says_what_is_known_about_it(scenario_settings_table(&arena));
    an_assumed_or_fitted_number_says_what_is_known_about_it(method_settings_table(&arena));
    arena_free(&arena);
}

static void every_measure_has_a_name_of_its_own_a_unit_a_meaning_and_a_source(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct record_shape *shape = movement_measures(&arena);
    assert_true(shape->measure_count > 50);
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        assert_true(*measure->unit != '\0' && *measure->meaning != '\0' && *measure->source != '\0');
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(measure->name, shape->measures[j]->name);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_of_a_scenario_is_sound),
        cmocka_unit_test(every_table_of_a_method_is_sound),
        cmocka_unit_test(every_number_has_a_source_or_is_a_free_choice),
        cmocka_unit_test(every_measure_has_a_name_of_its_own_a_unit_a_meaning_and_a_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
