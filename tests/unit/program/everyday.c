/* Every word of organizers leads to names that there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "models/experiment/experiment.h"
#include "program/everyday.h"
#include "scenario/explain.h"

struct known {
    struct arena arena;
    struct method_listing *methods;
    size_t method_count;
};

static bool is_known(struct known *known, const char *name)
{
    const struct record_shape *shape = movement_measures(&known->arena);
    struct finding *found;
    for (size_t i = 0; i < shape->measure_count; i++)
        if (strcmp(shape->measures[i]->name, name) == 0)
            return true;
    for (size_t i = 0; i < shape->table_count; i++)
        if (strcmp(shape->tables[i]->name, name) == 0)
            return true;
    for (size_t i = 0; i < known->method_count; i++)
        if (strcmp(known->methods[i].name, name) == 0)
            return true;
    return explain_find(scenario_settings_table(&known->arena), name, &known->arena, &found) > 0 ||
           explain_find(method_settings_table(&known->arena), name, &known->arena, &found) > 0;
}

static void every_word_leads_to_names_that_there_are(void **state)
{
    (void)state;
    struct known known = {0};
    struct trouble trouble = {0};
    known.method_count =
        methods_list(GROUNDSWELL_SOURCE "/scenarios", &known.arena, &known.methods, &trouble);
    const struct everyday *everyday = everyday_read(GROUNDSWELL_SOURCE "/scenarios", &known.arena, &trouble);
    const char **words;
    assert_non_null(everyday);
    size_t count = everyday_words(everyday, &known.arena, &words);
    assert_true(count > 100 && known.method_count > 10);
    for (size_t i = 0; i < count; i++) {
        const char *const *names = everyday_names(everyday, words[i], &known.arena);
        assert_non_null(names);
        for (; *names != NULL; names++)
            if (!is_known(&known, *names))
                fail_msg("%s: there is nothing called %s", words[i], *names);
    }
    trouble_free(&trouble);
    arena_free(&known.arena);
}

static void a_word_may_be_written_in_many_ways(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct trouble trouble = {0};
    const struct everyday *everyday = everyday_read(GROUNDSWELL_SOURCE "/scenarios", &arena, &trouble);
    assert_non_null(everyday);
    assert_string_equal(everyday_form("Hand-Signals", &arena), "hand signal");
    assert_string_equal(everyday_form(" CAF\xC3\x89  ", &arena), "cafe");
    assert_string_equal(everyday_form("press", &arena), "press");
    assert_string_equal(everyday_form("", &arena), "");
    assert_ptr_equal(everyday_names(everyday, "caf\xC3\xA9", &arena),
                     everyday_names(everyday, "World Cafe", &arena));
    assert_ptr_equal(everyday_names(everyday, "Facilitators", &arena),
                     everyday_names(everyday, "moderation", &arena));
    assert_null(everyday_names(everyday, "hammock", &arena));
    assert_null(everyday_names(everyday, "", &arena));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_leads_to_names_that_there_are),
        cmocka_unit_test(a_word_may_be_written_in_many_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
